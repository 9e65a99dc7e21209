//! The server: one place to plan, assign and monitor in the browser.
//!
//! A request becomes an [`asked::Asked`] (`receive`), the list of routes (`routes`) says which right
//! it needs and which function of a page answers it. Pages are plain functions, run off the threads
//! that speak with the network; they call the store and the domain directly.

pub mod asked;
pub mod assets;
pub mod demo;
pub mod export;
pub mod failure;
pub mod frame;
pub mod incoming;
pub mod kept;
pub mod lockout;
pub mod mail;
pub mod page;
pub mod pages;
pub mod part;
pub mod password;
pub mod plans;
pub mod receive;
pub mod rights;
pub mod routes;
pub mod run;
pub mod scope;
pub mod settings;
pub mod shown;
pub mod visits;
pub mod watch;
pub mod written;

use store::Store;

use plans::Plans;
use settings::Settings;

/// What all requests share. Nothing here is needed to answer rightly: another instance on the same
/// database gives the same answers.
pub struct Server {
    /// How it runs.
    pub settings: Settings,
    /// The data.
    pub store: Store,
    /// The plans asked for lately.
    pub plans: Plans,
    /// The answers given lately.
    pub kept: kept::Kept,
    /// What it counts for those who watch it.
    pub counts: watch::Counts,
    /// Who asks how often.
    pub visits: visits::Visits,
    /// Accounts of a demonstration, shown where one signs in.
    pub shown_accounts: Vec<ShownAccount>,
}

impl Server {
    /// A server with these settings and data.
    pub fn new(settings: Settings, store: Store, shown_accounts: Vec<ShownAccount>) -> Server {
        Server {
            visits: visits::Visits::new(settings.requests_per_minute),
            settings,
            store,
            plans: Plans::default(),
            kept: kept::Kept::default(),
            counts: watch::Counts::default(),
            shown_accounts,
        }
    }
}

/// A ready account of a demonstration.
pub struct ShownAccount {
    /// The body.
    pub body: String,
    /// What the account is for.
    pub role: rights::Role,
    /// What to type; the password is [`demo::PASSWORD`].
    pub login: String,
}
