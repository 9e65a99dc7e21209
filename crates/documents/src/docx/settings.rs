//! Settings, faces and properties of the document.

use crate::block::Document;
use jiff::civil::Date;

use super::space::W;
use super::styles::{FACE, FIXED};
use super::xml::Xml;

/// `settings.xml`
pub(super) fn settings(document: &Document) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.element("w:settings", &[("xmlns:w", W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.value("w:defaultTabStop", "709");
        xml.value("w:autoHyphenation", "true");
        xml.value("w:hyphenationZone", "357");
        xml.value("w:doNotHyphenateCaps", "true");
        xml.value("w:characterSpacingControl", "doNotCompress");
        // Page numbers are known to who lays the pages out.
        xml.value("w:updateFields", "true");
        xml.element("w:compat", &[], |xml| {
            let attributes = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &attributes);
        });
        let language = language(document);
        xml.empty("w:themeFontLang", &[("w:val", language)]);
        let separators = if document.language == "en" {
            [".", ","]
        } else {
            [",", ";"]
        };
        xml.value("w:decimalSymbol", separators[0]);
        xml.value("w:listSeparator", separators[1]);
    });
    xml.bytes()
}

/// `fontTable.xml`: what to set the texts in where the faces are missing.
pub(super) fn faces() -> Vec<u8> {
    let mut xml = Xml::file();
    xml.element("w:fonts", &[("xmlns:w", W)], |xml| {
        for (name, other, family, pitch) in [
            (FACE, "Calibri", "swiss", "variable"),
            ("Arial", "Liberation Sans", "swiss", "variable"),
            (FIXED, "Liberation Mono", "modern", "fixed"),
        ] {
            xml.element("w:font", &[("w:name", name)], |xml| {
                xml.value("w:altName", other);
                xml.value("w:family", family);
                xml.value("w:pitch", pitch);
            });
        }
    });
    xml.bytes()
}

/// The day of a document that does not say its own: there is no clock.
fn day(document: &Document) -> Date {
    document.date.unwrap_or(jiff::civil::date(2026, 1, 1))
}

fn language(document: &Document) -> &'static str {
    if document.language == "en" {
        "en-GB"
    } else {
        "it-IT"
    }
}

/// `core.xml`: title, author, language, day.
pub(super) fn core(document: &Document) -> Vec<u8> {
    let mut xml = Xml::file();
    let spaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.text_element("dc:title", &[], &document.title);
        if let Some(subtitle) = &document.subtitle {
            xml.text_element("dc:subject", &[], subtitle);
        }
        xml.text_element("dc:creator", &[], &document.body);
        xml.text_element("dc:language", &[], language(document));
        xml.text_element("cp:lastModifiedBy", &[], &document.body);
        let moment = format!("{}T00:00:00Z", day(document));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text_element(name, &[("xsi:type", "dcterms:W3CDTF")], &moment);
        }
    });
    xml.bytes()
}

/// `app.xml`: the body once more, where programs look for it.
pub(super) fn app(document: &Document) -> Vec<u8> {
    let mut xml = Xml::file();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.text_element("Application", &[], "Traguardo");
        xml.text_element("Company", &[], &document.body);
    });
    xml.bytes()
}
