//! The invariants of ARCHITECTURE.md that no compiler checks, read off the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::check::{RULES, Rule};
use domain::finding::Severity;
use traguardo::format::schema::KINDS;
use traguardo::messages::Language;
use traguardo::rule_page::RulePage;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below `folder`, sorted, without what builds leave behind.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.expect("the folder can be listed").path());
        for path in entries {
            let name = path
                .file_name()
                .and_then(|n| n.to_str())
                .unwrap_or_default();
            if path.is_dir() {
                let left_behind =
                    ["corpus", "artifacts"].contains(&name) || path.join("CACHEDIR.TAG").exists();
                if !name.starts_with('.') && !left_behind {
                    folders.push(path);
                }
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn files_with(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = files(folder);
    found.retain(|path| path.extension().is_some_and(|e| e == extension));
    found
}

/// A Rust source taken apart: the code without comments and texts, and the texts.
struct Source {
    code: String,
    texts: Vec<String>,
}

fn take_apart(source: &str) -> Source {
    let chars: Vec<char> = source.chars().collect();
    let (mut code, mut texts, mut i) = (String::new(), Vec::new(), 0);
    while i < chars.len() {
        let rest = &chars[i..];
        if rest.starts_with(&['/', '/']) {
            while i < chars.len() && chars[i] != '\n' {
                i += 1;
            }
        } else if rest.starts_with(&['/', '*']) {
            let mut depth = 0;
            while i < chars.len() {
                if chars[i..].starts_with(&['/', '*']) {
                    (depth, i) = (depth + 1, i + 2);
                } else if chars[i..].starts_with(&['*', '/']) {
                    (depth, i) = (depth - 1, i + 2);
                    if depth == 0 {
                        break;
                    }
                } else {
                    i += 1;
                }
            }
        } else if let Some((text, length)) = raw_text(rest) {
            texts.push(text);
            code.push_str("\"\"");
            i += length;
        } else if chars[i] == '"' {
            let mut text = String::new();
            i += 1;
            while i < chars.len() && chars[i] != '"' {
                if chars[i] == '\\' {
                    i += 1;
                }
                text.extend(chars.get(i));
                i += 1;
            }
            i += 1;
            texts.push(text);
            code.push_str("\"\"");
        } else if chars[i] == '\'' && rest.get(1) == Some(&'\\') {
            // An escaped character: up to the closing quote.
            i += 3;
            while i < chars.len() && chars[i] != '\'' {
                i += 1;
            }
            i += 1;
            code.push_str("' '");
        } else if chars[i] == '\'' && rest.get(2) == Some(&'\'') {
            i += 3;
            code.push_str("' '");
        } else {
            code.push(chars[i]);
            i += 1;
        }
    }
    Source { code, texts }
}

/// The raw text that begins here, and its length in the source.
fn raw_text(rest: &[char]) -> Option<(String, usize)> {
    let hashes = rest
        .strip_prefix(&['r'])?
        .iter()
        .take_while(|c| **c == '#')
        .count();
    let begin = 2 + hashes;
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let closing: String = std::iter::once('"')
        .chain(std::iter::repeat_n('#', hashes))
        .collect();
    let inner: String = rest[begin..].iter().collect();
    let end = inner.find(&closing)?;
    let text = &inner[..end];
    Some((text.to_owned(), begin + text.chars().count() + 1 + hashes))
}

/// The identifiers and `::` of some code, in order.
fn words(code: &str) -> Vec<&str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .collect()
}

fn domain_sources() -> Vec<(PathBuf, Source)> {
    let folder = root().join("crates/domain/src");
    files_with(&folder, "rs")
        .into_iter()
        .map(|path| {
            let source = take_apart(&read(&path));
            let path = path
                .strip_prefix(&folder)
                .expect("below the folder")
                .to_owned();
            (path, source)
        })
        .collect()
}

#[test]
fn the_domain_is_pure() {
    // No floats; no files, environment, processes, network, clocks or threads; nothing printed;
    // no serialisation.
    let forbidden_words = [
        "f32",
        "f64",
        "SystemTime",
        "Instant",
        "Zoned",
        "Timestamp",
        "println",
        "eprintln",
        "print",
        "eprint",
        "dbg",
        "serde",
        "async",
        "unsafe",
        "static_mut",
        "thread_local",
    ];
    let forbidden_paths = [
        "std::fs",
        "std::env",
        "std::io",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "std::path",
    ];
    for (path, source) in domain_sources() {
        let path = path.display();
        for word in words(&source.code) {
            assert!(
                !forbidden_words.contains(&word),
                "{path}: {word} has no place in the domain"
            );
        }
        for forbidden in forbidden_paths {
            assert!(
                !source.code.contains(forbidden),
                "{path}: {forbidden} has no place here"
            );
        }
    }
}

#[test]
fn the_domain_has_one_way_down() {
    // What each module of the domain may name. The plan, its method and the findings that point
    // into it know each other; nothing of theirs knows how texts are read or scores computed.
    let may_name: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("number", &[][..]),
        ("finding", &["plan"]),
        ("method", &["number", "plan"]),
        ("plan", &["number", "finding", "method"]),
        ("target", &["number", "finding", "plan"]),
        ("score", &["number", "finding", "plan", "method", "target"]),
        (
            "check",
            &["number", "finding", "plan", "method", "target", "score"],
        ),
        ("report", &["number", "plan", "target", "score", "check"]),
    ]);
    // The closed lists that a plan's record may write, which belong to the reading of targets.
    let exception = (
        "plan/tree.rs",
        "use crate::target::{Direction, Nature, TargetKind};",
    );
    let mut modules = BTreeSet::new();
    for (path, source) in domain_sources() {
        let first = path.components().next().expect("a path").as_os_str();
        let module = first
            .to_str()
            .expect("a name")
            .trim_end_matches(".rs")
            .to_owned();
        if module == "lib" {
            continue;
        }
        let allowed = may_name
            .get(module.as_str())
            .unwrap_or_else(|| panic!("say in this test what the module {module} may name"));
        let mut code = source.code;
        if path == Path::new(exception.0) {
            code = code.replace(exception.1, "");
        }
        for after in code.split("crate::").skip(1) {
            let named = words(after).first().copied().unwrap_or_default();
            assert!(
                named == module || allowed.contains(&named),
                "{}: {module} may not name {named}",
                path.display(),
            );
        }
        modules.insert(module);
    }
    let known: BTreeSet<String> = may_name.keys().map(|name| (*name).to_owned()).collect();
    assert_eq!(modules, known, "the modules that this test knows");
}

#[test]
fn the_domain_does_not_know_the_application() {
    let manifest = read(&root().join("crates/domain/Cargo.toml"));
    let dependencies = manifest
        .split("[dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("a list of dependencies");
    let names: Vec<&str> = dependencies
        .lines()
        .filter_map(|line| line.split(['=', '.']).next())
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .collect();
    assert_eq!(
        names,
        [
            "hashbrown",
            "jiff",
            "num-bigint",
            "num-integer",
            "num-traits"
        ],
        "each dependency of the domain needs a decision (docs/adr)"
    );
}

#[test]
fn files_are_named_after_what_they_hold() {
    let empty_names = [
        "utils", "util", "helpers", "helper", "common", "manager", "misc",
    ];
    for path in files(&root().join("crates")) {
        for part in path.components() {
            let name = part.as_os_str().to_string_lossy();
            let stem = name.split('.').next().unwrap_or_default();
            assert!(
                !empty_names.contains(&stem),
                "{}: say what it holds",
                path.display()
            );
        }
    }
}

/// The names of the messages of a language.
fn catalogue(language: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in files_with(&root().join("crates/app/messages").join(language), "ftl") {
        for line in read(&path).lines() {
            let name = line.split('=').next().unwrap_or_default().trim_end();
            let is_name = line.contains('=')
                && name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            if is_name {
                let new = names.insert(name.to_owned());
                assert!(new, "{}: {name} stands twice", path.display());
            }
        }
    }
    assert!(!names.is_empty(), "there are messages in {language}");
    names
}

#[test]
fn both_languages_say_the_same_things() {
    let (italian, english) = (catalogue("it"), catalogue("en"));
    let only_one: Vec<&String> = italian.symmetric_difference(&english).collect();
    assert!(only_one.is_empty(), "in one language only: {only_one:?}");
}

/// The slugs of findings in the source: texts like `format-too-deep` whose first word begins the
/// slug of some `Finding::error("…")`. Slugs that reach a finding through a variable count too.
fn slugs() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut families = BTreeSet::new();
    for path in files_with(&root().join("crates"), "rs") {
        if path.components().any(|c| c.as_os_str() == "tests") {
            continue;
        }
        let source = read(&path);
        texts.extend(take_apart(&source).texts);
        for severity in Severity::ALL {
            let call = format!("Finding::{}(\"", severity.token());
            for after in source.split(&call).skip(1) {
                let slug = after.split('"').next().unwrap_or_default();
                let family = slug.split('-').next().unwrap_or_default();
                families.insert(format!("{family}-"));
            }
        }
    }
    texts.retain(|text| {
        families.iter().any(|family| text.starts_with(family))
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !begins_a_rule(text)
    });
    assert!(!texts.is_empty(), "there are findings");
    texts
}

/// The texts of the domain's code outside its rules.
fn texts_outside_rules() -> BTreeSet<String> {
    domain_sources()
        .into_iter()
        .filter(|(path, _)| !path.starts_with("check/rules"))
        .flat_map(|(_, source)| source.texts)
        .collect()
}

/// Whether a text is only the beginning of names of rules: code may ask for all that begin so.
fn begins_a_rule(text: &str) -> bool {
    let name_begins = |rule: &&Rule| rule.name != text && rule.name.starts_with(text);
    Rule::named(text).is_none() && RULES.iter().any(name_begins)
}

#[test]
fn every_finding_has_a_message_and_help() {
    // What a plan says wrong is a rule with its page; what a file does stands in the catalogue.
    let mut others = slugs();
    others.retain(|slug| Rule::named(slug).is_none());
    let no_page: Vec<&String> = others
        .iter()
        .filter(|slug| slug.starts_with("reading-") || slug.starts_with("score-"))
        .collect();
    assert!(no_page.is_empty(), "findings without a page: {no_page:?}");
    let noticed = texts_outside_rules();
    for rule in RULES {
        assert!(
            rule.check.is_some() || noticed.contains(rule.name),
            "nothing looks for {}",
            rule.name
        );
        for language in [Language::Italian, Language::English] {
            let messages = RulePage::of(rule, language).messages;
            for key in ["message = ", "help = "] {
                assert!(
                    messages.lines().any(|line| line.starts_with(key)),
                    "{} {language:?}: no {key}",
                    rule.name
                );
            }
        }
    }
    let wanted: BTreeSet<String> = others
        .into_iter()
        .flat_map(|slug| [format!("finding-{slug}"), format!("finding-{slug}-help")])
        .collect();
    for language in ["it", "en"] {
        let mut there = catalogue(language);
        there.retain(|name| name.starts_with("finding-"));
        let missing: Vec<&String> = wanted.difference(&there).collect();
        assert!(
            missing.is_empty(),
            "{language}: these findings have no words: {missing:?}"
        );
        let unused: Vec<&String> = there.difference(&wanted).collect();
        assert!(unused.is_empty(), "{language}: no finding says {unused:?}");
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut documents = files_with(&root().join("docs"), "md");
    documents.extend(files_with(&root().join("fuzz"), "md"));
    documents.extend(
        fs::read_dir(root())
            .expect("the root can be listed")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|e| e == "md")),
    );
    for document in documents {
        let text = read(&document);
        for after in text.split("](").skip(1) {
            let link = after.split([')', ' ', '#']).next().unwrap_or_default();
            if link.is_empty() || link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let folder = document.parent().expect("a folder");
            assert!(folder.join(link).exists(), "{}: {link}", document.display());
        }
    }
}

#[test]
fn decisions_and_fuzz_targets_are_listed() {
    for (folder, list, extension) in [
        ("docs/adr", "docs/adr/README.md", "md"),
        ("docs/guida", "docs/guida/README.md", "md"),
        ("fuzz/fuzz_targets", "fuzz/README.md", "rs"),
        ("fuzz/fuzz_targets", "fuzz/Cargo.toml", "rs"),
    ] {
        let text = read(&root().join(list));
        for path in files_with(&root().join(folder), extension) {
            let stem = path.file_stem().and_then(|s| s.to_str()).expect("a name");
            assert!(
                stem == "README" || text.contains(stem),
                "{list} does not list {stem}"
            );
        }
    }
}

#[test]
fn the_glossary_has_every_kind_of_record() {
    let glossary = read(&root().join("GLOSSARY.md"));
    let missing: Vec<&str> = KINDS
        .iter()
        .map(|kind| kind.spec().key)
        .filter(|key| !glossary.contains(&format!("`{key}`")))
        .collect();
    assert!(missing.is_empty(), "GLOSSARY.md lacks {missing:?}");
}
