//! Workbook: what LibreOffice reads back is what the document prints.

use documents::block::{Block, Cell, Column, Document, FigureOf, Row, RowKind, Table, plain};
use domain::number::Number;
use jiff::civil::date;

use super::sheets::{Sheet, opened};
use crate::sample;

fn write(document: &Document) -> Vec<u8> {
    documents::workbook::write(document).expect("a workbook has room for it")
}

fn sheet<'s>(sheets: &'s [Sheet], name: &str) -> &'s Sheet {
    let found = sheets.iter().find(|sheet| sheet.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

/// A document of tables alone.
fn of(tables: Vec<Table>) -> Document {
    Document {
        blocks: tables.into_iter().map(Block::Table).collect(),
        ..sample::document()
    }
}

fn table(data: &str, heads: &[&str], rows: Vec<Row>) -> Table {
    Table {
        data: data.into(),
        columns: heads.iter().map(|head| Column::text(*head, 10)).collect(),
        rows,
        ..Table::default()
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        ..Row::default()
    }
}

fn assert_figure(shown: &super::sheets::Cell, cell: &Cell) {
    match &cell.figure {
        Some(FigureOf::Number(number) | FigureOf::Percent(number) | FigureOf::Money(number)) => {
            let read = shown.number.as_deref().expect("a number");
            assert_eq!(Number::parse_decimal(read).as_ref(), Some(number));
        }
        Some(FigureOf::Day(day)) => {
            assert_eq!(shown.day.as_deref(), Some(&*day.to_string()));
        }
        None => assert_eq!(shown.shown, plain(&cell.text)),
    }
}

#[test]
fn what_is_read_back_is_what_the_document_prints() {
    let document = sample::document();
    let sheets = opened(&write(&document));
    let mut seen = 0;
    for block in &document.blocks {
        let table = match block {
            Block::Table(table) => table,
            Block::Figure(figure) => match &figure.data {
                Some(table) => table,
                None => continue,
            },
            _ => continue,
        };
        if table.data.is_empty() {
            continue;
        }
        let sheet = sheet(&sheets, &table.data);
        let data = table.rows.iter().filter(|row| row.kind == RowKind::Data);
        for (nth, row) in data.enumerate() {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let heads = sheet.heads();
                let head = heads.iter().find(|head| {
                    **head == column.head || head.ends_with(&format!(" – {}", column.head))
                });
                assert_figure(sheet.cell(nth, head.expect("the head is there")), cell);
                seen += 1;
            }
            for (head, value) in &table.context {
                assert_eq!(&sheet.cell(nth, head).shown, value);
            }
        }
    }
    assert!(seen > 150, "{seen} cells");
}

#[test]
fn the_first_sheet_leads_to_all_others() {
    let document = sample::document();
    let sheets = opened(&write(&document));
    let texts: Vec<&str> = sheets[0].rows.iter().flatten().map(|c| &*c.shown).collect();
    assert_eq!(sheets[0].name, document.words.contents);
    assert!(texts.contains(&&*document.title));
    assert!(texts.contains(&&*document.body));
    for sheet in &sheets[1..] {
        assert!(texts.contains(&&*sheet.name), "{}", sheet.name);
    }
}

#[test]
fn totals_are_left_out_and_subheads_become_a_column() {
    let sheets = opened(&write(&sample::document()));
    let people = sheet(&sheets, "Personale");
    assert_eq!(people.heads()[..2], ["Gruppo", "Struttura"]);
    assert_eq!(people.cell(0, "Gruppo").shown, "Direzioni centrali");
    assert_eq!(people.cell(3, "Gruppo").shown, "Sedi del territorio");
    let first = people.rows.iter().filter_map(|row| row.get(1));
    assert!(first.into_iter().all(|cell| cell.shown != "Totale"));
}

#[test]
fn figures_are_shown_as_they_are_printed() {
    let figures = [
        ("1.234,50", FigureOf::Number(decimal("1234.5"))),
        ("2026", FigureOf::Number(decimal("2026"))),
        ("12 giorni", FigureOf::Number(decimal("12"))),
        ("≥ 7,25", FigureOf::Number(decimal("7.25"))),
        ("87,5%", FigureOf::Percent(decimal("0.875"))),
        ("100%", FigureOf::Percent(decimal("1"))),
        (
            "0,33",
            FigureOf::Number(Number::ratio(1, 3).expect("a third")),
        ),
        ("1.250.000,00 €", FigureOf::Money(decimal("1250000"))),
        ("30/09/2026", FigureOf::Day(date(2026, 9, 30))),
    ];
    let rows = figures
        .iter()
        .map(|(text, figure)| row(vec![Cell::text(*text), Cell::figure(*text, figure.clone())]));
    let heads = ["Testo", "Valore"];
    let sheets = opened(&write(&of(vec![table("Prove", &heads, rows.collect())])));
    let sheet = sheet(&sheets, "Prove");
    for nth in 0..figures.len() {
        let cell = sheet.cell(nth, "Valore");
        assert!(cell.number.is_some() || cell.day.is_some());
        // This LibreOffice may speak English: points and commas the other way round.
        let shown: String = cell.shown.chars().map(turned).collect();
        let printed = &sheet.cell(nth, "Testo").shown;
        assert!(
            printed == &shown || printed == &cell.shown,
            "{printed} {}",
            cell.shown
        );
    }
}

fn turned(c: char) -> char {
    match c {
        ',' => '.',
        '.' => ',',
        c => c,
    }
}

#[test]
fn texts_stay_texts() {
    let texts = [
        "=1+1",
        "+39 06",
        "-5",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\")",
        "_x0041_",
        "0042",
    ];
    let rows = texts.map(|text| row(vec![Cell::text(text)])).to_vec();
    let sheets = opened(&write(&of(vec![table("Prove", &["Testo"], rows)])));
    let sheet = sheet(&sheets, "Prove");
    for (nth, text) in texts.iter().enumerate() {
        let cell = sheet.cell(nth, "Testo");
        assert_eq!((&*cell.shown, cell.formula), (*text, false));
        assert_eq!(cell.number, None);
    }
}

#[test]
fn tables_of_one_name_stand_on_one_sheet_with_the_columns_of_all() {
    let one = Table {
        context: vec![("Obiettivo".into(), "1".into())],
        ..table(
            "Dati",
            &["A", "B"],
            vec![row(vec![Cell::text("a"), Cell::text("b")])],
        )
    };
    let two = Table {
        context: vec![("Obiettivo".into(), "2".into())],
        ..table(
            "Dati",
            &["B", "C"],
            vec![row(vec![Cell::text("bb"), Cell::text("c")])],
        )
    };
    let sheets = opened(&write(&of(vec![one, two])));
    let sheet = sheet(&sheets, "Dati");
    assert_eq!(sheet.heads(), ["Obiettivo", "A", "B", "C"]);
    assert_eq!(sheet.cell(0, "B").shown, "b");
    assert_eq!(sheet.cell(1, "B").shown, "bb");
    assert_eq!(sheet.cell(1, "A").shown, "");
    assert_eq!(sheet.cell(1, "Obiettivo").shown, "2");
}

#[test]
fn every_sheet_has_a_name_of_its_own() {
    let cells = || vec![row(vec![Cell::text("x")])];
    let names = [
        "Risultati attesi degli obiettivi operativi",
        "Risultati attesi degli obiettivi strategici",
        "risultati attesi degli obiettivi",
        "a/b:c*d?[e]",
        "'virgolette'",
        "",
        "History",
        "\u{1}",
    ];
    let tables = names.map(|name| table(name, &["A"], cells())).to_vec();
    let sheets = opened(&write(&of(tables)));
    assert_eq!(sheets.len(), names.len() + 1);
    assert!(sheets.iter().all(|s| s.name.encode_utf16().count() <= 31));
    let mut lower: Vec<String> = sheets.iter().map(|s| s.name.to_lowercase()).collect();
    lower.sort();
    lower.dedup();
    assert_eq!(lower.len(), sheets.len());
    assert!(lower.contains(&"tabella 1".to_owned()));
}

#[test]
fn a_hostile_document_opens() {
    let sheets = opened(&write(&sample::hostile()));
    let wide = sheet(&sheets, "Serie");
    assert_eq!(wide.heads().len(), 40);
    assert_eq!(
        wide.cell(5, "Anno 2024 – Mese 2").number.as_deref(),
        Some("12.5")
    );
}

#[test]
fn the_same_document_gives_the_same_workbook() {
    assert!(write(&sample::document()) == write(&sample::document()));
}

fn decimal(text: &str) -> Number {
    Number::parse_decimal(text).expect("a decimal")
}
