//! From records to a plan and back: keys, references, and where everything was written.

use hashbrown::{Equivalent, HashMap};

use domain::finding::{Finding, Place};
use domain::plan::{Node, NodeKind, Period, Plan, Reference};

use super::datum::{At, Datum, Entry, Item, Record};
use super::field::{shortened, trimmed};
use super::schema::{FieldSpec, KINDS, KindSpec};

/// A plan as read from a file, with all that is to be said of the reading.
#[derive(Debug, Default)]
pub struct Draft {
    /// The plan: everything that could be used.
    pub plan: Plan,
    /// What could not, or was doubtful, each with its place.
    pub findings: Vec<Located>,
    sources: Sources,
}

/// A finding with the place in the file that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// What is to be said.
    pub finding: Finding,
    /// Where.
    pub at: At,
}

/// The records from which the nodes of a plan were made.
#[derive(Debug, Default)]
struct Sources {
    by_kind: Vec<Vec<Record>>,
}

/// A record as a reader of a file found it.
#[derive(Debug)]
pub struct Found {
    /// The record.
    pub record: Record,
    /// The record inside which it stood, by position in the reader's list.
    pub holder: Option<usize>,
}

impl Draft {
    /// Gives a finding of the domain its place in the file.
    pub fn locate(&self, finding: Finding) -> Located {
        let at = self.place(&finding.place);
        Located { finding, at }
    }

    /// The place in the file of a node and field.
    pub fn place(&self, place: &Place) -> At {
        self.sources.at(place)
    }

    /// The text written at a node's field, with its place; none where it is not one text.
    pub fn written(&self, place: &Place) -> Option<(&str, &At)> {
        let (node, field) = (place.node?, place.field.as_deref()?);
        self.sources.records_of(node).find_map(|record| {
            let item = item_at(&record.entries, field)?;
            match &item.datum {
                Datum::Text(text) => Some((text.as_str(), &item.at)),
                Datum::Map(parts) => parts
                    .iter()
                    .find(|e| e.key == "text")
                    .and_then(|e| Some((e.item.datum.text()?, &e.item.at))),
                Datum::List(_) => None,
            }
        })
    }

    /// Every text by which a record mentions a thing of these kinds, with its place.
    pub fn mentions(&self, kinds: &[NodeKind]) -> Vec<(&str, &At)> {
        let mut mentions = Vec::new();
        for (kind, records) in KINDS.iter().zip(&self.sources.by_kind) {
            let spec = kind.spec();
            // The holder of a nested record is said by where it stands, not by a text.
            let written = records.iter().flat_map(|record| {
                let own = |entry: &&Entry| entry.item.at != record.at;
                record.entries.iter().filter(own)
            });
            for entry in written {
                let mentions_them = spec
                    .field(&entry.key)
                    .is_some_and(|f| f.targets.iter().any(|t| kinds.contains(t)));
                if mentions_them {
                    texts(&entry.item, &mut mentions);
                }
            }
        }
        mentions
    }
}

/// The texts of an item, its parts' included.
fn texts<'a>(item: &'a Item, found: &mut Vec<(&'a str, &'a At)>) {
    match &item.datum {
        Datum::Text(text) => found.push((text, &item.at)),
        Datum::List(items) => items.iter().for_each(|item| texts(item, found)),
        Datum::Map(entries) => entries.iter().for_each(|entry| texts(&entry.item, found)),
    }
}

impl Sources {
    fn at(&self, place: &Place) -> At {
        let Some(node) = place.node else {
            return At::Nowhere;
        };
        let field = place.field.as_deref();
        let mut best = At::Nowhere;
        for record in self.records_of(node) {
            if best == At::Nowhere {
                best = record.at.clone();
            }
            if let Some(found) = field.and_then(|field| item_at(&record.entries, field)) {
                return found.at.clone();
            }
        }
        best
    }

    /// The records of which a node was made: one, and for the body those of the whole plan.
    fn records_of(&self, node: Node) -> impl Iterator<Item = &Record> {
        KINDS
            .iter()
            .zip(&self.by_kind)
            .filter_map(move |(kind, records)| {
                let spec = kind.spec();
                if spec.single {
                    records.first().filter(|_| node == Node::BODY)
                } else {
                    records.get(node.at()).filter(|_| spec.node == node.kind)
                }
            })
    }
}

/// What is written at `targets.2024-12-31`, or at `targets` where the period is not there.
fn item_at<'a>(entries: &'a [Entry], field: &str) -> Option<&'a Item> {
    let (head, rest) = field.split_once('.').unwrap_or((field, ""));
    let entry = entries.iter().find(|e| e.key == head)?;
    if let Datum::Map(periods) = &entry.item.datum
        && !rest.is_empty()
    {
        let wanted = Period::parse(rest);
        if let Some(found) = periods.iter().find(|p| Period::parse(&p.key) == wanted) {
            return Some(&found.item);
        }
    }
    Some(&entry.item)
}

/// Makes a plan of the records of a file. Nothing is refused: what cannot be used is named.
pub fn assemble(found: Vec<Found>, mut findings: Vec<Located>) -> Draft {
    let mut keys = Keys::default();
    let assigned: Vec<String> = {
        let mut assigned: Vec<String> = Vec::with_capacity(found.len());
        for Found { record, holder } in &found {
            let spec = KINDS[record.kind].spec();
            let owner = owner_of(spec, record)
                .or_else(|| holder.and_then(|h| assigned.get(h)).map(String::as_str));
            let (key, doubt) = keys.assign(spec, record, owner);
            if let Some(finding) = doubt {
                findings.push(Located {
                    finding,
                    at: record.at.clone(),
                });
            }
            assigned.push(key);
        }
        assigned
    };
    let kinds: Vec<usize> = found.iter().map(|f| f.record.kind).collect();
    let records: Vec<(Record, String)> = found
        .into_iter()
        .zip(assigned.clone())
        .map(|(Found { mut record, holder }, key)| {
            let spec = KINDS[record.kind].spec();
            if let (Some(nest), Some(holder)) = (spec.nest, holder)
                && owner_of(spec, &record).is_none()
            {
                let holder_spec = KINDS[kinds[holder]].spec();
                let text = keys.mention(spec, nest.owner, holder_spec, &assigned[holder]);
                record.entries.retain(|e| e.key != nest.owner);
                record.entries.push(Entry {
                    key: nest.owner.to_owned(),
                    item: Item {
                        datum: Datum::Text(text),
                        at: record.at.clone(),
                    },
                });
            }
            (record, key)
        })
        .collect();
    let mut plan = Plan::default();
    let mut sources = Sources {
        by_kind: KINDS.iter().map(|_| Vec::new()).collect(),
    };
    for (record, key) in in_order(records) {
        let kind = &KINDS[record.kind];
        let spec = kind.spec();
        if spec.single && !sources.by_kind[record.kind].is_empty() {
            let finding = Finding::warning("format-repeated-record").arg("kind", spec.key);
            findings.push(Located {
                finding: finding.at(Node::BODY),
                at: record.at.clone(),
            });
        }
        let before = kind.len(&plan);
        for (finding, at) in kind.read(&mut plan, &record) {
            findings.push(Located { finding, at });
        }
        if !spec.single && kind.len(&plan) == before {
            continue;
        }
        if spec.has_id() {
            let index = kind.len(&plan).saturating_sub(1);
            kind.set_id(&mut plan, index, &key);
        }
        sources.by_kind[record.kind].push(record);
    }
    let mut draft = Draft {
        plan,
        findings,
        sources,
    };
    resolve(&mut draft);
    draft
}

/// Records kind by kind, and within a kind under the thing that holds them: the same plan comes
/// out of a file of nested lists and of one of flat sheets.
fn in_order(records: Vec<(Record, String)>) -> Vec<(Record, String)> {
    let holders = holders(records.iter().map(|(record, key)| (record, key)));
    let mut by_kind: Vec<Vec<usize>> = KINDS.iter().map(|_| Vec::new()).collect();
    for (i, (record, _)) in records.iter().enumerate() {
        by_kind[record.kind].push(i);
    }
    // A holder's kind comes before those of what it holds: its rank is known when theirs is asked.
    let mut ranks = vec![0; records.len()];
    let mut rank = 0;
    for list in &mut by_kind {
        list.sort_by_key(|i| holders[*i].map_or(usize::MAX, |holder| ranks[holder]));
        for i in list {
            ranks[*i] = rank;
            rank += 1;
        }
    }
    let mut ordered: Vec<(usize, (Record, String))> = ranks.into_iter().zip(records).collect();
    ordered.sort_by_key(|(rank, _)| *rank);
    ordered.into_iter().map(|(_, record)| record).collect()
}

/// For each record, given with its key, the position of the one inside which TOML and JSON write
/// it: the only one that its owner field can mean by key, if its kind is written earlier.
pub fn holders<'a>(records: impl Iterator<Item = (&'a Record, &'a String)>) -> Vec<Option<usize>> {
    let records: Vec<(&Record, &String)> = records.collect();
    let mut by_key: HashMap<(NodeKind, &str), usize> = HashMap::new();
    for (i, (record, key)) in records.iter().enumerate() {
        let spec = KINDS[record.kind].spec();
        if spec.has_id() {
            by_key.insert((spec.node, key.as_str()), i);
        }
    }
    records
        .iter()
        .map(|(record, _)| {
            let spec = KINDS[record.kind].spec();
            let nest = spec.nest?;
            let text = owner_of(spec, record)?;
            let mut meant = spec
                .field(nest.owner)?
                .targets
                .iter()
                .filter_map(|kind| Some((kind, *by_key.get(&(*kind, text))?)));
            let (kind, holder) = meant.next()?;
            let plain = meant.next().is_none()
                && nest.parents.contains(kind)
                && records[holder].0.kind < record.kind;
            plain.then_some(holder)
        })
        .collect()
}

/// What the record itself says of the thing it belongs to.
fn owner_of<'a>(spec: &KindSpec, record: &'a Record) -> Option<&'a str> {
    record
        .text(spec.nest?.owner)
        .map(trimmed)
        .filter(|text| !text.is_empty())
}

/// `kind:key` taken apart, where the text begins with the name of a kind.
fn qualified(text: &str) -> (Option<NodeKind>, &str) {
    if let Some((prefix, key)) = text.split_once(':')
        && let Some(kind) = KINDS
            .iter()
            .find(|k| k.spec().key == prefix && !k.spec().single)
    {
        return (Some(kind.spec().node), trimmed(key));
    }
    (None, text)
}

/// A kind and a text of it, to ask a table for without making the text anew.
#[derive(Hash)]
struct Asked<'a>(NodeKind, &'a str);

impl Equivalent<(NodeKind, String)> for Asked<'_> {
    fn equivalent(&self, (kind, text): &(NodeKind, String)) -> bool {
        self.0 == *kind && self.1 == text
    }
}

/// The keys given so far, and those that follow from what is written.
#[derive(Default)]
struct Keys {
    /// Every key given, with how many records have asked for it.
    taken: HashMap<(NodeKind, String), usize>,
    children: HashMap<(NodeKind, String), usize>,
}

impl Keys {
    /// The key of a record: as written, else from its code or number under its owner, else its
    /// ordinal. A key already taken gets a tail, and a finding says so.
    fn assign(
        &mut self,
        spec: &KindSpec,
        record: &Record,
        owner: Option<&str>,
    ) -> (String, Option<Finding>) {
        if !spec.has_id() {
            return (String::new(), None);
        }
        let written = record.text("id").map(trimmed).filter(|id| !id.is_empty());
        let derived = self.derive(spec, record, owner);
        let wanted = written.map_or(derived, str::to_owned);
        let mut key = wanted.clone();
        let mut copies = self
            .taken
            .get(&Asked(spec.node, &wanted))
            .copied()
            .unwrap_or(0);
        while self.taken.contains_key(&Asked(spec.node, &key)) {
            copies += 1;
            key = format!("{wanted}~{copies}");
        }
        let doubt = (copies > 0).then(|| {
            let finding = if written.is_some() {
                Finding::error("format-repeated-key")
            } else {
                Finding::warning("format-repeated-code")
            };
            finding
                .field(if written.is_some() { "id" } else { "code" })
                .arg("text", shortened(&wanted))
                .arg("key", shortened(&key))
        });
        if copies > 0 {
            self.taken.insert((spec.node, wanted), copies);
        }
        self.taken.insert((spec.node, key.clone()), 1);
        (key, doubt)
    }

    /// The key that a record has where none is written.
    fn derive(&mut self, spec: &KindSpec, record: &Record, owner: Option<&str>) -> String {
        let base = spec.key_from.iter().find_map(|field| {
            record
                .text(field)
                .map(trimmed)
                .filter(|text| !text.is_empty())
        });
        let owner = owner.map(|text| qualified(text).1.to_owned());
        let ordinal = self
            .children
            .entry((spec.node, owner.clone().unwrap_or_default()))
            .or_default();
        *ordinal += 1;
        match (owner, base) {
            (Some(owner), Some(base)) => format!("{owner}/{base}"),
            (Some(owner), None) => format!("{owner}/{ordinal}"),
            (None, Some(base)) => base.to_owned(),
            (None, None) => format!("{}-{ordinal}", spec.key),
        }
    }

    /// How a record of `spec` names its holder in the field `owner`: by its key, with its kind
    /// before it where other kinds that may be meant have the same key.
    fn mention(&self, spec: &KindSpec, owner: &str, holder: &KindSpec, key: &str) -> String {
        let targets = spec.field(owner).map_or(&[][..], |f| f.targets);
        let alone = targets
            .iter()
            .filter(|kind| self.taken.contains_key(&Asked(**kind, key)))
            .count()
            <= 1;
        if alone {
            key.to_owned()
        } else {
            format!("{}:{key}", holder.key)
        }
    }
}

/// A code or title without the differences that no reader would notice.
fn normalised(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' | '`' | '´' => plain.push('\''),
                '–' | '—' | '‐' | '‑' => plain.push('-'),
                c if c.is_ascii() => plain.push(c.to_ascii_lowercase()),
                c => plain.extend(c.to_lowercase()),
            }
        }
    }
    plain
}

/// Everything that may be mentioned, by key and by printed code or title.
#[derive(Default)]
struct Index {
    keys: HashMap<(NodeKind, String), Node>,
    names: HashMap<(NodeKind, String), Vec<Node>>,
}

impl Index {
    fn of(plan: &Plan) -> Index {
        let mut index = Index::default();
        for kind in KINDS.iter() {
            let spec = kind.spec();
            if spec.single {
                continue;
            }
            for i in 0..kind.len(plan) {
                let node = spec.node_at(i);
                let name = plan.name_of(node);
                if spec.has_id() {
                    index.keys.insert((spec.node, name.key.to_owned()), node);
                }
                index.name(node, name.code);
                if !matches!(spec.node, NodeKind::Indicator | NodeKind::Objective) {
                    index.name(node, name.title);
                }
                if spec.node == NodeKind::Relevance {
                    index.name(node, Some(name.key));
                }
            }
        }
        for (i, objective) in plan.objectives.iter().enumerate() {
            for code in &objective.other_codes {
                index.name(Node::new(NodeKind::Objective, i), Some(code));
            }
        }
        index
    }

    fn name(&mut self, node: Node, name: Option<&str>) {
        let Some(name) = name.map(normalised).filter(|n| !n.is_empty()) else {
            return;
        };
        let nodes = self.names.entry((node.kind, name)).or_default();
        // The names of one thing come one after the other.
        if nodes.last() != Some(&node) {
            nodes.push(node);
        }
    }

    /// What a mention may mean, by key first, then by printed code or title: the only thing, if it
    /// is one, and how many there are.
    fn find(&self, text: &str, targets: &[NodeKind]) -> (Option<Node>, usize) {
        let text = text.trim();
        let (kind, key) = qualified(text);
        let kinds: Vec<NodeKind> = targets
            .iter()
            .copied()
            .filter(|t| kind.is_none_or(|k| k == *t))
            .collect();
        if kinds.contains(&NodeKind::Body) && text == "body" {
            return (Some(Node::BODY), 1);
        }
        let by_key: Vec<Node> = kinds
            .iter()
            .filter_map(|kind| self.keys.get(&Asked(*kind, key)).copied())
            .collect();
        if let Some(first) = by_key.first() {
            return (Some(*first), by_key.len());
        }
        let name = normalised(key);
        let named = || {
            kinds
                .iter()
                .filter_map(|kind| self.names.get(&Asked(*kind, &name)))
        };
        (
            named().flatten().next().copied(),
            named().map(Vec::len).sum(),
        )
    }
}

/// What mentions mean in a plan, and how its things are mentioned.
pub struct Mentions(Index);

impl Mentions {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Mentions {
        Mentions(Index::of(plan))
    }

    /// The only thing of these kinds that a text can mean.
    pub fn meant(&self, text: &str, targets: &[NodeKind]) -> Option<Node> {
        match self.0.find(text, targets) {
            (Some(node), 1) => Some(node),
            _ => None,
        }
    }

    /// The shortest text that means a thing and nothing else of these kinds; none where it has no
    /// key.
    pub fn mention(&self, plan: &Plan, node: Node, targets: &[NodeKind]) -> Option<String> {
        let key = plan.name_of(node).key;
        let kind = KINDS
            .iter()
            .find(|k| k.spec().node == node.kind)?
            .spec()
            .key;
        [key.to_owned(), format!("{kind}:{key}")]
            .into_iter()
            .find(|text| !key.is_empty() && self.meant(text, targets) == Some(node))
    }
}

/// Fields without which figures would be wrong.
const STRUCTURE: [&str; 3] = ["parent", "child", "dashboard"];

/// Labels outside the declared lists, which the scoring reports (scoring.md §4).
const LABELS: [&str; 3] = ["perspectives", "programmes", "purposes"];

fn resolve(draft: &mut Draft) {
    let index = Index::of(&draft.plan);
    let mut doubts: Vec<Finding> = Vec::new();
    for kind in KINDS.iter() {
        let spec = kind.spec();
        for i in 0..kind.len(&draft.plan) {
            let node = spec.node_at(i);
            kind.references(&mut draft.plan, i, &mut |field: &FieldSpec, reference| {
                if let Some(finding) = resolve_one(&index, field, reference) {
                    doubts.push(finding.at(node));
                }
            });
        }
    }
    for finding in doubts {
        let located = draft.locate(finding);
        draft.findings.push(located);
    }
}

fn resolve_one(index: &Index, field: &FieldSpec, reference: &mut Reference) -> Option<Finding> {
    if field.targets.is_empty() || matches!(reference.text.trim(), "" | "*") {
        return None;
    }
    let (found, count) = index.find(&reference.text, field.targets);
    let rule = match count {
        1 => {
            reference.node = found;
            return None;
        }
        0 => "format-unknown-reference",
        _ => "format-ambiguous-reference",
    };
    if count == 0 && LABELS.contains(&field.key) {
        return None;
    }
    let kinds: Vec<&str> = field.targets.iter().map(|kind| kind.token()).collect();
    let finding = if STRUCTURE.contains(&field.key) {
        Finding::error(rule)
    } else {
        Finding::warning(rule)
    };
    Some(
        finding
            .field(field.key)
            .arg("field", field.key)
            .arg("text", shortened(&reference.text))
            .arg("kinds", kinds.join(", "))
            .arg("count", count.to_string()),
    )
}

/// The records of a plan, flat, in the order of the schema; keys that follow from the rest are
/// left out.
pub fn records(plan: &Plan) -> Vec<Record> {
    let mut keys = Keys::default();
    let mut records = Vec::new();
    for (position, kind) in KINDS.iter().enumerate() {
        let spec = kind.spec();
        for index in 0..kind.len(plan) {
            let mut record = Record {
                kind: position,
                at: At::Nowhere,
                entries: kind.write(plan, index),
            };
            if spec.has_id() {
                let owner = owner_of(spec, &record).map(str::to_owned);
                let key = keys.derive(spec, &record, owner.as_deref());
                if record.text("id") == Some(key.as_str()) {
                    record.entries.retain(|e| e.key != "id");
                }
            }
            if !(spec.single && record.entries.is_empty()) {
                records.push(record);
            }
        }
    }
    records
}

/// The key of each record of [`records`], written or not.
pub fn keys_of(records: &[Record]) -> Vec<String> {
    let mut keys = Keys::default();
    records
        .iter()
        .map(|record| {
            let spec = KINDS[record.kind].spec();
            keys.assign(spec, record, owner_of(spec, record)).0
        })
        .collect()
}
