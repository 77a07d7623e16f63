//! Masked personal data, shown on purpose: the desk says why, and sees it for a minute. That it was seen, by whom, which
//! fields and why, is on record before anything is shown; what was seen is recorded nowhere.

use super::access;
use crate::{
    Refusal, Result, ServiceError, Services,
    applications::{answers, shaped, shown},
    error::FieldError,
};
use domain::{
    Actor, ApplicationId, PersonId, RevealId,
    applications::{RuleSet, Section, Values},
    audit::{Audience, Event},
    permissions::Act,
    review::reveal::{LONGEST_WORDS, Why, left, maskable, shown_until},
};
use serde::Deserialize;
use store::{
    TenantTx,
    applications::{Application, dossiers},
    review::reveals::{self, NewReveal, Reveal},
};
use time::{Duration, OffsetDateTime};

/// What is to be shown and why, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct RevealInput {
    /// The codes of the fields.
    pub fields: Vec<String>,
    /// The word of a reason.
    pub reason: String,
    /// More about it, for the desk alone.
    pub words: String,
}

/// A section of which something can be shown.
#[derive(Clone, Debug)]
pub struct Masked {
    /// The application.
    pub application: Application,
    /// The rules it was started under.
    pub rules: RuleSet,
    /// The section.
    pub section: Section,
    /// The codes of its fields that can be shown.
    pub fields: Vec<String>,
    /// Its answers, sealed ones masked.
    pub values: Values,
    /// What was shown of the application before, newest first.
    pub before: Vec<Reveal>,
}

/// What is shown.
#[derive(Clone, Debug)]
pub struct Revealed {
    /// The application.
    pub application: Application,
    /// The rules it was started under.
    pub rules: RuleSet,
    /// The section.
    pub section: Section,
    /// The codes of the fields that are shown.
    pub fields: Vec<String>,
    /// Its answers; of the sealed ones those that are shown as they are, the others masked.
    pub values: Values,
    /// Until when.
    pub until: OffsetDateTime,
    /// How much of the minute is left.
    pub left: Duration,
}

/// Everything that is read of an application before anything of it is shown.
struct Opened {
    application: Application,
    rules: RuleSet,
    section: Section,
    values: Values,
}

impl Opened {
    /// A section of a case that this person may see; not found where nothing of it can be shown.
    async fn of(
        services: &Services,
        tx: &mut TenantTx,
        (id, code): (ApplicationId, &str),
        by: PersonId,
    ) -> Result<Self> {
        let application = access::seen(tx, id, by).await?;
        let mut all = answers::open(tx, id).await?;
        let rules = shaped(services, &application, &all)?;
        let section = rules.section(code).cloned().ok_or(ServiceError::NotFound)?;
        let values = all.remove(code).unwrap_or_default();
        Ok(Self { application, rules, section, values })
    }

    fn maskable(&self) -> Vec<String> {
        maskable(&self.section, &self.values).into_iter().map(str::to_owned).collect()
    }
}

/// The section as it is before anything is shown.
///
/// # Errors
/// Not found where the case or the section isn't there for this person, or nothing of it is masked.
pub async fn masked(services: &Services, actor: &Actor, id: ApplicationId, code: &str) -> Result<Masked> {
    let by = access::person(actor, Act::RevealPersonalData)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let opened = Opened::of(services, &mut tx, (id, code), by).await?;
    let fields = opened.maskable();
    if fields.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let key = dossiers::open(&mut tx, id).await?;
    let before = reveals::of(&mut tx, &key, id).await?;
    let values = shown(&opened.section, &opened.values);
    let Opened { application, rules, section, .. } = opened;
    Ok(Masked { application, rules, section, fields, values, before })
}

/// Has fields of a section shown to whoever asks, from now on for a minute.
///
/// # Errors
/// As [`masked`]; a refusal at `fields`, `reason` or `words`.
pub async fn reveal(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    code: &str,
    input: &RevealInput,
) -> Result<RevealId> {
    let by = access::person(actor, Act::RevealPersonalData)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let opened = Opened::of(services, &mut tx, (id, code), by).await?;
    let all = opened.maskable();
    if all.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let (fields, why, words) = checked(input, &all)?;
    let key = dossiers::open(&mut tx, id).await?;
    let new = NewReveal { section: code, fields: &fields, why, words: &words, by };
    let reveal = reveals::insert(&mut tx, &key, id, new).await?;
    tx.record(
        Event::new("personal_data.revealed", "application", id)
            .on(id)
            .for_audience(Audience::Staff)
            .with("section", code)
            .with("fields", fields.join(" "))
            .with("reason", why.word()),
    );
    tx.commit().await?;
    Ok(reveal)
}

/// What is shown, while its minute lasts; nothing once it is over.
///
/// # Errors
/// Not found where it isn't theirs, or no longer there.
pub async fn revealed(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    reveal: RevealId,
) -> Result<Option<Revealed>> {
    let by = access::person(actor, Act::RevealPersonalData)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    access::seen(&mut tx, id, by).await?;
    let key = dossiers::open(&mut tx, id).await?;
    let Reveal { section: code, fields, by: theirs, at, .. } =
        reveals::find(&mut tx, &key, id, reveal).await?;
    if theirs != by {
        return Err(ServiceError::NotFound);
    }
    let Some(left) = left(at, tx.now()) else { return Ok(None) };
    let Opened { application, rules, section, values: open } =
        Opened::of(services, &mut tx, (id, &code), by).await?;
    let mut values = shown(&section, &open);
    for field in section.fields.iter().filter(|field| fields.contains(&field.code)) {
        for input in field.inputs() {
            if let Some(value) = open.get(&input) {
                values.insert(input, value.clone());
            }
        }
    }
    Ok(Some(Revealed { application, rules, section, fields, values, until: shown_until(at), left }))
}

/// What was sent, where it can be taken: some of the fields, a reason, and words about it.
fn checked(input: &RevealInput, all: &[String]) -> Result<(Vec<String>, Why, String)> {
    let mut refusal = Refusal::default();
    let mut refuse = |field: &str, key: &str| refusal.fields.push(FieldError::new(field, key));
    let fields: Vec<String> = all.iter().filter(|code| input.fields.contains(code)).cloned().collect();
    if fields.is_empty() || fields.len() != input.fields.len() {
        refuse("fields", "review-error-reveal-fields");
    }
    let why = Why::from_word(&input.reason);
    if why.is_none() {
        refuse("reason", "review-error-reveal-reason");
    }
    let words = input.words.trim().replace("\r\n", "\n");
    match words.chars().count() {
        0 => refuse("words", "review-error-reveal-words"),
        1..=LONGEST_WORDS => {}
        _ => refuse("words", "review-error-reveal-words-long"),
    }
    refusal.clone().or_ok()?;
    Ok((fields, why.ok_or(refusal)?, words))
}

#[cfg(test)]
mod tests {
    use super::{RevealInput, checked};
    use crate::ServiceError;
    use domain::review::reveal::Why;

    fn input(fields: &[&str], reason: &str, words: &str) -> RevealInput {
        let fields = fields.iter().map(|&field| field.to_owned()).collect();
        RevealInput { fields, reason: reason.into(), words: words.into() }
    }

    fn wrong(input: &RevealInput) -> Vec<String> {
        match checked(input, &["id_number".into(), "phone".into()]) {
            Err(ServiceError::Refused(refusal)) => {
                refusal.fields.into_iter().map(|error| error.field).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_reason_and_words_are_demanded() {
        let all = ["id_number".to_owned(), "phone".to_owned()];
        let taken = checked(&input(&["phone"], "reach_person", " The bank\r\nasked "), &all).unwrap();
        assert_eq!(taken, (vec!["phone".to_owned()], Why::ReachPerson, "The bank\nasked".to_owned()));
        assert_eq!(wrong(&input(&["phone"], "", "Because")), ["reason"]);
        assert_eq!(wrong(&input(&["phone"], "curious", "Because")), ["reason"]);
        assert_eq!(wrong(&input(&["phone"], "look_up", "  ")), ["words"]);
        assert_eq!(wrong(&input(&["phone"], "look_up", &"x".repeat(501))), ["words"]);
        assert_eq!(wrong(&input(&[], "look_up", "Because")), ["fields"]);
        assert_eq!(wrong(&input(&["phone", "legal_name"], "look_up", "Because")), ["fields"]);
        assert_eq!(wrong(&RevealInput::default()), ["fields", "reason", "words"]);
    }
}
