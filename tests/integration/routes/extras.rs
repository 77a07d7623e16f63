//! Fields that a form doesn't have, sent with everything that it has, by people who could never do what those say.

use super::{actors::Who, bodies, places::Places, stage::Stage, table};
use reqwest::Body;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use tests::world::World;

/// What somebody might hope that a form takes as well.
const HOPES: &str = "status=approved&state=approved&case_state=approved&decision=approve&approved_by=me&decided_by=me\
    &tenant_id=01935a00-0000-7000-8000-000000000001&tenant=haven&role=admin&roles=admin&roles=senior_reviewer\
    &role=owner&operator=true&is_operator=true&confirmed_at=2026-01-01T00:00:00Z&version=1&price=0";

/// Whoever decides nothing, and gives nobody a role.
const POWERLESS: [Who; 4] = [Who::Anonymous, Who::Nobody, Who::Owner, Who::Reviewer];

/// What none of them may move.
const FACTS: [(&str, &str); 6] = [
    ("decided", "select count(*) from applications where state in ('approved', 'rejected')"),
    ("decisions", "select count(*) from decisions"),
    ("roles of staff", "select count(*) from staff_roles"),
    ("operators", "select count(*) from persons where is_operator"),
    ("tenants", "select count(*) from tenants"),
    (
        "elsewhere",
        "select count(*) from applications a where not exists (select 1 from merchants m
        where m.tenant_id = a.tenant_id and m.id = a.merchant_id)",
    ),
];

async fn facts(world: &World) -> BTreeMap<&'static str, i64> {
    let mut superuser = world.database.superuser().await;
    let mut found = BTreeMap::new();
    for (name, sql) in FACTS {
        let count = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut superuser).await.expect("a count");
        found.insert(name, count);
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t03_a_field_that_a_form_does_not_know_changes_nothing() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let before = facts(&world).await;
    let mut sent = 0;
    for row in table::rows().iter().filter(|row| row.method == "POST" && !row.is_link()) {
        let may =
            Who::ALL.into_iter().zip(&row.cells).filter(|(who, cell)| POWERLESS.contains(who) && cell.may());
        for (who, _) in may {
            let path = places.path(&row.route);
            let request = bodies::request(&stage, &stage.people[&who], &row.route, &path).await;
            let (client, request) = request.build_split();
            let mut request = request.expect("a request");
            // A form with a file has its fields in parts; those stay as they are.
            let Some(form) = request.body().and_then(Body::as_bytes) else { continue };
            let form = [form, b"&", HOPES.as_bytes()].concat();
            request.headers_mut().remove("content-length");
            *request.body_mut() = Some(form.into());
            let answer = client.execute(request).await.expect("an answer");
            assert!(answer.status().as_u16() < 500, "{who} {}: {}", row.route, answer.status());
            sent += 1;
        }
    }
    assert_eq!(facts(&world).await, before);
    assert!(sent > 40, "{sent}");
    world.allow_jobs();
}
