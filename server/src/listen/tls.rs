//! TLS from a certificate and a key in PEM files.

use crate::config::TlsFiles;
use rustls::{ServerConfig, crypto::aws_lc_rs};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use std::{path::PathBuf, sync::Arc};
use tokio_rustls::TlsAcceptor;

/// Why TLS can't be spoken.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file is missing or holds nothing of the kind.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] rustls_pki_types::pem::Error),
    /// Certificate and key don't fit each other, or are not of a kind that is safe.
    #[error("the certificate and its key can't be used: {0}")]
    Unusable(#[from] rustls::Error),
}

/// Reads the files; versions 1.2 and 1.3, HTTP/1.1 alone.
///
/// # Errors
/// When a file can't be read or the two don't fit.
pub fn acceptor(files: &TlsFiles) -> Result<TlsAcceptor, TlsError> {
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect)
        .map_err(|error| TlsError::File(files.certificate.clone(), error))?;
    let key =
        PrivateKeyDer::from_pem_file(&files.key).map_err(|error| TlsError::File(files.key.clone(), error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
