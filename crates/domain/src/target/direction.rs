//! Higher or lower is better (scoring.md §1, *Direction*): as written; the comparator; the sign of
//! a change; the health index's threshold; the unit; the name; else higher.

use std::ops::Range;

use super::expected::{Expected, Said};
use super::scan::{Kind, Text};
use super::{Comparison, Derived, Direction, Figure, Origin, Target};

/// Hints of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameHints {
    /// It begins with Tempo, Tempi, Giorni medi, Ritardo.
    pub delay: bool,
    /// It speaks of errors, costs, charges or consumption: only worth a warning.
    pub burden: Option<String>,
    /// *Riduzione*, *diminuzione*.
    pub reduces: bool,
    /// A word of change.
    pub change: Option<String>,
    /// It says percent.
    pub percent: bool,
    /// It is a mean, a rate, a satisfaction.
    pub level: bool,
}

impl NameHints {
    pub fn of(name: &str) -> Self {
        let text = Text::of(name);
        let mut hints = NameHints {
            delay: matches!(text.word(0), "tempo" | "tempi" | "ritardo" | "ritardi")
                || text.says(0, &["giorni", "medi"]),
            ..NameHints::default()
        };
        hints.level = hints.delay || matches!(text.kind(0), Some(Kind::Percent));
        let numerator = numerator(&text);
        for i in 0..text.len() {
            let word = text.word(i);
            hints.percent |=
                matches!(text.kind(i), Some(Kind::Percent)) || word.starts_with("percentual");
            if word.is_empty() {
                continue;
            }
            let printed = || text.raw[text.tokens[i].start..text.tokens[i].end].to_owned();
            if hints.burden.is_none()
                && numerator.contains(&i)
                && (["error", "costo", "costi", "oner", "consum"]
                    .iter()
                    .any(|s| word.starts_with(s)))
                && !word.starts_with("oneros")
                && !word.starts_with("consumator")
                && !word.starts_with("costit")
            {
                hints.burden = Some(printed());
            }
            if let Some(governor) = super::comparator::governor(word) {
                hints.reduces |= governor == super::comparator::Governor::Down;
                if i >= numerator.start {
                    hints.change.get_or_insert_with(printed);
                }
            }
            hints.level |= matches!(
                word,
                "medio"
                    | "media"
                    | "medi"
                    | "medie"
                    | "tasso"
                    | "grado"
                    | "indice"
                    | "rapporto"
                    | "gradimento"
                    | "soddisfazione"
                    | "ritardo"
                    | "satisfaction"
            ) || (i == 0 && word.starts_with("percentual"));
        }
        // Of a saving or a correction there may well be more.
        if hints.reduces || (0..text.len()).any(|i| undoes(text.word(i))) {
            hints.burden = None;
        }
        hints
    }
}

/// The tokens of a name that say what is measured: after the last colon, before a denominator.
fn numerator(text: &Text) -> Range<usize> {
    let colon = (0..text.len()).rfind(|i| matches!(text.kind(*i), Some(Kind::Colon)));
    let start = colon
        .map(|i| i + 1)
        .filter(|i| *i < text.len())
        .unwrap_or(0);
    let divides = |i: usize| match text.kind(i) {
        Some(Kind::Slash) => text.word(i + 1) != "o",
        _ => matches!(
            text.word(i),
            "su" | "sul" | "sullo" | "sulla" | "sui" | "sugli" | "sulle"
        ),
    };
    let end = (start..text.len()).find(|i| divides(*i));
    start..end.unwrap_or(text.len())
}

fn undoes(word: &str) -> bool {
    ["correzion", "eliminazion", "cancellazion"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

/// The side on which the threshold of a health index is not alarming: `se > 100%` alarms above.
pub(super) fn of_threshold(threshold: &str) -> Option<Direction> {
    let text = Text::of(threshold);
    (0..text.len()).find_map(|i| {
        if let Some(found) = super::comparator::at(&text, i) {
            return match found.is {
                Comparison::Above | Comparison::AtLeast => Some(Direction::Lower),
                Comparison::Below | Comparison::AtMost => Some(Direction::Higher),
                Comparison::Equal | Comparison::About => None,
            };
        }
        match text.word(i) {
            "negativo" | "negativa" => Some(Direction::Higher),
            "positivo" | "positiva" => Some(Direction::Lower),
            _ => None,
        }
    })
}

/// Whether a unit counts time: gg, giorni, ore.
pub(super) fn counts_time(unit: &str) -> bool {
    let text = Text::of(unit);
    let first = (0..text.len()).find(|i| !text.word(*i).is_empty());
    first.is_some_and(|i| {
        let i = if matches!(text.word(i), "n" | "nr" | "numero") && text.len() > i + 1 {
            (i + 1..text.len()).find(|n| !text.word(*n).is_empty()).unwrap_or(i)
        } else {
            i
        };
        matches!(text.word(i), "gg" | "giorni" | "giorno" | "ore" | "g" if text.word(i) != "g" || text.len() <= 2)
    })
}

/// The figure of a target, whatever its kind.
fn figure(said: &Said) -> Option<&Figure> {
    match said {
        Said::Bare(f) => Some(f),
        Said::Meant(
            Target::AtLeast(f) | Target::AtMost(f) | Target::Exactly(f) | Target::Between(_, f),
        ) => Some(f),
        _ => None,
    }
}

/// What derives a direction.
pub(super) struct Sources<'a> {
    pub written: Option<Direction>,
    pub targets: &'a [&'a Expected],
    pub threshold: Option<Direction>,
    pub unit: Option<&'a str>,
    pub name: &'a NameHints,
}

/// The direction, and the first hint that says otherwise.
pub(super) fn derive(sources: &Sources) -> (Derived<Direction>, Option<Origin>) {
    let comparator = sources.targets.iter().find_map(|t| t.side);
    let sign = sources.targets.iter().find_map(|t| match &t.said {
        Said::Meant(Target::Change { by, band: false }) if by.is_negative() => {
            Some(Direction::Lower)
        }
        Said::Meant(Target::Change { by, band: false }) if by.is_positive() => {
            Some(Direction::Higher)
        }
        _ => None,
    });
    let time = match sources.unit {
        Some(unit) if counts_time(unit) => true,
        _ => sources.targets.iter().any(|t| {
            figure(&t.said)
                .and_then(|f| f.unit.as_deref())
                .is_some_and(counts_time)
        }),
    };
    let hints = [
        (sources.written, Origin::Written),
        (comparator, Origin::Comparator),
        (sign, Origin::ChangeSign),
        (sources.threshold, Origin::HealthThreshold),
        (time.then_some(Direction::Lower), Origin::Unit),
        (sources.name.delay.then_some(Direction::Lower), Origin::Name),
    ];
    let mut said = hints.iter().filter_map(|(d, o)| d.map(|d| (d, *o)));
    let Some((is, from)) = said.next() else {
        let hint = sources.name.burden.is_some().then_some(Origin::Name);
        let default = Derived {
            is: Direction::Higher,
            from: Origin::Default,
        };
        return (default, hint);
    };
    // A unit of time says little beside what is said: training is measured in hours too.
    let contrary = said.find(|(d, o)| *d != is && *o != Origin::Unit);
    let contrary = contrary.map(|(_, o)| o);
    (Derived { is, from }, contrary)
}
