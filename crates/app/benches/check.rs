//! Speed of the check, as ratios in the same run: `cargo bench -p traguardo --bench check`.
//!
//! 1. `traguardo check` of the 131-indicator plan as a whole process, beside `traguardo score`.
//! 2. The check of generated plans of 100 to 100,000 indicators: time per indicator, and how many
//!    times as long as a validation of the same plan against its JSON Schema, which is all that
//!    other programs can say of a plan file.

mod plans;

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use domain::check::check;
use domain::target::Readings;

/// The middle of several times: neither the first run nor a busy moment counts.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn timed(mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn process(command: &str, plan: &Path) -> Duration {
    let run = || {
        let status = Command::new(env!("CARGO_BIN_EXE_traguardo"))
            .args([command, "--format", "json"])
            .arg(plan)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok_and(|s| s.success()));
    };
    run();
    median((0..100).map(|_| timed(run)).collect())
}

fn whole_process() {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/brescia-2024.toml");
    let (check, score) = (process("check", &plan), process("score", &plan));
    println!(
        "131 indicators, whole process: check {:.2} ms, score {:.2} ms, ratio {:.2}",
        milliseconds(check),
        milliseconds(score),
        check.as_secs_f64() / score.as_secs_f64(),
    );
}

fn scaling() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/piano.schema.json");
    let schema = std::fs::read_to_string(schema).expect("the published schema");
    let schema = serde_json::from_str(&schema).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    println!("\nindicators       check   per indicator   JSON Schema    ratio   findings");
    for count in [100_u32, 1_000, 5_000, 20_000, 100_000] {
        let plan = plans::generate(usize::try_from(count).expect("a count"));
        let readings = Readings::of(&plan);
        let rounds = if count > 10_000 { 3 } else { 9 };
        let mut findings = 0;
        let checked = median(
            (0..rounds)
                .map(|_| {
                    timed(|| findings = black_box(check(&plan, &readings, None)).findings.len())
                })
                .collect(),
        );
        let text = traguardo::format::json::write(&plan);
        let document = serde_json::from_str(&text).expect("a plan");
        let validated = median(
            (0..rounds)
                .map(|_| {
                    timed(|| {
                        black_box(validator.is_valid(&document));
                    })
                })
                .collect(),
        );
        println!(
            "{count:>10} {:>8.2} ms {:>12.2} µs {:>10.2} ms {:>8.2} {findings:>10}",
            milliseconds(checked),
            checked.as_secs_f64() * 1e6 / f64::from(count),
            milliseconds(validated),
            checked.as_secs_f64() / validated.as_secs_f64(),
        );
    }
}

fn main() {
    whole_process();
    scaling();
}
