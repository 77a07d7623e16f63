//! Services that stand ready elsewhere: Postgres, S3, SMTP, and the master keys.

use axum::http::Uri;
use secrecy::SecretString;
pub use services::ports::BlobSettings;
use store::keys::MasterKeys;

use super::{Environment, Reading};
use crate::embedded::bank::SimulatedBank;

/// Addresses and secrets of the services behind the program.
#[derive(Clone)]
pub struct Given {
    /// Postgres, as `gangway_app`.
    pub database: SecretString,
    /// Where originals and previews lie.
    pub blobs: BlobSettings,
    /// `smtp://` or `smtps://`, with credentials where the server wants them.
    pub smtp: SecretString,
    /// What seals the tenants' keys.
    pub master_keys: MasterKeys,
    /// Takes orders of small transfers in the embedded run; else staff hand files of them to a real one.
    pub bank: Option<SimulatedBank>,
}

const KEYS: [&str; 8] = [
    "DATABASE_URL",
    "S3_ENDPOINT",
    "S3_BUCKET",
    "S3_REGION",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
    "SMTP_URL",
    "GANGWAY_MASTER_KEY",
];

/// Whether any service is given; if one is, all must be.
pub(super) fn any(environment: &Environment) -> bool {
    KEYS.iter().any(|key| environment.has(key))
}

pub(super) fn read(reading: &mut Reading<'_>) -> Option<Given> {
    let database = database(reading, "DATABASE_URL");
    let blobs = blobs(reading);
    let smtp = reading.required("SMTP_URL").and_then(|text| {
        reading.parsed("SMTP_URL", &text, |text| address(text, &["smtp", "smtps"])).map(SecretString::from)
    });
    let master_keys = reading
        .required("GANGWAY_MASTER_KEY")
        .and_then(|text| reading.parsed("GANGWAY_MASTER_KEY", &text, master_keys));
    Some(Given { database: database?, blobs: blobs?, smtp: smtp?, master_keys: master_keys?, bank: None })
}

pub(super) fn database(reading: &mut Reading<'_>, key: &'static str) -> Option<SecretString> {
    let text = reading.required(key)?;
    reading.parsed(key, &text, |text| address(text, &["postgres", "postgresql"])).map(SecretString::from)
}

fn blobs(reading: &mut Reading<'_>) -> Option<BlobSettings> {
    let endpoint = reading
        .required("S3_ENDPOINT")
        .and_then(|text| reading.parsed("S3_ENDPOINT", &text, |text| address(text, &["https", "http"])));
    let bucket = reading.required("S3_BUCKET");
    let region = reading.required("S3_REGION");
    let access_key_id = reading.required("S3_ACCESS_KEY_ID").map(SecretString::from);
    let secret_access_key = reading.required("S3_SECRET_ACCESS_KEY").map(SecretString::from);
    Some(BlobSettings {
        endpoint: endpoint?,
        bucket: bucket?,
        region: region?,
        access_key_id: access_key_id?,
        secret_access_key: secret_access_key?,
    })
}

fn master_keys(text: &str) -> Result<MasterKeys, String> {
    let form = "must have the form ID:KEY, KEY being 32 bytes in base64, several with commas between";
    MasterKeys::parse(text).ok_or_else(|| form.to_owned())
}

/// The text itself when it starts with one of the schemes; never repeats it, for it may hold a password.
fn address(text: &str, schemes: &[&str]) -> Result<String, String> {
    let wanted = || format!("must be an address that starts with {}", schemes.join(":// or ") + "://");
    let (scheme, rest) = text.split_once("://").ok_or_else(wanted)?;
    if !schemes.contains(&scheme) || rest.is_empty() {
        return Err(wanted());
    }
    // A socket's folder stands in the query, so that a database address may lack its host.
    let by_socket = rest.contains("host=%2F") || rest.contains("host=/");
    if !by_socket && text.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::is_empty)) != Some(false) {
        return Err(format!("names no host; {}", wanted()));
    }
    Ok(text.to_owned())
}
