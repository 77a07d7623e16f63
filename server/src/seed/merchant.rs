//! One merchant's owner, and what each act makes them do.

use super::{
    answers,
    cast::Cast,
    companies::Company,
    course::{Act, Goal, Scene},
    papers,
    player::Player,
    stage::{Post, Stage},
};
use anyhow::{Context as _, bail};
use bytes::Bytes;
use domain::{Actor, ApplicationId, CredentialId, Lang, MerchantId, TenantId, applications::Section};
use services::{
    applications::{self, SectionInput, StartInput, Then, VersionInput},
    credentials,
    documents::{self, Outcome, Wanted},
};
use std::collections::BTreeSet;
use time::Duration;

/// One merchant's owner and what they have so far.
pub(super) struct Merchant {
    pub(super) owner: Player,
    pub(super) application: Option<ApplicationId>,
    company: Company,
    number: usize,
    lang: Lang,
    credential: Option<CredentialId>,
}

/// A tenant's merchants, one for each way a story can end.
pub(super) fn merchants(stage: &Stage, cast: &Cast) -> anyhow::Result<Vec<Merchant>> {
    let second = usize::from(cast.lang != Lang::En);
    let today = applications::today("CN", stage.services.now());
    Goal::STORY
        .into_iter()
        .enumerate()
        .map(|(index, (_, days_ago))| {
            let number = match index.checked_sub(Goal::FIRST_TOLD) {
                None => second * Goal::FIRST_TOLD + index,
                Some(since) => 2 * (Goal::FIRST_TOLD + since) + second,
            };
            // The story begins `DAYS` ago; each merchant comes so many days before its end.
            let comes = today + Duration::days(super::DAYS - days_ago);
            let kind = answers::kind(&stage.services.rules, number, comes);
            let company = Company::invent(number, kind == "cn-individual", today)?;
            let email = format!("{}@{}.example", company.representative.latin, company.latin);
            let owner = Player::new(stage, &email, number);
            let lang = if number % 4 == 1 { Lang::En } else { Lang::ZhCn };
            Ok(Merchant { owner, company, number, lang, application: None, credential: None })
        })
        .collect()
}

impl Merchant {
    /// What their business is called.
    pub(super) fn name(&self) -> &str {
        &self.company.name
    }

    /// Their legal representative, as others than they write the name.
    pub(super) fn representative(&self) -> &str {
        &self.company.representative.american
    }

    /// Plays one scene of theirs.
    pub(super) async fn play(
        &mut self,
        stage: &Stage,
        post: &Post,
        tenant: TenantId,
        scene: &Scene,
    ) -> anyhow::Result<()> {
        if scene.act == Act::Register {
            return self.owner.register(stage, post, tenant, self.lang).await;
        }
        let actor = self.owner.actor(stage, tenant).await?;
        match scene.act {
            Act::Begin => {
                let today = applications::today("CN", stage.services.now());
                let kind = answers::kind(&stage.services.rules, self.number, today);
                let input = StartInput { kind, ..StartInput::default() };
                self.application = Some(applications::start(&stage.services, &actor, &input).await?);
                Ok(())
            }
            Act::HalfAnswer => {
                let id = self.application.context("an application")?;
                let asked = applications::overview(&stage.services, &actor, id).await?.rules;
                for section in asked.sections.iter().take(2) {
                    self.answer(stage, &actor, scene.goal, section).await?;
                }
                if asked.paper("business_licence").is_none() {
                    return Ok(());
                }
                self.upload(stage, &actor, "business_licence", "营业执照.pdf", papers::licence(&self.company))
                    .await
            }
            Act::Answer => self.answer_all(stage, &actor, scene.goal).await,
            Act::HandIn => {
                let id = self.application.context("an application")?;
                let version = applications::overview(&stage.services, &actor, id).await?.application.version;
                Ok(applications::submit(&stage.services, &actor, id, VersionInput { version }).await?)
            }
            Act::Abandon => {
                let id = self.application.context("an application")?;
                Ok(applications::withdraw(&stage.services, &actor, id).await?)
            }
            Act::Draw => self.draw(stage, &actor, "test", "收银台测试").await,
            Act::DrawLive => self.draw(stage, &actor, "live", "收银台").await,
            Act::Redraw => {
                let old = self.credential.context("a credential")?;
                credentials::revoke(&stage.services, &actor, old, credentials::Side::Merchant, "").await?;
                self.draw(stage, &actor, "test", "Checkout").await
            }
            other => bail!("{other:?} is no act of a merchant"),
        }
    }

    /// Answers what is asked as long as something is, then gives every paper that must be given.
    async fn answer_all(&self, stage: &Stage, actor: &Actor, goal: Goal) -> anyhow::Result<()> {
        let id = self.application.context("an application")?;
        let mut answered = BTreeSet::new();
        loop {
            let asked = applications::overview(&stage.services, actor, id).await?.rules;
            let next = asked.sections.iter().find(|section| !answered.contains(&section.code));
            let Some(section) = next else { break };
            self.answer(stage, actor, goal, section).await?;
            answered.insert(section.code.clone());
        }
        let asked = applications::overview(&stage.services, actor, id).await?.rules;
        for paper in &asked.papers {
            if paper.min > 0 || self.number.is_multiple_of(3) {
                let (name, bytes) = answers::paper(&self.company, self.number, &paper.code)?;
                self.upload(stage, actor, &paper.code, name, bytes).await?;
            }
        }
        Ok(())
    }

    async fn answer(
        &self,
        stage: &Stage,
        actor: &Actor,
        goal: Goal,
        section: &Section,
    ) -> anyhow::Result<()> {
        let id = self.application.context("an application")?;
        let mut values = answers::values(&self.company, self.number, section)?;
        if goal == Goal::Doubtful && values.contains_key("cnaps") {
            values.insert("bank_name".into(), "兴业银行".into());
        }
        // Somebody who isn't its legal representative: then its account is to be proven.
        if goal == Goal::Proving && values.contains_key("is") {
            values.insert("is".into(), "agent".into());
        }
        let input = SectionInput { version: 0, values, take: BTreeSet::new(), then: Then::Next };
        let address = self.owner.address.to_string();
        applications::save_section(&stage.services, actor, id, &section.code, &input, &address).await?;
        Ok(())
    }

    async fn upload(
        &self,
        stage: &Stage,
        actor: &Actor,
        paper: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> anyhow::Result<()> {
        let wanted = Wanted {
            application: self.application.context("an application")?,
            paper: paper.into(),
            replaces: None,
            name: name.into(),
            length: Some(u64::try_from(bytes.len())?),
        };
        let stream = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from(bytes))]);
        match documents::upload(&stage.services, actor, &wanted, stream).await? {
            Outcome::Arrived(_) => Ok(()),
            Outcome::Refused(refusal) | Outcome::Known(refusal) => bail!("{paper} was refused: {refusal:?}"),
        }
    }

    async fn draw(
        &mut self,
        stage: &Stage,
        actor: &Actor,
        environment: &str,
        label: &str,
    ) -> anyhow::Result<()> {
        let person = actor.person().context("a person")?;
        let merchant: MerchantId = person.members.first().context("a merchant")?.0;
        let new = credentials::NewInput {
            environment: environment.into(),
            label: label.into(),
            ..credentials::NewInput::default()
        };
        let id = credentials::create(&stage.services, actor, Some(merchant), &new).await?;
        credentials::draw(&stage.services, actor, id).await?;
        self.credential = Some(id);
        Ok(())
    }
}
