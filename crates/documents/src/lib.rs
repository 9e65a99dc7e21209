//! Documents as accessible PDF, HTML, DOCX and workbook, all from one tree of blocks.
//!
//! [`block`] is the tree; `app` builds it from a plan, and each writer turns the whole of it into one
//! format, so that formats cannot disagree. Here are the heavy dependencies, and no sentences.

pub mod block;
pub mod colour;
pub mod docx;
mod faces;
pub mod html;
pub mod markdown;
pub mod pdf;
pub mod picture;
pub mod wide;
pub mod workbook;
