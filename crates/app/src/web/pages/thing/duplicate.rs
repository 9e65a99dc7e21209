//! `…/duplica`: an indicator once more, without what was measured.

use domain::plan::NodeKind;
use serde_json::{Map, Value};
use store::Change;

use super::edit::{back_to, refused};
use super::pins::{free_key, keeping_keys};
use super::{Thing, must_edit};
use crate::format::draft::Mentions;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::{author, plan};
use crate::web::receive::Answer;

/// What belongs to the one that was measured, and not to its copy.
const OWN: [&str; 8] = [
    "id",
    "number",
    "results",
    "judgements",
    "overrides",
    "replaces",
    "neutralised",
    "neutralised_by",
];

/// Duplicates an indicator with its activities; the copy stands after it.
pub fn copy(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    if thing.node.kind != NodeKind::Indicator {
        return Err(Failure::NotFound);
    }
    let names = Mentions::of(loaded.plan());
    let mut fields = without(&thing.fields, &OWN);
    let name = thing
        .fields
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let copied = asked.t.with("web-thing-copy-of", &[("name", name)]);
    fields.insert("name".to_owned(), Value::String(copied));
    let numbers = super::related::siblings(&thing, &names)
        .into_iter()
        .filter_map(|number| {
            let fields = loaded.fields(number)?;
            fields.get("number")?.as_str()?.trim().parse::<u32>().ok()
        });
    if let Some(last) = numbers.max() {
        fields.insert("number".to_owned(), Value::String((last + 1).to_string()));
    }
    let key = free_key(&loaded, "indicator", name);
    fields.insert("id".to_owned(), Value::String(key.clone()));
    let (_, records) = asked.server.store.load(&loaded.body, loaded.id)?;
    let place = records.iter().find(|record| record.id == thing.number);
    let place = place.map(|record| record.position + 1);
    let mut changes = vec![Change::Add {
        kind: "indicator".to_owned(),
        position: place,
        fields: Value::Object(fields).to_string(),
    }];
    let activities = loaded
        .plan()
        .activities
        .iter()
        .enumerate()
        .filter(|(_, activity)| {
            activity.parent.as_ref().and_then(|parent| parent.node) == Some(thing.node)
        });
    for (ordinal, (at, _)) in activities.enumerate() {
        let node = domain::plan::Node::new(NodeKind::Activity, at);
        let Some(number) = loaded.numbers.number(node) else {
            continue;
        };
        let mut fields = without(&loaded.fields(number).unwrap_or_default(), &OWN);
        fields.insert("parent".to_owned(), Value::String(key.clone()));
        let own = format!("{key}/{}", ordinal + 1);
        fields.insert("id".to_owned(), Value::String(own));
        changes.push(Change::Add {
            kind: "activity".to_owned(),
            position: None,
            fields: Value::Object(fields).to_string(),
        });
    }
    let changes = keeping_keys(asked, &loaded, changes)?;
    let author = author(asked)?;
    let applied = asked
        .server
        .store
        .apply(&loaded.body, loaded.id, &changes, &author)
        .map_err(refused)?;
    let number = applied.added.first().copied().ok_or(Failure::NotFound)?;
    Ok(back_to(
        asked,
        &loaded,
        number,
        "thing-duplicated",
        applied.batch,
    ))
}

fn without(fields: &Map<String, Value>, keys: &[&str]) -> Map<String, Value> {
    let kept = fields
        .iter()
        .filter(|(key, _)| !keys.contains(&key.as_str()));
    kept.map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
