//! The rules, one file each with its page beside it, and the one list of them.

mod account_contradicts_line;
mod act_differs;
mod act_incomplete;
mod act_numbers_out_of_order;
mod action_without_indicators;
mod actual_after_today;
mod actual_below_previous_checkpoint;
mod actual_done_before_year;
mod actual_far_beyond_target;
mod actual_is_target_text;
mod actual_names_later_day;
mod actual_without_evidence;
mod agency_without_relevance;
mod algorithm_counts_something_else;
mod algorithm_holds_figures;
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
mod attention_threshold_crossed;
mod baseline_missing;
mod baseline_of_another;
mod baseline_of_own_year;
mod baseline_unit_differs;
mod baseline_without_figure;
mod body_without_shares;
mod budget_line_incomplete;
mod budget_line_of_other_objective;
mod budget_line_of_other_year;
mod budget_line_without_amount;
mod budget_line_zero;
mod change_measured_as_share;
mod change_without_baseline;
mod checkpoint_without_year_end;
mod code_malformed;
mod code_outside_parent;
mod code_varies;
mod code_without_parent;
mod coefficients_exceed_fund;
mod condition_still_counted;
mod count_with_percent_target;
mod dashboard_empty;
mod dashboard_without_holder;
mod deadline_contradicts_name;
mod deadline_in_name;
mod deadline_later_than_before;
mod deadline_out_of_period;
mod economic_value_arithmetic;
mod economic_value_missing;
mod effort_beyond_unit;
mod effort_differs_from_text;
mod effort_missing;
mod effort_read_as_delay;
mod fund_rule_differs;
mod funding_outside_its_years;
mod health_index_value_differs;
mod horizon_contradicted;
mod horizon_contradicts_title;
mod horizon_hole;
mod horizon_not_three_years;
mod horizon_without_targets;
mod index_differs_from_budget;
mod index_worse_than_cluster;
mod indicator_card_incomplete;
mod indicator_names_two_measures;
mod indicator_without_evidence;
mod indicators_without_algorithm;
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
mod mission_missing;
mod mission_unknown;
mod money_counted_twice;
mod name_holds_target;
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
mod outcome_missing;
mod own_share_differs;
mod own_share_from_weights;
mod owner_holds_remark;
mod percent_beyond_hundred;
mod percent_of_what;
mod persons_differ_from_table;
mod perspective_empty;
mod pira_absent;
mod pira_contradicts;
mod pira_malformed;
mod pira_missing;
mod pira_repeated;
mod placed_under_another_action;
mod placed_under_another_objective;
mod plan_approved_late;
mod plan_without_act;
mod plan_without_weights;
mod point_value_arithmetic;
mod possible_misspelling;
mod proposal_open;
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
mod relevance_not_certified;
mod relevance_scale_repeats;
mod replaced_without_successor;
mod required_objective_missing;
mod resources_absent;
mod responsible_without_objectives;
mod revenue_among_costs;
mod revenue_beside_costs;
mod revised_target_easier;
mod revised_target_of_another_kind;
mod revised_target_same;
mod revised_without_variation;
mod same_name_other_values;
mod same_name_twice;
mod same_project_two_lines;
mod same_title_twice;
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
mod section_code_differs;
mod silence_unknown_rule;
mod silence_unused;
mod silence_without_reason;
mod source_names_other_year;
mod staff_tables_differ;
mod staffing_acts_differ;
mod state_contradicts_value;
mod stated_total_differs;
mod stated_total_off_hundred;
mod strategic_for_one_year;
mod strategic_indicator_on_no_dashboard;
mod suspended_without_variation;
mod table_sum_differs;
mod target_always_met;
mod target_before_approval;
mod target_below_cluster_mean;
mod target_below_past_target;
mod target_eases_over_years;
mod target_easier_than_baseline;
mod target_easier_than_forecast;
mod target_easier_than_history;
mod target_equals_baseline;
mod target_holds_remark;
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
mod text_repeats_itself;
mod text_written_twice;
mod three_decimals;
mod title_varies;
mod unit_called_differently;
mod unit_is_no_measure;
mod unit_persons_beyond_parent;
mod unit_word_differs;
mod unit_words_missing;
mod untitled;
mod value_ten_times;
mod value_without_relevance;
mod variation_changes_nothing;
mod variation_dates_out_of_order;
mod variation_of_other_year;
mod variation_without_act;
mod variation_without_opinion;
mod variation_without_reason;
mod vat_said_on_some;
mod weight_out_of_range;
mod weight_zero;
mod year_misprinted;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &account_contradicts_line::RULE,
    &act_differs::RULE,
    &act_incomplete::RULE,
    &act_numbers_out_of_order::RULE,
    &action_without_indicators::RULE,
    &actual_after_today::RULE,
    &actual_below_previous_checkpoint::RULE,
    &actual_done_before_year::RULE,
    &actual_far_beyond_target::RULE,
    &actual_is_target_text::RULE,
    &actual_names_later_day::RULE,
    &actual_without_evidence::RULE,
    &agency_without_relevance::RULE,
    &algorithm_counts_something_else::RULE,
    &algorithm_holds_figures::RULE,
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
    &attention_threshold_crossed::RULE,
    &baseline_missing::RULE,
    &baseline_of_another::RULE,
    &baseline_of_own_year::RULE,
    &baseline_unit_differs::RULE,
    &baseline_without_figure::RULE,
    &body_without_shares::RULE,
    &budget_line_incomplete::RULE,
    &budget_line_of_other_objective::RULE,
    &budget_line_of_other_year::RULE,
    &budget_line_without_amount::RULE,
    &budget_line_zero::RULE,
    &change_measured_as_share::RULE,
    &change_without_baseline::RULE,
    &checkpoint_without_year_end::RULE,
    &code_malformed::RULE,
    &code_outside_parent::RULE,
    &code_varies::RULE,
    &code_without_parent::RULE,
    &coefficients_exceed_fund::RULE,
    &condition_still_counted::RULE,
    &count_with_percent_target::RULE,
    &dashboard_empty::RULE,
    &dashboard_without_holder::RULE,
    &deadline_contradicts_name::RULE,
    &deadline_in_name::RULE,
    &deadline_later_than_before::RULE,
    &deadline_out_of_period::RULE,
    &economic_value_arithmetic::RULE,
    &economic_value_missing::RULE,
    &effort_beyond_unit::RULE,
    &effort_differs_from_text::RULE,
    &effort_missing::RULE,
    &effort_read_as_delay::RULE,
    &fund_rule_differs::RULE,
    &funding_outside_its_years::RULE,
    &health_index_value_differs::RULE,
    &horizon_contradicted::RULE,
    &horizon_contradicts_title::RULE,
    &horizon_hole::RULE,
    &horizon_not_three_years::RULE,
    &horizon_without_targets::RULE,
    &index_differs_from_budget::RULE,
    &index_worse_than_cluster::RULE,
    &indicator_card_incomplete::RULE,
    &indicator_names_two_measures::RULE,
    &indicator_without_evidence::RULE,
    &indicators_without_algorithm::RULE,
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
    &mission_missing::RULE,
    &mission_unknown::RULE,
    &money_counted_twice::RULE,
    &name_holds_target::RULE,
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
    &outcome_missing::RULE,
    &own_share_differs::RULE,
    &own_share_from_weights::RULE,
    &owner_holds_remark::RULE,
    &percent_beyond_hundred::RULE,
    &percent_of_what::RULE,
    &persons_differ_from_table::RULE,
    &perspective_empty::RULE,
    &pira_absent::RULE,
    &pira_contradicts::RULE,
    &pira_malformed::RULE,
    &pira_missing::RULE,
    &pira_repeated::RULE,
    &placed_under_another_action::RULE,
    &placed_under_another_objective::RULE,
    &plan_approved_late::RULE,
    &plan_without_act::RULE,
    &plan_without_weights::RULE,
    &point_value_arithmetic::RULE,
    &possible_misspelling::RULE,
    &proposal_open::RULE,
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
    &relevance_not_certified::RULE,
    &relevance_scale_repeats::RULE,
    &replaced_without_successor::RULE,
    &required_objective_missing::RULE,
    &resources_absent::RULE,
    &responsible_without_objectives::RULE,
    &revenue_among_costs::RULE,
    &revenue_beside_costs::RULE,
    &revised_target_easier::RULE,
    &revised_target_of_another_kind::RULE,
    &revised_target_same::RULE,
    &revised_without_variation::RULE,
    &same_name_other_values::RULE,
    &same_name_twice::RULE,
    &same_project_two_lines::RULE,
    &same_title_twice::RULE,
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
    &section_code_differs::RULE,
    &silence_unknown_rule::RULE,
    &silence_unused::RULE,
    &silence_without_reason::RULE,
    &source_names_other_year::RULE,
    &staff_tables_differ::RULE,
    &staffing_acts_differ::RULE,
    &state_contradicts_value::RULE,
    &stated_total_differs::RULE,
    &stated_total_off_hundred::RULE,
    &strategic_for_one_year::RULE,
    &strategic_indicator_on_no_dashboard::RULE,
    &suspended_without_variation::RULE,
    &table_sum_differs::RULE,
    &target_always_met::RULE,
    &target_before_approval::RULE,
    &target_below_cluster_mean::RULE,
    &target_below_past_target::RULE,
    &target_eases_over_years::RULE,
    &target_easier_than_baseline::RULE,
    &target_easier_than_forecast::RULE,
    &target_easier_than_history::RULE,
    &target_equals_baseline::RULE,
    &target_holds_remark::RULE,
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
    &text_repeats_itself::RULE,
    &text_written_twice::RULE,
    &three_decimals::RULE,
    &title_varies::RULE,
    &unit_called_differently::RULE,
    &unit_is_no_measure::RULE,
    &unit_persons_beyond_parent::RULE,
    &unit_word_differs::RULE,
    &unit_words_missing::RULE,
    &untitled::RULE,
    &value_ten_times::RULE,
    &value_without_relevance::RULE,
    &variation_changes_nothing::RULE,
    &variation_dates_out_of_order::RULE,
    &variation_of_other_year::RULE,
    &variation_without_act::RULE,
    &variation_without_opinion::RULE,
    &variation_without_reason::RULE,
    &vat_said_on_some::RULE,
    &weight_out_of_range::RULE,
    &weight_zero::RULE,
    &year_misprinted::RULE,
];
