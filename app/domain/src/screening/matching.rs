//! Whether two names may be one.

use super::{
    align::{Alignment, align},
    arabic,
    chinese::{self, System},
    name::{Name, Shape},
    token::{Exact, Token},
    wade,
};
use std::collections::BTreeSet;

/// So many slips may there be in a name.
const MOST_ERRORS: u32 = 2;

/// How alike two names are, from 1 to 100, where they may be one; nothing where they are two. Pure and symmetric.
pub fn likeness(one: &Name, other: &Name) -> Option<u8> {
    let persons = one.person.as_ref().zip(other.person.as_ref()).and_then(|(one, other)| person(one, other));
    let entities = one.entity.as_ref().zip(other.entity.as_ref()).and_then(|(one, other)| entity(one, other));
    persons.max(entities)
}

fn person(one: &Shape, other: &Shape) -> Option<u8> {
    if let Some(answer) = characters(one, other) {
        return answer;
    }
    let read = read_person(one, other).max(read_person(other, one));
    let spoken = spoken_person(&one.arabic, other).max(spoken_person(&other.arabic, one));
    latin_person(one, other).max(read).max(spoken).max(same_arabic(one, other, true))
}

fn entity(one: &Shape, other: &Shape) -> Option<u8> {
    if let Some(answer) = characters(one, other) {
        return answer;
    }
    let read = read_entity(one, other).max(read_entity(other, one));
    let spoken = spoken_entity(one, other).max(spoken_entity(other, one));
    latin_entity(one, other).max(read).max(spoken).max(same_arabic(one, other, false))
}

/// Two names that are both in characters are decided by them: one other character is another name, however it sounds.
#[expect(clippy::option_option, reason = "whether it decides, and what")]
fn characters(one: &Shape, other: &Shape) -> Option<Option<u8>> {
    if one.pure_han.is_empty() || other.pure_han.is_empty() {
        return None;
    }
    if one.han == other.han {
        return Some(Some(100));
    }
    let beside_letters = one.rows.is_empty() || other.rows.is_empty();
    Some((beside_letters && one.pure_han == other.pure_han).then_some(95))
}

fn latin_person(one: &Shape, other: &Shape) -> Option<u8> {
    let syllabic = one.is_syllabic() && other.is_syllabic();
    let exact = if syllabic { Exact::All } else { Exact::None };
    let laid =
        pairs(one, other).filter_map(|(one, other)| fits_person(&align(one, other, exact), syllabic)).max();
    laid.or_else(|| old_spelling(one, other)).or_else(|| old_spelling(other, one))
}

fn pairs<'a>(one: &'a Shape, other: &'a Shape) -> impl Iterator<Item = (&'a [Token], &'a [Token])> {
    one.rows
        .iter()
        .flat_map(move |row| other.rows.iter().map(move |theirs| (row.as_slice(), theirs.as_slice())))
}

/// Names may be left out on one side, not on both; of a Chinese name none may.
fn fits_person(laid: &Alignment, syllabic: bool) -> Option<u8> {
    let over = laid.over_first.max(laid.over_second);
    let both = laid.over_first > 0 && laid.over_second > 0;
    if both || laid.torn || laid.errors > MOST_ERRORS || laid.whole == 0 {
        return None;
    }
    let enough = over == 0 || (!syllabic && laid.matched >= 2 && (laid.whole >= 2 || over == 1));
    enough.then(|| score(100, &[(laid.errors, 8), (over, 5), (laid.matched - laid.whole, 4)]))
}

/// A name in pinyin beside the same in Wade-Giles.
fn old_spelling(pinyin: &Shape, old: &Shape) -> Option<u8> {
    if !pinyin.is_syllabic() || old.is_syllabic() {
        return None;
    }
    let row = pinyin.rows.first()?;
    let rewritten: Option<Vec<Token>> = row.iter().map(in_wade).collect();
    let rewritten = rewritten?;
    let whole = |theirs: &Vec<Token>| {
        let laid = align(&rewritten, theirs, Exact::All);
        laid.matched >= 2 && laid.whole == laid.matched && laid.over_first + laid.over_second == 0
    };
    old.rows.iter().any(whole).then_some(85)
}

fn in_wade(token: &Token) -> Option<Token> {
    let syllables = chinese::syllables(&token.raw)?;
    let written: Option<String> = syllables.iter().map(|one| wade::of(one).into_iter().next()).collect();
    Some(Token::new(&[written?], false, false))
}

const SYSTEMS: [(System, u8); 3] = [(System::Pinyin, 90), (System::Wade, 85), (System::Cantonese, 85)];

/// A name in characters beside its romanisation, with or without a name in letters that stands beside both.
fn read_person(han: &Shape, latin: &Shape) -> Option<u8> {
    if han.pure_han.len() < 2 || !latin.pure_han.is_empty() {
        return None;
    }
    let beside: &[Token] = han.rows.first().map_or(&[], Vec::as_slice);
    latin.rows.iter().find_map(|row| {
        let mut left = row.clone();
        for token in beside {
            let place = left.iter().position(|theirs| theirs.raw == token.raw);
            if let Some(place) = place {
                left.remove(place);
            } else {
                return reading(&han.pure_han, row);
            }
        }
        reading(&han.pure_han, &left)
    })
}

fn reading(han: &[char], tokens: &[Token]) -> Option<u8> {
    let words: Vec<&str> = tokens.iter().map(|token| token.raw.as_str()).collect();
    if words.is_empty() {
        return None;
    }
    SYSTEMS.iter().find(|(system, _)| chinese::reads(han, &words, *system)).map(|(_, score)| *score)
}

/// A company in characters beside its name abroad: its own part is read, its trade translated; or all of it is read.
fn read_entity(han: &Shape, latin: &Shape) -> Option<u8> {
    if han.pure_han.is_empty() || !latin.pure_han.is_empty() {
        return None;
    }
    let translated = (han.own_han.len() >= 2 && trades_agree(&han.trades, &latin.trades))
        .then(|| reading(&han.own_han, &latin.own))
        .flatten();
    let whole = latin.rows.iter().find_map(|row| reading(&han.han, row));
    translated.max(whole)
}

/// One says no more of the trade than the other.
fn trades_agree(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> bool {
    one.is_subset(other) || other.is_subset(one)
}

fn spoken_person(arabic: &[Vec<char>], latin: &Shape) -> Option<u8> {
    if arabic.is_empty() {
        return None;
    }
    let fits = |row: &Vec<Token>| {
        let matched = u32::try_from(paired(arabic, row)).ok()?;
        let (first, second) = (u32::try_from(arabic.len()).ok()?, u32::try_from(row.len()).ok()?);
        let laid = Alignment {
            matched,
            whole: matched,
            over_first: first - matched,
            over_second: second - matched,
            ..Alignment::default()
        };
        fits_person(&laid, false).map(|score| score.min(90))
    };
    latin.rows.iter().filter_map(fits).max()
}

fn spoken_entity(arabic: &Shape, latin: &Shape) -> Option<u8> {
    let own = arabic.arabic.len();
    let agree = own > 0
        && own == latin.own.len()
        && paired(&arabic.arabic, &latin.own) == own
        && trades_agree(&arabic.trades, &latin.trades);
    agree.then_some(88)
}

/// How many Arabic words find a Latin one of their own.
fn paired(arabic: &[Vec<char>], latin: &[Token]) -> usize {
    let Some((word, others)) = arabic.split_first() else { return 0 };
    let without = || paired(others, latin);
    let with =
        latin.iter().enumerate().filter(|(_, token)| arabic::reads(word, &token.raw)).map(|(place, _)| {
            let mut left = latin.to_vec();
            left.remove(place);
            1 + paired(others, &left)
        });
    with.max().unwrap_or_else(without)
}

fn same_arabic(one: &Shape, other: &Shape, person: bool) -> Option<u8> {
    if one.arabic.is_empty() || other.arabic.is_empty() || one.trades != other.trades {
        return None;
    }
    let mut left = other.arabic.clone();
    let mut matched = 0_u32;
    for word in &one.arabic {
        if let Some(place) = left.iter().position(|theirs| theirs == word) {
            left.remove(place);
            matched += 1;
        }
    }
    let laid = Alignment {
        matched,
        whole: matched,
        over_first: u32::try_from(one.arabic.len()).ok()? - matched,
        over_second: u32::try_from(left.len()).ok()?,
        ..Alignment::default()
    };
    let fits = fits_person(&laid, false)?;
    (person || laid.over_first + laid.over_second == 0).then_some(fits)
}

/// Nothing of a company's name may be left out but its legal form.
fn latin_entity(one: &Shape, other: &Shape) -> Option<u8> {
    let fits = |(one, other): (&[Token], &[Token])| {
        let laid = align(one, other, Exact::Syllables);
        let whole = laid.over_first + laid.over_second == 0 && laid.whole > 0 && laid.errors <= MOST_ERRORS;
        whole.then(|| score(100, &[(laid.errors, 8)]))
    };
    pairs(one, other).filter_map(fits).max()
}

fn score(from: u8, less: &[(u32, u32)]) -> u8 {
    let taken: u32 = less.iter().map(|(count, each)| count * each).sum();
    from.saturating_sub(u8::try_from(taken).unwrap_or(u8::MAX)).max(1)
}
