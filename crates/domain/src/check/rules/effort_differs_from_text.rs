use crate::check::context::{number_of, printed, said};
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;

pub(super) const RULE: Rule = Rule {
    name: "effort-differs-from-text",
    severity: Severity::Warning,
    page: include_str!("effort_differs_from_text.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let efforts = &objective.is.efforts;
        let Some(text) = said(&objective.is.effort_text) else {
            continue;
        };
        let persons: Option<Vec<&Number>> = efforts.iter().map(|e| number_of(&e.persons)).collect();
        let Some(persons) = persons.filter(|persons| !persons.is_empty()) else {
            continue;
        };
        let persons: Number = persons.into_iter().sum();
        if let Some(total) = total(text).filter(|total| *total != persons) {
            say.at(objective.node)
                .field("efforts")
                .arg("said", printed(&total))
                .arg("text", text)
                .arg("persons", printed(&persons));
        }
    }
}

/// The number of «per un totale di n. 11 persone» or «complessivamente 11 persone», where the text
/// says one such number only.
fn total(text: &str) -> Option<Number> {
    let words = words(text);
    let mut totals = words.iter().enumerate().filter_map(|(i, word)| {
        let after = match word {
            "totale" if words.get(i + 1) == Some("di") => i + 2,
            "complessivamente" => i + 1,
            _ => return None,
        };
        let number = words.iter().skip(after).find(|w| *w != "n" && *w != "nr")?;
        let number: i64 = number.parse().ok()?;
        Some(Number::from_i64(number))
    });
    let first = totals.next()?;
    totals.next().is_none().then_some(first)
}
