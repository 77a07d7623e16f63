//! A tenant's own claims: proposed by one person, approved by another, before published ones in the comparison, and
//! never a merchant's to see.

use super::key;
use crate::routes::stage::own_terms;
use domain::{
    FeeClaimId,
    fees::{Claim, Rate, own::Terms},
    permissions::Role,
};
use reqwest::Method;
use serde_json::{Value, json};
use services::{
    ServiceError,
    fees::claims::{self, Second},
};
use sqlx::{Connection, PgConnection};
use tests::{
    browser::{Answer, Browser},
    builders::{Person, Tenant, pdf},
    world::World,
};
use time::{Date, Duration};

const PATH: &str = "/console/fees/claims";
const COFFEE: &str = "/console/fees?country=CN&subject=enterprise&industry=5814&product=qr&means=&currency=CNY\
    &payments=6000&ticket=50&abroad=0&foreign=0&refunds=0&disputes=0&failed=0&waiting=0";

fn day(name: &str, day: Date) -> [(String, String); 3] {
    let part = |which: &str| format!("{name}_{which}");
    [
        (part("year"), day.year().to_string()),
        (part("month"), u8::from(day.month()).to_string()),
        (part("day"), day.day().to_string()),
    ]
}

/// The form for a claim of WeChat Pay's at 0.38 %, with these over it.
async fn propose(browser: &Browser, page: &Answer, from: Date, changes: &[(&str, &str)]) -> Answer {
    let mut fields: Vec<(String, String)> =
        day("from", from).into_iter().chain(day("read_on", from - Duration::days(1))).collect();
    let about = [("channel", "wechat_pay"), ("country", "CN"), ("currency", "CNY"), ("percent", "0.38")];
    let source = [("contract", "HB-2026-017"), ("page", "4")];
    let over = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
    let all = about.iter().chain(&source).filter(|(name, _)| !over(name)).chain(changes);
    fields.extend(all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.submit(page, "/claims/new", &fields).await
}

fn wechat(page: &Answer) -> Option<String> {
    page.texts("table tr").into_iter().find(|row| row.starts_with("WeChat Pay") && row.contains('¥'))
}

async fn approved(tenant: &Tenant<'_>, by: &Person<'_>, second: &Person<'_>, terms: Terms) -> FeeClaimId {
    let services = &tenant.world.services;
    let id = claims::propose(services, &by.actor().await, terms, None).await.unwrap();
    claims::answer(services, &second.actor().await, id, &Second::Approve).await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_is_proposed_approved_by_another_person_and_wins_in_the_comparison() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let bo = tenant.staff("bo@harbour.example", &[Role::Admin]).await.browser;
    let today = world.services.now().date();
    let before = ada.get(&tenant.at(COFFEE)).await;
    // 6,000 × 50.00 at 0.6 %.
    assert!(wechat(&before).unwrap().contains("CN¥1,800.00"), "{}", before.words());
    let list = ada.get(&before.link(PATH)).await;
    assert!(list.words().contains("No claim here"));
    let form = ada.get(&list.link("/claims/new")).await;
    let wrong = propose(&ada, &form, today, &[("percent", "0,38")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.attribute("input[name=percent]", "value").as_deref(),
        Some("0,38"),
        "what was typed stays"
    );
    let done = propose(&ada, &form, today, &[]).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    let path = done.location().unwrap();
    let path = path.split('?').next().unwrap();
    let own = ada.get(path).await;
    assert!(own.words().contains("You proposed it") && own.words().contains("Waiting for a second person"));
    assert_eq!(ada.post(&format!("{path}/approve"), &[]).await.status, 409);
    assert!(wechat(&ada.get(&tenant.at(COFFEE)).await).unwrap().contains("CN¥1,800.00"), "it only waits");

    let seen = bo.get(path).await;
    // The rehearsal: 6,000 × 35.00 at 0.6 % and at 0.38 %.
    let coffee = seen.texts("table tr").into_iter().find(|row| row.starts_with("Coffee shop")).unwrap();
    assert!(coffee.contains("CN¥1,260.00") && coffee.contains("CN¥780.00"), "{coffee}");
    assert_eq!(bo.submit(&seen, "/approve", &[]).await.status, 303);
    assert_eq!(bo.post(&format!("{path}/decline"), &[("reason", "Too late")]).await.status, 409);
    let after = ada.get(&tenant.at(COFFEE)).await;
    assert!(wechat(&after).unwrap().contains("CN¥1,140.00"), "{}", after.words());
    assert_eq!(after.link(&format!("{PATH}/")), path, "every number leads to its claim");
    assert!(ada.get(path).await.words().contains("Current, read on"));

    let other = world.tenant("haven").await;
    let far = other.staff("eve@haven.example", &[Role::Admin]).await.browser;
    let id = path.rsplit('/').next().unwrap();
    assert_eq!(far.get(&other.at(&format!("{PATH}/{id}"))).await.status, 404);
    assert_eq!(far.post(&other.at(&format!("{PATH}/{id}/approve")), &[]).await.status, 404);
    let merchant = tenant.merchant("lin@haifeng.example").await;
    assert_eq!(merchant.owner.browser.get(path).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchants_key_never_reaches_an_own_claim() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let id =
        approved(&tenant, &ada, &senior, own_terms("HB-1", world.services.now().date())).await.to_string();
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let body = json!({"mix": [{"count": 1, "amount": 10_000}], "claims": ["stripe-us-card", id]});
    let request = browser.request(Method::POST, "/api/v1/fees/compare").bearer_auth(&key).json(&body);
    let answer = browser.send(request).await;
    let told: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((answer.status, &told["errors"][0]["path"]), (404, &json!("claims[1]")));
    let listed = browser.send(browser.request(Method::GET, "/api/v1/fee-claims").bearer_auth(&key)).await;
    assert!(listed.status == 200 && !listed.body.contains(&id) && !listed.body.contains("HB-1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_has_one_claim_a_day_and_a_successor_ends_the_one_before() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let today = world.services.now().date();
    let old = approved(&tenant, &ada, &senior, own_terms("HB-2026-017", today - Duration::days(30))).await;
    let page = ada.browser.get(&tenant.at(&format!("{PATH}/new"))).await;
    let barred = propose(&ada.browser, &page, today, &[]).await;
    assert_eq!(barred.status, 422);
    assert!(barred.complaints().contains("same series"), "{}", barred.complaints());

    let standing = ada.browser.get(&tenant.at(&format!("{PATH}/{old}"))).await;
    let form = ada.browser.get(&standing.link("after=")).await;
    assert_eq!(form.attribute("input[name=percent]", "value").as_deref(), Some("0.38"));
    let early = propose(&ada.browser, &form, today - Duration::days(30), &[]).await;
    assert!(early.complaints().contains("begins after the first day"), "{}", early.complaints());
    let elsewhere = propose(&ada.browser, &form, today, &[("contract", "HB-2")]).await;
    assert!(elsewhere.complaints().contains("dimensions and the contract"), "{}", elsewhere.complaints());
    let done = propose(&ada.browser, &form, today, &[("percent", "0.35"), ("fx", "")]).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    let path = done.location().unwrap();
    let path = path.split('?').next().unwrap();
    let second = propose(&ada.browser, &form, today + Duration::days(1), &[]).await;
    assert!(second.complaints().contains("same series"), "one waits already: {}", second.complaints());

    let seen = senior.browser.get(path).await;
    assert_eq!(senior.browser.submit(&seen, "/approve", &[]).await.status, 303);
    let history = senior.browser.get(path).await.words();
    assert!(history.contains("Share of a payment: 0.38% → 0.35%"), "{history}");
    assert!(history.contains("Added for foreign currency: 0% → not published"), "{history}");
    let gone = ada.browser.get(&tenant.at(&format!("{PATH}/{old}"))).await.words();
    assert!(gone.contains("Superseded") && gone.contains("Its place was taken by"), "{gone}");
    let past = ada.browser.get(&tenant.at(&format!("{PATH}?show=past"))).await;
    assert!(past.words().contains("Superseded"));

    // Another contract about the same is another series, as are two published prices: side by side, and marked.
    let other = approved(&tenant, &ada, &senior, own_terms("HB-2026-099", today)).await;
    let beside = ada.browser.get(&tenant.at(&format!("{PATH}/{other}"))).await.words();
    assert!(
        beside.contains("2 other sources are about the same") && beside.contains("(differs)"),
        "{beside}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_loses_its_badge_with_the_tenants_limit() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let from = world.services.now().date() - Duration::days(181);
    let id = approved(&tenant, &ada, &senior, own_terms("HB-1", from)).await;
    let path = tenant.at(&format!("{PATH}/{id}"));
    assert!(ada.browser.get(&path).await.words().contains("Not checked since"));
    let list = ada.browser.get(&tenant.at(PATH)).await;
    for wrong in ["0", "3651", "many"] {
        let refused = ada.browser.submit(&list, "/limit", &[("days", wrong)]).await;
        assert_eq!(refused.status, 422, "{wrong}");
    }
    assert_eq!(ada.browser.submit(&list, "/limit", &[("days", "365")]).await.status, 303);
    assert!(ada.browser.get(&path).await.words().contains("Current, read on"));
    assert_eq!(ada.browser.submit(&list, "/limit", &[("days", "1")]).await.status, 409, "saved meanwhile");
    // Published prices lose theirs by the same limit, for everybody.
    let (published, visitor) = (tenant.at("/channels/stripe"), world.browser());
    assert!(visitor.get(&published).await.words().contains("Current, "));
    let list = ada.browser.get(&tenant.at(PATH)).await;
    assert_eq!(ada.browser.submit(&list, "/limit", &[("days", "1")]).await.status, 303);
    assert!(!visitor.get(&published).await.words().contains("Current, "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_contract_is_kept_sealed_while_its_claim_waits() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let terms = own_terms("HB-1", world.services.now().date());
    let id = claims::propose(&world.services, &ada.actor().await, terms, None).await.unwrap();
    let path = tenant.at(&format!("{PATH}/{id}"));
    let send = async |name: &str, bytes: Vec<u8>| {
        let page = ada.browser.get(&path).await;
        let form = page.form("/file");
        ada.browser.send_file(&page, &form, name, bytes).await
    };
    assert_eq!(send("contract.pdf", b"not a paper".to_vec()).await.status, 422);
    let bytes = pdf("The contract with WeChat Pay");
    assert_eq!(send("contract.pdf", bytes.clone()).await.status, 303);
    let (status, headers, found) = senior.browser.bytes(&format!("{path}/file")).await;
    assert_eq!((status, found), (200, bytes.clone()));
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let mut owner = world.database.owner().await;
    let sealed: Vec<u8> =
        sqlx::query_scalar("select sealed from fee_claim_files").fetch_one(&mut owner).await.unwrap();
    assert!(!sealed.windows(5).any(|part| part == b"%PDF-"), "nothing of it stands open");
    claims::answer(&world.services, &senior.actor().await, id, &Second::Approve).await.unwrap();
    let late = claims::keep(&world.services, &ada.actor().await, id, ("contract.pdf", bytes)).await;
    assert!(matches!(late, Err(ServiceError::Conflict("fees-own-why-answered"))), "{late:?}");
    let merchant = tenant.merchant("lin@haifeng.example").await;
    assert_eq!(merchant.owner.browser.get(&format!("{path}/file")).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_estimate_of_the_interchange_stands_on_the_published_markup_with_its_source() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let catalogue = ada.get(&tenant.at("/channels/adyen")).await;
    let form = ada.get(&catalogue.link("from=adyen-us-card")).await;
    assert!(form.words().contains("The interchange has to be estimated"), "{}", form.words());
    let today = world.services.now().date();
    let typed = |form: &[(&str, &str)]| {
        let days = day("from", today).into_iter().chain(day("read_on", today));
        let typed = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        days.chain(typed).collect::<Vec<_>>()
    };
    let send = async |fields: Vec<(String, String)>| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ada.submit(&form, "/claims/new", &fields).await
    };
    let source =
        [("contract", "AD-7"), ("page", "2"), ("interchange_percent", "1.8"), ("interchange_fixed", "0.10")];
    let mute = send(typed(&source)).await;
    assert!(mute.status == 422 && mute.complaints().contains("where the estimate comes from"));
    let told = [&source[..], &[("note", "Invoices of October 2026")]].concat();
    let done = send(typed(&told)).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    let page = ada.get(&done.location().unwrap()).await.words();
    // 0.6 % + 0.13 of markup and 1.8 % + 0.10 of interchange.
    assert!(page.contains("2.4% + $0.23"), "{page}");
    assert!(page.contains("Interchange 1.8% + 0.1 USD: Invoices of October 2026"), "{page}");
}

async fn refused(app: &mut PgConnection, sql: &str) -> String {
    let error = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(app).await.expect_err(sql);
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).unwrap_or_default().into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_refuses_what_the_use_cases_do() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let auditor = tenant.staff("aud@harbour.example", &[Role::Auditor]).await;
    let today = world.services.now().date();
    let old = approved(&tenant, &ada, &senior, own_terms("HB-1", today - Duration::days(9))).await;
    let terms = Terms {
        claim: Claim { percent: Rate::new(1), ..own_terms("", today).claim },
        ..own_terms("HB-2", today)
    };
    let id = claims::propose(&world.services, &ada.actor().await, terms, None).await.unwrap();
    let mut app = PgConnection::connect(&world.database.app_url()).await.unwrap();
    let here: uuid::Uuid = ada.actor().await.tenant().0;
    let enter = format!("select set_config('app.tenant_id', '{here}', false)");
    sqlx::raw_sql(sqlx::AssertSqlSafe(enter)).execute(&mut app).await.unwrap();
    let answer = |id: FeeClaimId, by: &Person<'_>| {
        format!(
            "update fee_claims set outcome = 'approved', answered_by = '{}', answered_at = '2026-11-27' where id = '{id}'",
            by.id
        )
    };
    assert_eq!(refused(&mut app, &answer(id, &ada)).await, "23514", "one pair of eyes");
    assert_eq!(refused(&mut app, &answer(id, &auditor)).await, "23514", "no approver");
    assert_eq!(refused(&mut app, &answer(old, &senior)).await, "23001", "answered once");
    let ended =
        format!("update fee_claims set superseded_by = '{id}', ended_on = '{today}' where id = '{old}'");
    assert_eq!(refused(&mut app, &ended).await, "23001", "superseded by an approval alone");
    assert_eq!(refused(&mut app, "update fee_claims set figures = '{}'").await, "42501");
    assert_eq!(refused(&mut app, "delete from fee_claims").await, "42501");
    let twin = format!(
        "insert into fee_claims (tenant_id, id, figures, contract, page, read_on, effective_from, proposed_by, proposed_at)
         select tenant_id, gen_random_uuid(), figures, contract, page, read_on, effective_from + 3, proposed_by, proposed_at
         from fee_claims where id = '{old}'"
    );
    assert_eq!(refused(&mut app, &twin).await, "23505", "two of one series on one day");
    let approved = twin.replace("proposed_at)", "proposed_at, outcome, answered_by, answered_at)").replace(
        "proposed_at\n         from",
        &format!("proposed_at, 'approved', '{}', proposed_at\n         from", senior.id),
    );
    assert_eq!(refused(&mut app, &approved).await, "23514", "proposed first");
}
