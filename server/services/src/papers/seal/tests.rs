use super::{
    CHUNK, HEADER, OpenError, Opener, Part, Place, SealError, Sealer, TAG, open, open_stream, seal,
    sealed_size,
};
use bytes::Bytes;
use domain::ids::{DocumentId, TenantId, VersionId};
use futures::StreamExt;
use proptest::prelude::*;
use uuid::Uuid;

const KEY: [u8; 32] = [7; 32];
const PREFIX: [u8; 19] = [9; 19];

fn place() -> Place {
    Place {
        tenant: TenantId(Uuid::from_u128(1)),
        document: DocumentId(Uuid::from_u128(2)),
        version: VersionId(Uuid::from_u128(3)),
        part: Part::Original,
    }
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    seal(&KEY, PREFIX, &place(), plain).unwrap()
}

fn bytes(length: usize) -> Vec<u8> {
    (0..=250u8).cycle().take(length).collect()
}

#[test]
fn a_file_opens_where_it_was_sealed_whatever_its_length() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
        let plain = bytes(length);
        let sealed = sealed(&plain);
        assert_eq!(sealed.len() as u64, sealed_size(length as u64), "size of {length}");
        assert_eq!(open(&KEY, &place(), &sealed), Ok(plain), "length {length}");
    }
}

#[test]
fn it_opens_at_no_other_place_and_under_no_other_key() {
    let sealed = sealed(b"licence");
    let others = [
        Place { tenant: TenantId(Uuid::from_u128(9)), ..place() },
        Place { document: DocumentId(Uuid::from_u128(9)), ..place() },
        Place { version: VersionId(Uuid::from_u128(9)), ..place() },
        Place { part: Part::Page(1), ..place() },
        // The same three ids in another order.
        Place { tenant: TenantId(Uuid::from_u128(2)), document: DocumentId(Uuid::from_u128(1)), ..place() },
    ];
    for other in others {
        assert_eq!(open(&KEY, &other, &sealed), Err(SealError::Forged), "{other:?}");
    }
    assert_eq!(open(&[8; 32], &place(), &sealed), Err(SealError::Forged));
}

#[test]
fn every_cut_is_found_at_every_length() {
    let sealed = sealed(&bytes(2 * CHUNK + 5));
    let borders = [0, 1, HEADER - 1, HEADER, HEADER + TAG, HEADER + CHUNK + TAG, HEADER + 2 * (CHUNK + TAG)];
    for cut in borders.into_iter().chain((0..sealed.len()).step_by(4099)) {
        assert!(open(&KEY, &place(), &sealed[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_cut_at_the_border_of_a_chunk_does_not_make_it_the_last() {
    let two = sealed(&bytes(2 * CHUNK));
    assert_eq!(open(&KEY, &place(), &two[..HEADER + CHUNK + TAG]), Err(SealError::Forged));
}

#[test]
fn chunks_moved_repeated_left_out_or_added_are_found() {
    let sealed = sealed(&bytes(4 * CHUNK));
    let chunk = |i: usize| sealed[HEADER + i * (CHUNK + TAG)..HEADER + (i + 1) * (CHUNK + TAG)].to_vec();
    let build = |order: &[usize]| {
        let mut file = sealed[..HEADER].to_vec();
        for i in order {
            file.extend(chunk(*i));
        }
        file
    };
    assert!(open(&KEY, &place(), &build(&[0, 1, 2, 3])).is_ok());
    for order in [&[1, 0, 2, 3][..], &[0, 0, 2, 3], &[0, 2, 3], &[0, 1, 2, 3, 3], &[0, 1, 3], &[3]] {
        assert_eq!(open(&KEY, &place(), &build(order)), Err(SealError::Forged), "{order:?}");
    }
}

#[test]
fn a_chunk_of_another_file_under_the_same_key_is_found() {
    let ours = sealed(&bytes(2 * CHUNK));
    let theirs = seal(&KEY, [1; 19], &place(), &bytes(2 * CHUNK)).unwrap();
    let mixed = [&ours[..HEADER + CHUNK + TAG], &theirs[HEADER + CHUNK + TAG..]].concat();
    assert_eq!(open(&KEY, &place(), &mixed), Err(SealError::Forged));
}

#[test]
fn what_is_no_sealed_file_says_so() {
    assert_eq!(open(&KEY, &place(), b""), Err(SealError::Format));
    assert_eq!(open(&KEY, &place(), b"%PDF-1.7 and so on and so on"), Err(SealError::Format));
    let mut later = sealed(b"x");
    later[3] = 2;
    assert_eq!(open(&KEY, &place(), &later), Err(SealError::Format));
}

#[tokio::test]
async fn a_stream_opens_as_it_comes_and_fails_when_its_end_is_missing() {
    let plain = bytes(3 * CHUNK + 100);
    let sealed = sealed(&plain);
    let pieces = |file: &[u8]| {
        let parts: Vec<Result<Bytes, std::io::Error>> =
            file.chunks(1000).map(|part| Ok(Bytes::copy_from_slice(part))).collect();
        Box::pin(futures::stream::iter(parts))
    };

    let mut open = open_stream(Opener::new(&KEY, &place()), pieces(&sealed));
    let mut out = Vec::new();
    while let Some(piece) = open.next().await {
        let piece = piece.unwrap();
        assert!(piece.len() <= CHUNK, "no more than a chunk at once");
        out.extend_from_slice(&piece);
    }
    assert_eq!(out, plain);

    let cut = open_stream(Opener::new(&KEY, &place()), pieces(&sealed[..sealed.len() - 1]));
    let last = cut.collect::<Vec<_>>().await.pop().unwrap();
    assert!(matches!(last, Err(OpenError::Seal(SealError::Forged))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_pieces_it_comes_in_change_nothing(
        length in 0usize..200_000,
        cut in 1usize..100_000,
        back in 1usize..100_000,
    ) {
        let plain = bytes(length);
        let mut sealer = Sealer::new(&KEY, PREFIX, &place());
        let mut file = Vec::new();
        for piece in plain.chunks(cut) {
            sealer.push(piece, &mut file).unwrap();
        }
        sealer.finish(&mut file).unwrap();
        prop_assert_eq!(&file, &sealed(&plain));

        let mut opener = Opener::new(&KEY, &place());
        let mut out = Vec::new();
        for piece in file.chunks(back) {
            opener.push(piece, &mut out).unwrap();
        }
        opener.finish(&mut out).unwrap();
        prop_assert_eq!(out, plain);
    }

    #[test]
    fn every_flipped_bit_is_found(length in 0usize..150_000, at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut file = sealed(&bytes(length));
        let at = at.index(file.len());
        file[at] ^= 1 << bit;
        prop_assert!(open(&KEY, &place(), &file).is_err());
    }
}
