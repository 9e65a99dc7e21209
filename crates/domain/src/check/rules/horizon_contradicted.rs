use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "horizon-contradicted",
    severity: Severity::Warning,
    page: include_str!("horizon_contradicted.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let heading = &c.plan.heading;
    let years = c.horizon();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    let declared = if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    };
    if let Some(year) = heading.year.filter(|year| !years.contains(year)) {
        say.at(Node::BODY)
            .field("year")
            .arg("named", year.to_string())
            .arg("declared", declared.as_str());
    }
}
