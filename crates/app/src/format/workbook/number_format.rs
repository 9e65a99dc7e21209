//! What a cell's number format makes of the number behind it.

use jiff::ToSpan;
use jiff::civil::date;

use super::grid::{Content, Figure};

/// What a number format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shows {
    /// The number, with at least so many decimals.
    #[default]
    Plain,
    /// The same with at least so many decimals.
    Decimals(usize),
    /// Percent points.
    Percent,
    /// A day, perhaps with a time.
    Day,
    /// A time of day or a duration.
    Time,
}

impl Shows {
    /// One of the formats that files cite by number only.
    pub fn built_in(id: u32) -> Shows {
        match id {
            2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => Shows::Decimals(2),
            9 | 10 => Shows::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shows::Day,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shows::Time,
            _ => Shows::Plain,
        }
    }

    /// A format by its code (`0.0%`, `dd/mm/yyyy`, `#,##0.00 "€"`).
    pub fn of(code: &str) -> Shows {
        let mut plain = String::with_capacity(code.len());
        let mut letters = code.chars();
        while let Some(c) = letters.next() {
            match c {
                '"' => {
                    letters.by_ref().find(|c| *c == '"');
                }
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let inside = inside.to_lowercase();
                    if !inside.is_empty() && inside.chars().all(|c| "hms".contains(c)) {
                        plain.push_str(&inside);
                    }
                }
                ';' => break,
                c => plain.extend(c.to_lowercase()),
            }
        }
        if plain.contains("general") || plain.contains("standard") || plain == "@" {
            return Shows::Plain;
        }
        if plain.contains('%') {
            return Shows::Percent;
        }
        let plain = plain.replace("am/pm", "");
        let time = plain.contains(['h', 's']);
        if plain.contains(['y', 'd', 'g', 'a']) || (plain.contains('m') && !time) {
            return Shows::Day;
        }
        if time {
            return Shows::Time;
        }
        match plain.split_once('.') {
            Some((_, decimals)) => {
                Shows::Decimals(decimals.chars().take_while(|c| *c == '0').count())
            }
            None => Shows::Plain,
        }
    }
}

/// What a cell with that number and format shows; none where the text is no number.
pub(super) fn shown(text: &str, shows: Shows, from_1904: bool) -> Option<Content> {
    let value: f64 = text.trim().parse().ok().filter(|v: &f64| v.is_finite())?;
    let figure = |decimals, percent| {
        let digits = digits(value, if percent { 2 } else { 0 });
        Content::Number(Figure {
            digits,
            decimals,
            percent,
        })
    };
    Some(match shows {
        Shows::Plain => figure(0, false),
        Shows::Decimals(decimals) => figure(decimals.min(30), false),
        Shows::Percent => figure(0, true),
        Shows::Day => day(value, from_1904).unwrap_or_else(|| figure(0, false)),
        Shows::Time => Content::Text(clock(value).into()),
    })
}

/// A number with the fifteen digits that spreadsheets show, its point moved to the right.
fn digits(value: f64, moved: i32) -> String {
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent = exponent.parse::<i32>().unwrap_or(0) + moved;
    let (sign, mantissa) = mantissa
        .strip_prefix('-')
        .map_or(("", mantissa), |rest| ("-", rest));
    let all: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let significant = all.trim_end_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    if !(-20..=40).contains(&exponent) {
        return scientific;
    }
    let length = i32::try_from(significant.len()).unwrap_or(0);
    let written = if exponent < 0 {
        let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
        format!("0.{}{significant}", "0".repeat(zeros))
    } else if exponent + 1 >= length {
        let zeros = usize::try_from(exponent + 1 - length).unwrap_or(0);
        format!("{significant}{}", "0".repeat(zeros))
    } else {
        let (whole, decimals) = significant.split_at(usize::try_from(exponent + 1).unwrap_or(0));
        format!("{whole}.{decimals}")
    };
    format!("{sign}{written}")
}

/// The day of a serial number: days from the end of 1899, with a 29 February 1900 that never was.
fn day(serial: f64, from_1904: bool) -> Option<Content> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let mut seconds = (serial.fract() * 86_400.0).round() as i64;
    let mut days = serial.trunc() as i64;
    if seconds == 86_400 {
        seconds = 0;
        days += 1;
    }
    let first = if from_1904 {
        date(1904, 1, 1)
    } else if days < 60 {
        date(1899, 12, 31)
    } else {
        date(1899, 12, 30)
    };
    let day = first.checked_add(days.days()).ok()?;
    let time = (seconds > 0).then(|| time_of_day(seconds));
    Some(Content::Day {
        date: day.to_string(),
        time,
    })
}

fn time_of_day(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    }
}

/// A time, or a duration of any length, of a number of days.
fn clock(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    if seconds.abs() > 1e12 {
        return digits(days, 0);
    }
    let sign = if seconds < 0.0 { "-" } else { "" };
    format!("{sign}{}", time_of_day(seconds.abs() as i64))
}

#[cfg(test)]
mod tests {
    use super::{Shows, digits, shown};
    use crate::format::workbook::grid::{Content, Figure};

    #[test]
    fn formats_show_what_the_person_sees() {
        for (code, shows) in [
            ("General", Shows::Plain),
            ("@", Shows::Plain),
            ("0", Shows::Plain),
            ("0.00", Shows::Decimals(2)),
            ("#,##0.00\\ \"€\";[Red]-#,##0.00", Shows::Decimals(2)),
            ("0.0%", Shows::Percent),
            ("dd/mm/yyyy", Shows::Day),
            ("[$-410]d\\ mmmm\\ yyyy;@", Shows::Day),
            ("GG/MM/AAAA", Shows::Day),
            ("yyyy\\-mm\\-dd", Shows::Day),
            ("hh:mm", Shows::Time),
            ("[h]:mm:ss", Shows::Time),
            ("h:mm AM/PM", Shows::Time),
            ("0.00E+00", Shows::Decimals(2)),
            ("\"giorni\" 0", Shows::Plain),
        ] {
            assert_eq!(Shows::of(code), shows, "{code}");
        }
    }

    #[test]
    fn numbers_lose_their_noise_and_nothing_else() {
        assert_eq!(digits(33.330000000000005, 0), "33.33");
        assert_eq!(digits(20.0, 0), "20");
        assert_eq!(digits(0.7, 2), "70");
        assert_eq!(digits(0.985, 2), "98.5");
        assert_eq!(digits(1.1, 2), "110");
        assert_eq!(digits(0.29, 2), "29");
        assert_eq!(digits(-0.0005, 2), "-0.05");
        assert_eq!(digits(659_206.67, 0), "659206.67");
        assert_eq!(digits(0.0, 0), "0");
        assert_eq!(digits(-0.0, 0), "0");
        assert_eq!(digits(1e21, 0), "1000000000000000000000");
        assert_eq!(digits(1e300, 0), "1.00000000000000e300");
    }

    #[test]
    fn serial_numbers_are_days() {
        let day = |text: &str| shown(text, Shows::Day, false);
        let is = |date: &str| {
            Some(Content::Day {
                date: date.to_owned(),
                time: None,
            })
        };
        assert_eq!(day("46387"), is("2026-12-31"));
        assert_eq!(day("1"), is("1900-01-01"));
        assert_eq!(day("61"), is("1900-03-01"));
        assert_eq!(
            shown("44925", Shows::Day, true),
            is("2026-12-31"),
            "the other epoch"
        );
        assert_eq!(
            day("46387.5"),
            Some(Content::Day {
                date: "2026-12-31".to_owned(),
                time: Some("12:00".to_owned()),
            })
        );
        assert_eq!(
            day("-5"),
            Some(Content::Number(Figure {
                digits: "-5".to_owned(),
                decimals: 0,
                percent: false
            }))
        );
    }
}
