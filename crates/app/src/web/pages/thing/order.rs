//! `…/sposta`: a thing before or after the sibling beside it.

use store::Change;

use super::edit::{back_to, refused};
use super::pins::keeping_keys;
use super::related::siblings;
use super::{Thing, must_edit};
use crate::format::draft::Mentions;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::{author, plan};
use crate::web::receive::Answer;

/// Moves it; at the end of the row nothing happens.
pub fn relocate(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    let names = Mentions::of(loaded.plan());
    let siblings = siblings(&thing, &names);
    let here = siblings.iter().position(|number| *number == thing.number);
    let beside = here.and_then(|here| match asked.form.text("verso") {
        "su" => siblings.get(here.checked_sub(1)?),
        "giu" => siblings.get(here + 1),
        _ => None,
    });
    let Some(beside) = beside else {
        return Ok(back_to(asked, &loaded, thing.number, "", None));
    };
    let (_, records) = asked.server.store.load(&loaded.body, loaded.id)?;
    let place = records.iter().find(|record| record.id == *beside);
    let place = place.ok_or(Failure::NotFound)?.position;
    let changes = vec![Change::Move {
        record: thing.number,
        position: place,
    }];
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
        "thing-moved",
        applied.batch,
    ))
}
