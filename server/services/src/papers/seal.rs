//! Files sealed in chunks, so that neither sealing nor opening holds more than one chunk.
//!
//! XChaCha20-Poly1305 in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): every chunk of
//! 64 KiB has its own tag, and its nonce carries its number and whether it is the last. So a chunk that is
//! changed, moved, repeated or left out, and an end that is cut off, are all found. The associated data binds
//! tenant, document, version and part: a sealed file opens in its own place alone.
//!
//! ```text
//! sealed file = header, chunk…      header = "GWS", 1, nonce prefix (19)      chunk = ciphertext, tag (16)
//! nonce (24)  = nonce prefix (19), number of the chunk (4, big endian), 1 if it is the last else 0
//! ```

use bytes::Bytes;
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use domain::{
    documents::limits,
    ids::{DocumentId, TenantId, VersionId},
};
use futures::{Stream, StreamExt};
use std::pin::Pin;

/// Plain bytes in a chunk.
pub const CHUNK: usize = limits::CHUNK_BYTES;
/// Bytes of a chunk's tag.
const TAG: usize = 16;
/// Bytes of the random part of every nonce of a file.
pub const PREFIX: usize = 19;
/// What a sealed file begins with: three letters and the format's version.
const MAGIC: [u8; 4] = *b"GWS\x01";
/// Bytes before the first chunk.
const HEADER: usize = MAGIC.len() + PREFIX;

/// Where a sealed file belongs; it opens nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose it is.
    pub tenant: TenantId,
    /// Of which document.
    pub document: DocumentId,
    /// Of which version.
    pub version: VersionId,
    /// The original or a picture of a page.
    pub part: Part,
}

/// A part of a version that is kept as a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The bytes as they were uploaded.
    Original,
    /// Our own picture of a page, counted from 1.
    Page(u16),
}

/// Why sealing or opening stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Not a sealed file, or of a version that is not known.
    #[error("not a sealed file of a known version")]
    Format,
    /// Changed, cut off, put together from others, of another place or under another key.
    #[error("the sealed file is not what was sealed here")]
    Forged,
    /// More chunks than can be numbered.
    #[error("too long to seal")]
    TooLong,
}

/// How many bytes so many plain bytes are, sealed.
pub const fn sealed_size(plain: u64) -> u64 {
    let chunks = if plain == 0 { 1 } else { plain.div_ceil(CHUNK as u64) };
    HEADER as u64 + plain + chunks * TAG as u64
}

impl Place {
    /// The associated data of every chunk: header, then each id and the part at fixed lengths.
    fn bind(&self, header: &[u8]) -> Vec<u8> {
        let mut data = header.to_vec();
        data.extend_from_slice(self.tenant.0.as_bytes());
        data.extend_from_slice(self.document.0.as_bytes());
        data.extend_from_slice(self.version.0.as_bytes());
        let part = match self.part {
            Part::Original => 0,
            Part::Page(number) => number,
        };
        data.extend_from_slice(&part.to_be_bytes());
        data
    }
}

/// What sealing and opening have in common: the key, the nonces in their order, the associated data.
struct Chunks {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
    bound: Vec<u8>,
    next: Option<u32>,
}

impl Chunks {
    fn new(key: &[u8; 32], prefix: [u8; PREFIX], place: &Place) -> Self {
        let header = header(prefix);
        Self { cipher: XChaCha20Poly1305::new(key.into()), prefix, bound: place.bind(&header), next: Some(0) }
    }

    fn is_first(&self) -> bool {
        self.next == Some(0)
    }

    fn nonce(&mut self, last: bool) -> Result<XNonce, SealError> {
        let number = self.next.ok_or(SealError::TooLong)?;
        self.next = number.checked_add(1);
        let mut nonce = [0u8; 24];
        let tail = number.to_be_bytes().into_iter().chain([u8::from(last)]);
        for (place, byte) in nonce.iter_mut().zip(self.prefix.into_iter().chain(tail)) {
            *place = byte;
        }
        Ok(nonce.into())
    }

    fn seal(&mut self, chunk: &mut [u8], last: bool, out: &mut Vec<u8>) -> Result<(), SealError> {
        let nonce = self.nonce(last)?;
        let tag = self
            .cipher
            .encrypt_inout_detached(&nonce, &self.bound, (&mut *chunk).into())
            .map_err(|_| SealError::TooLong)?;
        out.extend_from_slice(chunk);
        out.extend_from_slice(&tag);
        Ok(())
    }

    fn open(&mut self, sealed: &mut [u8], last: bool, out: &mut Vec<u8>) -> Result<(), SealError> {
        let first = self.is_first();
        let nonce = self.nonce(last)?;
        let body = sealed.len().checked_sub(TAG).ok_or(SealError::Forged)?;
        // Only an empty file has an empty chunk.
        if body == 0 && !first {
            return Err(SealError::Forged);
        }
        let (chunk, tag) = sealed.split_at_mut(body);
        let tag = Tag::try_from(&*tag).map_err(|_| SealError::Forged)?;
        self.cipher
            .decrypt_inout_detached(&nonce, &self.bound, (&mut *chunk).into(), &tag)
            .map_err(|_| SealError::Forged)?;
        out.extend_from_slice(chunk);
        Ok(())
    }
}

fn header(prefix: [u8; PREFIX]) -> [u8; HEADER] {
    let mut header = [0u8; HEADER];
    for (place, byte) in header.iter_mut().zip(MAGIC.into_iter().chain(prefix)) {
        *place = byte;
    }
    header
}

/// Seals a file piece by piece.
pub struct Sealer {
    chunks: Chunks,
    waiting: Vec<u8>,
    header: Option<[u8; HEADER]>,
}

impl Sealer {
    /// Under a key of 32 bytes and a prefix that is random and never used again with that key.
    pub fn new(key: &[u8; 32], prefix: [u8; PREFIX], place: &Place) -> Self {
        Self {
            chunks: Chunks::new(key, prefix, place),
            waiting: Vec::with_capacity(CHUNK),
            header: Some(header(prefix)),
        }
    }

    /// Takes plain bytes; appends to `out` what is sealed by now.
    ///
    /// # Errors
    /// [`SealError::TooLong`] beyond 256 TiB.
    pub fn push(&mut self, mut plain: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        out.extend(self.header.take().into_iter().flatten());
        while !plain.is_empty() {
            // A full chunk waits until more comes: only then is it not the last.
            if self.waiting.len() == CHUNK {
                self.chunks.seal(&mut self.waiting, false, out)?;
                self.waiting.clear();
            }
            let (taken, rest) = plain.split_at(plain.len().min(CHUNK - self.waiting.len()));
            self.waiting.extend_from_slice(taken);
            plain = rest;
        }
        Ok(())
    }

    /// Seals the last chunk.
    ///
    /// # Errors
    /// [`SealError::TooLong`] beyond 256 TiB.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), SealError> {
        out.extend(self.header.take().into_iter().flatten());
        self.chunks.seal(&mut self.waiting, true, out)
    }
}

/// Opens a sealed file piece by piece. What it gives out is genuine, but only [`Opener::finish`] says that
/// nothing is missing.
pub struct Opener {
    key: zeroize::Zeroizing<[u8; 32]>,
    place: Place,
    chunks: Option<Chunks>,
    waiting: Vec<u8>,
}

impl Opener {
    /// Under the key and for the place it was sealed for.
    pub fn new(key: &[u8; 32], place: &Place) -> Self {
        Self { key: (*key).into(), place: *place, chunks: None, waiting: Vec::with_capacity(CHUNK + TAG) }
    }

    /// Takes sealed bytes; appends to `out` what is open by now.
    ///
    /// # Errors
    /// When the format is not known, or the bytes are not what was sealed at this place.
    pub fn push(&mut self, mut sealed: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        while !sealed.is_empty() {
            let full = if self.chunks.is_some() { CHUNK + TAG } else { HEADER };
            if self.waiting.len() == full {
                self.turn(false, out)?;
                continue;
            }
            let (taken, rest) = sealed.split_at(sealed.len().min(full - self.waiting.len()));
            self.waiting.extend_from_slice(taken);
            sealed = rest;
        }
        Ok(())
    }

    /// Opens the last chunk: nothing is missing.
    ///
    /// # Errors
    /// When the end is cut off or not what was sealed at this place.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), SealError> {
        if self.chunks.is_none() {
            self.turn(false, out)?;
        }
        self.turn(true, out)
    }

    /// Takes what waits as the header, or opens it as a chunk.
    fn turn(&mut self, last: bool, out: &mut Vec<u8>) -> Result<(), SealError> {
        if let Some(chunks) = &mut self.chunks {
            chunks.open(&mut self.waiting, last, out)?;
        } else {
            let prefix = self.waiting.strip_prefix(&MAGIC).ok_or(SealError::Format)?;
            let prefix = prefix.try_into().map_err(|_| SealError::Format)?;
            self.chunks = Some(Chunks::new(&self.key, prefix, &self.place));
        }
        self.waiting.clear();
        Ok(())
    }
}

/// Why a stream of sealed bytes stops.
#[derive(Debug, thiserror::Error)]
pub enum OpenError<E> {
    /// The sealed bytes don't come.
    #[error("the sealed bytes could not be read")]
    Source(#[source] E),
    /// They are not what was sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
}

/// A stream that may fail, by its name.
pub type ByteStream<E> = Pin<Box<dyn Stream<Item = Result<Bytes, E>> + Send>>;

/// Opens a stream of sealed bytes as it comes. It ends with an error when the end is missing.
pub fn open_stream<E: Send + 'static>(opener: Opener, sealed: ByteStream<E>) -> ByteStream<OpenError<E>> {
    let start = (Some(opener), sealed);
    Box::pin(futures::stream::try_unfold(start, |(opener, mut sealed)| async move {
        let Some(mut opener) = opener else { return Ok(None) };
        let mut out = Vec::new();
        while out.is_empty() {
            let Some(piece) = sealed.next().await else {
                opener.finish(&mut out)?;
                return Ok(Some((Bytes::from(out), (None, sealed))));
            };
            opener.push(&piece.map_err(OpenError::Source)?, &mut out)?;
        }
        Ok(Some((Bytes::from(out), (Some(opener), sealed))))
    }))
}

/// Opens a sealed file that is at hand as a whole.
///
/// # Errors
/// As [`Opener`].
pub fn open(key: &[u8; 32], place: &Place, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut out = Vec::with_capacity(sealed.len());
    let mut opener = Opener::new(key, place);
    opener.push(sealed, &mut out)?;
    opener.finish(&mut out)?;
    Ok(out)
}

/// Seals a file that is at hand as a whole.
///
/// # Errors
/// As [`Sealer`].
pub fn seal(key: &[u8; 32], prefix: [u8; PREFIX], place: &Place, plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut out = Vec::with_capacity(plain.len() + HEADER + TAG);
    let mut sealer = Sealer::new(key, prefix, place);
    sealer.push(plain, &mut out)?;
    sealer.finish(&mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests;
