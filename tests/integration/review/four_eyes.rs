//! Both sides of one decision never in one person: in code, and where code fails, by the database.

use super::{decision, scene};
use domain::{Actor, permissions::Role};
use services::{
    ServiceError,
    review::{self, Denied, Wanted},
};
use sqlx::{Connection, PgConnection};
use store::review::Shelf;
use tests::desk::Desk;
use uuid::Uuid;

async fn as_app(desk: &Desk) -> PgConnection {
    let mut app = PgConnection::connect(&desk.world.database.app_url()).await.expect("the app connects");
    sqlx::query("select set_config('app.tenant_id', $1, false)")
        .bind(desk.tenant.id.0.to_string())
        .execute(&mut app)
        .await
        .expect("the tenant is set");
    app
}

fn id_of(actor: &Actor) -> Uuid {
    actor.person().expect("a person").id.0
}

/// The constraint that refused.
fn refused_by(result: Result<sqlx::postgres::PgQueryResult, sqlx::Error>) -> String {
    match result {
        Err(sqlx::Error::Database(error)) => error.constraint().unwrap_or_default().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w01_whoever_recommended_cannot_decide() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.senior).await;
    let seen = desk.seen(&scene.senior, id).await;
    let denied = review::decide(services, &scene.senior, id, &decision(&seen, "approve")).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-recommender"))), "{denied:?}");
    // Not even with another role by now, nor on an old screen.
    let Actor::Person(mut person) = scene.senior.clone() else { unreachable!() };
    person.staff = vec![Role::Reviewer, Role::SeniorReviewer, Role::Admin, Role::Operator];
    let denied = review::decide(services, &Actor::Person(person), id, &decision("", "approve")).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-recommender"))), "{denied:?}");

    // Past the code: the database refuses.
    let mut app = as_app(desk).await;
    let past = sqlx::query(
        "insert into decisions (tenant_id, id, application_id, recommendation_id, reviewer_id, decider_id,
             application_version, seen, outcome, created_at)
         select tenant_id, $2, application_id, id, reviewer_id, reviewer_id, application_version, seen, 'approved', created_at
         from recommendations where application_id = $1",
    )
    .bind(id.0)
    .bind(Uuid::from_u128(1))
    .execute(&mut app)
    .await;
    assert_eq!(refused_by(past), "four_eyes");
    // Naming somebody else as the reviewer doesn't help: the recommendation is theirs.
    let past = sqlx::query(
        "insert into decisions (tenant_id, id, application_id, recommendation_id, reviewer_id, decider_id,
             application_version, seen, outcome, created_at)
         select tenant_id, $2, application_id, id, $3, reviewer_id, application_version, seen, 'approved', created_at
         from recommendations where application_id = $1",
    )
    .bind(id.0)
    .bind(Uuid::from_u128(2))
    .bind(id_of(&scene.other))
    .execute(&mut app)
    .await;
    assert!(refused_by(past).starts_with("decisions_tenant_id_recommendation_id_reviewer_id"));
}

/// Handing up and what a channel answered weigh on a case as well.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w01_the_database_knows_who_may_hand_up_and_record_answers() {
    let mut scene = scene().await;
    let desk = &scene.desk;
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let seen = desk.seen(&scene.senior, id).await;
    let approve = decision(&seen, "approve");
    review::decide(&desk.world.services, &scene.senior, id, &approve).await.expect("approved");
    desk.world.run_jobs().await;
    let auditor = desk.staff("auditor", &[Role::Auditor]).await;
    let both = desk.staff("both", &[Role::Reviewer]).await;
    let mut owner = desk.world.database.owner().await;
    let member = "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at)
                  select tenant_id, merchant_id, $2, 'papers', created_at from applications where id = $1";
    sqlx::query(member).bind(id.0).bind(id_of(&both)).execute(&mut owner).await.expect(member);
    let mut app = as_app(desk).await;
    let up = "insert into escalations (tenant_id, id, application_id, raised_by, raised_at, reason_sealed)
              select tenant_id, $2, id, $3, created_at, '' from applications where id = $1";
    let answer = "insert into channel_answers (tenant_id, id, merchant_id, application_id, channel, environment, answer,
                      state, verbatim_sealed, answered_on, recorded_by, recorded_at)
                  select tenant_id, $2, merchant_id, application_id, channel, environment, 'yes', 'effective', '',
                      date(requested_at), $3, requested_at
                  from capabilities where application_id = $1 limit 1";
    for sql in [up, answer] {
        for (by, constraint) in [(&both, "own_side"), (&auditor, "active_staff")] {
            let past = sqlx::query(sql).bind(id.0).bind(Uuid::from_u128(7)).bind(id_of(by));
            assert_eq!(refused_by(past.execute(&mut app).await), constraint, "{sql}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w01_whoever_ever_held_a_role_at_the_merchant_has_no_such_case() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let seen = desk.seen(&scene.senior, id).await;
    let mut owner = desk.world.database.owner().await;
    // A role that ended long ago.
    sqlx::query(
        "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at, ended_at)
         select tenant_id, merchant_id, $2, 'developer', created_at, created_at from applications where id = $1",
    )
    .bind(id.0)
    .bind(id_of(&scene.senior))
    .execute(&mut owner)
    .await
    .unwrap();

    assert!(matches!(review::case(services, &scene.senior, id).await, Err(ServiceError::NotFound)));
    let denied = review::decide(services, &scene.senior, id, &decision(&seen, "approve")).await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::NotFound))), "{denied:?}");
    let denied = review::claim(services, &scene.senior, id).await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::NotFound))), "{denied:?}");
    let wanted = Wanted::on(Shelf::Waiting);
    assert_eq!(review::queue(services, &scene.senior, &wanted).await.unwrap().cases, []);
    assert_eq!(review::queue(services, &scene.other, &wanted).await.unwrap().cases.len(), 1);

    // Past the code: the database refuses claim, recommendation and decision.
    let mut app = as_app(desk).await;
    let claim = sqlx::query("update applications set claimed_by = $2, case_state = 'claimed' where id = $1")
        .bind(id.0)
        .bind(id_of(&scene.senior))
        .execute(&mut app)
        .await;
    assert_eq!(refused_by(claim), "own_side");
    for judge in [&scene.senior, &scene.owner] {
        let recommendation = sqlx::query(
            "insert into recommendations (tenant_id, id, application_id, application_version, seen, reviewer_id, verdict, created_at)
             select tenant_id, $2, application_id, 99, seen, $3, 'approve', created_at
             from recommendations where application_id = $1",
        )
        .bind(id.0)
        .bind(Uuid::from_u128(3))
        .bind(id_of(judge))
        .execute(&mut app)
        .await;
        // Whichever of the two locks is met first: never on one's own side, never without a reviewer's role.
        assert!(["own_side", "active_staff"].contains(&refused_by(recommendation).as_str()));
        let past = sqlx::query(
            "insert into decisions (tenant_id, id, application_id, recommendation_id, reviewer_id, decider_id,
                 application_version, seen, outcome, created_at)
             select tenant_id, $2, application_id, id, reviewer_id, $3, application_version, seen, 'approved', created_at
             from recommendations where application_id = $1",
        )
        .bind(id.0)
        .bind(Uuid::from_u128(4))
        .bind(id_of(judge))
        .execute(&mut app)
        .await;
        assert!(["own_side", "active_staff"].contains(&refused_by(past).as_str()));
    }
    let standing = "select count(*) from decisions where application_id = $1";
    assert_eq!(desk.number(standing, id.0).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w01_a_role_that_comes_while_a_page_is_open_counts() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    // The reviewer becomes a member after recommending: what they said stays theirs, and nobody decides for them.
    let mut owner = desk.world.database.owner().await;
    sqlx::query("update applications set submitted_by = $2 where id = $1")
        .bind(id.0)
        .bind(id_of(&scene.senior))
        .execute(&mut owner)
        .await
        .unwrap();
    let denied = review::decide(services, &scene.senior, id, &decision("", "approve")).await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::NotFound))), "{denied:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_roles_and_other_tenants_have_no_say() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let seen = desk.seen(&scene.senior, id).await;
    let approve = decision(&seen, "approve");
    for (name, role) in [("admin", Role::Admin), ("auditor", Role::Auditor)] {
        let actor = desk.staff(name, &[role]).await;
        for denied in [
            review::decide(services, &actor, id, &approve).await.map(|_| ()),
            review::claim(services, &actor, id).await,
        ] {
            assert!(matches!(denied, Err(Denied::Service(ServiceError::Forbidden))), "{name}: {denied:?}");
        }
        assert!(matches!(review::case(services, &actor, id).await, Err(ServiceError::Forbidden)), "{name}");
    }
    // A reviewer recommends but doesn't decide; the merchant's owner does neither.
    for actor in [desk.staff("second", &[Role::Reviewer]).await, scene.owner.clone()] {
        let denied = review::decide(services, &actor, id, &approve).await;
        assert!(matches!(denied, Err(Denied::Service(ServiceError::Forbidden))), "{denied:?}");
    }
    // A senior of another tenant, with this case's id.
    let elsewhere = tests::desk::tenant(&desk.world, "haven").await;
    let Actor::Person(mut person) = scene.senior.clone() else { unreachable!() };
    person.tenant = elsewhere.id;
    let denied = review::decide(services, &Actor::Person(person), id, &approve).await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::NotFound))), "{denied:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w01_what_was_recommended_is_held_by_nobody_who_cannot_decide_it() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.senior).await;
    let wanted = Wanted::on(Shelf::Waiting);
    for (person, why) in [
        (&scene.senior, Some("applications-why-recommender")),
        (&scene.reviewer, Some("applications-why-not-senior")),
        (&scene.other, None),
    ] {
        // The button in the queue, the button on the case and the act itself say the same.
        let queue = review::queue(services, person, &wanted).await.unwrap();
        let line = queue.cases.iter().find(|case| case.id == id).expect("it waits");
        assert_eq!(review::claimable(person, line), why.is_none());
        assert_eq!(review::case(services, person, id).await.unwrap().acts.claim, why.is_none());
        match (review::claim(services, person, id).await, why) {
            (Ok(()), None) => {}
            (Err(Denied::NotOpen(key)), Some(why)) => assert_eq!(key, why),
            other => panic!("{other:?}"),
        }
    }
    let seen = desk.seen(&scene.other, id).await;
    review::decide(services, &scene.other, id, &decision(&seen, "return")).await.expect("returned");
    // Back in the first review it is anybody's again.
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    desk.world.run_jobs().await;
}
