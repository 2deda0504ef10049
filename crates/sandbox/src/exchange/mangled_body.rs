//! Answers whose body is not what their headers promise.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// Long enough for the bytes before the cut to leave the machine, short enough not to be felt in a test.
const PAUSE_BEFORE_THE_CUT: Duration = Duration::from_millis(30);

/// As many as are written at once. JSON may have any number of them around it.
pub(super) static BLANKS: [u8; 64 * 1024] = [b' '; 64 * 1024];

/// The same answer, whose body ends early although the headers announce all of it (X10). `keep` is told the whole length
/// and says how much is sent.
pub(super) async fn cut(response: Response, keep: impl FnOnce(usize) -> usize) -> Response {
    change(response, |head, whole| {
        forget_length(head);
        let announced = whole.len();
        let sent = whole.slice(..keep(announced).min(announced));
        Body::new(CutBody { announced, sent: Some(sent), pause: None })
    })
    .await
}

/// The same answer, padded with blanks to `bytes` bytes (X34b). It stays valid JSON.
pub(super) async fn pad(response: Response, bytes: usize) -> Response {
    change(response, |head, whole| {
        forget_length(head);
        let mut padded = whole.to_vec();
        padded.resize(bytes.max(whole.len()), b' ');
        Body::from(padded)
    })
    .await
}

/// The same, compressed: what is small on the wire is large when it is read (M10).
pub(super) async fn compress(response: Response, bytes: usize) -> Response {
    change(response, |head, whole| {
        forget_length(head);
        let Ok(compressed) = compressed(&whole, bytes.saturating_sub(whole.len())) else { return Body::empty() };
        head.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        Body::from(compressed)
    })
    .await
}

/// `whole` and so many `blanks`.
fn compressed(whole: &[u8], mut blanks: usize) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(whole)?;
    while blanks > 0 {
        let some = BLANKS.get(..blanks).unwrap_or(&BLANKS);
        encoder.write_all(some)?;
        blanks -= some.len();
    }
    encoder.finish()
}

/// The same answer with another body.
pub(super) async fn change(response: Response, make: impl FnOnce(&mut HeaderMap, Bytes) -> Body) -> Response {
    let (mut head, body) = response.into_parts();
    // The vendors answer from memory, so their bodies can always be read.
    let Ok(whole) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let body = make(&mut head.headers, whole);
    Response::from_parts(head, body)
}

/// What was true of the old body.
pub(super) fn forget_length(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_LENGTH);
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
