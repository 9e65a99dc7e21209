use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::printed;
use crate::check::wording::{Words, content_words, words};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Role, TableKind, Value};
use crate::target::{field_of, read_number};

pub(super) const RULE: Rule = Rule {
    name: "index-differs-from-budget",
    severity: Severity::Warning,
    page: include_str!("index_differs_from_budget.md"),
    check: Some(check),
};

/// An item of a year, as the final accounts in a budget table print it, with the table.
type Items = HashMap<(Words, i16), (Number, usize)>;

fn check(c: &Context<'_>, say: &mut Say) {
    let items = items(c);
    for (i, index) in c.plan.health_indices.iter().enumerate() {
        let parts = index.formula.as_deref().and_then(|f| f.split_once('/'));
        let Some((first, second)) = parts.filter(|(_, second)| !second.contains('/')) else {
            continue;
        };
        for value in index.values.iter().filter(|v| v.role == Role::History) {
            let Some((year, is)) = percent(value) else {
                continue;
            };
            let item = |name: &str| items.get(&(content_words(name), year));
            let (Some((above, table)), Some((below, other))) = (item(first), item(second)) else {
                continue;
            };
            let computed = (above * &Number::HUNDRED).checked_div(below);
            let Some(computed) = computed.filter(|_| table == other) else {
                continue;
            };
            if (&computed - &is).abs() > Number::ratio(1, 20).unwrap_or_default() {
                say.at(Node::new(NodeKind::HealthIndex, i))
                    .field(field_of(value))
                    .arg("year", format!("{year:04}"))
                    .arg("value", value.text.trim())
                    .arg("table", c.short_label(Node::new(NodeKind::Table, *table)))
                    .arg("first", first.trim())
                    .arg("second", second.trim())
                    .arg("computed", printed(&computed.round_to(2)));
            }
        }
    }
}

fn percent(value: &Value) -> Option<(i16, Number)> {
    let is = read_number(&value.text)
        .0
        .filter(|_| value.text.contains('%'))?;
    Some((value.period.year()?, is))
}

/// The items of final accounts: estimates and budgets are not what an index of the past uses.
fn items(c: &Context<'_>) -> Items {
    let mut items = Items::new();
    for (i, table) in c.plan.tables.iter().enumerate() {
        if table.kind != Some(TableKind::Budget) {
            continue;
        }
        for (column, head) in table.columns.iter().enumerate() {
            let head = words(head);
            let year = match head.list().as_slice() {
                ["consuntivo", year] => year.parse::<i16>().ok(),
                _ => None,
            };
            let Some(year) = year else { continue };
            for row in &table.rows {
                let number = row.get(column).and_then(|cell| read_number(cell).0);
                if let (Some(name), Some(number)) = (row.first(), number) {
                    items
                        .entry((content_words(name), year))
                        .or_insert((number, i));
                }
            }
        }
    }
    items
}
