//! The program put together from its settings: the use cases with their database, mail and papers, and behind
//! them the private services when none were given.

use crate::{
    assembly,
    config::{Backing, Config, Environment, Given, Purpose},
    embedded::{
        Embedded,
        bank::SimulatedBank,
        mailbox::Mailbox,
        reached::{DATABASE, Reached},
    },
    seed::keep,
};
use secrecy::ExposeSecret as _;
use services::{
    Services,
    papers::Examiner,
    ports::{Ports, Settings, system_ports},
};
use std::path::Path;
use store::{
    db::PoolSize,
    setup::{self, Wanted},
};

/// The use cases, ready, and what runs behind them.
pub struct Program {
    /// What it was told.
    pub config: Config,
    /// The use cases.
    pub services: Services,
    /// What the private mail catcher has caught; nothing on given services.
    pub mailbox: Option<Mailbox>,
    /// What the embedded run's bank was told to send; nothing on given services.
    pub bank: Option<SimulatedBank>,
    given: Given,
    embedded: Option<Embedded>,
}

impl Program {
    /// Starts what the settings ask for. Private services are brought up to date; given ones must be.
    ///
    /// # Errors
    /// When a service doesn't start or doesn't answer, or the schema isn't this program's.
    pub async fn start(config: Config) -> anyhow::Result<Self> {
        let folder = match &config.backing {
            Backing::Given(given) => {
                let given = given.clone();
                return Self::on_given(config, given, None).await;
            }
            Backing::Embedded(folder) => folder,
        };
        let embedded = Embedded::start(folder, &*system_ports().random).await?;
        let reached = embedded.reached();
        if keep::was_cut_short(reached.folder()) {
            setup::discard(reached.superuser_url().expose_secret(), DATABASE).await?;
            keep::forget(reached.folder())?;
        }
        prepare(reached).await?;
        let (given, mailbox) = (reached.given()?, reached.mailbox());
        let mut program = Self::on_given(config, given, Some(mailbox)).await?;
        program.embedded = Some(embedded);
        Ok(program)
    }

    /// Lends the program to one command: on given services, beside the process that runs the private ones, or on
    /// private ones started for this command alone.
    ///
    /// # Errors
    /// Those of the start, and the command's own.
    pub async fn lend<T>(
        environment: &Environment,
        work: impl AsyncFnOnce(&Self) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let config = Config::read(environment, Purpose::Command)?;
        let program = match &config.backing {
            Backing::Given(_) => Self::start(config).await?,
            Backing::Embedded(folder) => match Reached::beside_running(folder)? {
                Some(reached) => {
                    let (given, mailbox) = (reached.given()?, reached.mailbox());
                    Self::on_given(config, given, Some(mailbox)).await?
                }
                None => Self::start(config).await?,
            },
        };
        let outcome = work(&program).await;
        program.stop().await;
        outcome
    }

    async fn on_given(config: Config, given: Given, mailbox: Option<Mailbox>) -> anyhow::Result<Self> {
        let services = services(&config, &given, system_ports()).await?;
        Ok(Self { config, services, mailbox, bank: given.bank.clone(), given, embedded: None })
    }

    /// The same use cases with another clock or other randomness.
    ///
    /// # Errors
    /// When a service doesn't answer.
    pub async fn services_with(&self, ports: Ports) -> anyhow::Result<Services> {
        services(&self.config, &self.given, ports).await
    }

    /// The folder of the private services, where this process runs them.
    pub fn folder(&self) -> Option<&Path> {
        self.embedded.as_ref().map(|embedded| embedded.reached().folder())
    }

    /// Closes the database and stops the private services.
    pub async fn stop(self) {
        self.services.db.close().await;
        if let Some(embedded) = self.embedded {
            embedded.stop().await;
        }
    }
}

async fn services(config: &Config, given: &Given, ports: Ports) -> anyhow::Result<Services> {
    let settings =
        Settings { base_url: config.base_url.as_str().to_owned(), mail_from: config.mail_from.clone() };
    let examiner = Examiner::of_this_program(config.cjk_font.clone());
    let mut services = assembly::services(given, settings, examiner, PoolSize::default(), ports).await?;
    services.scanner.clone_from(&config.scanner);
    Ok(services)
}

/// Makes roles, database and schema of the private cluster, whatever of them is missing.
async fn prepare(reached: &Reached) -> anyhow::Result<()> {
    let wanted = Wanted {
        database: DATABASE,
        owner_password: reached.owner_password(),
        app_password: reached.app_password(),
    };
    setup::init(reached.superuser_url().expose_secret(), &wanted).await?;
    setup::migrate(reached.owner_url().expose_secret()).await?;
    Ok(())
}
