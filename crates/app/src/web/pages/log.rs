//! `/{body}/registro`: every change, who made it, when, before and after; and whether the chain holds.

use askama::Template;
use jiff::civil::Date;
use serde_json::{Map, Value};
use store::{Account, AuditEntry, AuditFilter, FlawKind};

use super::frame;
use super::people::moment;
use super::thing::told::field_label;
use crate::format::schema::{KINDS, kind_named};
use crate::messages::Catalogue;
use crate::printed::label;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Empty, Entry, Field, Filters, History, Kind, Link, Look,
    Pages, Post, Row, Table, Weight,
};
use crate::web::receive::{Answer, clock};
use crate::web::rights::Right;

/// Entries of a page.
const PAGE: i64 = 50;

/// Entries asked of the database at a time for a file.
const PORTION: i64 = 1000;

/// Up to so many entries the chain is verified at every look at the log; beyond, when asked.
const VERIFIED_UNASKED: i64 = 5000;

/// Characters of a text shown in the list.
const SHOWN: usize = 160;

/// What can be done, as the log names it; `log-action-<token>` in the catalogue.
pub const ACTIONS: [&str; 34] = [
    "record-set",
    "record-add",
    "record-remove",
    "record-move",
    "plan-add",
    "plan-rename",
    "plan-archive",
    "plan-undo",
    "campaign-open",
    "campaign-due",
    "campaign-close",
    "campaign-reopen",
    "entry-add",
    "entry-assign",
    "entry-step",
    "evidence-add",
    "evidence-remove",
    "remark-add",
    "document-keep",
    "account-add",
    "account-change",
    "account-password",
    "account-disable",
    "account-lock",
    "grant-add",
    "grant-end",
    "grant-remove",
    "session-open",
    "session-close",
    "sessions-close",
    "lock-begin",
    "lock-lift",
    "body-add",
    "body-rename",
];

#[derive(Template)]
#[template(path = "log.html")]
struct Log<'a> {
    page: Page<'a>,
    chain: Option<Chain>,
    verify: Option<Action>,
    filters: Filters<'a>,
    empty: Option<Empty>,
    table: Table<'a>,
    pages: Pages<'a>,
}

#[derive(Template)]
#[template(path = "log_batch.html")]
struct Batch<'a> {
    page: Page<'a>,
    text: String,
    actions: Actions,
    history: History<'a>,
}

/// What looking through the chain found.
struct Chain {
    weight: Weight,
    text: String,
    digest: String,
}

/// The page, or its list as a file.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (t, store, body) = (asked.t, &asked.server.store, asked.part("body"));
    let filter = filter(asked)?;
    if asked.query.get("formato") == Some("csv") {
        return as_file(asked, filter);
    }
    let mut entries = store.audit(body, &filter, PAGE + 1)?;
    let more = i64::try_from(entries.len()).is_ok_and(|count| count > PAGE);
    entries.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let newest = store.audit(body, &AuditFilter::default(), 1)?;
    let length = newest.first().map_or(0, |entry| entry.number);
    let wanted = asked.query.get("catena").is_some() || length <= VERIFIED_UNASKED;
    let things = Things::of(asked)?;
    let rows = entries.iter().map(|entry| row(asked, &things, entry));
    let head = |name: &str| Column::words(t.text(&format!("web-log-column-{name}")));
    let range = match (entries.first(), entries.last()) {
        (Some(first), Some(last)) => t.with(
            "web-log-range",
            &[
                ("first", &first.number.to_string()),
                ("last", &last.number.to_string()),
            ],
        ),
        _ => String::new(),
    };
    let csv = format!(
        "{}?{}",
        asked.path,
        asked.query.with("formato", Some("csv"))
    );
    let page = Log {
        chain: if wanted { Some(verified(asked)?) } else { None },
        verify: (!wanted).then(|| {
            let address = format!("{}?{}", asked.path, asked.query.with("catena", Some("si")));
            Action::to(t.text("web-log-verify"), Look::Second, address)
        }),
        filters: filters(asked, &range)?,
        empty: entries.is_empty().then(|| Empty {
            title: t.text("web-log-nothing"),
            text: t.text("web-log-nothing-text"),
            actions: Vec::new(),
        }),
        table: Table {
            t,
            caption: t.text("web-log-caption"),
            quiet: true,
            columns: ["when", "who", "what", "thing", "before", "after"]
                .map(head)
                .into(),
            rows: rows.collect(),
            totals: None,
            exports: vec![Link::new("CSV", csv)],
        },
        pages: pages(asked, range, entries.last().filter(|_| more)),
        page: frame(asked, "registro", t.text("web-log-title")),
    };
    Ok(Answer::page(page.render()?))
}

/// Which entries are asked for.
fn filter(asked: &Asked<'_>) -> Result<AuditFilter, Failure> {
    let number = |name: &str| -> Result<Option<i64>, Failure> {
        match asked.query.text(name) {
            "" => Ok(None),
            text => text
                .parse()
                .map(Some)
                .map_err(|_| Failure::Unusable("bad-number")),
        }
    };
    let begins = |name: &str, later: i64| -> Result<Option<String>, Failure> {
        let text = asked.query.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = |_| Failure::Unusable("bad-date");
        let date: Date = text.parse().map_err(wrong)?;
        let date = date
            .checked_add(jiff::Span::new().days(later))
            .map_err(wrong)?;
        let begun = date.to_zoned(clock()).map_err(wrong)?;
        Ok(Some(store::instant(begun.timestamp())))
    };
    let action = asked.query.text("azione");
    Ok(AuditFilter {
        account: number("chi")?,
        author: None,
        from: begins("dal", 0)?,
        until: begins("fino", 1)?,
        plan: number("piano")?,
        record: number("voce")?,
        action: Some(action.to_owned()).filter(|action| !action.is_empty()),
        batch: number("lotto")?,
        below: number("sotto")?,
    })
}

fn filters<'a>(asked: &Asked<'a>, count: &str) -> Result<Filters<'a>, Failure> {
    let (t, store, body) = (asked.t, &asked.server.store, asked.part("body"));
    let any = || Choice::new("", t.text("web-people-any"));
    let accounts = store.accounts(body)?.into_iter();
    let people: Vec<Choice> = std::iter::once(any())
        .chain(accounts.map(|of| Choice::new(of.id.to_string(), of.name)))
        .collect();
    let plans = store.plans(body)?.into_iter().map(|plan| {
        let title = match plan.title.is_empty() {
            true => plan.year.to_string(),
            false => plan.title,
        };
        Choice::new(plan.id.to_string(), title)
    });
    let plans: Vec<Choice> = std::iter::once(any()).chain(plans).collect();
    let actions = ACTIONS.map(|action| Choice::new(action, t.word("log-action", action)));
    let actions: Vec<Choice> = std::iter::once(any()).chain(actions).collect();
    let mut active = Vec::new();
    for name in ["dal", "fino", "chi", "piano", "azione", "voce", "lotto"] {
        let value = asked.query.text(name);
        if value.is_empty() {
            continue;
        }
        let choices = match name {
            "chi" => people.as_slice(),
            "piano" => plans.as_slice(),
            "azione" => actions.as_slice(),
            _ => &[],
        };
        let chosen = choices.iter().find(|choice| choice.value == value);
        let label = t.text(&format!("web-log-filter-{name}"));
        let word = chosen.map_or(value, |choice| &choice.text);
        let rest = asked.query.with(name, None);
        active.push(Link::new(
            format!("{label}: {word}"),
            format!("{}?{rest}", asked.path),
        ));
    }
    let field = |kind: Kind, name: &str| {
        Field::new(t, kind, name, t.text(&format!("web-log-filter-{name}")))
            .holding(asked.query.text(name))
    };
    Ok(Filters {
        t,
        action: asked.path.clone(),
        fields: vec![
            field(Kind::Day, "dal"),
            field(Kind::Day, "fino"),
            field(Kind::One(people), "chi"),
            field(Kind::One(plans), "piano"),
            field(Kind::One(actions), "azione"),
            field(Kind::Figure, "voce"),
        ],
        hidden: Vec::new(),
        active,
        count: count.to_owned(),
    })
}

/// The ways to earlier and later entries. The pages already passed stay in the address (`prima`).
fn pages<'a>(asked: &Asked<'a>, shown: String, last: Option<&AuditEntry>) -> Pages<'a> {
    let query = &asked.query;
    let (here, passed) = (query.text("sotto"), query.text("prima"));
    let address = |below: &str, passed: &str| {
        let kept = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let other = crate::web::asked::Pairs::of(&query.with("sotto", kept(below).as_deref()));
        let rest = other.with("prima", kept(passed).as_deref());
        format!("{}?{rest}", asked.path)
    };
    Pages {
        t: asked.t,
        shown,
        previous: (!here.is_empty()).then(|| match passed.rsplit_once('.') {
            Some((before, of)) => address(of, before),
            None => address("", ""),
        }),
        next: last.map(|last| {
            let passed = match here.is_empty() {
                true => String::new(),
                false => format!("{passed}.{here}"),
            };
            address(&last.number.to_string(), &passed)
        }),
    }
}

/// What the log names: the things of plans, as far as they can be read, and accounts.
struct Things {
    plans: Vec<std::sync::Arc<crate::web::plans::Loaded>>,
    accounts: Vec<Account>,
}

impl Things {
    fn of(asked: &Asked<'_>) -> Result<Things, Failure> {
        let (server, body) = (asked.server, asked.part("body"));
        let plans = server.store.plans(body)?;
        let loaded = plans
            .iter()
            .map(|plan| server.plans.get(&server.store, body, plan.id));
        Ok(Things {
            plans: loaded.collect::<Result<_, _>>()?,
            accounts: server.store.accounts(body)?,
        })
    }

    fn plan(&self, entry: &AuditEntry) -> Option<&crate::web::plans::Loaded> {
        let found = self.plans.iter().find(|plan| Some(plan.id) == entry.plan);
        found.map(|plan| &**plan)
    }

    /// What an entry is about: the thing of the plan, where it is still there.
    fn name(&self, asked: &Asked<'_>, entry: &AuditEntry) -> Option<(String, Option<String>)> {
        let Some(plan) = self.plan(entry) else {
            let account = self
                .accounts
                .iter()
                .find(|of| Some(of.id) == entry.record)?;
            let page = format!("/{}/persone/{}", account.body, account.id);
            let may_see = asked.may(Right::KeepAccounts);
            return Some((account.name.clone(), may_see.then_some(page)));
        };
        let may_see = asked.may(Right::Read);
        let Some(record) = entry.record else {
            let title = plan.plan().heading.title.clone();
            let page = format!("/{}/{}/albero", plan.body, plan.id);
            return Some((
                title.unwrap_or_else(|| plan.id.to_string()),
                may_see.then_some(page),
            ));
        };
        match plan.numbers.node(record) {
            Some(node) => {
                let page = format!("/{}/{}/scheda/{record}", plan.body, plan.id);
                Some((label(asked.t, plan.plan(), node), may_see.then_some(page)))
            }
            None => {
                let kind = plan
                    .record(record)
                    .and_then(|found| kind_named(&found.kind));
                let sheet = kind.map(|kind| KINDS[kind].spec().sheet.to_owned());
                Some((sheet.unwrap_or_else(|| format!("n. {record}")), None))
            }
        }
    }

    /// The field of an entry, by the head under which people know it.
    fn field(&self, t: &Catalogue, entry: &AuditEntry) -> Option<String> {
        let field = entry.field.as_deref()?;
        let (key, rest) = field.split_once('.').unwrap_or((field, ""));
        let kind = self
            .plan(entry)
            .zip(entry.record)
            .and_then(|(plan, record)| kind_named(&plan.record(record)?.kind));
        let spec = kind.map(|kind| KINDS[kind].spec());
        let head = spec.and_then(|spec| Some(field_label(t, spec, spec.field(key)?)));
        let head = head.unwrap_or_else(|| key.to_owned());
        Some(format!("{head} {rest}").trim().to_owned())
    }
}

fn row<'a>(asked: &Asked<'_>, things: &Things, entry: &AuditEntry) -> Row<'a> {
    let t = asked.t;
    let body = asked.part("body");
    let batch = Link::new(
        moment(asked, &entry.at),
        format!("/{body}/registro/{}", entry.batch),
    );
    let action = t.word("log-action", &entry.action);
    let thing = match things.name(asked, entry) {
        Some((name, Some(page))) => Cell::Link(Link::new(name, page), None),
        Some((name, None)) => Cell::Text(name),
        None => entry
            .record
            .map_or(Cell::Nothing, |of| Cell::Text(format!("n. {of}"))),
    };
    let text = |value: &Option<String>| {
        let words = value
            .as_deref()
            .map(|stored| in_words(t, &entry.action, stored));
        let text = words.filter(|text| !text.is_empty());
        text.map_or(Cell::Nothing, |text| Cell::Text(shortened(&text)))
    };
    Row::of(vec![
        Cell::Link(batch, Some(format!("n. {}", entry.number))),
        match &entry.reason {
            Some(reason) => Cell::Two(entry.author.clone(), reason.clone()),
            None => Cell::Text(entry.author.clone()),
        },
        match things.field(t, entry) {
            Some(field) => Cell::Two(action, field),
            None => Cell::Text(action),
        },
        thing,
        text(&entry.before),
        text(&entry.after),
    ])
}

/// What stands in the log as JSON, as people read it: a text as it was typed, several values each with
/// the name under which people know it.
fn in_words(t: &Catalogue, action: &str, stored: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(stored) else {
        // Moments and plain words are no JSON.
        return stored.to_owned();
    };
    let Value::Object(record) = &value else {
        return words(&value);
    };
    let kind = record
        .get("kind")
        .and_then(Value::as_str)
        .and_then(kind_named);
    let fields = record.get("fields").and_then(Value::as_object);
    if let (Some(kind), Some(fields)) = (kind, fields) {
        let spec = KINDS[kind].spec();
        return lines(fields, |key| {
            Some(
                spec.field(key)
                    .map_or_else(|| key.to_owned(), |field| field_label(t, spec, field)),
            )
        });
    }
    // The words beside the fields in which it was typed; what has none says nothing to people.
    let mut record = record.clone();
    if action.starts_with("grant-")
        && let Some(role) = record.get("role").and_then(Value::as_str)
    {
        let role = t.word("role", role);
        record.insert("role".to_owned(), Value::String(role));
    }
    let known = lines(&record, |key| {
        let key = match key {
            "valid_from" => "from",
            "valid_until" => "until",
            other => other,
        };
        t.find(&format!("web-people-{key}"), &[])
    });
    if known.is_empty() {
        lines(&record, |key| Some(key.to_owned()))
    } else {
        known
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => lines(fields, |name| Some(name.to_owned())),
        other => other.to_string(),
    }
}

/// Named values in one line, under the names by which people know them.
fn lines(fields: &Map<String, Value>, name: impl Fn(&str) -> Option<String>) -> String {
    let filled = fields.iter().map(|(key, value)| (key, words(value)));
    let filled = filled.filter(|(_, text)| !text.is_empty());
    let named = filled.filter_map(|(key, text)| Some(format!("{}: {text}", name(key)?)));
    named.collect::<Vec<_>>().join("; ")
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Whether the chain is as it was written.
fn verified(asked: &Asked<'_>) -> Result<Chain, Failure> {
    let t = asked.t;
    let verdict = asked.server.store.verify(asked.part("body"))?;
    let count = verdict.verified.to_string();
    Ok(match verdict.flaw {
        None => Chain {
            weight: Weight::Success,
            text: t.with("web-log-whole", &[("count", &count)]),
            digest: verdict.digest,
        },
        Some(flaw) => {
            let number = flaw.number.to_string();
            let key = format!("log-flaw-{}", flaw_token(flaw.kind));
            Chain {
                weight: Weight::Error,
                text: t.with(&key, &[("number", &number), ("count", &count)]),
                digest: String::new(),
            }
        }
    })
}

/// The end of the message of a flaw.
pub fn flaw_token(kind: FlawKind) -> &'static str {
    match kind {
        FlawKind::Altered => "altered",
        FlawKind::Missing => "missing",
        FlawKind::OutOfOrder => "out-of-order",
        FlawKind::CutOff => "cut-off",
        FlawKind::BeyondEnd => "beyond-end",
    }
}

/// The entries that the filters leave, all of them, as they are stored.
fn as_file(asked: &Asked<'_>, mut filter: AuditFilter) -> Result<Answer, Failure> {
    const COLUMNS: [&str; 14] = [
        "number", "batch", "at", "account", "author", "action", "plan", "record", "field",
        "before", "after", "reason", "previous", "digest",
    ];
    let body = asked.part("body");
    let mut entries: Vec<AuditEntry> = Vec::new();
    loop {
        let portion = asked.server.store.audit(body, &filter, PORTION)?;
        let Some(last) = portion.last() else { break };
        filter.below = Some(last.number);
        entries.extend(portion);
    }
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    let rows = entries.into_iter().map(|entry| {
        vec![
            entry.number.to_string(),
            entry.batch.to_string(),
            entry.at,
            number(entry.account),
            entry.author,
            entry.action,
            number(entry.plan),
            number(entry.record),
            entry.field.unwrap_or_default(),
            entry.before.unwrap_or_default(),
            entry.after.unwrap_or_default(),
            entry.reason.unwrap_or_default(),
            entry.previous,
            entry.digest,
        ]
    });
    as_csv(&format!("{body}-registro.csv"), &COLUMNS, rows)
}

/// Rows as a file for a spreadsheet.
pub fn as_csv(
    name: &str,
    heads: &[impl AsRef<str>],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Answer, Failure> {
    let broken = |error: &dyn std::fmt::Display| Failure::Broken(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let heads: Vec<&str> = heads.iter().map(AsRef::as_ref).collect();
    writer
        .write_record(&heads)
        .map_err(|error| broken(&error))?;
    for row in rows {
        let guarded = row.iter().map(|cell| as_text(cell));
        writer
            .write_record(guarded)
            .map_err(|error| broken(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(&error))?;
    Ok(Answer::file(name, "text/csv; charset=utf-8", bytes))
}

/// A cell that no spreadsheet takes for a formula.
fn as_text(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// `/{body}/registro/{batch}`: what was changed together, whole, with the way back.
pub fn batch(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let number: i64 = asked.part("batch").parse().map_err(|_| Failure::NotFound)?;
    let filter = AuditFilter {
        batch: Some(number),
        ..AuditFilter::default()
    };
    let entries = asked.server.store.audit(body, &filter, PORTION)?;
    let first = entries.last().ok_or(Failure::NotFound)?;
    let things = Things::of(asked)?;
    let mut actions = vec![Action::to(
        t.text("web-log-back"),
        Look::Second,
        format!("/{body}/registro"),
    )];
    let undoable = entries
        .iter()
        .any(|entry| entry.action.starts_with("record-"));
    if undoable && asked.may(Right::EditPlan) {
        let csrf = asked.person()?.csrf.clone();
        let post = Post {
            action: format!("/{body}/annulla"),
            csrf,
            hidden: vec![
                ("lotto".to_owned(), number.to_string()),
                ("da".to_owned(), asked.path.clone()),
            ],
        };
        actions.insert(0, Action::post(t.text("web-undo"), Look::First, post));
    }
    let count = entries.len().to_string();
    let at = moment(asked, &first.at);
    let args = [
        ("count", count.as_str()),
        ("who", first.author.as_str()),
        ("at", &at),
    ];
    let text = t.with("web-log-batch-text", &args);
    let said = |entry: &AuditEntry, stored: &Option<String>| {
        let stored = stored.as_deref()?;
        Some(in_words(t, &entry.action, stored))
    };
    let history = entries.iter().rev().map(|entry| {
        let action = t.word("log-action", &entry.action);
        let thing = things.name(asked, entry).map(|(name, _)| name);
        let parts = [Some(action), thing, things.field(t, entry)];
        Entry {
            when: at.clone(),
            who: entry.author.clone(),
            what: parts.into_iter().flatten().collect::<Vec<_>>().join(" – "),
            before: said(entry, &entry.before),
            after: said(entry, &entry.after),
            reason: entry.reason.clone(),
        }
    });
    let mut page = frame(
        asked,
        "registro",
        t.with("web-log-batch", &[("number", &number.to_string())]),
    );
    page.crumbs = vec![Link::new(
        t.text("web-log-title"),
        format!("/{body}/registro"),
    )];
    let page = Batch {
        text,
        actions: Actions { items: actions },
        history: History {
            t,
            entries: history.collect(),
        },
        page,
    };
    Ok(Answer::page(page.render()?))
}
