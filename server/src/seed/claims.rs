//! What the tenant's contracts with channels say: one that took another's place, one that was read long ago, one that
//! was declined, one that waits.

use super::stage::Stage;
use domain::{
    Actor, FeeClaimId,
    fees::{Claim, Days, Minor, Rate, own::Terms},
};
use services::fees::claims::{self, Second};
use time::{Date, Duration};

/// A contract's terms: its number, the channel, its currency, the share, the first day.
fn terms(contract: String, (channel, currency): (&str, &str), percent: u64, from: Date) -> Terms {
    let claim = Claim {
        channel: Some(channel.to_owned()),
        country: Some("CN".to_owned()),
        delay_days: Days::new(1),
        ..Claim::of("", currency, Rate::new(percent))
    };
    Terms { claim, from, to: None, contract, page: "4".to_owned(), address: None, read_on: from, note: None }
}

/// Proposes one, and has the senior say the second word.
async fn said(
    stage: &Stage,
    (admin, senior): (&Actor, &Actor),
    (terms, after): (Terms, Option<FeeClaimId>),
    second: Second,
) -> anyhow::Result<FeeClaimId> {
    let id = claims::propose(&stage.services, admin, terms, after).await?;
    claims::answer(&stage.services, senior, id, &second).await?;
    Ok(id)
}

/// All of a tenant's.
pub(super) async fn play(stage: &Stage, slug: &str, by: (&Actor, &Actor)) -> anyhow::Result<()> {
    let today = stage.services.now().date();
    let ago = |days: i64| today - Duration::days(days);
    let number = |name: &str| format!("{}-{name}-2026", slug.to_uppercase());
    let wechat = |percent, from| terms(number("WX"), ("wechat_pay", "CNY"), percent, from);
    let first = said(stage, by, (wechat(4_500, ago(200)), None), Second::Approve).await?;
    said(stage, by, (wechat(3_800, today), Some(first)), Second::Approve).await?;
    let old = terms(number("ALI"), ("alipay", "CNY"), 5_500, ago(230));
    said(stage, by, (old, None), Second::Approve).await?;
    let dear = terms(number("PP"), ("paypal", "USD"), 39_000, ago(5));
    let dear = Terms { claim: Claim { fixed: Minor::new(30), ..dear.claim }, ..dear };
    said(stage, by, (dear, None), Second::Decline("第 4 页写的是 3.4%".to_owned())).await?;
    let waiting =
        Terms { page: "7".to_owned(), ..terms(number("STRIPE"), ("stripe", "USD"), 26_000, ago(1)) };
    let waiting = Terms { claim: Claim { fixed: Minor::new(30), ..waiting.claim }, ..waiting };
    claims::propose(&stage.services, by.0, waiting, None).await?;
    Ok(())
}
