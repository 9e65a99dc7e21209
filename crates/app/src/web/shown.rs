//! Things of a plan as pieces of pages: links, figures, bars, states, findings.

use domain::finding::{Finding, Severity};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::standings::Standing;
use domain::score::{NodeScore, Scores};
use jiff::civil::Date;

use super::part::{Bar, Chip, Figure, Link, Noticed, Weight};
use super::plans::Loaded;
use crate::explanation::Explanation;
use crate::format::datum::At;
use crate::messages::Catalogue;
use crate::printed::{day, label, percent, reservations};

/// A plan with its scores at one day, in the words of one reader.
pub struct Shown<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The plan.
    pub loaded: &'a Loaded,
    /// Its scores.
    pub scores: &'a Scores,
    /// The day that was asked for, kept in every link.
    pub at: Option<Date>,
}

impl<'a> Shown<'a> {
    /// The address of a page of the plan (`albero`, `scheda/12`), at the same day.
    pub fn address(&self, page: &str) -> String {
        let base = format!("/{}/{}/{page}", self.loaded.body, self.loaded.id);
        match self.at {
            Some(at) => format!(
                "{base}{}al={at}",
                if page.contains('?') { '&' } else { '?' }
            ),
            None => base,
        }
    }

    /// The page of a thing: its sheet, or the dashboard of what is read as one.
    pub fn page_of(&self, node: Node) -> String {
        match self.loaded.numbers.number(node) {
            Some(number) => self.address(&format!("scheda/{number}")),
            None => self.address("albero"),
        }
    }

    /// Code and title of a thing.
    pub fn label(&self, node: Node) -> String {
        label(self.t, self.loaded.plan(), node)
    }

    /// The title of a thing, or what it is called where it has none.
    pub fn title(&self, node: Node) -> String {
        match self.loaded.plan().name_of(node).title {
            Some(title) if !title.is_empty() => title.to_owned(),
            _ => self.label(node),
        }
    }

    /// The printed code of a thing, or nothing.
    pub fn code(&self, node: Node) -> String {
        let code = self.loaded.plan().name_of(node).code;
        code.unwrap_or_default().to_owned()
    }

    /// A thing as a link to its page.
    pub fn link(&self, node: Node) -> Link {
        Link::new(self.label(node), self.page_of(node))
    }

    /// A score as printed; a dash where there is none.
    pub fn percent(&self, number: Option<&Number>) -> String {
        number.map_or_else(|| "–".to_owned(), |n| percent(n, self.t.language))
    }

    /// A day as printed.
    pub fn day(&self, date: Date) -> String {
        day(date, self.t.language)
    }

    /// The figure of a thing: closed, with the way to its explanation.
    pub fn figure(&self, node: Node) -> Figure<'a> {
        let score = self.scores.of(node);
        Figure {
            t: self.t,
            value: self.percent(score.and_then(|score| score.score.as_ref())),
            of: self.label(node),
            arithmetic: Vec::new(),
            left_out: Vec::new(),
            page: score.map(|_| self.explained_at(node)),
        }
    }

    /// The figure of a thing with its arithmetic beside it.
    pub fn open_figure(&self, node: Node) -> Figure<'a> {
        let mut figure = self.figure(node);
        let readings = &self.loaded.readings;
        if let Some(explanation) = Explanation::of(readings, self.scores, node, 1) {
            figure.arithmetic = explanation.steps(self.loaded.plan(), self.t);
        }
        if let Some(score) = self.scores.of(node) {
            figure.left_out = reservations(self.t, score);
        }
        figure
    }

    /// Where the whole explanation of a thing stands.
    pub fn explained_at(&self, node: Node) -> String {
        let number = self.loaded.numbers.number(node);
        self.address(&match number {
            Some(number) => format!("spiegazione/{number}"),
            None => "spiegazione".to_owned(),
        })
    }

    /// How a thing stands.
    pub fn chip(&self, node: Node) -> Chip<'a> {
        match self.scores.of(node) {
            Some(score) => self.chip_of(score),
            None => Chip::of(self.t, Standing::LeftOut),
        }
    }

    fn chip_of(&self, score: &NodeScore) -> Chip<'a> {
        let standing = Standing::of(score);
        let said = score
            .reason()
            .map(|reason| self.t.word("reason", reason.token()));
        let cause = (standing == Standing::LeftOut)
            .then(|| said.unwrap_or_else(|| self.t.word("state", score.state.token())));
        Chip {
            t: self.t,
            standing,
            cause,
        }
    }

    /// The score of a thing as a bar; its progress where there is no score yet.
    pub fn bar(&self, node: Node) -> Bar {
        let score = self.scores.of(node);
        let shown = score.and_then(|score| score.score.as_ref().or(score.progress.as_ref()));
        Bar {
            length: shown.map_or(0, thousandths),
            target: None,
            standing: score.map_or(Standing::LeftOut, Standing::of),
            label: None,
        }
    }

    /// What the check or the reading says, as a page says it. `here` is the record whose fields stand
    /// on the page: a finding about one of them needs no link.
    pub fn noticed(&self, finding: &Finding, here: Option<i64>) -> Noticed {
        let (message, help) = self.t.finding(finding);
        let place = match self.loaded.draft.place(&finding.place) {
            At::Record { number, .. } if Some(number) == here => None,
            At::Record { number, field } => {
                let named = finding.place.node.map(|node| self.label(node));
                let page = self.address(&format!("scheda/{number}"));
                let href = if field.is_empty() {
                    page
                } else {
                    format!("{page}#f-{field}")
                };
                Some(Link::new(named.unwrap_or_default(), href))
            }
            _ => None,
        };
        let severity = match finding.severity {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Note => Weight::Note,
        };
        Noticed {
            weight: severity,
            message,
            help,
            rule: Link::new(
                finding.rule,
                format!("/{}/regole/{}", self.loaded.body, finding.rule),
            ),
            place,
            actions: Vec::new(),
        }
    }
}

/// A part of the whole in thousandths, between none and all of it.
pub fn thousandths(number: &Number) -> u32 {
    let scaled = (number * &Number::from(1000)).round_to(0);
    let whole = scaled.to_i64().unwrap_or(0).clamp(0, 1000);
    u32::try_from(whole).unwrap_or(0)
}

/// Whether a thing is scored by its own values and not by what stands below it.
pub fn is_leaf(node: Node) -> bool {
    matches!(node.kind, NodeKind::Indicator | NodeKind::Activity)
}
