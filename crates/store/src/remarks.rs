//! What evaluators and managers say of a plan or of one of its records: never changed, never
//! taken back.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::Note;
use crate::error::Result;
use crate::schema::remark;
use crate::transaction::{Author, Store};

/// A remark.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = remark, treat_none_as_default_value = false)]
pub struct Remark {
    /// The body.
    pub body: String,
    /// Its number.
    pub id: i64,
    /// The plan.
    pub plan: i64,
    /// The record; none: the whole plan.
    pub record: Option<i64>,
    /// The account of who made it.
    pub account: Option<i64>,
    /// The name of who made it.
    pub author: String,
    /// The text.
    pub text: String,
    /// When.
    pub at: String,
}

/// A remark to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewRemark<'a> {
    /// The plan.
    pub plan: i64,
    /// The record; none: the whole plan.
    pub record: Option<i64>,
    /// The text.
    pub text: &'a str,
}

impl Store {
    /// The remarks on a record, or on a plan and all its records, in order of time.
    pub fn remarks(&self, body: &str, plan: i64, record: Option<i64>) -> Result<Vec<Remark>> {
        self.read(|connection| {
            let mut query = remark::table
                .filter(remark::body.eq(body).and(remark::plan.eq(plan)))
                .order(remark::id)
                .select(Remark::as_select())
                .into_boxed();
            if let Some(record) = record {
                query = query.filter(remark::record.eq(record));
            }
            Ok(query.load(connection)?)
        })
    }

    /// Makes a remark; its number.
    pub fn add_remark(&self, body: &str, new: &NewRemark<'_>, author: &Author<'_>) -> Result<i64> {
        self.log(body, author, |logged| {
            let row = Remark {
                body: body.to_owned(),
                id: logged.new_id(),
                plan: new.plan,
                record: new.record,
                account: author.account,
                author: author.name.to_owned(),
                text: new.text.to_owned(),
                at: logged.now.clone(),
            };
            diesel::insert_into(remark::table)
                .values(&row)
                .execute(logged.connection)?;
            logged.note(
                "remark-add",
                Note {
                    plan: Some(new.plan),
                    record: new.record,
                    field: Some(format!("remark {}", row.id)),
                    before: None,
                    after: Some(new.text.to_owned()),
                },
            );
            Ok(row.id)
        })
    }
}
