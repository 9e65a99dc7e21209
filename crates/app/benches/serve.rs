//! How fast the server answers, beside the ceiling of the same stack in the same run.
//!
//! `cargo bench -p traguardo --bench serve`. Each page is asked by 50 clients at once over kept
//! connections, alone and while two others write; the ceiling is the same server code answering a
//! constant page of the same length. Then: from start to first answer, memory at rest, and ten years
//! of plans beside one. Everything runs on one machine: clients take their share of the processors,
//! of the ceiling as of the pages.

#[path = "../tests/web/running.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod running;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use running::Running;
use store::{Author, Change, Store};
use traguardo::web::rights::Role;

const CLIENTS: usize = 50;
const LASTING: Duration = Duration::from_secs(4);

/// A connection that stays open.
struct Client {
    stream: BufReader<TcpStream>,
    request: Vec<u8>,
}

impl Client {
    fn new(address: SocketAddr, path: &str, cookie: &str) -> Client {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("a socket");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Language: it\r\nCookie: {cookie}\r\n\r\n"
        );
        Client {
            stream: BufReader::new(stream),
            request: request.into_bytes(),
        }
    }

    /// Asks once; gives the length of the content.
    fn ask(&mut self) -> usize {
        self.stream
            .get_mut()
            .write_all(&self.request)
            .expect("sent");
        let (mut length, mut line) = (0, String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line).expect("a line");
            if line == "\r\n" {
                break;
            }
            if let Some(given) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
                length = given.trim().parse().expect("a length");
            }
        }
        let mut content = vec![0; length];
        self.stream.read_exact(&mut content).expect("the content");
        length
    }
}

/// Requests per second, and the time within which half and 99 of a hundred were answered.
struct Speed {
    rate: u64,
    half: Duration,
    most: Duration,
}

fn measure(address: SocketAddr, path: &str, cookie: &str) -> Speed {
    let stop = AtomicBool::new(false);
    let begun = Instant::now();
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(|| {
                    let mut client = Client::new(address, path, cookie);
                    let mut times = Vec::new();
                    while !stop.load(Ordering::Relaxed) {
                        let asked = Instant::now();
                        client.ask();
                        times.push(asked.elapsed());
                    }
                    times
                })
            })
            .collect();
        std::thread::sleep(LASTING);
        stop.store(true, Ordering::Relaxed);
        clients
            .into_iter()
            .flat_map(|client| client.join().expect("a client"))
            .collect()
    });
    let took = begun.elapsed();
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    Speed {
        rate: times.len() as u64 * 1000 / u64::try_from(took.as_millis()).unwrap_or(1),
        half: at(50),
        most: at(99),
    }
}

/// The same stack with a constant page: a router, a thread for pages, the same headers.
fn ceiling(length: usize) -> SocketAddr {
    use axum::routing::get;
    use traguardo::web::receive::{Answer, respond};
    let page = "x".repeat(length);
    let (told, bound) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .max_blocking_threads(8)
            .build()
            .expect("a runtime");
        runtime.block_on(async move {
            let answer = move || {
                let page = page.clone();
                async move {
                    let made = tokio::task::spawn_blocking(move || Answer::page(page)).await;
                    respond(made.expect("a page"))
                }
            };
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a port");
            told.send(listener.local_addr().expect("an address"))
                .expect("told");
            let router = axum::Router::new().route("/", get(answer));
            axum::serve(listener, router).await.expect("served");
        });
    });
    bound.recv().expect("an address")
}

/// Writes remarks beside every other indicator until told to stop; gives how many.
fn write(store: &Store, body: &str, plan: i64, first: usize, stop: &AtomicBool) -> usize {
    let (_, records) = store.load(body, plan).expect("a plan");
    let mut notes: Vec<(i64, Option<String>)> = records
        .iter()
        .filter(|record| record.kind == "indicator")
        .skip(first)
        .step_by(2)
        .map(|record| {
            let fields: serde_json::Value = serde_json::from_str(&record.fields).expect("fields");
            (record.id, fields.get("note").map(ToString::to_string))
        })
        .collect();
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        let place = written % notes.len();
        let (record, before) = notes[place].clone();
        let after = Some(serde_json::json!(format!("nota {written}")).to_string());
        let change = Change::Set {
            record,
            field: "note".to_owned(),
            before,
            after: after.clone(),
        };
        let by = Author {
            account: None,
            name: "benchmark",
            now: jiff::Timestamp::now(),
            reason: None,
        };
        store.apply(body, plan, &[change], &by).expect("a change");
        notes[place].1 = after;
        written += 1;
        // Two such writers make ten changes a second: an office at its busiest.
        std::thread::sleep(Duration::from_millis(200));
    }
    written
}

fn row(name: &str, speed: &Speed, ceiling: &Speed) {
    println!(
        "{name:<44} {:>8}/s {:>4}% of the ceiling   half {:>7.2?}   99 of 100 {:>7.2?}",
        speed.rate,
        speed.rate * 100 / ceiling.rate.max(1),
        speed.half,
        speed.most
    );
}

fn pages() {
    let running = Running::on_examples();
    for (body, year) in [("valdoro", 2025), ("brescia", 2024)] {
        let plan = running.plan(body, year);
        let mut person = running.signed_in(body, Role::SecretaryGeneral);
        let paths = [
            format!("/{body}"),
            format!("/{body}/{plan}/albero"),
            format!("/{body}/{plan}/cruscotti"),
        ];
        for path in paths {
            let length = person.get(&path).content.len();
            let cookie = person.cookie();
            let constant = measure(ceiling(length), "/", "");
            println!("\n{path} ({length} bytes); ceiling {}/s", constant.rate);
            row(
                "alone",
                &measure(running.address, &path, &cookie),
                &constant,
            );
            let stop = AtomicBool::new(false);
            std::thread::scope(|scope| {
                let writers = [0, 1].map(|first| {
                    let (store, stop) = (&running.store, &stop);
                    scope.spawn(move || write(store, body, plan, first, stop))
                });
                let speed = measure(running.address, &path, &cookie);
                stop.store(true, Ordering::Relaxed);
                let written: usize = writers
                    .into_iter()
                    .map(|w| w.join().expect("a writer"))
                    .sum();
                row(
                    &format!("while others write ({written} changes)"),
                    &speed,
                    &constant,
                );
            });
        }
    }
}

/// From start to first answer, and memory at rest, of the program itself.
fn start() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    for run in ["first start (tables are made)", "second start"] {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_traguardo"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data", &data])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program");
        let mut said = String::new();
        let stdout = child.stdout.take().expect("its words");
        BufReader::new(stdout).read_line(&mut said).expect("a line");
        let address = said
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split(' ').next());
        let address: SocketAddr = address.and_then(|a| a.parse().ok()).expect("an address");
        Client::new(address, "/primo-avvio", "").ask();
        let took = begun.elapsed();
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let memory = status.unwrap_or_default();
        let memory = memory
            .lines()
            .find(|line| line.starts_with("VmRSS"))
            .unwrap_or("VmRSS ?");
        println!("{run}: first page after {took:.1?}; at rest {memory}");
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The tree of one plan, alone and among those of ten years.
fn years() {
    let running = Running::on_examples();
    let (body, plan) = ("brescia", running.plan("brescia", 2024));
    let mut person = running.signed_in(body, Role::SecretaryGeneral);
    let path = format!("/{body}/{plan}/albero");
    person.get(&path);
    let one = measure(running.address, &path, &person.cookie());
    let (row, records) = running.store.load(body, plan).expect("a plan");
    let records: Vec<(String, String)> = records
        .into_iter()
        .map(|record| (record.kind, record.fields))
        .collect();
    let by = Author {
        account: None,
        name: "benchmark",
        now: jiff::Timestamp::now(),
        reason: None,
    };
    let mut actuals = 0;
    for year in 2010..2020 {
        running
            .store
            .add_plan(body, &row.title, year, &records, &by)
            .expect("a year more");
        actuals += records
            .iter()
            .filter(|(kind, _)| kind == "indicator")
            .count();
    }
    let ten = measure(running.address, &path, &person.cookie());
    println!(
        "\n{path}: {}/s with {} plans, {}/s with ten years more ({actuals} indicators)",
        one.rate,
        running
            .store
            .plans(body)
            .map_or(0, |plans| plans.len() - 10),
        ten.rate
    );
}

fn main() {
    start();
    pages();
    years();
}
