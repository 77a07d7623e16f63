//! Prices as people bring them to hold, page by page: proposed, rehearsed, approved, offered, accepted.

use domain::permissions::Role;
use tests::{
    browser::{Answer, Browser},
    builders::Person,
    world::World,
};

const LINE: [(&str, &str); 6] = [
    ("channel", "alipay"),
    ("product", "qr"),
    ("industry", "5814"),
    ("currency", "CNY"),
    ("percent", "0.8"),
    ("beneath", "alipay-cn-qr"),
];

/// The form of a page filled in with the line, with these over it.
async fn propose(browser: &Browser, page: &Answer, changes: &[(&str, &str)]) -> Answer {
    let kept = LINE.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<_> = kept.chain(changes).copied().collect();
    browser.send_form(page, &page.main_form(), &fields).await
}

async fn follow(browser: &Browser, answer: &Answer) -> Answer {
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    browser.get(&answer.location().expect("a location")).await
}

/// Another admin than whoever proposed it.
async fn approved(second: &Person<'_>, page: &Answer) -> Answer {
    let path = page.path.split('?').next().unwrap_or_default();
    let seen = second.browser.get(path).await;
    second.browser.submit_and_go(&seen, "/approve", &[]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_price_is_proposed_rehearsed_and_approved_page_by_page() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.approved_by(&reviewer, &senior).await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let fees = admin.browser.get(&tenant.at("/console/fees")).await;
    let list = admin.browser.get(&fees.link("/console/fees/prices")).await;
    assert!(list.words().contains("price on request"), "{}", list.words());
    let form = admin.browser.get(&list.link("/prices/new")).await;
    let wrong = propose(&admin.browser, &form, &[("percent", "0,8"), ("fixed", "")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.complaints().contains("in digits"), "{}", wrong.complaints());
    assert_eq!(wrong.attribute("input[name=percent]", "value").as_deref(), Some("0,8"));

    let line = follow(&admin.browser, &propose(&admin.browser, &form, &[]).await).await;
    assert!(line.words().contains("You proposed it: another person answers."), "{}", line.words());
    // 6,000 payments of 35.00: 0.28 each comes in and 0.21 goes out.
    for shown in ["CN¥1,680.00", "CN¥1,260.00", "CN¥420.00", "0.2%"] {
        assert!(line.words().contains(shown), "{shown}: {}", line.words());
    }
    let rehearsal = second.browser.get(line.path.split('?').next().unwrap_or_default()).await;
    for shown in ["One merchant who pays by the price list", "on request"] {
        assert!(rehearsal.words().contains(shown), "{shown}: {}", rehearsal.words());
    }
    let list = approved(&second, &line).await;
    assert!(list.words().contains("In force") && list.words().contains("Approved."), "{}", list.words());

    // Another line in its place: whoever pays by the list would pay 210.00 a month more.
    let held = admin.browser.get(&list.link("/console/fees/prices/0")).await;
    let form = admin.browser.get(&held.link("replaces=")).await;
    assert_eq!(form.attribute("input[name=percent]", "value").as_deref(), Some("0.8"));
    let next = follow(&admin.browser, &propose(&admin.browser, &form, &[("percent", "0.9")]).await).await;
    let rehearsal = second.browser.get(next.path.split('?').next().unwrap_or_default()).await;
    for shown in ["CN¥1,680.00", "CN¥1,920.00", "CN¥240.00"] {
        assert!(rehearsal.words().contains(shown), "{shown}: {}", rehearsal.words());
    }
    second.browser.submit_and_go(&rehearsal, "/decline", &[]).await;
    let own = merchant.owner.browser.get(&tenant.at("/prices")).await;
    assert!(
        own.words().contains("0.8%") && own.words().contains("You pay by the price list."),
        "{}",
        own.words()
    );
    assert!(own.link("/channels/alipay").ends_with("/channels/alipay"));
    assert!(!own.words().contains("0.6%") && !own.body.contains("alipay-cn-qr"), "{}", own.words());
    assert_eq!(reviewer.browser.get(&tenant.at("/console/fees/prices")).await.status, 403);
    assert_eq!(merchant.owner.browser.get(&tenant.at("/console/fees/prices")).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_goes_from_the_console_to_its_merchant_and_is_accepted() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.approved_by(&reviewer, &senior).await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let (owner, number) = (&merchant.owner.browser, number(&merchant).await);
    let none = owner.get(&tenant.at("/prices")).await;
    assert!(none.words().contains("Price on request"), "{}", none.words());

    let list = admin.browser.get(&tenant.at("/console/fees/offers")).await;
    let form = admin.browser.get(&list.link("/offers/new")).await;
    let unknown = propose(&admin.browser, &form, &[("number", "M-NOBODY")]).await;
    assert!(unknown.complaints().contains("No merchant has this number."), "{}", unknown.complaints());
    // A first line is added, taken out again, and then two are proposed.
    let changes = [("number", number.as_str()), ("act", "add")];
    let added = propose(&admin.browser, &form, &changes).await;
    assert_eq!(added.status, 200, "{}", added.complaints());
    assert!(added.words().contains("Line 1"), "{}", added.words());
    let same = propose(&admin.browser, &added, &[]).await;
    assert!(same.complaints().contains("same payments"), "{}", same.complaints());
    let web = [("channel", "wechat_pay"), ("product", ""), ("beneath", "wechat-cn-716"), ("percent", "0.7")];
    let offer = follow(&admin.browser, &propose(&admin.browser, &added, &web).await).await;
    assert!(offer.words().contains("Line 2") && offer.words().contains("0.7%"), "{}", offer.words());

    approved(&second, &offer).await;
    world.run_jobs().await;
    let waiting = owner.get(&world.link_to("lin@haifeng.example")).await;
    assert!(waiting.words().contains("An offer waits for you"), "{}", waiting.words());
    let accepted = owner.submit_and_go(&waiting, "/accept", &[]).await;
    for shown in ["These are your prices now", "Version 1 of your offer", "Agreed", "0.8%", "0.7%"] {
        assert!(accepted.words().contains(shown), "{shown}: {}", accepted.words());
    }
    let late = owner.submit(&waiting, "/accept", &[]).await;
    assert_eq!(late.status, 409);
    assert!(late.words().contains("accepted already"), "{}", late.words());
    let kept = admin.browser.get(offer.path.split('?').next().unwrap_or_default()).await;
    assert!(
        kept.words().contains("lin@haifeng.example") && kept.words().contains("127.0.0.1"),
        "{}",
        kept.words()
    );
    let by_state = admin.browser.get(&tenant.at("/console/fees/offers?state=accepted")).await;
    assert!(by_state.words().contains(&number), "{}", by_state.words());
    owner.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let chinese = owner.get(&tenant.at("/prices")).await;
    assert!(
        chinese.words().contains("您的价格") && chinese.words().contains("支付宝"),
        "{}",
        chinese.words()
    );
}

/// The merchant's number.
async fn number(merchant: &tests::builders::MerchantBuilder<'_>) -> String {
    let (services, actor) = (&merchant.owner.tenant.world.services, merchant.owner.actor().await);
    let mine = services::fees::offers::mine(services, &actor).await.expect("the merchants");
    mine.into_iter().find_map(|one| one.merchant.number).expect("a number")
}
