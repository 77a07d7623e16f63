//! What leaves the house of a file: our pictures on our pages, and the original as something to keep.

use super::{LICENCE, merchant, send};
use tests::{
    builders::{jpeg, pdf},
    world::World,
};

const LOCKED: &str = "default-src 'none'; sandbox";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f06_an_original_is_kept_and_never_shown_here() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let file = pdf("Licence");
    send(&merchant, LICENCE, "licence.pdf", file.clone()).await;
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    let (status, headers, bytes) = merchant.owner.browser.bytes(&page.link("/original")).await;
    assert_eq!((status, bytes), (200, file.clone()));
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(header("content-disposition").starts_with("attachment; "), "{headers:?}");
    assert_eq!(header("content-security-policy"), LOCKED);
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("content-length"), file.len().to_string());
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    // Taking it away is on record.
    let mut owner = world.database.owner().await;
    let recorded: i64 =
        sqlx::query_scalar("select count(*) from audit_events where name = 'document.downloaded'")
            .fetch_one(&mut owner)
            .await
            .unwrap();
    assert_eq!(recorded, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f06_pages_show_our_own_pictures_alone() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let file = jpeg(4);
    send(&merchant, LICENCE, "front.jpg", file.clone()).await;
    let early = merchant.paper(LICENCE).await;
    let at = |rest: &str| merchant.owner.tenant.at(&format!("/documents/{}/{rest}", early.id));
    for rest in ["original", "pages/1"] {
        assert_eq!(merchant.owner.browser.bytes(&at(rest)).await.0, 404, "{rest} before its check");
    }
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    let sources: Vec<_> = page
        .html()
        .select(&scraper::Selector::parse("img").unwrap())
        .filter_map(|picture| picture.attr("src").map(str::to_owned))
        .collect();
    assert_eq!(sources, [at("pages/1/small")]);
    for rest in ["pages/1", "pages/1/small"] {
        let (status, headers, bytes) = merchant.owner.browser.bytes(&at(rest)).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "image/jpeg"), "{rest}");
        assert_eq!(headers["content-security-policy"], LOCKED, "{rest}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{rest}");
        assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]) && bytes != file, "a picture of ours");
    }
    for rest in ["pages/0", "pages/2", "pages/-1", "pages/99999", "pages/one", "pages/2/small"] {
        assert_eq!(merchant.owner.browser.bytes(&at(rest)).await.0, 404, "{rest}");
    }
}
