//! A name, made ready to be compared.

use super::{
    Kind, arabic, chinese, latin,
    scripts::{self, Parts, Piece},
    token::Token,
    words,
};
use std::collections::BTreeSet;

/// A name, made ready to be compared with others, as a person's and as a company's, whichever it may be.
#[derive(Clone, Debug)]
pub struct Name {
    /// As a person's.
    pub(super) person: Option<Shape>,
    /// As a company's.
    pub(super) entity: Option<Shape>,
}

/// A name as one kind of name.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    /// Characters with letters among them, simplified; of a company without its legal form.
    pub han: Vec<char>,
    /// Characters alone.
    pub pure_han: Vec<char>,
    /// Words in Latin and Cyrillic letters; a second time where hyphened ones are written as one.
    pub rows: Vec<Vec<Token>>,
    /// Words in Arabic letters.
    pub arabic: Vec<Vec<char>>,
    /// What a company's words say of its trade.
    pub trades: BTreeSet<usize>,
    /// Its other words, in Latin letters.
    pub own: Vec<Token>,
    /// Its other characters.
    pub own_han: Vec<char>,
}

impl Name {
    /// A name as it was written, of a person or a company; of either where nobody said.
    pub fn new(text: &str, kind: Option<Kind>) -> Self {
        let parts = scripts::parts(text);
        Self {
            person: (kind != Some(Kind::Entity)).then(|| Shape::person(&parts)),
            entity: (kind != Some(Kind::Person)).then(|| Shape::entity(&parts)),
        }
    }

    pub(super) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.person.iter().chain(&self.entity)
    }
}

impl Shape {
    fn person(parts: &Parts) -> Self {
        let mut all = words_of(&parts.latin);
        for word in &mut all {
            word.initial = word.raw().chars().count() == 1 || word.one_letter;
        }
        let titles = all.iter().filter(|word| words::is_title(word.raw())).count();
        if titles < all.len() {
            all.retain(|word| !words::is_title(word.raw()));
        }
        let mut pure_han = chinese::simplified(&parts.pure_han);
        chinese::one_form(&mut pure_han);
        Self {
            han: pure_han.clone(),
            pure_han,
            rows: rows(&of_parents(servants(all))),
            arabic: arabic::words(&parts.arabic),
            ..Self::default()
        }
    }

    fn entity(parts: &Parts) -> Self {
        let mut shape = Self::default();
        let all = without_legal_forms(letters_joined(words_of(&parts.latin)));
        let mut kept = Vec::new();
        for (place, mut word) in all.iter().cloned().enumerate() {
            let next_hangs = all.get(place + 1).is_some_and(|next| next.hangs);
            let article = place + 1 < all.len() && words::is_article(word.raw(), next_hangs);
            if article || (all.len() > 1 && words::is_binding(word.raw())) {
                continue;
            }
            let trade = words::trade(word.raw());
            if let Some(trade) = trade {
                shape.trades.insert(trade);
                word.spellings = words::trade_word(trade).map(str::to_owned).into_iter().collect();
            }
            if trade.is_none() {
                shape.own.push(word.token());
            }
            kept.push(word);
        }
        shape.rows = rows(&kept);
        if !parts.pure_han.is_empty() {
            shape.han = words::han_core(&chinese::simplified(&parts.han));
            shape.pure_han = words::han_core(&chinese::simplified(&parts.pure_han));
            shape.part_trades();
        }
        let mut own = Vec::new();
        for word in &parts.arabic {
            match words::trade(&word.iter().collect::<String>()) {
                Some(trade) => {
                    shape.trades.insert(trade);
                }
                None => own.push(word.clone()),
            }
        }
        shape.arabic = arabic::words(&own);
        shape
    }

    /// Parts characters that name a trade from those that are the company's own.
    fn part_trades(&mut self) {
        let mut rest = self.han.as_slice();
        while let Some((first, later)) = rest.split_first() {
            if let Some((length, trades)) = words::han_trade(rest).filter(|_| self.own_han.len() > 1) {
                self.trades.extend(trades);
                rest = rest.get(length..).unwrap_or_default();
            } else {
                self.own_han.push(*first);
                rest = later;
            }
        }
    }

    /// Whether all its words are made of Mandarin's syllables.
    pub(super) fn is_syllabic(&self) -> bool {
        self.rows.first().is_some_and(|row| !row.is_empty() && row.iter().all(|token| token.syllabic))
    }
}

/// A word on its way to a token.
#[derive(Clone, Debug)]
struct Word {
    spellings: Vec<String>,
    hangs: bool,
    initial: bool,
    one_letter: bool,
}

impl Word {
    fn raw(&self) -> &str {
        self.spellings.first().map_or("", String::as_str)
    }

    fn token(&self) -> Token {
        Token::new(&self.spellings, self.hangs, self.initial)
    }

    fn named(raw: String, hangs: bool) -> Self {
        Self { spellings: vec![raw], hangs, initial: false, one_letter: false }
    }
}

fn words_of(pieces: &[Piece]) -> Vec<Word> {
    let word = |piece: &Piece| Word {
        spellings: latin::spellings(&piece.text),
        hangs: piece.hangs,
        initial: false,
        one_letter: piece.text.chars().count() == 1,
    };
    pieces.iter().map(word).filter(|word| !word.raw().is_empty()).collect()
}

/// Hyphened words as they stand, and as one where there are any.
fn rows(words: &[Word]) -> Vec<Vec<Token>> {
    let apart: Vec<Token> = words.iter().map(Word::token).collect();
    if apart.is_empty() {
        return vec![];
    }
    if !apart.iter().any(|token| token.hangs) {
        return vec![apart];
    }
    let mut joined: Vec<Vec<Token>> = Vec::new();
    for token in &apart {
        match joined.last_mut() {
            Some(row) if token.hangs => row.push(token.clone()),
            _ => joined.push(vec![token.clone()]),
        }
    }
    let joined = joined.iter().map(|row| match row.as_slice() {
        [one] => Token { hangs: false, ..one.clone() },
        several => Token { hangs: false, ..Token::joined(several) },
    });
    let joined = joined.collect();
    vec![apart, joined]
}

/// `Abd al-Aziz`, `Abdel Aziz` and `Abdulaziz` are one name, and so are `Shams ad-Din` and `Shamseddin`.
fn servants(all: Vec<Word>) -> Vec<Word> {
    const SERVANT: [&str; 5] = ["abd", "abdul", "abdel", "abdal", "abdoul"];
    const FAITH: [&str; 6] = ["eddin", "addin", "uddin", "eddine", "uddine", "oddin"];
    let mut out: Vec<Word> = Vec::new();
    let mut words = all.into_iter().peekable();
    while let Some(word) = words.next() {
        let raw = word.raw().to_owned();
        let next_hangs = words.peek().is_some_and(|next| next.hangs);
        if SERVANT.contains(&raw.as_str()) && words.peek().is_some() {
            let mut of = words.next().map(|next| next.raw().to_owned()).unwrap_or_default();
            if words::is_article(&of, words.peek().is_some_and(|next| next.hangs)) {
                of = words.next().map(|next| next.raw().to_owned()).unwrap_or_default();
            }
            out.push(Word::named(format!("abdul{of}"), false));
        } else if let Some(of) = ["abdul", "abdel", "abdal"].iter().find_map(|head| raw.strip_prefix(head)) {
            out.push(Word::named(format!("abdul{of}"), word.hangs));
        } else if words::is_article(&raw, next_hangs)
            && words.peek().is_some_and(|next| matches!(next.raw(), "din" | "deen" | "dine"))
            && let Some(last) = out.pop()
        {
            words.next();
            out.push(Word::named(format!("{}uddin", last.raw()), last.hangs));
        } else if let Some(of) = FAITH.iter().find_map(|end| raw.strip_suffix(end)).filter(|of| of.len() > 1)
        {
            out.push(Word::named(format!("{of}uddin"), word.hangs));
        } else {
            out.push(word);
        }
    }
    out
}

/// Leaves out articles and what stands before a parent's name; not in names of Mandarin's syllables, whose short words
/// are names.
fn of_parents(all: Vec<Word>) -> Vec<Word> {
    if all.iter().all(|word| chinese::syllables(word.raw()).is_some()) {
        return all;
    }
    let last = all.len().saturating_sub(1);
    let kept = |place: usize, word: &Word| {
        let next_hangs = all.get(place + 1).is_some_and(|next| next.hangs);
        place == last
            || !(words::is_article(word.raw(), next_hangs)
                || (place > 0 && words::is_parent(word.raw()) && !word.one_letter))
    };
    let mut out: Vec<Word> = Vec::new();
    let mut left_out = false;
    for (place, word) in all.iter().enumerate() {
        if kept(place, word) {
            out.push(Word { hangs: word.hangs && !left_out, ..word.clone() });
        }
        left_out = !kept(place, word);
    }
    out
}

/// Letters with full stops between them are one word: `S.A.` and `SA`.
fn letters_joined(all: Vec<Word>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut run = false;
    for word in all {
        match out.last_mut() {
            Some(last) if run && word.one_letter => {
                let joined = format!("{}{}", last.raw(), word.raw());
                *last = Word::named(joined, last.hangs);
            }
            _ => {
                run = word.one_letter;
                out.push(word);
            }
        }
    }
    out
}

fn without_legal_forms(mut all: Vec<Word>) -> Vec<Word> {
    loop {
        let raws: Vec<&str> = all.iter().map(Word::raw).collect();
        let (ending, beginning) = (words::legal_ending(&raws), words::legal_beginning(&raws));
        if ending > 0 {
            all.truncate(all.len() - ending);
        } else if beginning > 0 {
            all.drain(..beginning);
        } else {
            return all;
        }
    }
}
