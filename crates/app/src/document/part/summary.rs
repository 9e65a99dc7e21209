//! To be written.

use documents::block::Block;

use crate::document::Edition;

/// To be written.
pub fn build(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}
