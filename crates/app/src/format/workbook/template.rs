//! The empty workbook that an office fills in, with a small invented plan as its example.

use domain::finding::Finding;

use super::write::workbook;
use crate::format::toml;

/// The plan that the template shows.
pub(super) const EXAMPLE: &str = include_str!("example.toml");

/// The template: every sheet with its heads, lists and instructions, and an example to delete.
///
/// # Errors
/// As [`super::write()`]; the template itself is small enough for any spreadsheet.
pub fn template() -> Result<Vec<u8>, Box<Finding>> {
    let draft = toml::read(EXAMPLE).map_err(|mut findings| {
        let first = findings.drain(..).next().map(|located| located.finding);
        Box::new(first.unwrap_or_else(|| Finding::error("format-toml-syntax")))
    })?;
    workbook(&draft.plan, true)
}

#[cfg(test)]
mod tests {
    use super::EXAMPLE;
    use crate::format::toml;

    #[test]
    fn the_example_is_a_plan_of_which_there_is_nothing_to_say() {
        let draft = toml::read(EXAMPLE).expect("TOML");
        assert_eq!(draft.findings, []);
    }
}
