//! From the grids of a workbook to the records of a plan.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::finding::Finding;
use domain::plan::Period;

use crate::format::datum::{At, Datum, Entry, Item, Record};
use crate::format::draft::{Draft, Found, Located, assemble, keys_of};
use crate::format::field::{Shape, VALUE_DETAILS, by_period, detail_shape, shortened, trimmed};
use crate::format::schema::{KINDS, KindSpec, NO_NAME, kind_named, nearest};

use super::cell::{datum_of, mentioned, row_text};
use super::grid::{Cell, Content, Grid, Merged, column_name};
use super::header::{Head, Heads, fold, period_in_cell};
use super::package::{Package, Type, too_large};
use super::tabular::{FillDown, HeadRow, head_row, plain_text};
use super::xlsx::Stop;
use super::{GUIDE, LISTS, LONG_TEXTS, ROWS, VALUES, ods, xlsx};

/// Reads a plan from an `.xlsx` or `.ods` workbook. Sheets are recognised by name and columns by
/// head, wherever they stand; whatever cannot be used is named with its cell.
///
/// # Errors
/// The findings that make the file unusable: it is no workbook, it is encrypted, damaged or larger
/// than is taken, or no sheet of it is known.
pub fn read(bytes: &[u8]) -> Result<Draft, Vec<Located>> {
    let unusable = |finding| {
        vec![Located {
            finding,
            at: At::Nowhere,
        }]
    };
    let (mut package, kind) = Package::open(bytes).map_err(unusable)?;
    let grids = match kind {
        Type::Xlsx => xlsx::read(&mut package),
        Type::Ods => ods::read(&mut package),
    };
    let grids = grids.map_err(|stop| {
        unusable(match stop {
            Stop::Damaged => Finding::error("format-workbook-damaged"),
            Stop::TooMuch => too_large("cells"),
        })
    })?;
    Reader::default().read(&grids)
}

/// What a sheet is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Kind(usize),
    Values,
    Rows,
}

#[derive(Default)]
struct Reader {
    rows: Vec<Row>,
    findings: Vec<Located>,
    long_texts: HashMap<usize, String>,
    year: Option<i16>,
}

/// A record being put together from several sheets.
struct Row {
    record: Record,
    /// Its values: position of the field, period, value.
    values: Vec<(usize, Period, Item)>,
    /// The rows of its table.
    cells: Vec<Item>,
}

impl Reader {
    fn read(mut self, grids: &[Grid]) -> Result<Draft, Vec<Located>> {
        let mut known: Vec<(Use, &Grid)> = Vec::new();
        for grid in grids {
            if grid.damaged {
                let finding = Finding::error("format-sheet-damaged").arg("sheet", &*grid.name);
                self.say(finding, grid.at(0, 0));
            }
            let name = fold(&grid.name);
            if name == fold(LONG_TEXTS) {
                self.long_texts(grid);
            } else if name == fold(VALUES) {
                known.push((Use::Values, grid));
            } else if name == fold(ROWS) {
                known.push((Use::Rows, grid));
            } else if let Some(kind) = kind_called(&name) {
                known.push((Use::Kind(kind), grid));
            } else if name != fold(GUIDE) && name != fold(LISTS) {
                self.unknown_sheet(grid);
            }
        }
        if known.is_empty() {
            let names: Vec<&str> = grids.iter().map(|g| &*g.name).collect();
            let finding = Finding::error("format-no-known-sheet")
                .arg("text", shortened(&names.join(", ")))
                .arg(
                    "known",
                    KINDS[kind_named("indicator").unwrap_or(0)].spec().sheet,
                );
            self.say(finding, At::Nowhere);
            return Err(self.findings);
        }
        // The heading comes first: it says the year of heads such as `Target 30/6`.
        known.sort_by_key(|(r#use, _)| *r#use);
        for (r#use, grid) in known {
            match r#use {
                Use::Kind(kind) => self.kind(kind, grid),
                Use::Values => self.values(grid),
                Use::Rows => self.table_rows(grid),
            }
            if self.year.is_none() {
                self.year = self.written_year();
            }
        }
        let found = self.rows.into_iter().map(|row| Found {
            record: row.finished(),
            holder: None,
        });
        Ok(assemble(found.collect(), self.findings))
    }

    fn say(&mut self, finding: Finding, at: At) {
        self.findings.push(Located { finding, at });
    }

    fn written_year(&self) -> Option<i16> {
        let plan = kind_named("plan")?;
        let row = self.rows.iter().find(|row| row.record.kind == plan)?;
        row.record.text("year")?.parse().ok()
    }

    fn unknown_sheet(&mut self, grid: &Grid) {
        let Some(first) = grid.cells.first() else {
            return;
        };
        let sheets: Vec<&str> = KINDS
            .iter()
            .map(|k| k.spec().sheet)
            .chain([VALUES, ROWS])
            .collect();
        let finding = Finding::warning("format-unknown-sheet")
            .arg("text", shortened(&grid.name))
            .arg("known", nearest(trimmed(&grid.name), &sheets));
        self.say(finding, grid.at(first.row, first.column));
    }

    /// The texts that cells only mention.
    fn long_texts(&mut self, grid: &Grid) {
        let head = head_row(grid, |text| match fold(text).as_str() {
            "numero" => Some(0),
            "parte" => Some(1),
            "testo" => Some(2),
            _ => None,
        });
        let Some(head) = head else { return };
        let column = |wanted: i32| {
            let found = head.columns.iter().find(|(_, what)| *what == wanted);
            found.map(|(column, _)| *column)
        };
        let (Some(number), Some(text)) = (column(0), column(2)) else {
            return;
        };
        for cells in grid.rows().filter(|cells| cells[0].row > head.row) {
            let at = |column| cells.iter().find(|c| c.column == column);
            let number = at(number).and_then(|c| plain_text(&c.content).trim().parse().ok());
            if let (Some(number), Some(part)) = (number, at(text)) {
                let whole = self.long_texts.entry(number).or_default();
                whole.push_str(&plain_text(&part.content));
            }
        }
    }

    fn kind(&mut self, kind: usize, grid: &Grid) {
        if grid.cells.is_empty() {
            return;
        }
        let spec = KINDS[kind].spec();
        let heads = Heads::of(spec, self.year);
        if spec.single && self.single(kind, grid, &heads) {
            return;
        }
        let Some(head) = head_row(grid, |text| heads.recognise(text)) else {
            let expected: Vec<&str> = spec.fields.iter().map(|f| f.header).take(6).collect();
            let finding = Finding::error("format-no-head")
                .arg("sheet", &*grid.name)
                .arg("known", expected.join(", "));
            let first = &grid.cells[0];
            self.say(finding, grid.at(first.row, first.column));
            return;
        };
        let fill: Vec<u16> = head
            .columns
            .iter()
            .filter(|(_, head)| match head {
                Head::Field(i) => {
                    matches!(spec.fields[*i].shape, Shape::Reference | Shape::References)
                }
                Head::Values(..) => false,
            })
            .map(|(column, _)| *column)
            .collect();
        let headings = wide_cells(grid);
        self.merged(grid, head.row, &fill, &headings);
        let fill_down = FillDown::of(grid, head.row, &fill);
        let mut strays: BTreeMap<u16, (u32, usize)> = BTreeMap::new();
        for cells in grid.rows().filter(|cells| cells[0].row > head.row) {
            if self.heading(grid, &headings, cells) {
                continue;
            }
            self.row(kind, grid, &head, &fill_down, cells, &mut strays);
        }
        self.stray_columns(grid, &head, &strays, |text| heads.nearest(text));
    }

    /// One row of a table: one record.
    fn row(
        &mut self,
        kind: usize,
        grid: &Grid,
        head: &HeadRow<Head>,
        fill_down: &FillDown,
        cells: &[Cell],
        strays: &mut BTreeMap<u16, (u32, usize)>,
    ) {
        let spec = KINDS[kind].spec();
        let row_number = cells[0].row;
        let mut entries = Vec::new();
        let mut values = Vec::new();
        let mut own = false;
        let mut next = cells.iter().peekable();
        for (column, what) in &head.columns {
            while let Some(stray) = next.next_if(|c| c.column < *column) {
                stray_cell(strays, stray);
            }
            let written = next.next_if(|c| c.column == *column);
            let cell = written.or_else(|| fill_down.cell(grid, row_number, *column));
            let Some(cell) = cell else { continue };
            let at = grid.at(cell.row, cell.column);
            match what {
                Head::Field(i) => {
                    let field = &spec.fields[*i];
                    let Some(text) = self.text(grid, cell, &field.shape, field.key) else {
                        continue;
                    };
                    own |= written.is_some();
                    match datum_of(&field.shape, &text, &at) {
                        Ok(datum) => entries.push(Entry {
                            key: field.key.to_owned(),
                            item: Item { datum, at },
                        }),
                        Err(finding) => {
                            self.say(finding.field(field.key).arg("field", field.key), at);
                        }
                    }
                }
                Head::Values(i, period) => {
                    let field = &spec.fields[*i];
                    if let Some(text) = self.text(grid, cell, &field.shape, field.key) {
                        own = true;
                        let datum = Datum::Text(text);
                        values.push((*i, period.clone(), Item { datum, at }));
                    }
                }
            }
        }
        for stray in next {
            stray_cell(strays, stray);
        }
        if own {
            self.rows.push(Row {
                record: Record {
                    kind,
                    at: grid.at(row_number, cells[0].column),
                    entries,
                },
                values,
                cells: Vec::new(),
            });
        }
    }

    /// A single record: one field in each row. False where the sheet is not laid out like that.
    fn single(&mut self, kind: usize, grid: &Grid, heads: &Heads<'_>) -> bool {
        let spec = KINDS[kind].spec();
        let head = head_row(grid, |text| match fold(text).as_str() {
            "voce" => Some(0),
            "valore" => Some(1),
            _ => None,
        });
        let column = |wanted: i32| {
            let columns = head.as_ref().map_or(&[][..], |h| &h.columns);
            let found = columns.iter().find(|(_, what)| *what == wanted);
            found.map(|(column, _)| *column)
        };
        let labels = column(0).or_else(|| {
            let known = |cell: &&Cell| heads.recognise(&plain_text(&cell.content)).is_some();
            let found: Vec<&Cell> = grid.cells.iter().filter(known).collect();
            let first = found.first()?;
            let below = found.iter().filter(|c| c.column == first.column).count();
            let beside = found.iter().filter(|c| c.row == first.row).count();
            (below >= beside).then_some(first.column)
        });
        let Some(labels) = labels else { return false };
        let first = head.as_ref().map_or(0, |h| h.row + 1);
        let mut entries: Vec<Entry> = Vec::new();
        for cells in grid.rows().filter(|cells| cells[0].row >= first) {
            let Some(label) = cells.iter().find(|c| c.column == labels) else {
                continue;
            };
            let value = match column(1) {
                Some(column) => cells.iter().find(|c| c.column == column),
                None => cells.iter().find(|c| c.column > labels),
            };
            let Some(value) = value else { continue };
            let name = plain_text(&label.content);
            let Some(Head::Field(i)) = heads.recognise(&name) else {
                if head.is_some() {
                    let finding = Finding::warning("format-unknown-entry")
                        .arg("text", shortened(trimmed(&name)))
                        .arg("known", heads.nearest(&name));
                    self.say(finding, grid.at(label.row, label.column));
                }
                continue;
            };
            let field = &spec.fields[i];
            let at = grid.at(value.row, value.column);
            let Some(text) = self.text(grid, value, &field.shape, field.key) else {
                continue;
            };
            match datum_of(&field.shape, &text, &at) {
                Ok(datum) => entries.push(Entry {
                    key: field.key.to_owned(),
                    item: Item { datum, at },
                }),
                Err(finding) => self.say(finding.field(field.key).arg("field", field.key), at),
            }
        }
        if let Some(first) = entries.first() {
            self.rows.push(Row {
                record: Record {
                    kind,
                    at: first.item.at.clone(),
                    entries,
                },
                values: Vec::new(),
                cells: Vec::new(),
            });
        }
        true
    }

    /// The text of a cell for a field; none where it is blank or holds nothing that can be used.
    fn text(&mut self, grid: &Grid, cell: &Cell, shape: &Shape, key: &str) -> Option<String> {
        let say = |reader: &mut Self, finding: Finding| {
            reader.say(
                finding.field(key).arg("field", key),
                grid.at(cell.row, cell.column),
            );
        };
        let text = match &cell.content {
            Content::Error(shown) => {
                let finding = Finding::warning("format-error-cell").arg("text", shortened(shown));
                say(self, finding);
                return None;
            }
            Content::Uncomputed => {
                say(self, Finding::warning("format-formula-without-value"));
                return None;
            }
            Content::Text(text) => {
                let text = trimmed(text);
                match mentioned(text) {
                    Some(number) => match self.long_texts.get(&number) {
                        Some(long) => long.clone(),
                        None => {
                            say(
                                self,
                                Finding::error("format-missing-text").arg("text", text),
                            );
                            return None;
                        }
                    },
                    None => text.to_owned(),
                }
            }
            Content::Number(figure) => match shape {
                Shape::Text | Shape::Texts | Shape::Reference | Shape::References => {
                    figure.as_code()
                }
                _ => figure.printed(),
            },
            Content::Day { date, .. } if *shape == Shape::Day => date.clone(),
            Content::Day { date, .. } => {
                let code = matches!(shape, Shape::Reference | Shape::References)
                    || matches!(key, "id" | "code" | "number");
                if code {
                    let finding = Finding::warning("format-day-in-code").arg("text", date);
                    say(self, finding);
                }
                plain_text(&cell.content).to_string()
            }
            Content::YesNo(_) => plain_text(&cell.content).to_string(),
        };
        (!text.is_empty()).then_some(text)
    }

    /// Whether a row is only a heading across the table.
    fn heading(&mut self, grid: &Grid, headings: &HashSet<(u32, u16)>, cells: &[Cell]) -> bool {
        let [cell] = cells else { return false };
        let wide = headings.contains(&(cell.row, cell.column));
        if wide {
            let text = plain_text(&cell.content);
            let finding = Finding::note("format-heading-row").arg("text", shortened(&text));
            self.say(finding, grid.at(cell.row, cell.column));
        }
        wide
    }

    /// Says what was made of merged ranges under the head.
    fn merged(&mut self, grid: &Grid, head: u32, fill: &[u16], headings: &HashSet<(u32, u16)>) {
        let ranges = grid.merged.iter().filter(|m| m.first_row > head);
        for merged in ranges {
            let Some(cell) = grid.cell(merged.first_row, merged.first_column) else {
                continue;
            };
            let (first_row, first_column) = (merged.first_row, merged.first_column);
            let filled = merged.last_row > first_row && fill.contains(&first_column);
            // A heading across the table is said as such.
            if headings.contains(&(first_row, first_column)) && grid.row(first_row).len() == 1 {
                continue;
            }
            let rule = if filled {
                "format-merged-filled"
            } else {
                "format-merged-cells"
            };
            let finding = Finding::note(rule)
                .arg("range", merged.name())
                .arg("text", shortened(trimmed(&plain_text(&cell.content))));
            self.say(finding, grid.at(first_row, first_column));
        }
    }

    /// Names the columns that no field belongs to.
    fn stray_columns<H>(
        &mut self,
        grid: &Grid,
        head: &HeadRow<H>,
        strays: &BTreeMap<u16, (u32, usize)>,
        nearest: impl Fn(&str) -> String,
    ) {
        for (column, text) in &head.unknown {
            let count = strays.get(column).map_or(0, |(_, count)| *count);
            let finding = if count > 0 {
                Finding::warning("format-unknown-column")
            } else {
                Finding::note("format-unknown-column")
            };
            let finding = finding
                .arg("text", shortened(text))
                .arg(
                    "count",
                    if count > 0 {
                        count.to_string()
                    } else {
                        NO_NAME.to_owned()
                    },
                )
                .arg("known", nearest(text));
            self.say(finding, grid.at(head.row, *column));
        }
        for (column, text) in &head.repeated {
            let finding = Finding::warning("format-repeated-column").arg("text", shortened(text));
            self.say(finding, grid.at(head.row, *column));
        }
        for (column, (row, count)) in strays {
            let said = |list: &[(u16, String)]| list.iter().any(|(c, _)| c == column);
            if !said(&head.unknown) && !said(&head.repeated) {
                let finding = Finding::warning("format-cells-without-head")
                    .arg("column", column_name(*column))
                    .arg("count", count.to_string());
                self.say(finding, grid.at(*row, *column));
            }
        }
    }

    /// The sheet of values with details.
    fn values(&mut self, grid: &Grid) {
        let Some(head) = self.side_head(grid, |text| {
            ValueColumn::all().find(|column| column.called(text))
        }) else {
            return;
        };
        let index = Index::of(&self.rows);
        let mut strays = BTreeMap::new();
        for cells in grid.rows().filter(|cells| cells[0].row > head.row) {
            self.value(grid, &head, &index, cells, &mut strays);
        }
        let names: Vec<&str> = ValueColumn::all().map(ValueColumn::header).collect();
        self.stray_columns(grid, &head, &strays, |text| nearest(text, &names));
    }

    /// One row of the sheet of values.
    fn value(
        &mut self,
        grid: &Grid,
        head: &HeadRow<ValueColumn>,
        index: &Index,
        cells: &[Cell],
        strays: &mut BTreeMap<u16, (u32, usize)>,
    ) {
        let place = grid.at(cells[0].row, cells[0].column);
        let (mut element, mut role, mut period) = (None, None, None);
        let mut details = Vec::new();
        for cell in cells {
            let Some((_, column)) = head.columns.iter().find(|(c, _)| *c == cell.column) else {
                stray_cell(strays, cell);
                continue;
            };
            let at = grid.at(cell.row, cell.column);
            let shape = column.shape();
            let Some(text) = self.text(grid, cell, &shape, column.key()) else {
                continue;
            };
            match column {
                ValueColumn::Element => element = Some((text, at)),
                ValueColumn::Role => role = Some((text, at)),
                ValueColumn::Period => period = Some(text),
                ValueColumn::Detail(key, _) => {
                    let item = |datum| Item {
                        datum,
                        at: at.clone(),
                    };
                    match datum_of(&shape, &text, &at) {
                        Ok(datum) => details.push(Entry {
                            key: (*key).to_owned(),
                            item: item(datum),
                        }),
                        Err(finding) => self.say(finding, at),
                    }
                }
            }
        }
        let (Some((element, element_at)), Some((role, role_at))) = (element, role) else {
            if !details.is_empty() || period.is_some() {
                self.say(Finding::error("format-value-of-nothing"), place);
            }
            return;
        };
        let position = match index.find(&element, |kind| {
            KINDS[kind]
                .spec()
                .fields
                .iter()
                .any(|f| f.shape == Shape::Values)
        }) {
            Ok(position) => position,
            Err(finding) => return self.say(finding, element_at),
        };
        let spec = KINDS[self.rows[position].record.kind].spec();
        let wanted = fold(&role);
        let field = spec.fields.iter().position(|f| {
            f.shape == Shape::Values && (fold(f.header) == wanted || fold(f.key) == wanted)
        });
        let Some(field) = field else {
            let roles: Vec<&str> = spec
                .fields
                .iter()
                .filter(|f| f.shape == Shape::Values)
                .map(|f| f.header)
                .collect();
            let finding = Finding::error("format-unknown-role")
                .arg("text", shortened(&role))
                .arg("known", roles.join(", "));
            return self.say(finding, role_at);
        };
        let period = period_in_cell(period.as_deref().unwrap_or_default(), self.year);
        let datum = match details.as_slice() {
            [] => Datum::Text(String::new()),
            [only] if only.key == "text" => only.item.datum.clone(),
            _ => Datum::Map(details),
        };
        let item = Item { datum, at: place };
        self.rows[position].values.push((field, period, item));
    }

    /// The sheet of the rows of tables and registers.
    fn table_rows(&mut self, grid: &Grid) {
        let head = self.side_head(grid, |text| {
            let table = matches!(fold(text).as_str(), "tabella" | "registro" | "table");
            table.then_some(())
        });
        let Some(head) = head else { return };
        let Some((first, ())) = head.columns.first().copied() else {
            return;
        };
        let index = Index::of(&self.rows);
        let mut current: Option<usize> = None;
        for cells in grid.rows().filter(|cells| cells[0].row > head.row) {
            let mut row: Vec<Item> = Vec::new();
            for cell in cells {
                let at = grid.at(cell.row, cell.column);
                if cell.column == first {
                    let Some(name) = self.text(grid, cell, &Shape::Reference, "table") else {
                        continue;
                    };
                    let grids = |kind: usize| KINDS[kind].spec().field("rows").is_some();
                    current = match index.find(&name, grids) {
                        Ok(position) => Some(position),
                        Err(finding) => {
                            self.say(finding, at);
                            None
                        }
                    };
                } else if cell.column > first {
                    let Some(text) = self.text(grid, cell, &Shape::Quantity, "rows") else {
                        continue;
                    };
                    let position = usize::from(cell.column - first - 1);
                    row.resize_with(position, || Item::text(""));
                    row.push(Item {
                        datum: Datum::Text(row_text(&text).to_owned()),
                        at,
                    });
                }
            }
            if let Some(position) = current
                && !row.is_empty()
            {
                self.rows[position].cells.push(Item {
                    datum: Datum::List(row),
                    at: grid.at(cells[0].row, cells[0].column),
                });
            }
        }
    }

    /// The head of one of the two sheets beside those of the kinds.
    fn side_head<H: PartialEq>(
        &mut self,
        grid: &Grid,
        recognise: impl Fn(&str) -> Option<H>,
    ) -> Option<HeadRow<H>> {
        let first = grid.cells.first()?;
        let head = head_row(grid, recognise);
        if head.is_none() {
            let known = if fold(&grid.name) == fold(ROWS) {
                "Tabella".to_owned()
            } else {
                let names: Vec<&str> = ValueColumn::all().map(ValueColumn::header).collect();
                names.join(", ")
            };
            let finding = Finding::error("format-no-head")
                .arg("sheet", &*grid.name)
                .arg("known", known);
            self.say(finding, grid.at(first.row, first.column));
        }
        head
    }
}

/// Cells merged over three columns or more of their row: alone in it, they are headings.
fn wide_cells(grid: &Grid) -> HashSet<(u32, u16)> {
    let wide = |m: &&Merged| m.first_row == m.last_row && m.last_column - m.first_column >= 2;
    let cells = grid.merged.iter().filter(wide);
    cells.map(|m| (m.first_row, m.first_column)).collect()
}

/// The kind whose sheet has that name, folded.
fn kind_called(name: &str) -> Option<usize> {
    KINDS
        .iter()
        .position(|k| fold(k.spec().sheet) == name || fold(k.spec().key) == name)
}

fn stray_cell(strays: &mut BTreeMap<u16, (u32, usize)>, cell: &Cell) {
    if !trimmed(&plain_text(&cell.content)).is_empty() {
        strays.entry(cell.column).or_insert((cell.row, 0)).1 += 1;
    }
}

impl Row {
    /// The record with its values and rows.
    fn finished(self) -> Record {
        let Row {
            mut record,
            mut values,
            cells,
        } = self;
        let spec = KINDS[record.kind].spec();
        values.sort_by_key(|(field, ..)| *field);
        for list in values.chunk_by(|a, b| a.0 == b.0) {
            let at = list[0].2.at.clone();
            let periods = list
                .iter()
                .map(|(_, period, item)| (period.clone(), item.clone()))
                .collect();
            if let Some(datum) = by_period(periods) {
                record.entries.push(Entry {
                    key: spec.fields[list[0].0].key.to_owned(),
                    item: Item { datum, at },
                });
            }
        }
        if let Some(first) = cells.first() {
            let at = first.at.clone();
            record.entries.push(Entry {
                key: "rows".to_owned(),
                item: Item {
                    datum: Datum::List(cells),
                    at,
                },
            });
        }
        record
    }
}

/// A column of the sheet of values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueColumn {
    Element,
    Role,
    Period,
    Detail(&'static str, &'static str),
}

impl ValueColumn {
    /// All of them, in the order of writing.
    pub fn all() -> impl Iterator<Item = ValueColumn> {
        [ValueColumn::Element, ValueColumn::Role, ValueColumn::Period]
            .into_iter()
            .chain(
                VALUE_DETAILS
                    .iter()
                    .map(|(key, header)| ValueColumn::Detail(key, header)),
            )
    }

    /// Its head.
    pub fn header(self) -> &'static str {
        match self {
            ValueColumn::Element => "Elemento",
            ValueColumn::Role => "Tipo di valore",
            ValueColumn::Period => "Periodo",
            ValueColumn::Detail(_, header) => header,
        }
    }

    fn key(self) -> &'static str {
        match self {
            ValueColumn::Element => "element",
            ValueColumn::Role => "role",
            ValueColumn::Period => "period",
            ValueColumn::Detail(key, _) => key,
        }
    }

    fn called(self, text: &str) -> bool {
        let text = fold(text);
        text == fold(self.header()) || text == fold(self.key())
    }

    /// What it holds.
    pub fn shape(self) -> Shape {
        match self {
            ValueColumn::Element => Shape::Reference,
            ValueColumn::Role | ValueColumn::Period => Shape::Quantity,
            // Figures with a decimal comma, as in the columns of values.
            ValueColumn::Detail("text" | "reading", _) => Shape::Values,
            ValueColumn::Detail(key, _) => detail_shape(key),
        }
    }
}

/// The records read so far, by key and by code.
struct Index {
    keys: HashMap<(usize, String), usize>,
    names: HashMap<(usize, String), Vec<usize>>,
}

impl Index {
    fn of(rows: &[Row]) -> Index {
        let records: Vec<Record> = rows.iter().map(|row| row.record.clone()).collect();
        let mut index = Index {
            keys: HashMap::new(),
            names: HashMap::new(),
        };
        for (i, (record, key)) in records.iter().zip(keys_of(&records)).enumerate() {
            let spec = KINDS[record.kind].spec();
            if !spec.has_id() {
                continue;
            }
            index.keys.insert((record.kind, key), i);
            for field in ["code", "number", "title", "name"] {
                if let Some(text) = record.text(field) {
                    let name = (record.kind, fold(text));
                    index.names.entry(name).or_default().push(i);
                }
            }
        }
        index
    }

    /// The record that a cell names as `kind:key`, or by a key or code that only one thing has.
    fn find(&self, text: &str, wanted: impl Fn(usize) -> bool) -> Result<usize, Finding> {
        let kinds: Vec<usize> = (0..KINDS.len()).filter(|kind| wanted(*kind)).collect();
        let prefixed = text.split_once(':').and_then(|(prefix, key)| {
            let kind = kind_called(&fold(prefix)).filter(|kind| wanted(*kind))?;
            Some((kind, trimmed(key)))
        });
        let (kinds, key) = match prefixed {
            Some((kind, key)) => (vec![kind], key),
            None => (kinds, text),
        };
        let by_key: Vec<usize> = kinds
            .iter()
            .filter_map(|kind| self.keys.get(&(*kind, key.to_owned())).copied())
            .collect();
        let found = if by_key.is_empty() {
            let name = fold(key);
            kinds
                .iter()
                .filter_map(|kind| self.names.get(&(*kind, name.clone())))
                .flatten()
                .copied()
                .collect()
        } else {
            by_key
        };
        let rule = match found.as_slice() {
            [only] => return Ok(*only),
            [] => "format-unknown-reference",
            _ => "format-ambiguous-reference",
        };
        let kinds: Vec<&str> = kinds.iter().map(|kind| spec_of(*kind).key).collect();
        Err(Finding::error(rule)
            .arg("field", ValueColumn::Element.key())
            .arg("text", shortened(text))
            .arg("kinds", kinds.join(", "))
            .arg("count", found.len().to_string()))
    }
}

fn spec_of(kind: usize) -> &'static KindSpec {
    KINDS[kind].spec()
}
