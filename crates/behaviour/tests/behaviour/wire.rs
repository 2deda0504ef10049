//! One request on a connection of its own, and what comes back before anybody makes sense of it.

use std::error::Error;
use std::net::SocketAddr;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Why there is no answer. A client sees little more than that.
pub(crate) type Broken = Box<dyn Error + Send + Sync>;

/// Sends a request and waits for the headers of its answer. Nothing is repeated and no redirect is followed.
pub(crate) async fn send(address: SocketAddr, request: Request<Full<Bytes>>) -> Result<Response<Incoming>, Broken> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends with the answer, well or badly; the reader of the body is told which.
    tokio::spawn(connection);
    Ok(sender.send_request(request).await?)
}

/// Sends a request and reads the whole answer, for calls that are not the subject of a test.
pub(crate) async fn exchange(address: SocketAddr, request: Request<Full<Bytes>>) -> Result<(u16, Bytes), Broken> {
    let answer = send(address, request).await?;
    let status = answer.status().as_u16();
    Ok((status, answer.into_body().collect().await?.to_bytes()))
}
