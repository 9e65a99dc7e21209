//! From a plan to a workbook.

use std::collections::HashMap;

use domain::finding::Finding;
use domain::plan::{Period, Plan};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};

use crate::format::datum::{Datum, Entry, Record};
use crate::format::draft::{keys_of, records};
use crate::format::field::{PERIOD, Shape};
use crate::format::schema::{KINDS, KindSpec};

use super::cell::{LongTexts, row_cell, text_of};
use super::grid::column_name;
use super::header::period_cell;
use super::layout::{
    Column, HEAD_ROW, HINT_ROW, PURPOSE_ROW, TITLE_ROW, columns, in_columns, names_of, periods,
};
use super::read::ValueColumn;
use super::styles::{Styles, tab};
use super::{LISTS, LONG_TEXTS, ROWS, VALUES, guide};

/// Writes a plan as `.xlsx`: the same plan gives the same bytes.
///
/// # Errors
/// The finding that says why a workbook cannot hold the plan: a sheet has 1,048,576 rows and
/// 16,384 columns.
pub fn write(plan: &Plan) -> Result<Vec<u8>, Box<Finding>> {
    workbook(plan, false)
}

/// The workbook of a plan, as a template with the plan as its example where that is said.
pub(super) fn workbook(plan: &Plan, example: bool) -> Result<Vec<u8>, Box<Finding>> {
    Writer::of(plan, example)
        .write()
        .map_err(|error| match error {
            XlsxError::RowColumnLimitError => Box::new(Finding::error("format-workbook-full")),
            other => {
                let text = other.to_string();
                Box::new(Finding::error("format-workbook-not-written").arg("text", text))
            }
        })
}

struct Writer {
    example: bool,
    records: Vec<Record>,
    keys: Vec<String>,
    checkpoints: Vec<Period>,
    title: String,
    styles: Styles,
    texts: LongTexts,
    lists: Lists,
}

/// Rows that are typed in, below those written.
const SPARE_ROWS: u32 = 500;

/// The first row under the head.
const FIRST: u32 = HEAD_ROW + 1;

impl Writer {
    fn of(plan: &Plan, example: bool) -> Writer {
        let mut records = records(plan);
        let keys = keys_of(&records);
        for (record, key) in records.iter_mut().zip(&keys) {
            show_key(KINDS[record.kind].spec(), record, key);
        }
        let mut checkpoints: Vec<Period> = plan
            .checkpoint_days()
            .into_iter()
            .map(Period::Day)
            .collect();
        if checkpoints.is_empty() {
            checkpoints.push(plan.year().map_or(Period::Unsaid, Period::Year));
        }
        Writer {
            example,
            records,
            keys,
            checkpoints,
            title: plan.heading.title.clone().unwrap_or_default(),
            styles: Styles::new(),
            texts: LongTexts::default(),
            lists: Lists::default(),
        }
    }

    fn write(mut self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.push_worksheet(guide::sheet(&self.styles, self.example)?);
        let mut values = Vec::new();
        let mut rows = Vec::new();
        for kind in 0..KINDS.len() {
            let spec = KINDS[kind].spec();
            let sheet = if spec.single {
                self.single(kind)?
            } else {
                self.kind(kind, &mut values, &mut rows)?
            };
            workbook.push_worksheet(sheet);
        }
        workbook.push_worksheet(self.values(values)?);
        workbook.push_worksheet(self.rows(rows)?);
        if !self.texts.texts.is_empty() {
            workbook.push_worksheet(self.long_texts()?);
        }
        workbook.push_worksheet(self.lists.sheet()?);
        // The day of the form, not of the writing: the same plan gives the same bytes.
        let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
        let title = if self.title.is_empty() {
            "Piano della performance"
        } else {
            &self.title
        };
        let properties = DocProperties::new()
            .set_title(shortened_title(title))
            .set_subject("Piano della performance")
            .set_comment("Foglio di lavoro di Traguardo: le istruzioni stanno nel primo foglio.")
            .set_creation_datetime(&created);
        workbook.set_properties(&properties);
        workbook.save_to_buffer()
    }

    /// A sheet with its title and page.
    fn page(&self, name: &str, purpose: &str, example: bool) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.write_string_with_format(TITLE_ROW, 0, name, &self.styles.title)?;
        sheet.write_string_with_format(PURPOSE_ROW, 0, purpose, &self.styles.purpose)?;
        if example {
            let note = "Le righe su fondo giallo sono un esempio: cancellarle.";
            sheet.write_string_with_format(TITLE_ROW, 2, note, &self.styles.example_note)?;
            sheet.set_cell_format(TITLE_ROW, 3, &self.styles.example_note)?;
        }
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
            .set_repeat_rows(HEAD_ROW, HEAD_ROW)?
            .set_footer("&L&A&C&F&RPagina &P di &N");
        Ok(sheet)
    }

    /// Heads, hints and widths of a sheet's columns.
    fn heads<'h>(
        &self,
        sheet: &mut Worksheet,
        heads: impl Iterator<Item = (&'h str, &'h str, f64)>,
        frozen: u16,
    ) -> Result<(), XlsxError> {
        sheet.set_freeze_panes(FIRST, frozen)?;
        let mut total = 0.0;
        let (mut hint_lines, mut head_lines) = (1, 2);
        for (i, (head, hint, width)) in heads.enumerate() {
            let column = u16::try_from(i).map_err(|_| XlsxError::RowColumnLimitError)?;
            sheet.set_column_width(column, width)?;
            sheet.set_column_format(column, &self.styles.cell)?;
            sheet.write_string_with_format(HEAD_ROW, column, head, &self.styles.head)?;
            sheet.write_string_with_format(HINT_ROW, column, hint, &self.styles.hint)?;
            // Hints are set in nine points: a little more of them goes into a line.
            hint_lines = hint_lines.max(lines_of(hint, width * 1.05));
            head_lines = head_lines.max(lines_of(head, width * 0.8));
            total += width;
        }
        for row in [TITLE_ROW, PURPOSE_ROW] {
            sheet.set_row_format(row, &self.styles.purpose)?;
        }
        sheet.set_row_height(TITLE_ROW, 27)?;
        sheet.set_row_height(HINT_ROW, 12.5 * f64::from(hint_lines.min(8)) + 2.0)?;
        sheet.set_row_height(HEAD_ROW, LINE_HEIGHT * f64::from(head_lines.min(4)) + 2.0)?;
        if total < 200.0 {
            sheet.set_print_fit_to_pages(1, 0);
        } else {
            // Too wide for one page: the first columns stand on each.
            sheet.set_paper_size(8);
            sheet.set_repeat_columns(0, frozen.saturating_sub(1))?;
            sheet.set_print_scale(70);
        }
        Ok(())
    }

    fn string(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        text: String,
    ) -> Result<(), XlsxError> {
        let text = self.texts.cell(text);
        let format = if self.example {
            &self.styles.example
        } else {
            &self.styles.cell
        };
        sheet.write_string_with_format(row, column, text, format)?;
        Ok(())
    }

    /// Fills in the frame of a row, so that an example is seen across.
    fn frame(&self, sheet: &mut Worksheet, row: u32, columns: usize) -> Result<(), XlsxError> {
        if self.example {
            for column in 0..u16::try_from(columns).unwrap_or(u16::MAX) {
                sheet.write_blank(row, column, &self.styles.example)?;
            }
        }
        Ok(())
    }

    /// The sheet of a kind of which a plan holds a list.
    fn kind(
        &mut self,
        kind: usize,
        values: &mut Vec<Vec<String>>,
        rows: &mut Vec<Vec<String>>,
    ) -> Result<Worksheet, XlsxError> {
        let spec = KINDS[kind].spec();
        let positions: Vec<usize> = (0..self.records.len())
            .filter(|i| self.records[*i].kind == kind)
            .collect();
        let own: Vec<Record> = positions.iter().map(|i| self.records[*i].clone()).collect();
        let columns = columns(spec, &own.iter().collect::<Vec<_>>(), &self.checkpoints);
        let mut sheet = self.page(spec.sheet, spec.help, self.example && !own.is_empty())?;
        sheet.set_tab_color(tab(spec.key));
        let heads = columns
            .iter()
            .map(|c| (c.head.as_str(), c.field.help, c.width()));
        let title = columns
            .iter()
            .take(4)
            .position(|c| matches!(c.field.key, "title" | "name"));
        let frozen = u16::try_from(title.map_or(1, |i| i + 1)).unwrap_or(1);
        self.heads(&mut sheet, heads, frozen)?;
        let mut row = FIRST;
        for (record, position) in own.iter().zip(&positions) {
            self.frame(&mut sheet, row, columns.len())?;
            let name = format!("{}:{}", spec.key, self.keys[*position]);
            self.record(&mut sheet, row, &columns, record)?;
            for entry in &record.entries {
                match spec.field(&entry.key).map(|f| &f.shape) {
                    Some(Shape::Values) => value_rows(spec, &name, entry, values),
                    Some(Shape::Grid) => table_rows(&name, &entry.item.datum, rows),
                    _ => {}
                }
            }
            row += 1;
        }
        let last = row.saturating_add(SPARE_ROWS).min(1_048_575);
        for (i, column) in columns.iter().enumerate() {
            let place = u16::try_from(i).map_err(|_| XlsxError::RowColumnLimitError)?;
            if let Some(list) = self.list(column.field.shape.clone(), column.field.targets) {
                sheet.add_data_validation(FIRST, place, last, place, &list)?;
            }
        }
        Ok(sheet)
    }

    /// One record in its row.
    fn record(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        columns: &[Column<'_>],
        record: &Record,
    ) -> Result<(), XlsxError> {
        let mut simple: HashMap<&str, Vec<(Period, &str)>> = HashMap::new();
        let mut lines = 1;
        for (i, column) in columns.iter().enumerate() {
            let Some(entry) = record.entries.iter().find(|e| e.key == column.field.key) else {
                continue;
            };
            let text = match &column.period {
                None => text_of(&column.field.shape, &entry.item.datum),
                Some(wanted) => {
                    let list = simple
                        .entry(column.field.key)
                        .or_insert_with(|| in_columns(column.field, &entry.item.datum));
                    match list.binary_search_by(|(period, _)| period.cmp(wanted)) {
                        Ok(found) => list[found].1.to_owned(),
                        Err(_) => continue,
                    }
                }
            };
            let place = u16::try_from(i).map_err(|_| XlsxError::RowColumnLimitError)?;
            lines = lines.max(lines_of(&text, column.width()));
            self.string(sheet, row, place, text)?;
        }
        set_height(sheet, row, lines)
    }

    /// The sheet of a kind of which a plan holds one record: a row for each field.
    fn single(&mut self, kind: usize) -> Result<Worksheet, XlsxError> {
        let spec = KINDS[kind].spec();
        let record = self.records.iter().find(|r| r.kind == kind).cloned();
        let mut sheet = self.page(spec.sheet, spec.help, self.example && record.is_some())?;
        sheet.set_tab_color(tab(spec.key));
        let heads = [
            ("Voce", "", 40.0),
            ("Valore", "", 60.0),
            ("Istruzioni", "", 60.0),
        ];
        self.heads(&mut sheet, heads.into_iter(), 1)?;
        for (row, field) in (FIRST..).zip(&spec.fields) {
            sheet.write_string_with_format(row, 0, field.header, &self.styles.label)?;
            sheet.write_string_with_format(row, 2, field.help, &self.styles.hint)?;
            let mut lines = lines_of(field.header, 40.0).max(lines_of(field.help, 60.0));
            let entry = record
                .as_ref()
                .and_then(|r| r.entries.iter().find(|e| e.key == field.key));
            match entry {
                Some(entry) => {
                    let text = text_of(&field.shape, &entry.item.datum);
                    lines = lines.max(lines_of(&text, 60.0));
                    self.string(&mut sheet, row, 1, text)?;
                }
                None => {
                    sheet.write_blank(row, 1, &self.styles.cell)?;
                }
            }
            set_height(&mut sheet, row, lines)?;
            if let Some(list) = self.list(field.shape.clone(), field.targets) {
                sheet.add_data_validation(row, 1, row, 1, &list)?;
            }
        }
        Ok(sheet)
    }

    /// The sheet of values that carry more than a text.
    fn values(&mut self, rows: Vec<Vec<String>>) -> Result<Worksheet, XlsxError> {
        let purpose = "Un valore per riga, quando serve altro oltre al testo: data, nota, \
                       documentazione, lettura corretta. Gli altri valori stanno nelle colonne \
                       dei loro fogli.";
        let mut sheet = self.page(VALUES, purpose, self.example && !rows.is_empty())?;
        let hint = |column: ValueColumn| match column {
            ValueColumn::Element => "Per esempio indicator:1.1/2, objective:1.1",
            ValueColumn::Role => "Target, Consuntivo, Giudizio…",
            ValueColumn::Period => "Un giorno, un anno o un nome",
            ValueColumn::Detail("text", _) => "Come si dice: almeno 300, 70%, ND",
            ValueColumn::Detail("reading", _) => {
                "Se il testo è stato inteso male; conta al suo posto"
            }
            ValueColumn::Detail("as_of", _) => "Se diverso dalla scadenza",
            ValueColumn::Detail("achievement", _) => "sì se il valore è già il raggiungimento",
            ValueColumn::Detail("completion", _) => "In percentuale",
            ValueColumn::Detail("state", _) => "In corso, sospeso, completato…",
            ValueColumn::Detail("evidence", _) => "Più documenti separati da punto e virgola",
            ValueColumn::Detail(..) => "",
        };
        let width = |column: ValueColumn| match column {
            ValueColumn::Element => 24.0,
            ValueColumn::Detail("text" | "note" | "evidence", _) => 34.0,
            ValueColumn::Detail("provisional" | "completion", _) => 14.0,
            _ => 18.0,
        };
        let heads = ValueColumn::all().map(|c| (c.header(), hint(c), width(c)));
        self.heads(&mut sheet, heads, 1)?;
        let count = rows.len();
        self.plain_rows(&mut sheet, rows, ValueColumn::all().count())?;
        let last = u32::try_from(count)
            .unwrap_or(u32::MAX)
            .saturating_add(FIRST + SPARE_ROWS)
            .min(1_048_575);
        let mut roles: Vec<&'static str> = Vec::new();
        for field in KINDS.iter().flat_map(|k| &k.spec().fields) {
            if field.shape == Shape::Values && !roles.contains(&field.header) {
                roles.push(field.header);
            }
        }
        let list = self.lists.of(&roles);
        sheet.add_data_validation(FIRST, 1, last, 1, &list)?;
        for (i, column) in (0u16..).zip(ValueColumn::all()) {
            if let Some(list) = self.list(column.shape(), &[])
                && column != ValueColumn::Role
            {
                sheet.add_data_validation(FIRST, i, last, i, &list)?;
            }
        }
        Ok(sheet)
    }

    /// The sheet of the rows of tables and registers.
    fn rows(&mut self, rows: Vec<Vec<String>>) -> Result<Worksheet, XlsxError> {
        let purpose = "Le righe delle tabelle e dei registri: nella prima colonna la chiave, poi \
                       le celle. Chiave vuota: la stessa della riga sopra.";
        let mut sheet = self.page(ROWS, purpose, self.example && !rows.is_empty())?;
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0).max(9);
        let names: Vec<String> = (1..widest).map(|i| format!("Colonna {i}")).collect();
        let heads = std::iter::once(("Tabella", "table:chiave o register:chiave", 24.0))
            .chain(names.iter().map(|name| (name.as_str(), "", 18.0)));
        self.heads(&mut sheet, heads, 1)?;
        self.plain_rows(&mut sheet, rows, widest)?;
        Ok(sheet)
    }

    /// The sheet of texts that are too much for a cell.
    fn long_texts(&mut self) -> Result<Worksheet, XlsxError> {
        let purpose = "Testi più lunghi di una cella, in parti: le celle che li citano non si \
                       toccano.";
        let mut sheet = self.page(LONG_TEXTS, purpose, false)?;
        let heads = [
            ("Numero", "", 10.0),
            ("Parte", "", 10.0),
            ("Testo", "", 120.0),
        ];
        self.heads(&mut sheet, heads.into_iter(), 1)?;
        let mut row = FIRST;
        for (number, parts) in (1..).zip(&self.texts.texts) {
            for (part, text) in (1..).zip(parts) {
                for (column, figure) in [(0, number), (1, part)] {
                    let figure = figure.to_string();
                    sheet.write_string_with_format(row, column, figure, &self.styles.cell)?;
                }
                sheet.write_string_with_format(row, 2, text, &self.styles.cell)?;
                row += 1;
            }
        }
        Ok(sheet)
    }

    /// Rows of texts under a head.
    fn plain_rows(
        &mut self,
        sheet: &mut Worksheet,
        rows: Vec<Vec<String>>,
        columns: usize,
    ) -> Result<(), XlsxError> {
        for (row, cells) in (FIRST..).zip(rows) {
            self.frame(sheet, row, columns)?;
            for (i, text) in cells.into_iter().enumerate() {
                if !text.is_empty() {
                    let place = u16::try_from(i).map_err(|_| XlsxError::RowColumnLimitError)?;
                    self.string(sheet, row, place, text)?;
                }
            }
        }
        Ok(())
    }

    /// The drop-down list of a field, where it has one.
    fn list(&mut self, shape: Shape, targets: &[domain::plan::NodeKind]) -> Option<DataValidation> {
        match shape {
            Shape::Choice(words) | Shape::Choices(words) => {
                let words: Vec<&'static str> = words.iter().map(|(_, word)| *word).collect();
                Some(self.lists.of(&words))
            }
            Shape::YesNo => Some(self.lists.of(&["sì", "no"])),
            Shape::Reference | Shape::References => {
                let (sheet, column) = names_of(targets)?;
                let column = column_name(column);
                let (first, last) = (FIRST + 1, FIRST + 1 + SPARE_ROWS);
                Some(offer(&format!(
                    "='{sheet}'!${column}${first}:${column}${last}"
                )))
            }
            _ => None,
        }
    }
}

/// The height of a line in points.
const LINE_HEIGHT: f64 = 15.0;

/// How many lines a text takes in a column of that width.
pub(super) fn lines_of(text: &str, width: f64) -> u32 {
    // A cell shows no more lines than these: no need to count a long text to its end.
    const MOST: usize = 27;
    let lines = text.split('\n').take(MOST).map(|line| {
        let letters = line.chars().take(MOST * 200).count();
        (letters as f64 / (width * 0.95))
            .ceil()
            .clamp(1.0, MOST as f64) as u32
    });
    lines.sum::<u32>().clamp(1, MOST as u32)
}

/// Makes a row as high as its lines: not every program does so by itself.
pub(super) fn set_height(sheet: &mut Worksheet, row: u32, lines: u32) -> Result<(), XlsxError> {
    if lines > 1 {
        sheet.set_row_height(row, LINE_HEIGHT * f64::from(lines))?;
    }
    Ok(())
}

/// A list to choose from that does not forbid anything else.
fn offer(range: &str) -> DataValidation {
    DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .show_error_message(false)
        .show_input_message(false)
}

/// The hidden sheet of the words to choose from.
#[derive(Default)]
struct Lists {
    lists: Vec<Vec<&'static str>>,
}

impl Lists {
    /// The list of these words.
    fn of(&mut self, words: &[&'static str]) -> DataValidation {
        let position = match self.lists.iter().position(|list| list == words) {
            Some(position) => position,
            None => {
                self.lists.push(words.to_vec());
                self.lists.len() - 1
            }
        };
        let column = column_name(u16::try_from(position).unwrap_or(u16::MAX));
        offer(&format!("='{LISTS}'!${column}$1:${column}${}", words.len()))
    }

    fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(LISTS)?.set_hidden(true);
        for (column, list) in (0u16..).zip(&self.lists) {
            for (row, word) in (0u32..).zip(list) {
                sheet.write_string(row, column, *word)?;
            }
        }
        Ok(sheet)
    }
}

/// Writes the key into a record that would be called by it: everything but what is called by its
/// printed code.
fn show_key(spec: &KindSpec, record: &mut Record, key: &str) {
    let called_by_code = spec.key_from.iter().any(|f| record.text(f) == Some(key));
    if spec.has_id() && !called_by_code && record.text("id").is_none() {
        let entry = Entry::new("id", Datum::Text(key.to_owned()));
        record.entries.insert(0, entry);
    }
}

/// The values of a field that need rows of their own.
fn value_rows(spec: &KindSpec, name: &str, entry: &Entry, rows: &mut Vec<Vec<String>>) {
    let Some(field) = spec.field(&entry.key) else {
        return;
    };
    let simple = in_columns(field, &entry.item.datum);
    for (period, datum) in periods(&entry.item.datum) {
        if simple.binary_search_by(|(p, _)| p.cmp(&period)).is_ok() {
            continue;
        }
        let items = match datum {
            Datum::List(items) => items.iter().map(|i| &i.datum).collect(),
            one => vec![one],
        };
        for datum in items {
            let cell = |column| match column {
                ValueColumn::Element => name.to_owned(),
                ValueColumn::Role => field.header.to_owned(),
                ValueColumn::Period => period_cell(&period),
                ValueColumn::Detail(key, _) => match datum {
                    Datum::Text(text) if key == "text" => text.clone(),
                    Datum::Map(details) => details
                        .iter()
                        .find(|d| d.key == key && d.key != PERIOD)
                        .map_or_else(String::new, |d| text_of(&column.shape(), &d.item.datum)),
                    _ => String::new(),
                },
            };
            rows.push(ValueColumn::all().map(cell).collect());
        }
    }
}

/// The rows of a table.
fn table_rows(name: &str, datum: &Datum, rows: &mut Vec<Vec<String>>) {
    let Datum::List(list) = datum else { return };
    for row in list {
        let Datum::List(cells) = &row.datum else {
            continue;
        };
        let mut texts = vec![name.to_owned()];
        for (i, cell) in cells.iter().enumerate() {
            let text = cell.datum.text().unwrap_or_default();
            texts.push(row_cell(text, i + 1 == cells.len()));
        }
        rows.push(texts);
    }
}

/// Document properties hold 255 characters.
fn shortened_title(title: &str) -> String {
    title
        .chars()
        .filter(|c| !c.is_control())
        .take(250)
        .collect()
}
