//! The console's home: its numbers against a scene counted by hand, and each of them against the list it leads to.

use domain::{
    Actor, ApplicationId,
    applications::{Ball, StateKind},
    overview::{Outcome, Step},
    permissions::Role,
};
use scraper::{ElementRef, Selector};
use services::overview::{self, Decided, Home, Spent, Wanted};
use std::{collections::BTreeSet, time::Instant};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Tenant},
    desk::Desk,
    world::World,
};
use time::{Duration, macros::date};

/// Three drafts, two at the first review, one at the second, one approved, one rejected, one withdrawn.
async fn scene<'w>(harbour: &Tenant<'w>) -> MerchantBuilder<'w> {
    let world = harbour.world;
    let reviewer = harbour.staff("rita@harbour.example", &[Role::Reviewer]).await;
    let senior = harbour.staff("sven@harbour.example", &[Role::SeniorReviewer]).await;
    let begun = harbour.merchant("lin@merchant.example").await.filled_in().await;
    let ready = begun.another().await.filled_in().await.with_papers().await;
    let handed_in = async || ready.another().await.filled_in().await.with_papers().await.submitted().await;
    let oldest = handed_in().await;
    world.clock.advance(Duration::minutes(10));
    handed_in().await;
    handed_in().await.recommended_by(&reviewer).await;
    handed_in().await.approved_by(&reviewer, &senior).await;
    let withdrawn = handed_in().await;
    let page = withdrawn.page("/withdraw").await;
    withdrawn.owner.browser.submit_and_go(&page, "Withdraw", &[]).await;
    let rejected = handed_in().await;
    reject(&rejected, &reviewer, &senior).await;
    // The last: who has one that nothing was written into gets no other.
    ready.another().await;
    world.run_jobs().await;
    oldest
}

async fn reject(
    merchant: &MerchantBuilder<'_>,
    reviewer: &tests::builders::Person<'_>,
    senior: &tests::builders::Person<'_>,
) {
    let services = &merchant.owner.tenant.world.services;
    let (first, second) = (reviewer.actor().await, senior.actor().await);
    services::review::claim(services, &first, merchant.id).await.expect("claimed");
    let advice = services::review::AdviceInput {
        seen: merchant.seen_by(reviewer).await,
        verdict: "reject".into(),
        reasons: vec!["papers_insufficient".into()],
        ..Default::default()
    };
    services::review::recommend(services, &first, merchant.id, &advice).await.expect("advised");
    let decision = services::review::DecisionInput {
        seen: merchant.seen_by(senior).await,
        decision: "reject".into(),
        reasons: vec!["papers_insufficient".into()],
        ..Default::default()
    };
    services::review::decide(services, &second, merchant.id, &decision).await.expect("decided");
}

fn state(home: &Home, state: StateKind) -> i64 {
    home.states.iter().find(|(known, _)| *known == state).expect("every state is there").1
}

fn count(home: &Home, ball: Ball) -> (i64, Option<Spent>, Option<Spent>) {
    let holder = home.holders.iter().find(|holder| holder.ball == ball).expect("everybody is there");
    (holder.count, holder.median, holder.longest)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_numbers_are_those_of_a_scene_counted_by_hand() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let oldest = scene(&harbour).await;
    // Read before: sessions that nobody uses end by themselves.
    let actor = ada.actor().await;
    world.clock.advance(Duration::hours(3));
    let home = overview::home(&world.services, &actor).await.expect("the home");
    let found: Vec<i64> = StateKind::ALL.iter().map(|kind| state(&home, *kind)).collect();
    // draft, submitted, screening, in review, changes, resubmitted, second, account, signing, approved, rejected,
    // withdrawn, expired, ended
    assert_eq!(found, [3, 0, 0, 2, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0]);
    assert_eq!(count(&home, Ball::Merchant).0, 3);
    assert_eq!(count(&home, Ball::Bank), (0, None, None));
    assert_eq!(count(&home, Ball::Channel).0, 1);
    // The oldest came at ten in the morning in Shanghai, the others ten minutes later; it is ten past one. Nobody
    // works from twelve to one.
    let minutes = |minutes| Some(Spent::Working(minutes));
    assert_eq!(count(&home, Ball::Us), (3, minutes(120), minutes(130)));
    assert_eq!(home.oldest.len(), 3);
    assert_eq!(home.oldest[0].0.id, oldest.id);
    let steps: Vec<(String, i64)> = home
        .steps
        .iter()
        .map(|step| (step.step.as_ref().map(Step::word).unwrap_or_default(), step.count))
        .collect();
    let steps: BTreeSet<(String, i64)> = steps.into_iter().collect();
    let wanted = [("hand_in", 1), ("paper.business_licence", 1), ("section.business", 1)];
    assert_eq!(steps, wanted.map(|(step, count)| (step.to_owned(), count)).into());
    let this_week = home.weeks.last().expect("twelve weeks");
    assert_eq!((home.weeks.len(), this_week.monday), (12, date!(2026 - 11 - 30)));
    assert_eq!((this_week.approved, this_week.rejected), (1, 1));
    assert_eq!(home.weeks.iter().map(|week| week.approved + week.rejected).sum::<i64>(), 2);
}

/// The widths of the bars of a table, with what each is said to be.
fn shares(page: &Answer, heading: &str) -> Vec<(String, String)> {
    let html = page.html();
    let all = |css: &str| Selector::parse(css).expect("a selector");
    let (sections, heads) = (all("main section"), all("h2"));
    let titled = |section: &ElementRef<'_>| {
        section.select(&heads).any(|head| head.text().collect::<String>() == heading)
    };
    let section = html.select(&sections).find(titled).unwrap_or_else(|| panic!("no section {heading}"));
    let (bars, part) = (all("svg.share"), all("rect.part"));
    let bars = section.select(&bars).map(|bar| {
        let drawn = bar.select(&part).next().and_then(|part| part.attr("width")).expect("a bar");
        (bar.attr("aria-label").expect("its words").to_owned(), drawn.to_owned())
    });
    bars.collect()
}

/// A bar of the chart of decisions: what it says, where it begins and how high it is, in thousandths.
fn bars(page: &Answer) -> Vec<(String, i64, i64)> {
    let html = page.html();
    let bars = Selector::parse("figure.chart svg.chart-drawing rect.bar").expect("a selector");
    let bars = html.select(&bars).map(|bar| {
        let number = |name: &str| bar.attr(name).and_then(|value| value.parse().ok()).expect("a number");
        (bar.text().collect(), number("y"), number("height"))
    });
    bars.filter(|(_, _, height): &(String, i64, i64)| *height != 0).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_drawn_is_what_the_tables_say() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    scene(&harbour).await;
    let page = ada.browser.get(&harbour.at("/console")).await;
    let one = |words: &str, width: &str| (words.to_owned(), width.to_owned());
    // Nine applications: three drafts, two and one at the desk, and one at each of three ends.
    let states: Vec<_> =
        shares(&page, "Applications by state").into_iter().filter(|(_, w)| w != "0").collect();
    assert_eq!(
        states,
        [
            one("Draft: 33%", "333"),
            one("First review: 22%", "222"),
            one("Second review: 11%", "111"),
            one("Approved: 11%", "111"),
            one("Rejected: 11%", "111"),
            one("Withdrawn: 11%", "111"),
        ]
    );
    let stops = shares(&page, "Where drafts stop");
    assert_eq!(stops.iter().map(|(_, width)| width.as_str()).collect::<Vec<_>>(), ["333"; 3], "{stops:?}");
    // One week with two decisions, one on top of the other, each as high as the other, and both on the chart.
    let drawn = bars(&page);
    let [(approved, top, height), (rejected, over, same)] = drawn.as_slice() else { panic!("{drawn:?}") };
    assert_eq!((approved.as_str(), rejected.as_str()), ("30 Nov · Approved · 1", "30 Nov · Rejected · 1"));
    assert_eq!((top + height, over + same, height), (1000, *top, same), "{drawn:?}");
    assert!(*over >= 0, "{drawn:?}");
    // The table beside has a row for each week and the same numbers in it.
    let rows = page.texts("figure.chart table tbody tr");
    assert_eq!((rows.len(), rows.last().map(String::as_str)), (12, Some("30 Nov 1 1")), "{rows:?}");
    assert!(rows.iter().rev().skip(1).all(|row| row.ends_with(" 0 0")), "{rows:?}");
}

/// Links with this in their address: words and address.
fn links(page: &Answer, part: &str) -> Vec<(String, String)> {
    let (html, links) = (page.html(), Selector::parse("main a[href]").expect("a selector"));
    let links =
        html.select(&links).map(|link| (link.text().collect(), link.attr("href").unwrap_or_default().into()));
    links.filter(|(_, href): &(String, String)| href.contains(part)).collect()
}

/// Every number that leads somewhere, with where it leads.
fn ways(page: &Answer) -> Vec<(usize, String)> {
    let links = links(page, "/console/applications?").into_iter();
    links.filter_map(|(words, href)| Some((words.replace(',', "").trim().parse().ok()?, href))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_number_leads_to_a_list_of_as_many() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let oskar = harbour.staff("oskar@harbour.example", &[Role::Auditor]).await;
    let empty = ada.browser.get(&harbour.at("/console")).await;
    assert!(empty.words().contains("No application yet"), "{}", empty.words());
    scene(&harbour).await;
    for person in [&ada, &oskar] {
        let page = person.browser.get(&harbour.at("/console")).await;
        let ways = ways(&page);
        // Six states, three who hold something, three steps, two decisions.
        assert_eq!(ways.len(), 14, "{ways:?}");
        for (count, href) in ways {
            let list = person.browser.get(&href).await;
            assert_eq!(list.status, 200, "{href}");
            assert_eq!(list.texts("tbody tr").len(), count, "{href}: {}", list.words());
            assert!(!list.body.contains("/desk/cases/"), "{href}: a case, for one who sees none");
        }
    }
    let both = harbour.staff("bea@harbour.example", &[Role::Admin, Role::Reviewer]).await;
    let list = both.browser.get(&harbour.at("/console/applications?state=second_review")).await;
    let cases = links(&list, "/desk/cases/");
    assert_eq!(both.browser.get(&cases[0].1).await.status, 200);
    // Filters that are none are left aside; a search finds numbers and names.
    let odd =
        ada.browser.get(&harbour.at("/console/applications?state=lost&step=x&decided=soon&after=1")).await;
    assert_eq!((odd.status, odd.texts("tbody tr").len()), (200, 9));
    let none = ada.browser.get(&harbour.at("/console/applications?q=nobody")).await;
    assert!(none.words().contains("No application fits"), "{}", none.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_stood_on_the_side_of_is_not_listed_to_them() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let mine = harbour.merchant("owner@merchant.example").await.filled_in().await.with_papers().await;
    let mine = mine.submitted().await;
    mine.owner.join_staff(&[Role::Admin]).await;
    let seen = async |by: &tests::builders::Person<'_>, path: &str| {
        by.browser.get(&harbour.at(path)).await.body.contains(&mine.row().await.case_number)
    };
    for path in ["/console", "/console/applications", "/console/applications?ball=us"] {
        assert!(seen(&ada, path).await, "{path}");
        assert!(!seen(&mine.owner, path).await, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_knows_whose_turn_it_is_as_the_rules_do() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    let id = desk.draft(&mut lin).await;
    let mut owner = desk.world.database.owner().await;
    for kind in StateKind::ALL {
        let ball: Option<String> =
            sqlx::query_scalar("update applications set state = $2 where id = $1 returning ball")
                .bind(id.0)
                .bind(kind.word())
                .fetch_one(&mut owner)
                .await
                .expect("a row");
        assert_eq!(ball.as_deref(), kind.ball().map(Ball::word), "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn counts_hold_when_many_move_at_once() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    let mut ids = Vec::new();
    for _ in 0..8 {
        ids.push(desk.submitted(&mut lin).await);
    }
    let services = &desk.world.services;
    let moves = ids.iter().map(|id| services::applications::withdraw(services, &lin, *id));
    for done in futures::future::join_all(moves).await {
        done.expect("withdrawn");
    }
    desk.world.run_jobs().await;
    let sql = "select count(*) from (
        (select state, count from application_counts where count > 0 and tenant_id = $1
         except select state, count(*) from applications group by state)
        union all
        (select state, count(*) from applications where tenant_id = $1 group by state
         except select state, count from application_counts)) d";
    assert_eq!(desk.number(sql, desk.tenant.id.0).await, 0);
}

async fn all_pages(desk: &Desk, by: &Actor, wanted: Wanted) -> Vec<ApplicationId> {
    let (mut found, mut wanted) = (Vec::new(), wanted);
    loop {
        let page = overview::list(&desk.world.services, by, &wanted).await.expect("a page");
        assert!(page.lines.len() <= overview::PAGE);
        found.extend(page.lines.iter().map(|line| line.id));
        wanted.after = page.next;
        if page.next.is_none() {
            return found;
        }
    }
}

/// Ten thousand applications in every state, by their rows alone.
async fn crowd(desk: &Desk, like: ApplicationId) {
    let mut owner = desk.world.database.owner().await;
    sqlx::query(
        "insert into applications (tenant_id, id, merchant_id, case_number, kind, country, rules_version, state,
             state_data, name, created_by, created_at, updated_at)
         select a.tenant_id, gen_random_uuid(), a.merchant_id, 'GW-T' || n, a.kind, a.country, a.rules_version,
                (array['draft', 'submitted', 'in_review', 'second_review', 'approved', 'rejected', 'withdrawn',
                       'expired'])[1 + n % 8],
                '{}', 'Number ' || n, a.created_by, a.created_at, a.updated_at - make_interval(mins => n)
         from applications a cross join generate_series(1, 10000) n where a.id = $1",
    )
    .bind(like.0)
    .execute(&mut owner)
    .await
    .expect("a crowd");
    sqlx::query("analyze applications").execute(&mut owner).await.expect("statistics");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_are_counted_at_once_and_each_stands_on_one_page() {
    let desk = Desk::new().await;
    let (mut lin, ada) = (desk.newcomer("lin").await, desk.staff("ada", &[Role::Admin]).await);
    let id = desk.draft(&mut lin).await;
    crowd(&desk, id).await;
    let begun = Instant::now();
    let home = overview::home(&desk.world.services, &ada).await.expect("the home");
    let counted = begun.elapsed();
    assert_eq!((state(&home, StateKind::Approved), state(&home, StateKind::Draft)), (1250, 1251));
    assert_eq!(count(&home, Ball::Us).0, 3750);
    let begun = Instant::now();
    let ours = Wanted { ball: Some(Ball::Us), ..Wanted::default() };
    let page = overview::list(&desk.world.services, &ada, &ours).await.expect("a page");
    assert_eq!(page.lines.len(), overview::PAGE);
    println!("home {counted:?}, one page {:?}", begun.elapsed());
    assert!(counted.as_millis() < 1000, "the home took {counted:?}");
    for (wanted, count) in [
        (Wanted { state: Some(StateKind::Rejected), ..Wanted::default() }, 1250),
        (Wanted { ball: Some(Ball::Us), state: Some(StateKind::Submitted), ..Wanted::default() }, 1250),
    ] {
        let found = all_pages(&desk, &ada, wanted.clone()).await;
        assert_eq!((found.len(), found.iter().collect::<BTreeSet<_>>().len()), (count, count), "{wanted:?}");
    }
    let week = Decided { week: date!(2026 - 11 - 30), outcome: Outcome::Approved };
    assert_eq!(all_pages(&desk, &ada, Wanted { decided: Some(week), ..Wanted::default() }).await, []);
}
