//! The binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    traguardo::cli::run(std::env::args_os().collect()).into()
}
