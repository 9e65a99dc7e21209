//! The rules, one file each with its page beside it, and the one list of them.

mod action_without_indicators;
mod actual_after_today;
mod actual_below_previous_checkpoint;
mod actual_done_before_year;
mod actual_far_beyond_target;
mod actual_is_target_text;
mod actual_names_later_day;
mod actual_without_evidence;
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
mod code_malformed;
mod code_outside_parent;
mod code_varies;
mod code_without_parent;
mod condition_still_counted;
mod dashboard_empty;
mod dashboard_without_holder;
mod indicator_card_incomplete;
mod indicator_names_two_measures;
mod indicator_without_evidence;
mod indicators_without_algorithm;
mod judgement_contradicts;
mod level_order;
mod local_source_differs;
mod local_target_differs;
mod local_title_differs;
mod name_holds_target;
mod name_year_differs_from_parent;
mod national_without_mean;
mod neutralised_without_approval;
mod new_without_variation;
mod numbering_gap;
mod objective_without_indicators;
mod objective_without_responsible;
mod owner_holds_remark;
mod perspective_empty;
mod placed_under_another_action;
mod placed_under_another_objective;
mod possible_misspelling;
mod related_targets_differ;
mod replaced_without_successor;
mod responsible_without_objectives;
mod same_name_other_values;
mod same_name_twice;
mod same_title_twice;
mod section_code_differs;
mod source_names_other_year;
mod state_contradicts_value;
mod strategic_indicator_on_no_dashboard;
mod suspended_without_variation;
mod target_easier_than_baseline;
mod target_holds_remark;
mod text_repeats_itself;
mod title_varies;
mod unit_called_differently;
mod untitled;
mod year_misprinted;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &action_without_indicators::RULE,
    &actual_after_today::RULE,
    &actual_below_previous_checkpoint::RULE,
    &actual_done_before_year::RULE,
    &actual_far_beyond_target::RULE,
    &actual_is_target_text::RULE,
    &actual_names_later_day::RULE,
    &actual_without_evidence::RULE,
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
    &code_malformed::RULE,
    &code_outside_parent::RULE,
    &code_varies::RULE,
    &code_without_parent::RULE,
    &condition_still_counted::RULE,
    &dashboard_empty::RULE,
    &dashboard_without_holder::RULE,
    &indicator_card_incomplete::RULE,
    &indicator_names_two_measures::RULE,
    &indicator_without_evidence::RULE,
    &indicators_without_algorithm::RULE,
    &judgement_contradicts::RULE,
    &level_order::RULE,
    &local_source_differs::RULE,
    &local_target_differs::RULE,
    &local_title_differs::RULE,
    &name_holds_target::RULE,
    &name_year_differs_from_parent::RULE,
    &national_without_mean::RULE,
    &neutralised_without_approval::RULE,
    &new_without_variation::RULE,
    &numbering_gap::RULE,
    &objective_without_indicators::RULE,
    &objective_without_responsible::RULE,
    &owner_holds_remark::RULE,
    &perspective_empty::RULE,
    &placed_under_another_action::RULE,
    &placed_under_another_objective::RULE,
    &possible_misspelling::RULE,
    &related_targets_differ::RULE,
    &replaced_without_successor::RULE,
    &responsible_without_objectives::RULE,
    &same_name_other_values::RULE,
    &same_name_twice::RULE,
    &same_title_twice::RULE,
    &section_code_differs::RULE,
    &source_names_other_year::RULE,
    &state_contradicts_value::RULE,
    &strategic_indicator_on_no_dashboard::RULE,
    &suspended_without_variation::RULE,
    &target_easier_than_baseline::RULE,
    &target_holds_remark::RULE,
    &text_repeats_itself::RULE,
    &title_varies::RULE,
    &unit_called_differently::RULE,
    &untitled::RULE,
    &year_misprinted::RULE,
];
