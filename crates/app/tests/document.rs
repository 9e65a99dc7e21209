//! The official documents, part by part.

mod monitoring;
mod report;
