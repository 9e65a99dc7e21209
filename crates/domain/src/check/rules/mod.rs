//! The rules, one file each with its page beside it, and the one list of them.

mod account_contradicts_line;
mod budget_line_incomplete;
mod budget_line_of_other_year;
mod budget_line_without_amount;
mod budget_line_zero;
mod coefficients_exceed_fund;
mod economic_value_arithmetic;
mod economic_value_missing;
mod mission_missing;
mod mission_unknown;
mod money_counted_twice;
mod pira_absent;
mod pira_contradicts;
mod pira_malformed;
mod pira_missing;
mod pira_repeated;
mod point_value_arithmetic;
mod relevance_not_certified;
mod relevance_scale_repeats;
mod revenue_among_costs;
mod same_project_two_lines;
mod target_easier_than_baseline;
mod value_without_relevance;
mod vat_said_on_some;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &account_contradicts_line::RULE,
    &budget_line_incomplete::RULE,
    &budget_line_of_other_year::RULE,
    &budget_line_without_amount::RULE,
    &budget_line_zero::RULE,
    &coefficients_exceed_fund::RULE,
    &economic_value_arithmetic::RULE,
    &economic_value_missing::RULE,
    &mission_missing::RULE,
    &mission_unknown::RULE,
    &money_counted_twice::RULE,
    &pira_absent::RULE,
    &pira_contradicts::RULE,
    &pira_malformed::RULE,
    &pira_missing::RULE,
    &pira_repeated::RULE,
    &point_value_arithmetic::RULE,
    &relevance_not_certified::RULE,
    &relevance_scale_repeats::RULE,
    &revenue_among_costs::RULE,
    &same_project_two_lines::RULE,
    &target_easier_than_baseline::RULE,
    &value_without_relevance::RULE,
    &vat_said_on_some::RULE,
];
