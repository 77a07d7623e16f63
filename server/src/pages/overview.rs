//! The console's home, and the lists behind its numbers with their filters in the address.

use super::query::{Pairs, address, given};
use crate::web::{
    AppState, PageResult, Visit,
    csv::{self, Holds},
};
use app::{
    pages::overview::{
        home::{self, Number, Stop, Waiting},
        list::{self, By},
    },
    pages::sheets::APPLICATIONS,
    ui::{FormState, format},
};
use axum::{Router, extract::Query, routing::get};
use domain::{
    applications::{Ball, StateKind, kinds::iso_date},
    overview::{Outcome, Step, monday},
    permissions::Act,
};
use services::overview::{self, Decided, Spent, StepCount, Wanted};
use store::overview::{Key, Line};
use time::OffsetDateTime;

/// The routes; the home itself is the console's door.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/applications", get(show_list))
        .route("/t/{slug}/console/applications.csv", get(csv_list))
}

const LIST: &str = "/console/applications";

/// An address of the list with these filters.
fn list_of(visit: &Visit, pairs: &[(&str, &str)]) -> String {
    address(&visit.frame.at(LIST), pairs)
}

fn number(visit: &Visit, count: i64, pairs: &[(&str, &str)]) -> Number {
    Number { count: u64::try_from(count).unwrap_or_default(), href: list_of(visit, pairs) }
}

/// `GET /t/{slug}/console`, for those whose first page it is.
pub(super) async fn home(visit: Visit) -> PageResult {
    let found = overview::home(&visit.app.services, &visit.actor).await?;
    let minutes =
        |spent: Option<Spent>| spent.map(|(Spent::Working(minutes) | Spent::Plain(minutes))| minutes);
    let model = home::Model {
        states: found
            .states
            .iter()
            .map(|(state, count)| (*state, number(&visit, *count, &[("state", state.word())])))
            .collect(),
        holders: found
            .holders
            .iter()
            .map(|holder| home::Holder {
                ball: holder.ball,
                number: number(&visit, holder.count, &[("ball", holder.ball.word())]),
                median: minutes(holder.median),
                longest: minutes(holder.longest),
            })
            .collect(),
        oldest: found.oldest.into_iter().map(|(line, minutes)| waiting(&visit, line, minutes)).collect(),
        stops: found.steps.into_iter().map(|step| stop(&visit, step)).collect(),
        weeks: found.weeks.iter().map(|week| week_of(&visit, week)).collect(),
        calendar_ends: found.calendar_ends,
    };
    Ok(visit.page(home::page(&visit.frame, &model)))
}

fn waiting(visit: &Visit, line: Line, minutes: i64) -> Waiting {
    let href = case_of(visit, &line)
        .unwrap_or_else(|| list_of(visit, &[("ball", Ball::Us.word()), ("q", &line.case_number)]));
    Waiting { number: line.case_number, name: line.name, state: line.state, minutes, href }
}

/// The desk's page of an application, for whoever may see it there; else what keeps it, for whoever looks after that.
fn case_of(visit: &Visit, line: &Line) -> Option<String> {
    let never = matches!(line.state, StateKind::Draft | StateKind::Withdrawn | StateKind::Expired);
    if visit.actor.may(Act::ViewCases) && !never {
        return Some(visit.frame.at(&format!("/desk/cases/{}", line.id)));
    }
    let keeps = visit.actor.may(Act::ManageRetention);
    keeps.then(|| visit.frame.at(&format!("{}/{}", app::pages::retention::PATH, line.id)))
}

fn stop(visit: &Visit, counted: StepCount) -> Stop {
    let name = step_name(visit, counted.step.as_ref(), counted.label.as_deref());
    let href = counted.step.map(|step| list_of(visit, &[("step", &step.word())]));
    Stop { name, count: u64::try_from(counted.count).unwrap_or_default(), href }
}

/// What a step is called; a code that no rules in force have any more is its own name.
fn step_name(visit: &Visit, step: Option<&Step>, label: Option<&str>) -> String {
    match (label, step) {
        (Some(label), _) => visit.frame.t(label),
        (None, Some(Step::HandIn)) => visit.frame.t("overview-step-hand-in"),
        (None, Some(Step::Section(code) | Step::Paper(code))) => code.clone(),
        (None, None) => visit.frame.t("overview-step-unknown"),
    }
}

fn week_of(visit: &Visit, week: &overview::Week) -> home::Week {
    let day = week.monday.to_string();
    let of = |count, outcome: Outcome| {
        number(visit, count, &[("decided", day.as_str()), ("outcome", outcome.word())])
    };
    home::Week {
        monday: week.monday,
        approved: of(week.approved, Outcome::Approved),
        rejected: of(week.rejected, Outcome::Rejected),
    }
}

/// `GET /t/{slug}/console/applications`
async fn show_list(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let asked = Asked::read(&pairs);
    let found = overview::list(&visit.app.services, &visit.actor, &asked.wanted()).await?;
    let model = list::Model {
        form: FormState::default()
            .with("state", asked.state.map_or("", StateKind::word))
            .with("ball", asked.ball.map_or("", Ball::word))
            .with("q", asked.search),
        chips: asked.chips(&visit),
        along: asked.along(),
        by: match (asked.decided, asked.ball) {
            (Some(_), _) => By::Decided,
            (None, Some(_)) => By::Held,
            (None, None) => By::Started,
        },
        lines: found.lines.into_iter().map(|line| row(&visit, line)).collect(),
        filtered: asked.is_filtered(),
        first: asked.after.map(|_| asked.address(&visit, None, true)),
        next: found.next.map(|key| asked.address(&visit, Some(key), true)),
    };
    Ok(visit.page(list::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/applications.csv`: the same applications as a file.
async fn csv_list(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &APPLICATIONS, Holds::Persons, move |visit, after| {
        let wanted = Wanted { after, ..Asked::read(&pairs).wanted() };
        async move {
            let found = overview::list(&visit.app.services, &visit.actor, &wanted).await?;
            Ok((found.lines.into_iter().map(|line| row(&visit, line)).collect(), found.next))
        }
    })
    .await
}

fn row(visit: &Visit, line: Line) -> list::Line {
    list::Line {
        href: case_of(visit, &line),
        number: line.case_number,
        name: line.name,
        kind: format!("applications-kind-{}", line.kind.replace('_', "-")),
        state: line.state,
        at: line.at,
    }
}

/// What the address asks for; what it doesn't know is left aside.
struct Asked<'a> {
    state: Option<StateKind>,
    ball: Option<Ball>,
    step: Option<Step>,
    decided: Option<Decided>,
    search: &'a str,
    after: Option<Key>,
}

impl<'a> Asked<'a> {
    fn read(pairs: &'a [(String, String)]) -> Self {
        let decided = || {
            let week = monday(iso_date::parse(given(pairs, "decided")?)?);
            Some(Decided { week, outcome: Outcome::from_word(given(pairs, "outcome")?)? })
        };
        let decided = decided();
        Self {
            state: given(pairs, "state").and_then(StateKind::from_word),
            ball: given(pairs, "ball").and_then(Ball::from_word).filter(|_| decided.is_none()),
            step: given(pairs, "step").and_then(Step::from_word).filter(|_| decided.is_none()),
            decided,
            search: given(pairs, "q").unwrap_or_default(),
            after: given(pairs, "after").and_then(key),
        }
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            state: self.state,
            // A draft's step says where it is; whose turn it is follows.
            ball: self.ball.filter(|_| self.step.is_none()),
            step: self.step.clone(),
            decided: self.decided,
            search: self.search.to_owned(),
            after: self.after,
        }
    }

    fn is_filtered(&self) -> bool {
        self.state.is_some()
            || self.ball.is_some()
            || self.step.is_some()
            || self.decided.is_some()
            || !self.search.is_empty()
    }

    /// The filters that the form hasn't got.
    fn along(&self) -> Vec<(&'static str, String)> {
        let mut along = Vec::new();
        along.extend(self.step.as_ref().map(|step| ("step", step.word())));
        if let Some(decided) = self.decided {
            along.push(("decided", decided.week.to_string()));
            along.push(("outcome", decided.outcome.word().to_owned()));
        }
        along
    }

    fn chips(&self, visit: &Visit) -> Vec<(String, String)> {
        let without = self.address(visit, None, false);
        let mut words = Vec::new();
        if let Some(step) = &self.step {
            let label = overview::label(&visit.app.services, step);
            let name = step_name(visit, Some(step), label.as_deref());
            words.push(visit.frame.ta("overview-only-step", &[("step", name)]));
        }
        if let Some(decided) = self.decided {
            let day = [("day", format::date(visit.frame.lang, decided.week))];
            words.push(visit.frame.ta(&format!("overview-only-{}", decided.outcome), &day));
        }
        words.into_iter().map(|words| (words, without.clone())).collect()
    }

    /// The list's address with these filters, after this line; `whole` with those, too, that the form hasn't got.
    fn address(&self, visit: &Visit, after: Option<Key>, whole: bool) -> String {
        let along = if whole { self.along() } else { Vec::new() };
        let after = after.map(written).unwrap_or_default();
        let mut pairs: Vec<(&str, &str)> =
            along.iter().map(|(name, value)| (*name, value.as_str())).collect();
        pairs.extend([
            ("state", self.state.map_or("", StateKind::word)),
            ("ball", self.ball.map_or("", Ball::word)),
            ("q", self.search),
            ("after", &after),
        ]);
        pairs.retain(|(_, value)| !value.is_empty());
        list_of(visit, &pairs)
    }
}

/// A key as it stands in the address: microseconds and id.
fn written(key: Key) -> String {
    format!("{}.{}", key.at.unix_timestamp_nanos() / 1000, key.id)
}

fn key(text: &str) -> Option<Key> {
    let (micros, id) = text.split_once('.')?;
    let nanos = micros.parse::<i128>().ok()?.checked_mul(1000)?;
    Some(Key { at: OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?, id: id.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime};
    use uuid::Uuid;

    fn pairs(pairs: &[(&str, &str)]) -> Pairs {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_key_reads_back() {
        let one = Key { at: datetime!(2026-11-23 02:00:00.000001 UTC), id: Uuid::from_u128(7) };
        assert_eq!(key(&written(one)), Some(one));
        for none in ["", ".", "x.y", "1", "99999999999999999999999999999999999999.1"] {
            assert_eq!(key(none), None, "{none}");
        }
    }

    #[test]
    fn what_the_address_doesnt_know_is_left_aside() {
        let given =
            pairs(&[("state", "lost"), ("ball", "us"), ("step", "x'y"), ("decided", "soon"), ("q", " 海 ")]);
        let asked = Asked::read(&given);
        assert_eq!((asked.state, asked.ball, asked.step, asked.search), (None, Some(Ball::Us), None, "海"));
        assert!(asked.decided.is_none());
    }

    #[test]
    fn a_week_is_any_day_of_it_and_stands_alone() {
        let given = pairs(&[("decided", "2026-11-26"), ("outcome", "approved"), ("ball", "us")]);
        let asked = Asked::read(&given);
        assert_eq!(asked.decided, Some(Decided { week: date!(2026 - 11 - 23), outcome: Outcome::Approved }));
        assert_eq!(asked.ball, None);
    }
}
