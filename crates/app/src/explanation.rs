//! A derivation in words and as JSON: every step down to what somebody typed.

mod formula;

use std::fmt::Write as _;

use domain::number::Number;
use domain::plan::{Node, NodeKind, Period, Plan, Role, Value as PlanValue};
use domain::score::{
    Derivation, Leaf, LeftOut, NodeScore, Override, Part, PartRole, Rule, Scores, TargetFrom, Term,
};
use domain::target::{
    Derived, Direction, IndicatorReading, Nature, Origin, Readings, ValueReading,
    actual_reading_words, actual_words, field_of, target_reading_words,
};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::messages::{Catalogue, Language};
use crate::printed::{day, decimal, label, node_json, percent, reservations};

/// The derivation of a node with those of everything below it.
pub struct Explanation<'a> {
    score: &'a NodeScore,
    reading: Option<&'a IndicatorReading>,
    checkpoint: Option<Date>,
    children: Vec<(Node, Explanation<'a>)>,
}

/// Derivations inside derivations that are printed; plans are not so deep.
const DEEPEST: usize = 64;

impl<'a> Explanation<'a> {
    /// The explanation of a node down to `depth` levels; none where the node has no score at all.
    pub fn of(
        readings: &'a Readings,
        scores: &'a Scores,
        node: Node,
        depth: usize,
    ) -> Option<Explanation<'a>> {
        let depth = depth.min(DEEPEST);
        let score = scores.of(node)?;
        let reading = match node.kind {
            NodeKind::Indicator => readings.indicators.get(node.at()),
            NodeKind::Activity => readings.activities.get(node.at()),
            _ => None,
        };
        let below = parts_of(&score.derivation)
            .iter()
            .flat_map(|part| &part.terms);
        let children = if depth == 0 {
            Vec::new()
        } else {
            below
                .filter(|term| term.left_out != Some(LeftOut::Heading))
                .filter_map(|term| {
                    let inner = Explanation::of(readings, scores, term.child, depth - 1)?;
                    Some((term.child, inner))
                })
                .collect()
        };
        Some(Explanation {
            score,
            reading,
            checkpoint: scores.checkpoint,
            children,
        })
    }

    fn child(&self, node: Node) -> Option<&Explanation<'a>> {
        self.children
            .iter()
            .find(|(child, _)| *child == node)
            .map(|(_, inner)| inner)
    }

    /// In words, as a person would do it again by hand.
    pub fn text(&self, plan: &Plan, catalogue: &Catalogue) -> String {
        let mut writer = Writer::of(plan, catalogue);
        writer.node(self, 0, None);
        writer.out.iter().fold(String::new(), |mut out, line| {
            match line.text.is_empty() {
                true => out.push('\n'),
                false => {
                    let _ = writeln!(out, "{}{}", "  ".repeat(line.depth), line.text);
                }
            }
            out
        })
    }

    /// Taken apart, as a page lays it out: each thing with its own steps and with what stands below
    /// it in its arithmetic.
    pub fn told(&self, plan: &Plan, catalogue: &Catalogue) -> Told {
        self.told_as(plan, catalogue, None)
    }

    fn told_as(&self, plan: &Plan, catalogue: &Catalogue, term: Option<&Term>) -> Told {
        let mut writer = Writer::of(plan, catalogue);
        writer.steps(self, 0);
        let left_out = match term.and_then(|term| term.left_out) {
            Some(LeftOut::State(state)) => Some(catalogue.word("state", state.token())),
            _ => None,
        };
        let weight = term.and_then(|term| term.weight.as_ref());
        let below = parts_of(&self.score.derivation)
            .iter()
            .flat_map(|part| &part.terms)
            .filter_map(|term| Some((term, self.child(term.child)?)))
            .map(|(term, inner)| inner.told_as(plan, catalogue, Some(term)));
        Told {
            node: self.score.node,
            weight: weight.map(|weight| weight.format_plain(catalogue.language.style())),
            left_out,
            standing: writer.standing(self.score),
            below: below.collect(),
            lines: writer.out,
        }
    }

    /// The steps of the thing's own figure, one a line, without those of what stands below it: the
    /// arithmetic, the rule, what was typed and how it was read, band and override.
    pub fn steps(&self, plan: &Plan, catalogue: &Catalogue) -> Vec<String> {
        let mut writer = Writer::of(plan, catalogue);
        writer.steps(self, 0);
        writer.out.into_iter().map(|line| line.text).collect()
    }

    /// As data: a contract (docs/formati.md).
    pub fn json(&self, plan: &Plan, language: Language) -> Value {
        let mut object = match node_json(plan, self.score, language) {
            Value::Object(object) => object,
            _ => Map::new(),
        };
        match &self.score.derivation {
            Derivation::Leaf(leaf) => self.leaf_json(plan, leaf, &mut object),
            Derivation::Mean(mean) => {
                object.insert("rule".to_owned(), json!("weighted_mean"));
                object.insert("computed".to_owned(), decimal(mean.result.as_ref()));
                object.insert("banded".to_owned(), decimal(mean.banded.as_ref()));
                let values = values_of(plan, self.score.node);
                let given = override_json(values, mean.overridden.as_ref());
                object.insert("override".to_owned(), given);
            }
        }
        let parts: Vec<Value> = parts_of(&self.score.derivation)
            .iter()
            .map(|part| self.part_json(plan, part, language))
            .collect();
        object.insert("parts".to_owned(), Value::Array(parts));
        Value::Object(object)
    }

    fn leaf_json(&self, plan: &Plan, leaf: &Leaf, object: &mut Map<String, Value>) {
        let values = values_of(plan, self.score.node);
        let quoted = |index: Option<usize>, number: Option<&Number>| {
            let Some(index) = index else {
                return Value::Null;
            };
            let Some(value) = values.get(index) else {
                return Value::Null;
            };
            json!({
                "text": value.text,
                "correction": value.reading,
                "period": value.period.to_string(),
                "reading": self.words(index),
                "value": decimal(number),
                "note": value.note,
                "evidence": value.evidence,
            })
        };
        let inputs = &leaf.inputs;
        object.insert("rule".to_owned(), json!(leaf.rule.map(formula::token)));
        let mut target = quoted(leaf.target.and_then(|(i, _)| i), inputs.target.as_ref());
        if let (Value::Object(target), Some((_, from))) = (&mut target, leaf.target) {
            target.insert("upper".to_owned(), decimal(inputs.upper.as_ref()));
            target.insert("from".to_owned(), json!(from_token(from)));
        }
        object.insert("target".to_owned(), target);
        object.insert(
            "actual".to_owned(),
            quoted(leaf.actual, inputs.actual.as_ref()),
        );
        object.insert(
            "baseline".to_owned(),
            quoted(leaf.baseline, inputs.baseline.as_ref()),
        );
        object.insert("series".to_owned(), quoted(leaf.series, None));
        if let Some(reading) = self.reading {
            object.insert(
                "direction".to_owned(),
                json!({
                    "is": direction_token(reading.direction.is),
                    "from": origin_token(reading.direction.from),
                }),
            );
            object.insert(
                "nature".to_owned(),
                json!({
                    "is": nature_token(reading.nature.is),
                    "from": origin_token(reading.nature.from),
                }),
            );
        }
        object.insert("cap".to_owned(), decimal(leaf.cap.as_ref()));
        object.insert("computed".to_owned(), decimal(leaf.achievement.as_ref()));
        object.insert("banded".to_owned(), decimal(leaf.banded.as_ref()));
        object.insert(
            "override".to_owned(),
            override_json(values, leaf.overridden.as_ref()),
        );
    }

    fn part_json(&self, plan: &Plan, part: &Part, language: Language) -> Value {
        let children: Vec<Value> = part
            .terms
            .iter()
            .map(|term| {
                json!({
                    "id": plan.id_of(term.child),
                    "weight": decimal(term.weight.as_ref()),
                    "score": decimal(term.score.as_ref()),
                    "left_out": left_out_token(term),
                    "node": self.child(term.child).map(|inner| inner.json(plan, language)),
                })
            })
            .collect();
        json!({
            "role": role_token(part.role),
            "share": decimal(Some(&part.share)),
            "result": decimal(part.result.as_ref()),
            "children": children,
        })
    }

    /// The reading of one of the node's values, in words.
    fn words(&self, index: usize) -> Option<String> {
        match self.reading?.values.get(index)? {
            ValueReading::Target(reading) => target_reading_words(reading),
            ValueReading::Actual(reading) => actual_reading_words(reading),
            ValueReading::Known(known) => known.as_ref().map(actual_words),
            ValueReading::Text => None,
        }
    }
}

fn parts_of(derivation: &Derivation) -> &[Part] {
    match derivation {
        Derivation::Mean(mean) => &mean.parts,
        Derivation::Leaf(leaf) => leaf.parts.as_ref().map_or(&[], |mean| &mean.parts),
    }
}

fn values_of(plan: &Plan, node: Node) -> &[PlanValue] {
    match node.kind {
        NodeKind::Indicator => plan.indicators.get(node.at()).map_or(&[], |x| &x.values),
        NodeKind::Activity => plan.activities.get(node.at()).map_or(&[], |x| &x.values),
        NodeKind::Objective => plan.objectives.get(node.at()).map_or(&[], |x| &x.values),
        NodeKind::Sheet => plan.sheets.get(node.at()).map_or(&[], |x| &x.values),
        _ => &[],
    }
}

fn override_json(values: &[PlanValue], given: Option<&Override>) -> Value {
    let Some(given) = given else {
        return Value::Null;
    };
    let value = values.get(given.value);
    json!({
        "text": value.map(|v| v.text.as_str()),
        "reason": value.and_then(|v| v.note.as_deref()),
        "value": decimal(Some(&given.is)),
        "replaces": decimal(given.computed.as_ref()),
    })
}

fn left_out_token(term: &Term) -> Option<&'static str> {
    match term.left_out? {
        LeftOut::Heading => Some("heading"),
        LeftOut::State(state) => Some(state.token()),
    }
}

/// The machine token of a part of a mean.
pub(crate) fn role_token(role: PartRole) -> &'static str {
    match role {
        PartRole::Whole => "whole",
        PartRole::Own => "own",
        PartRole::Contributing => "contributing",
        PartRole::Body => "body",
        PartRole::Unit => "unit",
        PartRole::Objectives => "objectives",
        PartRole::National => "national",
        PartRole::Behaviours => "behaviours",
    }
}

fn from_token(from: TargetFrom) -> &'static str {
    match from {
        TargetFrom::Stated => "stated",
        TargetFrom::Revised => "revised",
        TargetFrom::LastStated => "last_stated",
        TargetFrom::ProRata(_) => "prorata",
        TargetFrom::Completion => "completion",
    }
}

fn direction_token(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
    }
}

fn nature_token(nature: Nature) -> &'static str {
    match nature {
        Nature::Cumulative => "cumulative",
        Nature::Level => "level",
    }
}

fn origin_token(origin: Origin) -> &'static str {
    match origin {
        Origin::Written => "written",
        Origin::Comparator => "comparator",
        Origin::ChangeSign => "change_sign",
        Origin::HealthThreshold => "health_threshold",
        Origin::Unit => "unit",
        Origin::Name => "name",
        Origin::Kind => "kind",
        Origin::Default => "default",
    }
}

/// An explanation taken apart: one thing with its steps, and those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The thing.
    pub node: Node,
    /// Its weight in the arithmetic above it, as printed.
    pub weight: Option<String>,
    /// Why it is not in the arithmetic above it, in a word.
    pub left_out: Option<String>,
    /// State, outlook, coverage and flags.
    pub standing: String,
    /// How its own figure came about.
    pub lines: Vec<ToldLine>,
    /// What stands below it in its arithmetic.
    pub below: Vec<Told>,
}

/// A line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldLine {
    /// How deep it stands.
    pub depth: usize,
    /// What it says.
    pub text: String,
    /// The field that it quotes (`targets.2024-12-31`).
    pub field: Option<String>,
}

/// Writes explanations in words, one under the other.
struct Writer<'w> {
    plan: &'w Plan,
    catalogue: &'w Catalogue,
    out: Vec<ToldLine>,
}

impl<'w> Writer<'w> {
    fn of(plan: &'w Plan, catalogue: &'w Catalogue) -> Writer<'w> {
        Writer {
            plan,
            catalogue,
            out: Vec::new(),
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.out.push(ToldLine {
            depth,
            text: text.to_owned(),
            field: None,
        });
    }

    fn percent(&self, number: &Number) -> String {
        percent(number, self.catalogue.language)
    }

    /// A fraction as exact percent points: `99,285714…%`.
    fn exact(&self, number: &Number) -> String {
        formula::exact_percent(number, self.catalogue.language)
    }

    fn node(&mut self, explanation: &Explanation<'_>, depth: usize, term: Option<&Term>) {
        let score = explanation.score;
        let catalogue = self.catalogue;
        let printed = score
            .score
            .as_ref()
            .map_or_else(|| "—".to_owned(), |n| self.percent(n));
        let kind = catalogue.word("kind", score.node.kind.token());
        let name = label(catalogue, self.plan, score.node);
        let before = match term.and_then(|t| t.weight.as_ref()) {
            Some(weight) => {
                let weight = weight.format_plain(catalogue.language.style());
                catalogue.with("explain-weight", &[("weight", &weight)])
            }
            None => String::new(),
        };
        let figure = match term.and_then(|t| t.left_out) {
            Some(LeftOut::State(state)) => {
                let state = catalogue.word("state", state.token());
                catalogue.with("explain-left-out", &[("state", &state)])
            }
            _ => printed,
        };
        self.line(depth, &format!("{before}{kind} {name}: {figure}"));
        let inner = depth + 1;
        let standing = self.standing(score);
        if !standing.is_empty() {
            self.line(inner, &standing);
        }
        self.steps(explanation, inner);
        for part in parts_of(&score.derivation) {
            for term in &part.terms {
                if let Some(below) = explanation.child(term.child) {
                    self.line(0, "");
                    self.node(below, inner, Some(term));
                }
            }
        }
    }

    /// How the thing's own figure came about.
    fn steps(&mut self, explanation: &Explanation<'_>, depth: usize) {
        let score = explanation.score;
        match &score.derivation {
            Derivation::Leaf(leaf) => self.leaf(explanation, leaf, depth),
            Derivation::Mean(mean) => {
                self.parts(explanation, &mean.parts, mean.result.as_ref(), depth);
                self.after(
                    score,
                    mean.result.as_ref(),
                    mean.banded.as_ref(),
                    mean.overridden.as_ref(),
                    depth,
                );
            }
        }
    }

    /// State, outlook, coverage and flags in one line.
    fn standing(&self, score: &NodeScore) -> String {
        let catalogue = self.catalogue;
        let mut said = vec![catalogue.word("state", score.state.token())];
        if let Some(outlook) = score.outlook {
            said.push(catalogue.word("outlook", outlook.token()));
        }
        if let Some(reason) = score.reason() {
            said.push(catalogue.word("reason", reason.token()));
        }
        if let Some(progress) = &score.progress {
            let progress = self.percent(progress);
            said.push(catalogue.with("explain-progress", &[("progress", &progress)]));
        }
        said.extend(reservations(catalogue, score));
        said.join("; ")
    }

    fn parts(
        &mut self,
        explanation: &Explanation<'_>,
        parts: &[Part],
        result: Option<&Number>,
        depth: usize,
    ) {
        let catalogue = self.catalogue;
        let language = catalogue.language;
        if parts.len() > 1 {
            let shares: Vec<(&Number, &Number)> = parts
                .iter()
                .filter_map(|p| Some((&p.share, p.result.as_ref()?)))
                .collect();
            if let Some(result) = result {
                let sum = formula::of_shares(&shares, language);
                self.line(depth, &format!("{} = {sum}", self.percent(result)));
            }
        }
        for part in parts {
            let inner = if parts.len() > 1 {
                let name = catalogue.word("part", role_token(part.role));
                let share = self.exact(&part.share);
                let heading = catalogue.with("explain-part", &[("part", &name), ("share", &share)]);
                self.line(depth, &heading);
                depth + 1
            } else {
                depth
            };
            if let Some(index) = part.value {
                let values = values_of(self.plan, explanation.score.node);
                if let Some(value) = values.get(index) {
                    self.line(
                        inner,
                        &catalogue.with("explain-typed", &[("text", &value.text)]),
                    );
                }
            }
            match &part.result {
                Some(result) if !part.terms.is_empty() => {
                    let terms: Vec<(&Number, &Number)> = part
                        .terms
                        .iter()
                        .filter(|t| t.left_out.is_none())
                        .filter_map(|t| Some((t.weight.as_ref()?, t.score.as_ref()?)))
                        .collect();
                    let sum = formula::of_terms(&terms, language);
                    self.line(inner, &format!("{} = {sum}", self.percent(result)));
                }
                Some(_) => {}
                None if parts.len() > 1 => self.line(inner, &catalogue.text("explain-no-part")),
                None => self.line(inner, &catalogue.text("explain-nothing")),
            }
        }
    }

    fn leaf(&mut self, explanation: &Explanation<'_>, leaf: &Leaf, depth: usize) {
        let catalogue = self.catalogue;
        let language = catalogue.language;
        if leaf.target.is_none() {
            self.known(explanation, depth);
        }
        if let Some(rule) = leaf.rule {
            match (rule, &leaf.parts) {
                (Rule::PartsMean | Rule::PartsLeast, Some(mean)) => {
                    self.line(depth, &catalogue.text(&rule_key(rule)));
                    if rule == Rule::PartsMean {
                        self.parts(explanation, &mean.parts, mean.result.as_ref(), depth);
                    }
                }
                _ => {
                    if let Some(achievement) = &leaf.achievement {
                        let cap = leaf.cap.as_ref();
                        let sum = formula::of_rule(rule, &leaf.inputs, achievement, cap, language);
                        let printed = self.percent(achievement);
                        self.line(depth, &format!("{printed} {sum}"));
                    }
                    self.line(depth, &catalogue.text(&rule_key(rule)));
                }
            }
        }
        let quoted = [
            ("explain-target", leaf.target.and_then(|(index, _)| index)),
            ("explain-actual", leaf.actual),
            ("explain-baseline", leaf.baseline),
            ("explain-series", leaf.series),
        ];
        for (key, index) in quoted {
            if let Some(index) = index {
                self.quoted(explanation, key, index, depth);
            }
        }
        if let Some((_, from)) = leaf.target
            && from != TargetFrom::Stated
        {
            let months = match from {
                TargetFrom::ProRata(months) => months.to_string(),
                _ => String::new(),
            };
            let key = format!("explain-from-{}", from_token(from).replace('_', "-"));
            self.line(depth, &catalogue.with(&key, &[("months", &months)]));
        }
        if let Some(reading) = explanation.reading {
            self.derived(reading, depth);
        }
        self.after(
            explanation.score,
            leaf.achievement.as_ref(),
            leaf.banded.as_ref(),
            leaf.overridden.as_ref(),
            depth,
        );
    }

    /// Where nothing is due: the targets of the year and the actual of the checkpoint, which make
    /// progress and outlook.
    fn known(&mut self, explanation: &Explanation<'_>, depth: usize) {
        let Some(checkpoint) = explanation.checkpoint else {
            return;
        };
        for (i, value) in values_of(self.plan, explanation.score.node)
            .iter()
            .enumerate()
        {
            let of_year = value.period.year() == Some(checkpoint.year());
            let here = value.period == Period::Day(checkpoint);
            match value.role {
                Role::Target if of_year => self.quoted(explanation, "explain-target", i, depth),
                Role::RevisedTarget if of_year => {
                    self.quoted(explanation, "explain-revised-target", i, depth);
                }
                Role::Actual if here => self.quoted(explanation, "explain-actual", i, depth),
                _ => {}
            }
        }
    }

    /// A value as typed, with its reading where that says more.
    fn quoted(&mut self, explanation: &Explanation<'_>, key: &str, index: usize, depth: usize) {
        let values = values_of(self.plan, explanation.score.node);
        let Some(value) = values.get(index) else {
            return;
        };
        let catalogue = self.catalogue;
        let mut line = catalogue.with(key, &[("text", &value.text)]);
        let period = match &value.period {
            Period::Day(date) => day(*date, catalogue.language),
            other => other.to_string(),
        };
        if !period.is_empty() {
            let _ = write!(line, " ({period})");
        }
        if let Some(correction) = &value.reading {
            let _ = write!(
                line,
                "; {}",
                catalogue.with("explain-correction", &[("text", correction)])
            );
        }
        if let Some(words) = explanation.words(index)
            && !words.is_empty()
        {
            let _ = write!(line, " → {words}");
        }
        self.line(depth, &line);
        if let Some(last) = self.out.last_mut() {
            last.field = Some(field_of(value));
        }
        if let Some(note) = &value.note {
            self.line(
                depth + 1,
                &catalogue.with("explain-note", &[("text", note)]),
            );
        }
        for evidence in &value.evidence {
            self.line(
                depth + 1,
                &catalogue.with("explain-evidence", &[("text", evidence)]),
            );
        }
    }

    fn derived(&mut self, reading: &IndicatorReading, depth: usize) {
        let catalogue = self.catalogue;
        let said = |key: &str, token: &str, origin: Origin| {
            let is = catalogue.word(key, token);
            let from = catalogue.word("origin", origin_token(origin));
            format!("{is} ({from})")
        };
        let Derived { is, from } = reading.direction;
        let direction = said("direction", direction_token(is), from);
        let Derived { is, from } = reading.nature;
        let nature = said("nature", nature_token(is), from);
        self.line(depth, &format!("{direction}; {nature}"));
    }

    /// Band and override, which come after the arithmetic.
    fn after(
        &mut self,
        score: &NodeScore,
        computed: Option<&Number>,
        banded: Option<&Number>,
        overridden: Option<&Override>,
        depth: usize,
    ) {
        let catalogue = self.catalogue;
        if let (Some(computed), Some(banded)) = (computed, banded) {
            let args = [
                ("from", self.percent(computed)),
                ("to", self.percent(banded)),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
            self.line(depth, &catalogue.with("explain-band", &args));
        }
        if let Some(given) = overridden {
            let value = values_of(self.plan, score.node).get(given.value);
            let reason = value.and_then(|v| v.note.clone()).unwrap_or_default();
            let replaced = given
                .computed
                .as_ref()
                .map_or_else(|| "—".to_owned(), |n| self.percent(n));
            let args = [
                ("value", self.percent(&given.is)),
                ("computed", replaced),
                ("reason", reason),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
            self.line(depth, &catalogue.with("explain-override", &args));
        }
    }
}

fn rule_key(rule: Rule) -> String {
    format!("rule-{}", formula::token(rule).replace('_', "-"))
}
