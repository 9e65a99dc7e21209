use crate::check::context::said;
use crate::check::wording::{has_beginning, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Act, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "staffing-acts-differ",
    severity: Severity::Note,
    page: include_str!("staffing_acts_differ.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let acts = || {
        c.plan
            .acts
            .iter()
            .enumerate()
            .filter_map(|(i, act)| Some((i, act, said(&act.subject)?)))
    };
    let needs = |subject: &str| has_beginning(subject, &["fabbisogn"]);
    let staff = |subject: &str| {
        has_beginning(subject, &["dotazion"]) && has_beginning(subject, &["organic"])
    };
    let Some((i, one, subject)) = acts().find(|(_, _, subject)| needs(subject)) else {
        return;
    };
    if staff(subject) {
        return;
    }
    let same_year = |act: &Act| year(act).is_some() && year(act) == year(one);
    let other =
        acts().find(|(_, act, subject)| staff(subject) && !needs(subject) && same_year(act));
    let Some((j, other, _)) = other else { return };
    let (Some(number), Some(of_other)) = (said(&one.number), said(&other.number)) else {
        return;
    };
    if words(number) != words(of_other) {
        say.at(Node::new(NodeKind::Act, i))
            .field("number")
            .arg("one", number)
            .arg("other", of_other)
            .also(Node::new(NodeKind::Act, j), Some("number"));
    }
}

/// The year of an act: of its day, else after its number («20/2026»).
fn year(act: &Act) -> Option<i16> {
    let of_day = act.date.as_ref().and_then(|d| d.date).map(|d| d.year());
    of_day.or_else(|| {
        let number = words(said(&act.number)?);
        number
            .iter()
            .rev()
            .find(|word| word.len() == 4)?
            .parse()
            .ok()
    })
}
