//! Files on their way in, over HTTP, with the real S3 protocol behind and the real process of the deep check: what
//! is wrong with them is said, and nothing of it stays; what breaks off leaves nothing behind.

mod broken_off;
mod corpus;
mod deep;
mod door;
mod killed;
mod lengths;
mod looking;
mod names;
mod outage;
mod reconciled;
mod several;

use sqlx::{AssertSqlSafe, Row as _};
use std::path::Path;
use tests::{browser::Answer, builders::MerchantBuilder, forms::Form, wire::FileForm, world::World};
use time::Duration;

/// The paper that most tests send.
pub(crate) const LICENCE: &str = "business_licence";

/// A merchant with an application just begun.
async fn merchant(world: &World) -> MerchantBuilder<'_> {
    world.tenant("harbour").await.merchant("lin@haifeng.example").await
}

/// The page of papers, a second after whatever came before: of two files the later one counts.
async fn papers(merchant: &MerchantBuilder<'_>) -> Answer {
    merchant.owner.tenant.world.clock.advance(Duration::seconds(1));
    merchant.page("/papers").await
}

/// The form on the page of papers that sends this paper, or another file in its place.
pub(crate) fn form_of(page: &Answer, paper: &str) -> Form {
    let sends = |form: &Form| form.fields.contains(&("paper".to_owned(), paper.to_owned()));
    page.forms().into_iter().find(sends).unwrap_or_else(|| panic!("no form for {paper}: {}", page.words()))
}

/// Sends a file as a browser without JavaScript does: from the page of papers.
async fn send(merchant: &MerchantBuilder<'_>, paper: &str, name: &str, bytes: Vec<u8>) -> Answer {
    let page = papers(merchant).await;
    let form = form_of(&page, paper);
    merchant.owner.browser.send_file(&page, &form, name, bytes).await
}

/// The same as bytes on a connection, under a name that stands in its header as written.
async fn by_wire(merchant: &MerchantBuilder<'_>, name: &str, bytes: Vec<u8>) -> FileForm {
    let form = form_of(&papers(merchant).await, LICENCE);
    let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let field = form.asks.first().expect("a field for a file");
    let cookies = merchant.owner.browser.cookies();
    FileForm::new(&merchant.at("/papers"), &cookies, &fields).file(field, name, bytes)
}

/// What the database and the blob store keep of an application's files.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Versions whose bytes are kept.
    pub(crate) versions: i64,
    /// Versions of which bytes, name or pictures are gone.
    forgotten: i64,
    /// Uploads that are under way.
    pub(crate) open: i64,
    /// Hashes and reasons of what was refused.
    refused: Vec<(String, String)>,
    /// Objects, and parts of objects that are not whole yet.
    blobs: Vec<String>,
}

impl Kept {
    /// Nothing at all.
    fn nothing() -> Self {
        Self { versions: 0, forgotten: 0, open: 0, refused: Vec::new(), blobs: Vec::new() }
    }

    pub(crate) async fn of(merchant: &MerchantBuilder<'_>) -> Self {
        let (world, id) = (merchant.owner.tenant.world, merchant.id.0);
        let mut owner = world.database.owner().await;
        let mut number = async |sql: &str| -> i64 {
            let sql = AssertSqlSafe(format!("select count(*) from {sql}"));
            sqlx::query_scalar(sql).bind(id).fetch_one(&mut owner).await.expect("a count")
        };
        let gone = "blob_key is null and name_sealed is null and coalesce(preview_pages, 0) = 0";
        let versions = number("document_versions where application_id = $1 and blob_key is not null").await;
        let forgotten = number(&format!("document_versions where application_id = $1 and {gone}")).await;
        let open = number("uploads where application_id = $1 and state = 'open'").await;
        let refused = sqlx::query(
            "select encode(sha256, 'hex') as hash, reason from refused_files where application_id = $1 order by hash",
        );
        let refused = refused.bind(id).fetch_all(&mut owner).await.expect("refused files");
        Self {
            versions,
            forgotten,
            open,
            refused: refused.iter().map(|row| (row.get("hash"), row.get("reason"))).collect(),
            blobs: blobs(world),
        }
    }
}

/// The blob server's objects and parts by the names of their files, less its own notes about them.
fn blobs(world: &World) -> Vec<String> {
    let root = world.folder.path().join("s3");
    let name = |path: &Path| path.strip_prefix(&root).expect("a file below its folder").display().to_string();
    world.blob_files().iter().map(|path| name(path)).filter(|name| !name.starts_with(".bucket-")).collect()
}

/// Tries again until it is so; panics after some seconds.
async fn eventually<F: Future<Output = bool>>(what: &str, mut so: impl FnMut() -> F) {
    for _ in 0..800 {
        if so().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("it never came about that {what}");
}
