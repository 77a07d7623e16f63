//! `gangway audit …`.

use super::BROKEN;
use crate::{
    config::{Backing, Config, Environment},
    program,
};
use anyhow::bail;
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Walk every chain of the audit log, or one tenant's, and name the first broken event
    Verify {
        /// The tenant's slug
        tenant: Option<String>,
    },
}
