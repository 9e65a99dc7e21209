//! Changes of a plan that are asked for at the same time are made in one transaction: the database
//! confirms them all by one commit, and each keeps its author, its batch and its own refusal.

use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::plans::{self, Applied, Change};
use crate::transaction::{Author, Logged, Store};

/// Who waits to change a plan, by body: the writers of one body follow each other in any case.
#[derive(Default)]
pub(crate) struct Lines(Mutex<HashMap<String, Arc<Line>>>);

/// The line of one body.
#[derive(Default)]
struct Line {
    waiting: Mutex<Waiting>,
    /// Somebody ended writing.
    ended: Condvar,
}

/// Who waits. While one of them writes, for itself and for all that wait with it, the others gather.
#[derive(Default)]
struct Waiting {
    requests: Vec<Arc<Request>>,
    somebody_writes: bool,
}

/// What one caller asks for.
struct Request {
    plan: i64,
    changes: Vec<Change>,
    account: Option<i64>,
    name: String,
    now: jiff::Timestamp,
    reason: Option<String>,
    /// What became of it, once somebody wrote it.
    outcome: Mutex<Option<Result<Applied>>>,
}

/// Who writes for a line: when it goes, even by a panic, another can.
struct Writer<'l>(&'l Line);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        lock(&self.0.waiting).somebody_writes = false;
        self.0.ended.notify_all();
    }
}

impl Request {
    fn author(&self) -> Author<'_> {
        Author {
            account: self.account,
            name: &self.name,
            now: self.now,
            reason: self.reason.as_deref(),
        }
    }
}

/// A lock whose holder panicked: what it protects is whole at every moment.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// Makes all of the changes, or none of them.
    pub fn apply(
        &self,
        body: &str,
        plan: i64,
        changes: &[Change],
        author: &Author<'_>,
    ) -> Result<Applied> {
        let line = Arc::clone(lock(&self.lines().0).entry(body.to_owned()).or_default());
        let own = Arc::new(Request {
            plan,
            changes: changes.to_vec(),
            account: author.account,
            name: author.name.to_owned(),
            now: author.now,
            reason: author.reason.map(str::to_owned),
            outcome: Mutex::new(None),
        });
        let others = {
            let mut waiting = lock(&line.waiting);
            waiting.requests.push(Arc::clone(&own));
            while waiting.somebody_writes {
                waiting = line
                    .ended
                    .wait(waiting)
                    .unwrap_or_else(PoisonError::into_inner);
                if let Some(outcome) = lock(&own.outcome).take() {
                    return outcome;
                }
            }
            waiting.somebody_writes = true;
            let (same, another): (Vec<_>, Vec<_>) = mem::take(&mut waiting.requests)
                .into_iter()
                .filter(|request| !Arc::ptr_eq(request, &own))
                .partition(|request| request.plan == plan);
            waiting.requests = another;
            same
        };
        let _writer = Writer(&line);
        self.apply_together(body, plan, &own, &others)
    }

    /// Writes what its caller asks for, with what others wait for; tells these what became of it.
    fn apply_together(
        &self,
        body: &str,
        plan: i64,
        own: &Request,
        others: &[Arc<Request>],
    ) -> Result<Applied> {
        let requests: Vec<&Request> = std::iter::once(own)
            .chain(others.iter().map(|request| &**request))
            .collect();
        match self.write(body, plan, &requests) {
            Ok(applied) => {
                let mut applied = applied.into_iter();
                let first = applied.next().ok_or(Error::NotFound("batch"))?;
                for (request, applied) in others.iter().zip(applied) {
                    *lock(&request.outcome) = Some(Ok(applied));
                }
                Ok(first)
            }
            Err(Error::Gone(said)) => {
                for request in others {
                    *lock(&request.outcome) = Some(Err(Error::Gone(said.clone())));
                }
                Err(Error::Gone(said))
            }
            Err(error) if others.is_empty() => Err(error),
            // One of them cannot be made: nothing was, and each is tried by itself.
            Err(_) => {
                let alone = |request| {
                    let mut applied = self.write(body, plan, &[request])?;
                    applied.pop().ok_or(Error::NotFound("batch"))
                };
                for request in others {
                    let outcome = alone(request);
                    *lock(&request.outcome) = Some(outcome);
                }
                alone(own)
            }
        }
    }

    /// Writes all of the requests, or none.
    fn write(&self, body: &str, plan: i64, requests: &[&Request]) -> Result<Vec<Applied>> {
        let authors: Vec<Author<'_>> = requests.iter().map(|request| request.author()).collect();
        let changes = requests.iter().map(|request| &*request.changes);
        let turns: Vec<(&Author<'_>, &[Change])> = authors.iter().zip(changes).collect();
        self.change(|connection| {
            let mut logged = Logged::begin(connection, body, turns[0].0)?;
            let applied = plans::apply_in_turns(&mut logged, plan, &turns)?;
            logged.end()?;
            Ok(applied)
        })
    }
}
