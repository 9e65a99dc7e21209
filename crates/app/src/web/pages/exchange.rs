//! `/{body}/{plan}/esporta`: the whole plan as a file.

use askama::Template;
use domain::plan::PlanKind;

use super::weights::related;
use super::{frame_of, plan};
use crate::format::{self, Format};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Action, Link, Look, Tabs};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "export.html")]
struct ExportPage<'a> {
    page: Page<'a>,
    lead: String,
    related: Tabs<'a>,
    ways: Vec<OneWay>,
    import: Option<Link>,
}

/// A form of the file.
struct OneWay {
    title: String,
    text: String,
    action: Action,
}

/// The forms to choose from.
pub fn choose(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let t = asked.t;
    let ways = ["xlsx", "toml", "json"].into_iter().map(|form| {
        let title = t.text(&format!("web-whole-{form}"));
        let mut action = Action::to(
            t.text("web-whole-download"),
            if form == "xlsx" {
                Look::First
            } else {
                Look::Second
            },
            format!("/{}/{}/esporta.{form}", loaded.body, loaded.id),
        );
        action.icon = Some("download");
        action.about = Some(title.clone());
        OneWay {
            text: t.text(&format!("web-whole-{form}-text")),
            title,
            action,
        }
    });
    let import = format!("/{}/importa?piano={}", loaded.body, loaded.id);
    let beside = t.text("web-structure-pages");
    let page = ExportPage {
        page: frame_of(asked, &shown, "documenti", t.text("web-whole-title")),
        lead: t.text("web-whole-lead"),
        related: related(asked, &shown, "esporta", &beside),
        ways: ways.collect(),
        import: asked
            .may(Right::Import)
            .then(|| Link::new(t.text("web-whole-import"), import)),
    };
    Ok(Answer::page(page.render()?))
}

fn file(asked: &Asked<'_>, form: Format, ending: &str, media: &str) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let plan = loaded.plan();
    let bytes = format::write(form, plan).map_err(|f| Failure::Broken(asked.t.finding(&f).0))?;
    let year = plan.year().map(|year| year.to_string()).unwrap_or_default();
    let kind = match plan.heading.kind {
        Some(PlanKind::Monitoring) => "monitoraggio",
        Some(PlanKind::Report) => "relazione",
        _ => "piano",
    };
    let name = format!("{}-{kind}-{year}.{ending}", loaded.body);
    Ok(Answer::file(&name, media, bytes))
}

/// The plan in TOML.
pub fn toml(asked: &Asked<'_>) -> Result<Answer, Failure> {
    file(asked, Format::Toml, "toml", "application/toml")
}

/// The plan in JSON.
pub fn json(asked: &Asked<'_>) -> Result<Answer, Failure> {
    file(asked, Format::Json, "json", "application/json")
}

/// The plan as a workbook.
pub fn workbook(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    file(asked, Format::Workbook, "xlsx", media)
}
