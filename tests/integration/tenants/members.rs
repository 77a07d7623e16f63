//! A merchant's people: invited, seen, changed, gone; each sees their part alone, and nobody both sides.

mod judges;
mod parts;

use super::{number, recorded};
use domain::permissions::Role;
use reqwest::Method;
use tests::{
    browser::{Answer, Browser},
    builders::{MerchantBuilder, PASSWORD, Person},
    world::World,
};

/// The page of the merchant's people.
async fn team(merchant: &MerchantBuilder<'_>, rest: &str) -> String {
    merchant.owner.tenant.at(&format!("/members/{}{rest}", merchant.merchant().await))
}

/// Invites someone in the owner's browser, and answers the link they get.
async fn invite(merchant: &MerchantBuilder<'_>, email: &str, role: Role) -> String {
    let owner = &merchant.owner.browser;
    let page = owner.get(&team(merchant, "/invite").await).await;
    let fields = [("email", email), ("roles", role.word())];
    owner.submit_and_go(&page, "Send the invitation", &fields).await;
    merchant.owner.tenant.world.run_jobs().await;
    merchant.owner.tenant.world.link_to(email)
}

/// A new person who joined by an invitation, signed in.
async fn joined(merchant: &MerchantBuilder<'_>, email: &str, role: Role) -> Browser {
    let world = merchant.owner.tenant.world;
    let link = invite(merchant, email, role).await;
    let browser = world.browser();
    let page = browser.get(&link).await;
    let sign_in = browser.submit_and_go(&page, "Join", &[("password", PASSWORD)]).await;
    assert!(sign_in.words().contains("Welcome"), "{}", sign_in.words());
    browser.submit_and_go(&sign_in, "/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    world.run_jobs().await;
    browser
}

async fn status(browser: &Browser, path: &str) -> u16 {
    browser.send(browser.request(Method::GET, path)).await.status
}

async fn person_page(merchant: &MerchantBuilder<'_>, email: &str) -> Answer {
    let page = merchant.owner.browser.get(&team(merchant, "").await).await;
    let html = page.html();
    let links = scraper::Selector::parse("a[href*='/people/']").expect("a selector");
    let link = html.select(&links).find(|link| link.text().collect::<String>() == email);
    let href = link.and_then(|link| link.attr("href")).unwrap_or_else(|| panic!("{email}: {}", page.words()));
    merchant.owner.browser.get(href).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_sees_who_is_there_and_who_is_invited_and_takes_both_back() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await.with_business().await;
    let owner = &merchant.owner.browser;
    let link = invite(&merchant, "pia@haifeng.example", Role::Papers).await;
    let mail = world.mail_to("pia@haifeng.example");
    assert!(mail.subject.contains("深圳市海风贸易有限公司"), "{}", mail.subject);
    assert!(mail.text.contains("papers") && !mail.text.contains("lin@haifeng.example"), "{}", mail.text);
    let page = owner.get(&team(&merchant, "").await).await;
    assert!(
        page.words().contains("pia@haifeng.example") && page.words().contains("Invited"),
        "{}",
        page.words()
    );
    owner.submit_and_go(&page, "/withdraw", &[]).await;
    assert_eq!(status(&world.browser(), &link).await, 410);
    let page = owner.get(&team(&merchant, "").await).await;
    assert!(!page.words().contains("pia@haifeng.example"), "{}", page.words());

    let pia = joined(&merchant, "pia@haifeng.example", Role::Papers).await;
    assert_eq!(world.mail_to("lin@haifeng.example").subject, "Somebody has joined 深圳市海风贸易有限公司");
    assert_eq!(status(&pia, &merchant.at("/papers")).await, 200);
    let page = person_page(&merchant, "pia@haifeng.example").await;
    owner.submit_and_go(&page, "Save", &[("roles", "developer")]).await;
    world.run_jobs().await;
    let told = world.mail_to("pia@haifeng.example").subject;
    assert_eq!(told, "Your part at 深圳市海风贸易有限公司 has changed");
    assert_eq!(status(&pia, &merchant.at("/papers")).await, 404);
    assert_eq!(status(&pia, &harbour.at("/credentials")).await, 200);
    let page = person_page(&merchant, "pia@haifeng.example").await;
    owner.submit_and_go(&page, "/remove", &[]).await;
    world.run_jobs().await;
    let told = world.mail_to("pia@haifeng.example").subject;
    assert_eq!(told, "You no longer belong to 深圳市海风贸易有限公司");
    for path in [harbour.at("/members"), team(&merchant, "").await] {
        assert_eq!(status(&pia, &path).await, 404, "{path}");
    }
    for name in ["member.joined", "member.roles_changed", "member.removed", "invitation.withdrawn"] {
        assert_eq!(recorded(&world, name).await, (0, 1), "{name}");
    }
    // Ended, not deleted.
    assert_eq!(number(&world, "select count(*) from merchant_members where ended_at is not null").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchant_always_has_an_owner() {
    const LAST: &str = "A business needs an owner";
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    let owner = &merchant.owner.browser;
    let refused = |answer: Answer| {
        assert_eq!(answer.status, 422, "{}", answer.words());
        assert!(answer.complaints().contains(LAST), "{}", answer.complaints());
    };
    let page = owner.get(&team(&merchant, "").await).await;
    refused(owner.submit(&page, "/leave", &[]).await);
    let page = person_page(&merchant, "lin@haifeng.example").await;
    refused(owner.submit(&page, "/remove", &[]).await);
    refused(owner.submit(&page, "Save", &[("roles", "papers")]).await);
    // Of two owners who leave at the same moment one stays.
    let other = joined(&merchant, "wei@haifeng.example", Role::Owner).await;
    let leave = team(&merchant, "/leave").await;
    let (one, two) = tokio::join!(owner.post(&leave, &[]), other.post(&leave, &[]));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    let owners = "select count(*) from merchant_members where role = 'owner' and ended_at is null";
    assert_eq!(number(&world, owners).await, 1);
    world.run_jobs().await;
    let stayed = if one.status == 422 { "lin@haifeng.example" } else { "wei@haifeng.example" };
    assert!(
        world.mail_to(stayed).subject.starts_with("Somebody has left"),
        "{}",
        world.mail_to(stayed).subject
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reaches_into_another_merchant() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    let other = harbour.merchant("eve@other.example").await;
    invite(&merchant, "pia@haifeng.example", Role::Papers).await;
    let page = merchant.owner.browser.get(&team(&merchant, "").await).await;
    let withdraw = page.form("/withdraw").action;
    let id = withdraw.split('/').rev().nth(1).expect("an id").to_owned();
    // Neither by its own address nor below their own merchant's.
    for path in [withdraw, team(&other, &format!("/invitations/{id}/withdraw")).await] {
        assert_eq!(other.owner.browser.post(&path, &[]).await.status, 404, "{path}");
    }
    let lin = team(&other, &format!("/people/{}", merchant.owner.id)).await;
    assert_eq!(status(&other.owner.browser, &lin).await, 404);
    assert_eq!(other.owner.browser.post(&format!("{lin}/remove"), &[]).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_login_owns_several_merchants() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let one = harbour.merchant("lin@haifeng.example").await.with_business().await;
    let two = one.another().await;
    let page = one.owner.browser.get(&harbour.at("/members")).await;
    let mut names = page.texts(".entry a");
    names.sort_unstable();
    assert_eq!(names, ["Not named yet", "深圳市海风贸易有限公司"]);
    // Someone of the one is nobody at the other.
    let pia = joined(&one, "pia@haifeng.example", Role::Papers).await;
    assert_eq!(status(&pia, &one.at("")).await, 200);
    assert_eq!(status(&pia, &two.at("")).await, 404);
    assert_eq!(status(&pia, &team(&two, "").await).await, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_flooded_with_invitations() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    let owner = &merchant.owner.browser;
    for _ in 0..5 {
        invite(&merchant, "pia@haifeng.example", Role::Papers).await;
        let page = owner.get(&team(&merchant, "").await).await;
        owner.submit_and_go(&page, "/withdraw", &[]).await;
    }
    let page = owner.get(&team(&merchant, "/invite").await).await;
    let fields = [("email", "pia@haifeng.example"), ("roles", "papers")];
    let answer = owner.submit(&page, "Send the invitation", &fields).await;
    assert_eq!(answer.status, 422, "{}", answer.words());
    assert!(answer.complaints().contains("several mails"), "{}", answer.complaints());
}

/// A member of the tenant's staff, in their browser, opens an invitation.
async fn open(person: &Person<'_>, link: &str) -> Answer {
    person.browser.get(link).await
}
