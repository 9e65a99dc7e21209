//! The server's pages.

pub mod assets;
pub mod page;
pub mod part;
