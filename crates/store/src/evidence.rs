//! Files that prove an actual. Their contents are read only where they are asked for.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::{Note, digest_of};
use crate::campaigns;
use crate::connection::AnyConnection;
use crate::error::{Error, Result};
use crate::schema::evidence;
use crate::transaction::{Author, Logged, Store};

/// A file, without its contents.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = evidence)]
pub struct Evidence {
    /// Its number.
    pub id: i64,
    /// The plan.
    pub plan: i64,
    /// The record that it proves.
    pub record: i64,
    /// The period of the value that it proves.
    pub period: String,
    /// The name of the file.
    pub file_name: String,
    /// Its media type, as the program determined it.
    pub media_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// Their SHA-256.
    pub digest: String,
    /// Who brought it.
    pub author: String,
    /// When.
    pub at: String,
    /// Since when it no longer counts.
    pub removed: Option<String>,
}

#[derive(Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = evidence, treat_none_as_default_value = false)]
pub(crate) struct EvidenceRow {
    pub(crate) body: String,
    pub(crate) id: i64,
    plan: i64,
    record: i64,
    period: String,
    file_name: String,
    media_type: String,
    size: i64,
    digest: String,
    #[serde(with = "crate::backup::bytes")]
    content: Vec<u8>,
    author: String,
    at: String,
    removed: Option<String>,
}

/// A file to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewEvidence<'a> {
    /// The plan.
    pub plan: i64,
    /// The record that it proves.
    pub record: i64,
    /// The period of the value that it proves.
    pub period: &'a str,
    /// The name of the file.
    pub file_name: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// Its bytes.
    pub content: &'a [u8],
}

/// Evidence of a closed checkpoint stays as it is.
fn refuse_closed(
    connection: &mut AnyConnection,
    body: &str,
    plan: i64,
    period: &str,
) -> Result<()> {
    let closed = campaigns::closed(connection, body, plan)?;
    match closed.into_iter().find(|checkpoint| checkpoint == period) {
        Some(checkpoint) => Err(Error::Frozen(checkpoint)),
        None => Ok(()),
    }
}

impl Store {
    /// The files of a record, or of a whole plan, removed ones too.
    pub fn evidence(&self, body: &str, plan: i64, record: Option<i64>) -> Result<Vec<Evidence>> {
        self.read(|connection| {
            let mut query = evidence::table
                .filter(evidence::body.eq(body).and(evidence::plan.eq(plan)))
                .order(evidence::id)
                .select(Evidence::as_select())
                .into_boxed();
            if let Some(record) = record {
                query = query.filter(evidence::record.eq(record));
            }
            Ok(query.load(connection)?)
        })
    }

    /// A file with its contents, which are checked against their digest.
    pub fn evidence_content(&self, body: &str, id: i64) -> Result<(Evidence, Vec<u8>)> {
        let (found, content) = self.read(|connection| {
            evidence::table
                .find((body, id))
                .select((Evidence::as_select(), evidence::content))
                .first::<(Evidence, Vec<u8>)>(connection)
                .optional()?
                .ok_or(Error::NotFound("evidence"))
        })?;
        if digest_of(&content) != found.digest {
            return Err(Error::Damaged(format!("the file {}", found.file_name)));
        }
        Ok((found, content))
    }

    /// Keeps a file; its number.
    pub fn add_evidence(
        &self,
        body: &str,
        new: &NewEvidence<'_>,
        author: &Author<'_>,
    ) -> Result<i64> {
        let digest = digest_of(new.content);
        self.log(body, author, |logged| add(logged, new, &digest))
    }

    /// Marks a file as one that no longer counts; it stays for the log's sake.
    pub fn remove_evidence(&self, body: &str, id: i64, author: &Author<'_>) -> Result<()> {
        self.log(body, author, |logged| remove(logged, id))
    }
}

/// Keeps a file with its digest; its number.
pub(crate) fn add(logged: &mut Logged<'_>, new: &NewEvidence<'_>, digest: &str) -> Result<i64> {
    refuse_closed(logged.connection, logged.body, new.plan, new.period)?;
    let row = EvidenceRow {
        body: logged.body.to_owned(),
        id: logged.new_id(),
        plan: new.plan,
        record: new.record,
        period: new.period.to_owned(),
        file_name: new.file_name.to_owned(),
        media_type: new.media_type.to_owned(),
        size: i64::try_from(new.content.len()).unwrap_or(i64::MAX),
        digest: digest.to_owned(),
        content: new.content.to_vec(),
        author: logged.author.name.to_owned(),
        at: logged.now.clone(),
        removed: None,
    };
    diesel::insert_into(evidence::table)
        .values(&row)
        .execute(logged.connection)?;
    logged.note(
        "evidence-add",
        Note {
            plan: Some(new.plan),
            record: Some(new.record),
            field: Some(format!("evidence {}", row.id)),
            before: None,
            after: Some(format!("{} {digest}", new.file_name)),
        },
    );
    Ok(row.id)
}

/// Marks a file as one that no longer counts.
pub(crate) fn remove(logged: &mut Logged<'_>, id: i64) -> Result<()> {
    let found = evidence::table
        .find((logged.body, id))
        .select(Evidence::as_select())
        .first(logged.connection)
        .optional()?
        .ok_or(Error::NotFound("evidence"))?;
    if found.removed.is_some() {
        return Ok(());
    }
    refuse_closed(logged.connection, logged.body, found.plan, &found.period)?;
    diesel::update(evidence::table.find((logged.body, id)))
        .set(evidence::removed.eq(&logged.now))
        .execute(logged.connection)?;
    logged.note(
        "evidence-remove",
        Note {
            plan: Some(found.plan),
            record: Some(found.record),
            field: Some(format!("evidence {id}")),
            before: Some(format!("{} {}", found.file_name, found.digest)),
            after: None,
        },
    );
    Ok(())
}
