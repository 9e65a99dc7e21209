//! Reads a picture back and asks of it what every picture promises.

use documents::picture::{Picture, Weight, text_width};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A line of text of a picture and the box it fills.
#[derive(Debug, Clone)]
pub struct Text {
    pub content: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element
        .attributes()
        .map(|attribute| attribute.expect("attributes are well formed"))
        .find(|attribute| attribute.key.as_ref() == name)?;
    Some(attribute.value.into_owned())
}

fn length(element: &BytesStart<'_>, name: &str) -> f64 {
    let text = attribute(element, name).unwrap_or_else(|| panic!("no {name}"));
    text.parse().unwrap_or_else(|_| panic!("{name} is {text}"))
}

/// The whole picture is read; elements are handed out with the text in them.
fn elements(picture: &Picture, mut each: impl FnMut(&BytesStart<'_>, &str)) {
    let mut reader = Reader::from_str(&picture.svg);
    let mut open: Vec<(BytesStart<'static>, String)> = Vec::new();
    loop {
        match reader.read_event().expect("the XML is well formed") {
            Event::Start(element) => open.push((element.into_owned(), String::new())),
            Event::Empty(element) => each(&element, ""),
            Event::Text(text) => {
                if let Some((_, content)) = open.last_mut() {
                    content.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                let content = &mut open.last_mut().expect("references stand in elements").1;
                content.push(match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "#39" => '\'',
                    other => panic!("a reference to {other:?}"),
                });
            }
            Event::End(_) => {
                let (element, content) = open.pop().expect("what ends was open");
                each(&element, &content);
            }
            Event::Eof => break,
            other => panic!("{other:?} has no place in a picture"),
        }
    }
    assert!(open.is_empty());
}

/// All ids of the picture.
pub fn ids(picture: &Picture) -> Vec<String> {
    let mut ids = Vec::new();
    elements(picture, |element, _| ids.extend(attribute(element, "id")));
    ids
}

/// Asks for well-formed XML of allowed characters, with its name and description.
pub fn whole(picture: &Picture) {
    let allowed = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    assert!(picture.svg.chars().all(allowed));
    let mut seen = Vec::new();
    elements(picture, |element, content| {
        for attribute in element.attributes().flatten() {
            let value = attribute.value;
            assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
        }
        let name = element.name().as_ref().to_owned();
        match name.as_str() {
            "title" => assert_eq!(content, picture.title),
            "desc" => assert_eq!(content, picture.alt),
            "svg" => {
                assert_eq!(attribute(element, "role").as_deref(), Some("img"));
                assert!((length(element, "width") - picture.width).abs() < 0.01);
                assert!((length(element, "height") - picture.height).abs() < 0.01);
            }
            "rect" => assert!(length(element, "width") >= 0.0 && length(element, "height") >= 0.0),
            "circle" | "path" | "text" => {}
            other => panic!("<{other}> is not in the subset that every renderer draws"),
        }
        seen.push(name);
    });
    for name in ["svg", "title", "desc"] {
        assert_eq!(seen.iter().filter(|seen| *seen == name).count(), 1);
    }
}

/// The lines of text of the picture.
pub fn texts(picture: &Picture) -> Vec<Text> {
    let mut texts = Vec::new();
    elements(picture, |element, content| {
        if element.name().as_ref() != "text" {
            return;
        }
        let size = length(element, "font-size");
        assert!(size >= 7.0, "«{content}» is set in {size} points");
        let weight = match attribute(element, "font-weight") {
            Some(_) => Weight::Bold,
            None => Weight::Regular,
        };
        let wide = text_width(content, size, weight);
        let (x, y) = (length(element, "x"), length(element, "y"));
        let left = match attribute(element, "text-anchor").as_deref() {
            Some("middle") => x - wide / 2.0,
            Some("end") => x - wide,
            _ => x,
        };
        texts.push(Text {
            content: content.to_owned(),
            left,
            right: left + wide,
            top: y - 0.7 * size,
            bottom: y + 0.2 * size,
        });
    });
    texts
}

/// Asks for a whole picture whose texts lie within it and apart from each other.
pub fn check(picture: &Picture) {
    whole(picture);
    let texts = texts(picture);
    for (n, a) in texts.iter().enumerate() {
        assert!(
            a.left >= -0.6 && a.right <= picture.width + 0.6,
            "{a:?} leaves {} x {}",
            picture.width,
            picture.height
        );
        assert!(a.top >= -0.6 && a.bottom <= picture.height + 0.6, "{a:?}");
        for b in &texts[n + 1..] {
            let apart = a.right <= b.left + 0.6
                || b.right <= a.left + 0.6
                || a.bottom <= b.top + 0.6
                || b.bottom <= a.top + 0.6;
            assert!(apart, "{a:?} {b:?} in {}", picture.title);
        }
    }
}
