//! The rules, one file each with its page beside it, and the one list of them.

mod account_contradicts_line;
mod act_differs;
mod act_incomplete;
mod act_numbers_out_of_order;
mod attention_threshold_crossed;
mod budget_line_incomplete;
mod budget_line_of_other_year;
mod budget_line_without_amount;
mod budget_line_zero;
mod coefficients_exceed_fund;
mod economic_value_arithmetic;
mod economic_value_missing;
mod effort_beyond_unit;
mod effort_missing;
mod index_worse_than_cluster;
mod mission_missing;
mod mission_unknown;
mod money_counted_twice;
mod persons_differ_from_table;
mod pira_absent;
mod pira_contradicts;
mod pira_malformed;
mod pira_missing;
mod pira_repeated;
mod point_value_arithmetic;
mod proposal_open;
mod relevance_not_certified;
mod relevance_scale_repeats;
mod revenue_among_costs;
mod revised_without_variation;
mod revision_changes_nothing;
mod same_project_two_lines;
mod staffing_acts_differ;
mod table_sum_differs;
mod target_easier_than_baseline;
mod target_in_attention_zone;
mod value_without_relevance;
mod variation_changes_nothing;
mod variation_dates_out_of_order;
mod variation_of_other_year;
mod variation_without_act;
mod variation_without_opinion;
mod variation_without_reason;
mod vat_said_on_some;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &account_contradicts_line::RULE,
    &act_differs::RULE,
    &act_incomplete::RULE,
    &act_numbers_out_of_order::RULE,
    &attention_threshold_crossed::RULE,
    &budget_line_incomplete::RULE,
    &budget_line_of_other_year::RULE,
    &budget_line_without_amount::RULE,
    &budget_line_zero::RULE,
    &coefficients_exceed_fund::RULE,
    &economic_value_arithmetic::RULE,
    &economic_value_missing::RULE,
    &effort_beyond_unit::RULE,
    &effort_missing::RULE,
    &index_worse_than_cluster::RULE,
    &mission_missing::RULE,
    &mission_unknown::RULE,
    &money_counted_twice::RULE,
    &persons_differ_from_table::RULE,
    &pira_absent::RULE,
    &pira_contradicts::RULE,
    &pira_malformed::RULE,
    &pira_missing::RULE,
    &pira_repeated::RULE,
    &point_value_arithmetic::RULE,
    &proposal_open::RULE,
    &relevance_not_certified::RULE,
    &relevance_scale_repeats::RULE,
    &revenue_among_costs::RULE,
    &revised_without_variation::RULE,
    &revision_changes_nothing::RULE,
    &same_project_two_lines::RULE,
    &staffing_acts_differ::RULE,
    &table_sum_differs::RULE,
    &target_easier_than_baseline::RULE,
    &target_in_attention_zone::RULE,
    &value_without_relevance::RULE,
    &variation_changes_nothing::RULE,
    &variation_dates_out_of_order::RULE,
    &variation_of_other_year::RULE,
    &variation_without_act::RULE,
    &variation_without_opinion::RULE,
    &variation_without_reason::RULE,
    &vat_said_on_some::RULE,
];
