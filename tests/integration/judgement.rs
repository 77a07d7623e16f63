//! How well our checks judge: two hundred cases of every kind of merchant, sixty of them with one of twenty faults. The
//! table that is printed is README's.

mod cases;
mod dice;
mod faults;
mod numbers;
mod office;
mod sheets;

use cases::Case;
use dice::Dice;
use domain::{Actor, ApplicationId, applications::RuleSet, permissions::Role};
use faults::{Behind, Fault};
use futures::{StreamExt, stream};
use office::Brought;
use services::screening::{self, Import};
use std::collections::BTreeMap;
use tests::{browser::Browser, builders::Tenant, desk::Desk};
use time::Duration;

/// Clean cases by kind: 140.
const CLEAN: [(&str, usize); 10] = [
    ("cn-enterprise", 52),
    ("cn-individual", 36),
    ("cn-institution", 10),
    ("cn-micro", 12),
    ("us-llc", 5),
    ("us-corporation", 5),
    ("hk-company", 5),
    ("sg-company", 5),
    ("de-gmbh", 5),
    ("gb-limited", 5),
];
/// How often each fault is planted.
const ROUNDS: usize = 3;
/// Applications that are filled in at once.
const AT_ONCE: usize = 4;

struct Planted {
    case: Case,
    fault: Option<Fault>,
    behind: Behind,
}

/// Every case, in an order that always is the same.
fn thrown(desk: &Desk) -> Vec<Planted> {
    let today = desk.world.services.now().date();
    let rules = |kind: &str| rules(desk, kind);
    let mut dice = Dice::new(20_261_128);
    let mut all = Vec::new();
    for (kind, count) in CLEAN {
        for _ in 0..count {
            let mut case = cases::clean(kind, rules(kind), &mut dice, today);
            case.give_all(rules(kind), &mut dice, today);
            all.push(Planted { case, fault: None, behind: vec![] });
        }
    }
    for (fault, round) in
        faults::ALL.into_iter().flat_map(|fault| (0..ROUNDS).map(move |round| (fault, round)))
    {
        let kind = fault.kind(round);
        let mut case = cases::clean(kind, rules(kind), &mut dice, today);
        let behind = faults::plant(&mut case, (fault, round), &mut dice, today);
        case.give_all(rules(kind), &mut dice, today);
        all.push(Planted { case, fault: Some(fault), behind });
    }
    all
}

fn rules<'a>(desk: &'a Desk, kind: &str) -> &'a RuleSet {
    desk.world.services.rules.current(kind, desk.world.services.now().date()).expect("rules")
}

async fn work_off(desk: &Desk) {
    let lane = || desk.world.run_jobs();
    futures::join!(lane(), lane(), lane());
    desk.world.run_jobs().await;
}

async fn listed(desk: &Desk, admin: &Actor) {
    let services = &desk.world.services;
    let file = Import {
        source: "cn_pboc".into(),
        dated: "2026-11-20".into(),
        file: faults::LIST.as_bytes().to_vec(),
        ..Import::default()
    };
    let file = screening::import(services, admin, file).await.expect("an import").expect("a sound file");
    desk.world.let_pass(Duration::seconds(1));
    screening::confirm(services, admin, file).await.expect("it counts");
    desk.world.run_jobs().await;
}

/// The kinds of what a reviewer reads above the papers, without opening anything.
async fn told(browser: &Browser, tenant: &Tenant<'_>, id: ApplicationId) -> Vec<String> {
    let page = browser.get(&tenant.at(&format!("/desk/cases/{id}"))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let strip = page.body.find("id=\"findings\"").expect("the strip");
    let panes = page.body.find("class=\"panes\"").expect("the panes");
    let strip = page.body.get(strip..panes).expect("the strip stands above the panes");
    let open = strip.split("<details").next().unwrap_or(strip);
    open.split("data-kind=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn planted_faults_are_found_and_sound_cases_left_alone() {
    let desk = Desk::new().await;
    let admin = desk.staff("admin", &[Role::Admin]).await;
    listed(&desk, &admin).await;
    let all = thrown(&desk);
    assert_eq!(all.len(), 200);
    let brought: Vec<Brought> = stream::iter(all.iter().enumerate())
        .map(|(number, one)| office::bring(&desk, number, &one.case, rules(&desk, one.case.kind)))
        .buffered(AT_ONCE)
        .collect()
        .await;
    work_off(&desk).await;
    stream::iter(all.iter().zip(&brought))
        .for_each_concurrent(AT_ONCE, |(one, brought)| {
            office::hand_in(&desk, brought, &one.case, rules(&desk, one.case.kind))
        })
        .await;
    work_off(&desk).await;
    for (one, brought) in all.iter().zip(&brought) {
        office::write_behind(&desk, brought, rules(&desk, one.case.kind), &one.behind).await;
    }
    // What ran out the day before yesterday.
    desk.world.let_pass(Duration::days(3));
    let tenant = Tenant { world: &desk.world, id: desk.tenant.id, slug: "harbour" };
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let told: Vec<Vec<String>> = stream::iter(&brought)
        .map(|one| told(&reviewer.browser, &tenant, one.id))
        .buffered(AT_ONCE)
        .collect()
        .await;
    let score = Score::of(&all, &told);
    println!("{score}");
    score.holds();
    desk.world.allow_jobs();
}

/// What came of it.
struct Score {
    /// By fault: found.
    faults: BTreeMap<Fault, usize>,
    /// Clean cases of which something is told, with what.
    flagged: Vec<(&'static str, Vec<String>)>,
    clean: usize,
}

impl Score {
    fn of(all: &[Planted], told: &[Vec<String>]) -> Self {
        let mut score = Self { faults: BTreeMap::new(), flagged: vec![], clean: 0 };
        for (one, told) in all.iter().zip(told) {
            if let Some(fault) = one.fault {
                let found = told.iter().any(|kind| fault.kinds().contains(&kind.as_str()));
                *score.faults.entry(fault).or_default() += usize::from(found);
                continue;
            }
            score.clean += 1;
            if !told.is_empty() {
                score.flagged.push((one.case.kind, told.clone()));
            }
        }
        score
    }

    /// Found and planted.
    fn measured(&self) -> (usize, usize) {
        (self.faults.values().sum(), self.faults.len() * ROUNDS)
    }

    fn holds(&self) {
        let (found, planted) = self.measured();
        assert!(found * 10 >= planted * 9, "{found} of {planted} faults are found\n{self}");
        assert!(self.flagged.len() * 50 <= self.clean, "clean cases are flagged: {:?}", self.flagged);
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (fault, found) in &self.faults {
            writeln!(f, "{:<34}{found} of {ROUNDS}", fault.name())?;
        }
        let (found, planted) = self.measured();
        writeln!(f, "{:<34}{found} of {planted}", "found in all")?;
        writeln!(f, "{:<34}{} of {}", "clean and flagged", self.flagged.len(), self.clean)?;
        self.flagged.iter().try_for_each(|(kind, told)| writeln!(f, "  {kind}: {}", told.join(" ")))
    }
}
