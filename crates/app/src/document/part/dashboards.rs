//! Dashboards: the strategic one by perspective, those of services and managers, and one alone.

use std::collections::BTreeMap;

use documents::block::{Block, Cell, Inline, Row, RowKind, Table};
use domain::plan::{Node, NodeKind, Placement, Role};
use domain::report::perspectives::{Lane, lanes};
use domain::report::slots::{Slot, slots};

use super::indicators::{
    Detail, filled, in_cell, name, national_note, objective_of, slot_column, subhead, types, weight,
};
use super::sheet::results_title;
use super::standing::{bullets, of_indicators, of_objectives};
use crate::document::edition::row;
use crate::document::{Edition, Kind};

/// By perspective, the objectives with their indicators and the targets of every year.
pub fn strategic(edition: &Edition<'_>) -> Vec<Block> {
    let mut lanes = lanes(edition.plan, &edition.outline);
    // What belongs to every perspective is told once, before them.
    let mut everywhere: Vec<Node> = Vec::new();
    for lane in lanes.iter_mut().filter(|lane| lane.perspective.is_some()) {
        lane.objectives.retain(|node| {
            let everywhere_too = is_of_all(edition, *node);
            if everywhere_too && !everywhere.contains(node) {
                everywhere.push(*node);
            }
            !everywhere_too
        });
    }
    let titled = lanes.len() > 1 || lanes.iter().any(|lane| lane.perspective.is_some());
    let mut blocks = Vec::new();
    if !everywhere.is_empty() {
        let title = edition.say("all-perspectives");
        blocks.push(edition.heading(2, title.clone()));
        blocks.extend(strategic_table(edition, title, &everywhere));
    }
    for lane in &lanes {
        let table = strategic_table(edition, lane_title(edition, lane), &lane.objectives);
        if table.is_none() && lane.objectives.is_empty() {
            continue;
        }
        if titled {
            blocks.push(match lane.perspective {
                Some(node) => edition.heading_of(2, node, edition.label(node)),
                None => edition.heading(2, edition.say("no-perspective")),
            });
        }
        if let Some(node) = lane.perspective {
            let label = &edition.plan.perspectives[node.at()];
            blocks.extend(edition.narrative(label.description.as_deref(), 2));
        }
        blocks.extend(table);
    }
    blocks
}

fn lane_title(edition: &Edition<'_>, lane: &Lane) -> String {
    match lane.perspective {
        Some(node) => edition.label(node),
        None => edition.say("no-perspective"),
    }
}

/// Whether an objective says that it belongs to every perspective.
fn is_of_all(edition: &Edition<'_>, objective: Node) -> bool {
    let x = edition.plan.objectives.get(objective.at());
    x.is_some_and(|x| x.perspectives.iter().any(|r| r.text.trim() == "*"))
}

/// An indicator and the action that heads it.
type Headed = (Option<Node>, Node);

fn strategic_table(edition: &Edition<'_>, title: String, objectives: &[Node]) -> Option<Block> {
    let groups: Vec<(Node, Vec<Headed>)> = objectives
        .iter()
        .map(|objective| {
            let found = edition.outline.indicators(*objective);
            let found = found.into_iter().map(|(action, p)| (action, p.child));
            (*objective, found.collect())
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let nodes: Vec<Node> = groups
        .iter()
        .flat_map(|(_, found)| found.iter().map(|(_, node)| *node))
        .collect();
    let slots: Vec<Slot> = slots(edition.plan, nodes.iter().copied())
        .into_iter()
        .filter(|slot| slot.role != Role::Target || slot.is_yearly_target())
        .collect();
    let mut columns = vec![
        edition.column("indicator-number", 5),
        edition.column("indicator", 36),
    ];
    columns.extend(slots.iter().map(|slot| slot_column(edition, slot, &nodes)));
    columns.push(edition.column("column-source", 14));
    let width = columns.len();
    let mut rows = Vec::new();
    for (objective, found) in &groups {
        rows.push(subhead(edition, Some(*objective), width));
        if found.is_empty() {
            rows.push(row([below(edition, *objective).over(width)]));
        }
        let mut under = None;
        for (action, node) in found {
            if *action != under {
                under = *action;
                rows.push(subhead(edition, *action, width));
            }
            let mut cells = vec![
                Cell::text(edition.code(*node)),
                name(edition, *node, Detail::Name),
            ];
            cells.extend(slots.iter().map(|slot| in_cell(edition, *node, slot)));
            cells.push(source(edition, *node));
            rows.push(row(cells));
        }
    }
    Some(filled(Table {
        data: edition.say("data-strategic"),
        context: vec![(edition.say("column-perspective"), title.clone())],
        caption: Some(edition.say_with("strategic-of", &[("of", &title)])),
        columns,
        row_heads: 2,
        rows,
        note: national_note(edition, &nodes),
        ..Table::default()
    }))
}

/// What measures an objective that has no indicators of its own.
fn below(edition: &Edition<'_>, objective: Node) -> Cell {
    let children = edition.outline.children(objective, NodeKind::Objective);
    if children.is_empty() {
        return Cell::text(edition.say("objective-unmeasured"));
    }
    let mut text = vec![Inline::Text(format!("{} ", edition.say("objective-below")))];
    for (i, child) in children.into_iter().enumerate() {
        if i > 0 {
            text.push(Inline::Text("; ".to_owned()));
        }
        text.push(edition.link(child));
    }
    Cell::inline(text)
}

fn source(edition: &Edition<'_>, indicator: Node) -> Cell {
    let x = edition.plan.indicators.get(indicator.at());
    Cell::text(x.and_then(|x| x.source.clone()).unwrap_or_default())
}

/// The places whose target, source, title or remark is their own.
struct Local<'p> {
    places: BTreeMap<(Node, Node), Vec<&'p Placement>>,
}

impl<'p> Local<'p> {
    fn of(edition: &Edition<'p>) -> Local<'p> {
        let mut places: BTreeMap<(Node, Node), Vec<&Placement>> = BTreeMap::new();
        for place in &edition.plan.placements {
            let own = place.local_target.is_some()
                || place.local_source.is_some()
                || place.local_title.is_some()
                || place.note.is_some();
            if let (true, Some(parent), Some(child)) = (own, place.parent.node, place.child.node) {
                places.entry((parent, child)).or_default().push(place);
            }
        }
        Local { places }
    }

    /// What differs in a place, in lines.
    fn said(&self, edition: &Edition<'_>, parents: &[Node], child: Node) -> Vec<String> {
        let places = parents
            .iter()
            .filter_map(|parent| self.places.get(&(*parent, child)))
            .flatten();
        let mut lines = Vec::new();
        for place in places {
            for (key, text) in [
                ("local-title", &place.local_title),
                ("local-target", &place.local_target),
                ("local-source", &place.local_source),
                ("local-note", &place.note),
            ] {
                if let Some(text) = text {
                    lines.push(edition.say_with(key, &[("value", text)]));
                }
            }
        }
        lines
    }
}

/// The dashboards of services and managers.
pub fn of_services(edition: &Edition<'_>) -> Vec<Block> {
    let local = Local::of(edition);
    let mut blocks = Vec::new();
    for i in 0..edition.plan.dashboards.len() {
        let node = Node::new(NodeKind::Dashboard, i);
        blocks.push(edition.heading_of(2, node, edition.label(node)));
        let holder = edition.plan.dashboards[i].holder.as_ref();
        let holder = holder.map(|r| edition.named(r)).unwrap_or_default();
        if let Some(fact) = edition.fact("dashboard-holder", &holder) {
            blocks.push(Block::Facts(vec![fact]));
        }
        match dashboard_table(edition, &local, node) {
            Some(table) => blocks.push(table),
            None => blocks.push(Block::text(edition.say("dashboard-empty"))),
        }
    }
    blocks
}

/// A group of a dashboard: its section, and the indicators under it with their actions.
struct Group {
    section: Option<Node>,
    indicators: Vec<Headed>,
}

fn groups(edition: &Edition<'_>, dashboard: Node) -> Vec<Group> {
    let of = |parent: Node| -> Vec<Headed> {
        let found = edition.outline.indicators(parent);
        found.into_iter().map(|(a, p)| (a, p.child)).collect()
    };
    let sections = edition.outline.children(dashboard, NodeKind::Section);
    let mut groups: Vec<Group> = sections
        .into_iter()
        .map(|section| Group {
            section: Some(section),
            indicators: of(section),
        })
        .collect();
    let mut direct = of(dashboard);
    // What stands in a section stands there only.
    direct.retain(|(_, node)| {
        !groups
            .iter()
            .any(|group| group.indicators.iter().any(|(_, n)| n == node))
    });
    if !direct.is_empty() {
        groups.push(Group {
            section: None,
            indicators: direct,
        });
    }
    groups
}

/// The indicators of a dashboard, each once.
fn indicators_of(edition: &Edition<'_>, dashboard: Node) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for (_, node) in groups(edition, dashboard)
        .into_iter()
        .flat_map(|group| group.indicators)
    {
        if !nodes.contains(&node) {
            nodes.push(node);
        }
    }
    nodes
}

fn dashboard_table(edition: &Edition<'_>, local: &Local<'_>, dashboard: Node) -> Option<Block> {
    let groups = groups(edition, dashboard);
    let nodes: Vec<Node> = groups
        .iter()
        .flat_map(|group| group.indicators.iter().map(|(_, node)| *node))
        .collect();
    if nodes.is_empty() {
        return None;
    }
    let slots: Vec<Slot> = slots(edition.plan, nodes.iter().copied())
        .into_iter()
        .filter(|slot| {
            slot.role != Role::Target
                || slot
                    .period
                    .year()
                    .is_none_or(|year| Some(year) == edition.plan.year())
        })
        .collect();
    let weighted = groups.iter().any(|group| {
        group.indicators.iter().any(|(action, node)| {
            let parents = [group.section, *action, Some(dashboard)];
            !weight(edition, *node, &parents).text.is_empty()
        })
    });
    let numbered = nodes.iter().any(|node| !edition.code(*node).is_empty());
    let linked = nodes
        .iter()
        .any(|node| !objective_of(edition, *node).text.is_empty());
    let mut columns = Vec::new();
    if numbered {
        columns.push(edition.column("indicator-number", 5));
    }
    columns.push(edition.column("indicator", 40));
    if linked {
        columns.push(edition.column("column-objective", 9));
    }
    columns.extend(slots.iter().map(|slot| slot_column(edition, slot, &nodes)));
    if weighted {
        columns.push(edition.figures("indicator-weight", 8));
    }
    columns.push(edition.column("column-source", 16));
    let width = columns.len();
    let mut rows = Vec::new();
    let mut perspective = None;
    for group in &groups {
        rows.extend(section_heads(edition, group, width, &mut perspective));
        let operational = |node: &Node| {
            let x = edition.plan.indicators.get(node.at());
            x.is_some_and(|x| x.operational)
        };
        let (apart, first): (Vec<_>, Vec<_>) = group
            .indicators
            .iter()
            .copied()
            .partition(|(_, node)| operational(node));
        for (n, list) in [first, apart].into_iter().enumerate() {
            if n == 1 && !list.is_empty() {
                rows.push(Row {
                    cells: vec![Cell::text(edition.say("operational-indicators")).over(width)],
                    kind: RowKind::Subhead,
                });
            }
            let mut under = None;
            for (action, node) in list {
                if action != under {
                    under = action;
                    rows.push(subhead(edition, action, width));
                }
                let mut cells = Vec::new();
                if numbered {
                    cells.push(Cell::text(edition.code(node)));
                }
                let parents: Vec<Node> = [group.section, action, Some(dashboard)]
                    .into_iter()
                    .flatten()
                    .collect();
                cells.push(with_lines(
                    edition,
                    node,
                    local.said(edition, &parents, node),
                ));
                if linked {
                    cells.push(objective_of(edition, node));
                }
                cells.extend(slots.iter().map(|slot| in_cell(edition, node, slot)));
                if weighted {
                    let parents = [group.section, action, Some(dashboard)];
                    cells.push(weight(edition, node, &parents));
                }
                cells.push(source(edition, node));
                rows.push(row(cells));
            }
        }
    }
    Some(filled(Table {
        data: edition.say("data-dashboards"),
        context: vec![(edition.say("column-dashboard"), edition.label(dashboard))],
        caption: Some(edition.say_with("dashboard-of", &[("of", &edition.label(dashboard))])),
        columns,
        row_heads: if numbered { 2 } else { 1 },
        rows,
        note: national_note(edition, &nodes),
        ..Table::default()
    }))
}

/// The rows over a section: its perspective where that changes, and its own.
fn section_heads(
    edition: &Edition<'_>,
    group: &Group,
    width: usize,
    perspective: &mut Option<String>,
) -> Vec<Row> {
    let Some(section) = group.section else {
        return Vec::new();
    };
    let x = &edition.plan.sections[section.at()];
    let heads = x.objective.as_ref().and_then(|r| r.node);
    let mut rows = Vec::new();
    let mut add = |text: Vec<Inline>| {
        rows.push(Row {
            cells: vec![Cell::inline(text).over(width)],
            kind: RowKind::Subhead,
        });
    };
    let labels = heads
        .and_then(|node| edition.plan.objectives.get(node.at()))
        .map(|objective| edition.titles(&objective.perspectives))
        .filter(|text| !text.is_empty());
    if labels.is_some() && labels != *perspective {
        add(vec![Inline::Strong(vec![Inline::Text(
            labels.clone().unwrap_or_default().to_uppercase(),
        )])]);
        *perspective = labels;
    }
    match heads {
        Some(objective) if x.title.is_none() => add(vec![edition.link(objective)]),
        _ => add(vec![Inline::Text(edition.label(section))]),
    }
    rows
}

/// An indicator by name, its types, and what differs in this place.
fn with_lines(edition: &Edition<'_>, node: Node, lines: Vec<String>) -> Cell {
    let mut cell = name(edition, node, Detail::Name);
    let kinds = edition
        .plan
        .indicators
        .get(node.at())
        .map(|x| types(edition, x))
        .filter(|text| !text.is_empty())
        .map(|text| edition.say_with("indicator-types", &[("value", &text)]));
    for line in kinds.into_iter().chain(lines) {
        cell.text.push(Inline::Break);
        cell.text.push(Inline::Emphasis(vec![Inline::Text(line)]));
    }
    cell
}

/// One dashboard, responsible or perspective with its results at the date.
pub fn of_one(edition: &Edition<'_>) -> Vec<Block> {
    let Kind::Dashboard(node) = edition.kind else {
        return Vec::new();
    };
    let objectives = edition.outline.children(node, NodeKind::Objective);
    let mut indicators = match node.kind {
        NodeKind::Dashboard => indicators_of(edition, node),
        _ => edition.outline.children(node, NodeKind::Indicator),
    };
    for objective in &objectives {
        for (_, below) in edition.outline.descendants(*objective) {
            for (_, place) in edition.outline.indicators(below) {
                if !indicators.contains(&place.child) {
                    indicators.push(place.child);
                }
            }
        }
    }
    let mut blocks = vec![edition.heading_of(1, node, edition.label(node))];
    let fact = |key: &str, value: Vec<Inline>| documents::block::Fact {
        label: edition.say(key),
        value,
    };
    let mut facts = Vec::new();
    if node.kind == NodeKind::Dashboard {
        let holder = edition.plan.dashboards[node.at()].holder.as_ref();
        let holder = holder.map(|r| edition.named(r)).unwrap_or_default();
        facts.extend(edition.fact("dashboard-holder", &holder));
    }
    facts.extend([
        fact("column-score", edition.score(node).text),
        fact("column-progress", edition.progress(node).text),
        fact("column-standing", edition.standing(node).text),
    ]);
    blocks.push(Block::Facts(facts));
    if node.kind == NodeKind::Dashboard {
        blocks.extend(dashboard_table(edition, &Local::of(edition), node));
    }
    blocks.push(edition.heading(2, results_title(edition)));
    let before = blocks.len();
    blocks.extend(of_objectives(edition, node, &objectives));
    let context = vec![(edition.say("column-dashboard"), edition.label(node))];
    blocks.extend(of_indicators(
        edition,
        &indicators,
        context,
        &edition.label(node),
    ));
    blocks.extend(bullets(edition, node, &indicators));
    if blocks.len() == before {
        blocks.push(Block::text(edition.say("dashboard-empty")));
    }
    blocks
}
