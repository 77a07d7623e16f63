//! Who of a case may stand on a list: what people make of it. Merchants never learn of any of it.

use super::{Denied, access, notes::checked};
use crate::{
    Refusal, Result, ServiceError, Services,
    applications::{today, why_key},
    screening,
};
use domain::{
    Actor, ApplicationId, HitId, PersonId,
    audit::{Audience, Event},
    permissions::Act,
    screening::hit::{Standing, TERMS, Verdict, decided},
};
use store::{
    StoreError, TenantTx,
    applications::{Application, dossiers},
    review::screenings,
    screening::hits::{self, Hit, Open},
};
use time::Duration;

/// Hits on one page of the desk's list.
const PAGE: i64 = 50;

/// What a person says of a hit, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HitInput {
    /// `same` or `other`.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// How many months it holds, where it is somebody else: one of [`TERMS`].
    pub months: String,
}

/// A hit with its case.
#[derive(Clone, Debug)]
pub struct HitView {
    /// The case.
    pub application: Application,
    /// The hit.
    pub hit: Hit,
    /// Why the reader may not have their word now, as a message key.
    pub why_not: Option<&'static str>,
}

/// One hit of a case.
pub async fn hit(services: &Services, actor: &Actor, id: ApplicationId, hit: HitId) -> Result<HitView> {
    let by = access::person(actor, Act::Recommend)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let hit = find(&mut tx, id, hit).await?;
    let why_not = standing_after(&hit, (by, Verdict::Other)).err();
    Ok(HitView { application, hit, why_not })
}

async fn find(tx: &mut TenantTx, id: ApplicationId, hit: HitId) -> Result<Hit> {
    let key = dossiers::open(tx, id).await?;
    hits::of(tx, &key, id).await?.into_iter().find(|one| one.id == hit).ok_or(ServiceError::NotFound)
}

fn standing_after(hit: &Hit, said: (PersonId, Verdict)) -> Result<Standing, &'static str> {
    let before: Vec<(PersonId, Verdict)> = hit.verdicts.iter().map(|said| (said.by, said.verdict)).collect();
    decided(hit.standing, hit.meaning, &before, said).map_err(|why| match why {
        domain::applications::Why::Proposer => "screening-why-said",
        other => why_key(other),
    })
}

/// A person's word on a hit; it is closed by it where nobody else's is needed.
///
/// # Errors
/// Refused without a verdict or a reason; [`Denied::NotOpen`] where it is decided, or this person had their word.
pub async fn decide_hit(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    hit: HitId,
    input: &HitInput,
) -> Result<Standing, Denied> {
    let by = access::person(actor, Act::JudgeHits)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    let hit = find(&mut tx, id, hit).await?;
    let refused = |field: &str, key: &str| ServiceError::Refused(Refusal::at(field, key));
    let verdict =
        Verdict::from_word(&input.verdict).ok_or_else(|| refused("verdict", "screening-error-verdict"))?;
    let reason = checked(&input.reason, "reason", "screening-error-reason")?;
    let term = TERMS.into_iter().find(|(months, _)| *months == input.months);
    let days = match (verdict, term) {
        (Verdict::Same, _) => 0,
        (Verdict::Other, Some((_, days))) => days,
        (Verdict::Other, None) => return Err(refused("months", "screening-error-months").into()),
    };
    let standing = standing_after(&hit, (by, verdict)).map_err(Denied::NotOpen)?;
    let key = dossiers::open(&mut tx, id).await?;
    hits::say(&mut tx, &key, (id, hit.id), (verdict, &reason), by).await.map_err(said_before)?;
    if standing != Standing::Open {
        let until = today(&application.country, tx.now()) + Duration::days(days.into());
        hits::close(&mut tx, hit.id, standing, (standing == Standing::Cleared).then_some(until)).await?;
        if standing == Standing::Cleared {
            screening::when_over(&mut tx, until).await?;
        }
    }
    tx.record(
        Event::new("screening.hit_judged", "application", id)
            .on(id)
            .for_audience(Audience::Confidential)
            .with("hit", hit.id)
            .with("verdict", verdict)
            .with("standing", standing),
    );
    tx.commit().await?;
    Ok(standing)
}

fn said_before(error: StoreError) -> Denied {
    match error {
        StoreError::Taken(_) => Denied::NotOpen("screening-why-said"),
        other => other.into(),
    }
}

/// The desk's open hits, the oldest first, and where the list goes on.
pub async fn open_hits(
    services: &Services,
    actor: &Actor,
    after: Option<HitId>,
) -> Result<(Vec<Open>, Option<HitId>)> {
    let by = access::person(actor, Act::Recommend)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut all = hits::open(&mut tx, by, after, PAGE + 1).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = all.len() > page;
    all.truncate(page);
    let next = all.last().filter(|_| more).map(|last| last.id);
    Ok((all, next))
}

/// Whether nothing on a list stands in the way of an approval: everybody was held against the lists since the last handing
/// in, no hit is open, and none is to stop it. The database refuses it too.
pub(super) async fn nothing_listed(tx: &mut TenantTx, application: &Application) -> Result<(), Denied> {
    let round = application.state.submission().map_or(1, |submission| submission.round);
    if screenings::last_round(tx, application.id).await?.is_none_or(|last| last < round) {
        return Err(Denied::NotOpen("screening-why-not-yet"));
    }
    let standings = hits::standings(tx, application.id).await?;
    if standings.into_iter().any(|(standing, meaning)| standing.blocks(meaning)) {
        return Err(Denied::NotOpen("screening-why-hit"));
    }
    if hits::is_held_up(tx, application.id).await? {
        return Err(Denied::NotOpen("screening-why-lists"));
    }
    Ok(())
}
