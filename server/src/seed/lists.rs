//! Lists that are screened against: invented ones, on which two merchants of the story may stand.

use super::{course::Goal, merchant::Merchant, stage::Stage};
use anyhow::anyhow;
use domain::Actor;
use services::screening::{self, Import};

/// Imports and confirms a file.
async fn import(
    stage: &Stage,
    admin: &Actor,
    (source, name): (&str, &str),
    text: String,
) -> anyhow::Result<()> {
    let input = Import {
        source: source.into(),
        name: name.into(),
        dated: stage.services.now().date().to_string(),
        file: text.into_bytes(),
        ..Import::default()
    };
    let file = screening::import(&stage.services, admin, input).await?;
    let file = file.map_err(|refused| anyhow!("{refused:?}"))?;
    Ok(screening::confirm(&stage.services, admin, file).await?)
}

/// Brings a tenant's lists to count.
pub(super) async fn keep(stage: &Stage, admin: &Actor, merchants: &[Merchant]) -> anyhow::Result<()> {
    let of = |wanted: Goal| {
        let found = Goal::STORY.iter().zip(merchants).find(|((goal, _), _)| *goal == wanted);
        found.map_or("", |(_, merchant)| merchant.name()).to_owned()
    };
    let pboc = "姓名,编号,类型,别名\n示例贸易有限公司,P-0001,组织,Shili Trading\n示例人甲,P-0002,个人,\n";
    import(stage, admin, ("cn_pboc", ""), pboc.to_owned()).await?;
    let nothing = ["-0- "; 8].join(",");
    let sdn = format!(
        "90001,\"{}\",-0- ,\"TEST\",{nothing}\r\n90002,\"MUSTERMANN, Erik Otto\",\"individual\",\"TEST\",{nothing}\r\n",
        of(Goal::Revoked)
    );
    import(stage, admin, ("ofac", ""), sdn).await?;
    let own = format!(
        "name,reference,kind\n{},W-1,entity\nLeerlauf Handels GmbH,W-2,entity\n",
        of(Goal::Credentialed)
    );
    import(stage, admin, ("own", "Chargebacks 拒付观察"), own).await
}
