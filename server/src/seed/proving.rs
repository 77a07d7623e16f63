//! One merchant of each tenant is to prove its account, and a bank's file waits to be taken in.

use super::stage::Stage;
use anyhow::anyhow;
use domain::Actor;
use services::{
    tenants::settings::{self, Input},
    transfers::{self, AccountInput},
};

/// Switches the proof of accounts on or off; with it on the tenant has an account to which merchants may send.
pub(super) async fn switch(stage: &Stage, admin: &Actor, on: bool) -> anyhow::Result<()> {
    let tenant = settings::show(&stage.services, admin).await?;
    let input = Input {
        draft_days: tenant.policy.draft_days.to_string(),
        changes_days: tenant.policy.changes_days.to_string(),
        sla_hours: tenant.sla_hours.to_string(),
        test_credentials: tenant.policy.test_credentials,
        account_verification: on,
        signing: tenant.policy.signing,
        version: tenant.version,
    };
    settings::save(&stage.services, admin, &input).await?;
    let account = AccountInput {
        holder: tenant.name_zh.clone(),
        bank: "招商银行深圳分行".into(),
        number: "755900001111222".into(),
    };
    Ok(transfers::save_own_account(&stage.services, admin, &account).await?)
}

/// Takes a bank's file to be looked at; nothing in it is anybody's.
pub(super) async fn keep_statement(stage: &Stage, admin: &Actor) -> anyhow::Result<()> {
    let day = stage.services.now().date();
    let text = format!(
        "日期,金额,币种,对方户名,对方账号,附言\n{day},1280.00,CNY,示例贸易有限公司,6222000000000001,货款\n\
         {day},0.88,CNY,示例商贸有限公司,6222000000000002,验证\n"
    );
    let taken = transfers::import(&stage.services, admin, text.as_bytes()).await?;
    taken.map(|_| ()).map_err(|refused| anyhow!("{refused:?}"))
}
