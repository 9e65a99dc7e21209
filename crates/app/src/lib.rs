//! `traguardo`: the performance cycle of Italian public bodies, on the command line.
//!
//! The library exists for the binary, the tests, the fuzz targets and the benchmarks.

pub mod cli;
pub mod document;
pub mod explanation;
pub mod format;
pub mod messages;
mod printed;
pub mod rule_page;
pub mod web;

/// A plan is a multitude of small texts and numbers: see docs/adr/0008-allocator.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
