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
    /// Whether the answer follows from the address, who asks, the day and what the database holds, so
    /// that it may be given again.
    pub kept: bool,
    /// What answers.
    pub answer: fn(&Asked<'_>) -> Result<Answer, Failure>,
}

type Page = fn(&Asked<'_>) -> Result<Answer, Failure>;

const fn get(path: &'static str, access: Access, answer: Page) -> Route {
    Route {
        verb: Verb::Get,
        path,
        access,
        kept: false,
        answer,
    }
}

/// A page that is looked at often and follows from what the database holds.
const fn look(path: &'static str, access: Access, answer: Page) -> Route {
    Route {
        kept: true,
        ..get(path, access, answer)
    }
}

const fn post(path: &'static str, access: Access, answer: Page) -> Route {
    Route {
        verb: Verb::Post,
        path,
        access,
        kept: false,
        answer,
    }
}

use Access::{Everybody, SignedIn, With};
use Right::{KeepAccounts, ReadLog};

/// All of them.
#[rustfmt::skip] // One route a line: the list is read as a table.
pub static ROUTES: &[Route] = &[
    get("/", Everybody, pages::start::bodies),
    get("/primo-avvio", Everybody, pages::start::first),
    post("/primo-avvio", Everybody, pages::start::create),
    get("/lingua", Everybody, pages::start::language),
    get("/accessibilita", Everybody, pages::statement::accessibility),
    get("/{body}/accesso", Everybody, pages::sign_in::ask),
    post("/{body}/accesso", Everybody, pages::sign_in::enter),
    post("/{body}/uscita", SignedIn, pages::sign_in::leave),
    look("/{body}", SignedIn, pages::home::page),
    look("/{body}/{plan}/albero", With(Right::Read), pages::tree::page),
    look("/{body}/{plan}/monitoraggio", With(Right::Read), pages::monitoring::campaigns::page),
    post("/{body}/{plan}/monitoraggio", With(Right::RunCampaigns), pages::monitoring::campaigns::open),
    look("/{body}/{plan}/monitoraggio/{campaign}", With(Right::Read), pages::monitoring::progress::page),
    get("/{body}/{plan}/monitoraggio/{campaign}/voci.csv", With(Right::Read), pages::monitoring::progress::export),
    get("/{body}/{plan}/monitoraggio/{campaign}/chiudi", With(Right::RunCampaigns), pages::monitoring::progress::ask_close),
    post("/{body}/{plan}/monitoraggio/{campaign}/chiudi", With(Right::RunCampaigns), pages::monitoring::progress::close),
    get("/{body}/{plan}/monitoraggio/{campaign}/riapri", With(Right::RunCampaigns), pages::monitoring::progress::ask_reopen),
    post("/{body}/{plan}/monitoraggio/{campaign}/riapri", With(Right::RunCampaigns), pages::monitoring::progress::reopen),
    get("/{body}/{plan}/monitoraggio/{campaign}/scadenza", With(Right::RunCampaigns), pages::monitoring::progress::ask_due),
    post("/{body}/{plan}/monitoraggio/{campaign}/scadenza", With(Right::RunCampaigns), pages::monitoring::progress::set_due),
    look("/{body}/{plan}/monitoraggio/{campaign}/mie", With(Right::Enter), pages::monitoring::mine::page),
    get("/{body}/{plan}/monitoraggio/{campaign}/da-confermare", With(Right::Confirm), pages::monitoring::mine::to_confirm),
    post("/{body}/{plan}/monitoraggio/{campaign}/da-confermare", With(Right::Confirm), pages::monitoring::mine::confirm),
    get("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}", With(Right::Read), pages::monitoring::entering::page),
    post("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}", With(Right::Enter), pages::monitoring::entering::save),
    get("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}/lettura", With(Right::Enter), pages::monitoring::entering::reading),
    post("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}/passo", With(Right::Confirm), pages::monitoring::entering::decide),
    post("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}/affida", With(Right::RunCampaigns), pages::monitoring::entering::assign),
    get("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}/prove/{file}", With(Right::Read), pages::monitoring::evidence::download),
    post("/{body}/{plan}/monitoraggio/{campaign}/voce/{record}/prove/{file}/togli", With(Right::Enter), pages::monitoring::evidence::remove),
    get("/{body}/{plan}/monitoraggio/{campaign}/griglia", With(Right::Enter), pages::monitoring::grid::page),
    post("/{body}/{plan}/monitoraggio/{campaign}/griglia", With(Right::Enter), pages::monitoring::grid::save),
    post("/{body}/{plan}/monitoraggio/{campaign}/griglia/cella", With(Right::Enter), pages::monitoring::grid::save_cell),
    get("/{body}/{plan}/monitoraggio/{campaign}/griglia.xlsx", With(Right::Enter), pages::monitoring::workbook::download),
    post("/{body}/{plan}/monitoraggio/{campaign}/griglia/cartella", With(Right::Enter), pages::monitoring::workbook::upload),
    post("/{body}/{plan}/monitoraggio/{campaign}/griglia/applica", With(Right::Enter), pages::monitoring::workbook::apply),
    look("/{body}/{plan}/monitoraggio/{campaign}/giudizi", With(Right::Read), pages::monitoring::judging::page),
    get("/{body}/{plan}/monitoraggio/{campaign}/giudizio/{record}", With(Right::Read), pages::monitoring::judging::one),
    post("/{body}/{plan}/monitoraggio/{campaign}/giudizio/{record}", With(Right::Judge), pages::monitoring::judging::judge),
    post("/{body}/{plan}/monitoraggio/{campaign}/giudizio/{record}/osservazione", With(Right::Remark), pages::monitoring::judging::remark),
    get("/{body}/{plan}/monitoraggio/{campaign}/solleciti", With(Right::RunCampaigns), pages::monitoring::reminding::page),
    post("/{body}/{plan}/monitoraggio/{campaign}/solleciti", With(Right::RunCampaigns), pages::monitoring::reminding::remind),
    look("/{body}/{plan}/nazionali", With(Right::Read), pages::national::page),
    look("/{body}/{plan}/scheda/{record}", With(Right::Read), thing::sheet::page),
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
    look("/{body}/{plan}/voci", With(Right::Read), thing::kinds::all),
    look("/{body}/{plan}/voci/{kind}", With(Right::Read), thing::kinds::of_kind),
    post("/{body}/annulla", SignedIn, thing::undo::undo),
    look("/{body}/{plan}/albero/figura", With(Right::Read), pages::pictures::tree),
    look("/{body}/{plan}/mappa", With(Right::Read), pages::pictures::map),
    look("/{body}/{plan}/cruscotti", With(Right::Read), pages::dashboards::list),
    look("/{body}/{plan}/cruscotti/{record}", With(Right::Read), pages::dashboards::one),
    look("/{body}/{plan}/spiegazione", With(Right::Read), pages::explained::of_body),
    look("/{body}/{plan}/spiegazione/{record}", With(Right::Read), pages::explained::of_thing),
    look("/{body}/{plan}/verifica", With(Right::ReadFindings), pages::findings::page),
    post("/{body}/{plan}/verifica/correggi", With(Right::EditPlan), pages::findings::mend),
    get("/{body}/{plan}/verifica/accetta", With(Right::EditPlan), pages::findings::ask_acceptance),
    post("/{body}/{plan}/verifica/accetta", With(Right::EditPlan), pages::findings::accept),
    look("/{body}/regole", With(Right::Read), pages::rule::list),
    look("/{body}/regole/{rule}", With(Right::Read), pages::rule::one),
    look("/{body}/{plan}/confronto", With(Right::Read), pages::comparison::page),
    get("/{body}/{plan}/cerca", With(Right::Read), pages::search::page),
    look("/{body}/{plan}/obiettivi", With(Right::Read), pages::lists::objectives),
    look("/{body}/{plan}/indicatori", With(Right::Read), pages::lists::indicators),
    get("/{body}/{plan}/documenti", With(Right::Read), pages::documents::page),
    post("/{body}/{plan}/documenti", With(Right::Produce), pages::documents::produce),
    post("/{body}/{plan}/documenti/logo", With(Right::EditPlan), pages::logo::keep),
    get("/{body}/{plan}/documenti/in-corso/{making}", With(Right::Produce), pages::documents::progress),
    get("/{body}/{plan}/documenti/{document}", With(Right::Read), pages::documents::download),
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
    get("/{body}/{plan}/pesi", With(Right::EditPlan), pages::weights::list),
    get("/{body}/{plan}/pesi/{record}", With(Right::EditPlan), pages::weights::page),
    post("/{body}/{plan}/pesi/{record}", With(Right::EditPlan), pages::weights::save),
    look("/{body}/{plan}/assegnazione", With(Right::Read), pages::assignment::page),
    post("/{body}/{plan}/assegnazione/{record}", With(Right::EditPlan), pages::assignment::save),
    get("/{body}/{plan}/cruscotti/componi", With(Right::EditPlan), pages::composition::list),
    post("/{body}/{plan}/cruscotti/componi", With(Right::EditPlan), pages::composition::create),
    get("/{body}/{plan}/cruscotti/componi/{record}", With(Right::EditPlan), pages::composition::page),
    post("/{body}/{plan}/cruscotti/componi/{record}", With(Right::EditPlan), pages::composition::save),
    post("/{body}/{plan}/scelte", With(Right::EditPlan), pages::saving::chosen),
    look("/{body}/{plan}/organizzazione", With(Right::Read), pages::organisation::page),
    get("/{body}/{plan}/organizzazione/personale.xlsx", With(Right::EditPlan), pages::staff::template),
    post("/{body}/{plan}/organizzazione/personale", With(Right::EditPlan), pages::staff::count),
    post("/{body}/{plan}/organizzazione/personale/salva", With(Right::EditPlan), pages::staff::save),
    look("/{body}/{plan}/risorse", With(Right::Read), pages::resources::page),
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
