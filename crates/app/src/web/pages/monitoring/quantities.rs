//! An actual computed from base quantities: the fields of numerator and denominator, the formula,
//! and the arithmetic of the value.

use domain::number::{Number, Style};
use domain::plan::{Node, NodeKind};
use domain::report::formula::{Formula, NoFigure, quantity_at, quantity_named};
use domain::target::read_number;
use serde_json::Value as Json;
use store::Change;

use super::Under;
use super::value::{Place, Typed, seen};
use crate::messages::Catalogue;
use crate::web::asked::{Asked as Request, Pairs};
use crate::web::part::{Field, Kind};

/// What an indicator's formula asks.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The formula as written.
    pub formula: String,
    read: Result<Formula, ()>,
    terms: Vec<Term>,
    unit: Option<String>,
}

#[derive(Clone, Debug)]
struct Term {
    name: String,
    /// The record of the base quantity; none where the plan has none of that name.
    record: Option<i64>,
    unit: Option<String>,
    source: Option<String>,
    text: String,
}

/// What a formula gives.
pub enum Computed {
    /// The arithmetic with its figures, and the value as it will be kept.
    Figure {
        /// `29 / 48 × 100 = 60,416666…`
        arithmetic: String,
        /// `60,42%`
        text: String,
    },
    /// Nothing yet, and why.
    Nothing(String),
}

/// Decimals of a computed value that does not end: those that documents print.
const DECIMALS: u32 = 2;

impl Asked {
    /// What the formula of an indicator asks, with what is known at the checkpoint; none where it
    /// has no formula.
    pub fn of(under: &Under, node: Node) -> Option<Asked> {
        if node.kind != NodeKind::Indicator {
            return None;
        }
        let plan = under.plan();
        let indicator = &plan.indicators[node.at()];
        let formula = indicator.formula.clone()?;
        let read = Formula::read(&formula).map_err(|_| ());
        let names: Vec<String> = match &read {
            Ok(formula) => formula.names().into_iter().map(str::to_owned).collect(),
            Err(()) => Vec::new(),
        };
        let terms = names
            .into_iter()
            .map(|name| {
                let quantity = quantity_named(plan, &name);
                let found = quantity.and_then(|node| plan.quantities.get(node.at()));
                Term {
                    record: quantity.and_then(|node| under.loaded.numbers.number(node)),
                    unit: found.and_then(|found| found.unit.clone()),
                    source: found.and_then(|found| found.source.clone()),
                    text: quantity
                        .and_then(|node| quantity_at(plan, node, under.day))
                        .unwrap_or_default()
                        .to_owned(),
                    name,
                }
            })
            .collect();
        Some(Asked {
            formula,
            read,
            terms,
            unit: indicator.unit.clone(),
        })
    }

    /// The same with what a form sent.
    pub fn sent(mut self, form: &Pairs) -> Asked {
        for term in &mut self.terms {
            if let Some(record) = term.record
                && let Some(text) = form.get(&format!("q-{record}"))
            {
                text.trim().clone_into(&mut term.text);
            }
        }
        self
    }

    /// The quantities as fields.
    pub fn fields<'a>(&self, asked: &Request<'a>, wrong: &[(String, String)]) -> Vec<Field<'a>> {
        let t = asked.t;
        self.terms
            .iter()
            .filter_map(|term| {
                let name = format!("q-{}", term.record?);
                let error = wrong.iter().find(|(of, _)| *of == name);
                let error = error.map(|(_, said)| said.clone());
                let mut field = Field::new(t, Kind::Figure, name, term.name.clone());
                field.help = match (&term.unit, &term.source) {
                    (Some(unit), Some(source)) => Some(format!("{unit} – {source}")),
                    (one, other) => one.clone().or_else(|| other.clone()),
                };
                Some(field.holding(term.text.clone()).wrong(error))
            })
            .collect()
    }

    /// What the formula gives with these quantities.
    pub fn computed(&self, t: &Catalogue) -> Computed {
        let unknown = self.terms.iter().find(|term| term.record.is_none());
        if let Some(term) = unknown {
            return Computed::Nothing(t.with("web-mon-formula-unknown", &[("name", &term.name)]));
        }
        self.computed_in(t, t.language.style())
    }

    /// The same, with its figures written in a style.
    fn computed_in(&self, t: &Catalogue, style: Style) -> Computed {
        let Ok(formula) = &self.read else {
            return Computed::Nothing(t.text("web-mon-formula-unreadable"));
        };
        let value = |name: &str| {
            let term = self.terms.iter().find(|term| term.name == name)?;
            read_number(&term.text).0
        };
        match formula.figure(&value) {
            Ok(figure) => {
                let number = |number: &Number| number.format_plain(style);
                let name = |name: &str| value(name).map(|n| number(&n)).unwrap_or_default();
                let written = formula.written(&name, &number);
                Computed::Figure {
                    arithmetic: format!("{written} = {}", figure.format_plain(style)),
                    text: self.text(&figure),
                }
            }
            Err(NoFigure::Missing(name)) => {
                Computed::Nothing(t.with("web-mon-formula-missing", &[("name", &name)]))
            }
            Err(NoFigure::ByZero) => Computed::Nothing(t.text("web-mon-formula-by-zero")),
        }
    }

    /// A computed figure as the text of the actual: as the documents of an Italian body write it.
    fn text(&self, figure: &Number) -> String {
        let style = Style {
            minus: '-',
            ..Style::ITALIAN
        };
        let short = figure.exact_decimal().filter(|text| {
            let decimals = text
                .split_once('.')
                .map_or(0, |(_, decimals)| decimals.len());
            decimals <= DECIMALS as usize
        });
        let text = match short {
            Some(_) => figure.format_plain(style),
            None => figure.format(style, DECIMALS),
        };
        match self.unit.as_deref().map(str::trim) {
            Some("%") => format!("{text}%"),
            _ => text,
        }
    }

    /// Puts the computed value where the person left none, or the one that was computed before.
    pub fn fill(
        &self,
        under: &Under,
        node: Node,
        t: &Catalogue,
        typed: &mut Typed,
        source: &mut Option<String>,
        always: bool,
    ) {
        let Computed::Figure { arithmetic, text } = self.computed_in(t, Style::ITALIAN) else {
            return;
        };
        let computed_before = Asked::of(under, node).is_some_and(|before| {
            matches!(before.computed(t), Computed::Figure { text, .. } if text == typed.text)
        });
        if always || typed.text.is_empty() || computed_before || typed.text == text {
            typed.text = text;
            *source = Some(arithmetic);
        }
    }

    /// What is wrong with the quantities.
    pub fn mistakes(&self, t: &Catalogue) -> Vec<(String, String)> {
        self.terms
            .iter()
            .filter(|term| !term.text.is_empty() && read_number(&term.text).0.is_none())
            .filter_map(|term| {
                Some((
                    format!("q-{}", term.record?),
                    t.text("web-mon-not-a-number"),
                ))
            })
            .collect()
    }

    /// The changes that keep the quantities.
    pub fn changes(&self, under: &Under, form: &Pairs) -> Vec<Change> {
        self.terms
            .iter()
            .filter_map(|term| {
                let record = term.record?;
                let before = seen(form.text(&format!("qb-{record}")));
                let mut typed = Typed::stored(before.as_ref());
                typed.put("text", &term.text);
                let after = typed.onto(before.as_ref());
                let place = Place::of(&under.loaded, record, "results", under.day);
                place.change(before.as_ref(), after)
            })
            .collect()
    }

    /// What stands in a quantity's record, for the form to send back.
    pub fn seen(under: &Under, record: &str) -> String {
        let place = record
            .parse()
            .ok()
            .map(|record| Place::of(&under.loaded, record, "results", under.day));
        let now: Option<Json> = place.and_then(|place| place.now);
        now.map(|now| now.to_string()).unwrap_or_default()
    }
}
