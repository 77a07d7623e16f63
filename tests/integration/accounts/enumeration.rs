//! Nobody learns from an answer, its headers or the work done whether an address has an account.

use super::{OTHER, PASSWORD, confirmed, harbour, register, sign_in};
use std::collections::BTreeMap;
use tests::{browser::Answer, world::World};

/// All that an answer shows, less what is new in each: nonce, date, request id.
fn seen(answer: &Answer) -> (u16, BTreeMap<String, String>, String) {
    let nonce = answer.attribute("[nonce]", "nonce").unwrap_or_default();
    let plain = |text: &str| if nonce.is_empty() { text.to_owned() } else { text.replace(&nonce, "N") };
    let headers = answer
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "date" | "x-request-id"))
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            // The policy's nonce is of one length, so the header's is too.
            let value =
                if name == "content-security-policy" { value.len().to_string() } else { plain(&value) };
            (name.to_string(), value)
        })
        .collect();
    (answer.status, headers, plain(&answer.body))
}

/// Answers and hashes of the same act for several addresses; the address itself is taken out of the answer.
async fn compare<F>(world: &World, addresses: &[&str], act: impl Fn(String) -> F)
where
    F: Future<Output = Answer>,
{
    let mut first = None;
    for address in addresses {
        let before = world.services.passwords.hashes();
        let answer = act((*address).to_owned()).await;
        let hashes = world.services.passwords.hashes() - before;
        let (status, headers, body) = seen(&answer);
        let headers: BTreeMap<_, _> =
            headers.into_iter().filter(|(name, _)| name != "content-length").collect();
        let shown = (status, headers, body.replace(*address, "ADDRESS"), hashes);
        match &first {
            None => first = Some(shown),
            Some(first) => assert_eq!(first, &shown, "{address}"),
        }
    }
}

/// A world with a confirmed, an unconfirmed, a contested and a locked account.
async fn peopled() -> World {
    let world = harbour().await;
    for address in ["known@haven.example", "other@haven.example"] {
        confirmed(&world, &world.browser(), address).await;
    }
    register(&world.browser(), "fresh@haven.example", PASSWORD).await;
    register(&world.browser(), "twice@haven.example", PASSWORD).await;
    register(&world.browser(), "twice@haven.example", OTHER).await;
    world.run_jobs().await;
    for _ in 0..10 {
        sign_in(&world.browser(), "other@haven.example", OTHER).await;
        world.clock.advance(time::Duration::seconds(6));
    }
    world.run_jobs().await;
    world
}

const ADDRESSES: [&str; 5] = [
    "known@haven.example",
    "fresh@haven.example",
    "twice@haven.example",
    "other@haven.example",
    "never@haven.example",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a04_a_wrong_password_is_answered_alike() {
    let world = peopled().await;
    compare(&world, &ADDRESSES, |address| {
        let browser = world.browser();
        async move { sign_in(&browser, &address, "wrong password of some length").await }
    })
    .await;
    compare(&world, &["never@haven.example", "no address at all"], |address| {
        let browser = world.browser();
        async move { sign_in(&browser, &address, "wrong password of some length").await }
    })
    .await;
    let browser = world.browser();
    let before = world.services.passwords.hashes();
    sign_in(&browser, "known@haven.example", "wrong").await;
    assert_eq!(world.services.passwords.hashes() - before, 1, "exactly one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a04_the_right_password_of_a_locked_account_is_answered_like_a_wrong_one() {
    let world = peopled().await;
    let browser = world.browser();
    let right = sign_in(&browser, "other@haven.example", PASSWORD).await;
    let wrong = sign_in(&browser, "other@haven.example", OTHER).await;
    assert_eq!(seen(&right), seen(&wrong));
    assert_eq!(right.status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a04_registering_is_answered_alike_and_the_owner_is_told() {
    let world = peopled().await;
    let before = world.mailbox.list(1000).unwrap().len();
    compare(&world, &ADDRESSES, |address| {
        let browser = world.browser();
        async move { register(&browser, &address, PASSWORD).await }
    })
    .await;
    assert_eq!(world.run_jobs().await, 5);
    assert_eq!(world.mailbox.list(1000).unwrap().len(), before + 5);
    let subject = |address: &str| world.mail_to(address).subject;
    assert_eq!(subject("known@haven.example"), "You already have an account");
    assert_eq!(subject("fresh@haven.example"), "Confirm your e-mail address");
    assert_eq!(subject("twice@haven.example"), "Choose your password to finish registering");
    assert_eq!(subject("never@haven.example"), "Confirm your e-mail address");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a04_asking_for_links_is_answered_alike() {
    let world = peopled().await;
    for path in ["/account/forgotten", "/account/confirm"] {
        let before = world.services.passwords.hashes();
        compare(&world, &ADDRESSES, |address| {
            let browser = world.browser();
            async move { browser.post(path, &[("email", &address)]).await }
        })
        .await;
        assert_eq!(world.services.passwords.hashes(), before, "no hash on any path");
    }
    let before = world.mailbox.list(1000).unwrap().len();
    // One job for each asking, whoever asked: those without an account end without a mail.
    assert_eq!(world.run_jobs().await, 10);
    // Four resets (not the unknown's), two confirmations (fresh and twice).
    assert_eq!(world.mailbox.list(1000).unwrap().len(), before + 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a04_signing_in_takes_as_long_for_nobody_as_for_somebody() {
    let world = peopled().await;
    let mut times: BTreeMap<&str, Vec<u128>> = BTreeMap::new();
    let mut addresses = ["known@haven.example", "never@haven.example", "other@haven.example"];
    for round in 0..30 {
        addresses.rotate_left(1);
        for address in addresses {
            let browser = world.browser();
            let start = std::time::Instant::now();
            sign_in(&browser, address, "wrong password of some length").await;
            times.entry(address).or_default().push(start.elapsed().as_micros());
        }
        if round % 5 == 4 {
            world.clock.advance(time::Duration::hours(1));
        }
    }
    let median = |address: &str| {
        let mut times = times[address].clone();
        times.sort_unstable();
        times[times.len() / 2]
    };
    let unknown = median("never@haven.example");
    for address in ["known@haven.example", "other@haven.example"] {
        let known = median(address);
        // Generous, since other tests run beside this one: without the decoy's hash it is a matter of ten times.
        assert!(
            known < unknown * 2 && unknown < known * 2,
            "{address}: {known} µs, an unknown one: {unknown} µs"
        );
    }
}
