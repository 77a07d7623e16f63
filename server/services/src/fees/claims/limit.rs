//! For how long a claim is current after it was read.

use crate::{
    Result, Services,
    error::{FieldError, Refusal},
    tenants::authorise,
};
use domain::{Actor, applications::Policy, audit::Event, permissions::Act};
use store::{
    TenantTx,
    tenants::{self, settings},
};

/// Saves the days, as they were typed, unless somebody else saved meanwhile.
pub async fn save(services: &Services, actor: &Actor, (days, version): (&str, i32)) -> Result<()> {
    authorise(actor, Act::ManageFees)?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let bounds = Policy::CLAIM_DAYS;
    let days = days.trim().parse().ok().filter(|days| bounds.contains(days)).ok_or_else(|| {
        let args = vec![("least", bounds.start().to_string()), ("most", bounds.end().to_string())];
        let error = FieldError { args, ..FieldError::new("days", "settings-error-whole") };
        Refusal { whole: None, fields: vec![error] }
    })?;
    let policy = Policy { claim_days: days, ..tenant.policy };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    settings::save(&mut tx, version, &policy, tenant.sla_hours).await?;
    if policy != tenant.policy {
        let event = Event::new("tenant.settings_changed", "tenant", actor.tenant());
        tx.record(event.with("fields", "claim_days"));
    }
    Ok(tx.commit().await?)
}
