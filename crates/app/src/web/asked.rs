//! What a request asks, as the pages see it: plain data, read before a page runs.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Server;
use super::rights::{Reach, Right, Role, reach};
use crate::messages::Catalogue;

/// A request, with who makes it.
pub struct Asked<'t> {
    /// The server.
    pub server: &'t Server,
    /// The words in the asker's language.
    pub t: &'t Catalogue,
    /// GET or POST.
    pub method: Method,
    /// The path.
    pub path: String,
    /// The parts of the path that vary, by name.
    pub parts: Vec<(String, String)>,
    /// What stands after the question mark.
    pub query: Pairs,
    /// The fields of the form.
    pub form: Pairs,
    /// The files of the form.
    pub files: Vec<Upload>,
    /// Who asks; none where nobody has signed in.
    pub who: Option<Who>,
    /// From where.
    pub address: IpAddr,
    /// When.
    pub now: Timestamp,
    /// Whether only a part of the page will be shown.
    pub partial: bool,
}

/// Names with their values, in order; a name may be there several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    /// The pairs of a text such as `a=1&b=2`.
    pub fn of(encoded: &str) -> Pairs {
        Pairs(
            form_urlencoded::parse(encoded.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    /// The value of a name, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of a name, trimmed; empty where it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// All values of a name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0
            .iter()
            .filter(move |(of, _)| of == name)
            .map(|(_, value)| value.as_str())
    }

    /// The pairs as they stand in an address, with one of them set to another value, or taken out.
    pub fn with(&self, name: &str, value: Option<&str>) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        let others = self.0.iter().filter(|(of, _)| of != name);
        out.extend_pairs(others.map(|(of, value)| (of.as_str(), value.as_str())));
        if let Some(value) = value {
            out.append_pair(name, value);
        }
        out.finish()
    }
}

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The field of the form.
    pub field: String,
    /// What the sender calls it: never a path here.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A person who has signed in.
#[derive(Clone, Debug)]
pub struct Who {
    /// The body to which the account belongs.
    pub body: String,
    /// The account.
    pub account: i64,
    /// Its name.
    pub name: String,
    /// The digest of the session's secret.
    pub session: String,
    /// Until when the session need not be looked at again, unless something is written.
    pub good_until: Timestamp,
    /// What every form of this session must send back.
    pub csrf: String,
    /// Its roles in force today, each with the unit for which it is given (empty for the body).
    pub grants: Vec<(Role, String)>,
}

impl Who {
    /// Whether any of the roles gives a right, anywhere.
    pub fn may(&self, right: Right) -> bool {
        self.grants
            .iter()
            .any(|(role, _)| reach(*role, right) > Reach::Nothing)
    }

    /// Whether a right goes through the whole body.
    pub fn may_everywhere(&self, right: Right) -> bool {
        self.grants
            .iter()
            .any(|(role, unit)| match reach(*role, right) {
                Reach::Body => true,
                // Who heads the body as a whole has nothing above.
                Reach::Below => unit.is_empty(),
                Reach::Own | Reach::Nothing => false,
            })
    }

    /// The units for which a right is given, each with how far it goes.
    pub fn units(&self, right: Right) -> impl Iterator<Item = (&str, Reach)> {
        self.grants.iter().filter_map(move |(role, unit)| {
            let reach = reach(*role, right);
            (reach > Reach::Nothing).then_some((unit.as_str(), reach))
        })
    }

    /// Whether it has a role.
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|(of, _)| *of == role)
    }
}

impl Asked<'_> {
    /// A varying part of the path; empty where the route has none of that name.
    pub fn part(&self, name: &str) -> &str {
        self.parts
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// The person, where the route is only for who has signed in.
    pub fn person(&self) -> Result<&Who, super::failure::Failure> {
        self.who.as_ref().ok_or(super::failure::Failure::SignIn)
    }

    /// Whether the asker has a right anywhere.
    pub fn may(&self, right: Right) -> bool {
        self.who.as_ref().is_some_and(|who| who.may(right))
    }
}

/// The cookie that carries a session.
pub const COOKIE: &str = "traguardo";
/// The cookie that carries the language.
pub const LANGUAGE_COOKIE: &str = "lingua";

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(axum::http::header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(of, _)| *of == name)
        .map(|(_, value)| value)
}

/// The SHA-256 of a text, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A secret that nobody can guess: 32 bytes from the operating system, in hexadecimal.
pub fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex(&bytes))
}

/// What the forms of a session send back, so that no other site can send one.
pub fn csrf_of(secret: &str) -> String {
    digest(format!("csrf:{secret}").as_bytes())
}
