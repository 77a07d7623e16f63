//! What only shows when the whole file is opened, in a process of its own: it comes in, and is refused a moment later.

use super::{Kept, LICENCE, blobs, merchant, send};
use sha2::{Digest as _, Sha256};
use tests::{
    builders::{
        faulty::{broken_jpeg, broken_pdf, encrypted_pdf, pdf_bomb, png_bomb},
        pdf,
    },
    world::World,
};

/// Name, bytes, the word that is kept, and what the sender reads.
fn faults() -> [(&'static str, Vec<u8>, &'static str, &'static str); 5] {
    [
        ("broken.jpg", broken_jpeg(), "broken", "damaged and can’t be opened"),
        ("broken.pdf", broken_pdf(), "broken", "damaged and can’t be opened"),
        ("secret.pdf", encrypted_pdf(), "encrypted", "Save it without a password"),
        ("huge.png", png_bomb(), "too_many_pixels", "more than 40 megapixels"),
        ("endless.pdf", pdf_bomb(), "bomb", "far more memory or time to open than a paper needs"),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_only_the_deep_check_finds_is_refused_and_forgotten() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let mut remembered = Vec::new();
    for (name, bytes, word, says) in faults() {
        let hash = hex::encode(Sha256::digest(&bytes));
        let answer = send(&merchant, LICENCE, name, bytes.clone()).await;
        assert_eq!(answer.status, 303, "{name}: {}", answer.complaints());
        let page = merchant.page("/papers").await;
        assert!(page.words().contains("Being checked"), "{name}: {}", page.words());
        assert_eq!(page.texts(".paper-file img").len(), 0, "{name}: no picture before its check");

        world.run_jobs().await;
        let page = merchant.page("/papers").await;
        assert!(page.words().contains(says), "{name}: {}", page.words());
        assert!(!page.words().contains(name), "{name}: its name is forgotten");
        remembered.push((hash, word.to_owned()));
        remembered.sort();
        let kept = Kept::of(&merchant).await;
        assert_eq!(kept.refused, remembered, "{name}");
        assert_eq!((kept.versions, kept.open), (0, 0), "{name}");
        assert_eq!(kept.forgotten, i64::try_from(remembered.len()).unwrap(), "{name}");
        assert_eq!(kept.blobs, Vec::<String>::new(), "{name}");
        let mail = world.mail_to(&merchant.owner.email);
        assert!(mail.subject.contains("file"), "{name}: {}", mail.subject);

        let again = send(&merchant, LICENCE, "renamed.pdf", bytes.clone()).await;
        let is_pdf = bytes.starts_with(b"%PDF");
        let known = if is_pdf { "This very file was sent before and not taken" } else { "another kind" };
        assert!(again.complaints().contains(known), "{name}: {}", again.complaints());
        let again = send(&merchant, LICENCE, name, bytes).await;
        assert_eq!(again.status, 422, "{name} again");
        assert!(again.complaints().contains("This very file was sent before and not taken"), "{name} again");
    }
    // A sound one takes the place of them all.
    let answer = send(&merchant, LICENCE, "licence.pdf", pdf("Licence")).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    assert!(page.words().contains("licence.pdf") && !blobs(&world).is_empty(), "{}", page.words());
}
