//! Killed in mid upload, at any byte: what was acknowledged is there, nothing else is, and the next try comes in.

use super::{Draw, chain_holds, signed_in, with_the_clock};
use crate::uploads::{Kept, LICENCE, form_of};
use reqwest::Method;
use services::documents::{Findings, reconcile};
use tests::{
    binary::Running,
    browser::Browser,
    builders::{MerchantBuilder, faulty::jpeg_of},
    wire::{FileForm, Wire},
    world::World,
};
use time::Duration;

const ROUNDS: usize = 12;
const AT_ONCE: usize = 4;
const WHOLE: usize = 3 << 20;

/// An upload through the form of the page, begun and sent as far as `until`.
async fn begun(running: &Running, browser: &Browser, merchant: &MerchantBuilder<'_>, until: usize) -> Wire {
    let page = browser.send(browser.request(Method::GET, &merchant.at("/papers"))).await;
    let form = form_of(&page, LICENCE);
    let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let field = form.asks.first().expect("a field for a file");
    let upload = FileForm::new(&merchant.at("/papers"), &browser.cookies(), &fields);
    let upload = upload.file(field, "licence.jpg", jpeg_of(WHOLE));
    let (body, mut wire) = (upload.body(), Wire::to(&running.base_url).await);
    assert!(wire.send(&upload.head(Some(body.len()))).await);
    for piece in body[..until.min(body.len())].chunks(256 << 10) {
        if !wire.send(piece).await {
            break;
        }
    }
    wire
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault01_killed_at_any_byte_of_four_uploads_rounds() {
    let world = World::new().await;
    with_the_clock(&world);
    let mut draw = Draw::new();
    let harbour = world.tenant("harbour").await;
    let first = harbour.merchant("lin@haifeng.example").await;
    for round in 0..ROUNDS {
        let merchant = first.another().await;
        let running = Running::serve(&world).await;
        let browser = signed_in(&world, &running, &merchant.owner).await;
        let mut wires = Vec::new();
        for _ in 0..AT_ONCE {
            let until = usize::try_from(draw.below(u64::try_from(WHOLE).unwrap() + 2000)).unwrap();
            wires.push(begun(&running, &browser, &merchant, until).await);
        }
        tokio::time::sleep(std::time::Duration::from_millis(draw.below(40))).await;
        running.kill();
        let mut acknowledged = 0;
        for wire in wires {
            acknowledged += i64::from(wire.reply().await.is_some_and(|reply| reply.status == 303));
        }
        let kept = Kept::of(&merchant).await;
        assert!(kept.versions >= acknowledged, "round {round}: G1: {acknowledged} acknowledged, {kept:?}");

        // G5: rows and objects agree after the sweep, which a second one finds nothing to add to.
        world.let_pass(Duration::minutes(16));
        reconcile(&world.services, harbour.id).await.expect("a sweep");
        let again = reconcile(&world.services, harbour.id).await.expect("a second sweep");
        assert_eq!(again, Findings::default(), "round {round}");
        assert_eq!(Kept::of(&merchant).await.open, 0, "round {round}: nothing is half-present");
        // A session outlives no such pause; the clock is this machine's again.
        with_the_clock(&world);
    }
    chain_holds(&world, harbour.id).await;
    world.allow_jobs();
}
