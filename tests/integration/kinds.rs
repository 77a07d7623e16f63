//! Each kind of merchant, all the way by pages and forms, as a browser without JavaScript does; and what its answers
//! call for.

mod desk;
pub(crate) mod portfolio;

use domain::permissions::Role;
use portfolio::{
    CORPORATION, ENTERPRISE, GMBH, HONG_KONG, INDIVIDUAL, INSTITUTION, LIMITED, LLC, MICRO, Portfolio,
    SINGAPORE,
};
use services::review::{self, Wanted};
use store::review::Shelf;
use tests::{
    browser::Answer,
    builders::{Person, jpeg, pdf},
    desk::{Mark, judge, send_back},
    world::World,
};
use time::macros::datetime;

/// Somebody who applies for a merchant of a kind.
struct Applicant<'w> {
    person: Person<'w>,
    portfolio: &'static Portfolio,
    /// The path of the application.
    path: String,
}

impl<'w> Applicant<'w> {
    async fn start(world: &'w World, portfolio: &'static Portfolio) -> Self {
        let person = world.tenant("harbour").await.person("owner@merchant.example").await;
        let page = person.browser.get(&person.tenant.at("/applications/start")).await;
        let tasks = person.browser.submit_and_go(&page, "Start", &[("kind", portfolio.kind)]).await;
        Self { person, portfolio, path: tasks.path }
    }

    async fn look(&self, rest: &str) -> Answer {
        let page = self.person.browser.get(&format!("{}{rest}", self.path)).await;
        assert_eq!(page.status, 200, "{rest}: {}", page.words());
        page
    }

    async fn send(&self, section: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.look(&format!("/sections/{section}")).await;
        self.person.browser.submit(&page, "Save and continue", fields).await
    }

    /// Answers a section as the portfolio says.
    async fn answer(&self, section: &str) {
        let answer = self.send(section, self.portfolio.fields(section)).await;
        assert_eq!(answer.status, 303, "{section}: {}", answer.complaints());
        // What the answer calls for comes next; after one of several the list offers one more.
        let next = self.portfolio.sections.iter().skip_while(|(code, _)| *code != section).nth(1);
        if let Some((next, _)) = next.filter(|_| !section.contains('.')) {
            let led = answer.location().expect("a location");
            assert!(led.contains(&format!("/sections/{next}?")), "{section} leads to {led}, not to {next}");
        }
    }

    async fn fill_in(&self) {
        for (section, _) in &self.portfolio.sections {
            let tasks = self.look("").await;
            assert!(tasks.body.contains(&format!("/sections/{section}\"")), "{section} isn't on the list");
            self.answer(section).await;
        }
    }

    async fn give(&self, paper: &str, number: u32) {
        let page = self.look("/papers").await;
        let form = page.form(&format!("send-{paper}"));
        let (name, bytes) = match number % 2 {
            0 => ("paper.pdf", pdf(&format!("Paper {number}"))),
            _ => ("paper.jpg", jpeg(number)),
        };
        let answer = self.person.browser.send_file(&page, &form, name, bytes).await;
        assert_eq!(answer.status, 303, "{paper}: {}", answer.complaints());
    }

    async fn give_papers(&self) {
        for (number, paper) in (1..).zip(&self.portfolio.papers) {
            self.give(paper, number).await;
        }
        self.person.tenant.world.run_jobs().await;
    }

    /// Hands it in; the page of where it stands.
    async fn hand_in(&self) -> Answer {
        let check = self.look("/check").await;
        let status = self.person.browser.send_form_and_go(&check, &check.main_form(), &[]).await;
        self.person.tenant.world.run_jobs().await;
        status
    }

    /// The case as a reviewer sees it.
    async fn case(&self) -> Answer {
        let reviewer = self.person.tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
        let id = self.path.rsplit('/').next().expect("an id");
        let page = reviewer.browser.get(&self.person.tenant.at(&format!("/desk/cases/{id}"))).await;
        assert_eq!(page.status, 200, "{}", page.words());
        page
    }
}

async fn comes_before_the_desk<'w>(world: &'w World, portfolio: &'static Portfolio) -> Applicant<'w> {
    let applicant = Applicant::start(world, portfolio).await;
    applicant.fill_in().await;
    let asked = applicant.look("/papers").await;
    for paper in &portfolio.papers {
        assert!(
            asked.forms().iter().any(|form| form.id == format!("send-{paper}")),
            "{paper} isn't asked for"
        );
    }
    applicant.give_papers().await;
    let status = applicant.hand_in().await;
    assert!(status.path.contains("/status"), "{}", status.words());
    let case = applicant.case().await;
    assert_eq!(case.texts("a.page-picture img").len(), portfolio.papers.len(), "{}", case.words());
    for sealed in &portfolio.sealed {
        assert!(!case.body.contains(sealed) && !status.body.contains(sealed), "{sealed} stands on a page");
    }
    applicant
}

/// From the desk over changes requested and a second handing in, approval by two, the channel's yes and the right that
/// two opened, to a live credential that the API accepts.
async fn goes_all_the_way(portfolio: &'static Portfolio) {
    let world = World::new().await;
    let applicant = comes_before_the_desk(&world, portfolio).await;
    let tenant = applicant.person.tenant;
    let desk = desk::Desk::of(&applicant.person, &applicant.path).await;
    desk.sends_back("field:scenes:goods", "Say which teas.").await;
    world.run_jobs().await;
    let changes = applicant.look("").await;
    assert!(changes.words().contains("Say which teas."), "{}", changes.words());
    let again = applicant.send("scenes", &[("goods", "Green and black tea")]).await;
    assert_eq!(again.status, 303, "{}", again.complaints());
    let status = applicant.hand_in().await;
    assert!(status.path.contains("/status"), "{}", status.words());

    desk.approves().await;
    let channel = desk.hears_a_yes().await;
    desk.opens_live_keys().await;
    world.run_jobs().await;

    let browser = &applicant.person.browser;
    let page = browser.get(&tenant.at("/credentials/new")).await;
    let fields = [("environment", "live"), ("label", "Checkout")];
    let list = browser.send_form_and_go(&page, &page.main_form(), &fields).await;
    let drawn = browser.submit(&list, "/draw", &[]).await;
    let secret = drawn.attribute("input#secret", "value").expect("the secret");
    assert!(secret.starts_with("gw_live_"), "{secret}");
    world.run_jobs().await;
    let (status, me) = crate::journey::who_am_i(&world, &secret).await;
    assert_eq!((status, me["environment"].as_str()), (200, Some("live")), "{me}");
    assert_eq!(me["channels"], serde_json::json!([channel]), "{me}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chinese_enterprise_goes_all_the_way() {
    goes_all_the_way(&ENTERPRISE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chinese_individual_business_goes_all_the_way() {
    goes_all_the_way(&INDIVIDUAL).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_american_llc_goes_all_the_way() {
    goes_all_the_way(&LLC).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chinese_institution_goes_all_the_way() {
    goes_all_the_way(&INSTITUTION).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_micro_merchant_goes_all_the_way() {
    goes_all_the_way(&MICRO).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_company_of_hong_kong_goes_all_the_way() {
    goes_all_the_way(&HONG_KONG).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_company_of_singapore_goes_all_the_way() {
    goes_all_the_way(&SINGAPORE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_german_gmbh_goes_all_the_way() {
    goes_all_the_way(&GMBH).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_british_limited_company_goes_all_the_way() {
    goes_all_the_way(&LIMITED).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_american_corporation_goes_all_the_way() {
    goes_all_the_way(&CORPORATION).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn districts_come_with_their_city_and_nothing_is_saved_for_asking() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    let page = applicant.look("/sections/business").await;
    assert!(!page.body.contains("value=\"440305\""), "no district before its city");
    let fields = [("place_city", "4403"), ("legal_name", "海风"), ("then", "choices")];
    let shown = applicant.person.browser.submit(&page, "Save and continue", &fields).await;
    assert_eq!(shown.status, 200);
    assert!(
        shown.body.contains("value=\"440305\"") && shown.body.contains("value=\"海风\""),
        "{}",
        shown.words()
    );
    assert!(shown.texts(".error-summary").is_empty());
    assert!(!applicant.look("/sections/business").await.body.contains("海风"), "nothing was saved");
    let wrong = [("place_city", "4403"), ("place_district", "110105")];
    let answer = applicant.send("business", &wrong).await;
    assert!(
        answer.status == 422 && answer.words().contains("Choose the district"),
        "{}",
        answer.complaints()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_taken_away_takes_their_papers_along() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    applicant.answer("beneficial_owner.1").await;
    let page = applicant.look("/sections/beneficial_owner.1").await;
    assert!(!page.body.contains("value=\"remove\""), "there must be one");
    applicant.answer("beneficial_owner.2").await;
    applicant.give("owner_id_front.2", 1).await;
    world.run_jobs().await;
    let page = applicant.look("/sections/beneficial_owner.2").await;
    let stale = [("version", "0"), ("then", "remove")];
    let answer = applicant.person.browser.submit(&page, "Save and continue", &stale).await;
    assert_eq!(answer.status, 303);
    assert!(
        applicant.look("").await.body.contains("/sections/beneficial_owner.2"),
        "an old page takes nothing away"
    );
    let answer = applicant.person.browser.submit(&page, "Save and continue", &[("then", "remove")]).await;
    assert_eq!(answer.status, 303);
    world.run_jobs().await;
    let tasks = applicant.look("").await;
    assert!(!tasks.body.contains("Ada Møller"), "{}", tasks.words());
    let form = applicant.look("/sections/beneficial_owner.2").await;
    assert!(!form.body.contains("Møller"), "what is begun anew is empty");
    let mut owner = world.database.owner().await;
    let kept: i64 = sqlx::query_scalar("select count(*) from document_versions where blob_key is not null")
        .fetch_one(&mut owner)
        .await
        .expect("a count");
    let found: i64 =
        sqlx::query_scalar("select count(*) from fingerprints where section = 'beneficial_owner.2'")
            .fetch_one(&mut owner)
            .await
            .expect("a count");
    assert_eq!((kept, found), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_isnt_asked_any_more_never_comes_before_the_desk() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    applicant.fill_in().await;
    applicant.give_papers().await;
    let changed = [("is", "representative"), ("email", "office@haifeng.example")];
    assert_eq!(applicant.send("applicant", &changed).await.status, 303);
    applicant.hand_in().await;
    let case = applicant.case().await;
    assert!(!case.body.contains("林小满"), "the agent is no part of it");
    assert_eq!(case.texts("a.page-picture img").len(), ENTERPRISE.papers.len() - 3, "{}", case.words());
}

/// An answer that the desk wanted changed calls for a person and their papers: they can be given, and nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_changed_answer_calls_for_is_open_too() {
    let world = World::new().await;
    let applicant = comes_before_the_desk(&world, &INDIVIDUAL).await;
    let reviewer = applicant.person.tenant.staff("sen.rui@harbour.example", &[Role::Reviewer]).await;
    let (actor, path) = (reviewer.actor().await, applicant.path.clone());
    let id = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    review::claim(&world.services, &actor, id).await.expect("it is claimed");
    let mark = Mark::sent_back("field:applicant:is", "incomplete", "Who are you?");
    judge(&world.services, &actor, id, &mark).await;
    send_back(&world.services, &actor, id).await;
    world.run_jobs().await;
    world.clock.advance(time::Duration::minutes(10));

    let new = ["agent_id_front", "agent_id_back", "letter_of_authority"];
    let offered = async || {
        let page = applicant.look("/papers").await;
        let forms = page.forms().into_iter().map(|form| form.id);
        forms.filter(|id| id.starts_with("send-")).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(offered().await.is_empty(), "nothing is sent before it is called for");
    let answer = applicant.send("applicant", &[("is", "agent")]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    assert!(applicant.look("/check").await.words().contains("can’t be handed in yet"));
    assert_eq!(applicant.send("agent", ENTERPRISE.fields("agent")).await.status, 303);
    // Until it is handed in it can be put right.
    assert_eq!(applicant.send("agent", &[("name", "林晓满")]).await.status, 303);
    assert_eq!(offered().await, new.map(|paper| format!("send-{paper}")).into());
    for (number, paper) in (101..).zip(new) {
        applicant.give(paper, number).await;
    }
    world.run_jobs().await;
    let bank = format!("{}/sections/bank", applicant.path);
    let closed = applicant.person.browser.post(&bank, &[("bank_name", "中国银行"), ("version", "1")]).await;
    assert_eq!(closed.status, 409, "{}", closed.words());
    let status = applicant.hand_in().await;
    assert!(status.path.contains("/status"), "{}", status.words());
    let case = reviewer.browser.get(&reviewer.tenant.at(&format!("/desk/cases/{id}"))).await;
    assert!(case.body.contains("林晓满"), "{}", case.words());
    assert_eq!(case.texts("a.page-picture img").len(), INDIVIDUAL.papers.len() + new.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_application_keeps_the_rules_it_was_started_under() {
    let world = World::new().await;
    world.clock.set(datetime!(2026-11-23 02:00 UTC));
    let early = Applicant::start(&world, &ENTERPRISE).await;
    world.clock.set(datetime!(2026-11-24 02:00 UTC));
    early.person.sign_in().await;
    let tasks = early.look("").await;
    assert!(
        !tasks.body.contains("beneficial_owner") && tasks.body.contains("/sections/bank"),
        "{}",
        tasks.words()
    );
    let later = early.person.tenant.person("later@merchant.example").await;
    let page = later.browser.get(&later.tenant.at("/applications/start")).await;
    let tasks = later.browser.submit_and_go(&page, "Start", &[("kind", "cn-enterprise")]).await;
    assert!(tasks.body.contains("beneficial_owner.1"), "{}", tasks.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_company_is_found_by_the_name_it_trades_under_and_the_address_it_is_written_to() {
    let world = World::new().await;
    let applicant = comes_before_the_desk(&world, &LLC).await;
    let reader = applicant.person.tenant.staff("sol@harbour.example", &[Role::Reviewer]).await.actor().await;
    for (typed, count) in [
        ("blue lantern", 1),
        ("Ann@HarborTea.example", 1),
        ("91-1144442", 1),
        ("ann@harbortea", 0),
        ("First Harbor", 0),
    ] {
        let search = review::keep_search(&world.services, &reader, typed).await.expect("kept");
        let wanted = Wanted { search, ..Wanted::on(Shelf::Waiting) };
        let found = review::queue(&world.services, &reader, &wanted).await.expect("a page").cases;
        assert_eq!(found.len(), count, "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channels_consent_goes_with_the_wish_for_it_and_nothing_is_handed_in_without_one() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    applicant.fill_in().await;
    applicant.give_papers().await;
    let standing = async |kind: &str| {
        let sql = "select count(*) from consents where kind = $1 and withdrawn_at is null";
        let mut owner = world.database.owner().await;
        sqlx::query_scalar::<_, i64>(sql).bind(kind).fetch_one(&mut owner).await.expect("a count")
    };
    assert_eq!((standing("consent-receiver-paypal").await, standing("consent-abroad").await), (1, 1));
    // Without the wish there is no consent to it, and none is asked for.
    assert_eq!(applicant.send("channels", &[("wanted", "alipay")]).await.status, 303);
    assert_eq!((standing("consent-receiver-paypal").await, standing("consent-abroad").await), (0, 0));
    assert_eq!(standing("consent-receiver-alipay").await, 1);
    let list = applicant.look("/consents").await;
    assert!(!list.words().contains("Missing:"), "{}", list.words());
    // Wanted again, it is to be given again.
    let both = [("wanted", "alipay"), ("wanted", "paypal")];
    assert_eq!(applicant.send("channels", &both).await.status, 303);
    let check = applicant.look("/check").await;
    assert!(check.words().contains("can’t be handed in yet"), "{}", check.words());
    applicant.answer("consents").await;
    assert_eq!((standing("consent-receiver-paypal").await, standing("consent-abroad").await), (1, 1));
    // One that is gone although its answer stands keeps it from being handed in.
    let check = applicant.look("/check").await;
    let mut owner = world.database.owner().await;
    let gone =
        "update consents set withdrawn_at = given_at where kind = 'consent-abroad' and withdrawn_at is null";
    sqlx::query(gone).execute(&mut owner).await.expect("it is gone");
    let refused = applicant.person.browser.send_form(&check, &check.main_form(), &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    applicant.answer("consents").await;
    let status = applicant.hand_in().await;
    assert!(status.path.contains("/status"), "{}", status.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_taken_back_while_its_channel_isnt_wanted_is_asked_for_anew() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    applicant.fill_in().await;
    // As it stood before consents went with the wish for their channel.
    let mut owner = world.database.owner().await;
    let unticked = "insert into sections (tenant_id, application_id, code, version, plain, saved_by, saved_at)
                    select tenant_id, application_id, code, version + 1, '{\"wanted\": \"alipay\"}', saved_by, saved_at
                    from sections where code = 'channels'";
    sqlx::query(unticked).execute(&mut owner).await.expect("unticked");
    let list = applicant.look("/consents").await;
    let consents = tests::crawl::links(&list);
    let browser = &applicant.person.browser;
    for path in consents.iter().filter(|path| path.contains("/consents/")) {
        let one = browser.get(path).await;
        if one.words().contains("PayPal") {
            browser.submit_and_go(&one, "Withdraw", &[]).await;
        }
    }
    let both = [("wanted", "alipay"), ("wanted", "paypal")];
    assert_eq!(applicant.send("channels", &both).await.status, 303);
    let form = applicant.look("/sections/consents").await;
    assert!(form.attribute("input[name=receiver_paypal]", "checked").is_none(), "{}", form.body);
    assert!(form.attribute("input[name=receiver_alipay]", "checked").is_some(), "{}", form.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_contradicts_is_flagged_on_the_form_and_on_the_case() {
    let world = World::new().await;
    let applicant = Applicant::start(&world, &ENTERPRISE).await;
    applicant.fill_in().await;
    applicant.give_papers().await;
    let doubts = [
        ("bank", ("bank_name", "中国工商银行"), "The number belongs to another bank"),
        ("beneficial_owner.2", ("who", "representative"), "The legal representative stands here twice"),
    ];
    for (section, field, words) in doubts {
        assert_eq!(applicant.send(section, &[field]).await.status, 303, "a doubt is kept");
        let form = applicant.look(&format!("/sections/{section}")).await;
        assert!(form.words().contains(words), "{section}: {}", form.words());
    }
    let status = applicant.hand_in().await;
    assert!(status.path.contains("/status"), "{}", status.words());
    let case = applicant.case().await;
    for (section, _, words) in doubts {
        assert!(case.words().contains(words), "{section}: {}", case.words());
    }
    // What holds says so: an ID by the rule of its kind.
    let held = case.texts("#section-representative .marks");
    assert!(held.iter().any(|mark| mark.contains("Form and check digit hold")), "{held:?}");
}
