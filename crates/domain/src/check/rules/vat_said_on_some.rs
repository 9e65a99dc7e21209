use crate::check::context::{number_of, said};
use crate::check::wording::has_word;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{BudgetLine, Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "vat-said-on-some",
    severity: Severity::Note,
    page: include_str!("vat_said_on_some.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let (mut saying, mut others): (Vec<usize>, usize) = (Vec::new(), 0);
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        if says_vat(line) {
            saying.push(i);
        } else if line.flow == Flow::Cost
            && number_of(&line.amount).is_some_and(|n| n.is_positive())
        {
            others += 1;
        }
    }
    let of_plan = c.plan.heading.note.as_deref();
    let once = of_plan.is_some_and(|note| has_word(note, &["iva"]));
    let [first, rest @ ..] = saying.as_slice() else {
        return;
    };
    if rest.is_empty() || others == 0 || once {
        return;
    }
    let mut said = say
        .at(Node::new(NodeKind::BudgetLine, *first))
        .field("note")
        .arg("some", saying.len().to_string())
        .arg("others", others.to_string());
    for i in rest {
        said = said.also(Node::new(NodeKind::BudgetLine, *i), Some("note"));
    }
}

fn says_vat(line: &BudgetLine) -> bool {
    [&line.note, &line.item]
        .into_iter()
        .filter_map(said)
        .any(|text| has_word(text, &["iva"]))
}
