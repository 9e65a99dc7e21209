//! Any bytes as a plan in TOML: the check never panics, and its fixes leave a plan that can be read.
#![no_main]

use domain::check::check;
use domain::target::Readings;
use libfuzzer_sys::fuzz_target;
use traguardo::format::{fix, text, toml};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = text::decode(bytes) else {
        return;
    };
    let Ok(draft) = toml::read(text) else { return };
    let checked = check(&draft.plan, &Readings::of(&draft.plan), None);
    let fixes = checked.findings.iter().map(|finding| finding.fix.as_slice());
    let fixed = fix::apply(text, &draft, fixes);
    assert!(toml::read(&fixed.text).is_ok(), "{}", fixed.text);
});
