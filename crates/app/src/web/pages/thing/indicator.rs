//! The sheet of an indicator: its value against the target, what it is, where it stands, its values
//! by date, its trend, its activities.

use domain::number::Number;
use domain::plan::{Node, NodeKind, Role, Value};
use domain::report::measured::against;
use domain::report::standings::Standing;
use domain::report::stated::{actual, expected_of_year, values_of};
use domain::score::{Derivation, Leaf};
use domain::target::{
    Direction, Nature, Origin, ValueReading, actual_reading_words, actual_words, field_of,
    target_reading_words,
};

use super::add::form_of_activity;
use super::objective::{progress_card, proof_table, score_card};
use super::pieces::{Body, Fact, Part};
use super::sheet::{Content, View};
use super::told::{Told, field_label, kind_head, path_label, period_words};
use super::trend::chart;
use crate::web::failure::Failure;
use crate::web::part::{Bar, BigNumber, Cell, Column, Figure, Row, Table};
use crate::web::shown::{Shown, thousandths};

/// Fields that stand as tags in the head.
const TAGS: [&str; 6] = ["types", "unit", "owner", "frequency", "project", "national"];

/// What an indicator is.
const DEFINITION: [&str; 10] = [
    "algorithm",
    "source",
    "measured_period",
    "expected_evidence",
    "type_text",
    "from_baseline",
    "target_kind",
    "legal_scopes",
    "health_index",
    "action",
];

/// What the sheet has of its own.
pub fn content<'a>(view: &View<'a>) -> Result<Content<'a>, Failure> {
    let shown = view.shown;
    let (t, plan) = (shown.t, shown.loaded.plan());
    let node = view.thing.node;
    let indicator = &plan.indicators[node.at()];
    let activities = activities(view);
    let places = places(view);
    let mut tabs = vec![("dati", None)];
    if indicator.project || !activities.is_empty() {
        tabs.push(("attivita", Some(activities.len())));
    }
    tabs.push(("collocazioni", Some(places.len())));
    tabs.push(("evidenze", None));
    let parts = match view.part() {
        "attivita" => of_activities(view, &activities),
        "collocazioni" => vec![of_places(view, places)],
        "evidenze" => vec![proof_table(view, &[node])?],
        _ => data(view),
    };
    let mut tags = view.facts(&TAGS);
    tags.retain(
        |tag| !matches!(tag.told.as_slice(), [Told::Text(no)] if *no == t.text("web-thing-no")),
    );
    let kind = match indicator.project {
        true => "web-thing-project",
        false => "kind-indicator",
    };
    Ok(Content {
        kind: t.text(kind),
        tags,
        cards: versus(view)
            .into_iter()
            .chain(score_card(shown, node))
            .chain(progress_card(shown, node))
            .collect(),
        above: Vec::new(),
        tabs,
        parts,
    })
}

/// The derivation of a thing that is scored by its own values.
fn leaf<'s>(shown: &Shown<'s>, node: Node) -> Option<&'s Leaf> {
    match &shown.scores.of(node)?.derivation {
        Derivation::Leaf(leaf) => Some(leaf),
        Derivation::Mean(_) => None,
    }
}

/// The target and the actual that count at the day of the scores; what is stated where none does.
pub fn counting<'s>(shown: &Shown<'s>, node: Node) -> (Option<&'s Value>, Option<&'s Value>) {
    let values = values_of(shown.loaded.plan(), node);
    let leaf = leaf(shown, node);
    let target = leaf.and_then(|leaf| values.get(leaf.target?.0?));
    let target = target.or_else(|| {
        let stated = expected_of_year(values, shown.scores.checkpoint?.year());
        stated.target
    });
    let measured = leaf.and_then(|leaf| values.get(leaf.actual?));
    let measured = measured.or_else(|| actual(values, shown.scores.checkpoint?));
    (target, measured)
}

/// What a value of an indicator or activity means, in words; none where that is what is written.
pub fn meaning(shown: &Shown<'_>, node: Node, value: &Value) -> Option<String> {
    let values = values_of(shown.loaded.plan(), node);
    let at = values.iter().position(|one| std::ptr::eq(one, value))?;
    let readings = &shown.loaded.readings;
    let read = match node.kind {
        NodeKind::Indicator => &readings.indicators,
        NodeKind::Activity => &readings.activities,
        _ => return None,
    };
    let words = match read.get(node.at())?.values.get(at)? {
        ValueReading::Target(target) => {
            target_reading_words(target).unwrap_or_else(|| shown.t.text("web-thing-ambiguous"))
        }
        ValueReading::Actual(actual) => {
            actual_reading_words(actual).unwrap_or_else(|| shown.t.text("web-thing-ambiguous"))
        }
        ValueReading::Known(Some(known)) => actual_words(known),
        ValueReading::Known(None) | ValueReading::Text => return None,
    };
    (!words.is_empty() && words != value.text.trim()).then_some(words)
}

fn value_cell<'a>(shown: &Shown<'a>, node: Node, value: Option<&Value>) -> Cell<'a> {
    let Some(value) = value else {
        return Cell::Nothing;
    };
    let text = match (value.text.trim(), &value.state) {
        ("", Some(state)) => state.clone(),
        (text, _) => text.to_owned(),
    };
    match meaning(shown, node, value) {
        _ if text.is_empty() => Cell::Nothing,
        Some(words) => Cell::Two(text, words),
        None => Cell::Text(text),
    }
}

/// The target that counts, with its reading.
pub fn target_cell<'a>(shown: &Shown<'a>, node: Node) -> Cell<'a> {
    value_cell(shown, node, counting(shown, node).0)
}

/// The actual that counts, with its reading.
pub fn actual_cell<'a>(shown: &Shown<'a>, node: Node) -> Cell<'a> {
    value_cell(shown, node, counting(shown, node).1)
}

/// A value as a bar against its target as a tick: both as parts of the greater.
pub fn tick(shown: &Shown<'_>, node: Node) -> Option<(u32, u32)> {
    let loaded = shown.loaded;
    let pair = against(loaded.plan(), &loaded.readings, shown.scores, node)?;
    let (is, wanted) = (&pair.actual.number, &pair.target.number);
    if is.is_negative() || !wanted.is_positive() {
        return None;
    }
    // Room for what exceeds, so that the tick is seen inside the bar.
    let room = if is > wanted { is } else { wanted } * &Number::from(11);
    let part = |number: &Number| {
        let tenfold = number * &Number::from(10);
        Some(thousandths(&tenfold.checked_div(&room)?))
    };
    Some((part(is)?, part(wanted)?))
}

/// Texts longer than this are no figures to be seen from afar.
const LARGE: usize = 26;

/// The value against the target, large: each a card with how it was read behind it.
fn versus<'a>(view: &View<'a>) -> Vec<BigNumber<'a>> {
    let shown = view.shown;
    let t = shown.t;
    let node = view.thing.node;
    let (target, measured) = counting(shown, node);
    let text = |value: &Value| match (value.text.trim(), &value.state) {
        ("", Some(state)) => state.clone(),
        (text, _) => text.to_owned(),
    };
    let standing = shown
        .scores
        .of(node)
        .map_or(Standing::LeftOut, Standing::of);
    let bar = tick(shown, node).map(|(length, target)| Bar {
        length,
        target: Some(target),
        standing,
        label: None,
    });
    let card = |name: &str, value: Option<&Value>, bar: Option<Bar>| {
        let value = value?;
        let is = text(value);
        let word = t.text(name);
        let day = period_words(t, &value.period);
        if is.is_empty() {
            return None;
        }
        let words = meaning(shown, node, value);
        let read_as = words
            .as_ref()
            .map(|words| t.with("web-thing-read-as", &[("text", &is), ("words", words)]));
        let lines: Vec<String> = read_as.into_iter().chain(value.note.clone()).collect();
        // What is long is shown as it reads; what reads long too stands in the table below.
        let short = |text: &String| text.chars().count() <= LARGE;
        let is = Some(is).filter(short).or(words.filter(short))?;
        Some(BigNumber {
            label: t.with("web-thing-at", &[("what", &word), ("day", &day)]),
            figure: Figure {
                t,
                value: is,
                of: word,
                arithmetic: lines,
                left_out: Vec::new(),
                page: None,
            },
            bar,
            chip: None,
            change: None,
            link: None,
        })
    };
    [
        card("web-thing-actual", measured, bar),
        card("web-thing-target", target, None),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Trend, values by date, definition, formula.
fn data<'a>(view: &View<'a>) -> Vec<Part<'a>> {
    let shown = view.shown;
    let t = shown.t;
    let mut parts = Vec::new();
    if let Some(chart) = chart(shown, view.thing.node) {
        parts.push(Part {
            title: None,
            lead: None,
            body: Body::Chart(Box::new(chart)),
            actions: Vec::new(),
        });
    }
    parts.push(values(view));
    let mut definition = view.facts(&DEFINITION);
    definition.extend(derived(view));
    if let Some(mut part) = Part::facts(t.text("web-thing-definition"), definition) {
        part.actions
            .extend(view.edit("definizione", "web-thing-write"));
        parts.push(part);
    }
    parts.extend(formula(view));
    let mut without: Vec<&str> = TAGS.to_vec();
    without.extend(DEFINITION);
    without.extend([
        "number",
        "name",
        "parent",
        "weight",
        "direction",
        "nature",
        "formula",
        "revised_weight",
    ]);
    parts.extend(Part::facts(
        t.text("web-thing-rest"),
        view.other_facts(&without),
    ));
    parts
}

/// Direction and nature, with where they come from where nobody wrote them.
fn derived(view: &View<'_>) -> Vec<Fact> {
    let t = view.shown.t;
    let readings = &view.shown.loaded.readings.indicators;
    let Some(reading) = readings.get(view.thing.node.at()) else {
        return Vec::new();
    };
    let said = |key: &str, word: &str, from: Origin| {
        let word = t.text(word);
        let text = match from {
            Origin::Written => word,
            _ => t.with("web-thing-derived", &[("word", &word)]),
        };
        let spec = view.thing.kind.field(key)?;
        Fact::text(field_label(t, view.thing.kind, spec), text)
    };
    let direction = match reading.direction.is {
        Direction::Higher => "web-thing-higher",
        Direction::Lower => "web-thing-lower",
    };
    let nature = match reading.nature.is {
        Nature::Cumulative => "web-thing-cumulative",
        Nature::Level => "web-thing-level",
    };
    [
        said("direction", direction, reading.direction.from),
        said("nature", nature, reading.nature.from),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every value with its text, its reading, and what proves it.
fn values<'a>(view: &View<'a>) -> Part<'a> {
    let shown = view.shown;
    let t = shown.t;
    let node = view.thing.node;
    let values = values_of(shown.loaded.plan(), node);
    let ways = || {
        let targets = view.edit("valori", "web-thing-write-values");
        let results = view.edit("risultati", "web-thing-write-results");
        targets.into_iter().chain(results).collect::<Vec<_>>()
    };
    if values.is_empty() {
        return view.empty("web-thing-no-values", ways());
    }
    let mut order: Vec<&Value> = values.iter().collect();
    let rank = |role: Role| match role {
        Role::Target => 0,
        Role::RevisedTarget => 1,
        Role::Actual => 2,
        Role::Judgement => 3,
        Role::Override => 4,
        Role::Baseline => 5,
        Role::History => 6,
        Role::PastTarget => 7,
        Role::ClusterMean => 8,
        Role::Forecast => 9,
        Role::Done | Role::Criticality | Role::Cause => 10,
    };
    order.sort_by_key(|value| (rank(value.role), value.period.clone()));
    let rows = order.into_iter().map(|value| {
        let named = path_label(t, view.thing.kind, &field_of(value));
        let mut beside: Vec<String> = Vec::new();
        beside.extend(value.as_of.as_ref().map(|day| {
            let day = day
                .date
                .map_or_else(|| day.text.clone(), |date| shown.day(date));
            t.with("web-thing-as-of", &[("day", &day)])
        }));
        if value.provisional {
            beside.push(t.text("web-thing-provisional"));
        }
        if !value.text.trim().is_empty() {
            beside.extend(value.state.clone());
        }
        beside.extend(value.note.clone());
        beside.extend(value.source.clone());
        Row::of(vec![
            Cell::Text(named),
            value_cell(shown, node, Some(value)),
            match beside.is_empty() {
                true => Cell::Nothing,
                false => Cell::Text(beside.join(" – ")),
            },
            match value.evidence.is_empty() {
                true => Cell::Nothing,
                false => Cell::Text(value.evidence.join("; ")),
            },
        ])
    });
    let table = Table {
        t,
        caption: t.text("web-thing-values"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-value")),
            Column::words(t.text("web-thing-as-typed-head")),
            Column::words(t.text("web-thing-beside")),
            Column::words(t.text("web-thing-evidence")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Part {
        title: Some(t.text("web-thing-values")),
        lead: None,
        body: Body::Table(Box::new(table)),
        actions: ways(),
    }
}

/// The formula with its two sides, and what they name.
fn formula<'a>(view: &View<'a>) -> Option<Part<'a>> {
    let t = view.shown.t;
    let text = view.text("formula")?;
    let mut facts = vec![Fact::text(t.text("web-thing-formula"), text)?];
    if let Some((above, below)) = two_sides(text) {
        for (name, side) in [
            ("web-thing-numerator", above),
            ("web-thing-denominator", below),
        ] {
            let node = view
                .names
                .meant(side, &[NodeKind::Quantity, NodeKind::Indicator]);
            facts.push(Fact {
                label: t.text(name),
                told: vec![match node {
                    Some(node) => Told::Thing(view.shown.link(node)),
                    None => Told::Text(side.to_owned()),
                }],
            });
        }
    }
    Part::facts(t.text("web-thing-formula"), facts)
}

/// The two sides of a fraction: what stands before and after its only stroke outside brackets.
fn two_sides(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_i32;
    let mut stroke = None;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '/' | '÷' if depth == 0 => {
                if stroke.is_some() {
                    return None;
                }
                stroke = Some((at, c.len_utf8()));
            }
            '+' | '=' if depth == 0 => return None,
            _ => {}
        }
    }
    let (at, length) = stroke?;
    let bare = |side: &'_ str| -> bool { !side.trim().is_empty() };
    let (above, below) = (&text[..at], &text[at + length..]);
    if !bare(above) || !bare(below) {
        return None;
    }
    Some((above.trim(), below.trim()))
}

/// A place in which an indicator stands.
struct Place {
    node: Option<Node>,
    text: String,
    own: bool,
    record: Option<Node>,
    weight: String,
    title: Option<String>,
    target: Option<String>,
    source: Option<String>,
    note: Option<String>,
}

fn places(view: &View<'_>) -> Vec<Place> {
    let plan = view.shown.loaded.plan();
    let node = view.thing.node;
    let indicator = &plan.indicators[node.at()];
    let own = indicator.parent.iter().map(|parent| Place {
        node: parent.node,
        text: parent.text.clone(),
        own: true,
        record: None,
        weight: weight_text(indicator.weight.as_ref(), indicator.revised_weight.as_ref()),
        title: None,
        target: None,
        source: None,
        note: None,
    });
    let others = plan.placements.iter().enumerate();
    let others = others.filter(|(_, place)| place.child.node == Some(node));
    own.chain(others.map(|(at, place)| Place {
        node: place.parent.node,
        text: place.parent.text.clone(),
        own: false,
        record: Some(Node::new(NodeKind::Placement, at)),
        weight: weight_text(place.weight.as_ref(), place.revised_weight.as_ref()),
        title: place.local_title.clone(),
        target: place.local_target.clone(),
        source: place.local_source.clone(),
        note: place.note.clone(),
    }))
    .collect()
}

fn weight_text(
    weight: Option<&domain::plan::Quantity>,
    revised: Option<&domain::plan::Quantity>,
) -> String {
    match (weight, revised) {
        (Some(weight), Some(revised)) => format!("{} → {}", weight.text, revised.text),
        (Some(one), None) | (None, Some(one)) => one.text.clone(),
        (None, None) => String::new(),
    }
}

/// Where it stands, with what is said otherwise there.
fn of_places<'a>(view: &View<'a>, places: Vec<Place>) -> Part<'a> {
    let shown = view.shown;
    let t = shown.t;
    let node = view.thing.node;
    let name = shown.title(node);
    let target = counting(shown, node)
        .0
        .map(|value| value.text.trim().to_owned());
    let source = view.text("source").unwrap_or_default();
    let rows = places.into_iter().map(|place| {
        let mut otherwise = Vec::new();
        let mut differs = |key: &str, here: Option<String>, own: &str| {
            let here = here.filter(|here| here.trim() != own.trim());
            if let Some(here) = here {
                otherwise.push(t.with(key, &[("here", &here), ("own", own)]));
            }
        };
        differs("web-thing-other-title", place.title, &name);
        differs(
            "web-thing-other-target",
            place.target,
            target.as_deref().unwrap_or_default(),
        );
        differs("web-thing-other-source", place.source, source);
        let stands_out = !otherwise.is_empty();
        otherwise.extend(place.note);
        let sort = match (place.own, place.node) {
            (true, _) => Some(t.text("web-thing-first-place")),
            (false, Some(node)) => Some(t.word("kind", node.kind.token())),
            (false, None) => None,
        };
        let edit = place.record.filter(|_| view.editable).map(|record| {
            crate::web::part::Link::new(t.text("web-thing-open"), shown.page_of(record))
        });
        Row {
            cells: vec![
                match place.node {
                    Some(node) => Cell::Link(shown.link(node), sort),
                    None => Cell::Text(place.text),
                },
                match place.weight.as_str() {
                    "" => Cell::Nothing,
                    weight => Cell::Text(weight.to_owned()),
                },
                match (place.own, otherwise.is_empty()) {
                    (true, _) => Cell::Nothing,
                    (false, true) => Cell::Text(t.text("web-thing-no-difference")),
                    (false, false) => Cell::Text(otherwise.join(" – ")),
                },
                edit.map_or(Cell::Nothing, |link| Cell::Link(link, None)),
            ],
            stands_out,
        }
    });
    let rows: Vec<Row<'a>> = rows.collect();
    let add: Vec<_> = view.add("placement").into_iter().collect();
    if rows.is_empty() {
        return view.empty("web-thing-no-places", add);
    }
    let table = Table {
        t,
        caption: t.text("web-thing-places"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-place")),
            Column::figures(t.text("web-thing-weight")),
            Column::words(t.text("web-thing-differences")),
            Column::words(t.text("web-thing-placement")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    };
    Part {
        title: None,
        lead: Some(t.text("web-thing-places-lead")),
        body: Body::Table(Box::new(table)),
        actions: add,
    }
}

fn activities(view: &View<'_>) -> Vec<Node> {
    let plan = view.shown.loaded.plan();
    let own = plan.activities.iter().enumerate().filter(|(_, activity)| {
        activity.parent.as_ref().and_then(|parent| parent.node) == Some(view.thing.node)
    });
    own.map(|(at, _)| Node::new(NodeKind::Activity, at))
        .collect()
}

/// The activities of a project as rows, and a form for one more.
fn of_activities<'a>(view: &View<'a>, nodes: &[Node]) -> Vec<Part<'a>> {
    let shown = view.shown;
    let (t, plan) = (shown.t, shown.loaded.plan());
    let mut parts = Vec::new();
    if !nodes.is_empty() {
        let rows = nodes.iter().map(|node| {
            let activity = &plan.activities[node.at()];
            let day = |day: &Option<domain::plan::Day>| {
                let day = day.as_ref()?;
                Some(
                    day.date
                        .map_or_else(|| day.text.clone(), |date| shown.day(date)),
                )
            };
            let time = match (day(&activity.start), day(&activity.end)) {
                (Some(start), Some(end)) => format!("{start} – {end}"),
                (Some(start), None) => t.with("web-thing-from", &[("day", &start)]),
                (None, Some(end)) => t.with("web-thing-until", &[("day", &end)]),
                (None, None) => String::new(),
            };
            Row::of(vec![
                Cell::Link(shown.link(*node), activity.owner.clone()),
                activity
                    .weight
                    .as_ref()
                    .map_or(Cell::Nothing, |weight| Cell::Text(weight.text.clone())),
                match time.is_empty() {
                    true => Cell::Nothing,
                    false => Cell::Text(time),
                },
                target_cell(shown, *node),
                actual_cell(shown, *node),
                Cell::Score(shown.figure(*node), shown.bar(*node)),
                Cell::Chip(shown.chip(*node)),
            ])
        });
        let numbers = nodes.iter().map(|node| {
            let weight = plan.activities[node.at()].weight.as_ref()?;
            weight.number.clone()
        });
        let sum: Option<Number> = numbers
            .collect::<Option<Vec<_>>>()
            .map(|all| all.iter().sum());
        let totals = sum.map(|sum| {
            let mut cells = vec![
                Cell::Text(t.text("web-thing-sum")),
                Cell::Text(sum.format_plain(t.language.style())),
            ];
            cells.extend((0..5).map(|_| Cell::Text(String::new())));
            cells
        });
        let table = Table {
            t,
            caption: t.text("web-thing-activities"),
            quiet: true,
            columns: vec![
                Column::words(kind_head(t, "activity")),
                Column::figures(t.text("web-thing-weight")),
                Column::words(t.text("web-thing-time")),
                Column::words(t.text("web-thing-target")),
                Column::words(t.text("web-thing-actual")),
                Column::figures(t.text("web-column-score")),
                Column::words(t.text("web-column-state")),
            ],
            rows: rows.collect(),
            totals,
            exports: Vec::new(),
        };
        parts.push(Part {
            title: None,
            lead: None,
            body: Body::Table(Box::new(table)),
            actions: Vec::new(),
        });
    } else if !view.editable {
        parts.push(view.empty("web-thing-no-activities", Vec::new()));
    }
    if view.editable {
        parts.push(form_of_activity(view));
    }
    parts
}
