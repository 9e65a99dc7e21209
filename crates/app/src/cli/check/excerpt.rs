//! A finding as a compiler shows it: the line of the file or the cell, underlined, then the way out.

use std::ops::Range;

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

/// The findings of one file, put into words.
pub(super) struct Excerpts<'a> {
    session: &'a Session<'a>,
    input: &'a Input,
    lines: Option<Lines<'a>>,
}

/// How findings are drawn, once their words are found: several at a time may be.
pub(super) struct Drawing<'a> {
    path: &'a str,
    renderer: Renderer,
    hint: String,
    fixable: String,
}

/// A finding in words, with what it speaks of.
pub(super) struct Told<'a> {
    rule: &'static str,
    severity: Severity,
    word: String,
    message: String,
    help: Option<String>,
    name: String,
    source: Source<'a>,
    also: Option<String>,
    fixable: bool,
}

/// Where a finding points.
enum Source<'a> {
    /// To the file as a whole.
    File,
    /// To a part of a line.
    Line {
        line: usize,
        text: &'a str,
        part: Range<usize>,
    },
    /// To a cell, with its place in words and its text if it has one.
    Cell {
        place: String,
        row: usize,
        text: Option<&'a str>,
    },
}

/// Longest name of a thing beside its excerpt, in characters.
const NAME: usize = 72;
/// Other places that are named one by one.
const PLACES: usize = 6;

impl<'a> Excerpts<'a> {
    pub(super) fn of(session: &'a Session<'a>, input: &'a Input) -> Excerpts<'a> {
        Excerpts {
            session,
            input,
            lines: input.text().map(Lines::of),
        }
    }

    pub(super) fn drawing(&self, look: Look) -> Drawing<'a> {
        let renderer = match look {
            Look::Terminal => Renderer::styled(),
            Look::File => Renderer::plain(),
        };
        Drawing {
            path: self.input.path.as_str(),
            renderer: renderer.decor_style(DecorStyle::Unicode),
            hint: self.session.catalogue.text("cli-hint"),
            fixable: self.session.catalogue.text("check-fixable"),
        }
    }

    pub(super) fn of_finding(&self, located: &'a Located) -> Told<'a> {
        let finding = &located.finding;
        let catalogue = self.session.catalogue;
        let (message, help) = catalogue.finding(finding);
        Told {
            rule: finding.rule,
            severity: finding.severity,
            word: catalogue.word("cli-severity", finding.severity.token()),
            message,
            help,
            name: self.name(finding),
            source: self.source(located).unwrap_or(Source::File),
            also: self.also(finding),
            fixable: !finding.fix.is_empty() && self.input.is_toml(),
        }
    }

    fn source(&self, located: &'a Located) -> Option<Source<'a>> {
        match &located.at {
            At::Line { line, .. } => {
                let (text, byte) = self.lines.as_ref()?.line(&located.at)?;
                let length = length_of_value(&text[byte..]).max(1).min(text.len() - byte);
                Some(Source::Line {
                    line: usize::try_from(*line).unwrap_or(1),
                    text,
                    part: byte..byte + length,
                })
            }
            At::Cell { sheet, row, column } => {
                let path = self.input.path.as_str();
                let written = self.input.draft.written(&located.finding.place);
                Some(Source::Cell {
                    place: format!("{path}: {sheet}!{}{}", column_name(*column), row + 1),
                    row: usize::try_from(*row).unwrap_or(0) + 1,
                    text: written
                        .filter(|(_, at)| **at == located.at)
                        .map(|(text, _)| text.lines().next().unwrap_or_default())
                        .filter(|text| !text.is_empty()),
                })
            }
            At::Nowhere | At::Record { .. } => None,
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

impl Drawing<'_> {
    pub(super) fn of(&self, told: &Told<'_>) -> String {
        let level = match told.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::INFO,
        };
        let title = level
            .with_name(told.word.as_str())
            .primary_title(told.message.as_str())
            .id(told.rule);
        let mut group = self.with_source(Group::with_title(title), told);
        if let Some(also) = &told.also {
            group = group.element(Level::NOTE.no_name().message(also.as_str()));
        }
        if let Some(help) = &told.help {
            group = group.element(
                Level::HELP
                    .with_name(self.hint.as_str())
                    .message(help.as_str()),
            );
        }
        if told.fixable {
            group = group.element(Level::NOTE.no_name().message(self.fixable.as_str()));
        }
        self.renderer.render(&[group])
    }

    fn with_source<'g>(&'g self, group: Group<'g>, told: &'g Told<'_>) -> Group<'g> {
        let label = told.name.as_str();
        match &told.source {
            Source::File => group.element(Origin::path(self.path)),
            Source::Line { line, text, part } => {
                let snippet = Snippet::source(*text).path(self.path).line_start(*line);
                let span = AnnotationKind::Primary.span(part.clone());
                group.element(snippet.annotation(span.label(label)))
            }
            Source::Cell { place, row, text } => {
                let group = group.element(Origin::path(place.as_str()));
                let Some(text) = text else { return group };
                let span = AnnotationKind::Primary.span(0..text.len());
                let snippet = Snippet::source(*text).line_start(*row);
                group.element(snippet.annotation(span.label(label)))
            }
        }
    }
}
