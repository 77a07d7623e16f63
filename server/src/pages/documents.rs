//! Handlers of documents: the papers of an application, uploads that stream, pictures of pages, originals.

mod files;
mod papers;
mod phone;
mod upload;

use crate::web::AppState;
use axum::{Router, extract::DefaultBodyLimit, routing::get};
use domain::{ApplicationId, DocumentId, VersionId};
use serde::{Deserialize, de::DeserializeOwned};
use services::{Result, ServiceError};

/// A body that is longer than this is not even read to its end; how much of it is kept is counted while it streams.
const BODY: usize = 64 * 1024 * 1024;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/applications/{id}/papers", get(papers::show).post(upload::take))
        .route("/t/{slug}/applications/{id}/papers/remove", get(papers::back).post(papers::remove))
        .route("/t/{slug}/applications/{id}/papers/phone", get(papers::back).post(phone::offer))
        .route("/t/{slug}/applications/{id}/papers/phone/{link}", get(phone::follow))
        .route("/t/{slug}/phone/{token}", get(phone::show).post(phone::take))
        .route("/t/{slug}/documents/{id}/pages/{page}", get(files::picture))
        .route("/t/{slug}/documents/{id}/pages/{page}/small", get(files::small))
        .route("/t/{slug}/documents/{id}/original", get(files::original))
        .layer(DefaultBodyLimit::max(BODY))
}

/// The id in a path. What isn't one is not found, as any other that isn't there.
#[derive(Deserialize)]
struct Of {
    id: String,
}

impl Of {
    fn application(&self) -> Result<ApplicationId> {
        id(&self.id)
    }

    fn version(&self) -> Result<VersionId> {
        id(&self.id)
    }
}

fn document(text: &str) -> Result<DocumentId> {
    id(text)
}

fn id<T: DeserializeOwned>(text: &str) -> Result<T> {
    let value = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(text);
    T::deserialize(value).map_err(|_| ServiceError::NotFound)
}
