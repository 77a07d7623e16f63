//! `gangway migrate` and `gangway db …`.

use crate::config::{self, Credentials, Environment};
use anyhow::{Context as _, bail};
use clap::Subcommand;
use secrecy::{ExposeSecret as _, SecretString};
use std::process::ExitCode;
use store::setup::{self, Wanted};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Make the roles and the database that DATABASE_URL and GANGWAY_OWNER_URL name, as GANGWAY_SUPERUSER_URL
    Init,
}

pub(super) async fn run(command: &Command, environment: &Environment) -> anyhow::Result<ExitCode> {
    match command {
        Command::Init => init(environment).await,
    }
}

async fn init(environment: &Environment) -> anyhow::Result<ExitCode> {
    let superuser = config::database_url(environment, "GANGWAY_SUPERUSER_URL")?;
    let owner = named(environment, "GANGWAY_OWNER_URL", setup::OWNER)?;
    let app = named(environment, "DATABASE_URL", setup::APP)?;
    if owner.database != app.database {
        bail!("DATABASE_URL and GANGWAY_OWNER_URL name different databases");
    }
    let wanted = Wanted {
        database: &app.database,
        owner_password: owner.password.expose_secret(),
        app_password: app.password.expose_secret(),
    };
    setup::init(superuser.expose_secret(), &wanted).await?;
    println!("roles and database {} are ready; next: gangway migrate", app.database);
    Ok(ExitCode::SUCCESS)
}

/// What the address under this key says, which must be about this role.
fn named(environment: &Environment, key: &'static str, role: &str) -> anyhow::Result<Credentials> {
    let url: SecretString = config::database_url(environment, key)?;
    let found = Credentials::of(url.expose_secret()).with_context(|| {
        format!("{key} must name role, password and database: postgres://{role}:…@host/name")
    })?;
    if found.role != role {
        bail!("{key} must name the role {role}");
    }
    Ok(found)
}

pub(super) async fn migrate(environment: &Environment) -> anyhow::Result<ExitCode> {
    let owner = config::database_url(environment, "GANGWAY_OWNER_URL")?;
    let ran = setup::migrate(owner.expose_secret()).await?;
    println!("{ran} migrations ran; the schema is up to date");
    Ok(ExitCode::SUCCESS)
}
