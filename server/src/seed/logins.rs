//! One login for each role, for whoever looks around.

use super::player::Player;
use secrecy::ExposeSecret as _;
use std::fmt;

/// Who can sign in, and what they see first.
pub struct Login {
    /// The tenant's slug, or `platform`.
    pub tenant: &'static str,
    /// What they are.
    pub role: &'static str,
    /// Their address.
    pub email: String,
    /// Their random password.
    pub password: String,
}

/// All of them.
#[derive(Default)]
pub struct Logins(pub Vec<Login>);

impl Logins {
    pub(super) fn add(&mut self, tenant: &'static str, role: &'static str, player: &Player) {
        self.0.push(Login {
            tenant,
            role,
            email: player.email.clone(),
            password: player.password.expose_secret().to_owned(),
        });
    }
}

impl fmt::Display for Logins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width =
            |of: fn(&Login) -> &str| self.0.iter().map(|login| of(login).len()).max().unwrap_or_default();
        let (tenant, role, email) =
            (width(|login| login.tenant), width(|login| login.role), width(|login| &login.email));
        for login in &self.0 {
            let Login { tenant: of, role: what, email: who, password } = login;
            writeln!(f, "  {of:tenant$}  {what:role$}  {who:email$}  {password}")?;
        }
        Ok(())
    }
}
