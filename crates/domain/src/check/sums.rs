//! The sums of a printed table: totals of rows and columns, subtotals, shares. What a total sums is
//! read off the columns (or rows) in which it holds; only then is one that does not hold told.

use hashbrown::{HashMap, HashSet};

use super::context::printed;
use super::wording::{Words, begins, first_word, folded, words};
use crate::number::Number;
use crate::plan::Table;
use crate::target::read_number;

/// Every sum of a table that does not hold; none of a table that is a data set.
pub(super) fn wrong_sums(table: &Table) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    if table.rows.len() > MANY {
        return wrong;
    }
    let mut grid = Grid::of(table);
    let mut should = grid.total_columns(&mut wrong);
    should.extend(grid.blocks(&mut wrong));
    grid.should = should;
    grid.total_rows(&mut wrong);
    grid.subtotals(&mut wrong);
    grid.shares(&mut wrong);
    wrong
}

/// A sum that does not hold: where, and each cell with what it should be.
pub(super) struct Wrong {
    /// `column`, `row`, `share` or `block`.
    pub what: &'static str,
    /// The head of the column or the label of the row.
    pub name: String,
    /// Each cell with what it should be.
    pub cells: Vec<String>,
}

impl Wrong {
    fn tell(into: &mut Vec<Wrong>, what: &'static str, name: &str, cells: Vec<String>) {
        if !cells.is_empty() {
            let name = name.trim().to_owned();
            into.push(Wrong { what, name, cells });
        }
    }
}

/// A sum that has been tried: how often it holds, and where it does not.
#[derive(Default)]
struct Tried {
    holds: usize,
    fails: Vec<(usize, Number)>,
}

/// Rows that make another, each added or (marked) taken off.
type Parts = Vec<(usize, bool)>;

/// The cells of a table that are figures, beside what is printed.
struct Grid<'t> {
    table: &'t Table,
    cells: Vec<Vec<Option<Number>>>,
    /// What totals already told to be wrong should be, by row and column.
    should: HashMap<(usize, usize), Number>,
}

/// Rows tried as the items of one subtotal.
const LONGEST: usize = 16;

/// Beyond so many rows it is a data set, not a printed table.
const MANY: usize = 2_000;

impl<'t> Grid<'t> {
    fn of(table: &'t Table) -> Grid<'t> {
        let cells = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| figure(cell)).collect())
            .collect();
        let should = HashMap::new();
        Grid {
            table,
            cells,
            should,
        }
    }

    fn at(&self, row: usize, column: usize) -> Option<&Number> {
        self.cells.get(row)?.get(column)?.as_ref()
    }

    fn typed(&self, row: usize, column: usize) -> &'t str {
        let cell = self.table.rows.get(row).and_then(|row| row.get(column));
        cell.map_or("", |cell| cell.trim())
    }

    fn head(&self, column: usize) -> &'t str {
        self.table
            .columns
            .get(column)
            .map_or("", |head| head.trim())
    }

    fn label(&self, row: usize) -> &'t str {
        self.typed(row, 0)
    }

    /// The columns of figures, the first one left out as the names of rows.
    fn figures(&self) -> Vec<usize> {
        let width = self.table.columns.len().min(64);
        (1..width)
            .filter(|column| (0..self.cells.len()).any(|row| self.at(row, *column).is_some()))
            .collect()
    }

    fn is_total_row(&self, row: usize) -> bool {
        begins_with_total(self.label(row))
    }

    fn is_share(&self, column: usize) -> bool {
        let head = self.head(column);
        let says = head.contains('%') || words(head).iter().any(|w| w.starts_with("percent"));
        says || (0..self.cells.len())
            .filter(|row| self.at(*row, column).is_some())
            .all(|row| self.typed(row, column).ends_with('%'))
    }

    /// «Totale» as a column: the sum of columns before it, or of those that name the same thing.
    fn total_columns(&self, wrong: &mut Vec<Wrong>) -> HashMap<(usize, usize), Number> {
        let mut should = HashMap::new();
        let figures = self.figures();
        let totals: Vec<usize> = figures
            .iter()
            .copied()
            .filter(|column| begins_with_total(self.head(*column)) && !self.is_share(*column))
            .collect();
        for total in &totals {
            let before = |column: &&usize| **column < *total && !self.is_share(**column);
            let plain: Vec<usize> = figures
                .iter()
                .filter(before)
                .copied()
                .filter(|column| !totals.contains(column))
                .collect();
            let since = totals
                .iter()
                .rev()
                .find(|t| *t < total)
                .copied()
                .unwrap_or(0);
            let of_total: Vec<usize> = totals.iter().copied().filter(|t| t < total).collect();
            let named = ending(self.head(*total));
            let alike: Vec<usize> = plain
                .iter()
                .copied()
                .filter(|column| named.is_some() && ending(self.head(*column)) == named)
                .collect();
            let candidates = [
                plain
                    .iter()
                    .copied()
                    .filter(|column| *column > since)
                    .collect(),
                plain.clone(),
                plain.iter().skip(1).copied().collect(),
                of_total,
            ];
            let best = candidates
                .iter()
                .filter(|parts: &&Vec<usize>| parts.len() > 1)
                .map(|parts| self.tried_across(*total, parts))
                .max_by_key(|tried| tried.holds);
            let best = match alike.len() {
                // Columns of the same name are its parts, whatever the sums say.
                2.. => Some(self.tried_across(*total, &alike)).filter(|tried| tried.holds > 0),
                _ => best.filter(|tried| tried.holds > 1 && tried.holds >= tried.fails.len()),
            };
            let fails = best.map(|tried| tried.fails).unwrap_or_default();
            let cells = fails
                .iter()
                .map(|(row, sum)| self.told(self.label(*row), *row, *total, sum))
                .collect();
            Wrong::tell(wrong, "column", self.head(*total), cells);
            should.extend(fails.into_iter().map(|(row, sum)| ((row, *total), sum)));
        }
        should
    }

    fn tried_across(&self, total: usize, parts: &[usize]) -> Tried {
        let mut tried = Tried::default();
        for row in 0..self.cells.len() {
            let Some(printed) = self
                .at(row, total)
                .filter(|_| !self.heads_block(row, total))
            else {
                continue;
            };
            let values: Vec<&Number> = parts.iter().filter_map(|c| self.at(row, *c)).collect();
            if values.is_empty() {
                continue;
            }
            let sum: Number = values.into_iter().sum();
            if sum == *printed {
                tried.holds += 1;
            } else {
                tried.fails.push((row, sum));
            }
        }
        tried
    }

    /// A row whose total is that of the rows below it too, which have none of their own.
    fn heads_block(&self, row: usize, total: usize) -> bool {
        let below = self.cells.get(row + 1);
        self.at(row + 1, total).is_none()
            && below.is_some_and(|cells| cells.iter().skip(1).any(Option::is_some))
    }

    /// A total on the row that heads a block: the sum of all figures of the block.
    fn blocks(&self, wrong: &mut Vec<Wrong>) -> HashMap<(usize, usize), Number> {
        let mut should = HashMap::new();
        let figures = self.figures();
        let Some(total) = figures
            .iter()
            .copied()
            .find(|c| begins_with_total(self.head(*c)))
        else {
            return should;
        };
        let heads: Vec<usize> = (0..self.cells.len())
            .filter(|row| self.at(*row, total).is_some())
            .collect();
        let mut tried = Tried::default();
        for (i, head) in heads.iter().enumerate() {
            let end = heads.get(i + 1).copied().unwrap_or(self.cells.len());
            let Some(printed) = self.at(*head, total).filter(|_| !self.is_total_row(*head)) else {
                continue;
            };
            if end - head < 2 {
                continue;
            }
            let parts = (*head..end).flat_map(|row| {
                let before = figures
                    .iter()
                    .filter(|c| **c < total && !self.is_share(**c));
                before.filter_map(move |c| self.at(row, *c))
            });
            let sum: Number = parts.sum();
            if sum == *printed {
                tried.holds += 1;
            } else {
                tried.fails.push((*head, sum));
            }
        }
        if tried.holds > 1 && tried.holds > tried.fails.len() {
            for (row, sum) in &tried.fails {
                let cells = vec![self.told(self.head(total), *row, total, sum)];
                Wrong::tell(wrong, "group", self.label(*row), cells);
                should.insert((*row, total), sum.clone());
            }
        }
        should
    }

    /// «Totale» as a row: the sum of the rows above it.
    fn total_rows(&self, wrong: &mut Vec<Wrong>) {
        let totals: Vec<usize> = (0..self.cells.len())
            .filter(|row| self.is_total_row(*row))
            .collect();
        for total in totals.iter().copied().take(64) {
            let before: Vec<usize> = (0..total).collect();
            let plain: Vec<usize> = before
                .iter()
                .copied()
                .filter(|row| !totals.contains(row) && !self.is_part(*row))
                .collect();
            let since = totals.iter().rev().find(|t| **t < total).copied();
            let capitals: Vec<usize> = plain
                .iter()
                .copied()
                .filter(|row| in_capitals(self.label(*row)))
                .collect();
            let mixed = !capitals.is_empty() && capitals.len() < plain.len();
            let mut candidates: Vec<Vec<usize>> = vec![
                plain
                    .iter()
                    .copied()
                    .filter(|row| since.is_none_or(|since| *row > since))
                    .collect(),
                plain.clone(),
                totals.iter().copied().filter(|t| *t < total).collect(),
            ];
            if mixed {
                candidates.push(capitals);
            }
            let best = candidates
                .iter()
                .filter(|parts| parts.len() > 1)
                .map(|parts| self.tried_down(total, parts))
                .max_by_key(|tried| tried.holds);
            let Some(tried) = best else { continue };
            // One column alone confirms nothing: it counts only where nothing is below anything.
            let lone = self
                .figures()
                .iter()
                .filter(|c| !self.is_share(**c))
                .count()
                == 1;
            let simple = lone && totals.len() == 1 && !mixed && plain.len() == total;
            if tried.holds == 0 && !simple || tried.holds > 0 && tried.fails.len() > tried.holds {
                continue;
            }
            let sure = tried.holds > 1;
            let cells = tried
                .fails
                .iter()
                .filter(|(column, sum)| {
                    let other = self.may_be_mean(total, *column)
                        || simple && self.may_be_selection(total, *column, sum);
                    sure || !other
                })
                .map(|(column, sum)| self.told(self.head(*column), total, *column, sum))
                .collect();
            Wrong::tell(wrong, "row", self.label(total), cells);
        }
    }

    /// A total that is no more than the greatest of what stands above it.
    fn may_be_mean(&self, total: usize, column: usize) -> bool {
        let above = (0..total).filter_map(|row| self.at(row, column)).max();
        self.at(total, column) <= above
    }

    /// A total well above its rows, which then may be only some of what it counts.
    fn may_be_selection(&self, total: usize, column: usize, sum: &Number) -> bool {
        let tenth = Number::ratio(9, 10).unwrap_or_default();
        self.at(total, column)
            .is_some_and(|printed| *sum < printed * &tenth)
    }

    fn tried_down(&self, total: usize, parts: &[usize]) -> Tried {
        let mut tried = Tried::default();
        for column in self.figures() {
            let Some(printed) = self.at(total, column) else {
                continue;
            };
            let values: Vec<&Number> = parts.iter().filter_map(|r| self.at(*r, column)).collect();
            if values.is_empty() || is_mean(self.head(column)) {
                continue;
            }
            let share = self.is_share(column);
            if share && *printed != Number::HUNDRED {
                continue;
            }
            let sum: Number = values.iter().copied().sum();
            // Rounded shares may miss 100 by half a unit each.
            let room = match share {
                true => unit_of(self.typed(total, column)) * Number::from_i64(values.len() as i64),
                false => Number::ZERO,
            };
            let rows = parts
                .iter()
                .map(|row| self.should.get(&(*row, column)).or(self.at(*row, column)));
            let mended: Number = rows.flatten().sum();
            if (&sum - printed).abs() <= room || mended == *printed {
                tried.holds += usize::from(!share);
            } else {
                tried.fails.push((column, sum));
            }
        }
        tried
    }

    /// A row that is part of another: «di cui …», an arrow, a dash.
    fn is_part(&self, row: usize) -> bool {
        let label = self.label(row);
        folded(label).contains("di cui") || label.starts_with(['→', '-', '–', '•'])
    }

    /// Subtotals of a table with several columns: what a row sums is known from the columns where
    /// it holds, and said of the one where it does not.
    fn subtotals(&self, wrong: &mut Vec<Wrong>) {
        let columns: Vec<usize> = self
            .figures()
            .into_iter()
            .filter(|c| !self.is_share(*c) && !begins_with_total(self.head(*c)))
            .collect();
        if columns.len() < 3 {
            return;
        }
        let mut details: HashSet<usize> = HashSet::new();
        let mut told: HashSet<(usize, usize)> = HashSet::new();
        let mut last_sum: Option<usize> = None;
        for row in 0..self.cells.len() {
            if self.is_total_row(row) {
                last_sum = Some(row);
                continue;
            }
            let result = is_result(self.label(row));
            let mut best: Option<(Tried, Parts)> = None;
            let mut below = false;
            let mut consider = |parts: Parts, lower: bool| {
                if let Some(tried) = self.tried_rows(row, &parts, &columns)
                    && best.as_ref().is_none_or(|(b, _)| tried.holds > b.holds)
                {
                    best = Some((tried, parts));
                    below = lower;
                }
            };
            if result {
                if let Some(parts) = self.of_result(row) {
                    consider(parts, false);
                }
            } else if !details.contains(&row) {
                let last = (row + 1 + LONGEST).min(self.cells.len());
                for end in row + 2..last {
                    consider((row + 1..=end).map(|r| (r, false)).collect(), true);
                }
                let mut above: Parts = Vec::new();
                for r in (0..row).rev() {
                    if last_sum.is_some_and(|sum| r <= sum) || above.len() == LONGEST {
                        break;
                    }
                    if !details.contains(&r) {
                        above.push((r, false));
                        consider(above.clone(), false);
                    }
                }
            }
            let Some((tried, parts)) = best else {
                continue;
            };
            match below {
                true => details.extend(parts.iter().map(|(r, _)| *r)),
                false => last_sum = Some(row),
            }
            let mut cells = Vec::new();
            for (column, sum) in &tried.fails {
                // Where a part is already said to be wrong, the sum is wrong with it.
                let explained = parts.iter().any(|(r, _)| told.contains(&(*r, *column)));
                told.insert((row, *column));
                if !explained {
                    cells.push(self.told(self.head(*column), row, *column, sum));
                }
            }
            Wrong::tell(wrong, "row", self.label(row), cells);
        }
    }

    /// Tries a row as the sum of others (the marked ones taken off); none unless it holds in at
    /// least two columns and fails in at most one of three.
    fn tried_rows(&self, row: usize, parts: &[(usize, bool)], columns: &[usize]) -> Option<Tried> {
        let mut tried = Tried::default();
        if parts.len() < 2 {
            return None;
        }
        for column in columns {
            let printed = self.at(row, *column)?;
            let mut sum = Number::ZERO;
            for (part, less) in parts {
                let value = self.at(*part, *column).cloned().unwrap_or_default();
                sum += if *less { -value } else { value };
            }
            let small = printed.abs() < Number::HUNDRED;
            if sum != *printed {
                tried.fails.push((*column, sum));
            } else if !small {
                tried.holds += 1;
            }
        }
        (tried.holds >= 2 && tried.fails.len() * 2 <= tried.holds).then_some(tried)
    }

    /// What a result is the difference of: the nearest proceeds and charges above it.
    fn of_result(&self, row: usize) -> Option<Parts> {
        let nearest = |opening: &[&str]| {
            (0..row).rev().find(|r| {
                let words = words(self.label(*r));
                let first = words.iter().find(|w| !w.starts_with("total"));
                first.is_some_and(|w| begins(w, opening))
            })
        };
        let proceeds = nearest(&["provent", "ricav", "entrat"])?;
        let charges = nearest(&["oner", "cost", "uscit", "spes"])?;
        Some(vec![(proceeds, false), (charges, true)])
    }

    /// Percentages beside the values of which they are: of their total, or value on capital.
    fn shares(&self, wrong: &mut Vec<Wrong>) {
        let figures = self.figures();
        let shares = || figures.iter().copied().filter(|c| self.is_share(*c));
        let values: Vec<usize> = figures
            .iter()
            .copied()
            .filter(|c| !self.is_share(*c))
            .collect();
        for share in shares() {
            let head = |column: usize, of: &[&str]| {
                let head = folded(self.head(column));
                of.iter().any(|word| head.contains(word))
            };
            let capital = values.iter().copied().find(|c| head(*c, &["capitale"]));
            let held = values.iter().copied().find(|c| {
                Some(*c) != capital && head(*c, &["valore", "nominale", "quota", "sottoscritt"])
            });
            let tried = match (capital, held, values.as_slice()) {
                (Some(capital), Some(held), _) => {
                    self.tried_share(share, held, |row| self.at(row, capital).cloned())
                }
                // One column of counts and one of shares: of the total, printed or not.
                (_, _, [counts]) if shares().count() == 1 => {
                    let rows = 0..self.cells.len();
                    let total = rows.clone().find(|row| self.is_total_row(*row));
                    let sum: Number = rows
                        .filter(|row| !self.is_total_row(*row) && !self.is_part(*row))
                        .filter_map(|row| self.at(row, *counts))
                        .sum();
                    let whole = total.and_then(|row| self.at(row, *counts)).cloned();
                    let whole = whole.unwrap_or(sum);
                    self.tried_share(share, *counts, |_| Some(whole.clone()))
                }
                _ => continue,
            };
            if tried.holds < 2 || tried.fails.len() > tried.holds {
                continue;
            }
            let cells = tried
                .fails
                .iter()
                .map(|(row, is)| self.told(self.label(*row), *row, share, &is.round_to(2)))
                .collect();
            Wrong::tell(wrong, "share", self.head(share), cells);
        }
    }

    fn tried_share(
        &self,
        share: usize,
        of: usize,
        whole: impl Fn(usize) -> Option<Number>,
    ) -> Tried {
        let mut tried = Tried::default();
        for row in 0..self.cells.len() {
            let (Some(printed), Some(value), Some(whole)) =
                (self.at(row, share), self.at(row, of), whole(row))
            else {
                continue;
            };
            let Some(is) = (value * &Number::HUNDRED).checked_div(&whole) else {
                continue;
            };
            // Shares are rounded, and now and then by one more so that they make 100.
            if (&is - printed).abs() < unit_of(self.typed(row, share)) {
                tried.holds += 1;
            } else {
                tried.fails.push((row, is));
            }
        }
        tried
    }

    /// A cell with what it should be.
    fn told(&self, name: &str, row: usize, column: usize, sum: &Number) -> String {
        let is = self.typed(row, column);
        format!("{} «{is}» ≠ {}", name.trim(), printed(sum))
    }
}

/// The figure of a cell that holds nothing else.
fn figure(cell: &str) -> Option<Number> {
    let plain = |c: char| c.is_ascii_digit() || " .,-−+€%'\u{a0}\u{202f}".contains(c);
    let digits = cell.chars().any(|c| c.is_ascii_digit());
    (digits && cell.chars().all(plain))
        .then(|| read_number(cell).0)
        .flatten()
}

/// One unit of the last decimal that is printed: 1 for «38 %», 0,01 for «2,34%».
fn unit_of(typed: &str) -> Number {
    let decimals = typed.split_once(',').map_or(0, |(_, rest)| {
        rest.chars().filter(char::is_ascii_digit).count()
    });
    let mut unit = Number::ONE;
    for _ in 0..decimals.min(9) {
        unit = unit.checked_div(&Number::from_i64(10)).unwrap_or(unit);
    }
    unit
}

fn begins_with_total(text: &str) -> bool {
    let words = words(text);
    let first = words.first();
    matches!(first, Some("totale" | "totali" | "total" | "tot")) || words.joined() == "complessivo"
}

/// What follows the last dash of a head: «Tempo pieno – Donne» names «donne».
fn ending(head: &str) -> Option<Words> {
    let at = head.rfind(['–', '—']).or_else(|| head.rfind(" - "))?;
    let ending = words(head.get(at..)?);
    (!ending.is_empty()).then_some(ending)
}

fn is_mean(head: &str) -> bool {
    let total = begins_with_total(head);
    words(head).iter().filter(|_| !total).any(|w| {
        [
            "media", "medio", "medie", "medi", "tasso", "indice", "per", "rapporto", "eta",
        ]
        .contains(&w)
    })
}

fn in_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

fn is_result(label: &str) -> bool {
    let first = first_word(label);
    [
        "risultato",
        "avanzo",
        "disavanzo",
        "saldo",
        "differenza",
        "margine",
        "utile",
        "perdita",
    ]
    .contains(&first.as_str())
}
