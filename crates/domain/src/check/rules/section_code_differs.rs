use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "section-code-differs",
    severity: Severity::Warning,
    page: include_str!("section_code_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, section) in c.plan.sections.iter().enumerate() {
        let head = section.objective.as_ref().and_then(|r| r.node);
        let own = head.and_then(|n| c.plan.name_of(n).code);
        let (Some(code), Some(own)) = (section.code.as_deref(), own) else {
            continue;
        };
        // Sections may also be numbered by themselves: 1, 2, 3.
        let (ours, theirs) = (words(code), words(own));
        if ours != theirs && ours.len() == theirs.len() && ours.len() > 1 {
            say.at(Node::new(NodeKind::Section, i))
                .field("code")
                .arg("code", code.trim())
                .arg("own", own.trim());
        }
    }
}
