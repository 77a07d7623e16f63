//! What an admin sets about the road of applications: its terms, the test-credential switch, the desk's own time.
//!
//! A change holds for what begins after it. Terms that run keep their end, due dates at the desk their day; a draft
//! counts under the terms in force, and is never cut short once its end was announced.

use super::{authorise, lock, operate::whole};
use crate::{
    Result, Services,
    accounts::demand_proof,
    error::{FieldError, Refusal},
};
use domain::{Actor, applications::Policy, audit::Event, permissions::Act};
use std::ops::RangeInclusive;
use store::{
    TenantTx,
    tenants::{self, Tenant, settings},
};

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Days after which an untouched draft runs out.
    pub draft_days: String,
    /// Days to answer requested changes.
    pub changes_days: String,
    /// Working hours from handing in to the decision.
    pub sla_hours: String,
    /// Whether merchants draw test credentials before they are approved.
    pub test_credentials: bool,
    /// Whether a small transfer proves the account before approval.
    pub account_verification: bool,
    /// Whether the legal representative signs before approval.
    pub signing: bool,
    /// The version the form was made from.
    pub version: i32,
}

/// The tenant as it stands.
pub async fn show(services: &Services, actor: &Actor) -> Result<Tenant> {
    authorise(actor, Act::ManageTenant)?;
    Ok(tenants::by_id(&services.db, actor.tenant()).await?)
}

/// Saves what was typed, unless someone else saved meanwhile.
pub async fn save(services: &Services, actor: &Actor, input: &Input) -> Result<()> {
    authorise(actor, Act::ManageTenant)?;
    let before = tenants::by_id(&services.db, actor.tenant()).await?;
    let (policy, sla_hours) = check(&before, input)?;
    let changed = changed_fields(&before, &policy, sla_hours);
    // What proves who somebody is isn't switched by whoever finds a session open.
    if changed.iter().any(|field| matches!(*field, "account_verification" | "signing")) {
        demand_proof(actor, Act::ManageTransfers)?;
    }
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageTenant).await?;
    settings::save(&mut tx, input.version, &policy, sla_hours).await?;
    if !changed.is_empty() {
        let event = Event::new("tenant.settings_changed", "tenant", actor.tenant());
        tx.record(event.with("fields", changed.join(" ")));
    }
    Ok(tx.commit().await?)
}

/// What isn't in the form stays as it is.
fn check(before: &Tenant, input: &Input) -> Result<(Policy, i32)> {
    let mut refusal = Refusal::default();
    let draft_days = within(&mut refusal, "draft_days", &input.draft_days, Policy::DRAFT_DAYS);
    let changes_days = within(&mut refusal, "changes_days", &input.changes_days, Policy::CHANGES_DAYS);
    let sla_hours = within(&mut refusal, "sla_hours", &input.sla_hours, Policy::SLA_HOURS);
    refusal.or_ok()?;
    let policy = Policy {
        draft_days,
        changes_days,
        test_credentials: input.test_credentials,
        account_verification: input.account_verification,
        signing: input.signing,
        ..before.policy
    };
    Ok((policy, sla_hours))
}

/// A whole number within its bounds; where it isn't one, the error names them.
fn within<N>(refusal: &mut Refusal, field: &str, typed: &str, bounds: RangeInclusive<N>) -> N
where
    N: TryFrom<i64> + PartialOrd + Default + ToString,
{
    let number = whole(typed).and_then(|number| N::try_from(number).ok()).filter(|n| bounds.contains(n));
    number.unwrap_or_else(|| {
        let args = vec![("least", bounds.start().to_string()), ("most", bounds.end().to_string())];
        refusal.fields.push(FieldError { args, ..FieldError::new(field, "settings-error-whole") });
        N::default()
    })
}

fn changed_fields(before: &Tenant, policy: &Policy, sla_hours: i32) -> Vec<&'static str> {
    [
        ("draft_days", before.policy.draft_days != policy.draft_days),
        ("changes_days", before.policy.changes_days != policy.changes_days),
        ("sla_hours", before.sla_hours != sla_hours),
        ("test_credentials", before.policy.test_credentials != policy.test_credentials),
        ("account_verification", before.policy.account_verification != policy.account_verification),
        ("signing", before.policy.signing != policy.signing),
    ]
    .into_iter()
    .filter_map(|(field, changed)| changed.then_some(field))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceError;
    use domain::{Lang, TenantId};

    fn tenant() -> Tenant {
        Tenant {
            id: TenantId::PLATFORM,
            slug: "harbour".into(),
            name_en: "Harbour".into(),
            name_zh: "港湾".into(),
            languages: vec![Lang::En],
            time_zone: "Asia/Shanghai".into(),
            currency: "CNY".into(),
            calendar: "cn".into(),
            sla_hours: 24,
            policy: Policy { signing_days: 12, ..Policy::default() },
            suspended: false,
            staff_limit: 10,
            storage_limit: 1,
            accent: None,
            version: 1,
        }
    }

    fn input() -> Input {
        Input {
            draft_days: " 60 ".into(),
            changes_days: "30".into(),
            sla_hours: "24".into(),
            test_credentials: false,
            account_verification: false,
            signing: false,
            version: 1,
        }
    }

    #[test]
    fn what_the_form_names_changes_and_nothing_else() {
        let (policy, hours) = check(&tenant(), &input()).unwrap();
        assert_eq!(policy, Policy { draft_days: 60, test_credentials: false, ..tenant().policy });
        assert_eq!(changed_fields(&tenant(), &policy, hours), ["draft_days", "test_credentials"]);
    }

    #[test]
    fn everything_wrong_is_said_at_once_with_its_bounds() {
        let wrong = Input {
            draft_days: "13".into(),
            changes_days: "-1".into(),
            sla_hours: "99999999999".into(),
            ..input()
        };
        let Err(ServiceError::Refused(refusal)) = check(&tenant(), &wrong) else { panic!("taken") };
        let fields: Vec<&str> = refusal.fields.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["draft_days", "changes_days", "sla_hours"]);
        assert_eq!(refusal.fields[0].args, [("least", "14".to_owned()), ("most", "365".to_owned())]);
    }
}
