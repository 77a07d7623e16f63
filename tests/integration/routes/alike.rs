//! What isn't theirs looks to everybody as if it weren't there: the same answer to the byte.

use super::{
    actors::Who,
    bodies,
    places::Places,
    stage::Stage,
    table::{self, Row},
};
use reqwest::Method;
use std::collections::BTreeMap;
use tests::{
    browser::{Answer, Browser},
    world::World,
};

/// All that an answer shows, less what is new in each and the address that was asked for.
fn shown(answer: &Answer) -> (u16, BTreeMap<String, String>, String) {
    let policy = header(answer, "content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or("no nonce");
    let plain = |text: &str| {
        let id = header(answer, "x-request-id");
        text.replace(nonce, "NONCE").replace(&id, "REQUEST").replace(&answer.path, "PATH")
    };
    let headers = answer
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "date" | "content-length"))
        .map(|(name, value)| (name.to_string(), plain(&String::from_utf8_lossy(value.as_bytes()))))
        .collect();
    (answer.status, headers, plain(&answer.body))
}

fn header(answer: &Answer, name: &str) -> String {
    let value = answer.headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

async fn ask(stage: &Stage<'_>, browser: &Browser, row: &Row, places: &Places) -> Answer {
    let path = places.path(&row.route);
    match row.method {
        "GET" => browser.send(browser.request(Method::GET, &path)).await,
        _ => bodies::post(stage, browser, &row.route, &path).await,
    }
}

/// Rows of routes that point at one thing. Who holds a link may use it, so links are left out.
fn pointing() -> Vec<Row> {
    let points = |row: &Row| {
        !row.is_link()
            && ["{id}", "{person}", "{tenant}", "{passkey}"].iter().any(|word| row.route.contains(word))
    };
    table::rows().into_iter().filter(points).collect()
}

/// Asks for a thing and for one that isn't there, and says where the answers differ.
async fn compare(
    stage: &Stage<'_>,
    who: Who,
    row: &Row,
    (real, absent): (&Places, &Places),
) -> Option<String> {
    let browser = &stage.people[&who];
    let what = format!("{} {} for {who}", row.method, row.route);
    let theirs = ask(stage, browser, row, real).await;
    if ![403, 404].contains(&theirs.status) {
        return Some(format!("{what}: {}", theirs.status));
    }
    let (theirs, nobodys) = (shown(&theirs), shown(&ask(stage, browser, row, absent).await));
    (theirs != nobodys).then(|| format!("{what}:\n{theirs:?}\nand where there is nothing\n{nobodys:?}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_theirs_answers_as_what_is_not_there() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let real = Places::real(&stage).await;
    let (absent, nonsense) = (real.absent(), real.nonsense());
    let before = crate::still::digests(&world.database).await;
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for row in pointing() {
        for (who, wanted) in Who::ALL.into_iter().zip(&row.cells) {
            if wanted.may() || who == Who::Anonymous {
                continue;
            }
            wrong.extend(compare(&stage, who, &row, (&real, &absent)).await);
            let none = ask(&stage, &stage.people[&who], &row, &nonsense).await.status;
            if ![403, 404].contains(&none) {
                wrong.push(format!("{} {} for {who}, with no id: {none}", row.method, row.route));
            }
            compared += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 200, "only {compared} answers were compared");
    let after = crate::still::digests(&world.database).await;
    assert_eq!(crate::still::moved(&before, &after), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_tenants_ids_mean_nothing_at_ones_own() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    // The addresses of the other tenant, with the ids of this one.
    let mut foreign = Places::real(&stage).await;
    foreign.slug = "haven".into();
    let absent = foreign.absent();
    let before = crate::still::digests(&world.database).await;
    let mut wrong = Vec::new();
    // Who comes back to a form's own address is led to the case, whether there is one or not.
    let leads_on = |row: &Row| row.method == "GET" && row.cells.iter().all(|cell| cell.may());
    for row in pointing().iter().filter(|row| row.route.starts_with("/t/{slug}/") && !leads_on(row)) {
        for who in [Who::Afar, Who::Stranger] {
            wrong.extend(compare(&stage, who, row, (&foreign, &absent)).await);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let after = crate::still::digests(&world.database).await;
    assert_eq!(crate::still::moved(&before, &after), Vec::<String>::new());
}
