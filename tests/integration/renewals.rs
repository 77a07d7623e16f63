//! Papers that run out: due again thirty days before, told of three times, over on their day, and replaced.

use crate::review::decision;
use domain::{
    Actor, ApplicationId,
    applications::{Fault, StateKind},
    documents::{Media, Version, VersionKind, life},
    permissions::Role,
    review::Requirement,
};
use services::{
    applications::{self, VersionInput},
    review,
};
use sha2::{Digest, Sha256};
use store::{
    TenantTx,
    applications::dossiers,
    documents::{self, NewVersion, Stored},
};
use tests::desk::Desk;
use time::{Date, macros::date};

const LAST: Date = date!(2027 - 03 - 31);
const LICENCE: &str = "business_licence";

struct Scene {
    desk: Desk,
    lin: Actor,
    reviewer: Actor,
    senior: Actor,
    id: ApplicationId,
}

/// The business as it was answered, with a licence that ends on this day.
fn business(until: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("legal_name", "深圳市海风贸易有限公司"),
        ("uscc", "91440300708461136T"),
        ("place_city", "4403"),
        ("place_district", "440305"),
        ("street", "科技园路1号"),
        ("licence_from", "2010-01-01"),
        ("licence_until", until),
        ("scope", "茶叶与茶具的网上零售"),
    ]
}

/// A merchant that is aboard with a licence that ends on [`LAST`]; sessions outlive the story.
async fn aboard() -> Scene {
    let desk = Desk::new().await;
    let reviewer = desk.staff("reviewer", &[Role::Reviewer]).await;
    let senior = desk.staff("senior", &[Role::SeniorReviewer]).await;
    let mut lin = desk.newcomer("lin").await;
    let id = desk.draft(&mut lin).await;
    desk.answer(&lin, id, "business", &business("2027-03-31"), 1).await;
    let scene = Scene { desk, lin, reviewer, senior, id };
    let mut owner = scene.desk.world.database.owner().await;
    let alive = "update sessions set absolute_expires_at = '2040-01-01'";
    sqlx::query(alive).execute(&mut owner).await.expect("sessions live on");
    scene.hand_in().await;
    scene.approve().await;
    scene
}

impl Scene {
    async fn hand_in(&self) {
        let version = self.desk.version(&self.lin, self.id).await;
        let input = VersionInput { version };
        applications::submit(&self.desk.world.services, &self.lin, self.id, input).await.expect("handed in");
        self.desk.world.run_jobs().await;
    }

    async fn approve(&self) {
        let services = &self.desk.world.services;
        self.desk.recommend(self.id, &self.reviewer, "approve", &[]).await;
        review::claim(services, &self.senior, self.id).await.expect("claimed");
        let seen = self.desk.seen(&self.senior, self.id).await;
        review::decide(services, &self.senior, self.id, &decision(&seen, "approve")).await.expect("approved");
        self.desk.world.run_jobs().await;
    }

    /// The state after a look on the morning of a day in Shanghai.
    async fn on(&self, day: Date) -> StateKind {
        self.desk.world.clock.set(day.midnight().assume_utc() + time::Duration::hours(2));
        applications::look_at_papers(&self.desk.world.services, self.desk.tenant.id).await.expect("a look");
        self.desk.world.run_jobs().await;
        self.desk.row(self.id).await.state.kind()
    }

    fn mails(&self, part: &str) -> usize {
        let mails = self.desk.world.mailbox.list(1000).expect("the mailbox");
        let mine = |to: &[String]| to.iter().any(|to| to.contains("lin@merchant.example"));
        mails.iter().filter(|mail| mine(&mail.to) && mail.subject.contains(part)).count()
    }

    /// The licence's file that counts.
    async fn licence(&self) -> Stored {
        let mut tx = TenantTx::read(&self.desk.world.services.db, &self.desk.system()).await.expect("a look");
        let versions = documents::of_application(&mut tx, self.id).await.expect("the papers");
        let current = documents::current(&versions);
        let found = current.into_iter().find(|file| file.paper == LICENCE);
        found.expect("the licence").clone()
    }

    /// Another version of the licence's file, by its row alone.
    async fn replace_licence(&self) {
        let mut before = self.licence().await;
        let mut tx = TenantTx::begin(&self.desk.world.services.db, &self.lin).await.expect("a change");
        let key = dossiers::open(&mut tx, self.id).await.expect("the dossier");
        let id = domain::VersionId(tx.new_id());
        let new = NewVersion {
            id,
            document: before.document,
            application: self.id,
            version: &Version::Scanned { pages: 1 },
            media: Media::Pdf,
            size: 3,
            sha256: &Sha256::digest(b"new").into(),
            blob_key: &format!("{}/{}/{id}", self.desk.tenant.id, before.document),
            name: "paper.pdf",
            by: self.lin.person().expect("a person").id,
        };
        documents::insert(&mut tx, &key, &new).await.expect("a version");
        before.version =
            before.version.clone().apply(life::Event::Supersede { by: id }, tx.now()).expect("replaced");
        documents::save(&mut tx, &before).await.expect("kept");
        tx.commit().await.expect("the paper is kept");
    }

    async fn requirement(&self, what: &Fault) -> Requirement {
        let case = review::case(&self.desk.world.services, &self.reviewer, self.id).await.expect("the case");
        case.items.find(what).expect("the item").requirement
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_is_due_again_thirty_days_before_it_runs_out_and_told_of_thrice() {
    let scene = aboard().await;
    assert_eq!(scene.on(date!(2027 - 02 - 28)).await, StateKind::Approved, "31 days are left");
    assert_eq!(scene.mails("runs out soon"), 0);

    assert_eq!(scene.on(date!(2027 - 03 - 01)).await, StateKind::ChangesRequested);
    let file = Fault::Document(LICENCE.into(), scene.licence().await.document);
    let validity = Fault::Field("business".into(), "licence".into());
    let row = scene.desk.row(scene.id).await;
    let open: Vec<_> = row.state.editable().expect("a list").iter().map(|item| item.what.clone()).collect();
    assert_eq!(open, [file.clone(), validity]);
    assert!(row.state.aboard().is_some(), "it stays aboard");
    assert_eq!(scene.requirement(&file).await, Requirement::Due);
    let tasks =
        applications::overview(&scene.desk.world.services, &scene.lin, scene.id).await.expect("tasks");
    assert!(!tasks.tasks.is_ready() && !tasks.replied, "its home says so");

    for (day, said) in [
        (date!(2027 - 03 - 01), 1),
        (date!(2027 - 03 - 23), 1),
        (date!(2027 - 03 - 24), 2),
        (date!(2027 - 03 - 29), 2),
        (date!(2027 - 03 - 30), 3),
        (LAST, 3),
    ] {
        scene.on(day).await;
        assert_eq!(scene.mails("runs out soon"), said, "{day}");
        assert_eq!(
            scene.licence().await.version.kind(),
            VersionKind::Accepted,
            "it holds through its last day"
        );
    }
    for day in [date!(2027 - 04 - 01), date!(2027 - 04 - 02)] {
        assert_eq!(scene.on(day).await, StateKind::ChangesRequested);
        assert_eq!((scene.mails("has run out"), scene.mails("runs out soon")), (1, 3), "{day}");
        assert_eq!(scene.licence().await.version.kind(), VersionKind::Expired);
        assert_eq!(scene.requirement(&file).await, Requirement::Expired);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_new_paper_is_reviewed_and_nothing_is_asked_for_until_it_runs_out_itself() {
    let scene = aboard().await;
    assert_eq!(scene.on(date!(2027 - 03 - 01)).await, StateKind::ChangesRequested);
    scene.replace_licence().await;
    let version = scene.desk.version(&scene.lin, scene.id).await;
    let input = VersionInput { version };
    let services = &scene.desk.world.services;
    let early = applications::submit(services, &scene.lin, scene.id, input).await;
    assert!(early.is_err(), "its new dates are missing");
    scene.desk.answer(&scene.lin, scene.id, "business", &business("2037-03-31"), 2).await;
    scene.hand_in().await;
    scene.approve().await;
    assert_eq!(scene.desk.row(scene.id).await.state.kind(), StateKind::Approved);
    assert_eq!((scene.mails("new papers are accepted"), scene.mails("go on to the channel")), (1, 0));
    for day in [date!(2027 - 03 - 30), date!(2027 - 04 - 01), date!(2037 - 02 - 28)] {
        assert_eq!(scene.on(day).await, StateKind::Approved, "{day}");
    }
    assert_eq!((scene.mails("runs out soon"), scene.mails("has run out")), (1, 0));
    assert_eq!(scene.on(date!(2037 - 03 - 01)).await, StateKind::ChangesRequested);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_doesnt_answer_stays_aboard_and_is_asked_again() {
    let scene = aboard().await;
    scene.on(date!(2027 - 03 - 01)).await;
    scene.on(date!(2027 - 04 - 01)).await;
    let (services, tenant) = (&scene.desk.world.services, scene.desk.tenant.id);
    for day in [date!(2027 - 04 - 25), date!(2027 - 05 - 03)] {
        scene.desk.world.clock.set(day.midnight().assume_utc());
        applications::look_at_ends(services, tenant).await.expect("a look");
        scene.desk.world.run_jobs().await;
    }
    assert_eq!(scene.desk.row(scene.id).await.state.kind(), StateKind::Approved);
    assert_eq!(scene.mails("Papers are still missing"), 1);
    assert_eq!(scene.on(date!(2027 - 05 - 04)).await, StateKind::ChangesRequested, "due all the same");
    assert_eq!(scene.licence().await.version.kind(), VersionKind::Expired);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_look_that_is_interrupted_says_nothing_twice() {
    let scene = aboard().await;
    scene.on(date!(2027 - 03 - 01)).await;
    // The plan is lost, as if the job had ended after its words: what was said stands by itself.
    let mut owner = scene.desk.world.database.owner().await;
    sqlx::query("delete from renewals").execute(&mut owner).await.expect("forgotten");
    scene.on(date!(2027 - 03 - 01)).await;
    assert_eq!(scene.mails("runs out soon"), 1);
}
