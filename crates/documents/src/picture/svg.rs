//! The writer of SVG: elements with presentation attributes, texts escaped, figures short.

use std::fmt::Write;

use super::colour::Colour;
use super::measure::Weight;
use super::plane::{Point, Rect};
use super::wrap::plain;
use super::{Caption, Picture};

/// A length as text: at most two decimals, never `-0`, never anything but a number.
pub(crate) fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{:.2}", value.clamp(-1e6, 1e6));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A text as it stands in XML, between tags or in an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Paint {
    pub(crate) fill: Option<Colour>,
    pub(crate) stroke: Option<(Colour, f64)>,
    pub(crate) dash: Option<&'static str>,
}

impl Paint {
    pub(crate) fn fill(colour: Colour) -> Paint {
        Paint {
            fill: Some(colour),
            ..Paint::default()
        }
    }

    pub(crate) fn stroke(colour: Colour, width: f64) -> Paint {
        Paint {
            stroke: Some((colour, width)),
            ..Paint::default()
        }
    }

    pub(crate) fn and_stroke(self, colour: Colour, width: f64) -> Paint {
        Paint {
            stroke: Some((colour, width)),
            ..self
        }
    }

    pub(crate) fn dashed(self, dash: &'static str) -> Paint {
        Paint {
            dash: Some(dash),
            ..self
        }
    }

    fn attributes(self) -> String {
        let mut out = match self.fill {
            Some(colour) => format!(" fill=\"{}\"", colour.hex()),
            None => " fill=\"none\"".to_owned(),
        };
        if let Some((colour, width)) = self.stroke {
            let _ = write!(
                out,
                " stroke=\"{}\" stroke-width=\"{}\"",
                colour.hex(),
                number(width)
            );
        }
        if let Some(dash) = self.dash {
            let _ = write!(out, " stroke-dasharray=\"{dash}\"");
        }
        out
    }
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// The look of a line of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) colour: Colour,
    pub(crate) anchor: Anchor,
}

impl Type {
    pub(crate) fn regular(size: f64, colour: Colour) -> Type {
        Type {
            size,
            weight: Weight::Regular,
            colour,
            anchor: Anchor::Start,
        }
    }

    pub(crate) fn bold(size: f64, colour: Colour) -> Type {
        Type {
            weight: Weight::Bold,
            ..Type::regular(size, colour)
        }
    }

    pub(crate) fn anchored(self, anchor: Anchor) -> Type {
        Type { anchor, ..self }
    }

    /// How far below the middle of a line its baseline is.
    pub(crate) fn drop(self) -> f64 {
        self.size * 0.345
    }
}

/// A drawing in the making. What is drawn later lies above.
#[derive(Debug, Default)]
pub(crate) struct Svg {
    body: String,
    linked: bool,
}

impl Svg {
    pub(crate) fn rect(&mut self, rect: Rect, radius: f64, paint: Paint) {
        let round = if radius > 0.0 {
            format!(" rx=\"{}\"", number(radius))
        } else {
            String::new()
        };
        let _ = writeln!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round}{}/>",
            number(rect.x),
            number(rect.y),
            number(rect.width.max(0.0)),
            number(rect.height.max(0.0)),
            paint.attributes()
        );
    }

    pub(crate) fn circle(&mut self, at: Point, radius: f64, paint: Paint) {
        let _ = writeln!(
            self.body,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(at.0),
            number(at.1),
            number(radius.max(0.0)),
            paint.attributes()
        );
    }

    /// A path from its `d`.
    pub(crate) fn path(&mut self, d: &str, paint: Paint) {
        let _ = writeln!(self.body, "<path d=\"{d}\"{}/>", paint.attributes());
    }

    /// A line through the points, open.
    pub(crate) fn line(&mut self, points: &[Point], paint: Paint) {
        self.path(&trace(points), paint);
    }

    /// The shape between the points.
    pub(crate) fn polygon(&mut self, points: &[Point], paint: Paint) {
        self.path(&format!("{}Z", trace(points)), paint);
    }

    /// One line of text with its baseline at the point. An empty one leaves nothing.
    pub(crate) fn text(&mut self, at: Point, text: &str, look: Type) {
        let text = escaped(text);
        if text.is_empty() {
            return;
        }
        let weight = match look.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"700\"",
        };
        let anchor = match look.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{text}</text>",
            number(at.0),
            number(at.1),
            number(look.size),
            look.colour.hex()
        );
    }

    /// Lines of text below each other, the first one's baseline at the point.
    pub(crate) fn lines(&mut self, at: Point, lines: &[String], step: f64, look: Type) {
        for (n, line) in (0_u32..).zip(lines) {
            self.text((at.0, at.1 + f64::from(n) * step), line, look);
        }
    }

    /// What is drawn leads somewhere.
    pub(crate) fn link(&mut self, href: &str, draw: impl FnOnce(&mut Svg)) {
        self.linked = true;
        let _ = writeln!(self.body, "<a href=\"{}\">", escaped(href));
        draw(self);
        self.body.push_str("</a>\n");
    }

    /// The whole picture on white ground.
    pub(crate) fn finish(self, caption: &Caption, width: f64, height: f64) -> Picture {
        let id = identifier(&caption.id);
        let (title, alt) = (plain(&caption.title), plain(&caption.description));
        // What is one image has no parts that could be reached by themselves.
        let role = if self.linked { "group" } else { "img" };
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"{role}\" \
             aria-labelledby=\"{id}-title {id}-desc\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"0 0 {w} {h}\" font-family=\"Titillium Web, DejaVu Sans, sans-serif\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"#FFFFFF\"/>\n",
            escaped(&title),
            escaped(&alt),
            w = number(width),
            h = number(height),
        );
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        Picture {
            svg,
            width,
            height,
            title,
            alt,
        }
    }
}

fn trace(points: &[Point]) -> String {
    let mut d = String::new();
    for (n, &(x, y)) in points.iter().enumerate() {
        let pen = if n == 0 { 'M' } else { 'L' };
        let _ = write!(d, "{pen}{} {}", number(x), number(y));
    }
    d
}

/// An id that XML and HTML accept, whatever the caller gave.
fn identifier(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '_' {
                c
            } else {
                '-'
            }
        })
        .take(80)
        .collect();
    if kept.starts_with(|c: char| c.is_ascii_alphabetic()) {
        kept
    } else {
        format!("p{kept}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_always_numbers() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(2.345), "2.35");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(100.0), "100");
    }

    #[test]
    fn what_xml_forbids_is_dropped_and_the_rest_escaped() {
        assert_eq!(
            escaped("a<b>\"c\" & 'd'\u{0}\u{FFFF}\u{1b}"),
            "a&lt;b&gt;&quot;c&quot; &amp; &#39;d&#39;"
        );
    }

    #[test]
    fn ids_are_names() {
        assert_eq!(identifier("1 \"><script>"), "p1----script-");
        assert_eq!(identifier(""), "p");
    }
}
