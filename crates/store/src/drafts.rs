//! What a person typed and had not saved when the session ended: theirs alone, not logged.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::schema::draft_text;
use crate::transaction::{Store, instant};

/// What was typed on a page.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
)]
#[diesel(table_name = draft_text)]
pub struct Draft {
    /// The body.
    pub body: String,
    /// Whose.
    pub account: i64,
    /// The key of the page.
    pub page: String,
    /// The fields as typed, JSON.
    pub content: String,
    /// When.
    pub at: String,
}

impl Store {
    /// What an account had typed on a page.
    pub fn draft(&self, body: &str, account: i64, page: &str) -> Result<Option<Draft>> {
        self.read(|connection| {
            Ok(draft_text::table
                .find((body, account, page))
                .select(Draft::as_select())
                .first(connection)
                .optional()?)
        })
    }

    /// All that an account had typed, the newest first.
    pub fn drafts(&self, body: &str, account: i64) -> Result<Vec<Draft>> {
        self.read(|connection| {
            Ok(draft_text::table
                .filter(
                    draft_text::body
                        .eq(body)
                        .and(draft_text::account.eq(account)),
                )
                .order(draft_text::at.desc())
                .select(Draft::as_select())
                .load(connection)?)
        })
    }

    /// Keeps what was typed on a page, instead of what was kept of it before.
    pub fn keep_draft(
        &self,
        body: &str,
        account: i64,
        page: &str,
        content: &str,
        now: jiff::Timestamp,
    ) -> Result<()> {
        let row = Draft {
            body: body.to_owned(),
            account,
            page: page.to_owned(),
            content: content.to_owned(),
            at: instant(now),
        };
        self.change(|connection| {
            let key = draft_text::table.find((body, account, page));
            let changed = diesel::update(key).set(&row).execute(connection)?;
            if changed == 0 {
                diesel::insert_into(draft_text::table)
                    .values(&row)
                    .execute(connection)?;
            }
            Ok(())
        })
    }

    /// Forgets what was typed on a page: it was saved, or is not wanted.
    pub fn drop_draft(&self, body: &str, account: i64, page: &str) -> Result<()> {
        self.change(|connection| {
            diesel::delete(draft_text::table.find((body, account, page))).execute(connection)?;
            Ok(())
        })
    }
}
