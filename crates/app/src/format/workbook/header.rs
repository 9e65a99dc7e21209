//! Heads of columns and names of sheets: how they are written, and recognised however they are
//! typed.

use domain::plan::Period;
use jiff::civil::Date;

use crate::format::field::{Shape, trimmed};
use crate::format::schema::{FieldSpec, KindSpec};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The field at this position of the kind's table.
    Field(usize),
    /// The values of a role for a period: the field's position, and the period.
    Values(usize, Period),
}

/// A name without the differences that people do not notice: case, accents, signs, blanks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            // The dot of a capital İ, and accents written apart.
            '\u{300}'..='\u{36f}' => continue,
            c if c.is_alphanumeric() => c,
            _ => ' ',
        };
        if c != ' ' || !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The heads of one kind's columns.
pub(super) struct Heads<'a> {
    spec: &'a KindSpec,
    /// Folded head, folded machine name.
    names: Vec<(String, String)>,
    /// The plan's year, for heads such as `Target 30/06`.
    year: Option<i16>,
}

/// Longer heads than any that is known need no looking at.
const LONGEST: usize = 200;

impl<'a> Heads<'a> {
    pub fn of(spec: &'a KindSpec, year: Option<i16>) -> Self {
        let names = spec
            .fields
            .iter()
            .map(|field| (fold(field.header), fold(field.key)))
            .collect();
        Heads { spec, names, year }
    }

    /// What a column of that head holds.
    pub fn recognise(&self, text: &str) -> Option<Head> {
        let text = trimmed(text);
        if text.is_empty() || text.chars().count() > LONGEST {
            return None;
        }
        if let Some(i) = text.find('[')
            && text.ends_with(']')
            && let Some(Head::Values(position, _)) = self.plain(&text[..i])
        {
            let period = period_of(&text[i..], self.year)?;
            return Some(Head::Values(position, period));
        }
        self.plain(text)
            .or_else(|| self.with_period(text))
            .or_else(|| {
                // `Peso (%)`, `Indicatore (KPI)`.
                let (before, _) = text.split_once('(')?;
                self.plain(before)
            })
    }

    fn plain(&self, text: &str) -> Option<Head> {
        let folded = fold(text);
        let position = self
            .names
            .iter()
            .position(|(head, key)| *head == folded || *key == folded)?;
        Some(match self.spec.fields[position].shape {
            Shape::Values => Head::Values(position, Period::Unsaid),
            _ => Head::Field(position),
        })
    }

    fn with_period(&self, text: &str) -> Option<Head> {
        let breaks = text
            .char_indices()
            .filter(|(_, c)| !c.is_alphanumeric())
            .map(|(i, _)| i);
        // The longest head wins: `Target storico 2024` is no target.
        breaks.collect::<Vec<_>>().into_iter().rev().find_map(|i| {
            let Some(Head::Values(position, _)) = self.plain(&text[..i]) else {
                return None;
            };
            let period = period_of(&text[i..], self.year)?;
            Some(Head::Values(position, period))
        })
    }

    /// What was expected, for a message.
    pub fn nearest(&self, text: &str) -> String {
        let heads: Vec<&str> = self.spec.fields.iter().map(|f| f.header).collect();
        crate::format::schema::nearest(trimmed(text), &heads)
    }
}

/// The period that the tail of a head names.
pub(super) fn period_of(tail: &str, year: Option<i16>) -> Option<Period> {
    let tail = trimmed(tail);
    if let Some(name) = tail.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        return Some(Period::parse(trimmed(name)));
    }
    let tail = trimmed(
        tail.trim_start_matches(['(', ':', '-', '–', '—'])
            .trim_end_matches(')'),
    );
    let plain = ["anno", "al", "del", "per il", "nel"]
        .iter()
        .find_map(|word| {
            let rest = tail
                .get(..word.len())
                .filter(|start| start.eq_ignore_ascii_case(word))
                .map(|_| &tail[word.len()..])?;
            rest.starts_with(char::is_whitespace).then(|| trimmed(rest))
        })
        .unwrap_or(tail);
    if plain.is_empty() {
        return None;
    }
    match Period::parse(plain) {
        Period::Named(name) => match day(&name, year) {
            Some(date) => Some(Period::Day(date)),
            // `Target a regime` is rather another column than a period.
            None => name
                .contains(|c: char| c.is_ascii_digit())
                .then_some(Period::Named(name)),
        },
        Period::Year(year) if !usual(year) => None,
        period => Some(period),
    }
}

fn usual(year: i16) -> bool {
    (1900..=2200).contains(&year)
}

/// A day with its figures in Italian order; without a year it is one of the plan's year.
fn day(text: &str, year: Option<i16>) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let number = |text: &str| -> Option<i16> {
        (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    let (day, month, year) = match parts.as_slice() {
        [day, month, year] if matches!(year.len(), 2 | 4) => {
            let written = number(year)?;
            let century = if year.len() == 2 { 2000 } else { 0 };
            (number(day)?, number(month)?, written + century)
        }
        [day, month] => (number(day)?, number(month)?, year?),
        _ => return None,
    };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().filter(|date| usual(date.year()))
}

/// The period that a cell of its own names; an empty one says none.
pub(super) fn period_in_cell(text: &str, year: Option<i16>) -> Period {
    let text = trimmed(text);
    if let Some(name) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        return Period::parse(trimmed(name));
    }
    match Period::parse(text) {
        Period::Named(name) => day(&name, year).map_or(Period::Named(name), Period::Day),
        period => period,
    }
}

/// What [`period_in_cell`] reads as that period.
pub(super) fn period_cell(period: &Period) -> String {
    let plain = match period {
        Period::Day(date) => date.strftime("%d/%m/%Y").to_string(),
        period => period.to_string(),
    };
    // `1/1` is a day of whatever year the plan has.
    let the_same = |year| period_in_cell(&plain, year) == *period;
    if the_same(None) && the_same(Some(2000)) {
        plain
    } else {
        format!("[{period}]")
    }
}

/// The longest name of a period that makes a column; longer ones go to the sheet of values.
const LONGEST_PERIOD: usize = 40;

/// The head of a column of values; none where the period is no name for a column.
pub(super) fn head_of(field: &FieldSpec, period: &Period) -> Option<String> {
    let head = field.header;
    match period {
        Period::Unsaid => Some(head.to_owned()),
        Period::Year(year) if usual(*year) => Some(format!("{head} {year}")),
        Period::Day(date) if usual(date.year()) => {
            Some(format!("{head} {}", date.strftime("%d/%m/%Y")))
        }
        period => {
            let name = period.to_string();
            let plain = name.chars().count() <= LONGEST_PERIOD
                && !name.contains(|c: char| c.is_control() || matches!(c, '[' | ']'));
            plain.then(|| format!("{head} [{name}]"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::plan::Period;
    use jiff::civil::date;

    use super::{Head, Heads, fold, head_of};
    use crate::format::field::Shape;
    use crate::format::schema::{KINDS, kind_named};

    #[test]
    fn names_are_the_same_without_what_nobody_notices() {
        assert_eq!(fold("  Unità\u{a0}di\nMISURA: "), "unita di misura");
        assert_eq!(fold("Sì/no"), "si no");
        assert_eq!(fold("attivita\u{300}"), "attivita");
    }

    #[test]
    fn no_two_columns_of_a_sheet_have_one_name() {
        for kind in KINDS.iter() {
            let mut seen = HashSet::new();
            for field in &kind.spec().fields {
                let head = fold(field.header);
                assert!(seen.insert(head), "{}: {}", kind.spec().key, field.header);
            }
            for field in &kind.spec().fields {
                let heads = Heads::of(kind.spec(), None);
                for name in [field.header, field.key] {
                    let found = heads.recognise(name);
                    let position = match found {
                        Some(Head::Field(i) | Head::Values(i, _)) => i,
                        None => usize::MAX,
                    };
                    assert_eq!(
                        kind.spec().fields.get(position).map(|f| f.key),
                        Some(field.key),
                        "{}: {name}",
                        kind.spec().key
                    );
                }
            }
        }
    }

    #[test]
    fn a_head_written_is_a_head_read() {
        let periods = [
            "",
            "2024",
            "2024-06-30",
            "I semestre",
            "0024",
            "9999-12-31",
            "note",
        ];
        for kind in KINDS.iter() {
            let heads = Heads::of(kind.spec(), Some(2026));
            for (i, field) in kind.spec().fields.iter().enumerate() {
                if field.shape != Shape::Values {
                    continue;
                }
                for period in periods.map(Period::parse) {
                    let head = head_of(field, &period).expect("a plain period");
                    assert_eq!(
                        heads.recognise(&head),
                        Some(Head::Values(i, period)),
                        "{head}"
                    );
                }
            }
        }
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        let spec = KINDS[kind_named("indicator").expect("a kind")].spec();
        let heads = Heads::of(spec, Some(2026));
        let targets = spec.fields.iter().position(|f| f.key == "targets");
        let head = |text: &str| match heads.recognise(text) {
            Some(Head::Values(i, period)) if Some(i) == targets => Some(period),
            _ => None,
        };
        let june = Some(Period::Day(date(2026, 6, 30)));
        for text in [
            "Target 30/06/2026",
            "TARGET al 30.6.2026",
            "target (30-06-26)",
            "Target 30/6",
            "targets 2026-06-30",
            "Target:  30/06/2026",
        ] {
            assert_eq!(head(text), june, "{text}");
        }
        assert_eq!(head("Target anno 2026"), Some(Period::Year(2026)));
        assert_eq!(
            head("Target 2026-2028"),
            Some(Period::Named("2026-2028".to_owned()))
        );
        assert_eq!(head("Target"), Some(Period::Unsaid));
        assert_eq!(head("Target storico 2024"), None);
        assert_eq!(head("Target a regime"), None);
        assert_eq!(
            head("Target 31/6/2026"),
            Some(Period::Named("31/6/2026".to_owned()))
        );
        let weight = spec
            .fields
            .iter()
            .position(|f| f.key == "weight")
            .map(Head::Field);
        assert_eq!(heads.recognise("Peso (%)"), weight);
        assert_eq!(heads.recognise("PESO %"), weight);
        assert_eq!(heads.recognise("Pesi"), None);
    }
}
