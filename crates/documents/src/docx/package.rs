//! The archive: parts, what they are, what they lead to.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What `word/document.xml` leads to: pictures and addresses.
#[derive(Default)]
pub(super) struct Relations {
    /// Type, target, whether it lies outside.
    all: Vec<(&'static str, String, bool)>,
    links: HashMap<String, String>,
    media: Vec<(String, Vec<u8>)>,
}

impl Relations {
    /// The relation to another part of the package.
    pub fn part(&mut self, kind: &'static str, target: &str) -> String {
        self.add(kind, target.to_owned(), false)
    }

    /// The relation to an address on the web or of mail.
    pub fn link(&mut self, address: &str) -> String {
        if let Some(id) = self.links.get(address) {
            return id.clone();
        }
        let id = self.add("hyperlink", address.to_owned(), true);
        self.links.insert(address.to_owned(), id.clone());
        id
    }

    /// The relation to a picture.
    pub fn picture(&mut self, bytes: Vec<u8>, extension: &str) -> String {
        let name = format!("media/image{}.{extension}", self.media.len() + 1);
        let id = self.add("image", name.clone(), false);
        self.media.push((format!("word/{name}"), bytes));
        id
    }

    fn add(&mut self, kind: &'static str, target: String, outside: bool) -> String {
        self.all.push((kind, target, outside));
        format!("rId{}", self.all.len())
    }

    fn xml(&self) -> Vec<u8> {
        let mut xml = Xml::file();
        let space = format!("{PACKAGE}/relationships");
        xml.element("Relationships", &[("xmlns", &space)], |xml| {
            for (i, (kind, target, outside)) in self.all.iter().enumerate() {
                let id = format!("rId{}", i + 1);
                let kind = format!("{OFFICE}/{kind}");
                let mut attributes = vec![("Id", &*id), ("Type", &*kind), ("Target", target)];
                if *outside {
                    attributes.push(("TargetMode", "External"));
                }
                xml.empty("Relationship", &attributes);
            }
        });
        xml.bytes()
    }
}

/// The parts of the document beside its text, by name and content type.
pub(super) struct Part {
    /// `styles.xml`
    pub name: &'static str,
    /// The last word of its content type.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The whole file. The dates inside are fixed: the same parts give the same bytes.
pub(super) fn pack(parts: Vec<Part>, relations: Relations, core: Vec<u8>, app: Vec<u8>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut file = |name: &str, bytes: &[u8]| {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .compression_method(CompressionMethod::Deflated);
        archive
            .start_file(name, options)
            .and_then(|()| Ok(archive.write_all(bytes)?))
            .expect("memory takes what is written");
    };
    file("[Content_Types].xml", &content_types(&parts));
    file("_rels/.rels", &root());
    file("docProps/core.xml", &core);
    file("docProps/app.xml", &app);
    file("word/_rels/document.xml.rels", &relations.xml());
    for part in &parts {
        file(&format!("word/{}", part.name), &part.bytes);
    }
    for (name, bytes) in &relations.media {
        file(name, bytes);
    }
    archive
        .finish()
        .expect("memory takes what is written")
        .into_inner()
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::file();
    let space = format!("{PACKAGE}/content-types");
    xml.element("Types", &[("xmlns", &space)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (extension, kind) in [
            ("rels", relations),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        ] {
            let attributes = [("Extension", extension), ("ContentType", kind)];
            xml.empty("Default", &attributes);
        }
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        for own in parts {
            let kind = format!("{WORD}.{}+xml", own.kind);
            part(&format!("/word/{}", own.name), &kind);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        part("/docProps/core.xml", core);
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        part("/docProps/app.xml", app);
    });
    xml.bytes()
}

fn root() -> Vec<u8> {
    let mut xml = Xml::file();
    let space = format!("{PACKAGE}/relationships");
    xml.element("Relationships", &[("xmlns", &space)], |xml| {
        let core = format!("{PACKAGE}/relationships/metadata/core-properties");
        for (id, kind, target) in [
            (
                "rId1",
                format!("{OFFICE}/officeDocument"),
                "word/document.xml",
            ),
            ("rId2", core, "docProps/core.xml"),
            (
                "rId3",
                format!("{OFFICE}/extended-properties"),
                "docProps/app.xml",
            ),
        ] {
            xml.empty(
                "Relationship",
                &[("Id", id), ("Type", &kind), ("Target", target)],
            );
        }
    });
    xml.bytes()
}
