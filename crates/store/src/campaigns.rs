//! Campaigns: what is due at a checkpoint, from whom, and how far it has come.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::{Note, PORTION, digest_of};
use crate::connection::{AnyConnection, insert_all};
use crate::error::{Conflict, Error, Result};
use crate::evidence::{self, NewEvidence};
use crate::plans::{self, Applied, Change};
use crate::schema::{campaign, entry};
use crate::transaction::{Author, Logged, Store};

/// The collecting of actuals for one checkpoint of a plan.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = campaign, treat_none_as_default_value = false)]
pub struct Campaign {
    /// The body.
    pub body: String,
    /// Its number.
    pub id: i64,
    /// The plan.
    pub plan: i64,
    /// The day at which the plan is measured.
    pub checkpoint: String,
    /// The day by which everything is to be entered.
    pub due: String,
    /// `open` or `closed`.
    pub state: String,
    /// When it was opened.
    pub opened_at: String,
    /// By whom.
    pub opened_by: String,
    /// When it was closed last.
    pub closed_at: Option<String>,
    /// By whom.
    pub closed_by: Option<String>,
    /// Why it was opened again.
    pub reopening_reason: Option<String>,
}

impl Campaign {
    /// Whether actuals may be entered.
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// One thing that is due in a campaign.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = entry, treat_none_as_default_value = false)]
pub struct Entry {
    /// The body.
    pub body: String,
    /// The campaign.
    pub campaign: i64,
    /// The record of the indicator or activity.
    pub record: i64,
    /// Who answers for it, as the plan says.
    pub owner: String,
    /// The account that enters it.
    pub assignee: Option<i64>,
    /// `due`, `entered`, `sent`, `confirmed` or `returned`.
    pub step: String,
    /// What was said at the last step.
    pub comment: Option<String>,
    /// When it was changed last.
    pub changed_at: String,
    /// By whom.
    pub changed_by: String,
}

/// Something that becomes due.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    /// The record of the indicator or activity.
    pub record: i64,
    /// Who answers for it, as the plan says.
    pub owner: &'a str,
    /// The account that enters it.
    pub assignee: Option<i64>,
}

/// An entry that goes from one step to another.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The record of the entry.
    pub record: i64,
    /// Where the person saw it.
    pub from: &'a str,
    /// Where it goes.
    pub to: &'a str,
    /// What is said with it.
    pub comment: Option<&'a str>,
}

/// What becomes of the files that prove what is entered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Proofs<'a> {
    /// Files to be kept.
    pub added: &'a [NewEvidence<'a>],
    /// The numbers of files that no longer count.
    pub removed: &'a [i64],
}

impl Store {
    /// The campaigns of a plan, the newest checkpoint first.
    pub fn campaigns(&self, body: &str, plan: i64) -> Result<Vec<Campaign>> {
        self.read(|connection| {
            Ok(campaign::table
                .filter(campaign::body.eq(body).and(campaign::plan.eq(plan)))
                .order((campaign::checkpoint.desc(), campaign::id.desc()))
                .select(Campaign::as_select())
                .load(connection)?)
        })
    }

    /// A campaign.
    pub fn campaign(&self, body: &str, id: i64) -> Result<Campaign> {
        self.read(|connection| find(connection, body, id))
    }

    /// What is due in a campaign, by record.
    pub fn entries(&self, body: &str, of: i64) -> Result<Vec<Entry>> {
        self.read(|connection| {
            Ok(entry::table
                .filter(entry::body.eq(body).and(entry::campaign.eq(of)))
                .order(entry::record)
                .select(Entry::as_select())
                .load(connection)?)
        })
    }

    /// What an account has to enter in campaigns that are open.
    pub fn entries_of(&self, body: &str, assignee: i64) -> Result<Vec<Entry>> {
        self.read(|connection| {
            Ok(entry::table
                .inner_join(
                    campaign::table.on(campaign::body
                        .eq(entry::body)
                        .and(campaign::id.eq(entry::campaign))),
                )
                .filter(entry::body.eq(body).and(entry::assignee.eq(assignee)))
                .filter(campaign::state.eq("open"))
                .order((entry::campaign, entry::record))
                .select(Entry::as_select())
                .load(connection)?)
        })
    }

    /// Opens a campaign with what is due in it.
    pub fn open_campaign(
        &self,
        body: &str,
        plan: i64,
        checkpoint: &str,
        due: &str,
        entries: &[NewEntry<'_>],
        author: &Author<'_>,
    ) -> Result<i64> {
        self.log(body, author, |logged| {
            let new = Campaign {
                body: body.to_owned(),
                id: logged.new_id(),
                plan,
                checkpoint: checkpoint.to_owned(),
                due: due.to_owned(),
                state: "open".to_owned(),
                opened_at: logged.now.clone(),
                opened_by: author.name.to_owned(),
                closed_at: None,
                closed_by: None,
                reopening_reason: None,
            };
            diesel::insert_into(campaign::table)
                .values(&new)
                .execute(logged.connection)?;
            let after = Some(format!("{checkpoint} {due}"));
            note(logged, "campaign-open", &new, None, None, after);
            add(logged, &new, entries)?;
            Ok(new.id)
        })
    }

    /// Adds things that are due to an open campaign.
    pub fn add_entries(
        &self,
        body: &str,
        to: i64,
        entries: &[NewEntry<'_>],
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let campaign = find_open(logged.connection, body, to)?;
            add(logged, &campaign, entries)
        })
    }

    /// Changes the day by which everything is to be entered.
    pub fn set_due(&self, body: &str, id: i64, due: &str, author: &Author<'_>) -> Result<()> {
        self.log(body, author, |logged| {
            let found = find_open(logged.connection, body, id)?;
            diesel::update(campaign::table.find((body, id)))
                .set(campaign::due.eq(due))
                .execute(logged.connection)?;
            let (before, after) = (Some(found.due.clone()), Some(due.to_owned()));
            note(logged, "campaign-due", &found, None, before, after);
            Ok(())
        })
    }

    /// Gives what is due to an account, or to none.
    pub fn assign(
        &self,
        body: &str,
        of: i64,
        record: i64,
        assignee: Option<i64>,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let campaign = find_open(logged.connection, body, of)?;
            let found = find_entry(logged.connection, body, of, record)?;
            diesel::update(entry::table.find((body, of, record)))
                .set((
                    entry::assignee.eq(assignee),
                    entry::changed_at.eq(&logged.now),
                    entry::changed_by.eq(author.name),
                ))
                .execute(logged.connection)?;
            let told = |id: Option<i64>| id.map(|id| id.to_string());
            let (before, after) = (told(found.assignee), told(assignee));
            note(
                logged,
                "entry-assign",
                &campaign,
                Some(record),
                before,
                after,
            );
            Ok(())
        })
    }

    /// Changes the plan and moves entries of an open campaign along, all of it or nothing.
    pub fn enter(
        &self,
        body: &str,
        of: i64,
        changes: &[Change],
        steps: &[Step<'_>],
        author: &Author<'_>,
    ) -> Result<Applied> {
        self.enter_with(body, of, changes, steps, &Proofs::default(), author)
    }

    /// The same together with what becomes of the files that prove what is entered.
    pub fn enter_with(
        &self,
        body: &str,
        of: i64,
        changes: &[Change],
        steps: &[Step<'_>],
        proofs: &Proofs<'_>,
        author: &Author<'_>,
    ) -> Result<Applied> {
        let digests: Vec<String> = proofs
            .added
            .iter()
            .map(|new| digest_of(new.content))
            .collect();
        self.log(body, author, |logged| {
            let campaign = find_open(logged.connection, body, of)?;
            let applied = plans::apply(logged, campaign.plan, changes)?;
            for (new, digest) in proofs.added.iter().zip(&digests) {
                evidence::add(logged, new, digest)?;
            }
            for file in proofs.removed {
                evidence::remove(logged, *file)?;
            }
            let mut conflicts = Vec::new();
            for (at, step) in steps.iter().enumerate() {
                let found = find_entry(logged.connection, body, of, step.record)?;
                if found.step != step.from {
                    conflicts.push(Conflict {
                        change: changes.len() + at,
                        record: step.record,
                        field: None,
                        stored: Some(found.step),
                        author: Some(found.changed_by),
                        account: None,
                        at: Some(found.changed_at),
                    });
                    continue;
                }
                diesel::update(entry::table.find((body, of, step.record)))
                    .set((
                        entry::step.eq(step.to),
                        entry::comment.eq(step.comment),
                        entry::changed_at.eq(&logged.now),
                        entry::changed_by.eq(author.name),
                    ))
                    .execute(logged.connection)?;
                let after = match step.comment {
                    Some(comment) => format!("{}: {comment}", step.to),
                    None => step.to.to_owned(),
                };
                let before = Some(found.step);
                let record = Some(step.record);
                note(logged, "entry-step", &campaign, record, before, Some(after));
            }
            if conflicts.is_empty() {
                Ok(applied)
            } else {
                Err(Error::Conflict(conflicts))
            }
        })
    }

    /// Closes a campaign, and changes the plan along with it: nothing is entered in it any more.
    pub fn close_campaign(
        &self,
        body: &str,
        id: i64,
        changes: &[Change],
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let found = find_open(logged.connection, body, id)?;
            plans::apply(logged, found.plan, changes)?;
            diesel::update(campaign::table.find((body, id)))
                .set((
                    campaign::state.eq("closed"),
                    campaign::closed_at.eq(&logged.now),
                    campaign::closed_by.eq(author.name),
                ))
                .execute(logged.connection)?;
            let (before, after) = (Some("open".to_owned()), Some("closed".to_owned()));
            note(logged, "campaign-close", &found, None, before, after);
            Ok(())
        })
    }

    /// Opens a closed campaign again, and changes the plan along with it: refused without a reason.
    pub fn reopen_campaign(
        &self,
        body: &str,
        id: i64,
        changes: &[Change],
        author: &Author<'_>,
    ) -> Result<()> {
        let Some(reason) = author.reason.filter(|reason| !reason.trim().is_empty()) else {
            return Err(Error::Refused("reopening needs a reason".to_owned()));
        };
        self.log(body, author, |logged| {
            let found = find(logged.connection, body, id)?;
            if found.is_open() {
                return Err(Error::Refused("the campaign is open".to_owned()));
            }
            diesel::update(campaign::table.find((body, id)))
                .set((
                    campaign::state.eq("open"),
                    campaign::reopening_reason.eq(reason),
                ))
                .execute(logged.connection)?;
            plans::apply(logged, found.plan, changes)?;
            let (before, after) = (Some("closed".to_owned()), Some("open".to_owned()));
            note(logged, "campaign-reopen", &found, None, before, after);
            Ok(())
        })
    }
}

fn find(connection: &mut AnyConnection, body: &str, id: i64) -> Result<Campaign> {
    campaign::table
        .find((body, id))
        .select(Campaign::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound("campaign"))
}

fn find_open(connection: &mut AnyConnection, body: &str, id: i64) -> Result<Campaign> {
    let found = find(connection, body, id)?;
    if found.is_open() {
        Ok(found)
    } else {
        Err(Error::Frozen(found.checkpoint))
    }
}

/// The field of a record in which its actuals stand, by the day of the checkpoint.
pub(crate) const ACTUALS: &str = "results";

/// The checkpoints of a plan whose campaign is closed.
pub(crate) fn closed(connection: &mut AnyConnection, body: &str, plan: i64) -> Result<Vec<String>> {
    Ok(campaign::table
        .filter(campaign::body.eq(body).and(campaign::plan.eq(plan)))
        .filter(campaign::state.eq("closed"))
        .select(campaign::checkpoint)
        .load(connection)?)
}

/// Refuses to change actuals of a closed checkpoint: its own, or those of the year that it ends.
pub(crate) fn refuse_frozen<'c>(
    closed: impl Iterator<Item = &'c String>,
    field: &str,
    before: &Option<String>,
    after: &Option<String>,
) -> Result<()> {
    let of = |text: &Option<String>, key: &str| -> Option<serde_json::Value> {
        let value: serde_json::Value = serde_json::from_str(text.as_deref()?).ok()?;
        match field.split_once('.') {
            Some((_, inner)) => (inner == key).then_some(value),
            None => value.as_object()?.get(key).cloned(),
        }
    };
    for checkpoint in closed {
        let year = checkpoint.strip_suffix("-12-31");
        for key in std::iter::once(checkpoint.as_str()).chain(year) {
            if of(before, key) != of(after, key) {
                return Err(Error::Frozen(checkpoint.clone()));
            }
        }
    }
    Ok(())
}

fn find_entry(connection: &mut AnyConnection, body: &str, of: i64, record: i64) -> Result<Entry> {
    entry::table
        .find((body, of, record))
        .select(Entry::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound("entry"))
}

fn add(logged: &mut Logged<'_>, to: &Campaign, entries: &[NewEntry<'_>]) -> Result<()> {
    let rows: Vec<Entry> = entries
        .iter()
        .map(|new| Entry {
            body: to.body.clone(),
            campaign: to.id,
            record: new.record,
            owner: new.owner.to_owned(),
            assignee: new.assignee,
            step: "due".to_owned(),
            comment: None,
            changed_at: logged.now.clone(),
            changed_by: logged.author.name.to_owned(),
        })
        .collect();
    for portion in rows.chunks(PORTION) {
        insert_all!(&mut *logged.connection, entry::table, portion)?;
    }
    for row in rows {
        let after = Some(row.owner);
        note(logged, "entry-add", to, Some(row.record), None, after);
    }
    Ok(())
}

/// Notes something of a campaign: its number stands where a field would.
fn note(
    logged: &mut Logged<'_>,
    action: &str,
    campaign: &Campaign,
    record: Option<i64>,
    before: Option<String>,
    after: Option<String>,
) {
    let note = Note {
        plan: Some(campaign.plan),
        record,
        field: Some(format!("campaign {}", campaign.id)),
        before,
        after,
    };
    logged.note(action, note);
}
