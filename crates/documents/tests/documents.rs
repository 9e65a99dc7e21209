//! The one integration binary of this crate.

extern crate traguardo_documents as documents;

mod office;
mod sample;
