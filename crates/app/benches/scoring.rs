//! How long a score takes, by number of indicators: `cargo bench -p traguardo --bench scoring`.
//!
//! The figure that matters is the time for one indicator, which must not grow with the plan.

mod plans;

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::score::score;
use domain::target::Readings;

fn main() {
    println!(
        "{:>10} {:>12} {:>12} {:>14}",
        "indicators", "reading", "scoring", "per indicator"
    );
    for indicators in [100, 5_000, 100_000] {
        let plan = plans::generate(indicators);
        let begin = Instant::now();
        let readings = Readings::of(&plan);
        let reading = begin.elapsed();
        let mut best = Duration::MAX;
        let started = Instant::now();
        // The best of many: what the machine does besides is not the engine's.
        while started.elapsed() < Duration::from_secs(2) {
            let begin = Instant::now();
            let scores = score(black_box(&plan), &readings, None);
            best = best.min(begin.elapsed());
            drop(black_box(scores));
        }
        let each = best.as_nanos() / indicators as u128;
        println!("{indicators:>10} {reading:>12.1?} {best:>12.1?} {each:>11} ns");
    }
}
