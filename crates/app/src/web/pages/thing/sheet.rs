//! `…/scheda/{record}`: a thing as one sees it. What all sheets have is here; what an objective and
//! an indicator have more, each in its file.

use askama::Template as _;
use serde_json::Value;

use super::add::{ADDABLE, Addable};
use super::edit::title_of;
use super::fields::{findings_of, remedy_name};
use super::kinds::name_of_kind;
use super::pieces::{Body, Doing, Fact, Part, Sheet};
use super::told::{field_label, told};
use super::{Thing, generic, history, indicator, may_edit, objective};
use crate::format::draft::Mentions;
use crate::format::field::{Shape, shortened};
use crate::format::schema::FieldSpec;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::pages::{day_asked, frame_of, plan};
use crate::web::part::{Action, BigNumber, Empty, Findings, Link, Look, Post, Tab, Tabs};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::shown::Shown;

/// What a sheet looks at.
pub struct View<'a> {
    /// The request.
    pub asked: &'a Asked<'a>,
    /// The plan, at a day.
    pub shown: &'a Shown<'a>,
    /// The thing.
    pub thing: &'a Thing<'a>,
    /// What texts mention.
    pub names: &'a Mentions,
    /// Whether the asker may change the thing.
    pub editable: bool,
    /// What the forms of the session send back.
    pub csrf: String,
}

/// What a kind of sheet has of its own.
pub struct Content<'a> {
    /// What sort of thing it is.
    pub kind: String,
    /// What it belongs to.
    pub tags: Vec<Fact>,
    /// Its figures.
    pub cards: Vec<BigNumber<'a>>,
    /// What stands above the tabs.
    pub above: Vec<Part<'a>>,
    /// Its tabs: names, and how many things each holds.
    pub tabs: Vec<(&'static str, Option<usize>)>,
    /// What the open tab holds.
    pub parts: Vec<Part<'a>>,
}

/// The tab of changes, which every thing has.
const HISTORY: &str = "storia";

impl<'a> View<'a> {
    /// A text of the thing.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.thing.fields.get(key).and_then(Value::as_str)
    }

    /// The tab that is asked for.
    pub fn part(&self) -> &str {
        self.asked.query.text("parte")
    }

    /// An address of the sheet, or of a page below it.
    pub fn address(&self, below: &str) -> String {
        self.shown.address(&self.thing.page(below))
    }

    /// What a field of the thing says.
    pub fn fact(&self, spec: &'static FieldSpec) -> Option<Fact> {
        let value = self.thing.fields.get(spec.key)?;
        let told = told(self.shown, self.names, spec, value);
        (!told.is_empty()).then(|| Fact {
            label: field_label(self.shown.t, self.thing.kind, spec),
            told,
        })
    }

    /// What some fields of the thing say.
    pub fn facts(&self, keys: &[&str]) -> Vec<Fact> {
        let specs = keys.iter().filter_map(|key| self.thing.kind.field(key));
        specs.filter_map(|spec| self.fact(spec)).collect()
    }

    /// What all other fields say that are neither values nor long.
    pub fn other_facts(&self, without: &[&str]) -> Vec<Fact> {
        let specs = self.thing.kind.fields.iter();
        specs
            .filter(|spec| !without.contains(&spec.key) && spec.key != "id")
            .filter(|spec| !matches!(spec.shape, Shape::Values | Shape::Grid))
            .filter_map(|spec| self.fact(spec))
            .collect()
    }

    /// A field of running text as a part of its own.
    pub fn prose(&self, key: &str) -> Option<Part<'a>> {
        let spec = self.thing.kind.field(key)?;
        Part::prose(
            field_label(self.shown.t, self.thing.kind, spec),
            self.text(key),
        )
    }

    /// A button to the fields of a group.
    pub fn edit(&self, group: &str, words: &str) -> Option<Action> {
        let query = address_pairs(&[("gruppo", group)]);
        self.editable.then(|| {
            Action::to(
                self.shown.t.text(words),
                Look::Second,
                self.address(&format!("modifica?{query}")),
            )
        })
    }

    /// A button that adds something to the thing.
    pub fn add(&self, kind: &str) -> Option<Action> {
        let addable = self.addable().find(|addable| addable.kind == kind)?;
        self.editable.then(|| {
            let link = self.link_to_add(addable);
            let mut action = Action::to(link.text, Look::Second, link.href);
            action.icon = Some("plus");
            action
        })
    }

    fn addable(&self) -> impl Iterator<Item = &'static Addable> {
        let holder = self.thing.node.kind;
        ADDABLE
            .iter()
            .filter(move |addable| addable.holder == holder)
    }

    fn link_to_add(&self, addable: &Addable) -> Link {
        let number = self.thing.number.to_string();
        let query = address_pairs(&[("a", &number), ("campo", addable.field)]);
        Link::new(
            self.shown
                .t
                .text(&format!("web-thing-add-{}", addable.words)),
            self.shown
                .address(&format!("aggiungi/{}?{query}", addable.kind)),
        )
    }

    /// An empty part, and what to do.
    pub fn empty(&self, words: &str, actions: Vec<Action>) -> Part<'a> {
        let t = self.shown.t;
        Part {
            title: None,
            lead: None,
            body: Body::Empty(Empty {
                title: t.text(words),
                text: t.text(&format!("{words}-text")),
                actions,
            }),
            actions: Vec::new(),
        }
    }

    fn doing(&self, kind: &str) -> Doing {
        let t = self.shown.t;
        if !self.editable {
            return Doing::default();
        }
        let group = super::groups::groups(self.thing.kind)[0].name;
        let mut edit = Action::to(
            t.text("web-thing-edit"),
            Look::First,
            self.address(&format!("modifica?gruppo={group}")),
        );
        edit.icon = Some("pencil");
        let mut doing = Doing {
            edit: Some(edit),
            add: self
                .addable()
                .map(|addable| self.link_to_add(addable))
                .collect(),
            ..Doing::default()
        };
        if self.thing.kind.single {
            return doing;
        }
        let post = |below: &str, hidden: &[(&str, &str)]| Post {
            action: self.address(below),
            csrf: self.csrf.clone(),
            hidden: hidden
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        };
        if kind == "indicator" {
            doing
                .at_once
                .push((t.text("web-thing-duplicate"), "copy", post("duplica", &[])));
        }
        let siblings = super::related::siblings(self.thing, self.names);
        let place = siblings
            .iter()
            .position(|number| *number == self.thing.number);
        if place.is_some_and(|place| place > 0) {
            doing.at_once.push((
                t.text("web-thing-up"),
                "arrow-up",
                post("sposta", &[("verso", "su")]),
            ));
        }
        if place.is_some_and(|place| place + 1 < siblings.len()) {
            doing.at_once.push((
                t.text("web-thing-down"),
                "arrow-down",
                post("sposta", &[("verso", "giu")]),
            ));
        }
        doing.remove = Some(Link::new(t.text("web-thing-remove"), self.address("togli")));
        doing
    }

    /// What the check says of the thing, with its way out as a button.
    fn findings(&self) -> Option<Findings<'a>> {
        if !self.asked.may(Right::ReadFindings) {
            return None;
        }
        let found = findings_of(self.shown, today(self.asked.now), self.thing);
        let t = self.shown.t;
        let items: Vec<_> = found
            .iter()
            .map(|finding| {
                let mut noticed = self.shown.noticed(finding, Some(self.thing.number));
                if self.editable && !finding.fix.is_empty() {
                    noticed.actions.push(Action::post(
                        t.text("web-thing-fix"),
                        Look::Small,
                        Post {
                            action: self.address("rimedia"),
                            csrf: self.csrf.clone(),
                            hidden: vec![("rimedio".to_owned(), remedy_name(finding))],
                        },
                    ));
                }
                noticed
            })
            .collect();
        (!items.is_empty()).then_some(Findings { t, items })
    }
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let t = asked.t;
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let thing = Thing::of(&loaded, asked.part("record"))?;
    let names = Mentions::of(loaded.plan());
    let view = View {
        asked,
        shown: &shown,
        thing: &thing,
        names: &names,
        editable: may_edit(asked, &loaded, thing.node),
        csrf: asked
            .who
            .as_ref()
            .map(|who| who.csrf.clone())
            .unwrap_or_default(),
    };
    let mut content = match thing.kind.key {
        "objective" => objective::content(&view)?,
        "indicator" => indicator::content(&view)?,
        _ => generic::content(&view),
    };
    if asked.may(Right::ReadLog) {
        content.tabs.push((HISTORY, None));
        if view.part() == HISTORY {
            content.parts = vec![history::part(&view)?];
        }
    }
    let title = title_of(&shown, &names, &thing);
    let mut page = frame_of(asked, &shown, "albero", title.clone());
    page.crumbs.extend(way_down(&view));
    let asked_part = view.part();
    let known = content.tabs.iter().any(|(name, _)| *name == asked_part);
    let first = content.tabs.first().map_or("", |(name, _)| *name);
    let open = if known { asked_part } else { first };
    let items = content
        .tabs
        .iter()
        .map(|(name, count)| Tab {
            link: Link::new(
                t.text(&format!("web-thing-tab-{name}")),
                view.address(&format!("?parte={name}")),
            ),
            here: *name == open,
            count: count.map(|count| count.to_string()),
        })
        .collect();
    let page = Sheet {
        doing: view.doing(thing.kind.key),
        kind: content.kind,
        tags: content.tags,
        findings: view.findings(),
        cards: content.cards,
        above: content.above,
        tabs: Tabs {
            label: &title,
            items,
        },
        parts: content.parts,
        page,
    };
    Ok(Answer::page(page.render()?))
}

/// What the thing stands in, from the top.
fn way_down(view: &View<'_>) -> Vec<Link> {
    let mut way = Vec::new();
    let mut here = super::related::holder(view.thing, view.names);
    // What stands in itself ends somewhere too.
    while let Some(node) = here.filter(|_| way.len() < 12) {
        let link = view.shown.link(node);
        way.push(Link::new(shortened(&link.text), link.href));
        let number = view.shown.loaded.numbers.number(node);
        let thing = number.and_then(|number| Thing::numbered(view.shown.loaded, number));
        here = thing.and_then(|thing| super::related::holder(&thing, view.names));
    }
    if way.is_empty() {
        // What stands in nothing is found among its like.
        let kind = view.thing.kind;
        way.push(match kind.single {
            true => Link::new(
                view.shown.t.text("web-thing-kinds"),
                view.shown.address("voci"),
            ),
            false => Link::new(
                name_of_kind(view.shown.t, kind),
                view.shown.address(&format!("voci/{}", kind.key)),
            ),
        });
    }
    way.reverse();
    way
}
