//! A real server whose embedded database cannot be written, or is taken away: what the person sees, and
//! what is there afterwards. PostgreSQL that goes is among what guards the server.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use store::Store;
use traguardo::web::rights::Role;

use super::running::{Person, Reply, examples};

const BODY: &str = "valdoro";

/// A process that serves a folder, until the test ends.
struct Process {
    child: Child,
    address: SocketAddr,
}

impl Process {
    /// It may write no file larger than so many blocks of 1024 bytes, where a limit is given.
    fn serving(data: &Path, largest: Option<u64>) -> Process {
        let limit = largest.map_or_else(|| "unlimited".to_owned(), |blocks| blocks.to_string());
        let mut child = Command::new("bash")
            // A write beyond the limit fails, as on a full disk, rather than end the process.
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f $2; exec $0 serve --listen 127.0.0.1:0 --data $1",
            ])
            .arg(env!("CARGO_BIN_EXE_traguardo"))
            .arg(data)
            .arg(limit)
            .env("TRAGUARDO_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let output = child.stdout.take().expect("its output");
        let mut line = String::new();
        let read = BufReader::new(output).read_line(&mut line);
        read.expect("it says where it answers");
        let found = line.split("http://").nth(1);
        let found = found.and_then(|rest| rest.split([' ', '\n']).next()?.parse().ok());
        let address = found.unwrap_or_else(|| panic!("an address: {line}"));
        Process { child, address }
    }

    fn person(&self, role: Role) -> Person {
        Person::signed_in_at(self.address, BODY, role)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The examples in a folder that nobody serves yet.
fn filled(data: &Path) {
    let store = Store::open(data.to_str().expect("UTF-8")).expect("a database");
    examples(&store);
}

fn opened(data: &Path) -> Store {
    Store::open(data.to_str().expect("UTF-8")).expect("a database")
}

/// Whether a page says calmly that the data cannot be had, or that there is no room for them.
fn is_calm(reply: &Reply) -> bool {
    let main = reply.main();
    matches!(reply.status, 503 | 507) && main.contains("Non è stato salvato niente a metà")
}

#[test]
fn where_no_room_is_left_what_was_typed_stays_on_the_page_and_nothing_is_half_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("dati");
    filled(&data);
    let size = std::fs::metadata(data.join("traguardo.db"))
        .expect("the database")
        .len();
    let process = Process::serving(&data, Some(size / 1024 + 256));
    let store = opened(&data);
    let plans = store.plans(BODY).expect("plans");
    let plan = plans
        .iter()
        .find(|plan| plan.year == 2025)
        .expect("a plan")
        .id;
    let mut office = process.person(Role::PerformanceOffice);
    let campaigns = format!("/{BODY}/{plan}/monitoraggio");
    let form = [("checkpoint", "2025-06-30"), ("due", "2099-07-31")];
    assert_eq!(office.post(&campaigns, &form).status, 303);
    let campaign = store.campaigns(BODY, plan).expect("campaigns")[0].id;

    let mut owner = process.person(Role::IndicatorOwner);
    let mine = owner.get(&format!("{campaigns}/{campaign}/mie")).text();
    let entry = mine.split(&format!("{campaigns}/{campaign}/voce/")).nth(1);
    let number: String = entry
        .expect("something to enter")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let record: i64 = number.parse().expect("a record");
    let address = format!("{campaigns}/{campaign}/voce/{record}");
    let page = owner.get(&address);
    let of = |name: &str| page.value_of(name).unwrap_or_default();
    let (before, seen) = (of("before"), of("visto"));
    let form = [
        ("before", before.as_str()),
        ("visto", &seen),
        ("passo", "save"),
        ("text", "777"),
    ];
    let mut large = b"%PDF-1.7 ".to_vec();
    large.resize(
        usize::try_from(size).expect("a size") + 2 * 1024 * 1024,
        b'x',
    );
    let revision = store.revision(BODY, plan).expect("the plan");
    let refused = owner.upload(&address, &form, &[("file", "registro.pdf", &large)]);
    assert!(is_calm(&refused), "{}: {}", refused.status, refused.main());
    assert_eq!(
        refused.value_of("text").as_deref(),
        Some("777"),
        "what was typed is there"
    );
    assert!(
        refused.main().contains("vanno allegati un'altra volta"),
        "{}",
        refused.main()
    );
    assert_eq!(store.evidence(BODY, plan, Some(record)).expect("files"), []);
    assert_eq!(store.revision(BODY, plan).expect("the plan"), revision);

    // What still fits is taken, by the form that the page kept.
    let sent = owner.post(&address, &form);
    assert_eq!(sent.status, 303, "{}", sent.main());
    assert_eq!(store.revision(BODY, plan).expect("the plan"), revision + 1);
    assert_eq!(store.verify(BODY).expect("the log").flaw, None);
}

#[test]
fn a_folder_that_is_taken_away_loses_nothing_that_was_confirmed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, away) = (folder.path().join("dati"), folder.path().join("altrove"));
    filled(&data);
    let process = Process::serving(&data, None);
    let mut people: Vec<(Role, Person)> = Role::ALL
        .into_iter()
        .map(|role| (role, process.person(role)))
        .collect();
    let name_of = |role: Role, when: &str| format!("{} {when}", role.token());
    std::fs::rename(&data, &away).expect("it is taken away");
    // All at once: more connections are needed than there are.
    let confirmed: Vec<(Role, bool)> = std::thread::scope(|scope| {
        let asking: Vec<_> = people
            .iter_mut()
            .map(|(role, person)| {
                scope.spawn(move || {
                    let name = name_of(*role, "away");
                    let form = [("name", name.as_str()), ("mail", ""), ("language", "")];
                    let reply = person.post(&format!("/{BODY}/profilo"), &form);
                    assert!(reply.status == 303 || is_calm(&reply), "{}", reply.text());
                    (*role, reply.status == 303)
                })
            })
            .collect();
        let asked = asking.into_iter().map(|one| one.join().expect("it asked"));
        asked.collect()
    });
    std::fs::rename(&away, &data).expect("it comes back");
    let store = opened(&data);
    let kept = |role: Role| {
        let login = role.token().replace('_', "-");
        let account = store.account_by_login(BODY, &login).expect("the database");
        account.expect("the account").name
    };
    for (role, was_confirmed) in confirmed {
        let is_there = kept(role) == name_of(role, "away");
        assert_eq!(is_there, was_confirmed, "{}", role.token());
    }
    for (role, person) in &mut people {
        assert_eq!(
            person.get(&format!("/{BODY}")).status,
            200,
            "{}",
            role.token()
        );
        let name = name_of(*role, "back");
        let form = [("name", name.as_str()), ("mail", ""), ("language", "")];
        assert_eq!(person.post(&format!("/{BODY}/profilo"), &form).status, 303);
        assert_eq!(kept(*role), name);
    }
    assert_eq!(store.verify(BODY).expect("the log").flaw, None);
}
