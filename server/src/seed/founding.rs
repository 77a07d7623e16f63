//! How a tenant of the story comes to be: made by the command, taken over by its admin, painted, and staffed.

use super::{
    cast::{COMMAND, Cast},
    player::Player,
    stage::{Post, Stage},
};
use anyhow::Context as _;
use domain::{Actor, TenantId, permissions::Role};
use services::{
    accounts::NewPassword,
    tenants::{
        branding, invitations,
        operate::{self, Input},
        staff::{self, Invite},
    },
};

/// Makes the tenant; its admin joins.
pub(super) async fn make(
    stage: &Stage,
    post: &Post,
    cast: &'static Cast,
    admin: &Player,
) -> anyhow::Result<TenantId> {
    let input = Input {
        slug: cast.slug.into(),
        name_en: cast.name_en.into(),
        name_zh: cast.name_zh.into(),
        default_lang: Some(cast.lang),
        time_zone: "Asia/Shanghai".into(),
        currency: "CNY".into(),
        calendar: "cn".into(),
        sla_hours: cast.hours.into(),
        staff_limit: "20".into(),
        storage_gib: "5".into(),
        admin_email: admin.email.clone(),
        admin_lang: cast.lang,
    };
    operate::create(&stage.services, &COMMAND, &input).await?;
    let tenant = store::tenants::by_slug(&stage.services.db, cast.slug).await?.context("the tenant")?.id;
    join(stage, post, cast, tenant, admin).await?;
    Ok(tenant)
}

/// The admin invites somebody to the staff, who joins.
pub(super) async fn hire(
    stage: &Stage,
    post: &Post,
    cast: &Cast,
    admin: &Actor,
    player: &Player,
    role: Role,
) -> anyhow::Result<()> {
    let invite = Invite { email: player.email.clone(), roles: vec![role], lang: cast.lang };
    staff::invite(&stage.services, admin, &invite).await?;
    join(stage, post, cast, admin.tenant(), player).await
}

/// Follows the invitation in the newest letter.
async fn join(
    stage: &Stage,
    post: &Post,
    cast: &Cast,
    tenant: TenantId,
    player: &Player,
) -> anyhow::Result<()> {
    stage.run_jobs().await?;
    let token = post.token(&player.email, &format!("/t/{}/invitation/", cast.slug))?;
    let input = NewPassword { password: player.password.clone() };
    invitations::join(&stage.services, &Actor::Visitor { tenant }, &token, &input, cast.lang).await?;
    Ok(())
}

/// Gives it its names and its colour.
pub(super) async fn paint(stage: &Stage, cast: &Cast, admin: &Actor) -> anyhow::Result<()> {
    let version = branding::show(&stage.services, admin).await?.version;
    let input = branding::Input {
        name_en: cast.name_en.into(),
        name_zh: cast.name_zh.into(),
        default_lang: cast.lang,
        accent: cast.accent.into(),
        version,
    };
    Ok(branding::save(&stage.services, admin, &input).await?)
}
