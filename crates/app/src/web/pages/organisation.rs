//! `/{body}/{plan}/organizzazione`: the chart, who heads what from year to year, who makes groups and
//! organs, and the staff.

use askama::Template;
use documents::block::{self, FigureOf};
use documents::picture::{
    Caption, Card, OrganisationChart, Palette, Room, Unit, organisation_chart,
};
use domain::plan::{Node, NodeKind, Plan, Reference, TableKind, UnitKind};
use domain::report::organisation::{DEEPEST, below, is_aside, levels, same_unit, served_in_part};

use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::export;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, Cell, Chart, Column, Empty, Field, Kind, Link, Look, Row, Table,
};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage<'a> {
    page: Page<'a>,
    actions: Actions,
    chart: Option<Chart<'a>>,
    units: Option<Table<'a>>,
    exports: Vec<Link>,
    heads: Option<Table<'a>>,
    composed: Option<Table<'a>>,
    organs: Vec<Table<'a>>,
    staff: Vec<Table<'a>>,
    empty: Option<Empty>,
    upload: Option<Upload<'a>>,
}

/// The form that takes the workbook of staff.
struct Upload<'a> {
    action: String,
    fields: Vec<Field<'a>>,
    send: Action,
    template: Link,
}

/// What an upload that was refused held.
pub struct Refused {
    /// The day, as typed.
    pub day: String,
    /// What is wrong with it.
    pub day_error: Option<String>,
    /// What is wrong with the file.
    pub file_error: Option<String>,
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
    let title = asked.t.text("web-organisation");
    let heads = heads(asked, &shown)?;
    let tables = || {
        let others = heads.iter().map(export::as_shown);
        let composed = composed(&shown);
        let kept = kept(&shown, TableKind::Organs).chain(kept(&shown, TableKind::Staff));
        let kept: Vec<block::Table> = kept.map(|table| export::as_shown(&table)).collect();
        [units_alone(&shown)]
            .into_iter()
            .chain(others)
            .chain(composed.iter().map(export::as_shown))
            .chain(kept)
            .collect()
    };
    if let Some(file) = export::file(asked, "organizzazione", title, tables)? {
        return Ok(file);
    }
    show(asked, &shown, None)
}

/// The tables of one kind that the plan holds as they are printed.
fn kept<'s, 'a: 's>(
    shown: &'s Shown<'a>,
    wanted: TableKind,
) -> impl Iterator<Item = Table<'a>> + use<'s, 'a> {
    let tables = shown.loaded.plan().tables.iter();
    let of_kind = tables.filter(move |table| table.kind == Some(wanted));
    of_kind.map(|table| printed(shown, table))
}

/// The units, each with the one above it: what a page shows by indenting.
fn units_alone(shown: &Shown<'_>) -> block::Table {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let named = |reference: &Option<Reference>| {
        let of = reference.as_ref();
        block::Cell::text(of.map(|of| named(shown, of)).unwrap_or_default())
    };
    let rows = levels(plan).into_iter().map(|(_, node)| {
        let unit = &plan.units[node.at()];
        let kind = unit.kind.map(|kind| kind_word(shown, kind));
        let persons = match &unit.persons {
            Some(persons) => match persons.number.clone() {
                Some(number) => block::Cell::figure(&persons.text, FigureOf::Number(number)),
                None => block::Cell::text(&persons.text),
            },
            None => block::Cell::text(""),
        };
        vec![
            block::Cell::text(shown.title(node)),
            block::Cell::text(kind.unwrap_or_default()),
            named(&unit.parent),
            named(&unit.head),
            persons,
            block::Cell::text(unit.note.clone().unwrap_or_default()),
        ]
    });
    let heads = ["unit", "kind", "above", "head", "persons", "note"].map(|name| {
        let head = t.text(&format!("web-organisation-{name}"));
        match name {
            "persons" => block::Column::figures(head, 10),
            _ => block::Column::text(head, 24),
        }
    });
    export::table(
        t.text("web-organisation-units"),
        heads.into(),
        rows.collect(),
    )
}

/// The page, with what is wrong with an upload.
pub fn show(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    refused: Option<&Refused>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let editable = asked.person()?.may_everywhere(Right::EditPlan);
    let any = !plan.units.is_empty();
    let mut actions = Vec::new();
    if editable && any {
        for (key, kind) in [
            ("web-organisation-add-unit", "unit"),
            ("web-organisation-add-role", "responsible"),
        ] {
            let mut add = Action::to(
                t.text(key),
                Look::Second,
                shown.address(&format!("aggiungi/{kind}")),
            );
            add.icon = Some("plus");
            actions.push(add);
        }
    }
    let page = OrganisationPage {
        page: frame_of(asked, shown, "organizzazione", t.text("web-organisation")),
        actions: Actions { items: actions },
        chart: any.then(|| chart(shown)),
        units: any.then(|| units(shown)),
        exports: export::links(asked),
        heads: heads(asked, shown)?,
        composed: composed(shown),
        organs: kept(shown, TableKind::Organs).collect(),
        staff: kept(shown, TableKind::Staff).collect(),
        empty: (!any).then(|| Empty {
            title: t.text("web-organisation-none"),
            text: t.text("web-organisation-none-text"),
            actions: match editable {
                true => vec![Action::to(
                    t.text("web-organisation-add-unit"),
                    Look::First,
                    shown.address("aggiungi/unit"),
                )],
                false => Vec::new(),
            },
        }),
        upload: editable.then(|| upload(asked, shown, refused)),
    };
    Ok(Answer::page(page.render()?))
}

fn upload<'a>(asked: &Asked<'a>, shown: &Shown<'_>, refused: Option<&Refused>) -> Upload<'a> {
    let t = asked.t;
    let year = shown.loaded.plan().year();
    let first = year
        .map(|year| format!("{year:04}-01-01"))
        .unwrap_or_default();
    let megabytes = (asked.server.settings.largest_upload / (1024 * 1024)).to_string();
    let limits = t.with("web-staff-limits", &[("size", &megabytes)]);
    let file = Field::new(
        t,
        Kind::Files(".xlsx,.xlsm,.ods", limits),
        "foglio",
        t.text("web-staff-file"),
    )
    .wrong(refused.and_then(|refused| refused.file_error.clone()))
    .needed();
    let day = Field::new(t, Kind::Day, "giorno", t.text("web-staff-day"))
        .holding(refused.map_or(first, |refused| refused.day.clone()))
        .wrong(refused.and_then(|refused| refused.day_error.clone()))
        .needed();
    Upload {
        action: shown.address("organizzazione/personale"),
        fields: vec![file, day],
        send: Action::submit(t.text("web-staff-send"), Look::First),
        template: Link::new(
            t.text("web-staff-template"),
            shown.address("organizzazione/personale.xlsx"),
        ),
    }
}

/// A mention of a role or unit, as printed.
fn named(shown: &Shown<'_>, reference: &Reference) -> String {
    match reference.node {
        Some(node) => shown.title(node),
        None => reference.text.clone(),
    }
}

/// The Italian word for the kind of a unit.
fn kind_word(shown: &Shown<'_>, kind: UnitKind) -> String {
    let token = match kind {
        UnitKind::Directorate => "directorate",
        UnitKind::Service => "service",
        UnitKind::Office => "office",
        UnitKind::Staff => "staff",
        UnitKind::Agency => "agency",
        UnitKind::Group => "group",
        UnitKind::Organ => "organ",
        UnitKind::Site => "site",
    };
    shown.t.text(&format!("web-unit-{token}"))
}

/// Wide enough for every chart in one piece: the page scrolls it.
const ROOM: Room = Room {
    width: 1240.0,
    height: 9000.0,
};

fn chart<'a>(shown: &Shown<'a>) -> Chart<'a> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let mut drawn: Vec<Unit> = below(plan, None)
        .into_iter()
        .map(|node| unit(shown, node, 0))
        .collect();
    // One unit above all others is the top of the chart; what stands beside it hangs on it.
    let alone = drawn
        .iter()
        .filter(|unit| !unit.children.is_empty())
        .count()
        == 1;
    let top = drawn
        .iter()
        .position(|unit| alone && !unit.children.is_empty());
    let top = top.map(|at| drawn.remove(at));
    let (top, units) = match top {
        Some(mut top) => {
            top.children.extend(drawn);
            (Some(top.card), top.children)
        }
        None => (None, drawn),
    };
    let title = t.text("web-organisation-chart");
    let pictures = organisation_chart(&OrganisationChart {
        caption: Caption {
            id: "organigramma".to_owned(),
            title: title.clone(),
            description: t.with(
                "web-organisation-chart-alt",
                &[("count", &plan.units.len().to_string())],
            ),
        },
        room: ROOM,
        top,
        units,
        palette: Palette::default(),
    });
    Chart {
        t,
        title,
        svg: pictures.into_iter().map(|picture| picture.svg).collect(),
        data: self::units(shown),
    }
}

fn unit(shown: &Shown<'_>, node: Node, depth: usize) -> Unit {
    let plan = shown.loaded.plan();
    let unit_of = &plan.units[node.at()];
    let head = unit_of.head.as_ref().map(|head| named(shown, head));
    let persons = unit_of.persons.as_ref().map(|persons| {
        shown
            .t
            .with("web-organisation-persons-of", &[("count", &persons.text)])
    });
    let children = match depth < DEEPEST {
        true => below(plan, Some(node)),
        false => Vec::new(),
    };
    Unit {
        card: Card {
            title: shown.title(node),
            lines: head.into_iter().chain(persons).collect(),
            ..Card::default()
        },
        colour: None,
        aside: is_aside(unit_of),
        children: children
            .into_iter()
            .map(|child| unit(shown, child, depth + 1))
            .collect(),
    }
}

/// The units as an indented list.
fn units<'a>(shown: &Shown<'a>) -> Table<'a> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let rows = levels(plan).into_iter().map(|(depth, node)| {
        let unit = &plan.units[node.at()];
        let link = Link::new(shown.title(node), shown.page_of(node));
        Row::of(vec![
            Cell::Deep(depth, link, unit.note.clone()),
            unit.kind
                .map_or(Cell::Nothing, |kind| Cell::Text(kind_word(shown, kind))),
            unit.head
                .as_ref()
                .map_or(Cell::Nothing, |head| match head.node {
                    Some(node) => Cell::Link(shown.link(node), None),
                    None => Cell::Text(head.text.clone()),
                }),
            unit.persons
                .as_ref()
                .map_or(Cell::Nothing, |q| Cell::Text(q.text.clone())),
        ])
    });
    Table {
        t,
        caption: t.text("web-organisation-units"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-organisation-unit")),
            Column::words(t.text("web-organisation-kind")),
            Column::words(t.text("web-organisation-head")),
            Column::figures(t.text("web-organisation-persons")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// Plans looked at for who headed what.
const YEARS: usize = 6;

/// Who heads what, in each plan of the body: a column for each year.
fn heads<'a>(asked: &Asked<'a>, shown: &Shown<'a>) -> Result<Option<Table<'a>>, Failure> {
    let t = asked.t;
    let here = shown.loaded;
    let mut others = Vec::new();
    let rows = asked.server.store.plans(&here.body)?;
    for row in rows.iter().filter(|row| row.archived.is_none()).take(YEARS) {
        let loaded = asked
            .server
            .plans
            .get(&asked.server.store, &here.body, row.id)?;
        others.push((row.year, loaded));
    }
    others.sort_by_key(|(year, _)| *year);
    let head_in = |other: &Plan, key: &str, title: &str| -> Option<String> {
        let (_, unit) = same_unit(other, key, title)?;
        let head = unit.head.as_ref()?;
        Some(match head.node {
            Some(node) => other.name_of(node).title.unwrap_or(&head.text).to_owned(),
            None => head.text.clone(),
        })
    };
    let plan = here.plan();
    let mut table_rows = Vec::new();
    for (_, node) in levels(plan) {
        let unit = &plan.units[node.at()];
        let title = unit.title.as_deref().unwrap_or_default();
        let named: Vec<Option<String>> = others
            .iter()
            .map(|(_, other)| head_in(other.plan(), &unit.id, title))
            .collect();
        let parts: Vec<String> = served_in_part(plan, node)
            .map(|sheet| {
                let day = |day: &Option<domain::plan::Day>| match day {
                    Some(day) => day
                        .date
                        .map_or_else(|| day.text.clone(), |date| shown.day(date)),
                    None => "…".to_owned(),
                };
                t.with(
                    "web-organisation-served",
                    &[
                        ("role", sheet.title.as_deref().unwrap_or_default()),
                        ("from", &day(&sheet.from)),
                        ("to", &day(&sheet.to)),
                    ],
                )
            })
            .collect();
        if named.iter().all(Option::is_none) && parts.is_empty() {
            continue;
        }
        let below = (!parts.is_empty()).then(|| parts.join("; "));
        let mut cells = vec![Cell::Link(
            Link::new(shown.title(node), shown.page_of(node)),
            below,
        )];
        let mut before: Option<&String> = None;
        let mut stands_out = false;
        for head in &named {
            stands_out |= matches!((before, head), (Some(a), Some(b)) if a != b);
            before = head.as_ref().or(before);
        }
        cells.extend(
            named
                .into_iter()
                .map(|head| head.map_or(Cell::Nothing, Cell::Text)),
        );
        table_rows.push(Row { cells, stands_out });
    }
    if table_rows.is_empty() {
        return Ok(None);
    }
    let mut columns = vec![Column::words(t.text("web-organisation-unit"))];
    columns.extend(
        others
            .iter()
            .map(|(year, _)| Column::words(year.to_string())),
    );
    Ok(Some(Table {
        t,
        caption: t.text("web-organisation-heads"),
        quiet: true,
        columns,
        rows: table_rows,
        totals: None,
        exports: Vec::new(),
    }))
}

/// Groups and organs with who makes them.
fn composed<'a>(shown: &Shown<'a>) -> Option<Table<'a>> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let rows: Vec<Row<'a>> = plan
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| {
            matches!(unit.kind, Some(UnitKind::Group | UnitKind::Organ)) || !unit.members.is_empty()
        })
        .map(|(i, unit)| {
            let node = Node::new(NodeKind::Unit, i);
            let members: Vec<String> = unit.members.iter().map(|one| named(shown, one)).collect();
            Row::of(vec![
                Cell::Link(shown.link(node), None),
                unit.kind
                    .map_or(Cell::Nothing, |kind| Cell::Text(kind_word(shown, kind))),
                match (members.is_empty(), &unit.note) {
                    (false, note) => {
                        Cell::Two(members.join(", "), note.clone().unwrap_or_default())
                    }
                    (true, Some(note)) => Cell::Text(note.clone()),
                    (true, None) => Cell::Nothing,
                },
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        t,
        caption: t.text("web-organisation-composed"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-organisation-unit")),
            Column::words(t.text("web-organisation-kind")),
            Column::words(t.text("web-organisation-members")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// A table of the plan as it is printed.
fn printed<'a>(shown: &Shown<'a>, table: &domain::plan::Table) -> Table<'a> {
    let width = table
        .rows
        .iter()
        .map(Vec::len)
        .chain([table.columns.len()])
        .max()
        .unwrap_or(0);
    let figures = |at: usize| {
        let mut cells = table
            .rows
            .iter()
            .filter_map(|row| row.get(at))
            .filter(|c| !c.trim().is_empty());
        at > 0 && cells.all(|cell| domain::target::read_number(cell).0.is_some())
    };
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let columns = (0..width).map(|at| {
        let head = cell(&table.columns, at);
        if figures(at) {
            Column::figures(head)
        } else {
            Column::words(head)
        }
    });
    let is_total = |row: &Vec<String>| {
        row.first()
            .is_some_and(|c| c.trim().to_lowercase().starts_with("totale"))
    };
    let (mut rows, mut totals) = (Vec::new(), None);
    for (at, row) in table.rows.iter().enumerate() {
        let cells: Vec<Cell<'a>> = (0..width).map(|at| Cell::Text(cell(row, at))).collect();
        if at + 1 == table.rows.len() && is_total(row) {
            totals = Some(cells);
        } else {
            rows.push(Row::of(cells));
        }
    }
    let day = table.date.as_ref().map(|day| match day.date {
        Some(date) => shown.day(date),
        None => day.text.clone(),
    });
    let title = table.title.clone().unwrap_or_default();
    Table {
        t: shown.t,
        caption: match day {
            Some(day) => shown.t.with(
                "web-organisation-table-at",
                &[("title", &title), ("day", &day)],
            ),
            None => title,
        },
        quiet: false,
        columns: columns.collect(),
        rows,
        totals,
        exports: Vec::new(),
    }
}
