//! What the desk does with a case beside judging it: given, put off, handed up, handed back. Each act moves the case,
//! is recorded for staff alone, and is refused to whoever it isn't open to.

use super::scene;
use domain::{
    Actor, ApplicationId, PersonId,
    applications::StateKind,
    permissions::Role,
    review::{CaseState, Desk as Stands},
};
use services::{
    ServiceError, audit,
    review::{self, AnswerInput, Denied, EscalationInput, SnoozeInput},
    tenants::staff,
};
use tests::desk::Desk;
use time::Duration;

fn id_of(actor: &Actor) -> PersonId {
    actor.person().expect("a person").id
}

/// The key that says why not.
fn why<T: std::fmt::Debug>(result: Result<T, Denied>) -> &'static str {
    match result {
        Err(Denied::NotOpen(key)) => key.trim_start_matches("applications-why-"),
        other => panic!("{other:?}"),
    }
}

/// Nine o'clock in Shanghai so many days on.
pub(super) fn in_days(desk: &Desk, days: i64) -> SnoozeInput {
    let day = (desk.world.services.now() + Duration::days(days)).date();
    SnoozeInput {
        year: day.year().to_string(),
        month: u8::from(day.month()).to_string(),
        day: day.day().to_string(),
        hour: "9".into(),
    }
}

async fn escalate(desk: &Desk, by: &Actor, id: ApplicationId) {
    let input = EscalationInput { reason: "CANARY-reason".into() };
    review::escalate(&desk.world.services, by, id, &input).await.expect("it is handed up");
}

async fn stands(desk: &Desk, id: ApplicationId) -> Stands {
    desk.row(id).await.desk
}

/// The names of what happened to the case, latest first, as far as this reader may know.
async fn told(desk: &Desk, reader: &Actor, id: ApplicationId) -> Vec<String> {
    let entries = audit::timeline(&desk.world.services, reader, id).await.expect("the timeline");
    entries.into_iter().map(|entry| entry.name).filter(|name| name.starts_with("case.")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_given_to_whoever_may_have_it() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let colleague = desk.staff("colleague", &[Role::Reviewer]).await;
    let auditor = desk.staff("auditor", &[Role::Auditor]).await;
    let mut both = desk.staff("both", &[Role::Reviewer]).await;
    let id = desk.submitted(&mut scene.owner).await;
    let theirs = desk.submitted(&mut both).await;
    let give = async |by: &Actor, id, to: &Actor| review::assign(services, by, id, id_of(to)).await;

    // A reviewer gives nothing away.
    let refused = give(&scene.reviewer, id, &colleague).await;
    assert!(matches!(refused, Err(Denied::Service(ServiceError::Forbidden))), "{refused:?}");
    give(&scene.senior, id, &scene.reviewer).await.expect("given");
    assert_eq!(stands(desk, id).await, Stands::Claimed { holder: id_of(&scene.reviewer) });
    assert_eq!(why(give(&scene.senior, id, &scene.reviewer).await), "already-theirs");
    give(&scene.senior, id, &colleague).await.expect("out of somebody's hands");
    assert_eq!(why(review::release(services, &scene.reviewer, id).await), "not-claimed");

    // Never to somebody who stands on its merchant's side, whatever they are, nor to who doesn't work on cases.
    assert_eq!(why(give(&scene.senior, theirs, &both).await), "assignee-own-side");
    assert_eq!(why(give(&scene.senior, id, &auditor).await), "assignee-gone");
    assert_eq!(why(give(&scene.senior, id, &scene.owner).await), "assignee-gone");
    // And an own case isn't there for whoever would give it away.
    let mut owner_too = desk.staff("owner_too", &[Role::SeniorReviewer]).await;
    let own = desk.submitted(&mut owner_too).await;
    let refused = give(&owner_too, own, &scene.reviewer).await;
    assert!(matches!(refused, Err(Denied::Service(ServiceError::NotFound))), "{refused:?}");

    // What waits for a decision goes to another senior.
    review::release(services, &colleague, id).await.expect("released");
    desk.recommend(id, &scene.senior, "approve", &[]).await;
    assert_eq!(why(give(&scene.other, id, &scene.senior).await), "assignee-recommended");
    assert_eq!(why(give(&scene.other, id, &colleague).await), "assignee-not-senior");
    give(&scene.other, id, &scene.other).await.expect("to oneself");
    assert_eq!(told(desk, &scene.other, id).await.len(), 5, "given thrice, put back, claimed");
    assert_eq!(told(desk, &scene.owner, id).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_several_cases_each_is_told_apart() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let first = desk.submitted(&mut scene.owner).await;
    let second = desk.recommended(&mut desk.newcomer("stranger").await, &scene.reviewer).await;
    let nowhere = ApplicationId(desk.world.services.ports().random.id(services.now()));
    let all = [first, second, nowhere, first];
    let given =
        review::assign_all(services, &scene.senior, &all, id_of(&scene.reviewer)).await.expect("tried");
    let outcomes: Vec<_> = given.iter().map(|given| (given.id, given.why_not)).collect();
    assert_eq!(
        outcomes,
        [
            (first, None),
            (second, Some("applications-why-assignee-recommended")),
            (nowhere, Some("review-assign-unknown")),
        ]
    );
    assert!(given[2].number.is_none() && given[0].number.is_some());
    let refused = review::assign_all(services, &scene.reviewer, &all, id_of(&scene.reviewer)).await;
    assert!(matches!(refused, Err(ServiceError::Forbidden)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_put_off_stays_its_holders_and_on_the_clock() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    let due = desk.row(id).await.due_at;
    let snooze = async |by: &Actor, input: &SnoozeInput| review::snooze(services, by, id, input).await;
    assert_eq!(why(snooze(&scene.reviewer, &in_days(desk, 1)).await), "not-claimed");
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    assert_eq!(why(snooze(&scene.senior, &in_days(desk, 1)).await), "claimed-by-other");
    let wrong = [
        (SnoozeInput { month: "13".into(), ..in_days(desk, 1) }, "until"),
        (SnoozeInput { year: String::new(), ..in_days(desk, 1) }, "until"),
        (in_days(desk, -1), "until"),
        (in_days(desk, 61), "until"),
        (SnoozeInput { hour: "24".into(), ..in_days(desk, 1) }, "hour"),
    ];
    for (input, field) in wrong {
        match snooze(&scene.reviewer, &input).await {
            Err(Denied::Service(ServiceError::Refused(refusal))) => {
                assert_eq!(refusal.fields[0].field, field);
            }
            other => panic!("{input:?}: {other:?}"),
        }
    }
    snooze(&scene.reviewer, &in_days(desk, 1)).await.expect("put off");
    let row = desk.row(id).await;
    assert_eq!(row.desk.kind(), CaseState::Snoozed);
    assert_eq!(row.desk.until(), Some(time::macros::datetime!(2026-12-01 01:00 UTC)));
    assert_eq!((row.due_at, row.desk.holder()), (due, Some(id_of(&scene.reviewer))));
    assert_eq!(why(review::claim(services, &scene.senior, id).await), "claimed-by-other");
    // It isn't judged while it is put off, and neither is it handed up.
    let advice = review::AdviceInput {
        seen: desk.seen(&scene.reviewer, id).await,
        verdict: "approve".into(),
        ..review::AdviceInput::default()
    };
    assert_eq!(why(review::recommend(services, &scene.reviewer, id, &advice).await), "put-off");
    let up = EscalationInput { reason: "x".into() };
    assert_eq!(why(review::escalate(services, &scene.reviewer, id, &up).await), "not-now");
    assert_eq!(why(review::resume(services, &scene.senior, id).await), "claimed-by-other");
    review::resume(services, &scene.reviewer, id).await.expect("taken up again");
    assert_eq!(stands(desk, id).await, Stands::Claimed { holder: id_of(&scene.reviewer) });
    assert_eq!(told(desk, &scene.senior, id).await, ["case.resumed", "case.snoozed", "case.claimed"]);
    assert_eq!(told(desk, &scene.owner, id).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_handed_up_is_the_seniors_until_they_answer() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let empty = EscalationInput { reason: " \n".into() };
    let refused = review::escalate(services, &scene.reviewer, id, &empty).await;
    assert!(matches!(refused, Err(Denied::Service(ServiceError::Refused(_)))), "{refused:?}");
    escalate(desk, &scene.reviewer, id).await;
    assert_eq!(stands(desk, id).await, Stands::Escalated { holder: None });
    assert_eq!(why(review::claim(services, &scene.reviewer, id).await), "not-senior");
    review::claim(services, &scene.senior, id).await.expect("a senior takes it");
    // What was said stands with the case, for the desk alone.
    let view = review::case(services, &scene.senior, id).await.expect("the case");
    assert_eq!(view.escalations[0].reason, "CANARY-reason");
    assert_eq!(view.escalations[0].raised_by, "reviewer@harbour.example");
    assert!(view.acts.hand_back && !view.acts.escalate);
    let answer = AnswerInput { answer: "CANARY-answer".into() };
    assert_eq!(why(review::hand_back(services, &scene.other, id, &answer).await), "claimed-by-other");
    review::hand_back(services, &scene.senior, id, &answer).await.expect("handed back");
    assert_eq!(stands(desk, id).await, Stands::Waiting);
    review::claim(services, &scene.reviewer, id).await.expect("everybody's again");
    let view = review::case(services, &scene.reviewer, id).await.expect("the case");
    assert_eq!(view.escalations[0].answer.as_deref(), Some("CANARY-answer"));
    assert_eq!(view.escalations[0].ended_by.as_deref(), Some("senior@harbour.example"));
    // No text of it stands in the log, and nothing of it reaches the merchant.
    for reader in [&scene.senior, &scene.owner] {
        let all = format!("{:?}", audit::timeline(services, reader, id).await.expect("the timeline"));
        assert!(!all.contains("CANARY"), "{all}");
    }
    assert_eq!(told(desk, &scene.owner, id).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_judged_is_no_longer_handed_up() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    escalate(desk, &scene.reviewer, id).await;
    desk.recommend(id, &scene.senior, "approve", &[]).await;
    let row = desk.row(id).await;
    assert_eq!((row.state.kind(), row.desk), (StateKind::SecondReview, Stands::Waiting));
    let open = "select count(*) from escalations where application_id = $1 and ended_at is null";
    assert_eq!(desk.number(open, id.0).await, 0);
    // Handed up once more before the decision, and withdrawn by its merchant: closed is closed.
    review::claim(services, &scene.other, id).await.expect("claimed");
    escalate(desk, &scene.other, id).await;
    services::applications::withdraw(services, &scene.owner, id).await.expect("withdrawn");
    assert_eq!((stands(desk, id).await, desk.number(open, id.0).await), (Stands::Closed, 0));
    desk.world.run_jobs().await;
}

/// Somebody leaves in the middle of everything they hold.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_leaves_in_mid_case_leaves_nothing_stuck() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let admin = desk.staff("admin", &[Role::Admin]).await;
    let leaver = desk.staff("leaver", &[Role::SeniorReviewer]).await;
    let mut cases = Vec::new();
    for _ in 0..4 {
        cases.push(desk.submitted(&mut scene.owner).await);
    }
    let [claimed, snoozed, escalated, given] = cases[..] else { panic!("four cases") };
    review::claim(services, &leaver, claimed).await.expect("claimed");
    review::claim(services, &leaver, snoozed).await.expect("claimed");
    review::snooze(services, &leaver, snoozed, &in_days(desk, 2)).await.expect("put off");
    review::claim(services, &scene.reviewer, escalated).await.expect("claimed");
    escalate(desk, &scene.reviewer, escalated).await;
    review::claim(services, &leaver, escalated).await.expect("taken");
    review::assign(services, &scene.senior, given, id_of(&leaver)).await.expect("given");
    let recommended = desk.recommended(&mut desk.newcomer("stranger").await, &leaver).await;

    staff::deactivate(services, &admin, id_of(&leaver)).await.expect("deactivated");
    for id in [claimed, snoozed, given] {
        assert_eq!(stands(desk, id).await, Stands::Waiting);
    }
    assert_eq!(stands(desk, escalated).await, Stands::Escalated { holder: None }, "still the seniors'");
    assert_eq!(told(desk, &scene.senior, snoozed).await[0], "case.returned");
    let why_not = why(review::assign(services, &scene.senior, given, id_of(&leaver)).await);
    assert_eq!(why_not, "assignee-gone");

    // What they recommended stands, says that they left, and is another's to decide or to send back.
    let view = review::case(services, &scene.senior, recommended).await.expect("the case");
    assert!(view.adviser_left && view.acts.decide);
    let decision = super::decision(&view.seen, "return");
    review::decide(services, &scene.senior, recommended, &decision).await.expect("returned");
    let row = desk.row(recommended).await;
    assert_eq!((row.state.kind(), row.desk), (StateKind::InReview, Stands::Waiting));
    desk.recommend(recommended, &scene.reviewer, "approve", &[]).await;
    // Back again they hold nothing of it.
    staff::reactivate(services, &admin, id_of(&leaver)).await.expect("reactivated");
    let hands = "select count(*) from applications where claimed_by = $1";
    assert_eq!(desk.number(hands, id_of(&leaver).0).await, 0);
    desk.world.run_jobs().await;
}

/// The database refuses what the rules would never do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_that_contradict_themselves_are_refused() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let person = id_of(&scene.reviewer);
    let mut owner = scene.desk.world.database.owner().await;
    for set in [
        "case_state = 'claimed'",
        "case_state = 'snoozed', claimed_by = $2",
        "claimed_by = $2",
        "case_state = 'escalated'",
        "snoozed_until = due_at",
        "clock_left_seconds = 7",
    ] {
        let sql = format!("update applications set {set} where id = $1 and $2::uuid is not null");
        let done = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.0).bind(person.0).execute(&mut owner).await;
        assert!(done.is_err(), "{set}");
    }
}
