//! Sealed files in a bucket, over the S3 protocol. What is stored here is sealed before it comes.

use crate::papers::seal::ByteStream;
use aws_sdk_s3::{
    Client,
    config::{
        BehaviorVersion, Builder, Credentials, Region, RequestChecksumCalculation,
        ResponseChecksumValidation, retry::RetryConfig, timeout::TimeoutConfig,
    },
    error::{ProvideErrorMetadata, SdkError},
    primitives::ByteStream as Body,
    types::{CompletedMultipartUpload, CompletedPart},
};
use bytes::Bytes;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use time::OffsetDateTime;

/// Waiting for a connection.
const CONNECT: Duration = Duration::from_secs(3);
/// Waiting for the first byte of an answer.
const READ: Duration = Duration::from_secs(10);
/// One try, with up to five megabytes going out.
const ATTEMPT: Duration = Duration::from_secs(20);
/// All tries together.
const OPERATION: Duration = Duration::from_secs(45);
/// Tries at most.
const TRIES: u32 = 3;

/// Why the blob store didn't do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There is no such object, or no such upload.
    #[error("no such object")]
    NotFound,
    /// Too busy or not reachable; trying again may help.
    #[error("the blob store is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It refused; trying again won't help.
    #[error("the blob store refused")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A part of an object that has been stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: i32,
    /// What the store calls its content.
    pub tag: String,
}

/// An object that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its key.
    pub key: String,
    /// Its bytes.
    pub size: i64,
    /// Since when it is as it is.
    pub modified: OffsetDateTime,
}

/// Where sealed files lie.
#[async_trait::async_trait]
pub trait Blobs: Send + Sync {
    /// Begins an object that comes in parts; what the store calls it.
    async fn begin(&self, key: &str) -> Result<String, BlobError>;
    /// Stores a part: five megabytes, or less if it is the last.
    async fn part(&self, key: &str, upload: &str, number: i32, bytes: Bytes) -> Result<Part, BlobError>;
    /// Makes the object of its parts.
    async fn complete(&self, key: &str, upload: &str, parts: Vec<Part>) -> Result<(), BlobError>;
    /// Drops the parts; one that is gone already is no error.
    async fn abort(&self, key: &str, upload: &str) -> Result<(), BlobError>;
    /// Drops the parts of everything that was begun under this key, where the store can say what that is.
    async fn abort_all(&self, key: &str) -> Result<(), BlobError>;
    /// Stores a small object as a whole.
    async fn put(&self, key: &str, bytes: Bytes) -> Result<(), BlobError>;
    /// Reads an object.
    async fn get(&self, key: &str) -> Result<ByteStream<BlobError>, BlobError>;
    /// Drops an object; one that is gone already is no error.
    async fn delete(&self, key: &str) -> Result<(), BlobError>;
    /// Drops every version, and every mark of a deletion, of the objects whose keys begin with this, where the store keeps
    /// versions.
    async fn purge(&self, prefix: &str) -> Result<(), BlobError>;
    /// Objects whose keys begin with this, in the order of their keys, after `after`; at most a thousand.
    async fn list(&self, prefix: &str, after: Option<&str>) -> Result<Vec<Found>, BlobError>;
    /// Whether the bucket answers.
    async fn ping(&self) -> Result<(), BlobError>;
}

/// One bucket at one S3 server.
#[derive(Clone, Debug)]
pub struct BlobSettings {
    /// Address of the S3 server.
    pub endpoint: String,
    /// The bucket, which must exist.
    pub bucket: String,
    /// Region as the server names it.
    pub region: String,
    /// Id of the access key.
    pub access_key_id: SecretString,
    /// The access key's secret.
    pub secret_access_key: SecretString,
}

/// A bucket reached over the S3 protocol.
pub struct S3Blobs {
    client: Client,
    bucket: String,
}

impl S3Blobs {
    /// A client with limits on every wait; nothing is asked of the server yet.
    pub fn new(settings: &BlobSettings) -> Self {
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(CONNECT)
            .read_timeout(READ)
            .operation_attempt_timeout(ATTEMPT)
            .operation_timeout(OPERATION)
            .build();
        let credentials = Credentials::new(
            settings.access_key_id.expose_secret(),
            settings.secret_access_key.expose_secret(),
            None,
            None,
            "gangway",
        );
        let config = Builder::new()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(settings.region.clone()))
            .endpoint_url(&settings.endpoint)
            .credentials_provider(credentials)
            // Buckets in the path: any S3 server understands it, and no name has to be resolved.
            .force_path_style(true)
            .timeout_config(timeouts)
            .retry_config(RetryConfig::standard().with_max_attempts(TRIES))
            // What is stored is sealed: every chunk proves itself when it is opened.
            .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
            .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
            .build();
        Self { client: Client::from_conf(config), bucket: settings.bucket.clone() }
    }
}

#[async_trait::async_trait]
impl Blobs for S3Blobs {
    async fn begin(&self, key: &str) -> Result<String, BlobError> {
        let begun = self.client.create_multipart_upload().bucket(&self.bucket).key(key).send().await?;
        begun.upload_id.ok_or_else(|| BlobError::Refused("an upload without an id".into()))
    }

    async fn part(&self, key: &str, upload: &str, number: i32, bytes: Bytes) -> Result<Part, BlobError> {
        let stored = self
            .client
            .upload_part()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(upload)
            .part_number(number)
            .body(Body::from(bytes))
            .send()
            .await?;
        let tag = stored.e_tag.ok_or_else(|| BlobError::Refused("a part without a tag".into()))?;
        Ok(Part { number, tag })
    }

    async fn complete(&self, key: &str, upload: &str, parts: Vec<Part>) -> Result<(), BlobError> {
        let parts = parts
            .into_iter()
            .map(|part| CompletedPart::builder().part_number(part.number).e_tag(part.tag).build())
            .collect();
        let whole = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
        self.client
            .complete_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(upload)
            .multipart_upload(whole)
            .send()
            .await?;
        Ok(())
    }

    async fn abort(&self, key: &str, upload: &str) -> Result<(), BlobError> {
        let aborted =
            self.client.abort_multipart_upload().bucket(&self.bucket).key(key).upload_id(upload).send().await;
        gone_is_fine(aborted.map(drop).map_err(BlobError::from))
    }

    async fn abort_all(&self, key: &str) -> Result<(), BlobError> {
        let listed = self.client.list_multipart_uploads().bucket(&self.bucket).prefix(key).send().await;
        let listed = match listed {
            Ok(listed) => listed,
            // Small servers can't tell; their parts go when the server tidies itself.
            Err(error) if error.code() == Some("NotImplemented") => return Ok(()),
            Err(error) => return gone_is_fine(Err(error.into())),
        };
        for upload in listed.uploads().iter().filter(|upload| upload.key() == Some(key)) {
            if let Some(id) = upload.upload_id() {
                self.abort(key, id).await?;
            }
        }
        Ok(())
    }

    async fn put(&self, key: &str, bytes: Bytes) -> Result<(), BlobError> {
        self.client.put_object().bucket(&self.bucket).key(key).body(Body::from(bytes)).send().await?;
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<ByteStream<BlobError>, BlobError> {
        let object = self.client.get_object().bucket(&self.bucket).key(key).send().await?;
        let pieces = futures::stream::unfold(object.body, |mut body| async move {
            let piece = body.next().await?;
            Some((piece.map_err(|error| BlobError::Unavailable(error.into())), body))
        });
        Ok(Box::pin(pieces))
    }

    async fn delete(&self, key: &str) -> Result<(), BlobError> {
        let deleted = self.client.delete_object().bucket(&self.bucket).key(key).send().await;
        gone_is_fine(deleted.map(drop).map_err(BlobError::from))
    }

    async fn purge(&self, prefix: &str) -> Result<(), BlobError> {
        let mut from: (Option<String>, Option<String>) = (None, None);
        loop {
            let listed = self
                .client
                .list_object_versions()
                .bucket(&self.bucket)
                .prefix(prefix)
                .set_key_marker(from.0)
                .set_version_id_marker(from.1)
                .send()
                .await;
            let listed = match listed {
                Ok(listed) => listed,
                // Small servers keep no versions.
                Err(error) if error.code() == Some("NotImplemented") => return Ok(()),
                Err(error) => return gone_is_fine(Err(error.into())),
            };
            let versions = listed.versions().iter().map(|one| (one.key(), one.version_id()));
            let marks = listed.delete_markers().iter().map(|one| (one.key(), one.version_id()));
            for (key, version) in versions.chain(marks) {
                let (Some(key), Some(version)) = (key, version) else { continue };
                let deleted = self.client.delete_object().bucket(&self.bucket).key(key).version_id(version);
                gone_is_fine(deleted.send().await.map(drop).map_err(BlobError::from))?;
            }
            if listed.is_truncated() != Some(true) {
                return Ok(());
            }
            from = (
                listed.next_key_marker().map(str::to_owned),
                listed.next_version_id_marker().map(str::to_owned),
            );
        }
    }

    async fn list(&self, prefix: &str, after: Option<&str>) -> Result<Vec<Found>, BlobError> {
        let listed = self
            .client
            .list_objects_v2()
            .bucket(&self.bucket)
            .prefix(prefix)
            .set_start_after(after.map(str::to_owned))
            .send()
            .await?;
        let found = listed.contents().iter().filter_map(|object| {
            let modified = object.last_modified()?.secs();
            Some(Found {
                key: object.key()?.to_owned(),
                size: object.size()?,
                modified: OffsetDateTime::from_unix_timestamp(modified).ok()?,
            })
        });
        Ok(found.collect())
    }

    async fn ping(&self) -> Result<(), BlobError> {
        self.client.head_bucket().bucket(&self.bucket).send().await?;
        Ok(())
    }
}

fn gone_is_fine(result: Result<(), BlobError>) -> Result<(), BlobError> {
    match result {
        Err(BlobError::NotFound) => Ok(()),
        other => other,
    }
}

impl<E> From<SdkError<E>> for BlobError
where
    E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        let status = error.raw_response().map(|response| response.status().as_u16());
        let code = error.code().map(str::to_owned);
        match (status, code.as_deref()) {
            (_, Some("NoSuchKey" | "NoSuchUpload" | "NotFound")) => Self::NotFound,
            (Some(404), code) if code != Some("NoSuchBucket") => Self::NotFound,
            (Some(400..=499), code) if !matches!(code, Some("SlowDown" | "RequestTimeout")) => {
                Self::Refused(Box::new(error))
            }
            _ => Self::Unavailable(Box::new(error)),
        }
    }
}
