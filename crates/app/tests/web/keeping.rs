//! An installation kept from the terminal: started and stopped, its log verified, copied.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::running::serve;
use crate::cli::{status, traguardo};

/// Runs `traguardo` with something on its standard input.
fn told(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_traguardo"))
        .args(args)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("its input");
    // A command that needs no input may be gone already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Creates an administrator in a folder.
fn create(data: &str, password: &str) -> Output {
    let args = [
        "admin", "create", "--body", "prova", "--login", "Admin", "--data", data,
    ];
    told(&args, password)
}

#[test]
fn an_administrator_is_created_once_with_a_password_that_is_long_enough() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("UTF-8");
    let short = create(data, "corta\n");
    assert_eq!(status(&short), 2);
    assert!(
        complaint(&short).contains("almeno 12 caratteri"),
        "{}",
        complaint(&short)
    );
    assert_eq!(status(&create(data, "")), 2);
    let created = create(data, "una frase abbastanza lunga\n");
    assert_eq!(status(&created), 0, "{}", complaint(&created));
    assert!(
        out(&created).contains("/prova/accesso"),
        "{}",
        out(&created)
    );
    assert!(!out(&created).contains("frase"), "no password is printed");
    let again = create(data, "una frase abbastanza lunga\n");
    assert_eq!(status(&again), 2);
    assert!(
        complaint(&again).contains("c'è già"),
        "{}",
        complaint(&again)
    );
    let store = store::Store::open(data).expect("the database");
    let grants = store.grants("prova", None).expect("roles");
    assert_eq!(grants.len(), 1);
    assert_eq!(grants[0].role, "administrator");
}

#[test]
fn the_log_is_verified_and_what_was_changed_behind_it_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("UTF-8");
    create(data, "una frase abbastanza lunga\n");
    let whole = traguardo(&["audit", "verify", "--data", data]);
    assert_eq!(status(&whole), 0, "{}", complaint(&whole));
    assert!(
        out(&whole).starts_with("prova: registro integro, 3 voci, impronta "),
        "{}",
        out(&whole)
    );
    let mut shell = Command::new("sqlite3");
    let sql =
        "DROP TRIGGER audit_is_not_updated; UPDATE audit SET author = 'altri' WHERE number = 2";
    let changed = shell
        .arg(folder.path().join("traguardo.db"))
        .arg(sql)
        .status();
    assert!(changed.expect("sqlite3: run .ci/tools").success());
    let found = traguardo(&["audit", "verify", "--data", data]);
    assert_eq!(status(&found), 1);
    assert!(
        out(&found).contains("La voce 2 non è come fu scritta"),
        "{}",
        out(&found)
    );
}

#[test]
fn a_mistyped_folder_is_not_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("nowhere");
    let nowhere = nowhere.to_str().expect("UTF-8");
    for args in [
        vec!["audit", "verify", "--data", nowhere],
        vec!["backup", "copia.zip", "--data", nowhere],
    ] {
        let refused = traguardo(&args);
        assert_eq!(status(&refused), 2, "{args:?}");
        assert!(
            complaint(&refused).contains("non ci sono dati"),
            "{}",
            complaint(&refused)
        );
    }
    assert!(!Path::new(nowhere).exists());
}

#[test]
fn a_backup_of_a_server_at_work_is_put_back_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (data, copy, new) = (path("dati"), path("copia.zip"), path("nuovi"));
    create(&data, "una frase abbastanza lunga\n");
    let (mut server, _) = serve(&["serve", "--data", &data], None);
    let made = traguardo(&["backup", &copy, "--data", &data]);
    assert_eq!(status(&made), 0, "{}", complaint(&made));
    assert!(
        out(&made).contains("riletto e verificato"),
        "{}",
        out(&made)
    );
    assert_eq!(
        status(&traguardo(&["backup", &copy, "--data", &data])),
        2,
        "nothing is overwritten"
    );
    assert_eq!(
        status(&traguardo(&["backup", &copy, "--force", "--data", &data])),
        0
    );
    server.kill().expect("it is there");
    server.wait().expect("it ends");
    let back = traguardo(&["restore", &copy, "--data", &new]);
    assert_eq!(status(&back), 0, "{}", complaint(&back));
    let verified = traguardo(&["audit", "verify", "--data", &new]);
    assert_eq!(
        out(&verified),
        out(&traguardo(&["audit", "verify", "--data", &data]))
    );
    let full = traguardo(&["restore", &copy, "--data", &new]);
    assert_eq!(status(&full), 2);
    assert!(
        complaint(&full).contains("non è vuota"),
        "{}",
        complaint(&full)
    );
    std::fs::write(&copy, b"not a backup").expect("a file");
    let other = path("altri");
    assert_eq!(status(&traguardo(&["restore", &copy, "--data", &other])), 2);
    assert!(!Path::new(&other).exists(), "nothing was begun");
}

#[test]
fn told_to_stop_it_answers_what_is_under_way_and_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("UTF-8");
    create(data, "una frase abbastanza lunga\n");
    let (mut server, address) = serve(&["serve", "--data", data], None);
    let form = "login=admin&password=una+frase+abbastanza+lunga";
    let head = format!(
        "POST /prova/accesso HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n",
        form.len()
    );
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.write_all(head.as_bytes()).expect("it listens");
    // It asks for the rest: the request is under way.
    let mut answer = BufReader::new(stream.try_clone().expect("a stream"));
    let mut line = String::new();
    answer.read_line(&mut line).expect("an answer");
    assert!(line.starts_with("HTTP/1.1 100"), "{line}");
    let told = Command::new("kill")
        .args(["-TERM", &server.id().to_string()])
        .status();
    assert!(told.expect("kill").success());
    while TcpStream::connect(address).is_ok() {
        std::thread::yield_now();
    }
    stream
        .write_all(form.as_bytes())
        .expect("it still listens to this one");
    let mut rest = String::new();
    answer.read_to_string(&mut rest).expect("an answer");
    assert!(rest.contains("HTTP/1.1 303"), "{rest}");
    assert_eq!(server.wait().expect("it ends").code(), Some(0));
}
