//! One tenant's people, and what each act makes them do.

use super::{
    answers,
    cast::{COMMAND, Cast},
    companies::Company,
    course::{Act, Choice, Goal, Scene},
    logins::Logins,
    papers,
    player::Player,
    stage::{Post, Stage},
};
use anyhow::{Context as _, bail};
use bytes::Bytes;
use domain::{
    Actor, ApplicationId, CredentialId, Lang, MerchantId, TenantId,
    applications::{Fault, Section},
    credentials::Environment,
    permissions::Role,
};
use services::{
    accounts::NewPassword,
    applications::{self, SectionInput, StartInput, Then, VersionInput},
    channels::{self, AnswerInput},
    credentials::{
        self,
        rights::{self, Second},
    },
    documents::{self, Outcome, Wanted},
    review::{self, AdviceInput, DecisionInput, EscalationInput, JudgementInput, Part},
    tenants::{
        branding, invitations,
        operate::{self, Input},
        staff::{self, Invite},
    },
};
use std::collections::BTreeSet;
use time::Duration;

/// A tenant with its staff and merchants.
pub(super) struct Troupe {
    cast: &'static Cast,
    tenant: TenantId,
    admin: Player,
    /// Two of them: cases are spread.
    reviewers: [Player; 2],
    senior: Player,
    auditor: Player,
    merchants: Vec<Merchant>,
}

/// One merchant's owner and what they have so far.
struct Merchant {
    owner: Player,
    company: Company,
    number: usize,
    lang: Lang,
    application: Option<ApplicationId>,
    credential: Option<CredentialId>,
}

impl Troupe {
    /// Makes the tenant, takes on its staff and invents its merchants.
    pub(super) async fn gather(stage: &Stage, post: &Post, cast: &'static Cast) -> anyhow::Result<Self> {
        let [admin, first, second, senior, auditor] = cast.staff;
        let person =
            |name: &str, number: usize| Player::new(stage, &format!("{name}@{}", cast.domain), 200 + number);
        let mut admin = person(admin, 0);
        let tenant = make(stage, post, cast, &admin).await?;
        paint(stage, cast, &admin.actor(stage, tenant).await?).await?;
        let reviewers = [person(first, 1), person(second, 2)];
        let (senior, auditor) = (person(senior, 3), person(auditor, 4));
        for (player, role) in [
            (&reviewers[0], Role::Reviewer),
            (&reviewers[1], Role::Reviewer),
            (&senior, Role::SeniorReviewer),
            (&auditor, Role::Auditor),
        ] {
            let invite = Invite { email: player.email.clone(), roles: vec![role], lang: cast.lang };
            staff::invite(&stage.services, &admin.actor(stage, tenant).await?, &invite).await?;
            join(stage, post, cast, tenant, player).await?;
        }
        let merchants = merchants(stage, cast)?;
        Ok(Self { cast, tenant, admin, reviewers, senior, auditor, merchants })
    }

    /// The logins of its staff.
    pub(super) fn list(&self, logins: &mut Logins) {
        let slug = self.cast.slug;
        let [reviewer, _] = &self.reviewers;
        logins.add(slug, "admin", &self.admin);
        logins.add(slug, "auditor", &self.auditor);
        logins.add(slug, "reviewer", reviewer);
        logins.add(slug, "senior reviewer", &self.senior);
    }

    /// The logins of merchants: one who is aboard, one who is still at it, one who is to change something.
    pub(super) fn list_merchants(&self, logins: &mut Logins) {
        let with = |goal| Goal::STORY.iter().position(|(found, _)| *found == goal);
        for (role, goal) in [
            ("merchant, approved", Goal::Live),
            ("merchant, draft", Goal::Half),
            ("merchant, changes requested", Goal::Asked),
        ] {
            if let Some(merchant) = with(goal).and_then(|index| self.merchants.get(index)) {
                logins.add(self.cast.slug, role, &merchant.owner);
            }
        }
    }

    /// Plays one scene.
    pub(super) async fn play(&mut self, stage: &Stage, post: &Post, scene: &Scene) -> anyhow::Result<()> {
        match scene.act {
            Act::Claim => self.claim(stage, scene.merchant).await,
            Act::Mark => self.mark(stage, scene.merchant).await,
            Act::HandUp => {
                let (id, tenant) = (self.application(scene.merchant)?, self.tenant);
                let reviewer = self.reviewer(scene.merchant).actor(stage, tenant).await?;
                let input = EscalationInput {
                    reason: "执照上的印章与以往不同，请您看一下。".into()
                };
                Ok(review::escalate(&stage.services, &reviewer, id, &input).await?)
            }
            Act::SendBack => self.send_back(stage, scene.merchant).await,
            Act::Recommend(approve) => self.recommend(stage, scene, approve).await,
            Act::SecondClaim => {
                let id = self.application(scene.merchant)?;
                let senior = self.senior.actor(stage, self.tenant).await?;
                review::claim(&stage.services, &senior, id).await?;
                Ok(())
            }
            Act::Decide(choice) => self.decide(stage, scene.merchant, choice).await,
            Act::Hear(yes) => self.hear(stage, scene.merchant, yes).await,
            Act::Propose => {
                let (id, tenant) = (self.application(scene.merchant)?, self.tenant);
                let reviewer = self.reviewer(scene.merchant).actor(stage, tenant).await?;
                Ok(rights::propose(&stage.services, &reviewer, id).await?)
            }
            Act::OpenLive => {
                let id = self.application(scene.merchant)?;
                let senior = self.senior.actor(stage, self.tenant).await?;
                let standing = channels::desk(&stage.services, &senior, id).await?.rights.standing;
                let right = standing.context("a right")?.id;
                Ok(rights::decide(&stage.services, &senior, right, Second::Open).await?)
            }
            _ => {
                let tenant = self.tenant;
                let merchant = self.merchants.get_mut(scene.merchant).context("a merchant")?;
                merchant.play(stage, post, tenant, scene).await
            }
        }
    }

    fn application(&self, merchant: usize) -> anyhow::Result<ApplicationId> {
        self.merchants.get(merchant).and_then(|merchant| merchant.application).context("an application")
    }

    fn reviewer(&mut self, merchant: usize) -> &mut Player {
        let [first, second] = &mut self.reviewers;
        if merchant.is_multiple_of(2) { first } else { second }
    }

    async fn hear(&mut self, stage: &Stage, merchant: usize, yes: bool) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(merchant)?, self.tenant);
        let reviewer = self.reviewer(merchant).actor(stage, tenant).await?;
        let asked = channels::desk(&stage.services, &reviewer, id).await?.capabilities;
        let channel = asked.first().context("a channel")?.channel.clone();
        let at = (channel.as_str(), Environment::Live);
        let version = channels::form(&stage.services, &reviewer, id, at).await?.held.version;
        let input = AnswerInput { version, on: stage.services.now().date().to_string(), ..answer(yes) };
        channels::record(&stage.services, &reviewer, id, at, &input).await?;
        Ok(())
    }

    async fn claim(&mut self, stage: &Stage, merchant: usize) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(merchant)?, self.tenant);
        let reviewer = self.reviewer(merchant).actor(stage, tenant).await?;
        Ok(review::claim(&stage.services, &reviewer, id).await?)
    }

    /// An answer and a file are to be changed; the rest holds.
    async fn mark(&mut self, stage: &Stage, merchant: usize) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(merchant)?, self.tenant);
        let reviewer = self.reviewer(merchant).actor(stage, tenant).await?;
        let view = review::case(&stage.services, &reviewer, id).await?;
        let is_file = |item: &&review::Item| matches!(item.what, Fault::Document(..));
        let is_scope = |item: &&review::Item| match &item.what {
            Fault::Field(section, field) => {
                section == "business" && (field == "scope" || field == "legal_name")
            }
            _ => false,
        };
        let answer = view.items.all.iter().rfind(is_scope).context("an answer")?;
        let file = view.items.all.iter().find(is_file).context("a file")?;
        for (item, redo, words) in
            [(answer, "incomplete", "请补充网店的经营内容。"), (file, "unreadable", "")]
        {
            let input = JudgementInput {
                item: item.token(),
                mark: "sent_back".into(),
                redo: redo.into(),
                words: words.into(),
                ..JudgementInput::default()
            };
            review::judge_item(&stage.services, &reviewer, id, &input).await?;
        }
        review::write_note(&stage.services, &reviewer, id, "Called the shop; they answer tomorrow.").await?;
        Ok(())
    }

    async fn send_back(&mut self, stage: &Stage, merchant: usize) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(merchant)?, self.tenant);
        let reviewer = self.reviewer(merchant).actor(stage, tenant).await?;
        let preview = review::preview(&stage.services, &reviewer, id).await?;
        Ok(review::send(&stage.services, &reviewer, id, &preview.seen).await?)
    }

    async fn recommend(&mut self, stage: &Stage, scene: &Scene, approve: bool) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(scene.merchant)?, self.tenant);
        let reviewer = self.reviewer(scene.merchant).actor(stage, tenant).await?;
        let view = review::case(&stage.services, &reviewer, id).await?;
        if approve {
            let seen = view.items.all.iter().map(review::Item::token).collect();
            let sections = view.rules.sections.iter().map(|section| Part::Section(section.code.clone()));
            for part in sections.chain([Part::Papers]) {
                review::accept(&stage.services, &reviewer, id, &part, &seen).await?;
            }
        }
        let seen = view.seen;
        let input = match (approve, scene.goal) {
            (true, _) => AdviceInput {
                seen,
                verdict: "approve".into(),
                note: "执照、证件与账户一致，照片清晰。".into(),
                ..AdviceInput::default()
            },
            (false, Goal::Denied) => AdviceInput {
                seen,
                verdict: "reject".into(),
                reasons: vec!["suspected_forgery".into()],
                note: "The licence's seal lies under the text; compare with the register.".into(),
                ..AdviceInput::default()
            },
            (false, _) => AdviceInput {
                seen,
                verdict: "reject".into(),
                reasons: vec!["business_not_served".into()],
                words: "经营范围包含我们目前不支持的业务。".into(),
                ..AdviceInput::default()
            },
        };
        Ok(review::recommend(&stage.services, &reviewer, id, &input).await?)
    }

    async fn decide(&mut self, stage: &Stage, merchant: usize, choice: Choice) -> anyhow::Result<()> {
        let id = self.application(merchant)?;
        let senior = self.senior.actor(stage, self.tenant).await?;
        let seen = review::case(&stage.services, &senior, id).await?.seen;
        let input = match choice {
            Choice::Approve => DecisionInput { seen, decision: "approve".into(), ..DecisionInput::default() },
            Choice::Reject => DecisionInput {
                seen,
                decision: "reject".into(),
                reasons: vec!["business_not_served".into()],
                words: "经营范围包含我们目前不支持的业务，变更后欢迎再次申请。".into(),
                ..DecisionInput::default()
            },
            Choice::Deny => DecisionInput {
                seen,
                decision: "reject".into(),
                reasons: vec!["suspected_forgery".into(), "linked_case".into()],
                note: "Same seal as in a case of last month.".into(),
                ..DecisionInput::default()
            },
            Choice::Return => DecisionInput {
                seen,
                decision: "return".into(),
                note: "请再核对开户行名称与联行号。".into(),
                ..DecisionInput::default()
            },
        };
        review::decide(&stage.services, &senior, id, &input).await?;
        Ok(())
    }
}

/// What a channel answers: that it is open, or that it can't read the licence.
fn answer(yes: bool) -> AnswerInput {
    if yes {
        return AnswerInput {
            answer: "yes".into(),
            number: "2088640012345678".into(),
            state: "APPLYMENT_STATE_FINISHED".into(),
            words: "商户进件已完成，权限已开通。".into(),
            ..AnswerInput::default()
        };
    }
    AnswerInput {
        answer: "objections".into(),
        number: "2000002124775691".into(),
        state: "APPLYMENT_STATE_REJECTED".into(),
        words: "营业执照照片模糊，请重新上传清晰的彩色照片。".into(),
        items: vec!["paper/business_licence".into()],
        reason: "unreadable".into(),
        say: "渠道看不清营业执照上的经营范围，请在自然光下重新拍摄。".into(),
        ..AnswerInput::default()
    }
}

async fn make(stage: &Stage, post: &Post, cast: &'static Cast, admin: &Player) -> anyhow::Result<TenantId> {
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

async fn paint(stage: &Stage, cast: &Cast, admin: &Actor) -> anyhow::Result<()> {
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

fn merchants(stage: &Stage, cast: &Cast) -> anyhow::Result<Vec<Merchant>> {
    let offset = if cast.lang == Lang::En { 0 } else { Goal::STORY.len() };
    let today = applications::today("CN", stage.services.now());
    Goal::STORY
        .into_iter()
        .enumerate()
        .map(|(index, (_, days_ago))| {
            let number = offset + index;
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
    async fn play(
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
