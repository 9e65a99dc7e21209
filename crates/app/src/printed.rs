//! Figures and things as the product prints them, the same in every command and explanation.

use domain::number::{Number, Style};
use domain::plan::{Node, Plan};
use domain::score::NodeScore;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::messages::{Catalogue, Language};

/// A score as people read it: two decimals and the percent sign.
pub(crate) fn percent(number: &Number, language: Language) -> String {
    number.format_percent(language.style(), 2)
}

/// A score for machines, as printed: like [`percent`], with an ASCII minus.
pub(crate) fn percent_ascii(number: &Number, language: Language) -> String {
    number.format_percent(
        Style {
            minus: '-',
            group: None,
            ..language.style()
        },
        2,
    )
}

/// A day as people read it.
pub(crate) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Italian => {
            format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
        }
        Language::English => date.to_string(),
    }
}

/// Code and title, as a row or a derivation calls a node.
pub(crate) fn label(catalogue: &Catalogue, plan: &Plan, node: Node) -> String {
    let name = plan.name_of(node);
    let title = name.title.unwrap_or_default();
    match name.code {
        Some(code) if !title.is_empty() => format!("{code} {title}"),
        Some(code) => code.to_owned(),
        None if !title.is_empty() => title.to_owned(),
        None => format!("{} {}", catalogue.word("kind", node.kind.token()), name.key),
    }
}

/// What must be known to trust a score: coverage, what is missing or provisional, overrides.
pub(crate) fn reservations(catalogue: &Catalogue, score: &NodeScore) -> Vec<String> {
    let mut said = Vec::new();
    if score.score.is_some() && score.coverage < Number::ONE && score.coverage.is_positive() {
        let coverage = percent(&score.coverage, catalogue.language);
        said.push(catalogue.with("scores-coverage", &[("coverage", &coverage)]));
    }
    if score.incomplete {
        said.push(catalogue.text("scores-incomplete"));
    }
    if score.provisional {
        said.push(catalogue.text("scores-provisional"));
    }
    if let Some(without) = &score.without_overrides {
        let without = percent(without, catalogue.language);
        said.push(catalogue.with("scores-without-overrides", &[("score", &without)]));
    }
    said
}

/// An exact decimal as JSON holds it; null where there is no value.
pub(crate) fn decimal(number: Option<&Number>) -> Value {
    number.map_or(Value::Null, |n| Value::String(n.to_decimal()))
}

/// One node of the contract: the fields of its definition, then what the product adds.
pub(crate) fn node_json(plan: &Plan, score: &NodeScore, language: Language) -> Value {
    let name = plan.name_of(score.node);
    json!({
        "id": plan.id_of(score.node),
        "kind": score.node.kind.token(),
        "code": name.code,
        "title": name.title,
        "score": decimal(score.score.as_ref()),
        "printed": score.score.as_ref().map(|n| percent_ascii(n, language)),
        "state": score.state.token(),
        "incomplete": score.incomplete,
        "progress": decimal(score.progress.as_ref()),
        "outlook": score.outlook.map(|o| o.token()),
        "provisional": score.provisional,
        "coverage": decimal(Some(&score.coverage)),
        "reason": score.reason().map(|r| r.token()),
        "without_overrides": decimal(score.without_overrides.as_ref()),
    })
}
