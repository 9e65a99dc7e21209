//! What documents promise, whatever a plan holds: the one integration binary of this crate.

extern crate traguardo_documents as documents;

mod html;
mod office;
mod pdf;
mod pictures;
mod sample;
