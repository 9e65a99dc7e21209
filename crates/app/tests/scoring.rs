//! The scoring engine against the reference, paragraph by paragraph.
//!
//! The cases are files that an official can read: a small plan in the form of the plan file, the
//! date asked, and for every thing that matters one line as a page would print it.
//!
//! `66,67%, copertura 75,00%, provvisorio · avanzamento 57,16%, in linea`: the score, then its
//! state where it is not *misurato* (with the reason), what flags it, and after the dot progress
//! and outlook. A line without the dot leaves progress and outlook out of the comparison.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::number::{Number, Style};
use domain::plan::{Node, Plan};
use domain::score::{NodeScore, Scores, score};
use domain::target::{Readings, read_day};
use toml::{Table, Value};
use traguardo::format;

/// What a case asks, and of what.
struct Case {
    name: String,
    reference: String,
    plan: String,
    at: Option<String>,
    expect: BTreeMap<String, String>,
    weights: BTreeMap<String, String>,
    values: BTreeMap<String, String>,
    findings: Vec<String>,
}

/// The Italian words of states, outlooks and reasons, as the pages print them.
struct Words(BTreeMap<String, String>);

impl Words {
    fn load() -> Words {
        let text = include_str!("../messages/it/score.ftl");
        let plain = text.lines().filter_map(|line| line.split_once(" = "));
        Words(
            plain
                .map(|(key, word)| (key.to_owned(), word.trim().to_owned()))
                .collect(),
        )
    }

    fn of(&self, group: &str, token: &str) -> &str {
        let key = format!("{group}-{}", token.replace('_', "-"));
        self.0.get(&key).map_or("(no word)", String::as_str)
    }
}

fn text(table: &Table, key: &str) -> String {
    let found = table.get(key).and_then(Value::as_str);
    found.unwrap_or_default().to_owned()
}

fn lines(table: &Table, key: &str) -> BTreeMap<String, String> {
    let found = table.get(key).and_then(Value::as_table);
    let pairs = found.into_iter().flatten();
    pairs
        .map(|(k, v)| (k.clone(), v.as_str().unwrap_or_default().to_owned()))
        .collect()
}

fn list(table: &Table, key: &str) -> Vec<String> {
    let found = table.get(key).and_then(Value::as_array);
    let texts = found.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

fn cases_of(file: &str) -> Vec<Case> {
    let root: Table = toml::from_str(file).expect("the file of cases is TOML");
    let records = |key: &str| {
        let found = root.get(key).and_then(Value::as_array).cloned();
        found.unwrap_or_default().into_iter()
    };
    let mut cases = Vec::new();
    for record in records("case") {
        let table = record.as_table().expect("a case is a table");
        cases.push(Case {
            name: text(table, "name"),
            reference: text(table, "reference"),
            plan: text(table, "plan"),
            at: table.get("at").map(|_| text(table, "at")),
            expect: lines(table, "expect"),
            weights: lines(table, "weights"),
            values: lines(table, "values"),
            findings: list(table, "findings"),
        });
    }
    // A table: one plan with `{target}` and `{actual}` in it, one row for each pair of them, and
    // what indicator `I` then is.
    for record in records("table") {
        let table = record.as_table().expect("a table is a table");
        let rows = table.get("rows").and_then(Value::as_array).expect("rows");
        for row in rows {
            let cells: Vec<&str> = row
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let [target, actual, outcome, findings @ ..] = cells.as_slice() else {
                panic!("a row has target, actual, outcome and findings: {cells:?}");
            };
            cases.push(Case {
                name: format!("{}: «{target}», «{actual}»", text(table, "name")),
                reference: text(table, "reference"),
                plan: text(table, "plan")
                    .replace("{target}", target)
                    .replace("{actual}", actual),
                at: table.get("at").map(|_| text(table, "at")),
                expect: BTreeMap::from([("indicator:I".to_owned(), (*outcome).to_owned())]),
                weights: BTreeMap::new(),
                values: BTreeMap::new(),
                findings: findings.iter().map(|f| (*f).to_owned()).collect(),
            });
        }
    }
    cases
}

fn percent(number: Option<&Number>) -> String {
    number.map_or("—".to_owned(), |n| n.format_percent(Style::ITALIAN, 2))
}

/// A score on one line; `full` adds progress and outlook.
fn line(score: &NodeScore, words: &Words, full: bool) -> String {
    let mut line = percent(score.score.as_ref());
    let state = score.state.token();
    let reason = score.reason().map(|r| words.of("reason", r.token()));
    if state != "measured" {
        let _ = write!(line, ", {}", words.of("state", state));
    }
    if let Some(reason) = reason {
        let _ = write!(line, " ({reason})");
    }
    if score.incomplete {
        line.push_str(", incompleto");
    }
    if score.provisional {
        line.push_str(", provvisorio");
    }
    if score.score.is_some() && score.coverage != Number::ONE {
        let _ = write!(line, ", copertura {}", percent(Some(&score.coverage)));
    }
    if score.overridden {
        let without = percent(score.without_overrides.as_ref());
        let _ = write!(line, ", senza valutazioni {without}");
    }
    if full {
        let outlook = score.outlook.map(|o| words.of("outlook", o.token()));
        let progress = percent(score.progress.as_ref());
        let _ = write!(line, " · avanzamento {progress}");
        if let Some(outlook) = outlook {
            let _ = write!(line, ", {outlook}");
        }
    }
    line
}

fn place(plan: &Plan, node: Option<Node>) -> String {
    node.map_or(String::new(), |node| format!(" {}", plan.id_of(node)))
}

/// What differs between a case and the engine, in words.
fn differences(case: &Case, words: &Words) -> Vec<String> {
    let mut wrong = Vec::new();
    let draft = match format::toml::read(&case.plan) {
        Ok(draft) => draft,
        Err(problems) => return vec![format!("the plan is not TOML: {problems:?}")],
    };
    let plan = &draft.plan;
    let readings = Readings::of(plan);
    let at = case.at.as_ref().map(|day| {
        read_day(day)
            .or_else(|| day.parse().ok())
            .expect("a day to ask for")
    });
    let scores = score(plan, &readings, at);
    let by_id: BTreeMap<String, &NodeScore> = scores
        .nodes
        .iter()
        .map(|s| (plan.id_of(s.node), s))
        .collect();
    for (id, expected) in &case.expect {
        let Some(score) = by_id.get(id) else {
            wrong.push(format!("{id}: no such thing in the plan"));
            continue;
        };
        let got = line(score, words, expected.contains('·'));
        if got != *expected {
            wrong.push(format!(
                "{id}\n      expected {expected}\n      got      {got}"
            ));
        }
        let again = domain::score::recompute(&score.derivation);
        if score.state.token() == "measured" && again != score.score {
            wrong.push(format!("{id}: its derivation gives {again:?}"));
        }
    }
    let weights = weights_of(plan, &scores);
    for (place, expected) in &case.weights {
        let got = weights.get(place).map_or("no such place", String::as_str);
        if got != expected {
            wrong.push(format!("weight of {place}: expected {expected}, got {got}"));
        }
    }
    let values = values_of(plan, &scores);
    for (id, expected) in &case.values {
        let got = values.get(id).map_or("no value", String::as_str);
        if got != expected {
            wrong.push(format!("value of {id}: expected {expected}, got {got}"));
        }
    }
    let said = draft.findings.iter().map(|l| &l.finding);
    let mut found: Vec<String> = said
        .chain(&scores.findings)
        .map(|f| {
            let severity = f.severity.token();
            format!("{severity} {}{}", f.rule, place(plan, f.place.node))
        })
        .collect();
    found.sort();
    let mut expected = case.findings.clone();
    expected.sort();
    if found != expected {
        wrong.push(format!(
            "findings\n      expected {expected:?}\n      got      {found:?}"
        ));
    }
    wrong
}

/// The weight of every place, as `child in parent`; `—` where there is none, in brackets where the
/// place is not counted.
fn weights_of(plan: &Plan, scores: &Scores) -> BTreeMap<String, String> {
    let of_place = scores.placements.iter().map(|p| {
        let weight = p
            .weight
            .as_ref()
            .map_or("—".to_owned(), |w| w.format(Style::ITALIAN, 2));
        let shown = if p.counted {
            weight
        } else {
            format!("({weight})")
        };
        (
            format!("{} in {}", plan.id_of(p.child), plan.id_of(p.parent)),
            shown,
        )
    });
    of_place.collect()
}

/// Potential and accrued value of every objective, by fund.
fn values_of(plan: &Plan, scores: &Scores) -> BTreeMap<String, String> {
    let euro = |n: &Number| n.format(Style::ITALIAN, 2);
    let values = domain::score::value::economic_values(plan, scores);
    let of_objective = values.iter().map(|v| {
        let fund = &plan.funds[v.fund].id;
        let accrued = v.accrued.as_ref().map_or("—".to_owned(), euro);
        (
            format!("{} {fund}", plan.id_of(v.objective)),
            format!(
                "{} × {} = {}, maturato {accrued}",
                euro(&v.point),
                v.coefficient,
                euro(&v.potential)
            ),
        )
    });
    of_objective.collect()
}

/// Runs every case of a file and reports all that fail at once.
fn run(name: &str, file: &str) {
    let words = Words::load();
    let cases = cases_of(file);
    assert!(!cases.is_empty(), "{name} holds no case");
    let mut report = String::new();
    let mut failed = 0;
    for case in &cases {
        let wrong = differences(case, &words);
        if !wrong.is_empty() {
            failed += 1;
            let _ = writeln!(report, "\n  {} [{}]", case.name, case.reference);
            for difference in wrong {
                let _ = writeln!(report, "    {difference}");
            }
        }
    }
    assert!(
        failed == 0,
        "{name}: {failed} of {} cases fail\n{report}",
        cases.len()
    );
}

macro_rules! files {
    ($($name:ident = $file:literal;)*) => {$(
        #[test]
        fn $name() {
            run($file, include_str!(concat!("scoring/", $file)));
        }
    )*};
}

files! {
    worked_examples = "worked-examples.toml";
    achievement = "achievement.toml";
    states = "states.toml";
    outlook = "outlook.toml";
    rollup = "rollup.toml";
    value_and_sheets = "value-and-sheets.toml";
}
