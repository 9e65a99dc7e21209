//! Plans as pages look at them: read from the database, understood, scored and checked once for
//! each revision.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use domain::check::{Checked, check};
use domain::plan::{Node, Plan};
use domain::score::{Scores, score};
use domain::target::Readings;
use hashbrown::HashMap;
use jiff::civil::Date;
use serde_json::{Map, Value};
use store::Store;

use super::failure::Failure;
use crate::format::draft::Draft;
use crate::format::stored::{self, Numbers, Stored};

/// A plan of the database at one revision, with all that follows from it.
pub struct Loaded {
    /// The body that it belongs to.
    pub body: String,
    /// Its number in the database.
    pub id: i64,
    /// The revision.
    pub revision: i64,
    /// The plan and what its reading said.
    pub draft: Draft,
    /// What its texts mean.
    pub readings: Readings,
    /// Which record each thing was made of.
    pub numbers: Numbers,
    records: Vec<Stored>,
    places: HashMap<i64, usize>,
    scores: Mutex<HashMap<Option<Date>, Arc<Scores>>>,
    checked: Mutex<Option<(Date, Arc<Checked>)>>,
}

impl Loaded {
    /// Understands the records of a plan.
    pub fn of(body: &str, id: i64, revision: i64, records: Vec<Stored>) -> Loaded {
        let draft = stored::read(&records);
        let readings = Readings::of(&draft.plan);
        let numbers = Numbers::of(&draft);
        let places = records.iter().enumerate();
        Loaded {
            body: body.to_owned(),
            id,
            revision,
            readings,
            numbers,
            places: places
                .map(|(place, record)| (record.number, place))
                .collect(),
            records,
            draft,
            scores: Mutex::default(),
            checked: Mutex::default(),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.draft.plan
    }

    /// Its scores at a day; at the last checkpoint with results where none is given.
    pub fn scores(&self, at: Option<Date>) -> Arc<Scores> {
        let lock = || self.scores.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = lock().get(&at) {
            return Arc::clone(found);
        }
        let scores = Arc::new(score(self.plan(), &self.readings, at));
        lock().insert(at, Arc::clone(&scores));
        scores
    }

    /// What the check says of it today.
    pub fn checked(&self, today: Date) -> Arc<Checked> {
        let mut kept = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_ref() {
            Some((day, checked)) if *day == today => Arc::clone(checked),
            _ => {
                let checked = Arc::new(check(self.plan(), &self.readings, Some(today)));
                *kept = Some((today, Arc::clone(&checked)));
                checked
            }
        }
    }

    /// Its records, in order.
    pub fn records(&self) -> &[Stored] {
        &self.records
    }

    /// A record.
    pub fn record(&self, number: i64) -> Option<&Stored> {
        self.records.get(*self.places.get(&number)?)
    }

    /// The fields of a record as they are stored.
    pub fn fields(&self, number: i64) -> Option<Map<String, Value>> {
        match serde_json::from_str(&self.record(number)?.fields) {
            Ok(Value::Object(fields)) => Some(fields),
            _ => None,
        }
    }

    /// The thing made of a record.
    ///
    /// # Errors
    /// Not found, where there is none.
    pub fn node(&self, number: &str) -> Result<(i64, Node), Failure> {
        let number: i64 = number.parse().map_err(|_| Failure::NotFound)?;
        let node = self.numbers.node(number).ok_or(Failure::NotFound)?;
        Ok((number, node))
    }
}

/// The plans that were asked for lately.
#[derive(Default)]
pub struct Plans {
    kept: Mutex<HashMap<(String, i64), Kept>>,
    /// Counts the questions.
    asked: AtomicU64,
}

/// A plan kept in memory, and the number of the last question about it: the plan with the lowest was
/// asked for longest ago.
struct Kept {
    plan: Arc<Loaded>,
    asked: u64,
}

/// Plans kept in memory; the one asked for longest ago goes first.
const KEPT: usize = 24;

impl Plans {
    /// A plan at its present revision.
    ///
    /// # Errors
    /// Not found, or what the database says.
    pub fn get(&self, store: &Store, body: &str, plan: i64) -> Result<Arc<Loaded>, Failure> {
        let revision = store.revision(body, plan)?;
        let key = (body.to_owned(), plan);
        let now = self.asked.fetch_add(1, Ordering::Relaxed);
        let lock = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lock().get_mut(&key)
            && kept.plan.revision == revision
        {
            kept.asked = now;
            return Ok(Arc::clone(&kept.plan));
        }
        let (row, records) = store.load(body, plan)?;
        let records = records.into_iter().map(|record| Stored {
            number: record.id,
            kind: record.kind,
            fields: record.fields,
        });
        let loaded = Arc::new(Loaded::of(body, plan, row.revision, records.collect()));
        let mut kept = lock();
        if kept.len() >= KEPT
            && !kept.contains_key(&key)
            && let Some(oldest) = kept.iter().min_by_key(|(_, kept)| kept.asked)
        {
            let oldest = oldest.0.clone();
            kept.remove(&oldest);
        }
        let plan = Arc::clone(&loaded);
        kept.insert(key, Kept { plan, asked: now });
        Ok(loaded)
    }
}
