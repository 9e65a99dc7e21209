//! Plans as records, changes of one field of one record, and their undoing.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::upsert::excluded;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::audit::{AuditEntry, Note, PORTION};
use crate::campaigns;
use crate::connection::{AnyConnection, insert_all};
use crate::error::{Conflict, Error, Result};
use crate::fields::{self, Fields};
use crate::schema::{audit, plan, record};
use crate::transaction::{Author, Logged, Store};

/// A plan, without its records.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = plan, treat_none_as_default_value = false)]
pub struct Plan {
    /// The body.
    pub body: String,
    /// Its number.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// Its year.
    pub year: i64,
    /// Raised by one whenever its records change.
    pub revision: i64,
    /// The highest number given to a record.
    pub last_record: i64,
    /// Since when it is here.
    pub created: String,
    /// Since when it is put aside.
    pub archived: Option<String>,
}

/// One thing of a plan as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = record)]
pub struct Record {
    /// Its number, given once in its plan.
    pub id: i64,
    /// Its kind, such as `indicator`.
    pub kind: String,
    /// Its place among its kind; there may be gaps.
    pub position: i64,
    /// Its fields: a JSON object in the order of writing.
    pub fields: String,
}

/// A record with its keys.
#[derive(Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = record)]
pub(crate) struct RecordRow {
    body: String,
    plan: i64,
    id: i64,
    kind: String,
    position: i64,
    fields: String,
}

/// What a person changes of a plan. Values are JSON; none is: not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another value of a field (`name`), or inside a field that holds several
    /// (`results.2025-06-30`).
    Set {
        /// The record.
        record: i64,
        /// The field.
        field: String,
        /// What the person saw there.
        before: Option<String>,
        /// What is to stand there.
        after: Option<String>,
    },
    /// A new record.
    Add {
        /// Its kind.
        kind: String,
        /// The place that it takes, those from there on moving by one; none: the last.
        position: Option<i64>,
        /// Its fields, a JSON object.
        fields: String,
    },
    /// A record less.
    Remove {
        /// The record.
        record: i64,
        /// The fields that the person saw; none: whatever they are.
        fields: Option<String>,
    },
    /// Another place among the records of its kind.
    Move {
        /// The record.
        record: i64,
        /// The place that it takes.
        position: i64,
    },
}

/// What a batch of changes did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The number by which the batch can be undone; none if nothing was to be changed.
    pub batch: Option<i64>,
    /// The revision of the plan.
    pub revision: i64,
    /// The numbers of the records added, in the order of the changes.
    pub added: Vec<i64>,
}

/// A change, or what only an undoing does.
enum Step {
    Change(Change),
    Restore(i64, Whole),
    MoveBack { record: i64, from: i64, to: i64 },
}

/// A record as the log tells it when it comes or goes.
#[derive(Serialize, Deserialize)]
struct Whole {
    kind: String,
    position: i64,
    fields: Fields,
}

impl Store {
    /// The plans of a body, the newest year first.
    pub fn plans(&self, body: &str) -> Result<Vec<Plan>> {
        self.read(|connection| {
            Ok(plan::table
                .filter(plan::body.eq(body))
                .order((plan::year.desc(), plan::id.desc()))
                .select(Plan::as_select())
                .load(connection)?)
        })
    }

    /// A plan, without its records.
    pub fn plan(&self, body: &str, id: i64) -> Result<Plan> {
        self.read(|connection| find(connection, body, id))
    }

    /// The revision of a plan.
    pub fn revision(&self, body: &str, id: i64) -> Result<i64> {
        self.read(|connection| {
            plan::table
                .find((body, id))
                .select(plan::revision)
                .first(connection)
                .optional()?
                .ok_or(Error::NotFound("plan"))
        })
    }

    /// A plan with its records, by kind and place.
    pub fn load(&self, body: &str, id: i64) -> Result<(Plan, Vec<Record>)> {
        self.look(|connection| {
            let found = find(connection, body, id)?;
            let records = record::table
                .filter(record::body.eq(body).and(record::plan.eq(id)))
                .order((record::kind, record::position, record::id))
                .select(Record::as_select())
                .load(connection)?;
            Ok((found, records))
        })
    }

    /// Adds a plan with the kind and fields of its records, in their order.
    pub fn add_plan(
        &self,
        body: &str,
        title: &str,
        year: i64,
        records: &[(String, String)],
        author: &Author<'_>,
    ) -> Result<(i64, Applied)> {
        self.log(body, author, |logged| {
            let id = logged.new_id();
            let new = Plan {
                body: body.to_owned(),
                id,
                title: title.to_owned(),
                year,
                revision: 0,
                last_record: 0,
                created: logged.now.clone(),
                archived: None,
            };
            diesel::insert_into(plan::table)
                .values(&new)
                .execute(logged.connection)?;
            logged.note(
                "plan-add",
                Note {
                    plan: Some(id),
                    after: Some(title.to_owned()),
                    ..Note::default()
                },
            );
            let adds = records.iter().map(|(kind, fields)| {
                Step::Change(Change::Add {
                    kind: kind.clone(),
                    position: None,
                    fields: fields.clone(),
                })
            });
            Ok((id, work(logged, id, adds.collect())?))
        })
    }

    /// Gives a plan another title and year.
    pub fn rename_plan(
        &self,
        body: &str,
        id: i64,
        title: &str,
        year: i64,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find(logged.connection, body, id)?;
            diesel::update(plan::table.find((body, id)))
                .set((plan::title.eq(title), plan::year.eq(year)))
                .execute(logged.connection)?;
            logged.note(
                "plan-rename",
                Note {
                    plan: Some(id),
                    before: Some(format!("{} {}", before.year, before.title)),
                    after: Some(format!("{year} {title}")),
                    ..Note::default()
                },
            );
            Ok(())
        })
    }

    /// Puts a plan aside, or takes it back.
    pub fn archive_plan(
        &self,
        body: &str,
        id: i64,
        archived: bool,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find(logged.connection, body, id)?;
            if before.archived.is_some() == archived {
                return Ok(());
            }
            let since = archived.then(|| logged.now.clone());
            diesel::update(plan::table.find((body, id)))
                .set(plan::archived.eq(&since))
                .execute(logged.connection)?;
            logged.note(
                "plan-archive",
                Note {
                    plan: Some(id),
                    before: before.archived,
                    after: since,
                    ..Note::default()
                },
            );
            Ok(())
        })
    }

    /// Undoes a batch, unless something of it changed since.
    pub fn undo(&self, body: &str, batch: i64, author: &Author<'_>) -> Result<Applied> {
        self.log(body, author, |logged| {
            let entries: Vec<AuditEntry> = audit::table
                .filter(audit::body.eq(body).and(audit::batch.eq(batch)))
                .filter(audit::number.ge(batch))
                .order(audit::number.desc())
                .select(AuditEntry::as_select())
                .load(logged.connection)?;
            let plan = entries
                .first()
                .ok_or(Error::NotFound("batch"))?
                .plan
                .ok_or_else(|| Error::Refused("only changes of plans are undone".to_owned()))?;
            let mut steps = Vec::new();
            for entry in entries {
                steps.extend(inverse(entry)?);
            }
            logged.note(
                "plan-undo",
                Note {
                    plan: Some(plan),
                    after: Some(batch.to_string()),
                    ..Note::default()
                },
            );
            work(logged, plan, steps)
        })
    }
}

/// Makes changes of a plan inside a transaction.
pub(crate) fn apply(logged: &mut Logged<'_>, plan: i64, changes: &[Change]) -> Result<Applied> {
    let steps = changes.iter().cloned().map(Step::Change).collect();
    work(logged, plan, steps)
}

fn find(connection: &mut AnyConnection, body: &str, id: i64) -> Result<Plan> {
    plan::table
        .find((body, id))
        .select(Plan::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound("plan"))
}

/// What undoes an entry.
fn inverse(entry: AuditEntry) -> Result<Option<Step>> {
    let damaged = || Error::Damaged(format!("audit entry {}", entry.number));
    let whole = |text: &Option<String>| -> Result<Whole> {
        text.as_deref()
            .and_then(|text| serde_json::from_str(text).ok())
            .ok_or_else(damaged)
    };
    let place = |text: &Option<String>| -> Result<i64> {
        text.as_deref()
            .and_then(|text| text.parse().ok())
            .ok_or_else(damaged)
    };
    if entry.action == "plan-undo" {
        return Ok(None);
    }
    let Some(record) = entry.record.filter(|_| entry.action.starts_with("record-")) else {
        return Err(Error::Refused(format!("{} is not undone", entry.action)));
    };
    Ok(Some(match entry.action.as_str() {
        "record-set" => Step::Change(Change::Set {
            record,
            field: entry.field.clone().ok_or_else(damaged)?,
            before: entry.after.clone(),
            after: entry.before.clone(),
        }),
        "record-add" => {
            let fields = whole(&entry.after)?.fields;
            Step::Change(Change::Remove {
                record,
                fields: Some(Value::Object(fields).to_string()),
            })
        }
        "record-remove" => Step::Restore(record, whole(&entry.before)?),
        "record-move" => Step::MoveBack {
            record,
            from: place(&entry.after)?,
            to: place(&entry.before)?,
        },
        _ => return Err(damaged()),
    }))
}

/// A record being changed.
struct Draft {
    kind: String,
    position: i64,
    fields: Fields,
    changed: bool,
}

impl Draft {
    fn of(kind: String, position: i64, text: &str) -> Result<Draft> {
        Ok(Draft {
            kind,
            position,
            fields: fields::stored(text)?,
            changed: false,
        })
    }
}

/// A plan at work: what was read of it and what is yet to be written.
struct Work<'l, 'a> {
    logged: &'l mut Logged<'a>,
    plan: i64,
    /// The revision that it has in the database.
    stored_revision: i64,
    revision: i64,
    last_record: i64,
    drafts: BTreeMap<i64, Draft>,
    /// The last place of each kind, where it was asked.
    last_places: BTreeMap<String, i64>,
    /// The checkpoints whose actuals stay, where it was asked.
    frozen: Option<Vec<String>>,
    new: Vec<RecordRow>,
    conflicts: Vec<Conflict>,
}

/// Makes the steps of the present batch.
fn work(logged: &mut Logged<'_>, plan: i64, steps: Vec<Step>) -> Result<Applied> {
    let mut at_work = Work::begin(logged, plan)?;
    let applied = at_work.make(steps)?;
    at_work.end()?;
    Ok(applied)
}

/// Makes changes of a plan, each batch of another author, all or none.
pub(crate) fn apply_in_turns<'a>(
    logged: &mut Logged<'a>,
    plan: i64,
    turns: &[(&'a Author<'a>, &[Change])],
) -> Result<Vec<Applied>> {
    let mut work = Work::begin(logged, plan)?;
    work.read(turns.iter().flat_map(|(_, changes)| changes.iter()))?;
    let mut applied = Vec::with_capacity(turns.len());
    for (author, changes) in turns {
        work.logged.turn_to(author);
        applied.push(work.make(changes.iter().cloned().map(Step::Change).collect())?);
    }
    work.end()?;
    Ok(applied)
}

impl<'l, 'a> Work<'l, 'a> {
    fn begin(logged: &'l mut Logged<'a>, plan: i64) -> Result<Work<'l, 'a>> {
        let (revision, last_record) = plan::table
            .find((logged.body, plan))
            .select((plan::revision, plan::last_record))
            .first::<(i64, i64)>(logged.connection)
            .optional()?
            .ok_or(Error::NotFound("plan"))?;
        Ok(Work {
            logged,
            plan,
            stored_revision: revision,
            revision,
            last_record,
            drafts: BTreeMap::new(),
            last_places: BTreeMap::new(),
            frozen: None,
            new: Vec::new(),
            conflicts: Vec::new(),
        })
    }

    /// Makes the steps of a batch.
    fn make(&mut self, steps: Vec<Step>) -> Result<Applied> {
        let mut added = Vec::new();
        for (at, step) in steps.into_iter().enumerate() {
            match step {
                Step::Change(Change::Set {
                    record,
                    field,
                    before,
                    after,
                }) => {
                    self.refuse_frozen(&field, &before, &after)?;
                    self.set(at, record, field, before, after)?;
                }
                Step::Change(Change::Add {
                    kind,
                    position,
                    fields,
                }) => added.push(self.add(kind, position, &fields)?),
                Step::Change(Change::Remove { record, fields }) => {
                    self.remove(at, record, fields)?
                }
                Step::Change(Change::Move { record, position }) => {
                    self.relocate(at, record, None, position)?
                }
                Step::Restore(record, whole) => self.restore(at, record, whole)?,
                Step::MoveBack { record, from, to } => self.relocate(at, record, Some(from), to)?,
            }
        }
        if !self.conflicts.is_empty() {
            return Err(Error::Conflict(std::mem::take(&mut self.conflicts)));
        }
        let batch = self.logged.has_entries().then(|| self.logged.batch());
        self.revision += i64::from(batch.is_some());
        Ok(Applied {
            batch,
            revision: self.revision,
            added,
        })
    }

    /// Writes what the batches left to be written.
    fn end(mut self) -> Result<()> {
        self.write_new()?;
        self.write_fields()?;
        if self.revision > self.stored_revision {
            diesel::update(plan::table.find((self.logged.body, self.plan)))
                .set((
                    plan::revision.eq(self.revision),
                    plan::last_record.eq(self.last_record),
                ))
                .execute(self.logged.connection)?;
        }
        Ok(())
    }

    fn refuse_frozen(
        &mut self,
        field: &str,
        before: &Option<String>,
        after: &Option<String>,
    ) -> Result<()> {
        if !concerns(Some(field), Some(campaigns::ACTUALS)) {
            return Ok(());
        }
        let frozen = match self.frozen.take() {
            Some(frozen) => frozen,
            None => campaigns::closed(self.logged.connection, self.logged.body, self.plan)?,
        };
        let frozen = self.frozen.insert(frozen);
        campaigns::refuse_frozen(frozen.iter(), field, before, after)
    }

    /// Reads the records of changes by one question, where there are several.
    fn read<'c>(&mut self, changes: impl Iterator<Item = &'c Change>) -> Result<()> {
        let ids: BTreeSet<i64> = changes
            .filter_map(|change| match change {
                Change::Set { record, .. } => Some(*record),
                _ => None,
            })
            .collect();
        if ids.len() < 2 {
            return Ok(());
        }
        let ids: Vec<i64> = ids.into_iter().collect();
        for portion in ids.chunks(PORTION) {
            let found = record::table
                .filter(record::body.eq(self.logged.body))
                .filter(record::plan.eq(self.plan))
                .filter(record::id.eq_any(portion))
                .select((record::id, record::kind, record::position, record::fields))
                .load::<(i64, String, i64, String)>(self.logged.connection)?;
            for (id, kind, position, text) in found {
                let draft = Draft::of(kind, position, &text)?;
                self.drafts.insert(id, draft);
            }
        }
        Ok(())
    }

    /// The record, read when it is first needed; if there is none, that is a conflict.
    fn draft(&mut self, at: usize, id: i64) -> Result<Option<&mut Draft>> {
        self.write_new()?;
        if !self.drafts.contains_key(&id) {
            let found = record::table
                .find((self.logged.body, self.plan, id))
                .select((record::kind, record::position, record::fields))
                .first::<(String, i64, String)>(self.logged.connection)
                .optional()?;
            let Some((kind, position, text)) = found else {
                self.conflict(at, id, None, None)?;
                return Ok(None);
            };
            self.drafts.insert(id, Draft::of(kind, position, &text)?);
        }
        Ok(self.drafts.get_mut(&id))
    }

    fn set(
        &mut self,
        at: usize,
        record: i64,
        field: String,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<()> {
        let seen = before.as_deref().map(fields::value).transpose()?;
        let wanted = after.as_deref().map(fields::value).transpose()?;
        let Some(draft) = self.draft(at, record)? else {
            return Ok(());
        };
        let there = fields::get(&draft.fields, &field);
        if there == wanted.as_ref() {
            return Ok(());
        }
        if there != seen.as_ref() {
            let stored = there.map(Value::to_string);
            return self.conflict(at, record, Some(field), stored);
        }
        fields::set(&mut draft.fields, &field, wanted)?;
        draft.changed = true;
        let note = Note {
            plan: Some(self.plan),
            record: Some(record),
            field: Some(field),
            before,
            after,
        };
        self.logged.note("record-set", note);
        Ok(())
    }

    fn add(&mut self, kind: String, position: Option<i64>, text: &str) -> Result<i64> {
        let fields = fields::given(text)?;
        self.last_record += 1;
        let id = self.last_record;
        let position = match position {
            Some(position) => {
                self.shift(&kind, position, i64::MAX, 1)?;
                position
            }
            None => self.last_place(&kind)? + 1,
        };
        self.insert(id, kind, position, fields, text.to_owned())?;
        Ok(id)
    }

    fn restore(&mut self, at: usize, id: i64, whole: Whole) -> Result<()> {
        self.write_new()?;
        let there = record::table
            .find((self.logged.body, self.plan, id))
            .select(record::fields)
            .first::<String>(self.logged.connection)
            .optional()?;
        if let Some(there) = there {
            return self.conflict(at, id, None, Some(there));
        }
        let text = Value::Object(whole.fields.clone()).to_string();
        self.insert(id, whole.kind, whole.position, whole.fields, text)
    }

    fn insert(
        &mut self,
        id: i64,
        kind: String,
        position: i64,
        fields: Fields,
        text: String,
    ) -> Result<()> {
        if let Some(last) = self.last_places.get_mut(&kind) {
            *last = position.max(*last);
        }
        let whole = Whole {
            kind,
            position,
            fields,
        };
        let told = serde_json::to_string(&whole)
            .map_err(|error| Error::Refused(format!("a record that is no JSON: {error}")))?;
        self.new.push(RecordRow {
            body: self.logged.body.to_owned(),
            plan: self.plan,
            id,
            kind: whole.kind,
            position,
            fields: text,
        });
        self.whole("record-add", id, None, Some(told));
        Ok(())
    }

    fn remove(&mut self, at: usize, id: i64, seen: Option<String>) -> Result<()> {
        let seen = seen.as_deref().map(fields::given).transpose()?;
        let Some(draft) = self.draft(at, id)? else {
            return Ok(());
        };
        if seen.is_some_and(|seen| seen != draft.fields) {
            let stored = Value::Object(draft.fields.clone()).to_string();
            return self.conflict(at, id, None, Some(stored));
        }
        let Some(draft) = self.drafts.remove(&id) else {
            return Ok(());
        };
        diesel::delete(record::table.find((self.logged.body, self.plan, id)))
            .execute(self.logged.connection)?;
        self.last_places.remove(&draft.kind);
        let whole = Whole {
            kind: draft.kind,
            position: draft.position,
            fields: draft.fields,
        };
        let told = serde_json::to_string(&whole)
            .map_err(|error| Error::Damaged(format!("record {id}: {error}")))?;
        self.whole("record-remove", id, Some(told), None);
        Ok(())
    }

    fn relocate(&mut self, at: usize, id: i64, from: Option<i64>, to: i64) -> Result<()> {
        let Some(draft) = self.draft(at, id)? else {
            return Ok(());
        };
        let (kind, now) = (draft.kind.clone(), draft.position);
        if from.is_some_and(|from| from != now) {
            return self.conflict(at, id, None, Some(now.to_string()));
        }
        if now == to {
            return Ok(());
        }
        if to < now {
            self.shift(&kind, to, now - 1, 1)?;
        } else {
            self.shift(&kind, now + 1, to, -1)?;
        }
        diesel::update(record::table.find((self.logged.body, self.plan, id)))
            .set(record::position.eq(to))
            .execute(self.logged.connection)?;
        if let Some(draft) = self.drafts.get_mut(&id) {
            draft.position = to;
        }
        self.last_places.remove(&kind);
        self.whole(
            "record-move",
            id,
            Some(now.to_string()),
            Some(to.to_string()),
        );
        Ok(())
    }

    /// Moves the records of a kind from one place to another, both included, by some places.
    fn shift(&mut self, kind: &str, first: i64, last: i64, by: i64) -> Result<()> {
        self.write_new()?;
        let there = record::table
            .filter(record::body.eq(self.logged.body))
            .filter(record::plan.eq(self.plan))
            .filter(record::kind.eq(kind))
            .filter(record::position.between(first, last));
        diesel::update(there)
            .set(record::position.eq(record::position + by))
            .execute(self.logged.connection)?;
        for draft in self.drafts.values_mut() {
            if draft.kind == kind && (first..=last).contains(&draft.position) {
                draft.position += by;
            }
        }
        self.last_places.remove(kind);
        Ok(())
    }

    fn last_place(&mut self, kind: &str) -> Result<i64> {
        if let Some(place) = self.last_places.get(kind) {
            return Ok(*place);
        }
        self.write_new()?;
        let place = record::table
            .filter(record::body.eq(self.logged.body))
            .filter(record::plan.eq(self.plan))
            .filter(record::kind.eq(kind))
            .select(diesel::dsl::max(record::position))
            .first::<Option<i64>>(self.logged.connection)?
            .unwrap_or(0);
        self.last_places.insert(kind.to_owned(), place);
        Ok(place)
    }

    fn write_new(&mut self) -> Result<()> {
        for portion in self.new.chunks(PORTION) {
            insert_all!(&mut *self.logged.connection, record::table, portion)?;
        }
        self.new.clear();
        Ok(())
    }

    fn write_fields(&mut self) -> Result<()> {
        let changed = self.drafts.iter().filter(|(_, draft)| draft.changed);
        let rows: Vec<RecordRow> = changed
            .map(|(id, draft)| RecordRow {
                body: self.logged.body.to_owned(),
                plan: self.plan,
                id: *id,
                kind: draft.kind.clone(),
                position: draft.position,
                fields: Value::Object(draft.fields.clone()).to_string(),
            })
            .collect();
        replace_fields(self.logged.connection, &rows)
    }

    fn whole(&mut self, action: &str, id: i64, before: Option<String>, after: Option<String>) {
        let note = Note {
            plan: Some(self.plan),
            record: Some(id),
            field: None,
            before,
            after,
        };
        self.logged.note(action, note);
    }

    /// Notes a conflict, with who changed the thing last.
    fn conflict(
        &mut self,
        at: usize,
        id: i64,
        field: Option<String>,
        stored: Option<String>,
    ) -> Result<()> {
        let history = audit::table
            .filter(audit::body.eq(self.logged.body))
            .filter(audit::plan.eq(self.plan))
            .filter(audit::record.eq(id))
            .filter(audit::action.like("record-%"))
            .order(audit::number.desc())
            .select(AuditEntry::as_select())
            .load(self.logged.connection)?;
        let last = history.into_iter().find(|entry| {
            // A move changes the place only.
            let moved = field.is_some() && entry.action == "record-move";
            !moved && concerns(entry.field.as_deref(), field.as_deref())
        });
        let (author, account, when) = match last {
            Some(entry) => (Some(entry.author), entry.account, Some(entry.at)),
            None => (None, None, None),
        };
        self.conflicts.push(Conflict {
            change: at,
            record: id,
            field,
            stored,
            author,
            account,
            at: when,
        });
        Ok(())
    }
}

/// Gives records that are there other fields: by one statement where each is a journey to a server,
/// by a prepared one for each where it is not.
fn replace_fields(connection: &mut AnyConnection, rows: &[RecordRow]) -> Result<()> {
    match connection {
        AnyConnection::Postgresql(server) if rows.len() > 1 => {
            for portion in rows.chunks(PORTION) {
                diesel::insert_into(record::table)
                    .values(portion)
                    .on_conflict((record::body, record::plan, record::id))
                    .do_update()
                    .set(record::fields.eq(excluded(record::fields)))
                    .execute(server)?;
            }
        }
        _ => {
            for row in rows {
                diesel::update(record::table.find((&row.body, row.plan, row.id)))
                    .set(record::fields.eq(&row.fields))
                    .execute(connection)?;
            }
        }
    }
    Ok(())
}

/// Whether a change of one field is a change of the other: the same, or one inside the other.
fn concerns(changed: Option<&str>, field: Option<&str>) -> bool {
    let (Some(changed), Some(field)) = (changed, field) else {
        return true;
    };
    let inside = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    inside(changed, field) || inside(field, changed)
}
