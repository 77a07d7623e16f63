//! Claims compared on a mix, for a merchant's own systems.

use crate::{Result, ServiceError, Services};
use domain::fees::{
    Fault,
    request::{Compared, Comparison},
};
use std::sync::Arc;

/// Compares what was asked for; or the place of the first id that is no published claim's.
pub async fn compare(services: &Services, asked: Comparison) -> Result<Result<Compared, Fault>> {
    let published = Arc::clone(&services.fees);
    // A thousand claims on a thousand segments take longer than a thread that serves others may be held up.
    let compared =
        tokio::task::spawn_blocking(move || asked.compare(|id| published.get(id).map(|known| &known.claim)));
    compared.await.map_err(|error| ServiceError::Internal(Box::new(error)))
}
