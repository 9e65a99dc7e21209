//! The performance office's home: how complete is the campaign, what is wrong in the plan?

use std::collections::BTreeMap;

use askama::Template as _;
use domain::finding::Severity;
use domain::plan::Node;
use domain::report::standings::{Group, Standing, by_area};
use domain::score::Scores;
use jiff::civil::{Date, date};
use store::Entry;

use super::{Content, Here, Section};
use crate::web::failure::Failure;
use crate::web::part::{Cell, Column, Event, Link, Progress, Row, Table, Timeline, Weight};
use crate::web::receive::today;

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    findings(here, content);
    let mut by_person: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for (campaign, entries) in &here.campaigns {
        let page = here.shown.address(&format!("monitoraggio/{}", campaign.id));
        let open = entries.iter().filter(|entry| is_missing(entry));
        let missing = open.clone().count();
        content.due(
            match here.is_over(campaign) {
                true => Weight::Error,
                false => Weight::Warning,
            },
            missing,
            Link::new(here.count("not-sent", missing), page),
            Some(
                here.asked
                    .t
                    .with("web-home-by", &[("day", &here.due(campaign))]),
            ),
        );
        for entry in entries {
            let person = by_person.entry(entry.owner.clone()).or_default();
            person[0] += 1;
            person[1] += usize::from(is_missing(entry));
            person[2] += usize::from(entry.step == "returned");
        }
    }
    progress(here, content)?;
    content.table(here.say("missing-by-person"), missing(here, by_person))?;
    deadlines(here, content)?;
    documents(here, content)
}

fn is_missing(entry: &Entry) -> bool {
    ["due", "entered", "returned"].contains(&entry.step.as_str())
}

/// What the check says, by weight.
pub(super) fn findings(here: &Here<'_>, content: &mut Content) {
    let checked = here.shown.loaded.checked(today(here.asked.now));
    for (severity, weight) in [
        (Severity::Error, Weight::Error),
        (Severity::Warning, Weight::Warning),
    ] {
        let found = checked.findings.iter();
        let count = found.filter(|finding| finding.severity == severity).count();
        let key = format!("findings-{}", severity.token());
        let page = format!("verifica?gravita={}", severity.token());
        content.due(
            weight,
            count,
            Link::new(here.count(&key, count), here.shown.address(&page)),
            None,
        );
    }
}

/// How many indicators of each area have been measured: as the campaign says where there is one,
/// else as the plan does.
fn progress(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let (shown, t) = (here.shown, here.asked.t);
    let plan = shown.loaded.plan();
    let mut pieces = Vec::new();
    for tally in by_area(plan, &here.outline, shown.scores) {
        let due: Vec<Node> = tally
            .indicators
            .iter()
            .copied()
            .filter(|node| is_due(here, shown.scores, *node))
            .collect();
        if due.is_empty() {
            continue;
        }
        let done = due.iter().filter(|node| is_done(here, **node)).count();
        let label = match tally.group {
            Group::Of(node) => Link::new(shown.label(node), list(here, node)),
            Group::Outside => Link::new(here.say("outside"), shown.address("indicatori?area=-")),
            Group::Agency => Link::new(t.text("view-agency"), shown.address("obiettivi")),
            Group::National => Link::new(t.text("view-national"), shown.address("obiettivi")),
            Group::Dashboards => Link::new(t.text("view-dashboards"), shown.address("cruscotti")),
        };
        let late =
            tally.standings.count(Standing::Late) + tally.standings.count(Standing::NotReached);
        pieces.push(
            Progress {
                t,
                label,
                done,
                total: due.len(),
                note: (late > 0).then(|| here.count("late", late)),
            }
            .render()?,
        );
    }
    if !pieces.is_empty() {
        content.sections.push(Section {
            title: here.say("progress"),
            text: None,
            cards: false,
            pieces,
            ways: vec![Link::new(
                t.text("web-nav-monitoraggio"),
                shown.address("monitoraggio"),
            )],
        });
    }
    Ok(())
}

/// The indicators of an area.
fn list(here: &Here<'_>, area: Node) -> String {
    let id = here.shown.loaded.plan().id_of(area);
    let query = crate::web::frame::address_pairs(&[("area", &id)]);
    here.shown.address(&format!("indicatori?{query}"))
}

fn entry<'e>(here: &'e Here<'_>, node: Node) -> Option<&'e Entry> {
    let number = here.shown.loaded.numbers.number(node)?;
    let mut entries = here.campaigns.iter().flat_map(|(_, entries)| entries);
    entries.find(|entry| entry.record == number)
}

fn is_due(here: &Here<'_>, scores: &Scores, node: Node) -> bool {
    match here.campaigns.is_empty() {
        true => scores.of(node).map_or(Standing::LeftOut, Standing::of) != Standing::LeftOut,
        false => entry(here, node).is_some(),
    }
}

fn is_done(here: &Here<'_>, node: Node) -> bool {
    match entry(here, node) {
        Some(entry) => !is_missing(entry),
        None => {
            let score = here.shown.scores.of(node);
            score.map_or(Standing::LeftOut, Standing::of) != Standing::ToMeasure
        }
    }
}

/// Who still has something to send: all, missing, sent back.
fn missing<'a>(here: &Here<'a>, by_person: BTreeMap<String, [usize; 3]>) -> Option<Table<'a>> {
    let t = here.asked.t;
    let mut people: Vec<(String, [usize; 3])> = by_person
        .into_iter()
        .filter(|(_, [_, missing, _])| *missing > 0)
        .collect();
    people.sort_by_key(|(_, [_, missing, _])| std::cmp::Reverse(*missing));
    let page = match here.campaigns.first() {
        Some((campaign, _)) => format!("monitoraggio/{}", campaign.id),
        None => "monitoraggio".to_owned(),
    };
    let rows: Vec<Row<'a>> = people
        .into_iter()
        .map(|(owner, [all, missing, returned])| {
            let owner = match owner.trim().is_empty() {
                true => here.say("nobody"),
                false => owner,
            };
            Row::of(vec![
                Cell::Link(Link::new(owner, here.shown.address(&page)), None),
                Cell::Text(missing.to_string()),
                Cell::Text(returned.to_string()),
                Cell::Text(all.to_string()),
            ])
        })
        .collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("missing-by-person"),
        quiet: true,
        columns: vec![
            Column::words(head("responsible")),
            Column::figures(head("missing")),
            Column::figures(head("returned")),
            Column::figures(head("all")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// The days of the plan's year: the law's, the checkpoints, the campaigns.
fn deadlines(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let shown = here.shown;
    let Some(year) = shown.loaded.plan().year() else {
        return Ok(());
    };
    let now = today(here.asked.now);
    let mut days: Vec<(Date, String, String)> = Vec::new();
    for (day, key, page) in [
        (date(year, 1, 31), "deadline-plan", "documenti?genere=piano"),
        (
            date(year + 1, 6, 30),
            "deadline-report",
            "documenti?genere=relazione",
        ),
    ] {
        days.push((day, here.say(key), shown.address(page)));
    }
    let of_year = |day: &Date| day.year() == year;
    for day in shown
        .loaded
        .plan()
        .checkpoint_days()
        .into_iter()
        .filter(of_year)
    {
        days.push((
            day,
            here.say("deadline-checkpoint"),
            shown.address("monitoraggio"),
        ));
    }
    for (campaign, _) in &here.campaigns {
        if let Ok(day) = campaign.due.parse() {
            let page = format!("monitoraggio/{}", campaign.id);
            days.push((day, here.say("deadline-campaign"), shown.address(&page)));
        }
    }
    days.sort();
    let next = days
        .iter()
        .find(|(day, _, _)| *day >= now)
        .map(|(day, _, _)| *day);
    let events = days.into_iter().map(|(day, title, page)| Event {
        day: shown.day(day),
        title: Link::new(title, page),
        note: (Some(day) == next).then(|| here.say("deadline-next")),
        weight: match (day < now, Some(day) == next) {
            (true, _) => Weight::Success,
            (false, true) => Weight::Warning,
            (false, false) => Weight::Note,
        },
    });
    let timeline = Timeline {
        events: events.collect(),
    };
    content.sections.push(Section {
        title: here.say("deadlines"),
        text: None,
        cards: false,
        pieces: vec![timeline.render()?],
        ways: Vec::new(),
    });
    Ok(())
}

/// The great documents, and whether the kept ones still say what the plan says.
fn documents(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let (shown, t) = (here.shown, here.asked.t);
    let loaded = shown.loaded;
    let kept = here.asked.server.store.documents(&loaded.body, loaded.id)?;
    let rows = ["piano", "monitoraggio", "relazione"]
        .into_iter()
        .map(|kind| {
            let last = kept.iter().find(|document| document.kind == kind);
            let page = shown.address(&format!("documenti?genere={kind}#produci"));
            let state = match last {
                None => t.text("web-documents-never"),
                Some(last) if last.revision == loaded.revision => t.text("web-documents-current"),
                Some(_) => t.text("web-documents-changed-since"),
            };
            Row::of(vec![
                Cell::Link(
                    Link::new(t.text(&format!("web-documents-kind-{kind}")), page),
                    None,
                ),
                Cell::Text(state),
            ])
        });
    let table = Table {
        t,
        caption: here.say("documents"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-reading-document")),
            Column::words(t.text("web-reading-state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    content.table(here.say("documents"), Some(table))
}
