//! HTML: one page that stands alone, for the web and for the printer of who reads it.
//!
//! The page asks nothing of anybody: faces, styles and drawings are in it, and its policy forbids
//! the rest. Headings keep their levels, under a title of level 1 of its own. Ids that the page
//! makes for itself have an underscore, which no anchor of a heading has.

mod drawing;
mod escape;
mod look;
mod table;

use std::collections::BTreeSet;

use crate::block::{
    AsideKind, Block, Document, Fact, Figure, Heading, Inline, LogoFormat, Mark, plain,
};
use crate::markdown::leads_out;
use crate::wide::needs_landscape;
use escape::{breakable, data_address, escaped, quoted_in_css};

const STYLE: &str = include_str!("page.css");

/// The faces of pages: style, weight, WOFF2.
pub const FACES: [(&str, u16, &[u8]); 4] = [
    (
        "normal",
        400,
        include_bytes!("../../fonts/TitilliumWeb-Regular.woff2"),
    ),
    (
        "italic",
        400,
        include_bytes!("../../fonts/TitilliumWeb-Italic.woff2"),
    ),
    (
        "normal",
        600,
        include_bytes!("../../fonts/TitilliumWeb-SemiBold.woff2"),
    ),
    (
        "normal",
        700,
        include_bytes!("../../fonts/TitilliumWeb-Bold.woff2"),
    ),
];

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/// Headings deeper than this are not in the table of contents.
const DEEPEST_IN_CONTENTS: u8 = 3;

/// Width in points of the widest figure on an upright printed page.
const UPRIGHT: f64 = 490.0;

/// The document as a page of HTML.
pub fn write(document: &Document) -> String {
    let mut anchors = BTreeSet::new();
    collect_anchors(&document.blocks, &mut anchors);
    let mut page = Page {
        document,
        anchors,
        given: BTreeSet::new(),
        tables: 0,
        figures: 0,
        regions: 0,
        out: String::new(),
    };
    page.head();
    page.body();
    page.out
}

/// A page in the making.
struct Page<'d> {
    document: &'d Document,
    /// Where links may lead.
    anchors: BTreeSet<&'d str>,
    /// The anchors that a heading has already: an id stands once.
    given: BTreeSet<&'d str>,
    tables: usize,
    figures: usize,
    regions: usize,
    out: String,
}

/// What stands around running text.
#[derive(Clone, Copy)]
struct Around {
    /// A link: no other stands inside it.
    link: bool,
    /// A cell: long words may break.
    cell: bool,
}

impl<'d> Page<'d> {
    fn push(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn head(&mut self) {
        let document = self.document;
        let title = [document.title.as_str(), document.body.as_str()]
            .iter()
            .filter(|text| !text.trim().is_empty())
            .map(|text| escaped(text))
            .collect::<Vec<_>>()
            .join(" – ");
        self.push(&format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <title>{title}</title>\n<meta name=\"author\" content=\"{}\"/>\n",
            escaped(document.language),
            escaped(&document.body),
        ));
        if let Some(date) = document.date {
            self.push(&format!(
                "<meta name=\"dcterms.date\" content=\"{date}\"/>\n"
            ));
        }
        self.push("<style>\n");
        for (style, weight, face) in FACES {
            self.push(&format!(
                "@font-face{{font-family:\"Titillium Web\";font-style:{style};\
                 font-weight:{weight};src:url({}) format(\"woff2\")}}\n",
                data_address("font/woff2", face)
            ));
        }
        self.push(&look::properties(&document.look.colours));
        self.push(STYLE);
        let running = page_words(&document.words.page);
        self.push(&format!(
            "@page{{@top-left{{content:{};}}@bottom-left{{content:{};}}@bottom-right{{content:{running};}}}}\n\
             @page:first{{@top-left{{content:none}}@bottom-left{{content:none}}}}\n</style>\n</head>\n",
            quoted_in_css(&document.title),
            quoted_in_css(&document.body),
        ));
    }

    fn body(&mut self) {
        let document = self.document;
        self.push("<body>\n");
        if let Some(word) = &document.watermark {
            self.push(&format!(
                "<div class=\"watermark\" aria-hidden=\"true\" data-word=\"{}\" \
                 style=\"--letters:{}\"></div>\n",
                escaped(word),
                word.chars().count().max(1)
            ));
        }
        self.push(&format!(
            "<a class=\"skip\" href=\"#_content\">{}</a>\n<header>\n<div class=\"body\"><div class=\"inner\">\n",
            escaped(&document.words.skip)
        ));
        if let Some(logo) = &document.look.logo {
            let kind = match logo.format {
                LogoFormat::Png => "image/png",
                LogoFormat::Jpeg => "image/jpeg",
                LogoFormat::Svg => "image/svg+xml",
            };
            self.push(&format!(
                "<img src=\"{}\" alt=\"{}\"/>\n",
                data_address(kind, &logo.bytes),
                escaped(&logo.alt)
            ));
        }
        self.push(&format!(
            "<p>{}</p>\n</div></div>\n<div class=\"title\"><div class=\"inner\">\n<h1 class=\"title\">{}</h1>\n",
            escaped(&document.body),
            escaped(&document.title)
        ));
        if let Some(subtitle) = &document.subtitle {
            self.push(&format!(
                "<p class=\"subtitle\">{}</p>\n",
                escaped(subtitle)
            ));
        }
        if let Some(act) = &document.act {
            self.push(&format!("<p class=\"act\">{}</p>\n", escaped(act)));
        }
        self.push("</div></div>\n");
        if let Some(word) = &document.watermark {
            self.push(&format!(
                "<p class=\"draft\"><strong>{}</strong></p>\n",
                escaped(word)
            ));
        }
        self.push("</header>\n<div class=\"columns\">\n");
        self.contents();
        self.push("<main id=\"_content\" tabindex=\"-1\">\n");
        self.blocks(&document.blocks, 0);
        self.push("</main>\n</div>\n<footer><div class=\"inner\">\n");
        self.push(&format!(
            "<p><strong>{}</strong></p>\n<p>{}</p>\n",
            escaped(&document.body),
            escaped(&document.title)
        ));
        if let Some(act) = &document.act {
            self.push(&format!("<p>{}</p>\n", escaped(act)));
        }
        self.push("</div></footer>\n</body>\n</html>\n");
    }

    /// The table of contents: open beside the text on a wide screen, folded above it on a narrow one.
    fn contents(&mut self) {
        let headings: Vec<&Heading> = self
            .document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(heading) if heading.level <= DEEPEST_IN_CONTENTS => Some(heading),
                _ => None,
            })
            .filter(|heading| is_anchor(&heading.id) && !heading.text.trim().is_empty())
            .collect();
        if headings.is_empty() {
            return;
        }
        let name = escaped(&self.document.words.contents);
        self.push(&format!(
            "<nav tabindex=\"0\" aria-label=\"{name}\">\n<p aria-hidden=\"true\">{name}</p>\n<details><summary>{name}</summary>\n"
        ));
        let mut open: Vec<u8> = Vec::new();
        for heading in headings {
            while open.len() > 1 && open.last().is_some_and(|&level| level > heading.level) {
                open.pop();
                self.push("</li>\n</ol>");
            }
            if open.last().is_some_and(|&level| level >= heading.level) {
                self.push("</li>\n");
            } else {
                self.push("<ol>\n");
                open.push(heading.level);
            }
            self.push(&format!(
                "<li><a href=\"#{}\">{}</a>",
                heading.id,
                escaped(&heading.text)
            ));
        }
        for _ in open {
            self.push("</li>\n</ol>");
        }
        self.push("\n</details></nav>\n");
    }

    /// A sequence of blocks, `depth` lists and asides deep.
    fn blocks(&mut self, blocks: &'d [Block], depth: usize) {
        let mut rest = blocks;
        let mut broken = false;
        while let Some((block, after)) = rest.split_first() {
            if let Block::PageBreak = block {
                broken = true;
                rest = after;
                continue;
            }
            if std::mem::take(&mut broken) && depth == 0 {
                self.push("<div class=\"break\"></div>\n");
            }
            let lying = if depth == 0 { lying(rest) } else { 0 };
            if lying > 0 {
                let (wide, after) = rest.split_at(lying);
                self.push("<div class=\"lying\">\n");
                for block in wide {
                    self.block(block, depth);
                }
                self.push("</div>\n");
                rest = after;
            } else {
                self.block(block, depth);
                rest = after;
            }
        }
    }

    fn block(&mut self, block: &'d Block, depth: usize) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => {
                if !plain(text).trim().is_empty() {
                    let text = self.inlines(text);
                    self.push(&format!("<p>{text}</p>\n"));
                }
            }
            Block::List { from, items } => self.list(*from, items, depth),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table, None, depth),
            Block::Figure(figure) => self.figure(figure, depth),
            Block::Aside {
                kind,
                label,
                blocks,
            } => self.aside(*kind, label, blocks, depth),
            // The first line break after <pre> is not part of it.
            Block::Preformatted(text) => {
                self.push(&format!("<pre>\n{}</pre>\n", escaped(text)));
            }
            Block::Signatures(roles) => {
                if !roles.is_empty() {
                    self.push("<ul class=\"signatures\">\n");
                    for role in roles {
                        self.push(&format!("<li>{}</li>\n", escaped(role)));
                    }
                    self.push("</ul>\n");
                }
            }
            Block::PageBreak => {}
        }
    }

    fn heading(&mut self, heading: &'d Heading) {
        if heading.text.trim().is_empty() {
            return;
        }
        let level = heading.level.clamp(1, 6);
        let id = if is_anchor(&heading.id) && self.given.insert(&heading.id) {
            format!(" id=\"{}\"", heading.id)
        } else {
            String::new()
        };
        self.push(&format!(
            "<h{level}{id}>{}</h{level}>\n",
            escaped(&heading.text)
        ));
    }

    fn list(&mut self, from: Option<u64>, items: &'d [Vec<Block>], depth: usize) {
        if items.is_empty() {
            return;
        }
        let tag = if from.is_some() { "ol" } else { "ul" };
        let start = match from {
            // Browsers count no further.
            Some(n) if n != 1 && i32::try_from(n).is_ok() => format!(" start=\"{n}\""),
            _ => String::new(),
        };
        self.push(&format!("<{tag}{start}>\n"));
        for item in items {
            self.push("<li>");
            match item.as_slice() {
                [Block::Paragraph(text)] => {
                    let text = self.inlines(text);
                    self.push(&text);
                }
                blocks => self.blocks(blocks, depth + 1),
            }
            self.push("</li>\n");
        }
        self.push(&format!("</{tag}>\n"));
    }

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        self.push("<dl>\n");
        for fact in facts {
            let value = self.inlines(&fact.value);
            self.push(&format!(
                "<div><dt>{}</dt><dd>{value}</dd></div>\n",
                escaped(&fact.label)
            ));
        }
        self.push("</dl>\n");
    }

    fn aside(&mut self, kind: AsideKind, label: &str, blocks: &'d [Block], depth: usize) {
        let (open, close) = match kind {
            AsideKind::Missing => ("<div class=\"aside missing\" role=\"note\">\n", "</div>\n"),
            AsideKind::Note => ("<div class=\"aside note\" role=\"note\">\n", "</div>\n"),
            AsideKind::Quote => ("<blockquote>\n", "</blockquote>\n"),
        };
        self.push(open);
        if !label.trim().is_empty() {
            self.push(&format!("<p class=\"label\">{}</p>\n", escaped(label)));
        }
        self.blocks(blocks, depth + 1);
        self.push(close);
    }

    fn figure(&mut self, figure: &'d Figure, depth: usize) {
        self.figures += 1;
        let number = self.figures;
        let words = &self.document.words;
        let name = format!("{} {number}", escaped(&words.figure));
        let alt = if figure.picture.alt.trim().is_empty() {
            &figure.caption
        } else {
            &figure.picture.alt
        };
        let (width, height) = (pixels(figure.picture.width), pixels(figure.picture.height));
        let drawing = drawing::inline(
            &figure.picture.svg,
            &format!("_f{number}-"),
            alt,
            (width, height),
        )
        .unwrap_or_else(|| {
            format!(
                "<img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\"/>",
                data_address("image/svg+xml", figure.picture.svg.as_bytes()),
                escaped(alt)
            )
        });
        // Smaller than this its texts could not be read: it is then moved under the window.
        let least = width.min((width * 4 / 5).max(320));
        let region = if least > 260 || depth > 0 {
            format!(
                " role=\"region\" aria-labelledby=\"_f{number}\" tabindex=\"0\" style=\"--least:{least}px\""
            )
        } else {
            String::new()
        };
        self.push(&format!(
            "<figure>\n<div class=\"scroll\"{region}>{drawing}</div>\n\
             <figcaption id=\"_f{number}\"><span>{name}</span> {}</figcaption>\n",
            escaped(&figure.caption)
        ));
        if let Some(data) = &figure.data
            && !(data.columns.is_empty() && data.rows.is_empty())
        {
            let summary = escaped(&words.figure_data);
            self.push(&format!("<details><summary>{summary}</summary>\n"));
            self.table(data, Some(&format!("{name}: {summary}")), depth);
            self.push("</details>\n");
        }
        self.push("</figure>\n");
    }

    fn inlines(&self, text: &[Inline]) -> String {
        let around = Around {
            link: false,
            cell: false,
        };
        let mut out = String::new();
        self.running(text, around, &mut out);
        out
    }

    fn running(&self, text: &[Inline], around: Around, out: &mut String) {
        let said = |text: &str| {
            if around.cell {
                breakable(text)
            } else {
                escaped(text)
            }
        };
        for inline in text {
            match inline {
                Inline::Text(text) => out.push_str(&said(text)),
                Inline::Strong(inner) => {
                    out.push_str("<strong>");
                    self.running(inner, around, out);
                    out.push_str("</strong>");
                }
                Inline::Emphasis(inner) => {
                    out.push_str("<em>");
                    self.running(inner, around, out);
                    out.push_str("</em>");
                }
                Inline::Code(text) => {
                    out.push_str(&format!("<code>{}</code>", said(text)));
                }
                Inline::Link { to, text } => {
                    let mute = plain(text).trim().is_empty();
                    let leads = self.leads_somewhere(to) && !(mute && to.starts_with('#'));
                    if around.link || !leads {
                        self.running(text, around, out);
                        continue;
                    }
                    out.push_str(&format!("<a href=\"{}\">", escaped(to)));
                    if mute {
                        out.push_str(&said(to));
                    } else {
                        let around = Around {
                            link: true,
                            ..around
                        };
                        self.running(text, around, out);
                    }
                    out.push_str("</a>");
                }
                Inline::Break => out.push_str("<br/>"),
                Inline::Mark { mark, word } => {
                    out.push_str(&format!(
                        "<span class=\"mark\" style=\"color:{}\">{}{}</span>",
                        look::hex(mark.colour()),
                        shape(*mark),
                        said(word)
                    ));
                }
            }
        }
    }

    /// Whether a link leads to a heading of the page, to the web or to an address of mail.
    fn leads_somewhere(&self, to: &str) -> bool {
        match to.strip_prefix('#') {
            Some(anchor) => self.anchors.contains(anchor),
            None => leads_out(to),
        }
    }
}

/// The shape of a mark: what its glyph shows, drawn, so that every screen and printer has it.
fn shape(mark: Mark) -> String {
    let path = match mark {
        Mark::Reached => "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z",
        Mark::OnCourse => "M6 1 11.5 11H.5Z",
        Mark::Late => "M6 11 .5 1h11Z",
        Mark::NotReached => "M1.5 1.5h9v9h-9Z",
        Mark::ToMeasure => {
            "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 1.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4Z"
        }
        Mark::LeftOut => "M1 5h10v2H1Z",
    };
    format!(
        "<svg aria-hidden=\"true\" width=\"12\" height=\"12\" viewBox=\"0 0 12 12\">\
         <path fill=\"currentColor\" d=\"{path}\"/></svg>"
    )
}

/// A length in points as one of the screen.
fn pixels(points: f64) -> u32 {
    let pixels = (points * 4.0 / 3.0).clamp(1.0, 20_000.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits; NaN becomes 0"
    )]
    let pixels = pixels as u32;
    pixels.max(1)
}

/// How many of the first blocks belong on a page that lies: what is too wide for an upright one,
/// with the headings and the paragraph before it.
fn lying(blocks: &[Block]) -> usize {
    let headings = blocks
        .iter()
        .take_while(|block| matches!(block, Block::Heading(_)))
        .count();
    let paragraph =
        usize::from(headings > 0 && matches!(blocks.get(headings), Some(Block::Paragraph(_))));
    let before = headings + paragraph;
    let wide = blocks[before..]
        .iter()
        .take_while(|block| match block {
            Block::Table(table) => needs_landscape(table),
            Block::Figure(figure) => figure.picture.width > UPRIGHT,
            _ => false,
        })
        .count();
    if wide == 0 { 0 } else { before + wide }
}

/// Whether a heading's anchor can be an id of the page.
fn is_anchor(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn collect_anchors<'d>(blocks: &'d [Block], anchors: &mut BTreeSet<&'d str>) {
    for block in blocks {
        match block {
            Block::Heading(heading)
                if is_anchor(&heading.id) && !heading.text.trim().is_empty() =>
            {
                anchors.insert(&heading.id);
            }
            Block::List { items, .. } => {
                for item in items {
                    collect_anchors(item, anchors);
                }
            }
            Block::Aside { blocks, .. } => collect_anchors(blocks, anchors),
            _ => {}
        }
    }
}

/// The words of the page number as CSS puts them together.
fn page_words(words: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        parts.push(quoted_in_css(before));
        let counter = ["{page}", "{pages}"]
            .into_iter()
            .find(|name| from.starts_with(name));
        if let Some(name) = counter {
            parts.push(format!("counter({})", &name[1..name.len() - 1]));
            rest = &from[name.len()..];
        } else {
            parts.push(quoted_in_css("{"));
            rest = &from[1..];
        }
    }
    parts.push(quoted_in_css(rest));
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_stand_where_the_words_say() {
        assert_eq!(
            page_words("Pagina {page} di {pages}"),
            "\"Pagina \" counter(page) \" di \" counter(pages) \"\""
        );
        assert_eq!(page_words("{altro}"), "\"\" \"\\7b \" \"altro\\7d \"");
    }

    #[test]
    fn lengths_are_whole_and_positive() {
        assert_eq!(pixels(756.0), 1008);
        assert_eq!(pixels(-1.0), 1);
        assert_eq!(pixels(f64::NAN), 1);
        assert_eq!(pixels(f64::INFINITY), 20_000);
    }
}
