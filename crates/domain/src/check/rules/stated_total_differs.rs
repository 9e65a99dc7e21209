use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::check::context::{number_of, printed};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Quantity};

pub(super) const RULE: Rule = Rule {
    name: "stated-total-differs",
    severity: Severity::Error,
    page: include_str!("stated_total_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    // Where the weights do not close at all, that has been said of the same holder.
    let open: HashSet<Node> = c
        .scores
        .findings
        .iter()
        .filter(|f| f.rule == "score-weights-do-not-close")
        .filter_map(|f| f.place.node)
        .collect();
    let mut sums: Vec<Sums> = vec![Sums::default(); c.plan.responsibles.len()];
    for placement in &c.plan.placements {
        let holder = placement
            .parent
            .node
            .filter(|n| n.kind == NodeKind::Responsible);
        if let Some(sum) = holder.and_then(|n| sums.get_mut(n.at())) {
            sum.add(&placement.weight, &placement.revised_weight);
        }
    }
    for (i, (holder, sum)) in c.plan.responsibles.iter().zip(&sums).enumerate() {
        let node = Node::new(NodeKind::Responsible, i);
        let Some(stated) = number_of(&holder.stated_revised_total) else {
            continue;
        };
        let holds = [&sum.revised, &sum.in_the_end]
            .into_iter()
            .any(|total| (total - stated).abs() <= c.plan.method.weight_tolerance());
        let said = open.contains(&node) && number_of(&holder.stated_total) == Some(stated);
        if sum.any && !holds && !said {
            say.at(node)
                .field("stated_revised_total")
                .arg(
                    "stated",
                    holder
                        .stated_revised_total
                        .as_ref()
                        .map_or("", |q| q.text.trim()),
                )
                .arg("computed", printed(&sum.in_the_end));
        }
    }
}

/// Revised weights alone, and with the first ones of what was not revised.
#[derive(Clone, Default)]
struct Sums {
    any: bool,
    revised: Number,
    in_the_end: Number,
}

impl Sums {
    fn add(&mut self, first: &Option<Quantity>, revised: &Option<Quantity>) {
        if let Some(revised) = number_of(revised) {
            self.any = true;
            self.revised += revised;
            self.in_the_end += revised;
        } else if let Some(first) = number_of(first) {
            self.in_the_end += first;
        }
    }
}
