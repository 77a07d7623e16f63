//! Going on with a phone: one paper, one device, some minutes, and no session.

use crate::uploads::{Kept, form_of};
use domain::documents::Version;
use services::documents::phone;
use tests::{
    browser::{Answer, Browser},
    builders::{MerchantBuilder, jpeg, pdf},
    world::World,
};
use time::Duration;

const LICENCE: &str = "business_licence";

async fn merchant(world: &World) -> MerchantBuilder<'_> {
    world.tenant("harbour").await.merchant("lin@haifeng.example").await
}

/// Begins on the page of papers; the page with the picture, and the path of its link.
async fn begin(merchant: &MerchantBuilder<'_>) -> (Answer, String) {
    let papers = merchant.page("/papers").await;
    let to_phone = |form: &tests::forms::Form| {
        form.action.ends_with("/papers/phone") && form.fields.contains(&("paper".into(), LICENCE.into()))
    };
    let form = papers.forms().into_iter().find(to_phone).expect("a button for the licence");
    let page = merchant.owner.browser.send_form(&papers, &form, &[]).await;
    assert_eq!(page.status, 200, "{}", page.complaints());
    assert!(page.body.contains("<svg"), "a picture to scan");
    let link = page.attribute("input#link", "value").expect("the link");
    let path = link.strip_prefix(&merchant.owner.tenant.world.base_url).expect("ours").to_owned();
    (page, path)
}

/// Sends a file from the page of a link.
async fn send(phone: &Browser, link: &str, name: &str, bytes: Vec<u8>) -> Answer {
    let page = phone.get(link).await;
    assert_eq!(page.status, 200, "{}", page.words());
    phone.send_file(&page, &page.main_form(), name, bytes).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_sends_one_paper_and_the_first_screen_follows() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let (page, link) = begin(&merchant).await;
    let follow = page.attribute("[data-follow]", "data-follow").expect("an address to follow");
    let waiting = merchant.owner.browser.get(&follow).await;
    assert!(waiting.status == 200 && !waiting.body.contains(&link), "a link is shown once");

    let phone = world.browser();
    let shown = phone.get(&link).await;
    assert!(shown.words().contains("Business licence"), "{}", shown.words());
    for hidden in [merchant.id.to_string(), "GW-".into(), "lin@haifeng.example".into()] {
        assert!(!shown.body.contains(&hidden), "{hidden} is shown");
    }
    let done = send(&phone, &link, "licence.jpg", jpeg(1)).await;
    assert_eq!((done.status, done.location()), (303, Some(link.clone())), "{}", done.complaints());
    assert!(phone.get(&link).await.words().contains("The file has come"));
    // Nobody is signed in there: the link opened this upload, and nothing else.
    assert!(phone.get(&merchant.at("/papers")).await.path.starts_with("/account/sign-in"));
    let back = merchant.owner.browser.get(&follow).await;
    assert!(back.path.contains("/papers") && !back.path.contains("/phone"), "{}", back.path);
    assert!(back.words().contains("licence.jpg"), "{}", back.words());
    world.run_jobs().await;
    let kept = merchant.paper(LICENCE).await;
    assert!(matches!(kept.version, Version::Scanned { .. }), "{:?}", kept.version);
    // Used once, by anybody.
    for browser in [&phone, &world.browser()] {
        let form = shown.main_form();
        let again = browser.send_file(&shown, &form, "other.jpg", jpeg(2)).await;
        assert_eq!(again.status, 409, "{}", again.words());
    }
    assert_eq!(Kept::of(&merchant).await.versions, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_refused_can_be_sent_better_by_the_same_phone_alone() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let (_, link) = begin(&merchant).await;
    let (phone, other) = (world.browser(), world.browser());
    let first = other.get(&link).await;
    let refused = send(&phone, &link, "notes.txt", b"nothing to see".to_vec()).await;
    assert_eq!(refused.status, 415, "{}", refused.words());
    let cookie = refused.headers["set-cookie"].to_str().expect("text");
    for part in ["gangway-phone-", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=900"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    assert_eq!(other.get(&link).await.status, 410, "another phone has it");
    let late = other.send_file(&first, &first.main_form(), "mine.jpg", jpeg(2)).await;
    assert_eq!(late.status, 409, "{}", late.words());
    let nothing = phone.send_file(&first, &first.main_form(), "", vec![]).await;
    assert_eq!(nothing.status, 422, "{}", nothing.words());
    assert_eq!(send(&phone, &link, "licence.pdf", pdf("Business licence")).await.status, 303);
    world.run_jobs().await;
    assert_eq!(Kept::of(&merchant).await.versions, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_for_a_phone_has_its_time_its_tenant_and_its_newest() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    world.tenant("haven").await;
    let phone = world.browser();
    let (_, old) = begin(&merchant).await;
    let (_, new) = begin(&merchant).await;
    assert_eq!((phone.get(&old).await.status, phone.get(&new).await.status), (410, 200));
    let elsewhere = new.replace("/t/harbour/", "/t/haven/");
    for wrong in [elsewhere, format!("/t/harbour/phone/{}", "A".repeat(43)), "/t/harbour/phone/x".into()] {
        assert_eq!(phone.get(&wrong).await.status, 404, "{wrong}");
    }
    let open = phone.get(&new).await;
    world.clock.advance(Duration::minutes(15));
    assert_eq!(phone.get(&new).await.status, 410);
    let late = phone.send_file(&open, &open.main_form(), "late.jpg", jpeg(1)).await;
    assert_eq!(late.status, 409, "{}", late.words());
    assert_eq!(Kept::of(&merchant).await.versions, 0);
    let mut owner = world.database.owner().await;
    let rows: Vec<String> = sqlx::query_scalar("select row_to_json(t)::text from phone_links t")
        .fetch_all(&mut owner)
        .await
        .expect("rows");
    let token = new.rsplit('/').next().expect("a token");
    assert!(rows.len() == 2 && !rows.iter().any(|row| row.contains(token)), "{rows:?}");
}

/// The link acts for whoever made it, as long as they could do so themselves.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s05_a_link_for_a_phone_ends_with_the_session_that_made_it() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let phone = world.browser();
    let (_, link) = begin(&merchant).await;
    let open = phone.get(&link).await;
    assert_eq!(open.status, 200);
    merchant.owner.browser.post("/account/sign-out", &[]).await;
    assert_eq!(phone.get(&link).await.status, 410);
    let late = phone.send_file(&open, &open.main_form(), "late.jpg", jpeg(1)).await;
    assert_eq!(late.status, 409, "{}", late.words());
    assert_eq!(Kept::of(&merchant).await.versions, 0);
}

/// What can't be changed any more can't be changed by a phone either; nor is another's paper anybody's to hand on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_for_a_phone_opens_nothing_that_is_closed() {
    let world = World::new().await;
    let begun = merchant(&world).await.filled_in().await.with_papers().await;
    let phone = world.browser();
    let (_, link) = begin_again(&begun).await;
    assert_eq!(phone.get(&link).await.status, 200);
    let handed_in = begun.submitted().await;
    assert_eq!(phone.get(&link).await.status, 410);
    let actor = handed_in.owner.actor().await;
    let closed = phone::offer(&world.services, &actor, handed_in.id, LICENCE, None).await;
    assert!(matches!(closed, Err(services::ServiceError::Conflict("documents-closed-now"))), "{closed:?}");
    let other = handed_in.owner.tenant.merchant("other@merchant.example").await;
    let foreign =
        phone::offer(&world.services, &other.owner.actor().await, handed_in.id, LICENCE, None).await;
    assert!(matches!(foreign, Err(services::ServiceError::NotFound)), "{foreign:?}");
}

/// Begins for a file that is there already: it is replaced.
async fn begin_again(merchant: &MerchantBuilder<'_>) -> (Answer, String) {
    let papers = merchant.page("/papers").await;
    let document = merchant.paper(LICENCE).await.document.to_string();
    let form = form_of(&papers, LICENCE);
    assert!(form.fields.iter().any(|(_, value)| *value == document), "{form:?}");
    begin(merchant).await
}
