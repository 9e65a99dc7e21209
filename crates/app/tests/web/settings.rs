//! The settings: what they are, and what the manual says of them.

use std::path::Path;

use traguardo::messages::{Catalogue, Language};
use traguardo::web::settings::{Database, Mistake, SETTINGS, Settings, manual};

fn read(set: &[(&str, &str)]) -> Result<Settings, Mistake> {
    let environment = |name: &str| {
        let given = set.iter().find(|(of, _)| *of == name);
        given.map(|(_, value)| (*value).to_owned())
    };
    Settings::read(None, environment, Path::new("dati"))
}

#[test]
fn the_manual_lists_them_with_their_defaults() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guida/server.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let table = manual(&Catalogue::new(Language::Italian));
    assert!(
        page.contains(&table),
        "docs/guida/server.md does not hold:\n{table}"
    );
    for language in [Language::Italian, Language::English] {
        let catalogue = Catalogue::new(language);
        for setting in &SETTINGS {
            let key = format!("setting-{}", setting.name.replace('_', "-"));
            assert!(catalogue.find(&key, &[]).is_some(), "{language:?}: {key}");
        }
    }
}

#[test]
fn a_wrong_value_is_named() {
    for (name, value) in [
        ("proxies", "the one at the door"),
        ("requests_per_minute", "many"),
        ("listen", "here"),
        ("session_hours", "0"),
        ("database", "mysql://elsewhere"),
    ] {
        let variable = format!("TRAGUARDO_{}", name.to_uppercase());
        let mistake = read(&[(variable.as_str(), value)]).err();
        assert!(
            matches!(mistake, Some(Mistake::Value(of, _)) if of == name),
            "{name}: {mistake:?}"
        );
    }
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("traguardo.toml");
    std::fs::write(&file, "session_hours = 4\npassword_length = 16\n").expect("a file");
    let environment = |name: &str| (name == "TRAGUARDO_SESSION_HOURS").then(|| "2".to_owned());
    let settings = Settings::read(Some(&file), environment, Path::new("dati"));
    let settings = settings.expect("settings");
    assert_eq!(settings.session_limit.as_secs(), 2 * 3600);
    assert_eq!(settings.password_length, 16);
    assert_eq!(settings.largest_upload, 20 << 20);
    assert_eq!(settings.database, Database::Folder("dati".into()));
    std::fs::write(&file, "session_ours = 4\n").expect("a file");
    let mistake = Settings::read(Some(&file), |_| None, Path::new("dati")).err();
    assert_eq!(mistake, Some(Mistake::Unknown("session_ours".to_owned())));
}
