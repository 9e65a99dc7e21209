//! Workbooks as offices keep them and as LibreOffice saves them.

use std::path::PathBuf;

use traguardo::format::datum::At;
use traguardo::format::draft::Located;
use traguardo::format::{toml, workbook};

fn fixture(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks");
    root.join(name)
}

/// A finding on one line: severity, rule, cell, text.
fn line(located: &Located) -> String {
    let cell = match &located.at {
        At::Cell { sheet, row, column } => {
            let letter = char::from(b'A' + u8::try_from(*column).expect("a near column"));
            format!("{sheet}!{letter}{}", row + 1)
        }
        other => format!("{other:?}"),
    };
    let finding = &located.finding;
    let args = finding
        .args
        .iter()
        .filter(|(name, _)| matches!(*name, "text" | "range" | "count"));
    let args: Vec<&str> = args.map(|(_, value)| value.as_str()).collect();
    format!(
        "{} {} {cell} {}",
        finding.severity.token(),
        finding.rule,
        args.join(" | ")
    )
}

#[test]
fn a_messy_workbook_gives_its_plan_and_names_what_it_cannot_use() {
    let plan = std::fs::read_to_string(fixture("messy.toml")).expect("messy.toml");
    for name in ["messy.xlsx", "messy.ods"] {
        let bytes = std::fs::read(fixture(name)).expect(name);
        let draft = workbook::read(&bytes).expect(name);
        assert_eq!(toml::write(&draft.plan), plan, "{name}");
        let mut findings: Vec<String> = draft.findings.iter().map(line).collect();
        findings.sort();
        assert_eq!(
            findings,
            [
                "error format-not-yes-no Indicatori!H7 forse",
                "error format-unknown-reference Valori!A3 9.9 | 0",
                "note format-heading-row Indicatori!A3 AREA STRATEGICA 1",
                "note format-merged-cells Indicatori!B5 B5:C5 | entro il 31/12/2026",
                "note format-merged-filled Indicatori!A4 A4:A5 | 1.10",
                "warning format-cells-without-head Indicatori!J7 1",
                "warning format-error-cell Indicatori!G7 #DIV/0!",
                "warning format-unknown-column Indicatori!E2 N. prot. | 2",
                "warning format-unknown-entry piano !A5 Colore preferito",
                "warning format-unknown-sheet Appunti!A1 Appunti",
            ],
            "{name}"
        );
    }
}

#[test]
fn the_template_is_a_plan_of_which_there_is_nothing_to_say() {
    let template = workbook::template().expect("a template");
    assert_eq!(
        template,
        workbook::template().expect("a template"),
        "the same bytes"
    );
    let draft = workbook::read(&template).expect("a plan");
    assert_eq!(draft.findings, []);
    assert!(draft.plan.indicators.len() > 3 && !draft.plan.tables[0].rows.is_empty());
    for name in [
        "template-by-libreoffice.xlsx",
        "template-by-libreoffice.ods",
    ] {
        let bytes = std::fs::read(fixture(name)).expect(name);
        let saved = workbook::read(&bytes).expect(name);
        assert_eq!(saved.findings, [], "{name}");
        assert_eq!(
            toml::write(&saved.plan),
            toml::write(&draft.plan),
            "{name}: where the template's example has changed, fixtures/workbooks/README.md says \
             how to make the file again"
        );
    }
}
