//! Where the story plays: the use cases on a clock of its own, with mail that only the story reads.

use crate::program::Program;
use anyhow::Context as _;
use services::{
    Services, jobs,
    ports::{Clock, MailError, Mailer, Message, OsRandom, Ports},
};
use std::sync::{Arc, Mutex, PoisonError};
use time::OffsetDateTime;

/// The story's clock.
pub(super) struct StoryClock(Mutex<OffsetDateTime>);

impl StoryClock {
    /// Sets it, to the microsecond that Postgres keeps.
    pub(super) fn set(&self, instant: OffsetDateTime) {
        let instant = instant.replace_microsecond(instant.microsecond()).unwrap_or(instant);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = instant;
    }
}

impl Clock for StoryClock {
    fn now(&self) -> OffsetDateTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Mail that goes no further: the story takes its links from here.
#[derive(Default)]
pub(super) struct Post(Mutex<Vec<Message>>);

impl Post {
    /// The token in the newest link to this address whose path begins so.
    pub(super) fn token(&self, to: &str, path: &str) -> anyhow::Result<String> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters
            .iter()
            .rev()
            .filter(|letter| letter.to.contains(to))
            .find_map(|letter| {
                let (_, rest) = letter.text.split_once(path)?;
                Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
            })
            .with_context(|| format!("no letter with a link to {path}"))
    }
}

#[async_trait::async_trait]
impl Mailer for Post {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
        Ok(())
    }
}

/// The use cases as the story's people use them.
pub(super) struct Stage {
    pub(super) services: Services,
    pub(super) clock: Arc<StoryClock>,
}

impl Stage {
    pub(super) async fn raise(program: &Program, begin: OffsetDateTime) -> anyhow::Result<(Self, Arc<Post>)> {
        let clock = Arc::new(StoryClock(Mutex::new(begin)));
        clock.set(begin);
        let post = Arc::new(Post::default());
        let clock_port: Arc<dyn Clock> = clock.clone();
        let ports = Ports { clock: clock_port, random: Arc::new(OsRandom) };
        let mut services = program.services_with(ports).await?;
        services.mailer = post.clone();
        Ok((Self { services, clock }, post))
    }

    /// Runs every job that is due.
    pub(super) async fn run_jobs(&self) -> anyhow::Result<()> {
        jobs::run_due(&self.services).await;
        let health = store::jobs::health(&self.services.db, None).await?;
        anyhow::ensure!(health.dead == 0, "a job of the story was given up");
        Ok(())
    }

    pub(super) async fn leave(&self) {
        self.services.db.close().await;
    }
}
