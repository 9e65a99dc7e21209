//! One cause, one finding: what would be said in the same words is said once, with all its places.

use std::collections::HashMap;

use crate::finding::Finding;

/// What a finding says: its rule and the arguments of its message.
type Said = (&'static str, Vec<(&'static str, String)>);

/// Findings that say the same, joined: the first stays, the others become further places of it.
pub(super) fn grouped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut grouped: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut known: HashMap<Said, usize> = HashMap::new();
    for finding in findings {
        let said = (finding.rule, finding.args.clone());
        match known.get(&said).and_then(|at| grouped.get_mut(*at)) {
            None => {
                known.insert(said, grouped.len());
                grouped.push(finding);
            }
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
