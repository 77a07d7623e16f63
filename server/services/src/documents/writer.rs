//! An object that is sealed while it comes and stored in parts: never more of it is held than one part.

use super::place;
use crate::{
    papers::seal::{self, PREFIX, Place, SealError, Sealer},
    ports::{BlobError, Blobs, Part, Random, bytes as draw},
};
use bytes::Bytes;
use domain::documents::limits::PART_BYTES;
use store::keys::DossierKey;

/// Why an object could not be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteError {
    /// It could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// It could not be stored.
    #[error(transparent)]
    Blob(#[from] BlobError),
}

/// Writes one object.
pub(super) struct Writer<'a> {
    blobs: &'a dyn Blobs,
    key: &'a str,
    upload: &'a str,
    sealer: Sealer,
    waiting: Vec<u8>,
    stored: Vec<Part>,
}

impl<'a> Writer<'a> {
    /// For an object that the blob store has been told of.
    pub(super) fn new(
        blobs: &'a dyn Blobs,
        random: &dyn Random,
        dossier: &DossierKey,
        (key, upload): (&'a str, &'a str),
        place: &Place,
    ) -> Self {
        let sealer = Sealer::new(place::key(dossier, key).expose(), draw::<PREFIX>(random), place);
        Self { blobs, key, upload, sealer, waiting: Vec::new(), stored: Vec::new() }
    }

    /// Takes the next plain bytes.
    pub(super) async fn write(&mut self, plain: &[u8]) -> Result<(), WriteError> {
        self.sealer.push(plain, &mut self.waiting)?;
        while self.waiting.len() >= PART_BYTES {
            let rest = self.waiting.split_off(PART_BYTES);
            self.store(rest).await?;
        }
        Ok(())
    }

    /// Stores what is left and makes the object.
    pub(super) async fn finish(mut self) -> Result<(), WriteError> {
        let mut end = std::mem::take(&mut self.waiting);
        self.sealer.finish(&mut end)?;
        while !end.is_empty() {
            let rest = if end.len() > PART_BYTES { end.split_off(PART_BYTES) } else { Vec::new() };
            let part = put(self.blobs, self.key, self.upload, self.stored.len(), end).await?;
            self.stored.push(part);
            end = rest;
        }
        Ok(self.blobs.complete(self.key, self.upload, self.stored).await?)
    }

    /// Stores what waits as a part; `rest` waits from now on.
    async fn store(&mut self, rest: Vec<u8>) -> Result<(), WriteError> {
        let full = std::mem::replace(&mut self.waiting, rest);
        let part = put(self.blobs, self.key, self.upload, self.stored.len(), full).await?;
        self.stored.push(part);
        Ok(())
    }
}

async fn put(
    blobs: &dyn Blobs,
    key: &str,
    upload: &str,
    before: usize,
    bytes: Vec<u8>,
) -> Result<Part, BlobError> {
    let number = i32::try_from(before + 1).unwrap_or(i32::MAX);
    blobs.part(key, upload, number, Bytes::from(bytes)).await
}

/// Seals a small object and stores it as a whole.
pub(super) async fn put_whole(
    blobs: &dyn Blobs,
    random: &dyn Random,
    dossier: &DossierKey,
    key: &str,
    place: &Place,
    plain: &[u8],
) -> Result<(), WriteError> {
    let sealed = seal::seal(place::key(dossier, key).expose(), draw(random), place, plain)?;
    Ok(blobs.put(key, Bytes::from(sealed)).await?)
}
