//! The price list: two people, days that don't overlap, rows that nobody edits, and what a senior alone may approve.

use super::stock::{DAY, alipay, approve, line, priced, refusals};
use domain::{
    fees::{Claim, Rate, Segment, offer::StandingKind, ranking::Weights},
    permissions::{Act, Role},
};
use services::{
    ServiceError,
    fees::{
        Question,
        prices::{self, Answer, NewLine, NoPrice},
    },
};
use sqlx::{Connection, PgConnection};
use tests::world::World;
use time::Duration;
use uuid::Uuid;

fn reason(reason: &str) -> Answer {
    Answer::Approve { reason: reason.into() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_takes_two_people_and_then_everybody_sees_it() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let auditor = tenant.staff("ines@harbour.example", &[Role::Auditor]).await;
    let services = &world.services;
    let new = line(alipay(7_000));
    let mine = admin.actor().await;
    let not_theirs = prices::propose(services, &auditor.actor().await, &new).await;
    assert!(matches!(not_theirs, Err(ServiceError::Forbidden)), "{not_theirs:?}");
    let id = prices::propose(services, &mine, &new).await.expect("it is proposed");
    assert!(
        prices::for_visitor(services, tenant.id).await.unwrap().is_empty(),
        "not before the second person"
    );
    let own = prices::decide(services, &mine, id, &reason("")).await;
    assert!(matches!(own, Err(ServiceError::Conflict("prices-why-proposer"))), "{own:?}");
    assert!(matches!(
        prices::decide(services, &auditor.actor().await, id, &reason("")).await,
        Err(ServiceError::Forbidden)
    ));
    prices::decide(services, &second.actor().await, id, &reason("")).await.expect("it is approved");
    let twice = prices::decide(services, &second.actor().await, id, &Answer::Decline).await;
    assert!(matches!(twice, Err(ServiceError::Conflict("prices-why-not-now"))), "{twice:?}");

    let [price] = &prices::for_visitor(services, tenant.id).await.unwrap()[..] else { panic!("one price") };
    assert_eq!(
        (price.channel.as_str(), price.claim.percent, price.agreed),
        ("alipay", Rate::new(7_000), false)
    );
    let question = Question {
        weights: Weights::default(),
        mix: vec![Segment {
            product: Some("qr".into()),
            industry: Some("5814".into()),
            ..priced(100, 10_000)
        }],
        currency: "CNY".into(),
        annual_rate: Rate::ZERO,
        with_unverified: true,
        on: None,
    };
    let rows = prices::board(services, tenant.id, vec![price.clone()], question).await.unwrap();
    assert_eq!(rows[0].bill.as_ref().map(|bill| bill.total), Ok(7_000));
    assert!(rows[1..].iter().all(|row| row.bill == Err(NoPrice::OnRequest)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn below_cost_takes_a_senior_and_a_reason() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let (services, mine) = (&world.services, admin.actor().await);
    let id = prices::propose(services, &mine, &line(alipay(5_000))).await.expect("it is proposed");
    let admins = prices::decide(services, &second.actor().await, id, &reason("A big name")).await;
    assert!(matches!(admins, Err(ServiceError::Conflict("prices-why-senior"))), "{admins:?}");
    let bare = prices::decide(services, &senior.actor().await, id, &reason(" ")).await;
    assert_eq!(refusals(bare), [("reason".to_owned(), "prices-error-reason".to_owned())]);
    // Past the code: neither the same person nor an admin with a reason, and never a change of the line.
    let mut app = as_app(&world, tenant.id.0).await;
    let approve = "update price_lines set approved_by = $2, approved_at = proposed_at, below_cost_reason = $3 where id = $1";
    for (by, why, constraint) in [(admin.id.0, None, "four_eyes"), (second.id.0, Some("x"), "active_staff")] {
        let done = sqlx::query(approve).bind(id.0).bind(by).bind(why).execute(&mut app).await;
        assert_eq!(constraint_of(done), constraint);
    }
    prices::decide(services, &senior.actor().await, id, &reason("A big name")).await.expect("it is approved");
    let again = sqlx::query(approve).bind(id.0).bind(second.id.0).bind(Some("y")).execute(&mut app).await;
    assert!(again.unwrap_err().to_string().contains("never changed"));
    let changed = sqlx::query("update price_lines set claim = '{}'").execute(&mut app).await;
    assert!(changed.unwrap_err().to_string().contains("permission denied"));
    let mut owner = world.database.owner().await;
    let changed = sqlx::query("update price_lines set valid_to = null").execute(&mut owner).await;
    assert!(changed.unwrap_err().to_string().contains("never changed"));
    let (listed, _) = prices::one(services, &mine, id).await.unwrap();
    assert_eq!(listed.row.reason.as_deref(), Some("A big name"));

    // What nobody can tell counts as well.
    let dollars = Claim { currency: "USD".into(), ..alipay(9_000) };
    let id = prices::propose(services, &mine, &line(dollars)).await.expect("it is proposed");
    let admins = prices::decide(services, &second.actor().await, id, &reason("")).await;
    assert!(matches!(admins, Err(ServiceError::Conflict("prices-why-senior"))), "{admins:?}");
    assert!(!Role::Admin.may(Act::ApproveBelowCost));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lines_for_the_same_payments_share_no_day_and_another_takes_ones_place() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let (services, mine) = (&world.services, admin.actor().await);
    let first = prices::propose(services, &mine, &line(alipay(7_000))).await.unwrap();
    let rival = prices::propose(services, &mine, &line(alipay(7_500))).await.unwrap();
    prices::decide(services, &second.actor().await, first, &reason("")).await.unwrap();
    let meanwhile = prices::decide(services, &second.actor().await, rival, &reason("")).await;
    assert!(matches!(meanwhile, Err(ServiceError::Conflict("prices-why-overlap"))), "{meanwhile:?}");
    let mut app = as_app(&world, tenant.id.0).await;
    let past =
        sqlx::query("update price_lines set approved_by = $2, approved_at = proposed_at where id = $1");
    let past = past.bind(rival.0).bind(second.id.0).execute(&mut app).await;
    assert_eq!(constraint_of(past), "price_overlap");
    prices::decide(services, &second.actor().await, rival, &Answer::Decline).await.unwrap();

    let next = DAY + Duration::days(10);
    let later = NewLine { from: Some(next), ..line(alipay(8_000)) };
    let overlap = prices::propose(services, &mine, &later).await;
    assert_eq!(refusals(overlap), [("from".to_owned(), "prices-error-overlap".to_owned())]);
    let elsewhere = line(Claim { industry: vec!["5812".into()], ..alipay(7_200) });
    prices::propose(services, &mine, &elsewhere).await.expect("other payments");
    let instead = NewLine { replaces: Some(first), ..later };
    let other = NewLine { claim: Claim { product: Some("web".into()), ..alipay(8_000) }, ..instead.clone() };
    let other = refusals(prices::propose(services, &mine, &other).await);
    assert_eq!(other, [("channel".to_owned(), "prices-error-replaces-other".to_owned())]);
    let new = approve(services, &admin, &second, &instead).await;
    let twice = prices::propose(services, &mine, &instead).await;
    assert_eq!(refusals(twice), [(String::new(), "prices-error-replaced".to_owned())]);

    let kinds = async || -> Vec<(Option<Rate>, StandingKind)> {
        let (all, _) = prices::all(services, &mine).await.unwrap();
        all.iter().map(|one| (one.row.line.claim.percent, one.kind)).collect()
    };
    let shown = async || -> Vec<Option<Rate>> {
        let all = prices::for_visitor(services, tenant.id).await.unwrap();
        all.iter().map(|price| price.claim.percent).collect()
    };
    assert_eq!(shown().await, [Rate::new(7_000)]);
    assert!(kinds().await.contains(&(Rate::new(7_000), StandingKind::Approved)));
    world.clock.advance(Duration::days(10));
    let mine = admin.actor().await;
    assert_eq!(shown().await, [Rate::new(8_000)], "on the first day of the new one");
    let (all, _) = prices::all(services, &mine).await.unwrap();
    let old = all.iter().find(|one| one.row.id == first).unwrap();
    assert_eq!((old.kind, old.row.successor), (StandingKind::Superseded, Some((new, next))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_line_is_said_at_its_field() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let (services, mine) = (&world.services, admin.actor().await);
    let sound = line(alipay(7_000));
    let wrong: [(NewLine, &str, &str); 9] = [
        (line(Claim { channel: None, ..alipay(1) }), "channel", "error-choose"),
        (line(Claim { product: Some("fax".into()), ..alipay(1) }), "product", "error-choose"),
        (
            line(Claim { industry: vec!["5814".into(), "5812".into()], ..alipay(1) }),
            "industry",
            "prices-error-industries",
        ),
        (line(Claim { fixed: None, ..alipay(1) }), "fixed", "prices-error-open"),
        (NewLine { beneath: "nothing".into(), ..sound.clone() }, "beneath", "prices-error-beneath"),
        (
            NewLine { beneath: "stripe-us-card".into(), ..sound.clone() },
            "beneath",
            "prices-error-beneath-channel",
        ),
        (NewLine { from: None, ..sound.clone() }, "from", "form-error-required"),
        (NewLine { from: Some(DAY - Duration::days(1)), ..sound.clone() }, "from", "prices-error-from-past"),
        (NewLine { to: Some(DAY - Duration::days(1)), ..sound.clone() }, "to", "prices-error-to-before"),
    ];
    for (new, field, key) in wrong {
        let found = refusals(prices::propose(services, &mine, &new).await);
        assert!(found.contains(&(field.to_owned(), key.to_owned())), "{field}: {found:?}");
    }
    let apple = Claim { channel: Some("apple_pay".into()), ..alipay(30_000) };
    let rides = NewLine { beneath: "stripe-us-card".into(), ..line(apple) };
    prices::propose(services, &mine, &rides).await.expect("a wallet stands on its acquirer's claim");
    // Another tenant's line is nothing here.
    let haven = world.tenant("haven").await;
    let stranger = haven.staff("eve@haven.example", &[Role::Admin]).await;
    let id = prices::propose(services, &mine, &sound).await.unwrap();
    let afar = prices::decide(services, &stranger.actor().await, id, &reason("")).await;
    assert!(matches!(afar, Err(ServiceError::NotFound)), "{afar:?}");
    assert!(prices::all(services, &stranger.actor().await).await.unwrap().0.is_empty());
}

pub(super) async fn as_app(world: &World, tenant: Uuid) -> PgConnection {
    let mut app = PgConnection::connect(&world.database.app_url()).await.expect("the app connects");
    let set = sqlx::query("select set_config('app.tenant_id', $1, false)").bind(tenant.to_string());
    set.execute(&mut app).await.expect("the tenant is set");
    app
}

pub(super) fn constraint_of(result: Result<sqlx::postgres::PgQueryResult, sqlx::Error>) -> String {
    match result {
        Err(sqlx::Error::Database(error)) => error.constraint().unwrap_or_default().to_owned(),
        other => panic!("{other:?}"),
    }
}
