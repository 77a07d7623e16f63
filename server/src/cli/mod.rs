//! The command line. Exit codes: 0 done, 1 failed, 2 wrongly called or configured, 3 something checked is broken.
#![allow(clippy::doc_markdown, reason = "clap shows these comments to people as they stand")]

mod audit;
mod database;
mod documents;
mod fees;
mod logging;
mod said;
mod seed;
mod serve;
mod stop;
mod tenant;
mod user;
mod validate;
mod worker;

use crate::config::{Environment, Wrong};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Wrongly called or configured; what clap uses too.
const WRONG: u8 = 2;
/// What was to be checked is not as it should be.
const BROKEN: u8 = 3;

#[derive(Parser)]
#[command(name = "gangway", version, about = "Where merchants come aboard digital-wallet payments")]
#[command(after_help = KEYS)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and API, and work off jobs; on a private Postgres, S3 and mail catcher unless services are given
    Serve(serve::Flags),
    /// Work off jobs alone
    Worker,
    /// Bring the schema up to date, as the owner that GANGWAY_OWNER_URL names
    Migrate,
    /// Fill an empty installation with two invented tenants, their merchants, papers and cases
    Seed,
    /// Judge identifiers, one a line from standard input: prints ok, warn REASON or no REASON
    Validate(validate::Arguments),
    /// What taking payments costs
    #[command(subcommand)]
    Fees(fees::Command),
    /// Roles and database
    #[command(subcommand)]
    Db(database::Command),
    /// The audit log
    #[command(subcommand)]
    Audit(audit::Command),
    /// Tenants
    #[command(subcommand)]
    Tenant(tenant::Command),
    /// People
    #[command(subcommand)]
    User(user::Command),
    /// Uploaded papers
    #[command(subcommand)]
    Documents(documents::Command),
}

const KEYS: &str = "\
Configured by environment, each key also as KEY_FILE naming a file that holds the value:
  PORT, GANGWAY_BIND          where to listen (3000, 127.0.0.1)
  GANGWAY_BASE_URL            where people reach it; every link in a mail starts with it
  GANGWAY_TLS_CERT, _TLS_KEY  certificate and key in PEM form
  GANGWAY_TRUSTED_PROXIES     addresses or networks whose X-Forwarded-For counts, with commas
  GANGWAY_PUBLISHED_ON_LOOPBACK  yes: the port is reachable from the host's loopback address alone
  GANGWAY_MAX_CONNECTIONS, GANGWAY_MAX_PER_ADDRESS  open at once (512, 32)
  GANGWAY_SITE                folder of what the browser is sent (target/site)
  GANGWAY_DATA                folder of the private services (.gangway)
  GANGWAY_NO_WORKER           yes: serve without working off jobs
  GANGWAY_CLAMD               clamd as host:port or unix:/path: no file passes before it has looked at it
  GANGWAY_CJK_FONT            a font with Chinese characters, for papers that don't bring theirs (Noto Sans CJK)
  GANGWAY_LOG                 what to log (info)
and, all of them or none:
  DATABASE_URL                Postgres, as gangway_app
  S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY
  SMTP_URL, GANGWAY_MAIL_FROM
  GANGWAY_MASTER_KEY          ID:KEY, 32 bytes in base64; several with commas, the first one seals
For single commands: GANGWAY_OWNER_URL (migrate, db init), GANGWAY_SUPERUSER_URL (db init).";

/// Reads the command line, runs the command, says what went wrong.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    logging::start();
    let environment = Environment::of_process();
    match run(cli.command, environment) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("gangway: {error:#}");
            if error.is::<Wrong>() { WRONG.into() } else { ExitCode::FAILURE }
        }
    }
}

fn run(command: Command, environment: Environment) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Runtime::new()?;
    let outcome = runtime.block_on(async {
        match command {
            Command::Serve(flags) => serve::run(flags, environment).await,
            Command::Seed => seed::run(&environment).await,
            Command::Worker => worker::run(&environment).await,
            Command::Migrate => database::migrate(&environment).await,
            Command::Db(command) => database::run(&command, &environment).await,
            Command::Audit(command) => audit::run(&command, &environment).await,
            Command::Tenant(command) => tenant::run(&command, &environment).await,
            Command::User(command) => user::run(&command, &environment).await,
            Command::Documents(command) => documents::run(&command, &environment).await,
            Command::Fees(command) => fees::run(&command),
            Command::Validate(arguments) => validate::run(&arguments),
        }
    });
    // What still blocks a thread, such as a conversation of the mail catcher, ends with the process.
    runtime.shutdown_background();
    outcome
}
