//! Every address with every role and with none, against the one table of rights.

use std::path::Path;

use traguardo::messages::{Catalogue, Language};
use traguardo::web::rights::{Reach, Right, Role, manual, reach};
use traguardo::web::routes::{Access, ROUTES, Route, Verb};

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
}

fn ask(person: &mut Person, route: &Route, address: &str) -> Reply {
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
