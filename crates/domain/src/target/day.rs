//! Days as people write them (scoring.md §1): three groups of digits that make a valid day and
//! month are a date, tried before a number; the separator is `.`, `/` or `-`.

use jiff::civil::Date;

use super::scan::{Kind, Text};

/// What groups of digits with separators say.
pub(super) enum Dated {
    Day(Date),
    /// `30/6`, `4/5`, `33/2013`.
    Pair(u32, u32),
    /// Two different days (`22-03-31`).
    Unclear,
}

/// A day and month that some year has.
pub(super) fn day_month(day: &str, month: &str) -> Option<(i8, i8)> {
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    Date::new(2000, month, day).ok()?;
    Some((day, month))
}

/// Dates and pairs at the start of `rest`, which starts with a digit.
pub(super) fn scan(rest: &str) -> Option<(usize, Dated)> {
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take(5)
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let a = digits(0);
    let separator = *bytes.get(a)?;
    if a > 4 || !matches!(separator, b'.' | b'/' | b'-') {
        return None;
    }
    let b = digits(a + 1);
    if b == 0 || b > 4 {
        return None;
    }
    let second = a + 1 + b;
    let third = bytes.get(second) == Some(&separator)
        && bytes.get(second + 1).is_some_and(u8::is_ascii_digit);
    if !third {
        let pair = separator == b'/'
            && bytes.get(second) != Some(&b',')
            && !rest[second..].starts_with(|c: char| c.is_alphanumeric());
        let dot = bytes.get(second) == Some(&b'.')
            && bytes.get(second + 1).is_some_and(u8::is_ascii_digit);
        if !pair || dot {
            return None;
        }
        return Some((
            second,
            Dated::Pair(rest[..a].parse().ok()?, rest[a + 1..second].parse().ok()?),
        ));
    }
    let c = digits(second + 1);
    let end = second + 1 + c;
    // A fourth group, or letters, make it something else.
    let more = bytes
        .get(end)
        .is_some_and(|s| matches!(s, b'.' | b'/' | b'-' | b','))
        && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    if more {
        return None;
    }
    let [x, y, z] = [&rest[..a], &rest[a + 1..second], &rest[second + 1..end]];
    let (len, dated) = if a == 4 && b <= 2 && c <= 2 && separator != b'.' {
        (end + time_of_day(&rest[end..]), Dated::Day(new(x, y, z)?))
    } else if a <= 2 && b <= 2 && c == 4 {
        (end, Dated::Day(new(z, y, x)?))
    } else if a <= 2 && b <= 2 && c == 2 {
        let date = new(&format!("20{z}"), y, x)?;
        let reversed =
            new(&format!("20{x}"), y, z).filter(|_| separator == b'-' && a == 2 && b == 2);
        match reversed {
            Some(other) if other != date => (end, Dated::Unclear),
            _ => (end, Dated::Day(date)),
        }
    } else {
        return None;
    };
    if rest[len..].starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    Some((len, dated))
}

fn new(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = year.parse().ok()?;
    if !(1900..=2199).contains(&year) {
        return None;
    }
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Length of the time that spreadsheets add (`T00:00:00`, ` 00:00`).
fn time_of_day(rest: &str) -> usize {
    let Some(time) = rest.strip_prefix(['T', ' ']) else {
        return 0;
    };
    let clock = |at: usize| time.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !(clock(0) && clock(1) && time.as_bytes().get(2) == Some(&b':') && clock(3)) {
        return 0;
    }
    1 + time
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | 'Z' | '+' | '-'))
        .unwrap_or(time.len())
}

/// A month's name or its usual abbreviation.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "gennaio" | "gen" => 1,
        "febbraio" | "feb" => 2,
        "marzo" | "mar" => 3,
        "aprile" | "apr" => 4,
        "maggio" | "mag" => 5,
        "giugno" | "giu" => 6,
        "luglio" | "lug" => 7,
        "agosto" | "ago" => 8,
        "settembre" | "set" | "sett" => 9,
        "ottobre" | "ott" => 10,
        "novembre" | "nov" => 11,
        "dicembre" | "dic" => 12,
        _ => return None,
    })
}

/// A day found in a text.
pub(super) struct Found {
    pub day: Date,
    /// The year was not written: it is the checkpoint's.
    pub year_assumed: bool,
    /// The token after it.
    pub next: usize,
}

/// The day at `i`: `31/12/2022`, `30/6`, `31 marzo 2022`, `1° luglio`. Without a year it is that of
/// `year`, if there is one.
pub(super) fn at(text: &Text, i: usize, year: Option<i16>) -> Option<Found> {
    let found = |date: Option<Date>, year_assumed, next| {
        date.map(|day| Found {
            day,
            year_assumed,
            next,
        })
    };
    match text.kind(i)? {
        Kind::Date(date) => found(Some(*date), false, i + 1),
        Kind::Pair(day, month) => {
            let (day, month) = (i8::try_from(*day).ok()?, i8::try_from(*month).ok()?);
            found(Date::new(year?, month, day).ok(), true, i + 1)
        }
        Kind::Number(n) => {
            let mut next = i + 1;
            if matches!(text.kind(next), Some(Kind::Degree)) || text.word(next) == "o" {
                next += 1;
            }
            let Some(month) = month(text.word(next)) else {
                let (day, month) = n.day_month?;
                return found(Date::new(year?, month, day).ok(), true, i + 1);
            };
            let day = i8::try_from(n.value.to_i64()?).ok()?;
            next += 1;
            if matches!(text.kind(next), Some(Kind::Dot)) && text.number(next + 1).is_some() {
                next += 1;
            }
            match text.number(next).and_then(|n| n.year) {
                Some(year) => found(Date::new(year, month, day).ok(), false, next + 1),
                None => found(Date::new(year?, month, day).ok(), true, next),
            }
        }
        _ => None,
    }
}

/// Reads a day that stands alone: `2022-03-31`, `31.3.2022`, `31/03/22`, `31 marzo 2022`,
/// `1° luglio 2022`, `2022-03-31T00:00:00`. Without a year there is no day.
pub fn read_day(text: &str) -> Option<Date> {
    let text = Text::of(text);
    let found = at(&text, 0, None)?;
    text.ends(found.next).then_some(found.day)
}
