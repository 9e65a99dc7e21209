//! The body's parameters of the year (*Sistema di misurazione e valutazione della performance*).
//!
//! Every field is one **parameter** of scoring.md; a field not written has its default there, which
//! the functions of this module return. The plan file keeps what the person wrote.

use crate::number::Number;
use crate::plan::Quantity;

/// What an at-most target gives beyond its value (scoring.md §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Decay {
    /// T / A.
    #[default]
    Ratio,
    /// 1 − (A − T) / T, not below 0.
    Linear,
    /// 0.
    None,
}

/// How the parts of an *all of* target make one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum AllOf {
    /// The least part.
    #[default]
    Least,
    /// Their weighted mean.
    Mean,
}

/// Where targets of a blank interim checkpoint come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Interim {
    /// Only where stated.
    #[default]
    Stated,
    /// Cumulative at-least targets are due at annual target × elapsed months / 12.
    ProRata,
}

/// What a neutralised part counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Neutralised {
    /// Left out.
    #[default]
    LeftOut,
    /// 100%.
    Full,
}

/// How economic value accrues from a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Accrual {
    /// Potential × year-end score.
    #[default]
    Proportional,
    /// Potential × the banded year-end score.
    Banded,
}

/// On what a band acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BandLevel {
    /// Achievement of an indicator.
    Indicator,
    /// Score of an objective.
    Objective,
    /// Final scores: body, responsibles, individual sheets, accrued economic value.
    Final,
}

/// A half-open interval of scores `[from, to)` and what it gives; the last one is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// On what it acts.
    pub level: Option<BandLevel>,
    /// From this score, as a percentage.
    pub from: Quantity,
    /// To this score; none for the last, which reaches the cap.
    pub to: Option<Quantity>,
    /// What it gives at its beginning (or throughout), as a percentage.
    pub value: Quantity,
    /// What it gives at its end where it runs linearly.
    pub value_to: Option<Quantity>,
}

/// Shares of an individual sheet for one role (scoring.md §6); they add up to 100.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Key.
    pub id: String,
    /// Role (`dirigenti`).
    pub title: Option<String>,
    /// Share of the body's score.
    pub body: Option<Quantity>,
    /// Share of the unit's score.
    pub unit: Option<Quantity>,
    /// Share of assigned objectives.
    pub objectives: Option<Quantity>,
    /// Share of national objectives.
    pub national: Option<Quantity>,
    /// Share of behaviours.
    pub behaviours: Option<Quantity>,
}

/// The method of the year as written; see the functions for the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// Name and act of the adopted method.
    pub title: Option<String>,
    /// Greatest achievement of an indicator, as a percentage; default 100.
    pub cap: Option<Quantity>,
    /// Beyond an at-most target.
    pub decay: Option<Decay>,
    /// Parts of an all-of target.
    pub all_of: Option<AllOf>,
    /// Partial credit of a yes / no target by its declared completion; default no.
    pub yes_no_partial: Option<bool>,
    /// Partial credit of a milestone by its declared completion; default yes.
    pub milestone_partial: Option<bool>,
    /// Days over which a late date runs linearly to 0; default 0.
    pub grace_days: Option<Quantity>,
    /// Neutralised parts.
    pub neutralised: Option<Neutralised>,
    /// Interim targets.
    pub interim: Option<Interim>,
    /// Expected share of a cumulative annual target at a checkpoint, as `month = percent` pairs in
    /// order of writing (`6` → `50%`); default elapsed months / 12.
    pub elapsed_shares: Vec<(u8, Quantity)>,
    /// Weight share of late children that makes a node late, as a percentage; default 50.
    pub late_share: Option<Quantity>,
    /// Tolerance on weights that should add up to 100; default 0,01.
    pub weight_tolerance: Option<Quantity>,
    /// Share of own indicators beside contributing objectives, as a percentage; default 50.
    pub own_share: Option<Quantity>,
    /// Accrual of economic value.
    pub accrual: Option<Accrual>,
    /// Weights of objectives are derived from their economic value.
    pub weights_from_value: bool,
    /// Bands.
    pub bands: Vec<Band>,
    /// Profiles of individual sheets.
    pub profiles: Vec<Profile>,
}

/// A percentage parameter as a fraction of 1, or its default.
fn percent(written: &Option<Quantity>, default: i64) -> Number {
    let hundredths = written
        .as_ref()
        .and_then(|q| q.number.clone())
        .unwrap_or_else(|| Number::from_i64(default));
    hundredths
        .checked_div(&Number::HUNDRED)
        .unwrap_or(Number::ZERO)
}

impl Method {
    /// Greatest achievement of an indicator, as a fraction (1 = 100%).
    pub fn cap(&self) -> Number {
        percent(&self.cap, 100)
    }

    /// Share of own indicators beside contributing objectives, as a fraction.
    pub fn own_share(&self) -> Number {
        percent(&self.own_share, 50)
    }

    /// Weight share of late children that makes a node late, as a fraction.
    pub fn late_share(&self) -> Number {
        percent(&self.late_share, 50)
    }

    /// Tolerance on a sum of weights, in points of weight.
    pub fn weight_tolerance(&self) -> Number {
        self.weight_tolerance
            .as_ref()
            .and_then(|q| q.number.clone())
            .or_else(|| Number::ratio(1, 100))
            .unwrap_or(Number::ZERO)
    }

    /// Days over which a late date runs linearly to 0.
    pub fn grace_days(&self) -> Number {
        self.grace_days
            .as_ref()
            .and_then(|q| q.number.clone())
            .unwrap_or(Number::ZERO)
    }

    /// Expected share of a cumulative annual target after `month` months, as a fraction.
    pub fn elapsed_share(&self, month: u8) -> Number {
        self.elapsed_shares
            .iter()
            .find(|(m, _)| *m == month)
            .and_then(|(_, q)| q.number.as_ref()?.checked_div(&Number::HUNDRED))
            .or_else(|| Number::ratio(i64::from(month), 12))
            .unwrap_or(Number::ZERO)
    }
}
