//! Each role at a merchant sees its part alone, and reads that the rest is others'.

use super::{joined, status, team};
use domain::permissions::Role;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_role_sees_its_part_alone() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let pages = [
        ("", [200, 200, 404]),
        ("/sections/business", [200, 403, 404]),
        ("/sections/representative", [200, 403, 404]),
        ("/sections/bank", [403, 200, 404]),
        ("/sections/agreement", [403, 403, 404]),
        ("/papers", [200, 404, 404]),
        ("/check", [200, 200, 404]),
        ("/withdraw", [403, 403, 404]),
    ];
    let version = merchant.paper("business_licence").await.id;
    let picture = harbour.at(&format!("/documents/{version}/pages/1"));
    for (at, role) in [Role::Papers, Role::Finance, Role::Developer].into_iter().enumerate() {
        let browser = joined(&merchant, &format!("{}@haifeng.example", role.word()), role).await;
        for (page, wanted) in &pages {
            assert_eq!(status(&browser, &merchant.at(page)).await, wanted[at], "{role:?} {page}");
        }
        let keys = if role == Role::Developer { 200 } else { 404 };
        assert_eq!(status(&browser, &harbour.at("/credentials")).await, keys, "{role:?}");
        let papers = if role == Role::Papers { 200 } else { 404 };
        assert_eq!(status(&browser, &picture).await, papers, "{role:?}");
        for page in ["/invite", &format!("/people/{}", merchant.owner.id)] {
            assert_eq!(status(&browser, &team(&merchant, page).await).await, 403, "{role:?} {page}");
        }
        navigation(&browser, &harbour.at(""), role).await;
        let page = browser.get(&team(&merchant, "").await).await;
        assert!(page.words().contains("part of others"), "{role:?}: {}", page.words());
        assert!(page.words().contains("lin@haifeng.example"), "whom to ask: {}", page.words());
        assert!(page.forms().iter().all(|form| !form.action.contains("withdraw")), "{role:?}");
    }
    let browser = world.browser();
    let fields = [("email", "papers@haifeng.example"), ("password", tests::builders::PASSWORD), ("to", "")];
    browser.post("/account/sign-in", &fields).await;
    let tasks = browser.get(&merchant.at("")).await;
    assert!(tasks.words().contains("Another member of your business"), "{}", tasks.words());
    assert!(!tasks.body.contains("/sections/bank"), "{}", tasks.words());
    // The answers of others' sections are not shown before handing in either.
    let check = browser.get(&merchant.at("/check")).await;
    assert!(!check.words().contains("招商银行"), "{}", check.words());
}

/// The header leads to what is theirs, and home says what they look after.
async fn navigation(browser: &tests::browser::Browser, tenant: &str, role: Role) {
    let home = browser.get(&format!("{tenant}/home")).await;
    let links: Vec<String> = {
        let html = home.html();
        let links = scraper::Selector::parse(".main-nav a").expect("a selector");
        html.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    };
    let mut wanted = match role {
        Role::Developer => vec![format!("{tenant}/credentials")],
        _ => vec![format!("{tenant}/home")],
    };
    // What a merchant pays is its owner's business and that of whoever keeps the money.
    if role == Role::Finance {
        wanted.push(format!("{tenant}/prices"));
    }
    wanted.push(format!("{tenant}/members"));
    assert_eq!(links, wanted, "{role:?}");
    let says = home.words().contains("you look after the API keys");
    assert_eq!(says, role == Role::Developer, "{}", home.words());
}
