use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "three-decimals",
    severity: Severity::Note,
    page: include_str!("three_decimals.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let mut others = false;
        let mut found = None;
        for value in &indicator.is.values {
            match decimals(&value.text) {
                Some(true) if found.is_none() => found = Some(value),
                Some(true) => others = true,
                _ => {}
            }
        }
        // Who writes three decimals everywhere measures with three.
        if let Some(value) = found.filter(|_| !others) {
            say.at(indicator.node)
                .field(field_of(value))
                .arg("value", value.text.trim());
        }
    }
}

/// Whether a number of the text has a comma followed by exactly three digits; none without comma.
/// A number that begins with a zero is below one, and its decimals are decimals.
fn decimals(text: &str) -> Option<bool> {
    let mut any = None;
    for (at, _) in text.match_indices(',') {
        let before = text.get(..at).unwrap_or_default();
        let whole: String = before
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let after = text.get(at + 1..).unwrap_or_default();
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        if whole.is_empty() || digits == 0 {
            continue;
        }
        any = Some(any == Some(true) || (digits == 3 && !whole.ends_with('0')));
    }
    any
}
