use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::{number_of, said};
use crate::check::wording::content_words;
use crate::number::Number;
use crate::plan::{BudgetLine, Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "money-counted-twice",
    severity: Severity::Warning,
    page: include_str!("money_counted_twice.md"),
    check: Some(check),
};

/// Lines that may be the same money: amount, flow and account are.
type Alike<'p> = HashMap<(&'p Number, Flow, String), Vec<usize>>;

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = &c.plan.budget_lines;
    let mut alike: Alike<'_> = HashMap::new();
    let mut order: Vec<(&Number, Flow, String)> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some(amount) = number_of(&line.amount).filter(|n| !n.is_zero()) else {
            continue;
        };
        let key = (
            amount,
            line.flow,
            content_words(said(&line.account).unwrap_or_default())
                .list()
                .concat(),
        );
        let same = alike.entry(key.clone()).or_default();
        if same.is_empty() {
            order.push(key);
        }
        same.push(i);
    }
    for key in order {
        let Some(same) = alike.get(&key).filter(|same| same.len() > 1) else {
            continue;
        };
        for group in groups(lines, same, round(key.0)) {
            tell(c, say, &group);
        }
    }
}

/// An amount that two different expenses may well share.
fn round(amount: &Number) -> bool {
    let hundreds = amount.checked_div(&Number::HUNDRED);
    hundreds.is_some_and(|n| n.is_integer())
}

/// Those that are the same money: by their item. Where one has no item, or the amount is not a
/// round one, account and budget centre are enough.
fn groups(lines: &[BudgetLine], same: &[usize], round: bool) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_item: HashMap<String, usize> = HashMap::new();
    let mut by_centre: HashMap<&str, usize> = HashMap::new();
    for i in same {
        let Some(line) = lines.get(*i) else { continue };
        let item = content_words(line.item.as_deref().unwrap_or_default());
        let item = item.joined();
        let centre = said(&line.centre).filter(|_| said(&line.account).is_some());
        let of_centre = centre.and_then(|centre| by_centre.get(centre)).copied();
        let of_item = by_item.get(item).copied().filter(|_| !item.is_empty());
        let bare = |group: usize| {
            let of_group = groups.get(group).into_iter().flatten();
            of_group
                .filter_map(|i| lines.get(*i))
                .all(|l| said(&l.item).is_none())
        };
        let of_centre = of_centre.filter(|group| !round || item.is_empty() || bare(*group));
        let group = of_item.or(of_centre).unwrap_or(groups.len());
        match groups.get_mut(group) {
            Some(known) => known.push(*i),
            None => groups.push(vec![*i]),
        }
        by_item.entry(item.to_owned()).or_insert(group);
        if let Some(centre) = centre {
            by_centre.entry(centre).or_insert(group);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn tell(c: &Context<'_>, say: &mut Say, group: &[usize]) {
    let lines = || group.iter().filter_map(|i| c.plan.budget_lines.get(*i));
    let (Some(first), Some(line)) = (group.first(), lines().next()) else {
        return;
    };
    let amount = line.amount.as_ref().map_or("", |q| q.text.trim());
    let mut said = say
        .at(Node::new(NodeKind::BudgetLine, *first))
        .arg("amount", amount)
        .arg("count", group.len().to_string())
        .arg(
            "objectives",
            c.short_labels(lines().flat_map(|l| &l.objectives)),
        );
    for i in group.iter().skip(1) {
        said = said.also(Node::new(NodeKind::BudgetLine, *i), None);
    }
}
