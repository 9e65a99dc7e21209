//! `/{body}/nuovo`: the plan of the next year, from one that is there or from nothing.

use askama::Template;
use axum::http::StatusCode;
use domain::plan::{Body, Checkpoint, Day, Entry, Heading, Level, Node, Plan, PlanKind};
use domain::report::next_year::{NextYear, Why, next_year};
use jiff::civil::Date;

use super::import::label;
use super::{author, frame};
use crate::web::asked::Asked;
use crate::web::demo::add_plan;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Action, BigNumber, Choice, Empty, Field, Figure, Kind, Link, Look, Post};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "next_year.html")]
struct NextYearPage<'a> {
    page: Page<'a>,
    lead: String,
    choose: Option<Field<'a>>,
    choose_button: Action,
    copy: Option<Copy<'a>>,
    empty: Option<Empty>,
    blank: Vec<Field<'a>>,
    blank_post: Post,
    blank_button: Action,
    import: Link,
}

/// What the copy will hold, and what not.
struct Copy<'a> {
    title: String,
    cards: Vec<BigNumber<'a>>,
    rules: Vec<String>,
    left: Vec<LeftOver>,
    post: Post,
    create: Action,
}

/// What could not be carried over for one reason.
struct LeftOver {
    count: usize,
    why: String,
    todo: String,
    names: Vec<String>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, [None, None])
}

fn show(asked: &Asked<'_>, errors: [Option<String>; 2]) -> Result<Answer, Failure> {
    let t = asked.t;
    let body = asked.part("body");
    let plans = asked.server.store.plans(body)?;
    let plans: Vec<_> = plans
        .into_iter()
        .filter(|plan| plan.archived.is_none())
        .collect();
    let from = plans
        .iter()
        .find(|plan| plan.id.to_string() == asked.query.text("da"))
        .or(plans.first());
    let page = frame(asked, "home", t.text("web-next-year"));
    let copy = match from {
        Some(from) => {
            let loaded = asked.server.plans.get(&asked.server.store, body, from.id)?;
            Some(copy(asked, &loaded, &page))
        }
        None => None,
    };
    let choices: Vec<Choice> = plans
        .iter()
        .map(|plan| Choice::new(plan.id.to_string(), label(plan)))
        .collect();
    let choose = (plans.len() > 1).then(|| {
        Field::new(t, Kind::One(choices), "da", t.text("web-next-year-from"))
            .holding(from.map(|from| from.id.to_string()).unwrap_or_default())
    });
    let [no_title, no_year] = errors;
    let next = i64::from(today(asked.now).year()) + 1;
    let typed_year = match asked.form.text("anno") {
        "" => next.to_string(),
        year => year.to_owned(),
    };
    let blank = vec![
        Field::new(t, Kind::Text(None), "titolo", t.text("web-next-year-title"))
            .holding(asked.form.text("titolo"))
            .helped(t.text("web-next-year-title-help"))
            .wrong(no_title)
            .needed(),
        Field::new(t, Kind::Figure, "anno", t.text("web-next-year-year"))
            .holding(typed_year)
            .wrong(no_year)
            .needed(),
    ];
    let page = NextYearPage {
        lead: t.text("web-next-year-lead"),
        choose,
        choose_button: Action::submit(t.text("web-next-year-choose"), Look::Second),
        empty: copy.is_none().then(|| Empty {
            title: t.text("web-next-year-none"),
            text: t.text("web-next-year-none-text"),
            actions: vec![Action::to(
                t.text("web-import"),
                Look::First,
                format!("/{body}/importa"),
            )],
        }),
        copy,
        blank,
        blank_post: page.post(format!("/{body}/nuovo"), &[("da", "vuoto")]),
        blank_button: Action::submit(t.text("web-next-year-blank"), Look::Second),
        import: Link::new(t.text("web-next-year-import"), format!("/{body}/importa")),
        page,
    };
    Ok(Answer::page(page.render()?))
}

fn copy<'a>(asked: &Asked<'a>, loaded: &Loaded, page: &Page<'_>) -> Copy<'a> {
    let t = asked.t;
    let next = next_year(loaded.plan());
    let year = loaded.plan().year().map(|year| year + 1);
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let card = |key: &str, count: usize| BigNumber {
        label: t.text(key),
        figure: Figure {
            t,
            value: count.to_string(),
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
    let new = &next.plan;
    let with = |role: domain::plan::Role| {
        let indicators = new.indicators.iter();
        indicators
            .filter(|x| x.values.iter().any(|v| v.role == role))
            .count()
    };
    let title = match &new.heading.title {
        Some(title) => title.clone(),
        None => t.with("web-next-year-of", &[("year", &year)]),
    };
    let id = loaded.id.to_string();
    Copy {
        cards: vec![
            card("web-import-objectives", new.objectives.len()),
            card("web-import-indicators", new.indicators.len()),
            card(
                "web-next-year-baselines",
                with(domain::plan::Role::Baseline),
            ),
            card("web-next-year-targets", with(domain::plan::Role::Target)),
        ],
        rules: ["structure", "baselines", "targets", "days", "not"]
            .map(|rule| t.text(&format!("web-next-year-rule-{rule}")))
            .to_vec(),
        left: left(asked, loaded, &next),
        post: page.post(format!("/{}/nuovo", loaded.body), &[("da", id.as_str())]),
        create: Action::submit(
            t.with("web-next-year-create", &[("year", &year)]),
            Look::First,
        ),
        title,
    }
}

/// What could not be carried over, reason by reason.
fn left(asked: &Asked<'_>, loaded: &Loaded, next: &NextYear) -> Vec<LeftOver> {
    let t = asked.t;
    let scores = loaded.scores(None);
    let shown = Shown {
        t,
        loaded,
        scores: &scores,
        at: None,
    };
    let mut reasons: Vec<Why> = next.left.iter().map(|left| left.why).collect();
    reasons.sort_unstable();
    reasons.dedup();
    let named = |node: Node| match node.kind {
        domain::plan::NodeKind::Placement => {
            let placement = &loaded.plan().placements[node.at()];
            match placement.child.node {
                Some(child) => shown.label(child),
                None => placement.child.text.clone(),
            }
        }
        domain::plan::NodeKind::Indicator => {
            let key = loaded.plan().name_of(node).key;
            format!("{key} {}", shown.title(node))
        }
        _ => shown.label(node),
    };
    let of = |why: Why| {
        let of_it = next.left.iter().filter(move |left| left.why == why);
        LeftOver {
            count: of_it.clone().map(|left| left.count).sum(),
            why: t.text(&format!("web-left-{}", why.token())),
            todo: t.text(&format!("web-left-{}-do", why.token())),
            names: of_it.filter_map(|left| left.node).map(named).collect(),
        }
    };
    reasons.into_iter().map(of).collect()
}

/// The new plan.
pub fn create(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let body = asked.part("body");
    let author = author(asked)?;
    let store = &asked.server.store;
    let from = asked.form.text("da");
    if from == "vuoto" {
        return blank(asked);
    }
    let from: i64 = from.parse().map_err(|_| Failure::NotFound)?;
    let loaded = asked.server.plans.get(store, body, from)?;
    let id = add_plan(store, body, &next_year(loaded.plan()).plan, &author)?;
    Ok(Answer::to(format!("/{body}/{id}/albero?fatto=next-year")))
}

/// A plan with nothing but its year.
fn blank(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let body = asked.part("body");
    let title = asked.form.text("titolo");
    let year: Option<i16> = asked.form.text("anno").parse().ok();
    let year = year.filter(|year| (2000..=2100).contains(year));
    let (Some(year), false) = (year, title.is_empty()) else {
        let no_title = title.is_empty().then(|| t.text("web-field-empty"));
        let no_year = year.is_none().then(|| t.text("web-next-year-no-year"));
        let answer = show(asked, [no_title, no_year])?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    };
    let bodies = asked.server.store.bodies()?;
    let checkpoint = |month, day| Checkpoint {
        date: Day {
            text: format!("{year:04}-{month:02}-{day:02}"),
            date: Date::new(year, month, day).ok(),
        },
        title: None,
        entry: Some(Entry::Open),
    };
    let level = |id: &str, title: &str| Level {
        id: id.to_owned(),
        title: Some(title.to_owned()),
    };
    let plan = Plan {
        heading: Heading {
            title: Some(title.to_owned()),
            year: Some(year),
            horizon: vec![year, year + 1, year + 2],
            kind: Some(PlanKind::Plan),
            ..Heading::default()
        },
        body: Body {
            name: bodies
                .into_iter()
                .find(|of| of.id == body)
                .map(|of| of.name),
            ..Body::default()
        },
        checkpoints: vec![checkpoint(6, 30), checkpoint(12, 31)],
        levels: vec![
            level("strategic", "Obiettivo strategico"),
            level("operational", "Obiettivo operativo"),
        ],
        ..Plan::default()
    };
    let id = add_plan(&asked.server.store, body, &plan, &author(asked)?)?;
    Ok(Answer::to(format!("/{body}/{id}/albero?fatto=blank")))
}
