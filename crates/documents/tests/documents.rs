//! What documents promise, whatever a plan holds: the one integration binary of this crate.

mod html;
mod pdf;
mod pictures;
mod sample;
