//! `gangway worker`: jobs alone.

use super::stop;
use crate::{
    config::{Backing, Config, Environment, Purpose},
    housekeeping::keep_house,
    program::Program,
};
use std::process::ExitCode;
use tokio::sync::watch;

pub(super) async fn run(environment: &Environment) -> anyhow::Result<ExitCode> {
    let config = Config::read(environment, Purpose::Command)?;
    if matches!(config.backing, Backing::Embedded(_)) {
        anyhow::bail!(
            "a worker by itself needs the services that `gangway serve` uses: DATABASE_URL and the others"
        );
    }
    let program = Program::start(config).await?;
    let (tell, told) = watch::channel(false);
    let house = tokio::spawn(keep_house(program.services.clone(), told.clone()));
    let worker = tokio::spawn(services::jobs::work(program.services.clone(), told));
    stop::asked_for().await;
    tell.send_replace(true);
    let ended = stop::in_time("jobs under way", worker).await;
    stop::in_time("housekeeping", house).await;
    program.stop().await;
    Ok(if ended { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
