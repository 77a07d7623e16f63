//! The user who runs Postgres when root starts Gangway: Postgres refuses root.

use super::super::EmbeddedError;

/// A user and its group by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    /// Number of the user.
    pub(crate) user: u32,
    /// Number of its group.
    pub(crate) group: u32,
}

impl Account {
    /// Nobody else when an ordinary user runs us; `postgres` when root does.
    pub(super) fn needed() -> Result<Option<Self>, EmbeddedError> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
        find(&users, "postgres").map(Some).ok_or(EmbeddedError::NoAccount)
    }
}

fn find(users: &str, name: &str) -> Option<Account> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let found = fields.next()? == name;
        let user = fields.nth(1)?.parse().ok()?;
        let group = fields.next()?.parse().ok()?;
        found.then_some(Account { user, group })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_user_by_name() {
        let users =
            "root:x:0:0:root:/root:/bin/sh\nbroken\npostgres:x:112:119::/var/lib/postgresql:/bin/sh\n";
        assert_eq!(find(users, "postgres"), Some(Account { user: 112, group: 119 }));
        assert_eq!(find(users, "nobody"), None);
    }
}
