//! The one integration binary of this crate.

mod html;
mod sample;
