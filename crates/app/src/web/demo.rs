//! The demonstration: the example plans, and one ready account for each role of each body.

use domain::plan::{Node, NodeKind, Plan, UnitKind};
use store::{AccountDetails, Author, NewGrant, Store};

use super::ShownAccount;
use super::failure::Failure;
use super::rights::Role;
use super::scope::{answering, owners, stands_in};
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

/// The unit of a demonstration's manager, who heads a directorate under another unit, and of the owner
/// who enters values in it; none where the plan has no units.
fn unit_for(plan: &Plan, role: Role) -> Option<String> {
    let unit = match role {
        Role::Manager => headed(plan)?,
        Role::IndicatorOwner => entering(plan, headed(plan))?,
        _ => return None,
    };
    Some(plan.units[unit].id.clone())
}

/// The unit of the manager: one that answers for objectives before one that does not, one under another
/// before one that stands above all, a directorate before others.
fn headed(plan: &Plan) -> Option<usize> {
    let objectives = || (0..plan.objectives.len()).map(|i| Node::new(NodeKind::Objective, i));
    let answers = |unit: usize| {
        let its = |node: Node| answering(plan, node).into_iter();
        objectives().any(|node| its(node).any(|of| stands_in(plan, of, unit)))
    };
    let heads_others = |unit: usize| {
        let mut units = 0..plan.units.len();
        units.any(|of| of != unit && stands_in(plan, of, unit))
    };
    (0..plan.units.len()).min_by_key(|at| {
        let unit = &plan.units[*at];
        let heads_all = unit.parent.is_none() && heads_others(*at);
        let is_directorate = unit.kind == Some(UnitKind::Directorate);
        (!answers(*at), heads_all, !is_directorate, *at)
    })
}

/// The unit of the owner: one that enters values of indicators before one that does not, one within the
/// manager's before others, a service or office before others.
fn entering(plan: &Plan, within: Option<usize>) -> Option<usize> {
    let indicators = || (0..plan.indicators.len()).map(|i| Node::new(NodeKind::Indicator, i));
    let enters = |unit: usize| indicators().any(|node| owners(plan, node).contains(&unit));
    (0..plan.units.len()).min_by_key(|at| {
        let kind = plan.units[*at].kind;
        let is_small = matches!(kind, Some(UnitKind::Service | UnitKind::Office));
        let is_within = within.is_some_and(|above| stands_in(plan, *at, above));
        (!enters(*at), !is_within, !is_small, *at)
    })
}
