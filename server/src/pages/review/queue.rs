//! The queue, with its filters in the address.

use super::super::query::{Pairs, address, given};
use crate::web::{PageResult, Visit};
use app::{
    pages::review::{
        Due,
        queue::{Case, Holder, Model, page},
    },
    ui::FormState,
};
use axum::extract::Query;
use domain::{ApplicationId, PersonId};
use services::review::{self, Wanted, WorkTime};
use store::review::{Key, Shelf};
use time::OffsetDateTime;

/// The shelves by their words in the address, the first by default.
const SHELVES: [(&str, Shelf); 4] = [
    ("waiting", Shelf::Waiting),
    ("mine", Shelf::Mine),
    ("claimed", Shelf::Claimed),
    ("closed", Shelf::Closed),
];

/// The steps by their words in the address, the first by default.
const STAGES: [(&str, Option<bool>); 3] = [("any", None), ("first", Some(false)), ("second", Some(true))];

pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let me = visit.signed_in()?.id;
    let work = WorkTime::of(&visit.app.services, visit.tenant()?)?;
    let asked = Asked::read(&pairs);
    let queue = review::queue(&visit.app.services, &visit.actor, &asked.wanted()).await?;
    let now = visit.app.services.now();
    let path = visit.frame.at("/desk");
    let cases = queue
        .cases
        .into_iter()
        .map(|case| row(&visit, case, me, |at| Due { at, minutes: work.minutes_until(now, at) }))
        .collect();
    let model = Model {
        shelves: SHELVES.map(|(word, _)| (word, asked.on_shelf(&path, word), word == asked.shelf.0)).to_vec(),
        shelf: asked.shelf.0,
        stages: STAGES.map(|(word, _)| (word, asked.at_stage(&path, word), word == asked.stage.0)).to_vec(),
        search: FormState::default()
            .with("q", asked.search)
            .with("state", asked.shelf.0)
            .with("stage", asked.stage.0),
        filtered: !asked.search.is_empty() || asked.stage.1.is_some(),
        cases,
        first: asked.after.map(|_| asked.after(&path, None)),
        next: queue.next.map(|key| asked.after(&path, Some(key))),
    };
    Ok(visit.page(page(&visit.frame, &model)))
}

/// What the address asks for; what it doesn't know is left aside.
#[derive(Clone, Copy)]
struct Asked<'a> {
    shelf: (&'static str, Shelf),
    stage: (&'static str, Option<bool>),
    search: &'a str,
    after: Option<Key>,
}

impl<'a> Asked<'a> {
    fn read(pairs: &'a [(String, String)]) -> Self {
        let named = |name| given(pairs, name).unwrap_or_default();
        let [first_shelf, ..] = SHELVES;
        let [first_stage, ..] = STAGES;
        Self {
            shelf: SHELVES.into_iter().find(|(word, _)| *word == named("state")).unwrap_or(first_shelf),
            stage: STAGES.into_iter().find(|(word, _)| *word == named("stage")).unwrap_or(first_stage),
            search: named("q"),
            after: given(pairs, "after").and_then(key),
        }
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            shelf: self.shelf.1,
            second: self.stage.1,
            search: self.search.to_owned(),
            after: self.after,
        }
    }

    fn on_shelf(&self, path: &str, shelf: &str) -> String {
        link(path, shelf, self.stage.0, self.search, None)
    }

    fn at_stage(&self, path: &str, stage: &str) -> String {
        link(path, self.shelf.0, stage, self.search, None)
    }

    fn after(&self, path: &str, key: Option<Key>) -> String {
        link(path, self.shelf.0, self.stage.0, self.search, key)
    }
}

/// An address with what isn't the default.
fn link(path: &str, shelf: &str, stage: &str, search: &str, after: Option<Key>) -> String {
    let after = after.map(written).unwrap_or_default();
    let all =
        [("state", shelf, "waiting"), ("stage", stage, "any"), ("q", search, ""), ("after", &after, "")];
    let set: Vec<(&str, &str)> = all
        .into_iter()
        .filter(|(_, value, default)| value != default)
        .map(|(name, value, _)| (name, value))
        .collect();
    address(path, &set)
}

/// A key as it stands in the address: microseconds and id, `-` for no date.
fn written(key: Key) -> String {
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

fn row(visit: &Visit, case: store::review::Case, me: PersonId, due: impl Fn(OffsetDateTime) -> Due) -> Case {
    let claimable = review::claimable(&visit.actor, &case);
    let holder = match (case.claimed_by, case.claimed_email) {
        (None, _) => Holder::Nobody,
        (Some(holder), _) if holder == me => Holder::You,
        (Some(_), email) => Holder::Other(email.unwrap_or_default()),
    };
    Case {
        id: case.id.to_string(),
        number: case.case_number,
        name: case.name,
        state: case.state.kind(),
        channels: case.channels,
        submitted_at: case.submitted_at,
        due: case.due_at.map(due),
        closed_at: case.closed_at,
        claimable,
        holder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;
    use uuid::Uuid;

    #[test]
    fn a_key_reads_back() {
        let id = ApplicationId(Uuid::from_u128(7));
        for at in [None, Some(datetime!(2026-11-23 02:00:00.000001 UTC))] {
            let one = Key { at, id };
            assert_eq!(key(&written(one)), Some(one));
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
    fn filters_travel_and_a_new_one_starts_at_the_top() {
        let pairs: Pairs =
            [("state", "claimed"), ("stage", "second"), ("q", " 海 曼 "), ("after", "-.x"), ("z", "1")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec();
        let asked = Asked::read(&pairs);
        assert!(asked.after.is_none());
        assert_eq!(asked.on_shelf("/desk", "waiting"), "/desk?stage=second&q=%E6%B5%B7%20%E6%9B%BC");
        assert_eq!(asked.at_stage("/desk", "any"), "/desk?state=claimed&q=%E6%B5%B7%20%E6%9B%BC");
        assert_eq!(Asked::read(&[]).shelf.0, "waiting");
    }
}
