//! What holds for every text: nothing panics, work is bounded, and a reading in words reads back.

use proptest::prelude::*;
use traguardo_domain::number::{Number, Style};
use traguardo_domain::plan::{Indicator, Plan};
use traguardo_domain::target::{
    Direction, Readings, Setting, TargetKind, TargetReading, actual_reading_words, number_words,
    read_actual, read_day, read_known, read_number, read_target, target_reading_words,
};

use super::published::value;

/// Pieces of which people make targets and actuals.
const PIECES: [&str; 76] = [
    "10",
    "1.771",
    "0,8",
    "7.5",
    "2024",
    "30",
    "31/12/2024",
    "30/6",
    "31 marzo 2022",
    "4/5",
    "-",
    "−",
    "–",
    "+",
    "+/-",
    "±",
    "%",
    "€",
    "≥",
    "<=",
    ">",
    "<",
    "=",
    "~",
    "almeno",
    "minimo",
    "massimo",
    "entro",
    "il",
    "al",
    "del",
    "di",
    "non",
    "più",
    "meno",
    "superiore",
    "inferiore",
    "alla",
    "media",
    "tra",
    "e",
    "da",
    "a",
    "..",
    "…",
    "(",
    ")",
    ",",
    ";",
    ":",
    ".",
    "/",
    "//",
    "n.",
    "N.",
    "totale",
    "incremento",
    "riduzione",
    "variazione",
    "livello",
    "gg",
    "giorni",
    "utenti",
    "SI",
    "sì",
    "no",
    "ND",
    "monitoraggio",
    "in corso",
    "completato",
    "una",
    "dato al 30/6",
    "(al 31/05/2024)",
    "completamento al 50%",
    "con",
    "circa",
];

/// Texts of these pieces, between spaces or, if `glued`, also without.
fn texts(glued: bool) -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&PIECES[..]);
    let glue = proptest::sample::select(if glued { &["", " "][..] } else { &[" "][..] });
    proptest::collection::vec((piece, glue), 1..9)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(p, g)| [p, g]).collect())
}

fn settings() -> impl Strategy<Value = Setting> {
    let kind = proptest::sample::select(
        &[
            None,
            None,
            None,
            Some(TargetKind::AtLeast),
            Some(TargetKind::Change),
            Some(TargetKind::ByDate),
        ][..],
    );
    (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        kind,
    )
        .prop_map(|(percent, yes_no, completion, lower, kind)| Setting {
            percent_unit: percent,
            yes_no_unit: yes_no && !percent,
            year: Some(2024),
            day: "2024-12-31".parse().ok(),
            completion,
            kind,
            direction: Some(if lower {
                Direction::Lower
            } else {
                Direction::Higher
            }),
            ..Setting::default()
        })
}

/// Reads the text in every place of a plan.
fn everywhere(text: &str) {
    let fields = [
        "baseline",
        "targets",
        "revised_targets",
        "results",
        "history",
    ];
    let values = fields
        .iter()
        .map(|f| value(f, "2024-12-31", text))
        .collect();
    let plan = Plan {
        indicators: vec![Indicator {
            name: Some(text.to_owned()),
            unit: Some(text.to_owned()),
            values,
            ..Indicator::default()
        }],
        ..Plan::default()
    };
    assert_eq!(Readings::of(&plan).indicators[0].values.len(), fields.len());
    let _ = (read_number(text), read_day(text));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads(text in any::<String>()) {
        everywhere(&text);
    }

    #[test]
    fn any_mixture_reads(text in texts(true)) {
        everywhere(&text);
    }

    #[test]
    fn a_target_in_words_reads_back(text in texts(false), setting in settings()) {
        let (reading, _) = read_target(&text, &setting);
        if let Some(words) = target_reading_words(&reading) {
            let (again, _) = read_target(&words, &setting);
            prop_assert_eq!(&again, &reading, "{:?} in words {:?}", text, words);
        } else {
            prop_assert_eq!(reading, TargetReading::Ambiguous);
        }
    }

    #[test]
    fn an_actual_in_words_reads_back(text in texts(false), setting in settings()) {
        let (reading, _) = read_actual(&text, &setting);
        if let Some(words) = actual_reading_words(&reading) {
            let (again, _) = read_actual(&words, &setting);
            prop_assert_eq!(&again, &reading, "{:?} in words {:?}", text, words);
        }
    }

    #[test]
    fn a_number_in_italian_form_reads_back(units in any::<i64>(), decimals in 0_u32..9) {
        let number = Number::from(units).checked_div(&Number::from(10_i64.pow(decimals))).expect("not zero");
        for text in [number_words(&number), number.format(Style::ITALIAN, decimals), number.format(Style::ITALIAN_CSV, decimals)] {
            let (read, remarks) = read_number(&text);
            prop_assert_eq!(read.as_ref(), Some(&number), "{}", text);
            prop_assert!(remarks.is_empty());
            prop_assert!(read_known(&text, &Setting::default()).0.is_some());
        }
    }

    #[test]
    fn a_day_reads_back(day in 1_i8..=28, month in 1_i8..=12, year in 1950_i16..2150) {
        let date = jiff::civil::Date::new(year, month, day).expect("a day");
        for text in [date.to_string(), format!("{day}/{month}/{year}"), format!("{day:02}.{month:02}.{year}"), traguardo_domain::target::day_words(date)] {
            prop_assert_eq!(read_day(&text), Some(date), "{}", text);
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_read_in_bounded_time() {
    let started = std::time::Instant::now();
    for piece in [
        "1",
        "n. ",
        "(",
        "1.",
        "entro il ",
        "+/- ",
        "> ",
        "da 3 a ",
        "al 30/6 ",
        "totale ",
        "10 e ",
        "a: 1 (",
        "incremento del 5% ",
    ] {
        for size in [15_000, 1 << 20] {
            everywhere(&piece.repeat(size / piece.len()));
        }
    }
    let spent = started.elapsed();
    assert!(spent.as_secs() < 60, "took {spent:?}");
}
