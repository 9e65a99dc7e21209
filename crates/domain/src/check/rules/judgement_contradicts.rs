use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::printed;
use crate::check::wording::{folded, has_beginning, words};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Period, Role, Value};
use crate::score::{NodeScore, Outlook, Scores, score};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "judgement-contradicts",
    severity: Severity::Warning,
    page: include_str!("judgement_contradicts.md"),
    check: Some(check),
};

/// Checkpoints with judgements that are looked at, besides the latest.
const CHECKPOINTS: usize = 4;

fn check(c: &Context<'_>, say: &mut Say) {
    let mut judged: Vec<(Node, &Value)> = Vec::new();
    for objective in c.objectives() {
        let values = objective.is.values.iter();
        judged.extend(
            values
                .filter(|v| v.role == Role::Judgement)
                .map(|v| (objective.node, v)),
        );
    }
    for indicator in c.indicators() {
        judged.extend(
            indicator
                .values(Role::Judgement)
                .map(|(v, _)| (indicator.node, v)),
        );
    }
    let mut others: Vec<Scores> = Vec::new();
    for (_, value) in &judged {
        if let Period::Day(day) = value.period
            && others.len() < CHECKPOINTS
            && Some(day) != c.scores.checkpoint
            && others.iter().all(|scores| scores.checkpoint != Some(day))
            && c.plan.checkpoint_days().contains(&day)
        {
            others.push(score(c.plan, c.readings, Some(day)));
        }
    }
    let scores_at = |period: &Period| {
        let Period::Day(day) = *period else {
            return None;
        };
        let all = std::iter::once(c.scores).chain(&others);
        all.into_iter()
            .find(|scores| scores.checkpoint == Some(day))
    };
    let percents: HashMap<(Node, &Period), Number> = judged
        .iter()
        .filter_map(|(node, value)| Some(((*node, &value.period), percent_of(&value.text)?)))
        .collect();
    for (node, value) in judged {
        let parts: Vec<&Number> = c
            .under(node)
            .iter()
            .filter(|n| matches!(n.kind, NodeKind::Objective | NodeKind::Indicator))
            .filter_map(|n| percents.get(&(*n, &value.period)))
            .collect();
        let wrong = against_parts(&value.text, &parts)
            .or_else(|| against_score(&value.text, scores_at(&value.period)?.of(node)?));
        if let Some((against, computed)) = wrong {
            say.at(node)
                .field(field_of(value))
                .arg("judgement", value.text.trim())
                .arg("against", against)
                .arg("computed", printed(&computed.round_to(0)));
        }
    }
}

/// Parts that are all judged far above, or all far below.
fn against_parts(text: &str, parts: &[&Number]) -> Option<(&'static str, Number)> {
    let own = percent_of(text)?;
    let margin = Number::from(25);
    let above = parts.iter().all(|p| **p >= &own + &margin);
    let below = parts.iter().all(|p| **p <= &own - &margin);
    let nearest = if above {
        parts.iter().min()
    } else {
        parts.iter().max()
    };
    (parts.len() > 1 && (above || below))
        .then(|| nearest.map(|p| ("below", (*p).clone())))
        .flatten()
}

fn against_score(text: &str, score: &NodeScore) -> Option<(&'static str, Number)> {
    // Less than half of it can be evaluated: the judgement may know more.
    if Some(&score.coverage) < Number::ratio(1, 2).as_ref() {
        return None;
    }
    let hundred = Number::from(100);
    let progress = score.progress.as_ref().map(|p| p * &hundred);
    let reached = score.score.as_ref().map(|s| s * &hundred);
    if let Some(own) = percent_of(text) {
        let far = |computed: &Number| (&own - computed).abs() > Number::from(20);
        let known: Vec<&Number> = progress.iter().chain(&reached).collect();
        return (!known.is_empty() && known.iter().all(|k| far(k)))
            .then(|| ("percent", progress.or(reached)))
            .and_then(|(kind, computed)| Some((kind, computed?)));
    }
    let computed = progress.or(reached)?;
    let folded = folded(text);
    let says = |marks: &[&str]| marks.iter().any(|mark| folded.contains(mark));
    let bad = says(&[
        "in ritardo",
        "non raggiunt",
        "non avviat",
        "non in linea",
        "disattes",
    ]);
    let but = [
        "eccezion",
        "tranne",
        "salvo",
        "parzial",
        "sostanz",
        "quasi",
        "anche se",
        "nonostante",
    ];
    if says(&but) {
        return None;
    }
    let good = !folded.contains("non ")
        && says(&["in linea", "raggiunt", "completat", "conclus", "terminat"]);
    // What is nearly reached is a matter of opinion.
    let above = |percent: i64| {
        let share = Number::ratio(percent, 100);
        score
            .score
            .as_ref()
            .is_some_and(|s| Some(s) >= share.as_ref())
    };
    match score.outlook? {
        Outlook::Late | Outlook::NotReached if good && !above(80) => Some(("late", computed)),
        Outlook::Reached | Outlook::OnCourse if bad && (score.score.is_none() || above(95)) => {
            Some(("reached", computed))
        }
        _ => None,
    }
}

/// The first percentage in a text that speaks of attainment, or says little else; in points.
fn percent_of(text: &str) -> Option<Number> {
    let attains = [
        "ragg", "realizz", "complet", "avanz", "attua", "conseg", "obiettiv", "linea",
    ];
    if !has_beginning(text, &attains) && words(text).len() > 3 {
        return None;
    }
    let (before, _) = text.split_once('%')?;
    let digits: String = before
        .trim_end()
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .collect();
    let digits: String = digits.chars().rev().collect();
    Number::parse_decimal(&digits.replace(',', "."))
}
