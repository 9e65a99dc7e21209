//! The one integration binary of this crate.

mod check;
mod check_command;
mod check_laws;
mod cli;
mod document;
mod document_command;
mod formats;
mod guide;
mod messages;
mod publiccode;
mod scoring;
mod scoring_laws;
mod tidy;
mod web;
