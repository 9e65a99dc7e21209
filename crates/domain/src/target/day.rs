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
        let follows = |mark: u8| {
            bytes.get(second) == Some(&mark)
                && bytes.get(second + 1).is_some_and(u8::is_ascii_digit)
        };
        let pair = separator == b'/'
            && !follows(b',')
            && !rest[second..].starts_with(|c: char| c.is_alphanumeric());
        if !pair || follows(b'.') {
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

/// A month's name.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "gennaio" => 1,
        "febbraio" => 2,
        "marzo" => 3,
        "aprile" => 4,
        "maggio" => 5,
        "giugno" => 6,
        "luglio" => 7,
        "agosto" => 8,
        "settembre" => 9,
        "ottobre" => 10,
        "novembre" => 11,
        "dicembre" => 12,
        _ => return None,
    })
}

/// A month's abbreviation, which only a year after it tells from another word (`3 set`).
fn abbreviation(word: &str) -> Option<i8> {
    Some(match word {
        "gen" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "mag" => 5,
        "giu" => 6,
        "lug" => 7,
        "ago" => 8,
        "set" | "sett" => 9,
        "ott" => 10,
        "nov" => 11,
        "dic" => 12,
        _ => return None,
    })
}

/// Whether a month stands at `i`, after the number of a day (`31 marzo`, `1° luglio`).
pub(super) fn names_month(text: &Text, i: usize) -> bool {
    month_at(text, i).is_some()
}

/// The month that follows a day's number, and the token after it.
fn month_at(text: &Text, mut i: usize) -> Option<(i8, usize)> {
    if matches!(text.kind(i), Some(Kind::Degree)) || text.word(i) == "o" {
        i += 1;
    }
    if let Some(month) = month(text.word(i)) {
        return Some((month, i + 1));
    }
    let dot = usize::from(matches!(text.kind(i + 1), Some(Kind::Dot)));
    let year = text.number(i + 1 + dot).is_some_and(|n| n.year.is_some());
    let month = abbreviation(text.word(i)).filter(|_| year)?;
    Some((month, i + 1 + dot))
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
            let Some((month, next)) = month_at(text, i + 1) else {
                let (day, month) = n.day_month?;
                return found(Date::new(year?, month, day).ok(), true, i + 1);
            };
            let day = i8::try_from(n.value.to_i64()?).ok()?;
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
