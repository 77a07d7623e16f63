//! What an address of the queue asks for. What it doesn't know is left aside.

use super::super::query::{address, given};
use app::ui::FormState;
use domain::{ApplicationId, applications::StateKind, channels::catalogue};
use services::review::{DueBy, Wanted};
use store::review::{Hands, Key, Order, Shelf};
use time::OffsetDateTime;

/// The shelves by their words in the address, the first by default.
const SHELVES: [(&str, Shelf); 7] = [
    ("waiting", Shelf::Waiting),
    ("mine", Shelf::Mine),
    ("claimed", Shelf::Claimed),
    ("snoozed", Shelf::Snoozed),
    ("escalated", Shelf::Escalated),
    ("open", Shelf::Open),
    ("closed", Shelf::Closed),
];

/// When the answer is owed, by the words in the address.
const DUE: [(&str, DueBy); 3] =
    [("overdue", DueBy::Overdue), ("today", DueBy::Today), ("week", DueBy::ThisWeek)];

/// Everything that stands in an address but the place in the list, in its order.
const NAMES: [&str; 8] = ["state", "order", "search", "kind", "channel", "step", "holder", "due"];

/// What an address asks for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    shelf: (&'static str, Shelf),
    pub(super) order: Order,
    search: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) channel: Option<&'a str>,
    pub(super) step: Option<StateKind>,
    pub(super) hands: Option<Hands>,
    pub(super) due: Option<(&'static str, DueBy)>,
    pub(super) after: Option<Key>,
    /// Whether every case of the page is to be chosen.
    pub(super) all: bool,
}

impl<'a> Asked<'a> {
    pub(super) fn read(pairs: &'a [(String, String)]) -> Self {
        let named = |name| given(pairs, name);
        let [first, ..] = SHELVES;
        Self {
            shelf: SHELVES.into_iter().find(|(word, _)| Some(*word) == named("state")).unwrap_or(first),
            order: if named("order") == Some("newest") { Order::Newest } else { Order::Due },
            search: named("search"),
            kind: named("kind"),
            channel: named("channel").filter(|word| catalogue::is_wallet(word)),
            step: named("step").and_then(StateKind::from_word),
            hands: named("holder").and_then(hands),
            due: DUE.into_iter().find(|(word, _)| Some(*word) == named("due")),
            after: named("after").and_then(key),
            all: named("choose") == Some("all"),
        }
    }

    pub(super) fn wanted(&self) -> Wanted {
        Wanted {
            shelf: self.shelf.1,
            order: self.order,
            kind: self.kind.map(str::to_owned),
            channel: self.channel.map(str::to_owned),
            step: self.step,
            hands: self.hands,
            due: self.due.map(|(_, due)| due),
            search: self.search.map(str::to_owned),
            after: self.after,
        }
    }

    pub(super) const fn shelf_word(&self) -> &'static str {
        self.shelf.0
    }

    /// Each shelf with the same filters, from its top.
    pub(super) fn shelves(&self, path: &str) -> Vec<(&'static str, String, bool)> {
        let link = |shelf: (&'static str, Shelf)| Self { shelf, ..*self }.link(path, None);
        SHELVES.map(|shelf| (shelf.0, link(shelf), shelf.0 == self.shelf.0)).to_vec()
    }

    /// In another order, from the top.
    pub(super) fn ordered(&self, path: &str, order: Order) -> String {
        Self { order, ..*self }.link(path, None)
    }

    /// Further on, or from the top.
    pub(super) fn after(&self, path: &str, key: Option<Key>) -> String {
        self.link(path, key)
    }

    /// With another search, or none.
    pub(super) fn searching(&self, path: &str, token: Option<&str>) -> String {
        Asked { search: token, ..*self }.link(path, None)
    }

    /// Without one filter.
    pub(super) fn without(&self, path: &str, name: &str) -> String {
        let rest: Vec<_> = self.pairs().into_iter().filter(|(known, _)| *known != name).collect();
        written(path, &rest)
    }

    /// The shelf and its order alone.
    pub(super) fn bare(&self, path: &str) -> String {
        let shelf = self.pairs().into_iter().filter(|(name, _)| matches!(*name, "state" | "order"));
        written(path, &shelf.collect::<Vec<_>>())
    }

    /// Back to where it is.
    pub(super) fn here(&self, path: &str) -> String {
        self.link(path, self.after)
    }

    /// The same page with every case chosen, or with none where all are.
    pub(super) fn choosing(&self, path: &str) -> String {
        let mut pairs = self.pairs();
        pairs.extend(self.after.map(|key| ("after", place(key))));
        pairs.extend((!self.all).then(|| ("choose", "all".to_owned())));
        written(path, &pairs)
    }

    /// What is chosen, for forms from which it travels along.
    pub(super) fn form(&self) -> FormState {
        let pairs = self.pairs();
        NAMES.into_iter().fold(FormState::default(), |form, name| {
            let value = pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
            form.with(name, value.unwrap_or_default())
        })
    }

    fn link(&self, path: &str, key: Option<Key>) -> String {
        let mut pairs = self.pairs();
        pairs.extend(key.map(|key| ("after", place(key))));
        written(path, &pairs)
    }

    /// What isn't the default.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let holder = self.hands.map(|hands| match hands {
            Hands::Nobody => "nobody".to_owned(),
            Hands::Of(person) => person.to_string(),
        });
        let own = |text: &str| Some(text.to_owned());
        let all = [
            ("state", Some(self.shelf.0).filter(|word| *word != "waiting").and_then(own)),
            ("order", Some("newest").filter(|_| self.order == Order::Newest).and_then(own)),
            ("search", self.search.and_then(own)),
            ("kind", self.kind.and_then(own)),
            ("channel", self.channel.and_then(own)),
            ("step", self.step.and_then(|step| own(step.word()))),
            ("holder", holder),
            ("due", self.due.and_then(|(word, _)| own(word))),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn written(path: &str, pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    address(path, &pairs)
}

fn hands(text: &str) -> Option<Hands> {
    if text == "nobody" { Some(Hands::Nobody) } else { text.parse().ok().map(Hands::Of) }
}

/// A key as it stands in the address: microseconds and id, `-` for no date.
fn place(key: Key) -> String {
    let at = key.at.map_or_else(|| "-".to_owned(), |at| (at.unix_timestamp_nanos() / 1000).to_string());
    format!("{at}.{}", key.id)
}

fn key(text: &str) -> Option<Key> {
    let (at, id) = text.split_once('.')?;
    let at = match at {
        "-" => None,
        micros => {
            let nanos = micros.parse::<i128>().ok()?.checked_mul(1000)?;
            Some(OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?)
        }
    };
    Some(Key { at, id: id.parse::<ApplicationId>().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;
    use uuid::Uuid;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_key_reads_back() {
        let id = ApplicationId(Uuid::from_u128(7));
        for at in [None, Some(datetime!(2026-11-23 02:00:00.000001 UTC))] {
            let one = Key { at, id };
            assert_eq!(key(&place(one)), Some(one));
        }
        for none in [
            "",
            ".",
            "x.y",
            "1",
            "99999999999999999999999999999999999999.00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(key(none), None, "{none}");
        }
    }

    #[test]
    fn filters_travel_each_is_taken_away_and_a_new_one_starts_at_the_top() {
        let pairs = pairs(&[
            ("state", "claimed"),
            ("step", "second_review"),
            ("due", "today"),
            ("search", "TOKEN"),
            ("after", "-.x"),
            ("z", "1"),
        ]);
        let asked = Asked::read(&pairs);
        assert!(asked.after.is_none());
        let waiting = &asked.shelves("/desk")[0];
        assert_eq!((waiting.0, waiting.2), ("waiting", false));
        assert_eq!(waiting.1, "/desk?search=TOKEN&step=second_review&due=today");
        assert_eq!(asked.without("/desk", "due"), "/desk?state=claimed&search=TOKEN&step=second_review");
        assert_eq!(asked.searching("/desk", None), "/desk?state=claimed&step=second_review&due=today");
        assert_eq!(asked.bare("/desk"), "/desk?state=claimed");
        assert_eq!(asked.form().value("step"), "second_review");
        assert_eq!(Asked::read(&[]).shelf_word(), "waiting");
    }

    #[test]
    fn every_case_of_a_page_is_chosen_by_its_address_and_by_no_other() {
        let given = pairs(&[("state", "open"), ("choose", "all")]);
        let asked = Asked::read(&given);
        assert!(asked.all);
        assert_eq!(asked.choosing("/desk"), "/desk?state=open");
        assert_eq!(asked.here("/desk"), "/desk?state=open", "forms and filters choose nothing");
        assert_eq!(Asked::read(&[]).choosing("/desk"), "/desk?choose=all");
    }

    #[test]
    fn hands_are_nobodys_or_somebodys() {
        let id = Uuid::from_u128(7).to_string();
        for holder in ["nobody", &id] {
            let pairs = pairs(&[("holder", holder)]);
            assert_eq!(Asked::read(&pairs).here("/desk"), format!("/desk?holder={holder}"));
        }
        let strange = pairs(&[("holder", "me"), ("channel", "cash"), ("due", "soon"), ("step", "x")]);
        assert_eq!(Asked::read(&strange).here("/desk"), "/desk");
    }
}
