//! `/{body}/{plan}/assegnazione`: weighted objectives of each responsible.

use askama::Template;
use axum::http::StatusCode;
use documents::block::{self, FigureOf};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::siblings::{Closing, Written, closing, sum, written};
use store::Change;

use super::saving::{HOLDERS, PLACED, Saving, everywhere, mention};
use super::weighing::{Line, printed, said};
use super::weights::related;
use super::{day_asked, frame_of, plan};
use crate::web::asked::{Asked, Pairs};
use crate::web::export;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Cell, Choice, Column, Due, Empty, Field, Kind, Link, Look, Row, Table, Tabs, Waiting,
    Way, Weight,
};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "assignment.html")]
struct AssignmentPage<'a> {
    page: Page<'a>,
    lead: String,
    related: Tabs<'a>,
    waiting: Option<Waiting<'a>>,
    holders: Vec<Holder<'a>>,
    exports: Vec<Link>,
    empty: Option<Empty>,
}

/// A responsible with what is assigned.
struct Holder<'a> {
    anchor: String,
    title: Link,
    unit: String,
    sum: String,
    said: String,
    weight: Weight,
    table: Option<Table<'a>>,
    form: Option<Form<'a>>,
}

/// What may be done with it.
struct Form<'a> {
    action: String,
    hidden: Vec<(String, String)>,
    add: Vec<Field<'a>>,
    add_button: Action,
    save: Action,
}

/// What a form that was refused held, and for whom.
struct Refused<'f> {
    holder: Node,
    form: &'f Pairs,
    error: Option<String>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let tables = || vec![as_list(&shown)];
    if let Some(file) = export::file(
        asked,
        "assegnazione",
        asked.t.text("web-assignment"),
        tables,
    )? {
        return Ok(file);
    }
    show(asked, &shown, None)
}

/// What is assigned to whom, a row for each: the page as a file.
fn as_list(shown: &Shown<'_>) -> block::Table {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let mut rows = Vec::new();
    for i in 0..plan.responsibles.len() {
        let holder = Node::new(NodeKind::Responsible, i);
        for line in assigned(shown, holder, None) {
            let score = shown.scores.of(line.child).and_then(|of| of.score.as_ref());
            let score = score.map(|score| {
                let share = FigureOf::Percent(score.clone());
                block::Cell::figure(shown.percent(Some(score)), share)
            });
            let weight = match line.number.clone() {
                Some(number) => block::Cell::figure(&line.typed, FigureOf::Number(number)),
                None => block::Cell::text(&line.typed),
            };
            rows.push(vec![
                block::Cell::text(shown.title(holder)),
                block::Cell::text(unit_of(shown, i)),
                block::Cell::text(shown.label(line.child)),
                weight,
                score.unwrap_or_else(|| block::Cell::text("")),
                block::Cell::text(shown.chip(line.child).word()),
                block::Cell::text(how(shown, &line).unwrap_or_default()),
            ]);
        }
    }
    let heads = [
        block::Column::text(t.text("web-assignment-holder"), 24),
        block::Column::text(t.text("web-assignment-unit"), 24),
        block::Column::text(t.text("web-column-objective"), 40),
        block::Column::figures(t.text("web-weights-weight"), 10),
        block::Column::figures(t.text("web-column-score"), 10),
        block::Column::text(t.text("web-column-state"), 20),
        block::Column::text(t.text("web-assignment-how"), 24),
    ];
    export::table(t.text("web-assignment"), heads.into(), rows)
}

/// The unit of a responsible, as printed.
fn unit_of(shown: &Shown<'_>, responsible: usize) -> String {
    let unit = shown.loaded.plan().responsibles[responsible].unit.as_ref();
    let unit = unit.map(|unit| match unit.node {
        Some(node) => shown.title(node),
        None => unit.text.clone(),
    });
    unit.unwrap_or_default()
}

/// What is to be said of an assignment that is not like the others.
fn how(shown: &Shown<'_>, line: &Line) -> Option<String> {
    match (line.at, line.counts) {
        (None, _) => Some(shown.t.text("web-assignment-by-name")),
        (_, false) => Some(shown.t.word("state", "proposed")),
        _ => None,
    }
}

/// One responsible's weights saved, an objective added or taken away.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let (number, holder) = loaded.node(asked.part("record"))?;
    if holder.kind != NodeKind::Responsible {
        return Err(Failure::NotFound);
    }
    let form = &asked.form;
    let assigned = assigned(&shown, holder, Some(form));
    let refuse = |error: Option<String>| {
        let refused = Refused {
            holder,
            form,
            error,
        };
        let answer = show(asked, &shown, Some(&refused))?;
        Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY))
    };
    if assigned.iter().any(|line| line.error.is_some()) {
        return refuse(None);
    }
    let page = shown.address("assegnazione");
    let mut saving = Saving::new("assignment", format!("{page}#r-{number}"));
    let wanted = form.text("fare");
    let removed = wanted
        .strip_prefix("togli-")
        .and_then(|number| number.parse::<i64>().ok());
    for line in &assigned {
        match line.at {
            Some((record, _)) if removed == Some(record) => saving.put(
                Change::Remove {
                    record,
                    fields: None,
                },
                shown.label(line.child),
            ),
            _ => line.save(&shown, holder, &mut saving),
        }
    }
    if wanted == "aggiungi" {
        let chosen = form.text(&format!("obiettivo-{number}"));
        if chosen.is_empty() {
            return refuse(Some(asked.t.text("web-assignment-choose")));
        }
        let (_, objective) = loaded.node(chosen)?;
        let weight = form.text(&format!("peso-{number}"));
        let read = domain::target::read_number(weight).0;
        if !weight.is_empty() && read.is_none_or(|n| n.is_negative()) {
            return refuse(Some(asked.t.text("web-weights-unreadable")));
        }
        if objective.kind != NodeKind::Objective {
            return Err(Failure::NotFound);
        }
        let plan = loaded.plan();
        saving.add(
            "placement",
            &[
                ("parent", mention(plan, holder, &HOLDERS)),
                ("child", mention(plan, objective, &PLACED)),
                ("weight", weight.to_owned()),
            ],
        );
    }
    saving.save(asked, &shown, "pesi")
}

/// The objectives placed under a responsible, then those that name it without a weight.
fn assigned(shown: &Shown<'_>, holder: Node, form: Option<&Pairs>) -> Vec<Line> {
    let plan = shown.loaded.plan();
    let placed: Vec<Written<'_>> = written(plan)
        .into_iter()
        .filter(|place| place.parent == holder && place.child.kind == NodeKind::Objective)
        .collect();
    let approved = |place: &Written<'_>| {
        let variation = place.variation.and_then(|r| r.node);
        let variation = variation.and_then(|node| plan.variations.get(node.at()));
        let day = variation.and_then(|v| v.approved.as_ref()?.date);
        matches!((day, shown.scores.at), (Some(day), Some(at)) if day <= at)
    };
    let mut lines: Vec<Line> = placed
        .iter()
        .filter_map(|place| {
            let record = shown.loaded.numbers.number(place.record)?;
            let revised = place.revised.filter(|_| approved(place));
            let field = if revised.is_some() {
                "revised_weight"
            } else {
                "weight"
            };
            let stored = revised
                .or(place.weight)
                .map_or("", |weight| weight.text.as_str());
            let proposed = place.weight.is_none() && place.revised.is_some() && revised.is_none();
            let at = Some((record, field));
            Some(Line::of(
                shown,
                holder,
                place.child,
                at,
                stored,
                !proposed,
                form,
            ))
        })
        .collect();
    for (i, objective) in plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, i);
        let names = objective
            .responsibles
            .iter()
            .any(|r| r.node == Some(holder));
        if names && !placed.iter().any(|place| place.child == node) {
            lines.push(Line::of(shown, holder, node, None, "", true, form));
        }
    }
    lines
}

fn show(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    refused: Option<&Refused<'_>>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let editable = asked.person()?.may_everywhere(Right::EditPlan);
    let mut holders = Vec::new();
    let mut open = Vec::new();
    for i in 0..plan.responsibles.len() {
        let node = Node::new(NodeKind::Responsible, i);
        let refused = refused.filter(|refused| refused.holder == node);
        let lines = assigned(shown, node, refused.map(|refused| refused.form));
        let expected = plan.responsibles[i]
            .stated_total
            .as_ref()
            .and_then(|total| total.number.clone())
            .filter(Number::is_positive)
            .unwrap_or(Number::HUNDRED);
        let total = sum(lines
            .iter()
            .filter(|l| l.counts)
            .map(|line| line.number.as_ref()));
        let tolerance = plan.method.weight_tolerance();
        let closing = closing(total.as_ref(), &expected, false, &tolerance);
        let anchor = format!(
            "r-{}",
            shown.loaded.numbers.number(node).unwrap_or_default()
        );
        let said = said(shown, &expected, total.as_ref(), closing);
        if closing == Closing::Open {
            open.push(Due {
                count: printed(shown, total.as_ref()),
                what: Link::new(shown.title(node), format!("#{anchor}")),
                note: Some(said.clone()),
                weight: Weight::Warning,
            });
        }
        let style = t.language.style();
        holders.push(Holder {
            title: shown.link(node),
            unit: unit_of(shown, i),
            sum: t.with(
                "web-weights-sum-of",
                &[
                    ("sum", &printed(shown, total.as_ref())),
                    ("expected", &expected.format_plain(style)),
                ],
            ),
            said,
            weight: match closing {
                Closing::Open => Weight::Error,
                Closing::Nearly => Weight::Warning,
                Closing::Closed => Weight::Success,
                Closing::Share | Closing::Unweighted => Weight::Note,
            },
            table: (!lines.is_empty())
                .then(|| table(shown, node, &lines, editable, total.as_ref())),
            form: match editable {
                true => Some(form(asked, shown, node, &lines, refused)?),
                false => None,
            },
            anchor,
        });
    }
    let empty = holders.is_empty().then(|| Empty {
        title: t.text("web-assignment-none"),
        text: t.text("web-assignment-none-text"),
        actions: match editable {
            true => vec![Action::to(
                t.text("web-assignment-add-holder"),
                Look::First,
                shown.address("aggiungi/responsible"),
            )],
            false => Vec::new(),
        },
    });
    let beside = t.text("web-structure-pages");
    let page = AssignmentPage {
        page: frame_of(asked, shown, "pesi", t.text("web-assignment")),
        lead: t.text("web-assignment-lead"),
        related: related(asked, shown, "assegnazione", &beside),
        waiting: (!holders.is_empty() && !open.is_empty()).then(|| Waiting {
            t,
            title: t.text("web-assignment-open"),
            items: open,
        }),
        exports: match holders.is_empty() {
            true => Vec::new(),
            false => export::links(asked),
        },
        holders,
        empty,
    };
    Ok(Answer::page(page.render()?))
}

fn table<'a>(
    shown: &Shown<'a>,
    holder: Node,
    lines: &[Line],
    editable: bool,
    total: Option<&Number>,
) -> Table<'a> {
    let t = shown.t;
    let mut columns = vec![
        Column::words(t.text("web-column-objective")),
        Column::figures(t.text("web-weights-weight")),
        Column::figures(t.text("web-column-score")),
        Column::words(t.text("web-column-state")),
    ];
    if editable {
        columns.push(Column::words(t.text("web-structure-do")));
    }
    let rows = lines.iter().map(|line| {
        let below = how(shown, line);
        let weight = match editable {
            true => Cell::Field(Box::new(line.field(shown))),
            false if line.typed.is_empty() => Cell::Nothing,
            false => Cell::Text(line.typed.clone()),
        };
        let mut cells = vec![
            Cell::Link(shown.link(line.child), below),
            weight,
            Cell::Score(shown.figure(line.child), shown.bar(line.child)),
            Cell::Chip(shown.chip(line.child)),
        ];
        if editable {
            cells.push(match line.at {
                Some((record, _)) => {
                    let mut remove = Action::submit(t.text("web-structure-remove"), Look::Small);
                    remove.way = Way::Submit("fare", format!("togli-{record}"));
                    remove.about = Some(shown.label(line.child));
                    Cell::Action(remove)
                }
                None => Cell::Nothing,
            });
        }
        Row::of(cells)
    });
    let mut totals = vec![
        Cell::Text(t.text("web-weights-sum")),
        Cell::Text(printed(shown, total)),
        Cell::Figure(shown.figure(holder)),
        Cell::Chip(shown.chip(holder)),
    ];
    if editable {
        totals.push(Cell::Text(String::new()));
    }
    Table {
        t,
        caption: t.with("web-assignment-of", &[("of", &shown.title(holder))]),
        quiet: true,
        columns,
        rows: rows.collect(),
        totals: Some(totals),
        exports: Vec::new(),
    }
}

fn form<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'a>,
    holder: Node,
    lines: &[Line],
    refused: Option<&Refused<'_>>,
) -> Result<Form<'a>, Failure> {
    let t = asked.t;
    let number = shown.loaded.numbers.number(holder).unwrap_or_default();
    let mut hidden = vec![("csrf".to_owned(), asked.person()?.csrf.clone())];
    hidden.extend(lines.iter().map(Line::hidden));
    let others = (0..shown.loaded.plan().objectives.len())
        .map(|i| Node::new(NodeKind::Objective, i))
        .filter(|node| !lines.iter().any(|line| line.child == *node))
        .filter_map(|node| {
            let number = shown.loaded.numbers.number(node)?;
            Some(Choice::new(number.to_string(), shown.label(node)))
        });
    let mut choices = vec![Choice::new("", t.text("web-assignment-which"))];
    choices.extend(others);
    let typed = |name: &str| {
        refused
            .map_or("", |refused| refused.form.text(name))
            .to_owned()
    };
    let error = refused.and_then(|refused| refused.error.clone());
    // The same form stands once for each responsible: its fields have names of their own.
    let (name, weight) = (format!("obiettivo-{number}"), format!("peso-{number}"));
    let objective = Field::new(t, Kind::One(choices), &name, t.text("web-assignment-add"))
        .holding(typed(&name))
        .wrong(error);
    let weight =
        Field::new(t, Kind::Figure, &weight, t.text("web-weights-weight")).holding(typed(&weight));
    let mut add_button = Action::submit(t.text("web-assignment-add-button"), Look::Second);
    add_button.way = Way::Submit("fare", "aggiungi".to_owned());
    add_button.icon = Some("plus");
    add_button.about = Some(shown.title(holder));
    let mut save = Action::submit(t.text("web-weights-save"), Look::First);
    save.way = Way::Submit("fare", "salva".to_owned());
    save.about = Some(shown.title(holder));
    Ok(Form {
        action: shown.address(&format!("assegnazione/{number}")),
        hidden,
        add: vec![objective, weight],
        add_button,
        save,
    })
}
