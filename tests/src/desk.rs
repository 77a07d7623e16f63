//! A tenant with its desk and merchants that hand in, for tests of the desk: people by their roles, applications
//! brought to where they are needed through the program's own use cases.

use crate::world::World;
use domain::{
    Actor, ApplicationId, DocumentId, Lang, PersonId, SessionId, TenantId, VersionId,
    actor::Person,
    applications::Fault,
    documents::{Media, Version},
    permissions::Role,
};
use services::{
    Services,
    applications::{self, SectionInput, StartInput, VersionInput},
    review::{self, AdviceInput, Item, JudgementInput, Part},
    tenants::operate,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{dossiers, load},
    documents::{self, NewVersion},
    ports::Clock,
    tenants::Tenant,
};
use time::Duration;
use uuid::Uuid;

/// What a CN enterprise answers, section by section: nothing of it is wrong.
const ANSWERS: [(&str, &[(&str, &str)]); 10] = [
    (
        "business",
        &[
            ("legal_name", "深圳市海风贸易有限公司"),
            ("uscc", "91440300708461136T"),
            ("place_city", "4403"),
            ("place_district", "440305"),
            ("street", "科技园路1号"),
            ("licence_from", "2010-01-01"),
            ("licence_open", "yes"),
            ("scope", "茶叶与茶具的网上零售"),
        ],
    ),
    (
        "representative",
        &[
            ("name", "李海风"),
            ("id_kind", "resident_id"),
            ("id_number", "11010519491231002X"),
            ("id_validity_from", "2010-05-20"),
            ("id_validity_open", "yes"),
            ("phone", "+8613800138000"),
        ],
    ),
    ("beneficial_owner.1", &[("who", "representative"), ("basis", "direct"), ("share", "100")]),
    ("applicant", &[("is", "representative"), ("email", "office@haifeng.example")]),
    (
        "bank",
        &[
            ("account_holder", "深圳市海风贸易有限公司"),
            ("bank_name", "招商银行"),
            ("cnaps", "308584000013"),
            ("account_number", "755912345678901"),
        ],
    ),
    (
        "scenes",
        &[
            ("short_name", "海风"),
            ("service_phone", "0755 8888 6666"),
            ("mcc", "5331"),
            ("goods", "茶叶与茶具"),
            ("kinds", "site"),
        ],
    ),
    ("scene_site", &[("url", "https://shop.haifeng.example/")]),
    ("channels", &[("wanted", "alipay,wechat_pay")]),
    (
        "consents",
        &[
            ("sensitive", "2026-11-24"),
            ("receiver_alipay", "2026-11-24"),
            ("receiver_wechat_pay", "2026-11-24"),
        ],
    ),
    ("agreement", &[("accepted", "2026-11")]),
];

const PAPERS: [&str; 3] = ["business_licence", "representative_id_front", "representative_id_back"];

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
        let (id, session) = person(&self.world, &format!("{name}@harbour.example")).await;
        let mut owner = self.world.database.owner().await;
        let now = self.world.clock.now();
        sqlx::query(
            "insert into staff (tenant_id, person_id, state, created_at) values ($1, $2, 'active', $3)",
        )
        .bind(self.tenant.id.0)
        .bind(id.0)
        .bind(now)
        .execute(&mut owner)
        .await
        .expect("staff is added");
        for role in roles {
            sqlx::query("insert into staff_roles (tenant_id, person_id, role) values ($1, $2, $3)")
                .bind(self.tenant.id.0)
                .bind(id.0)
                .bind(role.word())
                .execute(&mut owner)
                .await
                .expect("a role is given");
        }
        Actor::Person(Person {
            tenant: self.tenant.id,
            id,
            session,
            proved: true,
            staff: roles.to_vec(),
            members: vec![],
        })
    }

    /// Somebody who belongs to nobody yet, signed in: their first application makes them an owner.
    pub async fn newcomer(&self, name: &str) -> Actor {
        let (id, session) = person(&self.world, &format!("{name}@merchant.example")).await;
        Actor::Person(Person {
            tenant: self.tenant.id,
            id,
            session,
            proved: true,
            staff: vec![],
            members: vec![],
        })
    }

    /// An application, filled in by this person with a paper for everything that is asked, not handed in yet.
    /// The actor learns of the role that it makes them hold.
    pub async fn draft(&self, by: &mut Actor) -> ApplicationId {
        let services = &self.world.services;
        let start = StartInput { kind: "cn-enterprise".into(), ..StartInput::default() };
        let id = applications::start(services, by, &start).await.expect("an application is started");
        let mut tx = TenantTx::read(&services.db, by).await.expect("a look");
        let merchant = load(&mut tx, id).await.expect("the application").merchant;
        drop(tx);
        if let Actor::Person(person) = by
            && !person.members.contains(&(merchant, Role::Owner))
        {
            person.members.push((merchant, Role::Owner));
        }
        for (section, values) in ANSWERS {
            self.answer(by, id, section, values, 0).await;
        }
        for paper in PAPERS {
            self.paper(by, id, paper, paper.as_bytes()).await;
        }
        id
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
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let input = SectionInput { version, values, ..SectionInput::default() };
        let saved =
            applications::save_section(&self.world.services, by, id, section, &input, "192.0.2.1").await;
        saved.unwrap_or_else(|error| panic!("{section} is saved: {error:?}"));
    }

    /// A checked file of a paper, by its row alone: no bytes lie behind it.
    pub async fn paper(
        &self,
        by: &Actor,
        id: ApplicationId,
        paper: &str,
        content: &[u8],
    ) -> (DocumentId, VersionId) {
        let services = &self.world.services;
        let mut tx = TenantTx::begin(&services.db, by).await.expect("a change");
        let key = dossiers::open(&mut tx, id).await.expect("the dossier");
        let (document, version) = (DocumentId(tx.new_id()), VersionId(tx.new_id()));
        documents::create(&mut tx, document, id, paper).await.expect("a document");
        let new = NewVersion {
            id: version,
            document,
            application: id,
            version: &Version::Scanned { pages: 1 },
            media: Media::Pdf,
            size: i64::try_from(content.len()).expect("a size"),
            sha256: &Sha256::digest(content).into(),
            blob_key: &format!("{}/{document}/{version}", self.tenant.id),
            name: "paper.pdf",
            by: by.person().expect("a person").id,
        };
        documents::insert(&mut tx, &key, &new).await.expect("a version");
        tx.commit().await.expect("the paper is kept");
        (document, version)
    }

    /// An application that this person has handed in and our machines have looked at.
    pub async fn submitted(&self, by: &mut Actor) -> ApplicationId {
        let id = self.draft(by).await;
        let version = self.version(by, id).await;
        applications::submit(&self.world.services, by, id, VersionInput { version })
            .await
            .expect("handed in");
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
        let services = &self.world.services;
        review::claim(services, reviewer, id).await.expect("the case is claimed");
        if verdict == "approve" {
            accept_all(services, reviewer, id).await;
        }
        let input = AdviceInput {
            seen: self.seen(reviewer, id).await,
            verdict: verdict.into(),
            reasons: reasons.iter().map(|&reason| reason.into()).collect(),
            ..AdviceInput::default()
        };
        review::recommend(services, reviewer, id, &input).await.expect("recommended");
    }

    /// What stands on this person's screen when they open the case.
    pub async fn seen(&self, actor: &Actor, id: ApplicationId) -> String {
        review::case(&self.world.services, actor, id).await.expect("the case is shown").seen
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

/// What a draft's section is filled in with.
pub fn answers(section: &str) -> Vec<(&'static str, &'static str)> {
    let found = ANSWERS.iter().find(|(code, _)| *code == section);
    found.unwrap_or_else(|| panic!("{section}: nothing is filled in")).1.to_vec()
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
