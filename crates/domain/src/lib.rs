//! The performance cycle of an Italian public body, as plain data and pure functions.
//!
//! One way down: [`report`] → [`check`] → [`score`] → [`target`] → [`plan`] → {[`finding`], [`number`]}.
//! Nothing here reads a file, a clock or a locale, and there is no floating point: what a person
//! types is kept as text, its reading is exact, and every figure carries its derivation.

pub mod check;
pub mod finding;
pub mod method;
pub mod number;
pub mod plan;
pub mod report;
pub mod score;
pub mod target;
