//! One name against 50,000: how long it takes to find what it may be, printed as a median and a slowest.
#![allow(clippy::indexing_slicing, missing_docs, reason = "a bench ends by panicking")]

use domain::screening::{Index, Kind, Name};
use std::{hint::black_box, time::Instant};

const ENTRIES: usize = 50_000;
const SYLLABLES: [&str; 24] = [
    "ka", "ro", "mi", "len", "dar", "vo", "sha", "tin", "bel", "gor", "na", "zur", "pe", "lik", "om", "rad",
    "fi", "tash", "wen", "du", "cor", "il", "man", "ye",
];
const HAN: &str =
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎";

/// A number that looks drawn, always the same for the same place.
fn drawn(place: usize, turn: usize) -> usize {
    let mixed = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15 ^ ((turn as u64) << 17));
    usize::try_from((mixed >> 20) % 1_000_003).unwrap_or_default()
}

fn word(place: usize, turn: usize) -> String {
    (0..2 + drawn(place, turn) % 2)
        .map(|part| SYLLABLES[drawn(place, turn * 7 + part + 1) % SYLLABLES.len()])
        .collect()
}

fn name(place: usize) -> (Kind, String) {
    let han: Vec<char> = HAN.chars().collect();
    match place % 4 {
        0 => (Kind::Person, (0..3).map(|turn| han[drawn(place, turn) % han.len()]).collect()),
        1 => (Kind::Entity, format!("{} {} Trading Co Ltd", word(place, 1), word(place, 2))),
        _ => (Kind::Person, format!("{} {} {}", word(place, 1), word(place, 2), word(place, 3))),
    }
}

fn main() {
    let names: Vec<(Kind, String)> = (0..ENTRIES).map(name).collect();
    let begun = Instant::now();
    let index = Index::new(names.iter().map(|(kind, name)| (Some(*kind), vec![name.as_str()])));
    println!("{ENTRIES} entries made ready in {} ms", begun.elapsed().as_millis());
    let mut took: Vec<u128> = (0..400)
        .map(|turn| {
            let (kind, text) = &names[drawn(turn, 3) % ENTRIES];
            let begun = Instant::now();
            let found = black_box(index.find(&Name::new(text, Some(*kind))));
            assert!(!found.is_empty(), "{text}");
            begun.elapsed().as_micros()
        })
        .collect();
    took.sort_unstable();
    println!("one name against them: median {} µs, slowest of 400 {} µs", took[200], took[399]);
    assert!(took[200] < 20_000, "20 ms a name");
}
