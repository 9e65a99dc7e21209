//! The tab *Storia*: what was changed of a thing, by whom, and the way back batch by batch.

use jiff::Timestamp;
use serde_json::Value;
use store::{AuditEntry, AuditFilter};

use super::pieces::{Batch, Body, Part};
use super::sheet::View;
use super::told::{on_one_line, path_label};
use crate::messages::{Catalogue, Language};
use crate::web::failure::Failure;
use crate::web::part::{Action, Empty, Entry, History, Look, Post};

/// Changes shown at a time.
const SHOWN: i64 = 60;

/// A moment as people read it where the bodies are.
pub fn moment(t: &Catalogue, at: &str) -> String {
    let Ok(moment) = at.parse::<Timestamp>() else {
        return at.to_owned();
    };
    let form = match t.language {
        Language::Italian => "%d/%m/%Y, ore %H:%M",
        Language::English => "%Y-%m-%d %H:%M",
    };
    match moment.in_tz("Europe/Rome") {
        Ok(zoned) => zoned.strftime(form).to_string(),
        // A machine that knows no zones says which one it means.
        Err(_) => moment.strftime(&format!("{form} UTC")).to_string(),
    }
}

/// The changes, the last first.
pub fn part<'a>(view: &View<'a>) -> Result<Part<'a>, Failure> {
    let t = view.shown.t;
    let store = &view.asked.server.store;
    let body = &view.shown.loaded.body;
    let below = view.asked.query.text("prima").parse().ok();
    let filter = AuditFilter {
        plan: Some(view.shown.loaded.id),
        record: Some(view.thing.number),
        below,
        ..AuditFilter::default()
    };
    let entries = store.audit(body, &filter, SHOWN)?;
    let last = entries.last().map(|entry| entry.number);
    let more = i64::try_from(entries.len()).unwrap_or(0) == SHOWN;
    let mut batches: Vec<(i64, Vec<AuditEntry>)> = Vec::new();
    for entry in entries {
        match batches.last_mut() {
            Some((batch, of)) if *batch == entry.batch => of.push(entry),
            _ => batches.push((entry.batch, vec![entry])),
        }
    }
    if batches.is_empty() {
        return Ok(Part {
            title: None,
            lead: None,
            body: Body::Empty(Empty {
                title: t.text("web-thing-no-history"),
                text: t.text("web-thing-no-history-text"),
                actions: Vec::new(),
            }),
            actions: Vec::new(),
        });
    }
    let mut shown = Vec::new();
    for (batch, entries) in batches {
        let account = view.asked.who.as_ref().map(|who| who.account);
        let own = entries
            .iter()
            .any(|entry| entry.account.is_some() && entry.account == account);
        // What came in with the whole plan does not go by itself.
        let with_plan = AuditFilter {
            batch: Some(batch),
            action: Some("plan-add".to_owned()),
            ..AuditFilter::default()
        };
        let came = entries.iter().any(|entry| entry.action == "record-add")
            && !store.audit(body, &with_plan, 1)?.is_empty();
        let undo = ((view.editable || own) && !came).then(|| {
            let mut undo = Action::post(
                t.text("web-thing-undo"),
                Look::Small,
                Post {
                    action: format!("/{body}/annulla"),
                    csrf: view.csrf.clone(),
                    hidden: vec![
                        ("lotto".to_owned(), batch.to_string()),
                        ("da".to_owned(), view.asked.path.clone()),
                    ],
                },
            );
            undo.about = entries.first().map(|entry| moment(t, &entry.at));
            undo
        });
        shown.push(Batch {
            history: History {
                t,
                entries: entries
                    .iter()
                    .map(|entry| said(view, entry, came))
                    .collect(),
            },
            undo,
        });
    }
    let mut part = Part {
        title: Some(t.text("web-thing-history")),
        lead: Some(t.text("web-thing-history-lead")),
        body: Body::History(shown),
        actions: Vec::new(),
    };
    if let Some(last) = last.filter(|_| more) {
        let page = view.thing.page("");
        part.actions.push(Action::to(
            t.text("web-thing-history-older"),
            Look::Second,
            view.shown
                .address(&format!("{page}?parte=storia&prima={last}")),
        ));
    }
    Ok(part)
}

fn said(view: &View<'_>, entry: &AuditEntry, came: bool) -> Entry {
    let t = view.shown.t;
    let words = |text: &Option<String>, path: &str| {
        let value: Option<Value> = text
            .as_deref()
            .and_then(|text| serde_json::from_str(text).ok());
        let plan = view.shown.loaded.plan();
        on_one_line(t, plan, view.names, view.thing.kind, path, value.as_ref())
    };
    let (what, before, after) = match (entry.action.as_str(), &entry.field) {
        ("record-set", Some(field)) => (
            path_label(t, view.thing.kind, field),
            words(&entry.before, field),
            words(&entry.after, field),
        ),
        ("record-add", _) if came => (t.text("web-thing-came-with-plan"), None, None),
        ("record-add", _) => (t.text("web-thing-was-added"), None, None),
        ("record-remove", _) => (t.text("web-thing-was-removed"), None, None),
        ("record-move", _) => (t.text("web-thing-was-moved"), None, None),
        (action, _) => (
            t.find(&format!("web-thing-was-{action}"), &[])
                .unwrap_or_else(|| action.to_owned()),
            None,
            None,
        ),
    };
    Entry {
        when: moment(t, &entry.at),
        who: entry.author.clone(),
        what,
        before,
        after,
        reason: entry.reason.clone(),
    }
}
