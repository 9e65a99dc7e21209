//! The head of an objective: what every sheet of it begins with.

use documents::block::{Block, Cell, Column, Fact, FigureOf, Inline, RowKind, Table};
use domain::plan::classification::{NAMED_SINCE, number_of};
use domain::plan::{Effort, Flow, Node, NodeKind, Objective, Quantity};
use domain::report::resources::resources;
use domain::report::weights::weights_of;

use crate::document::Edition;
use crate::document::edition::row;

/// Where an objective stands, who answers for it, what it weighs, its place in the budget, its
/// period and effort. Texts at length (description, actions) and money are not among them.
pub fn head(edition: &Edition<'_>, objective: Node) -> Vec<Fact> {
    let Some(x) = edition.plan.objectives.get(objective.at()) else {
        return Vec::new();
    };
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let named = |r: &Option<domain::plan::Reference>| {
        r.as_ref().map(|r| edition.named(r)).unwrap_or_default()
    };
    let facts = [
        edition.fact("head-also-called", &other_names(x)),
        edition.fact("head-level", &named(&x.level)),
        edition.fact("head-area", &named(&x.area)),
        contributes(edition, objective),
        edition.fact("head-weight", &weights(edition, objective)),
        edition.fact(
            "head-own-share",
            x.own_share.as_ref().map_or("", |q| q.text.as_str()),
        ),
        edition.fact("head-responsible", &responsible(edition, objective, x)),
        edition.fact(
            "head-units",
            &either(&edition.titles(&x.units), &x.units_text),
        ),
        edition.fact("head-perspectives", &perspectives(edition, x)),
        edition.fact("head-programmes", &edition.titles(&x.programmes)),
        edition.fact("head-purposes", &edition.titles(&x.purposes)),
        edition.fact("head-relevance", &relevance(edition, x)),
        edition.fact("head-descends-from", &typed(&x.descends_from)),
        edition.fact("head-required-by", &typed(&x.required_by)),
        edition.fact("head-mission", &mission(edition, x)),
        edition.fact("head-budget-programme", &programme(edition, x)),
        edition.fact("head-pira", &typed(&x.pira)),
        edition.fact("head-period", &typed(&x.period)),
        edition.fact("head-effort", &effort(edition, x)),
        edition.fact("head-condition", &typed(&x.condition)),
        edition.fact("head-neutralised", &neutralised(edition, x)),
        edition.fact("head-replaces", &named(&x.replaces)),
        edition.fact("head-variation", &named(&x.variation)),
        edition.fact("head-note", &typed(&x.note)),
    ];
    facts.into_iter().flatten().collect()
}

/// The mission as typed; a number alone with the name that the law gives it.
fn mission(edition: &Edition<'_>, x: &Objective) -> String {
    let key = number(&x.mission).map(|mission| format!("budget-mission-{mission}"));
    with_official_name(edition, &x.mission, key)
}

/// The programme of that mission, in the same way.
fn programme(edition: &Edition<'_>, x: &Objective) -> String {
    let key = number(&x.mission)
        .zip(number(&x.budget_programme))
        .map(|(mission, programme)| format!("budget-programme-{mission}-{programme}"));
    with_official_name(edition, &x.budget_programme, key)
}

fn number(text: &Option<String>) -> Option<u32> {
    number_of(text.as_deref()?)
}

fn with_official_name(
    edition: &Edition<'_>,
    typed: &Option<String>,
    key: Option<String>,
) -> String {
    let typed = typed.clone().unwrap_or_default();
    let named = edition.plan.body.is_chamber()
        && edition.plan.year().is_some_and(|year| year >= NAMED_SINCE)
        && typed.trim().bytes().all(|b| b.is_ascii_digit());
    let name = key
        .filter(|_| named)
        .and_then(|key| edition.catalogue.find(&key, &[]));
    match name {
        Some(name) => format!("{} – {name}", typed.trim()),
        None => typed,
    }
}

fn other_names(x: &Objective) -> String {
    let names: Vec<&str> = x
        .other_codes
        .iter()
        .chain(&x.other_titles)
        .map(String::as_str)
        .collect();
    names.join("; ")
}

/// What was typed beside what is known, where it says something else.
fn either(known: &str, typed: &Option<String>) -> String {
    match typed {
        Some(typed) if known.is_empty() => typed.clone(),
        Some(typed) if !typed.contains(known) => format!("{known} – {typed}"),
        Some(typed) => typed.clone(),
        None => known.to_owned(),
    }
}

/// The objectives to which it contributes, linked.
fn contributes(edition: &Edition<'_>, objective: Node) -> Option<Fact> {
    let mut value = Vec::new();
    for place in edition.outline.over(objective) {
        if place.parent.kind == NodeKind::Objective {
            if !value.is_empty() {
                value.push(Inline::Text(", ".to_owned()));
            }
            value.push(edition.link(place.parent));
        }
    }
    (!value.is_empty()).then(|| Fact {
        label: edition.say("head-contributes"),
        value,
    })
}

/// The weight in each place of the tree, and what a variation makes of it.
pub fn weights(edition: &Edition<'_>, node: Node) -> String {
    let mut said = Vec::new();
    for place in weights_of(edition.plan, node) {
        let Some(parent) = place.parent else { continue };
        if parent.kind == NodeKind::Responsible {
            continue;
        }
        let Some(mut text) = stated_weight(edition, place.weight, place.revised) else {
            continue;
        };
        let parent = match parent.kind {
            NodeKind::Area => edition.say_with("head-in-area", &[("of", &short(edition, parent))]),
            NodeKind::Body => edition.say("head-in-body"),
            _ => edition.say_with("head-in", &[("of", &short(edition, parent))]),
        };
        text.push(' ');
        text.push_str(&parent);
        if let Some(holder) = place.holder {
            text.push_str(&format!(" ({})", edition.named(holder)));
        }
        said.push(text);
    }
    said.join("; ")
}

/// A weight as typed, with what a variation makes of it.
fn stated_weight(
    edition: &Edition<'_>,
    weight: Option<&Quantity>,
    revised: Option<&Quantity>,
) -> Option<String> {
    let weight = weight.map(|q| points(&q.text));
    let revised = revised.map(|q| points(&q.text));
    match (weight, revised) {
        (Some(weight), Some(revised)) => Some(edition.say_with(
            "head-weight-revised",
            &[("weight", &weight), ("revised", &revised)],
        )),
        (Some(weight), None) => Some(weight),
        (None, Some(revised)) => {
            Some(edition.say_with("head-weight-new", &[("revised", &revised)]))
        }
        (None, None) => None,
    }
}

fn short(edition: &Edition<'_>, node: Node) -> String {
    match edition.code(node) {
        "" => edition.label(node),
        code => code.to_owned(),
    }
}

/// A weight as typed, with its percent sign.
pub fn points(text: &str) -> String {
    let text = text.trim();
    match text.ends_with(|c: char| c.is_ascii_digit()) {
        true => format!("{text}%"),
        false => text.to_owned(),
    }
}

/// Who answers for it, as printed, and who else holds it with what weight.
fn responsible(edition: &Edition<'_>, objective: Node, x: &Objective) -> String {
    let mut named: Vec<Node> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    let weight_of = |holder: Node| {
        weights_of(edition.plan, objective)
            .into_iter()
            .find(|place| place.parent == Some(holder))
            .and_then(|place| stated_weight(edition, place.weight, place.revised))
    };
    let holders = x.responsibles.iter().filter_map(|r| r.node).chain(
        edition
            .outline
            .over(objective)
            .iter()
            .map(|place| place.parent),
    );
    for holder in holders.filter(|n| n.kind == NodeKind::Responsible) {
        if named.contains(&holder) {
            continue;
        }
        named.push(holder);
        let title = edition.title(holder);
        said.push(match weight_of(holder) {
            Some(weight) => edition.say_with(
                "head-holder-weight",
                &[("holder", &title), ("weight", &weight)],
            ),
            None => title,
        });
    }
    for reference in x.responsibles.iter().filter(|r| r.node.is_none()) {
        said.push(reference.text.clone());
    }
    let printed = x.responsible_text.as_deref().unwrap_or_default();
    if printed.is_empty() {
        return said.join("; ");
    }
    said.retain(|holder| !printed.contains(holder.as_str()));
    said.insert(0, printed.to_owned());
    said.join("; ")
}

fn perspectives(edition: &Edition<'_>, x: &Objective) -> String {
    match x.perspectives.iter().any(|r| r.text.trim() == "*") {
        true => edition.say("head-all-perspectives"),
        false => edition.titles(&x.perspectives),
    }
}

/// The class of relevance, what it is for and its coefficient.
fn relevance(edition: &Edition<'_>, x: &Objective) -> String {
    let Some(reference) = &x.relevance else {
        return String::new();
    };
    let class = reference
        .node
        .filter(|node| node.kind == NodeKind::Relevance)
        .and_then(|node| edition.plan.relevances.get(node.at()));
    let Some(class) = class else {
        return edition.named(reference);
    };
    let said = edition.say_with(
        "head-relevance-of",
        &[
            ("class", &edition.named(reference)),
            ("coefficient", &class.coefficient.text),
        ],
    );
    match &class.description {
        Some(description) => format!("{said}: {description}"),
        None => said,
    }
}

fn neutralised(edition: &Edition<'_>, x: &Objective) -> String {
    let by = x.neutralised_by.as_ref().map(|r| edition.named(r));
    let said: Vec<String> = x.neutralised.clone().into_iter().chain(by).collect();
    said.join(" – ")
}

fn effort(edition: &Edition<'_>, x: &Objective) -> String {
    let mut said: Vec<String> = x.effort_text.clone().into_iter().collect();
    said.extend(x.efforts.iter().map(|effort| persons(edition, effort)));
    said.retain(|text| !text.trim().is_empty());
    said.join("; ")
}

/// Persons of a unit, their category and the share of their time.
pub fn persons(edition: &Edition<'_>, effort: &Effort) -> String {
    let number = effort.persons.as_ref().map(|q| match q.text.trim() {
        "1" => edition.say("head-one-person"),
        persons => edition.say_with("head-persons", &[("persons", persons)]),
    });
    let time = effort
        .time
        .as_ref()
        .map(|q| edition.say_with("head-time", &[("time", q.text.trim())]));
    let parts = [
        effort.unit.as_ref().map(|r| edition.named(r)),
        effort.category.clone(),
        number,
        time,
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    said.join(", ")
}

/// The money of an objective, line by line with its total; nothing where it has none.
pub fn money(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let plan = edition.plan;
    let found = resources(plan, objective);
    if found.lines.is_empty() {
        return None;
    }
    let lines = || found.lines.iter().map(|i| &plan.budget_lines[*i]);
    let revenue = lines().any(|line| line.flow == Flow::Revenue);
    let centre = lines().any(|line| line.centre.is_some());
    let measured = lines().any(|line| !line.indicators.is_empty());
    let mut columns = Vec::new();
    if measured {
        columns.push(edition.column("money-indicator", 12));
    }
    if revenue {
        columns.push(edition.column("money-flow", 8));
    }
    columns.push(edition.column("money-account", 9));
    if centre {
        columns.push(edition.column("money-centre", 9));
    }
    columns.push(edition.column("money-item", 46));
    columns.push(edition.figures("money-amount", 15));
    let width = columns.len();
    let mut rows = Vec::new();
    for line in lines() {
        let indicators: Vec<String> = line
            .indicators
            .iter()
            .map(|r| match r.node {
                Some(node) => match edition.code(node) {
                    "" => edition.label(node),
                    code => code.to_owned(),
                },
                None => r.text.clone(),
            })
            .collect();
        let mut cells = Vec::new();
        if measured {
            cells.push(Cell::text(indicators.join(", ")));
        }
        if revenue {
            cells.push(Cell::text(edition.say(match line.flow {
                Flow::Cost => "money-cost",
                Flow::Revenue => "money-revenue",
            })));
        }
        cells.push(Cell::text(line.account.clone().unwrap_or_default()));
        if centre {
            cells.push(Cell::text(line.centre.clone().unwrap_or_default()));
        }
        let year = line
            .year
            .map(|year| edition.say_with("money-year", &[("year", &year.to_string())]));
        let programme = line.programme.as_ref().map(|r| edition.named(r));
        let others: Vec<&str> = line
            .objectives
            .iter()
            .filter_map(|r| r.node.filter(|n| *n != objective))
            .map(|node| edition.code(node))
            .filter(|code| !code.is_empty())
            .collect();
        let shared = (!others.is_empty())
            .then(|| edition.say_with("money-shared", &[("others", &others.join(", "))]));
        let item: Vec<String> = [
            line.item.clone(),
            year,
            programme,
            line.note.clone(),
            shared,
        ]
        .into_iter()
        .flatten()
        .collect();
        cells.push(Cell::text(item.join(" – ")));
        cells.push(match &line.amount {
            None => Cell::text(""),
            Some(q) => Cell {
                figure: q.number.clone().map(FigureOf::Money),
                ..Cell::text(q.text.clone())
            },
        });
        rows.push(row(cells));
    }
    for (sum, key) in [
        (&found.costs, "money-total-costs"),
        (&found.revenue, "money-total-revenue"),
    ] {
        if let Some(sum) = sum {
            rows.push(documents::block::Row {
                cells: vec![
                    Cell::text(edition.say(key)).over(width - 1),
                    edition.money(sum),
                ],
                kind: RowKind::Total,
            });
        }
    }
    Some(Block::Table(Table {
        data: edition.say("data-money"),
        context: of_objective(edition, objective),
        caption: Some(edition.say_with("money-caption", &[("of", &short(edition, objective))])),
        columns: columns.into_iter().collect::<Vec<Column>>(),
        row_heads: 1,
        rows,
        ..Table::default()
    }))
}

/// The context columns that tell tables of objectives apart.
pub fn of_objective(edition: &Edition<'_>, objective: Node) -> Vec<(String, String)> {
    vec![
        (
            edition.say("context-objective"),
            edition.code(objective).to_owned(),
        ),
        (edition.say("context-title"), edition.title(objective)),
    ]
}
