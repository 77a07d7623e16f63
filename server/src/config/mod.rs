//! Settings: read from flags, the environment and files, checked as a whole, refused with every wrong key named.

mod base_url;
mod credentials;
mod environment;
mod given;
mod listening;
mod network;
mod reading;

use std::path::PathBuf;

pub use base_url::BaseUrl;
pub use credentials::Credentials;
pub use environment::Environment;
pub use given::{BlobSettings, Given};
pub use listening::{Listening, TlsFiles};
pub use network::Network;
use reading::Reading;
use secrecy::SecretString;
use services::papers::{Scanner, scanner::NoPlace};

/// Everything that `serve` and `worker` are told.
pub struct Config {
    /// Where and how to listen.
    pub listening: Listening,
    /// Where people find this installation.
    pub base_url: BaseUrl,
    /// Sender of every mail, `Name <address>` or a bare address.
    pub mail_from: String,
    /// Where the database, the blobs and the mail are.
    pub backing: Backing,
    /// Folder with what the browser is sent: style, script, WebAssembly, pictures.
    pub site: PathBuf,
    /// Whether `serve` works off jobs too.
    pub worker: bool,
    /// A font with Chinese characters, for documents that don't bring theirs; looked for where none is named.
    pub cjk_font: Option<PathBuf>,
    /// What looks for malware before anything else opens a file; nothing does where none is named.
    pub scanner: Option<Scanner>,
}

/// What stands behind the program.
pub enum Backing {
    /// Nothing was given: Postgres, S3 and mail run privately, with their data in this folder.
    Embedded(PathBuf),
    /// Addresses and secrets of given services.
    Given(Given),
}

/// One key that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    key: &'static str,
    what: String,
}

impl Problem {
    pub(crate) fn new(key: &'static str, what: impl Into<String>) -> Self {
        Self { key, what: what.into() }
    }

    fn line(&self) -> String {
        format!("  {} {}", self.key, self.what)
    }
}

/// All that is wrong with the settings, in one message.
#[derive(Debug, thiserror::Error)]
#[error("the settings are wrong:\n{}", problems.iter().map(Problem::line).collect::<Vec<_>>().join("\n"))]
pub struct Wrong {
    problems: Vec<Problem>,
}

impl Wrong {
    /// The keys that are wrong, in the order they were met.
    pub fn keys(&self) -> Vec<&'static str> {
        self.problems.iter().map(|problem| problem.key).collect()
    }
}

/// What the settings are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Serving pages: where it listens and what it sends must be sound too.
    Serve,
    /// Anything else.
    Command,
}

impl Config {
    /// Reads and checks every key.
    ///
    /// # Errors
    /// Names each wrong key and what is wrong with it.
    pub fn read(environment: &Environment, purpose: Purpose) -> Result<Self, Wrong> {
        let mut reading = Reading::of(environment);
        let listening = Listening::read(&mut reading);
        let embedded = !given::any(environment);
        let base_url = base_url(&mut reading, &listening, embedded);
        let folder = reading.text("GANGWAY_DATA").unwrap_or_else(|| ".gangway".to_owned());
        let backing = if embedded {
            Some(Backing::Embedded(PathBuf::from(folder).join(listening.port.to_string())))
        } else {
            given::read(&mut reading).map(Backing::Given)
        };
        let mail_from = mail_from(&mut reading, embedded);
        let site = site(&mut reading, purpose);
        let worker = !reading.yes("GANGWAY_NO_WORKER");
        let cjk_font = cjk_font(&mut reading);
        let scanner = scanner(&mut reading);
        if let (Some(url), Purpose::Serve) = (&base_url, purpose) {
            listening.check(url, &mut reading);
        }
        match (base_url, backing, mail_from, reading.finish()) {
            (Some(base_url), Some(backing), Some(mail_from), Ok(())) => {
                Ok(Self { listening, base_url, mail_from, backing, site, worker, cjk_font, scanner })
            }
            (.., Err(wrong)) => Err(wrong),
            (.., Ok(())) => Err(Wrong { problems: vec![] }),
        }
    }
}

/// Reads one secret address that a command needs by itself.
///
/// # Errors
/// When it is missing, unreadable or no address of a Postgres database.
pub fn database_url(environment: &Environment, key: &'static str) -> Result<SecretString, Wrong> {
    let mut reading = Reading::of(environment);
    let url = given::database(&mut reading, key);
    reading.finish()?;
    url.ok_or(Wrong { problems: vec![Problem::new(key, "is missing")] })
}

fn base_url(reading: &mut Reading<'_>, listening: &Listening, embedded: bool) -> Option<BaseUrl> {
    if embedded && !reading.has("GANGWAY_BASE_URL") {
        let scheme = if listening.tls.is_some() { "https" } else { "http" };
        return BaseUrl::parse(&format!("{scheme}://localhost:{}", listening.port)).ok();
    }
    let text = reading.required("GANGWAY_BASE_URL")?;
    reading.parsed("GANGWAY_BASE_URL", &text, BaseUrl::parse)
}

fn mail_from(reading: &mut Reading<'_>, embedded: bool) -> Option<String> {
    if embedded && !reading.has("GANGWAY_MAIL_FROM") {
        return Some("Gangway <gangway@gangway.example>".to_owned());
    }
    let text = reading.required("GANGWAY_MAIL_FROM")?;
    reading.parsed("GANGWAY_MAIL_FROM", &text, |text| {
        let address = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
        let sound =
            address.split_once('@').is_some_and(|(local, host)| !local.is_empty() && !host.is_empty());
        let one_line = !text.contains(['\r', '\n']);
        if sound && one_line { Ok(text.to_owned()) } else { Err("is no mail address".to_owned()) }
    })
}

fn cjk_font(reading: &mut Reading<'_>) -> Option<PathBuf> {
    let font = PathBuf::from(reading.text("GANGWAY_CJK_FONT")?);
    if !font.is_file() {
        reading.wrong("GANGWAY_CJK_FONT", format!("names {}, which is no file", font.display()));
    }
    Some(font)
}

fn scanner(reading: &mut Reading<'_>) -> Option<Scanner> {
    let text = reading.text("GANGWAY_CLAMD")?;
    reading
        .parsed("GANGWAY_CLAMD", &text, |text| text.parse().map_err(|wrong: NoPlace| format!("is {wrong}")))
}

fn site(reading: &mut Reading<'_>, purpose: Purpose) -> PathBuf {
    let site = PathBuf::from(reading.text("GANGWAY_SITE").unwrap_or_else(|| "target/site".to_owned()));
    if purpose == Purpose::Serve && !site.is_dir() {
        let hint = "server/scripts/site.sh builds what belongs there";
        reading.wrong("GANGWAY_SITE", format!("names {}, which is no folder; {hint}", site.display()));
    }
    site
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    fn given() -> Environment {
        Environment::of([
            ("DATABASE_URL", "postgres://gangway_app:x@db/gangway"),
            ("S3_ENDPOINT", "https://s3.example"),
            ("S3_BUCKET", "papers"),
            ("S3_REGION", "eu-central-1"),
            ("S3_ACCESS_KEY_ID", "id"),
            ("S3_SECRET_ACCESS_KEY", "secret"),
            ("SMTP_URL", "smtps://mail.example"),
            ("GANGWAY_MAIL_FROM", "Harbour <pay@harbour.example>"),
            ("GANGWAY_BASE_URL", "https://pay.example"),
            ("GANGWAY_MASTER_KEY", KEY),
            ("GANGWAY_SITE", "/"),
        ])
    }

    fn wrong_keys(environment: &Environment) -> Vec<&'static str> {
        Config::read(environment, Purpose::Serve).map(|_| ()).unwrap_err().keys()
    }

    #[test]
    fn nothing_given_is_the_embedded_run() {
        let config =
            Config::read(&Environment::of([("PORT", "4100"), ("GANGWAY_SITE", "/")]), Purpose::Serve)
                .unwrap();
        assert_eq!(config.base_url.as_str(), "http://localhost:4100");
        assert!(config.worker);
        assert!(matches!(config.backing, Backing::Embedded(folder) if folder.ends_with(".gangway/4100")));
    }

    #[test]
    fn given_services_are_taken_whole() {
        let config = Config::read(&given(), Purpose::Serve).unwrap();
        assert!(matches!(config.backing, Backing::Given(given) if given.blobs.bucket == "papers"));
    }

    #[test]
    fn f05_a_scanner_is_named_by_its_place() {
        let named = |place: &str| given().with("GANGWAY_CLAMD", Some(place.into()));
        let config = Config::read(&named("clamd:3310"), Purpose::Serve).unwrap();
        assert_eq!(config.scanner.unwrap().to_string(), "clamd:3310");
        assert!(Config::read(&given(), Purpose::Serve).unwrap().scanner.is_none());
        assert_eq!(wrong_keys(&named("clamd")), ["GANGWAY_CLAMD"]);
    }

    #[test]
    fn a14_half_given_names_all_that_is_missing() {
        let environment = Environment::of([("S3_BUCKET", "papers"), ("GANGWAY_SITE", "/"), ("PORT", "0x")]);
        let keys = wrong_keys(&environment);
        for key in
            ["PORT", "DATABASE_URL", "S3_ENDPOINT", "SMTP_URL", "GANGWAY_MASTER_KEY", "GANGWAY_BASE_URL"]
        {
            assert!(keys.contains(&key), "{key} in {keys:?}");
        }
    }

    #[test]
    fn a14_i09_secrets_never_stand_in_the_message() {
        let environment = given()
            .with("GANGWAY_MASTER_KEY", Some("k:c2VjcmV0".into()))
            .with("DATABASE_URL", Some("mysql://u:hunter2@db/x".into()))
            .with("SMTP_URL", Some("http://u:hunter3@mail".into()));
        let message = Config::read(&environment, Purpose::Serve).map(|_| ()).unwrap_err().to_string();
        for secret in ["c2VjcmV0", "hunter2", "hunter3"] {
            assert!(!message.contains(secret), "{message}");
        }
        assert!(message.contains("GANGWAY_MASTER_KEY"), "{message}");
    }

    #[test]
    fn a_file_stands_for_a_key_but_not_beside_it() {
        let path = std::env::temp_dir().join(format!("gangway-config-{}", std::process::id()));
        std::fs::write(&path, format!("{KEY}\n")).unwrap();
        let both = given().with("GANGWAY_MASTER_KEY_FILE", Some(path.display().to_string()));
        assert_eq!(wrong_keys(&both), ["GANGWAY_MASTER_KEY"]);
        let file = both.with("GANGWAY_MASTER_KEY", Some(String::new()));
        let file = file.with("GANGWAY_MASTER_KEY_FILE", Some(path.display().to_string()));
        assert!(Config::read(&file, Purpose::Serve).is_ok());
        std::fs::remove_file(&path).unwrap();
        assert_eq!(wrong_keys(&file), ["GANGWAY_MASTER_KEY"]);
    }

    #[test]
    fn plain_http_stays_on_loopback() {
        let open = |bind: &str, url: &str| {
            given().with("GANGWAY_BIND", Some(bind.into())).with("GANGWAY_BASE_URL", Some(url.into()))
        };
        assert!(Config::read(&open("127.0.0.1", "http://localhost:3000"), Purpose::Serve).is_ok());
        assert!(Config::read(&open("127.0.0.1", "https://pay.example"), Purpose::Serve).is_ok());
        assert_eq!(wrong_keys(&open("127.0.0.1", "http://pay.example")), ["GANGWAY_BASE_URL"]);
        assert_eq!(wrong_keys(&open("0.0.0.0", "http://localhost:3000")), ["GANGWAY_BIND"]);
        assert_eq!(wrong_keys(&open("0.0.0.0", "https://pay.example")), ["GANGWAY_BIND"]);
        let proxied = open("0.0.0.0", "https://pay.example")
            .with("GANGWAY_TRUSTED_PROXIES", Some("10.0.0.0/8, ::1".into()));
        assert!(Config::read(&proxied, Purpose::Serve).is_ok());
        let published = open("0.0.0.0", "http://localhost:3000")
            .with("GANGWAY_PUBLISHED_ON_LOOPBACK", Some("yes".into()));
        assert!(Config::read(&published, Purpose::Serve).is_ok());
    }
}
