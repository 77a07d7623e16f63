//! `gangway audit …`.

use super::BROKEN;
use crate::{config::Environment, program::Program};
use clap::Subcommand;
use domain::TenantId;
use std::process::ExitCode;
use store::{
    Db,
    audit::{self, Verified},
    tenants::operate::{Which, overview},
};

/// Tenants looked up at once.
const PAGE: i64 = 100;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Walk every chain of the audit log and name the first event of each that is not as it was written
    Verify,
}

pub(super) async fn run(command: &Command, environment: &Environment) -> anyhow::Result<ExitCode> {
    match command {
        Command::Verify => Program::lend(environment, async |program| verify(program).await).await,
    }
}

async fn verify(program: &Program) -> anyhow::Result<ExitCode> {
    let db = &program.services.db;
    let mut whole = walk(db, "the platform", TenantId::PLATFORM).await?;
    let mut after = String::new();
    loop {
        let page = overview(db, Which::After(&after), PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.tenant.slug);
        for found in page {
            whole &= walk(db, &found.tenant.slug, found.tenant.id).await?;
        }
    }
    Ok(if whole { ExitCode::SUCCESS } else { BROKEN.into() })
}

/// Walks one chain and says what it found; whether it is whole.
async fn walk(db: &Db, name: &str, tenant: TenantId) -> anyhow::Result<bool> {
    match audit::verify(db, tenant).await? {
        Verified::Whole(events) => println!("ok {name}: {events} events"),
        Verified::Broken(at) => {
            println!("BROKEN {name}: event {at}");
            return Ok(false);
        }
    }
    Ok(true)
}
