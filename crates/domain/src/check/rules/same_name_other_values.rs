use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::collections::HashMap;

use crate::check::IndicatorAt;
use crate::check::wording::{content_words, folded};
use crate::plan::{Role, Value};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "same-name-other-values",
    severity: Severity::Warning,
    page: include_str!("same_name_other_values.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut whole: HashMap<Vec<String>, IndicatorAt<'_>> = HashMap::new();
    // A national name may be printed once more, shorter.
    let mut beginnings: HashMap<Vec<String>, IndicatorAt<'_>> = HashMap::new();
    for indicator in c.indicators() {
        let name = measured(indicator.name());
        if name.len() < 4 {
            continue;
        }
        let shorter: Vec<&[String]> = (4..name.len().min(LONGEST))
            .filter(|_| indicator.is.national)
            .filter_map(|n| name.get(..n))
            .collect();
        let other = whole.get(&name).or_else(|| {
            let longer = beginnings.get(&name).filter(|_| indicator.is.national);
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
            beginnings.entry(begin.to_vec()).or_insert(indicator);
        }
        whole.entry(name).or_insert(indicator);
    }
}

/// Words of a name that are looked at, so that a name of a thousand words costs no more.
const LONGEST: usize = 16;

fn difference<'p>(
    one: IndicatorAt<'p>,
    two: IndicatorAt<'p>,
    length: usize,
) -> Option<(&'static str, String, &'p str, &'p str)> {
    let telling = length > 4 || one.is.national && two.is.national;
    for (what, roles) in [
        ("history", [Role::History, Role::Baseline]),
        ("target", [Role::RevisedTarget, Role::Target]),
    ] {
        if what == "target" && !telling {
            continue;
        }
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
    (telling && measured(a) != measured(b) && squeezed(a) != squeezed(b))
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
fn measured(name: &str) -> Vec<String> {
    let mut words = content_words(name);
    words.retain(|w| !["numero", "nr", "num", "percentuale"].contains(&w.as_str()));
    words
}
