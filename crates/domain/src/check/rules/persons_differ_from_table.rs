use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::number_of;
use crate::check::wording::{Words, content_words};
use crate::number::Number;
use crate::plan::{Node, NodeKind, TableKind};
use crate::target::read_number;

pub(super) const RULE: Rule = Rule {
    name: "persons-differ-from-table",
    severity: Severity::Warning,
    page: include_str!("persons_differ_from_table.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut printed: HashMap<Words, (usize, &str, Number)> = HashMap::new();
    for (i, table) in c.plan.tables.iter().enumerate() {
        let total = table
            .columns
            .iter()
            .rposition(|head| content_words(head).joined() == "totale");
        let Some(total) = total.filter(|_| table.kind == Some(TableKind::Staff)) else {
            continue;
        };
        for row in &table.rows {
            let (Some(name), Some(cell)) = (row.first(), row.get(total)) else {
                continue;
            };
            if let Some(number) = read_number(cell).0 {
                let cell = cell.trim();
                printed
                    .entry(content_words(name))
                    .or_insert((i, cell, number));
            }
        }
    }
    for (i, unit) in c.plan.units.iter().enumerate() {
        let (Some(title), Some(persons)) = (&unit.title, number_of(&unit.persons)) else {
            continue;
        };
        if let Some((table, cell, number)) = printed.get(&content_words(title))
            && number != persons
        {
            say.at(Node::new(NodeKind::Unit, i))
                .field("persons")
                .arg("unit", title.trim())
                .arg(
                    "persons",
                    unit.persons.as_ref().map_or("", |q| q.text.trim()),
                )
                .arg("table", c.short_label(Node::new(NodeKind::Table, *table)))
                .arg("printed", *cell);
        }
    }
}
