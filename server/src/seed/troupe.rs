//! One tenant's people, and what each act makes them do.

use super::{
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
    applications::{Answer, RuleSet, Values, kinds::iso_date},
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
    review::{self, AdviceInput, DecisionInput},
    tenants::{
        branding, invitations,
        operate::{self, Input},
        staff::{self, Invite},
    },
};
use std::collections::BTreeSet;

const KIND: &str = "cn-enterprise";

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

    /// The logins of a merchant who is aboard and of one who is still at it.
    pub(super) fn list_merchants(&self, logins: &mut Logins) {
        let with = |goal| Goal::STORY.iter().position(|(found, _)| *found == goal);
        for (role, goal) in [("merchant, approved", Goal::Live), ("merchant, draft", Goal::Half)] {
            if let Some(merchant) = with(goal).and_then(|index| self.merchants.get(index)) {
                logins.add(self.cast.slug, role, &merchant.owner);
            }
        }
    }

    /// Plays one scene.
    pub(super) async fn play(&mut self, stage: &Stage, post: &Post, scene: &Scene) -> anyhow::Result<()> {
        match scene.act {
            Act::Claim => self.claim(stage, scene.merchant).await,
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

    async fn recommend(&mut self, stage: &Stage, scene: &Scene, approve: bool) -> anyhow::Result<()> {
        let (id, tenant) = (self.application(scene.merchant)?, self.tenant);
        let reviewer = self.reviewer(scene.merchant).actor(stage, tenant).await?;
        let seen = review::case(&stage.services, &reviewer, id).await?.seen;
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
    (0..Goal::STORY.len())
        .map(|index| {
            let number = offset + index;
            let company = Company::invent(number, today)?;
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
                let input = StartInput { kind: KIND.into(), merchant: String::new() };
                self.application = Some(applications::start(&stage.services, &actor, &input).await?);
                Ok(())
            }
            Act::HalfAnswer => {
                self.answer(stage, &actor, scene.goal, &["business", "representative"]).await?;
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

    async fn answer_all(&self, stage: &Stage, actor: &Actor, goal: Goal) -> anyhow::Result<()> {
        let (company, person) = (&self.company, &self.company.representative);
        self.answer(stage, actor, goal, &["business", "representative", "bank", "channels", "agreement"])
            .await?;
        self.upload(stage, actor, "business_licence", "营业执照.pdf", papers::licence(company)).await?;
        let (front, back) = (papers::id_front(person, self.number)?, papers::id_back(person, self.number)?);
        self.upload(stage, actor, "representative_id_front", "IMG_2041.jpg", front).await?;
        self.upload(stage, actor, "representative_id_back", "IMG_2042.jpg", back).await?;
        if self.number.is_multiple_of(3) {
            self.upload(stage, actor, "bank_proof", "开户许可证.pdf", papers::bank_proof(company)).await?;
        }
        Ok(())
    }

    async fn answer(
        &self,
        stage: &Stage,
        actor: &Actor,
        goal: Goal,
        sections: &[&str],
    ) -> anyhow::Result<()> {
        let id = self.application.context("an application")?;
        let today = applications::today("CN", stage.services.now());
        let rules = stage.services.rules.current(KIND, today).context("rules")?;
        for code in sections {
            let values = self.values(rules, code, goal)?;
            let input = SectionInput { version: 0, values, take: BTreeSet::new(), then: Then::Next };
            let address = self.owner.address.to_string();
            applications::save_section(&stage.services, actor, id, code, &input, &address).await?;
        }
        Ok(())
    }

    fn values(&self, rules: &RuleSet, section: &str, goal: Goal) -> anyhow::Result<Values> {
        let (company, person) = (&self.company, &self.company.representative);
        let day = |date: time::Date| date.format(iso_date::FORMAT);
        let pairs: Vec<(&str, String)> = match section {
            "business" => vec![
                ("legal_name", company.name.clone()),
                ("uscc", company.uscc.clone()),
                ("province", company.city.province.into()),
                ("city", company.city.city.into()),
                ("district", company.city.district.into()),
                ("street", company.street.clone()),
                ("licence_from", day(company.licensed_from)?),
                ("licence_open", "yes".into()),
                ("scope", company.scope.into()),
            ],
            "representative" => vec![
                ("name", person.name.clone()),
                ("id_kind", "resident_id".into()),
                ("id_number", person.id_number.clone()),
                ("id_validity_from", day(person.id_from)?),
                ("id_validity_until", day(person.id_until)?),
                ("phone", person.phone.clone()),
            ],
            "bank" => vec![
                ("account_holder", company.name.clone()),
                (
                    "bank_name",
                    if goal == Goal::Doubtful { "兴业银行".into() } else { company.bank_name.clone() },
                ),
                ("cnaps", company.cnaps.clone()),
                ("account_number", company.account_number.clone()),
            ],
            "channels" => {
                let all = ["alipay", "alipay,wechat_pay", "alipay,apple_pay,wechat_pay", "paypal,wechat_pay"];
                let wanted = all.get(self.number % all.len()).copied().unwrap_or("alipay");
                vec![("wanted", wanted.into())]
            }
            _ => vec![("accepted", accepted(rules, section)?)],
        };
        Ok(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
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

/// The version of the agreement that has to be accepted.
fn accepted(rules: &RuleSet, section: &str) -> anyhow::Result<String> {
    let fields = &rules.section(section).context("a section")?.fields;
    fields
        .iter()
        .find_map(|field| match &field.answer {
            Answer::Accept { version, .. } => Some(version.clone()),
            _ => None,
        })
        .context("an agreement")
}
