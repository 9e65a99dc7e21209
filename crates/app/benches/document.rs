//! Speed of the documents, beside others who set the same tables, in the same run:
//! `cargo bench -p traguardo --bench document`.
//!
//! 1. The mid-year monitoring of the 131-indicator plan as PDF, as a whole process; WeasyPrint on
//!    our HTML of it and LibreOffice on our DOCX of it, where they are installed (WeasyPrint:
//!    `pip install weasyprint==70.0`; LibreOffice: `.ci/tools`).
//! 2. Generated plans of 100 to 5,000 indicators: time per page. Pages are counted by `pdfinfo`.

mod plans;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The middle of several times: neither the first run nor a busy moment counts.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// How long a command takes; none where it is not there or fails.
fn timed(command: &mut Command) -> Option<Duration> {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    status.success().then(|| start.elapsed())
}

fn document(plan: &Path, out: &Path, at: Option<&str>) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traguardo"));
    command
        .args(["document", "monitoraggio", "--force", "-o"])
        .arg(out)
        .arg(plan);
    if let Some(at) = at {
        command.args(["--at", at]);
    }
    timed(&mut command).expect("the document is written")
}

fn pages(pdf: &Path) -> f64 {
    let said = Command::new("pdfinfo")
        .arg(pdf)
        .output()
        .expect("pdfinfo (.ci/tools)");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let line = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|count| count.trim().parse().ok())
        .expect("a number of pages")
}

/// How long another program may take.
const LONGEST: &str = "300s";

fn beside_others(folder: &Path) {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/brescia-2024.toml");
    let at = Some("2024-06-30");
    let [pdf, html, docx] = ["pdf", "html", "docx"].map(|form| folder.join(format!("m.{form}")));
    document(&plan, &html, at);
    document(&plan, &docx, at);
    let ours = median((0..11).map(|_| document(&plan, &pdf, at)).collect());
    println!(
        "monitoring of 131 indicators as PDF, whole process: {:.0} ms, {} pages",
        ours.as_secs_f64() * 1e3,
        pages(&pdf),
    );
    let tell = |who: &str, time: Option<Duration>| match time {
        Some(time) => println!(
            "  {who}: {:.0} ms, {:.1} times as long",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() / ours.as_secs_f64(),
        ),
        None => println!("  {who}: not installed, or not done in {LONGEST}"),
    };
    let weasyprint = || {
        timed(
            Command::new("timeout")
                .args([LONGEST, "weasyprint"])
                .arg(&html)
                .arg(folder.join("weasyprint.pdf")),
        )
    };
    tell("WeasyPrint on our HTML", weasyprint());
    let office = || {
        timed(
            Command::new("soffice")
                .arg(format!(
                    "-env:UserInstallation=file://{}",
                    folder.join("office").display()
                ))
                .args(["--headless", "--convert-to", "pdf", "--outdir"])
                .arg(folder.join("office-out"))
                .arg(&docx),
        )
    };
    // The first start makes a profile, which is not what is compared.
    let times: Option<Vec<Duration>> = (0..4).map(|_| office()).collect();
    tell(
        "LibreOffice on our DOCX",
        times.map(|times| median(times[1..].to_vec())),
    );
}

fn growth(folder: &Path) {
    println!("\nindicators    pages        time   per page");
    for count in [100_usize, 500, 1_000, 2_500, 5_000] {
        let plan = folder.join(format!("{count}.toml"));
        let text = traguardo::format::toml::write(&plans::generate(count));
        fs::write(&plan, text).expect("a plan");
        let out: PathBuf = folder.join(format!("{count}.pdf"));
        let rounds = if count > 1_000 { 1 } else { 3 };
        let time = median((0..rounds).map(|_| document(&plan, &out, None)).collect());
        let pages = pages(&out);
        println!(
            "{count:>10} {pages:>8} {:>8.0} ms {:>7.2} ms",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() * 1e3 / pages,
        );
    }
}

fn main() {
    let folder = std::env::temp_dir().join(format!("traguardo-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    beside_others(&folder);
    growth(&folder);
    let _ = fs::remove_dir_all(&folder);
}
