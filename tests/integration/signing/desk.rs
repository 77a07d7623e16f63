//! Back to the desk: because whoever was to sign knows nothing of it, or because somebody was found on a list meanwhile.
//! From outside nobody can tell which.

use super::{ADDRESS, Scene, say, scene};
use domain::{
    Actor,
    applications::{StateKind, signing::Answer},
    audit::Audience,
    permissions::Role,
};
use services::{
    audit,
    review::{self, DecisionInput},
    screening,
};
use tests::world::World;

/// Who of the merchant's application is on this list.
const LISTED: &str = "姓名,编号,类型\n买买提·艾力,P-1,个人\n";

/// Has a list imported that somebody of the application is on, and everybody held against it.
async fn list(scene: &Scene<'_>) {
    let world = scene.tenant.world;
    let admin = scene.tenant.staff("ada@harbour.example", &[Role::Admin]).await.actor().await;
    let input = screening::Import {
        source: "cn_pboc".into(),
        dated: "2026-11-20".into(),
        file: LISTED.as_bytes().to_vec(),
        ..screening::Import::default()
    };
    let file = screening::import(&world.services, &admin, input).await.expect("an import");
    screening::confirm(&world.services, &admin, file.expect("a sound file")).await.expect("it counts");
    world.run_jobs().await;
}

/// What the merchant's people can read of an application: its timeline, and the words of its pages.
async fn read_outside(scene: &Scene<'_>) -> (Vec<String>, String) {
    let actor = scene.merchant.owner.actor().await;
    let told = audit::timeline(&scene.tenant.world.services, &actor, scene.merchant.id).await.expect("told");
    assert!(told.iter().all(|entry| entry.audience == Audience::Merchant));
    let names = told.into_iter().map(|entry| entry.name).collect();
    let page = scene.merchant.page("/status").await;
    let number = scene.merchant.row().await.case_number;
    (names, page.words().replace(&number, "NUMBER"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_knows_nothing_of_it_brings_it_back_to_the_desk_and_nobody_outside_is_told() {
    let world = World::new().await;
    let disowned = scene(&world).await;
    let said = say(&world.browser(), &world.link_to(ADDRESS), "disowned", "").await;
    assert_eq!(said.status, 303, "{}", said.complaints());
    assert_eq!(disowned.state().await, StateKind::InReview);
    world.run_jobs().await;
    let outside = read_outside(&disowned).await;
    for word in ["disown", "identity", "knows nothing"] {
        assert!(!outside.1.to_lowercase().contains(word), "{word}: {}", outside.1);
    }
    assert!(!outside.0.iter().any(|name| name.contains("disowned")), "{outside:?}");

    // The same from outside as when a list holds it up.
    let other = World::new().await;
    let held_up = scene(&other).await;
    list(&held_up).await;
    let said = say(&other.browser(), &other.link_to(ADDRESS), "confirmed", "yes").await;
    assert_eq!(said.status, 303, "{}", said.complaints());
    other.run_jobs().await;
    assert_eq!(read_outside(&held_up).await, outside);

    desk_knows(&disowned).await;
}

/// The desk reads what was said, from where and of which text; and can take it up again.
async fn desk_knows(scene: &Scene<'_>) {
    let services = &scene.tenant.world.services;
    let actor = scene.reviewer.actor().await;
    let view = review::case(services, &actor, scene.merchant.id).await.expect("the case");
    let [kept] = view.signatures.as_slice() else { panic!("{:?}", view.signatures) };
    assert_eq!((kept.answer, kept.address.as_str()), (Answer::Disowned, "127.0.0.1"));
    let told = audit::timeline(services, &actor, scene.merchant.id).await.expect("told");
    let event = told.iter().find(|entry| entry.name == "application.disowned").expect("the event");
    assert_eq!(event.audience, Audience::Confidential);
    let page = scene.tenant.at(&format!("/desk/cases/{}", scene.merchant.id));
    let page = scene.reviewer.browser.get(&page).await;
    for words in ["knows nothing of this application", "127.0.0.1", "SHA-256", "suspected identity theft"] {
        assert!(page.words().contains(words), "{words}: {}", page.words());
    }
    // It waits in the queue like any other, and two people may decide on it anew.
    let again = scene.merchant.clone().recommended_by(&scene.reviewer).await;
    let (senior, seen) = (scene.senior.actor().await, again.seen_by(&scene.senior).await);
    let reject = DecisionInput {
        seen,
        decision: "reject".into(),
        reasons: vec!["suspected_identity_theft".into()],
        ..DecisionInput::default()
    };
    review::decide(services, &senior, again.id, &reject).await.expect("it is rejected");
    scene.tenant.world.run_jobs().await;
    let status = scene.merchant.page("/status").await;
    assert!(!status.words().to_lowercase().contains("identity"), "{}", status.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_brings_nobody_aboard_who_was_found_on_a_list_meanwhile() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let link = world.link_to(ADDRESS);
    list(&scene).await;
    assert_eq!(scene.state().await, StateKind::Signing, "what is found tells the merchant nothing");
    let said = say(&world.browser(), &link, "confirmed", "yes").await;
    assert_eq!(said.status, 303, "{}", said.complaints());
    assert_eq!(scene.state().await, StateKind::InReview);
    world.run_jobs().await;
    let row = scene.merchant.row().await;
    let system = Actor::System { tenant: scene.tenant.id, job: "test" };
    let mut tx = store::TenantTx::read(&world.services.db, &system).await.expect("a look");
    let merchant = store::applications::merchants::load(&mut tx, row.merchant).await.expect("the merchant");
    assert_eq!(merchant.number, None, "nobody came aboard");
    drop(tx);
    // The signature itself is kept: it was given.
    let actor = scene.reviewer.actor().await;
    let view = review::case(&world.services, &actor, scene.merchant.id).await.expect("the case");
    assert_eq!(view.signatures.iter().map(|one| one.answer).collect::<Vec<_>>(), [Answer::Confirmed]);
    assert_eq!(view.hits.len(), 1);
}
