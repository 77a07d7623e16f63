//! Role, password and database out of a Postgres address.

use secrecy::SecretString;

/// Whom an address speaks for, and about which database.
pub struct Credentials {
    /// The role.
    pub role: String,
    /// Its password.
    pub password: SecretString,
    /// The database.
    pub database: String,
}

impl Credentials {
    /// Takes `postgres://role:password@host/database?…` apart; nothing when a part is missing.
    pub fn of(url: &str) -> Option<Self> {
        let (_, rest) = url.split_once("://")?;
        let (authority, path) = rest.split_once('/')?;
        let (user, _) = authority.rsplit_once('@')?;
        let (role, password) = user.split_once(':')?;
        let database = path.split('?').next()?;
        let parts = [role, password, database].map(decoded);
        let [role, password, database] = parts;
        let (role, password, database) = (role?, password?, database?);
        let complete = !role.is_empty() && !password.is_empty() && !database.is_empty();
        complete.then(|| Self { role, password: password.into(), database })
    }
}

/// The text with its `%XX` read.
fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, plain) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(plain.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn reads_what_an_address_says() {
        let found =
            Credentials::of("postgres://gangway_app:a%40b%2F@db:5432/gang%20way?sslmode=require").unwrap();
        assert_eq!((found.role.as_str(), found.database.as_str()), ("gangway_app", "gang way"));
        assert_eq!(found.password.expose_secret(), "a@b/");
    }

    #[test]
    fn wants_all_three() {
        for wrong in
            ["postgres://db/x", "postgres://a@db/x", "postgres://a:b@db/", "postgres://a:%zz@db/x", "x"]
        {
            assert!(Credentials::of(wrong).is_none(), "{wrong}");
        }
    }
}
