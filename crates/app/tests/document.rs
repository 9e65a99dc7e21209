//! The official documents, part by part.

mod monitoring;
mod plan;
mod report;
mod source;
