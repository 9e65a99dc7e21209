//! Plan files: nothing is lost between the formats, and no file breaks a reader.

mod arbitrary;
mod hostile;
mod json_schema;
mod lossless;
mod messages;
mod workbooks;
