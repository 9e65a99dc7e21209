use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::classification::number_of;

pub(super) const RULE: Rule = Rule {
    name: "pira-contradicts",
    severity: Severity::Warning,
    page: include_str!("pira_contradicts.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let Some(pira) = said(&objective.is.pira) else {
            continue;
        };
        let of_code = words(pira);
        let written = [
            said(&objective.is.mission),
            said(&objective.is.budget_programme),
        ];
        let differs = of_code.iter().zip(written).any(|(code, written)| {
            match (code.parse::<u32>(), written.and_then(number_of)) {
                (Ok(code), Some(written)) => code != written,
                _ => false,
            }
        });
        if differs {
            let both: Vec<&str> = of_code.iter().take(2).collect();
            let written: Vec<&str> = written.into_iter().flatten().collect();
            say.at(objective.node)
                .field("pira")
                .arg("pira", pira)
                .arg("said", both.join("-"))
                .arg("written", written.join("-"));
        }
    }
}
