//! The server: real requests on a real database.

mod assets;
mod entering;
mod gallery;
mod monitoring;
mod reading;
mod rights;
mod running;
mod things;
mod structure;
