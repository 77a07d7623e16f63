//! Which handler runs which kind of job.

use crate::{ServiceError, Services, applications, documents, mail, retention, screening, transfers};
use store::{StoreError, jobs::Claimed};

/// Why a job failed.
#[derive(Debug, thiserror::Error)]
#[error("{code}")]
pub struct JobError {
    /// A short word for the row: never a value.
    pub code: &'static str,
    /// Whether trying again may help.
    pub retry: bool,
    /// The chain, for the log.
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl JobError {
    /// A failure that no further attempt mends.
    pub const fn permanent(code: &'static str) -> Self {
        Self { code, retry: false, source: None }
    }

    /// A failure that may pass.
    pub fn transient(code: &'static str, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { code, retry: true, source: Some(Box::new(source)) }
    }
}

impl From<ServiceError> for JobError {
    fn from(error: ServiceError) -> Self {
        Self { code: "service", retry: true, source: Some(Box::new(error)) }
    }
}

impl From<StoreError> for JobError {
    fn from(error: StoreError) -> Self {
        Self { code: "store", retry: true, source: Some(Box::new(error)) }
    }
}

/// Runs one job.
pub async fn handle(services: &Services, job: &Claimed) -> Result<(), JobError> {
    match job.kind.as_str() {
        mail::KIND => mail::send(services, job).await,
        applications::SCREEN => applications::screen(services, job.tenant, &job.payload).await,
        applications::signing::ASK => applications::signing::ask(services, job.tenant, &job.payload).await,
        applications::EXPIRE => applications::expire(services, job.tenant, &job.payload).await,
        applications::RENEW => applications::renew(services, job.tenant, &job.payload).await,
        retention::PURGE => retention::purge_due(services, job.tenant, &job.payload).await,
        screening::ONE => screening::once_more(services, job.tenant, &job.payload).await,
        screening::LIST => screening::again(services, job.tenant, &job.payload).await,
        transfers::START => transfers::start(services, job.tenant, &job.payload).await,
        transfers::ORDER => transfers::order(services, job.tenant, &job.payload).await,
        documents::CHECK => documents::check(services, job).await,
        documents::SCAN => documents::scan(services, job).await,
        documents::LIKEN => documents::liken(services, job).await,
        documents::DROP => documents::drop_bytes(services, job).await,
        _ => Err(JobError::permanent("unknown-kind")),
    }
}
