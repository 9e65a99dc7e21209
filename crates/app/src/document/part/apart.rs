//! To be written.

use documents::block::Block;

use crate::document::Edition;

/// To be written.
pub fn agency(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}

/// To be written.
pub fn national(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}

/// To be written.
pub fn individual(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}
