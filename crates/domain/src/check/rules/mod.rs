//! The rules, one file each with its page beside it, and the one list of them.

mod baseline_missing;
mod baseline_of_another;
mod baseline_of_own_year;
mod baseline_unit_differs;
mod baseline_without_figure;
mod change_without_baseline;
mod count_with_percent_target;
mod deadline_contradicts_name;
mod deadline_in_name;
mod deadline_later_than_before;
mod deadline_out_of_period;
mod horizon_contradicted;
mod horizon_hole;
mod horizon_without_targets;
mod interim_target_harder;
mod interim_target_is_whole;
mod kind_changes_over_years;
mod level_with_growing_target;
mod measured_period_in_name;
mod name_of_one_year;
mod no_baseline_many_ways;
mod observed_with_threshold;
mod percent_beyond_hundred;
mod percent_of_what;
mod reduction_with_minus;
mod revised_target_easier;
mod revised_target_of_another_kind;
mod revised_target_same;
mod strategic_for_one_year;
mod target_always_met;
mod target_before_approval;
mod target_below_cluster_mean;
mod target_below_past_target;
mod target_eases_over_years;
mod target_easier_than_baseline;
mod target_easier_than_forecast;
mod target_easier_than_history;
mod target_equals_baseline;
mod target_in_another_document;
mod target_in_attention_zone;
mod target_is_no;
mod target_kinds_differ;
mod target_missing;
mod target_out_of_horizon;
mod target_postponed;
mod target_says_both;
mod target_undefined;
mod target_unit_differs;
mod target_vague;
mod targets_never_rise;
mod text_written_twice;
mod three_decimals;
mod unit_differs_from_algorithm;
mod unit_is_no_measure;
mod unit_word_differs;
mod unit_words_missing;
mod value_ten_times;
mod year_end_target_missing;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &baseline_missing::RULE,
    &baseline_of_another::RULE,
    &baseline_of_own_year::RULE,
    &baseline_unit_differs::RULE,
    &baseline_without_figure::RULE,
    &change_without_baseline::RULE,
    &count_with_percent_target::RULE,
    &deadline_contradicts_name::RULE,
    &deadline_in_name::RULE,
    &deadline_later_than_before::RULE,
    &deadline_out_of_period::RULE,
    &horizon_contradicted::RULE,
    &horizon_hole::RULE,
    &horizon_without_targets::RULE,
    &interim_target_harder::RULE,
    &interim_target_is_whole::RULE,
    &kind_changes_over_years::RULE,
    &level_with_growing_target::RULE,
    &measured_period_in_name::RULE,
    &name_of_one_year::RULE,
    &no_baseline_many_ways::RULE,
    &observed_with_threshold::RULE,
    &percent_beyond_hundred::RULE,
    &percent_of_what::RULE,
    &reduction_with_minus::RULE,
    &revised_target_easier::RULE,
    &revised_target_of_another_kind::RULE,
    &revised_target_same::RULE,
    &strategic_for_one_year::RULE,
    &target_always_met::RULE,
    &target_before_approval::RULE,
    &target_below_cluster_mean::RULE,
    &target_below_past_target::RULE,
    &target_eases_over_years::RULE,
    &target_easier_than_baseline::RULE,
    &target_easier_than_forecast::RULE,
    &target_easier_than_history::RULE,
    &target_equals_baseline::RULE,
    &target_in_another_document::RULE,
    &target_in_attention_zone::RULE,
    &target_is_no::RULE,
    &target_kinds_differ::RULE,
    &target_missing::RULE,
    &target_out_of_horizon::RULE,
    &target_postponed::RULE,
    &target_says_both::RULE,
    &target_undefined::RULE,
    &target_unit_differs::RULE,
    &target_vague::RULE,
    &targets_never_rise::RULE,
    &text_written_twice::RULE,
    &three_decimals::RULE,
    &unit_differs_from_algorithm::RULE,
    &unit_is_no_measure::RULE,
    &unit_word_differs::RULE,
    &unit_words_missing::RULE,
    &value_ten_times::RULE,
    &year_end_target_missing::RULE,
];
