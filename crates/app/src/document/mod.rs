//! The official documents: from a plan to the tree of blocks that every format is written from.
//!
//! A kind of document is a list of parts ([`kinds`]); a part is a function from an [`Edition`] to
//! blocks, in a file of its own under `part/`. A part without content gives no blocks: it is left
//! out, or told as missing in a draft.

mod edition;
mod form;
mod kinds;
mod part;

use std::collections::BTreeSet;

use documents::block::{AsideKind, Block, Cell, Document, Inline, Look, Words};

use crate::messages::Catalogue;

pub use edition::{Edition, Side, node_of};
pub use form::{Form, OF_DASHBOARDS, colours, logo_format};
pub use kinds::{Kind, Part};
pub use part::map::walked as map_picture;
pub use part::tree::walked as tree_pictures;

/// The document of an edition, as its body presents itself.
pub fn document(edition: &Edition<'_>, look: Look) -> Document {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    for part in edition.kind.parts() {
        let mut content = part::sections::opening(edition, part.name);
        content.extend((part.build)(edition));
        let missing = content.is_empty();
        if missing && !edition.draft {
            continue;
        }
        if part.titled {
            blocks.push(edition.heading(1, edition.say(&format!("part-{}", part.name))));
        }
        if missing {
            blocks.push(Block::Aside {
                kind: AsideKind::Missing,
                label: edition.say("missing"),
                blocks: vec![Block::text(edition.say(&format!("missing-{}", part.name)))],
            });
        }
        blocks.extend(content);
    }
    finish(&mut blocks);
    Document {
        language: edition.catalogue.language.tag(),
        title: edition.title_of_document(),
        subtitle: edition.subtitle(),
        body: plan.body.name.clone().unwrap_or_default(),
        act: edition.act(),
        date: edition.scores.at,
        look,
        watermark: edition.draft.then(|| edition.say("draft")),
        words: words(edition.catalogue),
        blocks,
    }
}

/// The words that writers of documents need of themselves.
pub fn words(catalogue: &Catalogue) -> Words {
    let say = |key: &str| catalogue.text(&format!("document-{key}"));
    Words {
        contents: say("contents"),
        page: say("page"),
        table: say("table"),
        figure: say("figure"),
        figure_data: say("figure-data"),
        skip: say("skip"),
        more_columns: say("more-columns"),
        group: say("group"),
    }
}

/// Gives every heading an anchor of its own, and takes away links to places that are not there.
fn finish(blocks: &mut [Block]) {
    let mut used = BTreeSet::new();
    let mut count = 0;
    each(blocks, &mut |block| {
        if let Block::Heading(heading) = block {
            count += 1;
            if heading.id.is_empty() || !used.insert(heading.id.clone()) {
                heading.id = format!("sezione-{count}");
                used.insert(heading.id.clone());
            }
        }
    });
    each(blocks, &mut |block| match block {
        Block::Paragraph(text) => unlink(text, &used),
        Block::Facts(facts) => facts
            .iter_mut()
            .for_each(|fact| unlink(&mut fact.value, &used)),
        Block::Table(table) => table
            .rows
            .iter_mut()
            .flat_map(|row| &mut row.cells)
            .for_each(|cell: &mut Cell| unlink(&mut cell.text, &used)),
        _ => {}
    });
}

/// Every block, those inside others too, in reading order.
fn each(blocks: &mut [Block], act: &mut impl FnMut(&mut Block)) {
    for block in blocks {
        act(block);
        match block {
            Block::List { items, .. } => items.iter_mut().for_each(|item| each(item, act)),
            Block::Aside { blocks, .. } => each(blocks, act),
            _ => {}
        }
    }
}

fn unlink(text: &mut Vec<Inline>, anchors: &BTreeSet<String>) {
    let old = std::mem::take(text);
    for mut inline in old {
        match inline {
            Inline::Link {
                ref to,
                text: inner,
            } if to.strip_prefix('#').is_some_and(|id| !anchors.contains(id)) => {
                text.extend(inner);
            }
            Inline::Strong(ref mut inner) | Inline::Emphasis(ref mut inner) => {
                unlink(inner, anchors);
                text.push(inline);
            }
            _ => text.push(inline),
        }
    }
}
