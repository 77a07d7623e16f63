//! A tenant with its desk and merchants that hand in, for tests of the desk: people by their roles, applications
//! brought to where they are needed through the program's own use cases.

mod drafts;

use crate::world::World;
use domain::{
    Actor, ApplicationId, DocumentId, Lang, PersonId, SessionId, TenantId, VersionId, actor::Person,
    applications::Fault, permissions::Role,
};
use drafts::{answer, keep_paper};
use services::{
    Services,
    applications::{self, VersionInput},
    review::{self, AdviceInput, Item, JudgementInput, Part, Screen},
    tenants::operate,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::{TenantTx, applications::load, ports::Clock, tenants::Tenant};
use time::Duration;
use uuid::Uuid;

pub use drafts::{answers, draft};

/// A tenant with its people.
pub struct Desk {
    /// The running installation.
    pub world: World,
    /// The tenant.
    pub tenant: Tenant,
}

impl Desk {
    /// The tenant Harbour Pay, without people yet.
    pub async fn new() -> Self {
        let world = World::new().await;
        let tenant = tenant(&world, "harbour").await;
        Self { world, tenant }
    }

    /// A member of the staff with these roles, signed in.
    pub async fn staff(&self, name: &str, roles: &[Role]) -> Actor {
        staff(&self.world, self.tenant.id, &format!("{name}@harbour.example"), roles).await
    }

    /// Somebody who belongs to nobody yet, signed in: their first application makes them an owner.
    pub async fn newcomer(&self, name: &str) -> Actor {
        newcomer(&self.world, self.tenant.id, &format!("{name}@merchant.example")).await
    }

    /// An application, filled in by this person with a paper for everything that is asked, not handed in yet.
    /// The actor learns of the role that it makes them hold.
    pub async fn draft(&self, by: &mut Actor) -> ApplicationId {
        draft(&self.world.services, by).await
    }

    /// Saves a section as the version after `version`.
    pub async fn answer(
        &self,
        by: &Actor,
        id: ApplicationId,
        section: &str,
        values: &[(&str, &str)],
        version: i32,
    ) {
        answer(&self.world.services, by, id, section, (values, version)).await;
    }

    /// A checked file of a paper, by its row alone: no bytes lie behind it.
    pub async fn paper(
        &self,
        by: &Actor,
        id: ApplicationId,
        paper: &str,
        content: &[u8],
    ) -> (DocumentId, VersionId) {
        keep_paper(&self.world.services, by, id, (paper, content)).await
    }

    /// An application that this person has handed in; our machines have yet to look at it.
    pub async fn handed_in(&self, by: &mut Actor) -> ApplicationId {
        let id = self.draft(by).await;
        let version = self.version(by, id).await;
        applications::submit(&self.world.services, by, id, VersionInput { version })
            .await
            .expect("handed in");
        id
    }

    /// An application that this person has handed in and our machines have looked at.
    pub async fn submitted(&self, by: &mut Actor) -> ApplicationId {
        let id = self.handed_in(by).await;
        self.world.run_jobs().await;
        id
    }

    /// An application on which this reviewer has recommended approval.
    pub async fn recommended(&self, by: &mut Actor, reviewer: &Actor) -> ApplicationId {
        let id = self.submitted(by).await;
        self.recommend(id, reviewer, "approve", &[]).await;
        id
    }

    /// Claims and recommends; for approval accepts everything before.
    pub async fn recommend(&self, id: ApplicationId, reviewer: &Actor, verdict: &str, reasons: &[&str]) {
        recommend(&self.world.services, id, reviewer, verdict, reasons).await;
    }

    /// What stands on this person's screen when they open the case.
    pub async fn seen(&self, actor: &Actor, id: ApplicationId) -> String {
        review::case(&self.world.services, actor, id).await.expect("the case is shown").seen
    }

    /// The same, read alone.
    pub async fn screen(&self, id: ApplicationId) -> String {
        screen(&self.world.services, self.tenant.id, id).await
    }

    /// The application's version.
    pub async fn version(&self, actor: &Actor, id: ApplicationId) -> i32 {
        let mut tx = TenantTx::read(&self.world.services.db, actor).await.expect("a look");
        load(&mut tx, id).await.expect("the application").version
    }

    /// What people call the application.
    pub async fn case_number(&self, id: ApplicationId) -> String {
        let mut tx = TenantTx::read(&self.world.services.db, &self.system()).await.expect("a look");
        load(&mut tx, id).await.expect("the application").case_number
    }

    /// The application as it stands.
    pub async fn row(&self, id: ApplicationId) -> store::applications::Application {
        let mut tx = TenantTx::read(&self.world.services.db, &self.system()).await.expect("a look");
        load(&mut tx, id).await.expect("the application")
    }

    /// A job of ours in the tenant.
    pub const fn system(&self) -> Actor {
        Actor::System { tenant: self.tenant.id, job: "test" }
    }

    /// One number from the database, seen by its owner.
    pub async fn number(&self, sql: &'static str, id: Uuid) -> i64 {
        let mut owner = self.world.database.owner().await;
        sqlx::query_scalar(sql).bind(id).fetch_one(&mut owner).await.expect(sql)
    }
}

/// What stands on a screen that shows the case now.
pub async fn screen(services: &Services, tenant: TenantId, id: ApplicationId) -> String {
    let mut tx = TenantTx::read(&services.db, &Actor::System { tenant, job: "test" }).await.expect("a look");
    let application = load(&mut tx, id).await.expect("the application");
    Screen::of(&mut tx, &application).await.expect("what stands").token()
}

/// Claims and recommends a case; for approval accepts everything before.
pub async fn recommend(
    services: &Services,
    id: ApplicationId,
    reviewer: &Actor,
    verdict: &str,
    reasons: &[&str],
) {
    review::claim(services, reviewer, id).await.expect("the case is claimed");
    if verdict == "approve" {
        accept_all(services, reviewer, id).await;
    }
    let input = AdviceInput {
        seen: review::case(services, reviewer, id).await.expect("the case is shown").seen,
        verdict: verdict.into(),
        reasons: reasons.iter().map(|&reason| reason.into()).collect(),
        ..AdviceInput::default()
    };
    review::recommend(services, reviewer, id, &input).await.expect("recommended");
}

/// Accepts every answer and file of a case that this reviewer holds.
pub async fn accept_all(services: &Services, reviewer: &Actor, id: ApplicationId) {
    let view = review::case(services, reviewer, id).await.expect("the case is shown");
    if view.items.open().next().is_none() {
        return;
    }
    let seen: BTreeSet<String> = view.items.all.iter().map(Item::token).collect();
    let sections = view.rules.sections.iter().map(|section| Part::Section(section.code.clone()));
    for part in sections.chain([Part::Papers]) {
        review::accept(services, reviewer, id, &part, &seen).await.expect("a part is accepted");
    }
}

/// What is made of an item, by words.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The item.
    pub what: String,
    /// `accepted`, `sent_back` or `rejected`.
    pub mark: &'static str,
    /// The reason for sending it back, or the ground for rejecting it.
    pub why: &'static str,
    /// For the merchant.
    pub words: &'static str,
}

impl Mark {
    /// It goes back.
    pub fn sent_back(what: impl Into<String>, why: &'static str, words: &'static str) -> Self {
        Self { what: what.into(), mark: "sent_back", why, words }
    }

    /// It doesn't hold.
    pub fn rejected(what: impl Into<String>, why: &'static str) -> Self {
        Self { what: what.into(), mark: "rejected", why, words: "" }
    }

    /// It holds.
    pub fn accepted(what: impl Into<String>) -> Self {
        Self { what: what.into(), mark: "accepted", why: "", words: "" }
    }
}

/// Judges an item as it stands.
pub async fn judge(services: &Services, reviewer: &Actor, id: ApplicationId, mark: &Mark) {
    let view = review::case(services, reviewer, id).await.expect("the case is shown");
    let what = Fault::from_token(&mark.what).expect("an item");
    let item = view.items.find(&what).unwrap_or_else(|| panic!("{}: no such item", mark.what));
    let input = JudgementInput {
        item: item.token(),
        mark: mark.mark.into(),
        redo: mark.why.into(),
        ground: mark.why.into(),
        words: mark.words.into(),
    };
    review::judge_item(services, reviewer, id, &input).await.expect("judged");
}

/// Sends back what is marked.
pub async fn send_back(services: &Services, reviewer: &Actor, id: ApplicationId) {
    let preview = review::preview(services, reviewer, id).await.expect("a preview");
    review::send(services, reviewer, id, &preview.seen).await.expect("sent");
}

/// A new tenant in China.
pub async fn tenant(world: &World, slug: &str) -> Tenant {
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    let input = operate::Input {
        slug: slug.into(),
        name_en: "Harbour Pay".into(),
        name_zh: "海湾支付".into(),
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
    operate::create(&world.services, &actor, &input).await.expect("the tenant is made");
    world.run_jobs().await;
    store::tenants::by_slug(&world.services.db, slug).await.expect("a look").expect("the tenant")
}

/// A member of a tenant's staff with these roles, signed in.
pub async fn staff(world: &World, tenant: TenantId, email: &str, roles: &[Role]) -> Actor {
    let mut actor = newcomer(world, tenant, email).await;
    let mut owner = world.database.owner().await;
    if let Actor::Person(person) = &mut actor {
        sqlx::query(
            "insert into staff (tenant_id, person_id, state, created_at) values ($1, $2, 'active', $3)",
        )
        .bind(tenant.0)
        .bind(person.id.0)
        .bind(world.clock.now())
        .execute(&mut owner)
        .await
        .expect("staff is added");
        for role in roles {
            sqlx::query("insert into staff_roles (tenant_id, person_id, role) values ($1, $2, $3)")
                .bind(tenant.0)
                .bind(person.id.0)
                .bind(role.word())
                .execute(&mut owner)
                .await
                .expect("a role is given");
        }
        person.staff = roles.to_vec();
    }
    actor
}

/// Somebody who belongs to nobody at a tenant, signed in.
pub async fn newcomer(world: &World, tenant: TenantId, email: &str) -> Actor {
    let (id, session) = person(world, email).await;
    Actor::Person(Person { tenant, id, session, proved: true, staff: vec![], members: vec![] })
}

/// A confirmed person with a session.
async fn person(world: &World, email: &str) -> (PersonId, SessionId) {
    let (now, ports) = (world.clock.now(), world.services.ports());
    let (id, session) = (ports.random.id(now), ports.random.id(now));
    let mut owner = world.database.owner().await;
    sqlx::query(
        "insert into persons (id, email, email_key, lang, confirmed_at, created_at) values ($1, $2, $2, 'en', $3, $3)",
    )
    .bind(id)
    .bind(email)
    .bind(now)
    .execute(&mut owner)
    .await
    .expect("a person");
    sqlx::query(
        "insert into sessions (id, token_hash, person_id, data, created_at, last_seen_at, idle_seconds, absolute_expires_at)
         values ($1, $2, $3, '{}', $4, $4, 3600, $5)",
    )
    .bind(session)
    .bind(Sha256::digest(session.as_bytes()).as_slice())
    .bind(id)
    .bind(now)
    .bind(now + Duration::days(1))
    .execute(&mut owner)
    .await
    .expect("a session");
    (PersonId(id), SessionId(session))
}
