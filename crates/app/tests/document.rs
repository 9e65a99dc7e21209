//! The official documents, part by part.

mod report;
