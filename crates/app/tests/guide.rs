//! The user guide says what the program does: its example plan is read without a complaint, and
//! the figures worked out in the text are those of the scoring engine.

use std::path::{Path, PathBuf};

use domain::number::Style;
use domain::score::score;
use domain::target::Readings;

fn guide(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/guida")
        .join(file)
}

fn read(file: &str) -> String {
    let path = guide(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_example_is_read_without_a_complaint() {
    let text = read("piano-di-esempio.toml");
    let draft = traguardo::format::toml::read(&text).expect("it is a plan file");
    assert!(draft.findings.is_empty(), "{:#?}", draft.findings);
    assert!(
        read("file-di-piano.md").contains(&text),
        "the page shows the whole file"
    );
}

#[test]
fn the_figures_of_the_example_are_those_of_the_engine() {
    let draft = traguardo::format::toml::read(&read("piano-di-esempio.toml")).expect("a plan");
    let readings = Readings::of(&draft.plan);
    let scores = score(&draft.plan, &readings, None);
    let page = read("punteggio.md");
    let (_, worked) = page
        .split_once("## L'esempio di questa guida")
        .expect("the section");
    for (node, figure) in [
        ("objective:1.1", "97,50%"),
        ("objective:2.1", "80,00%"),
        ("objective:2.2", "79,26%"),
        ("area:1", "97,50%"),
        ("area:2", "79,70%"),
        ("body", "90,38%"),
        ("responsible:amministrazione", "79,78%"),
    ] {
        let found = scores
            .nodes
            .iter()
            .find(|scored| draft.plan.id_of(scored.node) == node)
            .and_then(|scored| scored.score.as_ref())
            .unwrap_or_else(|| panic!("{node} has no score"));
        let printed = found.format_percent(Style::ITALIAN, 2);
        assert_eq!(printed, figure, "{node}");
        assert!(worked.contains(figure), "the page says {figure} of {node}");
    }
}
