//! The manager's home: are my objectives going well, what must I decide?

use domain::plan::{Node, NodeKind};
use domain::report::standings::by_standing;

use super::{Content, Here, card, things};
use crate::web::failure::Failure;
use crate::web::part::{Cell, Column, Link, Row, Table, Weight};
use crate::web::rights::Right;
use crate::web::scope::reaches;

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let plan = here.shown.loaded.plan();
    let mine = |node: Node| reaches(plan, here.who, Right::Confirm, node);
    for (campaign, entries) in &here.campaigns {
        let own = || {
            entries
                .iter()
                .filter(|entry| here.node(entry).is_some_and(mine))
        };
        let page = here.shown.address(&format!("monitoraggio/{}", campaign.id));
        let by = here
            .asked
            .t
            .with("web-home-by", &[("day", &here.due(campaign))]);
        let sent = own().filter(|entry| entry.step == "sent").count();
        content.due(
            Weight::Warning,
            sent,
            Link::new(
                here.count("to-confirm", sent),
                here.shown
                    .address(&format!("monitoraggio/{}/da-confermare", campaign.id)),
            ),
            Some(by.clone()),
        );
        let missing = own()
            .filter(|entry| ["due", "entered", "returned"].contains(&entry.step.as_str()))
            .count();
        let weight = match here.is_over(campaign) {
            true => Weight::Error,
            false => Weight::Note,
        };
        content.due(
            weight,
            missing,
            Link::new(here.count("not-sent", missing), page),
            Some(by),
        );
    }
    let mut holders = super::of_kind(here, NodeKind::Responsible);
    let own: Vec<&str> = here
        .who
        .units(Right::Confirm)
        .map(|(unit, _)| unit)
        .collect();
    holders.retain(|node| {
        let unit = plan.responsibles[node.at()].unit.as_ref();
        let unit = unit.and_then(|unit| unit.node);
        unit.is_some_and(|unit| own.contains(&plan.name_of(unit).key))
    });
    let cards = holders.iter().map(|node| card(here, *node)).collect();
    content.cards(here.say("my-score"), cards)?;
    let mut objectives = super::of_kind(here, NodeKind::Objective);
    objectives.retain(|node| mine(*node));
    by_standing(here.shown.scores, &mut objectives);
    let title = here.say("my-objectives");
    let table = things(here, "objective", title.clone(), &objectives);
    content.table(title, table)?;
    for holder in holders {
        content.table(
            here.asked.t.with(
                "web-home-my-weights",
                &[("responsible", &here.shown.label(holder))],
            ),
            weights(here, holder),
        )?;
    }
    Ok(())
}

/// What a holder answers for, with the weights that make the score.
fn weights<'a>(here: &Here<'a>, holder: Node) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let places = here.outline.under(holder);
    let rows: Vec<Row<'a>> = places
        .iter()
        .map(|place| {
            Row::of(vec![
                Cell::Link(shown.link(place.child), None),
                match &place.weight {
                    Some(weight) => Cell::Text(weight.format_plain(t.language.style())),
                    None => Cell::Nothing,
                },
                Cell::Score(shown.figure(place.child), shown.bar(place.child)),
            ])
        })
        .collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("my-weights-caption"),
        quiet: true,
        columns: vec![
            Column::words(head("objective")),
            Column::figures(head("weight")),
            Column::figures(head("score")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}
