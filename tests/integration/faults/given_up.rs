//! Every form, given up at some point of its way.

use super::{Draw, chain_holds, none_in_a_transaction};
use crate::routes::{posts, stage::Stage};
use std::time::Duration;
use tests::world::World;

/// How often each form is given up.
const TIMES: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault30_every_form_given_up_at_some_point_leaves_nothing_half_done_rounds() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let mut draw = Draw::new();
    let mut given_up = 0;
    for request in posts(&stage, TIMES).await {
        // Somewhere on the way that most of them have.
        let patience = Duration::from_millis(draw.below(60) + 1);
        given_up += usize::from(request.timeout(patience).send().await.is_err());
    }
    assert!(given_up > 50, "only {given_up} were given up");
    // What was under way comes to its end.
    tokio::time::sleep(Duration::from_secs(2)).await;
    none_in_a_transaction(&world).await;
    for tenant in [stage.harbour.id, domain::TenantId::PLATFORM] {
        chain_holds(&world, tenant).await;
    }
    let ready = world.browser().get("/readyz").await;
    assert_eq!(ready.status, 200, "{}", ready.body);
    world.allow_jobs();
}
