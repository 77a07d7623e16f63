//! Past payments of an invented souvenir shop, uploaded the way an admin and a merchant do.

use super::stage::Stage;
use anyhow::{Context as _, anyhow};
use domain::{Actor, fees::intake::Field};
use services::fees::mixes::{self, MixInput, Owner};
use std::fmt::Write as _;

/// Payments of the month.
const PAYMENTS: usize = 900;
/// What the shop sells for, in yuan.
const PRICES: [&str; 8] = ["12.00", "18.00", "25.00", "39.00", "58.00", "88.00", "128.00", "268.00"];

/// Uploads the month, for the tenant or for a merchant.
pub(super) async fn keep(stage: &Stage, actor: &Actor, owner: Owner) -> anyhow::Result<()> {
    let headings = [(Field::Amount, "amount"), (Field::Status, "status"), (Field::CrossBorder, "abroad")];
    let input = MixInput {
        name: "Quay souvenirs 码头纪念品店".into(),
        currency: "CNY".into(),
        headings: headings.map(|(field, heading)| (field, heading.to_owned())).into(),
    };
    let pieces = futures::stream::iter([Ok::<_, std::io::Error>(file().into_bytes().into())]);
    let kept = mixes::upload(&stage.services, actor, owner, &input, pieces).await?;
    kept.map_err(|refused| anyhow!("{refused:?}")).context("past payments")?;
    Ok(())
}

/// Cheap things often and dear ones seldom, three in ten from abroad, a few that failed.
fn file() -> String {
    let mut file = "reference,amount,status,abroad\n".to_owned();
    for number in 0..PAYMENTS {
        let place = (number * 7 % 13).min(number * 5 % 11);
        let price = PRICES.get(place).or(PRICES.first()).copied().unwrap_or_default();
        let status = if number % 29 == 0 { "failed" } else { "paid" };
        let abroad = if number % 10 < 3 { "yes" } else { "no" };
        // A string takes all that is written.
        let _ = writeln!(file, "P{number:05},{price},{status},{abroad}");
    }
    file
}
