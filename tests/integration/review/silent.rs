//! What the desk does with a case beside judging it leaves no trace on any merchant-facing surface; and over HTTP it
//! goes as it does in the services.

use domain::permissions::Role;
use services::screening;
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// What no merchant may come across.
const CANARY: &str = "CANARY-for-the-desk";

async fn submitted<'w>(tenant: &Tenant<'w>, email: &str) -> MerchantBuilder<'w> {
    tenant.merchant(email).await.filled_in().await.with_papers().await.submitted().await
}

/// Goes to a page of the desk and sends its form; gives the page it leads to.
async fn send(person: &Person<'_>, path: &str, button: &str, fields: &[(&str, &str)]) -> Answer {
    let page = person.browser.get(path).await;
    let answer = person.browser.submit(&page, button, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.complaints());
    person.browser.get(&answer.location().expect("a location")).await
}

/// What its merchant sees of an application everywhere, but for what every page draws anew.
async fn surfaces(merchant: &MerchantBuilder<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for path in [merchant.at(""), merchant.at("/status"), merchant.owner.tenant.at("/home")] {
        let page = merchant.owner.browser.get(&path).await;
        let nonce = page.attribute("script[nonce]", "nonce").unwrap_or_default();
        let body = if nonce.is_empty() { page.body.clone() } else { page.body.replace(&nonce, "NONCE") };
        all.push(format!("{} {body}", page.status));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn giving_putting_off_handing_up_and_searching_show_nowhere() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let admin = tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    let merchant = submitted(&tenant, "lin@haifeng.example").await;
    let (before, mails) = (surfaces(&merchant).await, world.mailbox.list(1000).expect("mails").len());
    let case = tenant.at(&format!("/desk/cases/{}", merchant.id));
    let at = |act: &str| format!("{case}/{act}");

    for typed in ["11010519491231002X", "lin@haifeng.example", "海风"] {
        let found = send(&reviewer, &tenant.at("/desk"), "Search", &[("q", typed)]).await;
        assert_eq!(found.texts("tbody tr").len(), 1, "{typed}: {}", found.words());
    }
    // Somebody of it is on a list, and people say so.
    let (services, by) = (&world.services, admin.actor().await);
    let list = screening::Import {
        source: "cn_pboc".into(),
        dated: "2026-11-20".into(),
        file: "name,reference\n买买提艾力,1\n".into(),
        ..screening::Import::default()
    };
    let file = screening::import(services, &by, list).await.expect("an import").expect("a sound file");
    screening::confirm(services, &by, file).await.expect("it counts");
    world.run_jobs().await;
    let page = reviewer.browser.get(&tenant.at("/desk/hits")).await;
    let hit = page.attribute("tbody a", "href").expect("an open hit");
    let word = [("verdict", "same"), ("reason", CANARY)];
    let page = send(&reviewer, &hit, "Decide", &word).await;
    assert!(page.words().contains("Your word is kept. Another reviewer is needed."), "{}", page.words());
    let page = send(&senior, &hit, "Decide", &word).await;
    assert!(page.words().contains("The hit is decided."), "{}", page.words());
    assert_eq!(merchant.owner.browser.get(&hit).await.status, 403);

    let page = send(&senior, &at("assign"), "Give the case", &[("to", &reviewer.id.to_string())]).await;
    assert!(page.words().contains("The case was given."), "{}", page.words());
    let page = send(&reviewer, &at("snooze"), "Put it off", &[]).await;
    assert!(page.words().contains("Put off until 1 Dec 2026, 09:00"), "{}", page.words());
    let page = reviewer.browser.submit_and_go(&page, "/resume", &[]).await;
    assert!(page.words().contains("The case is yours again."), "{}", page.words());
    let page = send(&reviewer, &at("escalate"), "Hand it up", &[("reason", CANARY)]).await;
    assert!(page.words().contains("With the senior reviewers"), "{}", page.words());
    let page = send(&senior, &case, "/claim", &[]).await;
    assert!(page.words().contains(CANARY), "{}", page.words());
    let page = send(&senior, &at("hand-back"), "Hand it back", &[("answer", CANARY)]).await;
    assert!(page.words().contains("Answered by sen@harbour.example"), "{}", page.words());
    world.run_jobs().await;

    assert_eq!(surfaces(&merchant).await, before);
    assert_eq!(world.mailbox.list(1000).expect("mails").len(), mails, "nobody is told of it");
    // Nor is anything of it the owner's to ask for.
    for act in ["assign", "snooze", "escalate", "hand-back"] {
        assert_eq!(merchant.owner.browser.get(&at(act)).await.status, 403, "{act}");
    }
    let answer = merchant.owner.browser.post(&tenant.at("/desk/search"), &[("q", "海风")]).await;
    assert_eq!(answer.status, 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_cases_are_given_from_the_queue_and_each_that_is_not_says_why() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let first = submitted(&tenant, "one@merchant.example").await;
    let second = submitted(&tenant, "two@merchant.example").await.recommended_by(&reviewer).await;
    let queue = tenant.at("/desk?state=open");
    let (to, one, two) = (reviewer.id.to_string(), first.id.to_string(), second.id.to_string());

    let page = senior.browser.get(&queue).await;
    assert_eq!(page.texts("input[form=give]").len(), 2, "{}", page.words());
    let none = senior.browser.submit(&page, "Give the chosen cases", &[("to", &to)]).await;
    assert_eq!(none.status, 422);
    assert!(none.words().contains("Choose at least one case"), "{}", none.words());
    let mut fields = page.form("Give the chosen cases").filled_in(&[("to", &to), ("case", &one)]);
    fields.push(("case".into(), two.clone()));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let report = senior.browser.post(&tenant.at("/desk/assign"), &fields).await;
    assert_eq!(report.status, 409);
    let rows = report.texts("tbody tr");
    assert_eq!(rows.len(), 2, "{}", report.words());
    let row_of = |number: &str| rows.iter().find(|row| row.contains(number)).expect("a row").clone();
    assert!(row_of(&first.row().await.case_number).contains("Given"), "{rows:?}");
    assert!(row_of(&second.row().await.case_number).contains("This person recommended it"), "{rows:?}");
    assert_eq!(first.row().await.desk.holder(), Some(reviewer.id));
    assert!(report.body.contains("/t/harbour/desk?state=open"), "the way back keeps the filters");
    // The reviewer's own queue has no such boxes.
    let page = reviewer.browser.get(&queue).await;
    assert!(page.texts("input[form=give]").is_empty() && !page.body.contains("/desk/assign"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_deactivated_in_mid_case_leaves_it_to_the_others() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let leaver = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let admin = tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    let held = submitted(&tenant, "one@merchant.example").await;
    let off = submitted(&tenant, "two@merchant.example").await;
    let advised = submitted(&tenant, "three@merchant.example").await.recommended_by(&leaver).await;
    let case = |merchant: &MerchantBuilder<'_>| tenant.at(&format!("/desk/cases/{}", merchant.id));
    for merchant in [&held, &off] {
        send(&leaver, &case(merchant), "/claim", &[]).await;
    }
    send(&leaver, &format!("{}/snooze", case(&off)), "Put it off", &[]).await;

    let page = tenant.at(&format!("/console/staff/{}", leaver.id));
    let page = admin.browser.get(&page).await;
    admin.browser.submit_and_go(&page, "/deactivate", &[]).await;
    world.run_jobs().await;
    // Whatever the leaver still has open leads nowhere.
    let late = leaver.browser.post(&format!("{}/release", case(&held)), &[]).await;
    assert!([401, 403, 404].contains(&late.status), "{}", late.status);
    let waiting = senior.browser.get(&tenant.at("/desk")).await;
    assert_eq!(waiting.texts("tbody tr").len(), 3, "{}", waiting.words());
    for merchant in [&held, &off] {
        let page = send(&senior, &case(merchant), "/claim", &[]).await;
        assert!(page.words().contains("The case is yours."), "{}", page.words());
    }
    let page = senior.browser.get(&case(&advised)).await;
    assert!(page.words().contains("no longer works here"), "{}", page.words());
    let decided = senior.browser.submit(&page, "/decide", &[("decision", "approve")]).await;
    assert_eq!(decided.status, 303, "{}", decided.complaints());
    world.run_jobs().await;
}
