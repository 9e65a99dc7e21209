//! The demonstration: the example plans, and one ready account for each role of each body.

use domain::plan::Plan;
use store::{AccountDetails, Author, NewGrant, Store};

use super::ShownAccount;
use super::failure::Failure;
use super::rights::Role;
use crate::format::{self, stored};
use crate::messages::Catalogue;

/// Said on screen with every account of a demonstration.
pub const PASSWORD: &str = "valdoro-dimostrazione";

/// The bodies of the examples, the first one the invented body: short name, and its examples.
const BODIES: [(&str, &[&str]); 3] = [
    ("valdoro", &["camera-esempio"]),
    ("brescia", &["brescia-2019", "brescia-2020", "brescia-2024"]),
    ("bergamo", &["bergamo-2022"]),
];

/// Fills an empty installation with the examples.
///
/// # Errors
/// What the database says.
pub fn fill(
    store: &Store,
    catalogue: &Catalogue,
    examples: &[(&str, &str)],
    now: jiff::Timestamp,
) -> Result<Vec<ShownAccount>, Failure> {
    let name = catalogue.text("web-demo-author");
    let author = Author {
        account: None,
        name: &name,
        now,
        reason: None,
    };
    let hash = super::password::hash(PASSWORD).map_err(|e| Failure::Broken(e.to_string()))?;
    let known: Vec<String> = store.bodies()?.into_iter().map(|body| body.id).collect();
    let mut shown = Vec::new();
    for (body, plans) in BODIES {
        let drafts = plans.iter().filter_map(|plan| {
            let (name, text) = examples.iter().find(|(of, _)| of == plan)?;
            format::read(&format!("{name}.toml"), text.as_bytes()).ok()
        });
        let plans: Vec<Plan> = drafts.map(|draft| draft.plan).collect();
        let is_new = !known.iter().any(|of| of == body);
        if is_new {
            let title = plans.iter().find_map(|plan| plan.body.name.clone());
            store.add_body(body, title.as_deref().unwrap_or(body), &author)?;
            for plan in &plans {
                add_plan(store, body, plan, &author)?;
            }
        }
        let latest = plans.last();
        for role in Role::ALL {
            let login = role.token().replace('_', "-");
            if is_new {
                let title = catalogue.word("role", role.token());
                let details = AccountDetails {
                    login: &login,
                    name: &title,
                    mail: Some(&format!("{login}@{body}.example")),
                    language: None,
                };
                let account = store.add_account(body, &details, Some(&hash), &author)?;
                let unit = latest
                    .and_then(|plan| unit_for(plan, role))
                    .unwrap_or_default();
                let grant = NewGrant {
                    role: role.token(),
                    unit: &unit,
                    valid_from: None,
                    valid_until: None,
                };
                store.grant(body, account, &grant, &author)?;
            }
            shown.push(ShownAccount {
                body: body.to_owned(),
                role,
                login,
            });
        }
    }
    Ok(shown)
}

/// Puts a plan among those of a body.
///
/// # Errors
/// What the database says.
pub fn add_plan(
    store: &Store,
    body: &str,
    plan: &Plan,
    author: &Author<'_>,
) -> Result<i64, Failure> {
    let records: Vec<(String, String)> = stored::write(plan)
        .into_iter()
        .map(|(kind, fields)| (kind.to_owned(), fields))
        .collect();
    let title = plan.heading.title.clone().unwrap_or_default();
    let year = plan.year().unwrap_or_default();
    let (id, _) = store.add_plan(body, &title, i64::from(year), &records, author)?;
    Ok(id)
}

/// The unit of a demonstration's manager or owner: the first that answers for something.
fn unit_for(plan: &Plan, role: Role) -> Option<String> {
    use domain::plan::UnitKind;
    let of_kind = |wanted: &[UnitKind]| {
        let found = plan
            .units
            .iter()
            .find(|unit| unit.kind.is_some_and(|kind| wanted.contains(&kind)))?;
        Some(found.id.clone())
    };
    match role {
        Role::Manager => of_kind(&[UnitKind::Directorate]),
        Role::IndicatorOwner => of_kind(&[UnitKind::Service, UnitKind::Office]),
        _ => None,
    }
}
