//! The figures of a document, page or command as plain data, so that text, tables and pictures
//! made of them cannot disagree.

pub mod comparison;
pub mod deviation;
pub mod evidence;
pub mod listing;
pub mod outline;
pub mod results;
pub mod silences;
pub mod stated;
