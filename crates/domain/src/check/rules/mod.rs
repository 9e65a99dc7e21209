//! The rules, one file each with its page beside it, and the one list of them.

mod target_easier_than_baseline;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[&target_easier_than_baseline::RULE];
