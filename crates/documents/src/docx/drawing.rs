//! Pictures in the text.

use crate::block::{Figure, Logo, LogoFormat};

use super::body::{Body, Paragraph};
use super::raster;
use super::space::{A, PIC, R, WP};
use super::xml::Xml;

/// Units of drawings in a point.
const UNITS: f64 = 12_700.0;
/// Room for the logo, in points.
const LOGO: (f64, f64) = (220.0, 80.0);
/// A picture so much wider than an upright page still can be read on it.
const STILL_UPRIGHT: f64 = 1.12;

/// Whether a picture needs a page that lies.
pub(super) fn needs_landscape(figure: &Figure, upright: f64) -> bool {
    let picture = &figure.picture;
    picture.width > upright * STILL_UPRIGHT && picture.width > picture.height
}

/// A picture with its caption under it.
pub(super) fn figure(body: &mut Body, figure: &Figure) {
    let picture = &figure.picture;
    let (width, height) = fit((picture.width, picture.height), body.page.room());
    let bytes = raster::png(&picture.svg, width);
    let alone = Paragraph {
        keep_next: true,
        spaced: true,
        ..Paragraph::of("Picture")
    };
    body.paragraph(alone, |body, xml| match bytes {
        Some(bytes) => {
            let relation = body.relations.picture(bytes, "png");
            let names = (&*figure.caption, &*figure.picture.alt);
            inline(body, xml, &relation, (width, height), names);
        }
        None => super::inline::run(xml, &figure.picture.alt, super::inline::Form::default()),
    });
}

/// The logo; nothing if the file is not what it claims to be.
pub(super) fn logo(body: &mut Body, logo: &Logo) {
    let Some((bytes, extension, size)) = read(logo) else {
        return;
    };
    let size = fit(size, LOGO);
    body.paragraph(Paragraph::of("CoverBody"), |body, xml| {
        let relation = body.relations.picture(bytes, extension);
        inline(body, xml, &relation, size, (&logo.alt, &logo.alt));
    });
}

fn read(logo: &Logo) -> Option<(Vec<u8>, &'static str, (f64, f64))> {
    let (extension, size) = match logo.format {
        LogoFormat::Svg => {
            let svg = std::str::from_utf8(&logo.bytes).ok()?;
            let size = raster::size_of(svg)?;
            let (width, _) = grown(size, LOGO);
            return Some((raster::png(svg, width)?, "png", grown(size, LOGO)));
        }
        LogoFormat::Png => ("png", png_size(&logo.bytes)?),
        LogoFormat::Jpeg => ("jpeg", jpeg_size(&logo.bytes)?),
    };
    Some((logo.bytes.clone(), extension, grown(size, LOGO)))
}

/// The size that fits in a room, never larger than its own.
fn fit((width, height): (f64, f64), room: (f64, f64)) -> (f64, f64) {
    let (width, height) = (width.clamp(1.0, 1e6), height.clamp(1.0, 1e6));
    let scale = (room.0 / width).min(room.1 / height).min(1.0);
    (width * scale, height * scale)
}

/// The size that fills a room.
fn grown((width, height): (f64, f64), room: (f64, f64)) -> (f64, f64) {
    let scale = (room.0 / width).min(room.1 / height);
    (width * scale, height * scale)
}

fn png_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..16)?;
    let side = |at: usize| -> Option<u32> {
        let four = head.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    (head.starts_with(b"IHDR")).then_some(())?;
    measured(side(4)?, side(8)?)
}

fn jpeg_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let marker = *rest.strip_prefix(b"\xff")?.first()?;
        if marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?));
        // Frames, without the tables that share their range of marks.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let side = |at: usize| -> Option<u32> {
                let two = rest.get(at..at + 2)?.try_into().ok()?;
                Some(u32::from(u16::from_be_bytes(two)))
            };
            return measured(side(7)?, side(5)?);
        }
        rest = rest.get(2 + length.max(2)..)?;
    }
}

fn measured(width: u32, height: u32) -> Option<(f64, f64)> {
    (width > 0 && height > 0).then(|| (f64::from(width), f64::from(height)))
}

/// A drawing as a letter of the line: size in points, title and text alternative.
fn inline(body: &mut Body, xml: &mut Xml, relation: &str, size: (f64, f64), names: (&str, &str)) {
    let id = body.drawing().to_string();
    let name = format!("Picture {id}");
    let units = |points: f64| ((points * UNITS) as u64).max(1).to_string();
    let (across, down) = (units(size.0), units(size.1));
    let extent = [("cx", &*across), ("cy", &*down)];
    xml.element("w:r", &[], |xml| {
        xml.element("w:drawing", &[], |xml| {
            let distance = [
                ("distT", "0"),
                ("distB", "0"),
                ("distL", "0"),
                ("distR", "0"),
            ];
            xml.element("wp:inline", &distance, |xml| {
                xml.empty("wp:extent", &extent);
                let (title, alt) = names;
                let properties = [
                    ("id", &*id),
                    ("name", &name),
                    ("descr", alt),
                    ("title", title),
                ];
                xml.empty("wp:docPr", &properties);
                xml.element("wp:cNvGraphicFramePr", &[], |xml| {
                    let locks = [("xmlns:a", A), ("noChangeAspect", "1")];
                    xml.empty("a:graphicFrameLocks", &locks);
                });
                xml.element("a:graphic", &[("xmlns:a", A)], |xml| {
                    xml.element("a:graphicData", &[("uri", PIC)], |xml| {
                        picture(xml, relation, &id, &name, &extent);
                    });
                });
            });
        });
    });
}

fn picture(xml: &mut Xml, relation: &str, id: &str, name: &str, extent: &[(&str, &str)]) {
    xml.element("pic:pic", &[("xmlns:pic", PIC)], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", id), ("name", name)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("xmlns:r", R), ("r:embed", relation)]);
            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", extent);
            });
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                xml.empty("a:avLst", &[]);
            });
        });
    });
}

/// Vocabularies of drawings, for the root of the text.
pub(super) const SPACES: [(&str, &str); 1] = [("xmlns:wp", WP)];
