//! The operator's acts: tenants, their limits, their health. Each stands in the platform's chain and in the
//! tenant's, or in neither. A tenant's data is never read.

use super::{invitations, names, staff::all_wrong, zone};
use crate::{
    Result, Services,
    accounts::demand_proof,
    error::{FieldError, Refusal, ServiceError},
    mail::INVITATION_LIFETIME,
};
use domain::{
    Actor, Lang, TenantId,
    applications::Policy,
    audit::Event,
    permissions::{Act, Role},
    tenants::{calendar, slug::Slug},
};
use store::{
    StoreError, TenantTx,
    applications::ends,
    jobs::{self, DeadLetters, Health},
    tenants::{
        invitations::{NewInvitation, withdraw_admins},
        operate::{self, Limits, NewTenant, Overview, Which},
    },
};

/// Tenants on one page.
const PAGE: usize = 50;
/// Bytes of a gibibyte: storage is typed and shown in these.
pub const GIB: i64 = 1 << 30;
const MOST_STAFF: i32 = 10_000;
const MOST_GIB: i64 = 100_000;

/// Whether the actor runs the platform; to others it doesn't exist.
pub fn authorise(actor: &Actor) -> Result<()> {
    if actor.tenant() == TenantId::PLATFORM && actor.may(Act::OperateTenants) {
        Ok(())
    } else {
        Err(ServiceError::NotFound)
    }
}

/// A page of tenants by slug, and the slug after which the next one begins.
pub async fn list(
    services: &Services,
    actor: &Actor,
    after: &str,
) -> Result<(Vec<Overview>, Option<String>)> {
    authorise(actor)?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut tenants = operate::overview(&services.db, Which::After(after), limit).await?;
    let more = tenants.len() > PAGE;
    tenants.truncate(PAGE);
    let next = tenants.last().filter(|_| more).map(|last| last.tenant.slug.clone());
    Ok((tenants, next))
}

/// How the whole queue does, and the platform's own jobs that were given up.
pub async fn health(services: &Services, actor: &Actor) -> Result<(Health, Vec<DeadLetters>)> {
    authorise(actor)?;
    let health = jobs::health(&services.db, None).await?;
    Ok((health, jobs::dead_letters(&services.db, TenantId::PLATFORM).await?))
}

/// One tenant, and its jobs that were given up.
pub async fn show(services: &Services, actor: &Actor, slug: &str) -> Result<(Overview, Vec<DeadLetters>)> {
    authorise(actor)?;
    let overview = operate::overview_of(&services.db, slug).await?;
    let dead = jobs::dead_letters(&services.db, overview.tenant.id).await?;
    Ok((overview, dead))
}

/// A tenant as typed.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Its part of the address.
    pub slug: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// The language shown where a reader says nothing; both are offered.
    pub default_lang: Option<Lang>,
    /// IANA zone.
    pub time_zone: String,
    /// ISO 4217.
    pub currency: String,
    /// The working calendar's code.
    pub calendar: String,
    /// Working hours from submission to decision.
    pub sla_hours: String,
    /// Active staff at most.
    pub staff_limit: String,
    /// Gibibytes of documents at most.
    pub storage_gib: String,
    /// The first admin's address.
    pub admin_email: String,
    /// The language of the first admin's mail.
    pub admin_lang: Lang,
}

/// Makes a tenant and invites its first admin; gives its slug.
pub async fn create(services: &Services, actor: &Actor, input: &Input) -> Result<String> {
    authorise(actor)?;
    demand_proof(actor, Act::OperateTenants)?;
    let (new, (email, email_key)) =
        match (check(input), invitations::address(&input.admin_email, "admin_email")) {
            (Ok(new), Ok(address)) => (new, address),
            (new, address) => return Err(all_wrong(&[new.err(), address.err()])),
        };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let id = operate::insert(&mut tx, &new).await.map_err(|error| match error {
        StoreError::Taken(_) => Refusal::at("slug", "operator-error-slug-taken").into(),
        other => ServiceError::from(other),
    })?;
    note_in_both(&mut tx, id, &Event::new("tenant.created", "tenant", id)).await?;
    send_admin(&mut tx, email, email_key, input.admin_lang).await?;
    tx.commit().await?;
    Ok(new.slug)
}

/// Invites an admin to the tenant that the operator has stepped into.
async fn send_admin(tx: &mut TenantTx, email: String, email_key: String, lang: Lang) -> Result<()> {
    let expires_at = tx.now() + INVITATION_LIFETIME;
    let admin =
        NewInvitation { email, email_key, roles: vec![Role::Admin], merchant: None, lang, expires_at };
    invitations::send(tx, &admin).await?;
    Ok(())
}

/// Invites an admin to a tenant that has none, whose invitation ran out or went to a wrong address; those before it no
/// longer open anything. Where an admin works, inviting is theirs.
pub async fn invite_admin(
    services: &Services,
    actor: &Actor,
    slug: &str,
    email: &str,
    lang: Lang,
) -> Result<()> {
    authorise(actor)?;
    demand_proof(actor, Act::OperateTenants)?;
    let (email, email_key) = invitations::address(email, "email")?;
    let tenant = operate::overview_of(&services.db, slug).await?.tenant.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    if operate::hold(&mut tx, tenant).await? {
        return Err(Refusal::whole("operator-error-has-admin").into());
    }
    note_in_both(&mut tx, tenant, &Event::new("tenant.admin_invited", "tenant", tenant)).await?;
    for withdrawn in withdraw_admins(&mut tx).await? {
        tx.record(Event::new("invitation.withdrawn", "invitation", withdrawn));
    }
    send_admin(&mut tx, email, email_key, lang).await?;
    Ok(tx.commit().await?)
}

/// Notes an event in the platform's chain, steps into the tenant and notes it there too.
async fn note_in_both(tx: &mut TenantTx, tenant: TenantId, event: &Event) -> Result<()> {
    tx.record(event.clone());
    operate::step_into(tx, tenant).await?;
    tx.record(event.clone());
    Ok(())
}

/// Limits as typed.
#[derive(Clone, Debug, Default)]
pub struct LimitsInput {
    /// Active staff at most.
    pub staff_limit: String,
    /// Gibibytes of documents at most.
    pub storage_gib: String,
    /// The version the form was made from.
    pub version: i32,
}

/// Changes a tenant's limits. A limit below what is in use stops more, and takes nothing away.
pub async fn set_limits(services: &Services, actor: &Actor, slug: &str, input: &LimitsInput) -> Result<()> {
    authorise(actor)?;
    let mut refusal = Refusal::default();
    let limits = limits(&mut refusal, &input.staff_limit, &input.storage_gib);
    refusal.or_ok()?;
    let tenant = operate::overview_of(&services.db, slug).await?.tenant;
    if limits == (Limits { staff: tenant.staff_limit, storage: tenant.storage_limit }) {
        return Ok(());
    }
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    operate::set_limits(&mut tx, tenant.id, input.version, limits).await?;
    let event = Event::new("tenant.limits_changed", "tenant", tenant.id)
        .with("staff", limits.staff)
        .with("storage", limits.storage);
    note_in_both(&mut tx, tenant.id, &event).await?;
    Ok(tx.commit().await?)
}

/// Shuts a tenant: its pages say so to everybody, its keys no longer open anything, its jobs wait.
pub async fn suspend(services: &Services, actor: &Actor, slug: &str) -> Result<()> {
    set_suspended(services, actor, slug, true).await
}

/// Opens it again: its jobs go on.
pub async fn resume(services: &Services, actor: &Actor, slug: &str) -> Result<()> {
    set_suspended(services, actor, slug, false).await
}

async fn set_suspended(services: &Services, actor: &Actor, slug: &str, suspended: bool) -> Result<()> {
    authorise(actor)?;
    let tenant = operate::overview_of(&services.db, slug).await?.tenant.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    operate::set_suspended(&mut tx, tenant, suspended).await?;
    let name = if suspended { "tenant.suspended" } else { "tenant.resumed" };
    note_in_both(&mut tx, tenant, &Event::new(name, "tenant", tenant)).await?;
    if !suspended {
        // While it was shut nobody could answer: what was near its end is told of anew, with the whole notice.
        ends::forget(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}

/// Gives the jobs of a tenant (or, without one, the platform's own) that were given up another round.
pub async fn retry_dead(services: &Services, actor: &Actor, slug: Option<&str>) -> Result<u64> {
    authorise(actor)?;
    let tenant = match slug {
        Some(slug) => operate::overview_of(&services.db, slug).await?.tenant.id,
        None => TenantId::PLATFORM,
    };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let retried = jobs::retry_dead(&mut tx, tenant).await?;
    if retried > 0 {
        let event = Event::new("jobs.retried", "tenant", tenant).with("count", retried);
        if tenant == TenantId::PLATFORM {
            tx.record(event);
        } else {
            note_in_both(&mut tx, tenant, &event).await?;
        }
    }
    tx.commit().await?;
    Ok(retried)
}

fn check(input: &Input) -> Result<NewTenant> {
    let mut refusal = Refusal::default();
    let name_en = names::check(&mut refusal, "name_en", &input.name_en);
    let name_zh = names::check(&mut refusal, "name_zh", &input.name_zh);
    let mut wrong = |field: &str, key: &str| refusal.fields.push(FieldError::new(field, key));
    let slug = input.slug.trim().parse::<Slug>();
    if slug.is_err() {
        wrong("slug", "operator-error-slug");
    }
    if input.default_lang.is_none() {
        wrong("default_lang", "operator-error-language");
    }
    let zone = zone::known(&input.time_zone);
    if zone.is_none() {
        wrong("time_zone", "operator-error-zone");
    }
    let currency = input.currency.trim().to_ascii_uppercase();
    if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
        wrong("currency", "operator-error-currency");
    }
    if !calendar::CODES.contains(&input.calendar.as_str()) {
        wrong("calendar", "operator-error-calendar");
    }
    let sla_hours = whole(&input.sla_hours).and_then(|hours| i32::try_from(hours).ok());
    let sla_hours = sla_hours.filter(|hours| Policy::SLA_HOURS.contains(hours));
    if sla_hours.is_none() {
        wrong("sla_hours", "operator-error-sla");
    }
    let limits = limits(&mut refusal, &input.staff_limit, &input.storage_gib);
    refusal.or_ok()?;
    let mut languages = Lang::ALL.to_vec();
    languages.sort_by_key(|lang| Some(*lang) != input.default_lang);
    Ok(NewTenant {
        slug: slug.map(|slug| slug.to_string()).unwrap_or_default(),
        name_en,
        name_zh,
        languages,
        time_zone: zone.unwrap_or_default(),
        currency,
        calendar: input.calendar.clone(),
        sla_hours: sla_hours.unwrap_or_default(),
        staff_limit: limits.staff,
        storage_limit: limits.storage,
    })
}

/// A whole number as typed.
pub(super) fn whole(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    typed.bytes().all(|b| b.is_ascii_digit()).then(|| typed.parse().ok()).flatten()
}

fn limits(refusal: &mut Refusal, staff: &str, gib: &str) -> Limits {
    let staff = whole(staff).and_then(|n| i32::try_from(n).ok()).filter(|n| (1..=MOST_STAFF).contains(n));
    if staff.is_none() {
        refusal.fields.push(FieldError::new("staff_limit", "operator-error-staff-limit"));
    }
    let gib = whole(gib).filter(|n| (1..=MOST_GIB).contains(n));
    if gib.is_none() {
        refusal.fields.push(FieldError::new("storage_gib", "operator-error-storage"));
    }
    Limits { staff: staff.unwrap_or_default(), storage: gib.unwrap_or_default() * GIB }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> Input {
        Input {
            slug: " harbour ".into(),
            name_en: "Harbour Pay".into(),
            name_zh: "港湾支付".into(),
            default_lang: Some(Lang::ZhCn),
            time_zone: "asia/shanghai".into(),
            currency: "cny".into(),
            calendar: "cn".into(),
            sla_hours: "24".into(),
            staff_limit: "10".into(),
            storage_gib: "5".into(),
            admin_email: "admin@harbour.example".into(),
            admin_lang: Lang::ZhCn,
        }
    }

    #[test]
    fn what_is_typed_is_made_plain() {
        let new = check(&input()).unwrap();
        assert_eq!(
            (new.slug.as_str(), new.time_zone.as_str(), new.currency.as_str()),
            ("harbour", "Asia/Shanghai", "CNY")
        );
        assert_eq!(new.languages, [Lang::ZhCn, Lang::En]);
        assert_eq!((new.sla_hours, new.staff_limit, new.storage_limit), (24, 10, 5 << 30));
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wrong = Input {
            slug: "Operator".into(),
            name_en: String::new(),
            default_lang: None,
            time_zone: "Mars/Base".into(),
            currency: "RMB!".into(),
            calendar: "moon".into(),
            sla_hours: "0".into(),
            staff_limit: "-1".into(),
            storage_gib: "1.5".into(),
            ..input()
        };
        let Err(ServiceError::Refused(refusal)) = check(&wrong) else { panic!("taken") };
        let fields: Vec<&str> = refusal.fields.iter().map(|error| error.field.as_str()).collect();
        let all = [
            "name_en",
            "slug",
            "default_lang",
            "time_zone",
            "currency",
            "calendar",
            "sla_hours",
            "staff_limit",
            "storage_gib",
        ];
        assert_eq!(fields, all);
    }
}
