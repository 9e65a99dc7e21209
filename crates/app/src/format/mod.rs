//! Plan files: TOML, JSON and workbooks, all read into one draft and written from one plan.

pub mod datum;
pub mod draft;
pub mod field;
pub mod json;
pub mod schema;
pub mod text;
pub mod toml;
pub mod tree;
pub mod workbook;
