//! What is entered for one thing at one checkpoint: as a form has it, as the record keeps it.

use domain::plan::{Day, Period, Quantity, Role, Value};
use domain::target::{read_day, read_number};
use jiff::civil::Date;
use serde_json::{Map, Value as Json};
use store::Change;

use crate::format::field::trimmed;
use crate::web::asked::Pairs;
use crate::web::plans::Loaded;

/// The fields of a value that a campaign asks, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The actual.
    pub text: String,
    /// The day to which it refers.
    pub as_of: String,
    /// *Stato*.
    pub state: String,
    /// *Completamento*.
    pub completion: String,
    /// It may still change.
    pub provisional: bool,
    /// A remark.
    pub note: String,
    /// What proves it, a text to a line.
    pub evidence: String,
}

/// The names of the fields, in the order of the form; in the file they are the same.
pub const FIELDS: [&str; 7] = [
    "text",
    "as_of",
    "state",
    "completion",
    "provisional",
    "note",
    "evidence",
];

impl Typed {
    /// What the form sent, under names with this beginning.
    pub fn sent(form: &Pairs, beginning: &str) -> Typed {
        let mut typed = Typed::default();
        for field in FIELDS {
            typed.put(field, form.text(&format!("{beginning}{field}")));
        }
        typed
    }

    /// What stands in the record.
    pub fn stored(value: Option<&Json>) -> Typed {
        let mut typed = Typed::default();
        match last(value) {
            Some(Json::Object(details)) => {
                for field in FIELDS {
                    match details.get(field) {
                        Some(Json::String(text)) => typed.put(field, text),
                        Some(Json::Array(lines)) => {
                            let lines = lines.iter().filter_map(Json::as_str);
                            typed.put(field, &lines.collect::<Vec<_>>().join("\n"));
                        }
                        _ => {}
                    }
                }
            }
            Some(Json::String(text)) => typed.text = text.clone(),
            _ => {}
        }
        typed
    }

    /// One field, as text.
    pub fn get(&self, field: &str) -> String {
        match field {
            "text" => self.text.clone(),
            "as_of" => self.as_of.clone(),
            "state" => self.state.clone(),
            "completion" => self.completion.clone(),
            "provisional" => if self.provisional { "yes" } else { "" }.to_owned(),
            "note" => self.note.clone(),
            _ => self.evidence.clone(),
        }
    }

    /// Writes one field.
    pub fn put(&mut self, field: &str, text: &str) {
        let clean = trimmed(&text.replace("\r\n", "\n")).to_owned();
        match field {
            "text" => self.text = clean,
            "as_of" => self.as_of = clean,
            "state" => self.state = clean,
            "completion" => self.completion = clean,
            "provisional" => {
                self.provisional = matches!(
                    clean.to_lowercase().as_str(),
                    "yes" | "true" | "sì" | "si" | "x" | "vero" | "1"
                );
            }
            "note" => self.note = clean,
            _ => {
                let lines = clean.lines().map(trimmed).filter(|line| !line.is_empty());
                self.evidence = lines.collect::<Vec<_>>().join("\n");
            }
        }
    }

    /// Whether there is a value: a figure, or a state, or a completion.
    pub fn says_something(&self) -> bool {
        !(self.text.is_empty() && self.state.is_empty() && self.completion.is_empty())
    }

    /// The value as the record will keep it: what the form does not ask stays as it was. None where
    /// nothing is left.
    pub fn onto(&self, stored: Option<&Json>) -> Option<Json> {
        if *self == Typed::stored(stored) {
            return stored.cloned();
        }
        let mut details = match last(stored) {
            Some(Json::Object(details)) => details.clone(),
            _ => Map::new(),
        };
        let text = |text: &str| (!text.is_empty()).then(|| Json::String(text.to_owned()));
        for field in FIELDS {
            let value = match field {
                "provisional" => self.provisional.then(|| Json::String("true".to_owned())),
                "evidence" => {
                    let lines = self
                        .evidence
                        .lines()
                        .map(|line| Json::String(line.to_owned()));
                    let lines: Vec<Json> = lines.collect();
                    (!lines.is_empty()).then_some(Json::Array(lines))
                }
                field => text(&self.get(field)),
            };
            match value {
                Some(value) => {
                    details.insert(field.to_owned(), value);
                }
                None => {
                    details.shift_remove(field);
                }
            }
        }
        let is_bare = details.keys().all(|key| key == "text");
        let written = match details.get("text") {
            Some(text) if is_bare => Some(text.clone()),
            None if details.is_empty() => None,
            _ => Some(Json::Object(details)),
        };
        // Of several values for the same day the last is the one that counts.
        match stored {
            Some(Json::Array(several)) if several.len() > 1 => {
                let mut several = several.clone();
                several.pop();
                several.extend(written);
                Some(Json::Array(several))
            }
            _ => written,
        }
    }

    /// The value as the plan has it, for what it would mean.
    pub fn value(&self, day: Date, stored: Option<&Json>) -> Value {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let kept = |key: &str| match last(stored) {
            Some(Json::Object(details)) => details.get(key).and_then(Json::as_str),
            _ => None,
        };
        Value {
            role: Role::Actual,
            period: Period::Day(day),
            text: self.text.clone(),
            reading: kept("reading").map(str::to_owned),
            as_of: some(&self.as_of).map(|text| Day {
                date: read_day(&text),
                text,
            }),
            provisional: self.provisional,
            achievement: kept("achievement").is_some_and(|text| text == "true"),
            state: some(&self.state),
            completion: some(&self.completion).map(|text| Quantity {
                number: read_number(&text).0,
                text,
            }),
            note: some(&self.note),
            evidence: self.evidence.lines().map(str::to_owned).collect(),
            source: kept("source").map(str::to_owned),
            variation: None,
        }
    }

    /// What is wrong with a field: the name of the field, and of the message.
    pub fn mistakes(&self) -> Vec<(&'static str, &'static str)> {
        let mut wrong = Vec::new();
        if !self.as_of.is_empty() && read_day(&self.as_of).is_none() {
            wrong.push(("as_of", "web-mon-not-a-day"));
        }
        if !self.completion.is_empty() && read_number(&self.completion).0.is_none() {
            wrong.push(("completion", "web-mon-not-a-number"));
        }
        wrong
    }
}

/// Of several values for the same period, the last.
fn last(value: Option<&Json>) -> Option<&Json> {
    match value {
        Some(Json::Array(several)) => several.last(),
        value => value,
    }
}

/// A field of values by period (`results`), in a record.
pub struct Place {
    /// The record.
    pub record: i64,
    /// What stands there now.
    pub now: Option<Json>,
    field: &'static str,
    key: String,
    /// The whole field, where it holds one value without a period.
    lone: Option<Json>,
}

impl Place {
    /// The place of a day's value in a record.
    pub fn of(loaded: &Loaded, record: i64, field: &'static str, day: Date) -> Place {
        let fields = loaded.fields(record).unwrap_or_default();
        let (mut key, mut now, mut lone) = (day.to_string(), None, None);
        match fields.get(field) {
            Some(Json::Object(periods)) if !is_details(periods) => {
                let of_year = || {
                    let closes = day.month() == 12 && day.day() == 31;
                    let year = day.year().to_string();
                    (closes && periods.contains_key(&year)).then_some(year)
                };
                if !periods.contains_key(&key)
                    && let Some(year) = of_year()
                {
                    key = year;
                }
                now = periods.get(&key).cloned();
            }
            Some(other) => lone = Some(other.clone()),
            None => {}
        }
        Place {
            record,
            now,
            field,
            key,
            lone,
        }
    }

    /// The field, as the log names it.
    pub fn path(&self) -> String {
        format!("{}.{}", self.field, self.key)
    }

    /// The change from what a person saw to what is to stand there; none where they are the same.
    pub fn change(&self, before: Option<&Json>, after: Option<Json>) -> Option<Change> {
        if before == after.as_ref() {
            return None;
        }
        if let Some(lone) = &self.lone {
            let mut periods = Map::new();
            periods.insert(String::new(), lone.clone());
            periods.extend(after.map(|after| (self.key.clone(), after)));
            return Some(Change::Set {
                record: self.record,
                field: self.field.to_owned(),
                before: Some(lone.to_string()),
                after: Some(Json::Object(periods).to_string()),
            });
        }
        Some(Change::Set {
            record: self.record,
            field: self.path(),
            before: before.map(Json::to_string),
            after: after.map(|after| after.to_string()),
        })
    }
}

/// Whether an object is one value with its details, and not values by period.
fn is_details(object: &Map<String, Json>) -> bool {
    use crate::format::field::{PERIOD, VALUE_DETAILS};
    !object.is_empty()
        && object
            .keys()
            .all(|key| key == PERIOD || VALUE_DETAILS.iter().any(|(detail, _)| detail == key))
}

/// What a form sent back of what its page was made of; a text that is no JSON is nothing seen.
pub fn seen(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}
