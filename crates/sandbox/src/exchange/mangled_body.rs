//! Answers whose body is not what their headers promise.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// Long enough for the bytes before the cut to leave the machine, short enough not to be felt in a test.
const PAUSE_BEFORE_THE_CUT: Duration = Duration::from_millis(30);

/// The same answer, whose body ends after `after` bytes although the headers announce all of it (X10).
pub(super) async fn cut(response: Response, after: usize) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else { return unreadable() };
    forget_length(&mut head.headers);
    let sent = whole.slice(..after.min(whole.len()));
    Response::from_parts(head, Body::new(CutBody { announced: whole.len(), sent: Some(sent), pause: None }))
}

/// The same answer, padded with blanks to `bytes` bytes (X34b). It stays valid JSON.
pub(super) async fn pad(response: Response, bytes: usize) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else { return unreadable() };
    forget_length(&mut head.headers);
    let mut padded = whole.to_vec();
    padded.resize(bytes.max(whole.len()), b' ');
    Response::from_parts(head, Body::from(padded))
}

fn forget_length(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_LENGTH);
}

/// The vendors answer from memory, so their bodies can always be read.
fn unreadable() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Announces `announced` bytes, gives `sent`, waits until they are on their way, and fails, upon which the connection
/// is closed.
struct CutBody {
    announced: usize,
    sent: Option<Bytes>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(sent) = self.sent.take_if(|sent| !sent.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(sent))));
        }
        let pause = self.pause.get_or_insert_with(|| Box::pin(sleep(PAUSE_BEFORE_THE_CUT)));
        ready!(pause.as_mut().poll(context));
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.announced as u64)
    }
}
