//! The database's server stopped at once, and killed, under load.

use super::{Draw, chain_holds, none_in_a_transaction, ready_within, signed_in, with_the_clock};
use reqwest::Method;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tests::{
    binary::Running,
    browser::Browser,
    builders::{MerchantBuilder, answers_of},
    cluster::Cluster,
    world::World,
};

const ROUNDS: usize = 4;

/// Saves the same section again and again, under names that count up; gives the last name that was acknowledged and every
/// status that came back.
async fn save(browser: Browser, path: String, stop: Arc<AtomicBool>) -> (Option<u64>, Vec<u16>) {
    let (mut acknowledged, mut statuses) = (None, Vec::new());
    for number in 0.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        let page = browser.request(Method::GET, &path).send().await;
        let Ok(page) = page else { continue };
        let page = tests::browser::Answer::read(page).await;
        statuses.push(page.status);
        if page.status != 200 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        }
        let name = format!("海风{number}");
        let form = page.form("Save and continue");
        let fields = form.filled_in(&[("short_name", &name)]);
        let Ok(saved) = browser.request(Method::POST, form.address(&page)).form(&fields).send().await else {
            continue;
        };
        statuses.push(saved.status().as_u16());
        if saved.status() == 303 {
            acknowledged = Some(number);
        }
    }
    (acknowledged, statuses)
}

/// What the section says now.
async fn kept(merchant: &MerchantBuilder<'_>, browser: &Browser) -> Option<u64> {
    let page = browser.get(&merchant.at("/sections/scenes")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let name = page.attribute("input[name=short_name]", "value")?;
    name.strip_prefix("海风")?.parse().ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault06_a_database_that_is_stopped_at_once_or_killed_loses_nothing_acknowledged_rounds() {
    let mut cluster = Cluster::start();
    let world = World::on(&cluster).await;
    with_the_clock(&world);
    let mut draw = Draw::new();
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    merchant.send("scenes", answers_of("scenes")).await;
    let running = Running::serve(&world).await;
    let browser = signed_in(&world, &running, &merchant.owner).await;
    for round in 0..ROUNDS {
        let stop = Arc::new(AtomicBool::new(false));
        let saving = tokio::spawn(save(browser.clone(), merchant.at("/sections/scenes"), Arc::clone(&stop)));
        tokio::time::sleep(Duration::from_millis(500 + draw.below(700))).await;
        if round % 2 == 0 {
            cluster.restart();
        } else {
            cluster.kill();
        }
        // G8: by itself, within ten seconds.
        ready_within(&running.base_url, 10).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        stop.store(true, Ordering::SeqCst);
        let (acknowledged, statuses) = saving.await.expect("the saving ends");
        assert!(
            statuses.iter().all(|status| matches!(status, 200 | 303 | 503)),
            "round {round}: {statuses:?}"
        );
        let acknowledged = acknowledged.expect("something was saved");
        let kept = kept(&merchant, &browser).await.expect("a name");
        // G1, G2: the last that was acknowledged, or one behind it whose answer was lost.
        assert!(kept >= acknowledged, "round {round}: {kept} is kept, {acknowledged} was acknowledged");
        none_in_a_transaction(&world).await;
        chain_holds(&world, harbour.id).await;
    }
    world.allow_jobs();
}
