//! A tenant's desk: who judges, and what each act makes them do with a case.

use super::{
    course::{Act, Choice, Goal, Scene},
    player::Player,
    stage::Stage,
};
use anyhow::{Context as _, bail};
use domain::{
    Actor, ApplicationId, TenantId,
    applications::{Fault, Policy},
    credentials::Environment,
    review::reveal::{Why, maskable},
};
use services::{
    Services,
    channels::{self, AnswerInput},
    credentials::rights::{self, Second},
    review::{
        self, AdviceInput, CaseView, DecisionInput, EscalationInput, JudgementInput, Part, RevealInput,
    },
};
use store::{
    TenantTx,
    tenants::{self, settings},
};

/// Who judges at a tenant.
pub(super) struct Desk {
    pub(super) tenant: TenantId,
    /// Two of them: cases are spread.
    pub(super) reviewers: [Player; 2],
    pub(super) senior: Player,
}

/// Somebody before a case.
struct Sitting<'a> {
    services: &'a Services,
    actor: Actor,
    id: ApplicationId,
}

impl Desk {
    /// Plays one scene of the case with this id.
    pub(super) async fn play(
        &mut self,
        stage: &Stage,
        scene: &Scene,
        id: ApplicationId,
    ) -> anyhow::Result<()> {
        let tenant = self.tenant;
        let actor = self.on_duty(scene).actor(stage, tenant).await?;
        let sitting = Sitting { services: &stage.services, actor, id };
        match scene.act {
            Act::Claim | Act::SecondClaim => Ok(review::claim(sitting.services, &sitting.actor, id).await?),
            Act::Mark => sitting.mark().await,
            Act::HandUp => sitting.hand_up().await,
            Act::SendBack => sitting.send_back().await,
            Act::Recommend(approve) => sitting.recommend(scene.goal, approve).await,
            Act::Decide(choice) if scene.goal == Goal::Signing => {
                sitting.ask_for_signatures(true).await?;
                sitting.decide(choice).await?;
                sitting.ask_for_signatures(false).await
            }
            Act::Decide(choice) => sitting.decide(choice).await,
            Act::Hear(yes) => sitting.hear(yes).await,
            Act::Propose => Ok(rights::propose(sitting.services, &sitting.actor, id).await?),
            Act::OpenLive => sitting.open_live().await,
            other => bail!("{other:?} is no act of the desk"),
        }
    }

    fn on_duty(&mut self, scene: &Scene) -> &mut Player {
        let [first, second] = &mut self.reviewers;
        match scene.act {
            Act::SecondClaim | Act::Decide(_) | Act::OpenLive => &mut self.senior,
            _ if scene.merchant.is_multiple_of(2) => first,
            _ => second,
        }
    }
}

impl Sitting<'_> {
    /// An answer and a file are to be changed; the rest holds.
    async fn mark(&self) -> anyhow::Result<()> {
        let view = review::case(self.services, &self.actor, self.id).await?;
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
            review::judge_item(self.services, &self.actor, self.id, &input).await?;
        }
        let note = "Called the shop; they answer tomorrow.";
        review::write_note(self.services, &self.actor, self.id, note).await?;
        self.look_closely(&view).await
    }

    /// Has a masked number of the bank account shown, to hold it beside the paper.
    async fn look_closely(&self, view: &CaseView) -> anyhow::Result<()> {
        let (Some(section), Some(values)) = (view.rules.section("bank"), view.answers.get("bank")) else {
            return Ok(());
        };
        let fields = maskable(section, values).into_iter().map(str::to_owned).collect();
        let input = RevealInput {
            fields,
            reason: Why::ComparePaper.word().into(),
            words: "开户证明上的账号末位不清晰。".into(),
        };
        review::reveal(self.services, &self.actor, self.id, "bank", &input).await?;
        Ok(())
    }

    async fn hand_up(&self) -> anyhow::Result<()> {
        let input =
            EscalationInput { reason: "执照上的印章与以往不同，请您看一下。".into() };
        Ok(review::escalate(self.services, &self.actor, self.id, &input).await?)
    }

    async fn send_back(&self) -> anyhow::Result<()> {
        let preview = review::preview(self.services, &self.actor, self.id).await?;
        Ok(review::send(self.services, &self.actor, self.id, &preview.seen).await?)
    }

    async fn recommend(&self, goal: Goal, approve: bool) -> anyhow::Result<()> {
        let view = review::case(self.services, &self.actor, self.id).await?;
        if approve {
            let seen = view.items.all.iter().map(review::Item::token).collect();
            let sections = view.rules.sections.iter().map(|section| Part::Section(section.code.clone()));
            for part in sections.chain([Part::Papers]) {
                review::accept(self.services, &self.actor, self.id, &part, &seen).await?;
            }
        }
        let input = AdviceInput { seen: view.seen, ..advice(goal, approve) };
        Ok(review::recommend(self.services, &self.actor, self.id, &input).await?)
    }

    async fn decide(&self, choice: Choice) -> anyhow::Result<()> {
        let seen = review::case(self.services, &self.actor, self.id).await?.seen;
        let input = DecisionInput { seen, ..decision(choice) };
        review::decide(self.services, &self.actor, self.id, &input).await?;
        Ok(())
    }

    /// The tenant asks for signatures, for this one decision: everybody else's story is told without.
    async fn ask_for_signatures(&self, signing: bool) -> anyhow::Result<()> {
        let tenant = tenants::by_id(&self.services.db, self.actor.tenant()).await?;
        let actor = Actor::System { tenant: tenant.id, job: "story" };
        let mut tx = TenantTx::begin(&self.services.db, &actor).await?;
        let policy = Policy { signing, ..tenant.policy };
        settings::save(&mut tx, tenant.version, &policy, tenant.sla_hours).await?;
        Ok(tx.commit().await?)
    }

    /// A channel's answer comes in, on its live environment.
    async fn hear(&self, yes: bool) -> anyhow::Result<()> {
        let asked = channels::desk(self.services, &self.actor, self.id).await?.capabilities;
        let channel = asked.first().context("a channel")?.channel.clone();
        let at = (channel.as_str(), Environment::Live);
        let version = channels::form(self.services, &self.actor, self.id, at).await?.held.version;
        let on = self.services.now().date().to_string();
        let input = AnswerInput { version, on, ..answer(yes) };
        channels::record(self.services, &self.actor, self.id, at, &input).await?;
        Ok(())
    }

    async fn open_live(&self) -> anyhow::Result<()> {
        let standing = channels::desk(self.services, &self.actor, self.id).await?.rights.standing;
        let right = standing.context("a right")?.id;
        Ok(rights::decide(self.services, &self.actor, right, Second::Open).await?)
    }
}

/// What the first reviewer says.
fn advice(goal: Goal, approve: bool) -> AdviceInput {
    match (approve, goal) {
        (true, _) => AdviceInput {
            verdict: "approve".into(),
            note: "执照、证件与账户一致，照片清晰。".into(),
            ..AdviceInput::default()
        },
        (false, Goal::Denied) => AdviceInput {
            verdict: "reject".into(),
            reasons: vec!["suspected_forgery".into()],
            note: "The licence's seal lies under the text; compare with the register.".into(),
            ..AdviceInput::default()
        },
        (false, _) => AdviceInput {
            verdict: "reject".into(),
            reasons: vec!["business_not_served".into()],
            words: "经营范围包含我们目前不支持的业务。".into(),
            ..AdviceInput::default()
        },
    }
}

/// What the second one says.
fn decision(choice: Choice) -> DecisionInput {
    match choice {
        Choice::Approve => DecisionInput { decision: "approve".into(), ..DecisionInput::default() },
        Choice::Reject => DecisionInput {
            decision: "reject".into(),
            reasons: vec!["business_not_served".into()],
            words: "经营范围包含我们目前不支持的业务，变更后欢迎再次申请。".into(),
            ..DecisionInput::default()
        },
        Choice::Deny => DecisionInput {
            decision: "reject".into(),
            reasons: vec!["suspected_forgery".into(), "linked_case".into()],
            note: "Same seal as in a case of last month.".into(),
            ..DecisionInput::default()
        },
        Choice::Return => DecisionInput {
            decision: "return".into(),
            note: "请再核对开户行名称与联行号。".into(),
            ..DecisionInput::default()
        },
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
        items: vec!["paper:business_licence".into()],
        reason: "unreadable".into(),
        say: "渠道看不清营业执照上的经营范围，请在自然光下重新拍摄。".into(),
        ..AnswerInput::default()
    }
}
