//! A plan written in any format and read again is the same plan.

use domain::plan::Plan;
use proptest::prelude::*;
use traguardo::format::draft::{Draft, Located};
use traguardo::format::{json, toml, workbook};

use super::arbitrary::plan;

fn same(format: &str, read: Result<Draft, Vec<Located>>, plan: &Plan) -> Result<(), TestCaseError> {
    let again = read.map_err(|found| TestCaseError::fail(format!("{format}: {found:?}")))?;
    if again.plan != *plan {
        let (before, after) = (toml::write(plan), toml::write(&again.plan));
        let changed: String = before
            .lines()
            .zip(after.lines())
            .filter(|(a, b)| a != b)
            .take(3)
            .map(|(a, b)| format!("- {a:.200}\n+ {b:.200}\n"))
            .collect();
        let findings = again.findings.iter().take(5);
        let findings: Vec<String> = findings.map(|f| format!("{f:?}")).collect();
        return Err(TestCaseError::fail(format!(
            "{format} changes the plan:\n{changed}{}",
            findings.join("\n")
        )));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 1000,
        ..ProptestConfig::with_cases(120) })]

    #[test]
    fn every_format_keeps_every_plan(sample in plan()) {
        let plan = sample.0;
        let text = toml::write(&plan);
        same("TOML", toml::read(&text), &plan)?;
        same("JSON", json::read(&json::write(&plan)), &plan)?;
        let bytes = workbook::write(&plan).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        same("workbook", workbook::read(&bytes), &plan)?;
    }
}
