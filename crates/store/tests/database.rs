//! Where the cases run: a folder for SQLite, a database of its own on a private PostgreSQL.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::{Connection, SimpleConnection};
use diesel::{PgConnection, SqliteConnection};
use jiff::Timestamp;
use store::{Author, Store};
use tempfile::TempDir;

/// Makes of each case a test on SQLite and one on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* fn $case:ident($database:ident) $body:block)+) => {
        $(
            $(#[$doc])*
            fn $case($database: &$crate::database::Database) $body
        )+
        mod sqlite {
            $(#[test] fn $case() { super::$case(&$crate::database::Database::sqlite()); })+
        }
        mod postgres {
            $(#[test] fn $case() { super::$case(&$crate::database::Database::postgres()); })+
        }
    };
}

/// An empty database of one case.
pub struct Database {
    /// How the store opens it.
    pub place: String,
    kind: Kind,
}

enum Kind {
    Sqlite(TempDir),
    Postgres(String),
}

impl Database {
    pub fn sqlite() -> Database {
        let folder = tempfile::tempdir().expect("a folder");
        Database {
            place: folder.path().to_str().expect("UTF-8").to_owned(),
            kind: Kind::Sqlite(folder),
        }
    }

    pub fn postgres() -> Database {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = server();
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("case_{}_{count}", std::process::id());
        server.run(&format!("CREATE DATABASE {name}"));
        Database {
            place: server.address(&name),
            kind: Kind::Postgres(name),
        }
    }

    /// An empty database of the other kind.
    pub fn other(&self) -> Database {
        match self.kind {
            Kind::Sqlite(_) => Database::postgres(),
            Kind::Postgres(_) => Database::sqlite(),
        }
    }

    pub fn store(&self) -> Store {
        Store::open(&self.place).expect("the store opens")
    }

    /// Does something behind the back of the store.
    pub fn raw(&self, sql: &str) -> diesel::QueryResult<()> {
        match &self.kind {
            Kind::Sqlite(folder) => {
                let file = folder.path().join("traguardo.db");
                let file = file.to_str().expect("UTF-8");
                let mut connection = SqliteConnection::establish(file).expect("it opens");
                connection.batch_execute("PRAGMA busy_timeout = 5000")?;
                connection.batch_execute(sql)
            }
            Kind::Postgres(_) => PgConnection::establish(&self.place)
                .expect("it opens")
                .batch_execute(sql),
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.kind, Kind::Sqlite(_))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Kind::Postgres(name) = &self.kind {
            server().run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// A private PostgreSQL.
pub struct Server {
    folder: PathBuf,
    /// Held as long as the server is used.
    _users: File,
}

impl Server {
    /// The server in this folder, started unless it runs.
    fn of(folder: PathBuf) -> Server {
        loop {
            fs::create_dir_all(&folder).expect("a folder for PostgreSQL");
            let open = |name: &str| {
                File::options()
                    .create(true)
                    .append(true)
                    .open(folder.join(name))
            };
            let (Ok(users), Ok(turn)) = (open("users"), open("turn")) else {
                continue;
            };
            users.lock_shared().expect("a lock");
            turn.lock().expect("a lock");
            // The one that stopped meanwhile took the folder with it, and another may have made
            // it anew.
            let same = |file: &File, name: &str| {
                let there = fs::metadata(folder.join(name)).map(|there| there.ino());
                matches!((file.metadata(), there), (Ok(file), Ok(there)) if file.ino() == there)
            };
            if !same(&users, "users") || !same(&turn, "turn") {
                continue;
            }
            let server = Server {
                folder,
                _users: users,
            };
            if PgConnection::establish(&server.address("postgres")).is_err() {
                server.tell("start");
            }
            return server;
        }
    }

    /// A server for one case alone, which may stop it.
    pub fn alone(folder: &Path) -> Server {
        Server::of(folder.join("postgres"))
    }

    pub fn stop(&self) {
        self.tell("stop");
    }

    pub fn start_again(&self) {
        self.tell("again");
    }

    fn tell(&self, command: &str) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postgres");
        let done = Command::new(script)
            .arg(command)
            .arg(&self.folder)
            .output()
            .expect("the script runs");
        assert!(
            done.status.success(),
            "PostgreSQL, {command}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }

    pub fn address(&self, name: &str) -> String {
        let socket = self.folder.join("socket");
        let socket = socket.to_str().expect("UTF-8").replace('/', "%2F");
        format!("postgres://postgres@{socket}/{name}")
    }

    fn run(&self, sql: &str) {
        PgConnection::establish(&self.address("postgres"))
            .expect("PostgreSQL answers")
            .batch_execute(sql)
            .expect("it does as it is told");
    }
}

/// The server that all tests of this checkout share.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        let mut hash = DefaultHasher::new();
        env!("CARGO_MANIFEST_DIR").hash(&mut hash);
        let name = format!("traguardo-postgres-{:x}", hash.finish());
        Server::of(std::env::temp_dir().join(name))
    })
}

/// A moment: so many seconds after the first of the tests.
pub fn moment(seconds: i64) -> Timestamp {
    let first: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a moment");
    first + jiff::SignedDuration::from_secs(seconds)
}

/// An author with no account, at a moment.
pub fn author(name: &str, seconds: i64) -> Author<'_> {
    Author {
        account: None,
        name,
        now: moment(seconds),
        reason: None,
    }
}

/// A store with one body.
pub fn with_body(database: &Database, body: &str) -> Store {
    let store = database.store();
    store
        .add_body(body, "Ente", &author("init", 0))
        .expect("a body");
    store
}
