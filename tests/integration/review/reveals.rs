//! Masked personal data, shown on purpose: with a reason, for a minute, to whoever asked, and on record.

use domain::permissions::Role;
use services::audit;
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, answers_of},
    world::World,
};
use time::Duration;

const WORDS: &str = "The register has another last digit";

async fn scene(world: &World) -> (MerchantBuilder<'_>, Person<'_>) {
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    (merchant, reviewer)
}

/// What the merchant gave in a section.
fn given(section: &str, field: &str) -> &'static str {
    answers_of(section).iter().find(|(name, _)| *name == field).expect("an answer").1
}

fn at(merchant: &MerchantBuilder<'_>, rest: &str) -> String {
    merchant.owner.tenant.at(&format!("/desk/cases/{}{rest}", merchant.id))
}

/// The page that asks, from the case.
async fn asking(merchant: &MerchantBuilder<'_>, by: &Person<'_>) -> Answer {
    let case = by.browser.get(&at(merchant, "")).await;
    by.browser.get(&case.link("/reveal/representative?fields=id_number")).await
}

/// Has the ID number shown.
async fn reveal(merchant: &MerchantBuilder<'_>, by: &Person<'_>) -> Answer {
    let page = asking(merchant, by).await;
    let fields = [("reason", "look_up"), ("words", WORDS)];
    by.browser.submit(&page, "Show for a minute", &fields).await
}

async fn events(world: &World) -> Vec<String> {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(
        "select convert_from(body, 'utf8') from audit_events where name = 'personal_data.revealed' order by seq",
    )
    .fetch_all(&mut owner)
    .await
    .expect("events")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_is_shown_for_a_minute_and_goes_back_masked_by_itself() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let (number, phone) = (given("representative", "id_number"), given("representative", "phone"));
    let case = reviewer.browser.get(&at(&merchant, "")).await;
    assert!(!case.body.contains(number) && case.body.contains("••••"), "{}", case.words());
    let asked = asking(&merchant, &reviewer).await;
    assert!(!asked.body.contains(number), "{}", asked.words());

    let answer = reveal(&merchant, &reviewer).await;
    let place = answer.location().expect("a way on");
    assert!(!place.contains(number), "nothing of it stands in an address");
    let open = reviewer.browser.get(&place).await;
    assert_eq!(open.status, 200);
    assert!(open.body.contains(number) && !open.body.contains(phone), "{}", open.words());
    assert_eq!(open.headers["cache-control"], "no-store");
    let refresh = open.headers["refresh"].to_str().unwrap().to_owned();
    let (seconds, back) = refresh.split_once("; url=").expect("seconds and a way back");
    assert_eq!(seconds, "61");
    assert_eq!(back, format!("{}?said=reveal-over#section-representative", at(&merchant, "")));

    // It stays while the minute lasts, and the rest of the case stays masked.
    world.clock.advance(Duration::seconds(59));
    let still = reviewer.browser.get(&place).await;
    assert!(still.body.contains(number));
    assert_eq!(still.headers["refresh"].to_str().unwrap().split(';').next(), Some("2"));
    assert!(!reviewer.browser.get(&at(&merchant, "")).await.body.contains(number));
    world.clock.advance(Duration::seconds(1));
    let over = reviewer.browser.send(reviewer.browser.request(reqwest::Method::GET, &place)).await;
    assert_eq!(
        (over.status, over.location()),
        (303, Some(format!("{}?said=reveal-over", at(&merchant, ""))))
    );
    let masked = reviewer.browser.get(&over.location().unwrap()).await;
    assert!(masked.words().contains("The minute is over") && !masked.body.contains(number));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fields_a_reason_and_words_are_demanded_and_nothing_is_shown_without() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let page = asking(&merchant, &reviewer).await;
    for (reason, words) in [("", WORDS), ("curious", WORDS), ("look_up", " ")] {
        let fields = [("reason", reason), ("words", words)];
        let answer = reviewer
            .browser
            .post(
                &at(&merchant, "/reveal/representative"),
                &[&fields[..], &[("fields", "id_number")]].concat(),
            )
            .await;
        assert_eq!(answer.status, 422, "{reason} {words}");
        assert!(!answer.body.contains(given("representative", "id_number")));
    }
    let path = at(&merchant, "/reveal/representative");
    for field in ["name", "unheard_of"] {
        let fields = [("fields", field), ("reason", "look_up"), ("words", WORDS)];
        assert_eq!(reviewer.browser.post(&path, &fields).await.status, 422, "{field} isn't masked");
    }
    // Sections of which nothing is masked have no such page.
    for section in ["business", "channels", "unheard_of"] {
        let answer = reviewer.browser.get(&at(&merchant, &format!("/reveal/{section}"))).await;
        assert_eq!(answer.status, 404, "{section}");
    }
    assert_eq!(page.status, 200);
    assert_eq!(events(&world).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_on_record_with_fields_and_reason_and_never_with_the_value() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let number = given("representative", "id_number");
    let place = reveal(&merchant, &reviewer).await.location().expect("a way on");
    reviewer.browser.get(&place).await;
    let events = events(&world).await;
    assert_eq!(events.len(), 1, "looking again within the minute is the same look");
    for part in
        ["\"fields\":\"id_number\"", "\"reason\":\"look_up\"", "\"section\":\"representative\"", "\"staff\""]
    {
        assert!(events[0].contains(part), "{part}: {}", events[0]);
    }
    assert!(!events[0].contains(number) && !events[0].contains(WORDS), "{}", events[0]);
    let mut owner = world.database.owner().await;
    let plain: i64 =
        sqlx::query_scalar("select count(*) from reveals r where r::text like $1 or r::text like $2")
            .bind(format!("%{number}%"))
            .bind(format!("%{}%", hex::encode(WORDS)))
            .fetch_one(&mut owner)
            .await
            .unwrap();
    assert_eq!(plain, 0, "what was said about it is sealed");

    // The desk and the auditor read it; its merchant doesn't.
    let senior = reviewer.tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let case = senior.browser.get(&at(&merchant, "")).await;
    assert!(case.words().contains("Had masked data shown"), "{}", case.words());
    assert!(case.words().contains("To look it up in a register or at the bank"), "{}", case.words());
    let before = asking(&merchant, &senior).await;
    assert!(
        before.words().contains(WORDS) && before.words().contains("rui@harbour.example"),
        "{}",
        before.words()
    );
    let auditor = reviewer.tenant.staff("aud@harbour.example", &[Role::Auditor]).await;
    let log = auditor.browser.get(&auditor.tenant.at("/console/audit?event=personal_data")).await;
    assert!(log.words().contains("Fields: ID number"), "{}", log.words());
    let told = audit::timeline(&world.services, &merchant.owner.actor().await, merchant.id).await.unwrap();
    assert!(told.iter().all(|entry| !entry.name.starts_with("personal_data")), "{told:?}");
    for page in ["/status", ""] {
        let body = merchant.page(page).await.body;
        assert!(!body.contains("rui@harbour") && !body.contains("masked"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_shown_to_nobody_but_whoever_asked() {
    let world = World::new().await;
    let (merchant, reviewer) = scene(&world).await;
    let place = reveal(&merchant, &reviewer).await.location().expect("a way on");
    let tenant = reviewer.tenant;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    assert_eq!(senior.browser.get(&place).await.status, 404);
    // Nor under another case's address, nor to another tenant's desk.
    let other = tenant.merchant("other@merchant.example").await.filled_in().await.with_papers().await;
    let other = other.submitted().await;
    let reveal = place.rsplit('/').next().unwrap();
    let elsewhere = at(&other, &format!("/revealed/{reveal}"));
    assert_eq!(reviewer.browser.get(&elsewhere).await.status, 404);
    let haven = world.tenant("haven").await;
    let stranger = haven.staff("rui@haven.example", &[Role::Reviewer]).await;
    for path in [
        format!("/desk/cases/{}/revealed/{reveal}", merchant.id),
        format!("/desk/cases/{}/reveal/bank", merchant.id),
    ] {
        assert_eq!(stranger.browser.get(&haven.at(&path)).await.status, 404, "{path}");
    }
    // Who once stood on its side has no such case.
    reviewer.join_merchant(merchant.merchant().await, Role::Papers).await;
    assert_eq!(reviewer.browser.get(&place).await.status, 404);
}
