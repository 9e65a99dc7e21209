//! The one integration binary of this crate.

mod formats;
mod guide;
mod publiccode;
mod scoring;
mod tidy;
