//! What screening finds on 500 invented pairs of names; see `screening/README.md`.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

use domain::screening::{Index, Kind, Name, likeness};

struct Pair {
    id: String,
    kind: Kind,
    listed: Vec<String>,
    screened: String,
    same: bool,
    why: String,
}

/// The pairs that were there before the matcher.
fn pairs() -> Vec<Pair> {
    read(include_str!("screening/pairs.csv"))
}

/// Pairs as they are kept: fields in double quotes where a comma or a quote stands in them.
fn read(text: &str) -> Vec<Pair> {
    let rows = text.lines().skip(1).map(|line| {
        let fields = fields(line);
        let [id, kind, listed, screened, same, why] = <[String; 6]>::try_from(fields).expect("six fields");
        let kind = if kind == "person" { Kind::Person } else { Kind::Entity };
        let listed = listed.split('|').map(str::to_owned).collect();
        Pair { id, kind, listed, screened, same: same == "1", why }
    });
    rows.collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut all, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                all.last_mut().expect("one").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(String::new()),
            c => all.last_mut().expect("one").push(c),
        }
    }
    all
}

#[test]
fn nineteen_of_twenty_are_found_and_four_of_five_are_right() {
    let pairs = pairs();
    assert_eq!(pairs.len(), 500);
    let (recall, precision) = measured(&pairs);
    assert!(recall >= 95.0 && precision >= 80.0, "recall {recall:.1} %, precision {precision:.1} %");
}

/// What the matcher makes of names that it was not written beside.
#[test]
fn names_that_came_later_are_found_too() {
    let pairs = read(include_str!("screening/later.csv"));
    assert_eq!(pairs.len(), 100);
    let (recall, precision) = measured(&pairs);
    assert!(recall >= 94.0 && precision >= 80.0, "recall {recall:.1} %, precision {precision:.1} %");
}

/// Recall and precision in percent, printed with everything that went wrong.
fn measured(pairs: &[Pair]) -> (f64, f64) {
    let (mut right, mut missed, mut wrong) = (0_u32, vec![], vec![]);
    for pair in pairs {
        let screened = Name::new(&pair.screened, Some(pair.kind));
        let hit =
            pair.listed.iter().any(|name| likeness(&Name::new(name, Some(pair.kind)), &screened).is_some());
        let told = format!("{} {}: {} / {}", pair.id, pair.why, pair.listed.join("|"), pair.screened);
        match (pair.same, hit) {
            (true, true) => right += 1,
            (true, false) => missed.push(told),
            (false, true) => wrong.push(told),
            (false, false) => {}
        }
    }
    let share = |of: u32, all: usize| f64::from(of) * 100.0 / f64::from(u32::try_from(all).expect("few"));
    let recall = share(right, right as usize + missed.len());
    let precision = share(right, right as usize + wrong.len());
    println!("recall {recall:.1} %, precision {precision:.1} % on {} pairs of names", pairs.len());
    println!("missed:\n  {}\nwrongly found:\n  {}", missed.join("\n  "), wrong.join("\n  "));
    (recall, precision)
}

/// What may be one name is found among all others too.
#[test]
fn an_index_finds_what_comparing_finds() {
    let pairs = pairs();
    let index = Index::new(
        pairs.iter().map(|pair| (Some(pair.kind), pair.listed.iter().map(String::as_str).collect())),
    );
    for (place, pair) in pairs.iter().enumerate() {
        let screened = Name::new(&pair.screened, Some(pair.kind));
        let hit =
            pair.listed.iter().any(|name| likeness(&Name::new(name, Some(pair.kind)), &screened).is_some());
        let found = index.find(&screened).iter().any(|found| found.entry == place);
        assert_eq!(hit, found, "{}: {:?} {}", pair.id, pair.listed, pair.screened);
    }
}
