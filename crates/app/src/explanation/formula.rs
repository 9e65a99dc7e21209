//! Arithmetic as an official writes it: `66,67% = (50 × 50% + 25 × 100%) / 75`.

use domain::method::Decay;
use domain::number::Number;
use domain::score::{Inputs, Rule};

use crate::messages::Language;

/// The machine token of a rule.
pub(super) fn token(rule: Rule) -> &'static str {
    match rule {
        Rule::AtLeast => "at_least",
        Rule::AtMost(Decay::Ratio) => "at_most_ratio",
        Rule::AtMost(Decay::Linear) => "at_most_linear",
        Rule::AtMost(Decay::None) => "at_most_none",
        Rule::Exactly => "exactly",
        Rule::Between { .. } => "between",
        Rule::Change { .. } => "change",
        Rule::ChangeBand { .. } => "change_band",
        Rule::FromBaseline => "from_baseline",
        Rule::Answer => "answer",
        Rule::Completion => "completion",
        Rule::Delay => "delay",
        Rule::Declared => "declared",
        Rule::PartsMean => "parts_mean",
        Rule::PartsLeast => "parts_least",
    }
}

/// A fraction as exact percent points, to six decimals: `99,285714…%`.
pub(super) fn exact_percent(number: &Number, language: Language) -> String {
    format!(
        "{}%",
        (number * &Number::HUNDRED).format_plain(language.style())
    )
}

fn plain(number: &Number, language: Language) -> String {
    number.format_plain(language.style())
}

/// The same, between parentheses where a sign would confuse.
fn operand(number: &Number, language: Language) -> String {
    let text = plain(number, language);
    if number.is_negative() {
        format!("({text})")
    } else {
        text
    }
}

/// `(50 × 50% + 25 × 100%) / 75`; equal weights make a plain mean.
pub(super) fn of_terms(terms: &[(&Number, &Number)], language: Language) -> String {
    let total: Number = terms.iter().map(|(weight, _)| *weight).sum();
    let equal = terms.iter().all(|(weight, _)| **weight == Number::ONE);
    if let ([(_, score)], true) = (terms, equal) {
        return exact_percent(score, language);
    }
    let sum: Vec<String> = terms
        .iter()
        .map(|(weight, score)| {
            let score = exact_percent(score, language);
            if equal {
                score
            } else {
                format!("{} × {score}", plain(weight, language))
            }
        })
        .collect();
    format!("({}) / {}", sum.join(" + "), plain(&total, language))
}

/// `50% × 80% + 50% × 60%`; where a part gave its share away, divided by what is left.
pub(super) fn of_shares(shares: &[(&Number, &Number)], language: Language) -> String {
    let total: Number = shares.iter().map(|(share, _)| *share).sum();
    let sum: Vec<String> = shares
        .iter()
        .map(|(share, result)| {
            format!(
                "{} × {}",
                exact_percent(share, language),
                exact_percent(result, language)
            )
        })
        .collect();
    let sum = sum.join(" + ");
    if total == Number::ONE {
        sum
    } else {
        format!("({sum}) / {}", exact_percent(&total, language))
    }
}

/// Arithmetic in words, with its bare result where it is a quotient.
type Step = (String, Option<Number>);

/// What makes an achievement, after its figure: `= 56 / 60`, with the bound that it met; or the
/// comparison that decided: `(3 = 3)`.
pub(super) fn of_rule(
    rule: Rule,
    inputs: &Inputs,
    achievement: &Number,
    cap: Option<&Number>,
    language: Language,
) -> String {
    let equals = |text: String| format!("= {text}");
    let (Some(a), t) = (inputs.actual.as_ref(), inputs.target.as_ref()) else {
        return equals(exact_percent(achievement, language));
    };
    let number = |n: &Number| operand(n, language);
    let quotient = |above: &Number, below: &Number| -> Step {
        (
            format!("{} / {}", number(above), number(below)),
            above.checked_div(below),
        )
    };
    let compared = |sign: &str, other: &Number| -> Step {
        (
            format!("{} {sign} {}", plain(a, language), plain(other, language)),
            None,
        )
    };
    let whole = |met: bool, met_sign: &str, other: &Number| -> Step {
        compared(if met { met_sign } else { opposite(met_sign) }, other)
    };
    let (text, free) = match (rule, t) {
        (Rule::AtLeast, Some(t)) if t.is_positive() => quotient(a, t),
        (Rule::AtLeast, Some(t)) if t.is_zero() || a >= t => whole(a >= t, "≥", t),
        (Rule::AtLeast, Some(t)) => quotient(t, a),
        (Rule::AtMost(decay), Some(t)) => at_most(a, t, decay, cap, &quotient, &whole, language),
        (Rule::Exactly, Some(t)) => whole(a == t, "=", t),
        (Rule::Between { .. }, Some(low)) => {
            let high = inputs.upper.as_ref().unwrap_or(low);
            if *achievement == Number::ONE {
                let (a, low_end, high_end) = (
                    plain(a, language),
                    plain(low, language),
                    plain(high, language),
                );
                let text = match inputs.actual.as_ref() {
                    Some(actual) if actual > high => format!("{a} > {high_end}"),
                    Some(actual) if actual < low => format!("{a} < {low_end}"),
                    _ => format!("{low_end} ≤ {a} ≤ {high_end}"),
                };
                (text, None)
            } else if a < low {
                quotient(a, low)
            } else {
                quotient(high, a)
            }
        }
        (Rule::Change { .. } | Rule::ChangeBand { .. }, Some(t)) => {
            let change = match &inputs.baseline {
                Some(base) => {
                    let level = base * &(a + &Number::ONE);
                    let (level, base) = (plain(&level, language), plain(base, language));
                    format!("({level} / {base} − 1)")
                }
                None => exact_percent(a, language),
            };
            if t.is_zero() {
                let sign = match a.cmp(t) {
                    std::cmp::Ordering::Less => "<",
                    std::cmp::Ordering::Equal => "=",
                    std::cmp::Ordering::Greater => ">",
                };
                (
                    format!("{change} {sign} {}", exact_percent(t, language)),
                    None,
                )
            } else if matches!(rule, Rule::ChangeBand { .. }) && a.abs() <= t.abs() {
                (
                    format!("|{change}| ≤ {}", exact_percent(&t.abs(), language)),
                    None,
                )
            } else if matches!(rule, Rule::ChangeBand { .. }) {
                let bound = exact_percent(&t.abs(), language);
                (
                    format!("{bound} / |{change}|"),
                    t.abs().checked_div(&a.abs()),
                )
            } else {
                (
                    format!("{change} / {}", exact_percent(t, language)),
                    a.checked_div(t),
                )
            }
        }
        (Rule::FromBaseline, Some(t)) => {
            let base = inputs.baseline.clone().unwrap_or_default();
            let b = number(&base);
            (
                format!("({} − {b}) / ({} − {b})", number(a), number(t)),
                (a - &base).checked_div(&(t - &base)),
            )
        }
        (Rule::Completion, Some(t)) if *t != Number::ONE => {
            let text = format!(
                "{} / {}",
                exact_percent(a, language),
                exact_percent(t, language)
            );
            (text, a.checked_div(t))
        }
        (Rule::Delay, Some(grace)) if a.is_positive() && !grace.is_zero() => (
            format!("1 − {} / {}", number(a), number(grace)),
            a.checked_div(grace).map(|late| Number::ONE - late),
        ),
        _ => return equals(exact_percent(achievement, language)),
    };
    bounded(text, free.as_ref(), achievement, language)
}

fn at_most(
    a: &Number,
    t: &Number,
    decay: Decay,
    cap: Option<&Number>,
    quotient: &dyn Fn(&Number, &Number) -> Step,
    whole: &dyn Fn(bool, &str, &Number) -> Step,
    language: Language,
) -> Step {
    let beyond_full = cap.is_some_and(|cap| *cap > Number::ONE);
    if t.is_positive() && a < t && beyond_full && a.is_positive() {
        return quotient(t, a);
    }
    if a <= t {
        return whole(true, "≤", t);
    }
    match decay {
        _ if t.is_negative() && a.is_negative() => quotient(a, t),
        Decay::Ratio if t.is_positive() => quotient(t, a),
        Decay::Linear if t.is_positive() => {
            let (a_, t_) = (plain(a, language), plain(t, language));
            let late = (a - t).checked_div(t);
            (
                format!("1 − ({a_} − {t_}) / {t_}"),
                late.map(|late| Number::ONE - late),
            )
        }
        _ => whole(false, "≤", t),
    }
}

fn opposite(sign: &str) -> &'static str {
    match sign {
        "≥" => "<",
        "≤" => ">",
        _ => "≠",
    }
}

/// Says so where the bare result was brought back between 0 and the cap.
fn bounded(
    text: String,
    free: Option<&Number>,
    achievement: &Number,
    language: Language,
) -> String {
    match free {
        Some(free) if free != achievement => {
            format!(
                "= {text} = {} → {}",
                exact_percent(free, language),
                exact_percent(achievement, language)
            )
        }
        Some(free) => {
            let exact = free.exact_decimal().is_some();
            if exact {
                format!("= {text}")
            } else {
                format!("= {text} = {}", exact_percent(free, language))
            }
        }
        None => format!("({text})"),
    }
}
