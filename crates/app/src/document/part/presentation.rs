//! Presentation of the body: mission, organs, organisation, staff, budget, health, shareholdings.

use documents::block::{Block, Cell, Table};
use documents::picture::{self, Card, OrganisationChart, Room};
use domain::plan::{Node, TableKind, Unit, UnitKind};
use domain::report::organisation::{DEEPEST, below, is_aside};

use super::indicators::filled;
use super::sections::{self, Home, loose_tables, part_with};
use super::{drawing, health};
use crate::document::Edition;
use crate::document::edition::row;

/// The chapters of the presentation, with what belongs to each; what has no chapter follows.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = contacts(edition).into_iter().collect();
    let mut organised = false;
    let mut healthy = part_with(edition, Home::Health) != Some("presentation");
    for root in sections::roots(edition, "presentation") {
        blocks.extend(sections::chapter_with(
            edition,
            "presentation",
            root,
            2,
            &mut |node, level| {
                let theme = edition.plan.chapters[node.at()].theme.as_deref();
                match theme.map(|theme| theme.trim().to_lowercase()).as_deref() {
                    Some("struttura organizzativa") if !organised => {
                        organised = true;
                        organisation(edition)
                    }
                    Some("salute economico-finanziaria") if !healthy => {
                        healthy = true;
                        sunk(health::build(edition), level)
                    }
                    _ => Vec::new(),
                }
            },
        ));
    }
    let mut add = |key: &str, content: Vec<Block>| {
        if !content.is_empty() {
            blocks.push(edition.heading(2, edition.say(key)));
            blocks.extend(content);
        }
    };
    if !organised {
        add("organisation", organisation(edition));
    }
    for (kind, key) in [
        (TableKind::Organs, "data-organs"),
        (TableKind::Staff, "data-staff"),
        (TableKind::Budget, "data-budget"),
    ] {
        add(key, loose_tables(edition, kind));
    }
    if !healthy {
        add("part-health", sunk(health::build(edition), 2));
    }
    add(
        "data-shareholdings",
        loose_tables(edition, TableKind::Shareholdings),
    );
    blocks
}

/// Where and when the body is found.
fn contacts(edition: &Edition<'_>) -> Option<Block> {
    let body = &edition.plan.body;
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let facts: Vec<_> = [
        edition.fact("body-address", &typed(&body.address)),
        edition.fact("body-phone", &typed(&body.phone)),
        edition.fact("body-email", &typed(&body.email)),
        edition.fact("body-certified-email", &typed(&body.certified_email)),
        edition.fact("body-website", &typed(&body.website)),
        edition.fact("body-opening-hours", &typed(&body.opening_hours)),
        edition.fact("body-tax-code", &typed(&body.tax_code)),
        edition.fact("body-ipa", &typed(&body.ipa)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!facts.is_empty()).then_some(Block::Facts(facts))
}

/// The headings of a part that has become a piece of another, under one of `level`.
fn sunk(mut blocks: Vec<Block>, level: u8) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Heading(heading) = block {
            heading.level = heading.level.saturating_add(level.saturating_sub(1));
        }
    }
    blocks
}

/// The organisation chart and its units.
fn organisation(edition: &Edition<'_>) -> Vec<Block> {
    let units = &edition.plan.units;
    if units.is_empty() {
        return Vec::new();
    }
    let roots = below(edition.plan, None);
    let title = edition.say("organisation");
    let alt = edition.say_with("organisation-alt", &[("count", &units.len().to_string())]);
    // A seat is a place, not a part of the organisation: the table has it.
    let mut drawn: Vec<picture::Unit> = roots
        .iter()
        .filter(|node| !is_site(edition, **node))
        .map(|node| drawn(edition, *node, 0))
        .collect();
    // One unit above all others is the top of the chart; what stands beside it hangs on it.
    let alone = drawn
        .iter()
        .filter(|unit| !unit.children.is_empty())
        .count()
        == 1;
    let top = drawn
        .iter()
        .position(|unit| alone && !unit.children.is_empty())
        .map(|at| drawn.remove(at));
    let (top, units_drawn) = match top {
        Some(mut top) => {
            top.children.extend(drawn);
            (Some(top.card), top.children)
        }
        None => (None, drawn),
    };
    let mut chart = OrganisationChart {
        caption: drawing::caption("organigramma", &title, &alt),
        room: Room::A4_PORTRAIT,
        top,
        units: units_drawn,
        palette: drawing::palette(edition),
    };
    let mut pictures = match chart.top.is_none() && chart.units.is_empty() {
        true => Vec::new(),
        false => picture::organisation_chart(&chart),
    };
    if pictures.len() > 1 {
        chart.room = Room::A4_LANDSCAPE;
        pictures = picture::organisation_chart(&chart);
    }
    let mut blocks: Vec<Block> = pictures
        .into_iter()
        .map(|picture| drawing::figure(picture, None))
        .collect();
    let mut rows = Vec::new();
    for node in &roots {
        rows_of(edition, *node, 0, &mut rows);
    }
    let noted = units.iter().any(|unit| unit.note.is_some());
    let mut columns = vec![
        edition.column("unit", 36),
        edition.column("unit-kind", 12),
        edition.column("unit-head", 22),
        edition.figures("unit-persons", 8),
    ];
    if noted {
        columns.push(edition.column("head-note", 22));
    }
    blocks.push(filled(Table {
        data: edition.say("data-units"),
        caption: Some(edition.say("units")),
        columns,
        row_heads: 1,
        rows,
        ..Table::default()
    }));
    blocks
}

/// Whether a unit is a seat.
fn is_site(edition: &Edition<'_>, unit: Node) -> bool {
    edition.plan.units[unit.at()].kind == Some(UnitKind::Site)
}

fn drawn(edition: &Edition<'_>, node: Node, depth: usize) -> picture::Unit {
    let unit = &edition.plan.units[node.at()];
    let head = unit.head.as_ref().map(|r| edition.named(r));
    let persons = unit
        .persons
        .as_ref()
        .map(|q| edition.say_with("unit-with-persons", &[("persons", &q.text)]));
    let children = match depth < DEEPEST {
        true => below(edition.plan, Some(node)),
        false => Vec::new(),
    };
    let children = children.into_iter().filter(|n| !is_site(edition, *n));
    picture::Unit {
        card: Card {
            title: edition.title(node),
            lines: head.into_iter().chain(persons).collect(),
            ..Card::default()
        },
        colour: None,
        aside: is_aside(unit),
        children: children
            .map(|child| drawn(edition, child, depth + 1))
            .collect(),
    }
}

fn rows_of(edition: &Edition<'_>, node: Node, depth: usize, rows: &mut Vec<documents::block::Row>) {
    let unit: &Unit = &edition.plan.units[node.at()];
    let kind = unit.kind.map(|kind| {
        edition.say(match kind {
            UnitKind::Directorate => "unit-directorate",
            UnitKind::Service => "unit-service",
            UnitKind::Office => "unit-office",
            UnitKind::Staff => "unit-staff",
            UnitKind::Agency => "unit-agency",
            UnitKind::Group => "unit-group",
            UnitKind::Organ => "unit-organ",
            UnitKind::Site => "unit-site",
        })
    });
    let title = format!("{}{}", "\u{2003}".repeat(depth), edition.title(node));
    let mut cells = vec![
        Cell::text(title),
        Cell::text(kind.unwrap_or_default()),
        Cell::text(
            unit.head
                .as_ref()
                .map(|r| edition.named(r))
                .unwrap_or_default(),
        ),
        edition.quantity(unit.persons.as_ref()),
    ];
    if edition.plan.units.iter().any(|unit| unit.note.is_some()) {
        cells.push(Cell::text(unit.note.clone().unwrap_or_default()));
    }
    rows.push(row(cells));
    if depth < DEEPEST {
        for child in below(edition.plan, Some(node)) {
            rows_of(edition, child, depth + 1, rows);
        }
    }
}
