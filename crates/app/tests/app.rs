//! The one integration binary of this crate.

mod formats;
mod guide;
mod publiccode;
mod scoring;
mod scoring_laws;
mod tidy;
