//! Live credentials: the right to them is opened by two, the secret is the merchant's alone, and all of it ends with the
//! last channel.

use super::{Scene, drawn, rotate, scene, secret_of, speaks};
use crate::journey::secret::{is_found_nowhere, needles, tables_with};
use domain::{RightId, permissions::Role};
use reqwest::Method;
use services::{
    ServiceError,
    credentials::{
        self, NewInput,
        rights::{self, Second},
    },
};
use sqlx::{Connection, PgConnection};
use tests::{builders::Person, log::Log, world::World};
use uuid::Uuid;

/// Everything, less what the test itself reads pages and sends requests with, which runs in this process too.
const ALL: &str = "trace,html5ever=off,markup5ever=off,selectors=off,reqwest=off,hyper_util::client=off";

async fn open(person: &Person<'_>, right: RightId, second: Second) -> Result<(), ServiceError> {
    let services = &person.tenant.world.services;
    rights::decide(services, &person.actor().await, right, second).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn k02_a_live_secret_is_the_merchants_alone_and_stands_in_the_one_answer() {
    let log = Log::listen(ALL);
    let world = World::new().await;
    let Scene { tenant, reviewer, senior, merchant } = scene(&world).await;
    let admin = tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    merchant.answered(&reviewer, "alipay", "yes").await;
    world.run_jobs().await;

    // From the case to its channels, proposed by one; the other finds it in the list and opens it.
    let case = reviewer.browser.get(&tenant.at(&format!("/desk/cases/{}", merchant.id))).await;
    let channels = reviewer.browser.get(&case.link(&format!("/cases/{}/channels", merchant.id))).await;
    let channels = reviewer.browser.submit_and_go(&channels, "/channels/propose", &[]).await;
    assert!(channels.forms().iter().all(|form| !form.action.ends_with("/open")), "not by the same person");
    let waiting = senior.browser.get(&tenant.at("/desk/channels")).await;
    let list = senior.browser.get(&waiting.link("/live")).await;
    senior.browser.submit_and_go(&list, "/open", &[]).await;
    world.run_jobs().await;
    assert!(world.mail_to("lin@haifeng.example").subject.contains("Live API keys are open"));

    // The merchant makes and draws it itself.
    let lin = &merchant.owner.browser;
    let page = lin.get(&tenant.at("/credentials/new")).await;
    let fields = [("environment", "live"), ("label", "Checkout")];
    let list = lin.send_form_and_go(&page, &page.main_form(), &fields).await;
    assert!(list.text(".mode.live").is_some() && list.text(".mode.test").is_some(), "{}", list.words());
    let answer = lin.submit(&list, "/draw", &[]).await;
    let secret = secret_of(&answer);
    assert!(secret.starts_with("gw_live_"), "{secret}");
    assert!(answer.text(".mode.live").is_some() && answer.text(".test-band").is_none());
    world.run_jobs().await;

    let (status, me) = crate::journey::who_am_i(&world, &secret).await;
    assert_eq!((status, me["environment"].as_str()), (200, Some("live")), "{me}");
    assert_eq!(me["channels"], serde_json::json!(["alipay"]), "{me}");

    // A second post is refused, and says the way out.
    let list = lin.get(&tenant.at("/credentials")).await;
    let draw = list.link("/revoke").replace("/revoke", "/draw");
    let again = lin.send(lin.request(Method::POST, &draw)).await;
    assert_eq!(again.status, 409, "{}", again.words());
    assert!(!again.body.contains(&secret) && again.link("/rotate").contains("/credentials/"));
    assert!(list.words().contains(&format!("gw_live_…{}", &secret[secret.len() - 4..])), "{}", list.words());

    let browsers = [lin, &reviewer.browser, &senior.browser, &admin.browser];
    is_found_nowhere(&world, &secret, &browsers).await;
    let logged = log.text();
    assert!(logged.len() > 1000, "the log was listened to");
    let told = |line: &&str| needles(&secret).iter().any(|needle| line.contains(needle.as_str()));
    let told: Vec<String> =
        logged.lines().filter(told).map(|line| line.chars().take(160).collect()).collect();
    assert_eq!(told, Vec::<String>::new(), "the secret was logged");
    assert_eq!(tables_with(&world, "gw_live_").await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_cured_by_replacing() {
    let world = World::new().await;
    let Scene { reviewer, senior, merchant, .. } = scene(&world).await;
    merchant.answered(&reviewer, "alipay", "yes").await;
    merchant.live_opened_by(&reviewer, &senior).await;
    world.run_jobs().await;
    // The answer never came: what was committed is the hash of a secret that nobody has.
    let (id, lost) = drawn(&merchant, "live").await;
    let answer = rotate(&merchant.owner, id, "none").await;
    let secret = secret_of(&answer);
    assert_eq!((speaks(&world, &lost).await, speaks(&world, &secret).await), (401, 200));
    assert!(secret.starts_with("gw_live_") && secret != lost);
    let twice = rotate_again(&merchant.owner, id).await;
    assert_eq!(twice, 409, "a second post replaces nothing");
}

async fn rotate_again(person: &Person<'_>, id: domain::CredentialId) -> u16 {
    let path = person.tenant.at(&format!("/credentials/{id}/rotate"));
    person.browser.post(&path, &[("overlap", "hour")]).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_right_takes_two_and_a_channels_yes() {
    let world = World::new().await;
    let Scene { tenant, reviewer, senior, merchant } = scene(&world).await;
    let (services, merchant_id) = (&world.services, merchant.merchant().await);
    let propose =
        async |person: &Person<'_>| rights::propose(services, &person.actor().await, merchant.id).await;
    let early = propose(&reviewer).await;
    assert!(matches!(early, Err(ServiceError::Conflict("credentials-why-nothing-effective"))), "{early:?}");
    merchant.answered(&reviewer, "alipay", "yes").await;
    let owner = propose(&merchant.owner).await;
    assert!(matches!(owner, Err(ServiceError::Forbidden)), "{owner:?}");

    // A senior who proposed it is told that another person is to open it.
    let right = merchant.live_proposed_by(&senior).await;
    let own = open(&senior, right, Second::Open).await;
    assert!(matches!(own, Err(ServiceError::Conflict("credentials-why-proposer"))), "{own:?}");
    let twice = propose(&reviewer).await;
    assert!(matches!(twice, Err(ServiceError::Conflict("credentials-why-already"))), "{twice:?}");
    assert!(matches!(open(&reviewer, right, Second::Open).await, Err(ServiceError::Forbidden)));

    // Past the code: the database refuses the same person, whoever isn't fit, and the merchant's own side.
    let mut app = as_app(&world, tenant.id.0).await;
    assert_eq!(refused(open_past(&mut app, right, senior.id.0).await), "four_eyes");
    assert_eq!(refused(open_past(&mut app, right, reviewer.id.0).await), "active_staff");
    let insider = tenant.staff("inside@harbour.example", &[Role::SeniorReviewer]).await;
    insider.join_merchant(merchant_id, Role::Developer).await;
    assert_eq!(refused(open_past(&mut app, right, insider.id.0).await), "own_side");
    assert!(matches!(open(&insider, right, Second::Open).await, Err(ServiceError::NotFound)));
    let live = sqlx::query(
        "insert into credentials (tenant_id, id, merchant_id, environment, label, created_by, created_at)
         select tenant_id, $2, merchant_id, 'live', 'x', proposed_by, proposed_at from live_rights where id = $1",
    );
    let live = live.bind(right.0).bind(Uuid::from_u128(9)).execute(&mut app).await;
    assert_eq!(refused(live), "live_right", "no live credential without the right");

    // An administrator may be the second person.
    let admin = tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    open(&admin, right, Second::Open).await.expect("opened");
    let late = open(&admin, right, Second::Decline).await;
    assert!(matches!(late, Err(ServiceError::Conflict("credentials-why-not-now"))), "{late:?}");
    world.run_jobs().await;
}

async fn as_app(world: &World, tenant: Uuid) -> PgConnection {
    let mut app = PgConnection::connect(&world.database.app_url()).await.expect("the app connects");
    let set = sqlx::query("select set_config('app.tenant_id', $1, false)").bind(tenant.to_string());
    set.execute(&mut app).await.expect("the tenant is set");
    app
}

async fn open_past(
    app: &mut PgConnection,
    right: RightId,
    by: Uuid,
) -> Result<sqlx::postgres::PgQueryResult, sqlx::Error> {
    let sql = "update live_rights set opened_by = $2, opened_at = proposed_at where id = $1";
    sqlx::query(sql).bind(right.0).bind(by).execute(app).await
}

fn refused(result: Result<sqlx::postgres::PgQueryResult, sqlx::Error>) -> String {
    match result {
        Err(sqlx::Error::Database(error)) => error.constraint().unwrap_or_default().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// However many keys were made since: a merchant's ended ones are on no page that would be too short.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn k03_the_end_of_the_right_ends_every_live_credential() {
    let world = World::new().await;
    let Scene { reviewer, senior, merchant, .. } = scene(&world).await;
    merchant.answered(&reviewer, "alipay", "yes").await;
    merchant.live_opened_by(&reviewer, &senior).await;
    let (_, live) = drawn(&merchant, "live").await;
    let mut owner = world.database.owner().await;
    let sql = "insert into credentials (tenant_id, id, merchant_id, environment, label, created_by, created_at,
                   revoked_at, revoked_by)
               select tenant_id, gen_random_uuid(), merchant_id, 'test', 'x', created_by, created_at, created_at,
                   created_by
               from credentials, generate_series(1, 600)";
    sqlx::query(sql).execute(&mut owner).await.expect(sql);
    let newer = "update credentials set id = ('ffffffff' || substr(id::text, 9))::uuid where label = 'x'";
    sqlx::query(newer).execute(&mut owner).await.expect(newer);
    merchant.answered(&reviewer, "alipay", "ended").await;
    assert_eq!(speaks(&world, &live).await, 401);
    world.run_jobs().await;
}

/// A draw and the end of the right at the same moment: one comes before the other, and neither fails of itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn drawing_while_the_right_ends_goes_one_way_or_the_other() {
    let world = World::new().await;
    let Scene { reviewer, senior, merchant, .. } = scene(&world).await;
    let (services, owner) = (&world.services, merchant.owner.actor().await);
    let of = Some(merchant.merchant().await);
    for round in 0..12 {
        merchant.answered(&reviewer, "alipay", "yes").await;
        merchant.live_opened_by(&reviewer, &senior).await;
        let new = NewInput { environment: "live".into(), label: "Till".into(), ..NewInput::default() };
        let id = credentials::create(services, &owner, of, &new).await.expect("a live credential");
        let (drawn, _) = tokio::join!(
            credentials::draw(services, &owner, id),
            merchant.answered(&reviewer, "alipay", "ended"),
        );
        match drawn {
            Ok(drawn) => assert_eq!(speaks(&world, drawn.secret.as_str()).await, 401, "round {round}"),
            Err(ServiceError::Conflict(_)) => {}
            Err(error) => panic!("round {round}: {error:?}"),
        }
    }
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_right_and_its_credentials_end_with_the_last_channel() {
    let world = World::new().await;
    let Scene { reviewer, senior, merchant, .. } = scene(&world).await;
    merchant.answered(&reviewer, "alipay", "yes").await;
    merchant.answered(&reviewer, "wechat_pay", "yes").await;
    merchant.live_opened_by(&reviewer, &senior).await;
    world.run_jobs().await;
    let (_, live) = drawn(&merchant, "live").await;
    let (_, test) = drawn(&merchant, "test").await;
    merchant.answered(&reviewer, "alipay", "suspended").await;
    assert_eq!(speaks(&world, &live).await, 200, "another channel is in force");
    merchant.answered(&reviewer, "wechat_pay", "ended").await;
    world.run_jobs().await;
    assert_eq!((speaks(&world, &live).await, speaks(&world, &test).await), (401, 200));
    let list = merchant.owner.browser.get(&merchant.owner.tenant.at("/credentials")).await;
    assert!(list.words().contains("The right to live keys has ended"), "{}", list.words());
    // Beside it comes the mail that the last channel ended: which of the two is first is nobody's promise.
    let mails = world.mailbox.list(1000).expect("mails");
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("have ended")).count(), 1);

    // In force again, it is proposed and opened anew; the old secret stays ended.
    merchant.answered(&reviewer, "alipay", "yes").await;
    merchant.live_opened_by(&reviewer, &senior).await;
    world.run_jobs().await;
    assert_eq!(speaks(&world, &live).await, 401);
    let (_, again) = drawn(&merchant, "live").await;
    assert_eq!(speaks(&world, &again).await, 200);
}
