//! What documents promise, whatever a plan holds: the one integration binary of this crate.

mod pdf;
mod pictures;
mod html;
mod sample;
