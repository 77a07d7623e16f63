//! Answers and their files.

use super::{scene, states};
use crate::journey::secret::tables_with;
use domain::credentials::Environment;
use services::{
    ServiceError,
    channels::{self, AnswerInput},
};
use tests::{builders::pdf, crawl::crawl, world::World};

/// What no merchant may come across.
const CANARY: &str = "CANARY-suspected-shell-company";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_channels_words_are_kept_as_they_stand_and_are_the_staffs_alone() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let typed = AnswerInput {
        answer: "no".into(),
        number: "2088-CANARY".into(),
        state: "REFUSED_RISK".into(),
        words: format!("{CANARY}\n第二行 "),
        ..AnswerInput::default()
    };
    scene.merchant.answered_with(&scene.reviewer, "alipay", typed).await;
    scene.merchant.answered(&scene.reviewer, "wechat_pay", "yes").await;
    world.run_jobs().await;
    assert_eq!(states(&scene.merchant).await, ["alipay refused", "wechat_pay effective"]);
    // Sealed at rest.
    for words in [CANARY, "2088-CANARY", "REFUSED_RISK"] {
        assert_eq!(tables_with(&world, words).await, Vec::<String>::new(), "{words}");
    }
    let desk = scene.tenant.at(&format!("/desk/cases/{}/channels", scene.merchant.id));
    let page = scene.reviewer.browser.get(&desk).await;
    let words = page.texts(".typed");
    assert!(
        words.contains(&format!("{CANARY} 第二行")) && words.contains(&"2088-CANARY".to_owned()),
        "{words:?}"
    );

    // The case's timeline can be read for channels alone.
    let case = scene.tenant.at(&format!("/desk/cases/{}", scene.merchant.id));
    let case = scene.reviewer.browser.get(&case).await;
    let alone = scene.reviewer.browser.get(&case.link("kind=channel")).await;
    let happened = alone.text("#timeline").expect("a timeline");
    assert!(happened.contains("Recorded what a channel answered") && happened.contains("Channel in force"));
    assert!(!happened.contains("Handed in"), "{happened}");

    // The merchant reads where it stands, on its own page, and nothing of the words anywhere.
    let status = scene.merchant.page("/status").await;
    let own = scene.merchant.owner.browser.get(&status.link("/channels")).await;
    assert!(own.words().contains("Refused") && own.words().contains("In force"), "{}", own.words());
    let starts = ["/t/harbour/home", "/t/harbour/credentials"].map(str::to_owned);
    let pages = crawl(&scene.merchant.owner.browser, &starts, &["/mailbox"]).await;
    assert!(pages.contains_key(&status.link("/channels")), "a link leads there");
    for (path, page) in pages {
        assert!(!page.answer.body.contains("CANARY") && !page.answer.body.contains("REFUSED_RISK"), "{path}");
    }
    for mail in world.mailbox.list(1000).expect("mails") {
        assert!(!mail.text.contains("CANARY"), "{}", mail.subject);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn number_state_words_and_day_are_recorded_by_a_form_and_shown_with_who_recorded_them() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let browser = &scene.reviewer.browser;
    let path = scene.tenant.at(&format!("/desk/cases/{}/channels", scene.merchant.id));
    let page = browser.get(&path).await;
    let form = browser.get(&page.link("/channels/alipay/live")).await;
    let typed = [
        ("answer", "yes"),
        ("number", "2088 1234"),
        ("state", "APPLYMENT_STATE_FINISHED"),
        ("words", "审核通过"),
        ("on_year", "2026"),
        ("on_month", "11"),
        ("on_day", "27"),
    ];
    // A day that is still to come is none on which a channel answered.
    let early = typed.map(|(name, value)| if name == "on_day" { (name, "31") } else { (name, value) });
    let refused = browser.submit(&form, "Record", &early).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    let mut tomorrow = typed;
    (tomorrow[5].1, tomorrow[6].1) = ("12", "1");
    let refused = browser.submit(&form, "Record", &tomorrow).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert_eq!(states(&scene.merchant).await, ["alipay requested", "wechat_pay requested"]);

    let page = browser.submit_and_go(&form, "Record", &typed).await;
    world.run_jobs().await;
    assert_eq!(states(&scene.merchant).await, ["alipay effective", "wechat_pay requested"]);
    let rows = page.texts("li[id^='answer-'] .summary-row");
    for (what, said) in [
        ("Date of the answer", "27 Nov 2026"),
        ("Recorded by", "rui@harbour.example 30 Nov 2026, 10:00"),
        ("The channel’s number", "2088 1234"),
        ("The channel’s state, word for word", "APPLYMENT_STATE_FINISHED"),
        ("The channel’s words", "审核通过"),
    ] {
        assert!(rows.contains(&format!("{what} {said}")), "{what}: {rows:?}");
    }
    let day = "select count(*) from channel_answers where channel = 'alipay' and state = 'effective'
               and answered_on = '2026-11-27'";
    let mut owner = world.database.owner().await;
    let kept: i64 = sqlx::query_scalar(day).fetch_one(&mut owner).await.expect(day);
    assert_eq!(kept, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_does_not_fit_or_comes_second_is_refused() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (services, actor) = (&world.services, scene.reviewer.actor().await);
    let at = ("alipay", Environment::Live);
    let on = services.now().date().to_string();
    let input =
        AnswerInput { version: 1, answer: "yes".into(), state: "OK".into(), on, ..AnswerInput::default() };
    channels::record(services, &actor, scene.merchant.id, at, &input).await.expect("recorded");
    let stale = channels::record(services, &actor, scene.merchant.id, at, &input).await;
    assert!(matches!(stale, Err(ServiceError::Conflict("error-stale"))), "{stale:?}");
    let again = AnswerInput { version: 2, answer: "no".into(), ..input.clone() };
    let unfit = channels::record(services, &actor, scene.merchant.id, at, &again).await;
    assert!(matches!(unfit, Err(ServiceError::Conflict("channels-why-not-now"))), "{unfit:?}");
    let unknown =
        channels::record(services, &actor, scene.merchant.id, ("paypal", Environment::Live), &input).await;
    assert!(matches!(unknown, Err(ServiceError::NotFound)), "{unknown:?}");
    let owner = scene.merchant.owner.actor().await;
    let own = channels::record(services, &owner, scene.merchant.id, at, &again).await;
    assert!(matches!(own, Err(ServiceError::Forbidden)), "{own:?}");
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_a_channel_stands_in_the_list_until_it_answers() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let list = async |query: &str| {
        let page = scene.reviewer.browser.get(&scene.tenant.at(&format!("/desk/channels{query}"))).await;
        page.texts("tbody tr").len()
    };
    assert_eq!((list("").await, list("?channel=alipay").await), (2, 1));
    scene.merchant.answered(&scene.reviewer, "alipay", "working").await;
    assert_eq!(list("").await, 2, "the ball is still the channel's");
    scene.merchant.answered(&scene.reviewer, "alipay", "yes").await;
    world.run_jobs().await;
    assert_eq!((list("").await, list("?channel=alipay").await), (1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answers_file_is_checked_as_any_paper_and_is_the_desks() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let answer = scene.merchant.answered(&scene.reviewer, "alipay", "yes").await;
    let path = scene.tenant.at(&format!("/desk/cases/{}/channels", scene.merchant.id));
    let browser = &scene.reviewer.browser;
    let page = browser.get(&path).await;
    let form = page.form(&format!("/answers/{answer}/file"));
    let text = browser.send_file(&page, &form, "answer.pdf", b"no pdf at all".to_vec()).await;
    assert!(text.status == 415 || text.status == 422, "{}: {}", text.status, text.words());
    assert!(text.text(".error-summary").is_some(), "{}", text.words());
    let before = scene.merchant.row().await.version;
    let sent = browser.send_file(&page, &form, "回函.pdf", pdf("The channel's letter")).await;
    assert_eq!(sent.status, 303, "{}", sent.complaints());
    world.run_jobs().await;
    assert_eq!(scene.merchant.row().await.version, before, "no judgement moves by it");
    let page = browser.get(&path).await;
    assert!(page.words().contains("回函.pdf"), "{}", page.words());
    let original = page.link("/original");
    assert_eq!(browser.bytes(&original).await.0, 200);
    let picture = page.link("/pages/1");
    assert_eq!(browser.bytes(&picture).await.0, 200);
    // The merchant has no such file, nor has anybody else.
    let owner = &scene.merchant.owner.browser;
    for path in [&original, &picture] {
        assert_eq!(owner.get(path).await.status, 404, "{path}");
    }
    assert!(!scene.merchant.page("/papers").await.body.contains("回函"));
    let case = browser.get(&scene.tenant.at(&format!("/desk/cases/{}", scene.merchant.id))).await;
    assert!(!case.words().contains("回函.pdf"), "the case's papers are the merchant's");
    let owner = scene.merchant.owner.actor().await;
    let timeline = services::audit::timeline(&world.services, &owner, scene.merchant.id);
    let timeline = format!("{:?}", timeline.await.expect("a timeline"));
    assert!(!timeline.contains("channel_answer"), "{timeline}");
}
