//! The monitoring: everything of the plan stands where it must, once; every figure is the score's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use documents::block::{Block, Cell, Document, FigureOf, Heading, Look, RowKind, Table, plain};
use domain::check::check;
use domain::number::Number;
use domain::plan::{Node, NodeKind, Plan, Quantity};
use domain::report::changes::{changes, is_new};
use domain::report::outline::Outline;
use domain::report::standings::{Standing, Standings, by_area, worst_first};
use domain::score::{Scores, score};
use domain::target::Readings;
use jiff::civil::{Date, date};
use traguardo::document::{Edition, Kind, document};
use traguardo::format;
use traguardo::messages::{Catalogue, Language};

/// Every example with the day of a monitoring.
const EXAMPLES: [(&str, Date); 5] = [
    ("bergamo-2022", date(2022, 12, 31)),
    ("brescia-2019", date(2019, 12, 31)),
    ("brescia-2020", date(2020, 12, 31)),
    ("brescia-2024", date(2024, 6, 30)),
    ("camera-esempio", date(2025, 6, 30)),
];

struct Made {
    plan: Plan,
    scores: Scores,
    document: Document,
}

fn made(example: &str, at: Date, language: Language) -> Made {
    let name = format!("{example}.toml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(&name);
    let bytes = fs::read(path).expect("the example is there");
    let plan = format::read(&name, &bytes).expect("it is a plan").plan;
    let readings = Readings::of(&plan);
    let scores = score(&plan, &readings, Some(at));
    let checked = check(&plan, &readings, None);
    let catalogue = Catalogue::new(language);
    let edition = Edition {
        kind: Kind::Monitoring,
        plan: &plan,
        readings: &readings,
        scores: &scores,
        checked: &checked,
        outline: Outline::of(&scores),
        catalogue: &catalogue,
        draft: false,
        other: None,
    };
    let document = document(&edition, Look::default());
    Made {
        plan,
        scores,
        document,
    }
}

fn italian() -> Vec<(&'static str, Made)> {
    let made = |(name, at): (&'static str, Date)| (name, made(name, at, Language::Italian));
    EXAMPLES.into_iter().map(made).collect()
}

fn headings(document: &Document) -> Vec<&Heading> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
        .collect()
}

/// The tables of a data set, at any depth that parts of a monitoring use.
fn tables<'d>(document: &'d Document, data: &str) -> Vec<&'d Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if table.data == data => Some(table),
            _ => None,
        })
        .collect()
}

fn text(cell: &Cell) -> String {
    plain(&cell.text)
}

fn data(table: &Table) -> impl Iterator<Item = &Vec<Cell>> {
    table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Data)
        .map(|row| &row.cells)
}

fn nodes(kind: NodeKind, count: usize) -> impl Iterator<Item = Node> {
    (0..count).map(move |i| Node::new(kind, i))
}

#[test]
fn every_objective_has_one_sheet() {
    for (name, made) in italian() {
        let ids: Vec<&str> = headings(&made.document)
            .iter()
            .map(|heading| heading.id.as_str())
            .collect();
        for node in nodes(NodeKind::Objective, made.plan.objectives.len()) {
            let id = format!("objective-{}", node.at() + 1);
            let found = ids.iter().filter(|other| **other == id).count();
            assert_eq!(found, 1, "{name}: {}", made.plan.id_of(node));
        }
    }
}

/// Indicators by name: their results stand in the sheets, those of national objectives apart.
#[test]
fn every_indicator_has_its_results_once_in_every_objective_that_it_serves() {
    for (name, made) in italian() {
        let outline = Outline::of(&made.scores);
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        let mut served = vec![false; made.plan.indicators.len()];
        for objective in nodes(NodeKind::Objective, made.plan.objectives.len()) {
            for (_, place) in outline.indicators(objective) {
                served[place.child.at()] = true;
                *expected.entry(title(&made.plan, place.child)).or_default() += 1;
            }
        }
        for node in nodes(NodeKind::Indicator, served.len()) {
            let on_dashboards = || {
                outline.over(node).iter().any(|place| {
                    matches!(
                        place.parent.kind,
                        NodeKind::Dashboard | NodeKind::Section | NodeKind::Action
                    )
                })
            };
            if !served[node.at()] && on_dashboards() {
                *expected.entry(title(&made.plan, node)).or_default() += 1;
            }
        }
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for table in tables(&made.document, "Risultati degli indicatori") {
            for cells in data(table) {
                let first = text(&cells[1]);
                *found.entry(first_line(&first)).or_default() += 1;
            }
        }
        for table in tables(&made.document, "Indicatori nazionali") {
            for cells in data(table) {
                *found.entry(first_line(&text(&cells[0]))).or_default() += 1;
            }
        }
        let normal = |map: BTreeMap<String, usize>, plan: &Plan| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for (title, count) in map {
                // National tables print the number before the name.
                let title = plan
                    .indicators
                    .iter()
                    .filter_map(|x| Some((x.number.as_deref()?, x.name.as_deref()?)))
                    .find(|(number, name)| title == format!("{number} {name}"))
                    .map_or(title.clone(), |(_, name)| name.to_owned());
                *counts.entry(title).or_default() += count;
            }
            counts
        };
        assert_eq!(
            normal(found, &made.plan),
            normal(expected, &made.plan),
            "{name}"
        );
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

fn title(plan: &Plan, node: Node) -> String {
    let name = plan.name_of(node);
    first_line(name.title.or(name.code).unwrap_or_default())
}

#[test]
fn the_summary_counts_every_indicator_once_and_as_the_scores_say() {
    for (name, made) in italian() {
        let outline = Outline::of(&made.scores);
        let tallies = by_area(&made.plan, &outline, &made.scores);
        let total: usize = tallies.iter().map(|tally| tally.standings.total()).sum();
        assert_eq!(total, made.plan.indicators.len(), "{name}");
        let all: Vec<Node> = nodes(NodeKind::Indicator, made.plan.indicators.len()).collect();
        let whole = Standings::of(&made.scores, &all);
        for standing in Standing::ALL {
            let sum: usize = tallies.iter().map(|t| t.standings.count(standing)).sum();
            assert_eq!(sum, whole.count(standing), "{name}: {standing:?}");
        }
        let found = tables(&made.document, "Sintesi per area");
        let [table] = found.as_slice() else {
            panic!("{name}: one table of areas")
        };
        assert_eq!(data(table).count(), tallies.len(), "{name}");
        let last = table.rows.last().expect("a row of totals");
        assert_eq!(last.kind, RowKind::Total);
        let printed = text(last.cells.last().expect("a last cell"));
        assert_eq!(printed, made.plan.indicators.len().to_string(), "{name}");
        let body = made.scores.of(Node::BODY).and_then(|s| s.score.clone());
        assert_eq!(last.cells[1].figure, body.map(FigureOf::Percent), "{name}");
    }
}

#[test]
fn the_worst_come_first() {
    for (name, made) in italian() {
        let known = |node: &Node| {
            let score = made.scores.of(*node).expect("indicators are scored");
            score.progress.clone().or_else(|| score.score.clone())
        };
        let figures: Vec<Option<Number>> = worst_first(&made.plan, &made.scores)
            .iter()
            .map(known)
            .collect();
        let with: Vec<&Number> = figures.iter().flatten().collect();
        assert!(with.is_sorted(), "{name}");
        let first_without = figures.iter().position(Option::is_none);
        assert!(
            first_without.is_none_or(|at| figures[at..].iter().all(Option::is_none)),
            "{name}"
        );
    }
}

#[test]
fn scores_in_the_results_are_those_of_the_engine() {
    for (name, made) in italian() {
        let outline = Outline::of(&made.scores);
        let places: Vec<_> = nodes(NodeKind::Objective, made.plan.objectives.len())
            .filter(|node| !made.plan.objectives[node.at()].national)
            .flat_map(|node| outline.indicators(node))
            .map(|(_, place)| place.child)
            .collect();
        let mut expected: Vec<(String, Option<FigureOf>)> = places
            .into_iter()
            .map(|node| {
                let score = made.scores.of(node).and_then(|s| s.score.clone());
                (title(&made.plan, node), score.map(FigureOf::Percent))
            })
            .collect();
        for table in tables(&made.document, "Risultati degli indicatori") {
            for cells in data(table) {
                let row = (
                    first_line(&text(&cells[1])),
                    cells.last().expect("a last cell").figure.clone(),
                );
                if let Some(at) = expected.iter().position(|other| *other == row) {
                    expected.swap_remove(at);
                }
            }
        }
        assert!(expected.is_empty(), "{name}: {:?}", expected.first());
    }
}

#[test]
fn money_adds_up_to_the_cent() {
    for (name, made) in italian() {
        for table in tables(&made.document, "Risorse finanziarie") {
            let amount = |cells: &Vec<Cell>| match &cells.last().expect("a last cell").figure {
                Some(FigureOf::Money(amount)) => amount.clone(),
                _ => Number::ZERO,
            };
            let lines: Number = data(table).map(amount).sum();
            let totals: Number = table
                .rows
                .iter()
                .filter(|row| row.kind == RowKind::Total)
                .map(|row| amount(&row.cells))
                .sum();
            assert_eq!(lines, totals, "{name}: {:?}", table.caption);
        }
    }
}

#[test]
fn every_budget_line_of_an_objective_is_printed_as_typed() {
    for (name, made) in italian() {
        let printed: Vec<String> = tables(&made.document, "Risorse finanziarie")
            .into_iter()
            .flat_map(data)
            .map(|cells| text(cells.last().expect("a last cell")))
            .collect();
        for line in &made.plan.budget_lines {
            let serves = line
                .objectives
                .iter()
                .chain(&line.indicators)
                .filter_map(|r| r.node)
                .any(|node| match node.kind {
                    NodeKind::Objective => !made.plan.objectives[node.at()].national,
                    _ => false,
                });
            if let Some(Quantity { text, .. }) = line.amount.as_ref().filter(|_| serves) {
                assert!(printed.contains(text), "{name}: {text}");
            }
        }
    }
}

#[test]
fn three_years_hold_every_objective_of_the_tree() {
    for (name, made) in italian() {
        let outline = Outline::of(&made.scores);
        let expected: usize = nodes(NodeKind::Objective, made.plan.objectives.len())
            .filter(|node| !is_new(&made.plan, *node) && !made.plan.objectives[node.at()].national)
            .count();
        let mut found = 0;
        let mut rows = 0;
        for table in tables(&made.document, "Target del triennio") {
            found += table
                .rows
                .iter()
                .filter(|row| row.kind == RowKind::Subhead)
                .count();
            rows += data(table).count();
        }
        assert_eq!(found, expected, "{name}");
        let indicators: usize = nodes(NodeKind::Objective, made.plan.objectives.len())
            .filter(|node| !is_new(&made.plan, *node) && !made.plan.objectives[node.at()].national)
            .map(|node| outline.indicators(node).len())
            .sum();
        assert_eq!(rows, indicators, "{name}");
    }
}

#[test]
fn every_change_is_in_the_register_and_every_revised_target_is_told() {
    for (name, made) in italian() {
        let registered: String = tables(&made.document, "Variazioni")
            .into_iter()
            .flat_map(data)
            .flat_map(|cells| cells.iter().map(text))
            .collect::<Vec<String>>()
            .join("\n");
        for change in changes(&made.plan) {
            let title = title(&made.plan, change.node);
            assert!(registered.contains(&title), "{name}: {title}");
        }
        let told: Vec<Heading> = headings(&made.document).into_iter().cloned().collect();
        for i in 0..made.plan.variations.len() {
            let id = format!("variation-{}", i + 1);
            assert!(told.iter().any(|heading| heading.id == id), "{name}: {id}");
        }
    }
}

#[test]
fn what_nobody_planned_stands_apart_with_its_cost() {
    for (name, made) in italian() {
        let found = tables(&made.document, "Attività non programmate");
        let rows: usize = found.iter().map(|table| data(table).count()).sum();
        assert_eq!(rows, made.plan.unplanned.len(), "{name}");
    }
}

#[test]
fn health_indices_stand_with_their_history() {
    let camera = made("camera-esempio", date(2025, 6, 30), Language::Italian);
    let found = tables(&camera.document, "Indici di salute");
    let [table] = found.as_slice() else {
        panic!("one table of indices")
    };
    assert_eq!(table.rows.len(), camera.plan.health_indices.len());
    let heads: Vec<&str> = table.columns.iter().map(|c| c.head.as_str()).collect();
    for year in ["2022", "2023", "2024"] {
        assert!(heads.contains(&year), "{year} in {heads:?}");
    }
    for (row, index) in table.rows.iter().zip(&camera.plan.health_indices) {
        let cells: Vec<String> = row.cells.iter().map(text).collect();
        for value in &index.values {
            let said = cells.iter().any(|cell| cell.contains(value.text.trim()));
            assert!(said, "{} in {cells:?}", value.text);
        }
    }
}

#[test]
fn headings_are_not_empty_and_skip_no_level() {
    for (example, at) in EXAMPLES {
        for language in [Language::Italian, Language::English] {
            let made = made(example, at, language);
            let mut level = 0;
            for heading in headings(&made.document) {
                assert!(!heading.text.trim().is_empty(), "{example}");
                assert!(heading.level <= level + 1, "{example}: {}", heading.text);
                level = heading.level;
            }
        }
    }
}

#[test]
fn rows_are_as_wide_as_their_table() {
    for (name, made) in italian() {
        for block in &made.document.blocks {
            let Block::Table(table) = block else { continue };
            for row in &table.rows {
                let width: usize = row.cells.iter().map(|c| usize::from(c.span.max(1))).sum();
                assert_eq!(width, table.columns.len(), "{name}: {:?}", table.caption);
            }
        }
    }
}

/// The name of a message stands where its text is missing.
#[test]
fn no_text_of_the_catalogue_is_missing() {
    for (example, at) in EXAMPLES {
        for language in [Language::Italian, Language::English] {
            let document = made(example, at, language).document;
            let mut texts: Vec<String> = Vec::new();
            for block in &document.blocks {
                match block {
                    Block::Heading(heading) => texts.push(heading.text.clone()),
                    Block::Paragraph(inlines) => texts.push(plain(inlines)),
                    Block::Facts(facts) => {
                        texts.extend(facts.iter().map(|fact| fact.label.clone()));
                        texts.extend(facts.iter().map(|fact| plain(&fact.value)));
                    }
                    Block::Table(table) => {
                        texts.push(table.data.clone());
                        texts.extend(table.caption.clone());
                        texts.extend(table.note.clone());
                        texts.extend(table.columns.iter().map(|column| column.head.clone()));
                        let cells = table.rows.iter().flat_map(|row| &row.cells);
                        texts.extend(cells.map(text));
                    }
                    Block::Figure(figure) => {
                        texts.push(figure.caption.clone());
                        texts.push(figure.picture.alt.clone());
                    }
                    _ => {}
                }
            }
            for text in texts {
                assert!(!text.contains("document-"), "{example}: {text}");
            }
        }
    }
}

/// The monitoring of a plan written here, at a day.
fn written(plan: &str, at: Date, kind: Kind) -> Document {
    let plan = format::read("piano.toml", plan.as_bytes())
        .expect("it is a plan")
        .plan;
    let readings = Readings::of(&plan);
    let scores = score(&plan, &readings, Some(at));
    let checked = check(&plan, &readings, None);
    let catalogue = Catalogue::new(Language::Italian);
    let edition = Edition {
        kind,
        plan: &plan,
        readings: &readings,
        scores: &scores,
        checked: &checked,
        outline: Outline::of(&scores),
        catalogue: &catalogue,
        draft: false,
        other: None,
    };
    document(&edition, Look::default())
}

/// Everything that a document says, as one text.
fn said(document: &Document) -> String {
    format!("{:?}", document.blocks)
}

const DATED: &str = r#"
format = 1

[plan]
title = "Piano"
year = 2024

[body]
name = "Camera di Esempio"
kind = "camera di commercio"

[[checkpoint]]
date = "2024-06-30"

[[checkpoint]]
date = "2024-12-31"

[[area]]
code = "1"
title = "Area"

[[responsible]]
id = "a"
title = "Area Uno"
holds = [{ child = "1.1" }]

[[responsible]]
id = "b"
title = "Area Due"
holds = [{ child = "1.1" }, { child = "1.2" }]

[[objective]]
code = "1.1"
title = "Primo"
parent = "area:1"
mission = "011"
budget_programme = "005"
done = { 2024-06-30 = "fatto a giugno", 2024-12-31 = "fatto a dicembre" }
criticalities.2024-06-30 = "difficile a giugno"
deviation = { 2024 = "causa dell'anno" }

[[objective.indicator]]
number = "1"
name = "Eventi"
targets = { 2024-06-30 = "5", 2024-12-31 = "10" }
results = { 2024-06-30 = "6", 2024-12-31 = "9" }

[[objective.indicator]]
number = "2"
name = "Nuovo indicatore"
targets = { 2024-12-31 = "ventidue" }
results = { 2024-06-30 = "sette per ora" }
status = "new"
variation = "v"

[[objective]]
code = "1.2"
title = "Secondo"
parent = "area:1"
mission = "032"
budget_programme = "003 – Servizi generali"
done = "detto una volta"

[[objective]]
code = "1.3"
title = "Terzo"
status = "new"
variation = "v"
description = "perché si aggiunge"

[[variation]]
id = "v"
title = "Proposta"

[[act]]
id = "atto"
organ = "Giunta"
kind = "deliberazione"
number = "7"
date = "2024-03-26"
subject = "Oggetto dell'atto"

[[chapter]]
id = "formazione"
title = "Formazione"
theme = "formazione"

[[chapter.measure]]
title = "dipendenti formati"
note = "conta chi ha finito"
results = { 2024-06-30 = "trenta", 2024-12-31 = "sessanta" }
"#;

#[test]
fn what_is_told_is_that_of_the_checkpoint() {
    let (june, december) = (date(2024, 6, 30), date(2024, 12, 31));
    let cases = [
        (
            Kind::Monitoring,
            june,
            ["fatto a giugno", "difficile a giugno", "trenta"].as_slice(),
            ["fatto a dicembre", "causa dell'anno", "sessanta"].as_slice(),
        ),
        (
            Kind::Monitoring,
            december,
            &["fatto a dicembre", "causa dell'anno", "sessanta"],
            &["fatto a giugno", "difficile a giugno"],
        ),
        (
            Kind::Report,
            december,
            &["fatto a dicembre", "causa dell'anno"],
            &["fatto a giugno", "difficile a giugno"],
        ),
    ];
    for (kind, at, there, not_there) in cases {
        let text = said(&written(DATED, at, kind));
        for words in there {
            assert!(text.contains(words), "{kind:?} {at}: {words}");
        }
        for words in not_there {
            assert!(!text.contains(words), "{kind:?} {at}: {words}");
        }
        // What has no date, as in older files, holds at every one.
        assert!(text.contains("detto una volta"), "{kind:?} {at}");
    }
}

#[test]
fn missions_and_programmes_have_their_names() {
    let text = said(&written(DATED, date(2024, 6, 30), Kind::Monitoring));
    for words in [
        "011 – Competitività e sviluppo delle imprese",
        "005 – Promozione e attuazione di politiche di sviluppo",
        "032 – Servizi istituzionali e generali",
        "\"003 – Servizi generali\"",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // The law gives these names to chambers of commerce, and has since 2016.
    for other in [
        DATED.replace("camera di commercio", "comune"),
        DATED.replace("year = 2024", "year = 2015"),
    ] {
        let text = said(&written(&other, date(2024, 6, 30), Kind::Monitoring));
        assert!(!text.contains("Competitività"));
    }
}

#[test]
fn transversal_objectives_are_those_of_several_responsibles() {
    let document = written(DATED, date(2024, 6, 30), Kind::Monitoring);
    let found = tables(&document, "Obiettivi trasversali");
    let rows: Vec<Vec<String>> = found
        .iter()
        .flat_map(|table| data(table))
        .map(|row| row.iter().map(text).collect())
        .collect();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0][0], "1.1");
    assert_eq!(rows[0][2], "Area Uno\nArea Due");
}

#[test]
fn a_new_objective_says_why_and_its_indicators_what_is_expected() {
    let document = written(DATED, date(2024, 6, 30), Kind::Monitoring);
    assert!(said(&document).contains("perché si aggiunge"));
    let found = tables(&document, "Variazioni per obiettivo");
    let of_first = found
        .iter()
        .find(|table| text(&table.rows[0].cells[0]).contains("Nuovo indicatore"))
        .expect("the new indicator is a change");
    let cells: Vec<String> = of_first.rows[0].cells.iter().map(text).collect();
    assert!(cells.contains(&"sette per ora".to_owned()), "{cells:?}");
    assert!(cells.contains(&"ventidue".to_owned()), "{cells:?}");
}

#[test]
fn acts_and_remarks_of_measures_are_printed() {
    let document = written(DATED, date(2024, 6, 30), Kind::Monitoring);
    let text = said(&document);
    assert!(text.contains("Oggetto dell'atto"));
    assert!(text.contains("conta chi ha finito"));
}
