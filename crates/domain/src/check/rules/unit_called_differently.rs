use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::{HashMap, HashSet};

use crate::check::wording::{Words, content_words, is_one_of};
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "unit-called-differently",
    severity: Severity::Note,
    page: include_str!("unit_called_differently.md"),
    check: Some(check),
};

/// Words with which the name of a unit begins.
const KINDS: [&str; 5] = ["ufficio", "servizio", "area", "settore", "gruppo"];

/// Small words inside a name.
const INSIDE: [&str; 22] = [
    "e", "ed", "di", "del", "dei", "della", "delle", "degli", "dell", "per", "la", "le", "il", "l",
    "i", "alle", "alla", "ai", "all", "in", "un", "al",
];

/// Names with this many telling words, of which one may differ.
const TELLING: usize = 4;

fn check(c: &Context<'_>, say: &mut Say) {
    let mut names = Names::default();
    for unit in &c.plan.units {
        if let Some(title) = unit.title.as_deref() {
            names.learn(title.trim().to_owned(), &content_words(title).list());
        }
    }
    let chart = names.known.len();
    let lengths = names.lengths();
    for (node, field, text) in texts(c) {
        let mut said: Vec<(String, String)> = Vec::new();
        for (name, words) in mentions(text) {
            match names.like(&words.list()) {
                Some(known) => said.push((name, known.to_owned())),
                None => names.learn(name, &words.list()),
            }
        }
        // A name of the chart may be written without capitals.
        let words = content_words(text);
        let words = words.list();
        for length in &lengths {
            for window in words.windows(*length) {
                if let Some(known) = names.like_on_chart(window, chart) {
                    let known = known.to_owned();
                    if said.iter().all(|(_, other)| *other != known) {
                        said.push((window.join(" "), known));
                    }
                }
            }
        }
        for (name, known) in said {
            say.at(node)
                .field(field)
                .arg("name", name)
                .arg("known", known);
        }
    }
}

/// Names of units, found by all their words but one.
#[derive(Default)]
struct Names {
    known: Vec<(String, usize)>,
    whole: HashSet<String>,
    by_gap: HashMap<String, usize>,
}

impl Names {
    fn learn(&mut self, name: String, words: &[&str]) {
        if words.len() < TELLING || !self.whole.insert(words.join(" ")) {
            return;
        }
        for key in gaps(words) {
            self.by_gap.entry(key).or_insert(self.known.len());
        }
        self.known.push((name, words.len()));
    }

    /// The unit whose name has the same words but one.
    fn like(&self, words: &[&str]) -> Option<&str> {
        self.near(words).map(|(_, name)| name)
    }

    fn like_on_chart(&self, words: &[&str], chart: usize) -> Option<&str> {
        let first = words.first()?;
        KINDS.contains(first).then_some(())?;
        self.near(words)
            .filter(|(at, _)| *at < chart)
            .map(|(_, name)| name)
    }

    fn near(&self, words: &[&str]) -> Option<(usize, &str)> {
        if words.len() < TELLING || self.whole.contains(&words.join(" ")) {
            return None;
        }
        let at = *gaps(words).find_map(|key| self.by_gap.get(&key))?;
        self.known.get(at).map(|(name, _)| (at, name.as_str()))
    }

    fn lengths(&self) -> Vec<usize> {
        let mut lengths: Vec<usize> = self.known.iter().map(|(_, n)| *n).collect();
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }
}

/// The words with each one but the first and the last blanked: offices of one kind may differ in the
/// last word only.
fn gaps(words: &[&str]) -> impl Iterator<Item = String> {
    (1..words.len().saturating_sub(1).min(12)).map(|gap| {
        let (before, after) = words.split_at(gap);
        [before, &[""], after.get(1..).unwrap_or_default()]
            .concat()
            .join(" ")
    })
}

/// The names of units in a text: a kind and the capitalised words that follow it.
fn mentions(text: &str) -> Vec<(String, Words)> {
    let mut found: Vec<(String, Words)> = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    let mut close = |name: &mut Vec<&str>| {
        while name.last().is_some_and(|w| is_inside(w)) {
            name.pop();
        }
        if name.len() > 1 {
            let name = name.join(" ");
            let words = content_words(&name);
            found.push((name, words));
        }
        name.clear();
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // The article may be tied to the kind: dell'Ufficio.
        let tail = bare.rsplit(['\'', '’']).next().unwrap_or(bare);
        let opens = word.starts_with(['(', '“', '"', '«']);
        if opens {
            close(&mut name);
        }
        if is_one_of(tail, &KINDS) {
            close(&mut name);
            name.push(tail);
        } else if !name.is_empty() {
            let capital = bare.chars().next().is_some_and(char::is_uppercase)
                || tail.chars().next().is_some_and(char::is_uppercase);
            if capital || is_inside(bare) {
                name.push(bare);
            } else {
                close(&mut name);
            }
        }
        if !name.is_empty() && word.ends_with([',', ';', '.', ')', ':', '”', '"', '»']) {
            close(&mut name);
        }
    }
    close(&mut name);
    found
}

const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];

fn is_inside(word: &str) -> bool {
    is_one_of(word.trim_matches(APOSTROPHES), &INSIDE)
}

fn texts<'p>(c: &Context<'p>) -> Vec<(Node, &'static str, &'p str)> {
    let mut texts = Vec::new();
    for (i, x) in c.plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, i);
        for (field, text) in [
            ("responsible_text", &x.responsible_text),
            ("units_text", &x.units_text),
            ("effort_text", &x.effort_text),
        ] {
            texts.extend(text.as_deref().map(|text| (node, field, text)));
        }
    }
    for (i, x) in c.plan.indicators.iter().enumerate() {
        let node = Node::new(NodeKind::Indicator, i);
        texts.extend(x.owner.as_deref().map(|text| (node, "owner", text)));
    }
    texts
}
