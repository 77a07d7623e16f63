//! What it costs the tenant, what is left of a price, its contracts and what lies beneath a price are on no surface that
//! a merchant or a visitor has: not on a page, not in the API, not in an error, a file or a mail.

use super::key;
use crate::routes::{actors::Who, pages_of, stage::Stage};
use domain::{
    FeeClaimId, OfferId, PriceId,
    fees::{Claim, Minor, Rate, own::Terms},
    permissions::Role,
};
use reqwest::Method;
use serde_json::json;
use services::fees::{
    claims::{self, Second},
    offers,
    prices::{self, Answer, NewLine},
};
use std::net::{IpAddr, Ipv4Addr};
use tests::{
    browser::Answer as Page,
    builders::{MerchantBuilder, Person},
    crawl::crawl,
    world::World,
};

/// The number and page of the contract.
const CONTRACT: [&str; 2] = ["CANARY-CONTRACT-7391", "CANARY-PAGE-58"];
/// What is noted of it, and why a price was approved.
const NOTES: [&str; 2] = ["CANARY-NOTE", "CANARY-REASON"];
/// What it costs, in 1/10 000 of a percent and as pages write it; a fixed fee likewise.
const COST: [&str; 4] = ["4391", "0.4391", "7393", "73.93"];

/// Everything that nobody of a merchant's may come across, with what it is.
struct Secrets {
    needles: Vec<(String, &'static str)>,
    price: PriceId,
    offer: OfferId,
    own: FeeClaimId,
}

/// Digits in groups of three with two decimals, as pages write money.
fn money(minor: i128) -> String {
    let (whole, part) = (minor.abs() / 100, minor.abs() % 100);
    let digits = whole.to_string();
    let first = digits.len() % 3;
    let mut groups: Vec<&str> = if first > 0 { vec![&digits[..first]] } else { vec![] };
    groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    format!("{}.{part:02}", groups.join(","))
}

/// An own claim of unmistakable figures, a price and an offer on it, the offer accepted.
async fn hide(
    stage: &Stage<'_>,
    merchant: &MerchantBuilder<'_>,
    one: &Person<'_>,
    other: &Person<'_>,
) -> Secrets {
    let services = &stage.harbour.world.services;
    let today = services.now().date();
    let claim = Claim {
        channel: Some("paypal".into()),
        fixed: Minor::new(7_393),
        ..Claim::of("", "CNY", Rate::new(4_391))
    };
    let terms = Terms {
        claim,
        from: today,
        to: None,
        contract: CONTRACT[0].into(),
        page: CONTRACT[1].into(),
        address: None,
        read_on: today,
        note: Some(NOTES[0].into()),
    };
    let own = claims::propose(services, &one.actor().await, terms, None).await.expect("an own claim");
    claims::answer(services, &other.actor().await, own, &Second::Approve).await.expect("it counts");
    let line = |percent, fixed| {
        let claim = Claim::of("", "CNY", Rate::new(percent));
        let claim = Claim { channel: Some("paypal".into()), fixed: Minor::new(fixed), ..claim };
        let beneath = own.to_string();
        NewLine { claim, beneath, from: Some(today), to: None, replaces: None }
    };
    let yes = Answer::Approve { reason: NOTES[1].into() };
    let price = prices::propose(services, &one.actor().await, &line(9_200, 9_000)).await.expect("a price");
    prices::decide(services, &other.actor().await, price, &yes).await.expect("it holds");
    let to = merchant.merchant().await;
    let offer =
        offers::propose(services, &one.actor().await, to, &[line(8_300, 5_000)]).await.expect("an offer");
    offers::decide(services, &other.actor().await, offer, &yes).await.expect("it waits");

    let mut needles: Vec<(String, &'static str)> = CONTRACT
        .iter()
        .chain(&NOTES)
        .map(|needle| ((*needle).to_owned(), "a contract or a reason"))
        .collect();
    needles.extend(COST.iter().map(|needle| ((*needle).to_owned(), "what it costs")));
    needles.push((own.to_string(), "the claim beneath"));
    let (listed, _) = prices::one(services, &one.actor().await, price).await.expect("the price");
    let (offered, _, _) = offers::one(services, &one.actor().await, offer).await.expect("the offer");
    let judged = offered.judgements.iter().chain([&listed.judgement]).flat_map(|judged| &judged.mixes);
    for mix in judged {
        let cost = *mix.cost.as_ref().expect("it can be told");
        for (amount, what) in [(cost, "a cost"), (mix.price - cost, "a margin")] {
            needles.extend([(money(amount), what), (amount.abs().to_string(), what)]);
        }
    }
    Secrets { needles, price, offer, own }
}

impl Secrets {
    /// What is found of them in an answer.
    fn found_in(&self, page: &Page) -> Vec<String> {
        let headers = format!("{:?}", page.headers);
        // Each answer's own ids and random words are no figures.
        let drawn = ["x-request-id", "content-security-policy", "set-cookie"];
        let drawn: Vec<String> = drawn
            .iter()
            .filter_map(|name| page.headers.get(*name)?.to_str().ok().map(str::to_owned))
            .collect();
        let nonce = page.attribute("script[nonce]", "nonce").unwrap_or_default();
        let plain = |text: &str| {
            let text = drawn.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
            if nonce.is_empty() { text } else { text.replace(&nonce, "") }
        };
        let all = plain(&page.body) + &plain(&headers);
        self.needles
            .iter()
            .filter(|(needle, _)| stands_in(&all, needle))
            .map(|(needle, what)| format!("{} shows {what}: {needle}", page.path))
            .collect()
    }
}

/// Whether it stands there: of figures as a number of its own, not as a part of a longer one or of an id.
fn stands_in(text: &str, needle: &str) -> bool {
    let is_figure = needle.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    text.match_indices(needle).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + needle.len()..].chars().next();
        let joins =
            |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-'));
        !is_figure || !(joins(before) || joins(after))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_cost_and_no_margin_is_on_any_surface_of_merchants_and_visitors() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let one = stage.harbour.staff("one@harbour.example", &[Role::Admin]).await;
    let other = stage.harbour.staff("two@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = stage.approved.another().await;
    let secrets = hide(&stage, &merchant, &one, &other).await;
    world.run_jobs().await;

    // They are on the staff's pages: what is looked for would be found.
    let line = one.browser.get(&stage.harbour.at(&format!("/console/fees/prices/{}", secrets.price))).await;
    let offer = one.browser.get(&stage.harbour.at(&format!("/console/fees/offers/{}", secrets.offer))).await;
    let seen = [secrets.found_in(&line), secrets.found_in(&offer)].concat();
    for what in ["what it costs", "the claim beneath", "a cost", "a margin", "a contract or a reason"] {
        assert!(
            seen.iter().any(|found| found.contains(what)),
            "{what} isn't even on the staff's pages: {seen:?}"
        );
    }

    let mut leaks = look(&stage, &secrets).await;
    let owner = merchant.owner.actor().await;
    let from = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let stale = merchant
        .owner
        .browser
        .post(&stage.harbour.at(&format!("/offers/{}/accept", secrets.offer)), &[("version", "9")])
        .await;
    assert_eq!(stale.status, 409, "{}", stale.words());
    leaks.extend(secrets.found_in(&stale));
    offers::accept(&world.services, &owner, secrets.offer, 1, from).await.expect("it is accepted");
    leaks.extend(look(&stage, &secrets).await);
    leaks.extend(ask(&world, &merchant, &secrets).await);
    for mail in world.mailbox.list(1000).expect("mails") {
        let shown = secrets.needles.iter().filter(|(needle, _)| stands_in(&mail.text, needle));
        leaks.extend(shown.map(|(needle, what)| format!("a mail shows {what}: {needle}")));
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    world.allow_jobs();
}

/// Every page that is theirs, and every page that links lead them to.
async fn look(stage: &Stage<'_>, secrets: &Secrets) -> Vec<String> {
    let mut leaks = Vec::new();
    for (who, path) in pages_of(stage, &[Who::Anonymous, Who::Nobody, Who::Owner, Who::Other]).await {
        let browser = &stage.people[&who];
        leaks.extend(secrets.found_in(&browser.send(browser.request(Method::GET, &path)).await));
    }
    let doors = ["", "/home", "/prices", "/credentials", "/channels"].map(|door| stage.harbour.at(door));
    let mut looked = 0;
    for who in [Who::Anonymous, Who::Owner] {
        for (_, page) in crawl(&stage.people[&who], &doors, &["/mailbox"]).await {
            leaks.extend(secrets.found_in(&page.answer));
            looked += 1;
        }
    }
    assert!(looked > 60, "only {looked} pages were looked at");
    leaks
}

/// What a merchant's systems are told, with the claim's id as well.
async fn ask(world: &World, merchant: &MerchantBuilder<'_>, secrets: &Secrets) -> Vec<String> {
    let (key, browser) = (key(merchant).await, world.browser());
    let mut leaks = Vec::new();
    for path in ["/api/v1/channels", "/api/v1/fee-claims", "/api/v1/me", "/api/openapi.json"] {
        let answer = browser.send(browser.request(Method::GET, path).bearer_auth(&key)).await;
        assert_eq!(answer.status, 200, "{path}");
        leaks.extend(secrets.found_in(&answer));
    }
    for id in [secrets.own.to_string(), secrets.price.to_string(), format!("{}.1", secrets.offer)] {
        let body = json!({"mix": [{"count": 1, "amount": 10_000}], "claims": [id]});
        let request = browser.request(Method::POST, "/api/v1/fees/compare").bearer_auth(&key).json(&body);
        let answer = browser.send(request).await;
        assert_eq!(answer.status, 404, "{id}: {}", answer.body);
        leaks.extend(secrets.found_in(&answer).into_iter().filter(|found| !found.contains(&id)));
    }
    leaks
}

#[test]
fn figures_are_found_as_numbers_of_their_own() {
    assert!(stands_in("costs 0.4391%", "0.4391") && stands_in("{\"percent\":4391,", "4391,"));
    assert!(!stands_in("10.43910", "0.4391") && !stands_in("a4391", "4391") && !stands_in("4,391", "391"));
    assert!(stands_in("xCANARYx", "CANARY"));
    assert_eq!((money(126_000), money(12_345_678)), ("1,260.00".to_owned(), "123,456.78".to_owned()));
}
