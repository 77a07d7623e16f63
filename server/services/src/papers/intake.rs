//! One file streaming by: counted, hashed, told apart, never held as a whole.

use super::{
    Media, Refusal,
    sniff::{self, HEAD, TAIL},
};
use domain::documents::limits::MAX_BYTES;
use sha2::{Digest, Sha256};

/// Takes a file piece by piece in constant memory and says at the end what came.
pub struct Intake {
    limit: u64,
    size: u64,
    hash: Sha256,
    head: Vec<u8>,
    tail: Vec<u8>,
    known: Option<Result<Media, Refusal>>,
}

/// A file that has gone by as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its bytes.
    pub size: u64,
    /// SHA-256 over all of them: the file's identity, also when it is refused.
    pub sha256: [u8; 32],
    /// Its kind, or why it is refused.
    pub verdict: Result<Media, Refusal>,
}

impl Default for Intake {
    fn default() -> Self {
        Self::new(MAX_BYTES)
    }
}

impl Intake {
    /// For a file of at most `limit` bytes.
    pub fn new(limit: u64) -> Self {
        Self { limit, size: 0, hash: Sha256::new(), head: Vec::new(), tail: Vec::new(), known: None }
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] at the byte that is one too many; nothing more needs to be read.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.size = self.size.saturating_add(piece.len() as u64);
        if self.size > self.limit {
            return Err(Refusal::TooLarge);
        }
        self.hash.update(piece);
        let missing = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(missing));
        if self.known.is_none() && self.head.len() == HEAD {
            self.known = Some(sniff::kind(&self.head));
        }
        self.keep_end(piece);
        Ok(())
    }

    /// A reason that is certain before the end: what comes has only to be hashed, not kept.
    pub fn fault(&self) -> Option<Refusal> {
        self.known.and_then(Result::err)
    }

    /// Says what came, under the name it came with.
    pub fn finish(self, declared_name: &str) -> Received {
        let kept = self.tail.len().saturating_sub(TAIL);
        let tail = self.tail.get(kept..).unwrap_or_default();
        let verdict = self.known.unwrap_or_else(|| sniff::kind(&self.head)).and_then(|kind| {
            sniff::end(kind, tail)?;
            sniff::agrees(kind, declared_name)?;
            Ok(kind)
        });
        Received { size: self.size, sha256: self.hash.finalize().into(), verdict }
    }

    /// Keeps at least the last [`TAIL`] bytes and at most twice as many, so that most pieces move nothing.
    fn keep_end(&mut self, piece: &[u8]) {
        let last = piece.get(piece.len().saturating_sub(TAIL)..).unwrap_or_default();
        if self.tail.len() + last.len() > 2 * TAIL {
            self.tail.drain(..(self.tail.len() + last.len() - TAIL).min(self.tail.len()));
        }
        self.tail.extend_from_slice(last);
    }
}

#[cfg(test)]
mod tests {
    use super::{Intake, Received};
    use crate::papers::{Media, Refusal, sniff};
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    fn take(bytes: &[u8], piece: usize, name: &str) -> Received {
        let mut intake = Intake::default();
        for part in bytes.chunks(piece.max(1)) {
            intake.push(part).unwrap();
        }
        intake.finish(name)
    }

    fn jpeg(middle: &[u8]) -> Vec<u8> {
        [&[0xff, 0xd8, 0xff, 0xe0, 0, 16][..], middle, &[0xff, 0xd9]].concat()
    }

    #[test]
    fn a_file_is_counted_hashed_and_told_apart() {
        let bytes = jpeg(&vec![7; 300_000]);
        let received = take(&bytes, 1000, "a.jpg");
        assert_eq!(received.size, bytes.len() as u64);
        assert_eq!(received.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
        assert_eq!(received.verdict, Ok(Media::Jpeg));
    }

    #[test]
    fn an_empty_file_is_refused() {
        assert_eq!(Intake::default().finish("a.pdf").verdict, Err(Refusal::Empty));
    }

    #[test]
    fn f01_one_byte_too_many_is_refused_at_that_byte() {
        let mut intake = Intake::new(10);
        assert_eq!(intake.push(&[0; 10]), Ok(()));
        assert_eq!(intake.push(&[0; 1]), Err(Refusal::TooLarge));
        assert_eq!(intake.push(&[]), Err(Refusal::TooLarge), "and it stays refused");
    }

    #[test]
    fn a_wrong_kind_is_certain_early_and_still_hashed_to_the_end() {
        let bytes = vec![b'x'; 20_000];
        let mut intake = Intake::default();
        intake.push(&bytes[..sniff::HEAD]).unwrap();
        assert_eq!(intake.fault(), Some(Refusal::WrongKind));
        intake.push(&bytes[sniff::HEAD..]).unwrap();
        let received = intake.finish("a.pdf");
        assert_eq!(received.verdict, Err(Refusal::WrongKind));
        assert_eq!(received.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
    }

    #[test]
    fn an_archive_is_found_as_far_back_as_readers_look() {
        // The longest comment an archive's end can have, closed by the picture's own end.
        let archive = [&b"PK\x05\x06"[..], &[0; 18], &vec![b'c'; 65_533]].concat();
        let bytes = jpeg(&[vec![1; 200_000], archive].concat());
        for piece in [997, 4096, 65_536, bytes.len()] {
            assert_eq!(take(&bytes, piece, "a.jpg").verdict, Err(Refusal::Polyglot), "in pieces of {piece}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_pieces_it_comes_in_change_nothing(
            middle in prop::collection::vec(any::<u8>(), 0..200_000),
            piece in 500usize..150_000,
            name in "[a-z]{1,4}\\.(jpg|pdf)",
        ) {
            let bytes = jpeg(&middle);
            prop_assert_eq!(take(&bytes, piece, &name), take(&bytes, bytes.len(), &name));
        }
    }
}
