//! The peer: the same plan as formulas in a workbook, for LibreOffice to recalculate.

use std::collections::BTreeMap;
use std::path::Path;

use domain::number::Number;
use domain::plan::Node;
use domain::score::{Derivation, Rule, score};
use domain::target::Readings;
use rust_xlsxwriter::{Formula, Workbook};
use traguardo::format::toml;

/// Writes every score that counts as a formula: an achievement as `MAX(0;MIN(1;A/T))`, a mean as
/// `SUMPRODUCT` of weights and scores. Gives the body's score, for comparison.
pub fn write(plan: &Path, book: &Path) -> String {
    let text = std::fs::read_to_string(plan).unwrap_or_default();
    let Ok(draft) = toml::read(&text) else {
        return String::new();
    };
    let scores = score(&draft.plan, &Readings::of(&draft.plan), None);
    let rows: BTreeMap<Node, u32> = scores
        .nodes
        .iter()
        .enumerate()
        .map(|(i, s)| (s.node, i as u32 + 1))
        .collect();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for node in &scores.nodes {
        let row = rows[&node.node] - 1;
        let _ = sheet.write_string(row, 0, draft.plan.id_of(node.node));
        match &node.derivation {
            Derivation::Leaf(leaf) => {
                let plain = leaf.rule == Some(Rule::AtLeast) && node.score == leaf.achievement;
                let inputs = (&leaf.inputs.target, &leaf.inputs.actual);
                let (Some(t), Some(a), true) = (inputs.0, inputs.1, plain) else {
                    if let Some(score) = &node.score {
                        let _ = sheet.write_formula(row, 1, formula(score.to_decimal()));
                    }
                    continue;
                };
                let _ = sheet.write_formula(row, 2, formula(t.to_decimal()));
                let _ = sheet.write_formula(row, 3, formula(a.to_decimal()));
                let (t, a) = (format!("C{}", row + 1), format!("D{}", row + 1));
                let _ = sheet.write_formula(row, 1, formula(format!("MAX(0,MIN(1,{a}/{t}))")));
            }
            Derivation::Mean(mean) => {
                let mut means = Vec::new();
                for part in mean.parts.iter().filter(|p| p.result.is_some()) {
                    let terms: Vec<(String, String)> = part
                        .terms
                        .iter()
                        .filter(|t| t.left_out.is_none())
                        .filter_map(|t| {
                            let weight = t.weight.as_ref()?.to_decimal();
                            Some((weight, format!("B{}", rows[&t.child])))
                        })
                        .collect();
                    let sum: Vec<String> = terms.iter().map(|(w, s)| format!("{w}*{s}")).collect();
                    let weights: Vec<&str> = terms.iter().map(|(w, _)| w.as_str()).collect();
                    means.push((
                        part.share.to_decimal(),
                        format!("({})/({})", sum.join("+"), weights.join("+")),
                    ));
                }
                if means.is_empty() {
                    continue;
                }
                let sum: Vec<String> = means.iter().map(|(w, m)| format!("{w}*({m})")).collect();
                let shares: Vec<&str> = means.iter().map(|(w, _)| w.as_str()).collect();
                let whole = format!("({})/({})", sum.join("+"), shares.join("+"));
                let _ = sheet.write_formula(row, 1, formula(whole));
            }
        }
    }
    let _ = workbook.save(book);
    let body = scores.of(Node::BODY).and_then(|s| s.score.clone());
    body.map(|n: Number| n.round_to(6).to_decimal())
        .unwrap_or_default()
}

fn formula(text: String) -> Formula {
    Formula::new(format!("={text}"))
}

/// An empty workbook, to know what LibreOffice's start alone takes.
pub fn write_empty(book: &Path) {
    let mut workbook = Workbook::new();
    let _ = workbook.add_worksheet().write_string(0, 0, "vuoto");
    let _ = workbook.save(book);
}

/// The body's score in the CSV that LibreOffice writes: the second cell of its first row.
pub fn body_of(csv: &str) -> &str {
    csv.lines()
        .next()
        .and_then(|line| line.split(',').nth(1))
        .unwrap_or_default()
}
