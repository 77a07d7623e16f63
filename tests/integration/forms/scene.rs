//! The stage of the routes, and on it what it takes for every form to stand on a page.

use crate::routes::{actors::Who, stage::Stage};
use domain::{Actor, ApplicationId, CredentialId, MerchantId, TenantId, permissions::Role};
use services::{
    fees::{offers, prices},
    review::{self, EscalationInput, SnoozeInput},
    tenants::operate,
};
use tests::{
    browser::Browser,
    builders::{MerchantBuilder, Person},
    world::World,
};
use uuid::Uuid;

/// Everybody, and things in every state in which a form is about them.
pub(super) struct Scene<'w> {
    pub(super) world: &'w World,
    pub(super) stage: Stage<'w>,
    /// Held by the reviewer.
    pub(super) claimed: MerchantBuilder<'w>,
    /// Held by the reviewer as well, to be put off.
    pub(super) busy: MerchantBuilder<'w>,
    /// Held by the reviewer as well, to be handed up.
    pub(super) odd: MerchantBuilder<'w>,
    /// Handed up by the reviewer and held by the senior.
    pub(super) raised: MerchantBuilder<'w>,
    /// Recommended, waiting for the second person.
    pub(super) recommended: MerchantBuilder<'w>,
    /// Sent back: the merchant is to change some answers.
    pub(super) asked: MerchantBuilder<'w>,
    /// Approved, to be opened again.
    pub(super) closed: MerchantBuilder<'w>,
    /// The draft's.
    pub(super) merchant: MerchantId,
    /// The number of a merchant of whose offers none waits for the staff.
    pub(super) spare_number: String,
    /// The number of the application that is to be ended.
    pub(super) ending_number: String,
    /// A drawn credential of the approved merchant.
    pub(super) key: CredentialId,
    /// Another one.
    pub(super) spare_key: CredentialId,
    /// Of the staff, let go.
    pub(super) gone: Person<'w>,
}

/// Puts a case off until the day after tomorrow.
async fn put_off(world: &World, by: &Actor, id: ApplicationId) {
    let day = (world.services.now() + time::Duration::days(2)).date();
    let input = SnoozeInput {
        year: day.year().to_string(),
        month: u8::from(day.month()).to_string(),
        day: day.day().to_string(),
        hour: "9".into(),
    };
    review::snooze(&world.services, by, id, &input).await.expect("it is put off");
}

/// An approved one from which a consent was taken back.
async fn take_back(approved: &MerchantBuilder<'_>) {
    let (services, actor) = (&approved.owner.tenant.world.services, approved.owner.actor().await);
    let consent = approved.consent("agreement").await;
    services::applications::withdraw_consent(services, &actor, approved.id, consent)
        .await
        .expect("it is taken back");
    approved.owner.tenant.world.run_jobs().await;
}

/// An offer that waits for the merchant of an approved case; gives the merchant's number.
async fn offered(stage: &Stage<'_>, of: &MerchantBuilder<'_>) -> String {
    let (services, owner) = (&stage.harbour.world.services, of.owner.actor().await);
    let keeper = stage.harbour.staff("keeper.two@harbour.example", &[Role::Admin]).await.actor().await;
    let senior = stage.senior.actor().await;
    let waiting = of.merchant().await;
    let line = crate::routes::stage::line(services.now().date());
    let id = offers::propose(services, &keeper, waiting, &[line]).await.expect("an offer");
    let answer = prices::Answer::Approve { reason: "A big name".into() };
    offers::decide(services, &senior, id, &answer).await.expect("it is approved");
    stage.harbour.world.run_jobs().await;
    let mine = offers::mine(services, &owner).await.expect("the merchants");
    let number =
        mine.iter().find(|one| one.merchant.id == waiting).and_then(|one| one.merchant.number.clone());
    number.expect("its number")
}

impl<'w> Scene<'w> {
    pub(super) async fn set(world: &'w World) -> Self {
        let stage = Box::pin(Stage::set(world)).await;
        // On the heap each: together with the stage they take more stack than a test has.
        let handed_in = || {
            Box::pin(async {
                let begun = stage.draft.another().await.filled_in().await;
                begun.with_papers().await.submitted().await
            })
        };
        let claim = async |person: &Person<'w>| {
            let case = handed_in().await;
            review::claim(&world.services, &person.actor().await, case.id).await.expect("it is claimed");
            case
        };
        let (claimed, busy) = (claim(&stage.reviewer).await, claim(&stage.reviewer).await);
        let actor = stage.reviewer.actor().await;
        let mark = tests::desk::Mark::sent_back("field:business:scope", "incomplete", "");
        tests::desk::judge(&world.services, &actor, claimed.id, &mark).await;
        let asked = claim(&stage.reviewer).await;
        for field in ["field:business:scope", "field:bank:cnaps"] {
            let mark = tests::desk::Mark::sent_back(field, "wrong", "");
            tests::desk::judge(&world.services, &actor, asked.id, &mark).await;
        }
        tests::desk::send_back(&world.services, &actor, asked.id).await;
        crate::routes::stage::propose_waiver(&asked, &stage.reviewer).await;
        let (odd, raised) = (claim(&stage.reviewer).await, claim(&stage.reviewer).await);
        let (reviewer, senior) = (stage.reviewer.actor().await, stage.senior.actor().await);
        let reason = EscalationInput { reason: "The seal looks odd".into() };
        review::escalate(&world.services, &reviewer, raised.id, &reason).await.expect("it is handed up");
        review::claim(&world.services, &senior, raised.id).await.expect("a senior takes it");
        put_off(world, &reviewer, claim(&stage.reviewer).await.id).await;
        let recommended = Box::pin(handed_in().await.recommended_by(&stage.reviewer)).await;
        // Its right to live credentials isn't proposed yet.
        let proposable = Box::pin(handed_in().await.approved_by(&stage.reviewer, &stage.senior)).await;
        proposable.answered(&stage.reviewer, "alipay", "yes").await;
        let closed = Box::pin(handed_in().await.approved_by(&stage.reviewer, &stage.senior)).await;
        let (key, spare_key) =
            (stage.approved.credential("Old").await, stage.approved.credential("Spare").await);
        let owner = stage.approved.owner.actor().await;
        services::credentials::draw(&world.services, &owner, key).await.expect("it is drawn");
        world.run_jobs().await;
        let gone = stage.harbour.staff("gone@harbour.example", &[Role::Auditor]).await;
        take_back(&stage.approved).await;
        let platform = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
        world.tenant("shut").await;
        operate::suspend(&world.services, &platform, "shut").await.expect("it is suspended");
        let merchant = stage.draft.merchant().await;
        let spare_number = offered(&stage, &closed).await;
        let ending_number = stage.ending.number().await;
        let scene = Self {
            world,
            stage,
            claimed,
            busy,
            odd,
            raised,
            recommended,
            asked,
            closed,
            merchant,
            spare_number,
            ending_number,
            key,
            spare_key,
            gone,
        };
        scene.let_go().await;
        scene.give_up_jobs().await;
        scene
    }

    /// One of the staff who may come back.
    async fn let_go(&self) {
        let page = self.stage.harbour.at(&format!("/console/staff/{}", self.gone.id));
        let browser = &self.stage.people[&Who::Admin];
        let page = browser.get(&page).await;
        browser.submit_and_go(&page, "/deactivate", &[]).await;
        self.world.run_jobs().await;
    }

    /// Jobs that were given up: one of a tenant's, one of the platform's.
    async fn give_up_jobs(&self) {
        let mut owner = self.world.database.owner().await;
        for (number, tenant) in [(1, Some(self.stage.harbour.id.0)), (2, None)] {
            sqlx::query(
                "insert into jobs (id, tenant_id, kind, payload, state, run_at, created_at, finished_at, last_error)
                 values ($1, $2, 'test.never', '{}', 'dead', $3, $3, $3, 'unknown-kind')",
            )
            .bind(Uuid::from_u128(number))
            .bind(tenant)
            .bind(self.world.services.now())
            .execute(&mut owner)
            .await
            .expect("a job");
        }
        // They stay given up, or are tried once more and given up again.
        self.world.allow_jobs();
    }

    /// Somebody's browser; a fresh one for whoever isn't signed in.
    pub(super) fn browser(&self, who: Who) -> Browser {
        if who == Who::Anonymous { self.world.browser() } else { self.stage.people[&who].clone() }
    }
}
