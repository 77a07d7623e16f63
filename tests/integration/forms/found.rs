//! Which forms stand on the pages that links lead to, and which links lead nowhere.

use super::scene::Scene;
use crate::routes::{actors::Who, scan};
use std::collections::BTreeMap;
use tests::{
    crawl::{Reached, crawl},
    forms::Form,
};

/// Where everybody may begin to look around.
const DOORS: [&str; 9] = [
    "/",
    "/account",
    "/t/harbour",
    "/t/harbour/home",
    "/t/harbour/credentials",
    "/t/harbour/members",
    "/t/harbour/console",
    "/t/harbour/desk",
    "/operator",
];

/// What a walk leaves out: hundreds of mails, each of which holds one link.
const LEFT_OUT: [&str; 1] = ["/mailbox"];

/// Every page that somebody reaches.
async fn pages(scene: &Scene<'_>, who: Who) -> BTreeMap<String, Reached> {
    let mut starts: Vec<String> = DOORS.iter().map(|door| (*door).to_owned()).collect();
    let links = &scene.stage.links;
    let mails = [&links.confirm, &links.reset, &links.change, &links.invitation, &links.sign, &links.phone];
    if who == Who::Anonymous {
        starts.extend(mails.into_iter().cloned());
    }
    crawl(&scene.browser(who), &starts, &LEFT_OUT).await
}

/// Every form that posts, with its route.
pub(super) async fn forms(scene: &Scene<'_>) -> Vec<(String, Form)> {
    let routes = scan::routes();
    let mut found = Vec::new();
    for who in Who::ALL {
        for (_, page) in pages(scene, who).await {
            for form in page.answer.forms().into_iter().filter(|form| form.posts) {
                let to = form.address(&page.answer).to_owned();
                let route = scan::route_of(&routes, "POST", &to);
                let route = route.unwrap_or_else(|| panic!("a form on {} posts to {to}", page.answer.path));
                found.push((route.to_owned(), form));
            }
        }
    }
    found
}

/// Links that lead to no page, for whoever sees them; in a word each.
pub(super) async fn dead_links(scene: &Scene<'_>) -> Vec<String> {
    let mut dead = Vec::new();
    for who in Who::ALL {
        for (path, page) in pages(scene, who).await {
            let Some(from) = page.from else { continue };
            if page.answer.status >= 400 {
                dead.push(format!("{who}: {from} links to {path}, which answers {}", page.answer.status));
            }
        }
    }
    dead
}
