//! Lists: imported by an admin, held against everybody of an application, decided on by people, and never a merchant's to
//! learn of.

use domain::{
    Actor, ApplicationId, ListFileId,
    audit::Audience,
    permissions::Role,
    screening::{
        hit::Standing,
        lists::{Meaning, Refused, Wrong},
        parties,
    },
};
use services::{
    ServiceError,
    applications::{self, VersionInput},
    audit,
    review::{self, DecisionInput, Denied, HitInput},
    screening::{self, Hit, Import},
};
use tests::desk::{self, Desk, Mark};
use time::Duration;

struct Scene {
    desk: Desk,
    admin: Actor,
    reviewer: Actor,
    senior: Actor,
    owner: Actor,
}

async fn scene() -> Scene {
    let desk = Desk::new().await;
    Scene {
        admin: desk.staff("admin", &[Role::Admin]).await,
        reviewer: desk.staff("reviewer", &[Role::Reviewer]).await,
        senior: desk.staff("senior", &[Role::SeniorReviewer]).await,
        owner: desk.newcomer("owner").await,
        desk,
    }
}

fn file(source: &str, text: &str) -> Import {
    let name = if source == "own" { "Watch" } else { "" };
    Import {
        source: source.into(),
        name: name.into(),
        dated: "2026-11-20".into(),
        file: text.as_bytes().to_vec(),
        ..Import::default()
    }
}

impl Scene {
    /// A file that counts from now on; everybody has been held against it.
    async fn listed(&self, source: &str, text: &str) -> ListFileId {
        let services = &self.desk.world.services;
        let file = screening::import(services, &self.admin, file(source, text)).await.expect("an import");
        let file = file.expect("a sound file");
        self.desk.world.let_pass(Duration::seconds(1));
        screening::confirm(services, &self.admin, file).await.expect("it counts");
        self.desk.world.run_jobs().await;
        file
    }

    async fn hits(&self, id: ApplicationId) -> Vec<Hit> {
        review::case(&self.desk.world.services, &self.reviewer, id).await.expect("the case").hits
    }

    async fn say(&self, by: &Actor, id: ApplicationId, hit: &Hit, verdict: &str) -> Result<Standing, Denied> {
        let input =
            HitInput { verdict: verdict.into(), reason: "Another birthday".into(), months: "12".into() };
        review::decide_hit(&self.desk.world.services, by, id, hit.id, &input).await
    }

    async fn approve(&self, id: ApplicationId) -> Result<(), Denied> {
        let seen = self.desk.seen(&self.senior, id).await;
        let input = DecisionInput { seen, decision: "approve".into(), ..DecisionInput::default() };
        review::decide(&self.desk.world.services, &self.senior, id, &input).await.map(|_| ())
    }
}

const PBOC: &str = "姓名,编号,类型\n李海风,P-1,个人\n";
const EU: &str = "Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n8;E;Leerlauf SA\n";
const SDN: &str = "7,\"LI, Haifeng\",\"individual\",\"TEST\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_approved_with_an_open_hit_and_the_database_says_so_too() {
    let mut scene = scene().await;
    scene.listed("cn_pboc", PBOC).await;
    let id = scene.desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let hits = scene.hits(id).await;
    assert_eq!(hits.len(), 1, "{hits:?}");
    assert_eq!((hits[0].role, hits[0].meaning), (parties::Role::Representative, Meaning::Stop));
    assert_eq!((hits[0].details.score, hits[0].standing), (100, Standing::Open));
    let refused = scene.approve(id).await;
    assert!(matches!(refused, Err(Denied::NotOpen("screening-why-hit"))), "{refused:?}");
    let mut owner = scene.desk.world.database.owner().await;
    let forced = sqlx::query("update applications set state = 'approved' where id = $1").bind(id.0);
    let error = forced.execute(&mut owner).await.expect_err("refused");
    let error = error.as_database_error().expect("the database's");
    assert_eq!(error.constraint(), Some("open_hit"));
    // Nor does it close a hit on nobody's word.
    let closed = sqlx::query(
        "update screening_hits set state = 'cleared', closed_at = found_at, clear_until = '2027-01-01'",
    );
    let error = closed.execute(&mut owner).await.expect_err("refused");
    assert_eq!(error.as_database_error().expect("the database's").constraint(), Some("four_eyes"));

    assert_eq!(scene.say(&scene.reviewer, id, &hits[0], "other").await.expect("said"), Standing::Open);
    assert_eq!(scene.say(&scene.senior, id, &hits[0], "other").await.expect("said"), Standing::Cleared);
    scene.approve(id).await.expect("approved");
    scene.desk.world.run_jobs().await;
    // The word holds: held against the list again, nothing is asked.
    scene.listed("cn_pboc", &format!("{PBOC}某某,P-2,个人\n")).await;
    assert_eq!(scene.hits(id).await.len(), 1);
    // What the list says of them has changed: they are asked about again, aboard or not.
    scene
        .listed("cn_pboc", &PBOC.replace("编号,类型", "编号,类型,别名").replace("个人\n", "个人,海枫\n"))
        .await;
    let again = scene.hits(id).await;
    assert_eq!(again.iter().filter(|hit| hit.standing == Standing::Open).count(), 1, "{again:?}");
}

/// The last steps of the road are the merchant's and the bank's: there too the database lets nobody aboard.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hit_found_after_the_decision_keeps_whoever_still_signs_ashore() {
    let mut scene = scene().await;
    let id = scene.desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let mut owner = scene.desk.world.database.owner().await;
    let mut to = async |state: &'static str| {
        let moved = sqlx::query(
            "update applications set state = $2, state_data = state_data || jsonb_build_object(
                 'state', $2, 'until', '2026-12-24T00:00:00Z', 'items', '[]'::jsonb,
                 'by', state_data -> 'recommendation' -> 'by',
                 'approval', jsonb_build_object(
                     'recommended_by', state_data -> 'recommendation' -> 'by',
                     'decided_by', state_data -> 'recommendation' -> 'by',
                     'seen', state_data -> 'recommendation' -> 'seen',
                     'at', state_data -> 'recommendation' -> 'at'))
             where id = $1",
        );
        let done = moved.bind(id.0).bind(state).execute(&mut owner).await;
        done.map_err(|error| error.as_database_error().and_then(|one| one.constraint()).map(str::to_owned))
    };
    to("account_verification").await.expect("no list, no hit");
    scene.listed("cn_pboc", PBOC).await;
    assert_eq!(scene.hits(id).await.len(), 1);
    to("signing").await.expect("what the merchant does tells it nothing");
    assert_eq!(to("approved").await.map(|_| ()), Err(Some("open_hit".to_owned())));
    // Nor by another road.
    to("changes_requested").await.expect("back");
    for state in ["account_verification", "signing", "approved"] {
        assert_eq!(to(state).await.map(|_| ()), Err(Some("open_hit".to_owned())), "{state}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_approved_before_a_changed_list_has_been_looked_at() {
    let mut scene = scene().await;
    let id = scene.desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let services = &scene.desk.world.services;
    let waiting = screening::import(services, &scene.admin, file("eu", EU)).await.unwrap().unwrap();
    screening::confirm(services, &scene.admin, waiting).await.unwrap();
    let refused = scene.approve(id).await;
    assert!(matches!(refused, Err(Denied::NotOpen("screening-why-lists"))), "{refused:?}");
    let mut owner = scene.desk.world.database.owner().await;
    let forced = sqlx::query("update applications set state = 'approved' where id = $1").bind(id.0);
    let error = forced.execute(&mut owner).await.expect_err("refused");
    assert_eq!(error.as_database_error().expect("the database's").constraint(), Some("open_hit"));
    scene.desk.world.run_jobs().await;
    scene.approve(id).await.expect("nobody of it is listed");
    scene.desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_holds_as_long_as_it_says_and_then_they_are_asked_about_again() {
    let mut scene = scene().await;
    scene.listed("own", "name,reference\nLi Haifeng,1\n").await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let hit = &scene.hits(id).await[0];
    assert_eq!(hit.meaning, Meaning::Notice);
    assert_eq!(scene.say(&scene.reviewer, id, hit, "other").await.expect("said"), Standing::Cleared);
    let until = scene.hits(id).await[0].clear_until.expect("a day");
    assert_eq!(until - scene.desk.world.services.now().date(), Duration::days(366));
    scene.desk.world.let_pass(Duration::days(365));
    scene.desk.world.run_jobs().await;
    assert_eq!(scene.hits(id).await.len(), 1, "it still holds");
    scene.desk.world.let_pass(Duration::days(4));
    scene.desk.world.run_jobs().await;
    assert_eq!(scene.hits(id).await[0].standing, Standing::Open);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_in_anothers_place_is_held_against_the_lists_too() {
    let mut scene = scene().await;
    scene.listed("cn_pboc", &PBOC.replace("李海风", "王晨光")).await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    assert_eq!(scene.hits(id).await.len(), 0, "nobody of it is listed");
    let services = &scene.desk.world.services;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let mark = Mark::sent_back("field:representative:name", "wrong", "");
    desk::judge(services, &scene.reviewer, id, &mark).await;
    desk::send_back(services, &scene.reviewer, id).await;
    let mut answers = desk::answers("representative");
    for (name, value) in &mut answers {
        *value = if *name == "name" { "王晨光" } else { value };
    }
    scene.desk.answer(&scene.owner, id, "representative", &answers, 1).await;
    let version = VersionInput { version: scene.desk.version(&scene.owner, id).await };
    applications::submit(services, &scene.owner, id, version).await.expect("handed in again");
    scene.desk.world.run_jobs().await;
    let hits = scene.hits(id).await;
    assert_eq!(hits.len(), 1, "{hits:?}");
    assert_eq!((hits[0].role, hits[0].standing), (parties::Role::Representative, Standing::Open));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_to_be_stopped_is_stopped() {
    let mut scene = scene().await;
    scene.listed("cn_pboc", PBOC).await;
    let id = scene.desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let hit = &scene.hits(id).await[0];
    assert_eq!(scene.say(&scene.reviewer, id, hit, "same").await.expect("said"), Standing::Open);
    assert_eq!(scene.say(&scene.senior, id, hit, "same").await.expect("said"), Standing::Confirmed);
    let refused = scene.approve(id).await;
    assert!(matches!(refused, Err(Denied::NotOpen("screening-why-hit"))), "{refused:?}");
    let late = scene.say(&scene.senior, id, hit, "other").await;
    assert!(matches!(late, Err(Denied::NotOpen(_))), "{late:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_foreign_list_takes_two_people_and_never_stops_by_itself() {
    let mut scene = scene().await;
    scene.listed("ofac", SDN).await;
    let services = &scene.desk.world.services;
    let overview = screening::overview(services, &scene.admin).await.unwrap();
    let list = overview.lines.iter().find_map(|line| line.list.as_ref()).expect("a list").id;
    screening::mean(services, &scene.admin, list, "stop").await.unwrap();
    let id = scene.desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let hits = scene.hits(id).await;
    assert_eq!((hits.len(), hits[0].meaning), (1, Meaning::TwoPeople), "{hits:?}");
    assert_eq!(scene.say(&scene.reviewer, id, &hits[0], "same").await.expect("said"), Standing::Open);
    let twice = scene.say(&scene.reviewer, id, &hits[0], "same").await;
    assert!(matches!(twice, Err(Denied::NotOpen("screening-why-said"))), "{twice:?}");
    let mut owner = scene.desk.world.database.owner().await;
    let closed = sqlx::query("update screening_hits set state = 'confirmed', closed_at = found_at");
    let error = closed.execute(&mut owner).await.expect_err("one isn't two");
    assert_eq!(error.as_database_error().expect("the database's").constraint(), Some("four_eyes"));
    assert!(scene.approve(id).await.is_err());
    assert_eq!(scene.say(&scene.senior, id, &hits[0], "same").await.expect("said"), Standing::Confirmed);
    scene.approve(id).await.expect("two people have decided");
    scene.desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_counts_once_confirmed_and_nothing_of_a_faulty_one_is_kept() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let services = &scene.desk.world.services;
    let faulty = screening::import(services, &scene.admin, file("cn_pboc", "姓名,编号\n李海风,1\n,2\n"))
        .await
        .unwrap();
    assert_eq!(faulty, Err(Refused::Lines(vec![(3, Wrong::NoName)])));
    let nothing = screening::overview(services, &scene.admin).await.unwrap();
    assert!(nothing.files.is_empty() && nothing.lines.iter().all(|line| line.list.is_none()));

    let waiting = screening::import(services, &scene.admin, file("cn_pboc", PBOC)).await.unwrap().unwrap();
    scene.desk.world.run_jobs().await;
    assert!(scene.hits(id).await.is_empty(), "it doesn't count yet");
    assert_eq!(screening::look_at(services, &scene.admin, waiting).await.unwrap().counts, (1, 0, 0));
    screening::discard(services, &scene.admin, waiting).await.unwrap();
    let dropped = screening::confirm(services, &scene.admin, waiting).await;
    assert!(matches!(dropped, Err(ServiceError::Conflict("error-stale"))), "{dropped:?}");

    scene.listed("cn_pboc", PBOC).await;
    assert_eq!(scene.hits(id).await.len(), 1, "whoever is open is found when a list changes");
    let next = screening::import(services, &scene.admin, file("cn_pboc", "姓名,编号\n王某,P-2\n"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(screening::look_at(services, &scene.admin, next).await.unwrap().counts, (1, 1, 0));
    scene.desk.world.let_pass(Duration::seconds(1));
    screening::confirm(services, &scene.admin, next).await.unwrap();
    scene.desk.world.run_jobs().await;
    assert_eq!(scene.hits(id).await[0].standing, Standing::Gone);
    for other in [&scene.reviewer, &scene.senior] {
        assert!(matches!(screening::overview(services, other).await, Err(ServiceError::Forbidden)));
    }
    assert!(matches!(screening::overview(services, &scene.owner).await, Err(ServiceError::NotFound)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchant_learns_nothing_of_a_hit() {
    let mut scene = scene().await;
    let plain = scene.desk.submitted(&mut scene.owner).await;
    scene.listed("cn_pboc", PBOC).await;
    let mut stranger = scene.desk.newcomer("stranger").await;
    let listed = scene.desk.submitted(&mut stranger).await;
    for id in [plain, listed] {
        let hit = &scene.hits(id).await[0];
        scene.say(&scene.reviewer, id, hit, "same").await.expect("said");
    }
    let services = &scene.desk.world.services;
    for (actor, id) in [(&scene.owner, plain), (&stranger, listed)] {
        let told = audit::timeline(services, actor, id).await.unwrap();
        assert!(
            told.iter()
                .all(|entry| entry.audience == Audience::Merchant && !entry.name.starts_with("screening."))
        );
        let denied = review::open_hits(services, actor, None).await;
        assert!(matches!(denied, Err(ServiceError::Forbidden)), "{denied:?}");
    }
    // The desk's own timeline has it, as confidential.
    let desk = audit::timeline(services, &scene.senior, listed).await.unwrap();
    let names: Vec<_> = desk.iter().filter(|entry| entry.name.starts_with("screening.")).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.iter().all(|entry| entry.audience == Audience::Confidential));
    // Names are sealed, and stand in no event.
    let mut owner = scene.desk.world.database.owner().await;
    let plain: i64 = sqlx::query_scalar(
        "select (select count(*) from screening_hits where position(convert_to('李海风', 'UTF8') in details_sealed) > 0)
              + (select count(*) from audit_events where name like 'screening.%'
                     and position(convert_to('李海风', 'UTF8') in body) > 0)",
    )
    .fetch_one(&mut owner)
    .await
    .unwrap();
    assert_eq!(plain, 0);
}
