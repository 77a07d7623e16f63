//! Consents: listed with text, version, time and address; taken back with what follows; given again.

use domain::{applications::StateKind, permissions::Role};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, answers_of},
    desk::{Mark, judge, send_back},
    world::World,
};

async fn list(merchant: &MerchantBuilder<'_>) -> Answer {
    merchant.page("/consents").await
}

/// Takes the first consent of the list back, as a person does: what follows is read before.
async fn take_back(merchant: &MerchantBuilder<'_>, follows: &str) -> Answer {
    let owner = &merchant.owner.browser;
    let page = list(merchant).await;
    let one = owner.get(&page.link("/consents/")).await;
    assert!(one.words().contains(follows), "{}", one.words());
    assert!(one.words().contains("127.0.0.1"), "from where: {}", one.words());
    owner.submit_and_go(&one, "Withdraw", &[]).await
}

async fn give_again(merchant: &MerchantBuilder<'_>) -> Answer {
    let page = list(merchant).await;
    merchant.owner.browser.submit_and_go(&page, "Give it again", &[]).await
}

async fn decide(merchant: &MerchantBuilder<'_>, senior: &Person<'_>) -> Answer {
    let case = merchant.owner.tenant.at(&format!("/desk/cases/{}", merchant.id));
    let page = senior.browser.get(&case).await;
    senior.browser.submit(&page, "/decide", &[("decision", "approve")]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_handing_in_its_section_is_no_longer_done() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let told = take_back(&merchant, "can’t be handed in until it is given again").await;
    assert!(told.words().contains("The consent is withdrawn"), "{}", told.words());
    assert!(told.words().contains("Withdrawn by lin@haifeng.example"), "{}", told.words());
    let check = merchant.page("/check").await;
    assert!(check.words().contains("can’t be handed in yet"), "{}", check.words());
    // Given again in its section it stands beside the one that was taken back.
    let section = told.link("/sections/").rsplit('/').next().expect("a section").to_owned();
    let answer = merchant.send(&section, answers_of(&section)).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    let page = list(&merchant).await;
    assert!(page.words().contains("Given") && page.words().contains("Withdrawn by"), "{}", page.words());
    merchant.submitted().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_is_missing_nobody_approves() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let sen = harbour.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&rui).await;
    take_back(&merchant, "can’t approve the application").await;
    world.run_jobs().await;
    let refused = decide(&merchant, &sen).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    assert!(refused.words().contains("A consent that is needed was taken back"), "{}", refused.words());
    let case = sen.browser.get(&harbour.at(&format!("/desk/cases/{}", merchant.id))).await;
    for words in ["A needed consent is missing", "Consent withdrawn", "Withdrawn by lin@haifeng.example"] {
        assert!(case.words().contains(words), "{words}: {}", case.words());
    }
    let told = give_again(&merchant).await;
    assert!(told.words().contains("The consent is given"), "{}", told.words());
    let approved = decide(&merchant, &sen).await;
    assert_eq!(approved.status, 303, "{}", approved.words());
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_approval_the_desk_is_told_and_the_merchant_is_to_ask() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let sen = harbour.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.approved_by(&rui, &sen).await;
    take_back(&merchant, "Ask us what happens before you withdraw").await;
    world.run_jobs().await;
    assert!(world.mail_to("sen@harbour.example").subject.starts_with("A consent was withdrawn on case GW-"));
    let page = list(&merchant).await;
    assert!(page.words().contains("Please ask us what happens to your channels"), "{}", page.words());
    // Taken back twice it is taken back once.
    let one = page.link("/consents/");
    assert_eq!(merchant.owner.browser.post(&one, &[]).await.status, 303);
    let mut owner = world.database.owner().await;
    let events: i64 =
        sqlx::query_scalar("select count(*) from audit_events where name = 'consent.withdrawn'")
            .fetch_one(&mut owner)
            .await
            .unwrap();
    assert_eq!(events, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_handed_in_again_without_it() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let reviewer = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await.actor().await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let (services, id) = (&world.services, merchant.id);
    services::review::claim(services, &reviewer, id).await.expect("claimed");
    judge(services, &reviewer, id, &Mark::sent_back("field:business:scope", "incomplete", "")).await;
    send_back(services, &reviewer, id).await;
    assert_eq!(merchant.send("business", &[("scope", "茶叶的零售")]).await.status, 303);
    take_back(&merchant, "can’t approve the application").await;
    world.run_jobs().await;
    let owner = &merchant.owner.browser;
    let check = merchant.page("/check").await;
    let refused = owner.send_form(&check, &check.main_form(), &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.words().contains("A consent that is needed isn’t given"), "{}", refused.words());
    give_again(&merchant).await;
    assert_eq!(merchant.submitted().await.row().await.state.kind(), StateKind::Resubmitted);
}

/// What is taken back after handing in stays so in the draft that is reopened, whatever its answer says.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_draft_that_is_reopened_it_is_to_be_given_anew() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let senior = harbour.staff("sen@harbour.example", &[Role::SeniorReviewer]).await.actor().await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let actor = merchant.owner.actor().await;
    services::applications::withdraw(&world.services, &actor, merchant.id).await.expect("withdrawn");
    take_back(&merchant, "it is noted").await;
    services::review::reopen(&world.services, &senior, merchant.id, "They called").await.expect("reopened");
    world.run_jobs().await;
    let check = merchant.page("/check").await;
    assert!(check.words().contains("can’t be handed in yet"), "{}", check.words());
    let merchant = merchant.with("consents").await.with("agreement").await;
    merchant.consent("agreement").await;
    merchant.submitted().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_who_give_consents_see_and_take_them_back() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await;
    let other = harbour.merchant("eve@other.example").await.filled_in().await;
    let consent = merchant.consent("agreement").await;
    let pia = harbour.person("pia@haifeng.example").await;
    pia.join_merchant(merchant.merchant().await, Role::Papers).await;
    let path = merchant.at(&format!("/consents/{consent}"));
    for (person, status) in [(&pia, 403), (&other.owner, 404)] {
        assert_eq!(person.browser.get(&merchant.at("/consents")).await.status, status, "{}", person.email);
        assert_eq!(person.browser.post(&path, &[]).await.status, status, "{}", person.email);
    }
    // Another application's consent isn't found below one's own.
    let theirs = other.at(&format!("/consents/{consent}"));
    assert_eq!(other.owner.browser.post(&theirs, &[]).await.status, 404);
    merchant.consent("agreement").await;
}
