//! Lists and their files, for the admin: looked at first, with what is otherwise than before, then confirmed.

use super::look;
use crate::{
    Refusal, Result, ServiceError, Services, accounts::demand_proof, applications::today, tenants::authorise,
};
use domain::{
    Actor, ListFileId, ListId, PersonId,
    audit::Event,
    permissions::Act,
    screening::lists::{Entry, Headings, Meaning, Refused, Source, diff, read},
};
use sha2::{Digest, Sha256};
use store::{
    StoreError, TenantTx,
    screening::lists::{self, File, List, New},
};
use time::{Date, format_description::well_known::Iso8601};

/// Bytes of a file.
pub const MOST_BYTES: usize = 48 * 1024 * 1024;
/// Entries of each kind that are shown of what is otherwise.
pub const SHOWN: usize = 100;
/// Files that are listed.
const FILES: i64 = 50;
/// Letters of what a tenant calls a list.
const LONGEST_NAME: usize = 100;

/// A list, whether it has been begun or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whose it is.
    pub source: Source,
    /// The list itself, once a file of it came.
    pub list: Option<List>,
}

/// The lists and what came last.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Every list.
    pub lines: Vec<Line>,
    /// Files, the newest first.
    pub files: Vec<File>,
}

/// A file that comes in.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Whose list it is, by its word.
    pub source: String,
    /// What the tenant calls it, where it is its own.
    pub name: String,
    /// The day its publisher gave it, like 2026-11-27.
    pub dated: String,
    /// What the columns of a plain file are called.
    pub headings: Headings,
    /// The file.
    pub file: Vec<u8>,
    /// OFAC's file of other names.
    pub second: Option<Vec<u8>>,
}

/// A file beside the one before it.
#[derive(Clone, Debug)]
pub struct LookAt {
    /// The file.
    pub file: File,
    /// Its list.
    pub list: List,
    /// How many entries came, went and changed.
    pub counts: (usize, usize, usize),
    /// The first that came.
    pub added: Vec<Entry>,
    /// The first that went.
    pub removed: Vec<Entry>,
    /// The first that changed: before, and now.
    pub changed: Vec<(Entry, Entry)>,
}

/// Whether this actor keeps lists.
pub fn may_manage(actor: &Actor) -> Result<PersonId> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    authorise(actor, Act::ManageScreening)?;
    Ok(person.id)
}

/// The lists.
pub async fn overview(services: &Services, actor: &Actor) -> Result<Overview> {
    may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut all = lists::all(&mut tx).await?;
    let files = lists::files(&mut tx, FILES).await?;
    let published = Source::ALL.iter().filter(|source| **source != Source::Own).map(|source| {
        let begun = all.iter().position(|list| list.source == *source);
        Line { source: *source, list: begun.map(|place| all.remove(place)) }
    });
    let mut lines: Vec<Line> = published.collect();
    lines.extend(all.into_iter().map(|list| Line { source: Source::Own, list: Some(list) }));
    Ok(Overview { lines, files })
}

/// Takes a file in, to be looked at. Nothing counts yet, and nothing is kept of a file that can't be used.
///
/// # Errors
/// [`ServiceError::Refused`] where the form is filled in wrongly; the inner one where the file can't be used.
pub async fn import(
    services: &Services,
    actor: &Actor,
    input: Import,
) -> Result<Result<ListFileId, Refused>> {
    let by = may_manage(actor)?;
    let (source, name, dated) = checked(services, &input)?;
    let (entries, sha256) = match taken_apart(source, input).await? {
        Ok(taken) => taken,
        Err(refused) => return Ok(Err(refused)),
    };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let all = lists::all(&mut tx).await?;
    let list = match all.iter().find(|list| list.source == source && list.name.eq_ignore_ascii_case(&name)) {
        Some(list) => list.id,
        None => lists::begin(&mut tx, (source, &name), source.usual(), by).await?,
    };
    let file = lists::keep(&mut tx, &New { list, dated, sha256: &sha256, entries: &entries, by }).await?;
    tx.record(told("screening.list_imported", file).with("list", source).with("entries", entries.len()));
    tx.commit().await?;
    Ok(Ok(file))
}

/// Reading a large file takes a while: nobody else waits for it.
async fn taken_apart(source: Source, input: Import) -> Result<Result<(Vec<Entry>, [u8; 32]), Refused>> {
    let reading = tokio::task::spawn_blocking(move || {
        let second = input.second.as_deref().filter(|_| source == Source::Ofac);
        let entries = read(source, &input.file, second, &input.headings)?;
        let sha256 = Sha256::new().chain_update(&input.file).chain_update(second.unwrap_or_default());
        Ok((entries, sha256.finalize().into()))
    });
    reading.await.map_err(|error| ServiceError::Internal(error.into()))
}

fn checked(services: &Services, input: &Import) -> Result<(Source, String, Date)> {
    let wrong = |field: &str, key: &str| ServiceError::Refused(Refusal::at(field, key));
    let source = Source::from_word(&input.source).ok_or_else(|| wrong("source", "screening-error-source"))?;
    let name = if source == Source::Own { input.name.trim() } else { "" };
    if source == Source::Own && (name.is_empty() || name.chars().count() > LONGEST_NAME) {
        return Err(wrong("name", "screening-error-name"));
    }
    let dated =
        Date::parse(input.dated.trim(), &Iso8601::DATE).map_err(|_| wrong("dated", "audit-error-date"))?;
    // Where the day begins first, a publisher's tomorrow is here already.
    if Some(dated) > today("CN", services.now()).next_day() {
        return Err(wrong("dated", "screening-error-to-come"));
    }
    if input.file.is_empty() {
        return Err(wrong("file", "form-error-file"));
    }
    Ok((source, name.to_owned(), dated))
}

fn told(name: &'static str, file: ListFileId) -> Event {
    Event::new(name, "screening_file", file)
}

/// A file beside the one that counts; beside the one before it where it counts itself or did.
pub async fn look_at(services: &Services, actor: &Actor, id: ListFileId) -> Result<LookAt> {
    may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let file = lists::file(&mut tx, id).await?;
    let list = lists::all(&mut tx)
        .await?
        .into_iter()
        .find(|list| list.id == file.list)
        .ok_or(ServiceError::NotFound)?;
    let now = lists::entries(&mut tx, id).await?;
    let earlier = lists::files(&mut tx, i64::MAX).await?;
    let counted = earlier.iter().filter(|other| other.list == file.list && other.id != id);
    let before = counted
        .filter(|other| other.confirmed_at.is_some_and(|at| file.confirmed_at.is_none_or(|mine| at < mine)))
        .max_by_key(|other| other.confirmed_at);
    let before = match before {
        Some(before) => lists::entries(&mut tx, before.id).await?,
        None => vec![],
    };
    let otherwise = diff(&before, &now);
    let some = |entries: &[&Entry]| entries.iter().take(SHOWN).map(|entry| (*entry).clone()).collect();
    Ok(LookAt {
        counts: (otherwise.added.len(), otherwise.removed.len(), otherwise.changed.len()),
        added: some(&otherwise.added),
        removed: some(&otherwise.removed),
        changed: otherwise
            .changed
            .iter()
            .take(SHOWN)
            .map(|(was, is)| ((*was).clone(), (*is).clone()))
            .collect(),
        file,
        list,
    })
}

/// From now on the file counts, and every application that is open or aboard is held against it.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was confirmed or dropped already.
pub async fn confirm(services: &Services, actor: &Actor, id: ListFileId) -> Result<()> {
    let by = may_manage(actor)?;
    demand_proof(actor, Act::ManageScreening)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lists::file(&mut tx, id).await?;
    lists::confirm(&mut tx, id, by).await.map_err(stale)?;
    look::set_going(&mut tx).await?;
    tx.record(told("screening.list_confirmed", id));
    Ok(tx.commit().await?)
}

/// The file is left aside; it never counts.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was confirmed or dropped already.
pub async fn discard(services: &Services, actor: &Actor, id: ListFileId) -> Result<()> {
    may_manage(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lists::file(&mut tx, id).await?;
    lists::drop_unconfirmed(&mut tx, id).await.map_err(stale)?;
    tx.record(told("screening.list_dropped", id));
    Ok(tx.commit().await?)
}

fn stale(error: StoreError) -> ServiceError {
    match error {
        StoreError::Conflict => ServiceError::Conflict("error-stale"),
        other => other.into(),
    }
}

/// Says what a hit on a list means from now on. Hits that were found keep what they meant.
pub async fn mean(services: &Services, actor: &Actor, id: ListId, meaning: &str) -> Result<()> {
    may_manage(actor)?;
    demand_proof(actor, Act::ManageScreening)?;
    let meaning = Meaning::from_word(meaning)
        .ok_or_else(|| ServiceError::Refused(Refusal::at("meaning", "screening-error-meaning")))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let list =
        lists::all(&mut tx).await?.into_iter().find(|list| list.id == id).ok_or(ServiceError::NotFound)?;
    if list.meaning == meaning {
        return Ok(());
    }
    lists::mean(&mut tx, id, meaning).await?;
    tx.record(
        Event::new("screening.list_meaning", "screening_list", id)
            .with("list", list.source)
            .with("meaning", meaning),
    );
    Ok(tx.commit().await?)
}
