//! A stream of XML, reduced to what sheets need: elements by local name, and text.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

/// The file is not the XML that it should be.
#[derive(Debug)]
pub(super) struct Damaged;

/// A reader of XML.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

/// A piece of XML.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(BytesStart<'a>),
    /// An element ends.
    Close(BytesEnd<'a>),
    /// Text.
    Text(Cow<'a, str>),
    /// Comments, declarations and the like.
    Other,
    /// The file ends.
    End,
}

impl<R: BufRead> Xml<R> {
    pub fn of(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Xml {
            reader,
            buffer: Vec::new(),
        }
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece<'_>, Damaged> {
        self.buffer.clear();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|_| Damaged)?;
        Ok(match event {
            Event::Start(tag) => Piece::Open(tag),
            Event::End(tag) => Piece::Close(tag),
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(name) => match &*name {
                "amp" => Piece::Text(Cow::Borrowed("&")),
                "lt" => Piece::Text(Cow::Borrowed("<")),
                "gt" => Piece::Text(Cow::Borrowed(">")),
                "quot" => Piece::Text(Cow::Borrowed("\"")),
                "apos" => Piece::Text(Cow::Borrowed("'")),
                _ => match name.resolve_char_ref() {
                    Ok(Some(c)) => Piece::Text(Cow::Owned(c.to_string())),
                    _ => return Err(Damaged),
                },
            },
            Event::Eof => Piece::End,
            _ => Piece::Other,
        })
    }
}

/// The value of an attribute, by its local name.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let attribute = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok()
}

/// An attribute that is a number.
pub(super) fn number<T: std::str::FromStr>(tag: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(tag, name)?.trim().parse().ok()
}
