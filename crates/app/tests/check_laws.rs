//! Laws of the check on random and absurd plans: nothing panics, every finding has words and a
//! place, and fixes leave a plan that can be read and has nothing else changed.

use domain::check::{RULES, check};
use domain::target::Readings;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use traguardo::format::datum::At;
use traguardo::format::{fix, toml};
use traguardo::messages::{Catalogue, Language};

use crate::formats::arbitrary::{Sample, plan};

#[test]
fn any_plan_is_checked_and_every_finding_has_words_and_place() {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(192)
    };
    // Every page is read once, not once for each plan.
    let catalogues = [Language::Italian, Language::English].map(Catalogue::new);
    let law = |sample: Sample| {
        let text = toml::write(&sample.0);
        let draft = toml::read(&text).expect("what is written can be read");
        let readings = Readings::of(&draft.plan);
        let checked = check(&draft.plan, &readings, None);
        prop_assert_eq!(
            &checked,
            &check(&draft.plan, &readings, None),
            "the same again"
        );
        for finding in &checked.findings {
            let known = RULES.iter().find(|rule| rule.name == finding.rule);
            prop_assert!(
                known.is_some_and(|rule| rule.severity == finding.severity),
                "{:?}",
                finding
            );
            for catalogue in &catalogues {
                let (message, help) = catalogue.finding(finding);
                prop_assert!(message != finding.rule && help.is_some(), "{:?}", finding);
                let unfilled = message.contains("{$") && !text.contains("{$");
                prop_assert!(!unfilled, "{}", message);
            }
            for place in std::iter::once(&finding.place).chain(&finding.also) {
                let about_all = place.node.is_none_or(|n| n == domain::plan::Node::BODY);
                prop_assert!(
                    about_all || draft.place(place) != At::Nowhere,
                    "{:?}",
                    place
                );
            }
        }
        let fixes = checked.findings.iter().map(|f| f.fix.as_slice());
        let fixed = fix::apply(&text, &draft, fixes);
        let again = toml::read(&fixed.text);
        prop_assert!(again.is_ok(), "{}", fixed.text);
        if fixed.settled == 0 {
            prop_assert_eq!(fixed.text, text);
        }
        Ok(())
    };
    if let Err(broken) = TestRunner::new(config).run(&plan(), law) {
        panic!("{broken}");
    }
}
