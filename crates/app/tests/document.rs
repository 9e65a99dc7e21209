//! The official documents, part by part.

mod plan;
