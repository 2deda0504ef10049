//! Whom TLS trusts: the certificates of this computer, or those of the file that `SSL_CERT_FILE` names.

use std::sync::Arc;

use thiserror::Error;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

/// Why nothing can be trusted.
#[derive(Debug, Error)]
pub(crate) enum TrustProblem {
    #[error("this computer has no certificates of authorities that it trusts{0}")]
    Nobody(String),
    #[error("TLS cannot be set up: {0}")]
    Settings(#[from] rustls::Error),
}

/// TLS 1.2 and 1.3, against the authorities that this computer trusts.
pub(crate) fn of_this_computer() -> Result<TlsConnector, TrustProblem> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    let (added, _) = roots.add_parsable_certificates(found.certs);
    if added == 0 {
        let reasons: Vec<_> = found.errors.iter().map(|error| format!("; {error}")).collect();
        return Err(TrustProblem::Nobody(reasons.concat()));
    }
    let mut settings = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    settings.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsConnector::from(Arc::new(settings)))
}
