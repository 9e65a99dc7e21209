//! The published JSON Schema takes every JSON that is written.

use proptest::prelude::*;
use traguardo::format::json;

use super::arbitrary::plan;

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(100)
    })]

    #[test]
    fn the_schema_takes_what_is_written(sample in plan()) {
        let schema = jsonschema::validator_for(&json::schema())
            .map_err(|e| TestCaseError::fail(e.to_string()))?;
        let written = json::write(&sample.0);
        let value: serde_json::Value =
            serde_json::from_str(&written).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let errors: Vec<String> = schema
            .iter_errors(&value)
            .map(|e| format!("{}: {e:.200}", e.instance_path()))
            .collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
    }
}
