//! `gangway tenant …`: what the operator's console does, from the command line.

use super::said::said;
use crate::{config::Environment, program::Program};
use clap::{Args, Subcommand};
use domain::{Actor, Lang, TenantId};
use services::tenants::operate::{self, Input};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Make a tenant and invite its first administrator by mail
    Create(Create),
    /// List tenants: slug, state, staff, bytes of documents, jobs waiting, jobs given up
    List,
    /// Invite an administrator to a tenant that has none; invitations that are still open no longer are
    Invite {
        /// Its part of the address
        slug: String,
        /// The administrator's mail address
        email: String,
        /// The language of the invitation: en or zh-CN
        #[arg(long, default_value = "zh-CN")]
        language: String,
    },
    /// Shut a tenant: its pages say so, its keys are refused, its jobs wait
    Suspend {
        /// Its part of the address
        slug: String,
    },
    /// Open a tenant again
    Resume {
        /// Its part of the address
        slug: String,
    },
}

#[derive(Args)]
pub(super) struct Create {
    /// Its part of the address: /t/SLUG
    slug: String,
    /// English name
    #[arg(long)]
    name_en: String,
    /// Chinese name
    #[arg(long)]
    name_zh: String,
    /// The first administrator's mail address
    #[arg(long)]
    admin: String,
    /// The language shown where a reader says nothing, and of the invitation: en or zh-CN
    #[arg(long, default_value = "zh-CN")]
    language: String,
    /// IANA name
    #[arg(long, default_value = "Asia/Shanghai")]
    time_zone: String,
    /// ISO 4217
    #[arg(long, default_value = "CNY")]
    currency: String,
    /// Working calendar: cn, us or eu
    #[arg(long, default_value = "cn")]
    calendar: String,
    /// Working hours from handing in to the decision
    #[arg(long, default_value = "24")]
    sla_hours: String,
    /// Active staff at most
    #[arg(long, default_value = "20")]
    staff: String,
    /// Gibibytes of documents at most
    #[arg(long, default_value = "50")]
    storage_gib: String,
}

const ACTOR: Actor = Actor::System { tenant: TenantId::PLATFORM, job: "command-line" };

pub(super) async fn run(command: &Command, environment: &Environment) -> anyhow::Result<ExitCode> {
    Program::lend(environment, async |program| match command {
        Command::Create(create) => make(program, create).await,
        Command::List => list(program).await,
        Command::Invite { slug, email, language } => {
            let lang = Lang::from_tag(language).unwrap_or_default();
            said(operate::invite_admin(&program.services, &ACTOR, slug, email, lang).await)?;
            println!("the invitation to {slug} goes out with the next round of jobs");
            Ok(ExitCode::SUCCESS)
        }
        Command::Suspend { slug } => {
            said(operate::suspend(&program.services, &ACTOR, slug).await)?;
            println!("{slug} is suspended");
            Ok(ExitCode::SUCCESS)
        }
        Command::Resume { slug } => {
            said(operate::resume(&program.services, &ACTOR, slug).await)?;
            println!("{slug} is open again");
            Ok(ExitCode::SUCCESS)
        }
    })
    .await
}

async fn make(program: &Program, create: &Create) -> anyhow::Result<ExitCode> {
    let lang = Lang::from_tag(&create.language);
    let input = Input {
        slug: create.slug.clone(),
        name_en: create.name_en.clone(),
        name_zh: create.name_zh.clone(),
        default_lang: lang,
        time_zone: create.time_zone.clone(),
        currency: create.currency.clone(),
        calendar: create.calendar.clone(),
        sla_hours: create.sla_hours.clone(),
        staff_limit: create.staff.clone(),
        storage_gib: create.storage_gib.clone(),
        admin_email: create.admin.clone(),
        admin_lang: lang.unwrap_or_default(),
    };
    let slug = said(operate::create(&program.services, &ACTOR, &input).await)?;
    println!("/t/{slug} stands; the invitation goes out with the next round of jobs");
    Ok(ExitCode::SUCCESS)
}

async fn list(program: &Program) -> anyhow::Result<ExitCode> {
    let mut after = String::new();
    loop {
        let (page, next) = operate::list(&program.services, &ACTOR, &after).await?;
        for one in page {
            let tenant = one.tenant;
            println!(
                "{}\t{}\t{}/{}\t{}/{}\t{}\t{}",
                tenant.slug,
                if tenant.suspended { "suspended" } else { "active" },
                one.staff_used,
                tenant.staff_limit,
                one.storage_used,
                tenant.storage_limit,
                one.health.open,
                one.health.dead,
            );
        }
        match next {
            Some(slug) => after = slug,
            None => return Ok(ExitCode::SUCCESS),
        }
    }
}
