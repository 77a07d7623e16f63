//! Files that others made to make trouble, and sound ones with bits turned over: whatever comes of each, the sender reads
//! it, and of what isn't taken nothing stays but that it wasn't.

use super::{Kept, LICENCE, form_of};
use crate::faults::Draw;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tests::{
    builders::{MerchantBuilder, faulty::jpeg_of, pdf},
    world::World,
};

/// Sound files with some bits turned over.
const TURNED: u64 = 40;

/// Where `server/scripts/corpora.sh` puts them.
fn corpora() -> PathBuf {
    let named = std::env::var_os("GANGWAY_CORPORA").map(PathBuf::from);
    named
        .or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cache/gangway/corpora")))
        .expect("a place")
}

fn files_of(kind: &str) -> Vec<(String, Vec<u8>)> {
    let folder = corpora().join(kind);
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|_| panic!("{}: run server/scripts/corpora.sh", folder.display()));
    let mut found: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    let name =
        |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).expect("a name");
    found.into_iter().map(|path| (name(&path), fs::read(&path).expect("a file"))).collect()
}

/// Turns some bits of a sound file over.
fn turned(draw: &mut Draw, number: u64) -> (String, Vec<u8>) {
    let (name, mut bytes) = if number.is_multiple_of(2) {
        (format!("turned-{number}.pdf"), pdf("A licence with bits turned over"))
    } else {
        (format!("turned-{number}.jpg"), jpeg_of(40_000))
    };
    let length = u64::try_from(bytes.len()).unwrap();
    for _ in 0..=draw.below(24) {
        let at = usize::try_from(draw.below(length)).unwrap();
        bytes[at] ^= 1 << draw.below(8);
    }
    (name, bytes)
}

/// Sends one file to a fresh application and lets it be checked; true where it is kept.
async fn is_kept(merchant: &MerchantBuilder<'_>, name: &str, bytes: Vec<u8>) -> bool {
    let world = merchant.owner.tenant.world;
    let page = merchant.page("/papers").await;
    let answer = merchant.owner.browser.send_file(&page, &form_of(&page, LICENCE), name, bytes).await;
    assert!(matches!(answer.status, 303 | 415 | 422), "{name}: {} {}", answer.status, answer.words());
    if answer.status != 303 {
        assert!(!answer.complaints().is_empty(), "{name}: refused without a word");
    }
    world.run_jobs().await;
    let kept = Kept::of(merchant).await;
    assert_eq!(kept.open, 0, "{name}");
    let page = merchant.page("/papers").await;
    assert_eq!(page.status, 200, "{name}");
    assert!(!page.words().contains("Being checked"), "{name}: {}", page.words());
    if kept.versions == 0 {
        assert_eq!(kept.refused.len(), 1, "{name}: {kept:?}");
    }
    kept.versions == 1
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f02_f03_files_that_make_trouble_leave_refusals_alone_rounds() {
    let world = World::new().await;
    let mut draw = Draw::new();
    let first = super::merchant(&world).await;
    let turned = (0..TURNED).map(|number| turned(&mut draw, number)).collect::<Vec<_>>();
    let mut all = [files_of("pdf"), files_of("png"), turned].concat();
    all.retain(|(_, bytes)| bytes.len() <= 10 << 20);
    assert!(all.len() > 120, "{} files", all.len());
    let (mut kept, mut objects) = (0, 0);
    for (name, bytes) in all {
        let before = super::blobs(&world).len();
        let merchant = first.another().await;
        if is_kept(&merchant, &name, bytes).await {
            kept += 1;
        } else {
            assert_eq!(super::blobs(&world).len(), before, "{name} left an object behind");
        }
        objects = super::blobs(&world).len();
    }
    println!("{kept} were taken, as {objects} objects");
    assert_eq!(world.browser().get("/readyz").await.status, 200);
    world.allow_jobs();
}
