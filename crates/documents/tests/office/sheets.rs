//! What a reader finds in a workbook, as LibreOffice shows it.

use super::soffice::converted;
use super::text::Element;

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: what is shown, the figure behind it, the day, whether it is a formula.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub shown: String,
    pub number: Option<String>,
    pub day: Option<String>,
    pub formula: bool,
}

/// Most empty cells that a repetition stands for.
const MOST: usize = 60;

/// Opens a workbook in LibreOffice.
pub fn opened(workbook: &[u8]) -> Vec<Sheet> {
    let file = Element::read(&converted("data.xlsx", workbook, "fods"));
    let sheets = file.all("table:table");
    sheets.into_iter().map(sheet).collect()
}

fn sheet(table: &Element) -> Sheet {
    let mut rows = Vec::new();
    for row in table.all("table:table-row") {
        let mut cells: Vec<Cell> = Vec::new();
        for cell in row.children().filter(|e| e.name == "table:table-cell") {
            let times = cell.attribute("table:number-columns-repeated");
            let times = times.and_then(|n| n.parse().ok()).unwrap_or(1_usize);
            cells.extend(std::iter::repeat_n(read(cell), times.min(MOST)));
        }
        while cells.last() == Some(&Cell::default()) {
            cells.pop();
        }
        rows.push(cells);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    Sheet {
        name: table.attribute("table:name").unwrap_or_default().to_owned(),
        rows,
    }
}

fn read(cell: &Element) -> Cell {
    let lines = cell.children().filter(|e| e.name == "text:p");
    let lines: Vec<String> = lines.map(Element::text).collect();
    let number = match cell.attribute("office:value-type") {
        Some("float" | "percentage" | "currency") => cell.attribute("office:value"),
        _ => None,
    };
    Cell {
        shown: lines.join("\n"),
        number: number.map(str::to_owned),
        day: cell.attribute("office:date-value").map(str::to_owned),
        formula: cell.attribute("table:formula").is_some(),
    }
}

impl Sheet {
    /// The cell of a row (0 is the first under the heads) below a head.
    pub fn cell(&self, row: usize, head: &str) -> &Cell {
        let heads = &self.rows[0];
        let column = heads.iter().position(|cell| cell.shown == head);
        let column = column.unwrap_or_else(|| panic!("{}: no column {head}", self.name));
        static NOTHING: Cell = Cell {
            shown: String::new(),
            number: None,
            day: None,
            formula: false,
        };
        self.rows[row + 1].get(column).unwrap_or(&NOTHING)
    }

    /// The texts of the heads.
    pub fn heads(&self) -> Vec<&str> {
        self.rows[0].iter().map(|cell| &*cell.shown).collect()
    }
}
