//! Every page somebody can reach by links.

use crate::{
    browser::{Answer, Browser},
    forms::selector,
};
use std::collections::{BTreeMap, VecDeque};

/// More pages than any test's installation has: who finds more goes in circles.
const MOST: usize = 1200;

/// A page that was reached.
pub struct Reached {
    /// The page, redirects followed.
    pub answer: Answer,
    /// The page whose link led here; nothing for one that the walk began at.
    pub from: Option<String>,
}

/// Follows every link of ours from these paths on, and looks at each page once, in the order in which they are met.
/// Pages that lie below one of `leave_out` are left out.
pub async fn crawl(browser: &Browser, starts: &[String], leave_out: &[&str]) -> BTreeMap<String, Reached> {
    let mut found = BTreeMap::new();
    let mut waiting: VecDeque<(String, Option<String>)> =
        starts.iter().map(|start| (start.clone(), None)).collect();
    while let Some((path, from)) = waiting.pop_front() {
        if found.contains_key(&path) || leave_out.iter().any(|left| path.starts_with(left)) {
            continue;
        }
        assert!(found.len() < MOST, "more than {MOST} pages; the last is {path}, from {from:?}");
        let answer = browser.get(&path).await;
        waiting.extend(links(&answer).into_iter().map(|link| (link, Some(path.clone()))));
        found.insert(path, Reached { answer, from });
    }
    found
}

/// The addresses on this site that a page links to, less their fragments.
pub fn links(page: &Answer) -> Vec<String> {
    let html = page.html();
    html.select(&selector("a[href^='/']"))
        .filter_map(|link| link.attr("href"))
        .filter(|href| !href.starts_with("//"))
        // The viewer turns, enlarges and leafs in its address: each is the same page once more.
        .filter(|href| !(href.contains("/items/document:") && href.contains("?version=")))
        .map(|href| href.split('#').next().unwrap_or_default().to_owned())
        .collect()
}
