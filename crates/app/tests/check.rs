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
                page.text.matches("\n## ").count() >= 2,
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
