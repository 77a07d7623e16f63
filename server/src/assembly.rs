//! From settings to a program that can be served: the one place that puts the parts together, for `serve`, for
//! `worker`, for the seeder and for the tests.

use crate::config::Given;
use secrecy::ExposeSecret;
use services::{
    Services,
    accounts::Passwords,
    ports::{Settings, SmtpMailer},
};
use std::sync::Arc;
use store::{Db, db::PoolSize, ports::Ports};

/// Connects to what is given and makes what use cases work with.
pub async fn services(
    given: &Given,
    settings: Settings,
    size: PoolSize,
    ports: Ports,
) -> anyhow::Result<Services> {
    let rules = Arc::new(domain::applications::rules::load_all()?);
    let mailer = Arc::new(SmtpMailer::new(given.smtp.expose_secret(), &settings.mail_from)?);
    let passwords = Passwords::new(Arc::clone(&ports.random))?;
    let db = Db::connect(given.database.expose_secret(), size, given.master_keys.clone(), ports).await?;
    Ok(Services { db, mailer, settings: Arc::new(settings), passwords, rules })
}
