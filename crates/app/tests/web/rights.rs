//! Every address with every role and with none, against the one table of rights.

use std::path::Path;

use domain::plan::{Node, NodeKind, Plan};
use store::{AccountDetails, Author, NewEntry};
use traguardo::format;
use traguardo::messages::{Catalogue, Language};
use traguardo::web::asked::Who;
use traguardo::web::rights::{Reach, Right, Role, manual, reach};
use traguardo::web::routes::{Access, ROUTES, Route, Verb};
use traguardo::web::scope::{owners, reaches};

use super::running::{Person, Reply, Running};

/// An address of a route: each name in braces stands for something that is there.
fn address(route: &Route, running: &Running) -> String {
    let plan = running.plan("valdoro", 2025);
    let (_, records) = running.store.load("valdoro", plan).expect("a plan");
    let of_kind = |kind: &str| {
        let found = records.iter().find(|record| record.kind == kind);
        found.expect("a record of the kind").id.to_string()
    };
    route
        .path
        .replace("{body}", "valdoro")
        .replace("{plan}", &plan.to_string())
        .replace("{record}", &of_kind("objective"))
        .replace("{rule}", "plan-without-weights")
        .replace("{account}", &walked(running).to_string())
        .replace("{grant}", "1")
        .replace("{batch}", "1")
        .replace("{campaign}", &campaign(running, plan).to_string())
        .replace("{kind}", "objective")
        .replace("{file}", "1")
        .replace("{document}", "1")
        .replace("{making}", "1")
}

/// A campaign of a plan that asks for everything: that of the plan, or one opened for the walk.
fn campaign(running: &Running, plan: i64) -> i64 {
    let found = running
        .store
        .campaigns("valdoro", plan)
        .expect("the database");
    if let Some(found) = found.first() {
        return found.id;
    }
    let (_, records) = running.store.load("valdoro", plan).expect("a plan");
    let indicators = records.iter().filter(|record| record.kind == "indicator");
    let entries: Vec<NewEntry<'_>> = indicators
        .map(|record| NewEntry {
            record: record.id,
            owner: "",
            assignee: None,
        })
        .collect();
    let (checkpoint, due) = ("2025-06-30", "2025-07-31");
    let store = &running.store;
    let opened = store.open_campaign("valdoro", plan, checkpoint, due, &entries, &author());
    opened.expect("a campaign")
}

fn author() -> Author<'static> {
    Author {
        account: None,
        name: "prova",
        now: jiff::Timestamp::now(),
        reason: None,
    }
}

/// An account to which anything may be done: nobody signs in with it.
fn walked(running: &Running) -> i64 {
    let found = running.store.account_by_login("valdoro", "walked");
    if let Some(found) = found.expect("the database") {
        return found.id;
    }
    let details = AccountDetails {
        login: "walked",
        name: "walked",
        mail: None,
        language: None,
    };
    let added = running
        .store
        .add_account("valdoro", &details, None, &author());
    added.expect("an account")
}

fn ask(person: &mut Person, route: &Route, address: &str) -> Reply {
    assert!(
        !address.contains('{'),
        "{address}: what stands for the name?"
    );
    match route.verb {
        Verb::Get => person.get(address),
        Verb::Post => person.post(address, &[]),
    }
}

fn named(right: Right, route: &Route) -> String {
    format!("{} ({})", route.path, right.token())
}

#[test]
fn no_route_of_a_body_answers_who_has_not_signed_in() {
    let running = Running::on_examples();
    for route in ROUTES
        .iter()
        .filter(|route| route.access != Access::Everybody)
    {
        assert!(route.path.starts_with("/{body}"), "{}", route.path);
        let reply = ask(&mut running.visitor(), route, &address(route, &running));
        let refused = match reply.status {
            303 => reply
                .header("location")
                .is_some_and(|to| to.starts_with("/valdoro/accesso?verso=")),
            status => status == 401,
        };
        assert!(refused, "{}: {}", route.path, reply.status);
    }
}

#[test]
fn every_route_answers_the_roles_that_have_its_right_and_no_other() {
    let running = Running::on_examples();
    for role in Role::ALL {
        let mut person = running.signed_in("valdoro", role);
        for route in ROUTES {
            let Access::With(right) = route.access else {
                continue;
            };
            let reply = ask(&mut person, route, &address(route, &running));
            if reach(role, right) == Reach::Nothing {
                assert_eq!(
                    reply.status,
                    403,
                    "{}: {}",
                    role.token(),
                    named(right, route)
                );
            } else if route.verb == Verb::Get {
                assert_ne!(
                    reply.status,
                    403,
                    "{}: {}",
                    role.token(),
                    named(right, route)
                );
                assert!(
                    reply.status < 500,
                    "{}: {}",
                    named(right, route),
                    reply.text()
                );
            } else {
                assert!(
                    reply.status < 500,
                    "{}: {}",
                    named(right, route),
                    reply.text()
                );
            }
        }
    }
}

#[test]
fn the_page_of_the_manual_is_the_table_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guida/ruoli.md");
    let wanted = manual(&Catalogue::new(Language::Italian));
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    if written != wanted {
        let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ruoli.md");
        std::fs::write(&beside, &wanted).expect("a file");
        panic!(
            "docs/guida/ruoli.md is out of date: copy {} there",
            beside.display()
        );
    }
}

/// The invented plan.
fn valdoro() -> Plan {
    let text = include_str!("../../../../examples/camera-esempio.toml");
    let Ok(read) = format::read("camera-esempio.toml", text.as_bytes()) else {
        panic!("the invented plan is read");
    };
    read.plan
}

/// Somebody with one role for one unit.
fn somebody(role: Role, unit: &str) -> Who {
    Who {
        body: "valdoro".to_owned(),
        account: 1,
        name: role.token().to_owned(),
        session: String::new(),
        good_until: jiff::Timestamp::MAX,
        csrf: String::new(),
        grants: vec![(role, unit.to_owned())],
    }
}

/// The units of a plan that somebody's right reaches, by key.
fn reached(plan: &Plan, who: &Who, right: Right) -> Vec<String> {
    let units = plan.units.iter().enumerate();
    units
        .filter(|(at, _)| reaches(plan, who, right, Node::new(NodeKind::Unit, *at)))
        .map(|(_, unit)| unit.id.clone())
        .collect()
}

#[test]
fn a_manager_reaches_the_own_area_and_below_and_no_other() {
    let plan = valdoro();
    let manager = somebody(Role::Manager, "promozione");
    let own = reached(&plan, &manager, Right::Confirm);
    assert_eq!(
        own,
        [
            "promozione",
            "servizio-imprese",
            "ufficio-digitale",
            "ufficio-estero",
            "servizio-mercato"
        ]
    );
    assert_eq!(reached(&plan, &manager, Right::Enter), own);
    assert!(reached(&plan, &manager, Right::EditPlan).is_empty());
    let other = somebody(Role::Manager, "anagrafica");
    let others = reached(&plan, &other, Right::Confirm);
    assert!(others.iter().all(|unit| !own.contains(unit)), "{others:?}");
    // Who stands on top of the chart reaches all of it.
    let top = somebody(Role::Manager, "segreteria-generale");
    let all = reached(&plan, &top, Right::Confirm);
    assert!(own.iter().chain(&others).all(|unit| all.contains(unit)));
}

#[test]
fn an_owner_enters_what_is_of_the_own_unit_and_confirms_nothing() {
    let plan = valdoro();
    let owner = somebody(Role::IndicatorOwner, "servizio-imprese");
    assert_eq!(reached(&plan, &owner, Right::Enter), ["servizio-imprese"]);
    assert!(reached(&plan, &owner, Right::Confirm).is_empty());
    let indicators = (0..plan.indicators.len()).map(|at| Node::new(NodeKind::Indicator, at));
    let mine = |node: &Node| {
        let of = owners(&plan, *node);
        of.iter()
            .any(|unit| plan.units[*unit].id == "servizio-imprese")
    };
    let (own, others): (Vec<Node>, Vec<Node>) = indicators.partition(mine);
    assert!(!others.is_empty());
    assert!(
        own.iter()
            .all(|node| reaches(&plan, &owner, Right::Enter, *node))
    );
    assert!(
        others
            .iter()
            .all(|node| !reaches(&plan, &owner, Right::Enter, *node))
    );
}

#[test]
fn an_objective_that_names_nobody_is_judged_by_who_heads_all_that_enter_its_values() {
    let mut plan = valdoro();
    let judges = |plan: &Plan, objective: usize| -> Vec<&str> {
        let node = Node::new(NodeKind::Objective, objective);
        let heads = ["promozione", "anagrafica", "segreteria-generale"];
        let reached =
            |unit: &&str| reaches(plan, &somebody(Role::Manager, unit), Right::Judge, node);
        heads.into_iter().filter(reached).collect()
    };
    let at = plan
        .objectives
        .iter()
        .position(|o| o.title.as_deref() == Some("Diffondere le competenze digitali"))
        .expect("the objective");
    let node = Node::new(NodeKind::Objective, at);
    plan.objectives[at].responsibles.clear();
    plan.objectives[at].units.clear();
    plan.placements
        .retain(|place| place.child.node != Some(node));
    let inside: Vec<usize> = (0..plan.indicators.len())
        .filter(|i| plan.indicators[*i].parent.as_ref().and_then(|r| r.node) == Some(node))
        .collect();
    let (first, rest) = inside.split_first().expect("an indicator");
    let owned_by = |plan: &mut Plan, which: &[usize], unit: &str| {
        for i in which {
            plan.indicators[*i].owner = Some(unit.to_owned());
        }
    };
    owned_by(&mut plan, &inside, "Servizio Imprese e digitale");
    assert_eq!(judges(&plan, at), ["promozione", "segreteria-generale"]);
    owned_by(&mut plan, &[*first], "Servizio Registro delle imprese");
    match rest.is_empty() {
        true => assert_eq!(judges(&plan, at), ["anagrafica", "segreteria-generale"]),
        false => assert_eq!(judges(&plan, at), ["segreteria-generale"]),
    }
    plan.indicators[*first].owner = None;
    assert_eq!(judges(&plan, at), [""; 0], "one of them is nobody's");
}

#[test]
fn the_demonstrations_manager_heads_one_area_of_several_and_its_owner_works_in_it() {
    let running = Running::on_examples();
    for (body, year) in [("valdoro", 2025), ("brescia", 2024), ("bergamo", 2022)] {
        let id = running.plan(body, year);
        let loaded = traguardo::web::plans::Plans::default().get(&running.store, body, id);
        let loaded = loaded.expect("the plan");
        let plan = loaded.plan();
        let who = |role: Role| {
            let login = role.token().replace('_', "-");
            let account = running.store.account_by_login(body, &login);
            let account = account.expect("the database").expect("the account");
            let grants = running.store.grants(body, Some(account.id)).expect("roles");
            somebody(role, &grants[0].unit)
        };
        let (manager, owner) = (who(Role::Manager), who(Role::IndicatorOwner));
        let all = |kind: NodeKind, count: usize| (0..count).map(move |i| Node::new(kind, i));
        let objectives = || all(NodeKind::Objective, plan.objectives.len());
        let judged = objectives().filter(|node| reaches(plan, &manager, Right::Judge, *node));
        let (judged, of) = (judged.count(), plan.objectives.len());
        assert!(judged < of, "{body}: {judged} of {of}");
        // The third plan names no unit for its objectives, and who enters only twice.
        assert!(judged > 0 || body == "bergamo", "{body}: none of {of}");
        let indicators = || all(NodeKind::Indicator, plan.indicators.len());
        let entered: Vec<Node> = indicators()
            .filter(|node| reaches(plan, &owner, Right::Enter, *node))
            .collect();
        assert!(!entered.is_empty() || body == "bergamo", "{body}");
        if body == "valdoro" {
            assert_eq!(manager.grants[0].1, "promozione");
            let confirmed = |node: &Node| reaches(plan, &manager, Right::Confirm, *node);
            assert!(entered.iter().all(confirmed), "{entered:?}");
        }
    }
}

#[test]
fn a_unit_that_is_not_in_the_plan_reaches_nothing() {
    let plan = valdoro();
    let lost = somebody(Role::Manager, "una-struttura-di-prima");
    assert!(reached(&plan, &lost, Right::Confirm).is_empty());
    assert!(!reaches(&plan, &lost, Right::Confirm, Node::BODY));
}
