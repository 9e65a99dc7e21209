//! Charts of the tables that a plan holds as printed: persons by class and gender, budgets and the
//! territory over the years. The table always stands beside its chart.

use documents::block::{Block, FigureOf};
use documents::picture::{self, Bars, Direction, Figure, Line, LineKind, Series, Stacked, Trend};
use domain::number::Number;
use domain::plan::{Table, TableKind};

use super::drawing;
use super::printed_table::{figure, is_total};
use crate::document::Edition;

/// The charts of a table, none where its figures do not make one.
pub fn blocks(edition: &Edition<'_>, index: usize) -> Vec<Block> {
    let table = &edition.plan.tables[index];
    let grid = Grid::of(table);
    match table.kind {
        Some(TableKind::Staff) => staff(edition, index, &grid).into_iter().collect(),
        Some(TableKind::Budget) => budget(edition, index, &grid).into_iter().collect(),
        Some(TableKind::Territory) => territory(edition, index, &grid),
        _ => Vec::new(),
    }
}

/// A figure of a cell with the text as typed.
#[derive(Clone, Debug)]
struct Entry {
    text: String,
    number: Number,
    percent: bool,
}

/// The rows of a table that are no sums, and its columns that hold figures.
struct Grid {
    heads: Vec<String>,
    rows: Vec<(String, Vec<Option<Entry>>)>,
    /// Columns in which most cells are figures.
    figures: Vec<usize>,
}

impl Grid {
    fn of(table: &Table) -> Grid {
        let rows: Vec<(String, Vec<Option<Entry>>)> = table
            .rows
            .iter()
            .filter(|row| !is_total(row))
            .map(|row| {
                let entries = row.iter().map(|text| {
                    let (number, percent) = match figure(text)? {
                        FigureOf::Percent(share) => (&share * &Number::HUNDRED, true),
                        FigureOf::Number(number) | FigureOf::Money(number) => (number, false),
                        FigureOf::Day(_) => return None,
                    };
                    Some(Entry {
                        text: text.trim().to_owned(),
                        number,
                        percent,
                    })
                });
                (row.first().cloned().unwrap_or_default(), entries.collect())
            })
            .collect();
        let figures = (1..table.columns.len())
            .filter(|column| {
                let there = rows
                    .iter()
                    .filter(|(_, row)| matches!(row.get(*column), Some(Some(_))))
                    .count();
                there > 0 && there * 2 >= rows.len()
            })
            .collect();
        Grid {
            heads: table.columns.clone(),
            rows,
            figures,
        }
    }

    /// The rows that have a figure in one of some columns.
    fn with(&self, columns: &[usize]) -> Grid {
        let there = |entries: &[Option<Entry>]| {
            columns
                .iter()
                .any(|column| matches!(entries.get(*column), Some(Some(_))))
        };
        Grid {
            heads: self.heads.clone(),
            rows: self
                .rows
                .iter()
                .filter(|(_, entries)| there(entries))
                .cloned()
                .collect(),
            figures: self.figures.clone(),
        }
    }

    fn at(&self, row: usize, column: usize) -> Option<&Entry> {
        self.rows[row].1.get(column)?.as_ref()
    }

    fn names(&self) -> Vec<String> {
        self.rows.iter().map(|(name, _)| name.clone()).collect()
    }

    /// A column as a series.
    fn series(&self, column: usize) -> Series {
        Series {
            name: self.heads[column].clone(),
            figures: (0..self.rows.len())
                .map(|row| drawn(self.at(row, column)))
                .collect(),
        }
    }

    fn is_percent(&self, column: usize) -> bool {
        (0..self.rows.len()).any(|row| self.at(row, column).is_some_and(|e| e.percent))
    }
}

fn drawn(entry: Option<&Entry>) -> Figure {
    match entry {
        Some(entry) => Figure::new(drawing::real(&entry.number), entry.text.as_str()),
        None => Figure::missing(""),
    }
}

fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

fn words(edition: &Edition<'_>, index: usize) -> (String, String, String) {
    let title = edition.plan.tables[index].title.clone().unwrap_or_default();
    let caption = edition.say_with("chart-of", &[("of", &title)]);
    let alt = edition.say_with("chart-alt", &[("of", &title)]);
    (format!("grafico-{}", index + 1), caption, alt)
}

/// More bars than these are read better in the table.
const MOST: usize = 24;

/// More parts of a bar than these cannot be told apart.
const MOST_PARTS: usize = 6;

/// Persons: by gender where the table tells it, else by whatever its columns are.
fn staff(edition: &Edition<'_>, index: usize, grid: &Grid) -> Option<Block> {
    let counted = |column: &usize| {
        !grid.is_percent(*column) && !says(&grid.heads[*column], &["total", "dotazione"])
    };
    // What some rows leave blank counts too: bars are sums.
    let columns: Vec<usize> = (1..grid.heads.len())
        .filter(|column| (0..grid.rows.len()).any(|row| grid.at(row, *column).is_some()))
        .filter(counted)
        .collect();
    let gendered: Vec<usize> = columns
        .iter()
        .copied()
        .filter(|column| says(&grid.heads[*column], &["donn", "uomin", "femmin", "masch"]))
        .collect();
    let columns = if gendered.is_empty() {
        columns
    } else {
        gendered
    };
    if grid.rows.len() < 2 || grid.rows.len() > MOST {
        return None;
    }
    match columns.as_slice() {
        [] => None,
        [column] => Some(bars_of(edition, index, grid, *column)),
        several if several.len() > MOST_PARTS => {
            let total = (1..grid.heads.len()).find(|c| says(&grid.heads[*c], &["total"]))?;
            let grid = grid.with(&[total]);
            (grid.rows.len() > 1).then(|| bars_of(edition, index, &grid, total))
        }
        several => {
            let grid = grid.with(several);
            let (id, caption, alt) = words(edition, index);
            let totals = (0..grid.rows.len()).map(|row| {
                let sum = several
                    .iter()
                    .filter_map(|column| grid.at(row, *column))
                    .fold(Number::ZERO, |sum, entry| sum + entry.number.clone());
                edition.number(&sum)
            });
            let picture = picture::stacked(&Stacked {
                caption: drawing::caption(id, &caption, &alt),
                width: drawing::WIDTH,
                categories: grid.names(),
                parts: several.iter().map(|column| grid.series(*column)).collect(),
                totals: totals.collect(),
                shares: false,
                palette: drawing::palette(edition),
            });
            Some(drawing::figure(picture, None))
        }
    }
}

fn bars_of(edition: &Edition<'_>, index: usize, grid: &Grid, column: usize) -> Block {
    let (id, caption, alt) = words(edition, index);
    drawing::figure(
        picture::bars(&Bars {
            caption: drawing::caption(id, &caption, &alt),
            width: drawing::WIDTH,
            direction: Direction::Lying,
            categories: grid.names(),
            series: vec![grid.series(column)],
            palette: drawing::palette(edition),
        }),
        None,
    )
}

/// The lines of a budget that tell how it stands as a whole.
const RESULTS: [&str; 4] = [
    "proventi correnti",
    "oneri correnti",
    "disavanzo",
    "risultato economico",
];

/// A budget over its years: what comes in, what goes out, what is left.
fn budget(edition: &Edition<'_>, index: usize, grid: &Grid) -> Option<Block> {
    let by_year = grid.rows.iter().all(|(name, _)| is_year(name));
    if by_year && grid.rows.len() > 1 {
        return grid
            .figures
            .first()
            .map(|column| bars_of(edition, index, grid, *column));
    }
    let columns: Vec<usize> = grid
        .figures
        .iter()
        .copied()
        .filter(|c| !grid.is_percent(*c) && has_year(&grid.heads[*c]))
        .collect();
    let chosen: Vec<usize> = (0..grid.rows.len())
        .filter(|row| says(&grid.rows[*row].0, &RESULTS))
        .collect();
    if columns.len() < 2 || chosen.is_empty() || chosen.len() > 6 {
        return None;
    }
    let (id, caption, alt) = words(edition, index);
    let series = chosen.iter().map(|row| Series {
        name: grid.rows[*row].0.clone(),
        figures: columns
            .iter()
            .map(|column| drawn(grid.at(*row, *column)))
            .collect(),
    });
    let picture = picture::bars(&Bars {
        caption: drawing::caption(id, &caption, &alt),
        width: drawing::WIDTH,
        direction: Direction::Lying,
        categories: columns.iter().map(|c| grid.heads[*c].clone()).collect(),
        series: series.collect(),
        palette: drawing::palette(edition),
    });
    Some(drawing::figure(picture, None))
}

fn is_year(text: &str) -> bool {
    let text = text.trim();
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// Rows over the years that are drawn: of more, the table alone is easier to read.
const LINES: usize = 6;

/// The territory: a line for each row over the years, or bars where there is one column of figures.
fn territory(edition: &Edition<'_>, index: usize, grid: &Grid) -> Vec<Block> {
    let years: Vec<usize> = grid
        .figures
        .iter()
        .copied()
        .filter(|column| is_year(&grid.heads[*column]))
        .collect();
    if years.len() >= 3 {
        if grid.rows.len() > LINES {
            return Vec::new();
        }
        return (0..grid.rows.len())
            .filter_map(|row| trend(edition, index, grid, row, &years))
            .collect();
    }
    let plain: Vec<usize> = grid
        .figures
        .iter()
        .copied()
        .filter(|column| !grid.is_percent(*column))
        .collect();
    // Bars compare what is of one sort: classes of firms, not the rows of a summary.
    let classes = grid.rows.len() >= 4
        && grid.rows.len() <= MOST
        && grid
            .heads
            .first()
            .is_some_and(|head| !head.trim().is_empty());
    let whole = |column: usize| {
        let percent = grid.is_percent(column);
        (0..grid.rows.len()).all(|row| grid.at(row, column).is_some_and(|e| e.percent == percent))
    };
    let classes = classes && grid.figures.iter().all(|column| whole(*column));
    match (plain.as_slice(), grid.figures.as_slice()) {
        ([column], _) | ([], [column]) if classes => {
            vec![bars_of(edition, index, grid, *column)]
        }
        _ => Vec::new(),
    }
}

fn trend(
    edition: &Edition<'_>,
    index: usize,
    grid: &Grid,
    row: usize,
    years: &[usize],
) -> Option<Block> {
    let figures: Vec<Figure> = years.iter().map(|c| drawn(grid.at(row, *c))).collect();
    if figures.iter().filter(|f| f.value.is_some()).count() < 2 {
        return None;
    }
    let (id, _, _) = words(edition, index);
    let name = grid.rows[row].0.clone();
    let caption = edition.say_with("chart-of", &[("of", &name)]);
    let alt = edition.say_with("chart-alt", &[("of", &name)]);
    let picture = picture::trend(&Trend {
        caption: drawing::caption(format!("{id}-{}", row + 1), &caption, &alt),
        width: drawing::WIDTH,
        field: 44.0,
        years: years.iter().map(|c| grid.heads[*c].clone()).collect(),
        lines: vec![Line {
            name,
            kind: LineKind::Actual,
            figures,
        }],
        ticks: Vec::new(),
        palette: drawing::palette(edition),
    });
    Some(drawing::figure(picture, None))
}
