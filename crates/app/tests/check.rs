//! The check: every rule's page is its test, and the published plans show what rules do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use domain::check::{Checked, RULES, Rule, check};
use domain::finding::Finding;
use domain::target::Readings;
use traguardo::format::datum::At;
use traguardo::format::draft::Draft;
use traguardo::messages::{Catalogue, Language};
use traguardo::rule_page::{MARK, RulePage};

/// A day on which the published plans and the examples of the pages are all looked at.
fn today() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 21)
}

fn read(text: &str) -> Draft {
    let draft = traguardo::format::toml::read(text);
    draft.unwrap_or_else(|findings| panic!("not TOML: {findings:?}\n{text}"))
}

fn checked(draft: &Draft) -> Checked {
    check(&draft.plan, &Readings::of(&draft.plan), Some(today()))
}

/// The lines to which a finding points, its other places included.
fn lines(draft: &Draft, finding: &Finding) -> BTreeSet<u32> {
    let places = std::iter::once(&finding.place).chain(&finding.also);
    places
        .map(|place| {
            let mut at_place = finding.clone();
            at_place.place = place.clone();
            match draft.locate(at_place).at {
                At::Line { line, .. } => line,
                _ => 0,
            }
        })
        .collect()
}

#[test]
fn every_page_does_what_it_says() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let page = RulePage::of(rule, Language::Italian);
        let marked = |example: &str| example.contains(MARK);
        if !page.examples.iter().any(|e| marked(e)) || page.examples.iter().all(|e| marked(e)) {
            wrong.push(format!("{}: examples of both kinds are needed", rule.name));
        }
        for example in &page.examples {
            let draft = read(example);
            // What the file itself says wrong would hide what the rule says of it.
            for located in draft
                .findings
                .iter()
                .filter(|_| !rule.name.contains("reference"))
            {
                wrong.push(format!("{}: {:?}\n{example}", rule.name, located.finding));
            }
            let wanted: BTreeSet<u32> = (1_u32..)
                .zip(example.lines())
                .filter(|(_, line)| line.ends_with(MARK))
                .map(|(number, _)| number)
                .collect();
            let found: BTreeSet<u32> = checked(&draft)
                .findings
                .iter()
                .filter(|finding| finding.rule == rule.name)
                .flat_map(|finding| lines(&draft, finding))
                .collect();
            if found != wanted {
                wrong.push(format!(
                    "{}: the example marks lines {wanted:?}, the rule points to {found:?} (0: nowhere)\n{example}",
                    rule.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_page_is_whole_in_both_languages() {
    for rule in RULES {
        for language in [Language::Italian, Language::English] {
            let page = RulePage::of(rule, language);
            let name = rule.name;
            assert!(!page.title.is_empty(), "{name} {language:?}: no title");
            assert!(
                page.text.matches("## ").count() >= 2,
                "{name} {language:?}: the reason and the examples have headings"
            );
            let parsed = fluent_bundle::FluentResource::try_new(page.messages.to_owned());
            assert!(parsed.is_ok(), "{name} {language:?}: {:?}", parsed.err());
            for key in ["message = ", "help = "] {
                assert!(
                    page.messages.lines().any(|l| l.starts_with(key)),
                    "{name} {language:?}: no {key}"
                );
            }
        }
    }
}

#[test]
fn messages_have_all_their_arguments() {
    for rule in RULES {
        for language in [Language::Italian, Language::English] {
            let catalogue = Catalogue::new(language);
            let page = RulePage::of(rule, language);
            for example in page.examples {
                let draft = read(example);
                for finding in checked(&draft)
                    .findings
                    .iter()
                    .filter(|f| f.rule == rule.name)
                {
                    let (message, help) = catalogue.finding(finding);
                    let said = format!("{message} {}", help.unwrap_or_default());
                    assert!(
                        !said.contains("{$") && !said.contains("{ $"),
                        "{}: {said}",
                        rule.name
                    );
                    assert_eq!(finding.severity, rule.severity, "{}", rule.name);
                }
            }
        }
    }
}

#[test]
fn the_list_is_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src/check/rules");
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("an entry").path();
        let part =
            |p: Option<&std::ffi::OsStr>| p.and_then(|x| x.to_str()).unwrap_or_default().to_owned();
        files
            .entry(part(path.file_stem()))
            .or_default()
            .insert(part(path.extension()));
    }
    files.remove("mod");
    let both: BTreeSet<String> = ["md".to_owned(), "rs".to_owned()].into();
    for (stem, extensions) in &files {
        assert_eq!(extensions, &both, "{stem}: a rule is code and page");
    }
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let folder: Vec<String> = files.keys().map(|stem| stem.replace('_', "-")).collect();
    assert_eq!(names, folder, "the list, by name, is the folder");
    assert!(names.iter().all(|name| Rule::named(name).is_some()));
}

#[test]
fn the_manual_lists_every_rule() {
    let listed =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/regole.md"));
    let written = crate::cli::out(&crate::cli::traguardo(&["rules", "--format", "markdown"]));
    assert!(
        listed.is_ok_and(|listed| listed == written),
        "write it anew: cargo run -- rules --format markdown > docs/regole.md"
    );
}

/// The published plans, as the examples have them.
const PLANS: [&str; 4] = [
    "brescia-2019",
    "brescia-2020",
    "bergamo-2022",
    "brescia-2024",
];

fn example(name: &str) -> Draft {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let path = folder.join(format!("{name}.toml"));
    read(&fs::read_to_string(path).expect("an example"))
}

/// Every place to which a finding of a rule points, as `rule` and node.
fn places(draft: &Draft) -> Vec<(&'static str, String)> {
    let findings = checked(draft).findings;
    let all = findings.iter().flat_map(|finding| {
        std::iter::once(&finding.place)
            .chain(&finding.also)
            .map(|place| (finding.rule, place.node))
    });
    all.map(|(rule, node)| {
        (
            rule,
            node.map_or("body".to_owned(), |n| draft.plan.id_of(n)),
        )
    })
    .collect()
}

/// docs/piani-verificati.md says, for each rule, how many places it names in each published plan and
/// how many of them are false, read one by one by a person: a change of a rule shows there.
#[test]
fn the_published_table_says_what_rules_find_in_real_plans() {
    let found: Vec<Vec<(&str, String)>> = PLANS.iter().map(|name| places(&example(name))).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/piani-verificati.md");
    let published = fs::read_to_string(path).unwrap_or_default();
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let judged: BTreeMap<String, String> = published
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(cells)
        .filter_map(|row| {
            Some((
                row.first()?.trim_matches('`').to_owned(),
                row.last()?.clone(),
            ))
        })
        .collect();
    let mut table = String::new();
    for severity in domain::finding::Severity::ALL.into_iter().rev() {
        for rule in RULES.iter().filter(|rule| rule.severity == severity) {
            let counts: Vec<usize> = found
                .iter()
                .map(|places| places.iter().filter(|(name, _)| *name == rule.name).count())
                .collect();
            if counts.iter().sum::<usize>() == 0 {
                continue;
            }
            let counts: Vec<String> = counts
                .iter()
                .map(|n| {
                    if *n == 0 {
                        String::new()
                    } else {
                        n.to_string()
                    }
                })
                .collect();
            let word = match severity {
                domain::finding::Severity::Error => "errore",
                domain::finding::Severity::Warning => "avvertenza",
                domain::finding::Severity::Note => "nota",
            };
            let judged = judged.get(rule.name).map_or("?", String::as_str);
            let line = format!(
                "| `{}` | {word} | {} | {judged} |\n",
                rule.name,
                counts.join(" | ")
            );
            table.push_str(&line);
        }
    }
    assert!(
        published.contains(&table) && !table.contains("| ? |"),
        "read each new finding by eye, then let the table of docs/piani-verificati.md be:\n{table}"
    );
}

/// What careful readers found wrong in two published plans, each classified: `found` by a rule at a
/// node, `text` (the document says it, a plan file does not hold it), `judgement` (no rule can tell).
#[test]
fn what_careful_readers_found_is_found() {
    for (name, file, count) in [
        ("brescia-2019", include_str!("check/anomalies-2019.tsv"), 37),
        ("brescia-2020", include_str!("check/anomalies-2020.tsv"), 75),
    ] {
        let found: BTreeSet<(&str, String)> = places(&example(name)).into_iter().collect();
        let mut missed = Vec::new();
        let mut numbers = BTreeSet::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [number, class, rule, nodes, _what] = cells[..] else {
                panic!("{name}: five columns are needed: {line}");
            };
            numbers.insert(number.parse::<usize>().expect("a number"));
            match class {
                "found" => {
                    for node in nodes.split(" + ") {
                        if !found.iter().any(|(r, n)| *r == rule && n == node) {
                            missed.push(format!("{name} {number}: {rule} at {node}"));
                        }
                    }
                }
                "text" | "judgement" => {}
                other => panic!("{name}: {other} is no class"),
            }
        }
        assert_eq!(
            numbers,
            (0..count).collect(),
            "{name}: every anomaly is classified"
        );
        assert!(missed.is_empty(), "{}", missed.join("\n"));
    }
}

/// Errors and warnings of a plan, each at its line.
fn told(text: &str) -> BTreeSet<(u32, &'static str)> {
    let draft = read(text);
    let findings = checked(&draft).findings.into_iter();
    let located = findings
        .map(|finding| draft.locate(finding))
        .chain(draft.findings.clone());
    located
        .filter(|l| l.finding.severity > domain::finding::Severity::Note)
        .map(|l| match l.at {
            At::Line { line, .. } => (line, l.finding.rule),
            _ => (0, l.finding.rule),
        })
        .collect()
}

#[test]
fn a_plan_without_contradictions_is_left_in_peace() {
    for text in [
        include_str!("check/clean.toml"),
        include_str!("../../../examples/camera-esempio.toml"),
    ] {
        assert_eq!(told(text), BTreeSet::new());
    }
}

#[test]
fn a_plan_of_contradictions_is_told_each_of_them() {
    let text = include_str!("check/contradictions.toml");
    let wanted: BTreeSet<(u32, &str)> = (1_u32..)
        .zip(text.lines().skip(1))
        .filter_map(|(line, written)| Some((line + 1, written.split_once("  # ")?.1)))
        .flat_map(|(line, rules)| rules.split(", ").map(move |rule| (line, rule)))
        .collect();
    assert_eq!(told(text), wanted);
}
