//! Formulas: cases that an official could check by hand, and what holds for all of them.

use proptest::prelude::*;
use traguardo_domain::number::{Number, Style};
use traguardo_domain::report::formula::{Formula, NoFigure, Operation, Unreadable};

fn value(name: &str) -> Option<Number> {
    let known = [
        ("pratiche evase", 29),
        ("pratiche", 48),
        ("imprese-attive", 27_330),
        ("proventi strutturali", 5_000),
        ("oneri strutturali", 3_250),
        ("x-lab", 7),
        ("nessuna", 0),
    ];
    let found = known.iter().find(|(of, _)| *of == name);
    found.map(|(_, n)| Number::from(*n))
}

fn figure(text: &str) -> String {
    let formula = Formula::read(text).expect("the formula can be read");
    let figure = formula.figure(&value).expect("the formula has a figure");
    figure.format_plain(Style::ITALIAN)
}

#[test]
fn what_people_write_is_computed_exactly() {
    let cases = [
        ("12 + 3 × 2", "18"),
        ("(12 + 3) × 2", "30"),
        ("20 - 5 - 5", "10"),
        ("20 − (5 − 5)", "20"),
        ("2/3*3", "2"),
        ("1.000 + 0,5", "1000,5"),
        ("pratiche evase / pratiche × 100", "60,416666…"),
        (
            "(proventi strutturali - oneri strutturali) / proventi strutturali",
            "0,35",
        ),
        ("10.000 x pratiche / imprese-attive × 27.330", "480000"),
        ("10 x 4", "40"),
        ("(2) x (3)", "6"),
        ("x-lab * 2", "14"),
        ("-pratiche", "\u{2212}48"),
        ("3 × (−4)", "\u{2212}12"),
        ("19 + 10", "29"),
    ];
    for (text, expected) in cases {
        assert_eq!(
            figure(text).replace('.', ""),
            expected.replace('.', ""),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_formula_is_told_apart() {
    let cases = [
        ("", Unreadable::Empty),
        ("  ", Unreadable::Empty),
        ("a +", Unreadable::NoOperand),
        ("/ b", Unreadable::NoOperand),
        ("()", Unreadable::Bracket),
        ("(a + b", Unreadable::Bracket),
        ("a)", Unreadable::Bracket),
        ("a (b)", Unreadable::NoOperand),
    ];
    for (text, expected) in cases {
        assert_eq!(Formula::read(text), Err(expected), "{text}");
    }
    assert_eq!(Formula::read(&"(".repeat(90)), Err(Unreadable::TooLong));
    assert_eq!(Formula::read(&"1+".repeat(900)), Err(Unreadable::TooLong));
}

#[test]
fn a_missing_quantity_and_a_division_by_zero_are_no_figure() {
    let of = |text: &str| Formula::read(text).expect("it can be read").figure(&value);
    assert_eq!(
        of("pratiche / sportelli"),
        Err(NoFigure::Missing("sportelli".to_owned()))
    );
    assert_eq!(of("pratiche / nessuna"), Err(NoFigure::ByZero));
    assert_eq!(of("1 / (2 - 2)"), Err(NoFigure::ByZero));
}

#[test]
fn the_arithmetic_is_written_with_the_figures_and_no_needless_bracket() {
    let cases = [
        ("((pratiche evase) / pratiche) × 100", "29 / 48 × 100"),
        ("pratiche - (oneri strutturali - 1)", "48 − (3250 − 1)"),
        ("pratiche / (2 * 3)", "48 / (2 × 3)"),
    ];
    for (text, expected) in cases {
        let formula = Formula::read(text).expect("it can be read");
        let number = |n: &Number| n.format_plain(Style::MACHINE);
        let name = |called: &str| number(&value(called).expect("it is known"));
        assert_eq!(formula.written(&name, &number), expected);
    }
    let formula = Formula::read("a / b + a").expect("it can be read");
    assert_eq!(formula.names(), ["a", "b"]);
}

fn formulas() -> impl Strategy<Value = Formula> {
    let names = prop::sample::select(vec!["pratiche evase", "pratiche", "imprese-attive"]);
    let leaf = prop_oneof![
        (0i64..50).prop_map(|n| Formula::Number(Number::from(n))),
        names.prop_map(|name| Formula::Name(name.to_owned())),
    ];
    leaf.prop_recursive(5, 40, 2, |inner| {
        let sign = prop::sample::select(vec![
            Operation::Plus,
            Operation::Minus,
            Operation::Times,
            Operation::Over,
        ]);
        prop_oneof![
            inner.clone().prop_map(|of| Formula::Negative(Box::new(of))),
            (inner.clone(), sign, inner).prop_map(|(a, sign, b)| Formula::Of(
                Box::new(a),
                sign,
                Box::new(b)
            )),
        ]
    })
}

proptest! {
    #[test]
    fn a_formula_written_and_read_again_gives_the_same_figure(formula in formulas()) {
        let number = |n: &Number| n.format_plain(Style::MACHINE);
        let named = formula.written(&str::to_owned, &number);
        let again = Formula::read(&named).expect("what is written can be read");
        prop_assert_eq!(again.figure(&value), formula.figure(&value));
    }

    #[test]
    fn no_text_stops_the_reader(text in "[ ()0-9a-zx+*/:.,×−–-]{0,80}") {
        if let Ok(formula) = Formula::read(&text) {
            let _ = formula.figure(&|_| Some(Number::ONE));
        }
    }
}
