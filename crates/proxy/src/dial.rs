//! A connection to a system: name, address, and TLS where it is encrypted.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::failure::Failure;
use crate::upstream::Upstream;

/// Bytes to a system and back.
pub(crate) trait Line: AsyncRead + AsyncWrite + Send + Unpin {}

impl<Stream: AsyncRead + AsyncWrite + Send + Unpin> Line for Stream {}

/// Opens a line on which nothing has been said. `encryption` is there for every upstream that is encrypted.
pub(crate) async fn dial(
    upstream: &Upstream,
    encryption: Option<&TlsConnector>,
    patience: Duration,
) -> Result<Box<dyn Line>, Failure> {
    let stream = reach(upstream, patience).await?;
    // A request is one small write, which must not wait for Nagle's timer; a stream that refuses is merely slower.
    let _ = stream.set_nodelay(true);
    if !upstream.is_encrypted {
        return Ok(Box::new(stream));
    }
    // What is to be encrypted never leaves in the clear, whatever else is wrong.
    let encryption = encryption.ok_or_else(|| Failure::Handshake("TLS is not set up".to_owned()))?;
    let name = ServerName::try_from(upstream.host.clone())
        .map_err(|problem| Failure::Handshake(format!("TLS knows no such name ({problem})")))?;
    let shaken = timeout(patience, encryption.connect(name, stream)).await.map_err(|_| Failure::NotTaken(patience))?;
    shaken.map_or_else(|error| Err(Failure::shaking_hands(&error)), |line| Ok(Box::new(line) as Box<dyn Line>))
}

/// The first of its addresses that takes the connection.
async fn reach(upstream: &Upstream, patience: Duration) -> Result<TcpStream, Failure> {
    let looked_up = timeout(patience, lookup_host((upstream.host.as_str(), upstream.port))).await;
    let addresses: Vec<SocketAddr> =
        looked_up.map_err(|_| Failure::NotTaken(patience))?.map_err(Failure::Name)?.collect();
    let mut last = Failure::Refused;
    for address in addresses {
        match timeout(patience, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => last = Failure::connecting(error),
            Err(_) => last = Failure::NotTaken(patience),
        }
    }
    Err(last)
}
