//! One section: shown, and saved without losing what another wrote meanwhile.

use super::{
    access::{allowed, held, section_of, seen, shaped, today},
    answers::{self, Stored},
    consents::{drop_unasked, less_withdrawn},
    input::{SectionInput, Then},
    opened::Opened,
};
use crate::accounts::demand_proof;
use crate::error::FieldError;
use crate::mail::{self, Template};
use crate::{Refusal, Result, ServiceError, Services, overview};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Answer, Answers, Field, Finding, RuleSet, Section, Values, Weight, check},
    audit::{Audience, Event},
    permissions::Act,
};
use std::collections::{BTreeMap, BTreeSet};
use store::{
    TenantTx,
    accounts::persons,
    applications::{Application, consents, dossiers, merchants, sections, touch},
};
use time::OffsetDateTime;

/// A section as its form shows it.
#[derive(Clone, Debug)]
pub struct SectionView {
    /// Whose it is.
    pub application: Application,
    /// Under which rules.
    pub rules: RuleSet,
    /// The section's rules.
    pub section: Section,
    /// The version that is shown; 0 where there is none yet.
    pub version: i32,
    /// The answers; sealed ones masked.
    pub values: Values,
    /// What other sections answer that a field of this one may repeat, by the field's code; without what says the same.
    pub known: BTreeMap<String, Vec<String>>,
    /// Who saved it, and when.
    pub saved: Option<(SavedBy, OffsetDateTime)>,
    /// What is missing, wrong or doubtful in what is saved.
    pub findings: Vec<Finding>,
    /// The codes of the fields that may be changed now.
    pub open: BTreeSet<String>,
}

/// Who saved a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedBy {
    /// The reader.
    You,
    /// Somebody else of the merchant, by their address.
    Other(String),
}

/// What came of saving.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It is kept, or nothing had changed.
    Kept {
        /// Whether there is a new version.
        changed: bool,
        /// Whether something in it is doubtful or contradicts another section.
        doubtful: bool,
        /// What is asked now that this is answered.
        rules: Box<RuleSet>,
    },
    /// Another version came between: both are to be seen side by side. Nothing was changed.
    Clash {
        /// The version that came between.
        theirs: Box<SectionView>,
        /// The codes of the fields in which the two differ.
        differing: BTreeSet<String>,
    },
}

/// The section, for whoever may fill it in.
pub async fn section(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    code: &str,
) -> Result<SectionView> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::ViewOwnApplication).await?;
    let stored = answers::stored(&mut tx, id).await?;
    let mut all = answers::open_stored(&mut tx, id, &stored).await?;
    less_withdrawn(services, &mut tx, &application, &mut all).await?;
    let rules = shaped(services, &application, &all)?;
    let section = section_of(&rules, code)?;
    allowed(actor, &application, section.act)?;
    view(services, &mut tx, application, (rules, section), (&stored, &all)).await
}

async fn view(
    services: &Services,
    tx: &mut TenantTx,
    application: Application,
    (rules, section): (RuleSet, Section),
    (stored, all): (&Stored, &Answers),
) -> Result<SectionView> {
    let day = today(&application.country, tx.now());
    let findings = check::all(&rules, all, day).into_iter().filter(|f| f.section == section.code).collect();
    let current = stored.get(&section.code);
    let saved = match current {
        Some(current) => Some((by(services, tx.actor(), current.saved_by).await?, current.saved_at)),
        None => None,
    };
    Ok(SectionView {
        open: Opened::of(services, tx, &application).await?.fields(&section),
        version: current.map_or(0, |current| current.version),
        known: known(&section, all),
        values: all.get(&section.code).map(|values| answers::shown(&section, values)).unwrap_or_default(),
        findings: if current.is_some() { findings } else { Vec::new() },
        application,
        rules,
        section,
        saved,
    })
}

fn known(section: &Section, all: &Answers) -> BTreeMap<String, Vec<String>> {
    let told = |path: &String| {
        let (section, field) = path.split_once('.')?;
        all.get(section)?.get(field).filter(|value| !value.is_empty()).cloned()
    };
    let of = |field: &Field| {
        let known: BTreeSet<String> = field.known_from.iter().filter_map(told).collect();
        (!known.is_empty()).then(|| (field.code.clone(), known.into_iter().collect()))
    };
    section.fields.iter().filter_map(of).collect()
}

async fn by(services: &Services, actor: &Actor, person: PersonId) -> Result<SavedBy> {
    if actor.person().is_some_and(|reader| reader.id == person) {
        return Ok(SavedBy::You);
    }
    let known = persons::known(&services.db, person).await?;
    Ok(SavedBy::Other(known.map(|known| known.email).unwrap_or_default()))
}

/// Saves a section as a new version.
///
/// What is wrong is refused; what is doubtful is kept; what is missing is kept where it is to be gone on with later.
/// `address` is where the request came from: it stands with the acceptance of an agreement.
///
/// # Errors
/// [`ServiceError::Refused`] with the inputs that are wrong; [`ServiceError::Conflict`] where the application isn't
/// open for changing.
pub async fn save_section(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    code: &str,
    input: &SectionInput,
    address: &str,
) -> Result<Saved> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::ViewOwnApplication).await?;
    let stored = answers::stored(&mut tx, id).await?;
    let mut all = answers::open_stored(&mut tx, id, &stored).await?;
    less_withdrawn(services, &mut tx, &application, &mut all).await?;
    let rules = shaped(services, &application, &all)?;
    let section = section_of(&rules, code)?;
    allowed(actor, &application, section.act)?;
    let open = Opened::of(services, &mut tx, &application).await?.fields(&section);
    if open.is_empty() {
        return Err(ServiceError::Conflict("applications-why-not-now"));
    }
    let before = all.get(code).cloned().unwrap_or_default();
    let values = merged(&section, &open, &before, input);
    let version = stored.get(code).map_or(0, |current| current.version);
    if version != input.version && values != before {
        let differing = differing(&section, &before, &values);
        let theirs = Box::new(view(services, &mut tx, application, (rules, section), (&stored, &all)).await?);
        return Ok(Saved::Clash { theirs, differing });
    }
    let day = today(&application.country, tx.now());
    refuse(&check::section(&rules, &section, &values, day), input.then == Then::Later)?;
    all.insert(code.to_owned(), values.clone());
    let asked_before = rules;
    let rules = shaped(services, &application, &all)?;
    let doubtful =
        check::all(&rules, &all, day).iter().any(|f| f.section == code && f.weight != Weight::Missing);
    if values == before {
        return Ok(Saved::Kept { changed: false, doubtful, rules: Box::new(rules) });
    }
    // What stands and is changed; the first time there is nothing that somebody could have made theirs.
    let sensitive = section.act.demands_proof() && version > 0;
    if sensitive {
        demand_proof(actor, section.act)?;
    }
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let change = Change { before: &before, values, follows: version, by, address };
    keep(&mut tx, &mut application, &section, change).await?;
    if sensitive {
        mail::to_owners_and_actor(&mut tx, application.merchant, Template::BankChanged).await?;
    }
    drop_unasked(&mut tx, &application, (&asked_before, &rules)).await?;
    overview::note(services, &mut tx, &application).await?;
    tx.commit().await?;
    Ok(Saved::Kept { changed: true, doubtful, rules: Box::new(rules) })
}

/// What is to be kept: closed fields and sealed ones left empty keep what there is, and so do those taken over.
fn merged(section: &Section, open: &BTreeSet<String>, before: &Values, input: &SectionInput) -> Values {
    let mut values = Values::new();
    for field in &section.fields {
        let stays = !open.contains(&field.code) || input.take.contains(&field.code);
        for name in field.inputs() {
            let typed = input.values.get(&name).filter(|typed| !typed.is_empty());
            let kept = before.get(&name);
            let value = if stays || (field.sealed && typed.is_none()) { kept } else { typed };
            if let Some(value) = value {
                values.insert(name, value.clone());
            }
        }
    }
    values
}

fn differing(section: &Section, one: &Values, other: &Values) -> BTreeSet<String> {
    let differs = |inputs: Vec<String>| inputs.iter().any(|input| one.get(input) != other.get(input));
    section.fields.iter().filter(|field| differs(field.inputs())).map(|field| field.code.clone()).collect()
}

/// Refuses what is wrong, and what is missing unless it is to be gone on with later.
fn refuse(findings: &[Finding], later: bool) -> Result<()> {
    let fields = findings
        .iter()
        .filter(|finding| match finding.weight {
            Weight::Refusal => true,
            Weight::Missing => !later,
            Weight::Warning => false,
        })
        .map(|finding| FieldError {
            field: finding.input.clone(),
            key: finding.key.clone(),
            args: finding.args.clone(),
        })
        .collect();
    Refusal { whole: None, fields }.or_ok()
}

/// A section's new answers.
pub(super) struct Change<'a> {
    /// What there was.
    pub(super) before: &'a Values,
    /// What there is to be.
    pub(super) values: Values,
    /// The version this one follows; 0 where there is none yet.
    pub(super) follows: i32,
    /// Whose answers these are.
    pub(super) by: PersonId,
    /// Where the request came from.
    pub(super) address: &'a str,
}

/// Keeps a section's new answers and what follows from them.
pub(super) async fn keep(
    tx: &mut TenantTx,
    application: &mut Application,
    section: &Section,
    change: Change<'_>,
) -> Result<()> {
    let Change { before, values, follows, by, address } = change;
    let changed = differing(section, before, &values);
    for field in section.fields.iter().filter(|field| changed.contains(&field.code)) {
        take_note(tx, application, &section.code, field, &values, (by, address)).await?;
    }
    let found_by: Vec<(&str, &str)> = section
        .fields
        .iter()
        .filter_map(|field| Some((field.code.as_str(), field.fingerprint.as_deref()?)))
        .collect();
    let (plain, sealed) = answers::apart(section, values);
    let key = dossiers::open(tx, application.id).await?;
    let new = sections::NewSection {
        code: &section.code,
        follows,
        plain: &plain,
        sealed: &sealed,
        found_by: &found_by,
        by,
    };
    let version = sections::save(tx, application.id, &key, &new).await?;
    touch(tx, application).await?;
    tx.record(
        Event::new("section.saved", "application", application.id)
            .on(application.id)
            .for_audience(Audience::Merchant)
            .with("section", &section.code)
            .with("fields", changed.into_iter().collect::<Vec<_>>().join(","))
            .with("version", version),
    );
    Ok(())
}

/// What follows from an answer beside the section itself: the name that lists show, the channels, the consent.
async fn take_note(
    tx: &mut TenantTx,
    application: &mut Application,
    section: &str,
    field: &Field,
    values: &Values,
    (by, address): (PersonId, &str),
) -> Result<()> {
    let value = values.get(&field.code).map(String::as_str).unwrap_or_default();
    match &field.answer {
        Answer::Text { .. } if (section, field.code.as_str()) == RuleSet::NAME => {
            value.clone_into(&mut application.name);
            merchants::rename(tx, application.merchant, value).await?;
        }
        Answer::Channels => {
            application.channels =
                value.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        }
        Answer::Accept { text, .. } => {
            consents::withdraw(tx, application.id, text).await?;
            if !value.is_empty() {
                consents::give(tx, application.id, by, (text, value), address).await?;
            }
        }
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests;
