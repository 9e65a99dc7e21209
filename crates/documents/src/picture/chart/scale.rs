//! From figures to places on a line.

/// Figures from `low` to `high` on a line from `start` to `end`, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    pub(crate) fn new((low, high): (f64, f64), (start, end): (f64, f64)) -> Scale {
        // Without extent everything stands at the start.
        let high = if high > low { high } else { low + 1.0 };
        Scale {
            low,
            high,
            start,
            end,
        }
    }

    pub(crate) fn at(self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.start + share * (self.end - self.start)
    }
}

/// Smallest and largest of the figures; zero and zero without any.
pub(crate) fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .fold(None, |extent: Option<(f64, f64)>, value| {
            Some(extent.map_or((value, value), |(low, high)| {
                (low.min(value), high.max(value))
            }))
        })
        .unwrap_or((0.0, 0.0))
}

/// The same, with zero in it.
pub(crate) fn extent_from_zero(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = extent(values);
    (low.min(0.0), high.max(0.0))
}

/// Round figures for an axis that holds `low` to `high`: at most `most` + 2 of them, steps of 1, 2 or
/// 5 times a power of ten. The caller prints them and passes them back as ticks of a chart.
pub fn ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    if !low.is_finite() || !high.is_finite() || high <= low || high - low > 1e15 {
        return Vec::new();
    }
    let rough = (high - low) / f64::from(u32::try_from(most.clamp(1, 50)).unwrap_or(5));
    if rough < 1e-9 {
        return Vec::new();
    }
    let power = 10_f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(10.0 * power);
    let first = (low / step).floor();
    (0..=60)
        .map(|n| (first + f64::from(n)) * step)
        .scan(false, |done, tick| {
            let before = *done;
            *done = tick >= high - step * 1e-9;
            (!before).then_some(tick)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_figures() {
        assert_eq!(ticks(0.0, 100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(3.0, 17.0, 4), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert!(ticks(1.0, 1.0, 5).is_empty());
        assert!(ticks(f64::NAN, 1.0, 5).is_empty());
    }

    #[test]
    fn a_scale_without_extent_has_no_nan() {
        assert_eq!(Scale::new((0.0, 0.0), (10.0, 20.0)).at(0.0), 10.0);
    }
}
