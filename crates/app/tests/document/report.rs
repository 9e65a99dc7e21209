//! The yearly report and the comparison: every figure is that of the score, everything stands where
//! it must.

use std::collections::BTreeSet;

use documents::block::{Block, Document, FigureOf, Inline, Row, RowKind, Table, plain};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::comparison::{Dated, comparison};
use domain::report::evidence::evidence;
use domain::report::results::{contributions, parts_of, shortfalls};
use domain::score::Derivation;
use domain::score::value::economic_values;
use jiff::civil::date;
use traguardo::document::Kind;
use traguardo::messages::Language;

use super::source::{EXAMPLES, Source};

fn dated(source: &Source) -> Dated<'_> {
    Dated {
        plan: &source.plan,
        scores: &source.scores,
    }
}

fn tables<'d>(document: &'d Document, data: &str) -> Vec<&'d Table> {
    let found = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.data == data => Some(table),
        _ => None,
    });
    found.collect()
}

fn data_rows<'t>(tables: &[&'t Table]) -> Vec<&'t Row> {
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.filter(|row| row.kind == RowKind::Data).collect()
}

fn cell(row: &Row, at: usize) -> String {
    plain(&row.cells[at].text)
}

/// Every text of a document.
fn texts(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => found.push(heading.text.clone()),
            Block::Paragraph(text) => found.push(plain(text)),
            Block::Facts(facts) => found.extend(
                facts
                    .iter()
                    .flat_map(|fact| [fact.label.clone(), plain(&fact.value)]),
            ),
            Block::Table(table) => {
                found.push(table.data.clone());
                found.extend(table.caption.clone());
                found.extend(table.note.clone());
                found.extend(table.columns.iter().map(|column| column.head.clone()));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.map(|cell| plain(&cell.text)));
            }
            Block::Figure(figure) => {
                found.extend([figure.caption.clone(), figure.picture.alt.clone()])
            }
            Block::Aside { label, blocks, .. } => {
                found.push(label.clone());
                found.extend(blocks.iter().filter_map(|block| match block {
                    Block::Paragraph(text) => Some(plain(text)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    found
}

/// Headings with a text, anchors of one place only, no level skipped, rows as wide as their table,
/// no link into the void, no key in the place of a word.
fn assert_sound(document: &Document, of: &str) {
    let mut last = 0;
    let mut anchors = BTreeSet::new();
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                assert!(!heading.text.trim().is_empty(), "{of}: an empty heading");
                assert!(
                    heading.level <= last + 1,
                    "{of}: level skipped at {}",
                    heading.text
                );
                assert!(anchors.insert(&heading.id), "{of}: {} twice", heading.id);
                last = heading.level;
            }
            Block::Table(table) => {
                for row in &table.rows {
                    let width: usize = row.cells.iter().map(|c| usize::from(c.span.max(1))).sum();
                    assert_eq!(
                        width,
                        table.columns.len(),
                        "{of}: {:?}: {row:?}",
                        table.caption
                    );
                }
                // A table of the plan's own prose has neither.
                assert_eq!(
                    table.caption.is_some(),
                    !table.data.is_empty(),
                    "{of}: {} {:?}",
                    table.data,
                    table.caption
                );
            }
            _ => {}
        }
    }
    for text in texts(document) {
        let key = text
            .split_whitespace()
            .find(|word| word.starts_with("document-"));
        assert_eq!(key, None, "{of}: a key in the place of a word");
    }
}

#[test]
fn reports_and_comparisons_are_sound_in_both_languages() {
    for example in EXAMPLES {
        let source = Source::of(example, None);
        for language in [Language::Italian, Language::English] {
            let of = format!("{example} {language:?}");
            assert_sound(&source.document(Kind::Report, language, false, None), &of);
            let before = Source::of(example, Some(date(2000, 1, 1)));
            assert_sound(
                &source.document(Kind::Comparison, language, false, Some(&before)),
                &of,
            );
        }
    }
}

#[test]
fn every_objective_has_one_place_and_the_score_of_the_score() {
    for example in EXAMPLES {
        let source = Source::of(example, None);
        let document = source.italian(Kind::Report);
        let of_objectives = tables(&document, "Risultati degli obiettivi");
        let rows = data_rows(&of_objectives);
        assert_eq!(rows.len(), source.plan.objectives.len(), "{example}");
        let mut printed: Vec<(String, Option<Number>)> = rows
            .iter()
            .map(|row| {
                let figure = match &row.cells[3].figure {
                    Some(FigureOf::Percent(number)) => Some(number.clone()),
                    _ => None,
                };
                (cell(row, 0), figure)
            })
            .collect();
        let mut scored: Vec<(String, Option<Number>)> = (0..source.plan.objectives.len())
            .map(|i| {
                let node = Node::new(NodeKind::Objective, i);
                let code = source.plan.name_of(node).code.unwrap_or_default();
                let score = source.scores.of(node).and_then(|s| s.score.clone());
                (code.to_owned(), score)
            })
            .collect();
        printed.sort();
        scored.sort();
        assert_eq!(printed, scored, "{example}");
        for i in 0..source.plan.objectives.len() {
            let anchor = format!("objective-{}", i + 1);
            let places = document
                .blocks
                .iter()
                .filter(|block| matches!(block, Block::Heading(heading) if heading.id == anchor));
            assert_eq!(places.count(), 1, "{example}: {anchor}");
        }
    }
}

#[test]
fn every_indicator_is_told_with_its_result_its_evidence_and_its_derivation() {
    for example in EXAMPLES {
        let source = Source::of(example, None);
        let document = source.italian(Kind::Report);
        let told = |data: &str, at: usize| -> BTreeSet<String> {
            let tables = tables(&document, data);
            data_rows(&tables)
                .iter()
                .map(|row| cell(row, at).lines().next().unwrap_or_default().to_owned())
                .collect()
        };
        let (results, derived) = (told("Risultati degli indicatori", 1), told("Calcoli", 0));
        let proofs = told("Documentazione", 1);
        for (i, indicator) in source.plan.indicators.iter().enumerate() {
            let Some(name) = &indicator.name else {
                continue;
            };
            let first = name.lines().next().unwrap_or_default().to_owned();
            assert!(results.contains(&first), "{example}: no result of {name}");
            let node = Node::new(NodeKind::Indicator, i);
            if source.scores.of(node).is_some_and(|s| s.score.is_some()) {
                let found = derived.iter().any(|label| label.ends_with(&first));
                assert!(found, "{example}: no derivation of {name}");
            }
            if !proofs.is_empty() {
                assert!(proofs.contains(&first), "{example}: no evidence of {name}");
            }
        }
    }
}

#[test]
fn what_children_bring_makes_the_score() {
    for example in EXAMPLES {
        let source = Source::of(example, None);
        for score in &source.scores.nodes {
            let Derivation::Mean(mean) = &score.derivation else {
                continue;
            };
            if mean.least || parts_of(score).iter().any(|part| part.value.is_some()) {
                continue;
            }
            let brings: Vec<Number> = contributions(score)
                .into_iter()
                .filter_map(|c| c.brings)
                .collect();
            if let Some(result) = &mean.result {
                let sum: Number = brings.iter().sum();
                assert_eq!(&sum, result, "{example}: {}", source.plan.id_of(score.node));
            }
        }
    }
}

#[test]
fn deviations_are_all_indicators_below_their_target_worst_first() {
    let source = Source::of("camera-esempio", Some(date(2025, 12, 31)));
    let document = source.italian(Kind::Report);
    let table = tables(&document, "Scostamenti");
    let printed: Vec<(String, String)> = data_rows(&table)
        .iter()
        .map(|row| (cell(row, 1), cell(row, 5)))
        .collect();
    let expected: Vec<String> = shortfalls(&source.scores)
        .iter()
        .map(|s| {
            source
                .plan
                .name_of(s.node)
                .title
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    let names: Vec<String> = printed.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, expected);
    let of = |name: &str| {
        let found = printed.iter().find(|(n, _)| n.starts_with(name));
        found.map(|(_, score)| score.as_str())
    };
    // The figures that the file's remarks work out by hand.
    assert_eq!(of("Valore dei contratti"), Some("75,00%"));
    assert_eq!(of("Tempo medio di evasione"), Some("90,91%"));
    assert_eq!(of("Energia elettrica"), Some("80,00%"));
    assert_eq!(of("Dipendenti che hanno completato"), Some("95,00%"));
    assert_eq!(of("Ritardo medio"), None);
    let causes: Vec<String> = data_rows(&table).iter().map(|row| cell(row, 6)).collect();
    assert!(
        causes
            .iter()
            .any(|cause| cause.contains("a luglio e agosto mancavano due persone"))
    );
}

#[test]
fn economic_value_adds_up_fund_by_fund() {
    let source = Source::of("camera-esempio", Some(date(2025, 12, 31)));
    let document = source.italian(Kind::Report);
    let values = economic_values(&source.plan, &source.scores);
    let found = tables(&document, "Valore economico");
    assert_eq!(found.len(), source.plan.funds.len());
    for (fund, table) in found.iter().enumerate() {
        let of_fund = values.iter().filter(|v| v.fund == fund);
        let accrued: Number = of_fund.clone().filter_map(|v| v.accrued.as_ref()).sum();
        let potential: Number = of_fund.map(|v| &v.potential).sum();
        let total = table.rows.last().expect("a total");
        assert_eq!(total.kind, RowKind::Total);
        let figures: Vec<&FigureOf> = total
            .cells
            .iter()
            .filter_map(|c| c.figure.as_ref())
            .collect();
        assert!(figures.contains(&&FigureOf::Money(accrued)), "{figures:?}");
        assert!(
            figures.contains(&&FigureOf::Money(potential)),
            "{figures:?}"
        );
    }
}

#[test]
fn the_dossier_says_what_is_missing() {
    let source = Source::of("camera-esempio", Some(date(2025, 12, 31)));
    let document = source.italian(Kind::Report);
    let table = tables(&document, "Documentazione");
    let rows = data_rows(&table);
    assert_eq!(rows.len(), source.plan.indicators.len());
    for row in rows {
        let missing = cell(row, 4) == "manca";
        assert!(!missing || cell(row, 3).is_empty(), "{row:?}");
    }
    let plan_of_equality = source
        .plan
        .indicators
        .iter()
        .position(|i| i.name.as_deref() == Some("Piano delle azioni positive approvato"))
        .expect("it is in the plan");
    let node = Node::new(NodeKind::Indicator, plan_of_equality);
    let found = evidence(&source.plan, &source.scores, node).expect("an indicator");
    assert_eq!(
        found.delivered.len(),
        1,
        "evidence of an earlier checkpoint of the year counts"
    );
}

#[test]
fn a_report_before_the_end_of_the_year_says_so() {
    for (example, at, says) in [
        ("camera-esempio", Some(date(2025, 12, 31)), false),
        ("camera-esempio", Some(date(2025, 6, 30)), true),
        ("brescia-2024", None, true),
        ("bergamo-2022", None, true),
    ] {
        let document = Source::of(example, at).italian(Kind::Report);
        let aside = document
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Aside { label, .. } if label == "Attenzione"));
        assert_eq!(aside, says, "{example}");
    }
}

#[test]
fn results_lead_to_their_derivation_and_back_to_nowhere() {
    let source = Source::of("camera-esempio", None);
    let document = source.italian(Kind::Report);
    let anchors: BTreeSet<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.id.as_str()),
            _ => None,
        })
        .collect();
    let mut links = 0;
    for block in &document.blocks {
        let Block::Facts(facts) = block else { continue };
        for inline in facts.iter().flat_map(|fact| &fact.value) {
            if let Inline::Link { to, .. } = inline
                && let Some(id) = to.strip_prefix('#')
            {
                assert!(anchors.contains(id), "{id}");
                links += usize::from(id.starts_with("calcolo-"));
            }
        }
    }
    assert_eq!(links, source.plan.objectives.len());
}

#[test]
fn a_plan_compared_with_itself_differs_in_nothing() {
    for example in EXAMPLES {
        let (one, other) = (Source::of(example, None), Source::of(example, None));
        assert!(
            comparison(dated(&one), dated(&other)).is_empty(),
            "{example}"
        );
        let document = one.document(Kind::Comparison, Language::Italian, false, Some(&other));
        assert!(
            texts(&document)
                .iter()
                .any(|text| text.starts_with("Nessuna differenza"))
        );
    }
}

#[test]
fn two_dates_differ_in_targets_actuals_and_scores() {
    let before = Source::of("camera-esempio", Some(date(2025, 6, 30)));
    let after = Source::of("camera-esempio", Some(date(2025, 12, 31)));
    let document = after.document(Kind::Comparison, Language::Italian, false, Some(&before));
    let rows = |data: &str| data_rows(&tables(&document, data)).len();
    assert!(rows("Target") > 0 && rows("Consuntivi") > 0 && rows("Punteggi") > 0);
    let scores = tables(&document, "Punteggi");
    for row in data_rows(&scores) {
        let (was, is) = (&row.cells[2].figure, &row.cells[3].figure);
        assert!(
            was != is || cell(row, 5).contains('→'),
            "nothing differs in {row:?}"
        );
    }
    let actuals = tables(&document, "Consuntivi");
    let energy = data_rows(&actuals)
        .into_iter()
        .find(|row| cell(row, 1).contains("Tempo medio di evasione"))
        .expect("its actual changed");
    assert_eq!(
        (cell(energy, 2), cell(energy, 3)),
        ("4,7 giorni".into(), "4,4 giorni".into())
    );
}
