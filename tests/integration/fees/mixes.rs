//! Past payments as CSV: uploaded, kept in groups, compared on, deleted; a bad file is told line by line and leaves
//! nothing behind.

use super::stock;
use domain::permissions::Role;
use reqwest::{Method, multipart};
use tests::{
    browser::{Answer, Browser},
    builders::Tenant,
    world::World,
};

const PATH: &str = "/console/fees/mixes";
const OCTOBER: &str = "Order;Betrag;Status;Foreign\n1;100.00;paid;\n2;100.00;Refunded;\n3;100.00;failed;\n\
                       4;25.50;succeeded;yes\n";

/// Sends the page's form with these fields and this file, as a browser would.
async fn send(browser: &Browser, page: &Answer, fields: &[(&str, &str)], file: impl Into<Vec<u8>>) -> Answer {
    let form = page.form("Upload");
    let mut parts = multipart::Form::new();
    for (name, value) in form.filled_in(fields) {
        parts = parts.text(name, value);
    }
    let file = multipart::Part::bytes(file.into()).file_name("payments.csv");
    let request = browser.request(Method::POST, form.address(page));
    browser.send(request.multipart(parts.part("file", file))).await
}

/// The fields for [`OCTOBER`].
const COLUMNS: &[(&str, &str)] = &[
    ("name", "October"),
    ("column_amount", "Betrag"),
    ("column_currency", ""),
    ("column_status", "Status"),
    ("column_foreign_currency", "foreign"),
    ("currency", "USD"),
];

async fn kept(tenant: &Tenant<'_>) -> i64 {
    let mut owner = tenant.world.database.owner().await;
    let count = sqlx::query_scalar("select count(*) from stored_mixes").fetch_one(&mut owner);
    count.await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn past_payments_are_uploaded_compared_on_and_deleted_again() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let compare = admin.get(&tenant.at("/console/fees")).await;
    let page = admin.get(&compare.link(PATH)).await;
    assert!(page.words().contains("No past payments yet"), "{}", page.words());
    let answer = send(&admin, &page, COLUMNS, OCTOBER).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    let mix = admin.get(&answer.location().unwrap()).await;
    let rows = mix.texts("table tbody tr");
    assert_eq!(rows[0], "USD At home $200.00 2 $100.00 1 1 0", "{rows:?}");
    assert_eq!(rows[1], "USD At home, in foreign currency $25.50 1 $25.50 0 0 0", "{rows:?}");

    // The columns are remembered.
    let again = admin.get(&tenant.at(PATH)).await;
    assert_eq!(again.attribute("[name=column_amount]", "value").as_deref(), Some("Betrag"));
    assert_eq!(again.attribute("[name=column_currency]", "value").as_deref(), Some(""));
    assert_eq!(again.attribute("option[value=USD][selected]", "value").as_deref(), Some("USD"));

    // 200.00 + 25.50 on the question's own terms; a refund needs a price that few publish.
    let board = admin.get(&mix.link("/console/fees?stored=")).await;
    assert_eq!(board.status, 200, "{}", board.complaints());
    assert!(board.words().contains("October · 4 payments in 2 groups"), "{}", board.words());
    assert_eq!(board.attribute("option[value=USD][selected]", "value").as_deref(), Some("USD"));
    assert!(board.attribute("[name=payments]", "value").is_none(), "the mix tells what is sold");

    let ask = admin.get(&mix.link("/delete")).await;
    let gone = admin.submit_and_go(&ask, "/delete", &[]).await;
    assert!(gone.words().contains("Deleted.") && kept(&tenant).await == 0, "{}", gone.words());
    assert_eq!(admin.get(&mix.path).await.status, 404);
    assert_eq!(admin.get(&mix.link("/console/fees?stored=")).await.status, 404);
    let auditor = tenant.staff("ines@harbour.example", &[Role::Auditor]).await.browser;
    let log = auditor.get(&tenant.at("/console/audit?event=stored_mix")).await;
    assert!(log.words().contains("Uploaded past payments") && log.words().contains("Groups: 2"));
    assert!(log.words().contains("Deleted past payments"), "{}", log.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_comparison_on_past_payments_reckons_each_of_them_in_both_languages() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let mix =
        admin.keeps_payments(None, "十月", "amount,currency\n100.00,USD\n100.00,USD\n10.00,USD\n").await;
    let path = tenant.at(&format!("/console/fees?stored={mix}&country=US&product=web&currency=USD"));
    let auditor = tenant.staff("ines@harbour.example", &[Role::Auditor]).await.browser;
    for (browser, rate, said) in [(&admin.browser, "$6.99", "October"), (&auditor, "$6.99", "十月")] {
        let board = browser.get(&path).await;
        let rows = board.texts("table tr");
        // 3.49 % + 0.49 on each: 3.98 + 3.98 + 0.84; and 2.9 % + 0.30: 3.20 + 3.20 + 0.59.
        assert!(rows.iter().any(|row| row.starts_with("PayPal") && row.contains("$8.80")), "{rows:?}");
        assert!(rows.iter().any(|row| row.starts_with("Stripe") && row.contains(rate)), "{rows:?} {said}");
    }
    admin.browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let board = admin.browser.get(&path).await;
    assert!(board.words().contains("十月 · 3 笔交易，2 组"), "{}", board.words());
    // What the question says wrongly is told at its field, and the mix stays.
    let wrong = admin.browser.get(&path.replace("country=US", "country=ZZ")).await;
    assert_eq!((wrong.status, wrong.attribute("[name=stored]", "value")), (422, Some(mix.to_string())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchant_compares_on_past_payments_of_its_own_which_nobody_else_sees() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let (ada, sun) = (
        tenant.staff("ada@harbour.example", &[Role::Admin]).await,
        tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await,
    );
    stock::approve(&world.services, &ada, &sun, &stock::line(stock::alipay(10_000))).await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let browser = &merchant.owner.browser;
    let compare = browser.get(&tenant.at("/prices/compare")).await;
    let list = browser.get(&compare.link("/prices/mixes")).await;
    assert!(list.words().contains("No past payments yet"), "{}", list.words());
    let columns = [
        ("name", "Ours"),
        ("column_amount", "Betrag"),
        ("column_currency", ""),
        ("column_status", "Status"),
        ("currency", "CNY"),
    ];
    let answer = send(browser, &list, &columns, "Betrag;Status\n100.00;paid\n25.50;paid\n").await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    let mix = browser.get(&answer.location().unwrap()).await;
    let board = browser.get(&format!("{}&country=CN&product=qr&industry=5814", mix.link("stored="))).await;
    let rows = board.texts("table tr");
    // 1 % of 100.00 and of 25.50, a half up.
    assert!(rows.iter().any(|row| row.starts_with("Alipay") && row.contains("CN¥1.26")), "{rows:?}");
    let id = merchant.merchant().await;
    // The tenant's staff and another merchant see nothing of it.
    let path = answer.location().unwrap();
    let here = path.split(['?', '&']).next().unwrap().to_owned();
    let other = tenant.merchant("other@merchant.example").await.owner.browser;
    for (who, eyes) in [("admin", &ada.browser), ("other", &other)] {
        assert_eq!(eyes.get(&here).await.status, 404, "{who}");
        assert_eq!(eyes.get(&format!("{here}?merchant={id}")).await.status, 404, "{who}");
    }
    let own = here.rsplit('/').next().unwrap();
    assert_eq!(ada.browser.get(&tenant.at(&format!("{PATH}/{own}"))).await.status, 404);
    assert_eq!(ada.browser.get(&tenant.at(&format!("/console/fees?stored={own}"))).await.status, 404);
    // What its columns mean is remembered for it alone.
    let again = browser.get(&tenant.at("/prices/mixes")).await;
    assert_eq!(again.attribute("[name=column_amount]", "value").as_deref(), Some("Betrag"));
    let theirs = ada.browser.get(&tenant.at(PATH)).await;
    assert_eq!(theirs.attribute("[name=column_amount]", "value").as_deref(), Some("amount"));
    let gone = browser.submit(&browser.get(&mix.link("/delete")).await, "/delete", &[]).await;
    assert_eq!((gone.status, kept(&tenant).await), (303, 0), "{}", gone.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_tenants_payments_are_not_there_and_a_merchant_sees_none() {
    let world = World::new().await;
    let (harbour, haven) = (world.tenant("harbour").await, world.tenant("haven").await);
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let mix = ada.keeps_payments(None, "October", "amount,currency\n100.00,USD\n").await;
    let stranger = haven.staff("sam@haven.example", &[Role::Admin]).await.browser;
    for path in
        [format!("{PATH}/{mix}"), format!("{PATH}/{mix}/delete"), format!("/console/fees?stored={mix}")]
    {
        assert_eq!(stranger.get(&haven.at(&path)).await.status, 404, "{path}");
    }
    assert_eq!(stranger.post(&haven.at(&format!("{PATH}/{mix}/delete")), &[]).await.status, 404);
    let merchant = harbour.merchant("lin@haifeng.example").await.owner.browser;
    assert_eq!(merchant.get(&harbour.at(PATH)).await.status, 404);
    let senior = harbour.staff("sena@harbour.example", &[Role::SeniorReviewer]).await.browser;
    let list = senior.get(&harbour.at(PATH)).await;
    assert!(list.words().contains("October") && !list.body.contains("multipart/form-data"));
    assert_eq!(kept(&harbour).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bad_file_is_told_line_by_line_and_leaves_nothing_behind() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let page = admin.get(&tenant.at(PATH)).await;
    let fields = [("name", "October"), ("column_status", "")];
    let head = "amount,currency\n1.00,USD\n";
    for (line, column, said) in [
        (&b"12.345,USD"[..], "amount", "at most 2"),
        (b"12.5,JPY", "amount", "no decimals"),
        (b"-1.00,USD", "amount", "below zero"),
        (b"99999999999999,USD", "amount", "too large"),
        (b"1.00,XXX", "currency", "code of a currency"),
        (b"=1+1,USD", "amount", "formula"),
        (b"@SUM(A1),USD", "amount", "formula"),
        (b"caf\xe9,USD", "amount", "UTF-8"),
        (b"1.00", "–", "number of columns"),
        (b"\"1.00,USD", "–", "quotation mark"),
    ] {
        let file = [head.as_bytes(), line, b"\n"].concat();
        let answer = send(&admin, &page, &fields, file).await;
        assert_eq!(answer.status, 422, "{said}");
        let rows = answer.texts("table tbody tr");
        let row = rows.iter().find(|row| row.starts_with("3 ")).unwrap_or_else(|| panic!("{rows:?}"));
        assert!(row.contains(column) && row.contains(said), "{row}");
        assert!(answer.complaints().contains("Lines that can’t be used: 1"), "{}", answer.complaints());
        assert_eq!(answer.attribute("[name=name]", "value").as_deref(), Some("October"));
    }
    for (file, said) in [("", "is empty"), ("amount,currency\n", "Nothing stands below"), ("x", "Amount")] {
        let answer = send(&admin, &page, &fields, file).await;
        assert_eq!(answer.status, 422, "{said}");
        assert!(
            answer.complaints().contains(said) || answer.words().contains(said),
            "{}",
            answer.complaints()
        );
    }
    let groups: Vec<_> = (0..100_001).map(|amount| format!("{amount},USD\n")).collect();
    let answer = send(&admin, &page, &fields, format!("amount,currency\n{}", groups.concat())).await;
    assert!(answer.complaints().contains("more than 100,000 different kinds"), "{}", answer.complaints());
    assert_eq!(kept(&tenant).await, 0);
    let mut owner = world.database.owner().await;
    let mapped: i64 =
        sqlx::query_scalar("select count(*) from stored_mix_columns").fetch_one(&mut owner).await.unwrap();
    assert_eq!(mapped, 0, "what a refused file's columns mean isn't remembered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_column_that_is_not_in_the_header_is_chosen_from_it() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let page = admin.get(&tenant.at(PATH)).await;
    let answer = send(&admin, &page, &[("name", "October"), ("currency", "USD")], OCTOBER).await;
    assert_eq!(answer.status, 422);
    assert!(answer.complaints().contains("“amount” isn’t in the file"), "{}", answer.complaints());
    let offered = answer.texts("select[name=column_amount] option");
    assert_eq!(offered, ["Not in the file", "Order", "Betrag", "Status", "Foreign"]);
    let sent = send(&admin, &answer, COLUMNS, OCTOBER).await;
    assert_eq!(sent.status, 303, "{}", sent.complaints());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_of_a_file_is_looked_at_before_it_is_read() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let page = admin.get(&tenant.at(PATH)).await;
    for (name, value, said) in [
        ("name", " ", "Name"),
        ("name", &*"x".repeat(81), "80 characters"),
        ("column_amount", "", "Amount"),
        ("column_currency", "", "which column tells the currency"),
        ("currency", "XXX", "Choose one"),
    ] {
        let fields = [("name", "October"), (name, value)];
        let fields = if name == "name" { &fields[1..] } else { &fields[..] };
        let answer = send(&admin, &page, fields, "amount,currency\n1,USD\n").await;
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.complaints().contains(said), "{name}: {}", answer.complaints());
    }
    // A form without a file.
    let form = multipart::Form::new().text("name", "October");
    let request = admin.request(Method::POST, &tenant.at(PATH)).multipart(form);
    let answer = admin.send(request).await;
    assert_eq!((answer.status, answer.attribute("[name=name]", "value").as_deref()), (422, Some("October")));
    assert_eq!(kept(&tenant).await, 0);
}
