//! What can go wrong on the way to a system, in words that tell what to look at.

use std::io;
use std::time::Duration;

use axum::http::StatusCode;
use thiserror::Error;
use tokio_rustls::rustls::{self, CertificateError};

/// Why a system gave no answer.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// The name has no address.
    #[error("its name was not found ({0})")]
    Name(io::Error),
    /// Nothing listens there.
    #[error("the connection was refused: nothing listens at that address and port")]
    Refused,
    /// The network does not lead there.
    #[error("there is no way to it ({0})")]
    NoWay(io::Error),
    /// Nobody took the call.
    #[error("it did not take the connection within {} seconds", .0.as_secs_f32())]
    NotTaken(Duration),
    /// The handshake failed.
    #[error("{0}")]
    Handshake(String),
    /// The connection ended, or was reset, before the headers of an answer.
    #[error("it ended the connection without an answer")]
    Ended,
    /// What came is no HTTP.
    #[error("what it answered is not HTTP")]
    NotHttp,
    /// Nothing came.
    #[error("it did not answer within {} seconds", .0.as_secs_f32())]
    Silent(Duration),
}

impl Failure {
    /// How a connection that did not come about failed.
    pub(crate) fn connecting(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::ConnectionRefused { Self::Refused } else { Self::NoWay(error) }
    }

    /// How a handshake failed, which says of TLS what a browser would say on a page of its own.
    pub(crate) fn shaking_hands(error: &io::Error) -> Self {
        let reason = error.get_ref().and_then(|reason| reason.downcast_ref::<rustls::Error>());
        Self::Handshake(match reason {
            Some(rustls::Error::InvalidCertificate(problem)) => of_certificate(problem),
            Some(rustls::Error::InvalidMessage(_)) => "it does not speak TLS at that port".to_owned(),
            Some(problem) => format!("TLS failed ({problem})"),
            None => format!("it ended the TLS handshake ({error})"),
        })
    }

    /// How an exchange on an open connection failed.
    pub(crate) fn exchanging(error: &hyper::Error) -> Self {
        if error.is_parse() { Self::NotHttp } else { Self::Ended }
    }

    /// The status of an answer about it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotTaken(_) | Self::Silent(_) => StatusCode::GATEWAY_TIMEOUT,
            _ => StatusCode::BAD_GATEWAY,
        }
    }

    /// The sentences for the person. What was not sent did nothing; of the rest, nobody here can know.
    pub(crate) fn words(&self, origin: &str) -> String {
        match self {
            Self::Ended | Self::NotHttp | Self::Silent(_) => {
                format!("{origin} gave no answer: {self}. Whether it did what it was asked to is not known.")
            }
            _ => format!("{origin} was not reached: {self}. Nothing was sent."),
        }
    }
}

fn of_certificate(problem: &CertificateError) -> String {
    match problem {
        CertificateError::UnknownIssuer => "nobody whom this computer trusts has issued its certificate".to_owned(),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "its certificate has expired".to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet, or this computer's clock is wrong".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!("its certificate is for another name ({problem})")
        }
        CertificateError::Revoked => "its certificate was revoked".to_owned(),
        problem => format!("its certificate is not accepted ({problem})"),
    }
}
