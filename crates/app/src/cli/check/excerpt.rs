//! A finding as a compiler shows it: the line of the file or the cell, underlined, then the way out.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use domain::finding::{Finding, Place, Severity};

use super::super::Session;
use super::super::findings::{column_name, place_words};
use super::super::input::Input;
use super::Look;
use crate::format::datum::At;
use crate::format::draft::Located;
use crate::format::text::{Lines, length_of_value};
use crate::printed::label;

/// The findings of one file, ready to be shown with what they speak of.
pub(super) struct Excerpts<'a> {
    session: &'a Session<'a>,
    input: &'a Input,
    lines: Option<Lines<'a>>,
    renderer: Renderer,
    hint: String,
    fixable: String,
}

/// Longest name of a thing beside its excerpt, in characters.
const NAME: usize = 72;
/// Other places that are named one by one.
const PLACES: usize = 6;

impl<'a> Excerpts<'a> {
    pub(super) fn of(session: &'a Session<'a>, input: &'a Input, look: Look) -> Excerpts<'a> {
        let renderer = match look {
            Look::Terminal => Renderer::styled(),
            Look::File => Renderer::plain(),
        };
        Excerpts {
            session,
            input,
            lines: input.text().map(Lines::of),
            renderer: renderer.decor_style(DecorStyle::Unicode),
            hint: session.catalogue.text("cli-hint"),
            fixable: session.catalogue.text("check-fixable"),
        }
    }

    pub(super) fn of_finding(&self, located: &Located) -> String {
        let catalogue = self.session.catalogue;
        let finding = &located.finding;
        let (message, help) = catalogue.finding(finding);
        let word = catalogue.word("cli-severity", finding.severity.token());
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::INFO,
        };
        let title = level
            .with_name(word.as_str())
            .primary_title(message.as_str())
            .id(finding.rule);
        let name = self.name(finding);
        let mut group = self.with_source(Group::with_title(title), located, &name);
        let also = self.also(finding);
        if let Some(also) = &also {
            group = group.element(Level::NOTE.no_name().message(also.as_str()));
        }
        if let Some(help) = &help {
            group = group.element(
                Level::HELP
                    .with_name(self.hint.as_str())
                    .message(help.as_str()),
            );
        }
        if !finding.fix.is_empty() && self.input.is_toml() {
            group = group.element(Level::NOTE.no_name().message(self.fixable.as_str()));
        }
        self.renderer.render(&[group])
    }

    fn with_source<'g>(&'g self, group: Group<'g>, located: &Located, name: &'g str) -> Group<'g> {
        let path = self.input.path.as_str();
        match &located.at {
            At::Line { line, .. } => {
                let found = self
                    .lines
                    .as_ref()
                    .and_then(|lines| lines.line(&located.at));
                let Some((text, byte)) = found else {
                    return group.element(Origin::path(path));
                };
                let length = length_of_value(&text[byte..]).max(1).min(text.len() - byte);
                let snippet = Snippet::source(text)
                    .path(path)
                    .line_start(usize::try_from(*line).unwrap_or(1));
                let span = AnnotationKind::Primary.span(byte..byte + length);
                group.element(snippet.annotation(span.label(name)))
            }
            At::Cell { sheet, row, column } => {
                let place = format!("{path}: {sheet}!{}{}", column_name(*column), row + 1);
                let written = self
                    .input
                    .draft
                    .written(&located.finding.place)
                    .filter(|(_, at)| **at == located.at)
                    .map(|(text, _)| text.lines().next().unwrap_or_default())
                    .filter(|text| !text.is_empty());
                match written {
                    None => group.element(Origin::path(place)),
                    Some(text) => {
                        let row = usize::try_from(*row).unwrap_or(0) + 1;
                        let span = AnnotationKind::Primary.span(0..text.len());
                        let snippet = Snippet::source(text).line_start(row);
                        group
                            .element(Origin::path(place))
                            .element(snippet.annotation(span.label(name)))
                    }
                }
            }
            At::Nowhere | At::Record { .. } => group.element(Origin::path(path)),
        }
    }

    /// What the thing that a finding is about is called.
    fn name(&self, finding: &Finding) -> String {
        let Some(node) = finding.place.node else {
            return String::new();
        };
        let plan = &self.input.draft.plan;
        let called = plan.name_of(node);
        // A key says in which objective an indicator stands; its printed number does not.
        let name = match called.title {
            Some(title) if !called.key.is_empty() => format!("{} {title}", called.key),
            _ => label(self.session.catalogue, plan, node),
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().count() <= NAME {
            return name;
        }
        let short: String = name.chars().take(NAME - 1).collect();
        format!("{short}…")
    }

    fn also(&self, finding: &Finding) -> Option<String> {
        let places: Vec<String> = finding
            .also
            .iter()
            .take(PLACES)
            .filter_map(|place| self.place(place))
            .collect();
        if places.is_empty() {
            return None;
        }
        let places = places.join("; ");
        let more = finding.also.len().saturating_sub(PLACES);
        Some(if more == 0 {
            let args = [("places", places.as_str())];
            self.session.catalogue.with("check-also", &args)
        } else {
            let args = [("places", places.as_str()), ("more", &more.to_string())];
            self.session.catalogue.with("check-also-more", &args)
        })
    }

    fn place(&self, place: &Place) -> Option<String> {
        let words = place_words(self.session.catalogue, &self.input.draft.place(place))?;
        let plan = &self.input.draft.plan;
        let key = place
            .node
            .map(|node| plan.name_of(node).key)
            .unwrap_or_default();
        Some(if key.is_empty() {
            words
        } else {
            format!("{words} ({key})")
        })
    }
}
