//! How a field of the model is written and read, whatever the file: one implementation for each
//! type of field, used by every kind of record and every format.

use std::collections::HashMap;

use domain::finding::{Finding, Severity};
use domain::plan::{Day, Effort, Period, Quantity, Reference, Role, Value};
use domain::target::{read_day, read_number};

use super::datum::{At, Datum, Entry, Item};

/// What a field may hold, for the schema, the template and the messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Free text.
    Text,
    /// A number as typed.
    Quantity,
    /// A day as typed.
    Day,
    /// A calendar year.
    Year,
    /// Several years.
    Years,
    /// Yes or no.
    YesNo,
    /// One of these: machine token and Italian word.
    Choice(Vec<(&'static str, &'static str)>),
    /// Several of these.
    Choices(Vec<(&'static str, &'static str)>),
    /// Several texts.
    Texts,
    /// The key or code of another thing.
    Reference,
    /// Several of them.
    References,
    /// Values by period, of one role.
    Values,
    /// Months and percentages.
    Shares,
    /// Rows of cells.
    Grid,
    /// Small records without a life of their own, with these fields.
    Details(Vec<(&'static str, Shape)>),
}

/// Collects what is to be said of the field being read.
pub struct Reading<'a> {
    /// The field's key.
    pub field: &'a str,
    /// What was found, each with its place.
    pub findings: Vec<(Finding, At)>,
}

impl Reading<'_> {
    fn say(&mut self, severity: Severity, rule: &'static str, text: &str, at: &At) -> &mut Finding {
        let finding = Finding::new(severity, rule)
            .field(self.field)
            .arg("field", self.field)
            .arg("text", shortened(text));
        self.findings.push((finding, at.clone()));
        // `push` has just happened: the list is not empty.
        let last = self.findings.len() - 1;
        &mut self.findings[last].0
    }
}

/// A text short enough for a message, with `…` where it was cut.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

/// A text without the blanks at its ends, those included that nobody sees. No text of a plan has
/// them: files cannot tell them from what a person left behind by chance.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
}

/// A type that can stand in a field.
pub trait FieldValue {
    /// What it may hold.
    fn shape() -> Shape;
    /// What a file writes for it; none where there is nothing to write.
    fn write(&self) -> Option<Datum>;
    /// Takes what a file says; whatever cannot be used becomes a finding.
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>);
    /// Visits the references in it, so that they can be resolved.
    fn references(&mut self, _visit: &mut dyn FnMut(&mut Reference)) {}
}

/// The text of an item, trimmed; a list or a table where a text belongs is a finding.
fn text_of(item: &Item, reading: &mut Reading<'_>) -> Option<String> {
    match &item.datum {
        Datum::Text(text) => Some(trimmed(text).to_owned()),
        Datum::List(items) if items.len() == 1 => text_of(&items[0], reading),
        _ => {
            reading.say(Severity::Error, "format-not-a-text", "", &item.at);
            None
        }
    }
}

/// The text of an item where there is one: nothing written and an empty text are the same.
fn some_text_of(item: &Item, reading: &mut Reading<'_>) -> Option<String> {
    text_of(item, reading).filter(|text| !text.is_empty())
}

/// The members of a list; a single text is a list of one.
fn texts_of(item: &Item, reading: &mut Reading<'_>) -> Vec<(String, At)> {
    match &item.datum {
        Datum::Text(text) => vec![(trimmed(text).to_owned(), item.at.clone())],
        Datum::List(items) => items
            .iter()
            .filter_map(|i| Some((text_of(i, reading)?, i.at.clone())))
            .collect(),
        Datum::Map(_) => {
            reading.say(Severity::Error, "format-not-a-list", "", &item.at);
            Vec::new()
        }
    }
}

fn list(texts: impl Iterator<Item = String>) -> Option<Datum> {
    let items: Vec<Item> = texts.map(Item::text).collect();
    (!items.is_empty()).then_some(Datum::List(items))
}

impl FieldValue for String {
    fn shape() -> Shape {
        Shape::Text
    }
    fn write(&self) -> Option<Datum> {
        (!self.is_empty()).then(|| Datum::Text(self.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        if let Some(text) = text_of(item, reading) {
            *self = text;
        }
    }
}

impl FieldValue for Option<String> {
    fn shape() -> Shape {
        Shape::Text
    }
    fn write(&self) -> Option<Datum> {
        self.clone().map(Datum::Text)
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = some_text_of(item, reading);
    }
}

impl FieldValue for Vec<String> {
    fn shape() -> Shape {
        Shape::Texts
    }
    fn write(&self) -> Option<Datum> {
        list(self.iter().cloned())
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = texts_of(item, reading)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
    }
}

impl FieldValue for bool {
    fn shape() -> Shape {
        Shape::YesNo
    }
    fn write(&self) -> Option<Datum> {
        self.then(|| Datum::Text("true".to_owned()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let mut answer: Option<bool> = None;
        answer.read(item, reading);
        *self = answer.unwrap_or(false);
    }
}

impl FieldValue for Option<bool> {
    fn shape() -> Shape {
        Shape::YesNo
    }
    fn write(&self) -> Option<Datum> {
        self.map(|yes| Datum::Text(yes.to_string()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let Some(text) = text_of(item, reading) else {
            return;
        };
        *self = match text.trim().to_lowercase().as_str() {
            "true" | "vero" | "sì" | "si" | "sí" | "s" | "x" | "yes" | "y" | "1" => Some(true),
            "false" | "falso" | "no" | "n" | "0" => Some(false),
            "" => None,
            _ => {
                reading.say(Severity::Error, "format-not-yes-no", &text, &item.at);
                None
            }
        };
    }
}

fn quantity(text: String, at: &At, reading: &mut Reading<'_>) -> Quantity {
    let (number, _) = read_number(&text);
    if number.is_none() && !text.trim().is_empty() {
        reading.say(Severity::Error, "format-not-a-number", &text, at);
    }
    Quantity { text, number }
}

impl FieldValue for Quantity {
    fn shape() -> Shape {
        Shape::Quantity
    }
    fn write(&self) -> Option<Datum> {
        (!self.text.is_empty()).then(|| Datum::Text(self.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        if let Some(text) = text_of(item, reading) {
            *self = quantity(text, &item.at, reading);
        }
    }
}

impl FieldValue for Option<Quantity> {
    fn shape() -> Shape {
        Shape::Quantity
    }
    fn write(&self) -> Option<Datum> {
        self.as_ref().map(|q| Datum::Text(q.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = some_text_of(item, reading).map(|text| quantity(text, &item.at, reading));
    }
}

impl FieldValue for Day {
    fn shape() -> Shape {
        Shape::Day
    }
    fn write(&self) -> Option<Datum> {
        (!self.text.is_empty()).then(|| Datum::Text(self.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let Some(text) = text_of(item, reading) else {
            return;
        };
        let date = read_day(&text);
        if date.is_none() && !text.trim().is_empty() {
            reading.say(Severity::Error, "format-not-a-day", &text, &item.at);
        }
        *self = Day { text, date };
    }
}

impl FieldValue for Option<Day> {
    fn shape() -> Shape {
        Shape::Day
    }
    fn write(&self) -> Option<Datum> {
        self.as_ref().map(|d| Datum::Text(d.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let mut day = Day::default();
        day.read(item, reading);
        *self = (!day.text.is_empty()).then_some(day);
    }
}

fn year(text: &str, at: &At, reading: &mut Reading<'_>) -> Option<i16> {
    let year = text
        .trim()
        .parse::<i16>()
        .ok()
        .filter(|y| (1900..=2200).contains(y));
    if year.is_none() && !text.trim().is_empty() {
        reading.say(Severity::Error, "format-not-a-year", text, at);
    }
    year
}

impl FieldValue for Option<i16> {
    fn shape() -> Shape {
        Shape::Year
    }
    fn write(&self) -> Option<Datum> {
        self.map(|y| Datum::Text(y.to_string()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = text_of(item, reading).and_then(|text| year(&text, &item.at, reading));
    }
}

impl FieldValue for Vec<i16> {
    fn shape() -> Shape {
        Shape::Years
    }
    fn write(&self) -> Option<Datum> {
        list(self.iter().map(i16::to_string))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = texts_of(item, reading)
            .into_iter()
            .filter_map(|(text, at)| year(&text, &at, reading))
            .collect();
    }
}

impl FieldValue for Reference {
    fn shape() -> Shape {
        Shape::Reference
    }
    fn write(&self) -> Option<Datum> {
        (!self.text.is_empty()).then(|| Datum::Text(self.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        if let Some(text) = text_of(item, reading) {
            *self = Reference::to(text);
        }
    }
    fn references(&mut self, visit: &mut dyn FnMut(&mut Reference)) {
        visit(self);
    }
}

impl FieldValue for Option<Reference> {
    fn shape() -> Shape {
        Shape::Reference
    }
    fn write(&self) -> Option<Datum> {
        self.as_ref().map(|r| Datum::Text(r.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = some_text_of(item, reading).map(Reference::to);
    }
    fn references(&mut self, visit: &mut dyn FnMut(&mut Reference)) {
        if let Some(reference) = self {
            visit(reference);
        }
    }
}

impl FieldValue for Vec<Reference> {
    fn shape() -> Shape {
        Shape::References
    }
    fn write(&self) -> Option<Datum> {
        list(self.iter().map(|r| r.text.clone()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = texts_of(item, reading)
            .into_iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, _)| Reference::to(text))
            .collect();
    }
    fn references(&mut self, visit: &mut dyn FnMut(&mut Reference)) {
        self.iter_mut().for_each(visit);
    }
}

/// A closed list of values, each with its machine token and its Italian word.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// The token and word of each.
    fn words() -> Vec<(&'static str, &'static str)> {
        Self::ALL
            .iter()
            .map(|(_, token, word)| (*token, *word))
            .collect()
    }

    /// The machine token.
    fn token(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(c, ..)| *c == self)
            .map_or("", |(_, token, _)| token)
    }

    /// The one that a person or a file names, by token or by word, in any case.
    fn named(text: &str) -> Option<Self> {
        let wanted = text.trim().to_lowercase();
        Self::ALL
            .iter()
            .find(|(_, token, word)| wanted == *token || wanted == word.to_lowercase())
            .map(|(c, ..)| *c)
    }
}

fn choice<C: Choice>(text: &str, at: &At, reading: &mut Reading<'_>) -> Option<C> {
    if text.trim().is_empty() {
        return None;
    }
    let chosen = C::named(text);
    if chosen.is_none() {
        let allowed: Vec<&str> = C::ALL.iter().map(|(_, token, _)| *token).collect();
        let finding = reading.say(Severity::Error, "format-not-a-choice", text, at);
        finding.args.push(("allowed", allowed.join(", ")));
    }
    chosen
}

impl<C: Choice> FieldValue for Option<C> {
    fn shape() -> Shape {
        Shape::Choice(C::words())
    }
    fn write(&self) -> Option<Datum> {
        self.map(|c| Datum::Text(c.token().to_owned()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = text_of(item, reading).and_then(|text| choice(&text, &item.at, reading));
    }
}

impl<C: Choice> FieldValue for Vec<C> {
    fn shape() -> Shape {
        Shape::Choices(C::words())
    }
    fn write(&self) -> Option<Datum> {
        list(self.iter().map(|c| c.token().to_owned()))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        *self = texts_of(item, reading)
            .into_iter()
            .filter_map(|(text, at)| choice(&text, &at, reading))
            .collect();
    }
}

/// A choice that is never missing: its default is what stands when nothing is written.
#[macro_export]
macro_rules! defaulted_choice {
    ($kind:ty) => {
        impl $crate::format::field::FieldValue for $kind {
            fn shape() -> $crate::format::field::Shape {
                <Option<$kind>>::shape()
            }
            fn write(&self) -> Option<$crate::format::datum::Datum> {
                (*self != <$kind>::default()).then_some(*self).write()
            }
            fn read(
                &mut self,
                item: &$crate::format::datum::Item,
                reading: &mut $crate::format::field::Reading<'_>,
            ) {
                let mut chosen: Option<$kind> = None;
                chosen.read(item, reading);
                *self = chosen.unwrap_or_default();
            }
        }
    };
}

impl FieldValue for Vec<(u8, Quantity)> {
    fn shape() -> Shape {
        Shape::Shares
    }
    fn write(&self) -> Option<Datum> {
        let entries: Vec<Entry> = self
            .iter()
            .map(|(month, share)| Entry::new(month.to_string(), Datum::Text(share.text.clone())))
            .collect();
        (!entries.is_empty()).then_some(Datum::Map(entries))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let Datum::Map(entries) = &item.datum else {
            reading.say(Severity::Error, "format-not-a-map", "", &item.at);
            return;
        };
        for entry in entries {
            match entry.key.trim().parse::<u8>() {
                Ok(month @ 1..=12) if self.iter().any(|(m, _)| *m == month) => {
                    let month = month.to_string();
                    reading.say(
                        Severity::Error,
                        "format-repeated-month",
                        &month,
                        &entry.item.at,
                    );
                }
                Ok(month @ 1..=12) => {
                    if let Some(text) = text_of(&entry.item, reading) {
                        self.push((month, quantity(text, &entry.item.at, reading)));
                    }
                }
                _ => {
                    reading.say(
                        Severity::Error,
                        "format-not-a-month",
                        &entry.key,
                        &entry.item.at,
                    );
                }
            }
        }
    }
}

impl FieldValue for Vec<Vec<String>> {
    fn shape() -> Shape {
        Shape::Grid
    }
    fn write(&self) -> Option<Datum> {
        let rows: Vec<Item> = self
            .iter()
            .map(|row| Item {
                datum: Datum::List(row.iter().map(Item::text).collect()),
                at: At::Nowhere,
            })
            .collect();
        (!rows.is_empty()).then_some(Datum::List(rows))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let Datum::List(rows) = &item.datum else {
            reading.say(Severity::Error, "format-not-a-list", "", &item.at);
            return;
        };
        *self = rows
            .iter()
            .map(|row| {
                texts_of(row, reading)
                    .into_iter()
                    .map(|(cell, _)| cell)
                    .collect()
            })
            .filter(|row: &Vec<String>| !row.is_empty())
            .collect();
    }
}

/// The fields of a value beside its period, in the order of writing; `text` is the plain one.
pub const VALUE_DETAILS: &[(&str, &str)] = &[
    ("text", "Testo"),
    ("reading", "Lettura corretta"),
    ("as_of", "Dato al"),
    ("provisional", "Provvisorio"),
    ("achievement", "È percentuale di raggiungimento"),
    ("state", "Stato"),
    ("completion", "Completamento"),
    ("note", "Nota o motivazione"),
    ("evidence", "Documentazione"),
    ("source", "Fonte"),
    ("variation", "Variazione"),
];

/// What a detail of a value may hold, by its key.
pub fn detail_shape(key: &str) -> Shape {
    match key {
        "as_of" => Shape::Day,
        "provisional" | "achievement" => Shape::YesNo,
        "completion" => Shape::Quantity,
        "evidence" => Shape::Texts,
        "variation" => Shape::Reference,
        _ => Shape::Text,
    }
}

/// The field of a value that names its period, where a table of periods would be misread.
pub const PERIOD: &str = "period";

/// The values of one role, as a map from period to text or to a table of details; several values
/// of one period stand in a list, and a lone value without a period is written bare.
pub fn write_values(values: &[Value], role: Role) -> Option<Datum> {
    let written = values.iter().filter(|v| v.role == role).map(|value| {
        let item = Item {
            datum: write_value(value),
            at: At::Nowhere,
        };
        (value.period.clone(), item)
    });
    by_period(written.collect())
}

/// Values, each with its period, in the form of [`write_values`].
pub fn by_period(values: Vec<(Period, Item)>) -> Option<Datum> {
    let misread = values.iter().all(|(period, _)| {
        let key = period.to_string();
        key == PERIOD || VALUE_DETAILS.iter().any(|(detail, _)| *detail == key)
    });
    if misread && !values.is_empty() {
        let with_period = values.into_iter().map(|(period, item)| {
            let mut details = vec![Entry::new(PERIOD, Datum::Text(period.to_string()))];
            match item.datum {
                Datum::Map(entries) => details.extend(entries),
                text => details.push(Entry {
                    key: "text".to_owned(),
                    item: Item {
                        datum: text,
                        at: item.at.clone(),
                    },
                }),
            }
            Item {
                datum: Datum::Map(details),
                at: item.at,
            }
        });
        return Some(Datum::List(with_period.collect()));
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<Period, usize> = HashMap::new();
    for (period, item) in values {
        let key = period.to_string();
        let place = *places.entry(period).or_insert(entries.len());
        match entries.get_mut(place) {
            None => entries.push(Entry { key, item }),
            Some(entry) => match &mut entry.item.datum {
                Datum::List(items) => items.push(item),
                _ => {
                    let at = entry.item.at.clone();
                    let first = std::mem::take(&mut entry.item);
                    entry.item = Item {
                        datum: Datum::List(vec![first, item]),
                        at,
                    };
                }
            },
        }
    }
    match entries.as_slice() {
        [] => None,
        [only] if only.key.is_empty() => entries.pop().map(|e| e.item.datum),
        _ => Some(Datum::Map(entries)),
    }
}

fn write_value(value: &Value) -> Datum {
    let details: [Option<Datum>; 11] = [
        value.text.write(),
        value.reading.write(),
        value.as_of.write(),
        value.provisional.write(),
        value.achievement.write(),
        value.state.write(),
        value.completion.write(),
        value.note.write(),
        value.evidence.write(),
        value.source.write(),
        value.variation.write(),
    ];
    if details[1..].iter().all(Option::is_none) {
        return Datum::Text(value.text.clone());
    }
    Datum::Map(
        VALUE_DETAILS
            .iter()
            .zip(details)
            .filter_map(|((key, _), datum)| Some(Entry::new(*key, datum?)))
            .collect(),
    )
}

/// Takes the values of one role from what [`write_values`] writes; several values for one period
/// may stand in a list. Values stand in order of role and period, whatever the order of the file.
pub fn read_values(values: &mut Vec<Value>, role: Role, item: &Item, reading: &mut Reading<'_>) {
    match &item.datum {
        Datum::Map(entries) if !is_value_details(entries) => {
            for entry in entries {
                let period = Period::parse(trimmed(&entry.key));
                read_list(values, role, &period, &entry.item, reading);
            }
        }
        _ => read_list(values, role, &Period::Unsaid, item, reading),
    }
    values.sort_by(|a, b| (a.role, &a.period).cmp(&(b.role, &b.period)));
}

fn read_list(
    values: &mut Vec<Value>,
    role: Role,
    period: &Period,
    item: &Item,
    reading: &mut Reading<'_>,
) {
    let items = match &item.datum {
        Datum::List(items) => items.as_slice(),
        _ => std::slice::from_ref(item),
    };
    for item in items {
        values.push(read_value(role, period.clone(), item, reading));
    }
}

/// Whether a table is one value with its details rather than values by period.
fn is_value_details(entries: &[Entry]) -> bool {
    !entries.is_empty()
        && entries
            .iter()
            .all(|e| e.key == PERIOD || VALUE_DETAILS.iter().any(|(key, _)| *key == e.key))
}

fn read_value(role: Role, period: Period, item: &Item, reading: &mut Reading<'_>) -> Value {
    let mut value = Value {
        role,
        period,
        ..Value::default()
    };
    match &item.datum {
        Datum::Map(entries) => {
            for entry in entries {
                let item = &entry.item;
                match entry.key.as_str() {
                    PERIOD => {
                        if let Some(text) = text_of(item, reading) {
                            value.period = Period::parse(&text);
                        }
                    }
                    "text" => value.text.read(item, reading),
                    "reading" => value.reading.read(item, reading),
                    "as_of" => value.as_of.read(item, reading),
                    "provisional" => value.provisional.read(item, reading),
                    "achievement" => value.achievement.read(item, reading),
                    "state" => value.state.read(item, reading),
                    "completion" => value.completion.read(item, reading),
                    "note" => value.note.read(item, reading),
                    "evidence" => value.evidence.read(item, reading),
                    "source" => value.source.read(item, reading),
                    "variation" => value.variation.read(item, reading),
                    unknown => {
                        reading.say(Severity::Warning, "format-unknown-field", unknown, &item.at);
                    }
                }
            }
        }
        _ => value.text.read(item, reading),
    }
    value
}

/// The fields of an effort, in the order of writing.
const EFFORT_DETAILS: [&str; 4] = ["unit", "category", "persons", "time"];

impl FieldValue for Vec<Effort> {
    fn shape() -> Shape {
        Shape::Details(vec![
            (EFFORT_DETAILS[0], Shape::Reference),
            (EFFORT_DETAILS[1], Shape::Text),
            (EFFORT_DETAILS[2], Shape::Quantity),
            (EFFORT_DETAILS[3], Shape::Quantity),
        ])
    }
    fn write(&self) -> Option<Datum> {
        let items: Vec<Item> = self
            .iter()
            .map(|effort| {
                let details = [
                    effort.unit.write(),
                    effort.category.write(),
                    effort.persons.write(),
                    effort.time.write(),
                ];
                let entries = EFFORT_DETAILS
                    .iter()
                    .zip(details)
                    .filter_map(|(key, datum)| Some(Entry::new(*key, datum?)))
                    .collect();
                Item {
                    datum: Datum::Map(entries),
                    at: At::Nowhere,
                }
            })
            .collect();
        (!items.is_empty()).then_some(Datum::List(items))
    }
    fn read(&mut self, item: &Item, reading: &mut Reading<'_>) {
        let items = match &item.datum {
            Datum::List(items) => items.as_slice(),
            _ => std::slice::from_ref(item),
        };
        for item in items {
            let Datum::Map(entries) = &item.datum else {
                reading.say(Severity::Error, "format-not-a-map", "", &item.at);
                continue;
            };
            let mut effort = Effort::default();
            for entry in entries {
                match entry.key.as_str() {
                    "unit" => effort.unit.read(&entry.item, reading),
                    "category" => effort.category.read(&entry.item, reading),
                    "persons" => effort.persons.read(&entry.item, reading),
                    "time" => effort.time.read(&entry.item, reading),
                    unknown => {
                        let at = &entry.item.at;
                        reading.say(Severity::Warning, "format-unknown-field", unknown, at);
                    }
                }
            }
            self.push(effort);
        }
    }
    fn references(&mut self, visit: &mut dyn FnMut(&mut Reference)) {
        self.iter_mut()
            .filter_map(|effort| effort.unit.as_mut())
            .for_each(visit);
    }
}
