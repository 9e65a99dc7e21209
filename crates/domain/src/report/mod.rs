//! The figures of a document, page or command as plain data, so that text, tables and pictures
//! made of them cannot disagree.

pub mod changes;
pub mod collected;
pub mod comparison;
pub mod deviation;
pub mod evidence;
pub mod formula;
pub mod health;
pub mod listing;
pub mod measured;
pub mod next_year;
pub mod organisation;
pub mod outline;
pub mod perspectives;
pub mod resources;
pub mod results;
pub mod siblings;
pub mod silences;
pub mod slots;
pub mod staff;
pub mod standings;
pub mod stated;
pub mod transversal;
pub mod weights;
