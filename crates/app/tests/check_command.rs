//! `traguardo check` and `traguardo rules` as a user runs them.

use serde_json::Value;

use crate::cli::{err, file, folder, on_example, out, status, traguardo};

/// A plan with a weight, a code and a target that are wrong, comments, and its own layout.
const PLAN: &str = r#"format = 1
# Il piano di prova.

[plan]
title = "Piano di prova"   # bozza
year = 2026
horizon = [2026, 2027, 2028]

[[objective]]
code = "1.1"
title = "Sostegno alle imprese"

[[objective.indicator]]
number = "1"
name = "Imprese coinvolte"
weight = "33,33" # un terzo
baseline = { 2025 = "173" }
targets = { 2026-06-30 = "40", 2026-12-31 = "120" }

[[objective.indicator]]
number = "2"
name = "Eventi realizzati"
weight = 33.33
targets = { 2026-12-31 = "10" }

[[objective.indicator]]
number = "3"
name = "Bandi pubblicati"
weight   =   '33,33'
targets = { 2026-12-31 = "4" }
"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The findings of a rule in the JSON of a check.
fn of_rule<'v>(document: &'v Value, rule: &str) -> Vec<&'v Value> {
    let findings = document["findings"].as_array().expect("findings");
    findings.iter().filter(|f| f["rule"] == rule).collect()
}

#[test]
fn the_json_is_the_contract() {
    let plan = file(&folder("check-json"), "piano.toml", PLAN.as_bytes());
    let output = traguardo(&["check", &plan, "--format", "json"]);
    assert_eq!(status(&output), 0);
    let document = json(&out(&output));
    assert_eq!(document["plan"], plan.as_str());
    let [easier] = of_rule(&document, "target-easier-than-baseline")[..] else {
        panic!("one finding: {document:#}");
    };
    assert_eq!(easier["severity"], "warning");
    assert_eq!(easier["node"], "indicator:1.1/1");
    assert_eq!(easier["field"], "targets.2026-12-31");
    assert_eq!(
        (&easier["line"], &easier["column"]),
        (&18.into(), &45.into())
    );
    assert_eq!(
        (&easier["sheet"], &easier["cell"]),
        (&Value::Null, &Value::Null)
    );
    assert!(
        easier["message"]
            .as_str()
            .is_some_and(|m| m.contains("173"))
    );
    assert!(easier["help"].is_string());
    let findings = document["findings"].as_array().expect("findings");
    for severity in ["error", "warning", "note"] {
        let count = findings
            .iter()
            .filter(|f| f["severity"] == severity)
            .count();
        assert_eq!(document["summary"][severity], count, "{severity}");
    }
    let english = json(&out(&traguardo(&[
        "check", &plan, "--format", "json", "--lang", "en",
    ])));
    let [easier] = of_rule(&english, "target-easier-than-baseline")[..] else {
        panic!("one finding");
    };
    assert!(
        easier["message"]
            .as_str()
            .is_some_and(|m| m.contains("baseline"))
    );
}

#[test]
fn the_text_shows_the_line_and_underlines_it() {
    let plan = file(&folder("check-text"), "piano.toml", PLAN.as_bytes());
    let text = out(&traguardo(&["check", &plan]));
    let lines: Vec<&str> = text.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.contains("2026-12-31 = \"120\""))
        .unwrap_or_else(|| panic!("the line is shown:\n{text}"));
    let column = |line: &str, what: &str| line.split(what).next().map(|s| s.chars().count());
    assert!(lines[at].trim_start().starts_with("18"), "{text}");
    assert_eq!(
        column(lines[at], "\"120\""),
        column(lines[at + 1], "━"),
        "{text}"
    );
    assert!(
        text.contains("avvertenza[target-easier-than-baseline]"),
        "{text}"
    );
    assert!(text.contains("che fare"), "{text}");
    // Notes only when asked for.
    assert!(!text.contains("nota["), "{text}");
    assert!(out(&traguardo(&["check", &plan, "--show", "note"])).contains("nota["));
}

#[test]
fn denied_levels_end_with_status_one() {
    let plan = file(&folder("check-deny"), "piano.toml", PLAN.as_bytes());
    for (level, expected) in [("error", 0), ("warning", 1), ("note", 1)] {
        let output = traguardo(&["check", &plan, "--deny", level]);
        assert_eq!(status(&output), expected, "{level}: {}", out(&output));
    }
    assert_eq!(status(&traguardo(&["check", "nowhere.toml"])), 2);
}

#[test]
fn several_plans_are_checked_one_after_the_other() {
    let folder = folder("check-several");
    let one = file(&folder, "uno.toml", PLAN.as_bytes());
    let two = file(&folder, "due.toml", PLAN.as_bytes());
    let document = json(&out(&traguardo(&["check", &one, &two, "--format", "json"])));
    let plans: Vec<&Value> = document
        .as_array()
        .expect("a list")
        .iter()
        .map(|d| &d["plan"])
        .collect();
    assert_eq!(plans, [one.as_str(), two.as_str()]);
}

#[test]
fn sarif_has_rules_results_and_suppressions() {
    let silenced = format!(
        "{PLAN}\n[[silence]]\nrule = \"target-easier-than-baseline\"\nabout = \"indicator:1.1/1\"\nreason = \"Bando straordinario nel 2025.\"\n"
    );
    let plan = file(
        &folder("check-sarif"),
        "piano di prova.toml",
        silenced.as_bytes(),
    );
    let document = json(&out(&traguardo(&["check", &plan, "--format", "sarif"])));
    assert_eq!(document["version"], "2.1.0");
    let run = &document["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert!(!results.is_empty());
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(result["ruleId"], rules[index]["id"]);
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert!(
            uri.as_str()
                .is_some_and(|uri| uri.ends_with("piano%20di%20prova.toml")),
            "{uri}"
        );
    }
    let suppressed: Vec<&Value> = results
        .iter()
        .filter(|r| r["suppressions"].is_array())
        .collect();
    let [only] = suppressed[..] else {
        panic!("one accepted finding");
    };
    assert_eq!(
        only["suppressions"][0]["justification"],
        "Bando straordinario nel 2025."
    );
}

#[test]
fn accepted_findings_are_listed_with_their_reason() {
    let silenced = format!(
        "{PLAN}\n[[silence]]\nrule = \"target-easier-than-baseline\"\nabout = \"1.1/1\"\nreason = \"Bando straordinario nel 2025.\"\ndecided_by = \"Segretario Generale\"\ndate = \"2026-01-15\"\n"
    );
    let plan = file(&folder("check-silence"), "piano.toml", silenced.as_bytes());
    let document = json(&out(&traguardo(&["check", &plan, "--format", "json"])));
    assert!(of_rule(&document, "target-easier-than-baseline").is_empty());
    assert_eq!(
        document["silenced"][0]["reason"],
        "Bando straordinario nel 2025."
    );
    assert_eq!(document["silenced"][0]["node"], "indicator:1.1/1");
    let text = out(&traguardo(&["check", &plan]));
    assert!(
        text.contains("Bando straordinario nel 2025. (Segretario Generale, 2026-01-15)"),
        "{text}"
    );
}

#[test]
fn fixes_change_only_what_they_must() {
    let plan = file(&folder("check-fix"), "piano.toml", PLAN.as_bytes());
    let output = traguardo(&["check", &plan, "--fix"]);
    let text = out(&output);
    assert!(
        text.contains("-weight   =   '33,33'\n+weight   =   \"33,34\""),
        "{text}"
    );
    let fixed = std::fs::read_to_string(&plan).expect("the plan");
    assert_eq!(fixed, PLAN.replace("'33,33'", "\"33,34\""));
    let again = out(&traguardo(&["check", &plan, "--fix"]));
    assert!(again.contains("nulla che si possa correggere"), "{again}");
    assert_eq!(std::fs::read_to_string(&plan).expect("the plan"), fixed);
}

#[test]
fn weights_are_redistributed_in_proportion() {
    let weights = PLAN
        .replacen("33,33", "50%", 1)
        .replacen("33.33", "50", 1)
        .replacen("33,33", "30,0", 1);
    let plan = file(
        &folder("check-fix-weights"),
        "piano.toml",
        weights.as_bytes(),
    );
    let text = out(&traguardo(&["check", &plan, "--fix"]));
    for line in [
        "+weight = \"38,46%\" # un terzo",
        "+weight = \"38,46\"",
        "+weight   =   \"23,08\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn fixes_of_other_formats_are_told_not_made() {
    let folder = folder("check-fix-workbook");
    let toml = file(&folder, "piano.toml", PLAN.as_bytes());
    let book = folder.join("piano.xlsx");
    let book = book.to_str().expect("a path");
    assert_eq!(status(&traguardo(&["convert", &toml, book])), 0);
    let before = std::fs::read(book).expect("the workbook");
    let output = traguardo(&["check", book, "--fix"]);
    assert!(
        err(&output).contains("traguardo convert"),
        "{}",
        err(&output)
    );
    assert_eq!(std::fs::read(book).expect("the workbook"), before);
}

#[test]
fn a_workbook_has_sheet_and_cell() {
    let folder = folder("check-workbook");
    let toml = file(&folder, "piano.toml", PLAN.as_bytes());
    let book = folder.join("piano.xlsx");
    let book = book.to_str().expect("a path");
    assert_eq!(status(&traguardo(&["convert", &toml, book])), 0);
    let document = json(&out(&traguardo(&["check", book, "--format", "json"])));
    let [easier] = of_rule(&document, "target-easier-than-baseline")[..] else {
        panic!("one finding");
    };
    assert_eq!(easier["sheet"], "Indicatori");
    assert!(
        easier["cell"].as_str().is_some_and(|cell| cell == "T5"),
        "{easier:#}"
    );
    assert!(easier["line"].is_null());
    let text = out(&traguardo(&["check", book]));
    assert!(text.contains("piano.xlsx: Indicatori!"), "{text}");
    assert!(
        text.lines()
            .any(|line| line.trim_start().starts_with("5 │ 120")),
        "{text}"
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let list = out(&traguardo(&["rules"]));
    assert!(list.contains("target-easier-than-baseline"), "{list}");
    let page = out(&traguardo(&["rules", "target-easier-than-baseline"]));
    assert!(
        ["## Che fare", "## Perché", "## Esempi"]
            .iter()
            .all(|heading| page.contains(heading)),
        "{page}"
    );
    assert!(!page.contains("```fluent"), "{page}");
    let english = out(&traguardo(&[
        "rules",
        "target-easier-than-baseline",
        "--lang",
        "en",
    ]));
    assert!(
        english.contains("## Why") && english.contains("## Examples"),
        "{english}"
    );
    let unknown = traguardo(&["rules", "target-easier-than-baselines"]);
    assert_eq!(status(&unknown), 2);
    assert!(
        err(&unknown).contains("target-easier-than-baseline"),
        "{}",
        err(&unknown)
    );
}

#[test]
fn explanations_follow_the_findings() {
    let plan = file(&folder("check-explain"), "piano.toml", PLAN.as_bytes());
    let text = out(&traguardo(&["check", &plan, "--explain"]));
    assert!(
        text.contains("target-easier-than-baseline [avvertenza]"),
        "{text}"
    );
    let mut shown: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("avvertenza[")?.split(']').next())
        .collect();
    shown.sort_unstable();
    shown.dedup();
    let explained = text.matches("## Perché").count();
    assert_eq!(explained, shown.len(), "each rule once, only those shown");
}

#[test]
fn every_published_plan_is_checked_in_every_format() {
    for name in [
        "brescia-2019",
        "brescia-2020",
        "brescia-2024",
        "bergamo-2022",
        "camera-esempio",
    ] {
        let folder = folder(&format!("check-{name}"));
        let toml = format!("{name}.toml");
        let read = json(&out(&on_example(&["check"], &toml, &["--format", "json"])));
        for extension in ["json", "xlsx"] {
            let copy = folder.join(format!("{name}.{extension}"));
            let copy = copy.to_str().expect("a path");
            assert_eq!(status(&on_example(&["convert"], &toml, &[copy])), 0);
            let document = json(&out(&traguardo(&["check", copy, "--format", "json"])));
            assert_eq!(
                document["summary"], read["summary"],
                "{name} as {extension}"
            );
        }
    }
}

#[test]
fn codes_are_respelled_wherever_they_are_cited() {
    let written = PLAN.replace("\"1.1\"", "\"1 .1\"")
        + "\n[[responsible]]\nid = \"dirigente\"\nholds = [{ child = \"1 .1\", weight = \"100\" }]\n\n[[link]]\nfrom = \"1 .1/2\"\nto = \"objective:1 .1\"\n";
    let plan = file(&folder("check-fix-code"), "piano.toml", written.as_bytes());
    let text = out(&traguardo(&["check", &plan, "--fix"]));
    let fixed = std::fs::read_to_string(&plan).expect("the plan");
    let wanted = written
        .replace("1 .1", "1.1")
        .replace("'33,33'", "\"33,34\"");
    assert_eq!(fixed, wanted, "{text}");
    let document = json(&out(&traguardo(&["check", &plan, "--format", "json"])));
    assert!(of_rule(&document, "format-unknown-reference").is_empty());
}
