//! A check that comes to no verdict says nothing about the file.

use super::{number, objects, wanted, whole};
use domain::documents::{Refusal, Version, life::Fault};
use services::{
    Services,
    documents::{self, Outcome, upload},
    jobs,
    papers::Examiner,
};
use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, time::Duration as Wait};
use tests::{
    builders::{MerchantBuilder, pdf},
    world::World,
};
use time::Duration;

/// Longer than a job waits for its next attempt, however often it has failed.
const LATER: Duration = Duration::hours(2);

/// A program in the place of the deep check that does this.
fn program(world: &World, script: &str) -> PathBuf {
    let path = world.folder.path().join("examiner");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn with_examiner(world: &World, examiner: Examiner) -> Services {
    Services { examiner, ..world.services.clone() }
}

async fn try_times(world: &World, services: &Services, times: usize) {
    for _ in 0..times {
        assert_eq!(jobs::run_due(services).await, 1);
        world.clock.advance(LATER);
    }
}

async fn state(merchant: &MerchantBuilder<'_>) -> Version {
    let services = &merchant.owner.tenant.world.services;
    let sheet = documents::sheet(services, &merchant.owner.actor().await, merchant.id).await.unwrap();
    sheet.files.first().expect("a file").file.version.clone()
}

/// A licence that has come and waits for its check.
async fn licence(world: &World) -> MerchantBuilder<'_> {
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    merchant.give("business_licence", "licence.pdf", pdf("Licence")).await;
    merchant
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_of_ours_is_waited_out() {
    let world = World::new().await;
    let merchant = licence(&world).await;
    // Unable to limit itself, called wrongly, unheard, and no check at all.
    for code in [70, 64, 74, 1] {
        let examiner = Examiner::new(program(&world, &format!("exit {code}")), None);
        try_times(&world, &with_examiner(&world, examiner), 2).await;
    }
    assert!(matches!(state(&merchant).await, Version::Quarantined { .. }));
    assert_eq!(number(&world, "select count(*) from refused_files").await, 0);
    world.run_jobs().await;
    assert_eq!(state(&merchant).await, Version::Scanned { pages: 1 });
}

async fn never_finished(examiner: impl Fn(&World) -> Examiner) {
    let world = World::new().await;
    let merchant = licence(&world).await;
    let services = with_examiner(&world, examiner(&world));
    try_times(&world, &services, 2).await;
    assert!(matches!(state(&merchant).await, Version::Quarantined { .. }));
    // The third time it is given up; its bytes go and its sender is written to.
    assert_eq!(jobs::run_due(&services).await, 3);
    assert_eq!(state(&merchant).await, Version::Rejected { fault: Fault::File(Refusal::Unchecked) });
    assert_eq!(objects(&world).await, Vec::<String>::new());
    assert_eq!(number(&world, "select count(*) from refused_files").await, 0);
    assert!(world.mail_to("lin@haifeng.example").subject.contains("send a file again"));
    // The session has run out by then.
    merchant.owner.sign_in().await;
    let page = merchant.page("/papers").await;
    assert!(page.words().contains("We could not finish checking the file."), "{}", page.words());

    // The very same file is taken once we are well again.
    let wanted = wanted(merchant.id, "business_licence");
    let actor = merchant.owner.actor().await;
    let outcome = upload(&world.services, &actor, &wanted, whole(&pdf("Licence"))).await.unwrap();
    assert!(matches!(outcome, Outcome::Arrived(_)), "{outcome:?}");
    world.run_jobs().await;
    assert_eq!(state(&merchant).await, Version::Scanned { pages: 1 });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_that_is_killed_each_time_makes_no_bad_file() {
    never_finished(|world| Examiner::new(program(world, "kill -9 $$"), None)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_that_is_too_slow_each_time_makes_no_bad_file() {
    never_finished(|world| {
        let program = program(world, "while true; do :; done");
        Examiner::new(program, None).patient_for(Wait::from_millis(300))
    })
    .await;
}
