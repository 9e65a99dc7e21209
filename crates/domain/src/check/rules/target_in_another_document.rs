use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-in-another-document",
    severity: Severity::Note,
    page: include_str!("target_in_another_document.md"),
    check: Some(check),
};

/// Longer texts tell what they refer to.
const MOST_WORDS: usize = 8;

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets_in_the_end() {
            let text = target.value.text.trim();
            if *target.is == Target::Milestone && refers(text) {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", text);
            }
        }
    }
}

/// `standard PO SUA 01`, `rispetto cronoprogramma`, `come da convenzione`.
fn refers(text: &str) -> bool {
    let words = wording::words(text);
    let first = words.first().unwrap_or_default();
    let document = || {
        wording::has_beginning(
            text,
            &[
                "cronoprogramma",
                "standard",
                "programma",
                "piano",
                "calendario",
                "convenzion",
                "accord",
                "regolament",
                "tempistic",
                "procedur",
                "disciplinar",
                "carta",
            ],
        )
    };
    let mentions = match first {
        "standard" | "vedi" | "vedasi" | "cfr" => true,
        "come" | "secondo" | "rispetto" | "previsto" | "previsti" | "rif" | "riferimento" => {
            document()
        }
        _ => false,
    };
    mentions && words.len() <= MOST_WORDS
}
