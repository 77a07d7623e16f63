//! How fast past payments are read: a file of a million lines, drawn the same each time, by how much the process grows
//! while it comes, and how long every channel is reckoned on what it comes to. A bench without criterion, for one run is
//! what is measured, and the memory it takes.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench prints, and ends by panicking"
)]

use domain::{
    fees::{
        Count, Exchange, Minor, Rate, Segment, Shelf,
        board::board,
        channel::Question,
        intake::{Field, Intake, MOST_ROWS, Mapping},
        published,
        stored::Stored,
    },
    money::Currency,
};
use std::{
    fmt::Write as _,
    sync::Arc,
    time::{Duration, Instant},
};
use time::macros::date;

/// Bytes that come at a time, as from a connection.
const PIECE: usize = 16 * 1024;
const RUNS: usize = 5;
const HEADER: &str = "created,reference,amount,currency,status,abroad,foreign,product,note\r\n";

/// Draws the same numbers each time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// One line: nearly as many kinds of payments as a mix may have.
    fn line(&mut self, row: u32, into: &mut String) {
        let (cents, abroad) = (100 + self.below(14_000) * 5, self.below(10) < 3);
        let foreign = abroad && self.below(2) == 0;
        let status = match self.below(5) {
            0 => "failed",
            1 => "refunded",
            _ => "paid",
        };
        let product = if self.below(2) == 0 { "qr" } else { "web" };
        let (whole, part) = (cents / 100, cents % 100);
        write!(
            into,
            "2026-10-{:02},P{row:09},{whole}.{part:02},USD,{status},{abroad},{foreign},{product},\"thanks, again\"\r\n",
            1 + row % 31
        )
        .expect("a string takes all");
    }
}

struct Run {
    stored: Stored,
    bytes: usize,
    took: Duration,
}

/// Reads a file of so many lines, which is drawn piece by piece; the drawing isn't timed.
fn read(rows: u32) -> Run {
    let fields = [
        (Field::Amount, "amount"),
        (Field::Currency, "currency"),
        (Field::Status, "status"),
        (Field::CrossBorder, "abroad"),
        (Field::ForeignCurrency, "foreign"),
        (Field::Product, "product"),
    ];
    let headings = fields.map(|(field, heading)| (field, heading.to_owned())).into();
    let mut intake = Intake::new(Mapping { headings, currency: Currency::get("USD") });
    let (mut draw, mut piece) = (Draw(1), HEADER.to_owned());
    let (mut bytes, mut took) = (0, Duration::ZERO);
    for row in 0..rows {
        draw.line(row, &mut piece);
        if piece.len() >= PIECE || row + 1 == rows {
            bytes += piece.len();
            let begun = Instant::now();
            assert!(intake.feed(piece.as_bytes()), "the file is sound");
            took += begun.elapsed();
            piece.clear();
        }
    }
    let begun = Instant::now();
    let stored = intake.finish().expect("the file is sound");
    let json = serde_json::to_string(&stored).expect("it is written");
    took += begun.elapsed();
    assert!(!json.is_empty());
    Run { stored, bytes, took }
}

/// Kilobytes that this process holds, at its most so far; nothing where the system doesn't say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().expect("a run")
}

fn main() {
    let before = peak();
    let tenth = read(MOST_ROWS / 10);
    let after_tenth = peak();
    let mut runs: Vec<Run> = vec![read(MOST_ROWS)];
    let after_all = peak();
    runs.extend((1..RUNS).map(|_| read(MOST_ROWS)));
    let whole = runs.first().expect("a run");
    println!(
        "  {} payments, {} MB, {} groups: {:.2} s",
        whole.stored.rows,
        whole.bytes / 1_000_000,
        whole.stored.groups.len(),
        median(runs.iter().map(|run| run.took).collect()).as_secs_f64()
    );
    println!(
        "  memory: {} MB more for {} payments in {} groups, {} MB more for {} in {}",
        (after_tenth - before) / 1024,
        tenth.stored.rows,
        tenth.stored.groups.len(),
        (after_all - before) / 1024,
        whole.stored.rows,
        whole.stored.groups.len()
    );
    let common = Segment {
        country: Some("US".into()),
        industry: Some("5691".into()),
        ..Segment::of(Count::ZERO, Minor::ZERO)
    };
    let shelf = Shelf::published(Arc::new(published::load_all().expect("published claims")));
    let exchange = Exchange::default();
    let times = (0..RUNS).map(|_| {
        let begun = Instant::now();
        let mix = whole.stored.segments(&common);
        let on = date!(2026 - 11 - 27);
        let asked = Question { mix: &mix, currency: "USD", annual_rate: Rate::ZERO, on, exchange: &exchange };
        let rows = board(&shelf, asked, true);
        assert!(rows.len() > 5, "channels");
        begun.elapsed()
    });
    println!("  every channel on these groups: {} ms", median(times.collect()).as_millis());
}
