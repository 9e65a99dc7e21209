//! The world around the body: chapters with their tables and charts.

use documents::block::Block;
use domain::plan::TableKind;

use super::sections::{chapters, loose_tables};
use crate::document::Edition;

/// Chapters on the context, then tables of the territory that stand in no chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = chapters(edition, "context", 2);
    blocks.extend(loose_tables(edition, TableKind::Territory));
    blocks
}
