//! The plan: everything of it stands where it must, once; sums and figures are those of the plan.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use documents::block::{Block, Document, FigureOf, Look, RowKind, Table, plain};
use domain::check::{Checked, check};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Plan, PlanKind};
use domain::report::outline::Outline;
use domain::score::value::economic_values;
use domain::score::{Scores, score};
use domain::target::Readings;
use traguardo::document::{Edition, Kind, document};
use traguardo::format;
use traguardo::messages::{Catalogue, Language};

const EXAMPLES: [&str; 5] = [
    "bergamo-2022",
    "brescia-2019",
    "brescia-2020",
    "brescia-2024",
    "camera-esempio",
];

struct Source {
    plan: Plan,
    readings: Readings,
    scores: Scores,
    checked: Checked,
}

impl Source {
    fn of(example: &str) -> Source {
        let name = format!("{example}.toml");
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../examples")
            .join(&name);
        let bytes = fs::read(path).expect("the example is there");
        let plan = format::read(&name, &bytes).expect("it is a plan").plan;
        let readings = Readings::of(&plan);
        let scores = score(&plan, &readings, None);
        let checked = check(&plan, &readings, None);
        Source {
            plan,
            readings,
            scores,
            checked,
        }
    }

    fn document(&self, kind: Kind, language: Language, draft: bool) -> Document {
        let catalogue = Catalogue::new(language);
        let edition = Edition {
            kind,
            plan: &self.plan,
            readings: &self.readings,
            scores: &self.scores,
            checked: &self.checked,
            outline: Outline::of(&self.scores),
            catalogue: &catalogue,
            draft,
            other: None,
        };
        document(&edition, Look::default())
    }

    fn italian(&self) -> Document {
        self.document(Kind::Plan, Language::Italian, false)
    }
}

fn every() -> impl Iterator<Item = (&'static str, Source)> {
    EXAMPLES.into_iter().map(|name| (name, Source::of(name)))
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Figure(figure) => figure.data.as_ref(),
        _ => None,
    })
}

fn named<'d>(document: &'d Document, data: &str) -> Vec<&'d Table> {
    tables(document)
        .filter(|table| table.data == data)
        .collect()
}

/// Every text of a document, one a line.
fn texts(document: &Document) -> String {
    let mut out = String::new();
    let mut say = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => say(&heading.text),
            Block::Paragraph(text) => say(&plain(text)),
            Block::Facts(facts) => facts.iter().for_each(|fact| {
                say(&fact.label);
                say(&plain(&fact.value));
            }),
            Block::Figure(figure) => {
                say(&figure.caption);
                say(&figure.picture.alt);
            }
            Block::Preformatted(text) => say(text),
            _ => {}
        }
    }
    for table in tables(document) {
        say(&table.data);
        say(table.caption.as_deref().unwrap_or_default());
        say(table.note.as_deref().unwrap_or_default());
        table.columns.iter().for_each(|column| say(&column.head));
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            say(&plain(&cell.text));
        }
    }
    out
}

fn kinds(plan: &Plan) -> Vec<Kind> {
    let mut kinds = vec![Kind::Plan, Kind::Monitoring, Kind::Report];
    kinds
        .extend((0..plan.objectives.len()).map(|i| Kind::Sheet(Node::new(NodeKind::Objective, i))));
    for (kind, count) in [
        (NodeKind::Dashboard, plan.dashboards.len()),
        (NodeKind::Responsible, plan.responsibles.len()),
        (NodeKind::Perspective, plan.perspectives.len()),
    ] {
        kinds.extend((0..count).map(|i| Kind::Dashboard(Node::new(kind, i))));
    }
    kinds
}

#[test]
fn every_objective_has_one_sheet_in_the_plan() {
    for (name, source) in every() {
        let document = source.italian();
        for i in 0..source.plan.objectives.len() {
            let id = format!("objective-{}", i + 1);
            let count = document
                .blocks
                .iter()
                .filter(|block| matches!(block, Block::Heading(heading) if heading.id == id))
                .count();
            let node = Node::new(NodeKind::Objective, i);
            assert_eq!(count, 1, "{name}: {}", source.plan.id_of(node));
        }
    }
}

#[test]
fn every_indicator_of_an_objective_stands_in_its_table_with_its_weight() {
    for (name, source) in every() {
        let document = source.italian();
        let tables = named(&document, "Indicatori");
        let outline = Outline::of(&source.scores);
        let mut expected = 0;
        for i in 0..source.plan.objectives.len() {
            let found = outline.indicators(Node::new(NodeKind::Objective, i));
            expected += found.len();
        }
        let rows = tables
            .iter()
            .flat_map(|table| &table.rows)
            .filter(|row| row.kind == RowKind::Data)
            .count();
        assert_eq!(rows, expected, "{name}");
        for table in tables {
            let sum = table
                .rows
                .iter()
                .filter(|row| row.kind == RowKind::Data)
                .filter_map(|row| row.cells.last()?.figure.clone())
                .fold(Number::ZERO, |sum, figure| match figure {
                    FigureOf::Percent(share) => sum + share,
                    _ => sum,
                });
            let total = table.rows.iter().find(|row| row.kind == RowKind::Total);
            if let Some(total) = total.and_then(|row| row.cells.last()) {
                assert_eq!(total.figure, Some(FigureOf::Percent(sum)), "{name}");
            }
        }
    }
}

#[test]
fn every_indicator_of_a_dashboard_stands_on_it_once_for_each_section() {
    for (name, source) in every() {
        let document = source.italian();
        let outline = Outline::of(&source.scores);
        for (i, dashboard) in source.plan.dashboards.iter().enumerate() {
            let node = Node::new(NodeKind::Dashboard, i);
            let mut distinct = BTreeSet::new();
            let mut rows = 0;
            for section in outline.children(node, NodeKind::Section) {
                for (_, place) in outline.indicators(section) {
                    distinct.insert(place.child);
                    rows += 1;
                }
            }
            for (_, place) in outline.indicators(node) {
                rows += usize::from(distinct.insert(place.child));
            }
            let label = dashboard.title.clone().unwrap_or_default();
            let printed: usize = named(&document, "Cruscotti")
                .iter()
                .filter(|table| table.context[0].1.ends_with(&label))
                .flat_map(|table| &table.rows)
                .filter(|row| row.kind == RowKind::Data)
                .count();
            assert!(printed >= rows, "{name}: {label}: {printed} of {rows}");
        }
    }
}

#[test]
fn every_chapter_and_table_stands_once_in_each_document_that_prints_it() {
    for (name, source) in every() {
        for (kind, document_kind) in [
            (Kind::Plan, PlanKind::Plan),
            (Kind::Monitoring, PlanKind::Monitoring),
            (Kind::Report, PlanKind::Report),
        ] {
            let document = source.document(kind, Language::Italian, false);
            for (i, chapter) in source.plan.chapters.iter().enumerate() {
                let id = format!("chapter-{}", i + 1);
                let count = document
                    .blocks
                    .iter()
                    .filter(|block| matches!(block, Block::Heading(heading) if heading.id == id))
                    .count();
                let wanted =
                    chapter.documents.is_empty() || chapter.documents.contains(&document_kind);
                if wanted && chapter.text.is_some() {
                    assert_eq!(count, 1, "{name} {kind:?}: {}", chapter.id);
                } else if !wanted {
                    assert_eq!(count, 0, "{name} {kind:?}: {}", chapter.id);
                }
            }
            for table in &source.plan.tables {
                let chapter = table.chapter.as_ref().and_then(|r| r.node);
                let wanted = match chapter {
                    Some(node) if node.kind == NodeKind::Chapter => {
                        let chapter = &source.plan.chapters[node.at()];
                        chapter.documents.is_empty() || chapter.documents.contains(&document_kind)
                    }
                    _ => true,
                };
                let title = table.title.as_deref().unwrap_or_default();
                let count = tables(&document)
                    .filter(|printed| {
                        printed.caption.as_deref() == Some(title)
                            && printed.columns.len() == table.columns.len()
                    })
                    .count();
                assert_eq!(count, usize::from(wanted), "{name} {kind:?}: {title}");
            }
        }
    }
}

#[test]
fn every_measure_stands_in_its_chapter() {
    for (name, source) in every() {
        let document = source.italian();
        let printed: usize = named(&document, "Misure")
            .iter()
            .map(|table| table.rows.len())
            .sum();
        assert_eq!(printed, source.plan.measures.len(), "{name}");
    }
}

#[test]
fn the_values_of_objectives_are_those_of_the_score() {
    for (name, source) in every() {
        let document = source.italian();
        let values = economic_values(&source.plan, &source.scores);
        let sum = values
            .iter()
            .filter(|value| value.fund == 0)
            .fold(Number::ZERO, |sum, value| sum + value.potential.clone());
        let Some(table) = named(&document, "Per rilevanza").first().copied() else {
            assert!(values.is_empty(), "{name}");
            continue;
        };
        let total = table.rows.iter().find(|row| row.kind == RowKind::Total);
        if let Some(total) = total {
            assert_eq!(total.cells[1].figure, Some(FigureOf::Money(sum)), "{name}");
        }
    }
}

#[test]
fn the_sum_of_assigned_weights_is_that_of_the_rows() {
    for (name, source) in every() {
        let document = source.italian();
        for table in named(&document, "Assegnazione degli obiettivi e pesi") {
            let sum = table
                .rows
                .iter()
                .filter(|row| row.kind == RowKind::Data)
                .filter_map(|row| row.cells.last()?.figure.clone())
                .fold(Number::ZERO, |sum, figure| match figure {
                    FigureOf::Percent(share) => sum + share,
                    _ => sum,
                });
            let total = table.rows.iter().find(|row| row.kind == RowKind::Total);
            if let Some(total) = total.and_then(|row| row.cells.last()) {
                assert_eq!(total.figure, Some(FigureOf::Percent(sum)), "{name}");
            }
        }
    }
}

#[test]
fn rows_are_as_wide_as_their_table_in_every_document() {
    for (name, source) in every() {
        for kind in kinds(&source.plan) {
            let document = source.document(kind, Language::Italian, false);
            for table in tables(&document) {
                for row in &table.rows {
                    let width: usize = row.cells.iter().map(|c| usize::from(c.span)).sum();
                    let caption = table.caption.as_deref().unwrap_or_default();
                    assert_eq!(width, table.columns.len(), "{name} {kind:?}: {caption}");
                }
            }
        }
    }
}

#[test]
fn headings_are_never_empty_and_no_level_is_skipped() {
    for (name, source) in every() {
        for kind in kinds(&source.plan) {
            let document = source.document(kind, Language::Italian, false);
            let mut level = 0;
            let mut ids = BTreeSet::new();
            let mut blocks = document.blocks.iter().peekable();
            while let Some(block) = blocks.next() {
                let Block::Heading(heading) = block else {
                    continue;
                };
                let text = &heading.text;
                assert!(!text.trim().is_empty(), "{name} {kind:?}");
                assert!(heading.level <= level + 1, "{name} {kind:?}: {text}");
                assert!(ids.insert(&heading.id), "{name} {kind:?}: {text}");
                level = heading.level;
                let content = match blocks.peek() {
                    None => false,
                    Some(Block::Heading(next)) => next.level > level,
                    Some(_) => true,
                };
                assert!(content, "{name} {kind:?}: nothing under {text}");
            }
        }
    }
}

#[test]
fn no_text_of_the_catalogue_is_missing() {
    for (name, source) in every() {
        for language in [Language::Italian, Language::English] {
            for kind in kinds(&source.plan) {
                let said = texts(&source.document(kind, language, true));
                let missing = said.lines().find(|line| line.contains("document-"));
                assert_eq!(missing, None, "{name} {language:?} {kind:?}");
            }
        }
    }
}

#[test]
fn national_indicators_have_their_star_and_its_meaning() {
    for (name, source) in every() {
        let document = source.italian();
        let outline = Outline::of(&source.scores);
        let expected = (0..source.plan.objectives.len())
            .filter(|i| {
                let found = outline.indicators(Node::new(NodeKind::Objective, *i));
                found
                    .iter()
                    .any(|(_, place)| source.plan.indicators[place.child.at()].national)
            })
            .count();
        let starred = named(&document, "Indicatori")
            .into_iter()
            .filter(|table| table.note.is_some())
            .inspect(|table| {
                let star = table.rows.iter().any(|row| {
                    row.cells
                        .get(1)
                        .is_some_and(|c| plain(&c.text).contains(" *"))
                });
                assert!(star, "{name}: {:?}", table.caption);
            })
            .count();
        assert_eq!(starred, expected, "{name}");
    }
}
