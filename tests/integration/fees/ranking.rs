//! The ranking: by weights that stand in the address, explained, with every score's facts and whoever serves something
//! else apart; break-even tickets, formulas and the file of the same numbers.

use domain::permissions::Role;
use tests::{browser::Browser, builders::Tenant, world::World};

const COFFEE: &str = "/console/fees?country=CN&subject=enterprise&industry=5814&product=qr&means=&currency=CNY\
    &payments=6000&ticket=35&abroad=0&foreign=0&refunds=0&disputes=0&failed=0&waiting=0";

async fn admin(tenant: &Tenant<'_>) -> Browser {
    tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_is_first_for_reasons_that_lead_to_facts() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let page = admin.get(&tenant.at(COFFEE)).await;
    let words = page.words();
    for said in [
        "WeChat Pay is first because it is ahead of Alipay in: Support, Brand.",
        "It is behind in: User base, Coverage.",
        "PayPal is",
        "WeChat Pay and Alipay together: CN¥1,260.00 a month",
        "1,935,000,000 users",
        "Brand Finance Global 500",
        "Nobody has published it: no points.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    // Of the wallets alone Google Pay is closed to Chinese merchants, with a reason and its source.
    assert!(words.contains("Not open to this kind of business."), "{words}");
    admin.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let words = admin.get(&tenant.at(COFFEE)).await.words();
    assert!(words.contains("微信支付排名第一，因为以下方面优于支付宝：技术支持"), "{words}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn weights_stand_in_the_address_and_have_bounds() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let markets =
        format!("{COFFEE}&w_fees=0&w_support=0&w_user_base=0&w_brand=0&w_coverage=10&w_data_safety=0");
    let page = admin.get(&tenant.at(&markets)).await;
    assert!(
        page.words().contains("PayPal is first because it is ahead of Alipay in: Coverage."),
        "{}",
        page.words()
    );
    let chosen = page.attribute("select[name=w_coverage] option[selected]", "value");
    assert_eq!(chosen.as_deref(), Some("10"));
    for (from, to, said) in [
        ("w_coverage=10", "w_coverage=11", "Choose a weight from 0 to 10."),
        ("w_coverage=10", "w_coverage=-1", "Choose a weight from 0 to 10."),
        ("w_coverage=10", "w_coverage=0", "at least one weight above 0"),
    ] {
        let page = admin.get(&tenant.at(&markets.replace(from, to))).await;
        assert_eq!(page.status, 422, "{to}");
        assert!(page.complaints().contains(said), "{to}: {}", page.complaints());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_serves_something_else_stands_apart_with_the_reason() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let app = admin.get(&tenant.at(&COFFEE.replace("product=qr", "product=in_app"))).await;
    assert!(app.words().contains("Can’t be used here: in an app."), "{}", app.words());
    assert!(app.words().contains("Doesn’t charge in CNY."), "{}", app.words());
    let taiwan = COFFEE.replace("country=CN", "country=TW").replace("currency=CNY", "currency=TWD");
    let taiwan = admin.get(&tenant.at(&taiwan)).await;
    assert!(taiwan.words().contains("Takes no merchants from Taiwan"), "{}", taiwan.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_number_is_opened_down_to_rate_and_base() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let page = admin.get(&tenant.at(COFFEE)).await;
    let words = page.words();
    for said in [
        "6,000 × (CN¥35.00 × 0.6%)",
        "6,000 × (CN¥35.00 × 4.4%)",
        "6,000 × CN¥2.20",
        "rounded together, half a unit up",
        "Alipay and WeChat Pay cost the same at every ticket.",
        "Alipay costs less than PayPal at every ticket.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let printed = admin.get(&page.link("print=yes")).await;
    let (all, open) = (printed.texts("#answer details").len(), printed.texts("#answer details[open]").len());
    assert!(open > 3 && all - open <= 2, "{open} of {all} are open");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_holds_the_same_numbers_to_the_minor_unit() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let page = admin.get(&tenant.at(COFFEE)).await;
    let file = admin.get(&page.link("fees.csv")).await;
    let kind = file.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    assert_eq!((file.status, kind), (200, "text/csv; charset=utf-8"));
    let lines: Vec<&str> = file.body.split("\r\n").collect();
    assert!(
        lines[0].starts_with("channel,through,state,reason,currency,volume,month,year,difference,"),
        "{}",
        lines[0]
    );
    let columns = lines[0].split(',').count();
    let alipay = lines.iter().find(|line| line.starts_with("alipay,")).unwrap();
    assert!(
        alipay.starts_with("alipay,,priced,,CNY,210000.00,1260.00,15120.00,0.00,0.6000,1260.00,0.00,"),
        "{alipay}"
    );
    assert!(alipay.ends_with(",alipay-cn-qr") && alipay.split(',').count() == columns, "{alipay}");
    let apart = lines.iter().find(|line| line.contains("not comparable")).unwrap();
    assert!(apart.contains("no claim prices segment"), "{apart}");
    let wrong = admin
        .get(
            &tenant
                .at(&COFFEE.replace("/console/fees?", "/console/fees.csv?").replace("ticket=35", "ticket=x")),
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.complaints().contains("in digits"), "{}", wrong.complaints());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_may_be_in_another_currency_than_the_sale() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = admin(&tenant).await;
    let dollars = tenant.at(&format!("{COFFEE}&shown=USD"));
    let gap = admin.get(&dollars).await;
    assert!(gap.words().contains("no rate from CNY to USD is kept"), "{}", gap.words());
    let today = world.services.now().date().to_string();
    let rates = admin.get(&gap.link("/console/fees/rates")).await;
    assert_eq!(rates.status, 200);
    admin.post(&tenant.at("/console/fees/rates"), &[("on", &today), ("worth_USD", "7")]).await;
    let page = admin.get(&dollars).await;
    // 1,260.00 yuan a month.
    assert!(page.words().contains("A month of $30,000.00"), "{}", page.words());
    assert!(page.texts("table tr").iter().any(|row| row.starts_with("Alipay") && row.contains("$180.00")));
    assert!(page.words().contains("changed from CNY into USD"), "{}", page.words());
    assert_eq!(admin.get(&tenant.at(&format!("{COFFEE}&shown=XXX"))).await.status, 422);
}
