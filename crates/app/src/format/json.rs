//! The plan file in JSON, with the same names as in TOML, and its JSON Schema.

use std::collections::HashSet;

use domain::finding::Finding;
use domain::plan::Plan;
use jsonc_parser::ast::Value as Ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Map, Value, json};

use super::datum::{Datum, Entry, Item};
use super::draft::{Draft, Located, assemble, records};
use super::field::{PERIOD, Shape, VALUE_DETAILS, detail_shape, shortened};
use super::schema::{KINDS, KindSpec};
use super::text::Lines;
use super::tree::{self, Branch};

/// Brackets open at once; deeper files are refused before they are parsed.
const DEEPEST: usize = 64;

/// Reads a plan.
///
/// # Errors
/// The findings that make the file unusable: a syntax that is not JSON's, or nesting too deep.
pub fn read(text: &str) -> Result<Draft, Vec<Located>> {
    let lines = Lines::of(text);
    if let Some(offset) = too_deep(text) {
        let finding = Finding::error("format-too-deep").arg("known", DEEPEST.to_string());
        return Err(vec![Located {
            finding,
            at: lines.at(offset),
        }]);
    }
    let options = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        ..ParseOptions::default()
    };
    let syntax = |message: String, offset: usize| {
        let finding = Finding::error("format-json-syntax").arg("text", message);
        vec![Located {
            finding,
            at: lines.at(offset),
        }]
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &options)
        .map_err(|error| syntax(error.kind().to_string(), error.range().start))?;
    match parsed.value {
        Some(Ast::Object(object)) => {
            let mut repeated = Vec::new();
            let item = item(Ast::Object(object), &lines, &mut repeated);
            let Datum::Map(root) = item.datum else {
                return Err(syntax(String::new(), 0));
            };
            let (found, mut findings) = tree::records(root);
            findings.append(&mut repeated);
            Ok(assemble(found, findings))
        }
        _ => Err(syntax("expected an object".to_owned(), 0)),
    }
}

/// The offset of the bracket that goes too deep, if any.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(offset);
                }
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// A value with what is inside it; a name that stands twice in one object counts the first time,
/// and is reported.
fn item(value: Ast<'_>, lines: &Lines<'_>, repeated: &mut Vec<Located>) -> Item {
    let at = lines.at(value.range().start);
    let datum = match value {
        Ast::StringLit(text) => Datum::Text(text.value.into_owned()),
        Ast::NumberLit(number) => Datum::Text(number.value.to_owned()),
        Ast::BooleanLit(yes) => Datum::Text(yes.value.to_string()),
        Ast::NullKeyword(_) => Datum::Text(String::new()),
        Ast::Array(array) => Datum::List(
            array
                .elements
                .into_iter()
                .filter(|e| !matches!(e, Ast::NullKeyword(_)))
                .map(|e| item(e, lines, repeated))
                .collect(),
        ),
        Ast::Object(object) => {
            let mut names: HashSet<String> = HashSet::new();
            let mut entries = Vec::with_capacity(object.properties.len());
            for property in object.properties {
                if matches!(property.value, Ast::NullKeyword(_)) {
                    continue;
                }
                let at = lines.at(property.range.start);
                let key = property.name.into_string();
                if !names.insert(key.clone()) {
                    let finding =
                        Finding::error("format-repeated-name").arg("text", shortened(&key));
                    repeated.push(Located { finding, at });
                    continue;
                }
                entries.push(Entry {
                    key,
                    item: item(property.value, lines, repeated),
                });
            }
            Datum::Map(entries)
        }
    };
    Item { datum, at }
}

/// Writes a plan, each thing under the one it belongs to.
pub fn write(plan: &Plan) -> String {
    let mut root = Map::new();
    root.insert("format".to_owned(), json!(1));
    for branch in tree::nest(records(plan)) {
        let spec = KINDS[branch.record.kind].spec();
        let value = branch_value(&branch);
        if spec.single {
            root.insert(spec.key.to_owned(), value);
        } else if let Value::Array(list) = root
            .entry(spec.key)
            .or_insert_with(|| Value::Array(Vec::new()))
        {
            list.push(value);
        }
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(root)).unwrap_or_default();
    text.push('\n');
    text
}

fn branch_value(branch: &Branch) -> Value {
    let spec = KINDS[branch.record.kind].spec();
    let mut object = Map::new();
    for entry in &branch.record.entries {
        object.insert(entry.key.clone(), field_value(spec, entry));
    }
    for (key, list) in &branch.inside {
        object.insert((*key).to_owned(), list.iter().map(branch_value).collect());
    }
    Value::Object(object)
}

fn field_value(spec: &KindSpec, entry: &Entry) -> Value {
    match (&entry.item.datum, spec.field(&entry.key).map(|f| &f.shape)) {
        (Datum::Text(text), Some(Shape::YesNo)) if text == "true" || text == "false" => {
            Value::Bool(text == "true")
        }
        (Datum::Text(text), Some(Shape::Year)) if text.parse::<i16>().is_ok() => {
            json!(text.parse::<i16>().unwrap_or_default())
        }
        (datum, _) => datum_value(datum),
    }
}

fn datum_value(datum: &Datum) -> Value {
    match datum {
        Datum::Text(text) => Value::String(text.clone()),
        Datum::List(items) => items.iter().map(|i| datum_value(&i.datum)).collect(),
        Datum::Map(entries) => Value::Object(
            entries
                .iter()
                .map(|e| {
                    let value = match &e.item.datum {
                        // A period may be called like a detail, and is a text then.
                        Datum::Text(text)
                            if detail_shape(&e.key) == Shape::YesNo
                                && matches!(text.as_str(), "true" | "false") =>
                        {
                            Value::Bool(text == "true")
                        }
                        datum => datum_value(datum),
                    };
                    (e.key.clone(), value)
                })
                .collect(),
        ),
    }
}

/// The JSON Schema (draft 2020-12) of the plan file, made from the same tables that read it.
pub fn schema() -> Value {
    let mut properties = Map::new();
    properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    properties.insert("format".to_owned(), json!({ "const": 1 }));
    let mut definitions = Map::new();
    definitions.insert(
        "typed".to_owned(),
        json!({
            "description": "A text, number or yes/no as typed; the digits are kept.",
            "type": ["string", "number", "boolean"]
        }),
    );
    let details: Map<String, Value> = std::iter::once(&(PERIOD, "Periodo"))
        .chain(VALUE_DETAILS)
        .map(|(key, title)| {
            let mut kind = shape_schema(&detail_shape(key));
            kind["title"] = json!(title);
            ((*key).to_owned(), kind)
        })
        .collect();
    definitions.insert(
        "value".to_owned(),
        json!({
            "description": "A value as typed, or the same with what goes with it.",
            "anyOf": [
                { "$ref": "#/$defs/typed" },
                { "type": "object", "properties": details, "additionalProperties": false }
            ]
        }),
    );
    definitions.insert(
        "values".to_owned(),
        json!({
            "description": "A value, or values by period (a day, a year or a name).",
            "anyOf": [
                { "$ref": "#/$defs/value" },
                { "type": "array", "items": { "$ref": "#/$defs/value" } },
                { "type": "object", "additionalProperties": { "anyOf": [
                    { "$ref": "#/$defs/value" },
                    { "type": "array", "items": { "$ref": "#/$defs/value" } }
                ] } }
            ]
        }),
    );
    for kind in KINDS.iter() {
        let spec = kind.spec();
        definitions.insert(spec.key.to_owned(), kind_schema(spec));
        let one = json!({ "$ref": format!("#/$defs/{}", spec.key) });
        let value = if spec.single {
            one
        } else {
            json!({ "type": "array", "items": one })
        };
        properties.insert(spec.key.to_owned(), value);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Traguardo: piano della performance",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn kind_schema(spec: &KindSpec) -> Value {
    let mut properties = Map::new();
    for field in &spec.fields {
        let mut value = shape_schema(&field.shape);
        if let Value::Object(object) = &mut value {
            object.insert("title".to_owned(), json!(field.header));
            if !field.help.is_empty() {
                object.insert("description".to_owned(), json!(field.help));
            }
        }
        properties.insert(field.key.to_owned(), value);
    }
    for kind in KINDS.iter() {
        let inner = kind.spec();
        if let Some(nest) = inner.nest
            && !spec.single
            && nest.parents.contains(&spec.node)
        {
            let list = json!({
                "type": "array",
                "items": { "$ref": format!("#/$defs/{}", inner.key) }
            });
            properties.insert(nest.key.to_owned(), list);
        }
    }
    json!({
        "title": spec.sheet,
        "description": spec.help,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn shape_schema(shape: &Shape) -> Value {
    let typed = json!({ "$ref": "#/$defs/typed" });
    match shape {
        Shape::Text | Shape::Quantity | Shape::Day | Shape::Reference => typed,
        Shape::Year => json!({ "type": ["integer", "string"] }),
        Shape::YesNo => json!({ "type": ["boolean", "string"] }),
        Shape::Years | Shape::Texts | Shape::References => {
            json!({ "anyOf": [typed, { "type": "array", "items": typed }] })
        }
        Shape::Choice(words) => json!({ "enum": words_of(words) }),
        Shape::Choices(words) => {
            let one = json!({ "enum": words_of(words) });
            json!({ "anyOf": [one, { "type": "array", "items": one }] })
        }
        Shape::Values => json!({ "$ref": "#/$defs/values" }),
        Shape::Shares => json!({ "type": "object", "additionalProperties": typed }),
        Shape::Grid => json!({ "type": "array", "items": { "type": "array", "items": typed } }),
        Shape::Details(fields) => {
            let properties: Map<String, Value> = fields
                .iter()
                .map(|(key, shape)| ((*key).to_owned(), shape_schema(shape)))
                .collect();
            json!({ "type": "array", "items": {
                "type": "object", "properties": properties, "additionalProperties": false
            } })
        }
    }
}

fn words_of(words: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    let mut all: Vec<&str> = words.iter().map(|(token, _)| *token).collect();
    for (_, word) in words {
        if !all.contains(word) {
            all.push(word);
        }
    }
    all
}
