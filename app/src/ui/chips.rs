//! Filters in the address: each is a link that sets it or takes it away.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

#[derive(Clone, Debug)]
struct Chip {
    label: String,
    href: String,
    on: bool,
    away: bool,
    count: Option<String>,
}

/// Filter chips.
#[derive(Clone, Debug)]
#[must_use]
pub struct Chips {
    label: String,
    on_word: String,
    away_word: String,
    chips: Vec<Chip>,
    clear: Option<(String, String)>,
}

impl Chips {
    /// A row of chips by what it filters.
    pub fn new(frame: &Frame, label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            on_word: frame.t("chips-on"),
            away_word: frame.t("chips-take-away"),
            chips: Vec::new(),
            clear: None,
        }
    }

    /// One chip: the address that turns it, and whether it is on.
    pub fn chip(mut self, label: impl Into<String>, href: impl Into<String>, on: bool) -> Self {
        self.chips.push(Chip { label: label.into(), href: href.into(), on, away: false, count: None });
        self
    }

    /// One that is on by its name and value: its address takes it away.
    pub fn taken_away(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.chips.push(Chip { label: label.into(), href: href.into(), on: true, away: true, count: None });
        self
    }

    /// How many there are behind the chip just added, in its shown form.
    pub fn count(mut self, count: impl Into<String>) -> Self {
        if let Some(chip) = self.chips.last_mut() {
            chip.count = Some(count.into());
        }
        self
    }

    /// The address that turns all of them off.
    pub fn clear(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.clear = Some((label.into(), href.into()));
        self
    }

    /// The chips as a view.
    pub fn view(self) -> AnyView {
        let (on_word, away_word) = (self.on_word, self.away_word);
        let chips: Vec<_> = self
            .chips
            .into_iter()
            .map(|chip| {
                let mark = if chip.away { Icon::Cross } else { Icon::Check };
                let word = if chip.away { &away_word } else { &on_word };
                let on = chip.on.then(|| {
                    view! { {icon(mark)}<span class="visually-hidden">{format!("{word} ")}</span> }
                });
                let count = chip.count.map(|count| view! { <span class="count">{count}</span> });
                let class = if chip.on { "chip on" } else { "chip" };
                view! { <li><a class=class href=chip.href>{on}<span>{chip.label}</span>{count}</a></li> }
            })
            .collect();
        let clear =
            self.clear.map(|(label, href)| view! { <li><a class="chip clear" href=href>{label}</a></li> });
        view! { <ul class="chips" aria-label=self.label>{chips}{clear}</ul> }.into_any()
    }
}

part!(Chips);
