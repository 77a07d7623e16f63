//! Connections that end, or stop, in the middle of an upload.

use super::{Kept, LICENCE, blobs, by_wire, eventually, merchant, send};
use server::listen::Limits;
use std::time::Duration as Wait;
use tests::{
    builders::{MerchantBuilder, faulty::jpeg_of},
    wire::Wire,
    world::World,
};
use time::Duration;

/// More than S3 takes in one part, so that something of it lies there already.
const SENT: usize = 6 << 20;
const WHOLE: usize = 9 << 20;

/// Sends the first megabytes of a file, and waits until a part of it is stored.
async fn begun(world: &World, merchant: &MerchantBuilder<'_>) -> Wire {
    let form = by_wire(merchant, "licence.jpg", jpeg_of(WHOLE)).await;
    let body = form.body();
    let mut wire = Wire::to(&world.base_url).await;
    assert!(wire.send(&form.head(Some(body.len()))).await && wire.send(&body[..SENT]).await);
    let stored = || blobs(world).iter().any(|name| name.contains(".part-"));
    eventually("a part is stored", async || stored()).await;
    let kept = Kept::of(merchant).await;
    assert_eq!((kept.open, kept.versions), (1, 0), "an upload is under way");
    wire
}

/// Nothing is left once the sweep has been, and the same file comes in.
async fn leaves_nothing(world: &World, merchant: &MerchantBuilder<'_>) {
    eventually("the upload is closed", async || Kept::of(merchant).await.open == 0).await;
    world.let_pass(Duration::hours(1));
    let tenant = merchant.owner.tenant.id;
    let found = services::documents::reconcile(&world.services, tenant).await.expect("the sweep");
    assert_eq!(found.missing, Vec::<String>::new());
    assert_eq!(Kept::of(merchant).await, Kept::nothing());
    let second = services::documents::reconcile(&world.services, tenant).await.expect("the second sweep");
    assert_eq!(second, services::documents::Findings::default());
    merchant.owner.sign_in().await;
    let answer = send(merchant, LICENCE, "licence.jpg", jpeg_of(WHOLE)).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    assert_eq!(Kept::of(merchant).await.versions, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f01_fault11_a_connection_that_is_cut_leaves_nothing_behind() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    drop(begun(&world, &merchant).await);
    leaves_nothing(&world, &merchant).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f01_a_connection_that_stops_is_given_up() {
    let limits = Limits { body_idle: Wait::from_secs(2), ..Limits::default() };
    let world = World::with_limits(limits).await;
    let merchant = merchant(&world).await;
    let wire = begun(&world, &merchant).await;
    leaves_nothing(&world, &merchant).await;
    if let Some(reply) = wire.reply().await {
        assert!((400..500).contains(&reply.status), "{}", reply.text);
    }
}
