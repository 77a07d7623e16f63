//! Before the first byte: may it come, is there room for it, and where will it lie. All of that is committed first.

use super::{access, place};
use crate::{
    Result, Services,
    applications::{answers, shaped},
};
use domain::{
    Actor, AnswerId, ApplicationId, DocumentId, UploadId, VersionId,
    audit::Audience,
    documents::{
        Media, Refusal,
        limits::{MAX_BYTES, MAX_FILES, MAX_PENDING_BYTES, STALE_UPLOAD},
    },
};
use store::{
    StoreError, TenantTx,
    applications::{Application, dossiers},
    documents::{
        self, ANSWER_PAPER, Stored,
        storage::{self, Room},
        uploads::{self, NewUpload},
    },
    keys::DossierKey,
};

/// A file that somebody means to send.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// To which application.
    pub application: ApplicationId,
    /// As which paper, by its code.
    pub paper: String,
    /// In place of which document, if it replaces one.
    pub replaces: Option<DocumentId>,
    /// The name it comes with.
    pub name: String,
    /// How many bytes are said to come; what really comes is counted.
    pub length: Option<u64>,
}

/// What a file is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A paper of the application, sent by the merchant.
    Paper,
    /// The file of a channel's answer, sent by the desk.
    Answer(AnswerId),
}

/// What is asked for: under which code, of which kinds, and how many.
struct Asked {
    code: String,
    media: Vec<Media>,
    max: u8,
}

/// An upload whose row is committed.
pub(super) struct Promised {
    pub(super) upload: UploadId,
    pub(super) document: DocumentId,
    pub(super) version: VersionId,
    pub(super) is_new: bool,
    pub(super) blob_key: String,
    pub(super) dossier: DossierKey,
    pub(super) media: Vec<Media>,
    /// So many files of this paper there may be.
    pub(super) most: u8,
}

/// Notes the upload, or says why no file is taken now.
pub(super) async fn promise(
    services: &Services,
    actor: &Actor,
    wanted: &Wanted,
    purpose: Purpose,
) -> Result<Result<Promised, Refusal>> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (application, paper) = asked(services, &mut tx, wanted, purpose).await?;
    // The room is held from here on: nobody else's promise comes between the count and ours.
    let room = storage::hold(&mut tx).await?;
    let versions = purpose.versions(&mut tx, application.id).await?;
    let current = documents::current(&versions);
    let same_paper: Vec<&Stored> = current.iter().copied().filter(|one| one.paper == paper.code).collect();
    let replaces = match wanted.replaces {
        Some(document) if same_paper.iter().any(|one| one.document == document) => Some(document),
        Some(_) => return Err(StoreError::NotFound.into()),
        // A paper of which there is one file: sending another one replaces it.
        None if paper.max == 1 => same_paper.first().map(|one| one.document),
        None => None,
    };
    let under_way = uploads::open_of(&mut tx, application.id).await?;
    let too_many = current.len() + under_way >= MAX_FILES || same_paper.len() >= usize::from(paper.max);
    if replaces.is_none() && too_many {
        return Ok(Err(Refusal::TooManyFiles));
    }
    let reserved = wanted.length.unwrap_or(MAX_BYTES).min(MAX_BYTES);
    let reserved = i64::try_from(reserved).unwrap_or(i64::MAX);
    if let Some(refusal) = no_room(&room, reserved) {
        return Ok(Err(refusal));
    }
    let document = replaces.unwrap_or_else(|| DocumentId(tx.new_id()));
    let (upload, version) = (UploadId(tx.new_id()), VersionId(tx.new_id()));
    let blob_key = place::original(tx.tenant(), document, version);
    let by = actor.person().ok_or(StoreError::SessionEnded)?.id;
    let expires_at = tx.now() + STALE_UPLOAD;
    let new = NewUpload {
        id: upload,
        application: application.id,
        document,
        version,
        paper: &paper.code,
        blob_key: &blob_key,
        reserved,
        by,
        expires_at,
    };
    uploads::begin(&mut tx, &new).await?;
    let dossier = dossiers::open(&mut tx, application.id).await?;
    tx.commit().await?;
    let is_new = replaces.is_none();
    let (media, most) = (paper.media, paper.max);
    Ok(Ok(Promised { upload, document, version, is_new, blob_key, dossier, media, most }))
}

async fn asked(
    services: &Services,
    tx: &mut TenantTx,
    wanted: &Wanted,
    purpose: Purpose,
) -> Result<(Application, Asked)> {
    if let Purpose::Answer(answer) = purpose {
        let application = access::answer(tx, wanted.application, answer).await?;
        let media = vec![Media::Jpeg, Media::Png, Media::Pdf];
        return Ok((application, Asked { code: ANSWER_PAPER.to_owned(), media, max: 1 }));
    }
    let application =
        access::open_for(services, tx, wanted.application, &wanted.paper, wanted.replaces).await?;
    let shape = shaped(services, &application, &answers::open(tx, application.id).await?)?;
    let paper = shape.paper(&wanted.paper).ok_or(StoreError::NotFound)?;
    let asked = Asked { code: paper.code.clone(), media: paper.media.clone(), max: paper.max };
    Ok((application, asked))
}

impl Purpose {
    /// Every version of what it is counted among, newest first.
    pub(super) async fn versions(self, tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Stored>> {
        Ok(match self {
            Self::Paper => documents::of_application(tx, application).await?,
            Self::Answer(answer) => documents::of_answers(tx, &[answer]).await?,
        })
    }

    /// Who may read of it.
    pub(super) const fn audience(self, usual: Audience) -> Audience {
        match self {
            Self::Paper => usual,
            Self::Answer(_) => Audience::Staff,
        }
    }
}

fn no_room(room: &Room, reserved: i64) -> Option<Refusal> {
    let pending = room.unchecked.saturating_add(room.promised).saturating_add(reserved);
    let in_all = room.kept.saturating_add(room.promised).saturating_add(reserved);
    if in_all > room.limit {
        Some(Refusal::Full)
    } else if u64::try_from(pending).is_ok_and(|pending| pending > MAX_PENDING_BYTES) {
        Some(Refusal::Busy)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_PENDING_BYTES, Refusal, Room, no_room};

    #[test]
    fn f10_room_is_never_promised_twice() {
        let room = Room { limit: 1000, kept: 400, unchecked: 100, promised: 300 };
        assert_eq!(no_room(&room, 300), None);
        assert_eq!(no_room(&room, 301), Some(Refusal::Full));
        let pending = i64::try_from(MAX_PENDING_BYTES).unwrap();
        let room = Room { limit: i64::MAX, kept: 0, unchecked: pending - 50, promised: 40 };
        assert_eq!(no_room(&room, 10), None);
        assert_eq!(no_room(&room, 11), Some(Refusal::Busy));
        let full = Room { limit: i64::MAX, kept: i64::MAX, unchecked: 0, promised: 0 };
        assert_eq!(no_room(&full, 1), None, "sums stay within bounds");
    }
}
