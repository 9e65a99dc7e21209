//! The one integration binary of this crate.

mod guide;
mod publiccode;
mod scoring;
mod tidy;
