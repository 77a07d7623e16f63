//! Whoever judges cases and is invited to a merchant: never on both sides of one decision.

use super::{invite, open, team};
use crate::tenants::number;
use domain::permissions::Role;
use sqlx::Connection;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_who_joins_gives_its_cases_back_and_never_sees_them_again() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let case = harbour.at(&format!("/desk/cases/{}", merchant.id));
    let page = rui.browser.get(&case).await;
    rui.browser.submit_and_go(&page, "/claim", &[]).await;
    let link = invite(&merchant, "rui@harbour.example", Role::Finance).await;
    let page = open(&rui, &link).await;
    assert!(page.words().contains("never review this business"), "{}", page.words());
    rui.browser.submit_and_go(&page, "Accept", &[]).await;
    world.run_jobs().await;
    let waiting = "select count(*) from applications where case_state = 'waiting' and claimed_by is null";
    assert_eq!(number(&world, waiting).await, 1);
    assert_eq!(rui.browser.get(&case).await.status, 404);
    // Leaving doesn't bring the case back.
    let page = rui.browser.get(&team(&merchant, "").await).await;
    rui.browser.submit_and_go(&page, "/leave", &[]).await;
    assert_eq!(rui.browser.get(&case).await.status, 404);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_judged_an_application_of_the_merchant_takes_no_role_there() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&rui).await;
    let link = invite(&merchant, "rui@harbour.example", Role::Papers).await;
    let page = open(&rui, &link).await;
    assert_eq!(page.status, 409);
    assert!(page.words().contains("can’t take a role"), "{}", page.words());
    let refused = rui.browser.post(&link, &[]).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    // The merchant sees an open invitation and nothing else.
    let page = merchant.owner.browser.get(&team(&merchant, "").await).await;
    assert!(page.words().contains("Invited"), "{}", page.words());
    assert_eq!(number(&world, "select count(*) from merchant_members").await, 1);

    // Past the code: the database refuses.
    let mut app = sqlx::PgConnection::connect(&world.database.app_url()).await.unwrap();
    sqlx::query("select set_config('app.tenant_id', $1, false)")
        .bind(harbour.id.0.to_string())
        .execute(&mut app)
        .await
        .unwrap();
    let past = sqlx::query(
        "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at)
         select tenant_id, id, $1, 'papers', created_at from merchants",
    )
    .bind(rui.id.0)
    .execute(&mut app)
    .await;
    let Err(sqlx::Error::Database(error)) = past else { panic!("{past:?}") };
    assert_eq!(error.constraint(), Some("own_side"));
}
