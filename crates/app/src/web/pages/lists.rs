//! `/{body}/{plan}/obiettivi` and `/{body}/{plan}/indicatori`: everything of one kind as a table with
//! filters, order, columns and totals, and the same as a file.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use askama::Template;
use documents::block;
use domain::check::wording::folded;
use domain::number::Number;
use domain::plan::{IndicatorType, Node, NodeKind, Plan};
use domain::report::outline::Outline;
use domain::report::perspectives::carries;
use domain::report::standings::{Standing, Standings, below};
use domain::report::stated::{actual, expected, values_of};

use super::tree::responsible;
use super::{Looked, frame_of};
use crate::format::field::Choice as _;
use crate::web::asked::Asked;
use crate::web::export::{self, Both};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Cell, Choice, Column, Empty, Field, Filters, Kind, Link, Look, Pages, Row, Sorted,
    StandingsBar, Table,
};
use crate::web::receive::Answer;
use crate::web::scope::objective_of;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    filters: Filters<'a>,
    columns: Choosing<'a>,
    standings: StandingsBar<'a>,
    table: Option<Table<'a>>,
    pages: Option<Pages<'a>>,
    empty: Option<Empty>,
}

/// The form in which columns are chosen.
struct Choosing<'a> {
    action: String,
    hidden: Vec<(String, String)>,
    field: Field<'a>,
    button: Action,
}

/// Rows of a page.
const ROWS: usize = 100;

/// What a list is of.
struct List {
    kind: NodeKind,
    /// The name of its page.
    page: &'static str,
    /// Its columns, the first always shown: name, whether it holds figures, whether it is shown at
    /// first.
    columns: &'static [(&'static str, bool, bool)],
    filters: &'static [&'static str],
}

const OBJECTIVES: List = List {
    kind: NodeKind::Objective,
    page: "obiettivi",
    columns: &[
        ("objective", false, true),
        ("level", false, true),
        ("area", false, true),
        ("perspective", false, false),
        ("responsible", false, true),
        ("weight", true, true),
        ("score", true, true),
        ("indicators", false, true),
        ("state", false, true),
    ],
    filters: &["area", "responsible", "perspective", "state"],
};

const INDICATORS: List = List {
    kind: NodeKind::Indicator,
    page: "indicatori",
    columns: &[
        ("indicator", false, true),
        ("objective", false, true),
        ("area", false, false),
        ("type", false, true),
        ("responsible", false, true),
        ("measure", false, false),
        ("weight", true, false),
        ("target", false, true),
        ("actual", false, true),
        ("score", true, true),
        ("state", false, true),
    ],
    filters: &["area", "responsible", "perspective", "state", "type"],
};

/// The objectives.
pub fn objectives(asked: &Asked<'_>) -> Result<Answer, Failure> {
    page(asked, &OBJECTIVES)
}

/// The indicators.
pub fn indicators(asked: &Asked<'_>) -> Result<Answer, Failure> {
    page(asked, &INDICATORS)
}

/// How a thing stands, in a word.
pub fn standing_word(shown: &Shown<'_>, node: Node) -> String {
    let standing = shown
        .scores
        .of(node)
        .map_or(Standing::LeftOut, Standing::of);
    word_of(shown, standing)
}

fn word_of(shown: &Shown<'_>, standing: Standing) -> String {
    match standing {
        Standing::LeftOut => shown.t.text("web-left-out"),
        _ => shown.t.word("outlook", standing.token()),
    }
}

/// A column of a row: its cell, and by what it is sorted.
struct Value<'a> {
    both: Both<'a>,
    by: By,
}

enum By {
    Words(String),
    Figure(Option<Number>),
    Place(usize),
}

impl By {
    fn compare(&self, other: &By) -> Ordering {
        match (self, other) {
            (By::Words(a), By::Words(b)) => a.cmp(b),
            (By::Place(a), By::Place(b)) => a.cmp(b),
            (By::Figure(a), By::Figure(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }

    /// Whether there is nothing: it comes last whatever the order.
    fn is_nothing(&self) -> bool {
        match self {
            By::Words(words) => words.is_empty(),
            By::Figure(figure) => figure.is_none(),
            By::Place(_) => false,
        }
    }
}

/// What a list is made of.
struct Listing<'s, 'a> {
    shown: &'s Shown<'a>,
    outline: Outline<'a>,
    /// The area of each thing.
    areas: Vec<(Node, BTreeSet<Node>)>,
}

impl<'a> Listing<'_, 'a> {
    fn area(&self, node: Node) -> Option<Node> {
        let found = self.areas.iter().find(|(_, below)| below.contains(&node));
        found.map(|(area, _)| *area)
    }

    fn weight(&self, node: Node) -> Option<&Number> {
        let places = self.outline.over(node);
        let in_tree = places
            .iter()
            .find(|p| matches!(p.parent.kind, NodeKind::Objective | NodeKind::Area));
        in_tree.or(places.first())?.weight.as_ref()
    }

    fn perspectives(&self, node: Node) -> Vec<Node> {
        let plan = self.shown.loaded.plan();
        let objective = objective_of(plan, node);
        (0..plan.perspectives.len())
            .map(|at| Node::new(NodeKind::Perspective, at))
            .filter(|p| objective.is_some_and(|objective| carries(plan, objective, *p)))
            .collect()
    }

    /// Who answers for a thing, as read.
    fn responsible(&self, node: Node) -> String {
        let own = responsible(self.shown, node);
        if !own.is_empty() || node.kind == NodeKind::Objective {
            return own;
        }
        let objective = objective_of(self.shown.loaded.plan(), node);
        objective.map_or_else(String::new, |above| responsible(self.shown, above))
    }

    fn types(&self, node: Node) -> String {
        if node.kind != NodeKind::Indicator {
            return String::new();
        }
        let indicator = &self.shown.loaded.plan().indicators[node.at()];
        if let Some(text) = &indicator.type_text {
            return text.clone();
        }
        let words = indicator.types.iter().map(|of| type_word(*of));
        words.collect::<Vec<_>>().join(", ")
    }

    fn value(&self, node: Node, column: &str) -> Value<'a> {
        let (shown, t) = (self.shown, self.shown.t);
        let plan = shown.loaded.plan();
        let words = |text: String| Value {
            by: By::Words(folded(&text)),
            both: Both::text(text),
        };
        let link = |node: Option<Node>, text: String| match node {
            Some(node) => Value {
                by: By::Place(node.at()),
                both: Both::shown(
                    Cell::Link(Link::new(text, shown.page_of(node)), None),
                    shown.label(node),
                ),
            },
            None => Value {
                by: By::Words(String::new()),
                both: Both::text(""),
            },
        };
        let dated = |wanted: fn(&Plan, Node, jiff::civil::Date) -> Option<String>| {
            let day = shown.scores.checkpoint;
            day.and_then(|day| wanted(plan, node, day))
                .unwrap_or_default()
        };
        match column {
            "objective" if node.kind == NodeKind::Indicator => {
                let objective = objective_of(plan, node);
                let text = objective.map(|objective| match shown.code(objective) {
                    code if code.is_empty() => shown.title(objective),
                    code => code,
                });
                link(objective, text.unwrap_or_default())
            }
            "objective" | "indicator" => link(Some(node), shown.label(node)),
            "level" => {
                let level = plan.objectives[node.at()].level.as_ref();
                words(level.map_or_else(String::new, |level| match level.node {
                    Some(level) => shown.title(level),
                    None => level.text.clone(),
                }))
            }
            "area" => {
                let area = self.area(node);
                link(area, area.map(|area| shown.label(area)).unwrap_or_default())
            }
            "perspective" => {
                let titles = self.perspectives(node).into_iter().map(|p| shown.title(p));
                words(titles.collect::<Vec<_>>().join(", "))
            }
            "responsible" => words(self.responsible(node)),
            "type" => words(self.types(node)),
            "measure" => words(plan.indicators[node.at()].unit.clone().unwrap_or_default()),
            "weight" => {
                let weight = self.weight(node);
                let text = weight.map(|weight| weight.format_plain(t.language.style()));
                let mut both = Both::text(text.unwrap_or_default());
                both.1.figure = weight.cloned().map(block::FigureOf::Number);
                Value {
                    by: By::Figure(weight.cloned()),
                    both,
                }
            }
            "target" => words(dated(|plan, node, day| {
                let expected = expected(values_of(plan, node), day);
                Some(expected.revised.or(expected.target)?.text.clone())
            })),
            "actual" => words(dated(|plan, node, day| {
                let value = actual(values_of(plan, node), day)?;
                match value.text.trim().is_empty() {
                    true => value.state.clone(),
                    false => Some(value.text.clone()),
                }
            })),
            "score" => {
                let score = shown.scores.of(node).and_then(|score| score.score.as_ref());
                Value {
                    by: By::Figure(score.cloned()),
                    both: Both::share(
                        Cell::Score(shown.figure(node), shown.bar(node)),
                        shown.percent(score),
                        score,
                    ),
                }
            }
            "indicators" => {
                let (_, indicators) = below(&self.outline, node);
                let standings = Standings::of(shown.scores, &indicators);
                let by = By::Place(standings.total());
                let text = StandingsBar { t, standings }.words();
                Value {
                    by,
                    both: Both::text(text),
                }
            }
            _ => Value {
                by: By::Place(place(shown, node)),
                both: Both::shown(Cell::Chip(shown.chip(node)), standing_word(shown, node)),
            },
        }
    }
}

/// The place of a standing from the worst to the best.
fn place(shown: &Shown<'_>, node: Node) -> usize {
    match shown
        .scores
        .of(node)
        .map_or(Standing::LeftOut, Standing::of)
    {
        Standing::NotReached => 0,
        Standing::Late => 1,
        Standing::ToMeasure => 2,
        Standing::OnCourse => 3,
        Standing::Reached => 4,
        Standing::LeftOut => 5,
    }
}

fn type_word(of: IndicatorType) -> &'static str {
    let known = IndicatorType::ALL.iter().find(|(is, _, _)| *is == of);
    known.map_or("", |(_, _, word)| word)
}

fn page(asked: &Asked<'_>, list: &'static List) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let plan = shown.loaded.plan();
    let outline = Outline::of(&looked.scores);
    let areas = (0..plan.areas.len()).map(|at| {
        let area = Node::new(NodeKind::Area, at);
        let (objectives, indicators) = below(&outline, area);
        (area, objectives.into_iter().chain(indicators).collect())
    });
    let listing = Listing {
        shown: &shown,
        areas: areas.collect(),
        outline: Outline::of(&looked.scores),
    };
    let all: Vec<Node> = shown
        .scores
        .nodes
        .iter()
        .map(|score| score.node)
        .filter(|node| node.kind == list.kind)
        .collect();
    let fields = fields(asked, &listing, list, &all);
    let mut nodes: Vec<Node> = all
        .iter()
        .copied()
        .filter(|node| {
            list.filters.iter().all(|filter| {
                let wanted = asked.query.text(word(filter));
                wanted.is_empty() || matches(&listing, *node, filter, wanted)
            })
        })
        .collect();
    sort(asked, &listing, list, &mut nodes);
    let chosen: Vec<&str> = asked.query.all("colonna").collect();
    let columns: Vec<&(&str, bool, bool)> = list
        .columns
        .iter()
        .enumerate()
        .filter(|(at, (name, _, first))| {
            *at == 0
                || match chosen.is_empty() {
                    true => *first,
                    false => chosen.contains(name),
                }
        })
        .map(|(_, column)| column)
        .collect();
    let title = t.text(&format!("web-lists-{}", token(list)));
    let file = export::file(asked, list.page, title.clone(), || {
        let heads = columns.iter().map(|(name, figures, _)| {
            let head = t.text(&format!("web-reading-{name}"));
            match figures {
                true => block::Column::figures(head, 10),
                false => block::Column::text(head, 24),
            }
        });
        let rows = nodes.iter().map(|node| {
            let cells = columns.iter().map(|column| listing.value(*node, column.0));
            cells.map(|value| value.both.1).collect()
        });
        vec![export::table(
            title.clone(),
            heads.collect(),
            rows.collect(),
        )]
    })?;
    if let Some(file) = file {
        return Ok(file);
    }
    let from = asked.query.text("da").parse::<usize>().unwrap_or(0);
    let from = from.min(nodes.len().saturating_sub(1)) / ROWS * ROWS;
    let rows: Vec<Row<'_>> = nodes
        .iter()
        .skip(from)
        .take(ROWS)
        .map(|node| {
            let cells = columns.iter().map(|column| listing.value(*node, column.0));
            Row::of(cells.map(|value| value.both.0).collect())
        })
        .collect();
    let standings = Standings::of(&looked.scores, &nodes);
    let count = t.with(
        &format!("web-lists-{}-count", token(list)),
        &[
            ("shown", &nodes.len().to_string()),
            ("all", &all.len().to_string()),
        ],
    );
    let address = |from: usize| {
        let from = (from > 0).then(|| from.to_string());
        format!("{}?{}", asked.path, asked.query.with("da", from.as_deref()))
    };
    let totals = columns
        .iter()
        .enumerate()
        .map(|(at, (name, _, _))| match (at, *name) {
            (0, _) => Cell::Text(count.clone()),
            (_, "state") => Cell::Text(
                StandingsBar {
                    t,
                    standings: standings.clone(),
                }
                .words(),
            ),
            _ => Cell::Nothing,
        });
    let table = Table {
        t,
        caption: title.clone(),
        quiet: true,
        columns: columns
            .iter()
            .map(|(name, figures, _)| head(asked, name, *figures))
            .collect(),
        totals: Some(totals.collect()),
        exports: export::links(asked),
        rows,
    };
    let shown_from = (from + 1).to_string();
    let shown_to = (from + ROWS).min(nodes.len()).to_string();
    let pages = (nodes.len() > ROWS).then(|| Pages {
        t,
        shown: t.with(
            "web-lists-page",
            &[
                ("from", &shown_from),
                ("to", &shown_to),
                ("all", &nodes.len().to_string()),
            ],
        ),
        previous: (from > 0).then(|| address(from - ROWS)),
        next: (from + ROWS < nodes.len()).then(|| address(from + ROWS)),
    });
    let empty = nodes.is_empty().then(|| Empty {
        title: t.text(&format!("web-lists-{}-none", token(list))),
        text: t.text(match all.is_empty() {
            true => "web-lists-nothing",
            false => "web-lists-none-text",
        }),
        actions: Vec::new(),
    });
    let page = ListPage {
        page: frame_of(asked, &shown, "cruscotti", title),
        filters: Filters {
            t,
            action: asked.path.clone(),
            hidden: kept(asked, list.filters.iter().map(|filter| word(filter))),
            active: active(asked, list, &fields),
            fields,
            count,
        },
        columns: Choosing {
            action: asked.path.clone(),
            hidden: kept(asked, ["colonna"].into_iter()),
            field: Field::new(
                t,
                Kind::Some(
                    list.columns
                        .iter()
                        .skip(1)
                        .map(|(name, _, _)| {
                            Choice::new(*name, t.text(&format!("web-reading-{name}")))
                        })
                        .collect(),
                ),
                "colonna",
                t.text("web-lists-columns"),
            )
            .holding(
                columns
                    .iter()
                    .skip(1)
                    .map(|(name, _, _)| *name)
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
            button: Action::submit(t.text("web-lists-columns-show"), Look::Small),
        },
        standings: StandingsBar { t, standings },
        table: empty.is_none().then_some(table),
        pages,
        empty,
    };
    Ok(Answer::page(page.render()?))
}

fn token(list: &List) -> &'static str {
    match list.kind {
        NodeKind::Objective => "objectives",
        _ => "indicators",
    }
}

/// The word of a filter in the address.
fn word(filter: &str) -> &'static str {
    match filter {
        "area" => "area",
        "responsible" => "responsabile",
        "perspective" => "prospettiva",
        "type" => "tipo",
        _ => "stato",
    }
}

/// What stands in the address beside the names that a form sends itself.
fn kept<'n>(asked: &Asked<'_>, but: impl Iterator<Item = &'n str>) -> Vec<(String, String)> {
    let but: Vec<&str> = but.chain(["da", "formato"]).collect();
    let pairs = asked.query.0.iter();
    pairs
        .filter(|(name, _)| !but.contains(&name.as_str()))
        .cloned()
        .collect()
}

fn matches(listing: &Listing<'_, '_>, node: Node, filter: &str, wanted: &str) -> bool {
    let plan = listing.shown.loaded.plan();
    match filter {
        "area" => match listing.area(node) {
            Some(area) => plan.id_of(area) == wanted,
            None => wanted == "-",
        },
        "perspective" => {
            let mut perspectives = listing.perspectives(node).into_iter();
            perspectives.any(|perspective| plan.id_of(perspective) == wanted)
        }
        "responsible" => {
            let said = listing.responsible(node);
            said.split(", ").any(|one| one.trim() == wanted)
        }
        "type" => {
            let types = listing.types(node);
            types.split(", ").any(|one| one.trim() == wanted)
        }
        _ => {
            let standing = listing.shown.scores.of(node);
            standing.map_or(Standing::LeftOut, Standing::of).token() == wanted
        }
    }
}

/// The filters, each with what there is to choose.
fn fields<'a>(
    asked: &Asked<'a>,
    listing: &Listing<'_, 'a>,
    list: &List,
    all: &[Node],
) -> Vec<Field<'a>> {
    let t = asked.t;
    let shown = listing.shown;
    let plan = shown.loaded.plan();
    let split = |texts: BTreeSet<String>| -> Vec<Choice> {
        texts
            .into_iter()
            .map(|text| Choice::new(text.clone(), text))
            .collect()
    };
    let parted = |text: String| -> Vec<String> {
        let parts = text.split(", ").map(|part| part.trim().to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let of_kind = |kind: NodeKind, count: usize| -> Vec<Choice> {
        (0..count)
            .map(|at| Node::new(kind, at))
            .map(|node| Choice::new(plan.id_of(node), shown.label(node)))
            .collect()
    };
    list.filters
        .iter()
        .filter_map(|filter| {
            let choices = match *filter {
                "area" => of_kind(NodeKind::Area, plan.areas.len()),
                "perspective" => of_kind(NodeKind::Perspective, plan.perspectives.len()),
                "responsible" => split(
                    all.iter()
                        .flat_map(|node| parted(listing.responsible(*node)))
                        .collect(),
                ),
                "type" => split(
                    all.iter()
                        .flat_map(|node| parted(listing.types(*node)))
                        .collect(),
                ),
                _ => Standing::ALL
                    .into_iter()
                    .map(|standing| Choice::new(standing.token(), word_of(shown, standing)))
                    .collect(),
            };
            if choices.is_empty() {
                return None;
            }
            let mut choices = choices;
            choices.insert(0, Choice::new("", t.text("web-lists-all")));
            let label = t.text(&format!("web-reading-{filter}"));
            let field = Field::new(t, Kind::One(choices), word(filter), label);
            Some(field.holding(asked.query.text(word(filter))))
        })
        .collect()
}

/// The filters in use, each with the address without it.
fn active(asked: &Asked<'_>, list: &List, fields: &[Field<'_>]) -> Vec<Link> {
    list.filters
        .iter()
        .filter_map(|filter| {
            let name = word(filter);
            let wanted = asked.query.text(name);
            if wanted.is_empty() {
                return None;
            }
            let field = fields.iter().find(|field| field.name == name);
            let text = field.and_then(|field| match &field.kind {
                Kind::One(choices) => choices
                    .iter()
                    .find(|choice| choice.value == wanted)
                    .map(|choice| choice.text.clone()),
                _ => None,
            });
            let label = asked.t.text(&format!("web-reading-{filter}"));
            Some(Link::new(
                format!("{label}: {}", text.unwrap_or_else(|| wanted.to_owned())),
                format!("{}?{}", asked.path, asked.query.with(name, None)),
            ))
        })
        .collect()
}

/// The order asked for: a column, with a minus before it for the greatest first.
fn order<'q>(asked: &'q Asked<'_>) -> (&'q str, bool) {
    let order = asked.query.text("ordine");
    match order.strip_prefix('-') {
        Some(column) => (column, true),
        None => (order, false),
    }
}

fn sort(asked: &Asked<'_>, listing: &Listing<'_, '_>, list: &List, nodes: &mut Vec<Node>) {
    let (column, down) = order(asked);
    if !list.columns.iter().any(|(name, _, _)| *name == column) {
        return;
    }
    let mut keyed: Vec<(By, Node)> = nodes
        .iter()
        .map(|node| (listing.value(*node, column).by, *node))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let nothing = a.is_nothing().cmp(&b.is_nothing());
        nothing.then_with(|| match down {
            true => b.compare(a),
            false => a.compare(b),
        })
    });
    *nodes = keyed.into_iter().map(|(_, node)| node).collect();
}

fn head(asked: &Asked<'_>, name: &str, figures: bool) -> Column {
    let text = asked.t.text(&format!("web-reading-{name}"));
    let column = match figures {
        true => Column::figures(text),
        false => Column::words(text),
    };
    let (by, down) = order(asked);
    let (sorted, next) = match (by == name, down) {
        (true, false) => (Sorted::Up, format!("-{name}")),
        (true, true) => (Sorted::Down, name.to_owned()),
        (false, _) => (Sorted::No, name.to_owned()),
    };
    let address = asked.query.with("ordine", Some(&next));
    column.by(format!("{}?{address}", asked.path), sorted)
}
