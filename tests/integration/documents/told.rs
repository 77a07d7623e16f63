//! What people read on the page of papers when something isn't taken or can't be done.

use image::{DynamicImage, ImageFormat, RgbImage};
use std::io::Cursor;
use tests::{builders::MerchantBuilder, world::World};

/// A picture in which nobody can read anything.
fn tiny() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(16, 16)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn send(merchant: &MerchantBuilder<'_>) -> tests::browser::Answer {
    let page = merchant.page("/papers").await;
    let browser = &merchant.owner.browser;
    browser.send_file(&page, &page.form("send-business_licence"), "licence.png", tiny()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_sent_again_says_why_it_was_not_taken() {
    let world = World::new().await;
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    assert_eq!(send(&merchant).await.status, 303);
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    let why = "The picture is too small for anything to be read in it.";
    assert!(page.words().contains(why), "{}", page.words());

    // In place of the one that was refused.
    let replace = page.attribute("form[id^='replace-']", "id").expect("it can be replaced");
    let again = merchant.owner.browser.send_file(&page, &page.form(&replace), "other.png", tiny()).await;
    assert_eq!(again.status, 422, "{}", again.words());
    let told = format!("This very file was sent before and not taken. {why}");
    assert!(again.complaints().contains(&told), "{}", again.complaints());
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_no_longer_be_removed_stays_on_the_page_with_the_reason() {
    let world = World::new().await;
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    let merchant = merchant.filled_in().await.with_papers().await;
    // Open in one window while it is handed in from another.
    let page = merchant.page("/papers").await;
    let merchant = merchant.submitted().await;
    let browser = &merchant.owner.browser;
    let refused = browser.submit(&page, "/papers/remove", &[]).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    assert!(refused.complaints().contains("This paper can’t be changed now"), "{}", refused.complaints());
    assert!(refused.words().contains("licence.pdf"), "{}", refused.words());
    // Reloaded, or in another language, the button's own address leads back.
    let back = browser.get(&merchant.at("/papers/remove")).await;
    assert_eq!((back.status, back.path), (200, merchant.at("/papers")));
}
