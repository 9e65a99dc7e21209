//! Charts of figures: bars, stacked bars, lines over years, bullets and progress.

pub(super) mod bars;
pub(super) mod bullet;
mod legend;
pub(super) mod progress;
pub(super) mod scale;
pub(super) mod stacked;
pub(super) mod trend;

/// A figure to draw and its printed text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// The figure; `None`, like what is not finite, is missing, which is never zero.
    pub value: Option<f64>,
    /// The figure as printed, with its unit; for a missing one the words that say so.
    pub label: String,
}

impl Figure {
    /// A figure that is there.
    pub fn new(value: f64, label: impl Into<String>) -> Figure {
        Figure {
            value: Some(value),
            label: label.into(),
        }
    }

    /// A figure that is missing, with the words that say so.
    pub fn missing(label: impl Into<String>) -> Figure {
        Figure {
            value: None,
            label: label.into(),
        }
    }

    /// The figure, if it can be drawn.
    fn drawable(&self) -> Option<f64> {
        self.value
            .filter(|value| value.is_finite())
            .map(|value| value.clamp(-1e15, 1e15))
    }
}

/// A named row of figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// Its name, for the legend.
    pub name: String,
    /// A figure for each category; where one lacks, nothing is drawn.
    pub figures: Vec<Figure>,
}

/// Type size of labels and figures in charts, and the step of their lines.
const SMALL: f64 = 8.0;
const STEP: f64 = 9.8;

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A width that a chart can be drawn in.
fn sane_width(width: f64) -> f64 {
    if width.is_finite() {
        width.clamp(160.0, 4_000.0)
    } else {
        160.0
    }
}
