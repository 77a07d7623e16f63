//! Approvals, 64 at once: through the form that a senior reviewer posts, over a hundred tenants and in one, beside a bare
//! transaction of the same rows with the head row of the same chains.

use super::{
    bare::{Bare, run},
    statements::during,
    stock::Stock,
};
use domain::{Actor, ApplicationId, permissions::Role};
use futures::{StreamExt as _, stream};
use reqwest::Method;
use services::applications::{self, VersionInput};
use std::time::Instant;
use store::TenantTx;
use tests::{
    browser::Answer,
    builders::{Person, Tenant},
    desk,
    figures::{claim, median, share},
    world::World,
};

/// Approvals under way at once.
const AT_ONCE: usize = 64;
/// Rounds of everything, of which the median is told.
const ROUNDS: usize = 3;
/// Approvals of a round over all tenants, and as many bare ones.
const OVER_ALL: usize = 128;
/// Cases of each tenant: one before it begins, and what rounds take in turns.
const OF_EACH: usize = 10;
/// How many tenants' cases are prepared at once.
const PREPARED_AT_ONCE: usize = 4;

/// Those who bring a tenant's cases as far as the decision.
struct Room<'w> {
    senior: Person<'w>,
    reviewer: Actor,
    owner: Actor,
}

/// A case that was recommended, and the form that approves it.
struct Case<'r, 'w> {
    room: &'r Room<'w>,
    id: ApplicationId,
    path: String,
    fields: Vec<(String, String)>,
}

/// What rounds came to.
#[derive(Default)]
struct Figures {
    program: Vec<f64>,
    bare: Vec<f64>,
    /// Milliseconds of each approval.
    times: Vec<f64>,
}

/// Measures approvals and says what is claimed of them.
///
/// # Panics
/// Where a case is approved twice, or not at all.
pub(super) async fn measure(world: &World, stock: &Stock<'_>) -> Vec<String> {
    let mut rooms = Vec::new();
    let mut superuser = world.database.superuser().await;
    for tenant in stock.tenants() {
        rooms.push(Room::of(world, tenant).await);
        // They all come from one address, which nobody else would get away with.
        sqlx::query("delete from throttles")
            .execute(&mut superuser)
            .await
            .expect("nothing is held against it");
    }
    let first_of_one = OF_EACH + 2 * ROUNDS * AT_ONCE;
    let counts = (0..).map(|at| if at == 0 { first_of_one } else { OF_EACH });
    let prepared = rooms.iter_mut().zip(counts).map(|(room, count)| room.prepare(world, count));
    let ids: Vec<Vec<ApplicationId>> = stream::iter(prepared).buffered(PREPARED_AT_ONCE).collect().await;
    world.run_jobs().await;
    let recommended = rooms.iter().zip(&ids).map(|(room, ids)| room.recommend(world, ids));
    let cases: Vec<Vec<Case<'_, '_>>> = stream::iter(recommended).buffered(PREPARED_AT_ONCE).collect().await;

    let mut cases: Vec<_> = cases.into_iter().map(Vec::into_iter).collect();
    let bare = warmed_up(world, &mut cases).await;
    let (mut spread, mut one) = (Figures::default(), Figures::default());
    let mut approved = Vec::new();
    for _ in 0..ROUNDS {
        approved.extend(round(world, &bare, &mut spread, || over_all(&mut cases, OVER_ALL)).await);
        let of_one = || cases.first_mut().into_iter().flatten().take(AT_ONCE).collect();
        approved.extend(round(world, &bare, &mut one, of_one).await);
    }
    let twice = over_all(&mut cases, AT_ONCE);
    posted_twice(&twice).await;
    approved.extend(twice.iter().map(|case| case.id));
    none_is_double(world, &approved).await;
    told(&spread, &one, bare.count(), approved.len())
}

/// The next cases, taken from the tenants in turn.
fn over_all<'r, 'w>(cases: &mut [std::vec::IntoIter<Case<'r, 'w>>], count: usize) -> Vec<Case<'r, 'w>> {
    // The first tenant has more than the others, for what is measured in one.
    let fullest = |cases: &[std::vec::IntoIter<Case<'r, 'w>>]| {
        let left = cases.iter().map(ExactSizeIterator::len).enumerate().skip(1);
        left.max_by_key(|(at, left)| (*left, usize::MAX - at)).map(|(at, _)| at)
    };
    (0..count).filter_map(|_| fullest(cases).and_then(|at| cases.get_mut(at)?.next())).collect()
}

impl<'w> Room<'w> {
    async fn of(world: &'w World, tenant: &Tenant<'w>) -> Self {
        let address = |who: &str| format!("{who}@{}.example", tenant.slug);
        let senior = tenant.staff(&address("sen"), &[Role::SeniorReviewer]).await;
        let reviewer = desk::staff(world, tenant.id, &address("rin"), &[Role::Reviewer]).await;
        let owner = desk::newcomer(world, tenant.id, &address("owner")).await;
        Self { senior, reviewer, owner }
    }

    /// Applications handed in.
    async fn prepare(&mut self, world: &World, count: usize) -> Vec<ApplicationId> {
        let mut ids = Vec::new();
        for _ in 0..count {
            let id = desk::draft(&world.services, &mut self.owner).await;
            let mut tx = TenantTx::read(&world.services.db, &self.owner).await.expect("a look");
            let version = store::applications::load(&mut tx, id).await.expect("the application").version;
            drop(tx);
            let input = VersionInput { version };
            applications::submit(&world.services, &self.owner, id, input).await.expect("handed in");
            ids.push(id);
        }
        ids
    }

    /// Has them recommended, and opens each as the senior reviewer does.
    async fn recommend(&self, world: &World, ids: &[ApplicationId]) -> Vec<Case<'_, 'w>> {
        let mut cases = Vec::new();
        for &id in ids {
            desk::recommend(&world.services, id, &self.reviewer, "approve", &[]).await;
            let at = self.senior.tenant.at(&format!("/desk/cases/{id}"));
            let page = self.senior.browser.get(&at).await;
            let form = page.form("/decide");
            let fields = form.filled_in(&[("decision", "approve")]);
            cases.push(Case { room: self, id, path: form.address(&page).to_owned(), fields });
        }
        cases
    }
}

impl Case<'_, '_> {
    /// Posts the form.
    async fn approve(&self) -> Answer {
        let request = self.room.senior.browser.request(Method::POST, &self.path).form(&self.fields);
        Answer::read(request.send().await.expect("an answer")).await
    }
}

/// Every senior reviewer proves who they are and decides once; what the last of them writes is what is written bare.
async fn warmed_up(world: &World, cases: &mut [std::vec::IntoIter<Case<'_, '_>>]) -> Bare {
    let mut last = None;
    for case in cases.iter_mut().filter_map(Iterator::next) {
        let fields: Vec<_> =
            case.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = case.room.senior.browser.post(&case.path, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
        last = Some(case);
    }
    let room = last.expect("a tenant").room;
    let case = cases.last_mut().and_then(Iterator::next).expect("another case");
    assert_eq!(case.room.senior.id, room.senior.id);
    let found = during(world, async {
        let answer = case.approve().await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
    });
    Bare::of(world, found.await, case.id).await
}

/// A round of the program and one of bare transactions, each on cases of its own; says which the program approved.
async fn round<'r, 'w: 'r>(
    world: &World,
    bare: &Bare,
    figures: &mut Figures,
    mut next: impl FnMut() -> Vec<Case<'r, 'w>>,
) -> Vec<ApplicationId> {
    let cases = next();
    let begun = Instant::now();
    let posted = cases.iter().map(async |case| {
        let begun = Instant::now();
        let answer = case.approve().await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
        begun.elapsed().as_secs_f64() * 1000.0
    });
    let times: Vec<f64> = stream::iter(posted).buffer_unordered(AT_ONCE).collect().await;
    figures.program.push(times.len() as f64 / begun.elapsed().as_secs_f64());
    figures.times.extend(times);

    let beside: Vec<_> = next().into_iter().map(|case| case.id).collect();
    let mut scripts = Vec::new();
    for id in &beside {
        scripts.push(bare.on(world, *id).await);
    }
    figures.bare.push(run(world, bare, scripts, AT_ONCE).await);
    // They are a floor only if they wrote the same rows.
    none_is_double(world, &beside).await;
    cases.into_iter().map(|case| case.id).collect()
}

/// Each is sent by two clicks at the same time: one is told that it is done, the other that it was.
async fn posted_twice(cases: &[Case<'_, '_>]) {
    let posted = cases.iter().map(async |case| {
        let (one, other) = tokio::join!(case.approve(), case.approve());
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{}: {} {}", case.id, one.words(), other.words());
    });
    stream::iter(posted).buffer_unordered(AT_ONCE / 2).collect::<Vec<()>>().await;
}

/// Every one is approved by one decision and one event, and every merchant has a number that no other of its tenant has.
async fn none_is_double(world: &World, approved: &[ApplicationId]) {
    let ids: Vec<_> = approved.iter().map(|id| id.0).collect();
    let mut owner = world.database.owner().await;
    for (what, sql) in [
        ("approved", "select count(*) from applications where id = any($1) and state = 'approved'"),
        ("decided", "select count(distinct application_id) from decisions where application_id = any($1)"),
        ("decisions", "select count(*) from decisions where application_id = any($1)"),
        (
            "events",
            "select count(*) from audit_events where application_id = any($1) and name = 'application.approved_by_desk'",
        ),
        (
            "numbers",
            "select count(distinct (m.tenant_id, m.number)) from merchants m
             join applications a on a.tenant_id = m.tenant_id and a.merchant_id = m.id where a.id = any($1)",
        ),
    ] {
        let count: i64 = sqlx::query_scalar(sql).bind(&ids).fetch_one(&mut owner).await.expect(sql);
        assert_eq!(usize::try_from(count).ok(), Some(ids.len()), "{what}");
    }
}

fn told(spread: &Figures, one: &Figures, statements: usize, approved: usize) -> Vec<String> {
    let ratio = |figures: &Figures| {
        median(figures.program.iter().zip(&figures.bare).map(|(program, bare)| program * 100.0 / bare))
    };
    for (name, figures) in [("approval", spread), ("in one", one)] {
        println!(
            "  {name:<11} {:>6.0} a second, {:.0} % of a bare transaction’s {:.0} ({statements} statements); p50 {:.1} ms, p99 {:.1} ms",
            median(figures.program.clone()),
            ratio(figures),
            median(figures.bare.clone()),
            share(figures.times.clone(), 50),
            share(figures.times.clone(), 99),
        );
    }
    let measured = format!("{:.0} % over a hundred tenants, {:.0} % in one", ratio(spread), ratio(one));
    vec![
        claim(ratio(spread) >= 50.0, "approval, at least half of a bare transaction’s rate", &measured),
        claim(
            true,
            "approval, no double",
            &format!("{approved} approved once, {AT_ONCE} of them sent twice at once"),
        ),
    ]
}
