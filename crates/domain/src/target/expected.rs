//! The reading of a target: the table of scoring.md §1.

use jiff::civil::Date;

use super::amount::{self, Amount};
use super::canonical::target_words;
use super::comparator::Governor;
use super::deadline;
use super::scan::{Comparison, Kind, Text};
use super::setting::{Remark, Setting};
use super::{Bound, Direction, Figure, Mark, Target, TargetKind, TargetReading};
use super::{answer, benchmark, between, standing};
use super::{plain, unit};
use crate::number::Number;

/// What a target text says, before the direction of its indicator is known.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    None(Mark),
    /// A number without comparator: at least, or at most where lower is better.
    Bare(Figure),
    Meant(Target),
    /// A benchmark kind without saying which side.
    Side,
    Ambiguous,
}

/// What a target text says, with the hints that derive the direction.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expected {
    pub said: Said,
    pub remarks: Vec<Remark>,
    /// The side that a comparator of the text takes.
    pub side: Option<Direction>,
    /// An unsigned percentage read as a level.
    pub level_percent: bool,
}

impl Expected {
    fn of(said: Said) -> Self {
        Expected {
            said,
            remarks: Vec::new(),
            side: None,
            level_percent: false,
        }
    }

    fn meant(target: Target) -> Self {
        Self::of(Said::Meant(target))
    }

    fn unclear(readings: Vec<String>) -> Self {
        let mut expected = Self::of(Said::Ambiguous);
        expected.remarks.push(Remark::Either(readings));
        expected
    }

    /// The reading, once the direction is known.
    pub fn settle(&self, direction: Direction) -> TargetReading {
        match &self.said {
            Said::None(mark) => TargetReading::None(*mark),
            Said::Bare(figure) if direction == Direction::Lower => {
                TargetReading::Read(Target::AtMost(figure.clone()))
            }
            Said::Bare(figure) => TargetReading::Read(Target::AtLeast(figure.clone())),
            Said::Meant(target) => TargetReading::Read(target.clone()),
            Said::Side => TargetReading::Read(Target::Benchmark {
                above: direction == Direction::Higher,
            }),
            Said::Ambiguous => TargetReading::Ambiguous,
        }
    }
}

/// Reads a target (scoring.md §1): what it means, and what is to be said of it.
pub fn read_target(text: &str, setting: &Setting) -> (TargetReading, Vec<Remark>) {
    let expected = expect(text, setting);
    let reading = expected.settle(setting.direction.unwrap_or(Direction::Higher));
    (reading, expected.remarks)
}

pub(super) fn expect(raw: &str, setting: &Setting) -> Expected {
    let text = Text::of(raw);
    if let Some(mark) = standing::mark(&text) {
        return Expected::of(Said::None(mark));
    }
    if text.prose {
        return Expected::meant(Target::Milestone);
    }
    if let Some(target) = in_canonical_words(&text) {
        return Expected::meant(target);
    }
    if standing::postponed(&text) {
        return Expected::meant(Target::Postponed);
    }
    if standing::undefined(&text) {
        return Expected::meant(Target::Undefined);
    }
    let mut expected = match setting.kind {
        Some(kind) => forced(&text, setting, kind),
        None => free(&text, setting),
    };
    if as_of(&text) {
        expected.remarks.push(Remark::AsOfInTarget);
    }
    expected
}

/// The words that only [`target_words`] and those who copy them write.
fn in_canonical_words(text: &Text) -> Option<Target> {
    if text.says(0, &["risultato", "descritto"])
        && (text.len() == 2 || matches!(text.kind(2), Some(Kind::Open)))
    {
        return Some(Target::Milestone);
    }
    if text.says(0, &["tutte", "le", "parti"]) && text.ends(3) {
        return Some(Target::AllOf);
    }
    if text.says(0, &["completamento", "al"]) {
        let p = plain::plain(text, 2, false)?;
        let whole = p.percent && !p.unclear && !p.band && text.ends(p.next);
        return whole.then_some(Target::Completion(p.number));
    }
    None
}

fn as_of(text: &Text) -> bool {
    (1..text.len()).any(|i| {
        matches!(text.word(i), "dato" | "rilevazioni" | "rilevato") && unit::tail_begins(text, i)
    })
}

/// A text on whose kind nothing is written.
fn free(text: &Text, setting: &Setting) -> Expected {
    if standing::observed(text) {
        return Expected::meant(Target::Observed);
    }
    if let Some((yes, _)) = answer::read(text) {
        return Expected::meant(Target::YesNo(yes));
    }
    if let Some(above) = benchmark::read(text) {
        let mut expected = Expected::meant(Target::Benchmark { above });
        expected.side = Some(side(above));
        return expected;
    }
    if let Some(found) = deadline::opening(text, setting.year) {
        return opening_day(text, setting, &found);
    }
    let level = text.word(0) == "livello" && text.len() > 1;
    let start = usize::from(level);
    let range = between::read(text, setting.percent_unit);
    let amounts = amount::free(text, start, setting.percent_unit);
    if let Some(range) = range {
        let others = amounts
            .iter()
            .any(|a| a.next <= range.from || a.from >= range.next);
        if range.unclear || others || later_day(text, setting).is_some() {
            return Expected::unclear(Vec::new());
        }
        let mut expected = Expected::meant(Target::Between(range.low, range.high));
        dotted(&mut expected, range.dotted);
        return expected;
    }
    match amounts.as_slice() {
        [] => wordy(text, setting),
        [one] => single(text, setting, one, level),
        several => match several.iter().find(|a| a.total) {
            Some(total) => single(text, setting, total, level),
            None => many(several, &amount::free(text, start, false), setting),
        },
    }
}

fn side(above: bool) -> Direction {
    if above {
        Direction::Higher
    } else {
        Direction::Lower
    }
}

fn dotted(expected: &mut Expected, dotted: bool) {
    if dotted {
        expected.remarks.push(Remark::DotDecimal);
    }
}

fn by_date(day: Date, year_assumed: bool) -> Expected {
    let mut expected = Expected::meant(Target::ByDate(day));
    if year_assumed {
        expected.remarks.push(Remark::YearAssumed);
    }
    expected
}

/// A day opens the text; a quantity after it must not be lost.
fn opening_day(text: &Text, setting: &Setting, found: &deadline::Deadline) -> Expected {
    let amounts = amount::free(text, found.next, setting.percent_unit);
    match amounts.as_slice() {
        [] if found.unclear => Expected::unclear(vec![target_words(&Target::ByDate(found.day))]),
        [] => by_date(found.day, found.year_assumed),
        [one] if setting.day == Some(found.day) => single(text, setting, one, false),
        _ => Expected::unclear(Vec::new()),
    }
}

/// A day that the text says later, unless it is the checkpoint itself, at which every target is
/// expected anyway.
fn later_day(text: &Text, setting: &Setting) -> Option<(usize, deadline::Deadline)> {
    deadline::later(text, setting.year).filter(|(_, d)| setting.day != Some(d.day))
}

/// No number is free: a described result, done by a day, or what the unit says.
fn wordy(text: &Text, setting: &Setting) -> Expected {
    if let Some((i, found)) = deadline::later(text, setting.year)
        && text.ends(found.next)
        && !deadline::qualifies(text, i)
    {
        return by_date(found.day, found.year_assumed);
    }
    let opens_unread = matches!(
        text.kind(0),
        Some(Kind::Code | Kind::Pair(..) | Kind::Number(_))
    ) || matches!(
        text.kind(0),
        Some(
            Kind::Comparison(_) | Kind::Plus | Kind::PlusMinus | Kind::Dash { .. } | Kind::Currency
        )
    ) && !matches!(text.kind(1), Some(Kind::Word));
    if !text.has_words() || opens_unread || deadline::only_a_time(text) {
        return Expected::unclear(Vec::new());
    }
    // `pari a 3`: exactly, or at least?
    if text.word(0) == "pari"
        && let Some(p) = plain::plain(
            text,
            1 + usize::from(super::comparator::links(text.word(1))),
            true,
        )
    {
        let figure = p.figure(text, setting.percent_unit, None);
        let readings = [Target::AtLeast(figure.clone()), Target::Exactly(figure)];
        return Expected::unclear(readings.iter().map(target_words).collect());
    }
    if setting.yes_no_unit {
        return Expected::meant(Target::YesNo(true));
    }
    Expected::meant(Target::Milestone)
}

/// Several free numbers: a range in two comparators, the parts of an all-of target, or unclear.
/// `written` are the same without the unit: beside a written percentage a bare number is none.
fn many(amounts: &[Amount], written: &[Amount], setting: &Setting) -> Expected {
    if let [low, high] = amounts
        && let (Some(l), Some(h)) = (low.comparator, high.comparator)
        && (l.is, h.is) == (Comparison::AtLeast, Comparison::AtMost)
        && !h.within
        && low.governor.is_none()
        && low.figure.percent == high.figure.percent
        && low.figure.number <= high.figure.number
        && (low.figure.unit.is_none() || low.figure.unit == high.figure.unit)
    {
        let mut low = low.figure.clone();
        low.unit = None;
        return Expected::meant(Target::Between(low, high.figure.clone()));
    }
    if setting.parts {
        return Expected::meant(Target::AllOf);
    }
    let shown = match written.iter().any(|a| a.figure.percent) {
        true => written,
        false => amounts,
    };
    let readings = shown.iter().map(|a| target_words(&plainly(a))).collect();
    Expected::unclear(readings)
}

/// The amount alone, as a message shows it.
fn plainly(amount: &Amount) -> Target {
    let figure = amount.figure.clone();
    match amount.comparator.map(|c| c.is) {
        Some(Comparison::AtMost | Comparison::Below) => Target::AtMost(figure),
        _ => match change(amount, false) {
            Some(by) if amount.governor.is_some() => Target::Change {
                by,
                band: amount.band,
            },
            _ => Target::AtLeast(figure),
        },
    }
}

/// The relative change that a percentage says.
fn change(amount: &Amount, reduces: bool) -> Option<Number> {
    if !amount.figure.percent {
        return None;
    }
    let by = amount.figure.number.checked_div(&Number::HUNDRED)?;
    let down = amount.governor == Some(Governor::Down) || (reduces && amount.governor.is_none());
    Some(if down && !amount.figure.signed {
        -by
    } else {
        by
    })
}

/// One free number.
fn single(text: &Text, setting: &Setting, amount: &Amount, level: bool) -> Expected {
    let figure = amount.figure.clone();
    let unclear =
        |targets: &[Target]| Expected::unclear(targets.iter().map(target_words).collect());
    if amount.unclear {
        return Expected::unclear(Vec::new());
    }
    let mut expected = if amount.band {
        match change(amount, false) {
            Some(by) => Expected::meant(Target::Change {
                by: by.abs(),
                band: true,
            }),
            None => return Expected::unclear(Vec::new()),
        }
    } else if amount.governor.is_some() && !level {
        match governed(amount, setting) {
            Some(by) => Expected::meant(Target::Change { by, band: false }),
            None => return unclear(&[plainly(amount)]),
        }
    } else if figure.percent && figure.signed && !level {
        match (amount.comparator, change(amount, false)) {
            (None, Some(by)) => Expected::meant(Target::Change { by, band: false }),
            (Some(c), Some(by)) if c.is == Comparison::AtLeast && by.is_positive() => {
                Expected::meant(Target::Change { by, band: false })
            }
            // `almeno -5%`: not below, or at least so much less?
            _ => return unclear(&[plainly(amount)]),
        }
    } else if figure.signed && figure.number.is_positive() && amount.comparator.is_none() {
        // `+5 utenti`: five, or five more?
        return unclear(&[Target::AtLeast(figure)]);
    } else {
        compared(setting, amount, figure)
    };
    dotted(&mut expected, amount.dotted);
    if let Some((i, found)) = later_day(text, setting)
        && !(i < amount.from && deadline::qualifies(text, i))
    {
        let day = target_words(&Target::ByDate(found.day));
        return Expected::unclear(vec![target_words(&plainly(amount)), day]);
    }
    expected
}

/// A change governed by a word: `incremento di almeno il 5%`, `riduzione del 10%`.
fn governed(amount: &Amount, setting: &Setting) -> Option<Number> {
    let least = matches!(
        amount.comparator.map(|c| c.is),
        None | Some(Comparison::AtLeast | Comparison::Above)
    );
    if !least {
        return None;
    }
    // Which way a *variazione* goes its sign must say.
    if amount.governor == Some(Governor::Either) && !amount.figure.signed && !setting.reduces {
        return None;
    }
    let by = change(amount, setting.reduces)?;
    let contrary = (amount.governor == Some(Governor::Up) && by.is_negative())
        || (amount.governor == Some(Governor::Down) && by.is_positive());
    (!contrary).then_some(by)
}

/// One level or count, with or without comparator.
fn compared(setting: &Setting, amount: &Amount, figure: Figure) -> Expected {
    let bare_year = amount.year.is_some_and(|y| {
        figure.unit.is_none()
            && !figure.percent
            && setting
                .year
                .is_some_and(|now| (now - 10..=now + 10).contains(&y))
    });
    if bare_year {
        return Expected::unclear(vec![target_words(&Target::AtLeast(figure))]);
    }
    let percent = figure.percent;
    let completes = setting.completion && percent && !figure.signed;
    let mut expected = match amount.comparator.map(|c| c.is) {
        None if completes => Expected::meant(Target::Completion(figure.number)),
        Some(Comparison::AtLeast) if completes => {
            Expected::meant(Target::Completion(figure.number))
        }
        None | Some(Comparison::About) => Expected::of(Said::Bare(figure)),
        Some(is) => {
            let mut expected = Expected::meant(match is {
                Comparison::AtLeast | Comparison::Above => Target::AtLeast(figure),
                Comparison::AtMost | Comparison::Below => Target::AtMost(figure),
                Comparison::Equal | Comparison::About => Target::Exactly(figure),
            });
            expected.side = match is {
                Comparison::AtLeast | Comparison::Above => Some(Direction::Higher),
                Comparison::AtMost | Comparison::Below => Some(Direction::Lower),
                Comparison::Equal | Comparison::About => None,
            };
            if matches!(is, Comparison::Above | Comparison::Below) {
                expected.remarks.push(Remark::Strict);
            }
            expected
        }
    };
    expected.level_percent = percent && !completes;
    expected
}

/// A text on an indicator whose kind a person wrote.
fn forced(text: &Text, setting: &Setting, kind: TargetKind) -> Expected {
    use TargetKind as K;
    let open = Setting {
        kind: None,
        completion: kind == K::Completion,
        parts: false,
        ..setting.clone()
    };
    let amounts = || {
        amount::free(
            text,
            usize::from(text.word(0) == "livello"),
            setting.percent_unit,
        )
    };
    let only = |amounts: Vec<Amount>| {
        let total = amounts.iter().position(|a| a.total);
        match (total, amounts.len()) {
            (Some(i), _) => amounts.into_iter().nth(i),
            (None, 1) => amounts.into_iter().next(),
            _ => None,
        }
        .filter(|a| !a.unclear)
    };
    let found = match kind {
        K::Milestone => Some(Target::Milestone),
        K::AllOf => Some(Target::AllOf),
        K::Observed => Some(Target::Observed),
        K::Postponed => Some(Target::Postponed),
        K::Undefined => Some(Target::Undefined),
        K::YesNo => Some(Target::YesNo(answer::read(text).is_none_or(|(yes, _)| yes))),
        K::Benchmark => match benchmark::read(text) {
            Some(above) => Some(Target::Benchmark { above }),
            None => return Expected::of(Said::Side),
        },
        K::ByDate => {
            let day = deadline::opening(text, setting.year)
                .map(|d| (d.day, d.year_assumed))
                .or_else(|| {
                    deadline::later(text, setting.year).map(|(_, d)| (d.day, d.year_assumed))
                });
            if let Some((day, assumed)) = day {
                return by_date(day, assumed);
            }
            None
        }
        K::Between => match free(text, &open).said {
            Said::Meant(target @ Target::Between(..)) => Some(target),
            _ => None,
        },
        K::Completion => match answer::read(text) {
            Some((true, _)) => Some(Target::Completion(Number::HUNDRED)),
            _ => only(amounts()).map(|a| Target::Completion(a.figure.number)),
        },
        K::Change => only(amounts()).and_then(|mut a| {
            let bare = a.figure.unit.is_none();
            a.figure.percent |= bare;
            let by = if a.governor.is_some() && !a.band {
                governed(&a, setting)
            } else {
                change(&a, setting.reduces)
            };
            by.map(|by| Target::Change {
                by: if a.band { by.abs() } else { by },
                band: a.band,
            })
        }),
        K::AtLeast | K::AtMost | K::Exactly => only(amounts()).map(|a| {
            let mut figure = a.figure;
            figure.bound = match figure.bound {
                Bound::Above if kind == K::AtLeast => Bound::Above,
                Bound::Below if kind == K::AtMost => Bound::Below,
                Bound::About => Bound::About,
                _ => Bound::Exact,
            };
            match kind {
                K::AtLeast => Target::AtLeast(figure),
                K::AtMost => Target::AtMost(figure),
                _ => Target::Exactly(figure),
            }
        }),
    };
    match found {
        Some(target) => Expected::meant(target),
        None => {
            let mut expected = Expected::of(Said::Ambiguous);
            expected.remarks.push(Remark::NotOfKind);
            expected
        }
    }
}
