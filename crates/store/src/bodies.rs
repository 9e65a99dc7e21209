//! The bodies of an installation.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::Note;
use crate::error::Result;
use crate::schema::{body, chain};
use crate::transaction::{Author, Store, instant};

/// An administration that keeps its plans here.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = body, treat_none_as_default_value = false)]
pub struct Body {
    /// Its short name, in addresses and keys.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Since when it is here.
    pub created: String,
}

impl Store {
    /// The bodies, by short name.
    pub fn bodies(&self) -> Result<Vec<Body>> {
        self.read(|connection| {
            Ok(body::table
                .order(body::id)
                .select(Body::as_select())
                .load(connection)?)
        })
    }

    /// Adds a body; refused if there is one of that short name.
    pub fn add_body(&self, id: &str, name: &str, author: &Author<'_>) -> Result<()> {
        let new = Body {
            id: id.to_owned(),
            name: name.to_owned(),
            created: instant(author.now),
        };
        self.change(|connection| {
            diesel::insert_into(body::table)
                .values(&new)
                .execute(connection)?;
            diesel::insert_into(chain::table)
                .values((
                    chain::body.eq(id),
                    chain::number.eq(0),
                    chain::digest.eq(""),
                    chain::last_id.eq(0),
                ))
                .execute(connection)?;
            crate::transaction::logged(connection, id, author, &mut |logged| {
                logged.note(
                    "body-add",
                    Note {
                        after: Some(name.to_owned()),
                        ..Note::default()
                    },
                );
                Ok(())
            })
        })
    }

    /// Gives a body another name.
    pub fn rename_body(&self, id: &str, name: &str, author: &Author<'_>) -> Result<()> {
        self.log(id, author, |logged| {
            let before: String = body::table
                .find(id)
                .select(body::name)
                .first(logged.connection)?;
            diesel::update(body::table.find(id))
                .set(body::name.eq(name))
                .execute(logged.connection)?;
            logged.note(
                "body-rename",
                Note {
                    before: Some(before),
                    after: Some(name.to_owned()),
                    ..Note::default()
                },
            );
            Ok(())
        })
    }
}
