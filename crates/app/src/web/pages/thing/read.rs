//! `…/lettura?campo=…&testo=…`: what a text means while it is typed, as a part of the page.

use askama::Template as _;
use domain::plan::{Node, Period};

use super::Thing;
use super::inputs::path_of;
use super::reading::{of_field, of_value, role_of, said};
use crate::format::schema::{KINDS, KindSpec, kind_named};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::plan;
use crate::web::receive::Answer;

/// Of a thing that is there.
pub fn of_thing(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    answer(asked, loaded.plan(), thing.kind, thing.node)
}

/// Of a thing that is being added.
pub fn of_new(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let kind = kind_named(asked.part("kind")).ok_or(Failure::NotFound)?;
    answer(asked, loaded.plan(), KINDS[kind].spec(), Node::BODY)
}

fn answer(
    asked: &Asked<'_>,
    plan: &domain::plan::Plan,
    kind: &'static KindSpec,
    node: Node,
) -> Result<Answer, Failure> {
    let name = asked.query.text("campo");
    let text = asked.query.get("testo").or_else(|| asked.query.get(name));
    let text = text.unwrap_or_default();
    let (name, _) = name.split_once("__").unwrap_or((name, ""));
    let path = path_of(name).ok_or(Failure::NotFound)?;
    let (key, period) = path.split_once('.').unwrap_or((&path, ""));
    let spec = kind.field(key).ok_or(Failure::NotFound)?;
    let role = role_of(key);
    let meaning = match role {
        Some(role) => of_value(plan, node, role, &Period::parse(period), text),
        None => of_field(&spec.shape, text),
    };
    Ok(Answer::page(
        match said(asked.t, meaning, &spec.shape, role) {
            Some(read) => read.render()?,
            None => String::new(),
        },
    ))
}
