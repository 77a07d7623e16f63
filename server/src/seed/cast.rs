//! The tenants and their staff.

use super::{
    player::Player,
    stage::{Post, Stage},
};
use domain::{Actor, Lang, TenantId};
use services::tenants::operators;

/// A tenant to be made.
pub(super) struct Cast {
    pub(super) slug: &'static str,
    pub(super) name_en: &'static str,
    pub(super) name_zh: &'static str,
    pub(super) lang: Lang,
    pub(super) accent: &'static str,
    /// Working hours from handing in to the decision.
    pub(super) hours: &'static str,
    /// Where its staff's addresses end.
    pub(super) domain: &'static str,
    /// The local parts of admin, reviewer, second reviewer of cases, senior reviewer, auditor.
    pub(super) staff: [&'static str; 5],
}

pub(super) const TENANTS: [Cast; 2] = [
    Cast {
        slug: "harbour",
        name_en: "Harbour Pay",
        name_zh: "港湾支付",
        lang: Lang::En,
        accent: "#0b6e8f",
        hours: "16",
        domain: "harbour.example",
        staff: ["grace.holm", "li.wen", "tom.okafor", "zhao.min", "ines.duarte"],
    },
    Cast {
        slug: "lantern",
        name_en: "Lantern Checkout",
        name_zh: "灯塔收银",
        lang: Lang::ZhCn,
        accent: "#a63a2b",
        hours: "24",
        domain: "lantern.example",
        staff: ["chen.siyuan", "wu.jia", "he.lin", "sun.yifan", "gao.ming"],
    },
];

/// What the command line does.
pub(super) const COMMAND: Actor = Actor::System { tenant: TenantId::PLATFORM, job: "seed" };

/// Whoever runs the platform.
pub(super) async fn operator(stage: &Stage, post: &Post) -> anyhow::Result<Player> {
    let mut player = Player::new(stage, "operator@gangway.example", 0);
    operators::make(&stage.services, &COMMAND, &player.email, Lang::En).await?;
    player.choose_password(stage, post).await?;
    // Signing in once sets up the authenticator app.
    player.actor(stage, TenantId::PLATFORM).await?;
    Ok(player)
}
