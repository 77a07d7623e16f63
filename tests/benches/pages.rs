//! How fast whole pages come, against a floor in the same run: `/healthz` over the same listener, which does nothing.
//! Rounds are interleaved and medians are told, since machines are noisy. `make bench` runs it in release mode.
#![allow(clippy::expect_used, reason = "a bench ends by panicking")]

use domain::permissions::Role;
use futures::future::join_all;
use std::time::{Duration, Instant};
use tests::{browser::Browser, world::World};

/// Requests under way at once.
const AT_ONCE: usize = 8;
/// Of each page in one round.
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;
/// Cases in the queue that is asked for.
const CASES: usize = 12;

/// What was measured of one page.
struct Page {
    name: &'static str,
    path: String,
    browser: Browser,
    /// Requests a second, round by round.
    rates: Vec<f64>,
    /// Milliseconds of every request.
    times: Vec<f64>,
}

fn main() {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(measure());
}

async fn measure() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    for number in 0..CASES {
        let merchant = tenant.merchant(&format!("owner{number}@haifeng.example")).await;
        merchant.filled_in().await.with_papers().await.submitted().await;
    }
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await.browser;
    let visitor = world.browser();
    let queue = reviewer.get(&tenant.at("/desk")).await;
    let case = queue.link("/desk/cases/");
    let page = |name, path: String, browser: &Browser| Page {
        name,
        path,
        browser: browser.clone(),
        rates: Vec::new(),
        times: Vec::new(),
    };
    let mut pages = [
        page("floor: /healthz", "/healthz".into(), &visitor),
        page("a brand's front page", tenant.at(""), &visitor),
        page("sign-in form", "/account/sign-in".into(), &visitor),
        page("the desk's queue, 12 cases", tenant.at("/desk"), &reviewer),
        page("a case", case, &reviewer),
    ];
    for _ in 0..ROUNDS {
        for page in &mut pages {
            round(page).await;
        }
    }
    tell(&mut pages);
    world.allow_jobs();
}

async fn round(page: &mut Page) {
    let begun = Instant::now();
    let askers = (0..AT_ONCE).map(|_| async {
        let mut times = Vec::new();
        while begun.elapsed() < ROUND {
            let asked = Instant::now();
            let answer = page.browser.get(&page.path).await;
            assert_eq!(answer.status, 200, "{}", page.path);
            times.push(asked.elapsed().as_secs_f64() * 1000.0);
        }
        times
    });
    let times: Vec<f64> = join_all(askers).await.concat();
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    page.rates.push(times.len() as f64 / begun.elapsed().as_secs_f64());
    page.times.extend(times);
}

/// The value below which this share of all lies.
fn share(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() * percent / 100).copied().unwrap_or_default()
}

fn tell(pages: &mut [Page]) {
    let floor = pages.first_mut().map(|page| share(&mut page.rates, 50)).unwrap_or_default();
    println!("{:<28} {:>9} {:>9} {:>9} {:>9}", "page", "a second", "of floor", "median", "p99");
    for page in pages {
        let rate = share(&mut page.rates, 50);
        println!(
            "{:<28} {rate:>9.0} {:>8.0}% {:>6.1} ms {:>6.1} ms",
            page.name,
            rate * 100.0 / floor,
            share(&mut page.times, 50),
            share(&mut page.times, 99),
        );
    }
}
