//! The rules, one file each with its page beside it, and the one list of them.

mod change_measured_as_share;
mod reading_achievement_unreadable;
mod reading_actual_ambiguous;
mod reading_actual_without_figure;
mod reading_change_suspected;
mod reading_comparator_strict;
mod reading_direction_contradicted;
mod reading_direction_derived;
mod reading_direction_doubtful;
mod reading_dot_decimal;
mod reading_override_unreadable;
mod reading_state_unknown;
mod reading_target_ambiguous;
mod reading_target_as_of;
mod reading_target_described;
mod reading_target_not_of_kind;
mod reading_year_assumed;
mod score_bands_gap;
mod score_bands_overlap;
mod score_bands_unreadable;
mod score_contrary_change;
mod score_cycle;
mod score_derived_checkpoints;
mod score_merged_cell;
mod score_negative_weight;
mod score_not_a_checkpoint;
mod score_not_comparable;
mod score_profile_does_not_close;
mod score_undated_value;
mod score_unknown_label;
mod score_unweighted;
mod score_weight_not_from_value;
mod score_weights_do_not_close;
mod score_weights_nearly_close;
mod silence_unknown_rule;
mod silence_unused;
mod silence_without_reason;
mod target_easier_than_baseline;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &change_measured_as_share::RULE,
    &reading_achievement_unreadable::RULE,
    &reading_actual_ambiguous::RULE,
    &reading_actual_without_figure::RULE,
    &reading_change_suspected::RULE,
    &reading_comparator_strict::RULE,
    &reading_direction_contradicted::RULE,
    &reading_direction_derived::RULE,
    &reading_direction_doubtful::RULE,
    &reading_dot_decimal::RULE,
    &reading_override_unreadable::RULE,
    &reading_state_unknown::RULE,
    &reading_target_ambiguous::RULE,
    &reading_target_as_of::RULE,
    &reading_target_described::RULE,
    &reading_target_not_of_kind::RULE,
    &reading_year_assumed::RULE,
    &score_bands_gap::RULE,
    &score_bands_overlap::RULE,
    &score_bands_unreadable::RULE,
    &score_contrary_change::RULE,
    &score_cycle::RULE,
    &score_derived_checkpoints::RULE,
    &score_merged_cell::RULE,
    &score_negative_weight::RULE,
    &score_not_a_checkpoint::RULE,
    &score_not_comparable::RULE,
    &score_profile_does_not_close::RULE,
    &score_undated_value::RULE,
    &score_unknown_label::RULE,
    &score_unweighted::RULE,
    &score_weight_not_from_value::RULE,
    &score_weights_do_not_close::RULE,
    &score_weights_nearly_close::RULE,
    &silence_unknown_rule::RULE,
    &silence_unused::RULE,
    &silence_without_reason::RULE,
    &target_easier_than_baseline::RULE,
];
