//! How an installation runs: every value from the environment, else from a file, else its default.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A setting as file and environment name it.
pub struct Setting {
    /// Its name in the file; in the environment it is `TRAGUARDO_` and the same in capitals.
    pub name: &'static str,
    /// What it is where nobody says.
    pub default: &'static str,
}

/// All settings; what each is for stands in the catalogue as `setting-<name>`.
pub const SETTINGS: [Setting; 16] = [
    Setting {
        name: "listen",
        default: "127.0.0.1:8085",
    },
    Setting {
        name: "address",
        default: "",
    },
    Setting {
        name: "database",
        default: "",
    },
    Setting {
        name: "language",
        default: "it",
    },
    Setting {
        name: "session_idle_minutes",
        default: "60",
    },
    Setting {
        name: "session_hours",
        default: "12",
    },
    Setting {
        name: "password_length",
        default: "12",
    },
    Setting {
        name: "upload_megabytes",
        default: "20",
    },
    Setting {
        name: "request_seconds",
        default: "60",
    },
    Setting {
        name: "requests_per_minute",
        default: "3000",
    },
    Setting {
        name: "proxies",
        default: "",
    },
    Setting {
        name: "mail_server",
        default: "",
    },
    Setting {
        name: "mail_from",
        default: "",
    },
    Setting {
        name: "mail_user",
        default: "",
    },
    Setting {
        name: "mail_password",
        default: "",
    },
    Setting {
        name: "log",
        default: "info",
    },
];

/// Where the data are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A folder with the embedded database.
    Folder(PathBuf),
    /// A PostgreSQL, by address.
    Postgres(String),
}

/// The settings of a running installation.
#[derive(Clone)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// The address at which people reach it (`https://performance.ente.it`); cookies are marked
    /// secure where it begins with `https`.
    pub address: Option<String>,
    /// Where the data are.
    pub database: Database,
    /// Language of who has not chosen one.
    pub language: crate::messages::Language,
    /// A session ends after so long without a request.
    pub session_idle: Duration,
    /// A session ends after so long in any case.
    pub session_limit: Duration,
    /// Characters that a password needs.
    pub password_length: usize,
    /// Largest upload, in bytes.
    pub largest_upload: usize,
    /// A request that takes longer is given up.
    pub request_limit: Duration,
    /// Pages that one address may ask for in a minute; none for as many as it likes.
    pub requests_per_minute: Option<u32>,
    /// The addresses of our own proxies, which are believed about where a request comes from.
    pub proxies: Vec<IpAddr>,
    /// How mail is sent; none where it is not.
    pub mail: Option<Mail>,
    /// What is written in the log.
    pub log: String,
}

/// How mail is sent.
#[derive(Clone)]
pub struct Mail {
    /// `smtp://host:port`, `smtps://host`, or `smtp+starttls://host`.
    pub server: String,
    /// The sender.
    pub from: String,
    /// Who signs in there, and with what.
    pub sign_in: Option<(String, String)>,
}

/// What is wrong with a setting: its name, and what was found.
#[derive(Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The file cannot be read, or is not TOML.
    File(String),
    /// There is no setting of this name.
    Unknown(String),
    /// The value cannot be understood.
    Value(&'static str, String),
}

impl Settings {
    /// The settings of a file and of the environment. `folder` is where the data are if nobody says.
    ///
    /// # Errors
    /// The first mistake.
    pub fn read(
        file: Option<&Path>,
        environment: impl Fn(&str) -> Option<String>,
        folder: &Path,
    ) -> Result<Settings, Mistake> {
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        if let Some(file) = file {
            let text =
                std::fs::read_to_string(file).map_err(|error| Mistake::File(error.to_string()))?;
            let table: toml::Table = text
                .parse()
                .map_err(|error: toml::de::Error| Mistake::File(error.to_string()))?;
            for (name, value) in table {
                if !SETTINGS.iter().any(|setting| setting.name == name) {
                    return Err(Mistake::Unknown(name));
                }
                let value = match value {
                    toml::Value::String(text) => text,
                    other => other.to_string(),
                };
                given.insert(name, value);
            }
        }
        let get = |name: &'static str| -> String {
            let variable = format!("TRAGUARDO_{}", name.to_uppercase());
            let default = SETTINGS.iter().find(|setting| setting.name == name);
            environment(&variable)
                .or_else(|| given.get(name).cloned())
                .or_else(|| default.map(|setting| setting.default.to_owned()))
                .unwrap_or_default()
        };
        let wrong = |name: &'static str| Mistake::Value(name, get(name));
        let count = |name: &'static str| -> Result<u64, Mistake> {
            let count: u64 = get(name).trim().parse().map_err(|_| wrong(name))?;
            if count == 0 {
                Err(wrong(name))
            } else {
                Ok(count)
            }
        };
        let filled = |name: &'static str| Some(get(name)).filter(|text| !text.trim().is_empty());
        let database = filled("database").or_else(|| environment("DATABASE_URL"));
        let database = match database {
            None => Database::Folder(folder.to_owned()),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Database::Postgres(url)
            }
            Some(url) if url.contains("://") => return Err(Mistake::Value("database", url)),
            Some(path) => Database::Folder(PathBuf::from(path)),
        };
        let mail = match (filled("mail_server"), filled("mail_from")) {
            (None, _) => None,
            (Some(server), Some(from)) => Some(Mail {
                server,
                from,
                sign_in: filled("mail_user").zip(filled("mail_password")),
            }),
            (Some(_), None) => return Err(wrong("mail_from")),
        };
        Ok(Settings {
            listen: get("listen").trim().parse().map_err(|_| wrong("listen"))?,
            address: filled("address").map(|address| address.trim_end_matches('/').to_owned()),
            database,
            language: crate::messages::Language::named(&get("language"))
                .ok_or_else(|| wrong("language"))?,
            session_idle: Duration::from_secs(60 * count("session_idle_minutes")?),
            session_limit: Duration::from_secs(3600 * count("session_hours")?),
            password_length: usize::try_from(count("password_length")?).unwrap_or(usize::MAX),
            largest_upload: usize::try_from(count("upload_megabytes")?)
                .unwrap_or(usize::MAX)
                .saturating_mul(1024 * 1024),
            request_limit: Duration::from_secs(count("request_seconds")?),
            requests_per_minute: match get("requests_per_minute").trim().parse() {
                Ok(0) => None,
                Ok(count) => Some(count),
                Err(_) => return Err(wrong("requests_per_minute")),
            },
            proxies: get("proxies")
                .split([',', ' '])
                .filter(|one| !one.is_empty())
                .map(|one| one.parse().map_err(|_| wrong("proxies")))
                .collect::<Result<_, _>>()?,
            mail,
            log: get("log"),
        })
    }

    /// Whether people reach the server by an encrypted connection.
    pub fn is_secure(&self) -> bool {
        self.address
            .as_deref()
            .is_some_and(|address| address.starts_with("https://"))
    }
}

/// The table of the settings as the manual prints it (docs/guida/server.md).
pub fn manual(t: &crate::messages::Catalogue) -> String {
    use std::fmt::Write as _;
    let mut out = format!("{}\n| --- | --- | --- |\n", t.text("settings-heads"));
    for setting in &SETTINGS {
        let what = t.word("setting", setting.name);
        let default = match setting.default {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        let _ = writeln!(out, "| `{}` | {default} | {what} |", setting.name);
    }
    out
}
