//! The rules, one file each with its page beside it, and the one list of them.

mod action_without_indicators;
mod actual_after_today;
mod actual_below_previous_checkpoint;
mod actual_far_beyond_target;
mod actual_is_target_text;
mod actual_without_evidence;
mod algorithm_holds_target;
mod algorithm_is_no_measure;
mod algorithm_names_other_year;
mod algorithm_names_two_measures;
mod algorithm_percent_upside_down;
mod algorithm_unit_differs;
mod area_differs_from_parent;
mod area_empty;
mod area_held_elsewhere;
mod as_of_after_checkpoint;
mod as_of_before_checkpoint;
mod baseline_missing;
mod baseline_of_another;
mod baseline_of_own_year;
mod baseline_unit_differs;
mod baseline_without_figure;
mod change_measured_as_share;
mod change_without_baseline;
mod code_malformed;
mod code_outside_parent;
mod code_varies;
mod code_without_parent;
mod condition_still_counted;
mod count_with_percent_target;
mod dashboard_empty;
mod dashboard_without_holder;
mod deadline_contradicts_name;
mod deadline_in_name;
mod deadline_out_of_period;
mod horizon_hole;
mod horizon_without_targets;
mod indicator_card_incomplete;
mod indicator_without_evidence;
mod interim_target_harder;
mod interim_target_is_whole;
mod judgement_contradicts;
mod kind_changes_over_years;
mod level_order;
mod level_with_growing_target;
mod local_source_differs;
mod local_target_differs;
mod local_title_differs;
mod measured_period_in_name;
mod name_of_one_year;
mod name_year_differs_from_parent;
mod national_without_mean;
mod neutralised_without_approval;
mod new_without_variation;
mod no_baseline_many_ways;
mod numbering_gap;
mod objective_without_indicators;
mod objective_without_responsible;
mod observed_with_threshold;
mod percent_beyond_hundred;
mod percent_of_what;
mod perspective_empty;
mod possible_misspelling;
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
mod reduction_with_minus;
mod related_targets_differ;
mod replaced_without_successor;
mod responsible_without_objectives;
mod revised_target_easier;
mod revised_target_same;
mod same_name_other_values;
mod same_name_twice;
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
mod source_names_other_year;
mod state_contradicts_value;
mod strategic_indicator_on_no_dashboard;
mod target_always_met;
mod target_before_approval;
mod target_below_cluster_mean;
mod target_eases_over_years;
mod target_easier_than_baseline;
mod target_easier_than_forecast;
mod target_easier_than_history;
mod target_equals_baseline;
mod target_holds_remark;
mod target_in_another_document;
mod target_in_attention_zone;
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
mod title_varies;
mod unit_called_differently;
mod unit_is_no_measure;
mod unit_word_differs;
mod unit_words_missing;
mod untitled;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &action_without_indicators::RULE,
    &actual_after_today::RULE,
    &actual_below_previous_checkpoint::RULE,
    &actual_far_beyond_target::RULE,
    &actual_is_target_text::RULE,
    &actual_without_evidence::RULE,
    &algorithm_holds_target::RULE,
    &algorithm_is_no_measure::RULE,
    &algorithm_names_other_year::RULE,
    &algorithm_names_two_measures::RULE,
    &algorithm_percent_upside_down::RULE,
    &algorithm_unit_differs::RULE,
    &area_differs_from_parent::RULE,
    &area_empty::RULE,
    &area_held_elsewhere::RULE,
    &as_of_after_checkpoint::RULE,
    &as_of_before_checkpoint::RULE,
    &baseline_missing::RULE,
    &baseline_of_another::RULE,
    &baseline_of_own_year::RULE,
    &baseline_unit_differs::RULE,
    &baseline_without_figure::RULE,
    &change_measured_as_share::RULE,
    &change_without_baseline::RULE,
    &code_malformed::RULE,
    &code_outside_parent::RULE,
    &code_varies::RULE,
    &code_without_parent::RULE,
    &condition_still_counted::RULE,
    &count_with_percent_target::RULE,
    &dashboard_empty::RULE,
    &dashboard_without_holder::RULE,
    &deadline_contradicts_name::RULE,
    &deadline_in_name::RULE,
    &deadline_out_of_period::RULE,
    &horizon_hole::RULE,
    &horizon_without_targets::RULE,
    &indicator_card_incomplete::RULE,
    &indicator_without_evidence::RULE,
    &interim_target_harder::RULE,
    &interim_target_is_whole::RULE,
    &judgement_contradicts::RULE,
    &kind_changes_over_years::RULE,
    &level_order::RULE,
    &level_with_growing_target::RULE,
    &local_source_differs::RULE,
    &local_target_differs::RULE,
    &local_title_differs::RULE,
    &measured_period_in_name::RULE,
    &name_of_one_year::RULE,
    &name_year_differs_from_parent::RULE,
    &national_without_mean::RULE,
    &neutralised_without_approval::RULE,
    &new_without_variation::RULE,
    &no_baseline_many_ways::RULE,
    &numbering_gap::RULE,
    &objective_without_indicators::RULE,
    &objective_without_responsible::RULE,
    &observed_with_threshold::RULE,
    &percent_beyond_hundred::RULE,
    &percent_of_what::RULE,
    &perspective_empty::RULE,
    &possible_misspelling::RULE,
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
    &reduction_with_minus::RULE,
    &related_targets_differ::RULE,
    &replaced_without_successor::RULE,
    &responsible_without_objectives::RULE,
    &revised_target_easier::RULE,
    &revised_target_same::RULE,
    &same_name_other_values::RULE,
    &same_name_twice::RULE,
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
    &source_names_other_year::RULE,
    &state_contradicts_value::RULE,
    &strategic_indicator_on_no_dashboard::RULE,
    &target_always_met::RULE,
    &target_before_approval::RULE,
    &target_below_cluster_mean::RULE,
    &target_eases_over_years::RULE,
    &target_easier_than_baseline::RULE,
    &target_easier_than_forecast::RULE,
    &target_easier_than_history::RULE,
    &target_equals_baseline::RULE,
    &target_holds_remark::RULE,
    &target_in_another_document::RULE,
    &target_in_attention_zone::RULE,
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
    &title_varies::RULE,
    &unit_called_differently::RULE,
    &unit_is_no_measure::RULE,
    &unit_word_differs::RULE,
    &unit_words_missing::RULE,
    &untitled::RULE,
];
