//! What a change leaves in the log: `events.txt` says of every form which events its sending brings about, and each of them
//! tells who did it, when, where and with which request.

use super::{
    actors::Who,
    bodies,
    places::Places,
    stage::Stage,
    table::{self, Row},
};
use sqlx::Row as _;
use std::collections::BTreeMap;
use tests::{
    browser::{Answer, Browser},
    world::World,
};
use time::OffsetDateTime;
use uuid::Uuid;

const CATALOGUE: &str = include_str!("events.txt");

/// How events end that tell of a refusal itself: somebody tried to be who they may not be.
const TRIED: [&str; 2] = ["_failed", "_refused"];

/// An event, as far as it stands in its own columns.
struct Found {
    name: String,
    tenant: Uuid,
    at: OffsetDateTime,
    email: Option<String>,
}

/// Names of events in the order in which they are chained, by route; `-` for none, `|` between what may come of it.
fn catalogue() -> BTreeMap<&'static str, &'static str> {
    let lines = CATALOGUE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('=')).map(|(route, names)| (route.trim(), names.trim())).collect()
}

/// The line that `events.txt` lacks, after a form was sent and taken.
fn unsaid(route: &str, found: &[Found]) -> Option<String> {
    let names: Vec<_> = found.iter().map(|event| event.name.as_str()).collect();
    let names = if names.is_empty() { "-".to_owned() } else { names.join(" ") };
    let said = catalogue().get(route).is_some_and(|said| said.split('|').any(|one| one.trim() == names));
    (!said).then(|| format!("{route} = {names}"))
}

/// What is to be said against the events of a form that was filled in rightly.
pub(crate) async fn complaint(world: &World, route: &str, answer: &Answer) -> Option<String> {
    if answer.status >= 400 {
        return None;
    }
    unsaid(route, &brought_about(world, answer).await)
        .map(|line| format!("routes/events.txt doesn't say: {line}"))
}

/// What a request brought about, by the number that its answer carries.
async fn brought_about(world: &World, answer: &Answer) -> Vec<Found> {
    let number = answer.headers["x-request-id"].to_str().expect("a number");
    let mut superuser = world.database.superuser().await;
    let rows = sqlx::query(
        "select e.name, e.tenant_id, e.occurred_at, p.email from audit_events e left join persons p on p.id = e.actor_id
         where convert_from(e.body, 'UTF8')::jsonb ->> 'request' = $1 order by e.tenant_id, e.seq",
    )
    .bind(number)
    .fetch_all(&mut superuser)
    .await
    .expect("events are read");
    let found = |row: &sqlx::postgres::PgRow| Found {
        name: row.get("name"),
        tenant: row.get("tenant_id"),
        at: row.get("occurred_at"),
        email: row.get("email"),
    };
    rows.iter().map(found).collect()
}

/// What an event lacks.
async fn lacks(world: &World, browser: &Browser, who: Who, row: &Row, event: &Found) -> Option<String> {
    let now = world.services.now();
    let account = if who == Who::Anonymous { None } else { Some(browser.get("/account").await) };
    let is_theirs = match (&event.email, &account) {
        // Whoever holds a link acts by it, signed in or not: as nobody, or as whoever made it.
        _ if row.is_link() => true,
        // They have gone, and their page with them.
        (Some(_), Some(_)) if event.name == "account.signed_out" => true,
        (Some(email), Some(page)) if page.status == 200 => page.body.contains(email.as_str()),
        // Whoever comes in, or asks for a link to, is a visitor until then.
        (None, Some(_)) => event.name.starts_with("account."),
        // Whoever came through a link has no page of their own.
        _ => true,
    };
    let of_platform = event.tenant == domain::TenantId::PLATFORM.0;
    let in_its_place = of_platform || row.route.starts_with("/t/") || row.route.starts_with("/operator");
    let name = &event.name;
    (!is_theirs)
        .then(|| format!("{name} is told of {:?}", event.email))
        .or_else(|| (!in_its_place).then(|| format!("{name} stands at a tenant")))
        .or_else(|| (event.at != now).then(|| format!("{name} at {} and not {now}", event.at)))
}

/// Who may send a form, whoever is somebody first.
fn senders(row: &Row) -> Vec<Who> {
    let may = Who::ALL.into_iter().zip(&row.cells).filter(|(_, cell)| cell.may()).map(|(who, _)| who);
    let (nobody, somebody): (Vec<_>, Vec<_>) = may.partition(|who| *who == Who::Anonymous);
    [somebody, nobody].concat()
}

/// What came of the forms.
#[derive(Default)]
struct Seen {
    /// Lines that the catalogue lacks.
    told: Vec<String>,
    wrong: Vec<String>,
    events: usize,
}

impl Seen {
    /// Has a form sent by whoever may, until it is taken from one of them; whether it was.
    async fn send(&mut self, world: &World, stage: &Stage<'_>, places: &Places, row: &Row) -> bool {
        for who in senders(row) {
            let browser = &stage.people[&who];
            let answer = bodies::post(stage, browser, &row.route, &places.path(&row.route)).await;
            let found = brought_about(world, &answer).await;
            for event in &found {
                let lacks = lacks(world, browser, who, row, event).await;
                self.wrong.extend(lacks.map(|what| format!("{row}: {what}")));
            }
            self.events += found.len();
            world.run_jobs().await;
            if answer.status < 400 {
                self.told.extend(unsaid(&row.route, &found));
                return true;
            }
            // What was refused has left nothing but that somebody tried who they are.
            let left = found.iter().find(|event| !TRIED.iter().any(|end| event.name.ends_with(end)));
            self.wrong.extend(left.map(|event| format!("{row}: {} and yet {}", answer.status, event.name)));
        }
        false
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i10_every_change_stands_in_the_log_with_who_when_where_and_which_request() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let mut seen = Seen::default();
    let mut waiting: Vec<_> = table::rows().into_iter().filter(|row| row.method == "POST").collect();
    // What one of them made possible is sent in the second round.
    for _ in 0..2 {
        let mut refused = Vec::new();
        for row in waiting {
            if !seen.send(&world, &stage, &places, &row).await {
                refused.push(row);
            }
        }
        waiting = refused;
    }
    let Seen { told, mut wrong, events } = seen;
    wrong.extend(told.into_iter().map(|line| format!("routes/events.txt doesn't say: {line}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(events > 60, "{events} events");
}
