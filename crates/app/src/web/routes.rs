//! Every address of the server, with the right that it needs and the function that answers it.
//! The router, the walk of the tests and the manual's table are made from this list.

use super::asked::Asked;
use super::failure::Failure;
use super::pages;
use super::receive::Answer;
use super::rights::Right;

/// How a route is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// To look.
    Get,
    /// To change something.
    Post,
}

/// Who may use a route at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Everybody,
    /// Who has signed in to the body of the address.
    SignedIn,
    /// Who has a right in the body of the address, at least for some unit.
    With(Right),
}

/// An address.
pub struct Route {
    /// To look or to change.
    pub verb: Verb,
    /// Its form: names in braces vary.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
    /// What answers.
    pub answer: fn(&Asked<'_>) -> Result<Answer, Failure>,
}

type Page = fn(&Asked<'_>) -> Result<Answer, Failure>;

const fn get(path: &'static str, access: Access, answer: Page) -> Route {
    Route {
        verb: Verb::Get,
        path,
        access,
        answer,
    }
}

const fn post(path: &'static str, access: Access, answer: Page) -> Route {
    Route {
        verb: Verb::Post,
        path,
        access,
        answer,
    }
}

use Access::{Everybody, SignedIn, With};

/// All of them.
pub static ROUTES: &[Route] = &[
    get("/", Everybody, pages::start::bodies),
    get("/primo-avvio", Everybody, pages::start::first),
    post("/primo-avvio", Everybody, pages::start::create),
    get("/lingua", Everybody, pages::start::language),
    get("/accessibilita", Everybody, pages::statement::accessibility),
    get("/{body}/accesso", Everybody, pages::sign_in::ask),
    post("/{body}/accesso", Everybody, pages::sign_in::enter),
    post("/{body}/uscita", SignedIn, pages::sign_in::leave),
    get("/{body}", SignedIn, pages::home::page),
    get(
        "/{body}/{plan}/albero",
        With(Right::Read),
        pages::tree::page,
    ),
    // Structure of a plan: weights, assignment, dashboards, organisation, files, the next year.
    get("/{body}/{plan}/pesi", With(Right::EditPlan), pages::weights::list),
    get("/{body}/{plan}/pesi/{record}", With(Right::EditPlan), pages::weights::page),
    post("/{body}/{plan}/pesi/{record}", With(Right::EditPlan), pages::weights::save),
    get("/{body}/{plan}/assegnazione", With(Right::Read), pages::assignment::page),
    post("/{body}/{plan}/assegnazione/{record}", With(Right::EditPlan), pages::assignment::save),
    get("/{body}/{plan}/cruscotti/componi", With(Right::EditPlan), pages::composition::list),
    post("/{body}/{plan}/cruscotti/componi", With(Right::EditPlan), pages::composition::create),
    get("/{body}/{plan}/cruscotti/componi/{record}", With(Right::EditPlan), pages::composition::page),
    post("/{body}/{plan}/cruscotti/componi/{record}", With(Right::EditPlan), pages::composition::save),
    post("/{body}/{plan}/scelte", With(Right::EditPlan), pages::saving::chosen),
    get("/{body}/{plan}/organizzazione", With(Right::Read), pages::organisation::page),
    get("/{body}/{plan}/organizzazione/personale.xlsx", With(Right::EditPlan), pages::staff::template),
    post("/{body}/{plan}/organizzazione/personale", With(Right::EditPlan), pages::staff::count),
    post("/{body}/{plan}/organizzazione/personale/salva", With(Right::EditPlan), pages::staff::save),
    get("/{body}/{plan}/risorse", With(Right::Read), pages::resources::page),
    get("/{body}/{plan}/risorse.csv", With(Right::Read), pages::resources::csv),
    get("/{body}/{plan}/esporta", With(Right::Read), pages::exchange::choose),
    get("/{body}/{plan}/esporta.toml", With(Right::Read), pages::exchange::toml),
    get("/{body}/{plan}/esporta.json", With(Right::Read), pages::exchange::json),
    get("/{body}/{plan}/esporta.xlsx", With(Right::Read), pages::exchange::workbook),
    get("/{body}/importa", With(Right::Import), pages::import::ask),
    get("/{body}/importa/modello.xlsx", With(Right::Import), pages::import::template),
    post("/{body}/importa", With(Right::Import), pages::import::upload),
    get("/{body}/importa/prova", With(Right::Import), pages::import::dry_run),
    post("/{body}/importa/applica", With(Right::Import), pages::import::apply),
    get("/{body}/nuovo", With(Right::Import), pages::next_year::page),
    post("/{body}/nuovo", With(Right::Import), pages::next_year::create),
];

/// What answers where there is nothing.
pub static NOWHERE: Route = get("", Everybody, |_| Err(Failure::NotFound));
