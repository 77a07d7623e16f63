//! A tenant's colour: taken as given, shown so that it can be read.

use super::number;
use domain::permissions::Role;
use tests::world::World;

/// WCAG 2's luminance of `#rrggbb`, computed here once more.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a channel")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The light and the dark colour of a property.
fn pair(css: &str, property: &str) -> (String, String) {
    let start = css.find(&format!("{property}:light-dark(")).expect(property);
    let inside = css[start..].split_once('(').and_then(|(_, rest)| rest.split_once(')')).expect(property).0;
    let (light, dark) = inside.split_once(',').expect(property);
    (light.to_owned(), dark.to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pale_colour_is_kept_as_given_and_shown_so_that_it_reads() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let form = harbour.at("/console/branding");
    let page = ada.browser.get(&form).await;
    let refused = ada.browser.submit(&page, "Save", &[("accent", "yellow")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attribute("input[name=accent]", "value").as_deref(), Some("yellow"));
    let saved = ada.browser.submit_and_go(&page, "Save", &[("accent", "#FFD400"), ("act", "save")]).await;
    assert_eq!(saved.attribute("input[name=accent]", "value").as_deref(), Some("#ffd400"));
    let front = world.browser().get(&harbour.at("")).await;
    let sheet = front.attribute("link[href*='/brand-']", "href").expect("the brand's sheet");
    let answer = world.browser().get(&sheet).await;
    assert_eq!(answer.headers["content-type"], "text/css; charset=utf-8");
    let (light, dark) = pair(&answer.body, "--accent-text");
    assert_ne!(light, "#ffd400");
    assert_eq!(dark, "#ffd400", "on dark ground it reads as it is");
    assert!(contrast(&light, "#ffffff") >= 4.5, "{light}");
    let ((behind_light, behind_dark), (on_light, on_dark)) =
        (pair(&answer.body, "--accent"), pair(&answer.body, "--accent-ink"));
    assert!(
        contrast(&behind_light, &on_light) >= 4.5 && contrast(&behind_dark, &on_dark) >= 4.5,
        "{}",
        answer.body
    );
    // Whoever saves a form made from an older version changes nothing.
    let stale = ada.browser.submit(&page, "Save", &[("accent", "#000000"), ("act", "save")]).await;
    assert_eq!(stale.status, 409, "{}", stale.words());
    assert_eq!(number(&world, "select count(*) from tenants where accent = '#ffd400'").await, 1);
    // It comes back with what was typed, and goes through once it was looked at.
    assert_eq!(stale.attribute("input[name=accent]", "value").as_deref(), Some("#000000"));
    assert!(stale.complaints().contains("Somebody else saved this meanwhile"), "{}", stale.complaints());
    ada.browser.submit_and_go(&stale, "Save", &[("act", "save")]).await;
    assert_eq!(number(&world, "select count(*) from tenants where accent = '#000000'").await, 1);
}
