//! The financial health of the body: its indices over the years, and where they call for attention.

use crate::check::health::Zone;
use crate::number::Number;
use crate::plan::{HealthIndex, Period, Plan, Role, Value};
use crate::target::read_number;

/// A value of a year.
#[derive(Clone, Debug)]
pub struct YearValue<'p> {
    /// The year.
    pub year: i16,
    /// The value as written.
    pub value: &'p Value,
    /// Its figure.
    pub number: Option<Number>,
    /// It lies in the zone of attention.
    pub alarming: bool,
}

/// An index over the years.
#[derive(Clone, Debug)]
pub struct IndexOverYears<'p> {
    /// The index.
    pub index: &'p HealthIndex,
    /// History, then actuals, by year; the actual where a year has both.
    pub years: Vec<YearValue<'p>>,
    /// Forecasts by year; one year may have several, each with its name.
    pub forecasts: Vec<YearValue<'p>>,
    /// The latest mean of similar bodies.
    pub cluster_mean: Option<&'p Value>,
    /// The limit of the zone of attention, as its threshold says.
    pub limit: Option<Number>,
}

/// Every index of the plan.
pub fn indices(plan: &Plan) -> Vec<IndexOverYears<'_>> {
    plan.health_indices
        .iter()
        .map(|index| {
            let zone = Zone::of(index);
            let alarming = |text: &str| zone.as_ref().is_some_and(|z| z.holds_text(text));
            let alarming = &alarming;
            let of = |role: Role, year: fn(&Period) -> Option<i16>| {
                index
                    .values
                    .iter()
                    .filter(move |v| v.role == role)
                    .filter_map(move |value| {
                        Some(YearValue {
                            year: year(&value.period)?,
                            value,
                            number: read_number(&value.text).0,
                            alarming: alarming(&value.text),
                        })
                    })
            };
            let mut years: Vec<YearValue<'_>> = of(Role::Actual, Period::year).collect();
            let measured: Vec<i16> = years.iter().map(|y| y.year).collect();
            years.extend(of(Role::History, Period::year).filter(|y| !measured.contains(&y.year)));
            years.sort_by_key(|y| y.year);
            let mut forecasts: Vec<YearValue<'_>> = of(Role::Forecast, year_of).collect();
            forecasts.sort_by_key(|y| y.year);
            IndexOverYears {
                index,
                years,
                forecasts,
                cluster_mean: index
                    .values
                    .iter()
                    .filter(|v| v.role == Role::ClusterMean)
                    .max_by_key(|v| v.period.year()),
                limit: zone.as_ref().map(|zone| zone.limit().clone()),
            }
        })
        .collect()
}

/// The year of a period; of one with a name of its own, the first year that the name says
/// (`2020 previsione aggiornata`).
fn year_of(period: &Period) -> Option<i16> {
    period.year().or_else(|| match period {
        Period::Named(name) => name
            .split(|c: char| !c.is_ascii_digit())
            .find(|digits| digits.len() == 4)?
            .parse()
            .ok(),
        _ => None,
    })
}
