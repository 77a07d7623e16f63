//! Offers: two people, then the merchant; versions, and who sees what.

use super::{
    prices::{as_app, constraint_of},
    stock::{alipay, approve, line, refusals},
};
use domain::{
    MerchantId, OfferId,
    fees::{Claim, Rate, offer::StandingKind},
    permissions::Role,
};
use services::{
    ServiceError,
    fees::{
        offers::{self, Filter},
        prices::{self, Answer, NewLine},
    },
};
use std::net::{IpAddr, Ipv4Addr};
use tests::{
    builders::{MerchantBuilder, Person},
    world::World,
};

const FROM: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 9));

fn yes() -> Answer {
    Answer::Approve { reason: "It is worth it".into() }
}

async fn offered(
    merchant: &MerchantBuilder<'_>,
    (one, other): (&Person<'_>, &Person<'_>),
    lines: &[NewLine],
) -> OfferId {
    let services = &one.tenant.world.services;
    let to = merchant.merchant().await;
    let id = offers::propose(services, &one.actor().await, to, lines).await.expect("it is proposed");
    offers::decide(services, &other.actor().await, id, &yes()).await.expect("it is approved");
    id
}

async fn paid(person: &Person<'_>, merchant: MerchantId) -> Vec<(Option<Rate>, bool)> {
    let services = &person.tenant.world.services;
    let all = prices::for_merchant(services, &person.actor().await, merchant, None).await.expect("prices");
    all.iter().map(|price| (price.claim.percent, price.agreed)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_takes_two_people_and_its_merchant() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let other = tenant.merchant("mei@otherwise.example").await;
    let (services, id) = (&world.services, merchant.merchant().await);
    approve(services, &admin, &second, &line(alipay(7_000))).await;
    assert_eq!(paid(&merchant.owner, id).await, [(Rate::new(7_000), false)], "by the list");

    let new = [line(alipay(6_500))];
    let offer = offers::propose(services, &admin.actor().await, id, &new).await.expect("it is proposed");
    let again = offers::propose(services, &admin.actor().await, id, &new).await;
    assert_eq!(refusals(again), [(String::new(), "offers-why-standing".to_owned())]);
    let own = offers::decide(services, &admin.actor().await, offer, &yes()).await;
    assert!(matches!(own, Err(ServiceError::Conflict("prices-why-proposer"))), "{own:?}");
    let owner = merchant.owner.actor().await;
    let early = offers::accept(services, &owner, offer, 1, FROM).await;
    assert!(matches!(early, Err(ServiceError::NotFound)), "what is proposed isn't there for it: {early:?}");
    offers::decide(services, &second.actor().await, offer, &yes()).await.expect("it is approved");
    world.run_jobs().await;
    assert!(world.mail_to("lin@haifeng.example").subject.contains("New prices"));
    assert_eq!(paid(&merchant.owner, id).await, [(Rate::new(7_000), false)], "not before it is accepted");

    let afar = offers::accept(services, &other.owner.actor().await, offer, 1, FROM).await;
    assert!(matches!(afar, Err(ServiceError::NotFound)), "{afar:?}");
    let clerk = tenant.person("clerk@haifeng.example").await;
    clerk.join_merchant(id, Role::Finance).await;
    let clerks = offers::accept(services, &clerk.actor().await, offer, 1, FROM).await;
    assert!(matches!(clerks, Err(ServiceError::Forbidden)), "{clerks:?}");
    let stale = offers::accept(services, &owner, offer, 2, FROM).await;
    assert!(matches!(stale, Err(ServiceError::Conflict("offers-why-gone"))), "{stale:?}");
    // Past the code: the database takes the word of an owner alone.
    let mut app = as_app(&world, tenant.id.0).await;
    let accept =
        "update offers set accepted_by = $2, accepted_at = proposed_at, accepted_address = 'x' where id = $1";
    let clerks = sqlx::query(accept).bind(offer.0).bind(clerk.id.0).execute(&mut app).await;
    assert_eq!(constraint_of(clerks), "own_offer");
    offers::accept(services, &owner, offer, 1, FROM).await.expect("it is accepted");
    let twice = offers::accept(services, &owner, offer, 1, FROM).await;
    assert!(matches!(twice, Err(ServiceError::Conflict("offers-why-gone"))), "{twice:?}");
    assert_eq!(paid(&merchant.owner, id).await, [(Rate::new(6_500), true)]);
    assert_eq!(paid(&clerk, id).await, [(Rate::new(6_500), true)]);
    assert_eq!(paid(&other.owner, other.merchant().await).await, [(Rate::new(7_000), false)]);
    let foreign = prices::for_merchant(services, &other.owner.actor().await, id, None).await;
    assert!(matches!(foreign, Err(ServiceError::NotFound)), "{foreign:?}");
    let (listed, _, _) = offers::one(services, &admin.actor().await, offer).await.unwrap();
    let accepted = listed.offer.accepted.expect("who accepted it");
    assert_eq!((accepted.by.as_str(), accepted.address.as_str()), ("lin@haifeng.example", "203.0.113.9"));
    assert_eq!(accepted.at, services.now());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_version_takes_the_place_of_the_one_before() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (services, id) = (&world.services, merchant.merchant().await);
    let staff = (&admin, &second);
    let first = offered(&merchant, staff, &[line(alipay(6_500))]).await;
    let owner = merchant.owner.actor().await;
    offers::accept(services, &owner, first, 1, FROM).await.expect("it is accepted");
    let unread = offered(&merchant, staff, &[line(alipay(6_400))]).await;
    let third = offered(&merchant, staff, &[line(alipay(6_300))]).await;
    let gone = offers::accept(services, &owner, unread, 2, FROM).await;
    assert!(matches!(gone, Err(ServiceError::Conflict("offers-why-gone"))), "{gone:?}");
    assert_eq!(paid(&merchant.owner, id).await, [(Rate::new(6_500), true)], "until the merchant says so");
    offers::accept(services, &owner, third, 3, FROM).await.expect("it is accepted");
    assert_eq!(paid(&merchant.owner, id).await, [(Rate::new(6_300), true)]);
    let filter = |kind| Filter { standing: Some(kind), ..Filter::default() };
    let versions = async |kind| -> Vec<i32> {
        let (found, _) = offers::all(services, &admin.actor().await, &filter(kind)).await.unwrap();
        let mut versions: Vec<i32> = found.iter().map(|one| one.offer.version).collect();
        versions.sort_unstable();
        versions
    };
    assert_eq!(versions(StandingKind::Superseded).await, [1, 2]);
    assert_eq!(versions(StandingKind::Accepted).await, [3]);
    assert!(versions(StandingKind::Approved).await.is_empty());
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn below_cost_in_one_line_takes_a_senior_and_nobody_answers_for_their_own_side() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let second = tenant.staff("bo@harbour.example", &[Role::Admin]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (services, id) = (&world.services, merchant.merchant().await);
    let web = Claim { product: Some("web".into()), ..alipay(5_000) };
    let lines = [line(alipay(7_000)), line(web)];
    let twice = [lines[0].clone(), lines[0].clone(), line(Claim { fx: None, ..alipay(1) })];
    let wrong = refusals(offers::propose(services, &admin.actor().await, id, &twice).await);
    let expected = [("line.2.from", "offers-error-overlap"), ("line.3.fx", "prices-error-open")];
    assert_eq!(wrong, expected.map(|(field, key)| (field.to_owned(), key.to_owned())));
    assert_eq!(
        refusals(offers::propose(services, &admin.actor().await, id, &[]).await)[0].1,
        "offers-error-lines"
    );
    let offer = offers::propose(services, &admin.actor().await, id, &lines).await.expect("it is proposed");
    let admins = offers::decide(services, &second.actor().await, offer, &yes()).await;
    assert!(matches!(admins, Err(ServiceError::Conflict("prices-why-senior"))), "{admins:?}");
    let bare = Answer::Approve { reason: String::new() };
    let bare = offers::decide(services, &senior.actor().await, offer, &bare).await;
    assert_eq!(refusals(bare), [("reason".to_owned(), "prices-error-reason".to_owned())]);

    let insider = tenant.staff("inside@harbour.example", &[Role::SeniorReviewer]).await;
    insider.join_merchant(id, Role::Developer).await;
    let inside = offers::decide(services, &insider.actor().await, offer, &yes()).await;
    assert!(matches!(inside, Err(ServiceError::Conflict("error-both-sides"))), "{inside:?}");
    offers::decide(services, &senior.actor().await, offer, &yes()).await.expect("it is approved");
    world.run_jobs().await;
}
