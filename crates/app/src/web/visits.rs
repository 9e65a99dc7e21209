//! Who asks how often: one address may ask for so many pages in a minute.
//!
//! Counted by each instance for itself: it guards the process, and no answer depends on it.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hashbrown::HashMap;

/// For so long it is counted.
const WINDOW: Duration = Duration::from_secs(60);

/// Addresses remembered; when there are more, those whose minute is over are forgotten.
const REMEMBERED: usize = 10_000;

/// The pages asked for in the present minute of each address.
pub struct Visits {
    limit: Option<u32>,
    of: Mutex<HashMap<IpAddr, (Instant, u32)>>,
}

impl Visits {
    /// With so many pages in a minute, or as many as one likes.
    pub fn new(limit: Option<u32>) -> Visits {
        Visits {
            limit,
            of: Mutex::default(),
        }
    }

    /// Counts a request; if it is one too many, the seconds after which to ask again. This machine
    /// itself is never too many: it is most often a proxy that nobody named in the settings.
    pub fn count(&self, address: IpAddr, now: Instant) -> Option<u64> {
        let limit = self.limit?;
        if address.is_loopback() {
            return None;
        }
        let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        if of.len() >= REMEMBERED {
            of.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        let (since, count) = of.entry(address).or_insert((now, 0));
        let passed = now.duration_since(*since);
        if passed >= WINDOW {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        if *count <= limit {
            return None;
        }
        let left = WINDOW.saturating_sub(now.duration_since(*since));
        Some(left.as_secs().max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_waits_for_the_next_minute_and_no_other_with_it() {
        let visits = Visits::new(Some(3));
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        let (one, other) = (address("203.0.113.9"), address("2001:db8::9"));
        let begun = Instant::now();
        for _ in 0..3 {
            assert_eq!(visits.count(one, begun), None);
        }
        let later = begun + Duration::from_secs(20);
        assert_eq!(visits.count(one, later), Some(40));
        assert_eq!(visits.count(other, later), None);
        assert_eq!(visits.count(one, begun + WINDOW), None);
    }

    #[test]
    fn without_a_limit_and_from_this_machine_nobody_waits() {
        let unlimited = Visits::new(None);
        let here = "127.0.0.1".parse::<IpAddr>().expect("an address");
        let there = "203.0.113.9".parse::<IpAddr>().expect("an address");
        let strict = Visits::new(Some(1));
        for _ in 0..5 {
            assert_eq!(unlimited.count(there, Instant::now()), None);
            assert_eq!(strict.count(here, Instant::now()), None);
        }
    }
}
