//! The message catalogue: every sentence that people read, Italian first.

use hashbrown::HashMap;
use std::cell::{OnceCell, RefCell};

use domain::check::Rule;
use domain::finding::Finding;
use domain::number::Style;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::rule_page::RulePage;

/// A language of screens and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Italian, the first.
    #[default]
    Italian,
    /// English.
    English,
}

impl Language {
    /// The language of a tag or locale (`it`, `en_US.UTF-8`); none where it is neither.
    pub fn named(tag: &str) -> Option<Language> {
        match tag.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("it") => Some(Language::Italian),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Italian => "it",
            Language::English => "en",
        }
    }

    /// How numbers are printed in it.
    pub fn style(self) -> Style {
        match self {
            Language::Italian => Style::ITALIAN,
            Language::English => Style::ENGLISH,
        }
    }
}

/// The files of the catalogue: in every language those of the same names.
macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        [
            (Language::Italian, &[$(
                ($name, include_str!(concat!("../messages/it/", $name, ".ftl")))
            ),*]),
            (Language::English, &[$(
                ($name, include_str!(concat!("../messages/en/", $name, ".ftl")))
            ),*]),
        ]
    };
}

/// The sources of the catalogue, by language, with the same file names in both.
pub const SOURCES: [(Language, &[(&str, &str)]); 2] = sources![
    "check",
    "cli",
    "document",
    "document-monitoring",
    "document-plan",
    "document-report",
    "explain",
    "fields",
    "format",
    "pages",
    "pages-house",
    "pages-monitoring",
    "pages-reading",
    "pages-structure",
    "pages-things",
    "score",
    "web",
];

/// The catalogue in one language.
pub struct Catalogue {
    /// The language.
    pub language: Language,
    /// The files of the catalogue, each understood when a message of it is first asked for.
    files: Vec<(&'static str, OnceCell<FluentBundle<FluentResource>>)>,
    /// In which of the files each message stands.
    file_of: HashMap<&'static str, usize>,
    /// The messages of the rules met so far, each understood when first asked for.
    rules: RefCell<HashMap<&'static str, FluentBundle<FluentResource>>>,
}

impl Catalogue {
    /// The catalogue in `language`.
    pub fn new(language: Language) -> Catalogue {
        let files: Vec<_> = SOURCES
            .into_iter()
            .filter(|(of, _)| *of == language)
            .flat_map(|(_, files)| files.iter().map(|(_, source)| (*source, OnceCell::new())))
            .collect();
        let names = files
            .iter()
            .enumerate()
            .flat_map(|(file, (source, _))| names(source).map(move |name| (name, file)));
        Catalogue {
            language,
            file_of: names.collect(),
            files,
            rules: RefCell::default(),
        }
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with its arguments; the key itself where there is no such message.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// A message, if there is one.
    pub fn find(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let (source, understood) = self.files.get(*self.file_of.get(key)?)?;
        format(
            understood.get_or_init(|| bundle(self.language, source)),
            key,
            args,
        )
    }

    /// What a finding says, and its way out if it has one.
    pub fn finding(&self, finding: &Finding) -> (String, Option<String>) {
        let args: Vec<(&str, &str)> = finding
            .args
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        if let Some(rule) = Rule::named(finding.rule) {
            let message = self.of_rule(rule, "message", &args);
            return (
                message.unwrap_or_else(|| rule.name.to_owned()),
                self.of_rule(rule, "help", &args),
            );
        }
        let key = format!("finding-{}", finding.rule);
        (
            self.with(&key, &args),
            self.find(&format!("{key}-help"), &args),
        )
    }

    /// The way out of a rule's findings in general: dots stand where a finding has its values.
    pub fn way_out(&self, rule: &Rule) -> Option<String> {
        let page = RulePage::of(rule, self.language);
        let names = page.messages.split('$').skip(1).filter_map(|after| {
            let name = after.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            name.into_iter().next()
        });
        let args: Vec<(&str, &str)> = names.map(|name| (name, "…")).collect();
        self.of_rule(rule, "help", &args)
    }

    /// A message of a rule's page.
    fn of_rule(&self, rule: &Rule, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let mut rules = self.rules.borrow_mut();
        let bundle = rules.entry(rule.name).or_insert_with(|| {
            let page = RulePage::of(rule, self.language);
            bundle(self.language, page.messages)
        });
        format(bundle, key, args)
    }

    /// The word for a machine token of some sort (`state`, `not_due`).
    pub fn word(&self, sort: &str, token: &str) -> String {
        self.text(&format!("{sort}-{}", token.replace('_', "-")))
    }
}

/// The names of the messages of a file: what begins a line, up to the equals sign.
fn names(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().filter_map(|line| {
        let (name, _) = line.split_once(" =")?;
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    })
}

fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    bundle.set_use_isolating(false);
    // A resource with errors still holds its good messages; a test finds the others.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &[(&str, &str)],
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        // Whole numbers choose between singular and plural; a code such as 01 is a text.
        match value.parse::<u32>() {
            Ok(count) if count.to_string() == *value => {
                fluent.set(*name, FluentValue::from(count));
            }
            _ => fluent.set(*name, FluentValue::from(*value)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors);
    Some(text.into_owned())
}
