//! `/{body}/{plan}/risorse`: the money, by objective or by mission and programme.

use askama::Template;
use domain::number::Number;
use domain::plan::{BudgetLine, Flow, Node, NodeKind};
use domain::report::resources::{Resources, by_programme, resources, served, total};

use super::weights::related;
use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, BigNumber, Cell, Column, Empty, Figure, Link, Look, Row, Tab, Table, Tabs,
};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "resources.html")]
struct ResourcesPage<'a> {
    page: Page<'a>,
    lead: String,
    related: Tabs<'a>,
    cards: Vec<BigNumber<'a>>,
    tabs: Option<Tabs<'a>>,
    groups: Vec<Group<'a>>,
    empty: Option<Empty>,
    actions: Actions,
    export: Link,
}

/// The lines under one head.
struct Group<'a> {
    title: String,
    link: Option<Link>,
    add: Option<Link>,
    table: Table<'a>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let t = asked.t;
    let plan = loaded.plan();
    let editable = asked.person()?.may_everywhere(Right::EditPlan);
    let by_mission = asked.query.text("per") == "missione";
    let groups = match by_mission {
        true => of_programmes(&shown),
        false => of_objectives(&shown, editable),
    };
    let all = total(plan, 0..plan.budget_lines.len());
    let card = |key: &str, sum: &Option<Number>| BigNumber {
        label: t.text(key),
        figure: Figure {
            t,
            value: euro(&shown, sum.as_ref()),
            of: t.text(key),
            arithmetic: Vec::new(),
            left_out: Vec::new(),
            page: None,
        },
        bar: None,
        chip: None,
        change: None,
        link: None,
    };
    let tab = |key: &str, value: &str, here: bool| Tab {
        link: Link::new(
            t.text(key),
            format!("{}?{}", asked.path, asked.query.with("per", Some(value))),
        ),
        here,
        count: None,
    };
    let label = t.text("web-resources-tabs");
    let add = editable.then(|| {
        let mut add = Action::to(
            t.text("web-resources-add"),
            if plan.budget_lines.is_empty() {
                Look::First
            } else {
                Look::Second
            },
            shown.address("aggiungi/budget_line"),
        );
        add.icon = Some("plus");
        add
    });
    let none = plan.budget_lines.is_empty();
    let beside = t.text("web-structure-pages");
    let page = ResourcesPage {
        page: frame_of(asked, &shown, "albero", t.text("web-resources")),
        lead: t.text("web-resources-lead"),
        related: related(asked, &shown, "risorse", &beside),
        cards: match none {
            true => Vec::new(),
            false => vec![
                card("web-resources-costs", &all.costs),
                card("web-resources-revenue", &all.revenue),
            ],
        },
        tabs: (!none).then_some(Tabs {
            label: &label,
            items: vec![
                tab("web-resources-by-objective", "obiettivo", !by_mission),
                tab("web-resources-by-mission", "missione", by_mission),
            ],
        }),
        groups,
        empty: none.then(|| Empty {
            title: t.text("web-resources-none"),
            text: t.text("web-resources-none-text"),
            actions: Vec::new(),
        }),
        actions: Actions {
            items: add.into_iter().collect(),
        },
        export: Link::new(t.text("web-resources-csv"), shown.address("risorse.csv")),
    };
    Ok(Answer::page(page.render()?))
}

/// An amount as printed; a dash where there is none.
fn euro(shown: &Shown<'_>, amount: Option<&Number>) -> String {
    amount.map_or_else(
        || "–".to_owned(),
        |amount| format!("{} €", amount.format(shown.t.language.style(), 2)),
    )
}

fn of_objectives<'a>(shown: &Shown<'a>, editable: bool) -> Vec<Group<'a>> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let mut groups = Vec::new();
    for i in 0..plan.objectives.len() {
        let node = Node::new(NodeKind::Objective, i);
        let money = resources(plan, node);
        if money.lines.is_empty() {
            continue;
        }
        let number = shown
            .loaded
            .numbers
            .number(node)
            .unwrap_or_default()
            .to_string();
        let query = address_pairs(&[("a", &number), ("campo", "objectives")]);
        groups.push(Group {
            title: shown.label(node),
            link: Some(shown.link(node)),
            add: editable.then(|| {
                Link::new(
                    t.text("web-resources-add"),
                    shown.address(&format!("aggiungi/budget_line?{query}")),
                )
            }),
            table: table(shown, shown.label(node), &money, Some(node)),
        });
    }
    let lines = plan.budget_lines.iter().enumerate();
    let free = lines
        .filter(|(_, line)| served(plan, line).is_empty())
        .map(|(i, _)| i);
    let free = total(plan, free);
    if !free.lines.is_empty() {
        groups.push(Group {
            title: t.text("web-resources-free"),
            link: None,
            add: None,
            table: table(shown, t.text("web-resources-free"), &free, None),
        });
    }
    groups
}

fn of_programmes<'a>(shown: &Shown<'a>) -> Vec<Group<'a>> {
    let t = shown.t;
    let programmes = by_programme(shown.loaded.plan()).into_iter();
    programmes
        .map(|(programme, money)| {
            let title = match programme {
                Some(programme) => t.with(
                    "web-resources-programme",
                    &[
                        ("mission", programme.mission.unwrap_or("–")),
                        ("programme", programme.programme.unwrap_or("–")),
                    ],
                ),
                None => t.text("web-resources-unclassified"),
            };
            Group {
                table: table(shown, title.clone(), &money, None),
                title,
                link: None,
                add: None,
            }
        })
        .collect()
}

/// What a line is called.
fn name(shown: &Shown<'_>, line: &BudgetLine) -> String {
    let said = [&line.item, &line.note, &line.account]
        .into_iter()
        .flatten();
    said.map(|text| text.trim())
        .find(|text| !text.is_empty())
        .map_or_else(|| shown.t.text("web-resources-unnamed"), str::to_owned)
}

fn table<'a>(
    shown: &Shown<'a>,
    caption: String,
    money: &Resources,
    objective: Option<Node>,
) -> Table<'a> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let rows = money.lines.iter().map(|i| {
        let line = &plan.budget_lines[*i];
        let node = Node::new(NodeKind::BudgetLine, *i);
        let others: Vec<String> = served(plan, line)
            .into_iter()
            .filter(|node| Some(*node) != objective)
            .map(|node| match shown.code(node) {
                code if code.is_empty() => shown.title(node),
                code => code,
            })
            .collect();
        let below = (!others.is_empty()).then(|| {
            let key = match objective {
                Some(_) => "web-resources-also",
                None => "web-resources-serves",
            };
            t.with(key, &[("of", &others.join(", "))])
        });
        let account = [&line.account, &line.centre].into_iter().flatten();
        let account: Vec<&str> = account.map(String::as_str).collect();
        let programme = line
            .programme
            .as_ref()
            .map(|programme| match programme.node {
                Some(node) => shown.title(node),
                None => programme.text.clone(),
            });
        let amount = match &line.amount {
            Some(amount) => match &amount.number {
                Some(number) => Cell::Text(euro(shown, Some(number))),
                None => Cell::Text(amount.text.clone()),
            },
            None => Cell::Nothing,
        };
        let flow = match line.flow {
            Flow::Cost => t.text("web-resources-cost"),
            Flow::Revenue => t.text("web-resources-income"),
        };
        Row::of(vec![
            Cell::Link(Link::new(name(shown, line), shown.page_of(node)), below),
            Cell::Text(flow),
            match account.is_empty() {
                true => Cell::Nothing,
                false => Cell::Text(account.join(" · ")),
            },
            programme.map_or(Cell::Nothing, Cell::Text),
            line.year
                .map_or(Cell::Nothing, |year| Cell::Text(year.to_string())),
            amount,
        ])
    });
    let mut rows: Vec<Row<'a>> = rows.collect();
    let sum = match (&money.costs, &money.revenue) {
        (costs, None) => Some((t.text("web-resources-costs"), costs.clone())),
        (None, revenue) => Some((t.text("web-resources-revenue"), revenue.clone())),
        (Some(costs), Some(revenue)) => {
            rows.push(Row::of(vec![
                Cell::Text(t.text("web-resources-revenue")),
                Cell::Text(String::new()),
                Cell::Text(String::new()),
                Cell::Text(String::new()),
                Cell::Text(String::new()),
                Cell::Text(euro(shown, Some(revenue))),
            ]));
            Some((t.text("web-resources-costs"), Some(costs.clone())))
        }
    };
    let totals = sum.filter(|(_, sum)| sum.is_some()).map(|(label, sum)| {
        let blank = || Cell::Text(String::new());
        vec![
            Cell::Text(label),
            blank(),
            blank(),
            blank(),
            blank(),
            Cell::Text(euro(shown, sum.as_ref())),
        ]
    });
    Table {
        t,
        caption,
        quiet: true,
        columns: vec![
            Column::words(t.text("web-resources-line")),
            Column::words(t.text("web-resources-flow")),
            Column::words(t.text("web-resources-account")),
            Column::words(t.text("web-resources-funding")),
            Column::figures(t.text("web-resources-year")),
            Column::figures(t.text("web-resources-amount")),
        ],
        rows,
        totals,
        exports: Vec::new(),
    }
}

/// The lines as a file, one row each.
pub fn csv(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let t = asked.t;
    let plan = loaded.plan();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let broken = |error: csv::Error| Failure::Broken(error.to_string());
    let heads = [
        "line",
        "objectives",
        "flow",
        "account",
        "funding",
        "year",
        "amount",
    ];
    writer
        .write_record(heads.map(|head| t.text(&format!("web-resources-{head}"))))
        .map_err(broken)?;
    for line in &plan.budget_lines {
        let of: Vec<String> = served(plan, line)
            .into_iter()
            .map(|node| shown.label(node))
            .collect();
        let account = [&line.account, &line.centre].into_iter().flatten();
        let account: Vec<&str> = account.map(String::as_str).collect();
        let amount = line.amount.as_ref().map(|amount| match &amount.number {
            Some(number) => number.format(domain::number::Style::ITALIAN_CSV, 2),
            None => amount.text.clone(),
        });
        let funding = line
            .programme
            .as_ref()
            .map(|programme| match programme.node {
                Some(node) => shown.title(node),
                None => programme.text.clone(),
            });
        writer
            .write_record([
                guarded(&name(&shown, line)),
                guarded(&of.join("; ")),
                t.text(match line.flow {
                    Flow::Cost => "web-resources-cost",
                    Flow::Revenue => "web-resources-income",
                }),
                guarded(&account.join(" · ")),
                guarded(&funding.unwrap_or_default()),
                line.year.map(|year| year.to_string()).unwrap_or_default(),
                amount.unwrap_or_default(),
            ])
            .map_err(broken)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| Failure::Broken(error.to_string()))?;
    // Spreadsheets take a file without a mark for one in their own letters.
    let mut content = "\u{feff}".as_bytes().to_vec();
    content.extend(bytes);
    Ok(Answer::file(
        "risorse.csv",
        "text/csv; charset=utf-8",
        content,
    ))
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
