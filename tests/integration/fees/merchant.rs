//! A merchant's own comparison: by its prices, with its ranking, begun from its application; and nothing of what
//! anything costs the tenant.

use super::stock;
use domain::permissions::Role;
use tests::{builders::answers_of, world::World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchant_sees_its_own_ranking_by_its_prices_and_never_a_cost() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let sun = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;
    // 1 % upon the 0.6 % that Alipay published.
    stock::approve(&world.services, &ada, &sun, &stock::line(stock::alipay(10_000))).await;
    let merchant = tenant.merchant("owner@merchant.example").await.filled_in().await;
    let browser = &merchant.owner.browser;
    let begun = browser.get(&tenant.at("/prices/compare")).await;
    assert_eq!(begun.status, 200);
    let chosen = |name: &str| begun.attribute(&format!("select[name={name}] option[selected]"), "value");
    let mcc = answers_of("scenes").iter().find(|(name, _)| *name == "mcc").map(|(_, value)| *value);
    assert_eq!(chosen("country").as_deref(), Some("CN"));
    assert_eq!(chosen("subject").as_deref(), Some("enterprise"));
    assert_eq!(chosen("industry").as_deref(), mcc);
    let page = browser.get(&begun.link("preset=coffee")).await;
    let words = page.words();
    let alipay =
        page.texts("table tr").into_iter().find(|row| row.starts_with("Alipay") && row.contains('¥'));
    // 6,000 payments of 35.00.
    assert!(alipay.as_deref().unwrap_or_default().contains("CN¥2,100.00"), "{words}");
    for said in [
        "Alipay is the only channel that serves this and has a number.",
        "price on request",
        "By the price list",
        "6,000 × (CN¥35.00 × 1%)",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let file = browser.get(&page.link("/prices/compare.csv")).await;
    assert!(
        file.body.contains("alipay,,priced,,CNY,210000.00,2100.00,25200.00,0.00,1.0000,2100.00"),
        "{}",
        file.body
    );
    for cost in ["1,260.00", "1260.00", "alipay-cn-qr", "× 0.6%", "/console"] {
        assert!(!page.body.contains(cost) && !file.body.contains(cost), "{cost} is on a merchant's page");
    }
    assert!(file.body.contains(",not comparable,price on request,"), "{}", file.body);
    // On a day before the list's first line nothing has a price yet.
    let before = page.link("/prices/compare.csv").replace(".csv", "") + "&on=2020-01-01";
    let before = browser.get(&before).await;
    assert!(
        !before.words().contains("CN¥2,100.00") && before.words().contains("price on request"),
        "{}",
        before.words()
    );
    let facts = page.link("/channels/alipay");
    assert_eq!(browser.get(&facts).await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_whoever_sees_a_merchants_prices_compares_for_it() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("owner@merchant.example").await;
    let id = merchant.merchant().await;
    let mine = tenant.at(&format!("/prices/compare?merchant={id}"));
    assert_eq!(merchant.owner.browser.get(&mine).await.status, 200);
    for (email, role, status) in
        [("fay@merchant.example", Role::Finance, 200), ("pat@merchant.example", Role::Papers, 404)]
    {
        let member = tenant.person(email).await;
        member.join_merchant(id, role).await;
        member.sign_in().await;
        assert_eq!(member.browser.get(&mine).await.status, status, "{email}");
    }
    let other = tenant.merchant("other@merchant.example").await;
    assert_eq!(other.owner.browser.get(&mine).await.status, 404);
    let wrong = merchant.owner.browser.get(&format!("{mine}&country=CN&currency=XXX")).await;
    assert!(wrong.status == 422 && wrong.complaints().contains("Choose one"), "{}", wrong.complaints());
}
