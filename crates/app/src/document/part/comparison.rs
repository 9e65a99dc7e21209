//! Two plans, or one plan at two dates: only what differs, grouped by cause, the scores last.

use documents::block::{AsideKind, Block, Cell, Column, Fact, FigureOf, Row, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Period, Plan, Value};
use domain::report::comparison::{Changed, Comparison, Dated, Standing, comparison};

use super::outcome;
use crate::document::Edition;
use crate::document::edition::{Side, row};
use crate::printed;

/// The whole document; nothing without another side.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let Some(before) = edition.other else {
        return Vec::new();
    };
    let found = comparison(
        Dated {
            plan: before.plan,
            scores: before.scores,
        },
        Dated {
            plan: edition.plan,
            scores: edition.scores,
        },
    );
    let two = Two { edition, before };
    let mut blocks = two.sides(&found);
    if found.is_empty() {
        blocks.push(Block::Aside {
            kind: AsideKind::Note,
            label: edition.say("report-attention"),
            blocks: vec![Block::text(edition.say("compared-same"))],
        });
        return blocks;
    }
    blocks.extend(two.scores(&found, true));
    blocks.extend(two.weights(&found));
    blocks.extend(two.values(&found.targets, "compared-targets"));
    blocks.extend(two.things(&found));
    blocks.extend(two.values(&found.actuals, "compared-actuals"));
    blocks.extend(two.scores(&found, false));
    blocks
}

/// What comes before, beside the edition, which is what comes after.
struct Two<'e, 'a> {
    edition: &'e Edition<'a>,
    before: &'e Side<'a>,
}

impl Two<'_, '_> {
    fn say(&self, key: &str) -> String {
        self.edition.say(key)
    }

    /// The name of a thing on the side where it is, the later one first.
    fn label(&self, old: Option<Node>, new: Option<Node>) -> String {
        match (new, old) {
            (Some(node), _) => self.edition.label(node),
            (None, Some(node)) => printed::label(self.edition.catalogue, self.before.plan, node),
            (None, None) => String::new(),
        }
    }

    /// The same as a cell, which leads to the later one where that is told of.
    fn named(&self, old: Option<Node>, new: Option<Node>) -> Cell {
        match new {
            Some(node) => Cell::inline(vec![self.edition.link(node)]),
            None => Cell::text(self.label(old, None)),
        }
    }

    /// The objective of an indicator, action or activity, to tell those of one name apart.
    fn context(&self, old: Option<Node>, new: Option<Node>) -> String {
        let of = |plan: &Plan, node: Node| -> Option<Node> {
            let parent = |node: Node| match node.kind {
                NodeKind::Indicator => plan.indicators.get(node.at())?.parent.as_ref()?.node,
                NodeKind::Action => plan.actions.get(node.at())?.parent.as_ref()?.node,
                NodeKind::Activity => plan.activities.get(node.at())?.parent.as_ref()?.node,
                _ => None,
            };
            let first = parent(node)?;
            match node.kind {
                NodeKind::Activity => parent(first),
                _ => Some(first),
            }
        };
        let (plan, node) = match (new, old) {
            (Some(node), _) => (self.edition.plan, node),
            (None, Some(node)) => (self.before.plan, node),
            (None, None) => return String::new(),
        };
        let Some(holder) = of(plan, node) else {
            return String::new();
        };
        let name = plan.name_of(holder);
        name.code
            .filter(|code| !code.is_empty())
            .unwrap_or(name.key)
            .to_owned()
    }

    /// The heads of the columns before and after: the days where they differ.
    fn heads(&self) -> [String; 2] {
        let day = |at: Option<jiff::civil::Date>| at.map(|at| self.edition.day(at));
        let (was, is) = (
            day(self.before.scores.checkpoint),
            day(self.edition.scores.checkpoint),
        );
        match (was, is) {
            (Some(was), Some(is)) if was != is => [
                self.edition
                    .say_with("compared-before-at", &[("day", &was)]),
                self.edition.say_with("compared-after-at", &[("day", &is)]),
            ],
            _ => [self.say("compared-before"), self.say("compared-after")],
        }
    }

    fn is_one_plan(&self) -> bool {
        std::ptr::eq(self.before.plan, self.edition.plan)
    }

    /// What is compared with what, and how much differs.
    fn sides(&self, found: &Comparison<'_>) -> Vec<Block> {
        let name = |plan: &Plan, day: Option<jiff::civil::Date>| {
            let parts = [
                plan.heading.title.clone(),
                plan.heading.version.clone(),
                day.map(|day| {
                    self.edition
                        .say_with("at", &[("day", &self.edition.day(day))])
                }),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            parts.join(" – ")
        };
        let fact = |key: &str, text: String| Fact {
            label: self.say(key),
            value: vec![documents::block::Inline::Text(text)],
        };
        let mut facts = vec![
            fact(
                "compared-before",
                name(self.before.plan, self.before.scores.checkpoint),
            ),
            fact(
                "compared-after",
                name(self.edition.plan, self.edition.scores.checkpoint),
            ),
        ];
        let counts = [
            ("compared-weights", found.weights.len()),
            ("compared-targets", found.targets.len()),
            ("compared-added", found.added.len()),
            ("compared-removed", found.removed.len()),
            ("compared-renamed", found.renamed.len()),
            ("compared-actuals", found.actuals.len()),
            ("compared-scores", found.scores.len()),
        ];
        for (key, count) in counts {
            if count > 0 {
                facts.push(fact(key, count.to_string()));
            }
        }
        vec![
            self.edition.heading(1, self.say("compared-sides")),
            Block::Facts(facts),
        ]
    }

    fn percent(&self, score: Option<&Number>) -> Cell {
        self.edition.percent(score)
    }

    /// Scores before and after with the change in points; `in_short` only those of body, areas and
    /// responsibles.
    fn scores(&self, found: &Comparison<'_>, in_short: bool) -> Vec<Block> {
        let short = [NodeKind::Body, NodeKind::Area, NodeKind::Responsible];
        let mut rows = Vec::new();
        let mut under = None;
        for change in &found.scores {
            let Some(kind) = change.new.or(change.old).map(|node| node.kind) else {
                continue;
            };
            if short.contains(&kind) != in_short {
                continue;
            }
            if under != Some(kind) {
                under = Some(kind);
                rows.push(self.subhead(kind, COLUMNS_OF_SCORES));
            }
            rows.push(self.score(change));
        }
        let [was, is] = self.heads();
        let key = if in_short {
            "compared-results"
        } else {
            "compared-scores"
        };
        self.table(
            key,
            vec![
                self.edition.column("report-objective-short", 9),
                self.edition.column("compared-thing", 36),
                Column::figures(was, 13),
                Column::figures(is, 13),
                self.edition.figures("compared-change", 13),
                self.edition.column("compared-outlook", 20),
            ],
            rows,
        )
    }

    fn subhead(&self, kind: NodeKind, columns: usize) -> Row {
        let word = self.edition.catalogue.word("kind", kind.token());
        Row {
            cells: vec![Cell::text(capital(&word)).over(columns)],
            kind: documents::block::RowKind::Subhead,
        }
    }

    fn score(&self, change: &Changed<Standing>) -> Row {
        let (was, is) = (change.pair.before.as_ref(), change.pair.after.as_ref());
        let of = |s: Option<&Standing>| s.and_then(|s| s.score.clone());
        let (before, after) = (of(was), of(is));
        let points = before
            .as_ref()
            .zip(after.as_ref())
            .map(|(b, a)| (a - b) * Number::HUNDRED);
        let word = |s: Option<&Standing>| match s {
            None => self.say("compared-nothing"),
            Some(s) => match s.outlook {
                Some(outlook) => self.edition.catalogue.word("outlook", outlook.token()),
                None => self.edition.catalogue.word("state", s.state.token()),
            },
        };
        let (was, is) = (word(was), word(is));
        row([
            Cell::text(self.context(change.old, change.new)),
            self.named(change.old, change.new),
            self.percent(before.as_ref()),
            self.percent(after.as_ref()),
            self.points(points.as_ref()),
            Cell::text(if was == is {
                is
            } else {
                format!("{was} → {is}")
            }),
        ])
    }

    fn points(&self, points: Option<&Number>) -> Cell {
        let Some(points) = points else {
            return Cell::text("—");
        };
        let sign = if points.is_positive() { "+" } else { "" };
        let text = points.format(self.edition.catalogue.language.style(), 2);
        Cell::figure(format!("{sign}{text}"), FigureOf::Number(points.clone()))
    }

    fn weights(&self, found: &Comparison<'_>) -> Vec<Block> {
        let weight = |weight: &Option<Number>| match weight {
            None => Cell::text("—"),
            Some(weight) => Cell::figure(
                format!("{}%", self.edition.number(weight)),
                FigureOf::Number(weight.clone()),
            ),
        };
        let rows = found.weights.iter().map(|w| {
            let change = w
                .weight
                .before
                .as_ref()
                .zip(w.weight.after.as_ref())
                .map(|(b, a)| a - b);
            row([
                Cell::text(self.label(w.parent.before, w.parent.after)),
                self.named(w.child.before, w.child.after),
                weight(&w.weight.before),
                weight(&w.weight.after),
                self.points(change.as_ref()),
            ])
        });
        let [was, is] = self.heads();
        self.table(
            "compared-weights",
            vec![
                self.edition.column("compared-under", 30),
                self.edition.column("compared-thing", 34),
                Column::figures(was, 12),
                Column::figures(is, 12),
                self.edition.figures("compared-change", 12),
            ],
            rows.collect(),
        )
    }

    fn values(&self, changes: &[Changed<&Value>], key: &str) -> Vec<Block> {
        let dated = changes.iter().any(|c| c.period.is_some());
        let rows = changes.iter().map(|change| {
            let mut cells = vec![
                Cell::text(self.context(change.old, change.new)),
                self.named(change.old, change.new),
            ];
            if dated {
                let period = change.period.as_ref().unwrap_or(&Period::Unsaid);
                cells.push(Cell::text(self.edition.period(period)));
            }
            cells.push(self.edition.value(change.pair.before));
            cells.push(self.edition.value(change.pair.after));
            cells.push(self.difference(change));
            row(cells)
        });
        let [was, is] = self.heads();
        let mut columns = vec![
            self.edition.column("report-objective-short", 9),
            self.edition.column("compared-thing", 32),
        ];
        if dated {
            columns.push(self.edition.column("report-period", 11));
        }
        columns.extend([
            Column::text(was, 20),
            Column::text(is, 20),
            self.edition.figures("compared-change", 12),
        ]);
        self.table(key, columns, rows.collect())
    }

    /// The change of two values that are nothing but figures of one sort.
    fn difference(&self, change: &Changed<&Value>) -> Cell {
        let figure = |value: Option<&Value>| super::printed_table::figure(&value?.text);
        let (was, is) = (figure(change.pair.before), figure(change.pair.after));
        let told = |difference: Number, of: fn(Number) -> FigureOf| {
            Cell::figure(outcome::signed(self.edition, &difference), of(difference))
        };
        match (was, is) {
            (Some(FigureOf::Number(b)), Some(FigureOf::Number(a))) => {
                told(&a - &b, FigureOf::Number)
            }
            (Some(FigureOf::Money(b)), Some(FigureOf::Money(a))) => told(&a - &b, FigureOf::Money),
            (Some(FigureOf::Percent(b)), Some(FigureOf::Percent(a))) => {
                let points = (&a - &b) * Number::HUNDRED;
                let text = outcome::signed(self.edition, &points);
                Cell::figure(
                    self.edition.say_with("report-points", &[("points", &text)]),
                    FigureOf::Number(points),
                )
            }
            _ => Cell::text(""),
        }
    }

    /// What is new, gone, replaced, called in other words.
    fn things(&self, found: &Comparison<'_>) -> Vec<Block> {
        let mut rows = Vec::new();
        let kind = |node: Node| self.edition.catalogue.word("kind", node.kind.token());
        for node in &found.added {
            let replaces = found.replaced.iter().find(|(_, new)| new == node);
            let before = match replaces {
                Some((reference, _)) => self.edition.named(reference),
                None => "—".to_owned(),
            };
            let what = match replaces {
                Some(_) => "compared-is-replacing",
                None => "compared-is-new",
            };
            rows.push(row([
                Cell::text(kind(*node)),
                Cell::text(self.context(None, Some(*node))),
                Cell::text(before),
                self.named(None, Some(*node)),
                Cell::text(self.say(what)),
            ]));
        }
        for node in &found.removed {
            rows.push(row([
                Cell::text(kind(*node)),
                Cell::text(self.context(Some(*node), None)),
                Cell::text(self.label(Some(*node), None)),
                Cell::text("—"),
                Cell::text(self.say(if self.is_one_plan() {
                    "compared-is-removed"
                } else {
                    "compared-is-gone"
                })),
            ]));
        }
        for (old, new) in &found.renamed {
            rows.push(row([
                Cell::text(kind(*new)),
                Cell::text(self.context(Some(*old), Some(*new))),
                Cell::text(self.label(Some(*old), None)),
                self.named(None, Some(*new)),
                Cell::text(self.say("compared-is-renamed")),
            ]));
        }
        self.table(
            "compared-things",
            vec![
                self.edition.column("compared-kind", 12),
                self.edition.column("report-objective-short", 9),
                self.edition.column("compared-before", 32),
                self.edition.column("compared-after", 32),
                self.edition.column("compared-what", 14),
            ],
            rows,
        )
    }

    /// A heading with one table; nothing without rows.
    fn table(&self, key: &str, columns: Vec<Column>, rows: Vec<Row>) -> Vec<Block> {
        if rows.is_empty() {
            return Vec::new();
        }
        vec![
            self.edition.heading(2, self.say(key)),
            Block::Table(Table {
                data: self.say(key),
                caption: Some(self.say(&format!("{key}-caption"))),
                columns,
                row_heads: 2,
                rows,
                ..Table::default()
            }),
        ]
    }
}

const COLUMNS_OF_SCORES: usize = 6;

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
