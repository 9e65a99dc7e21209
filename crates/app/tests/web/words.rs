//! What pages say: a message that is not in the catalogue shows its name, and nobody may see one.

use std::collections::BTreeSet;

use traguardo::web::rights::Role;

use super::running::{Person, Running};

/// The form of an address: numbers and what is asked of a page do not count.
fn form(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').map(|part| {
        let number = !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        if number { "#" } else { part }
    });
    let form = parts.collect::<Vec<_>>().join("/");
    match form.find("/regole/") {
        Some(at) => form[..at].to_owned(),
        None => form,
    }
}

/// Every page that links reach from a home, one of each form: names of messages that are read there.
fn names_shown(person: &mut Person, home: &str) -> (usize, BTreeSet<String>) {
    let (mut ahead, mut seen) = (vec![home.to_owned()], BTreeSet::new());
    let mut shown = BTreeSet::new();
    while let Some(address) = ahead.pop() {
        let form = form(&address);
        let inside = form == home || form.starts_with(&format!("{home}/"));
        // A file has an ending, a page has none.
        if !inside || form.contains('.') || !seen.insert(form) {
            continue;
        }
        let page = person.get(&address);
        let is_page = page
            .header("content-type")
            .is_some_and(|of| of.starts_with("text/html"));
        if page.status != 200 || !is_page {
            continue;
        }
        let words = page.main();
        let names = words.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let names = names.filter(|name| name.starts_with("web-"));
        shown.extend(names.map(|name| format!("{address}: {name}")));
        let text = page.text();
        let links = text
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        ahead.extend(links.map(|link| link.replace("&#38;", "&").replace("&amp;", "&")));
    }
    (seen.len(), shown)
}

/// All that the plans of a body hold.
fn typed(running: &Running, body: &str) -> String {
    let plans = running.store.plans(body).expect("plans");
    let records = plans.iter().flat_map(|plan| {
        let (_, records) = running.store.load(body, plan.id).expect("a plan");
        records
    });
    records.map(|record| record.fields).collect()
}

#[test]
fn no_page_shows_the_name_of_a_message() {
    let running = Running::on_examples();
    for (body, role) in [
        ("valdoro", Role::Administrator),
        ("valdoro", Role::PerformanceOffice),
        ("valdoro", Role::IndicatorOwner),
        ("brescia", Role::PerformanceOffice),
        ("brescia", Role::SecretaryGeneral),
    ] {
        let mut person = running.signed_in(body, role);
        let (pages, mut shown) = names_shown(&mut person, &format!("/{body}"));
        // What somebody typed may look like a name (`web-mentoring`).
        let typed = typed(&running, body);
        let name = |found: &str| found.rsplit_once(' ').map(|(_, name)| name.to_owned());
        shown.retain(|found| name(found).is_none_or(|name| !typed.contains(&name)));
        assert!(pages > 5, "{body}, {}: {pages} pages", role.token());
        assert!(shown.is_empty(), "{body}, {}: {shown:#?}", role.token());
    }
}
