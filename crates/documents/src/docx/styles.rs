//! The styles of the document: whoever goes on writing changes one and all of its texts follow.

use crate::block::Document;

use super::colour;
use super::page::UPRIGHT;
use super::space::W;
use super::style::{Style, font, line, shade};
use super::xml::Xml;

/// The face of all texts.
pub(super) const FACE: &str = "Titillium Web";
/// The face of code.
pub(super) const FIXED: &str = "Courier New";
/// Grey of what stands in the second row.
pub(super) const GREY: &str = "4D5F70";
/// Lines of tables.
pub(super) const PALE: &str = "C5CCD3";
/// Levels of lists that have a style.
pub(super) const LIST_STYLES: usize = 5;
/// Indent of a level of a list.
pub(super) const LIST_INDENT: u32 = 340;

/// `styles.xml`
pub(super) fn styles(document: &Document) -> Vec<u8> {
    let colour = colour::main(&document.look);
    let (dark, pale) = (colour::hex(colour), colour::hex(colour::tint(colour, 12)));
    let italian = document.language != "en";
    let mut xml = Xml::file();
    xml.element("w:styles", &[("xmlns:w", W)], |xml| {
        defaults(xml, if italian { "it-IT" } else { "en-GB" });
        texts(xml, &dark, italian);
        headings(xml, &dark);
        lists(xml);
        set_apart(xml, &dark, &pale, italian);
        tables(xml, italian);
        characters(xml, &dark);
        table_style(xml, &dark, italian);
    });
    xml.bytes()
}

fn defaults(xml: &mut Xml, language: &str) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                font(xml, FACE);
                xml.value("w:sz", "21");
                xml.value("w:szCs", "21");
                let attributes = [
                    ("w:val", language),
                    ("w:eastAsia", language),
                    ("w:bidi", "ar-SA"),
                ];
                xml.empty("w:lang", &attributes);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |_| {});
        });
    });
}

fn texts(xml: &mut Xml, dark: &str, italian: bool) {
    let named = |it, en| if italian { it } else { en };
    let own = |id, name| Style {
        id,
        name,
        own: true,
        base: "Normal",
        ..Style::default()
    };
    let custom = |id, name| Style {
        own: false,
        ..own(id, name)
    };
    let all = [
        Style {
            base: "",
            space: Some((0, 120)),
            height: Some(264),
            ..own("Normal", "Normal")
        },
        Style {
            next: "Subtitle",
            keep_next: true,
            whole_words: true,
            line: Some(("bottom", 18)),
            line_colour: dark,
            space: Some((3600, 240)),
            height: Some(240),
            bold: true,
            colour: dark,
            size: 60,
            ..own("Title", "Title")
        },
        Style {
            whole_words: true,
            space: Some((120, 240)),
            colour: GREY,
            size: 32,
            ..own("Subtitle", "Subtitle")
        },
        Style {
            bold: true,
            size: 28,
            whole_words: true,
            space: Some((120, 0)),
            ..custom("CoverBody", named("Ente in copertina", "Body on the Cover"))
        },
        Style {
            size: 24,
            space: Some((480, 0)),
            ..custom("CoverAct", named("Atto in copertina", "Act on the Cover"))
        },
        Style {
            line: Some(("bottom", 4)),
            line_colour: PALE,
            colour: GREY,
            size: 17,
            space: Some((0, 0)),
            ..own("Header", "header")
        },
        Style {
            align: "right",
            colour: GREY,
            size: 17,
            space: Some((0, 0)),
            ..own("Footer", "footer")
        },
        Style {
            keep_next: true,
            keep_lines: true,
            bold: true,
            colour: dark,
            size: 40,
            space: Some((0, 240)),
            ..own("TOCHeading", "TOC Heading")
        },
        Style {
            bold: true,
            stop: Some(("right", "dot", UPRIGHT)),
            space: Some((120, 20)),
            whole_words: true,
            ..own("TOC1", "toc 1")
        },
        Style {
            indent: Some((280, 0, 0)),
            stop: Some(("right", "dot", UPRIGHT)),
            space: Some((0, 20)),
            whole_words: true,
            ..own("TOC2", "toc 2")
        },
        Style {
            indent: Some((560, 0, 0)),
            stop: Some(("right", "dot", UPRIGHT)),
            space: Some((0, 20)),
            whole_words: true,
            size: 20,
            ..own("TOC3", "toc 3")
        },
        Style {
            indent: Some((2700, 0, 2700)),
            stop: Some(("left", "none", 2700)),
            space: Some((0, 60)),
            ..custom("Fact", named("Dato", "Fact"))
        },
        Style {
            font: FIXED,
            shade: "F2F4F6",
            size: 18,
            whole_words: true,
            space: Some((60, 160)),
            height: Some(240),
            ..custom(
                "Preformatted",
                named("Testo con i suoi a capo", "Preformatted"),
            )
        },
    ];
    for style in &all {
        style.write(xml);
    }
}

/// Size and space above, by level.
const HEADINGS: [(u32, u32); 6] = [
    (40, 360),
    (30, 320),
    (26, 280),
    (23, 240),
    (21, 200),
    (21, 200),
];

fn headings(xml: &mut Xml, dark: &str) {
    for (level, (size, above)) in (0_u8..).zip(HEADINGS) {
        let number = level + 1;
        Style {
            id: &format!("Heading{number}"),
            name: &format!("heading {number}"),
            own: true,
            base: "Normal",
            next: "Normal",
            keep_next: true,
            keep_lines: true,
            whole_words: true,
            space: Some((above, if level < 2 { 140 } else { 80 })),
            height: Some(240),
            outline: Some(level),
            bold: level < 5,
            italic: level == 5,
            colour: dark,
            size,
            ..Style::default()
        }
        .write(xml);
    }
}

fn lists(xml: &mut Xml) {
    for level in 0..LIST_STYLES {
        let suffix = match level {
            0 => String::new(),
            level => format!(" {}", level + 1),
        };
        let left = LIST_INDENT * u32::try_from(level + 1).unwrap_or(1);
        for (name, list, hanging) in [
            ("List Bullet", Some(1), LIST_INDENT),
            ("List Number", Some(2), LIST_INDENT),
            ("List Continue", None, 0),
        ] {
            let name = format!("{name}{suffix}");
            Style {
                id: &name.replace(' ', ""),
                name: &name,
                own: true,
                base: "Normal",
                list: list.map(|list| (list, level)),
                space: Some((0, 60)),
                indent: Some((left, 0, hanging)),
                ..Style::default()
            }
            .write(xml);
        }
    }
}

fn set_apart(xml: &mut Xml, dark: &str, pale: &str, italian: bool) {
    let named = |it, en| if italian { it } else { en };
    let base = Style {
        base: "Normal",
        keep_lines: true,
        line: Some(("left", 24)),
        indent: Some((284, 284, 0)),
        space: Some((60, 120)),
        ..Style::default()
    };
    for style in [
        Style {
            id: "Quote",
            name: "Quote",
            own: true,
            italic: true,
            line_colour: PALE,
            ..base.clone()
        },
        Style {
            id: "Remark",
            name: named("Avvertenza", "Remark"),
            line_colour: dark,
            shade: pale,
            ..base.clone()
        },
        Style {
            id: "Missing",
            name: named("Parte mancante", "Missing Part"),
            line_colour: "995C00",
            shade: "FFF4E0",
            ..base
        },
    ] {
        style.write(xml);
    }
}

fn tables(xml: &mut Xml, italian: bool) {
    let named = |it, en| if italian { it } else { en };
    let base = Style {
        base: "Normal",
        space: Some((30, 30)),
        height: Some(240),
        size: 18,
        ..Style::default()
    };
    for style in [
        Style {
            id: "Caption",
            name: "caption",
            own: true,
            keep_next: true,
            keep_lines: true,
            bold: true,
            colour: GREY,
            space: Some((240, 100)),
            size: 19,
            ..base.clone()
        },
        Style {
            id: "FigureCaption",
            name: named("Didascalia di figura", "Figure Caption"),
            keep_lines: true,
            bold: true,
            colour: GREY,
            size: 19,
            align: "center",
            space: Some((60, 200)),
            ..base.clone()
        },
        Style {
            id: "TableText",
            name: named("Testo di tabella", "Table Text"),
            ..base.clone()
        },
        Style {
            id: "TableHead",
            name: named("Testata di tabella", "Table Head"),
            base: "TableText",
            bold: true,
            colour: "FFFFFF",
            ..base.clone()
        },
        Style {
            id: "TableSmall",
            name: named("Testo di tabella fitta", "Dense Table Text"),
            base: "TableText",
            size: 16,
            ..base.clone()
        },
        Style {
            id: "TableHeadSmall",
            name: named("Testata di tabella fitta", "Dense Table Head"),
            base: "TableHead",
            size: 16,
            ..base.clone()
        },
        Style {
            id: "TableNote",
            name: named("Nota di tabella", "Table Note"),
            colour: GREY,
            space: Some((60, 200)),
            size: 17,
            ..base.clone()
        },
        Style {
            id: "Picture",
            name: named("Figura", "Picture"),
            align: "center",
            space: Some((160, 40)),
            size: 0,
            ..base.clone()
        },
        Style {
            id: "Signer",
            name: named("Firmatario", "Signer"),
            align: "center",
            keep_next: true,
            size: 21,
            space: Some((240, 0)),
            ..base.clone()
        },
        Style {
            id: "SignatureLine",
            name: named("Riga della firma", "Signature Line"),
            line: Some(("bottom", 6)),
            line_colour: GREY,
            indent: Some((400, 400, 0)),
            space: Some((600, 120)),
            ..base
        },
    ] {
        style.write(xml);
    }
}

fn characters(xml: &mut Xml, dark: &str) {
    let mut style = |id: &str, name: &str, run: &dyn Fn(&mut Xml)| {
        let attributes = [("w:type", "character"), ("w:styleId", id)];
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", name);
            xml.empty("w:qFormat", &[]);
            xml.element("w:rPr", &[], run);
        });
    };
    style("Strong", "Strong", &|xml| {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    });
    style("Emphasis", "Emphasis", &|xml| {
        xml.empty("w:i", &[]);
        xml.empty("w:iCs", &[]);
    });
    style("Hyperlink", "Hyperlink", &|xml| {
        xml.value("w:color", dark);
        xml.value("w:u", "single");
    });
    style("HTMLCode", "HTML Code", &|xml| {
        font(xml, FIXED);
        xml.value("w:sz", "19");
        xml.value("w:szCs", "19");
    });
}

/// Name of the style of tables in the document.
pub(super) const TABLE_STYLE: &str = "PlanTable";

fn table_style(xml: &mut Xml, dark: &str, italian: bool) {
    let normal = [
        ("w:type", "table"),
        ("w:default", "1"),
        ("w:styleId", "TableNormal"),
    ];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", "Normal Table");
        xml.element("w:tblPr", &[], |xml| margins(xml, "0", "108"));
    });
    let own = [
        ("w:type", "table"),
        ("w:customStyle", "1"),
        ("w:styleId", TABLE_STYLE),
    ];
    xml.element("w:style", &own, |xml| {
        let name = if italian {
            "Tabella del piano"
        } else {
            "Plan Table"
        };
        xml.value("w:name", name);
        xml.value("w:basedOn", "TableNormal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                line(xml, "w:top", 8, dark, "0");
                line(xml, "w:bottom", 8, dark, "0");
                line(xml, "w:insideH", 4, PALE, "0");
            });
            margins(xml, "20", "80");
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.empty("w:b", &[]);
                xml.value("w:color", "FFFFFF");
            });
            xml.element("w:tcPr", &[], |xml| shade(xml, dark));
        });
    });
}

fn margins(xml: &mut Xml, vertical: &str, sides: &str) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [
            ("w:top", vertical),
            ("w:left", sides),
            ("w:bottom", vertical),
            ("w:right", sides),
        ] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}
