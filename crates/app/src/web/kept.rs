//! Answers given lately, kept while the database holds what they were made of.
//!
//! Nothing can be seen that is older than the question: a kept answer is given only if the database,
//! asked at that moment, says that nobody wrote anything since it was made.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashbrown::HashMap;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Snapshot, Store};

use super::receive::Answer;
use crate::messages::Language;

/// What is kept together, in bytes of content; those asked for longest ago go first.
const ROOM: usize = 16 * 1024 * 1024;

/// All on which an answer depends beside what the database holds.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// The digest of the session's secret.
    pub session: String,
    /// Path and query.
    pub address: String,
    /// The language of the reader.
    pub language: Language,
    /// Whether only a part of the page is wanted.
    pub partial: bool,
    /// The day.
    pub today: Date,
}

/// An answer just made, and until when its session need not be looked at again; none where it is for
/// this one time.
pub struct Made {
    /// The answer.
    pub answer: Answer,
    /// Until when it may be given again.
    pub good_until: Option<Timestamp>,
}

/// The answers.
#[derive(Default)]
pub struct Kept {
    places: Mutex<HashMap<Question, Arc<Place>>>,
    /// Counts the questions.
    asked: AtomicU64,
}

/// Where the answer to one question is kept. Who asks while it is being made waits for it.
#[derive(Default)]
struct Place {
    held: Mutex<Option<Held>>,
    /// The number of the last question.
    asked: AtomicU64,
    /// The bytes of the content.
    size: AtomicU64,
}

struct Held {
    answer: Answer,
    snapshot: Snapshot,
    good_until: Timestamp,
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    /// The answer to a question: as kept, or made anew.
    pub fn answer(
        &self,
        store: &Store,
        question: Question,
        now: Timestamp,
        make: impl FnOnce() -> Made,
    ) -> Answer {
        // A database that does not answer is told of by the page.
        let Ok(mut snapshot) = store.snapshot() else {
            return make().answer;
        };
        let place = self.place(question);
        let mut held = lock(&place.held);
        let as_kept = |held: &Option<Held>, snapshot: &Snapshot| {
            let held = held.as_ref()?;
            (held.snapshot == *snapshot && now < held.good_until).then(|| held.answer.clone())
        };
        if let Some(answer) = as_kept(&held, &snapshot) {
            return answer;
        }
        // It may have been made anew while this question waited.
        if held.is_some() {
            match store.snapshot() {
                Ok(newer) => snapshot = newer,
                Err(_) => return make().answer,
            }
            if let Some(answer) = as_kept(&held, &snapshot) {
                return answer;
            }
        }
        let made = make();
        let good_until = made.good_until.filter(|_| made.answer.may_be_kept());
        *held = good_until.map(|good_until| Held {
            answer: made.answer.clone(),
            snapshot,
            good_until,
        });
        let size = held.as_ref().map_or(0, |held| held.answer.content.len());
        place.size.store(size as u64, Ordering::Relaxed);
        drop(held);
        self.make_room();
        made.answer
    }

    fn place(&self, question: Question) -> Arc<Place> {
        let now = self.asked.fetch_add(1, Ordering::Relaxed);
        let mut places = lock(&self.places);
        let place = places.entry(question).or_default();
        place.asked.store(now, Ordering::Relaxed);
        Arc::clone(place)
    }

    /// Forgets what was asked for longest ago, until the rest has room.
    fn make_room(&self) {
        // A question weighs something even where its answer is not kept.
        const QUESTION: u64 = 512;
        let mut places = lock(&self.places);
        let weigh = |place: &Place| place.size.load(Ordering::Relaxed) + QUESTION;
        let mut weight: u64 = places.values().map(|place| weigh(place)).sum();
        while weight > ROOM as u64 {
            let oldest = places
                .iter()
                .min_by_key(|(_, place)| place.asked.load(Ordering::Relaxed));
            let Some((question, place)) = oldest.map(|(q, p)| (q.clone(), Arc::clone(p))) else {
                return;
            };
            weight -= weigh(&place);
            places.remove(&question);
        }
    }
}
