//! The rules, one file each with its page beside it, and the one list of them.

mod account_contradicts_line;
mod act_differs;
mod act_incomplete;
mod act_numbers_out_of_order;
mod attention_threshold_crossed;
mod body_without_shares;
mod budget_line_incomplete;
mod budget_line_of_other_objective;
mod budget_line_of_other_year;
mod budget_line_without_amount;
mod budget_line_zero;
mod checkpoint_without_year_end;
mod coefficients_exceed_fund;
mod economic_value_arithmetic;
mod economic_value_missing;
mod effort_beyond_unit;
mod effort_differs_from_text;
mod effort_missing;
mod fund_rule_differs;
mod funding_outside_its_years;
mod health_index_value_differs;
mod horizon_contradicts_title;
mod horizon_not_three_years;
mod horizon_without_targets;
mod index_differs_from_budget;
mod index_worse_than_cluster;
mod mission_missing;
mod mission_unknown;
mod money_counted_twice;
mod outcome_missing;
mod own_share_differs;
mod own_share_from_weights;
mod persons_differ_from_table;
mod pira_absent;
mod pira_contradicts;
mod pira_malformed;
mod pira_missing;
mod pira_repeated;
mod plan_approved_late;
mod plan_without_act;
mod plan_without_weights;
mod point_value_arithmetic;
mod proposal_open;
mod relevance_not_certified;
mod relevance_scale_repeats;
mod required_objective_missing;
mod resources_absent;
mod revenue_among_costs;
mod revenue_beside_costs;
mod revised_without_variation;
mod revision_changes_nothing;
mod same_project_two_lines;
mod staff_tables_differ;
mod staffing_acts_differ;
mod stated_total_differs;
mod stated_total_off_hundred;
mod table_sum_differs;
mod target_easier_than_baseline;
mod target_in_attention_zone;
mod unit_persons_beyond_parent;
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

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &account_contradicts_line::RULE,
    &act_differs::RULE,
    &act_incomplete::RULE,
    &act_numbers_out_of_order::RULE,
    &attention_threshold_crossed::RULE,
    &body_without_shares::RULE,
    &budget_line_incomplete::RULE,
    &budget_line_of_other_objective::RULE,
    &budget_line_of_other_year::RULE,
    &budget_line_without_amount::RULE,
    &budget_line_zero::RULE,
    &checkpoint_without_year_end::RULE,
    &coefficients_exceed_fund::RULE,
    &economic_value_arithmetic::RULE,
    &economic_value_missing::RULE,
    &effort_beyond_unit::RULE,
    &effort_differs_from_text::RULE,
    &effort_missing::RULE,
    &fund_rule_differs::RULE,
    &funding_outside_its_years::RULE,
    &health_index_value_differs::RULE,
    &horizon_contradicts_title::RULE,
    &horizon_not_three_years::RULE,
    &horizon_without_targets::RULE,
    &index_differs_from_budget::RULE,
    &index_worse_than_cluster::RULE,
    &mission_missing::RULE,
    &mission_unknown::RULE,
    &money_counted_twice::RULE,
    &outcome_missing::RULE,
    &own_share_differs::RULE,
    &own_share_from_weights::RULE,
    &persons_differ_from_table::RULE,
    &pira_absent::RULE,
    &pira_contradicts::RULE,
    &pira_malformed::RULE,
    &pira_missing::RULE,
    &pira_repeated::RULE,
    &plan_approved_late::RULE,
    &plan_without_act::RULE,
    &plan_without_weights::RULE,
    &point_value_arithmetic::RULE,
    &proposal_open::RULE,
    &relevance_not_certified::RULE,
    &relevance_scale_repeats::RULE,
    &required_objective_missing::RULE,
    &resources_absent::RULE,
    &revenue_among_costs::RULE,
    &revenue_beside_costs::RULE,
    &revised_without_variation::RULE,
    &revision_changes_nothing::RULE,
    &same_project_two_lines::RULE,
    &staff_tables_differ::RULE,
    &staffing_acts_differ::RULE,
    &stated_total_differs::RULE,
    &stated_total_off_hundred::RULE,
    &table_sum_differs::RULE,
    &target_easier_than_baseline::RULE,
    &target_in_attention_zone::RULE,
    &unit_persons_beyond_parent::RULE,
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
];
