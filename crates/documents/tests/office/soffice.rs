//! LibreOffice, which opens a file and saves it in another format.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A file that takes longer makes LibreOffice go round in circles.
const LONGEST: Duration = Duration::from_secs(180);

/// What LibreOffice makes of a file: `to` is the ending, before a colon if a filter follows.
pub fn converted(name: &str, bytes: &[u8], to: &str) -> Vec<u8> {
    let folder = Folder::new();
    let source = folder.0.join(name);
    std::fs::write(&source, bytes).expect("the folder is ours");
    let out = folder.0.join("out");
    let profile = folder.0.join("profile");
    let mut running = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--norestore", "--convert-to", to, "--outdir"])
        .args([&out, &source])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("LibreOffice is missing: run .ci/tools");
    let began = Instant::now();
    while running.try_wait().expect("a child can be asked").is_none() {
        if began.elapsed() > LONGEST {
            let _ = running.kill();
            panic!("LibreOffice does not come to an end with {name}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let ending = to.split(':').next().unwrap_or(to);
    let target = out.join(name).with_extension(ending);
    std::fs::read(&target).unwrap_or_else(|_| {
        panic!("LibreOffice does not open {name} (without Writer and Calc: run .ci/tools)")
    })
}

/// A folder of this test alone, gone after it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("traguardo-office-{}-{nth}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
