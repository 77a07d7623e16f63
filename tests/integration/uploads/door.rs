//! What is refused while it streams in: it is said at the field, and only hash and reason stay.

use super::{Kept, LICENCE, merchant, send};
use domain::documents::limits::MAX_BYTES;
use sha2::{Digest as _, Sha256};
use tests::{
    browser::Answer,
    builders::{
        faulty::{heic, jpeg_and_archive, jpeg_of, pdf_and_page},
        jpeg, pdf, png,
    },
    world::World,
};

/// A file that isn't taken.
struct Fault {
    name: &'static str,
    bytes: Vec<u8>,
    status: u16,
    says: &'static str,
    /// What is remembered beside its hash; nothing where the bytes themselves are not at fault.
    reason: Option<&'static str>,
}

fn fault(
    name: &'static str,
    bytes: Vec<u8>,
    status: u16,
    says: &'static str,
    reason: Option<&'static str>,
) -> Fault {
    Fault { name, bytes, status, says, reason }
}

fn faults() -> Vec<Fault> {
    let largest = usize::try_from(MAX_BYTES).unwrap();
    let half = |whole: Vec<u8>| whole[..whole.len() / 2].to_vec();
    let kinds = "Only JPG, PNG and PDF files are taken";
    let other = "says another kind than what is in it";
    let more = "something else in the file";
    vec![
        fault("large.jpg", jpeg_of(largest + 1), 413, "larger than 10 MB", None),
        fault("empty.pdf", vec![], 422, "The file is empty", Some("empty")),
        fault("note.pdf", b"Dear desk, the licence follows.".to_vec(), 415, kinds, Some("wrong_kind")),
        fault("moving.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), 415, kinds, Some("wrong_kind")),
        fault("late.pdf", [b"\n", &pdf("Late")[..]].concat(), 415, kinds, Some("wrong_kind")),
        fault("front.jpg", png(1), 422, other, None),
        fault("licence.pdf.exe", pdf("Program"), 422, other, None),
        fault("IMG_0001.HEIC", heic(), 415, "Send it as JPG", Some("heic")),
        fault("page.pdf", pdf_and_page(), 422, more, Some("polyglot")),
        fault("archive.jpg", jpeg_and_archive(), 422, more, Some("polyglot")),
        fault("half.jpg", half(jpeg(2)), 422, "ends in the middle", Some("cut")),
        fault("half.pdf", half(pdf("Half")), 422, "ends in the middle", Some("cut")),
    ]
}

/// The page again, complete, with the summary's link to the field and the same words at it.
fn says_at_the_field(answer: &Answer, name: &str, says: &str) {
    let link = answer.attribute(".error-summary a", "href").unwrap_or_else(|| panic!("{name}: no link"));
    let field = link.trim_start_matches('#');
    assert_eq!(field, format!("file-{LICENCE}"), "{name}");
    let selector = format!("input[type=file][id='{field}']");
    assert_eq!(answer.attribute(&selector, "aria-invalid").as_deref(), Some("true"), "{name}");
    let error = format!("{field}-error");
    let described = answer.attribute(&selector, "aria-describedby").unwrap_or_default();
    assert!(described.split(' ').any(|id| id == error), "{name}: {described}");
    for place in [format!("[id='{error}']"), ".error-summary".to_owned()] {
        let text = answer.text(&place).unwrap_or_default();
        assert!(text.contains(says), "{name} at {place}: {text}");
    }
    assert_eq!(answer.text("h1").as_deref(), Some("Papers"), "{name}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_file_leaves_hash_and_reason_alone() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let mut remembered = Vec::new();
    for Fault { name, bytes, status, says, reason } in faults() {
        let hash = hex::encode(Sha256::digest(&bytes));
        let answer = send(&merchant, LICENCE, name, bytes.clone()).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.complaints());
        says_at_the_field(&answer, name, says);
        remembered.extend(reason.map(|reason| (hash, reason.to_owned())));
        remembered.sort();
        let kept = Kept { refused: remembered.clone(), ..Kept::nothing() };
        assert_eq!(Kept::of(&merchant).await, kept, "{name}");

        let again = send(&merchant, LICENCE, name, bytes).await;
        assert_eq!(again.status, status, "{name} again: {}", again.complaints());
        assert_eq!(Kept::of(&merchant).await, kept, "{name} again");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_largest_file_is_taken_whole() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let bytes = jpeg_of(usize::try_from(MAX_BYTES).unwrap());
    let answer = send(&merchant, LICENCE, "large.jpg", bytes.clone()).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let version = merchant.paper(LICENCE).await;
    let original = merchant.owner.tenant.at(&format!("/documents/{}/original", version.id));
    let (status, _, came_back) = merchant.owner.browser.bytes(&original).await;
    assert_eq!((status, came_back.len()), (200, bytes.len()));
    assert!(came_back == bytes, "the original isn't what was sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_chosen_is_said_at_the_field() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    // What a browser sends of an empty field: a file without a name or a byte.
    let answer = send(&merchant, LICENCE, "", vec![]).await;
    assert_eq!(answer.status, 422);
    says_at_the_field(&answer, "nothing", "Choose a file");
    assert_eq!(Kept::of(&merchant).await, Kept::nothing());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_nobody_asks_for_is_not_there() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let page = merchant.page("/papers").await;
    let mut form = super::form_of(&page, LICENCE);
    form.fields = vec![("paper".into(), "passport_of_the_king".into())];
    let answer = merchant.owner.browser.send_file(&page, &form, "licence.pdf", pdf("Licence")).await;
    assert_eq!(answer.status, 404, "{}", answer.complaints());
    form.fields = vec![];
    let answer = merchant.owner.browser.send_file(&page, &form, "licence.pdf", pdf("Licence")).await;
    assert_eq!(answer.status, 404, "{}", answer.complaints());
    assert_eq!(Kept::of(&merchant).await, Kept::nothing());
}
