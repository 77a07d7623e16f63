//! Who waits for a channel.

use crate::{Result, Services, review::access};
use domain::{Actor, permissions::Act};
use store::{
    TenantTx,
    channels::{self, Key, Waiting},
};

/// Lines on one page.
pub const PAGE: usize = 50;

/// Those whose channel is to act next, the longest waiting first, and where the next page goes on.
pub async fn waiting(
    services: &Services,
    actor: &Actor,
    channel: Option<&str>,
    after: Option<&Key>,
) -> Result<(Vec<Waiting>, Option<Key>)> {
    let reader = access::person(actor, Act::ViewCases)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = channels::waiting(&mut tx, reader, channel, after, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| Key {
        since: last.since,
        merchant: last.merchant,
        channel: last.channel.clone(),
    });
    Ok((found, next))
}
