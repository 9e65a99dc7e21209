use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::IndicatorAt;
use crate::check::wording::{Words, content_words, folded};
use crate::plan::{Role, Value};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "same-name-other-values",
    severity: Severity::Warning,
    page: include_str!("same_name_other_values.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut whole: HashMap<String, IndicatorAt<'_>> = HashMap::new();
    // A national name may be printed once more, shorter.
    let mut beginnings: HashMap<String, IndicatorAt<'_>> = HashMap::new();
    for indicator in c.indicators() {
        let name = measured(indicator.content_words());
        if name.len() < 4 {
            continue;
        }
        let shorter: Vec<&str> = (4..name.len().min(LONGEST))
            .filter(|_| indicator.is.national)
            .filter_map(|n| name.beginning(n))
            .collect();
        let other = whole.get(name.joined()).or_else(|| {
            let longer = beginnings
                .get(name.joined())
                .filter(|_| indicator.is.national);
            longer.or_else(|| shorter.iter().find_map(|begin| whole.get(*begin)))
        });
        if let Some(other) = other
            && let Some((what, field, theirs, ours)) = difference(*other, indicator, name.len())
        {
            say.at(indicator.node)
                .field(field)
                .arg("other", c.label(other.node))
                .arg("what", what)
                .arg("theirs", theirs)
                .arg("ours", ours);
        }
        for begin in shorter {
            beginnings.entry(begin.to_owned()).or_insert(indicator);
        }
        whole.entry(name.joined().to_owned()).or_insert(indicator);
    }
}

/// Words of a name that are looked at, so that a name of a thousand words costs no more.
const LONGEST: usize = 16;

/// What differs: history before target before unit.
pub(super) fn difference<'p>(
    one: IndicatorAt<'p>,
    two: IndicatorAt<'p>,
    length: usize,
) -> Option<(&'static str, String, &'p str, &'p str)> {
    // Few words may well name two things.
    if length < 5 && !(one.is.national && two.is.national) {
        return None;
    }
    for (what, roles) in [
        ("history", [Role::History, Role::Baseline]),
        ("target", [Role::RevisedTarget, Role::Target]),
    ] {
        for ours in two.is.values.iter().filter(|v| roles.contains(&v.role)) {
            let theirs = one
                .is
                .values
                .iter()
                .find(|v| v.role == ours.role && v.period == ours.period);
            if let Some(theirs) = theirs
                && let (Some(a), Some(b)) = (figure(theirs), figure(ours))
                && a != b
            {
                return Some((what, field_of(ours), theirs.text.trim(), ours.text.trim()));
            }
        }
    }
    let (a, b) = (one.is.unit.as_deref()?, two.is.unit.as_deref()?);
    (measured(&content_words(a)) != measured(&content_words(b)) && squeezed(a) != squeezed(b))
        .then(|| ("unit", "unit".to_owned(), a.trim(), b.trim()))
}

/// What is typed, without spaces; none where no figure is.
fn figure(value: &Value) -> Option<String> {
    let text = squeezed(&value.text);
    text.contains(|c: char| c.is_ascii_digit()).then_some(text)
}

fn squeezed(text: &str) -> String {
    let text = folded(text).replace("almeno", "").replace(">=", "");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a name, without those that only say that something is counted.
pub(super) fn measured(words: &Words) -> Words {
    words.only(|w| !["numero", "nr", "num", "percentuale"].contains(&w))
}
