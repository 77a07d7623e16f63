//! How well near-same pages are found, on invented papers: what four kinds of changes leave of a page has to be found,
//! and other papers have not, least of all those on the same form.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    missing_docs,
    unreachable_pub,
    reason = "a test fails by panicking, and draws pages"
)]

mod changes;
mod forms;
mod ink;

use changes::CHANGES;
use forms::FORMS;
use ink::{Dice, Page};
use likeness::{Outline, Probe, Sheet, compare, probes, sought};
use std::collections::BTreeSet;

/// The papers of each form. The thresholds were set on papers drawn like these.
const FILLED_IN: std::ops::Range<u64> = 0..8;

/// A page as it is kept: sheet, outline, bands.
struct Kept {
    form: usize,
    sheet: Sheet,
    outline: Outline,
    bands: Vec<i32>,
}

/// A page whose like is sought.
struct Asked {
    sheet: Sheet,
    probes: Vec<Probe>,
    bands: BTreeSet<i32>,
}

fn sheet(page: &Page) -> Sheet {
    let sheet = Sheet::of(page.width as usize, page.height as usize, &page.pixels).expect("a page");
    assert!(sheet.tells_enough());
    // As it comes back from where it is kept.
    Sheet::from_bytes(&sheet.to_bytes()).expect("kept")
}

fn kept(form: usize, page: &Page) -> Kept {
    let sheet = sheet(page);
    let outline = Outline::of(&sheet);
    Kept { form, outline, bands: outline.bands(), sheet }
}

fn asked(page: &Page) -> Asked {
    let sheet = sheet(page);
    let probes = probes(&sheet);
    Asked { bands: sought(&probes), probes, sheet }
}

impl Asked {
    /// Whether the index gives the page, and whether it is the same then: as the program looks for it.
    fn finds(&self, kept: &Kept) -> (bool, bool) {
        let given = kept.bands.iter().any(|band| self.bands.contains(band));
        let same = given
            && compare((&self.sheet, &self.probes), (&kept.sheet, &kept.outline))
                .is_some_and(|likeness| likeness.is_same());
        (given, same)
    }
}

#[test]
fn changed_pages_are_found_and_other_papers_on_the_same_form_are_not() {
    let papers = (0..FORMS.len()).flat_map(|form| FILLED_IN.map(move |own| (form, forms::paper(form, own))));
    let papers: Vec<(usize, Page)> = papers.collect();
    let all: Vec<Kept> = papers.iter().map(|(form, page)| kept(*form, page)).collect();
    let (found, changed) = seen_through(&papers, &all);
    let (false_ones, pairs, on_one_form, given) = mistaken(&papers, &all);
    println!("found {found} of {changed} changed pages ({:.1} %)", found as f64 * 100.0 / changed as f64);
    println!(
        "{false_ones} of {pairs} pairs of other papers taken for one ({on_one_form} of them on one form), {given} compared"
    );
    assert!(found * 100 >= changed * 95, "{found} of {changed}");
    assert!(false_ones * 1000 <= pairs, "{false_ones} of {pairs}");
}

fn seen_through(papers: &[(usize, Page)], all: &[Kept]) -> (usize, usize) {
    let mut dice = Dice::new(4711);
    let (mut found, mut changed) = (0, 0);
    for (name, change) in CHANGES {
        let mut missed = Vec::new();
        for ((form, page), kept) in papers.iter().zip(all) {
            let finds = asked(&change(page, &mut dice)).finds(kept);
            changed += 1;
            found += usize::from(finds.1);
            if !finds.1 {
                missed.push((FORMS[*form].0, finds.0));
            }
        }
        println!("{name}: {} missed {missed:?}", missed.len());
    }
    (found, changed)
}

/// False pairs, pairs, pairs on one form, and those that the index gave.
fn mistaken(papers: &[(usize, Page)], all: &[Kept]) -> (usize, usize, usize, usize) {
    let (mut false_ones, mut pairs, mut on_one_form, mut given) = (0, 0, 0, 0);
    for (at, (form, page)) in papers.iter().enumerate() {
        let asked = asked(page);
        for kept in all.iter().skip(at + 1) {
            let finds = asked.finds(kept);
            pairs += 1;
            on_one_form += usize::from(kept.form == *form);
            given += usize::from(finds.0);
            if finds.1 {
                println!("mistaken: {} and {}", FORMS[*form].0, FORMS[kept.form].0);
                false_ones += 1;
            }
        }
    }
    (false_ones, pairs, on_one_form, given)
}
