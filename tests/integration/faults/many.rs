//! A thousand decisions at once.

use super::{Draw, chain_holds};
use crate::review::decision;
use domain::{Actor, ApplicationId, applications::StateKind, permissions::Role};
use futures::{StreamExt as _, future::join_all, stream};
use services::review;
use std::sync::Arc;
use tests::desk::Desk;
use tokio::task::JoinSet;

const AT_ONCE: u64 = 1000;
const CASES: usize = 1000;
/// Decisions of one person under way at once.
const WINDOWS: usize = 16;
/// Hands that prepare them.
const HANDS: usize = 4;

async fn is_decided_once(desk: &Desk, id: ApplicationId) -> StateKind {
    let count = async |sql| desk.number(sql, id.0).await;
    assert_eq!(count("select count(*) from decisions where application_id = $1").await, 1);
    let events = "select count(*) from audit_events where application_id = $1
                  and name in ('application.approved_by_desk', 'application.rejected')";
    assert_eq!(count(events).await, 1);
    desk.row(id).await.state.kind()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w02_fault20_a_thousand_decisions_on_one_case_are_one_rounds() {
    let desk = Arc::new(Desk::new().await);
    let reviewer = desk.staff("reviewer", &[Role::Reviewer]).await;
    let seniors = [
        desk.staff("senior", &[Role::SeniorReviewer]).await,
        desk.staff("other", &[Role::SeniorReviewer]).await,
    ];
    let mut owner = desk.newcomer("owner").await;
    let id = desk.recommended(&mut owner, &reviewer).await;
    let input = decision(&desk.seen(&seniors[0], id).await, "approve");
    let mut all = JoinSet::new();
    for at in 0..AT_ONCE {
        let (desk, input) = (Arc::clone(&desk), input.clone());
        let senior = seniors[usize::try_from(at % 2).unwrap()].clone();
        all.spawn(async move { review::decide(&desk.world.services, &senior, id, &input).await.is_ok() });
    }
    let made = all.join_all().await.into_iter().filter(|made| *made).count();
    assert_eq!(made, 1, "one decision is told to one of them");
    assert_eq!(is_decided_once(&desk, id).await, StateKind::Approved);
    chain_holds(&desk.world, desk.tenant.id).await;
    desk.world.allow_jobs();
}

/// Cases on which this reviewer has recommended approval, each with what is on a screen that shows it.
async fn recommended(desk: &Desk, reviewer: &Actor) -> Vec<(ApplicationId, String)> {
    let handed_in = (0..HANDS).map(async |hand| {
        let mut owner = desk.newcomer(&format!("owner{hand}")).await;
        let mut ids = Vec::new();
        for _ in 0..CASES / HANDS {
            ids.push(desk.handed_in(&mut owner).await);
        }
        ids
    });
    let ids = join_all(handed_in).await.concat();
    desk.world.run_jobs().await;
    let cases = ids.into_iter().map(async |id| {
        desk.recommend(id, reviewer, "approve", &[]).await;
        (id, desk.screen(id).await)
    });
    stream::iter(cases).buffer_unordered(HANDS).collect().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w02_fault20_two_decide_on_many_cases_in_any_order_rounds() {
    let desk = Desk::new().await;
    let mut draw = Draw::new();
    let reviewer = desk.staff("reviewer", &[Role::Reviewer]).await;
    let seniors = [
        desk.staff("senior", &[Role::SeniorReviewer]).await,
        desk.staff("other", &[Role::SeniorReviewer]).await,
    ];
    let cases = recommended(&desk, &reviewer).await;
    let mut orders = Vec::new();
    for senior in &seniors {
        let mut own: Vec<_> = cases.iter().map(|(id, seen)| (senior, *id, seen)).collect();
        for at in (1..own.len()).rev() {
            own.swap(at, usize::try_from(draw.below(u64::try_from(at + 1).unwrap())).unwrap());
        }
        orders.push(own.into_iter().map(|one| (one, draw.below(2) == 0)).collect::<Vec<_>>());
    }
    // Both go through their own order at once, each with several windows.
    let windows = orders.into_iter().map(async |own| {
        let decided = own.into_iter().map(async |((senior, id, seen), approves)| {
            let verdict = if approves { "approve" } else { "reject" };
            let made =
                review::decide(&desk.world.services, senior, id, &decision(seen, verdict)).await.is_ok();
            (id, verdict, made)
        });
        stream::iter(decided).buffer_unordered(WINDOWS).collect::<Vec<_>>().await
    });
    let told = join_all(windows).await.concat();
    for (id, _) in &cases {
        let made: Vec<_> = told.iter().filter(|one| one.0 == *id && one.2).collect();
        assert_eq!(made.len(), 1, "{id}: {made:?}");
        let state = is_decided_once(&desk, *id).await;
        let said = if made[0].1 == "approve" { StateKind::Approved } else { StateKind::Rejected };
        assert_eq!(state, said, "what was told is what stands");
    }
    chain_holds(&desk.world, desk.tenant.id).await;
    desk.world.allow_jobs();
}
