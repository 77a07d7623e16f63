//! Another site's posts: right in everything but where they come from.

use super::{actors::Who, bodies, places::Places, stage::Stage, table};
use crate::still;
use reqwest::{
    Method,
    header::{HeaderMap, HeaderValue},
};
use tests::world::World;

/// What another site's page, or no page at all, makes a browser send.
const FOREIGN: [(Option<&str>, Option<&str>); 5] = [
    (Some("https://evil.example"), Some("cross-site")),
    (Some("https://evil.example"), None),
    (Some("null"), Some("cross-site")),
    (None, Some("same-site")),
    (None, None),
];

fn claim(headers: &mut HeaderMap, origin: Option<&'static str>, site: Option<&'static str>) {
    for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
        headers.remove(name);
        if let Some(value) = value {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h07_right_posts_of_other_sites_change_nothing() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let before = still::digests(&world.database).await;
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for row in table::rows().iter().filter(|row| row.method == "POST" && !row.route.starts_with("/api/")) {
        let may = Who::ALL.into_iter().zip(&row.cells).find(|(_, cell)| cell.may());
        let Some((who, _)) = may else { continue };
        for (origin, site) in FOREIGN {
            let request =
                bodies::request(&stage, &stage.people[&who], &row.route, &places.path(&row.route)).await;
            let (client, request) = request.build_split();
            let mut request = request.expect("a request");
            claim(request.headers_mut(), origin, site);
            let answer = client.execute(request).await.expect("an answer");
            tried += 1;
            if answer.status() != 403 {
                wrong.push(format!("{} {origin:?} {site:?}: {}", row.route, answer.status()));
            }
        }
    }
    let after = still::digests(&world.database).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let moved = still::moved(&before, &after);
    assert!(moved.iter().all(|table| table == "sessions"), "{moved:?}");
    // What changes something by a form doesn't by a link; that one was looked at is noted.
    for row in table::rows().iter().filter(|row| row.method == "POST" && !row.route.starts_with("/api/")) {
        let may = Who::ALL.into_iter().zip(&row.cells).find(|(_, cell)| cell.may());
        let Some((who, _)) = may else { continue };
        let browser = &stage.people[&who];
        let fetched = browser.send(browser.request(Method::GET, &places.path(&row.route))).await;
        assert!(fetched.status < 500, "{} by a link: {}", row.route, fetched.status);
    }
    let moved = still::moved(&after, &still::digests(&world.database).await);
    assert!(moved.iter().all(|table| ["sessions", "signing_links"].contains(&table.as_str())), "{moved:?}");
    assert!(tried > 300, "{tried}");
}
