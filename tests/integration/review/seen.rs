//! A judgement is bound to what was on the screen.

use super::{decision, scene};
use domain::{Actor, ApplicationId};
use services::review::{self, AdviceInput, Denied, Moved};
use std::collections::BTreeSet;
use tests::desk::Desk;

/// What the database's owner does behind the program's back: a section or a paper moves although the state forbids it.
async fn behind(desk: &Desk, sql: &'static str, id: ApplicationId) {
    let mut owner = desk.world.database.owner().await;
    sqlx::query(sql).bind(id.0).execute(&mut owner).await.expect(sql);
}

async fn moved(desk: &Desk, senior: &Actor, id: ApplicationId, seen: &str) -> BTreeSet<Moved> {
    match review::decide(&desk.world.services, senior, id, &decision(seen, "approve")).await {
        Err(Denied::Moved(moved)) => moved,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w03_a_decision_on_an_old_screen_is_refused_and_says_what_moved() {
    let mut scene = scene().await;
    let desk = &scene.desk;
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;

    // The version alone.
    let seen = desk.seen(&scene.senior, id).await;
    behind(desk, "update applications set version = version + 1 where id = $1", id).await;
    assert_eq!(moved(desk, &scene.senior, id, &seen).await, BTreeSet::from([Moved::Case]));

    // A section.
    let seen = desk.seen(&scene.senior, id).await;
    behind(
        desk,
        "insert into sections (tenant_id, application_id, code, version, plain, sealed, saved_by, saved_at)
         select tenant_id, application_id, code, version + 1, plain, sealed, saved_by, saved_at
         from sections where application_id = $1 and code = 'channels'",
        id,
    )
    .await;
    assert_eq!(
        moved(desk, &scene.senior, id, &seen).await,
        BTreeSet::from([Moved::Section("channels".into())])
    );

    // A paper's bytes, with everything else as it was.
    let seen = desk.seen(&scene.senior, id).await;
    behind(
        desk,
        "update document_versions set sha256 = decode(repeat('ab', 32), 'hex')
         where application_id = $1
           and document_id = (select id from documents where application_id = $1 and paper = 'business_licence')",
        id,
    )
    .await;
    assert_eq!(
        moved(desk, &scene.senior, id, &seen).await,
        BTreeSet::from([Moved::Paper("business_licence".into())])
    );

    // A paper taken away.
    let seen = desk.seen(&scene.senior, id).await;
    behind(
        desk,
        "update documents set removed_at = created_at where application_id = $1 and paper = 'representative_id_back'",
        id,
    )
    .await;
    assert_eq!(
        moved(desk, &scene.senior, id, &seen).await,
        BTreeSet::from([Moved::Paper("representative_id_back".into())])
    );
    assert_eq!(desk.number("select count(*) from decisions where application_id = $1", id.0).await, 0);
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w03_a_recommendation_on_an_old_screen_is_refused_too() {
    let mut scene = scene().await;
    let desk = &scene.desk;
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(&desk.world.services, &scene.reviewer, id).await.expect("claimed");
    let seen = desk.seen(&scene.reviewer, id).await;
    behind(desk, "update applications set version = version + 1 where id = $1", id).await;
    for (token, why) in [(seen, "an old one"), (String::new(), "none"), ("AAAA".into(), "an invented one")] {
        let input = AdviceInput { seen: token, verdict: "approve".into(), ..AdviceInput::default() };
        let denied = review::recommend(&desk.world.services, &scene.reviewer, id, &input).await;
        assert!(matches!(denied, Err(Denied::Moved(_))), "{why}: {denied:?}");
    }
    assert_eq!(desk.number("select count(*) from recommendations where application_id = $1", id.0).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn claiming_and_releasing_leave_what_was_seen_true() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    let seen = desk.seen(&scene.reviewer, id).await;
    for _ in 0..2 {
        review::claim(services, &scene.reviewer, id).await.expect("claimed");
        assert!(matches!(
            review::claim(services, &scene.senior, id).await,
            Err(Denied::NotOpen("applications-why-claimed-by-other"))
        ));
        assert!(matches!(
            review::release(services, &scene.senior, id).await,
            Err(Denied::NotOpen("applications-why-not-claimed"))
        ));
        review::release(services, &scene.reviewer, id).await.expect("released");
    }
    let input = AdviceInput { seen: seen.clone(), verdict: "approve".into(), ..AdviceInput::default() };
    let denied = review::recommend(services, &scene.reviewer, id, &input).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-not-claimed"))), "{denied:?}");
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    tests::desk::accept_all(services, &scene.reviewer, id).await;
    review::recommend(services, &scene.reviewer, id, &input).await.expect("on the first screen");
}
