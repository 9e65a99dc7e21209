//! The server's pages.

mod assets;
mod gallery;
