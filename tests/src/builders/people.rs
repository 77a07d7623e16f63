//! People: registered over HTTP as anybody is, then given their roles.

use super::Tenant;
use crate::{browser::Browser, proofs::set_up_app};
use domain::{
    Actor, MerchantId, PersonId, SessionId, StoredMixId, actor, fees::intake::Field, permissions::Role,
};
use services::fees::mixes::{self, MixInput, Owner};
use store::{TenantTx, accounts::memberships, applications::merchants};
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "correct lantern bridge ninety";

/// A signed-in person.
#[derive(Clone)]
pub struct Person<'w> {
    /// At which tenant.
    pub tenant: Tenant<'w>,
    /// Their address.
    pub email: String,
    /// Their id.
    pub id: PersonId,
    /// Their browser, signed in.
    pub browser: Browser,
}

impl<'w> Person<'w> {
    /// Registers, confirms by the mail's link and signs in.
    pub(super) async fn register(tenant: Tenant<'w>, email: &str) -> Self {
        let browser = tenant.world.browser();
        let page = browser.get(&tenant.at("/register")).await;
        let fields = [("email", email), ("password", PASSWORD)];
        browser.submit_and_go(&page, "/register", &fields).await;
        tenant.world.run_jobs().await;
        let page = browser.get(&tenant.world.link_to(email)).await;
        browser.submit_and_go(&page, "Confirm", &[]).await;
        let mut person = Self { tenant, email: email.to_owned(), id: PersonId(Uuid::nil()), browser };
        person.sign_in().await;
        let mut owner = tenant.world.database.owner().await;
        let id = sqlx::query_scalar("select id from persons where email = $1").bind(email);
        person.id = PersonId(id.fetch_one(&mut owner).await.expect("the person is there"));
        person
    }

    /// Signs in (again).
    pub async fn sign_in(&self) {
        let fields = [("email", self.email.as_str()), ("password", PASSWORD), ("to", "/account")];
        let answer = self.browser.post("/account/sign-in", &fields).await;
        assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.complaints());
    }

    /// The actor they are at this tenant now, in their newest session: for calling use cases.
    pub async fn actor(&self) -> Actor {
        let mut owner = self.tenant.world.database.owner().await;
        let session = sqlx::query_scalar(
            "select id from sessions where person_id = $1 and revoked_at is null order by created_at desc, id desc limit 1",
        )
        .bind(self.id.0)
        .fetch_one(&mut owner)
        .await
        .expect("a session");
        let db = &self.tenant.world.services.db;
        let roles = memberships::roles(db, self.tenant.id, self.id).await.expect("roles are read");
        Actor::Person(actor::Person {
            tenant: self.tenant.id,
            id: self.id,
            session: SessionId(session),
            // As if they had just proved who they are: what demands it is tried through their browser.
            proved: true,
            staff: roles.staff,
            members: roles.members,
        })
    }

    /// Uploads past payments of a merchant, or of the tenant's own, as CSV: an amount in each line, and a currency.
    pub async fn keeps_payments(&self, owner: Owner, name: &str, csv: &str) -> StoredMixId {
        let headings = [Field::Amount, Field::Currency].map(|field| (field, field.word().to_owned()));
        let input = MixInput { name: name.to_owned(), currency: String::new(), headings: headings.into() };
        let pieces = [Ok::<_, std::io::Error>(csv.to_owned().into_bytes().into())];
        let services = &self.tenant.world.services;
        let kept =
            mixes::upload(services, &self.actor().await, owner, &input, futures::stream::iter(pieces)).await;
        kept.expect("an upload").expect("a sound file")
    }

    /// Gives them roles at the tenant, and the authenticator app that these ask for.
    pub async fn join_staff(&self, roles: &[Role]) {
        set_up_app(&self.tenant.world.services, self.id).await;
        let mut owner = self.tenant.world.database.owner().await;
        sqlx::query(
            "insert into staff (tenant_id, person_id, state, created_at) values ($1, $2, 'active', $3)",
        )
        .bind(self.tenant.id.0)
        .bind(self.id.0)
        .bind(self.tenant.world.services.now())
        .execute(&mut owner)
        .await
        .expect("they join the staff");
        for role in roles {
            sqlx::query("insert into staff_roles (tenant_id, person_id, role) values ($1, $2, $3)")
                .bind(self.tenant.id.0)
                .bind(self.id.0)
                .bind(role.word())
                .execute(&mut owner)
                .await
                .expect("they get a role");
        }
    }

    /// Gives them a role at a merchant.
    pub async fn join_merchant(&self, merchant: MerchantId, role: Role) {
        let actor = Actor::System { tenant: self.tenant.id, job: "test" };
        let mut tx = TenantTx::begin(&self.tenant.world.services.db, &actor).await.expect("a transaction");
        merchants::add_member(&mut tx, merchant, self.id, role).await.expect("they join");
        tx.commit().await.expect("it is kept");
    }
}
