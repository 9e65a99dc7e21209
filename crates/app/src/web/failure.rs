//! Why a page cannot be shown, or a change not made; each becomes a page of its own.

use axum::http::StatusCode;

/// What went wrong, told apart by what the person can do.
#[derive(Debug)]
pub enum Failure {
    /// There is nothing at this address.
    NotFound,
    /// Nobody has signed in, or the session has ended.
    SignIn,
    /// The role does not allow it.
    Forbidden,
    /// The form was not sent from one of our pages.
    Foreign,
    /// The request cannot be understood (`web-failure-…` tells why).
    Unusable(&'static str),
    /// Too many attempts: after how many seconds to try again.
    TooMany(u64),
    /// Somebody else changed the same thing.
    Conflict(Vec<store::Conflict>),
    /// The database does not answer, or is busy.
    Gone(String),
    /// There is no room left.
    Full(String),
    /// A mistake of the program: what the log says.
    Broken(String),
}

impl Failure {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::SignIn => StatusCode::UNAUTHORIZED,
            Failure::Forbidden | Failure::Foreign => StatusCode::FORBIDDEN,
            Failure::Unusable("too-large") => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::Unusable(_) => StatusCode::BAD_REQUEST,
            Failure::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Conflict(_) => StatusCode::CONFLICT,
            Failure::Gone(_) => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Full(_) => StatusCode::INSUFFICIENT_STORAGE,
            Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name in the catalogue: `web-failure-<token>` and `web-failure-<token>-help`.
    pub fn token(&self) -> &'static str {
        match self {
            Failure::NotFound => "not-found",
            Failure::SignIn => "sign-in",
            Failure::Forbidden => "forbidden",
            Failure::Foreign => "foreign",
            Failure::Unusable(token) => token,
            Failure::TooMany(_) => "too-many",
            Failure::Conflict(_) => "conflict",
            Failure::Gone(_) => "gone",
            Failure::Full(_) => "full",
            Failure::Broken(_) => "broken",
        }
    }

    /// What the log must know and the person need not.
    pub fn for_log(&self) -> Option<&str> {
        match self {
            Failure::Gone(said) | Failure::Full(said) | Failure::Broken(said) => Some(said),
            _ => None,
        }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Failure {
        match error {
            store::Error::Gone(said) => Failure::Gone(said),
            store::Error::Full(said) => Failure::Full(said),
            store::Error::Conflict(conflicts) => Failure::Conflict(conflicts),
            store::Error::NotFound(_) => Failure::NotFound,
            store::Error::Frozen(_) => Failure::Unusable("frozen"),
            error @ (store::Error::Newer { .. }
            | store::Error::Refused(_)
            | store::Error::Damaged(_)) => Failure::Broken(error.to_string()),
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::Broken(error.to_string())
    }
}
