//! Opening: migrations, newer databases, databases that go and come back.

use std::fs;

use diesel::connection::{Connection as _, SimpleConnection as _};
use store::{Error, Store};

use crate::database::{Server, author, with_body};
use crate::on_both;

on_both! {
    /// An empty database gets its tables, and opening it again changes nothing.
    fn tables_are_made_once(database) {
        let store = with_body(database, "ente");
        store.ready().unwrap();
        drop(store);
        assert_eq!(database.store().bodies().unwrap().len(), 1);
    }

    /// Programs that start at the same moment on an empty database all find their tables.
    fn many_open_at_once(database) {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| database.store().bodies().unwrap());
            }
        });
    }

    /// A database of a newer program is left alone.
    fn newer_is_refused(database) {
        drop(with_body(database, "ente"));
        database
            .raw("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')")
            .unwrap();
        let Err(Error::Newer { found, known }) = Store::open(&database.place) else {
            panic!("it opened");
        };
        assert_eq!(found, "29990101000001");
        assert!(known < found);
    }
}

/// The server dies under a store and comes back: an error of its own kind in between, and the
/// next call works by itself.
#[test]
fn server_gone_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .expect("the server may look in");
    let server = Server::alone(folder.path());
    let store = Store::open(&server.address("postgres")).expect("it opens");
    store
        .add_body("ente", "Ente", &author("a", 1))
        .expect("a body");
    server.stop();
    assert!(matches!(store.bodies(), Err(Error::Gone(_))));
    assert!(matches!(store.ready(), Err(Error::Gone(_))));
    let refused = store.rename_body("ente", "Altro", &author("a", 2));
    assert!(matches!(refused, Err(Error::Gone(_))), "{refused:?}");
    assert!(matches!(
        Store::open(&server.address("postgres")),
        Err(Error::Gone(_))
    ));
    server.start_again();
    assert_eq!(store.bodies().expect("it is back")[0].name, "Ente");
    // A connection that died unnoticed is replaced without a word.
    server.stop();
    server.start_again();
    store
        .rename_body("ente", "Nuovo", &author("a", 3))
        .expect("it goes on");
    assert_eq!(store.verify("ente").expect("it verifies").flaw, None);
}

/// A folder that is none, and a file that is no database.
#[test]
fn folder_that_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("traguardo.db");
    fs::write(&file, "non è una banca dati".repeat(200)).expect("a file");
    let Err(error) = Store::open(folder.path().to_str().expect("UTF-8")) else {
        panic!("it opened");
    };
    assert!(matches!(error, Error::Damaged(_)), "{error:?}");
    let Err(error) = Store::open(file.to_str().expect("UTF-8")) else {
        panic!("it opened");
    };
    assert!(matches!(error, Error::Gone(_)), "{error:?}");
}

/// The file of SQLite is taken away while it is open: an error of its own kind, and nothing is written
/// where nobody would find it; another file in its place is the database from then on.
#[test]
fn file_taken_away_and_another_put_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, copy) = (
        folder.path().join("traguardo.db"),
        folder.path().join("copy.db"),
    );
    let store = Store::open(folder.path().to_str().expect("UTF-8")).expect("it opens");
    store
        .add_body("ente", "Ente", &author("a", 1))
        .expect("a body");
    let first = store.snapshot().expect("a snapshot");
    let copied = format!("VACUUM INTO '{}'", copy.display());
    let mut aside =
        diesel::SqliteConnection::establish(file.to_str().expect("UTF-8")).expect("it opens");
    aside.batch_execute(&copied).expect("a copy");
    drop(aside);
    store
        .add_body("altro", "Altro", &author("a", 2))
        .expect("a body");
    for ending in ["db", "db-wal", "db-shm"] {
        fs::remove_file(file.with_extension(ending)).expect("it is there");
    }
    assert!(matches!(store.bodies(), Err(Error::Gone(_))));
    assert!(matches!(store.snapshot(), Err(Error::Gone(_))));
    let refused = store.rename_body("ente", "Perduto", &author("a", 3));
    assert!(matches!(refused, Err(Error::Gone(_))), "{refused:?}");
    assert!(!file.exists(), "no empty one is made in its place");
    fs::rename(&copy, &file).expect("the copy takes its place");
    let bodies = store.bodies().expect("they are read");
    assert_eq!(
        bodies
            .iter()
            .map(|body| body.name.as_str())
            .collect::<Vec<_>>(),
        ["Ente"]
    );
    assert_ne!(store.snapshot().expect("a snapshot"), first);
    store
        .rename_body("ente", "Ritrovato", &author("a", 4))
        .expect("it is written");
}
