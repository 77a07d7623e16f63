//! The queue: each case on exactly one page, in the order asked for, narrowed by what stands in the address.

use super::scene;
use domain::{
    ApplicationId,
    applications::StateKind,
    review::{CaseState, Desk as Stands},
};
use services::review::{self, DueBy, PAGE, Queue, Search, Wanted};
use sqlx::Executor;
use std::collections::BTreeSet;
use store::review::{Case, Hands, Key, Order, Shelf};
use tests::desk::Desk;
use time::Duration;

/// Many more cases than fit on a page, copied from one, with due dates of which many are alike and some missing.
const COPIES: usize = 3 * PAGE + 7;

/// Copies of a case with what the search finds them by, one half waiting and one half closed.
pub(super) async fn copy(desk: &Desk, id: ApplicationId, copies: usize) {
    let mut owner = desk.world.database.owner().await;
    let sql = format!(
        "with copies as (
             insert into applications (tenant_id, id, merchant_id, case_number, kind, country, rules_version, state,
                 state_data, name, name_fold, channels, case_state, submitted_by, submitted_at, due_at, closed_at,
                 created_by, created_at, updated_at)
             select tenant_id, gen_random_uuid(), merchant_id, 'GW-' || lpad(n::text, 9, '0'), kind, country,
                 rules_version, state, state_data, '海曼 ' || n, '海曼' || n, channels,
                 case when n % 2 = 0 then 'waiting' else 'closed' end, submitted_by,
                 submitted_at + (n % 11) * interval '1 minute',
                 case when n % 5 = 0 then null else due_at + (n % 7) * interval '1 hour' end,
                 case when n % 2 = 1 then submitted_at + (n % 4) * interval '1 hour' end, created_by, created_at,
                 updated_at
             from applications, generate_series(1, {}) n where id = '{id}'
             returning tenant_id, id, name_fold
         )
         insert into search_terms (tenant_id, application_id, section, field, kind, term, grams)
         select tenant_id, id, 'business', 'legal_name', 'name', name_fold,
             array(select substr(name_fold, at, size) from generate_series(1, length(name_fold)) at,
                       generate_series(1, 2) size where at + size - 1 <= length(name_fold))
         from copies",
        2 * copies,
    );
    owner.execute(sqlx::AssertSqlSafe(sql)).await.expect("cases are copied");
}

/// One page.
pub(super) async fn page(scene: &super::Scene, wanted: &Wanted) -> Queue {
    let page = review::queue(&scene.desk.world.services, &scene.reviewer, wanted).await.expect("a page");
    assert!(page.cases.len() <= PAGE && (page.next.is_none() || page.cases.len() == PAGE));
    page
}

/// Everything that fits, page after page.
pub(super) async fn all(scene: &super::Scene, wanted: &Wanted) -> Vec<Case> {
    let (mut all, mut wanted) = (Vec::new(), wanted.clone());
    loop {
        let page = page(scene, &wanted).await;
        all.extend(page.cases);
        match page.next {
            Some(next) => wanted.after = Some(next),
            None => return all,
        }
    }
}

/// With a search as the reviewer typed it.
pub(super) async fn searching(scene: &super::Scene, shelf: Shelf, typed: &str) -> Wanted {
    let token = review::keep_search(&scene.desk.world.services, &scene.reviewer, typed).await.expect("kept");
    Wanted { search: token, ..Wanted::on(shelf) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_case_stands_on_exactly_one_page() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    copy(&scene.desk, id, COPIES).await;

    let waiting = all(&scene, &Wanted::on(Shelf::Waiting)).await;
    let ids: BTreeSet<_> = waiting.iter().map(|case| case.id).collect();
    assert_eq!((waiting.len(), ids.len()), (COPIES + 1, COPIES + 1));
    let key = |case: &Case| (case.due_at.is_none(), case.due_at, case.id);
    assert!(waiting.is_sorted_by_key(key), "due first, undated last");

    let newest = all(&scene, &Wanted { order: Order::Newest, ..Wanted::on(Shelf::Open) }).await;
    let again: BTreeSet<_> = newest.iter().map(|case| case.id).collect();
    assert_eq!((newest.len(), &again), (COPIES + 1, &ids));
    assert!(newest.is_sorted_by(|a, b| (a.submitted_at, a.id) >= (b.submitted_at, b.id)), "newest first");

    let closed = all(&scene, &Wanted::on(Shelf::Closed)).await;
    let ids: BTreeSet<_> = closed.iter().map(|case| case.id).collect();
    assert_eq!((closed.len(), ids.len()), (COPIES, COPIES));
    assert!(closed.is_sorted_by(|a, b| (a.closed_at, a.id) >= (b.closed_at, b.id)), "newest first");

    // By a part of the name in any dress, and by the beginning of the number.
    for (typed, found) in
        [("海 曼", COPIES), ("曼12", 6), ("gw-000000002", 1), ("%", 0), ("海风", 1), ("曼海", 0)]
    {
        let wanted = searching(&scene, Shelf::Waiting, typed).await;
        let cases = all(&scene, &wanted).await;
        assert_eq!(cases.len(), found, "{typed}");
    }
    assert_eq!(all(&scene, &Wanted::on(Shelf::Mine)).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_goes_on_after_a_case_that_has_left() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    copy(&scene.desk, id, COPIES).await;
    let services = &scene.desk.world.services;
    let first = Wanted::on(Shelf::Waiting);
    let before = page(&scene, &first).await;
    // The last case of the page is claimed while its reader looks at it.
    let last = before.cases.last().unwrap();
    review::claim(services, &scene.reviewer, last.id).await.expect("claimed");
    let after = Some(Key { at: last.due_at, id: last.id });
    assert_eq!(before.next, after);
    let next = page(&scene, &Wanted { after, ..first }).await;
    let both: BTreeSet<_> = before.cases.iter().chain(&next.cases).map(|case| case.id).collect();
    assert_eq!(both.len(), 2 * PAGE, "nothing is left out or shown twice");
    let mine = all(&scene, &Wanted::on(Shelf::Mine)).await;
    assert_eq!(mine.iter().map(|case| case.id).collect::<Vec<_>>(), [last.id]);
    assert_eq!(mine[0].holder_email.as_deref(), Some("reviewer@harbour.example"));
    assert_eq!(mine[0].desk.kind(), CaseState::Claimed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_narrow_together() {
    let mut scene = scene().await;
    let first = scene.desk.submitted(&mut scene.owner).await;
    let mut stranger = scene.desk.newcomer("stranger").await;
    let second = scene.desk.submitted(&mut stranger).await;
    scene.desk.recommend(second, &scene.reviewer, "approve", &[]).await;
    let services = &scene.desk.world.services;
    review::claim(services, &scene.reviewer, first).await.expect("claimed");
    let reviewer = scene.reviewer.person().unwrap().id;

    let open = || Wanted::on(Shelf::Open);
    let found = async |wanted: Wanted| {
        let cases = all(&scene, &wanted).await;
        cases.iter().map(|case| case.id).collect::<BTreeSet<_>>()
    };
    let both = BTreeSet::from([first, second]);
    let (one, other) = (BTreeSet::from([first]), BTreeSet::from([second]));
    assert_eq!(found(open()).await, both);
    assert_eq!(found(Wanted { hands: Some(Hands::Of(reviewer)), ..open() }).await, one);
    assert_eq!(found(Wanted { hands: Some(Hands::Nobody), ..open() }).await, other);
    assert_eq!(found(Wanted { step: Some(StateKind::SecondReview), ..open() }).await, other);
    assert_eq!(found(Wanted { kind: Some("cn-enterprise".into()), ..open() }).await, both);
    assert_eq!(found(Wanted { kind: Some("us-llc".into()), ..open() }).await, BTreeSet::new());
    assert_eq!(found(Wanted { channel: Some("wechat_pay".into()), ..open() }).await, both);
    assert_eq!(found(Wanted { channel: Some("paypal".into()), ..open() }).await, BTreeSet::new());
    let together = Wanted { step: Some(StateKind::InReview), hands: Some(Hands::Nobody), ..open() };
    assert_eq!(found(together).await, BTreeSet::new());

    // 24 working hours are three days: due on Thursday, this week and neither today nor overdue.
    let due = |due| Wanted { due: Some(due), ..open() };
    assert_eq!(found(due(DueBy::ThisWeek)).await, both);
    assert_eq!(found(due(DueBy::Today)).await, BTreeSet::new());
    assert_eq!(found(due(DueBy::Overdue)).await, BTreeSet::new());
    scene.desk.world.clock.advance(Duration::days(7));
    // Sessions have run out by then; the queue is read by rows alone here.
    assert_eq!(found(due(DueBy::Overdue)).await, both);
    assert_eq!(found(due(DueBy::ThisWeek)).await, BTreeSet::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_is_good_for_whoever_typed_it_and_for_a_while() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let services = &scene.desk.world.services;
    let wanted = searching(&scene, Shelf::Waiting, "海风").await;
    let token = wanted.search.clone().expect("a token");
    assert!(!token.contains("海风") && token.is_ascii());
    let found = page(&scene, &wanted).await;
    assert_eq!(found.search, Search::For("海风".into()));
    assert_eq!(found.cases.iter().map(|case| case.id).collect::<Vec<_>>(), [id]);
    assert_eq!(found.cases[0].desk, Stands::Waiting);
    // A colleague, another word for it, or somebody who comes too late: nothing was searched for.
    let other = review::queue(services, &scene.senior, &wanted).await.unwrap();
    assert_eq!((other.search, other.cases.len(), other.any), (Search::Lost, 0, true));
    let strange = Wanted { search: Some("AAAA".into()), ..wanted.clone() };
    assert_eq!(page(&scene, &strange).await.search, Search::Lost);
    scene.desk.world.clock.advance(store::review::SEARCH_LIFETIME);
    assert_eq!(page(&scene, &wanted).await.search, Search::Lost);
    assert!(review::keep_search(services, &scene.reviewer, "  ").await.unwrap().is_none());
    assert!(review::keep_search(services, &scene.reviewer, &"字".repeat(101)).await.is_err());
}
