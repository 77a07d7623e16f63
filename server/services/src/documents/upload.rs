//! A file streams in.

use super::{
    access, check, place,
    promise::{Promised, Purpose, Wanted, promise},
    writer::{WriteError, Writer},
};
use crate::{
    Result, ServiceError, Services, overview,
    papers::{intake::Intake, name, seal::Part},
};
use bytes::Bytes;
use domain::{
    Actor, AnswerId, ApplicationId, VersionId, audit,
    documents::{Event, Media, Refusal, Version, limits::MAX_FILES},
};
use futures::{Stream, StreamExt};
use std::{pin::pin, time::Duration};
use store::{
    TenantTx,
    applications::touch,
    documents::{self, NewVersion, uploads},
};

/// For dropping what came of a file that isn't kept, while its sender waits.
const DROPPING: Duration = Duration::from_secs(5);

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has come as a whole and lies sealed; its check follows.
    Arrived(VersionId),
    /// It isn't taken.
    Refused(Refusal),
    /// The very same bytes came before and weren't taken: for this reason.
    Known(Refusal),
}

/// A file that has come as a whole and is of a kind that is taken.
struct Whole {
    media: Media,
    size: u64,
    sha256: [u8; 32],
}

/// Why the stream stopped before a file had come.
enum Stopped {
    /// It isn't taken; its hash where all of it was seen.
    Refused(Refusal, Option<[u8; 32]>),
    /// Its bytes were refused before: for this reason.
    Known(Refusal),
    /// A dependency failed, or the sender went away.
    Failed(ServiceError),
}

impl From<WriteError> for Stopped {
    fn from(error: WriteError) -> Self {
        Self::Failed(unavailable(error))
    }
}

/// Takes a file that streams in. Nothing of it is held but what is on its way into the blob store.
///
/// # Errors
/// [`ServiceError::Conflict`] where the application isn't open for it, [`ServiceError::Unavailable`] where the blob
/// store doesn't answer; nothing is kept then, and the same file can be sent again.
pub async fn upload<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    wanted: &Wanted,
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Outcome> {
    take(services, actor, (wanted, Purpose::Paper), stream).await
}

/// Takes the file of a channel's answer: sealed and checked as any paper, and the desk's alone.
///
/// # Errors
/// As [`upload`]; not found where there is no such answer about the application's merchant.
pub async fn attach<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    (application, answer): (ApplicationId, AnswerId),
    (name, length): (String, Option<u64>),
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Outcome> {
    let paper = documents::ANSWER_PAPER.to_owned();
    let wanted = Wanted { application, paper, replaces: None, name, length };
    take(services, actor, (&wanted, Purpose::Answer(answer)), stream).await
}

/// What a file is and what it is for.
type Intended<'a> = (&'a Wanted, Purpose);

async fn take<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    (wanted, purpose): Intended<'_>,
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Outcome> {
    let promised = match promise(services, actor, wanted, purpose).await? {
        Ok(promised) => promised,
        Err(refusal) => return Ok(Outcome::Refused(refusal)),
    };
    let s3 = match begin(services, actor, &promised).await {
        Ok(s3) => s3,
        Err(error) => {
            give_up(services, actor, &promised, None).await;
            return Err(error);
        }
    };
    let intended = (wanted, purpose);
    match receive(services, actor, intended, &promised, &s3, stream).await {
        Ok(whole) => arrive(services, actor, intended, &promised, &whole).await,
        Err(Stopped::Refused(refusal, sha256)) => {
            drop_parts(services, &promised, &s3).await;
            refuse(services, actor, intended, &promised, (refusal, sha256)).await?;
            Ok(Outcome::Refused(refusal))
        }
        Err(Stopped::Known(why)) => {
            drop_parts(services, &promised, &s3).await;
            refuse(services, actor, intended, &promised, (Refusal::KnownBad, None)).await?;
            Ok(Outcome::Known(why))
        }
        Err(Stopped::Failed(error)) => {
            give_up(services, actor, &promised, Some(&s3)).await;
            Err(error)
        }
    }
}

/// Tells the blob store, and commits what it calls the upload before any byte of it comes.
async fn begin(services: &Services, actor: &Actor, promised: &Promised) -> Result<String> {
    let s3 = services.blobs.begin(&promised.blob_key).await.map_err(unavailable)?;
    let named = async {
        let mut tx = TenantTx::read(&services.db, actor).await?;
        uploads::named(&mut tx, promised.upload, &s3).await?;
        tx.commit().await
    };
    if let Err(error) = named.await {
        drop_parts(services, promised, &s3).await;
        return Err(error.into());
    }
    Ok(s3)
}

async fn receive<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    (wanted, purpose): Intended<'_>,
    promised: &Promised,
    s3: &str,
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> std::result::Result<Whole, Stopped> {
    let place = place::seal(actor.tenant(), promised.document, promised.version, Part::Original);
    let random = &*services.ports().random;
    let to = (promised.blob_key.as_str(), s3);
    let mut writer = Writer::new(&*services.blobs, random, &promised.dossier, to, &place);
    let mut intake = Intake::default();
    let mut stream = pin!(stream);
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|error| Stopped::Failed(cut(error)))?;
        intake.push(&piece).map_err(|refusal| Stopped::Refused(refusal, None))?;
        // What is known to be refused is still read, so that its hash is known; it isn't stored any more.
        if intake.fault().is_none() {
            writer.write(&piece).await?;
        }
    }
    let received = intake.finish(&wanted.name);
    let refused = |refusal| Stopped::Refused(refusal, Some(received.sha256));
    let media = received.verdict.map_err(refused)?;
    if !promised.media.contains(&media) {
        return Err(Stopped::Refused(Refusal::WrongKind, None));
    }
    if purpose == Purpose::Paper
        && let Some(stopped) =
            known(services, actor, wanted, &received.sha256).await.map_err(Stopped::Failed)?
    {
        return Err(stopped);
    }
    writer.finish().await?;
    Ok(Whole { media, size: received.size, sha256: received.sha256 })
}

/// Whether these very bytes were refused before or are there already.
async fn known(
    services: &Services,
    actor: &Actor,
    wanted: &Wanted,
    sha256: &[u8; 32],
) -> Result<Option<Stopped>> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    if let Some(why) = documents::refused_before(&mut tx, wanted.application, sha256).await? {
        return Ok(Some(Stopped::Known(why)));
    }
    let there = documents::same_bytes(&mut tx, wanted.application, sha256).await?;
    Ok(there.then_some(Stopped::Refused(Refusal::Duplicate, None)))
}

/// Writes the version's row, last of all. Where the commit itself fails nobody knows whether it holds: then the rows
/// decide, once the upload's time is over.
async fn arrive(
    services: &Services,
    actor: &Actor,
    intended: Intended<'_>,
    promised: &Promised,
    whole: &Whole,
) -> Result<Outcome> {
    match record(services, actor, intended, promised, whole).await {
        Ok(Ok(tx)) => {
            tx.commit().await?;
            Ok(Outcome::Arrived(promised.version))
        }
        Ok(Err(refusal)) => {
            note(services.blobs.delete(&promised.blob_key).await, "dropping an object");
            refuse(services, actor, intended, promised, (refusal, None)).await?;
            Ok(Outcome::Refused(refusal))
        }
        Err(error) => {
            give_up(services, actor, promised, None).await;
            Err(error)
        }
    }
}

async fn record(
    services: &Services,
    actor: &Actor,
    (wanted, purpose): Intended<'_>,
    promised: &Promised,
    whole: &Whole,
) -> Result<Result<TenantTx, Refusal>> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = match purpose {
        Purpose::Paper => {
            access::held_for(services, &mut tx, wanted.application, &wanted.paper, wanted.replaces).await?
        }
        Purpose::Answer(answer) => access::answer(&mut tx, wanted.application, answer).await?,
    };
    if let Some(refusal) = no_place(&mut tx, (wanted, purpose), promised).await? {
        return Ok(Err(refusal));
    }
    uploads::finish(&mut tx, promised.upload).await?;
    let version = Version::begin(tx.now())
        .apply(Event::Arrive, tx.now())
        .map_err(|refused| ServiceError::Internal(Box::new(refused)))?;
    if promised.is_new {
        match purpose {
            Purpose::Paper => {
                documents::create(&mut tx, promised.document, application.id, &wanted.paper).await?;
            }
            Purpose::Answer(answer) => {
                documents::create_for_answer(&mut tx, promised.document, application.id, answer).await?;
            }
        }
    }
    let new = NewVersion {
        id: promised.version,
        document: promised.document,
        application: application.id,
        version: &version,
        media: whole.media,
        size: i64::try_from(whole.size).unwrap_or(i64::MAX),
        sha256: &whole.sha256,
        blob_key: &promised.blob_key,
        name: &shown_name(&wanted.name, whole.media),
        by: actor.person().ok_or(ServiceError::SignedOut)?.id,
    };
    documents::insert(&mut tx, &promised.dossier, &new).await?;
    // What the desk keeps beside the case changes nothing of what a judgement is bound to.
    if purpose == Purpose::Paper {
        touch(&mut tx, &mut application).await?;
        overview::note(services, &mut tx, &application).await?;
    }
    tx.enqueue(check::job(promised.version)).await?;
    tx.record(event(&Event::Arrive, (wanted, purpose), promised));
    Ok(Ok(tx))
}

/// Whether there is no place for it any more, now that the application is held: while it streamed in other files may
/// have come, and the one that it replaces may have been taken away.
async fn no_place(
    tx: &mut TenantTx,
    (wanted, purpose): Intended<'_>,
    promised: &Promised,
) -> Result<Option<Refusal>> {
    let versions = purpose.versions(tx, wanted.application).await?;
    if !promised.is_new {
        let there = versions.iter().any(|version| version.document == promised.document);
        return if there { Ok(None) } else { Err(ServiceError::Conflict("documents-closed-now")) };
    }
    let current = documents::current(&versions);
    let same_paper = current.iter().filter(|one| one.paper == wanted.paper).count();
    let too_many = current.len() >= MAX_FILES || same_paper >= usize::from(promised.most);
    Ok(too_many.then_some(Refusal::TooManyFiles))
}

/// Notes the refusal: what is left of the file is its hash and a word.
async fn refuse(
    services: &Services,
    actor: &Actor,
    (wanted, purpose): Intended<'_>,
    promised: &Promised,
    (refusal, sha256): (Refusal, Option<[u8; 32]>),
) -> Result<()> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    uploads::abort(&mut tx, promised.upload).await?;
    let in_the_bytes = refusal.is_in_the_bytes() && purpose == Purpose::Paper;
    if let Some(sha256) = sha256.filter(|_| in_the_bytes) {
        documents::refuse_bytes(&mut tx, wanted.application, &sha256, refusal).await?;
    }
    tx.record(event(&Event::Refuse(refusal), (wanted, purpose), promised).with("refusal", refusal.word()));
    Ok(tx.commit().await?)
}

fn event(what: &Event, (wanted, purpose): Intended<'_>, promised: &Promised) -> audit::Event {
    audit::Event::new(what.audit_name(), "document", promised.document)
        .on(wanted.application)
        .for_audience(purpose.audience(what.audience()))
        .with("paper", &wanted.paper)
        .with("file", promised.version)
}

/// Gives back what was promised and drops what has come; what fails here is made up for by the sweep. Somebody waits for
/// the answer, and a store that has just failed may well fail again: dropping has little time.
async fn give_up(services: &Services, actor: &Actor, promised: &Promised, s3: Option<&str>) {
    let dropped = async {
        match s3 {
            Some(s3) => drop_parts(services, promised, s3).await,
            None => note(services.blobs.delete(&promised.blob_key).await, "dropping an object"),
        }
    };
    note(tokio::time::timeout(DROPPING, dropped).await, "dropping in time");
    let closed = async {
        let mut tx = TenantTx::read(&services.db, actor).await?;
        uploads::abort(&mut tx, promised.upload).await?;
        tx.commit().await
    };
    note(closed.await, "closing an upload");
}

async fn drop_parts(services: &Services, promised: &Promised, s3: &str) {
    note(services.blobs.abort(&promised.blob_key, s3).await, "dropping an upload's parts");
}

fn note<E: std::error::Error + 'static>(done: std::result::Result<(), E>, what: &'static str) {
    if let Err(error) = done {
        tracing::warn!(what, error = &error as &dyn std::error::Error, "left to the sweep");
    }
}

/// The name as it is kept: cleaned, and never empty.
fn shown_name(declared: &str, media: Media) -> String {
    let cleaned = name::clean(declared);
    match (cleaned.is_empty(), name::extension(&cleaned)) {
        (true, _) => format!("document.{}", media.extension()),
        (false, None) => format!("{cleaned}.{}", media.extension()),
        (false, Some(_)) => cleaned,
    }
}

fn cut(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
    ServiceError::Unavailable { what: "upload", source: Some(Box::new(error)) }
}

pub(super) fn unavailable(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
    ServiceError::Unavailable { what: "blobs", source: Some(Box::new(error)) }
}

#[cfg(test)]
mod tests {
    use super::{Media, shown_name};

    #[test]
    fn every_file_has_a_name_to_show() {
        assert_eq!(shown_name("../营业执照.pdf", Media::Pdf), "营业执照.pdf");
        assert_eq!(shown_name("", Media::Jpeg), "document.jpg");
        assert_eq!(shown_name("image", Media::Png), "image.png");
    }
}
