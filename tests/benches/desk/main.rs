//! The desk with a million applications: how fast its queue, its search and a case come, beside a floor of the same work, and
//! what row-level security costs. Measured as the number grows, in one run; rounds are interleaved and medians are told.
//!
//! `make bench` runs it in release mode. `GANGWAY_BENCH_APPLICATIONS` (1000000) is how many there are in the end, and
//! `GANGWAY_BENCH_CHART` the file that the chart of growth goes to.
#![allow(clippy::expect_used, clippy::panic, reason = "a bench ends by panicking")]
#![allow(clippy::cast_precision_loss, reason = "counts of some thousands are told")]

mod chart;
mod floor;
mod load;
mod statements;
mod stock;

use domain::permissions::Role;
use load::Load;
use std::path::Path;
use stock::Stock;
use tests::{browser::Browser, builders::Tenant, world::World};

/// Connections that the queue is asked for by at once.
const QUEUE_AT_ONCE: u32 = 32;
/// Of a case and of a search.
const FEW_AT_ONCE: u32 = 8;
/// Rounds of everything, of which the median is told.
const ROUNDS: usize = 5;
/// What the issue of speed wants, told beside what was measured.
const GOALS: [(&str, &str); 4] = [
    ("queue", "at least 40 % of its statements' rate, p99 under 60 ms"),
    ("deep queue", "as fast as the first page"),
    ("search", "p95 under 30 ms"),
    ("case", "p99 under 40 ms"),
];

fn main() {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(measure());
}

/// What is asked for, and by whom.
struct Pages {
    reader: Browser,
    queue: String,
    deep: String,
    search: Vec<String>,
    case: String,
}

impl Pages {
    /// The search of a round: each in its turn.
    fn search(&self, round: usize) -> &str {
        self.search.iter().cycle().nth(round).map(String::as_str).unwrap_or_default()
    }
}

async fn measure() {
    let whole: u64 = std::env::var("GANGWAY_BENCH_APPLICATIONS")
        .map_or(1_000_000, |count| count.parse().expect("a number of applications"));
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let reviewer = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let case = harbour
        .merchant("owner@haifeng.example")
        .await
        .filled_in()
        .await
        .with_papers()
        .await
        .submitted()
        .await;
    world.run_jobs().await;
    let mut stock = Stock::like(&world, case.id, reviewer.id).await;
    let mut growth = Vec::new();
    for count in [whole / 100, whole / 10, whole] {
        stock.grow_to(count).await;
        let pages =
            pages(&harbour, &reviewer.browser, &harbour.at(&format!("/desk/cases/{}", case.id)), &stock)
                .await;
        println!("\n{count} applications of {} tenants", stock::TENANTS);
        growth.push(told(&world, &pages, count).await);
    }
    for (what, goal) in GOALS {
        println!("  goal of {what}: {goal}");
    }
    if let Ok(file) = std::env::var("GANGWAY_BENCH_CHART") {
        std::fs::write(Path::new(&file), chart::svg(&growth)).expect("the chart is written");
    }
    world.allow_jobs();
}

async fn pages(tenant: &Tenant<'_>, reader: &Browser, case: &str, stock: &Stock<'_>) -> Pages {
    let queue = tenant.at("/desk?state=waiting&kind=cn-enterprise");
    let first = reader.get(&queue).await;
    assert_eq!(first.texts("tbody tr").len(), 50, "a full page");
    Pages {
        reader: reader.clone(),
        deep: stock.deep(reader, &queue).await,
        search: searches(tenant, reader).await,
        case: case.to_owned(),
        queue,
    }
}

/// Addresses of searches, each carrying what was searched for sealed: two Chinese characters, three Latin ones.
async fn searches(tenant: &Tenant<'_>, reader: &Browser) -> Vec<String> {
    let mut found = Vec::new();
    for typed in ["海风", "晨光", "tea", "Har", "茶业", "lan"] {
        let page = reader.get(&tenant.at("/desk")).await;
        let answer = reader.submit(&page, "/desk/search", &[("q", typed)]).await;
        let place = answer.location().unwrap_or_else(|| panic!("{typed}: {}", answer.complaints()));
        let hits = reader.get(&place).await;
        assert!(!hits.texts("tbody tr").is_empty(), "{typed} finds nothing");
        found.push(place);
    }
    found
}

/// Measures everything at this size and prints it.
async fn told(world: &World, pages: &Pages, applications: u64) -> chart::Point {
    let load = Load::of(&pages.reader);
    let mut queue = floor::Beside::of(world, &pages.reader, &pages.queue).await;
    let mut deep = floor::Beside::of(world, &pages.reader, &pages.deep).await;
    let mut search = floor::Beside::of(world, &pages.reader, pages.search(0)).await;
    let case = floor::Beside::of(world, &pages.reader, &pages.case).await;
    for beside in [&queue, &deep, &search, &case] {
        beside.walks_no_big_table(world).await;
    }
    let [mut first, mut further, mut sought, mut opened] = [const { Vec::new() }; 4];
    for round in 0..ROUNDS {
        first.push(load.run(&pages.queue, QUEUE_AT_ONCE).await);
        queue.round(QUEUE_AT_ONCE).await;
        further.push(load.run(&pages.deep, QUEUE_AT_ONCE).await);
        deep.round(QUEUE_AT_ONCE).await;
        sought.push(load.run(pages.search(round), FEW_AT_ONCE).await);
        search.round(FEW_AT_ONCE).await;
        opened.push(load.run(&pages.case, FEW_AT_ONCE).await);
    }
    load::tell("queue", &first, Some(&queue));
    load::tell("deep queue", &further, Some(&deep));
    load::tell("search", &sought, Some(&search));
    load::tell("case", &opened, None);
    println!(
        "  row-level security costs the queue's statements {:.1} %, a search's {:.1} %",
        queue.policies(),
        search.policies()
    );
    chart::Point {
        applications,
        queue: load::median(&first, |measured| measured.p99),
        deep: load::median(&further, |measured| measured.p99),
        search: load::median(&sought, |measured| measured.p95),
        case: load::median(&opened, |measured| measured.p99),
    }
}
