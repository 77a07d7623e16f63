//! Papers under glass: what the desk looks at carries whoever looks, and each look at a paper on which a person or an
//! account stands is on record.

use domain::permissions::Role;
use image::RgbImage;
use services::audit;
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, pdf},
    world::World,
};
use time::Duration;

const LOOKS: &str = "select count(*) from audit_events where name = 'personal_data.viewed'";
const LOCKED: &str = "default-src 'none'; sandbox";

/// A case with its papers, and whoever reviews it.
async fn scene(world: &World) -> (MerchantBuilder<'_>, Person<'_>) {
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    merchant.give("bank_proof", "proof.pdf", pdf("A statement")).await;
    world.run_jobs().await;
    let merchant = merchant.submitted().await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    (merchant, reviewer)
}

async fn number(world: &World, sql: &'static str) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

async fn case(merchant: &MerchantBuilder<'_>, by: &Person<'_>) -> Answer {
    let page = by.browser.get(&by.tenant.at(&format!("/desk/cases/{}", merchant.id))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page
}

/// The addresses of a page's pictures of this paper.
async fn pictures(merchant: &MerchantBuilder<'_>, page: &Answer, paper: &str) -> Vec<String> {
    let version = merchant.paper(paper).await.id.to_string();
    let all = scraper::Selector::parse("img").unwrap();
    let sources =
        page.html().select(&all).filter_map(|one| one.attr("src").map(str::to_owned)).collect::<Vec<_>>();
    sources.into_iter().filter(|src| src.contains(&version)).collect()
}

async fn look(by: &Person<'_>, address: &str) -> RgbImage {
    let (status, headers, bytes) = by.browser.bytes(address).await;
    assert_eq!(status, 200, "{address}");
    assert_eq!(headers["cache-control"], "no-store", "{address}");
    image::load_from_memory(&bytes).expect("a picture").to_rgb8()
}

/// Pixels that clearly differ.
fn differing(one: &RgbImage, other: &RgbImage) -> usize {
    assert_eq!(one.dimensions(), other.dimensions());
    one.pixels().zip(other.pixels()).filter(|(one, other)| one.0[1].abs_diff(other.0[1]) > 24).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_look_at_an_id_or_a_bank_paper_is_on_record_once_for_each_page_load() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let page = case(&merchant, &reviewer).await;
    assert_eq!(number(&world, LOOKS).await, 0, "the page alone shows nothing yet");

    for licence in pictures(&merchant, &page, "business_licence").await {
        look(&reviewer, &licence).await;
    }
    assert_eq!(number(&world, LOOKS).await, 0, "a licence is everybody's to see");

    let front = pictures(&merchant, &page, "representative_id_front").await;
    assert_eq!(front.len(), 1, "{front:?}");
    for _ in 0..2 {
        look(&reviewer, &front[0]).await;
    }
    assert_eq!(number(&world, LOOKS).await, 1, "one page-load is one look");
    for paper in ["representative_id_back", "bank_proof"] {
        look(&reviewer, &pictures(&merchant, &page, paper).await[0]).await;
    }
    assert_eq!(number(&world, LOOKS).await, 3, "each paper by itself");

    // The page anew, a page later, no page at all, small: each is another look.
    let again = pictures(&merchant, &case(&merchant, &reviewer).await, "representative_id_front").await;
    assert_ne!(again, front);
    look(&reviewer, &again[0]).await;
    world.clock.advance(Duration::minutes(10));
    look(&reviewer, &again[0]).await;
    let bare = again[0].split('?').next().unwrap();
    for address in [bare.to_owned(), bare.to_owned(), format!("{bare}/small"), format!("{bare}?look=no-id")] {
        look(&reviewer, &address).await;
    }
    assert_eq!(number(&world, LOOKS).await, 9);

    // Whoever sent it looks at what is theirs.
    look(&merchant.owner, bare).await;
    assert_eq!(number(&world, LOOKS).await, 9);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looks_stand_on_the_timeline_and_in_the_log_and_leave_merchants_no_trace() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let page = case(&merchant, &reviewer).await;
    look(&reviewer, &pictures(&merchant, &page, "bank_proof").await[0]).await;

    let seen = case(&merchant, &reviewer).await;
    assert!(seen.words().contains("Looked at an ID or bank paper"), "{}", seen.words());
    let only = reviewer.browser.get(&seen.link("kind=personal-data")).await;
    assert!(only.words().contains("Looked at an ID or bank paper"), "{}", only.words());
    let auditor = reviewer.tenant.staff("aud@harbour.example", &[Role::Auditor]).await;
    let log = auditor.browser.get(&auditor.tenant.at("/console/audit?event=personal_data")).await;
    assert!(log.words().contains("Looked at an ID or bank paper"), "{}", log.words());
    assert!(log.words().contains("rui@harbour.example"), "{}", log.words());

    let told = audit::timeline(&world.services, &merchant.owner.actor().await, merchant.id).await.unwrap();
    assert!(told.iter().all(|entry| !entry.name.starts_with("personal_data")), "{told:?}");
    assert!(!merchant.page("/status").await.body.contains("rui@harbour.example"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f06_a_page_that_the_desk_sees_carries_whoever_sees_it() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let senior = reviewer.tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let version = merchant.paper("business_licence").await.id;
    let address = reviewer.tenant.at(&format!("/documents/{version}/pages/1"));
    let (status, headers, _) = reviewer.browser.bytes(&address).await;
    assert_eq!((status, &headers["content-type"]), (200, &"image/jpeg".parse().unwrap()));
    assert_eq!(headers["content-security-policy"], LOCKED);
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["cross-origin-resource-policy"], "same-origin");

    let plain = look(&merchant.owner, &address).await;
    let (first, second) = (look(&reviewer, &address).await, look(&senior, &address).await);
    let marked = differing(&plain, &first);
    let all = (plain.width() * plain.height()) as usize;
    assert!(marked > all / 50 && marked < all / 4, "{marked} of {all}");
    assert!(differing(&first, &second) > all / 100, "another viewer leaves another mark");
    assert_eq!(differing(&first, &look(&reviewer, &address).await), 0);
    world.clock.advance(Duration::minutes(1));
    assert!(differing(&first, &look(&reviewer, &address).await) > 100, "the time stands there too");

    // Turned on the way, and small.
    let turned = look(&reviewer, &format!("{address}?turn=1")).await;
    assert_eq!(turned.dimensions(), (plain.height(), plain.width()));
    assert_eq!(look(&reviewer, &format!("{address}?turn=many")).await.dimensions(), plain.dimensions());
    let small = format!("{address}/small");
    assert!(differing(&look(&merchant.owner, &small).await, &look(&reviewer, &small).await) > 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_and_whoever_stands_on_its_side_see_nothing_and_leave_no_look() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let version = merchant.paper("representative_id_front").await.id;
    let address = |of: &Person<'_>| of.tenant.at(&format!("/documents/{version}/pages/1?look={version}"));
    let haven = world.tenant("haven").await;
    let stranger = haven.staff("sen@haven.example", &[Role::Reviewer]).await;
    let other = reviewer.tenant.merchant("other@merchant.example").await.owner;
    let admin = reviewer.tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    for who in [&stranger, &other, &admin] {
        assert_eq!(who.browser.bytes(&address(who)).await.0, 404, "{}", who.email);
    }
    assert_eq!(number(&world, LOOKS).await, 0);
    assert_eq!(number(&world, "select count(*) from paper_looks").await, 0);
}
