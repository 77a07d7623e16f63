//! Objections become requests for changes; reopening ends what approval gave.

use super::{Scene, scene, states};
use domain::{
    Actor,
    applications::{Event, Fault, StateKind},
};
use services::{
    ServiceError,
    applications::{self, Terms, VersionInput, advance},
    channels::AnswerInput,
    credentials::{self, NewInput},
};
use store::{TenantTx, applications::lock, tenants};
use tests::{builders::MerchantBuilder, world::World};
use time::Duration;

fn objection() -> AnswerInput {
    AnswerInput {
        answer: "objections".into(),
        items: vec!["field:bank:bank_name".into()],
        reason: "incomplete".into(),
        say: "The branch is missing".into(),
        ..AnswerInput::default()
    }
}

/// Moves the application on, as the job or the desk's page does.
async fn moved(world: &World, merchant: &MerchantBuilder<'_>, actor: &Actor, event: Event) {
    let services = &world.services;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await.expect("the tenant");
    let terms = Terms::of(services, &tenant).expect("its terms");
    let mut tx = TenantTx::begin(&services.db, actor).await.expect("a change");
    let mut application = lock(&mut tx, merchant.id).await.expect("the application");
    advance(&mut tx, &mut application, event, &terms).await.expect("it moves on");
    tx.commit().await.expect("it is kept");
    world.run_jobs().await;
}

async fn number(merchant: &MerchantBuilder<'_>) -> String {
    let mut owner = merchant.owner.tenant.world.database.owner().await;
    let sql = "select number from merchants where id = $1";
    sqlx::query_scalar(sql).bind(merchant.merchant().await.0).fetch_one(&mut owner).await.expect(sql)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_objection_opens_exactly_its_items_and_what_was_changed_goes_on_to_the_channel() {
    let world = World::new().await;
    let Scene { tenant, reviewer, senior, merchant } = scene(&world).await;
    merchant.answered(&reviewer, "wechat_pay", "yes").await;
    let (before, key) = (number(&merchant).await, test_key(&merchant).await);
    merchant.answered_with(&reviewer, "alipay", objection()).await;
    world.run_jobs().await;
    let state = merchant.row().await.state;
    let open: Vec<_> = state.editable().unwrap().iter().map(|item| item.what.clone()).collect();
    assert_eq!(open, [Fault::Field("bank".into(), "bank_name".into())]);
    assert_eq!(states(&merchant).await, ["alipay objected", "wechat_pay effective"]);
    let mails = world.mailbox.list(1000).expect("mails");
    assert!(mails.iter().any(|mail| mail.subject.contains("change something")));
    let own = merchant.page("/channels").await;
    assert!(own.words().contains("Changes wanted") && own.words().contains("You"), "{}", own.words());

    // Answered, it is the desk's again, and two send it on.
    let answer = merchant.send("bank", &[("bank_name", "招商银行深圳分行")]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    let version = merchant.row().await.version;
    let owner = merchant.owner.actor().await;
    applications::submit(&world.services, &owner, merchant.id, VersionInput { version })
        .await
        .expect("handed in");
    world.run_jobs().await;
    assert!(merchant.page("/channels").await.words().contains("We look at what you changed"));
    let merchant = merchant.approved_by(&reviewer, &senior).await;
    assert_eq!(states(&merchant).await, ["alipay requested", "wechat_pay effective"]);
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
    assert!(world.mail_to("lin@haifeng.example").subject.contains("go on to the channel"));
    assert_eq!(number(&merchant).await, before);
    assert_eq!(crate::journey::who_am_i(&world, &key).await.0, 200, "test credentials stay");
    let waiting = reviewer.browser.get(&tenant.at("/desk/channels")).await;
    assert_eq!(waiting.texts("tbody tr").len(), 1, "the ball is the channel's again");
}

async fn test_key(merchant: &MerchantBuilder<'_>) -> String {
    let (services, actor) = (&merchant.owner.tenant.world.services, merchant.owner.actor().await);
    let new = NewInput { environment: "test".into(), label: "Till".into(), ..NewInput::default() };
    let of = Some(merchant.merchant().await);
    let id = credentials::create(services, &actor, of, &new).await.expect("a credential");
    credentials::draw(services, &actor, id).await.expect("drawn").secret.as_str().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_objection_that_nobody_answers_leaves_the_merchant_aboard() {
    let world = World::new().await;
    let Scene { reviewer, tenant, merchant, .. } = scene(&world).await;
    merchant.answered_with(&reviewer, "alipay", objection()).await;
    world.run_jobs().await;
    world.clock.advance(Duration::days(31));
    let system = Actor::System { tenant: tenant.id, job: "test" };
    let event = Event::Expire { untouched_since: world.services.now() };
    moved(&world, &merchant, &system, event).await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
    assert_eq!(states(&merchant).await, ["alipay withdrawn", "wechat_pay requested"]);
    assert!(world.mail_to("lin@haifeng.example").subject.contains("not asked any more"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reopening_ends_what_approval_gave_and_a_second_approval_gives_it_once() {
    let world = World::new().await;
    let Scene { reviewer, senior, merchant, .. } = scene(&world).await;
    merchant.answered(&reviewer, "alipay", "yes").await;
    merchant.live_opened_by(&reviewer, &senior).await;
    world.run_jobs().await;
    let before = number(&merchant).await;
    let (services, owner) = (&world.services, merchant.owner.actor().await);
    let new = NewInput { environment: "live".into(), label: "Till".into(), ..NewInput::default() };
    let of = Some(merchant.merchant().await);
    let id = credentials::create(services, &owner, of, &new).await.expect("a live credential");
    let live = credentials::draw(services, &owner, id).await.expect("drawn").secret.as_str().to_owned();
    let by = senior.id;
    moved(&world, &merchant, &senior.actor().await, Event::Reopen { by }).await;
    assert_eq!(states(&merchant).await, ["alipay withdrawn", "wechat_pay withdrawn"]);
    assert_eq!(crate::journey::who_am_i(&world, &live).await.0, 401);
    let names = ended(&world, &merchant).await;
    for name in ["capability.withdrawn", "credential.revoked", "live_right.ended", "merchant.put_ashore"] {
        assert!(names.iter().any(|one| one == name), "{name} is recorded: {names:?}");
    }

    let merchant = merchant.approved_by(&reviewer, &senior).await;
    assert_eq!(states(&merchant).await, ["alipay requested", "wechat_pay requested"], "asked for anew");
    assert_eq!(number(&merchant).await, before, "the number stays the merchant's");
    let again = credentials::create(services, &merchant.owner.actor().await, of, &new).await;
    assert!(again.is_err(), "the right is opened anew or not at all");
}

/// Another application of the same merchant's, which wants this channel, approved.
async fn approved_beside(scene: &Scene<'_>, channel: &str) -> domain::ApplicationId {
    let Scene { tenant, reviewer, senior, merchant } = scene;
    let browser = &merchant.owner.browser;
    let page = browser.get(&tenant.at("/applications/start")).await;
    let of = merchant.merchant().await.to_string();
    let answer = browser.submit(&page, "Start", &[("kind", "cn-enterprise"), ("merchant", &of)]).await;
    let place = answer.location().expect("a location");
    let id = place.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let second = MerchantBuilder { owner: merchant.owner.clone(), id }.filled_in().await.with_papers().await;
    assert_eq!(second.merchant().await, merchant.merchant().await);
    second.send("channels", &[("wanted", channel)]).await;
    second.submitted().await.approved_by(reviewer, senior).await.id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reopening_one_application_leaves_what_another_one_asked_for() {
    let world = World::new().await;
    let scene = scene(&world).await;
    scene.merchant.answered(&scene.reviewer, "alipay", "no").await;
    approved_beside(&scene, "alipay").await;
    assert_eq!(states(&scene.merchant).await, ["alipay requested", "wechat_pay requested"]);
    let by = scene.senior.id;
    moved(&world, &scene.merchant, &scene.senior.actor().await, Event::Reopen { by }).await;
    assert_eq!(states(&scene.merchant).await, ["alipay requested", "wechat_pay withdrawn"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_objection_is_not_answered_by_what_explained_the_first() {
    let world = World::new().await;
    let Scene { reviewer, merchant, .. } = scene(&world).await;
    merchant.answered_with(&reviewer, "alipay", objection()).await;
    let (services, owner) = (&world.services, merchant.owner.actor().await);
    let field = "field:bank:bank_name";
    applications::explain(services, &owner, merchant.id, field, "It has no branch").await.expect("explained");
    let answered = async || {
        let changes = applications::changes(services, &owner, merchant.id).await.expect("the changes");
        changes.expect("changes are wanted").is_answered()
    };
    assert!(answered().await);
    merchant.answered_with(&reviewer, "wechat_pay", objection()).await;
    assert!(!answered().await, "the second channel has heard nothing");
    let version = merchant.row().await.version;
    let early = applications::submit(services, &owner, merchant.id, VersionInput { version }).await;
    assert!(matches!(early, Err(ServiceError::Refused(_))), "{early:?}");
    applications::explain(services, &owner, merchant.id, field, "It has no branch").await.expect("explained");
    assert!(answered().await);
    world.run_jobs().await;
}

async fn ended(world: &World, merchant: &MerchantBuilder<'_>) -> Vec<String> {
    let mut owner = world.database.owner().await;
    let sql = "select name from audit_events where tenant_id = $1 order by seq";
    sqlx::query_scalar(sql).bind(merchant.owner.tenant.id.0).fetch_all(&mut owner).await.expect(sql)
}
