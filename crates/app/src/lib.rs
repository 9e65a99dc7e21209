//! `traguardo`: the performance cycle of Italian public bodies, on the command line.
//!
//! The library exists for the binary, the fuzz targets and the benchmarks.

pub mod format;
