//! `/{body}/annulla`: the way back from any batch of changes of a plan.

use askama::Template as _;
use axum::http::StatusCode;
use store::{AuditEntry, AuditFilter};

use super::pieces::{Fact, Kept};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::{address_pairs, frame};
use crate::web::pages::author;
use crate::web::part::{Action, Actions, Look};
use crate::web::receive::Answer;
use crate::web::rights::Right;

/// Undoes a batch, and goes back to where it was asked.
pub fn undo(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let t = asked.t;
    let store = &asked.server.store;
    let batch: i64 = asked
        .form
        .text("lotto")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let filter = AuditFilter {
        batch: Some(batch),
        ..AuditFilter::default()
    };
    let entries = store.audit(&who.body, &filter, 1)?;
    let entry = entries.first().ok_or(Failure::NotFound)?;
    // Everybody takes back what is their own, whoever may edit the plan takes back all.
    let own = entry.account == Some(who.account);
    if !own && !who.may_everywhere(Right::EditPlan) {
        return Err(Failure::Forbidden);
    }
    let author = author(asked)?;
    match store.undo(&who.body, batch, &author) {
        Ok(applied) => {
            let back = whence(asked, &who.body, entry)?;
            let batch = applied
                .batch
                .map(|batch| batch.to_string())
                .unwrap_or_default();
            let query = address_pairs(&[("fatto", "thing-undone"), ("lotto", &batch)]);
            let join = if back.contains('?') { '&' } else { '?' };
            Ok(Answer::to(format!("{back}{join}{query}")))
        }
        Err(store::Error::Conflict(conflicts)) => {
            let facts = conflicts.iter().filter_map(|conflict| {
                let field = conflict.field.clone().unwrap_or_default();
                let when = conflict
                    .at
                    .as_deref()
                    .map(|at| super::history::moment(t, at));
                let said = [conflict.author.clone(), when];
                let said: Vec<String> = said.into_iter().flatten().collect();
                let label = t.with(
                    "web-thing-changed-since",
                    &[("record", &conflict.record.to_string()), ("field", &field)],
                );
                Fact::text(label, said.join(", "))
            });
            refused(asked, "web-thing-undo-late", facts.collect(), entry)
        }
        Err(store::Error::Refused(_)) => {
            refused(asked, "web-thing-undo-refused", Vec::new(), entry)
        }
        Err(error) => Err(error.into()),
    }
}

fn refused(
    asked: &Asked<'_>,
    words: &str,
    facts: Vec<Fact>,
    entry: &AuditEntry,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let who = asked.person()?;
    let back = whence(asked, &who.body, entry)?;
    let page = Kept {
        page: frame(asked, "", t.text("web-thing-undo-not")),
        text: t.text(words),
        facts,
        actions: Actions {
            items: vec![Action::to(t.text("web-thing-back"), Look::First, back)],
        },
    };
    Ok(Answer::page(page.render()?).status(StatusCode::CONFLICT))
}

/// The page to go back to: where it was asked, if that is one of the body's and still there.
fn whence(asked: &Asked<'_>, body: &str, entry: &AuditEntry) -> Result<String, Failure> {
    let asked_at = asked.form.text("da");
    let ours = asked_at
        .strip_prefix('/')
        .and_then(|rest| rest.strip_prefix(body));
    let ours = ours.filter(|rest| {
        (rest.is_empty() || rest.starts_with('/')) && !rest.contains(['\\', '\r', '\n', '?', '#'])
    });
    let tree = entry.plan.map_or_else(
        || format!("/{body}"),
        |plan| format!("/{body}/{plan}/albero"),
    );
    let Some(rest) = ours else {
        return Ok(tree);
    };
    let mut parts = rest.split('/').skip(1);
    if let (Some(plan), Some("scheda"), Some(record)) = (parts.next(), parts.next(), parts.next()) {
        let (Ok(plan), Ok(record)) = (plan.parse(), record.parse()) else {
            return Ok(tree);
        };
        let loaded = asked.server.plans.get(&asked.server.store, body, plan)?;
        if loaded.record(record).is_none() {
            return Ok(tree);
        }
        // Pages below a sheet are forms: what was undone is seen on the sheet.
        return Ok(format!("/{body}/{plan}/scheda/{record}"));
    }
    Ok(asked_at.to_owned())
}
