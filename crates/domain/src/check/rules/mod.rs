//! The rules, one file each with its page beside it, and the one list of them.

mod account_contradicts_line;
mod budget_line_incomplete;
mod budget_line_of_other_year;
mod budget_line_without_amount;
mod budget_line_zero;
mod money_counted_twice;
mod revenue_among_costs;
mod same_project_two_lines;
mod target_easier_than_baseline;
mod vat_said_on_some;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &account_contradicts_line::RULE,
    &budget_line_incomplete::RULE,
    &budget_line_of_other_year::RULE,
    &budget_line_without_amount::RULE,
    &budget_line_zero::RULE,
    &money_counted_twice::RULE,
    &revenue_among_costs::RULE,
    &same_project_two_lines::RULE,
    &target_easier_than_baseline::RULE,
    &vat_said_on_some::RULE,
];
