//! The program put together from its settings: the use cases with their database, mail and papers, and behind
//! them the private services when none were given.

use crate::{
    assembly,
    config::{Backing, Config, Environment, Given, Purpose},
    embedded::{
        Embedded, EmbeddedError,
        mailbox::Mailbox,
        reached::{DATABASE, Reached},
    },
};
use secrecy::ExposeSecret as _;
use services::{
    Services,
    papers::Examiner,
    ports::{Settings, system_ports},
};
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
    embedded: Option<Embedded>,
}

impl Program {
    /// Starts what the settings ask for. Private services are brought up to date; given ones must be.
    ///
    /// # Errors
    /// When a service doesn't start or doesn't answer, or the schema isn't this program's.
    pub async fn start(config: Config) -> anyhow::Result<Self> {
        let Backing::Embedded(folder) = &config.backing else { return Self::on_given(config, None).await };
        let embedded = Embedded::start(folder, &*system_ports().random).await?;
        prepare(embedded.reached()).await?;
        let reached = Reach::of(embedded.reached())?;
        let mut program = Self::on_given(config, Some(reached)).await?;
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
                    let reach = Reach::of(&reached)?;
                    Self::on_given(config, Some(reach)).await?
                }
                None => Self::start(config).await?,
            },
        };
        let outcome = work(&program).await;
        program.stop().await;
        outcome
    }

    async fn on_given(config: Config, private: Option<Reach>) -> anyhow::Result<Self> {
        let (private, mailbox) = private.map(|reach| (reach.given, reach.mailbox)).unzip();
        let given = match (&config.backing, &private) {
            (_, Some(given)) | (Backing::Given(given), None) => given,
            (Backing::Embedded(folder), None) => {
                anyhow::bail!("nothing runs in {}", folder.display())
            }
        };
        let settings =
            Settings { base_url: config.base_url.as_str().to_owned(), mail_from: config.mail_from.clone() };
        let examiner = Examiner::of_this_program(config.cjk_font.clone());
        let services =
            assembly::services(given, settings, examiner, PoolSize::default(), system_ports()).await?;
        Ok(Self { config, services, mailbox, embedded: None })
    }

    /// Closes the database and stops the private services.
    pub async fn stop(self) {
        self.services.db.close().await;
        if let Some(embedded) = self.embedded {
            embedded.stop().await;
        }
    }
}

/// Private services, as the use cases need them.
struct Reach {
    given: Given,
    mailbox: Mailbox,
}

impl Reach {
    fn of(reached: &Reached) -> Result<Self, EmbeddedError> {
        Ok(Self { given: reached.given()?, mailbox: reached.mailbox() })
    }
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
