//! What a page loads: the addresses of its files as they stand in it.

use crate::{browser::Answer, forms::selector};
use std::collections::BTreeSet;

/// Elements that load something, and the attribute that says what.
const LOADING: [(&str, &str); 8] = [
    ("link[rel~=stylesheet]", "href"),
    ("link[rel~=icon]", "href"),
    ("link[rel~=preload]", "href"),
    ("link[rel~=modulepreload]", "href"),
    ("link[rel~=manifest]", "href"),
    ("script", "src"),
    ("script", "data-glue"),
    ("script", "data-wasm"),
];

/// The files of a page, each once; pictures of people's papers aren't among them, they come as they are scrolled to.
pub fn of(page: &Answer) -> BTreeSet<String> {
    let html = page.html();
    let mut found = BTreeSet::new();
    for (css, attribute) in LOADING {
        let css = selector(css);
        let files = html.select(&css).filter_map(|element| element.attr(attribute));
        found.extend(files.filter(|file| !file.starts_with("data:")).map(str::to_owned));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;

    #[test]
    fn each_file_is_found_once() {
        let body = r#"<html><head><link rel="stylesheet" href="/assets/main.css"><link rel="icon" href="/assets/icon.svg">
            <link rel="alternate" href="/zh"><script type="module" src="/assets/boot.js" data-glue="/assets/app.js"
            data-wasm="/assets/app_bg.wasm"></script><script src="/assets/boot.js"></script></head>
            <body><a href="/t/harbour">x</a><img src="/papers/1.png"></body></html>"#;
        let page = Answer { status: 200, headers: HeaderMap::new(), body: body.into(), path: "/".into() };
        let files: Vec<_> = of(&page).into_iter().collect();
        assert_eq!(
            files,
            [
                "/assets/app.js",
                "/assets/app_bg.wasm",
                "/assets/boot.js",
                "/assets/icon.svg",
                "/assets/main.css"
            ]
        );
    }
}
