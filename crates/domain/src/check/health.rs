//! The attention zone of a health index, and the latest value that is known of it.

use crate::number::Number;
use crate::plan::{HealthIndex, Period, Role, Value};
use crate::target::read_number;

use super::wording::folded;

/// Where an index calls for attention: above or below a limit.
pub struct Zone {
    above: bool,
    limit: Number,
    /// The limit itself is in the zone.
    closed: bool,
    /// The limit is in percent points.
    percent: bool,
}

impl Zone {
    /// The limit, in the scale of the threshold.
    pub fn limit(&self) -> &Number {
        &self.limit
    }

    /// The zone that the threshold says: `se negativo`, `se < 100%`, `superiore a 110%`.
    pub fn of(index: &HealthIndex) -> Option<Zone> {
        let text = folded(index.threshold.as_deref()?);
        let (above, closed, rest) = if let Some((_, rest)) = text.split_once(['>', '≥']) {
            (true, text.contains('≥') || rest.starts_with('='), rest)
        } else if let Some((_, rest)) = text.split_once(['<', '≤']) {
            (false, text.contains('≤') || rest.starts_with('='), rest)
        } else {
            let after = |words: &[&str]| {
                let found = words.iter().find_map(|word| text.split_once(*word));
                found.map(|(_, rest)| rest)
            };
            match after(&["superiore", "maggiore", "oltre"]) {
                Some(rest) => (true, false, rest),
                None => (
                    false,
                    false,
                    after(&["inferiore", "minore", "sotto"]).unwrap_or(""),
                ),
            }
        };
        let limit: String = rest
            .chars()
            .skip_while(|c| !c.is_ascii_digit() && !matches!(c, '-' | '−'))
            .collect();
        if let Some(limit) = read_number(&limit).0 {
            let percent = rest.contains('%');
            return Some(Zone {
                above,
                limit,
                closed,
                percent,
            });
        }
        let sign = |above| Zone {
            above,
            limit: Number::ZERO,
            closed: false,
            percent: false,
        };
        match text {
            text if text.contains("non negativ") || text.contains("non positiv") => None,
            text if text.contains("negativ") => Some(sign(false)),
            text if text.contains("positiv") => Some(sign(true)),
            _ => None,
        }
    }

    /// Whether a figure lies in the zone; no where it may be in another scale (1,15 for 115%).
    pub fn holds(&self, number: &Number, percent: bool) -> bool {
        let other_scale = match (self.percent, percent) {
            (true, false) => number.abs() <= Number::from_i64(10),
            (false, true) => !self.limit.is_zero(),
            _ => false,
        };
        let beyond = match self.above {
            true => *number > self.limit,
            false => *number < self.limit,
        };
        !other_scale && (beyond || self.closed && *number == self.limit)
    }

    /// The same of a figure as typed.
    pub fn holds_text(&self, text: &str) -> bool {
        let number = read_number(text).0;
        number.is_some_and(|number| self.holds(&number, text.contains('%')))
    }

    /// Whether one figure is nearer the zone (or deeper in it) than another.
    pub fn nearer(&self, one: &Number, other: &Number) -> bool {
        match self.above {
            true => one > other,
            false => one < other,
        }
    }
}

/// The latest value known: the last actual, history or forecast whose year is said.
pub(super) fn latest(index: &HealthIndex) -> Option<&Value> {
    index
        .values
        .iter()
        .filter(|v| matches!(v.role, Role::Actual | Role::History | Role::Forecast))
        .filter(|v| matches!(v.period, Period::Year(_) | Period::Day(_)))
        .filter(|v| read_number(&v.text).0.is_some())
        .max_by_key(|v| v.period.year())
}
