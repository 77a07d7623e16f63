//! One tenant's people: who they are, their logins, and who plays a scene.

use super::{
    cast::Cast,
    claims,
    course::{Act, Goal, Scene},
    desk::Desk,
    founding, lists,
    logins::Logins,
    merchant::{Merchant, merchants},
    mixes,
    player::Player,
    prices, proving,
    rates::{self, When},
    stage::{Post, Stage},
};
use anyhow::Context as _;
use domain::permissions::Role;

/// A tenant with its staff and merchants.
pub(super) struct Troupe {
    cast: &'static Cast,
    admin: Player,
    auditor: Player,
    desk: Desk,
    merchants: Vec<Merchant>,
}

impl Troupe {
    /// Makes the tenant, takes on its staff and invents its merchants.
    pub(super) async fn gather(stage: &Stage, post: &Post, cast: &'static Cast) -> anyhow::Result<Self> {
        let [admin, first, second, senior, auditor] = cast.staff;
        let person =
            |name: &str, number: usize| Player::new(stage, &format!("{name}@{}", cast.domain), 200 + number);
        let mut admin = person(admin, 0);
        let tenant = founding::make(stage, post, cast, &admin).await?;
        founding::paint(stage, cast, &admin.actor(stage, tenant).await?).await?;
        let mut reviewers = [person(first, 1), person(second, 2)];
        let (mut senior, mut auditor) = (person(senior, 3), person(auditor, 4));
        let [first, second] = &mut reviewers;
        for (player, role) in [
            (first, Role::Reviewer),
            (second, Role::Reviewer),
            (&mut senior, Role::SeniorReviewer),
            (&mut auditor, Role::Auditor),
        ] {
            founding::hire(stage, post, cast, &admin.actor(stage, tenant).await?, player, role).await?;
            // Signing in once sets up the authenticator app.
            player.actor(stage, tenant).await?;
        }
        let by = (admin.actor(stage, tenant).await?, senior.actor(stage, tenant).await?);
        claims::play(stage, cast.slug, (&by.0, &by.1)).await?;
        mixes::keep(stage, &admin.actor(stage, tenant).await?, None).await?;
        let merchants = merchants(stage, cast)?;
        let mut troupe = Self { cast, admin, auditor, desk: Desk { tenant, reviewers, senior }, merchants };
        troupe.keep_rates(stage, When::First).await?;
        Ok(troupe)
    }

    /// Its admin enters a day's exchange rates.
    pub(super) async fn keep_rates(&mut self, stage: &Stage, when: When) -> anyhow::Result<()> {
        let admin = self.admin.actor(stage, self.desk.tenant).await?;
        rates::keep(stage, &admin, stage.services.now(), when).await
    }

    /// The logins of its staff.
    pub(super) fn list(&self, logins: &mut Logins) {
        let slug = self.cast.slug;
        let [reviewer, _] = &self.desk.reviewers;
        logins.add(slug, "admin", &self.admin);
        logins.add(slug, "auditor", &self.auditor);
        logins.add(slug, "reviewer", reviewer);
        logins.add(slug, "senior reviewer", &self.desk.senior);
    }

    /// The logins of merchants: one who is aboard, one who is still at it, one who is to change something, one whose
    /// signature is waited for.
    pub(super) fn list_merchants(&self, logins: &mut Logins) {
        let with = |goal| Goal::STORY.iter().position(|(found, _)| *found == goal);
        for (role, goal) in [
            ("merchant, approved", Goal::Live),
            ("merchant, draft", Goal::Half),
            ("merchant, changes requested", Goal::Asked),
            ("merchant, signing", Goal::Signing),
            ("merchant, account", Goal::Proving),
        ] {
            if let Some(merchant) = with(goal).and_then(|index| self.merchants.get(index)) {
                logins.add(self.cast.slug, role, &merchant.owner);
            }
        }
    }

    /// Its price list and its merchants' offers, once the story is told.
    pub(super) async fn keep_prices(&mut self, stage: &Stage) -> anyhow::Result<()> {
        let Self { admin, desk, merchants, .. } = self;
        let keepers = prices::Keepers { tenant: desk.tenant, admin, senior: &mut desk.senior };
        prices::keep(stage, keepers, merchants).await
    }

    /// One of its desk has their word on who may stand on a list.
    pub(super) async fn judge_hits(&mut self, stage: &Stage) -> anyhow::Result<()> {
        let [reviewer, _] = &mut self.desk.reviewers;
        let reviewer = reviewer.actor(stage, self.desk.tenant).await?;
        lists::judge(stage, &reviewer).await
    }

    /// Its admin takes a bank's file to look at.
    pub(super) async fn keep_statement(&mut self, stage: &Stage) -> anyhow::Result<()> {
        let admin = self.admin.actor(stage, self.desk.tenant).await?;
        proving::keep_statement(stage, &admin).await
    }

    /// Its admin imports lists; three merchants may stand on them.
    pub(super) async fn keep_lists(&mut self, stage: &Stage) -> anyhow::Result<()> {
        let admin = self.admin.actor(stage, self.desk.tenant).await?;
        lists::keep(stage, &admin, &self.merchants).await
    }

    /// Plays one scene.
    pub(super) async fn play(&mut self, stage: &Stage, post: &Post, scene: &Scene) -> anyhow::Result<()> {
        let merchant = self.merchants.get_mut(scene.merchant).context("a merchant")?;
        if scene.act.is_work() {
            let id = merchant.application.context("an application")?;
            // Its account alone is proven: the tenant's switch is on for this decision.
            let proves = scene.goal == Goal::Proving && matches!(scene.act, Act::Decide(_));
            if proves {
                let admin = self.admin.actor(stage, self.desk.tenant).await?;
                proving::switch(stage, &admin, true).await?;
            }
            self.desk.play(stage, scene, id).await?;
            if proves {
                let admin = self.admin.actor(stage, self.desk.tenant).await?;
                proving::switch(stage, &admin, false).await?;
            }
            return Ok(());
        }
        merchant.play(stage, post, self.desk.tenant, scene).await
    }
}
