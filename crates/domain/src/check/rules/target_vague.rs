use hashbrown::HashSet;

use crate::check::{Context, Rule, Say, wording};
use crate::finding::{Place, Severity};
use crate::plan::Node;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-vague",
    severity: Severity::Note,
    page: include_str!("target_vague.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let described: HashSet<Option<Node>> = c
        .said("reading-target-described")
        .into_iter()
        .map(|place: &Place| place.node)
        .collect();
    for indicator in c.indicators() {
        if indicator.is.target_kind.is_some() || described.contains(&Some(indicator.node)) {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let vague = |text: &str| {
            let digits = text.chars().any(|c| c.is_ascii_digit());
            !digits && begins_an_activity(text)
        };
        let found = targets
            .iter()
            .find(|t| *t.is == Target::Milestone && vague(&t.value.text));
        if let Some(target) = found {
            say.at(indicator.node).field(field_of(target.value));
        }
    }
}

/// Whether the text names something that goes on, not something that is there at the end.
fn begins_an_activity(text: &str) -> bool {
    const STEMS: [&str; 27] = [
        "eventual",
        "prosecuzion",
        "proseguiment",
        "manteniment",
        "migliorament",
        "support",
        "collaborazion",
        "verific",
        "analisi",
        "valorizzazion",
        "potenziament",
        "rafforzament",
        "consolidament",
        "svilupp",
        "promozion",
        "sensibilizzazion",
        "sperimentazion",
        "ottimizzazion",
        "garantir",
        "aumentar",
        "migliorar",
        "favorir",
        "sostenere",
        "promuover",
        "continuazion",
        "attivita",
        "implementazion",
    ];
    wording::content_words(text)
        .first()
        .is_some_and(|first| wording::begins(first, &STEMS))
}
