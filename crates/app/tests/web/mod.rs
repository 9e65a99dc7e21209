//! The server: real requests on a real database.

mod assets;
mod browsing;
mod entering;
mod faults;
mod gallery;
mod guarding;
mod half_year;
mod keeping;
mod kept;
mod log;
mod monitoring;
mod people;
mod reading;
mod rights;
mod running;
mod settings;
mod structure;
mod things;
mod words;
