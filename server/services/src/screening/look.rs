//! Everybody of an application is held against every list: when it is handed in, and so whenever somebody of it has
//! changed, and when a list changes.

use super::stock::{self, Ready};
use crate::{
    Result, ServiceError, Services,
    applications::{answers, shaped, today},
    jobs::{JobError, walk},
};
use domain::{
    Actor, ApplicationId, HitId, ListFileId, TenantId,
    applications::{Answers, RuleSet},
    audit::{Audience, Event},
    screening::{
        Match,
        hit::Standing,
        parties::{Party, parties},
    },
    text::{compact, fold},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    TenantTx,
    applications::{Application, dossiers, lock},
    jobs::NewJob,
    keys::TenantKeys,
    screening::{
        hits::{self, Details, New, Pair},
        lists,
    },
};
use time::{Date, Duration};

/// The job that holds every open application against lists that have changed.
pub const LIST: &str = "screening.list";
/// The job that holds one application against the lists again.
pub const ONE: &str = "screening.one";

/// Sets the walk over the tenant's applications going.
pub(super) async fn set_going(tx: &mut TenantTx) -> Result<()> {
    walk::go_on(tx, LIST, None).await
}

#[derive(Debug, Serialize, Deserialize)]
struct Single {
    application: ApplicationId,
}

/// Has one application held against the lists again.
pub(crate) async fn one_again(tx: &mut TenantTx, application: ApplicationId) -> Result<()> {
    Ok(tx.enqueue(NewJob::new(ONE, json!(Single { application })).once(application.to_string())).await?)
}

/// Has the tenant's applications held against the lists again once nobody's word holds any longer that was given until
/// a day: when that day is over everywhere.
pub(crate) async fn when_over(tx: &mut TenantTx, until: Date) -> Result<()> {
    let over = until.midnight().assume_utc() + Duration::days(2);
    let key = format!("{}:until:{until}", tx.tenant());
    let job = walk::job(LIST, None)?.at(over).once(key);
    Ok(tx.enqueue(job).await?)
}

/// Runs a `screening.one` job.
pub(crate) async fn once_more(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let Ok(Single { application }) = Single::deserialize(payload) else {
        return Err(JobError::permanent("payload"));
    };
    let actor = Actor::System { tenant, job: ONE };
    let ready = stock::current(services, &actor).await?;
    one(services, &actor, application, &ready).await
}

/// Runs a `screening.list` job: one batch, and the next one's job where there is more.
pub(crate) async fn again(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let after = walk::after(payload)?;
    let actor = Actor::System { tenant, job: LIST };
    let ready = stock::current(services, &actor).await?;
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let found = hits::to_screen(&mut tx, after, walk::BATCH).await?;
    walk::go_on_after(&mut tx, LIST, found.iter().copied()).await?;
    tx.commit().await?;
    let mut failed = None;
    for id in found {
        // One that can't be read now keeps nobody else from being looked at.
        if let Err(error) = one(services, &actor, id, &ready).await {
            failed = Some(error);
        }
    }
    failed.map_or(Ok(()), Err)
}

async fn one(services: &Services, actor: &Actor, id: ApplicationId, ready: &[Ready]) -> Result<(), JobError> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = lock(&mut tx, id).await?;
    let kind = application.state.kind();
    if !application.state.is_case() || (kind.is_closed() && kind != domain::applications::StateKind::Approved)
    {
        return Ok(());
    }
    let all = answers::open(&mut tx, id).await?;
    let rules = shaped(services, &application, &all)?;
    parties_of(&mut tx, &application, (&rules, &all), ready).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether these lists are still the ones that count: otherwise hits on a newer file would be taken for gone.
async fn still_count(tx: &mut TenantTx, ready: &[Ready]) -> Result<bool> {
    let counting =
        lists::all(tx).await?.into_iter().filter_map(|list| Some((list.current?.file, list.meaning)));
    Ok(counting.eq(ready.iter().map(|one| (one.file, one.meaning))))
}

/// Holds everybody whom the answers name against the lists. What is new is kept as an open hit; what was open and is
/// gone is closed; what people have said of the same pair holds as long as they said.
pub(crate) async fn parties_of(
    tx: &mut TenantTx,
    application: &Application,
    (rules, all): (&RuleSet, &Answers),
    ready: &[Ready],
) -> Result<(), JobError> {
    if !still_count(tx, ready).await? {
        return Err(JobError { code: "lists-moved", retry: true, source: None });
    }
    let asked = |code: &String| rules.sections.iter().any(|section| section.code == *code);
    let asked =
        all.iter().filter(|(code, _)| asked(code)).map(|(code, values)| (code.clone(), values.clone()));
    let parties = parties(&asked.collect());
    let key = dossiers::open(tx, application.id).await?;
    let standing = hits::of(tx, &key, application.id).await?;
    let day = today(&application.country, tx.now());
    let keys = tx.keys().await?;
    let (mut still, mut new): (BTreeSet<HitId>, usize) = (BTreeSet::new(), 0);
    let found = marked(&keys, application.id, matches(&parties, ready))?;
    let pairs: Vec<Pair> = found.iter().map(|one| one.0).collect();
    let cleared = hits::cleared(tx, &pairs, day).await?;
    for (pair, (party, list, found)) in found {
        let same = |hit: &&hits::Hit| {
            hit.list == list.list && hit.role == party.role && hit.pair.0 == pair.0 && hit.pair.1 == pair.1
        };
        let before = standing
            .iter()
            .find(|hit| same(hit) && matches!(hit.standing, Standing::Open | Standing::Confirmed));
        if let Some(before) = before {
            still.insert(before.id);
            continue;
        }
        if cleared.contains(&pair) {
            continue;
        }
        let chinese = application.country == "CN" || party.chinese;
        let meaning = list.source.meaning(list.meaning, chinese);
        let details = details(party, &found);
        let hit = New {
            application: application.id,
            list: (list.list, list.file),
            meaning,
            role: party.role,
            pair,
            details: &details,
        };
        new += usize::from(hits::insert(tx, &key, &hit).await?.is_some());
    }
    let open = standing.iter().filter(|hit| hit.standing == Standing::Open && !still.contains(&hit.id));
    let gone: Vec<HitId> = open.map(|hit| hit.id).collect();
    for id in &gone {
        hits::close(tx, *id, Standing::Gone, None).await?;
    }
    let files: Vec<ListFileId> = ready.iter().map(|list| list.file).collect();
    hits::looked(tx, application.id, &files).await?;
    if new > 0 || !gone.is_empty() {
        tx.record(
            Event::new("screening.held_against_lists", "application", application.id)
                .on(application.id)
                .for_audience(Audience::Confidential)
                .with("found", new)
                .with("gone", gone.len()),
        );
    }
    Ok(())
}

/// Each party beside each entry that it may be. Somebody who is several things to an application is asked about once, as
/// the first of them; whoever has no number of their own is taken for the one of the same name who has.
fn matches<'a>(parties: &'a [Party], ready: &'a [Ready]) -> Vec<Found<'a>> {
    let mut by_role: Vec<&Party> = parties.iter().collect();
    by_role.sort_by_key(|party| party.role);
    let mut asked: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    let mut all = Vec::new();
    for (party, list) in by_role.into_iter().flat_map(|party| ready.iter().map(move |list| (party, list))) {
        for found in list.listed.find(party) {
            let of = asked.entry((fold(&party.name), list.list, found.entry.reference.clone())).or_default();
            if of.is_empty() || (party.is_told_apart() && !of.contains(&party.number.as_str())) {
                of.push(&party.number);
                all.push((party, list, found));
            }
        }
    }
    all
}

/// A party beside an entry that it may be, with the list that has it.
type Found<'a> = (&'a Party, &'a Ready, Match<'a>);

/// Each with the digests of both sides.
fn marked<'a>(
    keys: &TenantKeys,
    application: ApplicationId,
    found: Vec<Found<'a>>,
) -> Result<Vec<(Pair, Found<'a>)>> {
    let mark = |one: Found<'a>| {
        let pair = (mark_of_party(keys, application, one.0), mark_of_entry(keys, one.1, &one.2)?);
        Ok((pair, one))
    };
    found.into_iter().map(mark).collect()
}

/// A party as it was declared: another name, number or birth is another party. Without a number it is one of its
/// application alone: elsewhere somebody else may be called the same.
fn mark_of_party(keys: &TenantKeys, application: ApplicationId, party: &Party) -> [u8; 32] {
    let only = if party.is_told_apart() { String::new() } else { application.to_string() };
    let declared = [fold(&party.name), compact(&party.number).to_uppercase(), compact(&party.birth), only];
    keys.fingerprint("screening.party", &declared.join("\0"))
}

/// An entry as its list has it: whatever changes in it makes it another one.
fn mark_of_entry(keys: &TenantKeys, list: &Ready, found: &Match<'_>) -> Result<[u8; 32]> {
    let entry = serde_json::to_string(found.entry).map_err(|error| ServiceError::Internal(error.into()))?;
    Ok(keys.fingerprint("screening.entry", &format!("{}\0{entry}", list.list)))
}

fn details(party: &Party, found: &Match<'_>) -> Details {
    Details {
        section: party.section.clone(),
        declared: party.name.clone(),
        listed: found.name.to_owned(),
        names: found.entry.names.iter().filter(|name| *name != found.name).take(20).cloned().collect(),
        reference: found.entry.reference.clone(),
        births: found.entry.births.clone(),
        score: found.score,
        number: found.number,
        birth: found.birth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        ListId,
        screening::{
            Kind, Listed,
            lists::{Entry, Meaning, Source},
            parties::Role,
        },
    };
    use std::sync::Arc;

    fn party(role: Role, number: &str) -> Party {
        Party {
            role,
            section: "owner.1".into(),
            name: "诸葛亮".into(),
            kind: Some(Kind::Person),
            number: number.into(),
            birth: String::new(),
            chinese: true,
        }
    }

    #[test]
    fn namesakes_are_two_and_whoever_is_several_things_is_one() {
        let entry = Entry { reference: "1".into(), names: vec!["Zhuge Liang".into()], ..Entry::default() };
        let ready = [Ready {
            list: ListId(uuid::Uuid::nil()),
            file: ListFileId(uuid::Uuid::nil()),
            source: Source::Own,
            meaning: Meaning::Notice,
            listed: Arc::new(Listed::new(vec![entry])),
        }];
        let asked = |parties: &[Party]| {
            matches(parties, &ready)
                .iter()
                .map(|(party, ..)| (party.role, party.number.clone()))
                .collect::<Vec<_>>()
        };
        let one = [party(Role::Holder, ""), party(Role::Owner, "E1"), party(Role::Representative, "E1")];
        assert_eq!(asked(&one), [(Role::Representative, "E1".to_owned())]);
        let two = [party(Role::Owner, "E1"), party(Role::Owner, "E2"), party(Role::Holder, "")];
        assert_eq!(asked(&two), [(Role::Owner, "E1".to_owned()), (Role::Owner, "E2".to_owned())]);
    }
}
