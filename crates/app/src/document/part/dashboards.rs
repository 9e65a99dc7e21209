//! To be written.

use documents::block::Block;

use crate::document::Edition;

/// To be written.
pub fn strategic(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}

/// To be written.
pub fn of_services(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}

/// To be written.
pub fn of_one(_edition: &Edition<'_>) -> Vec<Block> {
    Vec::new()
}
