//! The plan: everything of it stands where it must, once; sums and figures are those of the plan.

use std::collections::BTreeSet;

use documents::block::{Block, Document, FigureOf, RowKind, Table, plain};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Plan, PlanKind, UnitKind};
use domain::report::outline::Outline;
use domain::score::value::economic_values;
use traguardo::document::Kind;
use traguardo::messages::Language;

use super::source::{EXAMPLES, Source};

fn every() -> impl Iterator<Item = (&'static str, Source)> {
    EXAMPLES
        .into_iter()
        .map(|name| (name, Source::of(name, None)))
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
        let document = source.italian(Kind::Plan);
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
        let document = source.italian(Kind::Plan);
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
        let document = source.italian(Kind::Plan);
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
            let document = source.italian(kind);
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
        let document = source.italian(Kind::Plan);
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
        let document = source.italian(Kind::Plan);
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
        let document = source.italian(Kind::Plan);
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
            let document = source.italian(kind);
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
            let document = source.italian(kind);
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
                let said = texts(&source.document(kind, language, true, None));
                let missing = said.lines().find(|line| line.contains("document-"));
                assert_eq!(missing, None, "{name} {language:?} {kind:?}");
            }
        }
    }
}

#[test]
fn national_indicators_have_their_star_and_its_meaning() {
    for (name, source) in every() {
        let document = source.italian(Kind::Plan);
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

/// What the rows of a table say, cell by cell.
fn rows(table: &Table) -> Vec<Vec<String>> {
    let cells = |row: &documents::block::Row| row.cells.iter().map(|c| plain(&c.text)).collect();
    table.rows.iter().map(cells).collect()
}

fn heads(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|c| c.head.as_str()).collect()
}

#[test]
fn assigned_weights_stand_before_and_with_the_variation_with_both_sums() {
    let document = Source::of("brescia-2020", None).italian(Kind::Plan);
    let tables = named(&document, "Assegnazione degli obiettivi e pesi");
    let of = |holder: &str| {
        tables
            .iter()
            .find(|table| table.context[0].1 == holder)
            .unwrap_or_else(|| panic!("{holder}"))
    };
    let holder = of("Conservatore del Registro Imprese");
    let columns = heads(holder);
    assert!(columns.ends_with(&["Peso assegnato", "Peso con la variazione"]));
    let said: Vec<Vec<String>> = rows(holder)
        .into_iter()
        .map(|row| row[row.len() - 2..].to_vec())
        .collect();
    let expected = [
        ["10%", "10%"],
        ["45%", "30%"],
        ["45%", "30%"],
        ["", "20%"],
        ["", "10%"],
        ["100%", "100%"],
    ];
    assert_eq!(said, expected);
    // Without a variation there is one column.
    let document = Source::of("brescia-2019", None).italian(Kind::Plan);
    for table in named(&document, "Assegnazione degli obiettivi e pesi") {
        assert_eq!(heads(table).last(), Some(&"Peso assegnato"));
    }
}

#[test]
fn an_objective_names_all_that_contribute_to_it() {
    for (name, source) in every() {
        let document = source.italian(Kind::Plan);
        let outline = Outline::of(&source.scores);
        let tables = named(&document, "Obiettivi che contribuiscono");
        let mut expected = 0;
        for i in 0..source.plan.objectives.len() {
            let node = Node::new(NodeKind::Objective, i);
            expected += outline.children(node, NodeKind::Objective).len();
        }
        let printed: usize = tables.iter().map(|table| table.rows.len()).sum();
        assert_eq!(printed, expected, "{name}");
    }
}

#[test]
fn the_body_says_where_and_when_it_is_found() {
    let said = texts(&Source::of("brescia-2020", None).italian(Kind::Plan));
    for text in [
        "030-37251",
        "camera.brescia@bs.legalmail.camcom.it",
        "www.bs.camcom.it",
        "dal lunedì al giovedì dalle 9.00 alle 15.30; venerdì dalle 9.00 alle 13.00",
    ] {
        assert!(said.lines().any(|line| line == text), "{text}");
    }
}

#[test]
fn every_forecast_of_an_index_has_its_column_and_no_threshold_is_made_up() {
    let document = Source::of("brescia-2020", None).italian(Kind::Plan);
    let tables = named(&document, "Indici di salute");
    let [table] = tables.as_slice() else {
        panic!("{} tables", tables.len());
    };
    let mut columns = heads(table);
    columns.sort_unstable();
    let expected = [
        "2019",
        "2020 previsione aggiornata",
        "2020 previsione iniziale",
        "Indice",
    ];
    assert_eq!(columns, expected);
    let said = rows(table).concat().join("\n");
    for figure in [
        "46,85%",
        "52,65%",
        "54,70%",
        "€ 103,74",
        "€ 121,35",
        "€ 136,56",
    ] {
        assert!(said.lines().any(|line| line == figure), "{figure}");
    }
    assert!(!texts(&document).contains("zona di attenzione"));
}

#[test]
fn an_approved_target_is_the_new_forecast_of_the_plan_whatever_the_day_of_the_figures() {
    let source = Source::of("brescia-2020", None);
    let plan = texts(&source.italian(Kind::Plan));
    assert!(plan.contains("Nuova previsione: € 6.490.000,00"), "{plan}");
    assert!(!plan.contains("Proposta:"));
    // A sheet has a day: in June nothing of it was approved.
    let sheet = Kind::Sheet(Node::new(NodeKind::Objective, 0));
    let sheet = texts(&source.italian(sheet));
    assert!(sheet.contains("Proposta: € 6.490.000,00"), "{sheet}");
}

#[test]
fn the_tree_has_the_special_agency_and_tells_no_objective_twice_without_a_weight() {
    for (name, source) in every() {
        let document = source.italian(Kind::Plan);
        let tables = named(&document, "Albero della performance");
        let [tree] = tables.as_slice() else {
            panic!("{name}: {} tables", tables.len());
        };
        let agency = source.plan.objectives.iter().filter(|x| x.agency).count();
        let told = rows(tree).iter().any(|row| row[0] == "Azienda speciale");
        assert_eq!(told, agency > 0, "{name}");
        let own = source.plan.objectives.iter().filter(|x| !x.national);
        let data = tree.rows.iter().filter(|row| row.kind == RowKind::Data);
        let least = own.count() + source.plan.areas.len();
        assert!(data.clone().count() >= least, "{name}");
        if name == "brescia-2020" {
            assert_eq!(data.count(), least);
        }
    }
}

#[test]
fn an_objective_of_all_perspectives_is_told_once_in_the_strategic_dashboard() {
    let document = Source::of("brescia-2020", None).italian(Kind::Plan);
    let tables = named(&document, "Cruscotto strategico");
    let telling: Vec<&str> = tables
        .iter()
        .filter(|table| {
            rows(table)
                .iter()
                .any(|row| row[0].starts_with("Riorganizzazione dell'Ente"))
        })
        .map(|table| table.context[0].1.as_str())
        .collect();
    assert_eq!(telling, ["Tutte le prospettive"]);
}

#[test]
fn a_chart_of_persons_leaves_out_no_class_and_draws_no_row_without_figures() {
    let document = Source::of("brescia-2020", None).italian(Kind::Plan);
    let chart = document.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) if figure.caption.contains("Ripartizione del personale") => {
            Some(&figure.picture.svg)
        }
        _ => None,
    });
    let chart = chart.expect("the chart is there");
    // Seven classes are too many parts of one bar: the totals as printed are drawn.
    for area in ["Area Anagrafica", "Area Amministrativa"] {
        assert!(chart.contains(area), "{area}");
    }
    for figure in [">8<", ">27<", ">64<", ">37<"] {
        assert!(chart.contains(figure), "{figure}");
    }
    assert!(!chart.contains(">0<") && !chart.contains("Servizio Risorse umane"));
}

#[test]
fn a_national_indicator_names_the_objectives_and_dashboards_where_it_stands() {
    let document = Source::of("bergamo-2022", None).italian(Kind::Plan);
    let tables = named(&document, "Indicatori comuni");
    let said = rows(tables[0]);
    let places = &said.iter().find(|row| row[0].contains("PID")).unwrap()[1];
    assert_eq!(
        places,
        "1.3 Transizione digitale e ecologica; AZIENDA SPECIALE; CRUSCOTTO DEL SEGRETARIO GENERALE"
    );
}

#[test]
fn relevance_has_its_coefficient_and_what_it_is_for() {
    let document = Source::of("brescia-2020", None).italian(Kind::Plan);
    let tables = named(&document, "Scala della rilevanza");
    let said = rows(tables[0]);
    assert_eq!(said[0][1], "5");
    assert!(said[0][2].contains("azioni strategiche"), "{said:?}");
    assert_eq!(said[0][3], "25/05/2020; 22/09/2020");
    assert!(texts(&document).contains("RILEVANZA ALTA (coefficiente 5)"));
}

#[test]
fn a_sheet_without_a_score_explains_none() {
    let source = Source::of("brescia-2020", None);
    let sheet = source.italian(Kind::Sheet(Node::new(NodeKind::Objective, 0)));
    assert!(!texts(&sheet).contains("Come si arriva al punteggio"));
    let source = Source::of("camera-esempio", None);
    let sheet = source.italian(Kind::Sheet(Node::new(NodeKind::Objective, 0)));
    assert!(texts(&sheet).contains("Come si arriva al punteggio"));
}

#[test]
fn seats_stand_in_the_table_of_units_and_not_in_the_chart() {
    let chart = |document: &Document| {
        document.blocks.iter().find_map(|block| match block {
            Block::Figure(figure) if figure.caption == "Organigramma" => {
                Some(figure.picture.svg.clone())
            }
            _ => None,
        })
    };
    let mut source = Source::of("camera-esempio", None);
    let document = source.italian(Kind::Plan);
    let drawn = chart(&document).expect("the chart is there");
    assert!(drawn.contains("Ufficio Sportello") && !drawn.contains("Sede distaccata"));
    let units = named(&document, "Strutture");
    let said = rows(units[0]).concat().join("\n");
    assert!(said.contains("Sede distaccata di Montefosco"), "{said}");
    // A body that names its seats alone has no chart.
    for unit in &mut source.plan.units {
        unit.kind = Some(UnitKind::Site);
    }
    let document = source.italian(Kind::Plan);
    assert_eq!(chart(&document), None);
    assert!(!named(&document, "Strutture").is_empty());
}
