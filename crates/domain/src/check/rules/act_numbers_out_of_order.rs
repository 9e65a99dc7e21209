use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::said;
use crate::check::wording::words;
use crate::plan::{Act, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "act-numbers-out-of-order",
    severity: Severity::Warning,
    page: include_str!("act_numbers_out_of_order.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    // By organ, kind, series («3/C» is another one than «3») and year: number, day, position.
    let mut series: HashMap<Vec<String>, Vec<(u32, jiff::civil::Date, usize)>> = HashMap::new();
    let mut order: Vec<Vec<String>> = Vec::new();
    for (i, act) in c.plan.acts.iter().enumerate() {
        let Some((key, number, day)) = place(act) else {
            continue;
        };
        let known = series.entry(key.clone()).or_default();
        if known.is_empty() {
            order.push(key);
        }
        known.push((number, day, i));
    }
    for key in order {
        let Some(acts) = series.get_mut(&key) else {
            continue;
        };
        acts.sort_unstable();
        for pair in acts.windows(2) {
            let [(_, earlier, other), (_, day, i)] = pair else {
                continue;
            };
            let (Some(act), Some(before)) = (c.plan.acts.get(*i), c.plan.acts.get(*other)) else {
                continue;
            };
            if day < earlier {
                say.at(Node::new(NodeKind::Act, *i))
                    .field("date")
                    .arg("number", said(&act.number).unwrap_or_default())
                    .arg("date", act.date.as_ref().map_or("", |d| d.text.trim()))
                    .arg("other", said(&before.number).unwrap_or_default())
                    .arg(
                        "other_date",
                        before.date.as_ref().map_or("", |d| d.text.trim()),
                    );
            }
        }
    }
}

fn place(act: &Act) -> Option<(Vec<String>, u32, jiff::civil::Date)> {
    let day = act.date.as_ref()?.date?;
    let year = day.year().to_string();
    let number = words(said(&act.number)?);
    let first = number.first()?.parse().ok()?;
    let organ = words(said(&act.organ)?);
    let kind = words(act.kind.as_deref().unwrap_or_default());
    let suffix = number.iter().skip(1).filter(|word| *word != year);
    let mut key = vec![
        organ.joined().to_owned(),
        kind.joined().to_owned(),
        year.clone(),
    ];
    key.extend(suffix.map(str::to_owned));
    Some((key, first, day))
}
