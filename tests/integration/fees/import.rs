//! Own claims brought in and taken out: every line's fault is told, nothing is half-imported, and what leaves one tenant
//! comes into another as it was.

use crate::routes::stage::own_terms;
use domain::permissions::Role;
use services::fees::claims::{self, Second};
use tests::{
    browser::{Answer, Browser},
    builders::{Person, Tenant},
    world::World,
};

const PATH: &str = "/console/fees/claims";
const HEAD: &str = "channel,currency,contract,page,read_on,from,to,percent,dispute,tiers_kind,tiers,note\r\n";
const SOUND: &str = "alipay,CNY,AL-1,4,2026-01-01,2026-01-01,2026-06-30,3800,,,,\r\n\
    alipay,CNY,AL-1,4,2026-01-01,2026-07-01,,3500,,,,\r\n\
    stripe,USD,ST-1,9,2026-01-01,2026-01-01,,29000,9999:1500 null:2000,graduated,5000000:34900 null:29900,'=agreed\r\n";

async fn look(browser: &Browser, tenant: &Tenant<'_>, name: &str, text: impl Into<Vec<u8>>) -> Answer {
    let page = browser.get(&tenant.at(&format!("{PATH}/import"))).await;
    browser.send_file(&page, &page.main_form(), name, text.into()).await
}

/// The proposal that a page offers of a file in which nothing is wrong.
async fn propose(browser: &Browser, page: &Answer) -> Answer {
    let form = page.forms().into_iter().find(|form| form.fields.iter().any(|(name, _)| name == "text"));
    let form = form.unwrap_or_else(|| panic!("{}", page.words()));
    let multipart = form
        .fields
        .iter()
        .fold(reqwest::multipart::Form::new(), |all, (name, value)| all.text(name.clone(), value.clone()));
    browser.send(browser.request(reqwest::Method::POST, form.address(page)).multipart(multipart)).await
}

async fn people<'w>(tenant: &'w Tenant<'w>) -> (Person<'w>, Person<'w>) {
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    (ada, tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await)
}

async fn kept(world: &World) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar("select count(*) from fee_claims").fetch_one(&mut owner).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_lines_fault_is_told_and_nothing_is_half_imported() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let (ada, senior) = people(&tenant).await;
    let standing = own_terms("HB-1", world.services.now().date());
    let id = claims::propose(&world.services, &ada.actor().await, standing, None).await.unwrap();
    claims::answer(&world.services, &senior.actor().await, id, &Second::Approve).await.unwrap();
    let today = world.services.now().date();
    let wrong = format!(
        "{HEAD}{SOUND}\
         alipay,CNY,AL-1,4,2026-01-01,2026-03-01,2026-03-31,1,,,,\r\n\
         alipay,RMB,AL-2,4,2099-01-01,2026-03-01,,1,,,,\r\n\
         alipay,CNY,AL-3,4,2026-01-01,2026-03-01,,=1+1,,,,\r\n\
         alipay,CNY,AL-4,4,2026-01-01,2026-03-01,,-5,,,,@SUM\r\n\
         alipay,CNY,AL-5,4,2026-01-01,2026-03-01,,1,9999:1 5000:2,,,\r\n"
    );
    let page = look(&ada.browser, &tenant, "claims.csv", wrong).await;
    assert_eq!(page.status, 422);
    let told: Vec<Vec<String>> = page
        .texts("tbody tr")
        .iter()
        .map(|row| row.split_whitespace().take(2).map(str::to_owned).collect())
        .collect();
    let wanted = [
        ("5", "from"),
        ("6", "currency"),
        ("6", "read_on"),
        ("7", "percent"),
        ("8", "percent"),
        ("8", "note"),
        ("9", "dispute"),
    ];
    assert_eq!(
        told,
        wanted.map(|(line, column)| vec![line.to_owned(), column.to_owned()]),
        "{}",
        page.words()
    );
    assert!(page.words().contains("Line 2 is of the same series"), "{}", page.words());

    let same = format!(
        "channel,country,currency,contract,page,read_on,from,percent\nwechat_pay,CN,CNY,HB-1,4,{today},{today},1\n"
    );
    let page = look(&ada.browser, &tenant, "claims.csv", same).await;
    assert!(
        page.status == 422 && page.words().contains("Another claim of the same series"),
        "{}",
        page.words()
    );
    for (text, said) in [
        (b"channel,colour\n".to_vec(), "There is no such column"),
        (b"channel\n\xff".to_vec(), "not UTF-8"),
        (b"".to_vec(), "no claim in the file"),
    ] {
        let page = look(&ada.browser, &tenant, "claims.csv", text).await;
        assert!(page.status == 422 && page.words().contains(said), "{}", page.words());
    }
    assert_eq!(kept(&world).await, 1, "nothing came in");
    let auditor = tenant.staff("aud@harbour.example", &[Role::Auditor]).await.browser;
    assert_eq!(auditor.get(&tenant.at(&format!("{PATH}/import"))).await.status, 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_leaves_one_tenant_comes_into_another_as_it_was() {
    let world = World::new().await;
    let (harbour, haven) = (world.tenant("harbour").await, world.tenant("haven").await);
    let (ada, senior) = people(&harbour).await;
    let page = look(&ada.browser, &harbour, "claims.csv", format!("{HEAD}{SOUND}")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    assert!(page.words().contains("3 claims, and nothing is wrong"), "{}", page.words());
    assert_eq!(kept(&world).await, 0, "looked at alone");
    assert_eq!(propose(&ada.browser, &page).await.status, 303);
    assert_eq!(kept(&world).await, 3);

    let waiting = senior.browser.get(&harbour.at(&format!("{PATH}?show=waiting"))).await;
    assert!(waiting.words().contains("An import of 3 claims waits for you"), "{}", waiting.words());
    let own = ada.browser.get(&harbour.at(&format!("{PATH}?show=waiting"))).await;
    assert!(!own.words().contains("waits for you"), "whoever brought it in doesn't approve it");
    let approve = waiting.form("/imports/").action;
    assert_eq!(ada.browser.post(&approve, &[]).await.status, 409);
    assert_eq!(senior.browser.post(&approve, &[]).await.status, 303);
    assert_eq!(senior.browser.post(&approve, &[]).await.status, 409, "once");

    let eve = haven.staff("eve@haven.example", &[Role::Admin]).await;
    let second = haven.staff("max@haven.example", &[Role::SeniorReviewer]).await;
    assert_eq!(second.browser.post(&approve.replace("/harbour/", "/haven/"), &[]).await.status, 404);
    for (name, kind) in [("csv", "export.csv"), ("json", "export.json")] {
        let (status, headers, there) = ada.browser.bytes(&harbour.at(&format!("{PATH}/{kind}"))).await;
        assert_eq!(status, 200);
        assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        if name == "csv" {
            assert!(String::from_utf8_lossy(&there).contains("'=agreed"), "no spreadsheet reckons it");
            let page = look(&eve.browser, &haven, "claims.csv", there.clone()).await;
            assert_eq!(propose(&eve.browser, &page).await.status, 303, "{}", page.words());
            let waiting = second.browser.get(&haven.at(&format!("{PATH}?show=waiting"))).await;
            assert_eq!(second.browser.post(&waiting.form("/imports/").action, &[]).await.status, 303);
        }
        let (_, _, here) = eve.browser.bytes(&haven.at(&format!("{PATH}/{kind}"))).await;
        assert_eq!(String::from_utf8_lossy(&here), String::from_utf8_lossy(&there), "{name}");
    }
    // JSON reads back too: with every one of them in force, each line says so.
    let (_, _, there) = ada.browser.bytes(&harbour.at(&format!("{PATH}/export.json"))).await;
    let page = look(&eve.browser, &haven, "claims.json", there).await;
    assert_eq!((page.status, page.words().matches("Another claim of the same series").count()), (422, 2));
}
