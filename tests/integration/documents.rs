//! Papers: uploads that break off, files that come at once, checks that come to no end, and what their senders read.

mod checks;
mod phone;
mod places;
mod scanned;
mod sweep;
mod told;

use axum::body::Bytes;
use domain::ApplicationId;
use futures::{Stream, stream};
use services::documents::Wanted;
use std::convert::Infallible;
use tests::world::World;

/// A file that somebody means to send as this paper.
fn wanted(application: ApplicationId, paper: &str) -> Wanted {
    Wanted { application, paper: paper.into(), replaces: None, name: "paper.pdf".into(), length: None }
}

/// These bytes in one piece.
fn whole(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, Infallible>> + Send + use<> {
    stream::iter([Ok(Bytes::copy_from_slice(bytes))])
}

/// One number of the database, seen by its owner.
async fn number(world: &World, sql: &'static str) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

/// The keys of all objects that are kept.
async fn objects(world: &World) -> Vec<String> {
    let found = world.services.blobs.list("", None).await.expect("objects are listed");
    found.into_iter().map(|object| object.key).collect()
}
