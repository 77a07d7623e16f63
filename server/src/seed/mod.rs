//! Two tenants with lifelike data in both languages: invented companies and people, papers drawn here, and every
//! state that an application can be in, reached the way people reach it, through the use cases.

mod answers;
mod cast;
mod claims;
mod companies;
mod course;
mod desk;
mod founding;
pub mod keep;
mod lists;
mod logins;
mod merchant;
mod mixes;
mod papers;
mod people;
mod player;
mod prices;
mod proving;
mod rates;
mod stage;
mod troupe;

pub use logins::{Login, Logins};

use crate::program::Program;
use anyhow::Context as _;
use course::{Course, Goal, Scene};
use services::Services;
use stage::Stage;
use std::sync::Arc;
use store::tenants::operate::{Which, overview};
use time::OffsetDateTime;
use troupe::Troupe;

/// For how many days the story has been going on.
const DAYS: i64 = 40;

/// Whether there is nothing here yet.
///
/// # Errors
/// When the database doesn't answer.
pub async fn is_wanted(services: &Services) -> anyhow::Result<bool> {
    Ok(overview(&services.db, Which::After(""), 1).await?.is_empty())
}

/// Plays the whole story, on a clock of its own that runs from some weeks ago until now, and answers one login for
/// each role. `told` hears how far it is.
///
/// # Errors
/// When a use case refuses: that is a fault of the story.
pub async fn play(program: &Program, mut told: impl FnMut(usize, usize)) -> anyhow::Result<Logins> {
    let now = program.services.now();
    let (stage, post) = Stage::raise(program, now - time::Duration::days(DAYS)).await?;
    let stage = Arc::new(stage);
    let mut logins = Logins::default();
    let operator = cast::operator(&stage, &post).await?;
    logins.add("platform", "operator", &operator);
    let mut troupes = Vec::new();
    for tenant in &cast::TENANTS {
        let troupe = Troupe::gather(&stage, &post, tenant).await?;
        troupe.list(&mut logins);
        troupes.push(troupe);
    }
    let mut scenes = scenes(&troupes, now)?;
    scenes.sort_by_key(|scene| (scene.at, scene.order));
    let all = scenes.len();
    for (done, scene) in scenes.into_iter().enumerate() {
        told(done, all);
        stage.clock.set(scene.at);
        let troupe = troupes.get_mut(scene.tenant).context("a scene without its tenant")?;
        troupe.play(&stage, &post, &scene).await.with_context(|| {
            format!("{:?} of merchant {} of tenant {}", scene.act, scene.merchant, scene.tenant)
        })?;
        stage.run_jobs().await?;
    }
    for troupe in &mut troupes {
        troupe.list_merchants(&mut logins);
        troupe.keep_rates(&stage, rates::When::Last).await?;
        troupe.keep_prices(&stage).await.context("prices")?;
        troupe.keep_statement(&stage).await.context("a bank's file")?;
        troupe.keep_lists(&stage).await.context("lists")?;
        stage.run_jobs().await?;
        troupe.judge_hits(&stage).await.context("hits")?;
    }
    stage.leave().await;
    Ok(logins)
}

/// Every scene of every merchant.
fn scenes(troupes: &[Troupe], now: OffsetDateTime) -> anyhow::Result<Vec<Scene>> {
    let mut scenes = Vec::new();
    for tenant in 0..troupes.len() {
        for (merchant, (goal, days_ago)) in Goal::STORY.iter().enumerate() {
            let course = Course { tenant, merchant, goal: *goal, days_ago: *days_ago };
            scenes.extend(course.scenes(now)?);
        }
    }
    Ok(scenes)
}
