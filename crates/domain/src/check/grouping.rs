//! One cause, one finding: what would be said in the same words is said once, with all its places.

use hashbrown::HashMap;

use crate::finding::Finding;

/// What a finding says: its rule and the arguments of its message.
type Said = (&'static str, Vec<(&'static str, String)>);

/// Findings that say the same, joined: the first stays, the others become further places of it.
pub(super) fn grouped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut grouped: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut known: HashMap<Said, usize> = HashMap::new();
    for finding in findings {
        let said = (finding.rule, finding.args.clone());
        let at = *known.entry(said).or_insert(grouped.len());
        match grouped.get_mut(at) {
            None => grouped.push(finding),
            Some(first) => {
                if first.place != finding.place {
                    first.also.push(finding.place);
                }
                first.also.extend(finding.also);
                first.fix.extend(finding.fix);
            }
        }
    }
    grouped
}
