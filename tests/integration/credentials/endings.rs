//! Overlaps, terms and fences, at their edges, by the fixed clock.

use super::{drawn, rotate, scene, secret_of, speaks};
use domain::permissions::Role;
use server::housekeeping;
use services::credentials::{self, NewInput};
use store::ports::Clock;
use tests::{browser::Answer, world::World};
use time::{Duration, OffsetDateTime};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn k04_the_replaced_secret_speaks_until_its_overlap_is_over() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let lin = &scene.merchant.owner;
    for (overlap, length) in [("hour", Duration::HOUR), ("day", Duration::DAY), ("week", Duration::WEEK)] {
        let (id, old) = drawn(&scene.merchant, "test").await;
        let begun = world.clock.now();
        let answer = rotate(lin, id, overlap).await;
        let new = secret_of(&answer);
        assert!(answer.words().contains("The old key works until"), "{}", answer.words());
        world.clock.set(begun + length - Duration::SECOND);
        assert_eq!((speaks(&world, &old).await, speaks(&world, &new).await), (200, 200), "{overlap}");
        // Sessions idle out in a week: what is looked at is looked at in a fresh one.
        lin.sign_in().await;
        let list = lin.browser.get(&lin.tenant.at("/credentials")).await.words();
        assert!(list.contains("Being replaced") && list.contains("Works until"), "{list}");
        for secret in [&old, &new] {
            assert!(list.contains(&secret[secret.len() - 4..]), "both are shown: {list}");
        }
        world.clock.set(begun + length);
        assert_eq!((speaks(&world, &old).await, speaks(&world, &new).await), (401, 200), "{overlap}");
    }
    housekeeping::once(&world.services, false).await;
    assert_eq!(expired(&world).await, 3, "noted, once each");
    housekeeping::once(&world.services, false).await;
    assert_eq!(expired(&world).await, 3);
}

async fn expired(world: &World) -> i64 {
    let mut owner = world.database.owner().await;
    let sql = "select count(*) from audit_events where name = 'credential.expired'";
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

/// A drawn test credential that is good until the end of this day.
async fn until(world: &World, scene: &super::Scene<'_>, day: &str) -> String {
    let (services, actor) = (&world.services, scene.merchant.owner.actor().await);
    let new = NewInput {
        environment: "test".into(),
        label: "For a while".into(),
        expires: day.into(),
        ..NewInput::default()
    };
    let merchant = Some(scene.merchant.merchant().await);
    let id = credentials::create(services, &actor, merchant, &new).await.expect("a credential");
    let drawn = credentials::draw(services, &actor, id).await.expect("drawn");
    world.run_jobs().await;
    drawn.secret.as_str().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_term_ends_with_its_last_day_where_the_tenant_is_and_is_told_of_a_week_before() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let secret = until(&world, &scene, "2026-12-10").await;
    // Midnight in Shanghai.
    let end: OffsetDateTime = time::macros::datetime!(2026-12-10 16:00 UTC);
    let reminders = async || -> usize {
        housekeeping::once(&world.services, false).await;
        world.run_jobs().await;
        let mails = world.mailbox.list(1000).expect("mails");
        mails.iter().filter(|mail| mail.subject.contains("within 7 days")).count()
    };
    world.clock.set(end - Duration::WEEK - Duration::SECOND);
    assert_eq!(reminders().await, 0);
    world.clock.set(end - Duration::WEEK);
    assert_eq!((reminders().await, reminders().await), (1, 1), "once");
    world.clock.set(end - Duration::SECOND);
    let (status, me) = crate::journey::who_am_i(&world, &secret).await;
    assert_eq!((status, me["valid_until"].as_str()), (200, Some("2026-12-10T16:00:00Z")), "{me}");
    world.clock.set(end);
    assert_eq!(speaks(&world, &secret).await, 401, "whether or not anybody has noted it");
    assert_eq!(expired(&world).await, 0);
    housekeeping::once(&world.services, false).await;
    assert_eq!(expired(&world).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fenced_credential_is_refused_from_elsewhere_and_says_no_more() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (id, secret) = drawn(&scene.merchant, "test").await;
    let lin = &scene.merchant.owner;
    let path = lin.tenant.at(&format!("/credentials/{id}/networks"));
    let fence = async |networks: &str| {
        let page = lin.browser.get(&path).await;
        lin.browser.send_form(&page, &page.main_form(), &[("networks", networks)]).await
    };
    assert_eq!(fence("203.0.113.0/24\n2001:db8::/32").await.status, 303);
    let (status, problem) = crate::journey::who_am_i(&world, &secret).await;
    assert_eq!((status, problem["code"].as_str()), (403, Some("credential-address")), "{problem}");
    assert!(!problem.to_string().contains("203.0.113"), "{problem}");
    // Whoever doesn't hold the secret learns nothing of a fence.
    let other = if secret.ends_with('x') { 'y' } else { 'x' };
    let wrong = format!("{}{other}", &secret[..secret.len() - 1]);
    assert_eq!(speaks(&world, &wrong).await, 401);
    assert_eq!(fence("203.0.113.0/24\n127.0.0.0/8, ::1").await.status, 303);
    assert_eq!(speaks(&world, &secret).await, 200);
    let refused = fence("127.0.0.1/8").await;
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("127.0.0.1/8"), "{}", refused.words());
    // The one that takes its place has the same fence.
    fence("203.0.113.0/24").await;
    let new = secret_of(&rotate(lin, id, "day").await);
    assert_eq!(speaks(&world, &new).await, 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_use_is_kept_to_the_minute() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let (id, secret) = drawn(&scene.merchant, "test").await;
    let used = async || -> Option<OffsetDateTime> {
        // It is noted beside the answer.
        for _ in 0..50 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            let mut owner = world.database.owner().await;
            let sql = "select last_used_at from credentials where id = $1";
            let at = sqlx::query_scalar(sql).bind(id.0).fetch_one(&mut owner).await.expect(sql);
            if let Some(at) = at {
                return Some(at);
            }
        }
        None
    };
    // On the pages of whoever it belongs to, and of the administrators.
    let admin = scene.tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    let shown = async || {
        let own = scene.merchant.owner.browser.get(&scene.tenant.at("/credentials")).await;
        let all = admin.browser.get(&scene.tenant.at("/console/credentials")).await;
        [used_on(&own), used_on(&all)]
    };
    assert_eq!(shown().await, [["Never"], ["Never"]]);
    let first = world.clock.now();
    assert_eq!(speaks(&world, &secret).await, 200);
    assert_eq!(used().await, Some(first));
    assert_eq!(shown().await, [["30 Nov 2026, 10:00"], ["30 Nov 2026, 10:00"]]);
    world.clock.advance(Duration::seconds(59));
    assert_eq!(speaks(&world, &secret).await, 200);
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(used().await, Some(first), "at most once a minute");
    world.clock.advance(Duration::seconds(1));
    assert_eq!(speaks(&world, &secret).await, 200);
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(used().await, Some(first + Duration::MINUTE));
    assert_eq!(shown().await, [["30 Nov 2026, 10:01"], ["30 Nov 2026, 10:01"]]);
}

/// What each row of a page's table says of its last use.
fn used_on(page: &Answer) -> Vec<String> {
    let heads = page.texts("main table thead th");
    let place = heads.iter().position(|head| head == "Last used");
    let place = place.unwrap_or_else(|| panic!("no column for it: {heads:?}"));
    page.texts(&format!("main table tbody tr > :nth-child({})", place + 1))
}
