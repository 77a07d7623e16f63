//! Clients that break off, and clients that are slow, beside people who only want their pages.

use super::{Draw, chain_holds, none_in_a_transaction, ready_within, signed_in, with_the_clock};
use std::time::{Duration, Instant};
use tests::{binary::Running, browser::Browser, wire::Wire, world::World};
use tokio::task::JoinSet;

const BREAK_OFF: u64 = 4000;
const SLOW: usize = 400;
/// Connections to the database that the program keeps once it needed them.
const POOL: usize = 16;

/// Requests as far as a client got before it went away.
fn pieces(cookies: &str) -> [Vec<u8>; 4] {
    let form = "email=a%40new.example&current_password=wrong+wrong+wrong";
    let head = |method: &str, path: &str, more: &str| {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookies}\r\n{more}\r\n"
        )
    };
    let whole =
        format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", form.len());
    [
        head("GET", "/account/sessions", "").into_bytes(),
        (head("POST", "/account/email", &whole) + form).into_bytes(),
        (head("POST", "/account/email", &whole) + &form[..10]).into_bytes(),
        b"GET /t/harbour/home HTTP/1.1\r\nHost: lo".to_vec(),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault11_thousands_of_clients_that_break_off_leave_nothing_behind_rounds() {
    let world = World::new().await;
    with_the_clock(&world);
    let mut draw = Draw::new();
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let running = Running::serve(&world).await;
    let browser = signed_in(&world, &running, &ada).await;
    let pieces = pieces(&browser.cookies());
    let (files, mut under_way) = (running.open_files(), JoinSet::new());
    for _ in 0..BREAK_OFF {
        let piece = pieces[usize::try_from(draw.below(4)).unwrap()].clone();
        let (wait, base_url) = (Duration::from_micros(draw.below(20_000)), running.base_url.clone());
        under_way.spawn(async move {
            let mut wire = Wire::to(&base_url).await;
            wire.send(&piece).await;
            tokio::time::sleep(wait).await;
            wire.reset();
        });
        if under_way.len() >= 24 {
            under_way.join_next().await;
        }
    }
    under_way.join_all().await;
    // G8: within ten seconds everything is as before.
    ready_within(&running.base_url, 10).await;
    none_in_a_transaction(&world).await;
    let begun = Instant::now();
    while running.open_files() > files + POOL + 4 {
        assert!(begun.elapsed() < Duration::from_secs(10), "{} files, {files} before", running.open_files());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // So many requests of one address are told to wait a moment, whoever stayed among them.
    let status = loop {
        let status = browser.get("/account/sessions").await.status;
        if status != 429 {
            break status;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "whoever stayed is served again");
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    assert_eq!(status, 200);
    chain_holds(&world, domain::TenantId::PLATFORM).await;
    world.allow_jobs();
}

/// How long each of some pages takes, slowest last.
async fn pages(browser: &Browser, count: usize) -> Vec<Duration> {
    let mut took = Vec::new();
    for _ in 0..count {
        let begun = Instant::now();
        assert_eq!(browser.get("/account/sessions").await.status, 200);
        took.push(begun.elapsed());
    }
    took.sort();
    took
}

/// Sends a byte now and then, of a head that never ends or of a body that does not, until it is cut off.
async fn trickle(base_url: &str, number: usize) -> bool {
    let mut wire = Wire::to(base_url).await;
    let head = "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let begun = if number.is_multiple_of(2) {
        head.to_owned()
    } else {
        format!("{head}Content-Length: 10000\r\n\r\n")
    };
    let mut open = wire.send(begun.as_bytes()).await;
    let until = Instant::now() + Duration::from_secs(40);
    while open && Instant::now() < until {
        tokio::time::sleep(Duration::from_secs(1)).await;
        open = wire.send(b"x").await;
    }
    !open
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault22_hundreds_of_slow_clients_keep_nobody_waiting_rounds() {
    let world = World::new().await;
    with_the_clock(&world);
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let running = Running::serve(&world).await;
    let browser = signed_in(&world, &running, &ada).await;
    let mut slow = JoinSet::new();
    for number in 0..SLOW {
        let base_url = running.base_url.clone();
        slow.spawn(async move { trickle(&base_url, number).await });
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let took = pages(&browser, 60).await;
    let p95 = took[took.len() * 95 / 100];
    assert!(p95 < Duration::from_secs(1), "the slowest: {:?}", took.last());
    let cut = slow.join_all().await.into_iter().filter(|cut| *cut).count();
    assert_eq!(cut, SLOW, "every slow one is cut off within its time");
    assert_eq!(browser.get("/account/sessions").await.status, 200);
    world.allow_jobs();
}
