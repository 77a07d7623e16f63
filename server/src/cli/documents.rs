//! `gangway documents …`.

use super::BROKEN;
use crate::{config::Environment, program::Program};
use clap::Subcommand;
use services::documents::reconcile;
use std::process::ExitCode;
use store::tenants;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Give up stale uploads, drop what no row knows, and name what is missing in the blob store
    Reconcile,
}

pub(super) async fn run(command: &Command, environment: &Environment) -> anyhow::Result<ExitCode> {
    match command {
        Command::Reconcile => Program::lend(environment, async |program| compare(program).await).await,
    }
}

async fn compare(program: &Program) -> anyhow::Result<ExitCode> {
    let mut whole = true;
    for tenant in tenants::ids(&program.services.db).await? {
        let found = reconcile(&program.services, tenant).await?;
        println!("{tenant}: {} uploads given up, {} objects dropped", found.given_up, found.dropped);
        for key in &found.missing {
            println!("MISSING {key}");
        }
        whole &= found.missing.is_empty();
    }
    Ok(if whole { ExitCode::SUCCESS } else { BROKEN.into() })
}
