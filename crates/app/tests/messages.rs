//! The catalogue: both languages, every word of every closed list, no syntax that Fluent refuses.

use domain::report::listing::View;
use domain::score::{Outlook, Reason, SCORED, State};
use traguardo::format::schema::KINDS;
use traguardo::messages::{Catalogue, Language, SOURCES};
use traguardo::web::pages::thing::told::field_label;

#[test]
fn every_file_of_the_catalogue_is_good_fluent() {
    for (language, files) in SOURCES {
        for (name, source) in files {
            let parsed = fluent_bundle::FluentResource::try_new((*source).to_owned());
            assert!(
                parsed.is_ok(),
                "{language:?} {name}: {:?}",
                parsed.err().map(|(_, e)| e)
            );
        }
    }
}

#[test]
fn every_word_of_the_closed_lists_is_in_both_languages() {
    for language in [Language::Italian, Language::English] {
        let catalogue = Catalogue::new(language);
        let mut words: Vec<(&str, &str)> = Vec::new();
        words.extend(State::ALL.map(|x| ("state", x.token())));
        words.extend(Outlook::ALL.map(|x| ("outlook", x.token())));
        words.extend(Reason::ALL.map(|x| ("reason", x.token())));
        words.extend(View::ALL.map(|x| ("view", x.token())));
        words.extend(SCORED.map(|kind| ("kind", kind.token())));
        let roles = [
            "whole",
            "own",
            "contributing",
            "body",
            "unit",
            "objectives",
            "national",
            "behaviours",
        ];
        words.extend(roles.map(|role| ("part", role)));
        let rules = [
            "at_least",
            "at_most_ratio",
            "at_most_linear",
            "at_most_none",
            "exactly",
            "between",
            "change",
            "change_band",
            "from_baseline",
            "answer",
            "completion",
            "delay",
            "declared",
            "parts_mean",
            "parts_least",
        ];
        words.extend(rules.map(|rule| ("rule", rule)));
        for (sort, token) in words {
            let key = format!("{sort}-{}", token.replace('_', "-"));
            assert!(catalogue.find(&key, &[]).is_some(), "{language:?}: {key}");
        }
    }
}

#[test]
fn every_field_of_the_schema_has_a_name_in_both_languages() {
    let (italian, english) = (
        Catalogue::new(Language::Italian),
        Catalogue::new(Language::English),
    );
    let mut names = std::collections::BTreeSet::new();
    for kind in KINDS.iter().map(|kind| kind.spec()) {
        for field in &kind.fields {
            let place = format!("{}.{}", kind.key, field.key);
            let name = field_label(&italian, kind, field);
            assert_eq!(name, field.header, "{place}: the same as in the workbook");
            let name = field_label(&english, kind, field);
            assert!(!name.starts_with("field-"), "{place}");
            let [kind, key] = [kind.key, field.key].map(|token| token.replace('_', "-"));
            names.extend([format!("field-{kind}--{key}"), format!("field-{key}")]);
        }
    }
    for (_, files) in SOURCES {
        let (_, fields) = files
            .iter()
            .find(|(of, _)| *of == "fields")
            .expect("the file");
        for line in fields.lines().filter(|line| line.starts_with("field-")) {
            let (name, _) = line.split_once(" =").expect("a message");
            assert!(names.contains(name), "{name} names no field");
        }
    }
}
