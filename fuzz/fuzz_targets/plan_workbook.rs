//! Any bytes as a workbook: never a panic; what is read is written and read again without loss.
#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardo::format::workbook;
use traguardo_fuzz::things;

fuzz_target!(|bytes: &[u8]| {
    let Ok(draft) = workbook::read(bytes) else {
        return;
    };
    let once = workbook::write(&draft.plan).expect("what was read fits into a workbook");
    let again = workbook::read(&once).expect("what is written can be read");
    assert_eq!(things(&draft.plan), things(&again.plan));
});
