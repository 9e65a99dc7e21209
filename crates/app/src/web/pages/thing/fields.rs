//! Fields of forms made from the schema, with what the check says beside each.

use domain::finding::Finding;
use domain::plan::{Node, Period};
use serde_json::{Map, Value};

use super::groups::{is_long, is_needed};
use super::inputs::{
    ONE_MORE, Slot, detail_of, name_of, sent, shown as as_typed, slots, text_of, usual_periods,
};
use super::reading::{self, of_field, of_value, role_of};
use super::told::{choice_word, detail_label, path_label};
use crate::format::datum::At;
use crate::format::draft::Mentions;
use crate::format::field::{Shape, detail_shape};
use crate::format::schema::{FieldSpec, KINDS, KindSpec};
use crate::messages::Language;
use crate::web::asked::Pairs;
use crate::web::part::{Action, Choice, Field, Findings, Kind, Look, Noticed, Way};
use crate::web::shown::Shown;

/// The form of a thing: one that is there, or one that is being added.
pub struct Form<'s, 'a> {
    /// The plan.
    pub shown: &'s Shown<'a>,
    /// What texts mention in it.
    pub names: &'s Mentions,
    /// The kind of the thing.
    pub kind: &'static KindSpec,
    /// The thing and its record; none while it is being added.
    pub thing: Option<(Node, i64)>,
    /// What is stored of it, or filled in beforehand.
    pub fields: &'s Map<String, Value>,
    /// What was sent, where the form is shown again.
    pub typed: Option<&'s Pairs>,
    /// What of it cannot be kept: names with the end of the message.
    pub wrong: &'s [(String, &'static str)],
    /// What is said of the thing, where one may see it.
    pub findings: &'s [Finding],
}

/// Lists longer than this are not shown as boxes.
const BOXES: usize = 18;

impl<'a> Form<'_, 'a> {
    /// The slots of some fields.
    pub fn slots(&self, specs: &[&'static FieldSpec]) -> Vec<Slot> {
        let plan = self.shown.loaded.plan();
        let of =
            |spec: &&'static FieldSpec| slots(spec, self.fields, &usual_periods(plan, spec.key));
        specs.iter().flat_map(of).collect()
    }

    /// The fields of some slots, as they are shown.
    pub fn fields(&self, slots: &[Slot]) -> Vec<Field<'a>> {
        let mut said: Vec<bool> = vec![false; self.findings.len()];
        let mut fields: Vec<Field<'a>> = Vec::new();
        for slot in slots {
            let first = fields.len();
            match slot.spec.shape {
                Shape::Values => self.value_fields(slot, &mut fields),
                _ => fields.extend(self.plain_fields(slot)),
            }
            if let Some(field) = fields.get_mut(first) {
                field.findings = self.findings_of(slot, slots, &mut said);
            }
        }
        fields
    }

    fn field(&self, kind: Kind, name: String, label: String, value: String) -> Field<'a> {
        let t = self.shown.t;
        let wrong = self.wrong.iter().find(|(of, _)| *of == name);
        Field::new(t, kind, name, label)
            .holding(value)
            .wrong(wrong.map(|(_, why)| t.text(&format!("web-thing-wrong-{why}"))))
    }

    fn label(&self, slot: &Slot) -> String {
        path_label(self.shown.t, self.kind, &slot.path)
    }

    fn help(&self, spec: &FieldSpec) -> Option<String> {
        let t = self.shown.t;
        let own = (t.language == Language::Italian && !spec.help.is_empty())
            .then(|| spec.help.to_owned());
        let how = match spec.shape {
            Shape::Texts => Some("web-thing-help-lines"),
            Shape::Years => Some("web-thing-help-years"),
            Shape::Grid => Some("web-thing-help-grid"),
            Shape::Details(_) => Some("web-thing-help-details"),
            Shape::Shares => Some("web-thing-help-shares"),
            _ => None,
        };
        let said: Vec<String> = own.into_iter().chain(how.map(|key| t.text(key))).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What a field holds now: what was sent, else what is stored.
    fn now(&self, slot: &Slot, name: &str) -> String {
        let stored = || as_typed(&slot.spec.shape, slot.was.as_ref());
        let Some(typed) = self.typed else {
            return stored();
        };
        let of_boxes = matches!(slot.spec.shape, Shape::Choices(_) | Shape::References);
        match sent(typed, name) {
            Some(text) => text,
            None if of_boxes && typed.get(&slot.before().0).is_some() => String::new(),
            None => stored(),
        }
    }

    fn plain_fields(&self, slot: &Slot) -> Vec<Field<'a>> {
        let t = self.shown.t;
        let (spec, name) = (slot.spec, slot.name());
        let value = self.now(slot, &name);
        let label = self.label(slot);
        let empty = || Choice::new("", t.text("web-thing-unsaid"));
        let kind = match &spec.shape {
            Shape::YesNo => Kind::One(vec![
                empty(),
                Choice::new("true", t.text("web-thing-yes")),
                Choice::new("false", t.text("web-thing-no")),
            ]),
            Shape::Choice(words) => {
                let choices = words
                    .iter()
                    .map(|(token, word)| Choice::new(*token, choice_word(t, token, word)));
                Kind::One(std::iter::once(empty()).chain(choices).collect())
            }
            Shape::Choices(words) => {
                let choices = words
                    .iter()
                    .map(|(token, word)| Choice::new(*token, choice_word(t, token, word)));
                Kind::Some(choices.collect())
            }
            Shape::Reference => {
                let mut choices = vec![empty()];
                choices.extend(self.things(spec, &[value.as_str()]));
                Kind::One(choices)
            }
            Shape::References => return self.references(slot, &name, &value, label),
            Shape::Year => Kind::Figure,
            Shape::Quantity => Kind::Figure,
            Shape::Grid => Kind::Long(10),
            Shape::Details(_) | Shape::Shares => Kind::Long(4),
            Shape::Texts => Kind::Long(2),
            _ => match is_long(spec.key) {
                Some(lines) => Kind::Long(lines),
                None if value.chars().count() > 90 || value.contains('\n') => Kind::Long(3),
                None => Kind::Text(None),
            },
        };
        let mut field = self.field(kind, name, label, value);
        field.help = self.help(spec);
        field.required = is_needed(self.kind, spec.key) && !self.kind.single;
        if matches!(spec.shape, Shape::Quantity | Shape::Day) {
            let meaning = of_field(&spec.shape, &field.value);
            field.read = reading::said(t, meaning, &spec.shape, None);
            field.reader = Some(self.reader(&field.name));
        }
        vec![field]
    }

    /// Several things: all as boxes where they are few, else the chosen ones and one more.
    fn references(&self, slot: &Slot, name: &str, value: &str, label: String) -> Vec<Field<'a>> {
        let t = self.shown.t;
        let chosen: Vec<&str> = value.lines().collect();
        let all = self.things(slot.spec, &chosen);
        let is_chosen = |choice: &Choice| chosen.contains(&choice.value.as_str());
        if all.is_empty() {
            // There is nothing of that kind to choose.
            return Vec::new();
        }
        if all.len() <= BOXES {
            let mut field = self.field(Kind::Some(all), name.to_owned(), label, value.to_owned());
            field.help = self.help(slot.spec);
            return vec![field];
        }
        let (boxes, mut others): (Vec<Choice>, Vec<Choice>) = all.into_iter().partition(is_chosen);
        others.insert(0, Choice::new("", t.text("web-thing-unsaid")));
        let more = self.field(
            Kind::One(others),
            format!("{name}{ONE_MORE}"),
            t.with("web-thing-one-more", &[("field", &label)]),
            String::new(),
        );
        if boxes.is_empty() {
            return vec![more];
        }
        let mut field = self.field(Kind::Some(boxes), name.to_owned(), label, value.to_owned());
        field.help = self.help(slot.spec);
        vec![field, more]
    }

    /// The things that a reference may name, each with the text that names it; a text that is there
    /// stays as it was typed.
    fn things(&self, spec: &FieldSpec, typed: &[&str]) -> Vec<Choice> {
        let loaded = self.shown.loaded;
        let plan = loaded.plan();
        let typed: Vec<&str> = typed
            .iter()
            .copied()
            .filter(|text| !text.is_empty())
            .collect();
        let mut meant: Vec<(&str, Option<Node>)> = typed
            .iter()
            .map(|text| (*text, self.names.meant(text, spec.targets)))
            .collect();
        let several = spec.targets.len() > 1;
        let mut choices = Vec::new();
        for target in spec.targets {
            if *target == domain::plan::NodeKind::Body {
                choices.push(Choice::new("body", self.shown.t.text("kind-body")));
                meant.retain(|(text, _)| *text != "body");
                continue;
            }
            let Some(kind) = KINDS.iter().find(|k| k.spec().node == *target) else {
                continue;
            };
            for at in 0..kind.len(plan) {
                let node = Node::new(*target, at);
                let own = self.thing.is_some_and(|(thing, _)| thing == node);
                let text = match meant.iter().position(|(_, of)| *of == Some(node)) {
                    Some(place) => Some(meant.remove(place).0.to_owned()),
                    None if own => None,
                    None => self.names.mention(plan, node, spec.targets),
                };
                let Some(text) = text else { continue };
                let label = self.shown.label(node);
                let label = match several {
                    true => {
                        let kind = self.shown.t.word("kind", target.token());
                        format!("{label} ({kind})")
                    }
                    false => label,
                };
                choices.push(Choice::new(text, label));
            }
        }
        // What names nothing, or more than one thing, is kept as it was typed.
        let unknown = meant.into_iter().map(|(text, _)| {
            let key = match text {
                "*" => "web-thing-every",
                _ => "web-thing-as-typed",
            };
            Choice::new(text, self.shown.t.with(key, &[("text", text)]))
        });
        let mut all: Vec<Choice> = unknown.collect();
        all.extend(choices);
        all
    }

    fn value_fields(&self, slot: &Slot, fields: &mut Vec<Field<'a>>) {
        let t = self.shown.t;
        let items = slot.items();
        for (at, item) in items.iter().enumerate() {
            let name = slot.item_name(at);
            let typed = self.typed.and_then(|typed| sent(typed, &name));
            let text = typed.unwrap_or_else(|| text_of(*item));
            let label = match items.len() {
                1 => self.label(slot),
                _ => format!("{} ({})", self.label(slot), at + 1),
            };
            let kind = match text.chars().count() > 70 || text.contains('\n') {
                true => Kind::Long(2),
                false => Kind::Text(None),
            };
            let mut field = self.field(kind, name.clone(), label, text);
            let role = role_of(slot.spec.key);
            field.read = self.read(slot.spec, &slot.period(), &field.value);
            if role != Some(domain::plan::Role::Judgement) {
                field.reader = Some(self.reader(&name));
            }
            fields.push(field);
            if items.len() > 1 {
                continue;
            }
            for key in details(slot.spec.key, *item) {
                let name = format!("{name}__{key}");
                let stored = detail_of(*item, key);
                let typed = self.typed.and_then(|typed| sent(typed, &name));
                let value = typed.unwrap_or(stored);
                let kind = match detail_shape(key) {
                    Shape::YesNo => Kind::One(vec![
                        Choice::new("", t.text("web-thing-no")),
                        Choice::new("true", t.text("web-thing-yes")),
                    ]),
                    Shape::Texts => Kind::Long(2),
                    _ if key == "note" => Kind::Long(2),
                    _ => Kind::Text(None),
                };
                let label = format!("{} – {}", self.label(slot), detail_label(t, key));
                let value = match (key, value.as_str()) {
                    ("provisional" | "achievement", "false") => String::new(),
                    _ => value,
                };
                fields.push(self.field(kind, name, label, value));
            }
        }
    }

    /// What a text of a field means, as it stands below.
    pub fn read(
        &self,
        spec: &FieldSpec,
        period: &Period,
        text: &str,
    ) -> Option<crate::web::part::Read<'a>> {
        let t = self.shown.t;
        let role = role_of(spec.key)?;
        let node = self.thing.map_or(Node::BODY, |(node, _)| node);
        let meaning = of_value(self.shown.loaded.plan(), node, role, period, text);
        reading::said(t, meaning, &spec.shape, Some(role))
    }

    /// The address that reads a field as it is typed.
    fn reader(&self, name: &str) -> String {
        match self.thing {
            Some((_, number)) => self
                .shown
                .address(&format!("scheda/{number}/lettura?campo={name}")),
            None => self
                .shown
                .address(&format!("aggiungi/{}/lettura?campo={name}", self.kind.key)),
        }
    }

    /// What is said of a slot: of its period, or of its field as a whole beside the first of it.
    fn findings_of(&self, slot: &Slot, all: &[Slot], said: &mut [bool]) -> Option<Findings<'a>> {
        let key = slot.spec.key;
        let is_first = all
            .iter()
            .find(|other| other.spec.key == key)
            .is_some_and(|first| first.path == slot.path);
        let mut items = Vec::new();
        for (finding, said) in self.findings.iter().zip(said.iter_mut()) {
            let field = finding.place.field.as_deref().unwrap_or_default();
            let own = field == slot.path;
            let elsewhere = all.iter().any(|other| other.path == field);
            let of_field = is_first && !elsewhere && field.split('.').next() == Some(key);
            if *said || !(own || of_field) {
                continue;
            }
            *said = true;
            let mut noticed = self.noticed(finding);
            if !finding.fix.is_empty() {
                let mut fix = Action::submit(self.shown.t.text("web-thing-fix"), Look::Small);
                fix.way = Way::Submit("rimedio", remedy_name(finding));
                noticed.actions.push(fix);
            }
            items.push(noticed);
        }
        (!items.is_empty()).then_some(Findings {
            t: self.shown.t,
            items,
        })
    }

    fn noticed(&self, finding: &Finding) -> Noticed {
        self.shown
            .noticed(finding, self.thing.map(|(_, number)| number))
    }
}

/// The details of a value that a form shows: those that an actual has, and those that are written.
fn details(key: &str, item: Option<&Value>) -> Vec<&'static str> {
    let usual: &[&str] = match key {
        "results" if item.is_some() => &["as_of", "provisional", "state", "note", "evidence"],
        "overrides" => &["note"],
        _ => &[],
    };
    crate::format::field::VALUE_DETAILS
        .iter()
        .map(|(key, _)| *key)
        .filter(|key| *key != "text")
        .filter(|key| usual.contains(key) || !detail_of(item, key).is_empty())
        .collect()
}

/// What a finding is called in a form.
pub fn remedy_name(finding: &Finding) -> String {
    let field = finding.place.field.as_deref().unwrap_or_default();
    format!("{}|{}", finding.rule, name_of(field))
}

/// What is said of a thing: by the check, and by the reading of its record.
pub fn findings_of(
    shown: &Shown<'_>,
    today: jiff::civil::Date,
    thing: &super::Thing<'_>,
) -> Vec<Finding> {
    let loaded = shown.loaded;
    let checked = loaded.checked(today);
    let of_thing =
        checked
            .findings
            .iter()
            .filter(|finding| match (finding.place.node, thing.kind.single) {
                (Some(node), false) => node == thing.node,
                (Some(Node::BODY), true) => {
                    let field = finding.place.field.as_deref().unwrap_or_default();
                    thing
                        .kind
                        .field(field.split('.').next().unwrap_or_default())
                        .is_some()
                }
                _ => false,
            });
    let read = loaded.draft.findings.iter().filter(
        |located| matches!(located.at, At::Record { number, .. } if number == thing.number),
    );
    let mut all: Vec<Finding> = read.map(|located| located.finding.clone()).collect();
    all.extend(of_thing.cloned());
    all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    all
}
