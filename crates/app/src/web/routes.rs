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
    // To read: pictures, dashboards, explanations, the check, comparison, search, lists, documents.
    get(
        "/{body}/{plan}/albero/figura",
        With(Right::Read),
        pages::pictures::tree,
    ),
    get(
        "/{body}/{plan}/mappa",
        With(Right::Read),
        pages::pictures::map,
    ),
    get(
        "/{body}/{plan}/cruscotti",
        With(Right::Read),
        pages::dashboards::list,
    ),
    get(
        "/{body}/{plan}/cruscotti/{record}",
        With(Right::Read),
        pages::dashboards::one,
    ),
    get(
        "/{body}/{plan}/spiegazione",
        With(Right::Read),
        pages::explained::of_body,
    ),
    get(
        "/{body}/{plan}/spiegazione/{record}",
        With(Right::Read),
        pages::explained::of_thing,
    ),
    get(
        "/{body}/{plan}/verifica",
        With(Right::ReadFindings),
        pages::findings::page,
    ),
    post(
        "/{body}/{plan}/verifica/correggi",
        With(Right::EditPlan),
        pages::findings::mend,
    ),
    get(
        "/{body}/{plan}/verifica/accetta",
        With(Right::EditPlan),
        pages::findings::ask_acceptance,
    ),
    post(
        "/{body}/{plan}/verifica/accetta",
        With(Right::EditPlan),
        pages::findings::accept,
    ),
    get("/{body}/regole", With(Right::Read), pages::rule::list),
    get("/{body}/regole/{rule}", With(Right::Read), pages::rule::one),
    get(
        "/{body}/{plan}/confronto",
        With(Right::Read),
        pages::comparison::page,
    ),
    get(
        "/{body}/{plan}/cerca",
        With(Right::Read),
        pages::search::page,
    ),
    get(
        "/{body}/{plan}/obiettivi",
        With(Right::Read),
        pages::lists::objectives,
    ),
    get(
        "/{body}/{plan}/indicatori",
        With(Right::Read),
        pages::lists::indicators,
    ),
    get(
        "/{body}/{plan}/documenti",
        With(Right::Read),
        pages::documents::page,
    ),
    post(
        "/{body}/{plan}/documenti",
        With(Right::Produce),
        pages::documents::produce,
    ),
    get(
        "/{body}/{plan}/documenti/in-corso/{making}",
        With(Right::Produce),
        pages::documents::progress,
    ),
    get(
        "/{body}/{plan}/documenti/{document}",
        With(Right::Read),
        pages::documents::download,
    ),
];

/// What answers where there is nothing.
pub static NOWHERE: Route = get("", Everybody, |_| Err(Failure::NotFound));
