//! Any bytes as a plan file in TOML: never a panic; what is read is written and read again
//! without loss, and the second writing is the first, byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardo::format::{text, toml};
use traguardo_fuzz::things;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = text::decode(bytes) else {
        return;
    };
    let Ok(draft) = toml::read(text) else { return };
    let once = toml::write(&draft.plan);
    let again = toml::read(&once).expect("what is written can be read");
    assert_eq!(things(&draft.plan), things(&again.plan), "{once}");
    assert_eq!(once, toml::write(&again.plan));
});
