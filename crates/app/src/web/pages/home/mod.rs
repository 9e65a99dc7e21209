//! `/{body}`: what awaits me, and how we stand. One file for each role says what stands there.

mod administrator;

mod office;
mod oiv;
mod owner;
mod reader;
mod secretary;
mod unit_head;

use askama::Template;
use domain::plan::{Node, NodeKind};
use domain::report::outline::Outline;
use domain::report::standings::{Standing, Standings, below};
use store::{Campaign, Entry};

use super::{day_asked, frame, frame_of};
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, BigNumber, Cell, Change, Column, Due, Empty, Link, Look, Row, Table, Waiting, Weight,
};
use crate::web::receive::Answer;
use crate::web::rights::{Right, Role};
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    page: Page<'a>,
    greeting: String,
    waiting: Option<Waiting<'a>>,
    empty: Option<Empty>,
    sections: Vec<Section>,
}

/// A part of a home.
struct Section {
    title: String,
    /// What it says before its pieces.
    text: Option<String>,
    /// Whether its pieces stand side by side.
    cards: bool,
    /// The pieces, each as its template makes it.
    pieces: Vec<String>,
    /// The ways on.
    ways: Vec<Link>,
}

/// What a home is made of.
#[derive(Default)]
struct Content {
    waiting: Vec<Due>,
    sections: Vec<Section>,
}

impl Content {
    fn due(&mut self, weight: Weight, count: usize, what: Link, note: Option<String>) {
        if count > 0 {
            self.waiting.push(Due {
                count: count.to_string(),
                what,
                note,
                weight,
            });
        }
    }

    /// Where on the page the part added last stands.
    fn last_part(&self) -> String {
        format!("#parte-{}", self.sections.len())
    }

    /// A part with one table, if there is one.
    fn table(&mut self, title: String, table: Option<Table<'_>>) -> Result<(), Failure> {
        if let Some(table) = table {
            self.sections.push(Section {
                title,
                text: None,
                cards: false,
                pieces: vec![table.render()?],
                ways: Vec::new(),
            });
        }
        Ok(())
    }

    /// A part of cards side by side.
    fn cards(&mut self, title: String, cards: Vec<BigNumber<'_>>) -> Result<(), Failure> {
        if cards.is_empty() {
            return Ok(());
        }
        let pieces: Result<Vec<String>, askama::Error> =
            cards.iter().map(Template::render).collect();
        self.sections.push(Section {
            title,
            text: None,
            cards: true,
            pieces: pieces?,
            ways: Vec::new(),
        });
        Ok(())
    }
}

/// What the homes of all roles look at.
struct Here<'c> {
    asked: &'c Asked<'c>,
    who: &'c Who,
    shown: &'c Shown<'c>,
    outline: Outline<'c>,
    /// The campaigns that are open, with what is due in each.
    campaigns: Vec<(Campaign, Vec<Entry>)>,
}

impl Here<'_> {
    fn say(&self, key: &str) -> String {
        self.asked.t.text(&format!("web-home-{key}"))
    }

    fn count(&self, key: &str, count: usize) -> String {
        let count = count.to_string();
        self.asked
            .t
            .with(&format!("web-home-{key}"), &[("count", &count)])
    }

    /// The thing that is due.
    fn node(&self, entry: &Entry) -> Option<Node> {
        self.shown.loaded.numbers.node(entry.record)
    }

    /// The last day of a campaign, as printed.
    fn due(&self, campaign: &Campaign) -> String {
        match campaign.due.parse() {
            Ok(day) => self.shown.day(day),
            Err(_) => campaign.due.clone(),
        }
    }

    /// Whether the last day of a campaign is over.
    fn is_over(&self, campaign: &Campaign) -> bool {
        campaign.due < crate::web::receive::today(self.asked.now).to_string()
    }
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let (t, server) = (asked.t, asked.server);
    let greeting = t.with("web-home-greeting", &[("name", &who.name)]);
    let title = t.text("web-home-title");
    let plans = server.store.plans(&who.body)?;
    let newest = plans.iter().find(|plan| plan.archived.is_none());
    let mut content = Content::default();
    if who.is(Role::Administrator) {
        administrator::add(asked, who, &mut content)?;
    }
    let Some(newest) = newest.filter(|_| who.may(Right::Read)) else {
        let page = Home {
            page: frame(asked, "home", title),
            greeting,
            empty: (!who.is(Role::Administrator)).then(|| nothing(asked)),
            waiting: who
                .is(Role::Administrator)
                .then(|| waiting(asked, content.waiting)),
            sections: content.sections,
        };
        return Ok(Answer::page(page.render()?));
    };
    let loaded = server.plans.get(&server.store, &who.body, newest.id)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let mut campaigns = Vec::new();
    for campaign in server.store.campaigns(&who.body, newest.id)? {
        if campaign.is_open() {
            let entries = server.store.entries(&who.body, campaign.id)?;
            campaigns.push((campaign, entries));
        }
    }
    let here = Here {
        asked,
        who,
        shown: &shown,
        outline: Outline::of(&scores),
        campaigns,
    };
    type Add = fn(&Here<'_>, &mut Content) -> Result<(), Failure>;
    let homes: [(Role, Add); 5] = [
        (Role::IndicatorOwner, owner::add),
        (Role::Manager, unit_head::add),
        (Role::PerformanceOffice, office::add),
        (Role::SecretaryGeneral, secretary::add),
        (Role::Oiv, oiv::add),
    ];
    let mut has_own = false;
    for (role, add) in homes {
        if who.is(role) {
            add(&here, &mut content)?;
            has_own = true;
        }
    }
    if !has_own {
        reader::add(&here, &mut content)?;
    }
    let is_empty = loaded.plan().objectives.is_empty() && loaded.plan().indicators.is_empty();
    let page = Home {
        page: frame_of(asked, &shown, "home", title),
        greeting,
        empty: is_empty.then(|| Empty {
            title: t.text("web-home-empty"),
            text: t.text("web-home-empty-text"),
            actions: vec![Action::to(
                t.text("web-home-empty-tree"),
                Look::First,
                shown.address("albero"),
            )],
        }),
        // Who only reads is waited for by nothing.
        waiting: (has_own || !content.waiting.is_empty()).then(|| waiting(asked, content.waiting)),
        sections: content.sections,
    };
    Ok(Answer::page(page.render()?))
}

fn nothing(asked: &Asked<'_>) -> Empty {
    Empty {
        title: asked.t.text("web-home-nothing"),
        text: asked.t.text("web-home-nothing-text"),
        actions: match &asked.who {
            Some(who) if who.may(Right::Import) => vec![
                Action::to(
                    asked.t.text("web-home-import"),
                    Look::First,
                    format!("/{}/importa", who.body),
                ),
                Action::to(
                    asked.t.text("web-home-copy"),
                    Look::Second,
                    format!("/{}/nuovo", who.body),
                ),
            ],
            _ => Vec::new(),
        },
    }
}

/// The heaviest first.
fn waiting<'a>(asked: &Asked<'a>, mut items: Vec<Due>) -> Waiting<'a> {
    items.sort_by_key(|due| match due.weight {
        Weight::Error => 0,
        Weight::Warning => 1,
        Weight::Note => 2,
        Weight::Success => 3,
    });
    Waiting {
        t: asked.t,
        title: asked.t.text("web-home-waiting"),
        items,
    }
}

/// A thing's score with its explanation, and its change since the checkpoint before.
fn card<'a>(here: &Here<'a>, node: Node) -> BigNumber<'a> {
    let shown = here.shown;
    BigNumber {
        label: match node {
            Node::BODY => here.say("body"),
            _ => shown.label(node),
        },
        figure: shown.open_figure(node),
        bar: Some(shown.bar(node)),
        chip: Some(shown.chip(node)),
        change: change(here, node),
        link: shown.loaded.numbers.number(node).map(|number| {
            let address = shown.address(&format!("cruscotti/{number}"));
            Link::new(shown.t.text("web-dashboard-open"), address)
        }),
    }
}

/// How much a score has changed since the checkpoint before.
fn change(here: &Here<'_>, node: Node) -> Option<Change> {
    let shown = here.shown;
    let at = shown.scores.checkpoint?;
    let days = shown.loaded.plan().checkpoint_days();
    let before = days.into_iter().rfind(|day| *day < at)?;
    let old = shown.loaded.scores(Some(before));
    let was = old.of(node)?.score.as_ref()?;
    let is = shown.scores.of(node)?.score.as_ref()?;
    let points = (is - was) * domain::number::Number::HUNDRED;
    let sign = if points.is_positive() { "+" } else { "" };
    let points_text = points.format(shown.t.language.style(), 2);
    let args = [
        ("points", format!("{sign}{points_text}")),
        ("day", shown.day(before)),
    ];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    Some(Change {
        text: shown.t.with("web-home-change", &args),
        better: match (points.is_positive(), points.is_negative()) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        },
    })
}

/// Things with their score and how many of their indicators call for a look; `column` names what
/// they are.
fn things<'a>(here: &Here<'a>, column: &str, caption: String, nodes: &[Node]) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    let rows = nodes.iter().map(|node| {
        let (_, indicators) = below(&here.outline, *node);
        let standings = Standings::of(shown.scores, &indicators);
        let late = standings.count(Standing::Late) + standings.count(Standing::NotReached);
        Row::of(vec![
            Cell::Link(shown.link(*node), None),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
            Cell::Chip(shown.chip(*node)),
            Cell::Text(late.to_string()),
            Cell::Text(standings.count(Standing::ToMeasure).to_string()),
        ])
    });
    (!nodes.is_empty()).then(|| Table {
        t,
        caption,
        quiet: true,
        columns: vec![
            Column::words(head(column)),
            Column::figures(head("score")),
            Column::words(head("state")),
            Column::figures(head("late")),
            Column::figures(head("to-measure")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    })
}

/// All things of a kind that have a score.
fn of_kind(here: &Here<'_>, kind: NodeKind) -> Vec<Node> {
    let scored = here.shown.scores.nodes.iter().map(|score| score.node);
    scored.filter(|node| node.kind == kind).collect()
}
