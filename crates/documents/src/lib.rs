//! Documents.

pub mod picture;
