//! The rules, one file each with its page beside it, and the one list of them.

mod silence_unknown_rule;
mod silence_unused;
mod silence_without_reason;
mod target_easier_than_baseline;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &silence_unknown_rule::RULE,
    &silence_unused::RULE,
    &silence_without_reason::RULE,
    &target_easier_than_baseline::RULE,
];
