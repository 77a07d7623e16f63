//! The comparison page: its state in the address, its numbers from the engine, and what is wrong said at its field.

use domain::permissions::Role;
use tests::{browser::Answer, world::World};

const COFFEE: &str = "/console/fees?country=CN&subject=enterprise&industry=5814&product=qr&means=&currency=CNY\
    &payments=6000&ticket=35&abroad=0&foreign=0&refunds=0&disputes=0&failed=0&waiting=0";

/// The cells of a channel's row, of the table with its amounts.
fn row(page: &Answer, channel: &str) -> Option<Vec<String>> {
    let rows = page.texts("table tr");
    let row = rows.into_iter().find(|row| row.starts_with(channel) && row.contains('¥'))?;
    Some(row.split_whitespace().map(str::to_owned).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_compares_what_channels_cost_in_both_languages() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let console = admin.get(&tenant.at("/console")).await;
    let empty = admin.get(&console.link("/console/fees")).await;
    assert_eq!(empty.status, 200);
    let preset = admin.get(&empty.link("preset=coffee")).await;
    // 6,000 × 35.00 at 0.6 %, and at 4.4 % + 2.20.
    let alipay = row(&preset, "Alipay").unwrap();
    assert!(alipay.contains(&"0.6%".to_owned()) && alipay.contains(&"CN¥1,260.00".to_owned()), "{alipay:?}");
    let paypal = row(&preset, "PayPal").unwrap();
    assert!(
        paypal.contains(&"CN¥22,440.00".to_owned()) && paypal.contains(&"CN¥21,180.00".to_owned()),
        "{paypal:?}"
    );
    let words = preset.words();
    assert!(words.contains("no price is about these payments: QR code · China ·"), "{words}");
    assert!(row(&preset, "Alipay").unwrap().join(" ").starts_with("Alipay Unverified, as of"), "{words}");
    let claim = preset.link("/channels/alipay#alipay-cn-qr");
    assert_eq!(admin.get(&claim).await.status, 200);
    admin.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let page = admin.get(&tenant.at(COFFEE)).await;
    assert!(row(&page, "支付宝").unwrap().contains(&"¥1,260.00".to_owned()), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unverified_prices_are_left_out_on_demand_and_refunds_need_a_published_price() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let auditor = tenant.staff("ines@harbour.example", &[Role::Auditor]).await.browser;
    let verified = auditor.get(&tenant.at(&format!("{COFFEE}&verified=yes"))).await;
    assert_eq!((row(&verified, "Alipay"), row(&verified, "PayPal").is_some()), (None, true));
    // A figure that nobody attested counts as not published, though the rest of its claim is attested.
    let foreign = COFFEE
        .replace("country=CN", "country=US")
        .replace("product=qr", "product=web")
        .replace("currency=CNY", "currency=USD")
        .replace("abroad=0&foreign=0", "abroad=10&foreign=10");
    let all = auditor.get(&tenant.at(&foreign)).await;
    let attested = auditor.get(&tenant.at(&format!("{foreign}&verified=yes"))).await;
    let priced = |page: &Answer| {
        page.texts("table tr").iter().any(|row| row.starts_with("PayPal") && row.contains('$'))
    };
    assert_eq!((priced(&all), priced(&attested)), (true, false), "{}", attested.words());
    // Every country that a claim is about can be asked about, and every currency with a rate or without.
    for (from, to) in
        [("country=CN", "country=AT"), ("currency=CNY", "currency=SGD"), ("industry=5814", "industry=5541")]
    {
        let page = auditor.get(&tenant.at(&COFFEE.replace(from, to))).await;
        assert_eq!(page.status, 200, "{to}");
    }
    let refunds = auditor.get(&tenant.at(&COFFEE.replace("refunds=0", "refunds=1"))).await;
    assert_eq!(row(&refunds, "PayPal"), None);
    assert!(
        refunds.words().contains("not published for “International receipts”: Refund"),
        "{}",
        refunds.words()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_used_is_said_at_its_field_and_nothing_is_lost() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    for (from, to, said) in [
        ("payments=6000", "payments=none", "in digits"),
        ("payments=6000", "payments=0", "at least one payment"),
        ("payments=6000", "payments=1000000001", "smaller number"),
        ("ticket=35", "ticket=35.005", "Too many decimals"),
        ("ticket=35", "ticket=-1", "in digits"),
        ("abroad=0", "abroad=101", "smaller number"),
        ("currency=CNY", "currency=XXX", "Choose one"),
        ("country=CN", "country=ZZ", "Choose one"),
    ] {
        let page = admin.get(&tenant.at(&COFFEE.replace(from, to))).await;
        assert_eq!(page.status, 422, "{to}");
        assert!(page.complaints().contains(said), "{to}: {}", page.complaints());
        assert_eq!(page.attribute("input[name=failed]", "value").as_deref(), Some("0"));
    }
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await.browser;
    assert_eq!(reviewer.get(&tenant.at(COFFEE)).await.status, 403);
}
