//! What reaches the browser, and which way the arrows run: read from cargo's own graph.

use std::process::Command;

fn tree(arguments: &[&str]) -> Vec<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--offline", "--prefix", "none", "-e", "normal", "--format", "{p}"])
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8_lossy(&output.stdout);
    names.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn i08_nothing_of_the_server_reaches_the_browser() {
    let target = ["--target", "wasm32-unknown-unknown"];
    let names =
        tree(&[&["-p", "app", "--no-default-features", "--features", "hydrate"], &target[..]].concat());
    for server_only in [
        "sqlx",
        "sqlx-core",
        "lettre",
        "aws-sdk-s3",
        "argon2",
        "axum",
        "validator",
        "tokio",
        "store",
        "services",
        "server",
        "fluent-templates",
        "jiff",
        "rand",
    ] {
        assert!(!names.iter().any(|name| name == server_only), "{server_only} is in the browser's graph");
    }
    assert!(names.iter().any(|name| name == "domain"), "the browser runs the domain's code");
}

#[test]
fn regex_reaches_the_browser_through_leptos_config_alone() {
    let names = tree(&[
        "-p",
        "app",
        "--no-default-features",
        "--features",
        "hydrate",
        "--target",
        "wasm32-unknown-unknown",
        "-i",
        "regex",
        "--depth",
        "1",
    ]);
    assert!(names.iter().all(|name| name == "regex" || name == "leptos_config"), "{names:?}");
}

#[test]
fn the_arrows_run_one_way() {
    for (package, forbidden) in [
        ("domain", &["store", "services", "server", "app"][..]),
        ("store", &["services", "server", "app"]),
        ("services", &["server", "app"]),
        ("app", &["store", "services", "server"]),
    ] {
        let names = tree(&["-p", package, "--all-features"]);
        for name in forbidden {
            assert!(!names.iter().any(|found| found == name), "{package} reaches {name}");
        }
    }
}
