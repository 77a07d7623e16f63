//! The two ways, as the merchant goes them.

use super::Scene;
use domain::{
    applications::{State, StateKind},
    permissions::Role,
    review::Reason,
};
use services::{
    ServiceError, audit,
    review::{self, HitInput},
    screening::{self, Import},
    transfers::{self, Told},
};
use tests::{crawl::crawl, world::World};
use time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_we_sent_is_told_on_the_page_and_the_merchant_comes_aboard() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    assert_eq!(scene.state().await, StateKind::AccountVerification);
    assert_eq!(scene.mails("show that the account is yours"), 1);
    let browser = &scene.merchant.owner.browser;
    let status = scene.merchant.page("/status").await;
    assert!(status.body.contains(&scene.merchant.at("/account")), "{}", status.words());
    let page = scene.merchant.page("/account").await;
    let next = browser.send_form_and_go(&page, &page.main_form(), &[("way", "ours")]).await;
    assert!(next.words().contains("is about to send"), "{}", next.words());
    world.run_jobs().await;
    assert_eq!(scene.mails("have sent a small amount"), 1);
    let page = scene.merchant.page("/account").await;
    let wrong = browser.send_form(&page, &page.main_form(), &[("amount", &scene.wrong(1))]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.words().contains("2 tries are left"), "{}", wrong.words());
    let done = browser.send_form_and_go(&page, &page.main_form(), &[("amount", &scene.sent())]).await;
    assert!(done.path.contains("/status"), "{}", done.words());
    world.run_jobs().await;
    assert_eq!(scene.state().await, StateKind::Approved);
    assert_eq!(scene.mails("is approved"), 1);
    // It is over: the page leads to where the application stands.
    assert!(browser.get(&scene.merchant.at("/account")).await.path.ends_with("/status"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_wrong_amounts_and_what_is_none_costs_nothing() {
    let world = World::new().await;
    let scene = Scene::with_ours_alone(&world).await;
    let (services, owner, id) = (&world.services, scene.merchant.owner.actor().await, scene.merchant.id);
    // There is but one way: it was taken, and the order went out.
    assert_eq!(scene.mails("have sent a small amount"), 1);
    let chosen = transfers::choose(services, &owner, id, "theirs").await;
    assert!(matches!(chosen, Err(ServiceError::Refused(_))), "{chosen:?}");
    for nothing in ["", "a lot", "-1"] {
        let told = transfers::tell(services, &owner, id, nothing).await;
        assert!(matches!(told, Err(ServiceError::Refused(_))), "{told:?}");
    }
    assert_eq!(scene.merchant.tells(&scene.wrong(1)).await, Told::Wrong(2));
    assert_eq!(scene.merchant.tells(&scene.wrong(2)).await, Told::Wrong(1));
    assert_eq!(scene.merchant.tells(&scene.wrong(3)).await, Told::Failed);
    world.run_jobs().await;
    let State::Rejected { by: None, reasons, .. } = scene.merchant.row().await.state else {
        panic!("it isn't turned down")
    };
    assert_eq!(reasons, [Reason::AccountNotTheirs]);
    let late = transfers::tell(services, &owner, id, &scene.sent()).await;
    assert!(matches!(late, Err(ServiceError::Conflict("transfers-why-not-now"))), "{late:?}");
    let status = scene.merchant.page("/status").await;
    assert!(status.words().contains("isn’t the company’s own"), "{}", status.words());
    assert_eq!(scene.mails("was not approved"), 1);
}

/// Told three times at once, three tries are three.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn amounts_told_at_once_never_make_a_fourth_try() {
    let world = World::new().await;
    let scene = Scene::with_ours_alone(&world).await;
    let (owner, id) = (scene.merchant.owner.actor().await, scene.merchant.id);
    let tries: Vec<String> = (1..9).map(|number| scene.wrong(number)).collect();
    let all = tries.iter().map(|amount| transfers::tell(&world.services, &owner, id, amount));
    let answers = futures::future::join_all(all).await;
    let counted = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(counted, 3, "{answers:?}");
    world.run_jobs().await;
    assert_eq!(scene.state().await, StateKind::Rejected);
}

/// The amount is for the bank and for whoever looks at the account; it stands on no page of the merchant's side,
/// in no mail and in no readable column.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_we_sent_is_nowhere_to_be_read() {
    let world = World::new().await;
    let scene = Scene::with_ours_alone(&world).await;
    let amount = scene.sent();
    let doors = [scene.tenant.at("/home"), scene.merchant.at("/account"), scene.merchant.at("/status")];
    // What a channel costs is published, and such a price may be the very amount.
    let prices = scene.tenant.at("/channels");
    let pages = crawl(&scene.merchant.owner.browser, &doors, &["/mailbox", "/bank", &prices]).await;
    assert!(pages.keys().any(|path| path.ends_with("/account")), "{:?}", pages.keys());
    for (path, page) in &pages {
        // The hint shows how an amount is written.
        let words = page.answer.words().replace("1.05", "");
        assert!(
            !words.contains(&format!(" {amount} ")) && !page.answer.body.contains(&format!(">{amount}<")),
            "{path}"
        );
    }
    for mail in world.mailbox.list(1000).expect("the mailbox") {
        assert!(!mail.text.contains(&amount), "{}", mail.subject);
    }
    let mut database = world.database.owner().await;
    let rows: Vec<String> = sqlx::query_scalar("select to_jsonb(p)::text from account_proofs p")
        .fetch_all(&mut database)
        .await
        .expect("the proofs");
    for row in rows {
        let row: serde_json::Value = serde_json::from_str(&row).expect("a row");
        let known: Vec<&String> = row["state_data"].as_object().expect("a state").keys().collect();
        assert_eq!(known, ["at", "state", "tries_left"], "how it stands says nothing of the amount");
        assert!(!row.to_string().contains("755912345678901"), "the account's number is sealed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_cant_send_has_us_send_another_amount() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    scene.merchant.chooses_way("theirs").await;
    let services = &world.services;
    let owner = scene.merchant.owner.actor().await;
    let given = transfers::own(services, &owner, scene.merchant.id).await.expect("the proof").given;
    assert!(given.is_some());
    let page = scene.merchant.page("/account").await;
    assert!(page.words().contains("6222000011112222"), "{}", page.words());
    scene.merchant.chooses_way("ours").await;
    let after = transfers::own(services, &owner, scene.merchant.id).await.expect("the proof");
    assert!(after.given.is_none(), "what we send isn't shown");
    assert_eq!(scene.merchant.tells(&scene.sent()).await, Told::Right);
    world.run_jobs().await;
    let events = audit::timeline(services, &owner, scene.merchant.id).await.expect("the timeline");
    let chosen = events.iter().filter(|event| event.name == "transfer.way_chosen").count();
    assert_eq!(chosen, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undone_it_is_told_of_and_runs_out_after_ten_days() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let days = async |count: i64| {
        world.let_pass(Duration::days(count));
        world.run_jobs().await;
        services::applications::look_at_ends(&world.services, scene.tenant.id).await.expect("a look");
        world.run_jobs().await;
    };
    days(2).await;
    assert_eq!(scene.mails("isn’t confirmed yet"), 0);
    days(2).await;
    assert_eq!(scene.mails("isn’t confirmed yet"), 1, "a week before");
    days(5).await;
    assert_eq!(scene.state().await, StateKind::AccountVerification);
    days(3).await;
    assert_eq!(scene.state().await, StateKind::Expired);
    assert_eq!(scene.mails("has run out"), 1);
    let mut database = world.database.owner().await;
    let states: Vec<String> = sqlx::query_scalar("select state from account_proofs")
        .fetch_all(&mut database)
        .await
        .expect("the proofs");
    assert_eq!(states, ["ended"]);
}

/// Whoever is found on a list while the account is proven comes before the desk again, and nobody outside can tell why;
/// decided anew, the account that was proven is proven.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proof_that_comes_right_doesnt_bring_aboard_whoever_was_found_on_a_list() {
    let world = World::new().await;
    let scene = Scene::with_ours_alone(&world).await;
    let admin = scene.admin().await;
    let import = Import {
        source: "cn_pboc".into(),
        dated: "2026-11-20".into(),
        file: "姓名,编号,类型\n买买提·艾力,P-1,个人\n".as_bytes().to_vec(),
        ..Import::default()
    };
    let file = screening::import(&world.services, &admin, import).await.expect("an import").expect("a file");
    screening::confirm(&world.services, &admin, file).await.expect("it counts");
    world.run_jobs().await;
    assert_eq!(scene.state().await, StateKind::AccountVerification, "the merchant learns nothing of it");
    assert_eq!(scene.merchant.tells(&scene.sent()).await, Told::Right);
    world.run_jobs().await;
    assert_eq!(scene.state().await, StateKind::InReview);
    let status = scene.merchant.page("/status").await;
    assert!(!status.words().contains("list") && !status.words().contains("screening"), "{}", status.words());
    let owner = scene.merchant.owner.actor().await;
    let events = audit::timeline(&world.services, &owner, scene.merchant.id).await.expect("the timeline");
    assert!(events.iter().all(|event| event.name != "application.held_up"));
    assert_eq!(scene.mails("is approved"), 0);

    let id = scene.merchant.id;
    for who in [&scene.reviewer, &scene.senior] {
        let actor = who.actor().await;
        let hit = review::case(&world.services, &actor, id).await.expect("the case").hits.remove(0);
        let input =
            HitInput { verdict: "other".into(), reason: "Another birthday".into(), months: "12".into() };
        review::decide_hit(&world.services, &actor, id, hit.id, &input).await.expect("said");
    }
    scene.tenant.proves_accounts(true).await;
    let again = scene.merchant.clone().recommended_by(&scene.reviewer).await.decided_by(&scene.senior).await;
    assert_eq!(again.row().await.state.kind(), StateKind::Approved, "the account was proven");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_applies_for_themselves_has_nothing_to_prove() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("owner@merchant.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&reviewer).await;
    tenant.proves_accounts(true).await;
    let merchant = merchant.decided_by(&senior).await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
}
