//! The rules, one file each with its page beside it, and the one list of them.

mod algorithm_holds_target;
mod algorithm_is_no_measure;
mod algorithm_names_other_year;
mod algorithm_names_two_measures;
mod algorithm_percent_upside_down;
mod algorithm_unit_differs;
mod area_differs_from_parent;
mod area_empty;
mod code_malformed;
mod code_outside_parent;
mod code_varies;
mod code_without_parent;
mod dashboard_empty;
mod dashboard_without_holder;
mod level_order;
mod local_source_differs;
mod local_target_differs;
mod local_title_differs;
mod numbering_gap;
mod objective_without_indicators;
mod objective_without_responsible;
mod perspective_empty;
mod related_targets_differ;
mod responsible_without_objectives;
mod same_name_other_values;
mod same_name_twice;
mod source_names_other_year;
mod strategic_indicator_on_no_dashboard;
mod target_easier_than_baseline;
mod title_varies;
mod untitled;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &algorithm_holds_target::RULE,
    &algorithm_is_no_measure::RULE,
    &algorithm_names_other_year::RULE,
    &algorithm_names_two_measures::RULE,
    &algorithm_percent_upside_down::RULE,
    &algorithm_unit_differs::RULE,
    &area_differs_from_parent::RULE,
    &area_empty::RULE,
    &code_malformed::RULE,
    &code_outside_parent::RULE,
    &code_varies::RULE,
    &code_without_parent::RULE,
    &dashboard_empty::RULE,
    &dashboard_without_holder::RULE,
    &level_order::RULE,
    &local_source_differs::RULE,
    &local_target_differs::RULE,
    &local_title_differs::RULE,
    &numbering_gap::RULE,
    &objective_without_indicators::RULE,
    &objective_without_responsible::RULE,
    &perspective_empty::RULE,
    &related_targets_differ::RULE,
    &responsible_without_objectives::RULE,
    &same_name_other_values::RULE,
    &same_name_twice::RULE,
    &source_names_other_year::RULE,
    &strategic_indicator_on_no_dashboard::RULE,
    &target_easier_than_baseline::RULE,
    &title_varies::RULE,
    &untitled::RULE,
];
