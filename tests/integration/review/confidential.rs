//! A case full of confidential events leaves no trace on any merchant-facing surface.

use super::scene;
use domain::{ApplicationId, audit::Audience, review::Reason};
use services::{
    audit,
    review::{self, AdviceInput, DecisionInput},
};
use std::collections::BTreeMap;

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
