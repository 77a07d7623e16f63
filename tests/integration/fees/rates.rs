//! The tenant's table of currencies: kept by admins, append-only, read by the comparison as of the day asked.

use domain::permissions::Role;
use tests::{
    browser::{Answer, Browser},
    builders::Tenant,
    world::World,
};
use time::{Date, Duration};

const PATH: &str = "/console/fees/rates";
/// A hundred sales of 100.00 dollars by a Chinese web shop, whose published prices are in renminbi.
const DOLLARS: &str = "/console/fees?country=CN&subject=enterprise&industry=5691&product=web&means=&currency=USD\
    &payments=100&ticket=100&abroad=0&foreign=0&refunds=0&disputes=0&failed=0&waiting=0";

async fn enter(browser: &Browser, tenant: &Tenant<'_>, on: Date, fields: &[(&str, &str)]) -> Answer {
    let on = on.to_string();
    let mut all = vec![("on", on.as_str())];
    all.extend(fields);
    browser.post(&tenant.at(PATH), &all).await
}

fn row(page: &Answer, starts: &str) -> Option<String> {
    let amounts = |row: &String| row.starts_with(starts) && (row.contains('$') || row.contains('='));
    page.texts("table tr").into_iter().find(amounts)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_comparison_reads_the_table_as_of_the_day_asked() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let today = world.services.now().date();
    let asked = tenant.at(DOLLARS);
    let before = admin.get(&asked).await;
    assert_eq!((before.status, row(&before, "PayPal")), (200, None));
    assert!(before.words().contains("no rate from USD to CNY is kept"), "{}", before.words());
    let empty = admin.get(&before.link(PATH)).await;
    assert!(empty.words().contains("No exchange rate is kept"), "{}", empty.words());
    let last_week = today - Duration::days(7);
    assert_eq!(enter(&admin, &tenant, last_week, &[("worth_USD", "8")]).await.status, 303);
    assert_eq!(
        enter(&admin, &tenant, today, &[("worth_USD", "7.12"), ("worth_JPY", "0.0475")]).await.status,
        303
    );
    // 100.00 USD are 712.00 CNY, of which 4.4 % are 31.33: 100 × 31.33 are 440.03 dollars, 100 × 2.20 are 30.90.
    let now = row(&admin.get(&asked).await, "PayPal").unwrap();
    assert!(now.contains("$470.93"), "{now}");
    // At 8 yuan the fixed fees weigh less: 3,520.00 + 220.00 are 467.50 dollars.
    let then = admin.get(&format!("{asked}&on={}", today - Duration::days(1))).await;
    assert!(row(&then, "PayPal").unwrap().contains("$467.50"), "{}", then.words());
    let long_ago = admin.get(&format!("{asked}&on={}", last_week - Duration::days(1))).await;
    assert_eq!(row(&long_ago, "PayPal"), None);
    assert_eq!(admin.get(&format!("{asked}&on=yesterday")).await.status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_figure_is_put_right_by_another_of_its_day_and_both_stay() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let day = world.services.now().date() - Duration::days(10);
    enter(&admin, &tenant, day, &[("worth_USD", "7.21")]).await;
    enter(&admin, &tenant, day, &[("worth_USD", "7.12")]).await;
    let page = admin.get(&tenant.at(&format!("{PATH}?of=USD"))).await;
    let current = row(&page, "USD").unwrap();
    assert!(current.contains("1 USD = 7.12 CNY") && current.contains("10 days old"), "{current}");
    let history = page.texts("table.compact tbody tr");
    assert_eq!(history.len(), 2, "{history:?}");
    assert!(history[0].contains("7.12") && history[0].contains("counts for its day"), "{history:?}");
    assert!(history[1].contains("7.21") && history[1].contains("put right later"), "{history:?}");
    let log = admin.get(&tenant.at("/console/audit?event=currency_rate")).await;
    assert_eq!(log.status, 403, "the log is the auditor's");
    let auditor = tenant.staff("ines@harbour.example", &[Role::Auditor]).await.browser;
    let log = auditor.get(&tenant.at("/console/audit?event=currency_rate")).await;
    assert!(log.words().contains("Entered exchange rates"), "{}", log.words());
    assert_eq!(auditor.get(&tenant.at(&format!("{PATH}?of=XXX"))).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_half_entered_and_a_slip_of_the_point_is_asked_about() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let today = world.services.now().date();
    let wrong = enter(&admin, &tenant, today, &[("worth_USD", "7.12"), ("worth_EUR", "-8")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attribute("input[name=worth_USD]", "value").as_deref(), Some("7.12"));
    assert!(wrong.words().contains("No exchange rate is kept"), "nothing was entered");
    let nothing = enter(&admin, &tenant, today, &[("worth_USD", " ")]).await;
    assert!(nothing.status == 422 && nothing.words().contains("Enter at least one rate."));
    enter(&admin, &tenant, today, &[("worth_USD", "7.12")]).await;
    let slip = enter(&admin, &tenant, today, &[("worth_USD", "71.2")]).await;
    assert!(slip.status == 422 && slip.complaints().contains("7.12 held so far"), "{}", slip.complaints());
    let sure = enter(&admin, &tenant, today, &[("worth_USD", "71.2"), ("sure", "yes")]).await;
    assert_eq!(sure.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_compares_reads_it_and_another_tenant_never_sees_it() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await.browser;
    let today = world.services.now().date();
    enter(&admin, &tenant, today, &[("worth_USD", "7.12")]).await;
    let senior = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await.browser;
    let page = senior.get(&tenant.at(PATH)).await;
    assert!(row(&page, "USD").is_some() && page.attribute("input[name=on]", "value").is_none());
    assert_eq!(enter(&senior, &tenant, today, &[("worth_USD", "7")]).await.status, 403);
    let other = world.tenant("haven").await;
    let stranger = other.staff("ada@haven.example", &[Role::Admin]).await.browser;
    assert_eq!(row(&stranger.get(&other.at(PATH)).await, "USD"), None);
    assert_eq!(stranger.get(&tenant.at(PATH)).await.status, 404);
}
