//! `/{body}/{plan}/verifica`: what the check says, by severity, rule, thing and responsible, each
//! finding with its way out: mended with a button where that is safe, or accepted with a reason.

use askama::Template;
use axum::http::StatusCode;
use documents::block;
use domain::finding::{Edit, Finding, Severity};
use domain::plan::{Node, NodeKind};
use domain::report::silences::silences;
use hashbrown::HashMap;
use serde_json::{Value, json};
use store::Change;

use super::thing::told::field_label;
use super::{Looked, author, frame_of};
use crate::format::schema::{KINDS, kind_of};
use crate::format::stored::field;
use crate::rule_page::RulePage;
use crate::web::asked::{Asked, digest};
use crate::web::export;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::{Confirm, Page};
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Empty, Field, Filters, Findings, Kind, Link, Look,
    Noticed, Pages, Post, Row, Table,
};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::scope::{answering, owners, reaches};
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage<'a> {
    page: Page<'a>,
    filters: Filters<'a>,
    exports: Vec<Link>,
    findings: Findings<'a>,
    pages: Option<Pages<'a>>,
    empty: Option<Empty>,
    accepted: Option<Table<'a>>,
    rules: Link,
}

/// Findings of a page.
const SHOWN: usize = 40;

/// What tells a finding of a plan from the others: rule, place and what it says.
pub fn mark(finding: &Finding) -> String {
    let said = format!(
        "{}|{:?}|{:?}|{:?}",
        finding.rule, finding.place, finding.args, finding.also
    );
    digest(said.as_bytes())[..16].to_owned()
}

/// The units that answer for what a finding is about.
fn units(shown: &Shown<'_>, finding: &Finding) -> Vec<Node> {
    let plan = shown.loaded.plan();
    let Some(node) = finding.place.node else {
        return Vec::new();
    };
    let node = match node.kind {
        // A placement belongs to what it places.
        NodeKind::Placement => plan.placements[node.at()].child.node.unwrap_or(node),
        _ => node,
    };
    let mut units = owners(plan, node);
    units.extend(answering(plan, node));
    let units = units.into_iter().map(|at| Node::new(NodeKind::Unit, at));
    units.collect()
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let plan = shown.loaded.plan();
    let checked = shown.loaded.checked(today(asked.now));
    let query = |name: &str| asked.query.text(name);
    let mut all: Vec<&Finding> = checked.findings.iter().collect();
    // The heaviest first; those of one weight in the order of the check.
    all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let wanted: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| query("gravita").is_empty() || f.severity.token() == query("gravita"))
        .filter(|f| query("regola").is_empty() || f.rule == query("regola"))
        .filter(|f| {
            query("responsabile").is_empty()
                || units(&shown, f)
                    .iter()
                    .any(|unit| plan.units[unit.at()].id == query("responsabile"))
        })
        .filter(|f| {
            query("voce").is_empty()
                || places(f).any(|node| {
                    let number = shown.loaded.numbers.number(node);
                    number.is_some_and(|number| number.to_string() == query("voce"))
                })
        })
        .collect();
    let title = t.text("web-findings-title");
    let file = export::file(asked, "verifica", title.clone(), || {
        vec![export_table(&shown, &title, &wanted)]
    })?;
    if let Some(file) = file {
        return Ok(file);
    }
    let from = query("da").parse::<usize>().unwrap_or(0);
    let from = from.min(wanted.len().saturating_sub(1)) / SHOWN * SHOWN;
    let address = |from: usize| {
        let from = (from > 0).then(|| from.to_string());
        format!("{}?{}", asked.path, asked.query.with("da", from.as_deref()))
    };
    let items: Vec<Noticed> = wanted
        .iter()
        .skip(from)
        .take(SHOWN)
        .map(|finding| noticed(asked, &shown, finding))
        .collect();
    let fields = fields(asked, &shown, &all);
    let active = ["gravita", "regola", "responsabile", "voce"]
        .into_iter()
        .filter(|name| !query(name).is_empty())
        .map(|name| {
            let field = fields.iter().find(|field| field.name == name);
            let text = match field {
                Some(field) => format!("{}: {}", field.label, chosen(field)),
                None => t.with("web-findings-of", &[("thing", &thing(&shown, query(name)))]),
            };
            let rest = asked.query.with(name, None);
            Link::new(text, format!("{}?{rest}", asked.path))
        })
        .collect();
    let hidden = asked.query.0.iter();
    let hidden = hidden.filter(|(name, _)| ["al", "voce"].contains(&name.as_str()));
    let page = FindingsPage {
        page: frame_of(asked, &shown, "verifica", title),
        filters: Filters {
            t,
            action: asked.path.clone(),
            active,
            fields,
            hidden: hidden.cloned().collect(),
            count: t.with(
                "web-findings-shown",
                &[
                    ("shown", &wanted.len().to_string()),
                    ("all", &all.len().to_string()),
                ],
            ),
        },
        exports: export::links(asked),
        empty: items.is_empty().then(|| Empty {
            title: t.text(match all.is_empty() {
                true => "web-findings-nothing",
                false => "web-findings-none",
            }),
            text: t.text(match all.is_empty() {
                true => "web-findings-nothing-text",
                false => "web-lists-none-text",
            }),
            actions: Vec::new(),
        }),
        findings: Findings { t, items },
        pages: (wanted.len() > SHOWN).then(|| Pages {
            t,
            shown: t.with(
                "web-lists-page",
                &[
                    ("from", &(from + 1).to_string()),
                    ("to", &(from + SHOWN).min(wanted.len()).to_string()),
                    ("all", &wanted.len().to_string()),
                ],
            ),
            previous: (from > 0).then(|| address(from - SHOWN)),
            next: (from + SHOWN < wanted.len()).then(|| address(from + SHOWN)),
        }),
        accepted: accepted(asked, &shown),
        rules: Link::new(
            t.text("web-rules-title"),
            format!("/{}/regole", shown.loaded.body),
        ),
    };
    Ok(Answer::page(page.render()?))
}

fn places(finding: &Finding) -> impl Iterator<Item = Node> {
    let others = finding.also.iter().filter_map(|place| place.node);
    finding.place.node.into_iter().chain(others)
}

fn thing(shown: &Shown<'_>, number: &str) -> String {
    match shown.loaded.node(number) {
        Ok((_, node)) => shown.label(node),
        Err(_) => number.to_owned(),
    }
}

fn chosen(field: &Field<'_>) -> String {
    match &field.kind {
        Kind::One(choices) => choices
            .iter()
            .find(|choice| choice.value == field.value)
            .map_or_else(|| field.value.clone(), |choice| choice.text.clone()),
        _ => field.value.clone(),
    }
}

/// A finding with what may be done about it.
pub fn noticed(asked: &Asked<'_>, shown: &Shown<'_>, finding: &Finding) -> Noticed {
    let t = asked.t;
    let mut noticed = shown.noticed(finding, None);
    let about = finding.place.node.map(|node| shown.label(node));
    if let (Some(place), Some(about)) = (&mut noticed.place, &about)
        && place.text.is_empty()
    {
        place.text.clone_from(about);
    }
    let Some(who) = asked.who.as_ref() else {
        return noticed;
    };
    let plan = shown.loaded.plan();
    let mark = mark(finding);
    let may = |node: Node| reaches(plan, who, Right::EditPlan, node);
    if !finding.fix.is_empty() && finding.fix.iter().all(|edit| may(edit.node)) {
        let post = Post {
            action: shown.address("verifica/correggi"),
            csrf: who.csrf.clone(),
            hidden: vec![
                ("segnalazione".to_owned(), mark.clone()),
                ("da".to_owned(), asked.query.with("fatto", None)),
            ],
        };
        let changed = finding.fix.iter().map(|edit| fix_words(shown, edit));
        let changed = changed.collect::<Vec<_>>().join("; ");
        let label = t.with("web-findings-fix", &[("change", &changed)]);
        let mut action = Action::post(label, Look::Small, post);
        action.about.clone_from(&about);
        noticed.actions.push(action);
    }
    if finding.place.node.is_none_or(may) && who.may(Right::EditPlan) {
        let query = address_pairs(&[("segnalazione", &mark)]);
        let address = shown.address(&format!("verifica/accetta?{query}"));
        let mut action = Action::to(t.text("web-findings-accept"), Look::Small, address);
        action.about = about;
        noticed.actions.push(action);
    }
    noticed
}

/// `Peso: 25`: what a button will write where.
fn fix_words(shown: &Shown<'_>, edit: &Edit) -> String {
    let spec = kind_of(edit.node.kind).map(|kind| KINDS[kind].spec());
    let (name, period) = match edit.field.split_once('.') {
        Some((name, period)) => (name, Some(period)),
        None => (edit.field.as_str(), None),
    };
    let head = spec.and_then(|spec| Some(field_label(shown.t, spec, spec.field(name)?)));
    let head = head.unwrap_or_else(|| name.to_owned());
    let period = period.map(|period| match period.parse() {
        Ok(day) => shown.day(day),
        Err(_) => period.to_owned(),
    });
    match period {
        Some(period) => format!("{head} {period}: {}", edit.text),
        None => format!("{head}: {}", edit.text),
    }
}

fn fields<'a>(asked: &Asked<'a>, shown: &Shown<'a>, all: &[&Finding]) -> Vec<Field<'a>> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let none = || Choice::new("", t.text("web-lists-all"));
    let counted = |text: String, count: usize| format!("{text} ({count})");
    let mut severities = vec![none()];
    for severity in Severity::ALL.into_iter().rev() {
        let count = all.iter().filter(|f| f.severity == severity).count();
        let text = t.text(&format!("web-findings-severity-{}", severity.token()));
        severities.push(Choice::new(severity.token(), counted(text, count)));
    }
    let mut by_rule: HashMap<&str, usize> = HashMap::new();
    let mut by_unit: HashMap<usize, usize> = HashMap::new();
    for finding in all {
        *by_rule.entry(finding.rule).or_default() += 1;
        for unit in units(shown, finding) {
            *by_unit.entry(unit.at()).or_default() += 1;
        }
    }
    let mut rules: Vec<Choice> = by_rule
        .into_iter()
        .map(|(rule, count)| Choice::new(rule, counted(rule_title(shown, rule), count)))
        .collect();
    rules.sort_by(|a, b| a.text.cmp(&b.text));
    rules.insert(0, none());
    let mut of_units: Vec<Choice> = by_unit
        .into_iter()
        .map(|(at, count)| {
            let text = counted(shown.label(Node::new(NodeKind::Unit, at)), count);
            Choice::new(plan.units[at].id.clone(), text)
        })
        .collect();
    of_units.sort_by(|a, b| a.text.cmp(&b.text));
    of_units.insert(0, none());
    [
        ("gravita", "severity", severities),
        ("regola", "rule", rules),
        ("responsabile", "responsible", of_units),
    ]
    .into_iter()
    .filter(|(_, _, choices)| choices.len() > 1)
    .map(|(name, label, choices)| {
        let label = t.text(&format!("web-reading-{label}"));
        Field::new(t, Kind::One(choices), name, label).holding(asked.query.text(name))
    })
    .collect()
}

/// What a rule finds, as a sentence; its name where it has no page.
fn rule_title(shown: &Shown<'_>, rule: &str) -> String {
    match domain::check::Rule::named(rule) {
        Some(rule) => RulePage::of(rule, shown.t.language).title.to_owned(),
        None => rule.to_owned(),
    }
}

fn export_table(shown: &Shown<'_>, title: &str, findings: &[&Finding]) -> block::Table {
    let t = shown.t;
    let head =
        |name: &str, width| block::Column::text(t.text(&format!("web-reading-{name}")), width);
    let rows = findings.iter().map(|finding| {
        let (message, help) = t.finding(finding);
        let responsible = units(shown, finding)
            .into_iter()
            .map(|unit| shown.title(unit));
        let cells = [
            t.text(&format!(
                "web-findings-severity-{}",
                finding.severity.token()
            )),
            finding.rule.to_owned(),
            finding
                .place
                .node
                .map(|node| shown.label(node))
                .unwrap_or_default(),
            finding.place.field.clone().unwrap_or_default(),
            responsible.collect::<Vec<_>>().join(", "),
            message,
            help.unwrap_or_default(),
        ];
        cells.into_iter().map(block::Cell::text).collect()
    });
    export::table(
        title.to_owned(),
        vec![
            head("severity", 10),
            head("rule", 20),
            head("thing", 30),
            head("field", 16),
            head("responsible", 20),
            head("message", 50),
            head("way-out", 50),
        ],
        rows.collect(),
    )
}

/// What the body lets stand, with its reasons.
pub fn accepted<'a>(asked: &Asked<'a>, shown: &Shown<'a>) -> Option<Table<'a>> {
    let t = asked.t;
    let checked = shown.loaded.checked(today(asked.now));
    let rows: Vec<Row<'a>> = silences(shown.loaded.plan(), &checked)
        .into_iter()
        .enumerate()
        .map(|(at, silence)| {
            let record = shown.page_of(Node::new(NodeKind::Silence, at));
            let about = silence.about.map(|node| shown.link(node));
            Row::of(vec![
                Cell::Link(
                    Link::new(rule_title(shown, silence.rule), record),
                    Some(silence.rule.to_owned()),
                ),
                match about {
                    Some(link) => Cell::Link(link, None),
                    None => Cell::Text(t.text("web-findings-whole-plan")),
                },
                Cell::Text(silence.reason.to_owned()),
                Cell::Two(
                    silence.decided_by.unwrap_or_default().to_owned(),
                    silence.date.unwrap_or_default().to_owned(),
                ),
                Cell::Text(silence.count.to_string()),
            ])
        })
        .collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: t.text("web-findings-accepted"),
        quiet: false,
        columns: vec![
            Column::words(head("rule")),
            Column::words(head("thing")),
            Column::words(head("reason")),
            Column::words(head("decided")),
            Column::figures(head("findings")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// The finding that an address or form means; none where it no longer stands.
fn meant(asked: &Asked<'_>, shown: &Shown<'_>, mark_of: &str) -> Option<Finding> {
    let checked = shown.loaded.checked(today(asked.now));
    let meant = checked
        .findings
        .iter()
        .find(|finding| mark(finding) == mark_of);
    meant.cloned()
}

/// Back to the list, as it was filtered.
fn back(shown: &Shown<'_>, query: &str, done: &str, batch: Option<i64>) -> Answer {
    let mut pairs = crate::web::asked::Pairs::of(query);
    let own = ["fatto", "lotto"];
    pairs.0.retain(|(name, _)| !own.contains(&name.as_str()));
    pairs.0.push(("fatto".to_owned(), done.to_owned()));
    if let Some(batch) = batch {
        pairs.0.push(("lotto".to_owned(), batch.to_string()));
    }
    let query = pairs.with("", None);
    let (body, id) = (&shown.loaded.body, shown.loaded.id);
    Answer::to(format!("/{body}/{id}/verifica?{query}"))
}

/// Mends what a finding says how to mend: all its edits, as one batch.
pub fn mend(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let looked = Looked::of(asked)?;
    let shown = looked.shown(asked.t);
    let who = asked.person()?;
    let query = asked.form.text("da");
    let Some(finding) = meant(asked, &shown, asked.form.text("segnalazione")) else {
        return Ok(back(&shown, query, "finding-gone", None));
    };
    let plan = shown.loaded.plan();
    if finding.fix.is_empty()
        || !finding
            .fix
            .iter()
            .all(|edit| reaches(plan, who, Right::EditPlan, edit.node))
    {
        return Err(Failure::Forbidden);
    }
    let changes: Option<Vec<Change>> = finding
        .fix
        .iter()
        .map(|edit| change(&shown, edit))
        .collect();
    let changes = changes.ok_or(Failure::NotFound)?;
    let store = &asked.server.store;
    let (message, _) = asked.t.finding(&finding);
    let mut author = author(asked)?;
    author.reason = Some(&message);
    let applied = store.apply(&shown.loaded.body, shown.loaded.id, &changes, &author)?;
    Ok(back(&shown, query, "finding-mended", applied.batch))
}

/// An edit as a change of the record; a value with more to it keeps the rest.
fn change(shown: &Shown<'_>, edit: &Edit) -> Option<Change> {
    let record = shown.loaded.numbers.number(edit.node)?;
    let fields = shown.loaded.fields(record)?;
    let before = field(&fields, &edit.field);
    let after = match before {
        Some(Value::Object(parts)) => {
            let mut parts = parts.clone();
            parts.insert("text".to_owned(), json!(edit.text));
            Value::Object(parts)
        }
        _ => json!(edit.text),
    };
    Some(Change::Set {
        record,
        field: edit.field.clone(),
        before: before.map(Value::to_string),
        after: Some(after.to_string()),
    })
}

/// Asks for the reason for which a finding is accepted.
pub fn ask_acceptance(asked: &Asked<'_>) -> Result<Answer, Failure> {
    acceptance(asked, asked.query.text("segnalazione"), None)
}

fn acceptance(asked: &Asked<'_>, mark_of: &str, wrong: Option<String>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let who = asked.person()?;
    let Some(finding) = meant(asked, &shown, mark_of) else {
        return Ok(back(&shown, "", "finding-gone", None));
    };
    may_accept(&shown, asked, &finding)?;
    let (message, _) = t.finding(&finding);
    let mut consequences = vec![t.text("web-findings-accept-listed")];
    if let Some(node) = finding.place.node.filter(|node| kind_has_key(*node)) {
        let label = shown.label(node);
        consequences.insert(0, t.with("web-findings-accept-about", &[("thing", &label)]));
    } else {
        consequences.insert(0, t.text("web-findings-accept-plan"));
    }
    let refused = wrong.is_some();
    let mut frame = frame_of(
        asked,
        &shown,
        "verifica",
        t.text("web-findings-accept-title"),
    );
    frame.crumbs.push(Link::new(
        t.text("web-findings-title"),
        shown.address("verifica"),
    ));
    let page = Confirm {
        page: frame,
        text: message,
        consequences,
        fields: vec![
            Field::new(t, Kind::Long(4), "motivo", t.text("web-findings-reason"))
                .helped(t.text("web-findings-reason-help"))
                .holding(asked.form.get("motivo").unwrap_or_default())
                .wrong(wrong)
                .needed(),
        ],
        post: Post {
            action: shown.address("verifica/accetta"),
            csrf: who.csrf.clone(),
            hidden: vec![("segnalazione".to_owned(), mark_of.to_owned())],
        },
        actions: Actions {
            items: vec![
                Action::submit(t.text("web-findings-accept-do"), Look::First),
                Action::to(
                    t.text("web-cancel"),
                    Look::Second,
                    shown.address("verifica"),
                ),
            ],
        },
    };
    let answer = Answer::page(page.render()?);
    Ok(match refused {
        true => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

fn may_accept(shown: &Shown<'_>, asked: &Asked<'_>, finding: &Finding) -> Result<(), Failure> {
    let who = asked.person()?;
    let may = match finding.place.node {
        Some(node) => reaches(shown.loaded.plan(), who, Right::EditPlan, node),
        None => who.may_everywhere(Right::EditPlan),
    };
    may.then_some(()).ok_or(Failure::Forbidden)
}

/// Whether a thing can be named by others.
fn kind_has_key(node: Node) -> bool {
    node != Node::BODY && kind_of(node.kind).is_some_and(|kind| KINDS[kind].spec().has_id())
}

/// Accepts a finding: a record of the plan says so, with the reason.
pub fn accept(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let mark_of = asked.form.text("segnalazione");
    let Some(finding) = meant(asked, &shown, mark_of) else {
        return Ok(back(&shown, "", "finding-gone", None));
    };
    may_accept(&shown, asked, &finding)?;
    let reason = asked.form.text("motivo");
    if reason.is_empty() {
        return acceptance(asked, mark_of, Some(t.text("web-field-empty")));
    }
    let who = asked.person()?;
    let roles = who.grants.iter();
    let roles = roles.map(|(role, _)| t.word("role", role.token()));
    let mut fields = serde_json::Map::new();
    fields.insert("rule".to_owned(), json!(finding.rule));
    if let Some(node) = finding.place.node.filter(|node| kind_has_key(*node))
        && let Some(kind) = kind_of(node.kind)
    {
        let key = shown.loaded.plan().name_of(node).key;
        fields.insert(
            "about".to_owned(),
            json!(format!("{}:{key}", KINDS[kind].spec().key)),
        );
        if let Some(field) = &finding.place.field {
            fields.insert("field".to_owned(), json!(field));
        }
    }
    fields.insert("reason".to_owned(), json!(reason));
    fields.insert(
        "decided_by".to_owned(),
        json!(roles.collect::<Vec<_>>().join(", ")),
    );
    fields.insert("date".to_owned(), json!(today(asked.now).to_string()));
    let mut author = author(asked)?;
    author.reason = Some(reason);
    let add = Change::Add {
        kind: "silence".to_owned(),
        position: None,
        fields: Value::Object(fields).to_string(),
    };
    let store = &asked.server.store;
    let applied = store.apply(&shown.loaded.body, shown.loaded.id, &[add], &author)?;
    Ok(back(&shown, "", "finding-accepted", applied.batch))
}
