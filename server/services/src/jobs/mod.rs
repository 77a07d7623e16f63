//! The worker: takes jobs, runs their handlers, retries with growing waits, gives up into dead letters.

mod handlers;
pub(crate) mod walk;

use crate::{Services, documents, mail};
use std::time::Duration as Wait;
use store::jobs::{self, Claimed};
use time::Duration;
use tokio::{sync::watch, task::JoinSet};
use tokio_util::task::AbortOnDropHandle;
use uuid::Uuid;

pub use handlers::{JobError, handle};

/// Attempts before a job is given up.
pub const ATTEMPTS: i32 = 10;
/// Attempts before a mail is given up: three days, most of them an hour apart. A mail server that is down means later,
/// and so does whatever else stands between a mail and its sending. As long a file waits for a scanner that is down.
pub const MAIL_ATTEMPTS: i32 = 82;
const AT_ONCE: usize = 4;
const POLL: Wait = Wait::from_secs(1);

/// How long to wait after attempt `n`: five seconds, doubled each time, at most an hour, a fifth either way.
pub fn backoff(attempt: i32, jitter: u8) -> Duration {
    let exponent = u32::try_from(attempt.clamp(1, 12) - 1).unwrap_or_default();
    let seconds = (5_i64 << exponent).min(3600);
    Duration::milliseconds(seconds * (800 + i64::from(jitter) * 400 / 255))
}

fn attempts(kind: &str) -> i32 {
    match kind {
        mail::KIND | documents::SCAN => MAIL_ATTEMPTS,
        _ => ATTEMPTS,
    }
}

/// Runs until told to stop, then lets what is under way finish.
pub async fn work(services: Services, mut stop: watch::Receiver<bool>) {
    let owner = services.ports().random.id(services.now());
    let mut listener = jobs::listen(&services.db).await.ok();
    let mut running = JoinSet::new();
    while !*stop.borrow() {
        let free = AT_ONCE - running.len();
        let claimed = match i64::try_from(free) {
            Ok(limit) if limit > 0 => jobs::claim(&services.db, owner, limit).await.unwrap_or_else(|error| {
                tracing::warn!(error = &error as &dyn std::error::Error, "claiming jobs failed");
                Vec::new()
            }),
            _ => Vec::new(),
        };
        let full = claimed.len() == free;
        for job in claimed {
            let services = services.clone();
            running.spawn(async move { run_one(&services, owner, job).await });
        }
        if full && !running.is_empty() {
            tokio::select! { _ = running.join_next() => {}, _ = stop.changed() => {} }
            continue;
        }
        let woken = async {
            match &mut listener {
                Some(listener) => drop(listener.recv().await),
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = woken => {}
            () = tokio::time::sleep(POLL) => {}
            _ = running.join_next(), if !running.is_empty() => {}
            _ = stop.changed() => {}
        }
    }
    while running.join_next().await.is_some() {}
}

/// Runs everything that is due, once each, and says how many ran: for tests and for the seeder.
pub async fn run_due(services: &Services) -> usize {
    let owner = services.ports().random.id(services.now());
    let mut ran = 0;
    while let Ok(claimed) = jobs::claim(&services.db, owner, 50).await {
        if claimed.is_empty() {
            break;
        }
        for job in claimed {
            run_one(services, owner, job).await;
            ran += 1;
        }
    }
    ran
}

async fn run_one(services: &Services, owner: Uuid, job: Claimed) {
    let most = attempts(&job.kind);
    // A failed attempt is settled as such: what comes back after the last one has ended its process each time.
    let outcome = if job.attempt > most {
        Err(JobError::permanent("lost"))
    } else {
        attempt(services.clone(), job.clone()).await
    };
    let settled = match outcome {
        Ok(()) => jobs::finish(&services.db, owner, job.id).await,
        Err(error) => {
            let again = (error.retry && job.attempt < most).then(|| {
                let mut jitter = [0];
                services.ports().random.fill(&mut jitter);
                services.now() + backoff(job.attempt, jitter.first().copied().unwrap_or_default())
            });
            tracing::warn!(
                job = %job.id, kind = job.kind, attempt = job.attempt, dead = again.is_none(),
                error = &error as &dyn std::error::Error, "job failed"
            );
            jobs::fail(&services.db, owner, job.id, again, error.code).await
        }
    };
    if let Err(error) = settled {
        tracing::warn!(job = %job.id, error = &error as &dyn std::error::Error, "settling a job failed");
    }
}

/// Runs the handler in a task of its own: should it panic, that is one failed attempt and no more.
async fn attempt(services: Services, job: Claimed) -> Result<(), JobError> {
    let running = tokio::spawn(async move { handle(&services, &job).await });
    match AbortOnDropHandle::new(running).await {
        Ok(outcome) => outcome,
        Err(error) => Err(JobError::transient("panic", error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_bounded() {
        assert_eq!(backoff(1, 128).whole_seconds(), 5);
        assert!(backoff(2, 0) < backoff(2, 255));
        assert!(backoff(3, 0) > backoff(1, 255));
        assert!(backoff(100, 255) <= Duration::seconds(4320));
    }

    #[test]
    fn a_mail_is_tried_for_three_days() {
        let waited: Duration = (1..attempts(mail::KIND)).map(|attempt| backoff(attempt, 128)).sum();
        assert!((71..=74).contains(&waited.whole_hours()), "{waited}");
        assert_eq!(attempts("document.check"), ATTEMPTS);
    }
}
