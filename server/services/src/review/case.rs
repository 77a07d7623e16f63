//! One case, with everything that whoever judges it has to see.

use super::{
    Acts, Items, Screen, WorkTime, access, found,
    items::items,
    links::{self, Elsewhere},
};
use crate::{
    Result, Services,
    applications::{answers, consents::standing_of, shaped, shown, today, without_waived},
    audit::{self, Stretch, Stretched},
    documents::{self, File},
};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Answers, Finding, RuleSet, check, consent::Asked, signing as rules_of_signing},
    permissions::Act,
    review::{Found, waiver::Answer},
};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    applications::{
        Application,
        consents::Consent,
        dossiers, merchants, sections,
        signing::{self, Signature},
    },
    review::{
        self,
        decisions::{self, Decided},
        escalations::{self, Escalation},
        notes::{self, Note},
        recommendations::{self, Recommendation},
        screenings::{self, Screening},
        waivers::{self, Waived},
    },
    screening::hits::{self, Hit},
    tenants::{self, staff},
};
use time::OffsetDateTime;

/// A case as the desk sees it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The application.
    pub application: Application,
    /// The merchant's number, once it was taken aboard.
    pub merchant_number: Option<String>,
    /// The rules it was started under.
    pub rules: RuleSet,
    /// The answers by section; sealed ones masked.
    pub answers: Answers,
    /// The version of each section that was answered.
    pub sections: BTreeMap<String, SectionState>,
    /// What our checks find in the answers today.
    pub findings: Vec<Finding>,
    /// What our checks find today in answers, files, lists and other cases together; what can't be so first.
    pub found: Vec<Found>,
    /// Everything that is judged, with what was made of it.
    pub items: Items,
    /// The waivers that wait for a second person, with whether the reader may answer them.
    pub proposed: Vec<(Waived, bool)>,
    /// What our machines found when they looked last.
    pub screening: Option<Screening>,
    /// Who of it may stand on a list; open hits first.
    pub hits: Vec<Hit>,
    /// What it has in common with other cases.
    pub elsewhere: Vec<Elsewhere>,
    /// What the desk has written for itself, newest first.
    pub notes: Vec<Note>,
    /// Every version of every paper, newest first.
    pub files: Vec<File>,
    /// What the merchant agreed to, newest first.
    pub consents: Vec<Consent>,
    /// What is asked for and doesn't stand.
    pub lacking: Vec<Asked>,
    /// What whoever was to sign said, newest first.
    pub signatures: Vec<Signature>,
    /// Who is to sign, by their name as declared.
    pub signatory: String,
    /// What happened, newest first.
    pub timeline: Stretched,
    /// The advice that waits for a decision.
    pub advice: Option<Recommendation>,
    /// Whether whoever gave it no longer works here.
    pub adviser_left: bool,
    /// What was handed up to the seniors, newest first.
    pub escalations: Vec<Escalation>,
    /// What was decided before, newest first.
    pub decisions: Vec<Decided>,
    /// The address of whoever holds the case.
    pub holder: Option<(PersonId, String)>,
    /// When the answer is owed, and the working minutes until then (negative where it is past).
    pub due: Option<(OffsetDateTime, i64)>,
    /// What the reader can do.
    pub acts: Acts,
    /// What a judgement is bound to; see [`Screen::token`].
    pub seen: String,
}

/// The version of a section that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionState {
    /// The how many-eth version.
    pub version: i32,
    /// The address of whoever saved it.
    pub saved_by: String,
    /// When.
    pub saved_at: OffsetDateTime,
}

/// The case, for whoever of the desk may see it.
///
/// What judgements are bound to is read first and the rest after it: whatever moves in between makes the page's token
/// too old, never too new.
pub async fn case(services: &Services, actor: &Actor, id: ApplicationId) -> Result<CaseView> {
    case_with(services, actor, id, &Stretch::default()).await
}

/// The case with this part of its timeline.
pub async fn case_with(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    stretch: &Stretch,
) -> Result<CaseView> {
    let by = access::person(actor, Act::ViewCases)?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let seen = Screen::of(&mut tx, &application).await?.token();
    let key = dossiers::open(&mut tx, id).await?;
    let all = answers::open(&mut tx, id).await?;
    let rules = shaped(services, &application, &all)?;
    let items = items(&mut tx, &application, &rules, &all).await?;
    let waived = waivers::of(&mut tx, &key, id).await?;
    let holding = waived.iter().filter(|one| one.waiver.holds()).map(|one| one.what.clone()).collect();
    let asked = without_waived(&rules, &holding);
    let findings = check::all(&asked, &all, today(&application.country, tx.now()));
    let screening = screenings::latest(&mut tx, &key, id).await?;
    let hits = hits::of(&mut tx, &key, id).await?;
    let elsewhere = links::of(&mut tx, &application, by).await?;
    let found = found::found(&mut tx, (id, &key), (&asked, &all), (&findings, &hits, &elsewhere)).await?;
    let notes = notes::of(&mut tx, &key, id).await?;
    let sections = section_states(&mut tx, id).await?;
    let (consents, lacking) = standing_of(services, &mut tx, &application).await?;
    let signatures = signing::of(&mut tx, id).await?;
    let signatory = rules_of_signing::name(&rules, &all).unwrap_or_default().to_owned();
    let advice = recommendations::standing(&mut tx, &key, id).await?;
    let adviser_left = match &advice {
        Some(advice) => !staff::find(&mut tx, advice.by).await?.is_some_and(|member| member.active),
        None => false,
    };
    let escalations = escalations::of(&mut tx, &key, id).await?;
    let decisions = decisions::of(&mut tx, &key, id).await?;
    let merchant_number = merchants::load(&mut tx, application.merchant).await?.number;
    let holder = match application.desk.holder() {
        Some(holder) => review::emails(&mut tx, &[holder]).await?.into_iter().next(),
        None => None,
    };
    let now = tx.now();
    drop(tx);
    let work = WorkTime::of(services, &tenant)?;
    let answers = rules
        .sections
        .iter()
        .filter_map(|section| Some((section.code.clone(), shown(section, all.get(&section.code)?))))
        .collect();
    let acts = Acts::of(actor, by, &application);
    let proposed = waived
        .into_iter()
        .filter(|one| one.waiver.is_open())
        .map(|one| {
            let other = one.waiver.answer(Answer::Confirm, by).is_ok();
            (one, acts.answer_waiver && other)
        })
        .collect();
    Ok(CaseView {
        items,
        proposed,
        screening,
        hits,
        elsewhere,
        notes,
        merchant_number,
        rules,
        answers,
        sections,
        findings,
        found,
        files: documents::files(services, actor, id).await?,
        consents,
        lacking,
        signatures,
        signatory,
        timeline: audit::stretch(services, actor, id, stretch).await?,
        advice: advice.filter(|_| application.state.kind() == domain::applications::StateKind::SecondReview),
        adviser_left,
        escalations,
        decisions,
        holder,
        due: application.due_at.map(|at| (at, work.minutes_until(now, at))),
        acts,
        seen,
        application,
    })
}

async fn section_states(tx: &mut TenantTx, id: ApplicationId) -> Result<BTreeMap<String, SectionState>> {
    let rows = sections::current(tx, id).await?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.saved_by).collect();
    let emails = review::emails(tx, &people).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let saved_by = emails.get(&row.saved_by).cloned().unwrap_or_default();
            (row.code, SectionState { version: row.version, saved_by, saved_at: row.saved_at })
        })
        .collect())
}
