//! Changes of several records saved together, and what becomes of them where somebody else changed
//! the same: both versions side by side, nothing lost.

use askama::Template;
use axum::http::StatusCode;
use domain::plan::{Node, NodeKind, Plan};
use serde_json::{Map, Value, json};
use store::{Applied, Change, Error};

use super::{author, frame_of, plan};
use crate::format::schema::KINDS;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Page;
use crate::web::part::{Clash, Conflict, Post};
use crate::web::plans::Loaded;
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "conflict_page.html")]
struct ConflictPage<'a> {
    page: Page<'a>,
    conflict: Conflict<'a>,
}

/// What is to be saved, and where it leads.
pub struct Saving {
    /// The changes, made all or none.
    pub changes: Vec<Change>,
    /// What each of them is called, for who must choose.
    pub labels: Vec<String>,
    /// The notice afterwards: `web-done-<token>`.
    pub done: &'static str,
    /// The page afterwards, without its host.
    pub to: String,
}

impl Saving {
    /// Nothing yet.
    pub fn new(done: &'static str, to: impl Into<String>) -> Saving {
        Saving {
            changes: Vec::new(),
            labels: Vec::new(),
            done,
            to: to.into(),
        }
    }

    /// Adds a text of a field that was seen as `before`; an empty text is nothing.
    pub fn set(&mut self, record: i64, field: &str, label: String, before: &str, after: &str) {
        let json = |text: &str| (!text.is_empty()).then(|| Value::from(text).to_string());
        if before == after {
            return;
        }
        self.put(
            Change::Set {
                record,
                field: field.to_owned(),
                before: json(before),
                after: json(after),
            },
            label,
        );
    }

    /// Adds any change.
    pub fn put(&mut self, change: Change, label: String) {
        self.changes.push(change);
        self.labels.push(label);
    }

    /// Adds a new record with these texts; empty ones are left out.
    pub fn add(&mut self, kind: &str, fields: &[(&str, String)]) {
        let fields = fields.iter().filter(|(_, text)| !text.is_empty());
        let fields: Map<String, Value> = fields
            .map(|(name, text)| ((*name).to_owned(), Value::from(text.as_str())))
            .collect();
        self.put(
            Change::Add {
                kind: kind.to_owned(),
                position: None,
                fields: Value::Object(fields).to_string(),
            },
            String::new(),
        );
    }

    /// Makes the changes and leads on; to a choice where somebody else was there meanwhile.
    pub fn save(
        self,
        asked: &Asked<'_>,
        shown: &Shown<'_>,
        here: &'static str,
    ) -> Result<Answer, Failure> {
        let loaded = shown.loaded;
        let author = author(asked)?;
        let store = &asked.server.store;
        match store.apply(&loaded.body, loaded.id, &self.changes, &author) {
            Ok(applied) => Ok(done(&self.to, self.done, &applied)),
            Err(Error::Conflict(conflicts)) => self.choose(asked, shown, here, &conflicts),
            Err(error) => Err(error.into()),
        }
    }

    fn choose(
        self,
        asked: &Asked<'_>,
        shown: &Shown<'_>,
        here: &'static str,
        conflicts: &[store::Conflict],
    ) -> Result<Answer, Failure> {
        // Only fields can be chosen one by one: what is gone or was moved is told as such.
        if conflicts.iter().any(|conflict| conflict.field.is_none()) {
            return Err(Failure::Conflict(conflicts.to_vec()));
        }
        let t = asked.t;
        let mut clashes = Vec::new();
        let mut changes = Vec::new();
        for (at, change) in self.changes.iter().enumerate() {
            let label = self.labels.get(at).cloned().unwrap_or_default();
            let conflict = conflicts.iter().find(|conflict| conflict.change == at);
            changes.push(match (change, conflict) {
                (
                    Change::Set {
                        record,
                        field,
                        before,
                        after,
                    },
                    None,
                ) => json!({
                    "record": record, "field": field, "before": before, "after": after,
                    "label": label,
                }),
                (
                    Change::Set {
                        record,
                        field,
                        before,
                        after,
                    },
                    Some(conflict),
                ) => {
                    let name = format!("c-{at}");
                    clashes.push(Clash {
                        name: name.clone(),
                        label: label.clone(),
                        before: words(before.as_deref()),
                        mine: words(after.as_deref()),
                        theirs: words(conflict.stored.as_deref()),
                    });
                    json!({
                        "record": record, "field": field, "before": conflict.stored,
                        "after": after, "choice": name, "label": label,
                    })
                }
                (Change::Add { kind, fields, .. }, _) => json!({ "kind": kind, "fields": fields }),
                (Change::Remove { record, fields }, _) => {
                    json!({ "record": record, "fields": fields })
                }
                (Change::Move { record, position }, _) => {
                    json!({ "record": record, "position": position })
                }
            });
        }
        let who = conflicts
            .iter()
            .find_map(|conflict| conflict.author.clone());
        let loaded = shown.loaded;
        let page = ConflictPage {
            page: frame_of(asked, shown, here, t.text("web-conflict")),
            conflict: Conflict {
                t,
                who: who.unwrap_or_else(|| t.text("web-somebody")),
                fields: clashes,
                post: Post {
                    action: format!("/{}/{}/scelte", loaded.body, loaded.id),
                    csrf: asked.person()?.csrf.clone(),
                    hidden: vec![
                        ("cambi".to_owned(), Value::Array(changes).to_string()),
                        ("fatto".to_owned(), self.done.to_owned()),
                        ("verso".to_owned(), self.to.clone()),
                    ],
                },
                cancel: self.to,
            },
        };
        Ok(Answer::page(page.render()?).status(StatusCode::CONFLICT))
    }
}

/// The way on after changes, with what was done and how to undo it.
pub fn done(to: &str, token: &str, applied: &Applied) -> Answer {
    let mut pairs = vec![("fatto", token)];
    let batch = applied.batch.map(|batch| batch.to_string());
    if let Some(batch) = &batch {
        pairs.push(("lotto", batch));
    }
    let (path, fragment) = match to.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (to, String::new()),
    };
    let mark = if path.contains('?') { '&' } else { '?' };
    Answer::to(format!("{path}{mark}{}{fragment}", address_pairs(&pairs)))
}

/// A stored value as people read it.
fn words(json: Option<&str>) -> String {
    match json.and_then(|json| serde_json::from_str(json).ok()) {
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
        None => "–".to_owned(),
    }
}

/// `POST /{body}/{plan}/scelte`: what was chosen of two versions.
pub fn chosen(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let to = asked.form.text("verso");
    let inside = format!("/{}/{}/", loaded.body, loaded.id);
    let to = if to.starts_with(&inside) {
        to
    } else {
        inside.trim_end_matches('/')
    };
    let token = DONE
        .into_iter()
        .find(|token| *token == asked.form.text("fatto"));
    let unreadable = || Failure::Unusable("unreadable");
    let list: Vec<Value> =
        serde_json::from_str(asked.form.text("cambi")).map_err(|_| unreadable())?;
    let mut saving = Saving::new(token.unwrap_or("saved"), to);
    for one in &list {
        let text = |name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
        let number = |name: &str| one.get(name).and_then(Value::as_i64);
        if let Some(choice) = text("choice")
            && asked.form.text(&choice) != "mine"
        {
            continue;
        }
        let change = match (number("record"), text("field"), text("kind")) {
            (Some(record), Some(field), _) => Change::Set {
                record,
                field,
                before: text("before"),
                after: text("after"),
            },
            (None, _, Some(kind)) => Change::Add {
                kind,
                position: None,
                fields: text("fields").ok_or_else(unreadable)?,
            },
            (Some(record), None, _) => match number("position") {
                Some(position) => Change::Move { record, position },
                None => Change::Remove {
                    record,
                    fields: text("fields"),
                },
            },
            _ => return Err(unreadable()),
        };
        saving.put(change, text("label").unwrap_or_default());
    }
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    saving.save(asked, &shown, "")
}

/// What may be said to be done after a choice.
const DONE: [&str; 4] = ["weights", "assignment", "dashboard", "staff"];

/// Whether the asker may change the plan of the whole body.
///
/// # Errors
/// Forbidden, where not.
pub fn everywhere(asked: &Asked<'_>) -> Result<(), Failure> {
    match asked.person()?.may_everywhere(Right::EditPlan) {
        true => Ok(()),
        false => Err(Failure::Forbidden),
    }
}

/// How a field that may mean things of several kinds names one: by its key, with its kind before it
/// where another of them has the same key.
pub fn mention(plan: &Plan, node: Node, among: &[NodeKind]) -> String {
    let key = plan.name_of(node).key;
    let shared = KINDS.iter().any(|kind| {
        let spec = kind.spec();
        let other = !spec.single && spec.has_id() && spec.node != node.kind;
        other
            && among.contains(&spec.node)
            && (0..kind.len(plan)).any(|i| plan.name_of(Node::new(spec.node, i)).key == key)
    });
    match shared {
        true => format!("{}:{key}", node.kind.token()),
        false => key.to_owned(),
    }
}

/// The kinds that a placement may stand under.
pub const HOLDERS: [NodeKind; 9] = [
    NodeKind::Responsible,
    NodeKind::Dashboard,
    NodeKind::Section,
    NodeKind::Area,
    NodeKind::Perspective,
    NodeKind::Programme,
    NodeKind::Purpose,
    NodeKind::Sheet,
    NodeKind::Objective,
];
/// The kinds that a placement may place.
pub const PLACED: [NodeKind; 3] = [NodeKind::Objective, NodeKind::Indicator, NodeKind::Area];

/// The records of a plan with changes made, as they would be stored: to look at their figures before
/// they are.
pub fn imagined(loaded: &Loaded, changes: &[Change]) -> Loaded {
    let mut records = loaded.records().to_vec();
    let mut next = records
        .iter()
        .map(|record| record.number)
        .max()
        .unwrap_or(0);
    for change in changes {
        match change {
            Change::Set {
                record,
                field,
                after,
                ..
            } => {
                let found = records.iter_mut().find(|of| of.number == *record);
                if let Some(found) = found
                    && let Ok(Value::Object(mut fields)) = serde_json::from_str(&found.fields)
                {
                    let after = after
                        .as_deref()
                        .and_then(|json| serde_json::from_str(json).ok());
                    match after {
                        Some(value) => fields.insert(field.clone(), value),
                        None => fields.shift_remove(field),
                    };
                    found.fields = Value::Object(fields).to_string();
                }
            }
            Change::Add { kind, fields, .. } => {
                next += 1;
                records.push(crate::format::stored::Stored {
                    number: next,
                    kind: kind.clone(),
                    fields: fields.clone(),
                });
            }
            Change::Remove { record, .. } => records.retain(|of| of.number != *record),
            Change::Move { .. } => {}
        }
    }
    Loaded::of(&loaded.body, loaded.id, loaded.revision, records)
}
