//! A decision is bound to what its maker saw: on a page that the case has left behind nothing is decided, and the page
//! says so.

use domain::{applications::StateKind, permissions::Role};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

const TITLE: &str = "This case has moved on since you opened it";
const NOTHING: &str =
    "Nothing was sent. The page below shows how it stands now; what you wrote is still in the form.";

async fn senior<'w>(tenant: &Tenant<'w>, name: &str) -> Person<'w> {
    tenant.staff(&format!("{name}@harbour.example"), &[Role::SeniorReviewer]).await
}

async fn look(person: &Person<'_>, merchant: &MerchantBuilder<'_>) -> Answer {
    let page = person.browser.get(&person.tenant.at(&format!("/desk/cases/{}", merchant.id))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page
}

async fn decisions(world: &World) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar("select count(*) from decisions").fetch_one(&mut owner).await.expect("a count")
}

/// What a page says of why nothing was done.
fn told(page: &Answer) -> Vec<String> {
    page.texts(".banner").into_iter().filter(|banner| banner.contains(TITLE)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w03_a_decision_from_an_old_page_is_refused_with_what_moved_and_keeps_what_was_written() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let rui = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let (sen, sun) = (senior(&tenant, "sen").await, senior(&tenant, "sun").await);
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&rui).await;

    // While Sen reads, Sun gives the case back, and it is recommended once more.
    let old = look(&sen, &merchant).await;
    let page = look(&sun, &merchant).await;
    let back = [("decision", "return"), ("note", "Look at page 2 again")];
    sun.browser.submit_and_go(&page, "/decide", &back).await;
    let merchant = merchant.recommended_by(&rui).await;
    let (row, before) = (merchant.row().await, decisions(&world).await);
    assert_eq!((row.state.kind(), before), (StateKind::SecondReview, 1));

    let typed = [("decision", "approve"), ("note", "Seen the licence")];
    let refused = sen.browser.submit(&old, "/decide", &typed).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    let banner = told(&refused);
    assert_eq!(banner.len(), 1, "{}", refused.words());
    assert!(banner[0].contains(NOTHING) && banner[0].contains("The case itself went on."), "{banner:?}");
    let form = refused.form("/decide");
    assert!(form.fields.contains(&("note".into(), "Seen the licence".into())), "{form:?}");
    assert!(form.fields.contains(&("decision".into(), "approve".into())), "{form:?}");
    assert_eq!((merchant.row().await.version, decisions(&world).await), (row.version, before));

    // From the page that it came back with it goes through.
    let done = sen.browser.send_form_and_go(&refused, &refused.form("/decide"), &[]).await;
    assert!(told(&done).is_empty(), "{}", done.words());
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_decided_is_not_decided_again_and_a_forged_sight_counts_for_nothing() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let rui = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let (sen, sun) = (senior(&tenant, "sen").await, senior(&tenant, "sun").await);
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&rui).await;
    let (first, second) = (look(&sen, &merchant).await, look(&sun, &merchant).await);

    // Nobody decides without having seen, or on what they made up.
    for seen in ["", "0000", "🂡"] {
        let refused = sen.browser.submit(&first, "/decide", &[("decision", "approve"), ("seen", seen)]).await;
        assert_eq!((refused.status, told(&refused).len()), (409, 1), "{seen}: {}", refused.words());
    }
    assert_eq!((merchant.row().await.state.kind(), decisions(&world).await), (StateKind::SecondReview, 0));

    sen.browser.submit_and_go(&first, "/decide", &[("decision", "approve")]).await;
    let late = [("decision", "reject"), ("reasons", "names_differ")];
    let refused = sun.browser.submit(&second, "/decide", &late).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    assert_eq!(told(&refused).len(), 1, "{}", refused.words());
    assert!(
        refused.forms().iter().all(|form| !form.action.ends_with("/decide")),
        "there is nothing to decide"
    );
    assert_eq!((merchant.row().await.state.kind(), decisions(&world).await), (StateKind::Approved, 1));
    world.run_jobs().await;
}
