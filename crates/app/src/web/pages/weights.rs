//! `/{body}/{plan}/pesi`: weights that close together, side by side with their sum.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use domain::plan::{Node, NodeKind};
use domain::report::siblings::{Closing, Siblings, siblings};
use domain::score::PartRole;

use super::saving::{Saving, everywhere, imagined};
use super::weighing::{Line, lines, printed, said, share_out, summed};
use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::export;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Cell, Column, Empty, Field, Kind, Link, Look, Row, Tab, Table, Tabs, Way, Weight,
};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "weights_list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    lead: String,
    related: Tabs<'a>,
    tabs: Option<Tabs<'a>>,
    table: Option<Table<'a>>,
    empty: Option<Empty>,
}

/// The list: what does not close first.
pub fn list(asked: &Asked<'_>) -> Result<Answer, Failure> {
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
    let t = asked.t;
    let mut groups = siblings(loaded.plan(), &scores);
    groups.sort_by_key(|group| group.closing);
    let of = |group: &Siblings<'_>| match group.closing {
        Closing::Open | Closing::Nearly => "aperti",
        Closing::Unweighted => "senza",
        Closing::Share | Closing::Closed => "chiusi",
    };
    let count = |which: &str| groups.iter().filter(|group| of(group) == which).count();
    let asked_for = asked.query.text("stato");
    let which = match asked_for {
        "aperti" | "chiusi" | "senza" | "tutti" => asked_for,
        _ if count("aperti") > 0 => "aperti",
        _ => "tutti",
    };
    let tab = |name: &'static str, number: usize| Tab {
        link: Link::new(
            t.text(&format!("web-weights-tab-{name}")),
            format!("{}?{}", asked.path, asked.query.with("stato", Some(name))),
        ),
        here: which == name,
        count: Some(number.to_string()),
    };
    let label = t.text("web-weights-tabs");
    let beside = t.text("web-structure-pages");
    let tabs = Tabs {
        label: &label,
        items: vec![
            tab("aperti", count("aperti")),
            tab("chiusi", count("chiusi")),
            tab("senza", count("senza")),
            tab("tutti", groups.len()),
        ],
    };
    let chosen = groups
        .iter()
        .filter(|group| which == "tutti" || of(group) == which);
    let rows: Vec<Row<'_>> = chosen.map(|group| row(&shown, group)).collect();
    let nothing = groups.is_empty();
    let table = Table {
        t,
        caption: t.text("web-weights-caption"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-weights-under")),
            Column::figures(t.text("web-weights-count")),
            Column::figures(t.text("web-weights-sum")),
            Column::figures(t.text("web-weights-expected")),
            Column::words(t.text("web-weights-state")),
        ],
        rows,
        totals: None,
        exports: export::links(asked),
    };
    let tables = || vec![export::as_shown(&table)];
    if let Some(file) = export::file(asked, "pesi", t.text("web-weights"), tables)? {
        return Ok(file);
    }
    let page = ListPage {
        page: frame_of(asked, &shown, "pesi", t.text("web-weights")),
        lead: t.text("web-weights-lead"),
        related: related(asked, &shown, "pesi", &beside),
        empty: (table.rows.is_empty()).then(|| Empty {
            title: t.text(if nothing {
                "web-weights-none"
            } else {
                "web-weights-none-such"
            }),
            text: t.text(if nothing {
                "web-weights-none-text"
            } else {
                "web-weights-none-such-text"
            }),
            actions: Vec::new(),
        }),
        tabs: (!nothing).then_some(tabs),
        table: (!table.rows.is_empty()).then_some(table),
    };
    Ok(Answer::page(page.render()?))
}

/// The pages of the plan's structure, as far as the asker may use them.
pub fn related<'a>(asked: &Asked<'_>, shown: &Shown<'_>, here: &str, label: &'a str) -> Tabs<'a> {
    let body = &shown.loaded.body;
    let pages = [
        ("pesi", Right::EditPlan, shown.address("pesi")),
        ("assegnazione", Right::Read, shown.address("assegnazione")),
        (
            "componi",
            Right::EditPlan,
            shown.address("cruscotti/componi"),
        ),
        ("risorse", Right::Read, shown.address("risorse")),
        ("esporta", Right::Read, shown.address("esporta")),
        (
            "importa",
            Right::Import,
            format!("/{body}/importa?piano={}", shown.loaded.id),
        ),
        (
            "nuovo",
            Right::Import,
            format!("/{body}/nuovo?da={}", shown.loaded.id),
        ),
    ];
    let pages = pages.into_iter().filter(|(_, right, _)| asked.may(*right));
    let tabs = pages.map(|(name, _, href)| Tab {
        link: Link::new(asked.t.text(&format!("web-structure-{name}")), href),
        here: name == here,
        count: None,
    });
    Tabs {
        label,
        items: tabs.collect(),
    }
}

fn row<'a>(shown: &Shown<'a>, group: &Siblings<'_>) -> Row<'a> {
    Row {
        stands_out: group.closing == Closing::Open,
        cells: vec![
            Cell::Link(
                Link::new(name(shown, group.parent), address(shown, group.parent)),
                Some(what(shown, group)),
            ),
            Cell::Text(group.members.len().to_string()),
            Cell::Text(printed(shown, group.total.as_ref())),
            Cell::Text(printed(shown, Some(&group.expected))),
            Cell::Text(said(
                shown,
                &group.expected,
                group.total.as_ref(),
                group.closing,
            )),
        ],
    }
}

/// The page of the weights under a thing.
fn address(shown: &Shown<'_>, parent: Node) -> String {
    match shown.loaded.numbers.number(parent) {
        Some(number) => shown.address(&format!("pesi/{number}")),
        None => shown.address("pesi/ente"),
    }
}

fn name(shown: &Shown<'_>, parent: Node) -> String {
    match parent {
        Node::BODY => shown.t.text("web-weights-body"),
        parent => shown.label(parent),
    }
}

/// What the weights of a group are of.
fn what(shown: &Shown<'_>, group: &Siblings<'_>) -> String {
    let kind = group
        .members
        .first()
        .map_or(NodeKind::Objective, |m| m.child.kind);
    let kind = match kind {
        NodeKind::Area => "areas",
        NodeKind::Indicator => "indicators",
        NodeKind::Activity => "activities",
        NodeKind::Action => "actions",
        NodeKind::Dashboard => "dashboards",
        _ => "objectives",
    };
    let role = match group.role {
        PartRole::Own => "web-weights-own",
        PartRole::Contributing => "web-weights-contributing",
        _ => return shown.t.text(&format!("web-weights-{kind}")),
    };
    shown.t.text(role)
}

#[derive(Template)]
#[template(path = "weights.html")]
struct WeightsPage<'a> {
    page: Page<'a>,
    of: String,
    lead: String,
    note: Option<String>,
    action: String,
    hidden: Vec<(String, String)>,
    groups: Vec<Shared<'a>>,
    sums: Sums<'a>,
    recompute: Action,
    save: Action,
    back: Link,
}

/// A group with its button.
struct Shared<'a> {
    table: Table<'a>,
    share: Action,
}

/// What the weights typed add up to, and what they do to the scores.
#[derive(Template)]
#[template(path = "weights_sums.html")]
struct Sums<'a> {
    page_words: &'a crate::messages::Catalogue,
    lines: Vec<SumLine>,
    effects: Vec<Effect>,
}

// What its template writes is escaped by it.
impl HtmlSafe for Sums<'_> {}

struct SumLine {
    weight: Weight,
    what: String,
    sum: String,
    said: String,
}

/// A score before and after.
struct Effect {
    of: String,
    before: String,
    after: String,
    changes: bool,
}

/// The thing of the address.
fn parent(asked: &Asked<'_>, shown: &Shown<'_>) -> Result<Node, Failure> {
    match asked.part("record") {
        "ente" => Ok(Node::BODY),
        number => Ok(shown.loaded.node(number)?.1),
    }
}

/// The siblings under a thing.
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
    let parent = parent(asked, &shown)?;
    show(asked, &shown, parent, None, None)
}

/// What was typed: computed, shared out or saved.
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
    let parent = parent(asked, &shown)?;
    let groups = groups_under(&shown, parent)?;
    let mut typed: Vec<Vec<Line>> = groups
        .iter()
        .map(|group| lines(&shown, group, Some(&asked.form)))
        .collect();
    if asked.partial {
        let sums = sums(&shown, parent, &groups, &typed);
        return Ok(Answer::page(sums.render()?));
    }
    let wanted = asked.form.text("fare").to_owned();
    if let Some(which) = wanted.strip_prefix("redistribuisci-") {
        let which: usize = which.parse().map_err(|_| Failure::NotFound)?;
        let (Some(group), Some(lines)) = (groups.get(which), typed.get_mut(which)) else {
            return Err(Failure::NotFound);
        };
        let note = match share_out(&shown, group, lines) {
            true => "web-weights-shared",
            false => "web-weights-not-shared",
        };
        return show(asked, &shown, parent, Some(typed), Some(note));
    }
    if wanted != "salva" {
        return show(
            asked,
            &shown,
            parent,
            Some(typed),
            Some("web-weights-computed"),
        );
    }
    if typed.iter().flatten().any(|line| line.error.is_some()) {
        let answer = show(asked, &shown, parent, Some(typed), None)?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let mut saving = Saving::new("weights", address(&shown, parent));
    for line in typed.iter().flatten() {
        line.save(&shown, parent, &mut saving);
    }
    saving.save(asked, &shown, "pesi")
}

fn groups_under<'p>(shown: &Shown<'p>, parent: Node) -> Result<Vec<Siblings<'p>>, Failure> {
    let mut groups = siblings(shown.loaded.plan(), shown.scores);
    groups.retain(|group| group.parent == parent);
    match groups.is_empty() {
        true => Err(Failure::NotFound),
        false => Ok(groups),
    }
}

fn sums<'a>(
    shown: &Shown<'a>,
    parent: Node,
    groups: &[Siblings<'_>],
    typed: &[Vec<Line>],
) -> Sums<'a> {
    let lines = groups.iter().zip(typed).map(|(group, lines)| {
        let (total, closing) = summed(shown, group, lines);
        let style = shown.t.language.style();
        SumLine {
            weight: match closing {
                Closing::Open => Weight::Error,
                Closing::Nearly => Weight::Warning,
                Closing::Closed => Weight::Success,
                Closing::Share | Closing::Unweighted => Weight::Note,
            },
            what: what(shown, group),
            sum: shown.t.with(
                "web-weights-sum-of",
                &[
                    ("sum", &printed(shown, total.as_ref())),
                    ("expected", &group.expected.format_plain(style)),
                ],
            ),
            said: said(shown, &group.expected, total.as_ref(), closing),
        }
    });
    let mut saving = Saving::new("", "");
    for line in typed.iter().flatten().filter(|line| line.error.is_none()) {
        line.save(shown, parent, &mut saving);
    }
    let new = imagined(shown.loaded, &saving.changes);
    let scores = new.scores(shown.at);
    let number = shown.loaded.numbers.number(parent);
    let mut of = vec![(parent, number.and_then(|number| new.numbers.node(number)))];
    if parent == Node::BODY {
        of = vec![(Node::BODY, Some(Node::BODY))];
    } else {
        of.push((Node::BODY, Some(Node::BODY)));
    }
    let effects = of.into_iter().map(|(before, after)| {
        let score = |scores: &domain::score::Scores, node: Option<Node>| {
            node.and_then(|node| scores.of(node)?.score.clone())
        };
        let before_score = score(shown.scores, Some(before));
        let after_score = score(&scores, after);
        Effect {
            of: name(shown, before),
            before: shown.percent(before_score.as_ref()),
            after: shown.percent(after_score.as_ref()),
            changes: before_score != after_score,
        }
    });
    Sums {
        page_words: shown.t,
        effects: effects.collect(),
        lines: lines.collect(),
    }
}

fn show(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    parent: Node,
    typed: Option<Vec<Vec<Line>>>,
    note: Option<&str>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let groups = groups_under(shown, parent)?;
    let typed = typed.unwrap_or_else(|| {
        groups
            .iter()
            .map(|group| lines(shown, group, None))
            .collect()
    });
    let tables = groups
        .iter()
        .zip(&typed)
        .enumerate()
        .map(|(at, (group, lines))| {
            let mut share = Action::submit(t.text("web-weights-share-rest"), Look::Second);
            share.way = Way::Submit("fare", format!("redistribuisci-{at}"));
            share.about = (groups.len() > 1).then(|| what(shown, group));
            Shared {
                table: table(shown, group, lines),
                share,
            }
        });
    let mut save = Action::submit(t.text("web-save"), Look::First);
    save.way = Way::Submit("fare", "salva".to_owned());
    let mut recompute = Action::submit(t.text("web-weights-recompute"), Look::Second);
    recompute.way = Way::Submit("fare", "calcola".to_owned());
    let post = asked.person()?.csrf.clone();
    let mut hidden = vec![("csrf".to_owned(), post)];
    hidden.extend(typed.iter().flatten().map(Line::hidden));
    // Titles of published plans are long: the code is enough above, the title follows.
    let short = match shown.code(parent) {
        code if code.is_empty() => name(shown, parent),
        code => code,
    };
    let mut page = frame_of(
        asked,
        shown,
        "pesi",
        t.with("web-weights-title", &[("of", &short)]),
    );
    page.crumbs
        .push(Link::new(t.text("web-weights"), shown.address("pesi")));
    let page = WeightsPage {
        page,
        of: name(shown, parent),
        lead: t.text("web-weights-page-lead"),
        note: note.map(|note| t.text(note)),
        action: address(shown, parent),
        hidden,
        sums: sums(shown, parent, &groups, &typed),
        groups: tables.collect(),
        recompute,
        save,
        back: Link::new(
            t.text("web-weights-sheet"),
            match parent {
                Node::BODY => shown.address("albero"),
                parent => shown.page_of(parent),
            },
        ),
    };
    Ok(Answer::page(page.render()?))
}

fn table<'a>(shown: &Shown<'a>, group: &Siblings<'_>, lines: &[Line]) -> Table<'a> {
    let t = shown.t;
    let held_by = group.members.iter().any(|member| member.holder.is_some());
    let mut columns = vec![
        Column::words(t.text("web-weights-what")),
        Column::figures(t.text("web-weights-weight")),
        Column::words(t.text("web-weights-hold")),
        Column::figures(t.text("web-column-score")),
        Column::words(t.text("web-column-state")),
    ];
    if held_by {
        columns.insert(1, Column::words(t.text("web-weights-holder")));
    }
    let rows = group.members.iter().zip(lines).map(|(member, line)| {
        let below = match member.out_of_force {
            Some(state) => {
                let state = t.word("state", state.token());
                Some(t.with("web-weights-not-counted", &[("state", &state)]))
            }
            None if member.written.is_none() => Some(t.text("web-weights-unwritten")),
            None => None,
        };
        let hold = t.with("web-weights-hold-of", &[("of", &shown.label(member.child))]);
        let mut hold = Field::new(t, Kind::Yes, format!("fermo-{}", line.name), hold)
            .holding(if line.held { "yes" } else { "" });
        hold.quiet = true;
        let mut cells = vec![
            Cell::Link(shown.link(member.child), below),
            Cell::Field(Box::new(line.field(shown))),
            Cell::Field(Box::new(hold)),
            Cell::Figure(shown.figure(member.child)),
            Cell::Chip(shown.chip(member.child)),
        ];
        if held_by {
            let holder = member.holder.map(|holder| match holder.node {
                Some(node) => shown.label(node),
                None => holder.text.clone(),
            });
            cells.insert(1, holder.map_or(Cell::Nothing, Cell::Text));
        }
        Row::of(cells)
    });
    Table {
        t,
        caption: what(shown, group),
        quiet: false,
        columns,
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}
