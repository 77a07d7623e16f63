//! An approval whose process dies, or whose commit is answered to nobody.

use super::{chain_holds, signed_in, with_the_clock};
use crate::still;
use domain::{applications::StateKind, permissions::Role};
use reqwest::Method;
use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
};
use tests::{
    binary::{Running, free_port},
    browser::{Answer, Browser},
    builders::{MerchantBuilder, Person},
    proxy::{Proxy, Verdict},
    world::World,
};

/// What moves with every request, and says nothing of what was done.
const RESTLESS: [&str; 2] = ["sessions", "throttles"];

/// An application that was recommended, and somebody else who may decide.
struct Scene<'w> {
    world: &'w World,
    merchant: MerchantBuilder<'w>,
    sen: Person<'w>,
}

impl<'w> Scene<'w> {
    async fn set(world: &'w World) -> Self {
        with_the_clock(world);
        let tenant = world.tenant("harbour").await;
        let rui = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
        let sen = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
        let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
        let merchant = merchant.submitted().await.recommended_by(&rui).await;
        Self { world, merchant, sen }
    }

    /// The address of the database's server.
    fn database(&self) -> String {
        let options = self.world.database.superuser_options();
        format!("{}:{}", options.get_host(), options.get_port())
    }

    /// A process whose database is behind a proxy.
    async fn process(&self, port: u16, proxy: &Proxy) -> Running {
        let address = self.world.database.app_url().replace(&self.database(), &proxy.address().to_string());
        Running::start(self.world, port, &[("DATABASE_URL", &address)]).await
    }

    async fn case(&self, browser: &Browser) -> Answer {
        let page = browser.get(&self.sen.tenant.at(&format!("/desk/cases/{}", self.merchant.id))).await;
        assert_eq!(page.status, 200, "{}", page.words());
        page
    }

    /// Posts the page's form; nothing where the connection ends without an answer.
    async fn approve(&self, browser: &Browser, page: &Answer) -> Option<Answer> {
        let form = page.form("/decide");
        let fields = form.filled_in(&[("decision", "approve")]);
        let sent = browser.request(Method::POST, form.address(page)).form(&fields).send().await;
        Some(Answer::read(sent.ok()?).await)
    }

    async fn number(&self, sql: &'static str) -> i64 {
        let mut owner = self.world.database.owner().await;
        sqlx::query_scalar(sql).bind(self.merchant.id.0).fetch_one(&mut owner).await.expect("a number")
    }

    /// G2, G4 and G7: aboard once, by two people, with one event, and nothing of it twice.
    async fn is_aboard_once(&self) {
        let row = self.merchant.row().await;
        assert_eq!(row.state.kind(), StateKind::Approved);
        for (once, sql) in [
            ("decision", "select count(*) from decisions where application_id = $1"),
            (
                "event",
                "select count(*) from audit_events where application_id = $1 and name = 'application.approved_by_desk'",
            ),
        ] {
            assert_eq!(self.number(sql).await, 1, "{once}");
        }
        let capabilities = "select count(*) - count(distinct (channel, environment)) from capabilities c
            join applications a on a.tenant_id = c.tenant_id and a.merchant_id = c.merchant_id where a.id = $1";
        assert_eq!(self.number(capabilities).await, 0, "no capability twice");
        chain_holds(self.world, self.merchant.owner.tenant.id).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w05_fault02_killed_at_each_statement_of_an_approval_rounds() {
    let world = World::new().await;
    let scene = Scene::set(&world).await;
    // The statement at which the process dies, counted from the post on; 0 where it doesn't.
    let (deadly, heard, victim) =
        (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)), Arc::new(AtomicU32::new(0)));
    let judge = {
        let (deadly, heard, victim) = (Arc::clone(&deadly), Arc::clone(&heard), Arc::clone(&victim));
        move |_: &[u8]| {
            let deadly = deadly.load(Ordering::SeqCst);
            if deadly == 0 || heard.fetch_add(1, Ordering::SeqCst) + 1 != deadly {
                return Verdict::Pass;
            }
            let victim = victim.load(Ordering::SeqCst).to_string();
            assert!(Command::new("kill").args(["-9", &victim]).status().expect("kill runs").success());
            // What it said last comes through.
            Verdict::PassAndCut
        }
    };
    let proxy = Proxy::before(&scene.database(), judge).await;
    let port = free_port();
    let first = scene.process(port, &proxy).await;
    let browser = signed_in(&world, &first, &scene.sen).await;
    let page = scene.case(&browser).await;
    drop(first);
    let before = still::digests(&world.database).await;

    let mut died = 0;
    for at in 1.. {
        let process = scene.process(port, &proxy).await;
        victim.store(process.id(), Ordering::SeqCst);
        heard.store(0, Ordering::SeqCst);
        deadly.store(at, Ordering::SeqCst);
        let answer = scene.approve(&browser, &page).await;
        deadly.store(0, Ordering::SeqCst);
        if let Some(answer) = answer {
            assert_eq!(answer.status, 303, "after {at} statements: {}", answer.words());
            break;
        }
        died += 1;
        let mut moved = still::moved(&before, &still::digests(&world.database).await);
        moved.retain(|table| !RESTLESS.contains(&table.as_str()));
        if !moved.is_empty() {
            // It died with its commit on the way: all of it is there, and the same post finds the decision made.
            drop(process);
            let process = scene.process(port, &proxy).await;
            let again = scene.approve(&browser, &page).await.expect("an answer");
            assert_eq!(again.status, 409, "{moved:?}: {}", again.words());
            drop(process);
            break;
        }
    }
    assert!(died > 10, "it died {died} times");
    scene.is_aboard_once().await;
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault07_a_decision_whose_commit_was_answered_to_nobody_is_found_made() {
    let world = World::new().await;
    let scene = Scene::set(&world).await;
    // 0: nothing is cut; 1: the commit after the decision's row is; 2: that one is next.
    let armed = Arc::new(AtomicU64::new(0));
    let judge = {
        let armed = Arc::clone(&armed);
        move |piece: &[u8]| {
            let says = |words: &[u8]| piece.windows(words.len()).any(|part| part == words);
            if says(b"insert into decisions") {
                let _ = armed.compare_exchange(1, 2, Ordering::SeqCst, Ordering::SeqCst);
            }
            let cut = says(b"COMMIT") && armed.load(Ordering::SeqCst) == 2;
            if cut { Verdict::PassAndCut } else { Verdict::Pass }
        }
    };
    let proxy = Proxy::before(&scene.database(), judge).await;
    let process = scene.process(free_port(), &proxy).await;
    let browser = signed_in(&world, &process, &scene.sen).await;
    let page = scene.case(&browser).await;
    armed.store(1, Ordering::SeqCst);
    let unknown = scene.approve(&browser, &page).await.expect("an answer");
    assert_eq!(armed.swap(0, Ordering::SeqCst), 2, "no decision was on its way");
    assert!(unknown.status >= 500, "nobody says that it was done: {} {}", unknown.status, unknown.words());
    scene.is_aboard_once().await;

    let again = scene.approve(&browser, &page).await.expect("an answer");
    assert_eq!(again.status, 409, "{}", again.words());
    assert!(again.words().contains("This case has moved on since you opened it"), "{}", again.words());
    scene.is_aboard_once().await;
    world.run_jobs().await;
}
