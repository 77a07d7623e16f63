//! How large, how many, how long: the figures of the document pipeline.

use time::Duration;

/// Bytes of one file.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;
/// Files of one application, old versions not counted.
pub const MAX_FILES: usize = 60;
/// Bytes that one tenant may have in flight or quarantine.
pub const MAX_PENDING_BYTES: u64 = 200 * 1024 * 1024;
/// Pixels of a picture, or of a page drawn for looking at.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Pixels of a picture's longer side.
pub const MAX_SIDE: u32 = 16_384;
/// Pages of a PDF.
pub const MAX_PAGES: u32 = 30;
/// Memory that a decoder may take, in bytes.
pub const MAX_DECODER_BYTES: u64 = 128 * 1024 * 1024;
/// Characters of a file's name; longer ones are cut.
pub const MAX_NAME: usize = 200;
/// Bytes at the end of a file that are looked at while it streams.
pub const TAIL_BYTES: usize = 64 * 1024;
/// Bytes of one sealed chunk before sealing.
pub const CHUNK_BYTES: usize = 64 * 1024;
/// Bytes of one part of a multipart upload; S3's least.
pub const PART_BYTES: usize = 5 * 1024 * 1024;
/// An upload that hasn't ended after this long is given up.
pub const STALE_UPLOAD: Duration = Duration::minutes(15);
