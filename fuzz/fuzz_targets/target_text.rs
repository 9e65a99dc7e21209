//! Any text as a target and as an actual, in any setting: never a panic; the same text always
//! reads the same; and the words in which a target is shown mean that target.
//!
//! Two bytes choose the setting, the rest is the text.
#![no_main]

use domain::target::{
    Setting, TargetReading, actual_reading_words, read_actual, read_day, read_known, read_number,
    read_override, read_state, read_target, target_reading_words,
};
use libfuzzer_sys::fuzz_target;
use traguardo_fuzz::{meaning, setting};

fuzz_target!(|bytes: &[u8]| {
    let Some((switches, text)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let setting = setting(u16::from_le_bytes(*switches));
    let _ = (
        read_number(text),
        read_day(text),
        read_state(text),
        read_override(text),
    );
    let _ = read_known(text, &setting);

    let target = read_target(text, &setting);
    assert_eq!(target, read_target(text, &setting));
    let actual = read_actual(text, &setting);
    assert_eq!(actual, read_actual(text, &setting));
    let _ = actual_reading_words(&actual.0);

    // Those words are what a person types to correct a reading, with the setting of the indicator
    // all around: they must never come back as another target.
    if let TargetReading::Read(meant) = &target.0
        && let Some(words) = target_reading_words(&target.0)
        && let TargetReading::Read(again) = read_target(&words, &Setting::default()).0
        && let Some(meant) = meaning(meant)
    {
        assert_eq!(
            Some(meant),
            meaning(&again),
            "{text:?} is shown as {words:?}"
        );
    }
});
