//! Rows and objects that don't agree, and the sweep that brings them together.

use super::{LICENCE, blobs, merchant, send};
use axum::body::Bytes;
use services::documents::{Findings, reconcile};
use tests::{binary, builders::pdf, world::World};
use time::Duration;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f09_objects_that_no_row_knows_go_once_they_are_old() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    send(&merchant, LICENCE, "licence.pdf", pdf("Licence")).await;
    world.run_jobs().await;
    let known = blobs(&world);
    let (tenant, version) = (merchant.owner.tenant.id, merchant.paper(LICENCE).await);
    let original = version.blob_key.clone().expect("a place");
    // What a process leaves that ends between an object and its row, and a picture of a page that there isn't.
    let strangers = [
        format!("{tenant}/{}/{}", Uuid::from_u128(1), Uuid::from_u128(2)),
        format!("{original}-7"),
        format!("{tenant}/no/version's"),
    ];
    for key in &strangers {
        world.services.blobs.put(key, Bytes::from_static(b"sealed")).await.expect("an object");
    }
    let keys = async || -> Vec<String> {
        let found = world.services.blobs.list(&format!("{tenant}/"), None).await.expect("a list");
        found.into_iter().map(|object| object.key).collect()
    };

    // Young ones may be on their way.
    world.let_pass(Duration::minutes(10));
    assert_eq!(reconcile(&world.services, tenant).await.expect("a sweep"), Findings::default());
    assert_eq!(keys().await.len(), 5);
    world.clock.advance(Duration::minutes(10));
    let found = reconcile(&world.services, tenant).await.expect("a sweep");
    assert_eq!(found, Findings { dropped: 3, ..Findings::default() });
    assert_eq!(keys().await, [original.clone(), format!("{original}-1")]);
    assert_eq!(reconcile(&world.services, tenant).await.expect("a sweep"), Findings::default());
    assert_eq!(blobs(&world), known);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f09_a_missing_object_is_named_and_the_command_says_so() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    send(&merchant, LICENCE, "licence.pdf", pdf("Licence")).await;
    world.run_jobs().await;
    let (tenant, version) = (merchant.owner.tenant.id, merchant.paper(LICENCE).await);
    let key = version.blob_key.clone().expect("a place");
    world.services.blobs.delete(&key).await.expect("it is gone");
    world.let_pass(Duration::hours(1));
    let found = reconcile(&world.services, tenant).await.expect("a sweep");
    assert_eq!(found, Findings { missing: vec![key.clone()], ..Findings::default() });
    assert_eq!(merchant.page("/papers").await.status, 200, "the page still shows");

    // Rows of long ago, whatever the date is.
    let mut owner = world.database.owner().await;
    sqlx::query("update document_versions set uploaded_at = '2000-01-01'").execute(&mut owner).await.unwrap();
    let output = binary::run(&world, &["documents", "reconcile"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(&format!("MISSING {key}")), "{said}");
}
