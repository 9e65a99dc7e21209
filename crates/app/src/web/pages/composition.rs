//! `/{body}/{plan}/cruscotti/componi`: the indicators of a dashboard, picked into its sections.

use askama::Template;
use axum::http::StatusCode;
use domain::check::wording::folded;
use domain::plan::{Node, NodeKind, Role};
use domain::report::siblings::{Written, written};
use domain::report::stated::values_of;
use store::Change;

use super::saving::{HOLDERS, PLACED, Saving, everywhere, mention};
use super::weighing::Line;
use super::weights::related;
use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Cell, Choice, Column, Empty, Field, Kind, Link, Look, Row, Table, Tabs, Way,
};
use crate::web::receive::Answer;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "composition_list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    lead: String,
    related: Tabs<'a>,
    table: Option<Table<'a>>,
    empty: Option<Empty>,
    action: String,
    fields: Vec<Field<'a>>,
    create: Action,
}

#[derive(Template)]
#[template(path = "composition.html")]
struct CompositionPage<'a> {
    page: Page<'a>,
    lead: String,
    read: Link,
    action: String,
    sections: Vec<Composed<'a>>,
    picker: Option<Picker<'a>>,
    fields: Vec<Field<'a>>,
    add: Action,
}

/// A section, or what stands in the dashboard outside its sections.
struct Composed<'a> {
    anchor: String,
    title: String,
    objective: Option<Link>,
    hidden: Vec<(String, String)>,
    table: Option<Table<'a>>,
    save: Action,
    pick: Link,
}

/// Indicators to be picked into a section.
struct Picker<'a> {
    title: String,
    number: String,
    hidden: Vec<(String, String)>,
    search: Field<'a>,
    search_button: Action,
    count: String,
    choices: Option<Field<'a>>,
    add: Action,
    close: Link,
}

/// Indicators shown at once.
const SHOWN: usize = 40;

/// The dashboards, and the way to a new one.
pub fn list(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    show_list(asked, &shown, None)
}

fn show_list(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    error: Option<String>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let places = written(plan);
    let rows: Vec<Row<'_>> = (0..plan.dashboards.len())
        .map(|i| {
            let node = Node::new(NodeKind::Dashboard, i);
            let sections = sections(shown, node);
            let count = places
                .iter()
                .filter(|p| p.child.kind == NodeKind::Indicator)
                .filter(|p| p.parent == node || sections.contains(&p.parent))
                .count();
            let holder = plan.dashboards[i].holder.as_ref();
            let holder = holder.map(|holder| match holder.node {
                Some(node) => shown.title(node),
                None => holder.text.clone(),
            });
            Row::of(vec![
                Cell::Link(Link::new(shown.title(node), address(shown, node)), None),
                holder.map_or(Cell::Nothing, Cell::Text),
                Cell::Text(sections.len().to_string()),
                Cell::Text(count.to_string()),
            ])
        })
        .collect();
    let title = Field::new(
        t,
        Kind::Text(None),
        "titolo",
        t.text("web-composition-title"),
    )
    .holding(asked.form.text("titolo"))
    .wrong(error)
    .needed();
    let holders = (0..plan.responsibles.len())
        .map(|i| Node::new(NodeKind::Responsible, i))
        .chain((0..plan.units.len()).map(|i| Node::new(NodeKind::Unit, i)));
    let mut choices = vec![Choice::new("", t.text("web-composition-no-holder"))];
    choices.extend(holders.filter_map(|node| {
        let number = shown.loaded.numbers.number(node)?;
        let kind = t.word("kind", node.kind.token());
        Some(Choice::new(
            number.to_string(),
            format!("{} ({kind})", shown.title(node)),
        ))
    }));
    let holder = Field::new(
        t,
        Kind::One(choices),
        "di",
        t.text("web-composition-holder"),
    )
    .holding(asked.form.text("di"));
    let beside = t.text("web-structure-pages");
    let page = ListPage {
        page: frame_of(asked, shown, "cruscotti", t.text("web-composition-list")),
        lead: t.text("web-composition-list-lead"),
        related: related(asked, shown, "componi", &beside),
        empty: rows.is_empty().then(|| Empty {
            title: t.text("web-composition-none"),
            text: t.text("web-composition-none-text"),
            actions: Vec::new(),
        }),
        table: (!rows.is_empty()).then(|| Table {
            t,
            caption: t.text("web-composition-list"),
            quiet: true,
            columns: vec![
                Column::words(t.text("web-composition-dashboard")),
                Column::words(t.text("web-composition-holder")),
                Column::figures(t.text("web-composition-sections")),
                Column::figures(t.text("web-composition-indicators")),
            ],
            rows,
            totals: None,
            exports: Vec::new(),
        }),
        action: shown.address("cruscotti/componi"),
        fields: vec![title, holder],
        create: Action::submit(t.text("web-composition-create"), Look::First),
    };
    Ok(Answer::page(page.render()?))
}

/// A new dashboard.
pub fn create(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let title = asked.form.text("titolo");
    if title.is_empty() {
        let answer = show_list(asked, &shown, Some(asked.t.text("web-field-empty")))?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let holder = match asked.form.text("di") {
        "" => String::new(),
        number => {
            let (_, node) = loaded.node(number)?;
            mention(
                loaded.plan(),
                node,
                &[NodeKind::Responsible, NodeKind::Unit],
            )
        }
    };
    let mut saving = Saving::new("dashboard", shown.address("cruscotti/componi"));
    saving.add(
        "dashboard",
        &[("title", title.to_owned()), ("holder", holder)],
    );
    saving.save(asked, &shown, "cruscotti")
}

fn sections(shown: &Shown<'_>, dashboard: Node) -> Vec<Node> {
    let sections = shown.loaded.plan().sections.iter().enumerate();
    sections
        .filter(|(_, section)| section.dashboard.as_ref().and_then(|r| r.node) == Some(dashboard))
        .map(|(i, _)| Node::new(NodeKind::Section, i))
        .collect()
}

fn address(shown: &Shown<'_>, dashboard: Node) -> String {
    let number = shown.loaded.numbers.number(dashboard).unwrap_or_default();
    shown.address(&format!("cruscotti/componi/{number}"))
}

/// One dashboard.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    show(asked, &shown, dashboard(asked, &shown)?, None)
}

fn dashboard(asked: &Asked<'_>, shown: &Shown<'_>) -> Result<Node, Failure> {
    let (_, node) = shown.loaded.node(asked.part("record"))?;
    match node.kind {
        NodeKind::Dashboard => Ok(node),
        _ => Err(Failure::NotFound),
    }
}

/// What was typed in one section.
struct Typed<'p> {
    place: Written<'p>,
    line: Line,
    target: Option<(String, String)>,
    title: Option<(String, String)>,
}

fn typed<'p>(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    places: &[Written<'p>],
    section: Node,
    sent: bool,
) -> Vec<Typed<'p>> {
    let plan = shown.loaded.plan();
    let form = sent.then_some(&asked.form);
    let mine = places
        .iter()
        .filter(|place| place.parent == section && place.child.kind == NodeKind::Indicator);
    mine.filter_map(|place| {
        let record = shown.loaded.numbers.number(place.record)?;
        let stored = place.weight.map_or("", |weight| weight.text.as_str());
        let at = Some((record, "weight"));
        let line = Line::of(shown, section, place.child, at, stored, true, form);
        let placement = (place.record.kind == NodeKind::Placement)
            .then(|| plan.placements.get(place.record.at()))
            .flatten();
        let local = |name: &str, stored: Option<&String>| {
            let stored = stored.map_or("", String::as_str);
            let sent = form.and_then(|form| form.get(&format!("{name}-{record}")));
            let seen = form.and_then(|form| form.get(&format!("prima-{name}-{record}")));
            (
                seen.unwrap_or(stored).to_owned(),
                sent.unwrap_or(stored).trim().to_owned(),
            )
        };
        Some(Typed {
            place: *place,
            line,
            target: placement.map(|p| local("target", p.local_target.as_ref())),
            title: placement.map(|p| local("titolo", p.local_title.as_ref())),
        })
    })
    .collect()
}

/// What was done in a section, or a section added.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let dashboard = dashboard(asked, &shown)?;
    let t = asked.t;
    let plan = loaded.plan();
    let here = address(&shown, dashboard);
    let wanted = asked.form.text("fare").to_owned();
    if wanted == "sezione" {
        let title = asked.form.text("titolo-sezione");
        let objective = match asked.form.text("obiettivo-sezione") {
            "" => None,
            number => Some(loaded.node(number)?.1),
        };
        if title.is_empty() && objective.is_none() {
            let answer = show(
                asked,
                &shown,
                dashboard,
                Some(t.text("web-composition-untitled")),
            )?;
            return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
        let objective_key = objective.map(|node| mention(plan, node, &[NodeKind::Objective]));
        let title = match (title, objective) {
            ("", Some(node)) => shown.title(node),
            (title, _) => title.to_owned(),
        };
        let mut saving = Saving::new("dashboard", here);
        saving.add(
            "section",
            &[
                ("title", title),
                (
                    "dashboard",
                    mention(plan, dashboard, &[NodeKind::Dashboard]),
                ),
                ("objective", objective_key.unwrap_or_default()),
            ],
        );
        return saving.save(asked, &shown, "cruscotti");
    }
    let (number, section) = loaded.node(asked.form.text("sezione"))?;
    if section != dashboard && !sections(&shown, dashboard).contains(&section) {
        return Err(Failure::NotFound);
    }
    let mut saving = Saving::new("dashboard", format!("{here}#s-{number}"));
    if wanted == "aggiungi" {
        for number in asked.form.all("indicatore") {
            let (_, indicator) = loaded.node(number)?;
            if indicator.kind != NodeKind::Indicator {
                return Err(Failure::NotFound);
            }
            saving.add(
                "placement",
                &[
                    ("parent", mention(plan, section, &HOLDERS)),
                    ("child", mention(plan, indicator, &PLACED)),
                ],
            );
        }
        return saving.save(asked, &shown, "cruscotti");
    }
    let places = written(plan);
    let typed = typed(asked, &shown, &places, section, true);
    if typed.iter().any(|one| one.line.error.is_some()) {
        let answer = show(asked, &shown, dashboard, None)?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let removed = wanted
        .strip_prefix("togli-")
        .and_then(|number| number.parse::<i64>().ok());
    for one in &typed {
        let Some((record, _)) = one.line.at else {
            continue;
        };
        let placed = one.place.record.kind == NodeKind::Placement;
        if removed == Some(record) && placed {
            saving.put(
                Change::Remove {
                    record,
                    fields: None,
                },
                shown.label(one.line.child),
            );
            continue;
        }
        one.line.save(&shown, section, &mut saving);
        let of = [("local_target", &one.target), ("local_title", &one.title)];
        for (field, pair) in of {
            if let Some((seen, typed)) = pair {
                let label = format!(
                    "{} – {}",
                    shown.label(one.line.child),
                    t.text(&format!("web-composition-{}", field.replace('_', "-")))
                );
                saving.set(record, field, label, seen, typed);
            }
        }
    }
    saving.save(asked, &shown, "cruscotti")
}

fn show(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    dashboard: Node,
    error: Option<String>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let places = written(plan);
    let csrf = asked.person()?.csrf.clone();
    let here = address(shown, dashboard);
    let loose = places
        .iter()
        .any(|p| p.parent == dashboard && p.child.kind == NodeKind::Indicator);
    let mut all = sections(shown, dashboard);
    if loose || all.is_empty() {
        all.push(dashboard);
    }
    let sent = asked.form.text("sezione");
    let composed = all.iter().filter_map(|section| {
        let number = shown.loaded.numbers.number(*section)?.to_string();
        let was_sent = sent == number && asked.form.text("fare") != "aggiungi";
        let typed = typed(asked, shown, &places, *section, was_sent);
        let mut hidden = vec![
            ("csrf".to_owned(), csrf.clone()),
            ("sezione".to_owned(), number.clone()),
        ];
        for one in &typed {
            hidden.push(one.line.hidden());
            let record = one.line.at.map_or(0, |(record, _)| record);
            for (name, pair) in [("target", &one.target), ("titolo", &one.title)] {
                if let Some((seen, _)) = pair {
                    hidden.push((format!("prima-{name}-{record}"), seen.clone()));
                }
            }
        }
        let mut save = Action::submit(t.text("web-save"), Look::First);
        save.way = Way::Submit("fare", "salva".to_owned());
        let title = match *section == dashboard {
            true => t.text("web-composition-outside"),
            false => shown.label(*section),
        };
        save.about = Some(title.clone());
        let objective = (section.kind == NodeKind::Section)
            .then(|| plan.sections[section.at()].objective.as_ref()?.node)
            .flatten();
        Some(Composed {
            anchor: format!("s-{number}"),
            table: (!typed.is_empty()).then(|| table(shown, &title, &typed)),
            objective: objective.map(|node| shown.link(node)),
            hidden,
            save,
            pick: Link::new(
                t.text("web-composition-pick"),
                format!(
                    "{here}{}sezione={number}#scelta",
                    if here.contains('?') { '&' } else { '?' }
                ),
            ),
            title,
        })
    });
    let objectives = (0..plan.objectives.len()).map(|i| Node::new(NodeKind::Objective, i));
    let mut choices = vec![Choice::new("", t.text("web-composition-no-objective"))];
    choices.extend(objectives.filter_map(|node| {
        let number = shown.loaded.numbers.number(node)?;
        Some(Choice::new(number.to_string(), shown.label(node)))
    }));
    let title = Field::new(
        t,
        Kind::Text(None),
        "titolo-sezione",
        t.text("web-composition-section-title"),
    )
    .holding(asked.form.text("titolo-sezione"))
    .helped(t.text("web-composition-section-title-help"))
    .wrong(error);
    let objective = Field::new(
        t,
        Kind::One(choices),
        "obiettivo-sezione",
        t.text("web-composition-section-objective"),
    )
    .holding(asked.form.text("obiettivo-sezione"));
    let mut add = Action::submit(t.text("web-composition-section-add"), Look::Second);
    add.way = Way::Submit("fare", "sezione".to_owned());
    add.icon = Some("plus");
    let composed: Vec<Composed<'_>> = composed.collect();
    let mut page = frame_of(
        asked,
        shown,
        "cruscotti",
        t.with("web-composition-page", &[("of", &shown.title(dashboard))]),
    );
    page.crumbs.push(Link::new(
        t.text("web-composition-list"),
        shown.address("cruscotti/componi"),
    ));
    let number = shown.loaded.numbers.number(dashboard).unwrap_or_default();
    let page = CompositionPage {
        picker: picker(asked, shown, dashboard, &places, &all)?,
        page,
        lead: t.text("web-composition-lead"),
        read: Link::new(
            t.text("web-composition-read"),
            shown.address(&format!("cruscotti/{number}")),
        ),
        action: here,
        sections: composed,
        fields: vec![title, objective],
        add,
    };
    Ok(Answer::page(page.render()?))
}

fn table<'a>(shown: &Shown<'a>, title: &str, typed: &[Typed<'_>]) -> Table<'a> {
    let t = shown.t;
    let rows = typed.iter().map(|one| {
        let record = one.line.at.map_or(0, |(record, _)| record);
        let label = shown.label(one.line.child);
        let of = |key: &str| t.with(key, &[("of", &label)]);
        let field = |name: &str, key: &str, pair: &Option<(String, String)>| match pair {
            Some((_, typed)) => {
                let mut field =
                    Field::new(t, Kind::Text(None), format!("{name}-{record}"), of(key))
                        .holding(typed);
                field.quiet = true;
                Cell::Field(Box::new(field))
            }
            None => Cell::Nothing,
        };
        let remove = match one.place.record.kind {
            NodeKind::Placement => {
                let mut remove = Action::submit(t.text("web-structure-remove"), Look::Small);
                remove.way = Way::Submit("fare", format!("togli-{record}"));
                remove.about = Some(label.clone());
                Cell::Action(remove)
            }
            _ => Cell::Text(t.text("web-composition-own")),
        };
        Row::of(vec![
            Cell::Link(shown.link(one.line.child), target(shown, one.line.child)),
            Cell::Field(Box::new(one.line.field(shown))),
            field("target", "web-composition-local-target-of", &one.target),
            field("titolo", "web-composition-local-title-of", &one.title),
            remove,
        ])
    });
    Table {
        t,
        caption: title.to_owned(),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-composition-indicator")),
            Column::figures(t.text("web-weights-weight")),
            Column::words(t.text("web-composition-local-target")),
            Column::words(t.text("web-composition-local-title")),
            Column::words(t.text("web-structure-do")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// The indicator's own targets of the year, as written.
fn target(shown: &Shown<'_>, indicator: Node) -> Option<String> {
    let plan = shown.loaded.plan();
    let year = plan.year();
    let values = values_of(plan, indicator).iter();
    let texts: Vec<String> = values
        .filter(|v| v.role == Role::Target && (year.is_none() || v.period.year() == year))
        .map(|v| format!("{}: {}", period(shown, &v.period), v.text))
        .collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn period(shown: &Shown<'_>, period: &domain::plan::Period) -> String {
    match period {
        domain::plan::Period::Day(day) => shown.day(*day),
        other => other.to_string(),
    }
}

fn picker<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'a>,
    dashboard: Node,
    places: &[Written<'_>],
    sections: &[Node],
) -> Result<Option<Picker<'a>>, Failure> {
    let t = asked.t;
    let chosen = asked.query.text("sezione");
    if chosen.is_empty() {
        return Ok(None);
    }
    let (number, section) = shown.loaded.node(chosen)?;
    if !sections.contains(&section) && section != dashboard {
        return Err(Failure::NotFound);
    }
    let plan = shown.loaded.plan();
    let there: Vec<Node> = places
        .iter()
        .filter(|place| place.parent == section)
        .map(|place| place.child)
        .collect();
    let searched = asked.query.text("q");
    let wanted = folded(searched);
    let mut found: Vec<Node> = (0..plan.indicators.len())
        .map(|i| Node::new(NodeKind::Indicator, i))
        .filter(|node| !there.contains(node))
        .filter(|node| {
            let parent = plan.indicators[node.at()]
                .parent
                .as_ref()
                .and_then(|r| r.node);
            let above = parent.map(|parent| shown.label(parent)).unwrap_or_default();
            let key = plan.name_of(*node).key;
            let said = folded(&format!("{key} {} {above}", shown.label(*node)));
            wanted.split_whitespace().all(|word| said.contains(word))
        })
        .collect();
    let count = found.len();
    found.truncate(SHOWN);
    let choices: Vec<Choice> = found
        .into_iter()
        .filter_map(|node| {
            let number = shown.loaded.numbers.number(node)?;
            let key = plan.name_of(node).key;
            let target = target(shown, node)
                .map(|text| format!(" – {text}"))
                .unwrap_or_default();
            let title = shown.title(node);
            Some(Choice::new(
                number.to_string(),
                format!("{key} {title}{target}"),
            ))
        })
        .collect();
    let mut add = Action::submit(t.text("web-composition-add"), Look::First);
    add.way = Way::Submit("fare", "aggiungi".to_owned());
    let shown_count = choices.len().to_string();
    Ok(Some(Picker {
        title: t.with(
            "web-composition-picker",
            &[(
                "of",
                &match section == dashboard {
                    true => t.text("web-composition-outside"),
                    false => shown.label(section),
                },
            )],
        ),
        number: number.to_string(),
        hidden: vec![
            ("csrf".to_owned(), asked.person()?.csrf.clone()),
            ("sezione".to_owned(), number.to_string()),
        ],
        search: Field::new(t, Kind::Text(None), "q", t.text("web-composition-search"))
            .holding(searched)
            .helped(t.text("web-composition-search-help")),
        search_button: Action::submit(t.text("web-search-go"), Look::Second),
        count: t.with(
            "web-composition-found",
            &[("shown", &shown_count), ("count", &count.to_string())],
        ),
        choices: (!choices.is_empty()).then(|| {
            Field::new(
                t,
                Kind::Some(choices),
                "indicatore",
                t.text("web-composition-which"),
            )
        }),
        add,
        close: Link::new(t.text("web-composition-close"), address(shown, dashboard)),
    }))
}
