//! The home of the evaluation body: what needs my opinion, what can I trust?

use askama::Template as _;
use domain::finding::Finding;
use domain::plan::{Node, NodeKind};
use domain::report::evidence::{EvidenceRow, Proof, evidence};

use super::{Content, Here, Section};
use crate::web::failure::Failure;
use crate::web::pages::findings::accepted;
use crate::web::part::{Cell, Column, Findings, Link, Row, Table, Weight};
use crate::web::receive::today;

/// Rows of a home's table.
const ROWS: usize = 10;
/// The rule that compares judgements with figures.
const JUDGEMENTS: &str = "judgement-contradicts";

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let (shown, t) = (here.shown, here.asked.t);
    let plan = shown.loaded.plan();
    let checked = shown.loaded.checked(today(here.asked.now));
    let proofs: Vec<EvidenceRow<'_>> = (0..plan.indicators.len())
        .map(|at| Node::new(NodeKind::Indicator, at))
        .filter_map(|node| evidence(plan, shown.scores, node))
        .collect();
    let missing = proofs.iter().filter(|row| row.proof == Proof::Missing);
    let missing: Vec<&EvidenceRow<'_>> = missing.collect();
    let contradicting: Vec<&Finding> = checked
        .findings
        .iter()
        .filter(|finding| finding.rule == JUDGEMENTS)
        .collect();
    let waiting = plan
        .variations
        .iter()
        .filter(|x| x.approved.is_none())
        .count();
    content.due(
        Weight::Warning,
        waiting,
        Link::new(
            here.count("variations", waiting),
            shown.address("documenti?genere=monitoraggio#produci"),
        ),
        None,
    );
    content.due(
        Weight::Warning,
        contradicting.len(),
        Link::new(
            here.count("contradicting", contradicting.len()),
            shown.address(&format!("verifica?regola={JUDGEMENTS}")),
        ),
        None,
    );
    if !contradicting.is_empty() {
        let items = contradicting.iter().take(ROWS);
        let findings = Findings {
            t,
            items: items
                .map(|finding| crate::web::pages::findings::noticed(here.asked, shown, finding))
                .collect(),
        };
        content.sections.push(Section {
            title: here.say("judgements"),
            text: None,
            cards: false,
            pieces: vec![findings.render()?],
            ways: Vec::new(),
        });
    }
    content.table(here.say("without-proof"), unproved(here, &missing))?;
    content.due(
        Weight::Warning,
        missing.len(),
        Link::new(here.count("unproved", missing.len()), content.last_part()),
        None,
    );
    let silences = accepted(here.asked, shown).map(|table| Table {
        quiet: true,
        ..table
    });
    content.table(t.text("web-findings-accepted"), silences)?;
    let silenced = checked.silenced.len();
    content.due(
        Weight::Note,
        silenced,
        Link::new(here.count("silenced", silenced), content.last_part()),
        None,
    );
    content.table(here.say("sample"), sample(here, &proofs))?;
    content.sections.push(Section {
        title: here.say("history"),
        text: Some(here.say("history-text")),
        cards: false,
        pieces: Vec::new(),
        ways: vec![
            Link::new(
                t.text("web-nav-registro"),
                format!("/{}/registro", here.who.body),
            ),
            Link::new(t.text("web-comparison-title"), shown.address("confronto")),
            Link::new(t.text("web-documents-title"), shown.address("documenti")),
        ],
    });
    Ok(())
}

/// Figures that nothing proves.
fn unproved<'a>(here: &Here<'a>, rows: &[&EvidenceRow<'_>]) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    let lines = rows.iter().take(ROWS).map(|row| {
        Row::of(vec![
            Cell::Link(shown.link(row.indicator), None),
            match row.promised {
                Some(promised) => Cell::Text(promised.to_owned()),
                None => Cell::Nothing,
            },
            Cell::Score(shown.figure(row.indicator), shown.bar(row.indicator)),
        ])
    });
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("without-proof"),
        quiet: true,
        columns: vec![
            Column::words(head("indicator")),
            Column::words(head("promised")),
            Column::figures(head("score")),
        ],
        rows: lines.collect(),
        totals: None,
        exports: Vec::new(),
    })
}

/// Some of the evidence that was delivered, spread over the plan.
fn sample<'a>(here: &Here<'a>, proofs: &[EvidenceRow<'_>]) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let delivered = proofs.iter().filter(|row| row.proof == Proof::Delivered);
    let delivered: Vec<&EvidenceRow<'_>> = delivered.collect();
    let step = delivered.len().div_ceil(ROWS).max(1);
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    let rows: Vec<Row<'a>> = delivered
        .iter()
        .step_by(step)
        .map(|row| {
            let texts = row.delivered.iter().map(|(_, text)| *text);
            Row::of(vec![
                Cell::Link(shown.link(row.indicator), None),
                Cell::Text(texts.collect::<Vec<_>>().join("; ")),
                Cell::Score(shown.figure(row.indicator), shown.bar(row.indicator)),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("sample"),
        quiet: true,
        columns: vec![
            Column::words(head("indicator")),
            Column::words(head("evidence")),
            Column::figures(head("score")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}
