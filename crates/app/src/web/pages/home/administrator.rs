//! The administrator's home: who may come in, and what the installation has seen.

use super::{Content, Section};
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::part::{Link, Weight};
use crate::web::receive::today;
use crate::web::rights::Role;

pub(super) fn add(asked: &Asked<'_>, who: &Who, content: &mut Content) -> Result<(), Failure> {
    let (t, store) = (asked.t, &asked.server.store);
    let accounts = store.accounts(&who.body)?;
    let grants = store.grants(&who.body, None)?;
    let active = accounts.iter().filter(|account| account.is_active());
    let locked = accounts
        .iter()
        .filter(|account| account.is_locked(asked.now))
        .count();
    let without = active
        .clone()
        .filter(|account| !grants.iter().any(|grant| grant.account == account.id))
        .count();
    let people = format!("/{}/persone", who.body);
    let said = |key: &str, count: usize| {
        t.with(&format!("web-home-{key}"), &[("count", &count.to_string())])
    };
    content.due(
        Weight::Error,
        locked,
        Link::new(said("locked", locked), people.clone()),
        None,
    );
    content.due(
        Weight::Warning,
        without,
        Link::new(said("without-role", without), people.clone()),
        None,
    );
    let office = Role::PerformanceOffice.token();
    let today = today(asked.now).to_string();
    let no_office = !grants
        .iter()
        .filter(|grant| active.clone().any(|account| account.id == grant.account))
        .any(|grant| grant.role == office && grant.is_in_force(&today));
    content.due(
        Weight::Warning,
        usize::from(no_office),
        Link::new(t.text("web-home-no-office"), format!("{people}/nuova")),
        Some(t.text("web-home-no-office-note")),
    );
    let plans = store.plans(&who.body)?.len();
    content.sections.push(Section {
        title: t.text("web-home-installation"),
        text: Some(t.with(
            "web-home-installation-text",
            &[
                ("accounts", &active.count().to_string()),
                ("plans", &plans.to_string()),
            ],
        )),
        cards: false,
        pieces: Vec::new(),
        ways: vec![
            Link::new(t.text("web-nav-persone"), people),
            Link::new(
                t.text("web-nav-registro"),
                format!("/{}/registro", who.body),
            ),
        ],
    });
    Ok(())
}
