//! `/{body}/{plan}/monitoraggio…`: campaigns, what is entered in them, and what is said of it.

pub mod campaigns;
pub mod entering;
pub mod evidence;
pub mod grid;
pub mod judging;
pub mod mine;
mod preview;
pub mod progress;
pub mod quantities;
pub mod reminding;
mod value;
pub mod workbook;

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::plan::{Node, NodeKind, Plan, Role, Value};
use domain::report::stated::{expected, expected_of_year, of_role, values_of};
use domain::score::Scores;
use jiff::civil::Date;
use store::{Account, Campaign, Entry};

use crate::messages::Catalogue;
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::frame::frame_of;
use crate::web::page::Page;
use crate::web::part::{Link, Step as Stage, StepState, Stepper, Tab, Tabs};
use crate::web::plans::Loaded;
use crate::web::receive::{clock, today};
use crate::web::rights::{Right, Role as Person};
use crate::web::scope::reaches;
use crate::web::shown::Shown;

/// How far an entry has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Sent back with a comment.
    Returned,
    /// *Da rilevare*.
    Due,
    /// *Rilevato*: written, not sent yet.
    Entered,
    /// *Inviato*: with the manager.
    Sent,
    /// *Confermato*.
    Confirmed,
}

impl Step {
    /// All of them, the most urgent first.
    pub const ALL: [Step; 5] = [
        Step::Returned,
        Step::Due,
        Step::Entered,
        Step::Sent,
        Step::Confirmed,
    ];

    /// The machine token, as the database keeps it.
    pub fn token(self) -> &'static str {
        match self {
            Step::Returned => "returned",
            Step::Due => "due",
            Step::Entered => "entered",
            Step::Sent => "sent",
            Step::Confirmed => "confirmed",
        }
    }

    /// The step of an entry; one that this program does not know is to be done.
    pub fn of(entry: &Entry) -> Step {
        let found = Step::ALL
            .into_iter()
            .find(|step| step.token() == entry.step);
        found.unwrap_or(Step::Due)
    }

    /// Whether the value may still be written.
    pub fn is_writable(self) -> bool {
        matches!(self, Step::Returned | Step::Due | Step::Entered)
    }

    /// In words.
    pub fn words(self, t: &Catalogue) -> String {
        t.text(&format!("web-mon-step-{}", self.token()))
    }
}

/// A campaign with its plan and what is due in it.
pub struct Under {
    /// The plan.
    pub loaded: Arc<Loaded>,
    /// Its scores at the checkpoint.
    pub scores: Arc<Scores>,
    /// The campaign.
    pub campaign: Campaign,
    /// The day at which the plan is measured.
    pub day: Date,
    /// What is due, as far as its thing is still in the plan.
    pub entries: Vec<Entry>,
    /// The accounts of the body.
    pub accounts: Vec<Account>,
}

impl Under {
    /// The campaign of the address.
    pub fn of(asked: &Asked<'_>) -> Result<Under, Failure> {
        let loaded = super::plan(asked)?;
        let id: i64 = asked
            .part("campaign")
            .parse()
            .map_err(|_| Failure::NotFound)?;
        let store = &asked.server.store;
        let campaign = store.campaign(&loaded.body, id)?;
        if campaign.plan != loaded.id {
            return Err(Failure::NotFound);
        }
        let day: Date = campaign
            .checkpoint
            .parse()
            .map_err(|_| Failure::Broken(format!("the checkpoint of campaign {id}")))?;
        let mut entries = store.entries(&loaded.body, id)?;
        entries.retain(|entry| loaded.numbers.node(entry.record).is_some());
        Ok(Under {
            scores: loaded.scores(Some(day)),
            accounts: store.accounts(&loaded.body)?,
            loaded,
            campaign,
            day,
            entries,
        })
    }

    /// The plan in the reader's words.
    pub fn shown<'a>(&'a self, t: &'a Catalogue) -> Shown<'a> {
        Shown {
            t,
            loaded: &self.loaded,
            scores: &self.scores,
            at: Some(self.day),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        self.loaded.plan()
    }

    /// The address of one of the campaign's pages; its own where none is named.
    pub fn address(&self, page: &str) -> String {
        let base = format!(
            "/{}/{}/monitoraggio/{}",
            self.loaded.body, self.loaded.id, self.campaign.id
        );
        match page {
            "" => base,
            page => format!("{base}/{page}"),
        }
    }

    /// The thing of an entry.
    pub fn node(&self, entry: &Entry) -> Node {
        self.loaded.numbers.node(entry.record).unwrap_or(Node::BODY)
    }

    /// The entry of a record.
    pub fn entry(&self, record: i64) -> Result<&Entry, Failure> {
        let found = self.entries.iter().find(|entry| entry.record == record);
        found.ok_or(Failure::NotFound)
    }

    /// The entry that the address names.
    pub fn entry_asked(&self, asked: &Asked<'_>) -> Result<&Entry, Failure> {
        let record = asked.part("record").parse();
        self.entry(record.map_err(|_| Failure::NotFound)?)
    }

    /// Whether somebody may write the value of an entry, at this step of it or another.
    pub fn may_enter(&self, who: &Who, entry: &Entry) -> bool {
        let assigned = entry.assignee == Some(who.account) && who.may(Right::Enter);
        assigned || reaches(self.plan(), who, Right::Enter, self.node(entry))
    }

    /// Whether somebody may write the value of an entry now.
    pub fn is_writable(&self, who: &Who, entry: &Entry) -> bool {
        self.campaign.is_open() && Step::of(entry).is_writable() && self.may_enter(who, entry)
    }

    /// Whether somebody may confirm an entry, or send it back.
    pub fn may_confirm(&self, who: &Who, entry: &Entry) -> bool {
        self.campaign.is_open() && reaches(self.plan(), who, Right::Confirm, self.node(entry))
    }

    /// Whether an entry is asked of somebody: given to the account, or to nobody and of the
    /// person's own unit or below.
    pub fn is_mine(&self, who: &Who, entry: &Entry) -> bool {
        match entry.assignee {
            Some(assignee) => assignee == who.account && who.may(Right::Enter),
            None => {
                let of_units = who.is(Person::IndicatorOwner) || who.is(Person::Manager);
                of_units && reaches(self.plan(), who, Right::Enter, self.node(entry))
            }
        }
    }

    /// Whether what is missing should be there already.
    pub fn is_late(&self, asked: &Asked<'_>, entry: &Entry) -> bool {
        self.campaign.is_open()
            && Step::of(entry).is_writable()
            && self.due().is_some_and(|due| due < today(asked.now))
    }

    /// The day by which everything is to be entered.
    pub fn due(&self) -> Option<Date> {
        self.campaign.due.parse().ok()
    }

    /// Who enters something: the account, else the units.
    pub fn person(&self, t: &Catalogue, entry: &Entry) -> String {
        let account = entry
            .assignee
            .and_then(|id| self.accounts.iter().find(|account| account.id == id));
        match account {
            Some(account) => account.name.clone(),
            None if entry.owner.is_empty() => t.text("web-mon-nobody"),
            None => entry.owner.clone(),
        }
    }

    /// What is expected of a thing at the checkpoint, or at the end of its year: the text, as typed.
    /// Of an activity without a target its completion is expected.
    pub fn target(&self, t: &Catalogue, node: Node) -> String {
        let values = values_of(self.plan(), node);
        let mut found = expected(values, self.day);
        if found.target.is_none() && found.revised.is_none() {
            found = expected_of_year(values, self.day.year());
        }
        let approved = |value: &&Value| {
            let by = value
                .variation
                .as_ref()
                .and_then(|reference| reference.node);
            domain::report::changes::is_approved(self.plan(), by, Some(self.day))
        };
        let chosen = found.revised.filter(approved).or(found.target);
        match chosen {
            Some(value) => value.text.clone(),
            None if node.kind == NodeKind::Activity => t.text("web-mon-completion"),
            None => String::new(),
        }
    }

    /// What was measured in the year before: the text, as typed.
    pub fn last_year(&self, node: Node) -> Option<(String, String)> {
        let values = values_of(self.plan(), node);
        let year = self.day.year() - 1;
        let of = |role: Role| {
            let found = of_role(values, role).filter(|value| value.period.year() == Some(year));
            found.last()
        };
        let found = of(Role::Actual)
            .or_else(|| of(Role::History))
            .or_else(|| of_role(values, Role::Baseline).last())?;
        Some((found.period.to_string(), found.text.clone()))
    }

    /// The objective, or whatever it stands in, of a thing.
    pub fn above(&self, node: Node) -> Option<Node> {
        let parent = match node.kind {
            NodeKind::Indicator => self.plan().indicators[node.at()].parent.as_ref(),
            NodeKind::Activity => self.plan().activities[node.at()].parent.as_ref(),
            _ => None,
        };
        parent.and_then(|reference| reference.node)
    }

    /// The area in whose tree a thing stands, if it stands in one.
    pub fn area(&self, node: Node) -> Option<Node> {
        let mut met = BTreeSet::new();
        let mut here = Some(node);
        while let Some(at) = here {
            if at.kind == NodeKind::Area {
                return Some(at);
            }
            if !met.insert(at) {
                return None;
            }
            here = match at.kind {
                NodeKind::Objective => {
                    let of_area = self
                        .scores
                        .placements
                        .iter()
                        .find(|place| place.child == at && place.parent.kind == NodeKind::Area);
                    let above = || {
                        let found = self.scores.placements.iter().find(|place| {
                            place.child == at && place.parent.kind == NodeKind::Objective
                        });
                        found.map(|place| place.parent)
                    };
                    of_area.map(|place| place.parent).or_else(above)
                }
                _ => self.above(at),
            };
        }
        None
    }

    /// The name of the campaign: its checkpoint.
    pub fn title(&self, t: &Catalogue) -> String {
        campaign_title(t, &self.loaded, &self.campaign)
    }

    /// The frame of one of the campaign's pages.
    pub fn frame<'a>(&self, asked: &Asked<'a>, title: String) -> Page<'a> {
        let shown = self.shown(asked.t);
        let mut page = frame_of(asked, &shown, "monitoraggio", title);
        page.crumbs.push(Link::new(
            asked.t.text("web-mon-campaigns"),
            format!("/{}/{}/monitoraggio", self.loaded.body, self.loaded.id),
        ));
        page
    }

    /// The frame of a page below the campaign's own.
    pub fn frame_below<'a>(&self, asked: &Asked<'a>, title: String) -> Page<'a> {
        let mut page = self.frame(asked, title);
        page.crumbs
            .push(Link::new(self.title(asked.t), self.address("")));
        page
    }

    /// The parts of a campaign that somebody may look at.
    pub fn tabs<'a>(&self, asked: &Asked<'a>, label: &'a str, here: &str) -> Tabs<'a> {
        let t = asked.t;
        let mut items = Vec::new();
        let mut add = |name: &str, count: Option<usize>| {
            let page = if name == "stato" { "" } else { name };
            items.push(Tab {
                link: Link::new(t.text(&format!("web-mon-tab-{name}")), self.address(page)),
                here: name == here,
                count: count
                    .filter(|count| *count > 0)
                    .map(|count| count.to_string()),
            });
        };
        add("stato", None);
        if let Some(who) = &asked.who {
            let count =
                |wanted: &dyn Fn(&&Entry) -> bool| self.entries.iter().filter(wanted).count();
            if who.may(Right::Enter) {
                let mine =
                    |entry: &&Entry| self.is_mine(who, entry) && Step::of(entry).is_writable();
                add("mie", Some(count(&mine)));
                add("griglia", None);
            }
            if who.may(Right::Confirm) {
                let sent =
                    |entry: &&Entry| self.may_confirm(who, entry) && Step::of(entry) == Step::Sent;
                add("da-confermare", Some(count(&sent)));
            }
            add("giudizi", None);
            if who.may(Right::RunCampaigns) {
                add("solleciti", None);
            }
        }
        Tabs { label, items }
    }
}

/// The name of a campaign: its checkpoint.
pub fn campaign_title(t: &Catalogue, loaded: &Loaded, campaign: &Campaign) -> String {
    let day: Option<Date> = campaign.checkpoint.parse().ok();
    let named = loaded
        .plan()
        .checkpoints
        .iter()
        .find(|checkpoint| checkpoint.date.date == day)
        .and_then(|checkpoint| checkpoint.title.clone());
    let printed = day.map_or_else(
        || campaign.checkpoint.clone(),
        |day| crate::printed::day(day, t.language),
    );
    match named {
        Some(name) => t.with("web-mon-title-named", &[("day", &printed), ("name", &name)]),
        None => t.with("web-mon-title", &[("day", &printed)]),
    }
}

/// Where an entry stands on its way.
pub fn stepper<'a>(t: &'a Catalogue, entry: &Entry) -> Stepper<'a> {
    let step = Step::of(entry);
    let steps = [Step::Entered, Step::Sent, Step::Confirmed];
    let state = |of: Step| match step {
        Step::Returned if of == Step::Entered => StepState::Back,
        Step::Due if of == Step::Entered => StepState::Here,
        Step::Returned | Step::Due => StepState::Ahead,
        _ if of < step || step == Step::Confirmed => StepState::Done,
        _ if of == step => StepState::Here,
        _ => StepState::Ahead,
    };
    Stepper {
        t,
        steps: steps
            .into_iter()
            .map(|of| Stage {
                name: of.words(t),
                state: state(of),
                note: (of == step && step != Step::Due)
                    .then(|| said_at(t, &entry.changed_by, &entry.changed_at)),
            })
            .collect(),
    }
}

/// Who, and when, of something that was kept.
pub fn said_at(t: &Catalogue, who: &str, at: &str) -> String {
    t.with("web-mon-by-at", &[("who", who), ("at", &moment(t, at))])
}

/// A moment of the database as people read it.
pub fn moment(t: &Catalogue, at: &str) -> String {
    let Ok(at) = at.parse::<jiff::Timestamp>() else {
        return at.to_owned();
    };
    let day = crate::printed::day(today(at), t.language);
    let here = at.to_zoned(clock());
    format!("{day} {:02}:{:02}", here.hour(), here.minute())
}

/// A text that a spreadsheet will not take for a formula.
pub fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
