//! XML as a tree of elements, enough to look into the files of offices.

use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element with what is in it.
#[derive(Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub inside: Vec<Node>,
}

/// An element or a text.
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Reads a whole file.
    pub fn read(xml: &[u8]) -> Element {
        let mut reader = Reader::from_reader(xml);
        let mut open = vec![Element::default()];
        let mut buffer = Vec::new();
        loop {
            let event = reader.read_event_into(&mut buffer).expect("whole XML");
            let inside = open.last_mut().expect("the root stays open");
            match event {
                Event::Start(tag) => open.push(Element::of(&tag)),
                Event::Empty(tag) => inside.inside.push(Node::Element(Element::of(&tag))),
                Event::End(_) => {
                    let done = open.pop().expect("a tag that ends has begun");
                    let outer = open.last_mut().expect("the root stays open");
                    outer.inside.push(Node::Element(done));
                }
                Event::Text(text) => {
                    let text = text.xml10_content().into_owned();
                    inside.inside.push(Node::Text(text));
                }
                Event::GeneralRef(name) => {
                    let text = match &*name {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => name
                            .resolve_char_ref()
                            .ok()
                            .flatten()
                            .expect("a known name"),
                    };
                    inside.inside.push(Node::Text(text.to_string()));
                }
                Event::Eof => break,
                _ => {}
            }
            buffer.clear();
        }
        assert_eq!(open.len(), 1, "all tags end");
        open.remove(0)
    }

    fn of(tag: &BytesStart) -> Element {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("well-formed attributes");
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.expect("well-formed values").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Element {
            name: tag.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            inside: Vec::new(),
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(&found.1)
    }

    /// The elements right inside.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name right inside.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|element| element.name == name)
    }

    /// All elements of a name, however deep, in their order.
    pub fn all<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        let mut found = Vec::new();
        self.walk(&mut |element| {
            if element.name == name {
                found.push(element);
            }
        });
        found
    }

    /// Every element, in the order in which they begin.
    pub fn walk<'e>(&'e self, see: &mut impl FnMut(&'e Element)) {
        for child in self.children() {
            see(child);
            child.walk(see);
        }
    }

    /// All text, without its form.
    pub fn text(&self) -> String {
        self.inside
            .iter()
            .map(|node| match node {
                Node::Element(element) => element.text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }
}

/// A file of an archive.
pub fn part(archive: &[u8], name: &str) -> Element {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .expect("the archive has the part")
        .read_to_end(&mut bytes)
        .expect("the part is whole");
    Element::read(&bytes)
}
