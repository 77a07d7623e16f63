//! The queue: each case on exactly one page, in the order of what is due.

use super::scene;
use domain::{ApplicationId, review::CaseState};
use services::review::{self, PAGE, Wanted};
use sqlx::Executor;
use std::collections::BTreeSet;
use store::review::{Case, Key, Shelf};
use tests::desk::Desk;

/// Many more cases than fit on a page, copied from one, with due dates of which many are alike and some missing.
const COPIES: usize = 3 * PAGE + 7;

async fn copy(desk: &Desk, id: ApplicationId) {
    let mut owner = desk.world.database.owner().await;
    let sql = format!(
        "insert into applications (tenant_id, id, merchant_id, case_number, kind, country, rules_version, state,
             state_data, name, name_fold, channels, case_state, submitted_by, submitted_at, due_at, closed_at,
             created_by, created_at, updated_at)
         select tenant_id, gen_random_uuid(), merchant_id, 'GW-' || lpad(n::text, 9, '0'), kind, country, rules_version,
             state, state_data, '海曼 ' || n, '海曼' || n, channels,
             case when n % 2 = 0 then 'waiting' else 'closed' end, submitted_by, submitted_at,
             case when n % 5 = 0 then null else due_at + (n % 7) * interval '1 hour' end,
             case when n % 2 = 1 then submitted_at + (n % 4) * interval '1 hour' end, created_by, created_at, updated_at
         from applications, generate_series(1, {}) n where id = '{id}'",
        2 * COPIES,
    );
    owner.execute(sqlx::AssertSqlSafe(sql)).await.expect("cases are copied");
}

async fn all(scene: &super::Scene, shelf: Shelf, search: &str) -> Vec<Case> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let wanted = Wanted { shelf, second: None, search: search.into(), after };
        let page = review::queue(&scene.desk.world.services, &scene.reviewer, &wanted).await.expect("a page");
        assert!(page.cases.len() <= PAGE && (page.next.is_none() || page.cases.len() == PAGE));
        all.extend(page.cases);
        match page.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_case_stands_on_exactly_one_page() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    copy(&scene.desk, id).await;

    let waiting = all(&scene, Shelf::Waiting, "").await;
    let ids: BTreeSet<_> = waiting.iter().map(|case| case.id).collect();
    assert_eq!((waiting.len(), ids.len()), (COPIES + 1, COPIES + 1));
    let key = |case: &Case| (case.due_at.is_none(), case.due_at, case.id);
    assert!(waiting.is_sorted_by_key(key), "due first, undated last");

    let closed = all(&scene, Shelf::Closed, "").await;
    let ids: BTreeSet<_> = closed.iter().map(|case| case.id).collect();
    assert_eq!((closed.len(), ids.len()), (COPIES, COPIES));
    assert!(closed.is_sorted_by(|a, b| (a.closed_at, a.id) >= (b.closed_at, b.id)), "newest first");

    // By a part of the name in any dress, and by the beginning of the number.
    assert_eq!(all(&scene, Shelf::Waiting, "海 曼").await.len(), COPIES);
    assert_eq!(all(&scene, Shelf::Waiting, "gw-000000002").await.len(), 1);
    assert_eq!(all(&scene, Shelf::Waiting, "%").await.len(), 0);
    assert_eq!(all(&scene, Shelf::Mine, "").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_goes_on_after_a_case_that_has_left() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    copy(desk, id).await;
    let first = Wanted { shelf: Shelf::Waiting, second: None, search: String::new(), after: None };
    let page = review::queue(services, &scene.reviewer, &first).await.unwrap();
    // The last case of the page is claimed while its reader looks at it.
    let last = page.cases.last().unwrap();
    review::claim(services, &scene.reviewer, last.id).await.expect("claimed");
    let after = Some(Key { at: last.due_at, id: last.id });
    assert_eq!(page.next, after);
    let next = review::queue(services, &scene.reviewer, &Wanted { after, ..first }).await.unwrap();
    let both: BTreeSet<_> = page.cases.iter().chain(&next.cases).map(|case| case.id).collect();
    assert_eq!(both.len(), 2 * PAGE, "nothing is left out or shown twice");
    let mine = all(&scene, Shelf::Mine, "").await;
    assert_eq!(mine.iter().map(|case| case.id).collect::<Vec<_>>(), [last.id]);
    assert_eq!(mine[0].claimed_email.as_deref(), Some("reviewer@harbour.example"));
    let case = review::case(services, &scene.reviewer, last.id).await;
    assert!(case.is_err() || case.unwrap().application.case_state == CaseState::Claimed);
}
