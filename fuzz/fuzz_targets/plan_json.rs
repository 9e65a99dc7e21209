//! Any bytes as a plan file in JSON: never a panic; what is read is written and read again
//! without loss, and the second writing is the first, byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardo::format::{json, text};
use traguardo_fuzz::things;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = text::decode(bytes) else {
        return;
    };
    let Ok(draft) = json::read(text) else { return };
    let once = json::write(&draft.plan);
    let again = json::read(&once).expect("what is written can be read");
    assert_eq!(things(&draft.plan), things(&again.plan), "{once}");
    assert_eq!(once, json::write(&again.plan));
});
