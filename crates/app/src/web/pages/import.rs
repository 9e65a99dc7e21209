//! `/{body}/importa`: a plan from a file. First what would happen, then it happens.

use askama::Template;
use axum::http::StatusCode;
use domain::check::{Rule, check};
use domain::finding::Severity;
use domain::plan::Plan;
use domain::target::Readings;
use serde_json::{Value, json};
use store::Error;

use super::saving::done;
use super::{author, frame};
use crate::cli::place_words;
use crate::format::difference::{Difference, Summary, differences};
use crate::format::draft::{Draft, Located};
use crate::format::{self, workbook};
use crate::web::asked::{Asked, digest, hex};
use crate::web::demo::add_plan;
use crate::web::failure::Failure;
use crate::web::incoming::changes;
use crate::web::page::{Notice, Page};
use crate::web::part::{
    Action, BigNumber, Cell, Choice, Column, Field, Figure, Findings, Kind, Link, Look, Noticed,
    Post, Row, Tab, Table, Tabs, Weight,
};
use crate::web::receive::{Answer, today};

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage<'a> {
    page: Page<'a>,
    lead: String,
    action: String,
    fields: Vec<Field<'a>>,
    send: Action,
    unusable: Option<Findings<'a>>,
    template: Link,
    next_year: Link,
}

/// Under what name the file waits between the trial and its application: the asker's alone.
const WAITING: &str = "importa";

/// The form.
pub fn ask(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, None, None)
}

fn show<'a>(
    asked: &Asked<'a>,
    error: Option<String>,
    unusable: Option<Findings<'a>>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let body = asked.part("body");
    let mut choices = vec![Choice::new("nuovo", t.text("web-import-new"))];
    for plan in asked.server.store.plans(body)? {
        if plan.archived.is_none() {
            let label = label(&plan);
            choices.push(Choice::new(
                plan.id.to_string(),
                t.with("web-import-onto", &[("plan", &label)]),
            ));
        }
    }
    let onto = match asked.form.text("su") {
        "" => asked.query.text("piano"),
        onto => onto,
    };
    let megabytes = (asked.server.settings.largest_upload / (1024 * 1024)).to_string();
    let limits = t.with("web-import-limits", &[("size", &megabytes)]);
    let accept = ".xlsx,.xlsm,.ods,.toml,.json";
    let file = Field::new(
        t,
        Kind::Files(accept, limits),
        "file",
        t.text("web-import-file"),
    )
    .wrong(error)
    .needed();
    let onto = Field::new(t, Kind::One(choices), "su", t.text("web-import-where"))
        .holding(if onto.is_empty() { "nuovo" } else { onto });
    let page = ImportPage {
        page: frame(asked, "home", t.text("web-import")),
        lead: t.text("web-import-lead"),
        action: format!("/{body}/importa"),
        fields: vec![file, onto],
        send: Action::submit(t.text("web-import-try"), Look::First),
        unusable,
        template: Link::new(
            t.text("web-import-template"),
            format!("/{body}/importa/modello.xlsx"),
        ),
        next_year: Link::new(t.text("web-import-next-year"), format!("/{body}/nuovo")),
    };
    Ok(Answer::page(page.render()?))
}

/// Year and title of a plan.
pub(super) fn label(plan: &store::Plan) -> String {
    match plan.title.as_str() {
        "" => plan.year.to_string(),
        title if title.contains(&plan.year.to_string()) => title.to_owned(),
        title => format!("{} – {title}", plan.year),
    }
}

/// The workbook that an office fills in.
pub fn template(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let bytes = workbook::template().map_err(|f| Failure::Broken(asked.t.finding(&f).0))?;
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(Answer::file("piano-vuoto.xlsx", media, bytes))
}

/// A file arrives: kept for the asker alone until it is applied or another comes.
pub fn upload(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let refuse = |error: Option<String>, unusable: Option<Findings<'_>>| {
        Ok(show(asked, error, unusable)?.status(StatusCode::UNPROCESSABLE_ENTITY))
    };
    let Some(file) = asked.files.iter().find(|file| file.field == "file") else {
        return refuse(Some(asked.t.text("web-import-no-file")), None);
    };
    if let Err(findings) = format::read(&file.name, &file.bytes) {
        let unusable = told(asked, findings.iter());
        let error = asked.t.with("web-import-unusable", &[("name", &file.name)]);
        return refuse(Some(error), Some(unusable));
    }
    let onto = asked.form.text("su");
    let content = json!({ "name": file.name, "bytes": hex(&file.bytes), "su": onto });
    asked.server.store.keep_draft(
        &who.body,
        who.account,
        WAITING,
        &content.to_string(),
        asked.now,
    )?;
    Ok(Answer::to(format!("/{}/importa/prova", who.body)))
}

/// The file that waits.
struct Waiting {
    name: String,
    digest: String,
    onto: String,
    draft: Draft,
}

fn waiting(asked: &Asked<'_>) -> Result<Option<Waiting>, Failure> {
    let who = asked.person()?;
    let Some(kept) = asked.server.store.draft(&who.body, who.account, WAITING)? else {
        return Ok(None);
    };
    let content: Value = serde_json::from_str(&kept.content).unwrap_or_default();
    let text = |name: &str| {
        content
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let bytes = unhex(text("bytes"));
    let name = text("name").to_owned();
    let Ok(draft) = format::read(&name, &bytes) else {
        return Ok(None);
    };
    Ok(Some(Waiting {
        digest: digest(&bytes),
        onto: text("su").to_owned(),
        name,
        draft,
    }))
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or(0);
    let pairs = text.as_bytes().chunks_exact(2);
    pairs
        .map(|pair| u8::try_from(digit(&pair[0]) * 16 + digit(&pair[1])).unwrap_or(0))
        .collect()
}

#[derive(Template)]
#[template(path = "import_trial.html")]
struct TrialPage<'a> {
    page: Page<'a>,
    lead: String,
    cards: Vec<BigNumber<'a>>,
    tabs: Tabs<'a>,
    said: String,
    table: Option<Table<'a>>,
    more_differences: Option<Link>,
    findings_title: String,
    findings: Option<Findings<'a>>,
    more_findings: Option<Link>,
    post: Post,
    apply: Action,
    cancel: Link,
}

/// Shown at first.
const DIFFERENCES: usize = 100;
const FINDINGS: usize = 30;

/// What would happen: the findings, as the check on the command line says them, and the differences
/// to what is stored.
pub fn dry_run(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let body = asked.part("body");
    let Some(waiting) = waiting(asked)? else {
        return Ok(Answer::to(format!("/{body}/importa")));
    };
    let plans = asked.server.store.plans(body)?;
    let plans: Vec<_> = plans
        .into_iter()
        .filter(|plan| plan.archived.is_none())
        .collect();
    let onto = match asked.query.text("su") {
        "" => waiting.onto.clone(),
        onto => onto.to_owned(),
    };
    let onto = plans.iter().find(|plan| plan.id.to_string() == onto);
    let loaded = match onto {
        Some(plan) => Some(asked.server.plans.get(&asked.server.store, body, plan.id)?),
        None => None,
    };
    let plan = &waiting.draft.plan;
    let none = Plan::default();
    let differences = match &loaded {
        Some(loaded) => differences(loaded.plan(), plan),
        None => differences(&none, plan),
    };
    let findings = all_findings(&waiting.draft, asked);
    let turn = |text: String, value: &str, here: bool| Tab {
        link: Link::new(
            text,
            format!("{}?{}", asked.path, asked.query.with("su", Some(value))),
        ),
        here,
        count: None,
    };
    let mut turns = vec![turn(t.text("web-import-new"), "nuovo", onto.is_none())];
    turns.extend(plans.iter().map(|plan| {
        let here = onto.is_some_and(|onto| onto.id == plan.id);
        let label = label(plan);
        turn(
            t.with("web-import-onto", &[("plan", &label)]),
            &plan.id.to_string(),
            here,
        )
    }));
    let whole_list = |name: &str, count: usize, most: usize| {
        let more = count > most && asked.query.text(name) != "tutti";
        more.then(|| {
            Link::new(
                t.with("web-import-all", &[("count", &count.to_string())]),
                format!("{}?{}", asked.path, asked.query.with(name, Some("tutti"))),
            )
        })
    };
    let more_differences = match &loaded {
        Some(_) => whole_list("differenze", differences.len(), DIFFERENCES),
        None => None,
    };
    let more_findings = whole_list("rilievi", findings.len(), FINDINGS);
    let shown_findings = match more_findings {
        Some(_) => &findings[..FINDINGS],
        None => &findings[..],
    };
    let shown_differences = match more_differences {
        Some(_) => &differences[..DIFFERENCES],
        None => &differences[..],
    };
    let summary = Summary::of(&differences);
    let counts = [summary.added, summary.removed, summary.changed].map(|n| n.to_string());
    let label = t.text("web-import-where");
    let mut page = frame(asked, "home", t.text("web-import-trial"));
    page.crumbs = vec![Link::new(t.text("web-import"), format!("/{body}/importa"))];
    if asked.query.text("cambiato") == "si" {
        page.notices
            .push(notice(Weight::Warning, t.text("web-import-changed")));
    }
    if let Some(other) = other_body(asked, plan, &plans)? {
        let said = t.with("web-import-other-body", &[("name", &other)]);
        page.notices.push(notice(Weight::Warning, said));
    }
    let revision = loaded
        .as_ref()
        .map_or(0, |loaded| loaded.revision)
        .to_string();
    let onto_value = onto.map_or_else(|| "nuovo".to_owned(), |plan| plan.id.to_string());
    let said = match &loaded {
        Some(_) if differences.is_empty() => t.text("web-import-same"),
        Some(_) => t.with(
            "web-import-differences",
            &[
                ("added", &counts[0]),
                ("removed", &counts[1]),
                ("changed", &counts[2]),
            ],
        ),
        None => t.with("web-import-records", &[("count", &counts[0])]),
    };
    let nothing = loaded.is_some() && differences.is_empty();
    let page = TrialPage {
        lead: t.with("web-import-trial-lead", &[("name", &waiting.name)]),
        cards: cards(asked, plan, &findings),
        tabs: Tabs {
            label: &label,
            items: turns,
        },
        said,
        table: (loaded.is_some() && !differences.is_empty())
            .then(|| table(asked, shown_differences)),
        more_differences,
        findings_title: t.with(
            "web-import-findings",
            &[("count", &findings.len().to_string())],
        ),
        findings: (!findings.is_empty()).then(|| told(asked, shown_findings.iter())),
        more_findings,
        post: page.post(
            format!("/{body}/importa/applica"),
            &[
                ("su", onto_value.as_str()),
                ("impronta", waiting.digest.as_str()),
                ("revisione", revision.as_str()),
            ],
        ),
        apply: match (onto, nothing) {
            (_, true) => Action::to(
                t.text("web-import-nothing"),
                Look::Second,
                format!("/{body}"),
            ),
            (Some(_), false) => Action::submit(t.text("web-import-apply-onto"), Look::First),
            (None, false) => Action::submit(t.text("web-import-apply-new"), Look::First),
        },
        cancel: Link::new(t.text("web-cancel"), format!("/{body}/importa")),
        page,
    };
    Ok(Answer::page(page.render()?))
}

fn notice(weight: Weight, text: String) -> Notice {
    Notice {
        weight,
        text,
        action: None,
    }
}

/// The name of the body in the file, where the plans that are here have another.
fn other_body(
    asked: &Asked<'_>,
    plan: &Plan,
    plans: &[store::Plan],
) -> Result<Option<String>, Failure> {
    let (Some(newest), Some(name)) = (plans.first(), &plan.body.name) else {
        return Ok(None);
    };
    let loaded = asked
        .server
        .plans
        .get(&asked.server.store, &newest.body, newest.id)?;
    let here = loaded.plan().body.name.as_ref();
    let differs = here.is_some_and(|here| here.trim().to_lowercase() != name.trim().to_lowercase());
    Ok(differs.then(|| name.clone()))
}

/// What reading and the check say of a file, worst first, then in its order.
fn all_findings(draft: &Draft, asked: &Asked<'_>) -> Vec<Located> {
    let readings = Readings::of(&draft.plan);
    let checked = check(&draft.plan, &readings, Some(today(asked.now)));
    let mut findings = draft.findings.clone();
    findings.extend(
        checked
            .findings
            .into_iter()
            .map(|finding| draft.locate(finding)),
    );
    findings.sort_by(|a, b| {
        let worst = b.finding.severity.cmp(&a.finding.severity);
        worst.then_with(|| a.at.cmp(&b.at))
    });
    findings
}

fn told<'a, 'l>(asked: &Asked<'a>, findings: impl Iterator<Item = &'l Located>) -> Findings<'a> {
    let t = asked.t;
    let items = findings.map(|located| {
        let (message, help) = t.finding(&located.finding);
        let rule = located.finding.rule;
        let page = match Rule::named(rule) {
            Some(_) => format!("/{}/regole/{rule}", asked.part("body")),
            None => "#rilievi".to_owned(),
        };
        Noticed {
            weight: match located.finding.severity {
                Severity::Error => Weight::Error,
                Severity::Warning => Weight::Warning,
                Severity::Note => Weight::Note,
            },
            message: match place_words(t, &located.at) {
                Some(place) => t.with("web-import-at", &[("place", &place), ("message", &message)]),
                None => message,
            },
            help,
            rule: Link::new(rule, page),
            place: None,
            actions: Vec::new(),
        }
    });
    Findings {
        t,
        items: items.collect(),
    }
}

fn cards<'a>(asked: &Asked<'a>, plan: &Plan, findings: &[Located]) -> Vec<BigNumber<'a>> {
    let t = asked.t;
    let of = |severity| {
        findings
            .iter()
            .filter(|l| l.finding.severity == severity)
            .count()
    };
    let card = |key: &str, count: usize| BigNumber {
        label: t.text(key),
        figure: Figure {
            t,
            value: count.to_string(),
            of: t.text(key),
            arithmetic: Vec::new(),
            left_out: Vec::new(),
            page: None,
        },
        bar: None,
        chip: None,
        change: None,
        link: None,
    };
    vec![
        card("web-import-objectives", plan.objectives.len()),
        card("web-import-indicators", plan.indicators.len()),
        card("web-import-errors", of(Severity::Error)),
        card("web-import-warnings", of(Severity::Warning)),
    ]
}

fn table<'a>(asked: &Asked<'a>, differences: &[Difference]) -> Table<'a> {
    let t = asked.t;
    let cell = |text: &Option<String>| match text.as_deref() {
        None => Cell::Nothing,
        Some(text) => Cell::Text(format::field::shortened(text)),
    };
    let rows = differences.iter().map(|one| {
        let title = format::field::shortened(&one.title);
        let what = match (&one.field, &one.before) {
            (Some(field), _) => field.clone(),
            (None, Some(_)) => t.text("web-import-removed"),
            (None, None) => t.text("web-import-added"),
        };
        Row {
            stands_out: one.field.is_none() && one.before.is_some(),
            cells: vec![
                Cell::Two(one.id.clone(), title),
                Cell::Text(what),
                cell(&one.before),
                cell(&one.after),
            ],
        }
    });
    Table {
        t,
        caption: t.text("web-import-table"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-import-thing")),
            Column::words(t.text("web-import-field")),
            Column::words(t.text("web-history-before")),
            Column::words(t.text("web-history-after")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// It happens: as a new plan, or onto one that is there as one batch of changes.
pub fn apply(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let (store, body) = (&asked.server.store, who.body.as_str());
    let Some(waiting) = waiting(asked)? else {
        return Ok(Answer::to(format!("/{body}/importa")));
    };
    let onto = asked.form.text("su");
    let again = |reason: &str| {
        let to = format!("/{body}/importa/prova?su={onto}&{reason}=si");
        Ok(Answer::to(to))
    };
    if asked.form.text("impronta") != waiting.digest {
        return again("cambiato");
    }
    let author = author(asked)?;
    let new = &waiting.draft.plan;
    if onto == "nuovo" {
        let id = add_plan(store, body, new, &author)?;
        store.drop_draft(body, who.account, WAITING)?;
        return Ok(Answer::to(format!("/{body}/{id}/albero?fatto=imported")));
    }
    let id: i64 = onto.parse().map_err(|_| Failure::NotFound)?;
    let loaded = asked.server.plans.get(store, body, id)?;
    let (row, records) = store.load(body, id)?;
    if loaded.revision.to_string() != asked.form.text("revisione")
        || row.revision != loaded.revision
    {
        return again("cambiato");
    }
    let applied = match store.apply(body, id, &changes(&loaded, &records, new), &author) {
        Ok(applied) => applied,
        Err(Error::Conflict(_)) => return again("cambiato"),
        Err(error) => return Err(error.into()),
    };
    let title = new.heading.title.clone().unwrap_or_default();
    let year = i64::from(new.year().unwrap_or_default());
    if (title.as_str(), year) != (row.title.as_str(), row.year) {
        store.rename_plan(body, id, &title, year, &author)?;
    }
    store.drop_draft(body, who.account, WAITING)?;
    Ok(done(
        &format!("/{body}/{id}/albero"),
        "imported-onto",
        &applied,
    ))
}
