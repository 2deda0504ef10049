//! Answers that do not say how long they are.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::Version;
use axum::response::Response;
use http_body::Frame;

use super::mangled_body::{BLANKS, change, forget_length};

/// The same answer, whose end only the end of the connection tells, as that of many a server of HTTP/1.0.
pub(super) async fn until_the_end(response: Response) -> Response {
    let mut response = change(response, |head, whole| {
        forget_length(head);
        Body::new(Unmeasured { first: Some(whole), is_endless: false })
    })
    .await;
    *response.version_mut() = Version::HTTP_10;
    response
}

/// The same answer, followed by blanks without end (X34b). Whoever reads on gets more.
pub(super) async fn endless(response: Response) -> Response {
    change(response, |head, whole| {
        forget_length(head);
        Body::new(Unmeasured { first: Some(whole), is_endless: true })
    })
    .await
}

/// Gives `first`, and then nothing or blanks for ever.
struct Unmeasured {
    first: Option<Bytes>,
    is_endless: bool,
}

impl HttpBody for Unmeasured {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let blanks = self.is_endless.then(|| Bytes::from_static(&BLANKS));
        Poll::Ready(self.first.take().or(blanks).map(|bytes| Ok(Frame::data(bytes))))
    }
}
