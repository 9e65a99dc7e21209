//! The faces that set a PDF, and the letters that none of them has.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

use crate::block::{Block, Document, plain};
use crate::faces::FILES;

static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FILES
        .into_iter()
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .collect()
});

/// Every face, in the order of the world's book.
pub(super) fn all() -> &'static [Font] {
    &FACES
}

/// Whether a character can be printed: some face has it, or it is space.
fn printable(c: char) -> bool {
    c.is_ascii_graphic()
        || c.is_whitespace()
        || all()
            .iter()
            .any(|f| f.info().coverage.contains(u32::from(c)))
}

/// A text with what no face has replaced by `�`, and control characters left out.
pub(super) fn printable_text(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n' || *c == '\t')
        .map(|c| if printable(c) { c } else { '\u{fffd}' })
        .collect()
}

/// The characters of a document that none of our faces has, in order.
pub fn missing_glyphs(document: &Document) -> Vec<char> {
    let mut missing = BTreeSet::new();
    let mut look = |text: &str| {
        missing.extend(text.chars().filter(|c| !c.is_control() && !printable(*c)));
    };
    look(&document.title);
    look(&document.body);
    each_text(&document.blocks, &mut look);
    missing.into_iter().collect()
}

fn each_text(blocks: &[Block], look: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => look(&heading.text),
            Block::Paragraph(text) => look(&plain(text)),
            Block::List { items, .. } => items.iter().for_each(|item| each_text(item, look)),
            Block::Facts(facts) => facts.iter().for_each(|fact| {
                look(&fact.label);
                look(&plain(&fact.value));
            }),
            Block::Table(table) => {
                table.caption.iter().for_each(|text| look(text));
                table.columns.iter().for_each(|column| look(&column.head));
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .for_each(|cell| look(&plain(&cell.text)));
            }
            Block::Figure(figure) => look(&figure.caption),
            Block::Aside { blocks, .. } => each_text(blocks, look),
            Block::Preformatted(text) => look(text),
            Block::Signatures(roles) => roles.iter().for_each(|role| look(role)),
            Block::PageBreak => {}
        }
    }
}
