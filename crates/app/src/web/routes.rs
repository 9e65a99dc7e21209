//! Every address of the server, with the right that it needs and the function that answers it.
//! The router, the walk of the tests and the manual's table are made from this list.

use super::asked::Asked;
use super::failure::Failure;
use super::pages::{self, thing};
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
    // Sheets of single things, and what is done to them in place.
    get("/{body}/{plan}/scheda/{record}", With(Right::Read), thing::sheet::page),
    get("/{body}/{plan}/scheda/{record}/lettura", With(Right::Read), thing::read::of_thing),
    get("/{body}/{plan}/scheda/{record}/modifica", With(Right::EditPlan), thing::edit::page),
    post("/{body}/{plan}/scheda/{record}/modifica", With(Right::EditPlan), thing::edit::save),
    post("/{body}/{plan}/scheda/{record}/bozza", With(Right::EditPlan), thing::edit::keep),
    post("/{body}/{plan}/scheda/{record}/scegli", With(Right::EditPlan), thing::edit::choose),
    post("/{body}/{plan}/scheda/{record}/rimedia", With(Right::EditPlan), thing::remedy::apply),
    get("/{body}/{plan}/scheda/{record}/togli", With(Right::EditPlan), thing::remove::page),
    post("/{body}/{plan}/scheda/{record}/togli", With(Right::EditPlan), thing::remove::remove),
    post("/{body}/{plan}/scheda/{record}/sposta", With(Right::EditPlan), thing::order::relocate),
    post("/{body}/{plan}/scheda/{record}/duplica", With(Right::EditPlan), thing::duplicate::copy),
    get("/{body}/{plan}/aggiungi/{kind}", With(Right::EditPlan), thing::add::page),
    post("/{body}/{plan}/aggiungi/{kind}", With(Right::EditPlan), thing::add::save),
    get("/{body}/{plan}/aggiungi/{kind}/lettura", With(Right::EditPlan), thing::read::of_new),
    get("/{body}/{plan}/voci", With(Right::Read), thing::kinds::all),
    get("/{body}/{plan}/voci/{kind}", With(Right::Read), thing::kinds::of_kind),
    post("/{body}/annulla", SignedIn, thing::undo::undo),
];

/// What answers where there is nothing.
pub static NOWHERE: Route = get("", Everybody, |_| Err(Failure::NotFound));
