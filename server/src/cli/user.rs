//! `gangway user …`: the first operator of an installation comes from here.

use super::said::said;
use crate::{config::Environment, program::Program};
use clap::Subcommand;
use domain::{Actor, Lang, TenantId};
use services::tenants::operators::{self, Made};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Let the person of a mail address run the platform; someone new gets a link to choose a password
    MakeOperator {
        /// Their mail address
        email: String,
        /// The language of the mail to someone new: en or zh-CN
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// Take that right away again
    EndOperator {
        /// Their mail address
        email: String,
    },
}

const ACTOR: Actor = Actor::System { tenant: TenantId::PLATFORM, job: "command-line" };

pub(super) async fn run(command: &Command, environment: &Environment) -> anyhow::Result<ExitCode> {
    Program::lend(environment, async |program| {
        match command {
            Command::MakeOperator { email, language } => {
                let lang = Lang::from_tag(language).unwrap_or_default();
                match said(operators::make(&program.services, &ACTOR, email, lang).await)? {
                    Made::Known => println!("{email} runs the platform"),
                    Made::Invited => {
                        println!(
                            "{email} runs the platform once they chose a password by the link in their mail"
                        );
                    }
                }
            }
            Command::EndOperator { email } => {
                said(operators::end(&program.services, &ACTOR, email).await)?;
                println!("{email} no longer runs the platform");
            }
        }
        Ok(ExitCode::SUCCESS)
    })
    .await
}
