//! `traguardo`: the performance cycle of Italian public bodies, on the command line.
//!
//! The library exists for the binary, the tests, the fuzz targets and the benchmarks.

pub mod cli;
pub mod explanation;
pub mod format;
pub mod messages;
