//! The estimate: for whoever asks, without signing in or JavaScript, with the question in the address.

use super::stock::{alipay, approve, line};
use domain::permissions::Role;
use tests::world::World;

const ASKED: &str =
    "/estimate?merchant_country=US&sold=5814&product=web&currency=USD&volume=10000&ticket=30&abroad=25";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anybody_gets_an_estimate_from_the_front_page() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let visitor = world.browser();
    let front = visitor.get(&tenant.at("")).await;
    // 200,000 / 80.
    assert!(front.words().contains("2,500 payments of CN¥80.00 a month"), "{}", front.words());
    let page = visitor.get(&tenant.at(ASKED)).await;
    assert_eq!(page.status, 200);
    // 10,000 / 30 = 333.3…
    assert!(page.words().contains("333 payments of $30.00 a month"), "{}", page.words());
    assert!(page.words().contains("Price on request"), "nothing is invented where there is no price list");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_a_price_comes_first_with_its_cost() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let asked =
        "/estimate?merchant_country=CN&sold=5814&product=qr&currency=CNY&volume=200000&ticket=80&abroad=0";
    let visitor = world.browser();
    let before = visitor.get(&tenant.at(asked)).await;
    assert!(
        before.texts("tbody tr").iter().all(|row| row.contains("Price on request")),
        "there is no price yet"
    );
    approve(&world.services, &admin, &second, &line(alipay(7_000))).await;
    let after = visitor.get(&tenant.at(asked)).await;
    let first = &after.texts("tbody tr")[0];
    // 0.7 % of 200,000.00.
    assert_eq!(first.split_whitespace().collect::<Vec<_>>(), ["Alipay", "0.7%", "CN¥1,400.00"]);
    assert!(!after.words().contains("alipay-cn"), "what lies beneath a price is nobody's business");
    // A price on QR codes is none on the web.
    let web = visitor.get(&tenant.at(&asked.replace("product=qr", "product=web"))).await;
    assert!(web.texts("tbody tr").iter().all(|row| row.contains("Price on request")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_used_is_said_at_its_field_and_what_was_typed_is_kept() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let visitor = world.browser();
    for (asked, field, said) in [
        (ASKED.replace("ticket=30", "ticket=0"), "ticket", "average ticket above zero"),
        (ASKED.replace("ticket=30", "ticket=10000.01"), "ticket", "average ticket above zero"),
        (ASKED.replace("volume=10000", "volume=1,000"), "volume", "Enter a number in digits"),
        (ASKED.replace("volume=10000", "volume=12.345"), "volume", "Too many decimals"),
        (ASKED.replace("abroad=25", "abroad=101"), "abroad", "smaller number"),
        (ASKED.replace("currency=USD", "currency=XXX"), "currency", "Choose"),
        (ASKED.replace("country=US", "country=ZZ"), "merchant_country", "Choose"),
        (
            ASKED.replace("volume=10000&ticket=30", "volume=9000000000&ticket=0.01"),
            "ticket",
            "more payments than",
        ),
    ] {
        let page = visitor.get(&tenant.at(&asked)).await;
        assert_eq!(page.status, 422, "{asked}");
        assert!(
            page.text(&format!("#{field}-error")).is_some_and(|error| error.contains(said)),
            "{asked}: {}",
            page.words()
        );
    }
    let kept = visitor.get(&tenant.at(&ASKED.replace("volume=10000", "volume=ten"))).await;
    assert_eq!(kept.attribute("#volume", "value").as_deref(), Some("ten"));
}
