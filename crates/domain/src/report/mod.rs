//! The figures of a document, page or command as plain data, so that text, tables and pictures
//! made of them cannot disagree.

pub mod listing;
pub mod outline;
pub mod silences;
pub mod stated;
