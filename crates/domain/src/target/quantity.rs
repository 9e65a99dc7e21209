//! Numbers as Italians write them (scoring.md §1, *Numbers*): a comma is always decimal; a dot
//! followed by exactly three digits is thousands if the first group is not 0; any other dot is
//! decimal, with a note.

use super::Remark;
use super::scan::{Kind, Text};
use crate::number::Number;

/// A number in a text, with what its writing says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    pub value: Number,
    /// A dot was read as decimal.
    pub dotted: bool,
    /// Four plain digits that could be a year.
    pub year: Option<i16>,
    /// Led by a zero (`01`): a code rather than a quantity.
    pub coded: bool,
    /// `30.6`: also a day and month.
    pub day_month: Option<(i8, i8)>,
}

/// Most groups of digits in one number.
const MOST_GROUPS: usize = 48;

/// The number at the start of `rest` (which starts with a digit): its length, and its value if the
/// digits make one.
pub(super) fn scan(rest: &str) -> (usize, Option<Numeral>) {
    let digits = |from: usize| {
        rest.as_bytes()[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut end = digits(0);
    let first = &rest[..end];
    let grouped = end <= 3 && !first.starts_with('0');
    // Separators with the group that follows each.
    let mut groups: Vec<(char, &str)> = Vec::new();
    while let Some(c) = rest[end..].chars().next() {
        let separator = match c {
            '.' | ',' => c,
            '\'' | '\u{2019}' => '\'',
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            _ => break,
        };
        let start = end + c.len_utf8();
        let len = digits(start);
        let plain = matches!(separator, '.' | ',');
        let joins =
            len == 3 && grouped && groups.iter().all(|(s, g)| *s == separator && g.len() == 3);
        if len == 0 || (!plain && !joins) {
            break;
        }
        end = start + len;
        groups.push((separator, &rest[start..end]));
        if groups.len() > MOST_GROUPS {
            return (end, None);
        }
    }
    (end, interpret(first, grouped, &groups))
}

fn interpret(first: &str, grouped: bool, groups: &[(char, &str)]) -> Option<Numeral> {
    let (thousands, decimals, dotted) = match groups {
        [] => (&[][..], "", false),
        [before @ .., (',', decimals)] => (before, *decimals, false),
        [('.', group)] if grouped && group.len() == 3 => (groups, "", false),
        [('.', decimals)] => (&[][..], *decimals, true),
        // `1'234.5`, `1 234.5`
        [before @ .., ('.', decimals)] if before[0].0 != '.' && decimals.len() != 3 => {
            (before, *decimals, true)
        }
        _ => (groups, "", false),
    };
    let regular = thousands
        .iter()
        .all(|(s, g)| *s == thousands[0].0 && *s != ',' && g.len() == 3);
    if !(regular && (thousands.is_empty() || grouped)) {
        return None;
    }
    let value = if thousands.is_empty() && decimals.is_empty() {
        Number::parse_decimal(first)?
    } else {
        let mut machine = String::with_capacity(first.len() + 4 * groups.len() + decimals.len());
        machine.push_str(first);
        thousands.iter().for_each(|(_, g)| machine.push_str(g));
        if !decimals.is_empty() {
            machine.push('.');
            machine.push_str(decimals);
        }
        Number::parse_decimal(&machine)?
    };
    let day_month = match groups {
        [('.', month)] if dotted && first.len() <= 2 && month.len() <= 2 => {
            super::day::day_month(first, month)
        }
        _ => None,
    };
    let year = (groups.is_empty() && first.len() == 4)
        .then(|| first.parse().ok())
        .flatten()
        .filter(|y| (1900..=2199).contains(y));
    Some(Numeral {
        value,
        dotted,
        year,
        coded: first.len() > 1 && first.starts_with('0'),
        day_month,
    })
}

/// uno … dieci.
pub(super) fn number_word(word: &str) -> Option<i64> {
    Some(match word {
        "un" | "uno" | "una" => 1,
        "due" => 2,
        "tre" => 3,
        "quattro" => 4,
        "cinque" => 5,
        "sei" => 6,
        "sette" => 7,
        "otto" => 8,
        "nove" => 9,
        "dieci" => 10,
        _ => return None,
    })
}

/// `10 mila`, `1,5 milioni`: by what the number before is multiplied.
pub(super) fn multiplier(word: &str) -> Option<i64> {
    Some(match word {
        "mila" => 1_000,
        "milione" | "milioni" | "mln" | "mio" => 1_000_000,
        "miliardo" | "miliardi" | "mld" => 1_000_000_000,
        _ => return None,
    })
}

/// `N.`, `nr`, `n°`, `numero` at `i`: how many tokens it takes.
pub(super) fn number_sign(text: &Text, i: usize) -> Option<usize> {
    if !matches!(text.word(i), "n" | "nr" | "num" | "numero" | "nro") {
        return None;
    }
    let marked = matches!(text.kind(i + 1), Some(Kind::Dot | Kind::Degree));
    Some(if marked { 2 } else { 1 })
}

/// Whether a sign stands at `i`: −1 or 1.
pub(super) fn sign(text: &Text, i: usize) -> Option<i64> {
    match text.kind(i) {
        Some(Kind::Plus) => Some(1),
        Some(Kind::Dash { .. }) => Some(-1),
        _ => None,
    }
}

/// Reads a plain quantity such as a weight or an amount: one number, with a sign, a percent sign,
/// a currency, `N.` or a unit of one word, and nothing else. A percentage is its percent points.
///
/// The only remark is [`Remark::DotDecimal`].
pub fn read_number(text: &str) -> (Option<Number>, Vec<Remark>) {
    let text = Text::of(text);
    let mut i = 0;
    let mut negative = false;
    while i < text.len() {
        if matches!(text.kind(i), Some(Kind::Currency)) || matches!(text.word(i), "euro" | "eur") {
            i += 1;
        } else if let Some(taken) = number_sign(&text, i) {
            i += taken;
        } else if let Some(sign) = sign(&text, i)
            && text.number(i + 1).is_some()
        {
            negative = sign < 0;
            i += 1;
            break;
        } else {
            break;
        }
    }
    let Some(numeral) = text.number(i) else {
        return (None, Vec::new());
    };
    i += 1;
    let mut value = numeral.value.clone();
    let remarks = if numeral.dotted {
        vec![Remark::DotDecimal]
    } else {
        Vec::new()
    };
    if let Some(times) = multiplier(text.word(i)) {
        value = value * Number::from(times);
        i += 1;
    }
    if matches!(
        text.kind(i),
        Some(Kind::Percent | Kind::Currency | Kind::Word)
    ) {
        i += 1;
    }
    if !text.ends(i) {
        return (None, Vec::new());
    }
    (Some(if negative { -value } else { value }), remarks)
}
