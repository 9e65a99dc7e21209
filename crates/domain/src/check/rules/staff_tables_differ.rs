use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::printed;
use crate::check::wording::words;
use crate::number::Number;
use crate::plan::{Node, NodeKind, Table, TableKind};
use crate::target::read_number;

pub(super) const RULE: Rule = Rule {
    name: "staff-tables-differ",
    severity: Severity::Warning,
    page: include_str!("staff_tables_differ.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut by_day: HashMap<jiff::civil::Date, Vec<(usize, Number)>> = HashMap::new();
    let mut days: Vec<jiff::civil::Date> = Vec::new();
    for (i, table) in c.plan.tables.iter().enumerate() {
        let day = table.date.as_ref().and_then(|d| d.date);
        if let (Some(TableKind::Staff), Some(day), Some(total)) = (table.kind, day, total(table)) {
            let known = by_day.entry(day).or_default();
            if known.is_empty() {
                days.push(day);
            }
            known.push((i, total));
        }
    }
    for totals in days.iter().filter_map(|day| by_day.get(day)) {
        let Some(usual) = usual(totals) else { continue };
        for (i, total) in totals.iter().filter(|(_, total)| total != usual) {
            let node = Node::new(NodeKind::Table, *i);
            say.at(node)
                .field("rows")
                .arg("table", c.short_label(node))
                .arg("total", printed(total))
                .arg("usual", printed(usual));
        }
    }
}

/// The total on which at least two tables, and two in three, agree.
fn usual(totals: &[(usize, Number)]) -> Option<&Number> {
    let mut counted: HashMap<&Number, usize> = HashMap::new();
    for (_, total) in totals {
        *counted.entry(total).or_default() += 1;
    }
    let (usual, count) = counted
        .into_iter()
        .max_by_key(|(total, count)| (*count, *total))?;
    let differing = totals.len() - count;
    (count >= 2 && differing * 2 <= count).then_some(usual)
}

/// How many people a table counts: its total row, else the sum of its only column of counts.
fn total(table: &Table) -> Option<Number> {
    let is_total = |text: &str| words(text).first().is_some_and(|word| word == "totale");
    let count = |cell: Option<&String>| {
        let cell = cell?.trim();
        let digits = cell.bytes().all(|b| b.is_ascii_digit()) && !cell.is_empty();
        digits.then(|| read_number(cell).0).flatten()
    };
    let mut columns = (1..table.columns.len()).filter(|column| {
        table
            .rows
            .iter()
            .any(|row| count(row.get(*column)).is_some())
    });
    let column = match table
        .columns
        .iter()
        .rposition(|head| words(head).joined() == "totale")
    {
        Some(column) => column,
        None => {
            let only = columns.next()?;
            if columns.next().is_some() {
                return None;
            }
            only
        }
    };
    let of_totals = table
        .rows
        .iter()
        .find(|row| row.first().is_some_and(|label| is_total(label)));
    match of_totals {
        Some(row) => count(row.get(column)),
        None => {
            let counts: Option<Vec<Number>> = table
                .rows
                .iter()
                .map(|row| count(row.get(column)))
                .collect();
            Some(counts?.into_iter().sum())
        }
    }
}
