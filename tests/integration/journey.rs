//! The whole way of a merchant, as people walk it in a browser without JavaScript, in both languages: registered,
//! confirmed, applied, looked at by two people, approved, and at the end a secret that opens the API, shown once.

mod mails;
pub(crate) mod secret;
mod walk;

use domain::permissions::Role;
use tests::{browser::Browser, builders::Person, world::World};
use walk::Applicant;

/// A language, as a browser asks for it and as pages and mails say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    English,
    Chinese,
}

impl Tongue {
    const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    fn browser(self, world: &World) -> Browser {
        match self {
            Self::English => world.browser(),
            Self::Chinese => world.browser().in_chinese(),
        }
    }
}

/// What came of a walk.
struct Walked<'w> {
    applicant: Applicant<'w>,
    reviewer: Person<'w>,
    senior: Person<'w>,
    /// What people call the application.
    case_number: String,
    /// The one answer that showed it held this.
    secret: String,
}

async fn walk(world: &World, tongue: Tongue) -> Walked<'_> {
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;

    let (applicant, sign_in) = Applicant::register(tenant, tongue).await;
    let home = applicant.sign_in(&sign_in).await;
    let tasks = applicant.start(&home).await;
    applicant.fill_in(&tasks).await;
    applicant.send_papers(&tasks).await;
    let status = applicant.hand_in(&tasks).await;
    let case_number = walk::number_of(&status);

    walk::claim(&reviewer, &case_number).await;
    walk::recommend(&reviewer, &case_number).await;
    walk::nobody_decides_alone(&reviewer, &case_number).await;
    walk::approve(&senior, &case_number).await;

    let credentials = applicant.make_credential(&status).await;
    let secret = applicant.draw(&credentials).await;
    Walked { applicant, reviewer, senior, case_number, secret }
}

/// Asks the API who a secret speaks for.
pub(crate) async fn who_am_i(world: &World, secret: &str) -> (u16, serde_json::Value) {
    let url = format!("{}/api/v1/me", world.base_url);
    let answer = reqwest::Client::new().get(url).bearer_auth(secret).send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, answer.json().await.expect("an answer in JSON"))
}

async fn is_walked(tongue: Tongue) {
    let world = World::new().await;
    let walked = walk(&world, tongue).await;
    let secret = walked.secret.as_str();

    let (status, me) = who_am_i(&world, secret).await;
    assert_eq!(status, 200, "{me}");
    assert_eq!((me["tenant"].as_str(), me["environment"].as_str()), (Some("harbour"), Some("test")), "{me}");
    assert_eq!(me["label"].as_str(), Some("收银台 1"), "{me}");
    let number = me["merchant_number"].as_str().expect("the merchant's number");
    let status_page = walked.applicant.status().await;
    assert!(status_page.words().contains(number), "{number} on {}", status_page.words());

    // One character else, and it opens nothing.
    let last = if secret.ends_with('0') { '1' } else { '0' };
    let wrong = format!("{}{last}", &secret[..secret.len() - 1]);
    assert_eq!(who_am_i(&world, &wrong).await.0, 401);

    walked.applicant.draws_no_second_time(secret).await;
    assert_eq!(who_am_i(&world, secret).await.0, 200, "the first secret still speaks");
    mails::all_were_sent(&walked, tongue);
    secret::is_nowhere_else(&world, &walked).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_way_in_english() {
    is_walked(Tongue::English).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_way_in_chinese() {
    is_walked(Tongue::Chinese).await;
}
