//! Lists that are screened against: invented ones, on which three merchants of the story may stand, and what the desk
//! says to it.

use super::{course::Goal, merchant::Merchant, stage::Stage};
use anyhow::{Context as _, anyhow};
use domain::screening::lists::Meaning;
use domain::{Actor, ListFileId};
use services::{
    review::{self, HitInput},
    screening::{self, Import},
};

/// Imports a file, to be looked at.
async fn import(
    stage: &Stage,
    admin: &Actor,
    (source, name): (&str, &str),
    text: String,
) -> anyhow::Result<ListFileId> {
    let input = Import {
        source: source.into(),
        name: name.into(),
        dated: stage.services.now().date().to_string(),
        file: text.into_bytes(),
        ..Import::default()
    };
    let file = screening::import(&stage.services, admin, input).await?;
    file.map_err(|refused| anyhow!("{refused:?}"))
}

/// Brings a tenant's lists to count, and a newer file of one of them in.
pub(super) async fn keep(stage: &Stage, admin: &Actor, merchants: &[Merchant]) -> anyhow::Result<()> {
    let of = |wanted: Goal| {
        let found = Goal::STORY.iter().zip(merchants).find(|((goal, _), _)| *goal == wanted);
        found.map(|(_, merchant)| merchant).with_context(|| format!("{wanted:?}"))
    };
    let confirm = async |file| screening::confirm(&stage.services, admin, file).await;
    let pboc = "姓名,编号,类型,别名\n示例贸易有限公司,P-0001,组织,Shili Trading\n示例人甲,P-0002,个人,\n";
    confirm(import(stage, admin, ("cn_pboc", ""), pboc.to_owned()).await?).await?;
    let nothing = ["-0- "; 8].join(",");
    let sdn = format!(
        "90001,\"{}\",-0- ,\"TEST\",{nothing}\r\n90002,\"MUSTERMANN, Erik Otto\",\"individual\",\"TEST\",{nothing}\r\n\
         90003,\"{}\",\"individual\",\"TEST\",{nothing}\r\n",
        of(Goal::Revoked)?.name(),
        of(Goal::Advised)?.representative(),
    );
    confirm(import(stage, admin, ("ofac", ""), sdn).await?).await?;
    let own = format!(
        "name,reference,kind\n{},W-1,entity\nLeerlauf Handels GmbH,W-2,entity\n",
        of(Goal::Credentialed)?.name()
    );
    confirm(import(stage, admin, ("own", "Chargebacks 拒付观察"), own).await?).await?;
    let newer =
        "姓名,编号,类型,别名\n示例贸易有限公司,P-0001,组织,Shili Trading；示例商贸\n示例人乙,P-0003,个人,\n";
    import(stage, admin, ("cn_pboc", ""), newer.to_owned()).await?;
    Ok(())
}

/// One of the desk has their word: it decides where one is enough.
pub(super) async fn judge(stage: &Stage, reviewer: &Actor) -> anyhow::Result<()> {
    let (open, _) = review::open_hits(&stage.services, reviewer, None).await?;
    let noticed = open.iter().filter(|hit| hit.meaning == Meaning::Notice);
    for hit in noticed.chain(open.iter().find(|hit| hit.meaning == Meaning::TwoPeople)) {
        let input = HitInput {
            verdict: "other".into(),
            reason: "统一社会信用代码和注册地与名单所列不同。".into(),
            months: "12".into(),
        };
        review::decide_hit(&stage.services, reviewer, hit.application, hit.id, &input).await?;
    }
    Ok(())
}
