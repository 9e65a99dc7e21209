//! What of a record can be typed: from its stored fields to texts of a form, and back to the
//! changes that were made. Only what was typed anew changes; whatever a form does not show stays.

use domain::plan::{Period, Plan};
use serde_json::{Map, Value};

use crate::format::field::{Shape, VALUE_DETAILS, detail_shape};
use crate::format::schema::{FieldSpec, KindSpec};
use crate::web::asked::Pairs;

/// A piece of a record that is changed as a whole: a field, or the value of a period inside one.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The field.
    pub spec: &'static FieldSpec,
    /// Its path in the record: `weight`, `targets.2025-06-30`.
    pub path: String,
    /// What stood there when the form was shown.
    pub was: Option<Value>,
}

/// A change that somebody typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// Where.
    pub path: String,
    /// What stood there when the form was shown.
    pub before: Option<Value>,
    /// What is to stand there.
    pub after: Option<Value>,
}

/// What stands before the name of a slot in the hidden field that keeps what it held.
pub const BEFORE: &str = "era-";
/// After the name of a list of references, in the choice of one more.
pub const ONE_MORE: &str = "__altro";

impl Slot {
    /// Its name in a form; also the end of its id, so only what may stand there.
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// The period of a value.
    pub fn period(&self) -> Period {
        Period::parse(self.path.split_once('.').map_or("", |(_, period)| period))
    }

    /// What the hidden field holds.
    pub fn before(&self) -> (String, String) {
        let was = self.was.as_ref().map(Value::to_string);
        (format!("{BEFORE}{}", self.name()), was.unwrap_or_default())
    }

    /// The values here: usually one, none where nothing is written, several of one period.
    pub fn items(&self) -> Vec<Option<&Value>> {
        match &self.was {
            Some(Value::Array(items)) if self.spec.shape == Shape::Values => {
                items.iter().map(Some).collect()
            }
            Some(value) => vec![Some(value)],
            None => vec![None],
        }
    }

    /// The name in the form of one of its values.
    pub fn item_name(&self, item: usize) -> String {
        match self.items().len() {
            0 | 1 => self.name(),
            _ => format!("{}__{item}", self.name()),
        }
    }
}

/// The name in a form of a path in a record.
pub fn name_of(path: &str) -> String {
    use std::fmt::Write as _;
    let Some((field, rest)) = path.split_once('.') else {
        return path.to_owned();
    };
    let mut name = format!("{field}-");
    for byte in rest.bytes() {
        match byte {
            b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => name.push(char::from(byte)),
            other => {
                let _ = write!(name, "_{other:02x}");
            }
        }
    }
    name
}

/// The path that a name in a form means.
pub fn path_of(name: &str) -> Option<String> {
    let Some((field, rest)) = name.split_once('-') else {
        return Some(name.to_owned());
    };
    let mut bytes = Vec::new();
    let mut rest = rest.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'_' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        let digits = std::str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
    }
    Some(format!("{field}.{}", String::from_utf8(bytes).ok()?))
}

/// The slots of a field of a record: one, or for dated values one for each period that is written
/// or may be.
pub fn slots(
    spec: &'static FieldSpec,
    fields: &Map<String, Value>,
    offered: &[String],
) -> Vec<Slot> {
    let stored = fields.get(spec.key);
    let slot = |path: String, was: Option<&Value>| Slot {
        spec,
        path,
        was: was.cloned(),
    };
    if spec.shape != Shape::Values {
        return vec![slot(spec.key.to_owned(), stored)];
    }
    let mut found = Vec::new();
    let mut periods: Vec<Period> = Vec::new();
    match stored {
        Some(Value::Object(values)) if !is_one_value(values) => {
            for (key, value) in values {
                periods.push(Period::parse(key));
                found.push(slot(format!("{}.{key}", spec.key), Some(value)));
            }
        }
        Some(whole) => found.push(slot(spec.key.to_owned(), Some(whole))),
        None => {}
    }
    for period in offered {
        if !periods.contains(&Period::parse(period)) {
            let path = match period.as_str() {
                "" if found.is_empty() => spec.key.to_owned(),
                "" => continue,
                period => format!("{}.{period}", spec.key),
            };
            found.push(slot(path, None));
        }
    }
    found.sort_by_key(Slot::period);
    found
}

/// Whether an object is one value with its details rather than values by period.
fn is_one_value(values: &Map<String, Value>) -> bool {
    let known = |key: &String| key == "period" || VALUE_DETAILS.iter().any(|(of, _)| of == key);
    !values.is_empty() && values.keys().all(known)
}

/// The periods in which a value of a field is usually written.
pub fn usual_periods(plan: &Plan, key: &str) -> Vec<String> {
    let days: Vec<String> = plan
        .checkpoint_days()
        .iter()
        .map(ToString::to_string)
        .collect();
    let year = plan.year();
    let of_year = |days: &[String]| -> Vec<String> {
        let year = year.map(|year| format!("{year:04}-")).unwrap_or_default();
        let own = days.iter().filter(|day| day.starts_with(&year));
        own.cloned().collect()
    };
    let years = |back: &[i16]| -> Vec<String> {
        let years = back.iter().filter_map(|back| Some(year? - back));
        years.map(|year| format!("{year:04}")).collect()
    };
    match key {
        "targets" | "revised_targets" => {
            let mut periods = days.clone();
            let without_day = plan.heading.horizon.iter().filter(|year| {
                let year = format!("{year:04}-");
                !days.iter().any(|day| day.starts_with(&year))
            });
            periods.extend(without_day.map(|year| format!("{year:04}")));
            periods
        }
        "results" | "judgements" | "overrides" | "behaviours" => of_year(&days),
        "history" => years(&[3, 2, 1]),
        "baseline" | "past_targets" | "cluster_mean" => years(&[1]),
        "forecast" => years(&[0]),
        _ => Vec::new(),
    }
}

/// A text without the line breaks of browsers and the blanks at its ends.
pub fn clean(text: &str) -> String {
    crate::format::field::trimmed(&text.replace("\r\n", "\n")).to_owned()
}

/// What a value holds as text.
pub fn text_of(item: Option<&Value>) -> String {
    match item {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Object(details)) => match details.get("text") {
            Some(Value::String(text)) => text.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// A detail of a value as text.
pub fn detail_of(item: Option<&Value>, key: &str) -> String {
    match item {
        Some(Value::Object(details)) => shown(&detail_shape(key), details.get(key)),
        _ => String::new(),
    }
}

/// What stands between the cells of a row that is typed on one line.
const BAR: &str = " | ";

/// A stored value as it is typed; the members of a list one to a line.
pub fn shown(shape: &Shape, value: Option<&Value>) -> String {
    let plain = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let Some(value) = value else {
        return String::new();
    };
    match (shape, value) {
        (Shape::Years, Value::Array(items)) => {
            items.iter().map(plain).collect::<Vec<_>>().join("; ")
        }
        (Shape::Grid, Value::Array(rows)) => {
            let row = |row: &Value| match row {
                Value::Array(cells) => cells.iter().map(plain).collect::<Vec<_>>().join(BAR),
                other => plain(other),
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
        (Shape::Details(keys), Value::Array(_) | Value::Object(_)) => {
            let one = std::slice::from_ref(value);
            let rows = value.as_array().map_or(one, Vec::as_slice);
            let row = |row: &Value| {
                let cells = keys.iter().map(|(key, _)| row.get(key).map(plain));
                let cells: Vec<String> = cells.map(Option::unwrap_or_default).collect();
                cells.join(BAR)
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
        (Shape::Shares, Value::Object(shares)) => {
            let line = |(month, share): (&String, &Value)| format!("{month} = {}", plain(share));
            shares.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        (_, Value::Array(items)) => items.iter().map(plain).collect::<Vec<_>>().join("\n"),
        (_, other) => plain(other),
    }
}

/// What was typed as it is stored; nothing where nothing was typed.
///
/// # Errors
/// The end of the message that says what cannot be kept.
pub fn typed(shape: &Shape, text: &str) -> Result<Option<Value>, &'static str> {
    let text = clean(text);
    if text.is_empty() {
        return Ok(None);
    }
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let cells = |line: &str| -> Vec<Value> {
        let cells = line
            .split('|')
            .map(|cell| Value::String(cell.trim().to_owned()));
        cells.collect()
    };
    Ok(Some(match shape {
        Shape::Year => {
            is_year(&text)?;
            Value::String(text)
        }
        Shape::Years => {
            let years = text.split(|c: char| !c.is_ascii_alphanumeric());
            let years: Vec<&str> = years.filter(|year| !year.is_empty()).collect();
            for year in &years {
                is_year(year)?;
            }
            years
                .into_iter()
                .map(str::to_owned)
                .map(Value::String)
                .collect()
        }
        Shape::Texts | Shape::Choices(_) | Shape::References => {
            lines().map(|line| Value::String(line.to_owned())).collect()
        }
        Shape::Grid => lines().map(|line| Value::Array(cells(line))).collect(),
        Shape::Details(keys) => {
            let row = |line: &str| {
                let cells = keys.iter().zip(cells(line));
                let there = cells.filter(|(_, cell)| cell.as_str() != Some(""));
                Value::Object(
                    there
                        .map(|((key, _), cell)| ((*key).to_owned(), cell))
                        .collect(),
                )
            };
            lines().map(row).collect()
        }
        Shape::Shares => {
            let mut shares = Map::new();
            for line in lines() {
                let (month, share) = line.split_once('=').ok_or("share")?;
                let month = month.trim().parse::<u8>().map_err(|_| "share")?;
                if !(1..=12).contains(&month) {
                    return Err("share");
                }
                shares.insert(month.to_string(), Value::String(share.trim().to_owned()));
            }
            Value::Object(shares)
        }
        _ => Value::String(text),
    }))
}

fn is_year(text: &str) -> Result<(), &'static str> {
    let year = text.parse::<i16>().ok();
    match year.filter(|year| (1900..=2200).contains(year)) {
        Some(_) => Ok(()),
        None => Err("year"),
    }
}

/// The texts that a form sends for a slot, joined by lines.
pub fn sent(form: &Pairs, name: &str) -> Option<String> {
    let more = format!("{name}{ONE_MORE}");
    let all: Vec<&str> = form.all(name).chain(form.all(&more)).collect();
    (!all.is_empty()).then(|| {
        let texts = all.into_iter().filter(|text| !text.trim().is_empty());
        texts.collect::<Vec<_>>().join("\n")
    })
}

/// The slots that a form was shown with, as it sends them back.
pub fn slots_sent(kind: &'static KindSpec, form: &Pairs) -> Vec<Slot> {
    let found = form.0.iter().filter_map(|(name, was)| {
        let path = path_of(name.strip_prefix(BEFORE)?)?;
        let field = path
            .split_once('.')
            .map_or(path.as_str(), |(field, _)| field);
        let was = match was.as_str() {
            "" => None,
            was => Some(serde_json::from_str(was).ok()?),
        };
        let spec = kind.field(field)?;
        let within = path.contains('.') && spec.shape != Shape::Values;
        (!within).then_some(Slot { spec, path, was })
    });
    found.collect()
}

/// What was typed anew in a form, and what of it cannot be kept: names with the end of the message.
pub fn edited(slots: &[Slot], form: &Pairs) -> (Vec<Edited>, Vec<(String, &'static str)>) {
    let mut changes = Vec::new();
    let mut wrong = Vec::new();
    for slot in slots {
        let after = match slot.spec.shape {
            Shape::Values => value_after(slot, form),
            _ => plain_after(slot, form),
        };
        match after {
            Ok(after) if after != slot.was => changes.push(Edited {
                path: slot.path.clone(),
                before: slot.was.clone(),
                after,
            }),
            Ok(_) => {}
            Err((name, why)) => wrong.push((name, why)),
        }
    }
    (under_one_field(slots, changes), wrong)
}

type Wrong = (String, &'static str);

fn plain_after(slot: &Slot, form: &Pairs) -> Result<Option<Value>, Wrong> {
    let name = slot.name();
    let of_boxes = matches!(slot.spec.shape, Shape::Choices(_) | Shape::References);
    let text = match sent(form, &name) {
        Some(text) => text,
        // Boxes that are all empty send nothing.
        None if of_boxes => String::new(),
        None => return Ok(slot.was.clone()),
    };
    let was = shown(&slot.spec.shape, slot.was.as_ref());
    let text = match of_boxes {
        true => in_order_of(&was, &text),
        false => text,
    };
    if clean(&text) == clean(&was) {
        return Ok(slot.was.clone());
    }
    typed(&slot.spec.shape, &text).map_err(|why| (name, why))
}

/// What was chosen of boxes in the order in which it was written, what is new after it: boxes have
/// an order of their own.
fn in_order_of(was: &str, chosen: &str) -> String {
    let kept = was
        .lines()
        .filter(|line| chosen.lines().any(|text| text == *line));
    let new = chosen
        .lines()
        .filter(|line| !was.lines().any(|text| text == *line));
    kept.chain(new).collect::<Vec<_>>().join("\n")
}

fn value_after(slot: &Slot, form: &Pairs) -> Result<Option<Value>, Wrong> {
    let items = slot.items();
    let mut after = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let name = slot.item_name(at);
        let mut details = match item {
            Some(Value::Object(details)) => details.clone(),
            Some(text) => Map::from_iter([("text".to_owned(), (*text).clone())]),
            None => Map::new(),
        };
        for (key, _) in VALUE_DETAILS {
            let (name, shape, was) = match *key {
                "text" => (name.clone(), Shape::Text, text_of(*item)),
                key => (
                    format!("{name}__{key}"),
                    detail_shape(key),
                    detail_of(*item, key),
                ),
            };
            let Some(text) = sent(form, &name) else {
                continue;
            };
            if clean(&text) == clean(&was) {
                continue;
            }
            match typed(&shape, &text).map_err(|why| (name, why))? {
                Some(value) => details.insert((*key).to_owned(), value),
                None => details.remove(*key),
            };
        }
        let alone = details.len() == 1;
        match details.get("text") {
            Some(text) if alone => after.push(text.clone()),
            _ if details.is_empty() => {}
            _ => after.push(Value::Object(details)),
        }
    }
    Ok(match after.len() {
        0 => None,
        1 if items.len() == 1 => after.pop(),
        _ => Some(Value::Array(after)),
    })
}

/// A value without period stands bare in its field; where periods come beside it, the field as a
/// whole changes.
fn under_one_field(slots: &[Slot], changes: Vec<Edited>) -> Vec<Edited> {
    let mut out: Vec<Edited> = Vec::new();
    for change in changes {
        let field = change
            .path
            .split_once('.')
            .map(|(field, _)| field.to_owned());
        let bare = field.as_ref().and_then(|field| {
            let bare = slots.iter().find(|slot| slot.path == *field)?;
            bare.was.is_some().then_some(bare)
        });
        let (Some(field), Some(bare)) = (field, bare) else {
            match out.iter_mut().find(|known| known.path == change.path) {
                // The bare value itself changes too, after what comes beside it.
                Some(known) => {
                    if let (Some(Value::Object(values)), Some(after)) =
                        (&mut known.after, change.after)
                    {
                        values.insert(String::new(), after);
                    }
                }
                None => out.push(change),
            }
            continue;
        };
        let place = match out.iter().position(|known| known.path == field) {
            Some(place) => place,
            None => {
                out.push(Edited {
                    path: field,
                    before: bare.was.clone(),
                    after: bare.was.clone(),
                });
                out.len() - 1
            }
        };
        let known = &mut out[place];
        let mut values = match known.after.take() {
            Some(Value::Object(values)) if !is_one_value(&values) => values,
            Some(bare) => Map::from_iter([(String::new(), bare)]),
            None => Map::new(),
        };
        let period = change.path.split_once('.').map_or("", |(_, period)| period);
        if let Some(after) = change.after {
            values.insert(period.to_owned(), after);
        }
        known.after = Some(Value::Object(values));
    }
    out
}
