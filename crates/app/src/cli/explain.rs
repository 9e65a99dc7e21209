//! `traguardo explain PLAN NODE`.

use clap::ArgMatches;
use domain::plan::{Node, Plan};
use domain::score::{Scores, score};

use super::{Outcome, Refusal, Session, findings, input, output, score as score_command};
use crate::explanation::Explanation;

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let at = input::date(session, matches)?;
    let read = input::read(session, &input::path_of(matches, "plan"))?;
    let plan = &read.draft.plan;
    let scores = score(plan, &read.readings, at);
    let wanted = matches
        .get_one::<String>("node")
        .map(String::as_str)
        .unwrap_or_default();
    let node = find(session, plan, &scores, wanted)?;
    let depth = matches
        .get_one::<usize>("depth")
        .copied()
        .unwrap_or(usize::MAX);
    let explanation = Explanation::of(&read.readings, &scores, node, depth);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let language = session.asked.unwrap_or_default();
            let document = serde_json::json!({
                "plan": read.path,
                "at": scores.at.map(|d| d.to_string()),
                "checkpoint": scores.checkpoint.map(|d| d.to_string()),
                "node": explanation.map(|e| e.json(plan, language)),
            });
            score_command::pretty(&document)
        }
        _ => {
            let catalogue = session.catalogue;
            let mut text = format!(
                "{}\n{}\n\n",
                score_command::heading(catalogue, plan),
                score_command::when(catalogue, &scores)
            );
            if let Some(explanation) = explanation {
                text.push_str(&explanation.text(plan, catalogue));
            }
            text
        }
    };
    output::print(&text);
    let said: Vec<_> = read
        .findings()
        .into_iter()
        .chain(
            scores
                .findings
                .iter()
                .cloned()
                .map(|f| read.draft.locate(f)),
        )
        .filter(|l| l.finding.place.node == Some(node))
        .collect();
    Ok(findings::report(session, &read.path, &said))
}

/// The node that a person means: by `kind:key`, by key, by printed code, by title.
pub(super) fn find(
    session: &Session<'_>,
    plan: &Plan,
    scores: &Scores,
    wanted: &str,
) -> Result<Node, Refusal> {
    let wanted = wanted.trim();
    let folded = wanted.to_lowercase();
    let nodes = || scores.nodes.iter().map(|s| s.node);
    let by = |test: &dyn Fn(Node) -> bool| nodes().filter(|n| test(*n)).collect::<Vec<Node>>();
    let mut found = by(&|n| plan.id_of(n) == wanted);
    if found.is_empty() {
        found = by(&|n| plan.name_of(n).key == wanted && !wanted.is_empty());
    }
    if found.is_empty() {
        found = by(&|n| plan.name_of(n).code.is_some_and(|c| c.trim() == wanted));
    }
    if found.is_empty() {
        found = by(&|n| {
            plan.name_of(n)
                .title
                .is_some_and(|t| t.to_lowercase() == folded)
        });
    }
    let list = |nodes: &[Node]| {
        let ids: Vec<String> = nodes.iter().take(12).map(|n| plan.id_of(*n)).collect();
        ids.join(", ")
    };
    match found.as_slice() {
        [only] => Ok(*only),
        [] => {
            let near = by(&|n| {
                let name = plan.name_of(n);
                !folded.is_empty()
                    && (name.key.to_lowercase().contains(&folded)
                        || name
                            .title
                            .is_some_and(|t| t.to_lowercase().contains(&folded)))
            });
            let mut refusal = session.refuse(
                "cli-unknown-node",
                &[("text", wanted), ("near", &list(&near))],
            );
            if near.is_empty() {
                refusal.help = Some(session.catalogue.text("cli-unknown-node-help-none"));
            }
            Err(refusal)
        }
        several => Err(session.refuse(
            "cli-ambiguous-node",
            &[("text", wanted), ("nodes", &list(several))],
        )),
    }
}
