//! A link's life: sent, shown, looked at, used, replaced, run out, ended.

use super::{ADDRESS, path, say, scene};
use domain::applications::StateKind;
use sha2::{Digest, Sha256};
use tests::world::World;
use time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_signs_sees_what_was_declared_and_brings_the_merchant_aboard() {
    let world = World::new().await;
    let scene = scene(&world).await;
    assert_eq!(scene.state().await, StateKind::Signing);
    let status = scene.merchant.page("/status").await;
    let waiting = scene.merchant.owner.browser.get(&status.link("/signing")).await;
    for words in ["买买提·艾力", "Legal representative", "Sent by mail", "Not opened yet"] {
        assert!(waiting.words().contains(words), "{words}: {}", waiting.words());
    }
    assert_eq!(waiting.attribute("[data-follow]", "data-follow"), Some(scene.merchant.at("/signing")));

    let (phone, link) = (world.browser(), world.link_to(ADDRESS));
    let page = phone.get(&link).await;
    assert_eq!(page.status, 200, "{}", page.words());
    for words in ["买买提·艾力", "深圳市海风贸易有限公司", "••••002X", "••••8901", "Alipay"]
    {
        assert!(page.words().contains(words), "{words}: {}", page.words());
    }
    for hidden in
        ["11010519491231002X", "755912345678901", "lin@haifeng.example", &scene.merchant.id.to_string()]
    {
        assert!(!page.body.contains(hidden), "{hidden} is shown");
    }
    assert!(scene.merchant.page("/signing").await.words().contains("Opened on"), "it was looked at");

    let refused = say(&phone, &link, "confirmed", "").await;
    assert_eq!(refused.status, 422);
    assert_eq!(scene.state().await, StateKind::Signing);
    let done = say(&phone, &link, "confirmed", "yes").await;
    assert_eq!((done.status, done.location()), (303, Some(link.clone())), "{}", done.complaints());
    let thanks = phone.get(&link).await;
    assert!(thanks.status == 200 && thanks.words().contains("Thank you"), "{}", thanks.words());
    assert!(!thanks.words().contains("海风"), "nothing stands there any more");
    assert_eq!(scene.state().await, StateKind::Approved);
    world.run_jobs().await;
    let on = scene.merchant.page("/signing").await;
    assert!(on.path.ends_with("/status"), "the waiting page leads on: {}", on.path);
    assert!(on.words().contains("Whoever signs has answered"), "{}", on.words());
    kept(&world, &page.texts(".agreement p").join("\n\n")).await;
}

/// The text's digest, its version and language, when and from where: once, and for good.
async fn kept(world: &World, text: &str) {
    let mut owner = world.database.owner().await;
    let row: (String, String, String, Vec<u8>, String, bool) = sqlx::query_as(
        "select answer, text_version, text_lang, text_hash, address, answered_at = $1 from signatures",
    )
    .bind(world.services.now())
    .fetch_one(&mut owner)
    .await
    .expect("one signature");
    let (answer, version, lang, hash, address, now) = row;
    assert_eq!((answer.as_str(), version.as_str(), lang.as_str()), ("confirmed", "2026-11", "en"));
    assert_eq!((address.as_str(), now), ("127.0.0.1", true));
    assert_eq!(hash, Sha256::digest(text).to_vec(), "what was read is what was kept");
    for sql in ["update signatures set address = ''", "delete from signatures", "truncate signatures"] {
        let refused = sqlx::query(sql).execute(&mut owner).await.expect_err(sql);
        assert_eq!(
            refused.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref(),
            Some("23001"),
            "{sql}"
        );
    }
    let reopened = sqlx::query("update signing_links set state = 'issued'").execute(&mut owner).await;
    assert!(reopened.is_err(), "what is used stays used");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a11_a_link_to_whoever_signs_is_good_once_and_the_newest_alone() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (phone, mailed) = (world.browser(), world.link_to(ADDRESS));
    assert!(mailed.starts_with("/t/harbour/sign/"), "{mailed}");
    assert_eq!(phone.get(&mailed).await.status, 200);
    // The one that is shown takes the place of the one that was sent, and the one that is sent again of that.
    let shown = scene.shown().await;
    assert_eq!(phone.get(&mailed).await.status, 410);
    assert_eq!(say(&phone, &mailed, "confirmed", "yes").await.status, 409);
    assert_eq!(phone.get(&shown).await.status, 200);
    let page = scene.merchant.page("/signing").await;
    assert!(page.words().contains("••••@haifeng.example") && !page.words().contains(ADDRESS));
    let sent = scene.merchant.owner.browser.submit(&page, "Send the link by mail", &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.complaints());
    world.run_jobs().await;
    let newest = world.link_to(ADDRESS);
    assert_ne!(newest, mailed);
    assert_eq!(phone.get(&shown).await.status, 410);
    assert_eq!(scene.state().await, StateKind::Signing);
    // Nothing of a token lies in the database but its digest.
    let mut owner = world.database.owner().await;
    let rows: Vec<String> = sqlx::query_scalar(
        "select row_to_json(t)::text from signing_links t union all select payload::text from jobs
         union all select convert_from(body, 'UTF8') from audit_events",
    )
    .fetch_all(&mut owner)
    .await
    .expect("rows");
    for link in [&mailed, &shown, &newest] {
        let token = link.rsplit('/').next().expect("a token");
        assert_eq!(token.len(), 43);
        assert!(!rows.iter().any(|row| row.contains(token)), "a token is kept");
    }
    // Used once; whoever comes later with it is told no more than that.
    assert_eq!(say(&phone, &newest, "confirmed", "yes").await.status, 303);
    for answer in ["confirmed", "disowned"] {
        let again = say(&world.browser(), &newest, answer, "yes").await;
        assert_eq!(again.status, 409, "{}", again.words());
    }
    assert_eq!(scene.state().await, StateKind::Approved);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a11_t02_a_link_to_whoever_signs_has_its_time_and_its_tenant() {
    let world = World::new().await;
    let scene = scene(&world).await;
    world.tenant("haven").await;
    let (phone, link) = (world.browser(), world.link_to(ADDRESS));
    let elsewhere = link.replace("/t/harbour/", "/t/haven/");
    for wrong in
        [elsewhere.clone(), format!("/t/harbour/sign/{}", "A".repeat(43)), "/t/harbour/sign/x".into()]
    {
        assert_eq!(phone.get(&wrong).await.status, 404, "{wrong}");
        assert_eq!(say(&phone, &wrong, "confirmed", "yes").await.status, 404, "{wrong}");
    }
    world.clock.advance(Duration::hours(72) - Duration::seconds(1));
    assert_eq!(phone.get(&link).await.status, 200);
    world.clock.advance(Duration::seconds(1));
    assert_eq!(phone.get(&link).await.status, 410);
    assert_eq!(say(&phone, &link, "confirmed", "yes").await.status, 409);
    assert_eq!(scene.state().await, StateKind::Signing);
    scene.merchant.owner.sign_in().await;
    let page = scene.merchant.page("/signing").await;
    assert!(page.words().contains("There is none that is good now"), "{}", page.words());
    // A new one is good again.
    let shown = scene.shown().await;
    assert_eq!(phone.get(&shown).await.status, 200);
    assert_eq!(say(&phone, &shown, "confirmed", "yes").await.status, 303);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_taken_back_ends_its_link() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (phone, link) = (world.browser(), world.link_to(ADDRESS));
    let page = scene.merchant.page("/withdraw").await;
    scene.merchant.owner.browser.submit_and_go(&page, "Withdraw", &[]).await;
    assert_eq!(scene.state().await, StateKind::Withdrawn);
    assert_eq!(phone.get(&link).await.status, 410);
    assert_eq!(say(&phone, &link, "confirmed", "yes").await.status, 409);
    assert_eq!(scene.state().await, StateKind::Withdrawn);
    world.run_jobs().await;
    let none = scene.merchant.owner.browser.post(&scene.merchant.at("/signing"), &[("by", "picture")]).await;
    assert_eq!(none.status, 303, "nobody is to sign: {}", none.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consent_that_was_taken_back_keeps_the_link_for_later() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (phone, link) = (world.browser(), world.link_to(ADDRESS));
    let consent = scene.merchant.consent("agreement").await;
    let (services, actor) = (&world.services, scene.merchant.owner.actor().await);
    services::applications::withdraw_consent(services, &actor, scene.merchant.id, consent)
        .await
        .expect("it is taken back");
    let refused = say(&phone, &link, "confirmed", "yes").await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    assert_eq!(scene.state().await, StateKind::Signing);
    services::applications::give_consent(services, &actor, scene.merchant.id, "agreement", "192.0.2.1")
        .await
        .expect("it is given again");
    assert_eq!(say(&phone, &link, "confirmed", "yes").await.status, 303);
    assert_eq!(scene.state().await, StateKind::Approved);
    world.run_jobs().await;
}

/// Of two that answer at the same moment one is heard.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a11_two_answers_at_once_are_one() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let link = world.link_to(ADDRESS);
    let (one, other) = (world.browser(), world.browser());
    let both = tokio::join!(say(&one, &link, "confirmed", "yes"), say(&other, &link, "disowned", ""));
    let mut statuses = [both.0.status, both.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let mut owner = world.database.owner().await;
    let kept: i64 =
        sqlx::query_scalar("select count(*) from signatures").fetch_one(&mut owner).await.expect("a count");
    assert_eq!(kept, 1);
    assert!(matches!(scene.state().await, StateKind::Approved | StateKind::InReview));
    world.run_jobs().await;
}

/// Without an address of theirs nobody is written to: whoever applied shows the picture.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signatory_without_an_address_is_shown_the_picture() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rita@harbour.example", &[domain::permissions::Role::Reviewer]).await;
    let senior = tenant.staff("sam@harbour.example", &[domain::permissions::Role::SeniorReviewer]).await;
    let begun = tenant.merchant("lin@haifeng.example").await.filled_in().await;
    let fields = [("is", "owner"), ("owner_name", "买买提·艾力"), ("email", ADDRESS)];
    let answer = begun.send("applicant", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    let handed_in = begun.with_papers().await.submitted().await;
    let merchant = handed_in.to_be_signed_by(&reviewer, &senior).await;
    let mails = world.mailbox.list(1000).expect("the mailbox");
    assert!(!mails.iter().any(|mail| mail.to.iter().any(|to| to.contains(ADDRESS))), "nobody is written to");
    let page = merchant.page("/signing").await;
    assert!(page.words().contains("No mail address was declared as theirs"), "{}", page.words());
    let mail = merchant.owner.browser.post(&merchant.at("/signing"), &[("by", "mail")]).await;
    assert_eq!(mail.status, 409, "{}", mail.words());
    let shown = merchant.owner.browser.submit(&page, "Show a link", &[]).await;
    let link = path(&world, &shown);
    assert_eq!(say(&world.browser(), &link, "confirmed", "yes").await.status, 303);
    world.run_jobs().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
}
