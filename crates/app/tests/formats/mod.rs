//! Plan files: nothing is lost between the formats, and no file breaks a reader.

mod arbitrary;
mod lossless;
