//! Requests that lie about their length, or don't say it.

use super::{Kept, by_wire, eventually, merchant};
use sha2::{Digest as _, Sha256};
use tests::{
    builders::pdf,
    wire::{FileForm, Reply, Wire, chunked},
    world::World,
};

/// Sends a body under a head that says another length; ends it there.
async fn lie(world: &World, form: &FileForm, length: usize, body: &[u8]) -> Option<Reply> {
    let mut wire = Wire::to(&world.base_url).await;
    wire.send(&form.head(Some(length))).await;
    wire.send(body).await;
    wire.end().await;
    wire.reply().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f01_a_body_that_ends_before_its_file_does_leaves_nothing() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let file = pdf("Licence");
    let form = by_wire(&merchant, "licence.pdf", file.clone()).await;
    let whole = form.body();
    let inside = whole.len() - file.len() / 2 - 100;
    let cases = [
        ("says less than it sends", inside, whole.as_slice()),
        ("says less by a byte of its end", whole.len() - 5, &whole),
        ("says more than it sends", whole.len(), &whole[..inside]),
        ("says nothing of what it sends", 0, &whole),
    ];
    for (what, length, body) in cases {
        // A connection that ends too early may be answered or not; it is never told that the file has come.
        if let Some(reply) = lie(&world, &form, length, body).await {
            assert!((400..500).contains(&reply.status), "{what}: {}", reply.text);
        }
        eventually(what, async || Kept::of(&merchant).await == Kept::nothing()).await;
    }
    // Told truly, and listened to: whoever hangs up behind the last byte may miss the answer.
    let mut wire = Wire::to(&world.base_url).await;
    wire.send(&form.head(Some(whole.len()))).await;
    wire.send(&whole).await;
    let reply = wire.reply().await.expect("an answer");
    assert_eq!(reply.status, 303, "the same file, told truly: {}", reply.text);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_there_as_a_whole_is_taken_whatever_the_head_says_beyond() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let file = pdf("Licence");
    let form = by_wire(&merchant, "licence.pdf", file.clone()).await;
    let body = form.body();
    let reply = lie(&world, &form, body.len() + 1000, &body).await;
    world.run_jobs().await;
    match reply {
        Some(reply) if reply.status == 303 => {
            assert_eq!(merchant.paper(super::LICENCE).await.sha256, <[u8; 32]>::from(Sha256::digest(&file)));
        }
        Some(reply) => {
            assert!((400..500).contains(&reply.status), "{}", reply.text);
            assert_eq!(Kept::of(&merchant).await, Kept::nothing());
        }
        None => assert_eq!(Kept::of(&merchant).await, Kept::nothing()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f01_a_body_of_no_said_length_is_counted_as_it_comes() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let form = by_wire(&merchant, "licence.pdf", pdf("Licence")).await;
    let mut wire = Wire::to(&world.base_url).await;
    wire.send(&form.head(None)).await;
    wire.send(&chunked(&form.body(), 700)).await;
    let reply = wire.reply().await.expect("an answer");
    assert_eq!(reply.status, 303, "{}", reply.text);
    world.run_jobs().await;

    let large = by_wire(&merchant, "large.jpg", tests::builders::faulty::jpeg_of((10 << 20) + 1)).await;
    let mut wire = Wire::to(&world.base_url).await;
    wire.send(&large.head(None)).await;
    wire.send(&chunked(&large.body(), 50_000)).await;
    let reply = wire.reply().await.expect("an answer");
    assert_eq!(reply.status, 413, "{}", reply.text);
    assert_eq!(Kept::of(&merchant).await.versions, 1);
}
