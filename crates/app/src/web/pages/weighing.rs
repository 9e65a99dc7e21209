//! Weights typed in a table: where each is written, what was seen there, what it means.

use domain::number::{Number, Style};
use domain::plan::Node;
use domain::report::siblings::{Closing, Share, Siblings, closing, redistributed, sum};
use domain::target::read_number;

use super::saving::{HOLDERS, PLACED, Saving, mention};
use crate::web::asked::Pairs;
use crate::web::part::{Field, Kind};
use crate::web::shown::Shown;

/// A weight being typed.
pub struct Line {
    /// The name of its field.
    pub name: String,
    /// What it is the weight of.
    pub child: Node,
    /// Record and field that hold it; none where a placement would have to be written.
    pub at: Option<(i64, &'static str)>,
    /// What was seen there.
    pub seen: String,
    /// What is typed.
    pub typed: String,
    /// What that means.
    pub number: Option<Number>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// It is to stay as it is when the rest is shared out.
    pub held: bool,
    /// It is in the sum.
    pub counts: bool,
}

impl Line {
    /// A weight as stored, or as a form sent it.
    pub fn of(
        shown: &Shown<'_>,
        parent: Node,
        child: Node,
        at: Option<(i64, &'static str)>,
        stored: &str,
        counts: bool,
        form: Option<&Pairs>,
    ) -> Line {
        let number = |node| shown.loaded.numbers.number(node).unwrap_or_default();
        let name = match at {
            Some((record, field)) => format!("p-{record}-{field}"),
            None => format!("n-{}-{}", number(parent), number(child)),
        };
        let sent = form.and_then(|form| form.get(&name));
        let seen = form.and_then(|form| form.get(&format!("prima-{name}")));
        let held = form.is_some_and(|form| form.text(&format!("fermo-{name}")) == "yes");
        let mut line = Line {
            child,
            at,
            seen: seen.unwrap_or(stored).to_owned(),
            typed: String::new(),
            number: None,
            error: None,
            held,
            counts,
            name,
        };
        line.take(shown, sent.unwrap_or(stored).trim());
        line
    }

    /// Takes a text and what it means.
    pub fn take(&mut self, shown: &Shown<'_>, text: &str) {
        let (number, _) = read_number(text);
        self.error = match &number {
            None if !text.is_empty() => Some(shown.t.text("web-weights-unreadable")),
            Some(number) if number.is_negative() => Some(shown.t.text("web-weights-negative")),
            _ => None,
        };
        // What cannot be used now is told only where somebody has just typed it.
        if text == self.seen {
            self.error = None;
        }
        (self.typed, self.number) = (text.to_owned(), number);
    }

    /// Its field; the head of the column says what it is.
    pub fn field<'a>(&self, shown: &Shown<'a>) -> Field<'a> {
        let label = shown
            .t
            .with("web-weights-of", &[("of", &shown.label(self.child))]);
        let mut field = Field::new(shown.t, Kind::Figure, &self.name, label)
            .holding(&self.typed)
            .wrong(self.error.clone());
        field.quiet = true;
        field
    }

    /// What the form carries along: the text that was seen.
    pub fn hidden(&self) -> (String, String) {
        (format!("prima-{}", self.name), self.seen.clone())
    }

    /// The change that it makes, if it makes one.
    pub fn save(&self, shown: &Shown<'_>, parent: Node, saving: &mut Saving) {
        let plan = shown.loaded.plan();
        match self.at {
            Some((record, field)) => {
                let label = shown
                    .t
                    .with("web-weights-of", &[("of", &shown.label(self.child))]);
                saving.set(record, field, label, &self.seen, &self.typed);
            }
            None if !self.typed.is_empty() => saving.add(
                "placement",
                &[
                    (
                        "parent",
                        match parent {
                            Node::BODY => "body".to_owned(),
                            parent => mention(plan, parent, &HOLDERS),
                        },
                    ),
                    ("child", mention(plan, self.child, &PLACED)),
                    ("weight", self.typed.clone()),
                ],
            ),
            None => {}
        }
    }
}

/// The lines of a group, as stored or as a form sent them.
pub fn lines(shown: &Shown<'_>, group: &Siblings<'_>, form: Option<&Pairs>) -> Vec<Line> {
    let members = group.members.iter();
    members
        .map(|member| {
            let at = member
                .written
                .and_then(|(record, field)| Some((shown.loaded.numbers.number(record)?, field)));
            let stored = member.weight.map_or("", |weight| weight.text.as_str());
            Line::of(
                shown,
                group.parent,
                member.child,
                at,
                stored,
                member.counts(),
                form,
            )
        })
        .collect()
}

/// The sum of lines, and how it stands.
pub fn summed(
    shown: &Shown<'_>,
    group: &Siblings<'_>,
    lines: &[Line],
) -> (Option<Number>, Closing) {
    let total = sum(lines
        .iter()
        .filter(|l| l.counts)
        .map(|line| line.number.as_ref()));
    let tolerance = shown.loaded.plan().method.weight_tolerance();
    let share = group.closing == Closing::Share;
    let closing = closing(total.as_ref(), &group.expected, share, &tolerance);
    (total, closing)
}

/// Shares the rest out; whether there was a way.
pub fn share_out(shown: &Shown<'_>, group: &Siblings<'_>, lines: &mut [Line]) -> bool {
    let shares: Vec<Share> = lines
        .iter()
        .filter(|line| line.counts)
        .map(|line| Share {
            weight: line.number.clone(),
            held: line.held,
        })
        .collect();
    if lines.iter().any(|line| line.error.is_some()) {
        return false;
    }
    let Some(new) = redistributed(&shares, &group.expected) else {
        return false;
    };
    for (line, new) in lines.iter_mut().filter(|line| line.counts).zip(new) {
        if new != line.number
            && let Some(new) = new
        {
            let percent = if line.typed.ends_with('%') { "%" } else { "" };
            let text = format!("{}{percent}", new.format_plain(Style::ITALIAN_CSV));
            line.take(shown, &text);
        }
    }
    true
}

/// A sum as printed.
pub fn printed(shown: &Shown<'_>, number: Option<&Number>) -> String {
    number.map_or_else(
        || "–".to_owned(),
        |n| n.format_plain(shown.t.language.style()),
    )
}

/// How a sum stands, in words.
pub fn said(
    shown: &Shown<'_>,
    expected: &Number,
    total: Option<&Number>,
    closing: Closing,
) -> String {
    let off = total.map(|total| expected - total).unwrap_or_default();
    let key = match closing {
        Closing::Open | Closing::Nearly if off.is_negative() => "web-weights-over".to_owned(),
        Closing::Open | Closing::Nearly => "web-weights-missing".to_owned(),
        closing => format!("web-weights-{}", closing.token()),
    };
    let style = shown.t.language.style();
    shown
        .t
        .with(&key, &[("off", &off.abs().format_plain(style))])
}
