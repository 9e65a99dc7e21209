//! A plan written in any format and read again is the same plan.

use proptest::prelude::*;
use traguardo::format::{json, toml, workbook};

use super::arbitrary::draft;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_format_keeps_every_plan(draft in draft()) {
        let plan = draft.plan;
        let text = toml::write(&plan);
        let again = toml::read(&text).map_err(|f| TestCaseError::fail(format!("{f:?}\n{text}")))?;
        prop_assert_eq!(&again.plan, &plan, "TOML:\n{}", text);
        prop_assert_eq!(&toml::write(&again.plan), &text);
        let text = json::write(&plan);
        let again = json::read(&text).map_err(|f| TestCaseError::fail(format!("{f:?}\n{text}")))?;
        prop_assert_eq!(&again.plan, &plan, "JSON:\n{}", text);
        let bytes = workbook::write(&plan).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        let again = workbook::read(&bytes).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        prop_assert_eq!(&again.plan, &plan, "workbook, findings {:?}", again.findings);
        prop_assert_eq!(workbook::write(&again.plan).ok(), Some(bytes), "the same bytes");
    }
}
