//! The blob server is down: a page says so, and nothing is lost.

use super::{Kept, LICENCE, merchant, send};
use tests::{
    builders::{jpeg, pdf},
    world::World,
};
use time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault12_without_the_blob_server_a_page_says_so_and_nothing_is_lost() {
    let world = World::new().await;
    // Who represents it is answered: the other side of an ID is asked for by its kind.
    let merchant = merchant(&world).await.with("representative").await;
    let licence = pdf("Licence");
    assert_eq!(send(&merchant, LICENCE, "licence.pdf", licence.clone()).await.status, 303);
    world.run_jobs().await;
    let front = jpeg(5);
    assert_eq!(send(&merchant, "representative_id_front", "front.jpg", front).await.status, 303);
    let before = Kept::of(&merchant).await;
    world.stop_blobs().await;

    // What is sent now isn't taken, and the sender reads that it is us.
    let back = jpeg(6);
    let answer = send(&merchant, "representative_id_back", "back.jpg", back.clone()).await;
    assert_eq!(answer.status, 503);
    assert!(answer.headers.contains_key("retry-after"), "{:?}", answer.headers);
    assert_eq!(answer.attribute("html", "lang").as_deref(), Some("en"));
    assert!(answer.text("h1").is_some_and(|title| !title.is_empty()), "{}", answer.body);
    assert!(!answer.body.contains("127.0.0.1") && !answer.body.contains("S3"), "{}", answer.words());
    assert_eq!(Kept::of(&merchant).await, before);

    // What is there already is listed; its pictures and its original have to wait.
    let page = merchant.page("/papers").await;
    assert_eq!(page.status, 200);
    assert!(page.words().contains("licence.pdf") && page.words().contains("front.jpg"), "{}", page.words());
    let original = page.link("/original");
    for path in [original.clone(), page.attribute(".paper-pages img", "src").expect("a picture")] {
        let answer = merchant.owner.browser.get(&path).await;
        assert_eq!(answer.status, 503, "{path}");
    }

    // Checks that were due meanwhile are tried again.
    world.run_jobs().await;
    world.start_blobs().await;
    world.clock.advance(Duration::minutes(1));
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    assert_eq!(page.texts(".paper-file .badge"), ["Checked", "Checked"], "{}", page.words());
    let answer = send(&merchant, "representative_id_back", "back.jpg", back).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let (status, _, bytes) = merchant.owner.browser.bytes(&original).await;
    assert_eq!((status, bytes), (200, licence));
}
