//! `gangway user …`: the first operator of an installation comes from here.

use super::said::said;
use crate::{
    config::{Backing, Environment},
    program::Program,
};
use anyhow::bail;
use clap::Subcommand;
use domain::{Actor, Lang, TenantId};
use services::{
    accounts::factors::{self, CurrentCode},
    tenants::operators::{self, Made},
};
use std::{process::ExitCode, time::Duration};

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
    /// Print the code that the authenticator app of an invented person shows now; in the embedded run alone
    Totp {
        /// Their mail address
        email: String,
    },
    /// Take away the app, the passkeys and the recovery codes of somebody who lost them all, once you know it is they
    ForgetFactors {
        /// Their mail address
        email: String,
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
            Command::Totp { email } => {
                let code = code(program, email).await?;
                println!("{code}");
            }
            Command::ForgetFactors { email } => {
                said(factors::forget(&program.services, &ACTOR, email).await)?;
                println!(
                    "{email} proves themselves with the password alone until they set up another factor"
                );
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

/// The code; waits for the next one where those that could be taken were used.
async fn code(program: &Program, email: &str) -> anyhow::Result<String> {
    let Backing::Embedded(_) = program.config.backing else {
        bail!(
            "codes are shown in the embedded run alone, whose people are invented; here they are in the person's app"
        );
    };
    loop {
        match said(factors::current_code(&program.services, email).await)? {
            CurrentCode::Code(code) => return Ok(code),
            CurrentCode::In(seconds) => {
                eprintln!("the code that stands now was used; the next one is there in {seconds} s");
                tokio::time::sleep(Duration::from_secs(seconds.unsigned_abs())).await;
            }
        }
    }
}
