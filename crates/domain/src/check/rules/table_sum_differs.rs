use crate::check::sums::wrong_sums;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "table-sum-differs",
    severity: Severity::Error,
    page: include_str!("table_sum_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, table) in c.plan.tables.iter().enumerate() {
        for wrong in wrong_sums(table) {
            say.at(Node::new(NodeKind::Table, i))
                .field("rows")
                .arg("what", wrong.what)
                .arg("name", wrong.name)
                .arg("wrong", wrong.cells.join("; "));
        }
    }
}
