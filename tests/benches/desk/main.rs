//! The desk with a million applications: how fast its queue, its search, a case and approvals come, beside floors of the same
//! work, and what row-level security costs. Measured as the number grows, in one run; rounds are interleaved and medians are
//! told. It fails where something is wrong (a plan that walks through a big table, an approval made twice), not where the
//! machine is slow: then a line says that a figure falls short.
//!
//! `make bench` runs it in release mode. `GANGWAY_BENCH_APPLICATIONS` (1000000) is how many there are in the end, 10000 at least, and
//! `GANGWAY_BENCH_CHART` the file that the chart of growth goes to.
#![allow(clippy::expect_used, clippy::panic, reason = "a bench ends by panicking")]
#![allow(clippy::cast_precision_loss, reason = "counts of some thousands are told")]

mod approval;
mod bare;
mod floor;
mod load;
mod statements;
mod stock;

use domain::permissions::Role;
use std::{path::Path, time::Instant};
use stock::Stock;
use tests::{
    browser::Browser,
    builders::Tenant,
    figures::{chart, claim, grouped, median, oha::Measured},
    world::World,
};

/// Connections that the queue is asked for by at once.
const QUEUE_AT_ONCE: u32 = 32;
/// Of a case and of a search.
const FEW_AT_ONCE: u32 = 8;
/// Applications at least: with fewer a tenant fills no page of the queue.
const LEAST: u64 = 10_000;
/// Rounds of everything, of which the median is told.
const ROUNDS: usize = 5;

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
    assert!(whole >= LEAST, "at least {LEAST} applications");
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
    let mut stock = Stock::like(harbour, case.id, reviewer.id).await;
    let (mut growth, mut claims) = (Vec::new(), Vec::new());
    let sizes = [whole / 100, whole / 10, whole].into_iter().filter(|count| *count >= LEAST);
    for count in sizes {
        let begun = Instant::now();
        stock.grow_to(count).await;
        let seconds = begun.elapsed().as_secs();
        println!("\n{} applications of {} tenants, there after {seconds} s", grouped(count), stock::TENANTS);
        let at = harbour.at(&format!("/desk/cases/{}", case.id));
        let pages = pages(&harbour, &reviewer.browser, &at, &stock).await;
        let found = Found::of(&world, &pages).await;
        growth.push(found.point(count));
        claims = found.claims();
    }
    claims.extend(approval::measure(&world, &stock).await);
    println!("\nwith {} applications", grouped(whole));
    for line in claims {
        println!("{line}");
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

/// What was measured at one size.
struct Found {
    first: Vec<Measured>,
    further: Vec<Measured>,
    sought: Vec<Measured>,
    opened: Vec<Measured>,
    queue: floor::Beside,
    search: floor::Beside,
}

fn middle(rounds: &[Measured], of: fn(&Measured) -> f64) -> f64 {
    median(rounds.iter().map(of))
}

impl Found {
    /// Measures everything at this size and prints it.
    async fn of(world: &World, pages: &Pages) -> Self {
        let reader = &pages.reader;
        let mut queue = floor::Beside::of(world, reader, &pages.queue).await;
        let mut deep = floor::Beside::of(world, reader, &pages.deep).await;
        let mut search = floor::Beside::of(world, reader, pages.search(0)).await;
        let case = floor::Beside::of(world, reader, &pages.case).await;
        for beside in [&queue, &deep, &search, &case] {
            beside.walks_no_big_table(world).await;
        }
        for sought in &pages.search {
            floor::Beside::of(world, reader, sought).await.walks_no_big_table(world).await;
        }
        let [mut first, mut further, mut sought, mut opened] = [const { Vec::new() }; 4];
        for round in 0..ROUNDS {
            first.push(load::run(reader, &pages.queue, QUEUE_AT_ONCE).await);
            queue.round(QUEUE_AT_ONCE).await;
            further.push(load::run(reader, &pages.deep, QUEUE_AT_ONCE).await);
            deep.round(QUEUE_AT_ONCE).await;
            sought.push(load::run(reader, pages.search(round), FEW_AT_ONCE).await);
            search.round(FEW_AT_ONCE).await;
            opened.push(load::run(reader, &pages.case, FEW_AT_ONCE).await);
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
        Self { first, further, sought, opened, queue, search }
    }

    fn point(&self, applications: u64) -> chart::Point {
        chart::Point {
            applications,
            queue: middle(&self.first, |round| round.p99),
            deep: middle(&self.further, |round| round.p99),
            search: middle(&self.sought, |round| round.p95),
            case: middle(&self.opened, |round| round.p99),
        }
    }

    /// What is claimed of these pages, and whether it came out.
    fn claims(&self) -> Vec<String> {
        let point = self.point(0);
        let [rate, deep_rate] = [&self.first, &self.further].map(|rounds| middle(rounds, |round| round.rate));
        let of_floor = rate * 100.0 / self.queue.rate();
        let policies = self.queue.policies().max(self.search.policies());
        let ms = |value: f64| format!("{value:.1} ms");
        vec![
            claim(
                of_floor >= 40.0,
                "queue, at least 40 % of its statements’ rate",
                &format!("{of_floor:.0} %"),
            ),
            claim(point.queue < 60.0, "queue, p99 under 60 ms at 32 connections", &ms(point.queue)),
            claim(
                deep_rate >= rate * 0.9,
                "deep queue, as fast as the first page",
                &format!("{:.0} % of its rate", deep_rate * 100.0 / rate),
            ),
            claim(point.search < 30.0, "search, p95 under 30 ms", &ms(point.search)),
            claim(policies <= 10.0, "row-level security, at most 10 %", &format!("{policies:.1} %")),
            claim(true, "no plan walks through a big table", "none does"),
            claim(point.case < 40.0, "case, p99 under 40 ms", &ms(point.case)),
        ]
    }
}
