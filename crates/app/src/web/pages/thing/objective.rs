//! The sheet of an objective: how it stands, its indicators, what was done, money, proof.

use domain::plan::{Flow, Node, NodeKind, Role};
use domain::report::evidence::{Proof, evidence};
use domain::report::outline::Outline;
use domain::report::resources::resources;
use domain::report::stated::{of_role, values_of};
use domain::report::weights::weights_of;
use domain::score::ScoredPlacement;

use super::indicator::{actual_cell, target_cell, tick};
use super::pieces::{Body, Fact, Part};
use super::sheet::{Content, View};
use super::told::{Told, kind_head, period_words};
use crate::web::failure::Failure;
use crate::web::part::{BigNumber, Cell, Column, Link, Row, Table};
use crate::web::shown::Shown;
use domain::report::standings::Standing;

/// Fields that stand as tags in the head.
const TAGS: [&str; 11] = [
    "responsibles",
    "responsible_text",
    "perspectives",
    "purposes",
    "programmes",
    "period",
    "mission",
    "budget_programme",
    "pira",
    "national",
    "agency",
];

/// Fields of running text, which have parts of their own.
const PROSE: [&str; 6] = [
    "description",
    "benefit",
    "planned_actions",
    "done",
    "criticalities",
    "deviation",
];

/// What the sheet has of its own.
pub fn content<'a>(view: &View<'a>) -> Result<Content<'a>, Failure> {
    let shown = view.shown;
    let (t, plan) = (shown.t, shown.loaded.plan());
    let node = view.thing.node;
    let objective = &plan.objectives[node.at()];
    let outline = Outline::of(shown.scores);
    let indicators = outline.indicators(node);
    let money = resources(plan, node);
    let kind = match objective.level.as_ref() {
        Some(level) => level
            .node
            .map_or_else(|| level.text.clone(), |node| shown.title(node)),
        None => t.word("kind", "objective"),
    };
    let mut tags = view.facts(&TAGS);
    tags.retain(
        |tag| !matches!(tag.told.as_slice(), [Told::Text(no)] if *no == t.text("web-thing-no")),
    );
    tags.splice(0..0, placed(shown, node));
    let tabs = vec![
        ("indicatori", Some(indicators.len())),
        ("azioni", None),
        ("risorse", Some(money.lines.len())),
        ("evidenze", None),
    ];
    let parts = match view.part() {
        "azioni" => actions(view),
        "risorse" => money_of(view),
        "evidenze" => proofs(view, &indicators)?,
        _ => of_indicators(view, &indicators),
    };
    let below = outline.children(node, NodeKind::Objective);
    Ok(Content {
        kind,
        tags,
        cards: vec![score_card(shown, node), progress_card(shown, node)]
            .into_iter()
            .flatten()
            .collect(),
        above: contributing(view, &below).into_iter().collect(),
        tabs,
        parts,
    })
}

/// The weights of an objective where it contributes, and who answers for how much of it.
fn placed(shown: &Shown<'_>, node: Node) -> Vec<Fact> {
    let t = shown.t;
    let mut weights = Vec::new();
    let mut holders = Vec::new();
    for place in weights_of(shown.loaded.plan(), node) {
        let weight = place
            .revised
            .or(place.weight)
            .map(|weight| match weight.text.contains('%') {
                true => weight.text.clone(),
                false => format!("{}%", weight.text),
            });
        let is_holder = place
            .parent
            .is_some_and(|parent| parent.kind == NodeKind::Responsible);
        match (place.parent, weight) {
            (Some(parent), weight) if is_holder => {
                let mut link = shown.link(parent);
                if let Some(weight) = weight {
                    link.text = format!("{} ({weight})", link.text);
                }
                holders.push(Told::Thing(link));
            }
            (Some(parent), Some(weight)) => {
                let code = shown.code(parent);
                let named = if code.is_empty() {
                    shown.label(parent)
                } else {
                    code
                };
                let holder = place.holder.map(|holder| match holder.node {
                    Some(node) => shown.label(node),
                    None => holder.text.clone(),
                });
                let named = match holder {
                    Some(holder) => format!("{named} ({holder})"),
                    None => named,
                };
                weights.push(Told::Text(t.with(
                    "web-thing-weight-in",
                    &[("weight", &weight), ("where", &named)],
                )));
            }
            (None, Some(weight)) => weights.push(Told::Text(weight)),
            (_, None) => {}
        }
    }
    [
        ("web-thing-weight", weights),
        ("web-thing-assigned", holders),
    ]
    .into_iter()
    .filter(|(_, told)| !told.is_empty())
    .map(|(label, told)| Fact {
        label: t.text(label),
        told,
    })
    .collect()
}

/// The score of a thing, with its arithmetic.
pub fn score_card<'a>(shown: &Shown<'a>, node: Node) -> Option<BigNumber<'a>> {
    shown.scores.of(node)?;
    let day = shown
        .scores
        .checkpoint
        .map(|day| shown.day(day))
        .unwrap_or_default();
    Some(BigNumber {
        label: shown.t.with("web-thing-score-at", &[("day", &day)]),
        figure: shown.open_figure(node),
        bar: Some(shown.bar(node)),
        chip: Some(shown.chip(node)),
        change: None,
        link: None,
    })
}

/// How far a thing is on the way to the end of the year, where that is not its score.
pub fn progress_card<'a>(shown: &Shown<'a>, node: Node) -> Option<BigNumber<'a>> {
    let score = shown.scores.of(node)?;
    let progress = score.progress.as_ref()?;
    if shown.scores.checkpoint == shown.scores.year_end {
        return None;
    }
    let mut figure = shown.figure(node);
    figure.value = shown.percent(Some(progress));
    figure.page = None;
    Some(BigNumber {
        label: shown.t.text("web-thing-progress"),
        figure,
        bar: Some(crate::web::part::Bar {
            length: crate::web::shown::thousandths(progress),
            target: None,
            standing: Standing::of(score),
            label: None,
        }),
        chip: None,
        change: None,
        link: None,
    })
}

/// The objectives that contribute to it.
fn contributing<'a>(view: &View<'a>, below: &[Node]) -> Option<Part<'a>> {
    if below.is_empty() {
        return None;
    }
    let shown = view.shown;
    let t = shown.t;
    let rows = below.iter().map(|node| {
        Row::of(vec![
            Cell::Link(shown.link(*node), None),
            Cell::Text(weight_in(shown, *node, view.thing.node)),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
            Cell::Chip(shown.chip(*node)),
        ])
    });
    let table = Table {
        t,
        caption: t.text("web-thing-contributing"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-column-objective")),
            Column::figures(t.text("web-thing-weight")),
            Column::figures(t.text("web-column-score")),
            Column::words(t.text("web-column-state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Some(Part::titled(
        t.text("web-thing-contributing"),
        Body::Table(Box::new(table)),
    ))
}

fn weight_in(shown: &Shown<'_>, node: Node, parent: Node) -> String {
    let places = weights_of(shown.loaded.plan(), node);
    let here = places.iter().filter(|place| place.parent == Some(parent));
    let texts: Vec<&str> = here
        .filter_map(|place| Some(place.revised.or(place.weight)?.text.as_str()))
        .collect();
    texts.join(" + ")
}

/// The indicators as rows, under their actions.
fn of_indicators<'a>(view: &View<'a>, found: &[(Option<Node>, &ScoredPlacement)]) -> Vec<Part<'a>> {
    let shown = view.shown;
    let t = shown.t;
    let add: Vec<_> = view.add("indicator").into_iter().collect();
    if found.is_empty() {
        return vec![view.empty("web-thing-no-indicators", add)];
    }
    let rows = found.iter().map(|(action, place)| {
        let node = place.child;
        let below = action.map(|action| shown.label(action));
        let weight = place.weight.as_ref();
        let weight = weight.map(|weight| weight.format_plain(t.language.style()));
        let mut bar = shown.bar(node);
        if let Some((length, target)) = tick(shown, node) {
            (bar.length, bar.target) = (length, Some(target));
        }
        let standing = shown.scores.of(node).map(Standing::of);
        Row {
            cells: vec![
                Cell::Link(shown.link(node), below),
                target_cell(shown, node),
                actual_cell(shown, node),
                Cell::Score(shown.figure(node), bar),
                weight.map_or(Cell::Nothing, Cell::Text),
                Cell::Chip(shown.chip(node)),
            ],
            stands_out: matches!(standing, Some(Standing::Late | Standing::NotReached)),
        }
    });
    let table = Table {
        t,
        caption: t.with(
            "web-thing-indicators-of",
            &[("of", &shown.label(view.thing.node))],
        ),
        quiet: true,
        columns: vec![
            Column::words(kind_head(t, "indicator")),
            Column::words(t.text("web-thing-target")),
            Column::words(t.text("web-thing-actual")),
            Column::figures(t.text("web-column-score")),
            Column::figures(t.text("web-thing-weight")),
            Column::words(t.text("web-column-state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    let mut parts = vec![Part {
        title: None,
        lead: None,
        body: Body::Table(Box::new(table)),
        actions: add,
    }];
    parts.extend(view.prose("description"));
    parts.extend(view.prose("benefit"));
    parts.extend(rest(view));
    parts
}

/// What else the plan says of it.
fn rest<'a>(view: &View<'a>) -> Option<Part<'a>> {
    let mut without: Vec<&str> = TAGS.to_vec();
    without.extend(PROSE);
    without.extend(["code", "title", "level", "weight", "efforts", "effort_text"]);
    Part::facts(
        view.shown.t.text("web-thing-rest"),
        view.other_facts(&without),
    )
}

/// What is to be done and was done.
fn actions<'a>(view: &View<'a>) -> Vec<Part<'a>> {
    let shown = view.shown;
    let (t, plan) = (shown.t, shown.loaded.plan());
    let node = view.thing.node;
    let mut parts = Vec::new();
    let own =
        plan.actions.iter().enumerate().filter(|(_, action)| {
            action.parent.as_ref().and_then(|parent| parent.node) == Some(node)
        });
    let rows: Vec<Row<'a>> = own
        .map(|(at, action)| {
            let of = Node::new(NodeKind::Action, at);
            Row::of(vec![
                Cell::Link(shown.link(of), None),
                action
                    .weight
                    .as_ref()
                    .map_or(Cell::Nothing, |weight| Cell::Text(weight.text.clone())),
                Cell::Score(shown.figure(of), shown.bar(of)),
                action.result.clone().map_or(Cell::Nothing, Cell::Text),
            ])
        })
        .collect();
    if !rows.is_empty() {
        let table = Table {
            t,
            caption: t.text("web-thing-actions"),
            quiet: true,
            columns: vec![
                Column::words(kind_head(t, "action")),
                Column::figures(t.text("web-thing-weight")),
                Column::figures(t.text("web-column-score")),
                Column::words(t.text("web-thing-done")),
            ],
            rows,
            totals: None,
            exports: Vec::new(),
        };
        parts.push(Part::titled(
            t.text("web-thing-actions"),
            Body::Table(Box::new(table)),
        ));
    }
    for key in ["planned_actions", "done", "criticalities", "deviation"] {
        parts.extend(view.prose(key));
    }
    let values = values_of(plan, node);
    for (role, title) in [
        (Role::Actual, "web-thing-actual"),
        (Role::Judgement, "web-thing-judgement"),
        (Role::Override, "web-thing-override"),
    ] {
        let facts = of_role(values, role).filter_map(|value| {
            let said = [Some(value.text.clone()), value.note.clone()];
            let said: Vec<String> = said.into_iter().flatten().collect();
            Fact::text(period_words(t, &value.period), said.join(" – "))
        });
        parts.extend(Part::facts(t.text(title), facts.collect()));
    }
    if parts.is_empty() {
        let ways = view
            .add("action")
            .into_iter()
            .chain(view.edit("testi", "web-thing-write"));
        return vec![view.empty("web-thing-no-actions", ways.collect())];
    }
    if let Some(last) = parts.last_mut() {
        last.actions.extend(view.add("action"));
        last.actions.extend(view.edit("testi", "web-thing-write"));
    }
    parts
}

/// Money and people.
fn money_of<'a>(view: &View<'a>) -> Vec<Part<'a>> {
    let shown = view.shown;
    let (t, plan) = (shown.t, shown.loaded.plan());
    let money = resources(plan, view.thing.node);
    let mut parts = Vec::new();
    let efforts = view.facts(&["efforts", "effort_text", "value_managers", "value_staff"]);
    if money.lines.is_empty() && efforts.is_empty() {
        return vec![view.empty(
            "web-thing-no-money",
            view.add("budget_line").into_iter().collect(),
        )];
    }
    if !money.lines.is_empty() {
        let rows = money.lines.iter().map(|at| {
            let line = &plan.budget_lines[*at];
            let node = Node::new(NodeKind::BudgetLine, *at);
            let named = line.item.clone().or_else(|| line.account.clone());
            let named = named.unwrap_or_else(|| shown.label(node));
            let flow = match line.flow {
                Flow::Revenue => "web-thing-revenue",
                _ => "web-thing-cost",
            };
            Row::of(vec![
                Cell::Link(Link::new(named, shown.page_of(node)), line.centre.clone()),
                line.account.clone().map_or(Cell::Nothing, Cell::Text),
                Cell::Text(t.text(flow)),
                line.amount
                    .as_ref()
                    .map_or(Cell::Nothing, |amount| Cell::Text(amount.text.clone())),
            ])
        });
        let rows = rows.collect();
        let sum = |name: &str, number: &Option<domain::number::Number>| {
            let number = number.as_ref()?;
            let amount = number.format(t.language.style(), 2);
            Some(t.with(name, &[("amount", &amount)]))
        };
        let sums: Vec<String> = [
            sum("web-thing-costs", &money.costs),
            sum("web-thing-revenues", &money.revenue),
        ]
        .into_iter()
        .flatten()
        .collect();
        let table = Table {
            t,
            caption: t.text("web-thing-money"),
            quiet: true,
            columns: vec![
                Column::words(t.text("web-thing-item")),
                Column::words(t.text("web-thing-account")),
                Column::words(t.text("web-thing-flow")),
                Column::figures(t.text("web-thing-amount")),
            ],
            rows,
            totals: None,
            exports: Vec::new(),
        };
        parts.push(Part {
            title: Some(t.text("web-thing-money")),
            lead: (!sums.is_empty()).then(|| sums.join(" – ")),
            body: Body::Table(Box::new(table)),
            actions: view.add("budget_line").into_iter().collect(),
        });
    }
    parts.extend(Part::facts(t.text("web-thing-people"), efforts));
    if money.lines.is_empty()
        && let Some(last) = parts.last_mut()
    {
        last.actions.extend(view.add("budget_line"));
    }
    parts
}

/// What proves the actuals, indicator by indicator.
fn proofs<'a>(
    view: &View<'a>,
    found: &[(Option<Node>, &ScoredPlacement)],
) -> Result<Vec<Part<'a>>, Failure> {
    let nodes: Vec<Node> = found.iter().map(|(_, place)| place.child).collect();
    if nodes.is_empty() {
        return Ok(vec![view.empty("web-thing-no-indicators", Vec::new())]);
    }
    Ok(vec![proof_table(view, &nodes)?])
}

/// What was promised and delivered for some indicators.
pub fn proof_table<'a>(view: &View<'a>, nodes: &[Node]) -> Result<Part<'a>, Failure> {
    let shown = view.shown;
    let (t, loaded) = (shown.t, shown.loaded);
    let files = view
        .asked
        .server
        .store
        .evidence(&loaded.body, loaded.id, None)?;
    let rows = nodes.iter().filter_map(|node| {
        let row = evidence(loaded.plan(), shown.scores, *node)?;
        let number = loaded.numbers.number(*node);
        let mut delivered: Vec<String> = row
            .delivered
            .iter()
            .map(|(period, text)| match period_words(t, period) {
                period if period.is_empty() => (*text).to_owned(),
                period => format!("{text} ({period})"),
            })
            .collect();
        let own = files
            .iter()
            .filter(|file| Some(file.record) == number && file.removed.is_none());
        delivered.extend(own.map(|file| file.file_name.clone()));
        let proof = match row.proof {
            Proof::Missing if !delivered.is_empty() => Proof::Delivered,
            proof => proof,
        };
        let (standing, words) = match proof {
            Proof::Delivered => (Standing::Reached, "web-thing-proof-delivered"),
            Proof::Missing => (Standing::Late, "web-thing-proof-missing"),
            Proof::NotDue => (Standing::LeftOut, "web-thing-proof-not-due"),
        };
        Some(Row {
            cells: vec![
                Cell::Link(shown.link(*node), None),
                row.promised
                    .map_or(Cell::Nothing, |text| Cell::Text(text.to_owned())),
                match delivered.is_empty() {
                    true => Cell::Nothing,
                    false => Cell::Text(delivered.join("; ")),
                },
                Cell::Text(t.text(words)),
            ],
            stands_out: standing == Standing::Late,
        })
    });
    let rows = rows.collect();
    let table = Table {
        t,
        caption: t.text("web-thing-proofs"),
        quiet: true,
        columns: vec![
            Column::words(kind_head(t, "indicator")),
            Column::words(t.text("web-thing-promised")),
            Column::words(t.text("web-thing-delivered")),
            Column::words(t.text("web-column-state")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    };
    Ok(Part {
        title: None,
        lead: Some(t.text("web-thing-proofs-lead")),
        body: Body::Table(Box::new(table)),
        actions: Vec::new(),
    })
}
