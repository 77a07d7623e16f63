//! Which routes there are: read from the sources, where each is written once.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// `GET` or `POST`, and the path with its placeholders.
pub(crate) type Route = (&'static str, String);

/// Ways of routing that this scan doesn't read: whoever needs one teaches it here first.
const UNREAD_ROUTERS: [&str; 3] = [".nest(", ".nest_service(", ".route_service("];
const UNREAD_METHODS: [&str; 8] = ["any(", "on(", "put(", "patch(", "delete(", "head(", "options(", "trace("];

/// Every route and method of the server's sources.
pub(crate) fn routes() -> BTreeSet<Route> {
    let mut found = BTreeSet::new();
    for (path, source) in sources() {
        let own = source.split("#[cfg(test)]").next().unwrap_or_default();
        let place = path.display().to_string();
        for unread in UNREAD_ROUTERS {
            assert!(!own.contains(unread), "{place} routes by {unread}…), which nobody reads");
        }
        for arguments in calls(own, ".route(") {
            found.extend(routed(arguments, &place));
        }
        for attribute in calls(own, "#[utoipa::path(") {
            found.insert(described(attribute, &place));
        }
    }
    found
}

/// The server's own sources, tests left out.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
    let (mut folders, mut found) = (vec![root], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the server's sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
                let source = fs::read_to_string(&path).expect("a source");
                found.push((path, source));
            }
        }
    }
    found
}

/// What stands between the brackets of each call.
fn calls<'a>(source: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    source.match_indices(opening).map(move |(at, _)| {
        let rest = &source[at + opening.len()..];
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        &rest[..end.expect("a closing bracket")]
    })
}

/// The first text in quotes.
fn quoted(code: &str) -> Option<&str> {
    code.split('"').nth(1)
}

/// The routes of `"/path", get(…).post(…)`.
fn routed(arguments: &str, place: &str) -> Vec<Route> {
    let path = quoted(arguments).unwrap_or_else(|| panic!("{place}: a route without a path: {arguments}"));
    let rest = arguments.split_once(&format!("\"{path}\"")).map_or("", |(_, rest)| rest);
    for unread in UNREAD_METHODS {
        assert!(!has_call(rest, unread), "{place}: {path} is routed by {unread}…), which nobody reads");
    }
    let found: Vec<Route> = [("GET", "get("), ("POST", "post(")]
        .into_iter()
        .filter(|(_, call)| has_call(rest, call))
        .map(|(method, _)| (method, path.to_owned()))
        .collect();
    assert!(!found.is_empty(), "{place}: {path} has no method that is read");
    found
}

/// Whether this call stands in the code, as a word of its own.
fn has_call(code: &str, call: &str) -> bool {
    let begins = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(call).any(|(at, _)| begins(&code[..at]))
}

/// The route of `get, path = "/path", …`.
fn described(attribute: &str, place: &str) -> Route {
    let path = attribute.split("path =").nth(1).and_then(quoted);
    let path = path.unwrap_or_else(|| panic!("{place}: a described route without a path"));
    match attribute.split(',').next().unwrap_or_default().trim() {
        "get" => ("GET", path.to_owned()),
        "post" => ("POST", path.to_owned()),
        other => panic!("{place}: {path} is routed by {other}, which nobody reads"),
    }
}

/// The route that a path belongs to: of several, the one with the most fixed words.
pub(crate) fn route_of<'a>(routes: &'a BTreeSet<Route>, method: &str, path: &str) -> Option<&'a str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let fixed = |route: &str| route.split('/').filter(|part| !part.starts_with('{')).count();
    routes
        .iter()
        .filter(|(known, route)| *known == method && fits(route, path))
        .map(|(_, route)| route.as_str())
        .max_by_key(|route| fixed(route))
}

fn fits(route: &str, path: &str) -> bool {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(path).all(|(part, given)| part_fits(part, given))
}

/// `{id}` is any word; `brand-{sheet}` one that begins so.
fn part_fits(part: &str, given: &str) -> bool {
    match part.split_once('{') {
        Some((before, _)) => given.len() > before.len() && given.starts_with(before),
        None => part == given,
    }
}

#[test]
fn sources_are_read_as_they_are_written() {
    let source = r#"Router::new().route("/a/{id}", get(one).post(post_it)).route( "/b", post(other) )"#;
    let found: Vec<Route> = calls(source, ".route(").flat_map(|code| routed(code, "here")).collect();
    let wanted = [("GET", "/a/{id}"), ("POST", "/a/{id}"), ("POST", "/b")];
    assert_eq!(found, wanted.map(|(method, path)| (method, path.to_owned())));
    let described = described("\n    get,\n    path = \"/c\",\n    tag = \"x\"", "here");
    assert_eq!(described, ("GET", "/c".to_owned()));
    let all: BTreeSet<Route> = found.into_iter().chain([("GET", "/a/new".to_owned())]).collect();
    assert_eq!(route_of(&all, "GET", "/a/new?x=/y"), Some("/a/new"));
    assert_eq!(route_of(&all, "GET", "/a/old"), Some("/a/{id}"));
    assert_eq!(route_of(&all, "GET", "/a/old/more"), None);
    assert!(part_fits("brand-{sheet}", "brand-x.css") && !part_fits("brand-{sheet}", "brands"));
}
