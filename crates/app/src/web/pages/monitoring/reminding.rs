//! `…/solleciti`: one message to all who are late, shown before it goes.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use store::{Account, Entry};

use super::{Step, Under, moment};
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::mail::{Errand, Letter, send};
use crate::web::page::{Notice, Page};
use crate::web::part::{
    Action, Actions, Cell, Column, Empty, Field, Kind, Look, Post, Row, Table, Tabs, Way, Weight,
};
use crate::web::receive::{Answer, today};
use crate::web::rights::Role;

#[derive(Template)]
#[template(path = "monitoring/reminders.html")]
struct Reminders<'a> {
    page: Page<'a>,
    tabs: Tabs<'a>,
    empty: Option<Empty>,
    form: Option<Form<'a>>,
    sent: Option<Table<'a>>,
}

struct Form<'a> {
    post: Post,
    fields: Vec<Field<'a>>,
    recipients: Vec<Recipient<'a>>,
    unreachable: Vec<String>,
    actions: Actions,
}

/// Somebody to be reminded, with the letter as it will go.
struct Recipient<'a> {
    chosen: Field<'a>,
    letter: String,
}

/// Somebody who has something to enter.
struct Late<'u> {
    account: &'u Account,
    entries: Vec<&'u Entry>,
}

/// Who has what to enter, and of what nobody can be reminded.
fn late<'u>(
    asked: &Asked<'_>,
    under: &'u Under,
) -> Result<(Vec<Late<'u>>, Vec<&'u Entry>), Failure> {
    let store = &asked.server.store;
    let today = today(asked.now).to_string();
    let grants = store.grants(&under.loaded.body, None)?;
    let people: Vec<(&Account, Who)> = under
        .accounts
        .iter()
        .filter(|account| account.is_active())
        .map(|account| {
            let own = grants
                .iter()
                .filter(|grant| grant.account == account.id && grant.is_in_force(&today));
            let who = Who {
                body: account.body.clone(),
                account: account.id,
                name: account.name.clone(),
                session: String::new(),
                good_until: asked.now,
                csrf: String::new(),
                grants: own
                    .filter_map(|grant| Some((Role::of_token(&grant.role)?, grant.unit.clone())))
                    .collect(),
            };
            (account, who)
        })
        .collect();
    let only = asked
        .query
        .get("persona")
        .or_else(|| asked.form.get("persona"));
    let only = only.filter(|name| !name.is_empty());
    let mut found: Vec<Late<'u>> = Vec::new();
    let mut nobody = Vec::new();
    for entry in &under.entries {
        if !Step::of(entry).is_writable() {
            continue;
        }
        if only.is_some_and(|name| under.person(asked.t, entry) != name) {
            continue;
        }
        let asked_of: Vec<&(&Account, Who)> = people
            .iter()
            .filter(|(_, who)| under.is_mine(who, entry))
            .collect();
        // Who enters comes before who answers for the unit.
        let owners = asked_of.iter().any(|(_, who)| who.is(Role::IndicatorOwner));
        let mut reached = false;
        for (account, who) in asked_of {
            if entry.assignee.is_none() && owners && !who.is(Role::IndicatorOwner) {
                continue;
            }
            if account.mail.as_deref().is_none_or(str::is_empty) {
                continue;
            }
            reached = true;
            match found.iter_mut().find(|late| late.account.id == account.id) {
                Some(late) => late.entries.push(entry),
                None => found.push(Late {
                    account,
                    entries: vec![entry],
                }),
            }
        }
        if !reached {
            nobody.push(entry);
        }
    }
    Ok((found, nobody))
}

/// The letter of one person: the common text, then what is asked of that person.
fn letter(asked: &Asked<'_>, under: &Under, late: &Late<'_>, text: &str) -> String {
    let shown = under.shown(asked.t);
    let mut out = text.trim_end().to_owned();
    out.push_str("\n\n");
    for entry in &late.entries {
        let node = under.node(entry);
        out.push_str(&format!(
            "- {} ({})\n",
            shown.label(node),
            Step::of(entry).words(asked.t)
        ));
    }
    if let Some(address) = &asked.server.settings.address {
        out.push_str(&format!("\n{address}{}\n", under.address("mie")));
    }
    out
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, None)
}

fn show(asked: &Asked<'_>, wrong: Option<(&str, &str)>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let (found, nobody) = late(asked, &under)?;
    let due = under.due().map_or_else(
        || under.campaign.due.clone(),
        |due| crate::printed::day(due, t.language),
    );
    let title = under.title(t);
    let args = [("campaign", title.as_str()), ("due", due.as_str())];
    let typed = |name: &str, default: &str| match asked.form.get(name) {
        Some(typed) => typed.to_owned(),
        None => t.with(default, &args),
    };
    let (subject, text) = (
        typed("subject", "web-mon-reminder-subject"),
        // In the catalogue a paragraph is a line; in a letter it has a blank line around it.
        typed("text", "web-mon-reminder-text").replace("\r\n", "\n"),
    );
    let error = |name: &str| {
        wrong
            .filter(|(of, _)| *of == name)
            .map(|(_, key)| t.text(key))
    };
    let label = t.text("web-mon-tab-solleciti");
    let mut frame = under.frame_below(asked, label.clone());
    let may_send = asked.server.settings.mail.is_some();
    if !may_send {
        frame.notices.push(Notice {
            weight: Weight::Warning,
            text: t.text("web-mon-no-mail"),
            action: None,
        });
    }
    let is_open = under.campaign.is_open();
    let unreachable: BTreeSet<String> = nobody.iter().map(|entry| under.person(t, entry)).collect();
    let form = (is_open && !(found.is_empty() && unreachable.is_empty())).then(|| {
        let submit = |name: &str, look: Look| Action {
            label: t.text(&format!("web-mon-reminder-{name}")),
            look,
            icon: None,
            way: Way::Submit("passo", name.to_owned()),
            about: None,
        };
        let mut items = Vec::new();
        if may_send && !found.is_empty() {
            items.push(submit("send", Look::First));
        }
        items.push(submit("preview", Look::Second));
        let persona = asked
            .query
            .get("persona")
            .or_else(|| asked.form.get("persona"));
        Form {
            post: frame.post(
                under.address("solleciti"),
                &[("persona", persona.unwrap_or_default())],
            ),
            fields: vec![
                Field::new(
                    t,
                    Kind::Text(None),
                    "subject",
                    t.text("web-mon-reminder-subject-label"),
                )
                .needed()
                .holding(subject)
                .wrong(error("subject")),
                Field::new(
                    t,
                    Kind::Long(6),
                    "text",
                    t.text("web-mon-reminder-text-label"),
                )
                .needed()
                .holding(text.clone())
                .wrong(error("text")),
            ],
            recipients: recipients(asked, &under, &found, &text),
            unreachable: unreachable.into_iter().collect(),
            actions: Actions { items },
        }
    });
    let page = Reminders {
        tabs: under.tabs(asked, &label, "solleciti"),
        empty: form.is_none().then(|| Empty {
            title: t.text(match is_open {
                true => "web-mon-reminder-none",
                false => "web-mon-closed-notice",
            }),
            text: t.text("web-mon-reminder-none-text"),
            actions: Vec::new(),
        }),
        form,
        sent: sent(asked, &under)?,
        page: frame,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong {
        None => answer,
        Some(_) => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// Those who will get the letter, each with it.
fn recipients<'a>(
    asked: &Asked<'a>,
    under: &Under,
    found: &[Late<'_>],
    text: &str,
) -> Vec<Recipient<'a>> {
    let t = asked.t;
    let was_shown = asked.form.get("passo").is_some();
    found
        .iter()
        .map(|late| {
            let name = format!("a-{}", late.account.id);
            let to = late.account.mail.as_deref().unwrap_or_default();
            let label = t.with(
                "web-mon-reminder-to",
                &[
                    ("name", &late.account.name),
                    ("to", to),
                    ("count", &late.entries.len().to_string()),
                ],
            );
            let is_chosen = !was_shown || !asked.form.text(&name).is_empty();
            let mut chosen = Field::new(t, Kind::Yes, name, label);
            chosen.value = if is_chosen { "yes" } else { "" }.to_owned();
            Recipient {
                chosen,
                letter: letter(asked, under, late, text),
            }
        })
        .collect()
}

/// The letters that went, and those that did not.
fn sent<'a>(asked: &Asked<'a>, under: &Under) -> Result<Option<Table<'a>>, Failure> {
    let t = asked.t;
    let cause = cause(under);
    let mails = asked.server.store.mails(&under.loaded.body, None, 1000)?;
    let rows: Vec<Row<'a>> = mails
        .into_iter()
        .filter_map(|mail| {
            let rest = mail.cause.strip_prefix(&cause)?;
            let failed = rest.strip_prefix(" failed ");
            if failed.is_none() && !rest.is_empty() {
                return None;
            }
            let outcome = match failed {
                None => Cell::Text(t.text("web-mon-reminder-went")),
                Some(said) => Cell::Two(t.text("web-mon-reminder-failed"), said.to_owned()),
            };
            Some(Row {
                cells: vec![
                    Cell::Text(mail.recipient),
                    Cell::Text(mail.subject),
                    Cell::Text(moment(t, &mail.at)),
                    outcome,
                ],
                stands_out: failed.is_some(),
            })
        })
        .collect();
    let head = |name: &str| Column::words(t.text(&format!("web-mon-column-{name}")));
    Ok((!rows.is_empty()).then(|| Table {
        t,
        caption: t.text("web-mon-reminders-sent"),
        quiet: false,
        columns: vec![
            head("recipient"),
            head("subject"),
            head("when"),
            head("outcome"),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    }))
}

fn cause(under: &Under) -> String {
    format!("reminder campaign {}", under.campaign.id)
}

/// The message is shown again as it is written now, or goes to those who were shown and chosen.
pub fn remind(asked: &Asked<'_>) -> Result<Answer, Failure> {
    if asked.form.text("passo") != "send" {
        return show(asked, None);
    }
    let under = Under::of(asked)?;
    if !under.campaign.is_open() {
        return Err(Failure::Unusable("frozen"));
    }
    for name in ["subject", "text"] {
        if asked.form.text(name).is_empty() {
            return show(asked, Some((name, "web-field-empty")));
        }
    }
    let Some(mail) = asked.server.settings.mail.clone() else {
        return Err(Failure::Unusable("no-mail"));
    };
    let (found, _) = late(asked, &under)?;
    let subject: String = asked
        .form
        .text("subject")
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    let text = asked.form.text("text").replace("\r\n", "\n");
    let letters: Vec<Letter> = found
        .iter()
        .filter(|late| {
            !asked
                .form
                .text(&format!("a-{}", late.account.id))
                .is_empty()
        })
        .map(|late| Letter {
            account: late.account.id,
            to: late.account.mail.clone().unwrap_or_default(),
            subject: subject.clone(),
            text: letter(asked, &under, late, &text),
        })
        .collect();
    let address = under.address("solleciti");
    if letters.is_empty() {
        return show(asked, Some(("text", "web-mon-reminder-nobody")));
    }
    let who = asked.person()?;
    let errand = Errand {
        body: under.loaded.body.clone(),
        account: Some(who.account),
        name: who.name.clone(),
        cause: cause(&under),
    };
    let store = asked.server.store.clone();
    // A mail server may take its time: nobody waits for it on the page.
    std::thread::Builder::new()
        .name("mail".to_owned())
        .spawn(move || send(&store, &mail, &letters, &errand))
        .map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(Answer::to(format!("{address}?fatto=mon-reminding")))
}
