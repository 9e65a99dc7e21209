//! A real server on a free port, over a real database with the examples, and somebody who asks it.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;

use store::Store;
use tempfile::TempDir;
use traguardo::cli::EXAMPLES;
use traguardo::messages::{Catalogue, Language};
use traguardo::web::rights::Role;
use traguardo::web::settings::Settings;
use traguardo::web::{Server, demo, run};

/// Fills a database with the examples.
pub fn examples(store: &Store) {
    let catalogue = Catalogue::new(Language::Italian);
    let now = jiff::Timestamp::now();
    demo::fill(store, &catalogue, &EXAMPLES, now).expect("the examples fit");
}

/// A server that runs until the test ends.
pub struct Running {
    /// Where it answers.
    pub address: SocketAddr,
    /// Its data, to look at what was kept.
    pub store: Store,
    folder: TempDir,
}

/// A real mail server, until the test ends.
pub struct MailServer {
    process: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    /// Where it listens.
    pub port: u16,
}

impl MailServer {
    /// One that refuses whoever is called `manager`.
    pub fn start() -> MailServer {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/smtp.py");
        let mut process = Command::new("/usr/bin/python3")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python is there: see .ci/tools");
        let output = process.stdout.take().expect("its output");
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .next()
            .expect("its port: see .ci/tools")
            .expect("text");
        MailServer {
            process,
            lines,
            port: port.parse().expect("a port"),
        }
    }

    /// The next message that it took.
    pub fn message(&mut self) -> serde_json::Value {
        let line = self.lines.next().expect("a message").expect("text");
        serde_json::from_str(&line).expect("JSON")
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The program itself, told to serve on a free port, in its folder or in a database; and where it
/// answers.
pub fn serve(told: &[&str], database: Option<&str>) -> (Child, SocketAddr) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_traguardo"));
    program.env_remove("DATABASE_URL");
    if let Some(database) = database {
        program.env("DATABASE_URL", database);
    }
    let mut child = program
        .args(told)
        .args(["--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut said = String::new();
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    output
        .read_line(&mut said)
        .expect("it says where it answers");
    let address = said
        .split("http://")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let address = address.and_then(|address| address.parse().ok());
    (child, address.unwrap_or_else(|| panic!("{said}")))
}

/// A PostgreSQL of one test alone, which may stop it; the store's suite has its script.
pub struct Postgres {
    folder: TempDir,
    /// Held as long as the server is used.
    _users: File,
}

impl Postgres {
    /// A server without anything.
    pub fn start() -> Postgres {
        let folder = tempfile::tempdir().expect("a folder");
        let everybody = PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(folder.path(), everybody).expect("the server may look in");
        let users = File::create(folder.path().join("users")).expect("a file");
        users.lock_shared().expect("a lock");
        let server = Postgres {
            folder,
            _users: users,
        };
        server.tell("start");
        server
    }

    /// How a store opens it.
    pub fn place(&self) -> String {
        let socket = self.folder.path().join("socket").display().to_string();
        format!(
            "postgres://postgres@{}/postgres",
            socket.replace('/', "%2F")
        )
    }

    /// It stops at once.
    pub fn stop(&self) {
        self.tell("stop");
    }

    /// It runs again, on the same data.
    pub fn start_again(&self) {
        self.tell("again");
    }

    fn tell(&self, command: &str) {
        let done = self.run(command);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "PostgreSQL, {command}: {said}");
    }

    fn run(&self, command: &str) -> Output {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/tests/postgres");
        let mut told = Command::new(script);
        let done = told.arg(command).arg(self.folder.path()).output();
        done.expect("the script runs")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A test that stopped it leaves nothing to stop.
        self.run("stop");
    }
}

impl Running {
    /// A server on the examples.
    pub fn on_examples() -> Running {
        Running::set_up(None, &[], examples)
    }

    /// A server on the examples, with settings of the environment.
    pub fn on_examples_with(settings: &[(&str, &str)]) -> Running {
        Running::set_up(None, settings, examples)
    }

    /// A server on the examples in this database, filled unless another did.
    pub fn on_examples_in(place: &str) -> Running {
        Running::set_up(Some(place), &[], examples)
    }

    /// A server without any body.
    pub fn empty() -> Running {
        Running::set_up(None, &[], |_| {})
    }

    fn set_up(place: Option<&str>, set: &[(&str, &str)], fill: impl FnOnce(&Store)) -> Running {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = |name: &str| {
            let given = set.iter().find(|(of, _)| *of == name);
            let given = given.map(|(_, value)| (*value).to_owned());
            given.or_else(|| (name == "TRAGUARDO_LISTEN").then(|| "127.0.0.1:0".into()))
        };
        let settings = Settings::read(None, environment, folder.path()).expect("settings");
        let here = folder.path().display().to_string();
        let store = Store::open(place.unwrap_or(&here)).expect("a database");
        fill(&store);
        let server = Server::new(settings, store.clone(), Vec::new());
        let (told, bound) = mpsc::channel();
        std::thread::spawn(move || {
            run::run(server, move |address| {
                let _ = told.send(address);
            })
        });
        Running {
            address: bound.recv().expect("the server answers"),
            store,
            folder,
        }
    }

    /// Does something to the embedded database that the program would not do.
    pub fn behind_its_back(&self, sql: &str) {
        let mut shell = Command::new("sqlite3");
        let file = self.folder.path().join("traguardo.db");
        let done = shell
            .arg(file)
            .arg(sql)
            .output()
            .expect("sqlite3: run .ci/tools");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> Person {
        Person::at(self.address)
    }

    /// The ready account of a role.
    pub fn signed_in(&self, body: &str, role: Role) -> Person {
        Person::signed_in_at(self.address, body, role)
    }

    /// The number of a plan of a body, by its year.
    pub fn plan(&self, body: &str, year: i64) -> i64 {
        let plans = self.store.plans(body).expect("plans");
        let found = plans.iter().find(|plan| plan.year == year);
        found.expect("a plan of that year").id
    }
}

/// Somebody with a browser: cookies are kept.
pub struct Person {
    address: SocketAddr,
    cookies: Vec<(String, String)>,
    /// What the forms of the session send back.
    pub csrf: String,
}

/// What came back.
pub struct Reply {
    /// The status.
    pub status: u16,
    /// What stood before the content.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub content: Vec<u8>,
}

impl Reply {
    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(of, _)| of.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The text between the tags of the main region: what the page is about.
    pub fn main(&self) -> String {
        let text = self.text();
        let begun = text.find("<main").map_or(text.as_str(), |at| &text[at..]);
        let main = begun.find("</main>").map_or(begun, |at| &begun[..at]);
        let mut out = String::new();
        let mut inside = false;
        for c in main.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    out.push(' ');
                }
                c if !inside => out.push(c),
                _ => {}
            }
        }
        let plain = unescaped(&out);
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The value of the first field of that name.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let text = self.text();
        let field = text
            .split("<input")
            .find(|field| field.contains(&format!("name=\"{name}\"")))?;
        let value = field.split("value=\"").nth(1)?;
        Some(unescaped(value.split('"').next()?))
    }
}

impl Person {
    /// Somebody who has not signed in to the server at an address.
    pub fn at(address: SocketAddr) -> Person {
        Person {
            address,
            cookies: Vec::new(),
            csrf: String::new(),
        }
    }

    /// The ready account of a role, signed in to the server at an address.
    pub fn signed_in_at(address: SocketAddr, body: &str, role: Role) -> Person {
        let mut person = Person::at(address);
        let login = role.token().replace('_', "-");
        let form = [("login", login.as_str()), ("password", demo::PASSWORD)];
        let entered = person.post(&format!("/{body}/accesso"), &form);
        assert_eq!(entered.status, 303, "{login} signs in: {}", entered.text());
        let home = person.get(&format!("/{body}"));
        person.csrf = home.value_of("csrf").unwrap_or_default();
        person
    }

    /// Asks another instance from now on.
    pub fn moves_to(&mut self, other: &Running) {
        self.address = other.address;
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, None, &[])
    }

    /// Sends a form, with the session's token.
    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Reply {
        let mut encoded = form_urlencoded::Serializer::new(String::new());
        encoded.extend_pairs(form);
        if !self.csrf.is_empty() {
            encoded.append_pair("csrf", &self.csrf);
        }
        let media = "application/x-www-form-urlencoded";
        self.send(
            "POST",
            path,
            Some((media, encoded.finish().into_bytes())),
            &[],
        )
    }

    /// Sends a form with files: field, file name, content.
    pub fn upload(
        &mut self,
        path: &str,
        form: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Reply {
        const BETWEEN: &str = "between-the-parts-of-a-test";
        let mut content = Vec::new();
        let csrf = self.csrf.clone();
        let token = [("csrf", csrf.as_str())];
        for (name, value) in form.iter().chain(&token) {
            let part = format!(
                "--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            content.extend_from_slice(part.as_bytes());
        }
        for (name, file, bytes) in files {
            let head = format!(
                "--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"; \
                 filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            content.extend_from_slice(head.as_bytes());
            content.extend_from_slice(bytes);
            content.extend_from_slice(b"\r\n");
        }
        content.extend_from_slice(format!("--{BETWEEN}--\r\n").as_bytes());
        let media = format!("multipart/form-data; boundary={BETWEEN}");
        self.send("POST", path, Some((&media, content)), &[])
    }

    /// The cookies as the browser sends them.
    pub fn cookie(&self) -> String {
        let cookies = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        cookies.collect::<Vec<_>>().join("; ")
    }

    /// Sends anything, and keeps the cookies that come back.
    pub fn send(
        &mut self,
        verb: &str,
        path: &str,
        content: Option<(&str, Vec<u8>)>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut request = format!("{verb} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        request.push_str("Connection: close\r\nAccept-Language: it\r\n");
        if !self.cookies.is_empty() {
            request.push_str(&format!("Cookie: {}\r\n", self.cookie()));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some((media, content)) = &content {
            request.push_str(&format!(
                "Content-Type: {media}\r\nContent-Length: {}\r\n",
                content.len()
            ));
        }
        request.push_str("\r\n");
        let mut stream = TcpStream::connect(self.address).expect("the server is there");
        stream.write_all(request.as_bytes()).expect("it listens");
        if let Some((_, content)) = content {
            // A server that has heard enough may close before everything is sent.
            let _ = stream.write_all(&content);
        }
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let reply = parse(&bytes);
        for (name, value) in &reply.headers {
            if name.eq_ignore_ascii_case("set-cookie")
                && let Some((name, value)) = value.split(';').next().and_then(|c| c.split_once('='))
            {
                self.cookies.retain(|(of, _)| of != name);
                if !value.is_empty() {
                    self.cookies.push((name.to_owned(), value.to_owned()));
                }
            }
        }
        reply
    }
}

/// A text of HTML as it is read.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').unwrap_or(0);
        let named = match rest.get(1..end).unwrap_or_default() {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            number => number
                .strip_prefix('#')
                .and_then(|number| number.parse().ok())
                .and_then(char::from_u32),
        };
        match named {
            Some(c) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn parse(bytes: &[u8]) -> Reply {
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let rest = bytes.get(end + 4..).unwrap_or_default();
    let chunked = headers
        .iter()
        .any(|(name, value)| name.eq_ignore_ascii_case("transfer-encoding") && value == "chunked");
    Reply {
        status: status.and_then(|status| status.parse().ok()).unwrap_or(0),
        content: if chunked {
            unchunked(rest)
        } else {
            rest.to_vec()
        },
        headers,
    }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = bytes.windows(2).position(|window| window == b"\r\n") {
        let length = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let length = usize::from_str_radix(length.trim(), 16).unwrap_or(0);
        if length == 0 {
            break;
        }
        out.extend_from_slice(&bytes[end + 2..end + 2 + length]);
        bytes = &bytes[(end + 4 + length).min(bytes.len())..];
    }
    out
}
