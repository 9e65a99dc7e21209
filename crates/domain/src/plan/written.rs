//! Small things a person writes: the text is kept for ever, the reading stands beside it.

use jiff::civil::Date;

use super::Node;
use crate::number::Number;

/// A quantity as typed (`33,33`, `€ 15.530`, `7.5`), with its reading.
///
/// Equality is that of the text: the reading follows from it.
#[derive(Clone, Debug, Default)]
pub struct Quantity {
    /// What the person typed.
    pub text: String,
    /// What it means; none where it cannot be read.
    pub number: Option<Number>,
}

/// A day as typed (`31.3.2022`, `2022-03-31`), with its reading.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// What the person typed.
    pub text: String,
    /// The day; none where it cannot be read.
    pub date: Option<Date>,
}

/// A mention of something else in the plan, by its key or code, with what it resolves to.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// The key or code as typed.
    pub text: String,
    /// What it names; none where nothing, or more than one thing, answers to it.
    pub node: Option<Node>,
}

impl Reference {
    /// A mention not resolved yet.
    pub fn to(text: impl Into<String>) -> Self {
        Reference {
            text: text.into(),
            node: None,
        }
    }
}

macro_rules! equal_by_text {
    ($($kind:ty),*) => {$(
        impl PartialEq for $kind {
            fn eq(&self, other: &Self) -> bool {
                self.text == other.text
            }
        }
        impl Eq for $kind {}
    )*};
}
equal_by_text!(Quantity, Day, Reference);
