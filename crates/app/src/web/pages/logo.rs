//! The logo of the documents: a picture that the office brings, kept with them and named by the plan as
//! a file of the command line is. It is never shown as a page, only downloaded or set into a document.

use documents::block::{Block, Document, Heading, Logo, LogoFormat, Look as House};
use store::{LOGO, NewDocument, Store};

use super::documents::show;
use super::saving::{Saving, everywhere};
use super::{Looked, author};
use crate::document::logo_format;
use crate::messages::Catalogue;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::part::{Action, Field, Kind, Link, Look, Post};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::shown::Shown;

/// The largest file, in bytes.
const LARGEST: usize = 1024 * 1024;

/// A picture that unfolds to more dots would exhaust the memory of who sets it.
const MOST_DOTS: u64 = 16_000_000;

/// What the page of documents says of the logo, and the form that brings another.
pub struct LogoForm<'a> {
    /// What is used now.
    pub said: String,
    /// It, as a file.
    pub file: Option<Link>,
    /// Where it is sent.
    pub post: Post,
    /// The file.
    pub field: Field<'a>,
    /// The button.
    pub button: Action,
}

/// The form, with what is wrong with a file that was sent.
pub fn form<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'_>,
    wrong: Option<String>,
) -> Result<LogoForm<'a>, Failure> {
    let t = asked.t;
    let loaded = shown.loaded;
    let kept = kept(&asked.server.store, loaded)?;
    let said = match (named(loaded), &kept) {
        (None, _) => t.text("web-logo-none"),
        (Some(name), None) => t.with("web-logo-missing", &[("name", name)]),
        (Some(_), Some(_)) => t.text("web-logo-used"),
    };
    let file = kept.map(|kept| {
        let address = format!("/{}/{}/documenti/{}", loaded.body, kept.plan, kept.id);
        Link::new(kept.file_name, address)
    });
    let accepted = Kind::Files(".svg,.png", t.text("web-logo-limits"));
    Ok(LogoForm {
        said,
        file,
        post: Post {
            action: shown.address("documenti/logo"),
            csrf: asked.person()?.csrf.clone(),
            hidden: Vec::new(),
        },
        field: Field::new(t, accepted, "logo", t.text("web-logo-file"))
            .needed()
            .wrong(wrong),
        button: Action::submit(t.text("web-logo-keep"), Look::Second),
    })
}

/// The file that the plan names.
fn named(loaded: &Loaded) -> Option<&str> {
    let name = loaded.plan().body.logo.as_deref()?.trim();
    (!name.is_empty()).then_some(name)
}

/// The logo that the plan names, as it is kept: its own, else that of another plan of the body, from
/// which it may have been copied.
fn kept(store: &Store, loaded: &Loaded) -> Result<Option<store::Document>, Failure> {
    let Some(name) = named(loaded) else {
        return Ok(None);
    };
    let mut logos = store.logos(&loaded.body)?;
    logos.retain(|logo| logo.file_name == name);
    let own = logos.iter().position(|logo| logo.plan == loaded.id);
    Ok(match own {
        Some(at) => Some(logos.swap_remove(at)),
        None => logos.into_iter().next(),
    })
}

/// The logo for a document of a plan; none where it names none, or one that was never brought.
///
/// # Errors
/// What the database says.
pub fn of_plan(store: &Store, loaded: &Loaded, t: &Catalogue) -> Result<Option<Logo>, Failure> {
    let Some(kept) = kept(store, loaded)? else {
        return Ok(None);
    };
    let (_, bytes) = store.document_content(&loaded.body, kept.id)?;
    Ok(logo_format(&bytes).map(|format| read(t, loaded, bytes, format)))
}

fn read(t: &Catalogue, loaded: &Loaded, bytes: Vec<u8>, format: LogoFormat) -> Logo {
    let body = loaded.plan().body.name.as_deref().unwrap_or_default();
    Logo {
        bytes,
        format,
        alt: t.with("document-logo", &[("body", body)]),
    }
}

/// A logo is brought: looked at, kept, and named by the plan.
pub fn keep(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let (shown, loaded) = (looked.shown(t), &looked.loaded);
    let refuse = |key: &str| show(asked, Some(("logo", t.text(key))));
    let mut files = asked.files.iter();
    let Some(file) = files.find(|file| file.field == "logo" && !file.bytes.is_empty()) else {
        return refuse("web-logo-empty");
    };
    if file.bytes.len() > LARGEST {
        return refuse("web-logo-large");
    }
    let ending = match logo_format(&file.bytes) {
        Some(LogoFormat::Png) if dots(&file.bytes) <= MOST_DOTS => "png",
        Some(LogoFormat::Svg) if is_drawing_alone(&file.bytes) => "svg",
        _ => return refuse("web-logo-kind"),
    };
    if !can_be_set(asked, loaded, &file.bytes) {
        return refuse("web-logo-kind");
    }
    let name = name(&file.name, ending);
    let mut saving = Saving::new("logo", String::new());
    let body = loaded.records().iter().find(|record| record.kind == "body");
    match body {
        Some(record) => {
            let now = loaded.plan().body.logo.as_deref().unwrap_or_default();
            saving.set(record.number, "logo", String::new(), now, &name);
        }
        None => saving.add("body", &[("logo", name.clone())]),
    }
    let today = today(asked.now).to_string();
    let new = NewDocument {
        plan: loaded.id,
        kind: LOGO,
        format: ending,
        at_date: &today,
        revision: loaded.revision,
        file_name: &name,
        content: &file.bytes,
    };
    let store = &asked.server.store;
    store.keep_document_with(&loaded.body, &new, &saving.changes, &author(asked)?)?;
    let back = shown.address("documenti");
    let join = if back.contains('?') { '&' } else { '?' };
    Ok(Answer::to(format!("{back}{join}fatto=logo")))
}

/// How many dots a PNG says it has.
fn dots(png: &[u8]) -> u64 {
    let side = |at: usize| {
        let four = png.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map_or(u64::MAX, |four| u64::from(u32::from_be_bytes(four)))
    };
    side(16).saturating_mul(side(20))
}

/// Whether a drawing is one by itself: nothing in it runs, unfolds, or holds another file.
fn is_drawing_alone(svg: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(svg) else {
        return false;
    };
    let text = text.to_lowercase();
    let refused = [
        "<!doctype",
        "<!entity",
        "script",
        "foreignobject",
        "<image",
        ":image",
        "<iframe",
        "data:",
        "@import",
    ];
    !refused.iter().any(|part| text.contains(part))
}

/// Whether the typesetting takes it: the strictest of the writers.
fn can_be_set(asked: &Asked<'_>, loaded: &Loaded, bytes: &[u8]) -> bool {
    let t = asked.t;
    let Some(format) = logo_format(bytes) else {
        return false;
    };
    let trial = Document {
        language: t.language.tag(),
        title: t.text("web-logo-title"),
        subtitle: None,
        body: t.text("web-logo-title"),
        act: None,
        date: Some(today(asked.now)),
        look: House {
            colours: Vec::new(),
            logo: Some(read(t, loaded, bytes.to_vec(), format)),
        },
        watermark: None,
        words: crate::document::words(t),
        blocks: vec![
            Block::Heading(Heading {
                level: 1,
                text: t.text("web-logo-title"),
                id: "logo".to_owned(),
            }),
            Block::text(t.text("web-logo-title")),
        ],
    };
    match documents::pdf::write(&trial) {
        Ok(_) => true,
        Err(unset) => {
            tracing::info!(causes = ?unset.causes, "a logo was refused");
            false
        }
    }
}

/// The name under which it is kept: plain, with the ending of what it is.
fn name(sent: &str, ending: &str) -> String {
    let stem = sent.rsplit_once('.').map_or(sent, |(stem, _)| stem);
    let plain = |c: char| match c.is_alphanumeric() || "-_".contains(c) {
        true => c,
        false => '-',
    };
    let stem: String = stem.chars().map(plain).take(60).collect();
    match stem.trim_matches('-') {
        "" => format!("logo.{ending}"),
        stem => format!("{stem}.{ending}"),
    }
}
