//! A case full of confidential events leaves no trace on any merchant-facing surface.

use super::scene;
use domain::{ApplicationId, audit::Audience, permissions::Role, review::Reason};
use services::{
    audit,
    review::{self, AdviceInput, DecisionInput},
};
use std::collections::BTreeMap;
use tests::{
    builders::{MerchantBuilder, Person},
    world::World,
};

/// What no merchant may come across.
const CANARY: &str = "CANARY-sanctions-list";

/// Brings an application to a rejection on these grounds.
async fn reject(scene: &super::Scene, id: ApplicationId, reasons: &[&str], note: &str) {
    let services = &scene.desk.world.services;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let words: Vec<String> = reasons.iter().map(|&reason| reason.to_owned()).collect();
    let advice = AdviceInput {
        seen: scene.desk.seen(&scene.reviewer, id).await,
        verdict: "reject".into(),
        reasons: words.clone(),
        note: note.into(),
        ..AdviceInput::default()
    };
    review::recommend(services, &scene.reviewer, id, &advice).await.expect("recommended");
    let decision = DecisionInput {
        seen: scene.desk.seen(&scene.senior, id).await,
        decision: "reject".into(),
        reasons: words,
        note: note.into(),
        ..DecisionInput::default()
    };
    review::decide(services, &scene.senior, id, &decision).await.expect("rejected");
    scene.desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchant_cannot_tell_a_confidential_ground_from_a_neutral_one() {
    let mut scene = scene().await;
    let plain = scene.desk.submitted(&mut scene.owner).await;
    reject(&scene, plain, &[Reason::NEUTRAL.word()], "plain").await;
    let mut stranger = scene.desk.newcomer("stranger").await;
    let silent = scene.desk.submitted(&mut stranger).await;
    reject(&scene, silent, &["list_hit", "suspected_forgery", "names_differ"], CANARY).await;

    let services = &scene.desk.world.services;
    let one = audit::timeline(services, &scene.owner, plain).await.unwrap();
    let other = audit::timeline(services, &stranger, silent).await.unwrap();
    let told = |line: &[audit::Entry]| -> Vec<(String, BTreeMap<String, String>)> {
        line.iter().map(|entry| (entry.name.clone(), entry.details.clone())).collect()
    };
    assert_eq!(told(&one), told(&other), "the two timelines read alike");
    assert!(other.iter().all(|entry| entry.audience == Audience::Merchant));
    let text = format!("{other:?}");
    for trace in ["list_hit", "forgery", "confidential", "harbour.example", "grounds", "advice", CANARY] {
        assert!(!text.contains(trace), "{trace}: {text}");
    }

    // The desk sees it all, under its own audience.
    let desk = audit::timeline(services, &scene.senior, silent).await.unwrap();
    let confidential: Vec<_> = desk.iter().filter(|entry| entry.audience == Audience::Confidential).collect();
    assert_eq!(confidential.len(), 2, "the advice and the grounds of the decision");
    assert!(confidential.iter().all(|entry| entry.details["reasons"].contains("list_hit")));

    // The mails read alike as well, but for names and numbers.
    let shape = |address: &str, id: ApplicationId| {
        let mail = scene.desk.world.mail_to(address);
        let text = mail.text.replace(&id.to_string(), "ID").replace(address, "ADDRESS");
        text.split_whitespace()
            .map(|word| if word.contains("GW-") { "NUMBER" } else { word })
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (plain_mail, silent_mail) =
        (shape("owner@merchant.example", plain), shape("stranger@merchant.example", silent));
    assert_eq!(plain_mail, silent_mail);
    assert!(!silent_mail.contains(CANARY));
}

/// Rejects an application as the desk's pages do it, with these words for its merchant.
async fn reject_saying(
    desk: [&Person<'_>; 2],
    merchant: &MerchantBuilder<'_>,
    reasons: &[&str],
    words: &str,
) {
    let (services, id) = (&merchant.owner.tenant.world.services, merchant.id);
    let (reviewer, senior) = (desk[0].actor().await, desk[1].actor().await);
    let reasons: Vec<String> = reasons.iter().map(|&reason| reason.to_owned()).collect();
    review::claim(services, &reviewer, id).await.expect("claimed");
    let advice = AdviceInput {
        seen: review::case(services, &reviewer, id).await.expect("the case").seen,
        verdict: "reject".into(),
        reasons: reasons.clone(),
        words: words.into(),
        note: CANARY.into(),
    };
    review::recommend(services, &reviewer, id, &advice).await.expect("recommended");
    let decision = DecisionInput {
        seen: review::case(services, &senior, id).await.expect("the case").seen,
        decision: "reject".into(),
        reasons,
        words: words.into(),
        note: CANARY.into(),
    };
    review::decide(services, &senior, id, &decision).await.expect("rejected");
}

/// The status page as its merchant reads it, but for what names the application, its people and its instants.
async fn status_page(merchant: &MerchantBuilder<'_>) -> String {
    let page = merchant.page("/status").await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains(CANARY), "{}", page.words());
    let nonce = page.attribute("script[nonce]", "nonce").unwrap_or_default();
    let number = merchant.row().await.case_number;
    let mut body = page.body.replace(&merchant.id.to_string(), "ID").replace(&merchant.owner.email, "EMAIL");
    for name in [number, nonce].iter().filter(|name| !name.is_empty()) {
        body = body.replace(name.as_str(), "NAME");
    }
    body
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_stand_with_sayable_grounds_and_a_confidential_one_leaves_the_page_as_it_is() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let desk = [&reviewer, &senior];
    let mut merchants = Vec::new();
    for email in ["one@merchant.example", "two@merchant.example", "three@merchant.example"] {
        merchants.push(tenant.merchant(email).await.filled_in().await.with_papers().await.submitted().await);
    }
    let [told, neutral, silent] = merchants.as_slice() else { panic!("three merchants") };
    let words = "The licence names 海风.\nThe account <b>another</b> company.";
    reject_saying(desk, told, &["names_differ", "account_not_theirs"], words).await;
    reject_saying(desk, neutral, &[Reason::NEUTRAL.word()], "").await;
    reject_saying(desk, silent, &["names_differ", "list_hit"], "").await;
    world.run_jobs().await;

    let page = told.page("/status").await;
    let said = page.text("p.typed").expect("the desk's words");
    assert_eq!(said, "The licence names 海风. The account <b>another</b> company.");
    assert!(page.words().contains("Names on papers and form don’t agree."), "{}", page.words());
    assert_eq!(status_page(neutral).await, status_page(silent).await, "the two pages are one");

    // Words that stand beside a confidential ground, however they came there, are the desk's alone.
    let mut owner = world.database.owner().await;
    let sql = "update applications set state_data = jsonb_set(state_data, '{reasons}', '[\"list_hit\"]') where id = $1";
    sqlx::query(sql).bind(told.id.0).execute(&mut owner).await.expect(sql);
    assert_eq!(status_page(told).await, status_page(silent).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_channel_that_was_asked_for_is_named() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await.actor().await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await.actor().await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.wanting(&["alipay", "wechat_pay"]).await.submitted().await;
    let (services, id) = (&world.services, merchant.id);
    review::claim(services, &reviewer, id).await.expect("claimed");
    tests::desk::accept_all(services, &reviewer, id).await;
    let seen = review::case(services, &reviewer, id).await.expect("the case").seen;
    let advice = AdviceInput { seen, verdict: "approve".into(), ..AdviceInput::default() };
    review::recommend(services, &reviewer, id, &advice).await.expect("recommended");
    let seen = review::case(services, &senior, id).await.expect("the case").seen;
    review::decide(services, &senior, id, &super::decision(&seen, "approve")).await.expect("approved");
    world.run_jobs().await;
    let page = merchant.page("/status").await;
    let lines = page.texts(".timeline li");
    for wallet in ["Alipay", "WeChat Pay"] {
        let named = lines.iter().filter(|line| line.contains("Channel requested") && line.contains(wallet));
        assert_eq!(named.count(), 1, "{wallet}: {lines:?}");
    }
}

/// What a merchant can come across of an application while the desk works on it: pages, answers of the services, mails.
async fn surfaces(merchant: &MerchantBuilder<'_>) -> Vec<String> {
    let nonce_free = |page: tests::browser::Answer| {
        let nonce = page.attribute("script[nonce]", "nonce").unwrap_or_default();
        if nonce.is_empty() { page.body } else { page.body.replace(&nonce, "NONCE") }
    };
    let mut all = Vec::new();
    for path in ["", "/status", "/papers", "/changes", "/sections/business", "/check"] {
        all.push(nonce_free(merchant.page(path).await));
    }
    let number = merchant.row().await.case_number;
    let mut ids: Vec<(String, &str)> =
        vec![(merchant.id.to_string(), "ID"), (merchant.owner.email.clone(), "EMAIL"), (number, "NUMBER")];
    for paper in ["business_licence", "representative_id_front", "representative_id_back"] {
        let stored = merchant.paper(paper).await;
        ids.push((stored.document.to_string(), "DOCUMENT"));
        ids.push((stored.id.to_string(), "VERSION"));
    }
    let plain = |text: String| ids.iter().fold(text, |text, (id, word)| text.replace(id.as_str(), word));
    all.into_iter().map(plain).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_item_rejected_in_silence_leaves_every_page_as_it_is() {
    use tests::desk::{Mark, accept_all, judge, send_back};
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await.actor().await;
    let mut merchants = Vec::new();
    for email in ["one@merchant.example", "two@merchant.example"] {
        merchants.push(tenant.merchant(email).await.filled_in().await.with_papers().await.submitted().await);
    }
    let [plain, silent] = merchants.as_slice() else { panic!("two merchants") };
    let services = &world.services;
    for merchant in [plain, silent] {
        review::claim(services, &reviewer, merchant.id).await.expect("claimed");
        accept_all(services, &reviewer, merchant.id).await;
        judge(services, &reviewer, merchant.id, &Mark::sent_back("field:business:scope", "incomplete", ""))
            .await;
    }
    // In one of the two a file and an answer are rejected on confidential grounds, and a note says so.
    let licence = silent.paper("business_licence").await.document;
    let forged = Mark::rejected(format!("document:business_licence:{licence}"), "suspected_forgery");
    judge(services, &reviewer, silent.id, &forged).await;
    judge(services, &reviewer, silent.id, &Mark::rejected("field:representative:name", "list_hit")).await;
    review::write_note(services, &reviewer, silent.id, CANARY).await.expect("noted");
    assert_eq!(surfaces(plain).await, surfaces(silent).await, "while the desk works on it");

    for merchant in [plain, silent] {
        send_back(services, &reviewer, merchant.id).await;
    }
    world.run_jobs().await;
    let pages = surfaces(silent).await;
    assert_eq!(surfaces(plain).await, pages, "when changes are requested");
    for trace in [CANARY, "forgery", "list_hit", "rejected", "confidential"] {
        assert!(pages.iter().all(|page| !page.contains(trace)), "{trace}");
    }
    for merchant in [plain, silent] {
        let answer = merchant.send("business", &[("scope", "茶叶与茶具的网上零售、网店经营")]).await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
        let merchant = merchant.clone().submitted().await;
        assert_eq!(merchant.row().await.state.kind(), domain::applications::StateKind::Resubmitted);
    }
    assert_eq!(surfaces(plain).await, surfaces(silent).await, "after handing in again");
    for merchant in [plain, silent] {
        let events = audit::timeline(services, &merchant.owner.actor().await, merchant.id).await.unwrap();
        assert!(events.iter().all(|event| !event.name.starts_with("review.item")), "{events:?}");
        assert!(events.iter().all(|event| event.audience == Audience::Merchant));
    }
    // The desk still has it, and it keeps approval from being recommended.
    let view = review::case(services, &reviewer, silent.id).await.unwrap();
    let mut open: Vec<String> = view.items.open().map(|item| item.what.token()).collect();
    open.sort();
    let file = format!("document:business_licence:{licence}");
    let all = [file.as_str(), "field:business:scope", "field:representative:name"];
    assert_eq!(open, all, "what was rejected, and what was answered anew");
}
