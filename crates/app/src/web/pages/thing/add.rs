//! `…/aggiungi/{kind}`: something new, under the thing where one stood.

use askama::Template as _;
use axum::http::StatusCode;
use domain::plan::NodeKind;
use serde_json::{Map, Value};
use store::Change;

use super::edit::{back_to, refused, title_of};
use super::fields::Form;
use super::groups::{fields, groups, is_needed};
use super::inputs::{Edited, Slot, edited, slots_sent};
use super::pieces::{Adding, Body, FormPage, Part};
use super::pins::free_key;
use super::sheet::View;
use super::{Thing, kind_spec, must_edit};
use crate::format::draft::Mentions;
use crate::format::field::Shape;
use crate::format::schema::{FieldSpec, KINDS, KindSpec, kind_named};
use crate::web::asked::{Asked, Pairs};
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::pages::{author, day_asked, frame_of, plan};
use crate::web::part::{Action, Actions, Group, Link, Look, Post};
use crate::web::plans::Loaded;
use crate::web::receive::Answer;
use crate::web::shown::Shown;

/// Something that may be added to a thing.
pub struct Addable {
    /// To what.
    pub holder: NodeKind,
    /// What.
    pub kind: &'static str,
    /// The field of the new thing that names the holder.
    pub field: &'static str,
    /// The end of the message that says so.
    pub words: &'static str,
}

const fn addable(
    holder: NodeKind,
    kind: &'static str,
    field: &'static str,
    words: &'static str,
) -> Addable {
    Addable {
        holder,
        kind,
        field,
        words,
    }
}

/// What may be added to what.
pub const ADDABLE: &[Addable] = &[
    addable(NodeKind::Area, "objective", "parent", "objective"),
    addable(NodeKind::Objective, "indicator", "parent", "indicator"),
    addable(NodeKind::Objective, "objective", "parent", "objective"),
    addable(NodeKind::Objective, "action", "parent", "action"),
    addable(
        NodeKind::Objective,
        "budget_line",
        "objectives",
        "budget-line",
    ),
    addable(NodeKind::Objective, "placement", "child", "placement"),
    addable(NodeKind::Objective, "link", "from", "link"),
    addable(NodeKind::Action, "indicator", "action", "indicator"),
    addable(NodeKind::Indicator, "activity", "parent", "activity"),
    addable(NodeKind::Indicator, "placement", "child", "placement"),
    addable(
        NodeKind::Indicator,
        "budget_line",
        "indicators",
        "budget-line",
    ),
    addable(NodeKind::Indicator, "link", "from", "link"),
    addable(NodeKind::Unit, "unit", "parent", "unit"),
    addable(NodeKind::Unit, "responsible", "unit", "responsible"),
    addable(NodeKind::Responsible, "placement", "parent", "assigned"),
    addable(NodeKind::Dashboard, "section", "dashboard", "section"),
    addable(NodeKind::Dashboard, "placement", "parent", "placed"),
    addable(NodeKind::Section, "placement", "parent", "placed"),
    addable(NodeKind::Section, "action", "parent", "action"),
    addable(NodeKind::Perspective, "placement", "parent", "placed"),
    addable(NodeKind::Programme, "placement", "parent", "placed"),
    addable(NodeKind::Purpose, "placement", "parent", "placed"),
    addable(NodeKind::Sheet, "placement", "parent", "placed"),
    addable(NodeKind::Chapter, "chapter", "parent", "chapter"),
    addable(NodeKind::Chapter, "measure", "chapter", "measure"),
    addable(NodeKind::Chapter, "table", "chapter", "table"),
];

/// The fields that are asked for when something is added.
fn asked_fields(kind: &'static KindSpec) -> Vec<&'static FieldSpec> {
    let all = fields(kind, &groups(kind)[0]);
    let whole = groups(kind).len() == 1;
    let mut asked: Vec<&'static FieldSpec> = all
        .into_iter()
        .filter(|field| !(whole && matches!(field.shape, Shape::Values | Shape::Grid)))
        .collect();
    if kind.key == "indicator" {
        asked.extend(kind.field("targets"));
    }
    asked
}

/// What is filled in beforehand: what the new thing stands in, the number that comes next, what its
/// siblings have in common.
fn beforehand(
    loaded: &Loaded,
    names: &Mentions,
    kind: &'static KindSpec,
    holder: Option<&Thing<'_>>,
    field: &str,
) -> Map<String, Value> {
    let mut filled = Map::new();
    let Some(holder) = holder else {
        return filled;
    };
    let mention = |key: &str, node| {
        let spec = kind.field(key)?;
        let text = names.mention(loaded.plan(), node, spec.targets)?;
        Some(match spec.shape {
            Shape::References => Value::Array(vec![Value::String(text)]),
            _ => Value::String(text),
        })
    };
    if let Some(value) = mention(field, holder.node) {
        filled.insert(field.to_owned(), value);
    }
    if kind.key == "indicator" && holder.kind.key == "action" {
        // An indicator of an action stands in the action's objective.
        if let Some(over) = super::related::holder(holder, names)
            && let Some(value) = mention("parent", over)
        {
            filled.insert("parent".to_owned(), value);
        }
    }
    let above = filled
        .get("parent")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let same = loaded
        .records()
        .iter()
        .filter(|record| record.kind == kind.key);
    let siblings: Vec<Map<String, Value>> = same
        .filter_map(|record| loaded.fields(record.number))
        .filter(|fields| {
            above.is_some() && fields.get("parent").and_then(Value::as_str) == above.as_deref()
        })
        .collect();
    if kind.field("number").is_some() && kind.key == "indicator" {
        let numbers = siblings
            .iter()
            .filter_map(|fields| fields.get("number")?.as_str()?.trim().parse::<u32>().ok());
        let next = numbers.max().unwrap_or(0) + 1;
        let all_counted = siblings.iter().all(|fields| fields.contains_key("number"));
        if all_counted {
            filled.insert("number".to_owned(), Value::String(next.to_string()));
        }
    }
    if kind.key == "objective" {
        for key in ["level", "area"] {
            let mut of = siblings.iter().filter_map(|fields| fields.get(key));
            if let Some(value) = of.next_back() {
                filled.insert(key.to_owned(), value.clone());
            }
        }
        if holder.kind.key == "area"
            && let Some(value) = mention("area", holder.node)
        {
            filled.insert("area".to_owned(), value);
        }
    }
    filled
}

/// The kind and the holder that the address names.
fn of_address<'l>(
    asked: &Asked<'_>,
    loaded: &'l Loaded,
) -> Result<(&'static KindSpec, Option<Thing<'l>>), Failure> {
    let kind = kind_named(asked.part("kind")).ok_or(Failure::NotFound)?;
    let kind = KINDS[kind].spec();
    if kind.single {
        return Err(Failure::NotFound);
    }
    let holder = match asked.query.text("a") {
        "" => None,
        number => Some(Thing::of(loaded, number)?),
    };
    let node = holder
        .as_ref()
        .map_or(domain::plan::Node::BODY, |holder| holder.node);
    must_edit(asked, loaded, node)?;
    Ok((kind, holder))
}

/// The form.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    show(asked, &loaded, None, &[])
}

fn show(
    asked: &Asked<'_>,
    loaded: &Loaded,
    typed: Option<&Pairs>,
    wrong: &[(String, &'static str)],
) -> Result<Answer, Failure> {
    let t = asked.t;
    let (kind, holder) = of_address(asked, loaded)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t,
        loaded,
        scores: &scores,
        at,
    };
    let names = Mentions::of(loaded.plan());
    let filled = beforehand(
        loaded,
        &names,
        kind,
        holder.as_ref(),
        asked.query.text("campo"),
    );
    let form = Form {
        shown: &shown,
        names: &names,
        kind,
        thing: None,
        fields: &filled,
        typed,
        wrong,
        findings: &[],
    };
    let slots = form.slots(&asked_fields(kind));
    let word = t.word("kind", kind.node.token());
    let title = match &holder {
        Some(holder) => t.with(
            "web-thing-new-title-in",
            &[("kind", &word), ("of", &title_of(&shown, &names, holder))],
        ),
        None => t.with("web-thing-new-title", &[("kind", &word)]),
    };
    let mut page = frame_of(asked, &shown, "albero", title);
    let back = match &holder {
        Some(holder) => shown.address(&holder.page("")),
        None => shown.address(&format!("voci/{}", kind.key)),
    };
    if let Some(holder) = &holder {
        page.crumbs
            .push(Link::new(title_of(&shown, &names, holder), back.clone()));
    }
    let query = asked.query.with("", None);
    let page = FormPage {
        kind: word,
        tabs: None,
        wrong: (!wrong.is_empty()).then(|| t.text("web-thing-not-saved")),
        findings: None,
        post: Post {
            action: format!("{}?{query}", asked.path),
            csrf: page.csrf.clone(),
            hidden: slots.iter().map(Slot::before).collect(),
        },
        draft: None,
        groups: vec![Group {
            legend: t.text("web-thing-new-group"),
            help: None,
            fields: form.fields(&slots),
        }],
        actions: Actions {
            items: vec![
                Action::submit(t.text("web-thing-add"), Look::First),
                Action::to(t.text("web-thing-leave"), Look::Second, back),
            ],
        },
        page,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// Adding.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let (kind, holder) = of_address(asked, &loaded)?;
    if asked.form.get("read").is_some() {
        return show(asked, &loaded, Some(&asked.form), &[]);
    }
    let slots = slots_sent(kind, &asked.form);
    let (changes, mut wrong) = edited(&slots, &asked.form);
    let fields = new_fields(&slots, changes);
    for field in kind
        .fields
        .iter()
        .filter(|field| is_needed(kind, field.key))
    {
        let asked_for = slots.iter().any(|slot| slot.path == field.key);
        if asked_for && !fields.contains_key(field.key) {
            wrong.push((super::inputs::name_of(field.key), "empty"));
        }
    }
    if !wrong.is_empty() {
        return show(asked, &loaded, Some(&asked.form), &wrong);
    }
    let fields = with_key(&loaded, kind, fields);
    let change = Change::Add {
        kind: kind.key.to_owned(),
        position: None,
        fields: Value::Object(fields).to_string(),
    };
    let author = author(asked)?;
    let applied = asked
        .server
        .store
        .apply(&loaded.body, loaded.id, &[change], &author)
        .map_err(refused)?;
    // What is added in a row of its holder's sheet is seen there.
    let stay = asked.form.get("resta").is_some();
    let number = match holder.filter(|_| stay) {
        Some(holder) => holder.number,
        None => applied.added.first().copied().ok_or(Failure::NotFound)?,
    };
    Ok(back_to(
        asked,
        &loaded,
        number,
        "thing-added",
        applied.batch,
    ))
}

/// What was filled in beforehand and typed, as the fields of a record.
fn new_fields(slots: &[Slot], changes: Vec<Edited>) -> Map<String, Value> {
    let mut fields = Map::new();
    for slot in slots {
        if let Some(was) = &slot.was {
            fields.insert(slot.path.clone(), was.clone());
        }
    }
    for change in changes {
        match (change.path.split_once('.'), change.after) {
            (None, Some(value)) => {
                fields.insert(change.path, value);
            }
            (None, None) => {
                fields.remove(&change.path);
            }
            (Some((key, period)), Some(value)) => {
                let values = fields
                    .entry(key.to_owned())
                    .or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(values) = values {
                    values.insert(period.to_owned(), value);
                }
            }
            (Some(_), None) => {}
        }
    }
    fields
}

/// A key of its own where none would follow from what is written: one by ordinal would change with
/// every sibling that goes.
fn with_key(
    loaded: &Loaded,
    kind: &KindSpec,
    mut fields: Map<String, Value>,
) -> Map<String, Value> {
    let follows = kind.key_from.iter().any(|key| fields.contains_key(*key));
    if kind.has_id() && !follows {
        let named = ["title", "name", "item", "subject", "organ"];
        let text = named.iter().find_map(|key| fields.get(*key)?.as_str());
        let key = free_key(loaded, kind.key, text.unwrap_or_default());
        fields.insert("id".to_owned(), Value::String(key));
    }
    fields
}

/// The fields of a new activity, on the sheet of its project.
pub fn form_of_activity<'a>(view: &View<'a>) -> Part<'a> {
    let shown = view.shown;
    let t = shown.t;
    let empty = Map::new();
    let title = t.text("web-thing-new-activity");
    let Some(kind) = kind_spec(NodeKind::Activity) else {
        return view.empty("web-thing-no-activities", Vec::new());
    };
    let form = Form {
        shown,
        names: view.names,
        kind,
        thing: None,
        fields: &empty,
        typed: None,
        wrong: &[],
        findings: &[],
    };
    let keys = ["title", "weight", "owner", "start", "end"];
    let specs: Vec<&'static FieldSpec> = keys.iter().filter_map(|key| kind.field(key)).collect();
    let slots = form.slots(&specs);
    let number = view.thing.number.to_string();
    let query = address_pairs(&[("a", &number), ("campo", "parent")]);
    let mut hidden: Vec<(String, String)> = slots.iter().map(Slot::before).collect();
    let parent = kind.field("parent");
    let mention = parent.and_then(|spec| {
        view.names
            .mention(shown.loaded.plan(), view.thing.node, spec.targets)
    });
    if let Some(mention) = mention {
        hidden.push((
            format!("{}parent", super::inputs::BEFORE),
            Value::String(mention).to_string(),
        ));
    }
    hidden.push(("resta".to_owned(), "1".to_owned()));
    hidden.push(("parte".to_owned(), "attivita".to_owned()));
    Part {
        title: None,
        lead: None,
        body: Body::Form(Box::new(Adding {
            post: Post {
                action: shown.address(&format!("aggiungi/activity?{query}")),
                csrf: view.csrf.clone(),
                hidden,
            },
            group: Group {
                legend: title,
                help: Some(t.text("web-thing-new-activity-help")),
                fields: form.fields(&slots),
            },
            actions: Actions {
                items: vec![Action::submit(t.text("web-thing-add"), Look::First)],
            },
        })),
        actions: Vec::new(),
    }
}
