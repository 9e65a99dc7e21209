//! The server: real requests on a real database.

mod assets;
mod entering;
mod gallery;
mod running;
mod structure;
