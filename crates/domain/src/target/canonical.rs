//! A reading in words, as an official would write it. Each of them reads back to the same reading,
//! so it is also what a person writes as a correction (`reading = "almeno 10"`).

use jiff::civil::Date;

use super::{Actual, ActualReading, Bound, Figure, Mark, Progress, Target, TargetReading};
use crate::number::Number;

/// The months, as words of a date.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// A day in words: `31 marzo 2022`, `1° luglio 2022`.
pub fn day_words(day: Date) -> String {
    let ordinal = if day.day() == 1 { "°" } else { "" };
    let month = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    format!(
        "{}{ordinal} {} {:04}",
        day.day(),
        MONTHS.get(month).unwrap_or(&""),
        day.year()
    )
}

/// A number with all its decimals, in Italian form: `−1.234,5`.
pub fn number_words(number: &Number) -> String {
    let machine = number
        .exact_decimal()
        .unwrap_or_else(|| number.to_decimal());
    let (sign, digits) = match machine.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", machine.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut words = String::with_capacity(machine.len() * 4 / 3 + 4);
    words.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            words.push('.');
        }
        words.push(digit);
    }
    if !decimals.is_empty() {
        words.push(',');
        words.push_str(decimals);
    }
    words
}

/// A figure without its bound: `+5%`, `300 utenti`.
fn plain_figure(figure: &Figure) -> String {
    let plus = if figure.signed && !figure.number.is_negative() {
        "+"
    } else {
        ""
    };
    let percent = if figure.percent { "%" } else { "" };
    let mut words = format!("{plus}{}{percent}", number_words(&figure.number));
    if let Some(unit) = &figure.unit {
        words.push(' ');
        words.push_str(unit);
    }
    words
}

/// A measured or known figure in words: `circa 0,6`, `almeno 907`, `70%`, `14 gg`.
pub fn figure_words(figure: &Figure) -> String {
    let bound = match figure.bound {
        Bound::Exact => "",
        Bound::About => "circa ",
        Bound::Above => "almeno ",
        Bound::Below => "al massimo ",
    };
    format!("{bound}{}", plain_figure(figure))
}

/// A figure with the sign of its target, of which a strict one shows in the figure's bound.
fn compared(sign: &str, figure: &Figure) -> String {
    let level = if figure.percent && figure.signed {
        "livello "
    } else {
        ""
    };
    let sign = match figure.bound {
        Bound::Exact => sign.to_owned(),
        Bound::About => format!("{sign} circa"),
        Bound::Above => ">".to_owned(),
        Bound::Below => "<".to_owned(),
    };
    format!("{level}{sign} {}", plain_figure(figure))
}

/// A target in words: `≥ 300 utenti`, `entro il 31 marzo 2022`, `tra 0,8 e 1`, `sì`.
pub fn target_words(target: &Target) -> String {
    match target {
        Target::AtLeast(figure) => compared("≥", figure),
        Target::AtMost(figure) => compared("≤", figure),
        Target::Exactly(figure) => compared("=", figure),
        Target::Between(low, high) => format!("tra {} e {}", figure_words(low), figure_words(high)),
        Target::Change { by, band } => {
            let points = by * Number::HUNDRED;
            let percent = number_words(&points);
            match (band, points.is_negative()) {
                (true, _) => format!("variazione entro ±{percent}%"),
                (false, true) => format!("variazione del {percent}%"),
                (false, false) => format!("variazione del +{percent}%"),
            }
        }
        Target::YesNo(true) => "sì".to_owned(),
        Target::YesNo(false) => "no".to_owned(),
        Target::ByDate(day) => format!("entro {}{}", article(*day), day_words(*day)),
        Target::Milestone => "risultato descritto (da giudicare)".to_owned(),
        Target::Benchmark { above: true } => "superiore alla media".to_owned(),
        Target::Benchmark { above: false } => "inferiore alla media".to_owned(),
        Target::Completion(points) => format!("completamento al {}%", number_words(points)),
        Target::AllOf => "tutte le parti".to_owned(),
        Target::Observed => "solo monitoraggio".to_owned(),
        Target::Postponed => "rinviato".to_owned(),
        Target::Undefined => "da definire".to_owned(),
    }
}

fn article(day: Date) -> &'static str {
    match day.day() {
        8 | 11 => "l'",
        _ => "il ",
    }
}

/// A mark in words.
pub fn mark_words(mark: Mark) -> &'static str {
    match mark {
        Mark::Blank => "",
        Mark::Dash => "-",
        Mark::Slashes => "//",
        Mark::NotAvailable => "ND",
    }
}

/// What a target cell says, in words; none where it reads in more than one way.
pub fn target_reading_words(reading: &TargetReading) -> Option<String> {
    match reading {
        TargetReading::None(mark) => Some(mark_words(*mark).to_owned()),
        TargetReading::Read(target) => Some(target_words(target)),
        TargetReading::Ambiguous => None,
    }
}

/// A state in words.
pub fn state_words(state: Progress) -> &'static str {
    match state {
        Progress::NotStarted => "non avviato",
        Progress::InProgress => "in corso",
        Progress::Suspended => "sospeso",
        Progress::Waiting => "in attesa",
        Progress::Postponed => "rinviato",
        Progress::Completed => "completato",
    }
}

/// An actual or a known value in words.
pub fn actual_words(actual: &Actual) -> String {
    match actual {
        Actual::Figure(figure) => figure_words(figure),
        Actual::YesNo(true) => "sì".to_owned(),
        Actual::YesNo(false) => "no".to_owned(),
        Actual::Done(day) => day_words(*day),
        Actual::Achievement(share) => {
            format!(
                "percentuale di raggiungimento {}%",
                number_words(&(share * Number::HUNDRED))
            )
        }
        Actual::Text => "risultato descritto (da giudicare)".to_owned(),
    }
}

/// What an actual cell says, in words; none where it reads in more than one way.
pub fn actual_reading_words(reading: &ActualReading) -> Option<String> {
    if reading.ambiguous {
        return None;
    }
    let mut words = match (&reading.actual, reading.mark) {
        (Some(Actual::Text), _) if reading.state.is_some() => String::new(),
        (Some(Actual::Done(day)), _) if reading.state == Some(Progress::Completed) => {
            format!("completato {}{}", article(*day), day_words(*day))
        }
        (Some(actual), _) => actual_words(actual),
        (None, Some(mark)) => mark_words(mark).to_owned(),
        (None, None) => String::new(),
    };
    let add = |words: &mut String, more: String| {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(&more);
    };
    let done = matches!(reading.actual, Some(Actual::Done(_)));
    if let Some(state) = reading.state
        && !(done && state == Progress::Completed)
    {
        add(&mut words, state_words(state).to_owned());
    }
    let shown = matches!(&reading.actual, Some(Actual::Figure(f)) if f.percent);
    if let Some(share) = &reading.completion
        && !shown
    {
        add(
            &mut words,
            format!(
                "completamento al {}%",
                number_words(&(share * Number::HUNDRED))
            ),
        );
    }
    if let Some(day) = reading.as_of {
        words.push_str(&format!(" (al {})", day_words(day)));
    }
    let bounded = matches!(&reading.actual, Some(Actual::Figure(f)) if f.bound != Bound::Exact);
    if reading.provisional && !bounded {
        words.push_str(" (provvisorio)");
    }
    Some(words)
}
