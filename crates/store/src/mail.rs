//! The mail that was sent: to whom, when and why.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::schema::sent_mail;
use crate::transaction::{Author, Store};

/// A mail that was sent.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = sent_mail, treat_none_as_default_value = false)]
pub struct SentMail {
    /// The body.
    pub body: String,
    /// Its number.
    pub id: i64,
    /// The account it went to.
    pub account: Option<i64>,
    /// The address it went to.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Why it was sent: a token and what it is about, such as `reminder campaign 3`.
    pub cause: String,
    /// When.
    pub at: String,
}

impl Store {
    /// The mail sent, the newest first; of one cause where it is named.
    pub fn mails(&self, body: &str, cause: Option<&str>, limit: i64) -> Result<Vec<SentMail>> {
        self.read(|connection| {
            let mut query = sent_mail::table
                .filter(sent_mail::body.eq(body))
                .order(sent_mail::id.desc())
                .limit(limit)
                .select(SentMail::as_select())
                .into_boxed();
            if let Some(cause) = cause {
                query = query.filter(sent_mail::cause.eq(cause));
            }
            Ok(query.load(connection)?)
        })
    }

    /// Notes that a mail was sent.
    pub fn note_mail(
        &self,
        body: &str,
        account: Option<i64>,
        recipient: &str,
        subject: &str,
        cause: &str,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let row = SentMail {
                body: body.to_owned(),
                id: logged.new_id(),
                account,
                recipient: recipient.to_owned(),
                subject: subject.to_owned(),
                cause: cause.to_owned(),
                at: logged.now.clone(),
            };
            diesel::insert_into(sent_mail::table)
                .values(&row)
                .execute(logged.connection)?;
            Ok(())
        })
    }
}
