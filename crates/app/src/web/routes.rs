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
use Right::{KeepAccounts, ReadLog};

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
    // Accounts, what is one's own, the log.
    get("/{body}/persone", With(KeepAccounts), pages::people::page),
    post("/{body}/persone/blocchi", With(KeepAccounts), pages::people::lift),
    get("/{body}/persone/nuova", With(KeepAccounts), pages::people::new),
    post("/{body}/persone/nuova", With(KeepAccounts), pages::people::add),
    get("/{body}/persone/{account}", With(KeepAccounts), pages::people::see),
    post("/{body}/persone/{account}", With(KeepAccounts), pages::people::change),
    post("/{body}/persone/{account}/password", With(KeepAccounts), pages::people::password),
    post("/{body}/persone/{account}/stato", With(KeepAccounts), pages::people::state),
    post("/{body}/persone/{account}/ruoli", With(KeepAccounts), pages::people::grant),
    post("/{body}/persone/{account}/ruoli/{grant}/fine", With(KeepAccounts), pages::people::end),
    post("/{body}/persone/{account}/ruoli/{grant}/togli", With(KeepAccounts), pages::people::remove),
    post("/{body}/persone/{account}/sessioni", With(KeepAccounts), pages::people::close),
    post("/{body}/persone/{account}/sessioni/tutte", With(KeepAccounts), pages::people::close_all),
    post("/{body}/ente", With(KeepAccounts), pages::people::named),
    get("/{body}/profilo", SignedIn, pages::people::own),
    post("/{body}/profilo", SignedIn, pages::people::change_own),
    post("/{body}/profilo/password", SignedIn, pages::people::own_password),
    post("/{body}/profilo/sessioni", SignedIn, pages::people::close_own),
    post("/{body}/profilo/sessioni/tutte", SignedIn, pages::people::leave_everywhere),
    get("/{body}/registro", With(ReadLog), pages::log::page),
    get("/{body}/registro/{batch}", With(ReadLog), pages::log::batch),
];

/// What answers where there is nothing.
pub static NOWHERE: Route = get("", Everybody, |_| Err(Failure::NotFound));
