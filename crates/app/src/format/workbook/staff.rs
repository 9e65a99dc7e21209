//! The table of staff that an office keeps in a workbook: read for counting, never kept. Columns are
//! found by their heads; those that nobody asks for, names among them, are not looked at.

use domain::finding::Finding;
use domain::report::staff::Staff;
use domain::target::{read_day, read_number};
use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError,
};

use super::grid::{Cell, Content, Grid, cell_name};
use super::header::fold;
use super::package::{Package, Type, too_large};
use super::tabular::{head_row, plain_text};
use super::xlsx::Stop;
use super::{ods, xlsx};
use crate::format::field::{shortened, trimmed};

/// A column that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Persons,
    Unit,
    Category,
    Gender,
    Contract,
    Time,
    Birth,
    Age,
    Hired,
    Seniority,
    Education,
}

impl Column {
    /// The columns of the template with what is written there.
    const TEMPLATE: [(Column, &'static str, &'static str); 8] = [
        (Column::Unit, "Struttura", "Il nome come nell'organigramma."),
        (
            Column::Category,
            "Area contrattuale",
            "Dirigenti, Funzionari, Istruttori …",
        ),
        (Column::Gender, "Genere", "F o M."),
        (
            Column::Contract,
            "Contratto",
            "Tempo indeterminato, tempo determinato …",
        ),
        (
            Column::Time,
            "Tempo parziale",
            "La percentuale (50%), o no se è pieno.",
        ),
        (Column::Birth, "Anno di nascita", "L'anno, o la data."),
        (Column::Hired, "Anno di assunzione", "L'anno, o la data."),
        (
            Column::Education,
            "Titolo di studio",
            "Laurea, scuola secondaria di secondo grado …",
        ),
    ];

    fn named(text: &str) -> Option<Column> {
        Some(match fold(text).as_str() {
            "persone" | "numero persone" | "numero" | "unita di personale" => Column::Persons,
            "struttura" | "servizio" | "ufficio" | "area" | "unita organizzativa" => Column::Unit,
            "area contrattuale" | "categoria" | "inquadramento" | "area di inquadramento" => {
                Column::Category
            }
            "genere" | "sesso" => Column::Gender,
            "contratto" | "tipo di contratto" | "rapporto di lavoro" => Column::Contract,
            "tempo parziale" | "part time" | "part-time" | "orario" | "tempo" => Column::Time,
            "anno di nascita" | "data di nascita" | "nascita" => Column::Birth,
            "eta" => Column::Age,
            "anno di assunzione" | "data di assunzione" | "assunzione" => Column::Hired,
            "anzianita" | "anzianita di servizio" => Column::Seniority,
            "titolo di studio" | "studio" => Column::Education,
            _ => return None,
        })
    }
}

/// What could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The staff.
    pub staff: Vec<Staff>,
    /// Cells that could not be used: which, and what stands there.
    pub unread: Vec<(String, String)>,
}

/// Reads a table of staff as of a day.
///
/// # Errors
/// The finding that makes the workbook unusable; none where no sheet of it has the heads.
pub fn read(bytes: &[u8], day: Date) -> Result<Option<Read>, Box<Finding>> {
    let (mut package, kind) = Package::open(bytes).map_err(Box::new)?;
    let grids = match kind {
        Type::Xlsx => xlsx::read(&mut package),
        Type::Ods => ods::read(&mut package),
    };
    let grids = grids.map_err(|stop| {
        Box::new(match stop {
            Stop::Damaged => Finding::error("format-workbook-damaged"),
            Stop::TooMuch => too_large("cells"),
        })
    })?;
    let tables = grids.iter().filter_map(|grid| {
        let head = head_row(grid, Column::named)?;
        (head.columns.len() > 1).then_some((grid, head))
    });
    let Some((grid, head)) = tables.max_by_key(|(_, head)| head.columns.len()) else {
        return Ok(None);
    };
    let mut read = Read::default();
    let below = grid.rows().filter(|cells| cells[0].row > head.row);
    for cells in below {
        read.row(grid, cells, &head.columns, day);
    }
    Ok(Some(read))
}

impl Read {
    fn row(&mut self, grid: &Grid, cells: &[Cell], columns: &[(u16, Column)], day: Date) {
        let mut person = Staff {
            persons: 1,
            ..Staff::default()
        };
        let mut said = false;
        for cell in cells {
            let Some((_, column)) = columns.iter().find(|(at, _)| *at == cell.column) else {
                continue;
            };
            let text = plain_text(&cell.content);
            let text = trimmed(&text);
            if text.is_empty() {
                continue;
            }
            said = true;
            if !take(&mut person, *column, cell, text, day) {
                let name = format!("{}!{}", grid.name, cell_name(cell.row, cell.column));
                self.unread.push((name, shortened(text)));
            }
        }
        // A total below the table is nobody.
        let total = fold(&person.unit).starts_with("totale");
        if said && !total {
            self.staff.push(person);
        }
    }
}

/// Takes a cell; whether it could be used.
fn take(person: &mut Staff, column: Column, cell: &Cell, text: &str, day: Date) -> bool {
    let whole = |text: &str| read_number(text).0.and_then(|number| number.to_i64());
    match column {
        Column::Persons => match whole(text).and_then(|n| u32::try_from(n).ok()) {
            Some(count) if count <= 100_000 => person.persons = count,
            _ => return false,
        },
        Column::Unit => text.clone_into(&mut person.unit),
        Column::Category => text.clone_into(&mut person.category),
        Column::Contract => text.clone_into(&mut person.contract),
        Column::Education => text.clone_into(&mut person.education),
        Column::Gender => match fold(text).as_str() {
            "f" | "d" | "donna" | "donne" | "femmina" | "femminile" => person.woman = Some(true),
            "m" | "u" | "uomo" | "uomini" | "maschio" | "maschile" => person.woman = Some(false),
            _ => return false,
        },
        Column::Time => match part_time(cell, text) {
            Some(part_time) => person.part_time = Some(part_time),
            None => return false,
        },
        Column::Age => person.age = plausible(whole(text), 14, 100),
        Column::Birth => person.age = plausible(years_since(text, day), 14, 100),
        Column::Seniority => person.seniority = plausible(whole(text), 0, 70),
        Column::Hired => person.seniority = plausible(years_since(text, day), 0, 70),
    }
    match column {
        Column::Age | Column::Birth => person.age.is_some(),
        Column::Seniority | Column::Hired => person.seniority.is_some(),
        _ => true,
    }
}

fn plausible(years: Option<i64>, least: i64, most: i64) -> Option<i64> {
    years.filter(|years| (least..=most).contains(years))
}

fn part_time(cell: &Cell, text: &str) -> Option<bool> {
    if let Content::YesNo(yes) = cell.content {
        return Some(yes);
    }
    let folded = fold(text);
    match folded.as_str() {
        "no" | "n" | "pieno" | "tempo pieno" | "full time" => return Some(false),
        "si" | "s" | "parziale" | "tempo parziale" | "part time" | "part-time" => {
            return Some(true);
        }
        _ => {}
    }
    let number = read_number(text).0?;
    let number = match number <= domain::number::Number::ONE && !text.contains('%') {
        // 0,5 is half of the time, 1 all of it.
        true => number * domain::number::Number::HUNDRED,
        false => number,
    };
    let hundred = domain::number::Number::HUNDRED;
    (number.is_positive() && number <= hundred).then(|| number < hundred)
}

/// Whole years from a year or a day up to the day of the count.
fn years_since(text: &str, day: Date) -> Option<i64> {
    if let Some(since) = read_day(text) {
        let had = (day.month(), day.day()) >= (since.month(), since.day());
        return Some(i64::from(day.year()) - i64::from(since.year()) - i64::from(!had));
    }
    let year = read_number(text).0?.to_i64()?;
    (1900..=2200)
        .contains(&year)
        .then(|| i64::from(day.year()) - year)
}

/// The workbook to fill in.
///
/// # Errors
/// What the writer says; the template is small.
pub fn template() -> Result<Vec<u8>, Box<Finding>> {
    write().map_err(|error: XlsxError| {
        Box::new(Finding::error("format-workbook-not-written").arg("text", error.to_string()))
    })
}

/// Rows that are typed in.
const ROWS: u32 = 500;

fn write() -> Result<Vec<u8>, XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_font_color(0x00FF_FFFF)
        .set_background_color(0x0000_4D99);
    let hint = Format::new()
        .set_italic()
        .set_font_color(0x0051_616F)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name("Personale")?;
    for (at, (column, name, help)) in Column::TEMPLATE.into_iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.write_string_with_format(0, at, name, &head)?;
        sheet.set_column_width(at, if column == Column::Unit { 40 } else { 22 })?;
        let choices: &[&str] = match column {
            Column::Gender => &["F", "M"],
            Column::Contract => &["Tempo indeterminato", "Tempo determinato"],
            _ => &[],
        };
        let validation = match choices.is_empty() {
            true => DataValidation::new().allow_any_value(),
            false => DataValidation::new().allow_list_strings(choices)?,
        };
        let validation = validation
            .set_input_title(name)?
            .set_input_message(help)?
            .show_error_message(false);
        sheet.add_data_validation(1, at, ROWS, at, &validation)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let guide = workbook.add_worksheet().set_name("Istruzioni")?;
    guide.set_column_width(0, 24)?.set_column_width(1, 70)?;
    guide.write_string_with_format(0, 0, "Colonna", &head)?;
    guide.write_string_with_format(0, 1, "Che cosa si scrive", &head)?;
    for (row, (_, name, help)) in (1..).zip(Column::TEMPLATE) {
        guide.write_string(row, 0, name)?;
        guide.write_string_with_format(row, 1, help, &hint)?;
    }
    let after = u32::try_from(Column::TEMPLATE.len()).unwrap_or(0) + 2;
    guide.write_string_with_format(
        after,
        1,
        "Una riga per persona, senza nomi: se il foglio li ha, non vengono letti. Le colonne che mancano non si contano.",
        &hint,
    )?;
    workbook.save_to_buffer()
}
