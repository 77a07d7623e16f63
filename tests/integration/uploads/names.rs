//! Names that mean to be more than names: a path, a header, another direction of writing.

use super::{Kept, LICENCE, by_wire, merchant};
use tests::{
    builders::{MerchantBuilder, pdf},
    wire::Wire,
    world::World,
};

/// As the name stands in the request's header, and as people read it from then on.
fn naughty() -> Vec<(String, &'static str)> {
    let long = format!("{}.pdf", "n".repeat(4096));
    let cut: &'static str = Box::leak(format!("{}….pdf", "n".repeat(195)).into_boxed_str());
    [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\\\..\\\\windows\\\\system.pdf", "system.pdf"),
        ("C:\\\\fakepath\\\\licence.pdf", "licence.pdf"),
        ("licence\u{202e}gpj.pdf", "licencegpj.pdf"),
        ("licence%0d%0aSet-Cookie: x=1.pdf", "licence0d0aSet-Cookie x=1.pdf"),
        ("lic%22en%22ce.pdf", "lic22en22ce.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf"),
        ("CON.pdf", "CON.pdf"),
        ("营业执照 副本.pdf", "营业执照 副本.pdf"),
        ("𠮷野家.pdf", "𠮷野家.pdf"),
        ("....", "document.pdf"),
    ]
    .map(|(sent, shown)| (sent.to_owned(), shown))
    .into_iter()
    .chain([(long, cut)])
    .collect()
}

async fn sent(world: &World, merchant: &MerchantBuilder<'_>, name: &str, words: &str) -> Option<u16> {
    let form = by_wire(merchant, name, pdf(words)).await;
    let body = form.body();
    let mut wire = Wire::to(&world.base_url).await;
    wire.send(&form.head(Some(body.len()))).await;
    wire.send(&body).await;
    wire.reply().await.map(|reply| reply.status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f07_naughty_names_become_names() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    for (number, (name, shown)) in naughty().into_iter().enumerate() {
        let status = sent(&world, &merchant, &name, &format!("Licence {number}")).await;
        assert_eq!(status, Some(303), "{name}");
        world.run_jobs().await;
        let page = merchant.page("/papers").await;
        assert_eq!(page.text(".paper-file-name bdi").as_deref(), Some(shown), "{name}");

        let version = merchant.paper(LICENCE).await;
        let key = version.blob_key.expect("a place");
        let tenant = merchant.owner.tenant.id;
        assert_eq!(key, format!("{tenant}/{}/{}", version.document, version.id), "{name}");
        let original = merchant.owner.tenant.at(&format!("/documents/{}/original", version.id));
        let (status, headers, _) = merchant.owner.browser.bytes(&original).await;
        assert_eq!(status, 200, "{name}");
        let offered = headers["content-disposition"].to_str().expect("plain characters").to_owned();
        assert!(offered.starts_with("attachment; filename=\""), "{name}: {offered}");
        assert_eq!(offered.matches('"').count(), 2, "{name}: {offered}");
        assert!(!offered.contains("..") && !offered.contains(['/', '\\', '<']), "{name}: {offered}");
        assert!(!headers.contains_key("set-cookie"), "{name}");
        let full = offered.split("UTF-8''").nth(1).expect("the full name");
        assert_eq!(unescaped(full), shown, "{name}");
    }
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let escaped: Vec<u8> = if byte == b'%' { rest.by_ref().take(2).collect() } else { vec![] };
        match std::str::from_utf8(&escaped).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(escaped) => bytes.push(escaped),
            None => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).expect("a name in UTF-8")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f07_names_that_break_their_header_break_the_form_and_nothing_else() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let names = ["a\r\nX-Evil: 1\r\n\r\nb.pdf", "a\nb.pdf", "a\0.pdf", "a\u{7}.pdf", "\u{7f}.pdf"];
    for (number, name) in names.into_iter().enumerate() {
        let before = Kept::of(&merchant).await;
        let status = sent(&world, &merchant, name, &format!("Licence {number}")).await.expect("an answer");
        world.run_jobs().await;
        if status == 303 {
            // What is taken is taken under a clean name.
            let shown = merchant.page("/papers").await.text(".paper-file-name bdi").unwrap_or_default();
            assert!(!shown.is_empty() && !shown.chars().any(char::is_control), "{name:?}: {shown:?}");
        } else {
            assert!((400..500).contains(&status), "{name:?}: {status}");
            assert_eq!(Kept::of(&merchant).await, before, "{name:?}");
        }
    }
}
