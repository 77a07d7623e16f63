//! What merchants pay at a tenant of the story: a price list that its admin proposed and its senior reviewer approved,
//! one line that still waits, and offers as far along as their merchants.

use super::{course::Goal, merchant::Merchant, mixes, player::Player, stage::Stage};
use domain::{
    Actor, MerchantId, TenantId,
    fees::{Claim, DisputeStep, Minor, Rate},
};
use services::{
    Services, applications,
    fees::{
        offers,
        prices::{self, Answer, NewLine},
    },
};
use std::net::{IpAddr, Ipv4Addr};
use time::Date;

/// Why the list holds lines of which nobody can tell what they leave.
const REASON: &str = "The channel publishes no price for cards from abroad; our own contract follows.";

/// A line: channel, product, industry, currency, share, fixed fee, what is added from abroad, the claim beneath.
type Told =
    (&'static str, Option<&'static str>, Option<&'static str>, &'static str, u64, u64, u64, &'static str);

/// Lines that hold.
const LIST: [Told; 5] = [
    ("alipay", Some("qr"), None, "CNY", 8_800, 0, 0, "alipay-cn-qr"),
    ("alipay", Some("qr"), Some("5814"), "CNY", 7_800, 0, 0, "alipay-cn-qr"),
    ("wechat_pay", None, Some("5814"), "CNY", 8_000, 0, 0, "wechat-cn-716"),
    ("stripe", Some("web"), None, "USD", 33_000, 35, 18_000, "stripe-us-card"),
    ("paypal", Some("web"), None, "USD", 38_900, 59, 18_000, "paypal-us-checkout"),
];

/// A line that waits for a second person.
const WAITING: Told = ("stripe", Some("in_app"), None, "USD", 28_000, 30, 15_000, "stripe-us-card");

/// What merchants are offered.
const OFFERED: [Told; 2] = [
    ("alipay", Some("qr"), Some("5814"), "CNY", 6_800, 0, 0, "alipay-cn-qr"),
    ("stripe", Some("web"), None, "USD", 31_500, 30, 16_500, "stripe-us-card"),
];

/// The people who keep prices at a tenant.
pub(super) struct Keepers<'a> {
    pub(super) tenant: TenantId,
    pub(super) admin: &'a mut Player,
    pub(super) senior: &'a mut Player,
}

/// Brings a tenant's prices to hold, and its offers to their merchants.
pub(super) async fn keep(
    stage: &Stage,
    keepers: Keepers<'_>,
    merchants: &mut [Merchant],
) -> anyhow::Result<()> {
    let Keepers { tenant, admin, senior } = keepers;
    let (admin, senior) = (admin.actor(stage, tenant).await?, senior.actor(stage, tenant).await?);
    let services = &stage.services;
    let today = applications::today("CN", services.now());
    let yes = Answer::Approve { reason: REASON.into() };
    for told in LIST {
        let id = prices::propose(services, &admin, &line(told, today)).await?;
        prices::decide(services, &senior, id, &yes).await?;
    }
    prices::propose(services, &admin, &line(WAITING, today)).await?;
    let lines = OFFERED.map(|told| line(told, today));
    for (goal, merchant) in Goal::STORY.iter().zip(merchants).map(|((goal, _), merchant)| (*goal, merchant)) {
        if !matches!(goal, Goal::Approved | Goal::Credentialed | Goal::Live) {
            continue;
        }
        let owner = merchant.owner.actor(stage, tenant).await?;
        let Some(id) = own(&owner) else { continue };
        mixes::keep(stage, &owner, Some(id)).await?;
        match goal {
            Goal::Approved => {
                offers::propose(services, &admin, id, &lines).await?;
            }
            Goal::Credentialed => {
                offered(services, (&admin, &senior), id, &lines).await?;
            }
            Goal::Live => {
                let id = offered(services, (&admin, &senior), id, &lines).await?;
                let address = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 1));
                offers::accept(services, &owner, id, 1, address).await?;
            }
            _ => {}
        }
    }
    stage.run_jobs().await
}

/// The first merchant of an owner.
fn own(owner: &Actor) -> Option<MerchantId> {
    owner.person()?.members.first().map(|(merchant, _)| *merchant)
}

async fn offered(
    services: &Services,
    (admin, senior): (&Actor, &Actor),
    merchant: MerchantId,
    lines: &[NewLine],
) -> anyhow::Result<domain::OfferId> {
    let id = offers::propose(services, admin, merchant, lines).await?;
    offers::decide(services, senior, id, &Answer::Approve { reason: REASON.into() }).await?;
    Ok(id)
}

fn line(told: Told, from: Date) -> NewLine {
    let (channel, product, industry, currency, percent, fixed, abroad, beneath) = told;
    let fee = if currency == "USD" { 2_000 } else { 0 };
    let claim = Claim {
        channel: Some(channel.into()),
        product: product.map(str::to_owned),
        industry: industry.into_iter().map(str::to_owned).collect(),
        fixed: Minor::new(fixed),
        cross_border: Rate::new(abroad),
        dispute: Some(vec![DisputeStep { up_to: None, fee: Minor::new(fee) }]),
        ..Claim::of("", currency, Rate::new(percent))
    };
    NewLine { claim, beneath: beneath.into(), from: Some(from), to: None, replaces: None }
}
