//! An object store that fails in each of its ways: the sender reads that it is us, in time, and nothing stays half.

use super::{chain_holds, signed_in, with_the_clock};
use crate::uploads::{LICENCE, form_of};
use reqwest::Method;
use services::documents::{Findings, reconcile};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tests::{
    binary::{Running, free_port},
    browser::{Answer, Browser},
    builders::{MerchantBuilder, faulty::jpeg_of},
    proxy::{Proxy, Verdict},
    world::World,
};

/// Two parts of S3's.
const WHOLE: usize = 7 << 20;
const SLOW_DOWN: &[u8] = b"HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: 55\r\nConnection: close\r\n\r\n<Error><Code>SlowDown</Code><Message></Message></Error>";
const FORBIDDEN: &[u8] = b"HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nContent-Length: 59\r\nConnection: close\r\n\r\n<Error><Code>AccessDenied</Code><Message></Message></Error>";

/// The ways, by what they are called in a failure of this test.
const WAYS: [&str; 7] =
    ["well", "refused", "slow down", "forbidden", "silent", "reset half-way", "done and not answered"];

fn judge(way: &AtomicU8, sent: &AtomicUsize, piece: &[u8]) -> Verdict {
    let sent = sent.fetch_add(piece.len(), Ordering::SeqCst) + piece.len();
    match WAYS[usize::from(way.load(Ordering::SeqCst))] {
        "refused" => Verdict::Cut,
        "slow down" => Verdict::Answer(SLOW_DOWN),
        "forbidden" => Verdict::Answer(FORBIDDEN),
        "silent" => Verdict::Stall,
        "reset half-way" if sent > WHOLE / 2 => Verdict::Cut,
        "done and not answered" if sent > WHOLE / 2 => Verdict::PassAndCut,
        _ => Verdict::Pass,
    }
}

async fn upload(browser: &Browser, merchant: &MerchantBuilder<'_>) -> Answer {
    let page = browser.send(browser.request(Method::GET, &merchant.at("/papers"))).await;
    let form = form_of(&page, LICENCE);
    browser.send_file(&page, &form, "licence.jpg", jpeg_of(WHOLE)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault12_an_object_store_that_fails_in_each_way_rounds() {
    let world = World::new().await;
    with_the_clock(&world);
    let harbour = world.tenant("harbour").await;
    let first = harbour.merchant("lin@haifeng.example").await;
    let (way, sent) = (Arc::new(AtomicU8::new(0)), Arc::new(AtomicUsize::new(0)));
    let endpoint = world.given().blobs.endpoint.trim_start_matches("http://").to_owned();
    let proxy = {
        let (way, sent) = (Arc::clone(&way), Arc::clone(&sent));
        Proxy::before(&endpoint, move |piece| judge(&way, &sent, piece)).await
    };
    let endpoint = format!("http://{}", proxy.address());
    let running = Running::start(&world, free_port(), &[("S3_ENDPOINT", &endpoint)]).await;
    let browser = signed_in(&world, &running, &first.owner).await;
    for (at, name) in (0_u8..).zip(WAYS).skip(1) {
        let merchant = first.another().await;
        sent.store(0, Ordering::SeqCst);
        way.store(at, Ordering::SeqCst);
        let begun = Instant::now();
        let answer = upload(&browser, &merchant).await;
        way.store(0, Ordering::SeqCst);
        assert!(begun.elapsed() < Duration::from_mins(1), "{name}: {:?}", begun.elapsed());
        assert_eq!(answer.status, 503, "{name}: {}", answer.words());
        assert!(answer.headers.contains_key("retry-after"), "{name}");
        assert!(
            !answer.body.contains("S3") && !answer.body.contains("127.0.0.1"),
            "{name}: {}",
            answer.words()
        );
        super::none_in_a_transaction(&world).await;
        // Once it is well again the same file comes in.
        let answer = upload(&browser, &merchant).await;
        assert_eq!(answer.status, 303, "{name}: {}", answer.complaints());
    }
    world.let_pass(time::Duration::minutes(16));
    reconcile(&world.services, harbour.id).await.expect("a sweep");
    assert_eq!(reconcile(&world.services, harbour.id).await.expect("a second one"), Findings::default());
    chain_holds(&world, harbour.id).await;
    world.allow_jobs();
}
