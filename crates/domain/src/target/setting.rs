//! What stands beside a text and decides how it reads: unit, checkpoint, what a person wrote on the
//! indicator (scoring.md §1).

use jiff::civil::Date;

use super::scan::{Kind, Text};
use super::{Direction, TargetKind};

/// The surroundings of a value.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// A bare number is percent points.
    pub percent_unit: bool,
    /// The unit is `SI/NO`: a text target is yes.
    pub yes_no_unit: bool,
    /// The year of days written without one.
    pub year: Option<i16>,
    /// The checkpoint, where the value belongs to one.
    pub day: Option<Date>,
    /// What a person says the targets mean.
    pub kind: Option<TargetKind>,
    /// Whether lower is better, for bare numbers; higher if not known.
    pub direction: Option<Direction>,
    /// A project, or something with parts: a percentage is completion.
    pub completion: bool,
    /// It has parts with targets of their own, so several numbers are all of them.
    pub parts: bool,
    /// The name says *riduzione*: an unsigned change is negative.
    pub reduces: bool,
    /// The target is a described result or a completion: a percent actual declares completion.
    pub declared: bool,
}

impl Setting {
    /// The setting of a printed unit of measure.
    pub fn of_unit(unit: Option<&str>) -> Setting {
        let mut setting = Setting::default();
        let Some(unit) = unit else { return setting };
        let text = Text::of(unit);
        let (mut yes, mut no) = (false, false);
        for (i, token) in text.tokens.iter().enumerate() {
            setting.percent_unit |=
                token.kind == Kind::Percent || text.word(i).starts_with("percent");
            yes |= text.word(i) == "si";
            no |= text.word(i) == "no";
            setting.yes_no_unit |= text.word(i).starts_with("dicotomic");
        }
        setting.yes_no_unit |= yes && no;
        setting
    }
}

/// What is to be said of one text, beside its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A dot was read as decimal: `69.5%`.
    DotDecimal,
    /// The comparator is strict (`> 5`): the value itself does not reach it.
    Strict,
    /// The year of a day was not written: the checkpoint's was taken.
    YearAssumed,
    /// A target carries an as-of day, as if it were an actual.
    AsOfInTarget,
    /// The text does not read as the kind written on the indicator.
    NotOfKind,
    /// What the text may mean, in canonical words.
    Either(Vec<String>),
}
