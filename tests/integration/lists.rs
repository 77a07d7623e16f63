//! Lists as files: whole, filtered, in the reader's words, with nothing a spreadsheet would reckon, and noted.

use domain::permissions::Role;
use reqwest::Method;
use services::audit::{self, Wanted};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Tenant},
    world::World,
};

/// More cases than two pages hold.
const COPIES: usize = 2 * services::review::PAGE + 7;

/// Copies of a case, each with a name that a spreadsheet would reckon.
async fn copy(world: &World, merchant: &MerchantBuilder<'_>) {
    let sql = "insert into applications (tenant_id, id, merchant_id, case_number, kind, country, rules_version, state,
             state_data, name, name_fold, channels, case_state, submitted_by, submitted_at, due_at, created_by,
             created_at, updated_at)
         select tenant_id, gen_random_uuid(), merchant_id, 'GW-' || lpad(n::text, 9, '0'), kind, country,
             rules_version, state, state_data, '=1+' || n, '', channels, 'waiting', submitted_by,
             submitted_at + n * interval '1 minute', due_at + n * interval '1 minute', created_by, created_at,
             updated_at
         from applications, generate_series(1, $2::bigint) n where id = $1";
    let copies = i64::try_from(COPIES).expect("a number");
    let mut owner = world.database.owner().await;
    sqlx::query(sql).bind(merchant.id.0).bind(copies).execute(&mut owner).await.expect("cases are copied");
}

/// The lines of a file, its head among them; every one ends as RFC 4180 has it.
fn lines(answer: &Answer) -> Vec<&str> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let kind = answer.headers.get("content-type").and_then(|kind| kind.to_str().ok());
    assert_eq!(kind, Some("text/csv; charset=utf-8; header=present"));
    let text = answer.body.strip_prefix('\u{feff}').unwrap_or(&answer.body);
    assert!(text.ends_with("\r\n"), "{text}");
    text.trim_end_matches("\r\n").split("\r\n").collect()
}

async fn file(tenant: &Tenant<'_>, browser: &tests::browser::Browser, path: &str) -> Answer {
    browser.send(browser.request(Method::GET, &tenant.at(path))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i04_the_queue_leaves_whole_page_after_page_and_no_cell_is_a_formula() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    copy(&world, &merchant).await;

    let answer = file(&tenant, &reviewer.browser, "/desk.csv").await;
    let name = answer.headers.get("content-disposition").and_then(|name| name.to_str().ok());
    assert!(name.is_some_and(|name| name.starts_with("attachment; filename=\"cases-2")), "{name:?}");
    let raw = reviewer.browser.request(Method::GET, &tenant.at("/desk.csv")).send().await.expect("an answer");
    let raw = raw.bytes().await.expect("a file");
    assert!(raw.starts_with("\u{feff}".as_bytes()), "Excel takes Chinese for something else");
    let all = lines(&answer);
    assert_eq!(all.len(), 1 + 1 + COPIES);
    assert!(all[0].starts_with("Case,"), "{}", all[0]);
    assert_eq!(all.iter().filter(|line| line.contains(",'=1+")).count(), COPIES);
    assert!(!answer.body.contains(",=1+"), "a spreadsheet would reckon it");
    let numbers: std::collections::BTreeSet<_> = all.iter().map(|line| line.split(',').next()).collect();
    assert_eq!(numbers.len(), all.len(), "each case stands there once");

    // Its filters are the page's, and its words the reader's.
    let none = file(&tenant, &reviewer.browser, "/desk.csv?state=mine").await;
    assert_eq!(lines(&none).len(), 1);
    let page = reviewer.browser.get(&tenant.at("/desk?state=mine")).await;
    assert!(page.body.contains("/desk.csv?state=mine"), "{}", page.body);
    reviewer.browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let chinese = file(&tenant, &reviewer.browser, "/desk.csv").await;
    assert!(lines(&chinese)[0].starts_with("审核单"), "{}", lines(&chinese)[0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_takes_a_list_of_people_is_noted() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let both = tenant.staff("ada@harbour.example", &[Role::Admin, Role::Auditor]).await;
    for (browser, path) in [
        (&reviewer.browser, "/desk.csv"),
        (&both.browser, "/console/staff.csv"),
        (&both.browser, "/console/audit.csv"),
    ] {
        assert_eq!(file(&tenant, browser, path).await.status, 200, "{path}");
    }
    // Of prices nothing is anybody's; who may not see a list takes none.
    assert_eq!(file(&tenant, &both.browser, "/console/fees/prices.csv").await.status, 200);
    assert_eq!(file(&tenant, &reviewer.browser, "/console/staff.csv").await.status, 403);
    let wanted = Wanted { event: Some("list.".into()), ..Wanted::default() };
    let listed = audit::list(&world.services, &both.actor().await, &wanted, "UTC").await.expect("the log");
    let taken: Vec<_> = listed.events.iter().rev().map(|event| event.details["list"].as_str()).collect();
    assert_eq!(taken, ["cases", "staff", "audit"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_cases_are_taken_at_once_and_each_is_told_apart() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let other = tenant.staff("mei@harbour.example", &[Role::Reviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    copy(&world, &merchant.submitted().await).await;

    let page = reviewer.browser.get(&tenant.at("/desk?choose=all")).await;
    let ids = |page: &Answer| -> Vec<String> {
        let html = page.html();
        let boxes = scraper::Selector::parse("input[name=case][checked]").expect("a selector");
        html.select(&boxes).filter_map(|one| one.attr("value")).map(str::to_owned).collect()
    };
    let chosen = ids(&page);
    assert_eq!(chosen.len(), services::review::PAGE, "a page of them");
    assert!(ids(&reviewer.browser.get(&tenant.at("/desk")).await).is_empty());

    let post = async |browser: &tests::browser::Browser, ids: &[String]| {
        let mut fields = vec![("do", "claim")];
        fields.extend(ids.iter().map(|id| ("case", id.as_str())));
        browser.post(&tenant.at("/desk/assign"), &fields).await
    };
    assert_eq!(post(&other.browser, &chosen[..1]).await.status, 303);
    let told = post(&reviewer.browser, &chosen[..3]).await;
    assert_eq!(told.status, 409, "{}", told.words());
    assert!(told.words().contains("You took 2 of 3 cases"), "{}", told.words());
    assert_eq!(told.texts("tbody tr").iter().filter(|row| row.contains("Not taken")).count(), 1);
    assert_eq!(post(&reviewer.browser, &chosen[3..5]).await.status, 303);
    let mine = reviewer.browser.get(&tenant.at("/desk?state=mine")).await;
    assert_eq!(mine.texts("tbody tr").len(), 4);

    let nothing = post(&reviewer.browser, &[]).await;
    assert_eq!(nothing.status, 422, "{}", nothing.words());
    let many: Vec<String> = chosen.iter().chain(&chosen[..1]).cloned().collect();
    let many = post(&reviewer.browser, &many).await;
    assert!(many.status == 422 && many.words().contains("no more cases than one page holds"));
}
