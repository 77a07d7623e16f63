//! A tenant, as the operator makes one.

use super::{MerchantBuilder, Person};
use crate::world::World;
use domain::{Actor, Lang, TenantId, permissions::Role};
use services::tenants::operate;
use store::tenants;

/// A tenant of a world.
#[derive(Clone, Copy)]
pub struct Tenant<'w> {
    /// Where it is.
    pub world: &'w World,
    /// Its id.
    pub id: TenantId,
    /// Its part of the address.
    pub slug: &'static str,
}

impl World {
    /// A tenant in Shanghai's zone that answers within 24 working hours.
    pub async fn tenant(&self, slug: &'static str) -> Tenant<'_> {
        let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
        let input = operate::Input {
            slug: slug.into(),
            name_en: format!("{slug} Pay"),
            name_zh: format!("{slug}支付"),
            default_lang: Some(Lang::En),
            time_zone: "Asia/Shanghai".into(),
            currency: "CNY".into(),
            calendar: "cn".into(),
            sla_hours: "24".into(),
            staff_limit: "50".into(),
            storage_gib: "10".into(),
            admin_email: format!("admin@{slug}.example"),
            admin_lang: Lang::En,
        };
        operate::create(&self.services, &actor, &input).await.expect("the tenant is made");
        self.run_jobs().await;
        let row = tenants::by_slug(&self.services.db, slug).await.expect("the tenant is read");
        Tenant { world: self, id: row.expect("the tenant is there").id, slug }
    }
}

impl<'w> Tenant<'w> {
    /// A path of the tenant's.
    pub fn at(&self, rest: &str) -> String {
        format!("/t/{}{rest}", self.slug)
    }

    /// A person with a confirmed address, signed in, without any role.
    pub async fn person(&self, email: &str) -> Person<'w> {
        Person::register(*self, email).await
    }

    /// A person of the tenant's staff, signed in.
    pub async fn staff(&self, email: &str, roles: &[Role]) -> Person<'w> {
        let person = self.person(email).await;
        person.join_staff(roles).await;
        person
    }

    /// A merchant's owner, signed in, with an application just started.
    pub async fn merchant(&self, email: &str) -> MerchantBuilder<'w> {
        MerchantBuilder::start(self.person(email).await).await
    }

    /// Has whoever signs sign before anybody is taken aboard, from now on, or no longer.
    pub async fn asks_for_signatures(&self, signing: bool) {
        let mut owner = self.world.database.owner().await;
        sqlx::query("update tenants set policy = policy || jsonb_build_object('signing', $2) where id = $1")
            .bind(self.id.0)
            .bind(signing)
            .execute(&mut owner)
            .await
            .expect("the switch is set");
    }
}
