//! Documents as they were made: bytes with the revision and day from which they were made; and the
//! logos that they carry.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::{Note, digest_of};
use crate::error::{Error, Result};
use crate::plans::{self, Change};
use crate::schema::document;
use crate::transaction::{Author, Store};

/// The kind of what is kept here and was not made: a logo.
pub const LOGO: &str = "logo";

/// A document, without its contents.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = document)]
pub struct Document {
    /// Its number.
    pub id: i64,
    /// The plan.
    pub plan: i64,
    /// What it is: plan, monitoring, report …
    pub kind: String,
    /// Its format: `pdf`, `docx` …
    pub format: String,
    /// The date at which the plan was looked at.
    pub at_date: String,
    /// The revision of the plan.
    pub revision: i64,
    /// The name of the file.
    pub file_name: String,
    /// The SHA-256 of its bytes.
    pub digest: String,
    /// Who had it made.
    pub author: String,
    /// When.
    pub created: String,
}

#[derive(Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = document)]
pub(crate) struct DocumentRow {
    pub(crate) body: String,
    pub(crate) id: i64,
    plan: i64,
    kind: String,
    format: String,
    at_date: String,
    revision: i64,
    file_name: String,
    digest: String,
    author: String,
    created: String,
    #[serde(with = "crate::backup::bytes")]
    content: Vec<u8>,
}

/// A document to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// The plan.
    pub plan: i64,
    /// What it is: plan, monitoring, report …
    pub kind: &'a str,
    /// Its format: `pdf`, `docx` …
    pub format: &'a str,
    /// The date at which the plan was looked at.
    pub at_date: &'a str,
    /// The revision of the plan.
    pub revision: i64,
    /// The name of the file.
    pub file_name: &'a str,
    /// Its bytes.
    pub content: &'a [u8],
}

impl Store {
    /// The documents made of a plan, the newest first.
    pub fn documents(&self, body: &str, plan: i64) -> Result<Vec<Document>> {
        self.read(|connection| {
            Ok(document::table
                .filter(document::body.eq(body).and(document::plan.eq(plan)))
                .filter(document::kind.ne(LOGO))
                .order(document::id.desc())
                .select(Document::as_select())
                .load(connection)?)
        })
    }

    /// The logos of a body's plans, the newest first.
    pub fn logos(&self, body: &str) -> Result<Vec<Document>> {
        self.read(|connection| {
            Ok(document::table
                .filter(document::body.eq(body).and(document::kind.eq(LOGO)))
                .order(document::id.desc())
                .select(Document::as_select())
                .load(connection)?)
        })
    }

    /// A document with its contents, which are checked against their digest.
    pub fn document_content(&self, body: &str, id: i64) -> Result<(Document, Vec<u8>)> {
        let (found, content) = self.read(|connection| {
            document::table
                .find((body, id))
                .select((Document::as_select(), document::content))
                .first::<(Document, Vec<u8>)>(connection)
                .optional()?
                .ok_or(Error::NotFound("document"))
        })?;
        if digest_of(&content) != found.digest {
            return Err(Error::Damaged(format!("the document {}", found.file_name)));
        }
        Ok((found, content))
    }

    /// Keeps a document; its number.
    pub fn keep_document(
        &self,
        body: &str,
        new: &NewDocument<'_>,
        author: &Author<'_>,
    ) -> Result<i64> {
        self.keep_document_with(body, new, &[], author)
    }

    /// The same together with what changes in the plan, all of it or nothing.
    pub fn keep_document_with(
        &self,
        body: &str,
        new: &NewDocument<'_>,
        changes: &[Change],
        author: &Author<'_>,
    ) -> Result<i64> {
        let digest = digest_of(new.content);
        self.log(body, author, |logged| {
            plans::apply(logged, new.plan, changes)?;
            let row = DocumentRow {
                body: body.to_owned(),
                id: logged.new_id(),
                plan: new.plan,
                kind: new.kind.to_owned(),
                format: new.format.to_owned(),
                at_date: new.at_date.to_owned(),
                revision: new.revision,
                file_name: new.file_name.to_owned(),
                digest: digest.clone(),
                author: author.name.to_owned(),
                created: logged.now.clone(),
                content: new.content.to_vec(),
            };
            diesel::insert_into(document::table)
                .values(&row)
                .execute(logged.connection)?;
            logged.note(
                "document-keep",
                Note {
                    plan: Some(new.plan),
                    record: None,
                    field: Some(format!("document {}", row.id)),
                    before: None,
                    after: Some(format!("{} {digest}", new.file_name)),
                },
            );
            Ok(row.id)
        })
    }
}
