//! The accounts of a body, and what each may do where. Of a password only the hash comes here, and
//! none of it goes into the log.

use diesel::prelude::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::audit::Note;
use crate::connection::AnyConnection;
use crate::error::{Error, Result};
use crate::schema::{account, role_grant};
use crate::sessions;
use crate::transaction::{Author, Logged, Store, instant};

/// Somebody who may sign in.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
pub struct Account {
    /// The body.
    pub body: String,
    /// The number.
    pub id: i64,
    /// What is typed to sign in.
    pub login: String,
    /// The name as shown.
    pub name: String,
    /// Where mail goes.
    pub mail: Option<String>,
    /// The hash of the password; none: cannot sign in with one.
    pub password: Option<String>,
    /// The language chosen.
    pub language: Option<String>,
    /// Since when it may not be used.
    pub disabled: Option<String>,
    /// Until when signing in is refused.
    pub locked_until: Option<String>,
    /// Since when it exists.
    pub created: String,
}

impl Account {
    /// Whether it may be used.
    pub fn is_active(&self) -> bool {
        self.disabled.is_none()
    }

    /// Whether signing in is refused at this moment.
    pub fn is_locked(&self, now: Timestamp) -> bool {
        self.locked_until
            .as_ref()
            .is_some_and(|until| *until > instant(now))
    }
}

/// What a person or the administrator writes of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = account, treat_none_as_null = true)]
pub struct AccountDetails<'a> {
    /// What is typed to sign in.
    pub login: &'a str,
    /// The name as shown.
    pub name: &'a str,
    /// Where mail goes.
    pub mail: Option<&'a str>,
    /// The language chosen.
    pub language: Option<&'a str>,
}

/// A role of an account, somewhere, for some time.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = role_grant, treat_none_as_default_value = false)]
pub struct Grant {
    /// The body.
    pub body: String,
    /// The number.
    pub id: i64,
    /// The account.
    pub account: i64,
    /// The role, a token.
    pub role: String,
    /// The unit for which it holds; empty: the whole body.
    pub unit: String,
    /// The first day.
    pub valid_from: Option<String>,
    /// The last day.
    pub valid_until: Option<String>,
}

impl Grant {
    /// Whether it holds on a day (`2026-06-30`), its first and last included.
    pub fn is_in_force(&self, day: &str) -> bool {
        let begun = self.valid_from.as_deref().is_none_or(|from| from <= day);
        begun && self.valid_until.as_deref().is_none_or(|until| until >= day)
    }
}

/// A role to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewGrant<'a> {
    /// The role, a token.
    pub role: &'a str,
    /// The unit for which it holds; empty: the whole body.
    pub unit: &'a str,
    /// The first day, ISO.
    pub valid_from: Option<&'a str>,
    /// The last day, ISO.
    pub valid_until: Option<&'a str>,
}

impl Store {
    /// The accounts of a body, by name.
    pub fn accounts(&self, body: &str) -> Result<Vec<Account>> {
        self.read(|connection| {
            Ok(account::table
                .filter(account::body.eq(body))
                .order((account::name, account::id))
                .select(Account::as_select())
                .load(connection)?)
        })
    }

    /// An account.
    pub fn account(&self, body: &str, id: i64) -> Result<Account> {
        self.read(|connection| find(connection, body, id))
    }

    /// The account that signs in with this name.
    pub fn account_by_login(&self, body: &str, login: &str) -> Result<Option<Account>> {
        self.read(|connection| {
            Ok(account::table
                .filter(account::body.eq(body).and(account::login.eq(login)))
                .select(Account::as_select())
                .first(connection)
                .optional()?)
        })
    }

    /// Adds an account with the hash of its password; refused if the login is taken.
    pub fn add_account(
        &self,
        body: &str,
        details: &AccountDetails<'_>,
        password: Option<&str>,
        author: &Author<'_>,
    ) -> Result<i64> {
        self.log(body, author, |logged| {
            let new = Account {
                body: body.to_owned(),
                id: logged.new_id(),
                login: details.login.to_owned(),
                name: details.name.to_owned(),
                mail: details.mail.map(str::to_owned),
                password: password.map(str::to_owned),
                language: details.language.map(str::to_owned),
                disabled: None,
                locked_until: None,
                created: logged.now.clone(),
            };
            diesel::insert_into(account::table)
                .values(&new)
                .execute(logged.connection)?;
            let note = Note {
                record: Some(new.id),
                after: Some(told(details)),
                ..Note::default()
            };
            logged.note("account-add", note);
            Ok(new.id)
        })
    }

    /// Changes what is written of an account.
    pub fn change_account(
        &self,
        body: &str,
        id: i64,
        details: &AccountDetails<'_>,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find(logged.connection, body, id)?;
            diesel::update(account::table.find((body, id)))
                .set(details)
                .execute(logged.connection)?;
            let before = told(&AccountDetails {
                login: &before.login,
                name: &before.name,
                mail: before.mail.as_deref(),
                language: before.language.as_deref(),
            });
            note(
                logged,
                "account-change",
                id,
                Some(before),
                Some(told(details)),
            );
            Ok(())
        })
    }

    /// Gives an account another password (its hash), ends its lock, and closes its sessions but
    /// the one with this digest.
    pub fn set_password(
        &self,
        body: &str,
        id: i64,
        hash: &str,
        session_kept: Option<&str>,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let changed = diesel::update(account::table.find((body, id)))
                .set((
                    account::password.eq(hash),
                    account::locked_until.eq(None::<String>),
                ))
                .execute(logged.connection)?;
            if changed == 0 {
                return Err(Error::NotFound("account"));
            }
            sessions::close_all(logged.connection, body, id, session_kept)?;
            note(
                logged,
                "account-password",
                id,
                None,
                Some("changed".to_owned()),
            );
            Ok(())
        })
    }

    /// Lets an account be used, or not; then its sessions close.
    pub fn set_active(&self, body: &str, id: i64, active: bool, author: &Author<'_>) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find(logged.connection, body, id)?;
            if before.is_active() == active {
                return Ok(());
            }
            let disabled = (!active).then(|| logged.now.clone());
            diesel::update(account::table.find((body, id)))
                .set(account::disabled.eq(&disabled))
                .execute(logged.connection)?;
            if !active {
                sessions::close_all(logged.connection, body, id, None)?;
            }
            note(logged, "account-disable", id, before.disabled, disabled);
            Ok(())
        })
    }

    /// Refuses signing in until a moment, or no longer.
    pub fn lock_account(
        &self,
        body: &str,
        id: i64,
        until: Option<Timestamp>,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find(logged.connection, body, id)?;
            let until = until.map(instant);
            diesel::update(account::table.find((body, id)))
                .set(account::locked_until.eq(&until))
                .execute(logged.connection)?;
            note(logged, "account-lock", id, before.locked_until, until);
            Ok(())
        })
    }

    /// The roles of an account, past ones too; of every account where none is named.
    pub fn grants(&self, body: &str, of: Option<i64>) -> Result<Vec<Grant>> {
        self.read(|connection| {
            let mut query = role_grant::table
                .filter(role_grant::body.eq(body))
                .order(role_grant::id)
                .select(Grant::as_select())
                .into_boxed();
            if let Some(id) = of {
                query = query.filter(role_grant::account.eq(id));
            }
            Ok(query.load(connection)?)
        })
    }

    /// Gives an account a role.
    pub fn grant(
        &self,
        body: &str,
        id: i64,
        grant: &NewGrant<'_>,
        author: &Author<'_>,
    ) -> Result<i64> {
        self.log(body, author, |logged| {
            let new = Grant {
                body: body.to_owned(),
                id: logged.new_id(),
                account: id,
                role: grant.role.to_owned(),
                unit: grant.unit.to_owned(),
                valid_from: grant.valid_from.map(str::to_owned),
                valid_until: grant.valid_until.map(str::to_owned),
            };
            diesel::insert_into(role_grant::table)
                .values(&new)
                .execute(logged.connection)?;
            let told = json(&new)?;
            note(logged, "grant-add", id, None, Some(told));
            Ok(new.id)
        })
    }

    /// Ends a role on a day, its last.
    pub fn end_grant(
        &self,
        body: &str,
        grant: i64,
        last_day: &str,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find_grant(logged.connection, body, grant)?;
            diesel::update(role_grant::table.find((body, grant)))
                .set(role_grant::valid_until.eq(last_day))
                .execute(logged.connection)?;
            let after = Grant {
                valid_until: Some(last_day.to_owned()),
                ..before.clone()
            };
            let (before, after, of) = (json(&before)?, json(&after)?, after.account);
            note(logged, "grant-end", of, Some(before), Some(after));
            Ok(())
        })
    }

    /// Takes a role away that was given by mistake; the log keeps it.
    pub fn remove_grant(&self, body: &str, grant: i64, author: &Author<'_>) -> Result<()> {
        self.log(body, author, |logged| {
            let before = find_grant(logged.connection, body, grant)?;
            diesel::delete(role_grant::table.find((body, grant))).execute(logged.connection)?;
            let told = json(&before)?;
            note(logged, "grant-remove", before.account, Some(told), None);
            Ok(())
        })
    }
}

fn find(connection: &mut AnyConnection, body: &str, id: i64) -> Result<Account> {
    account::table
        .find((body, id))
        .select(Account::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound("account"))
}

fn find_grant(connection: &mut AnyConnection, body: &str, id: i64) -> Result<Grant> {
    role_grant::table
        .find((body, id))
        .select(Grant::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound("grant"))
}

fn note(
    logged: &mut Logged<'_>,
    action: &str,
    account: i64,
    before: Option<String>,
    after: Option<String>,
) {
    let note = Note {
        record: Some(account),
        before,
        after,
        ..Note::default()
    };
    logged.note(action, note);
}

fn told(details: &AccountDetails<'_>) -> String {
    serde_json::json!({
        "login": details.login,
        "name": details.name,
        "mail": details.mail,
        "language": details.language,
    })
    .to_string()
}

/// A row as the log tells it.
pub(crate) fn json<T: Serialize>(row: &T) -> Result<String> {
    serde_json::to_string(row).map_err(|error| Error::Refused(error.to_string()))
}
