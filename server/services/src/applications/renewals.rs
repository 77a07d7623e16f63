//! Papers that run out: due again before they do, told of three times, over when they are.
//!
//! One job a tenant walks over the merchants that are to be looked at, a batch at a time. Whatever it does is judged
//! again under the application's lock, and every word is kept, so that it may run any number of times.

use super::{access::shaped, access::today, advance, answers, terms::Terms};
use crate::{
    Result, Services,
    jobs::{JobError, walk},
    mail::{self, About, Template},
    review::{keep_request, lapse},
};
use domain::{
    Actor, ApplicationId, DocumentId, TenantId,
    applications::{
        Event, Item, Move, Paper,
        renewal::{self, Word},
    },
    audit::{self, Audience},
    documents::Version,
};
use store::{
    TenantTx,
    applications::{Application, lock, merchants, renewals},
    documents, tenants,
};
use time::Date;

/// The job's kind.
pub const RENEW: &str = "application.renew";

/// Sets the tenant's walk going where there is anybody to look at. Where a tenant is shut, nobody could answer: it
/// waits.
pub async fn look_at_papers(services: &Services, tenant: TenantId) -> Result<()> {
    if tenants::by_id(&services.db, tenant).await?.suspended {
        return Ok(());
    }
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: RENEW }).await?;
    if renewals::due(&mut tx, latest(services), None, 1).await?.is_empty() {
        return Ok(());
    }
    walk::go_on(&mut tx, RENEW, None).await?;
    Ok(tx.commit().await?)
}

/// The latest day that it is anywhere: what is due in its own country is found among these.
fn latest(services: &Services) -> Date {
    let day = services.now().date();
    day.next_day().unwrap_or(day)
}

/// Runs an `application.renew` job: one batch, and the next one's job where there is more.
///
/// What fails at one application is told when the others are done.
pub(crate) async fn renew(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let after = walk::after(payload)?;
    let row = tenants::by_id(&services.db, tenant).await?;
    if row.suspended {
        return Ok(());
    }
    let terms = Terms::of(services, &row)?;
    let actor = Actor::System { tenant, job: RENEW };
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let found = renewals::due(&mut tx, latest(services), after, walk::BATCH).await?;
    walk::go_on_after(&mut tx, RENEW, found.iter().copied()).await?;
    tx.commit().await?;
    let mut failed = None;
    for id in found {
        failed = one(services, &actor, id, &terms).await.err().or(failed);
    }
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// A paper that has an end, with its files that stand.
struct Ending {
    paper: Paper,
    last: Date,
    files: Vec<DocumentId>,
}

/// Does what the papers of one application ask for now.
async fn one(services: &Services, actor: &Actor, id: ApplicationId, terms: &Terms) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = lock(&mut tx, id).await?;
    let day = today(&application.country, tx.now());
    let ending = endings(services, &mut tx, &application).await?;
    let due: Vec<(&Ending, Word)> =
        ending.iter().filter_map(|one| Some((one, Word::due(one.last, day)?))).collect();
    let over = due.iter().filter(|(_, word)| *word == Word::Over).flat_map(|(one, _)| &one.files);
    let over: Vec<DocumentId> = over.copied().collect();
    lapse(&mut tx, &application, &over).await?;
    let news = note(&mut tx, id, &due).await?;
    let asked = ask(services, &mut tx, &mut application, &due, terms).await?;
    if let Some(word) = news {
        tell(&mut tx, &application, word, asked == Asked::Now).await?;
    }
    let next = ending.iter().filter_map(|one| Word::next(one.last, day)).min();
    // Whom nothing can be asked for today is looked at again tomorrow.
    let next = if asked == Asked::Later { day.next_day() } else { next };
    renewals::plan(&mut tx, id, next).await?;
    Ok(tx.commit().await?)
}

/// The papers with an end of which there are files that the desk had accepted.
async fn endings(services: &Services, tx: &mut TenantTx, application: &Application) -> Result<Vec<Ending>> {
    let all = answers::open(tx, application.id).await?;
    let rules = shaped(services, application, &all)?;
    let versions = documents::of_application(tx, application.id).await?;
    let current = documents::current(&versions);
    let holds = |version: &Version| matches!(version, Version::Accepted { .. } | Version::Expired);
    let ending = rules.papers.iter().filter_map(|paper| {
        let last = rules.lasts(&all, paper)?;
        let files = current.iter().filter(|file| file.paper == paper.code && holds(&file.version));
        let files: Vec<DocumentId> = files.map(|file| file.document).collect();
        (!files.is_empty()).then(|| Ending { paper: paper.clone(), last, files })
    });
    Ok(ending.collect())
}

/// Keeps every word that is news, and tells the most pressing of them.
async fn note(tx: &mut TenantTx, id: ApplicationId, due: &[(&Ending, Word)]) -> Result<Option<Word>> {
    let told = renewals::told(tx, id).await?;
    let mut news: Option<Word> = None;
    for (one, word) in due {
        for file in &one.files {
            if told.get(&(*file, one.last)).is_none_or(|before| word.days() < *before) {
                renewals::tell(tx, id, (*file, one.last), word.days()).await?;
                news = Some(news.map_or(*word, |news| news.min(*word)));
            }
        }
    }
    Ok(news)
}

/// What became of asking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Everything that is due is asked for already, or nothing is due.
    Before,
    /// Something is asked for from now on.
    Now,
    /// The desk looks at what came before.
    Later,
}

/// Opens what is due and isn't open to the merchant yet.
async fn ask(
    services: &Services,
    tx: &mut TenantTx,
    application: &mut Application,
    due: &[(&Ending, Word)],
    terms: &Terms,
) -> Result<Asked> {
    let mut items: Vec<Item> = Vec::new();
    let mut last = None;
    for (one, _) in due {
        for item in renewal::items(&one.paper, &one.files) {
            // Two papers that show one validity ask for it once.
            let known = items.iter().any(|known| known.what == item.what);
            if !known && !application.state.asks_for(&item.what) {
                last = last.max(Some(one.last));
                items.push(item);
            }
        }
    }
    let Some(last) = last else { return Ok(Asked::Before) };
    if application.state.why_not(Move::PapersExpire, None).is_some() {
        return Ok(Asked::Later);
    }
    let items = keep_request(services, tx, application, items, None).await?;
    let event = Event::PapersExpire { items, last: terms.end_of(last) };
    advance(tx, application, event, terms).await?;
    Ok(Asked::Now)
}

/// Writes to the owners, unless what was just asked for has written to them.
async fn tell(tx: &mut TenantTx, application: &Application, word: Word, asked: bool) -> Result<()> {
    let event = audit::Event::new("application.papers_told", "application", application.id);
    tx.record(event.on(application.id).for_audience(Audience::Merchant).with("days", word.days()));
    if asked {
        return Ok(());
    }
    let template = if word == Word::Over { Template::PapersOver } else { Template::PapersEnding };
    for owner in merchants::owners(tx, application.merchant).await? {
        mail::to_person(tx, owner, template, About::application(application.id)).await?;
    }
    Ok(())
}
