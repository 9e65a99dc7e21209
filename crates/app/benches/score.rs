//! Speed, as ratios against a peer in the same run: `cargo bench -p traguardo`.
//!
//! 1. `traguardo score` of the 131-indicator plan as a whole process, against LibreOffice headless
//!    recalculating a workbook with the same achievements and weighted means as formulas.
//! 2. Scoring with derivations of generated plans of 100 to 100,000 indicators.

mod plans;
mod spreadsheet;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use domain::number::Number;
use domain::plan::Node;
use domain::score::score;
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

fn process(plan: &Path) -> Duration {
    let run = || {
        let status = Command::new(env!("CARGO_BIN_EXE_traguardo"))
            .args(["score", "--format", "json"])
            .arg(plan)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok_and(|s| s.success()));
    };
    run();
    median((0..50).map(|_| timed(run)).collect())
}

/// LibreOffice keeps the results that a workbook carries unless it is told to recalculate.
const RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>"#;

fn libreoffice(folder: &Path, book: &Path) -> Option<Duration> {
    let run = || {
        Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                folder.join("profile").display()
            ))
            .args(["--headless", "--convert-to", "csv", "--outdir"])
            .arg(folder)
            .arg(book)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    let user = folder.join("profile/user");
    let _ = std::fs::create_dir_all(&user);
    let _ = std::fs::write(user.join("registrymodifications.xcu"), RECALCULATE);
    // The first run makes the rest of the profile.
    run().then(|| {
        median(
            (0..5)
                .map(|_| {
                    timed(|| {
                        assert!(run());
                    })
                })
                .collect(),
        )
    })
}

fn whole_process() {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/brescia-2024.toml");
    let ours = process(&plan);
    println!(
        "score, 131 indicators, whole process    {:>10.2} ms",
        milliseconds(ours)
    );
    let folder: PathBuf = std::env::temp_dir().join("traguardo-bench");
    let _ = std::fs::create_dir_all(&folder);
    let (book, empty) = (folder.join("piano.xlsx"), folder.join("vuoto.xlsx"));
    let expected = spreadsheet::write(&plan, &book);
    spreadsheet::write_empty(&empty);
    let (Some(start), Some(theirs)) = (libreoffice(&folder, &empty), libreoffice(&folder, &book))
    else {
        println!("LibreOffice is not installed (soffice): no peer, no ratio");
        return;
    };
    println!(
        "LibreOffice, an empty workbook          {:>10.2} ms",
        milliseconds(start)
    );
    println!(
        "LibreOffice, the same plan recalculated {:>10.2} ms",
        milliseconds(theirs)
    );
    println!(
        "ratio, whole processes                  {:>10.1} ×",
        theirs.as_secs_f64() / ours.as_secs_f64()
    );
    let work = theirs.saturating_sub(start);
    println!(
        "ratio, without LibreOffice's start      {:>10.1} ×",
        work.as_secs_f64() / ours.as_secs_f64()
    );
    let csv = std::fs::read_to_string(folder.join("piano.csv")).unwrap_or_default();
    let peer = spreadsheet::body_of(&csv);
    println!("body, ours {expected} and the peer's {peer}");
}

fn scaling() {
    println!("\nindicators   read the texts      score   per indicator   body");
    for count in [100, 1_000, 5_000, 20_000, 100_000] {
        let plan = plans::generate(count);
        let rounds = if count > 10_000 { 3 } else { 9 };
        let mut readings = Readings::default();
        let read = median(
            (0..rounds)
                .map(|_| timed(|| readings = Readings::of(&plan)))
                .collect(),
        );
        let mut body: Option<Number> = None;
        let scored = median(
            (0..rounds)
                .map(|_| {
                    timed(|| {
                        let scores = score(&plan, &readings, None);
                        body = scores.of(Node::BODY).and_then(|s| s.score.clone());
                    })
                })
                .collect(),
        );
        let each = scored.as_secs_f64() * 1e6 / f64::from(u32::try_from(count).unwrap_or(1));
        println!(
            "{count:>10} {:>12.2} ms {:>7.2} ms {each:>12.2} µs   {}",
            milliseconds(read),
            milliseconds(scored),
            body.map(|n| n.round_to(6).to_decimal()).unwrap_or_default(),
        );
    }
}

fn main() {
    whole_process();
    scaling();
}
