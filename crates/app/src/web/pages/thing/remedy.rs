//! `…/rimedia`: the mechanical way out of a finding, applied as one batch.

use domain::finding::Finding;
use serde_json::Value;
use store::Change;

use super::edit::{back_to, refused, set};
use super::fields::{findings_of, remedy_name};
use super::inputs::Edited;
use super::pins::keeping_keys;
use super::{Thing, must_edit};
use crate::format::stored::field;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::{author, plan};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::shown::Shown;

/// What a finding's way out changes: records with their edits; nothing where a part of it has no
/// place.
pub fn edits(loaded: &Loaded, finding: &Finding) -> Vec<(i64, Edited)> {
    let one = |edit: &domain::finding::Edit| {
        let number = loaded.numbers.number(edit.node)?;
        let fields = loaded.fields(number)?;
        let before = field(&fields, &edit.field).cloned();
        let text = Value::String(edit.text.clone());
        let after = match &before {
            Some(Value::Object(details)) => {
                let mut details = details.clone();
                details.insert("text".to_owned(), text);
                Value::Object(details)
            }
            _ => text,
        };
        Some((
            number,
            Edited {
                path: edit.field.clone(),
                before,
                after: Some(after),
            },
        ))
    };
    let all: Option<Vec<(i64, Edited)>> = finding.fix.iter().map(one).collect();
    all.unwrap_or_default()
}

/// Applies it.
pub fn apply(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let findings = findings_of(&shown, today(asked.now), &thing);
    let wanted = asked.form.text("rimedio");
    let finding = findings
        .iter()
        .find(|finding| remedy_name(finding) == wanted);
    let edits = finding
        .map(|finding| edits(&loaded, finding))
        .unwrap_or_default();
    let changes: Vec<Change> = edits
        .iter()
        .map(|(record, edit)| set(*record, edit))
        .collect();
    let changes = keeping_keys(asked, &loaded, changes)?;
    let author = author(asked)?;
    let applied = asked
        .server
        .store
        .apply(&loaded.body, loaded.id, &changes, &author)
        .map_err(refused)?;
    Ok(back_to(
        asked,
        &loaded,
        thing.number,
        "thing-mended",
        applied.batch,
    ))
}
