//! What stands apart from the body's own tree: the special agency, national objectives, individual
//! sheets.

use documents::block::{Block, Cell, Fact, FigureOf, Inline, Row, Table};
use documents::picture::{self, Line, LineKind};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Role};
use domain::report::measured::over_years;
use domain::report::stated::values_of;

use super::drawing;
use super::objectives::{deeper, sheet};
use super::standing::of_objectives;
use crate::document::edition::row;
use crate::document::{Edition, Kind};

/// The objectives of the special agency.
pub fn agency(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for root in edition.outline.apart(edition.plan, false) {
        for (depth, node) in edition.outline.descendants(root) {
            blocks.extend(sheet(edition, node, deeper(2, depth)));
        }
    }
    blocks
}

/// The objectives common to all bodies of the kind, under the headings in which they are printed,
/// then national indicators that stand in the body's own tree.
pub fn national(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    let mut group: Option<&str> = None;
    let mut told: Vec<Node> = Vec::new();
    for root in edition.outline.apart(plan, true) {
        let own = plan.objectives[root.at()].group.as_deref();
        if own.is_some() && own != group {
            blocks.push(edition.heading(2, own.unwrap_or_default()));
        }
        group = own;
        let level = if own.is_some() { 3 } else { 2 };
        for (depth, node) in edition.outline.descendants(root) {
            blocks.extend(sheet(edition, node, deeper(level, depth)));
            for (_, place) in edition.outline.indicators(node) {
                told.push(place.child);
                blocks.extend(history(edition, place.child));
            }
        }
    }
    let others: Vec<Node> = (0..plan.indicators.len())
        .map(|i| Node::new(NodeKind::Indicator, i))
        .filter(|node| plan.indicators[node.at()].national && !told.contains(node))
        .collect();
    if !others.is_empty() {
        blocks.push(edition.heading(2, edition.say("national-in-tree")));
        blocks.push(in_tree(edition, &others));
        for node in others {
            blocks.extend(history(edition, node));
        }
    }
    blocks
}

/// National indicators by name, with the objective or dashboard in which they stand.
fn in_tree(edition: &Edition<'_>, indicators: &[Node]) -> Block {
    let rows = indicators.iter().map(|node| {
        let mut places: Vec<Inline> = Vec::new();
        let mut seen: Vec<Node> = Vec::new();
        for place in edition.outline.over(*node) {
            let told = matches!(
                place.parent.kind,
                NodeKind::Objective | NodeKind::Dashboard | NodeKind::HealthIndex
            );
            if !told || seen.contains(&place.parent) {
                continue;
            }
            seen.push(place.parent);
            if !places.is_empty() {
                places.push(Inline::Text("; ".to_owned()));
            }
            places.push(edition.link(place.parent));
        }
        row([Cell::text(edition.title(*node)), Cell::inline(places)])
    });
    Block::Table(Table {
        data: edition.say("data-national-in-tree"),
        caption: Some(edition.say("national-in-tree")),
        columns: vec![
            edition.column("indicator", 52),
            edition.column("stands-in", 44),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    })
}

/// The years of an indicator as a picture: what was, the mean of similar bodies, what is expected.
fn history(edition: &Edition<'_>, indicator: Node) -> Option<Block> {
    let values = values_of(edition.plan, indicator);
    let of = |role| over_years(values, role);
    let (past, mean, target) = (of(Role::History), of(Role::ClusterMean), of(Role::Target));
    if past.len() < 2 {
        return None;
    }
    let lines = [
        (LineKind::Actual, "role-history", past),
        (LineKind::ClusterMean, "role-cluster-mean", mean),
        (LineKind::Target, "role-target", target),
    ];
    let percent = lines[0].2[0].percent;
    let mut years: Vec<i16> = lines
        .iter()
        .flat_map(|(_, _, found)| found.iter().map(|f| f.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let printed = |n: &Number| match percent {
        true => format!("{}%", edition.number(n)),
        false => edition.number(n),
    };
    let drawn: Vec<Line> = lines
        .iter()
        .filter(|(_, _, found)| !found.is_empty() && found.iter().all(|f| f.percent == percent))
        .map(|(kind, key, found)| Line {
            name: edition.say(key),
            kind: *kind,
            figures: years
                .iter()
                .map(|year| match found.iter().find(|f| f.year == *year) {
                    Some(f) => picture::Figure::new(drawing::real(&f.number), printed(&f.number)),
                    None => picture::Figure::missing(""),
                })
                .collect(),
        })
        .collect();
    let title = edition.say_with("history-of", &[("of", &edition.title(indicator))]);
    let alt = edition.say_with("history-alt", &[("of", &edition.title(indicator))]);
    let rows: Vec<Row> = years
        .iter()
        .map(|year| {
            let mut cells = vec![Cell::text(year.to_string())];
            for (_, _, found) in &lines {
                cells.push(match found.iter().find(|f| f.year == *year) {
                    None => Cell::text("—"),
                    Some(f) => Cell::figure(
                        printed(&f.number),
                        match percent {
                            true => f
                                .number
                                .checked_div(&Number::HUNDRED)
                                .map_or(FigureOf::Number(f.number.clone()), FigureOf::Percent),
                            false => FigureOf::Number(f.number.clone()),
                        },
                    ),
                });
            }
            row(cells)
        })
        .collect();
    let picture = picture::trend(&picture::Trend {
        caption: drawing::caption(
            format!("serie-{}", crate::document::edition::anchor(indicator)),
            &title,
            &alt,
        ),
        width: drawing::WIDTH,
        field: 90.0,
        years: years.iter().map(i16::to_string).collect(),
        lines: drawn,
        ticks: Vec::new(),
        palette: drawing::palette(edition),
    });
    let data = Table {
        data: edition.say("data-history"),
        context: vec![(edition.say("indicator"), edition.title(indicator))],
        caption: Some(title),
        columns: vec![
            edition.column("column-year", 8),
            edition.figures("role-history", 14),
            edition.figures("role-cluster-mean", 14),
            edition.figures("role-target", 14),
        ],
        row_heads: 1,
        rows,
        ..Table::default()
    };
    Some(drawing::figure(picture, Some(data)))
}

/// The individual sheets: profiles with their shares, then every sheet.
pub fn individual(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    blocks.extend(profiles(edition));
    for (i, x) in plan.sheets.iter().enumerate() {
        let node = Node::new(NodeKind::Sheet, i);
        blocks.push(edition.heading_of(2, node, edition.label(node)));
        let named = |r: &Option<domain::plan::Reference>| {
            r.as_ref().map(|r| edition.named(r)).unwrap_or_default()
        };
        let day = |day: &Option<domain::plan::Day>| {
            day.as_ref().map_or_else(String::new, |day| {
                day.date
                    .map_or_else(|| day.text.clone(), |d| edition.day(d))
            })
        };
        let mut facts: Vec<Fact> = [
            edition.fact("sheet-profile", &named(&x.profile)),
            edition.fact("holder-unit", &named(&x.unit)),
            edition.fact("head-responsible", &named(&x.responsible)),
            edition.fact("sheet-evaluator", &named(&x.evaluator)),
            edition.fact("sheet-from", &day(&x.from)),
            edition.fact("sheet-to", &day(&x.to)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if edition.kind != Kind::Plan {
            for value in x.values.iter().filter(|value| edition.is_known(value)) {
                let text = edition.value(Some(value)).text;
                facts.push(Fact {
                    label: edition.say_with(
                        "sheet-behaviours-at",
                        &[("period", &edition.period(&value.period))],
                    ),
                    value: text,
                });
            }
            facts.push(Fact {
                label: edition.say("column-score"),
                value: edition.score(node).text,
            });
        }
        if facts.is_empty() {
            facts.extend(edition.fact("sheet-role", &edition.label(node)));
        }
        blocks.push(Block::Facts(facts));
        let held: Vec<Node> = x
            .responsible
            .as_ref()
            .and_then(|r| r.node)
            .map(|holder| edition.outline.children(holder, NodeKind::Objective))
            .unwrap_or_default();
        if let Some(holder) = x.responsible.as_ref().and_then(|r| r.node) {
            if edition.kind == Kind::Plan {
                blocks.extend(assigned(edition, node, holder, &held));
            } else {
                blocks.extend(of_objectives(edition, holder, &held));
            }
        }
    }
    blocks
}

/// The objectives of a sheet with their weights.
fn assigned(edition: &Edition<'_>, sheet: Node, holder: Node, held: &[Node]) -> Option<Block> {
    if held.is_empty() {
        return None;
    }
    let rows = held.iter().map(|node| {
        let [code, title] = edition.code_and_title(*node);
        row([
            code,
            title,
            super::indicators::weight(edition, *node, &[Some(holder)]),
        ])
    });
    Some(Block::Table(Table {
        data: edition.say("data-sheets"),
        context: vec![(edition.say("sheet-role"), edition.label(sheet))],
        caption: Some(edition.say_with("sheet-objectives", &[("of", &edition.label(sheet))])),
        columns: vec![
            edition.column("column-code", 9),
            edition.column("column-objective", 60),
            edition.figures("indicator-weight", 12),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// What makes an individual evaluation, role by role.
pub fn profiles(edition: &Edition<'_>) -> Option<Block> {
    let profiles = &edition.plan.method.profiles;
    if profiles.is_empty() {
        return None;
    }
    let rows = profiles.iter().map(|x| {
        let mut cells = vec![Cell::text(x.title.clone().unwrap_or_else(|| x.id.clone()))];
        for share in [&x.body, &x.unit, &x.objectives, &x.national, &x.behaviours] {
            cells.push(match share {
                None => Cell::text("—"),
                Some(q) => Cell {
                    figure: q
                        .number
                        .as_ref()
                        .and_then(|n| n.checked_div(&Number::HUNDRED))
                        .map(FigureOf::Percent),
                    ..Cell::text(super::head::points(&q.text))
                },
            });
        }
        row(cells)
    });
    Some(Block::Table(Table {
        data: edition.say("data-profiles"),
        caption: Some(edition.say("profiles")),
        columns: vec![
            edition.column("profile", 30),
            edition.figures("part-of-body", 12),
            edition.figures("part-of-unit", 12),
            edition.figures("part-of-objectives", 12),
            edition.figures("part-of-national", 12),
            edition.figures("part-of-behaviours", 14),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    }))
}
