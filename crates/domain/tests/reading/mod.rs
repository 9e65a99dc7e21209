//! Reading: what people write, and what it means (scoring.md §1).

mod cases;
mod laws;
mod published;
