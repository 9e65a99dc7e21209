//! Who signs the document.

use documents::block::Block;

use crate::document::Edition;

/// A place to sign for each role that the plan names, else for those who usually sign.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let named = &edition.plan.heading.signatures;
    let roles = match named.is_empty() {
        true => vec![
            edition.say("signature-secretary"),
            edition.say("signature-president"),
        ],
        false => named.clone(),
    };
    vec![Block::Signatures(roles)]
}
