//! Plan files: nothing is lost between the formats, and no file breaks a reader.

pub(crate) mod arbitrary;
mod hostile;
mod json_schema;
mod lossless;
mod messages;
mod workbooks;
