//! `publiccode.yml` says what the standard asks for, and nothing else.
//!
//! The rules are those of the publiccode.yml standard, series 0, as its own validator applies them
//! (keys, presence, lengths, closed lists), for the keys that we use. The validator itself is a Go
//! program that also visits the addresses in the file; before publishing, run it too.

use std::collections::BTreeSet;
use std::path::Path;

use saphyr::{LoadableYamlNode, Scalar, Yaml};

/// A key of the standard: its path (`*` is a language, `[]` a member of a list), whether it must be
/// there, and what it may hold.
type Key = (&'static str, bool, fn(&Yaml<'_>) -> bool);

const KEYS: &[Key] = &[
    ("publiccodeYmlVersion", true, |v| {
        one_of(v, &["0", "0.4", "0.4.0", "0.5", "0.5.0", "0.7", "0.7.0"])
    }),
    ("name", true, text),
    ("url", true, |v| {
        length(v, 12, 2000) && v.as_str().is_some_and(|u| u.starts_with("https://"))
    }),
    ("softwareVersion", false, text),
    ("releaseDate", false, |v| length(v, 10, 10)),
    ("logo", false, text),
    ("platforms[]", true, |v| {
        one_of(v, &["web", "windows", "mac", "linux", "ios", "android"])
    }),
    // The part of the controlled list that may ever describe this program.
    ("categories[]", true, |v| {
        one_of(
            v,
            &[
                "budgeting",
                "business-intelligence",
                "business-process-management",
                "compliance-management",
                "data-analytics",
                "data-collection",
                "document-management",
                "employee-management",
                "hr",
                "project-management",
                "resource-management",
                "workflow-management",
            ],
        )
    }),
    ("developmentStatus", true, |v| {
        one_of(v, &["concept", "development", "beta", "stable", "obsolete"])
    }),
    ("softwareType", true, |v| {
        one_of(
            v,
            &["standalone/desktop", "standalone/web", "standalone/other"],
        )
    }),
    ("intendedAudience.countries[]", false, |v| {
        v.as_str()
            .is_some_and(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase()))
    }),
    ("intendedAudience.scope[]", false, |v| {
        one_of(v, &["local-authorities"])
    }),
    ("description.*.localisedName", false, text),
    ("description.*.shortDescription", true, |v| {
        length(v, 1, 150)
    }),
    ("description.*.longDescription", true, |v| {
        length(v, 150, 10_000)
    }),
    ("description.*.features[]", true, |v| length(v, 1, 100)),
    ("description.*.documentation", false, text),
    ("description.*.screenshots[]", false, |v| {
        v.as_str().is_some_and(|path| root().join(path).is_file())
    }),
    ("legal.license", true, |v| one_of(v, &["EUPL-1.2"])),
    ("maintenance.type", true, |v| one_of(v, &["internal"])),
    ("maintenance.contacts[].name", true, text),
    ("maintenance.contacts[].email", false, text),
    ("maintenance.contacts[].affiliation", false, text),
    ("localisation.localisationReady", true, flag),
    ("localisation.availableLanguages[]", true, |v| {
        length(v, 2, 35)
    }),
    ("IT.countryExtensionVersion", false, |v| one_of(v, &["1.0"])),
    ("IT.piattaforme.spid", false, flag),
    ("IT.piattaforme.cie", false, flag),
    ("IT.piattaforme.anpr", false, flag),
    ("IT.piattaforme.pagopa", false, flag),
    ("IT.piattaforme.io", false, flag),
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn text(value: &Yaml<'_>) -> bool {
    length(value, 1, usize::MAX)
}

fn length(value: &Yaml<'_>, least: usize, most: usize) -> bool {
    value
        .as_str()
        .is_some_and(|text| (least..=most).contains(&text.chars().count()))
}

fn one_of(value: &Yaml<'_>, allowed: &[&str]) -> bool {
    value.as_str().is_some_and(|text| allowed.contains(&text))
}

fn flag(value: &Yaml<'_>) -> bool {
    matches!(value, Yaml::Value(Scalar::Boolean(_)))
}

/// Every value with its path.
fn leaves<'a>(value: &'a Yaml<'a>, path: &str, found: &mut Vec<(String, &'a Yaml<'a>)>) {
    if let Some(mapping) = value.as_mapping() {
        for (key, inner) in mapping {
            let key = key.as_str().expect("keys are texts");
            // Languages stand for themselves in the file and for any language in the table.
            let key = if path == "description" { "*" } else { key };
            let dot = if path.is_empty() { "" } else { "." };
            leaves(inner, &format!("{path}{dot}{key}"), found);
        }
    } else if let Some(sequence) = value.as_sequence() {
        for inner in sequence {
            leaves(inner, &format!("{path}[]"), found);
        }
    } else {
        found.push((path.to_owned(), value));
    }
}

#[test]
fn publiccode_yml_follows_the_standard() {
    let source = std::fs::read_to_string(root().join("publiccode.yml")).expect("the file is there");
    let documents = Yaml::load_from_str(&source).expect("it is YAML");
    let [document] = documents.as_slice() else {
        panic!("it holds one document");
    };
    let mut found = Vec::new();
    leaves(document, "", &mut found);

    for (path, value) in &found {
        let key = KEYS.iter().find(|(known, ..)| known == path);
        let (_, _, allows) = key.unwrap_or_else(|| panic!("{path} is not a key of the standard"));
        assert!(allows(value), "{path} may not be {value:?}");
    }
    let present: BTreeSet<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    for (path, required, _) in KEYS {
        assert!(!required || present.contains(path), "{path} is missing");
    }
    let languages = document["description"].as_mapping().expect("a mapping");
    assert_eq!(
        languages.len(),
        2,
        "it describes the program in Italian and English"
    );
}

#[test]
fn the_licence_is_the_one_declared() {
    let licence = std::fs::read_to_string(root().join("LICENSE")).expect("the file is there");
    assert!(licence.contains("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    assert!(licence.contains("Article 15") && licence.contains("Appendix"));
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the file is there");
    assert!(manifest.contains("license = \"EUPL-1.2\""));
}
