//! What runs out: drafts that nobody touches and requests that nobody answers, each told of before.
//!
//! One job a tenant walks over what is near its end, a batch at a time; tenants take turns at the queue. Whatever it
//! does is judged again under the application's lock, so that it may run any number of times at once.

use super::{advance, terms::Terms};
use crate::{
    Result, Services,
    jobs::{JobError, walk},
    mail::{self, About, Template},
};
use domain::{
    Actor, ApplicationId, TenantId,
    applications::{
        Event, Policy, StateKind,
        expiry::{Step, Told},
    },
    audit::{self, Audience},
};
use store::{
    TenantTx,
    applications::{Application, ends, lock, merchants},
    tenants,
};
use time::{Duration, OffsetDateTime};

/// The job's kind.
pub const EXPIRE: &str = "application.expire";

/// Sets the tenant's walk going, unless one waits already. Where a tenant is shut, nobody could answer: it waits.
pub async fn look_at_ends(services: &Services, tenant: TenantId) -> Result<()> {
    if tenants::by_id(&services.db, tenant).await?.suspended {
        return Ok(());
    }
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: EXPIRE }).await?;
    walk::go_on(&mut tx, EXPIRE, None).await?;
    Ok(tx.commit().await?)
}

/// Runs an `application.expire` job: one batch, and the next one's job where there is more.
///
/// What fails at one application is told when the others are done.
pub(crate) async fn expire(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let after = walk::after(payload)?;
    let row = tenants::by_id(&services.db, tenant).await?;
    if row.suspended {
        return Ok(());
    }
    let terms = Terms::of(services, &row)?;
    let actor = Actor::System { tenant, job: EXPIRE };
    let now = services.now();
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let found =
        ends::near(&mut tx, now - quiet(&terms.policy), now + Policy::NOTICE, after, walk::BATCH).await?;
    walk::go_on_after(&mut tx, EXPIRE, found.iter().map(|ending| ending.id)).await?;
    tx.commit().await?;
    let mut failed = None;
    for ending in found {
        if ending.state.expiry(ending.touched, ending.told, &terms.policy, now) != Step::Wait {
            failed = one(services, &actor, ending.id, &terms).await.err().or(failed);
        }
    }
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// How long a draft is left alone before its end is told of.
fn quiet(policy: &Policy) -> Duration {
    Duration::days(i64::from(policy.draft_days)) - Policy::NOTICE
}

/// Does what one application's end asks for now.
async fn one(services: &Services, actor: &Actor, id: ApplicationId, terms: &Terms) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = lock(&mut tx, id).await?;
    let (now, touched) = (tx.now(), application.updated_at);
    let told = ends::told(&mut tx, id).await?;
    match application.state.expiry(touched, told, &terms.policy, now) {
        Step::Wait => return Ok(()),
        Step::Tell { ends } => tell(&mut tx, &application, ends).await?,
        Step::Expire => {
            let event = Event::Expire { untouched_since: touched };
            advance(&mut tx, &mut application, event, terms).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn tell(tx: &mut TenantTx, application: &Application, ends: OffsetDateTime) -> Result<()> {
    let (state, at) = (application.state.kind(), tx.now());
    ends::tell(tx, application.id, &Told { state, at, ends }).await?;
    let template = match state {
        StateKind::Draft => Template::DraftEnding,
        StateKind::AccountVerification => Template::AccountEnding,
        _ => Template::AnswerEnding,
    };
    for owner in merchants::owners(tx, application.merchant).await? {
        mail::to_person(tx, owner, template, About::application(application.id)).await?;
    }
    let event = audit::Event::new("application.end_told", "application", application.id);
    tx.record(event.on(application.id).for_audience(Audience::Merchant).with("state", state));
    Ok(())
}
