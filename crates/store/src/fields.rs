//! The fields of a record as JSON: one of them, or one value inside a field that holds several,
//! read and changed without touching the rest.

use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The fields of a record, in the order of writing.
pub(crate) type Fields = Map<String, Value>;

/// Reads what is stored.
pub(crate) fn stored(text: &str) -> Result<Fields> {
    serde_json::from_str(text).map_err(|error| Error::Damaged(format!("fields: {error}")))
}

/// Reads fields that a caller gives.
pub(crate) fn given(text: &str) -> Result<Fields> {
    match value(text)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Error::Refused("fields that are no JSON object".to_owned())),
    }
}

/// Reads one value that a caller gives.
pub(crate) fn value(text: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Error::Refused(format!("a value that is no JSON: {error}")))?;
    if holds_number(&value) {
        // Written anew it would lose digits.
        return Err(Error::Refused("a number: numbers are texts".to_owned()));
    }
    Ok(value)
}

fn holds_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Array(items) => items.iter().any(holds_number),
        Value::Object(entries) => entries.values().any(holds_number),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// The value at a field (`name`) or inside one (`results.2025-06-30`).
pub(crate) fn get<'a>(fields: &'a Fields, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        None => fields.get(path),
        Some((field, key)) => fields.get(field)?.as_object()?.get(key),
    }
}

/// Puts a value at a field or inside one, or takes it away. A field that held several values and
/// holds none any more goes too.
pub(crate) fn set(fields: &mut Fields, path: &str, value: Option<Value>) -> Result<()> {
    let Some((field, key)) = path.split_once('.') else {
        put(fields, path, value);
        return Ok(());
    };
    if !fields.contains_key(field) {
        if value.is_none() {
            return Ok(());
        }
        fields.insert(field.to_owned(), Value::Object(Map::new()));
    }
    let Some(Value::Object(inner)) = fields.get_mut(field) else {
        return Err(Error::Refused(format!(
            "the field {field} does not hold several values"
        )));
    };
    put(inner, key, value);
    if inner.is_empty() {
        fields.shift_remove(field);
    }
    Ok(())
}

fn put(map: &mut Fields, key: &str, value: Option<Value>) {
    match value {
        Some(value) => {
            map.insert(key.to_owned(), value);
        }
        None => {
            map.shift_remove(key);
        }
    }
}
