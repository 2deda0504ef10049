//! The body of an answer on its way through: each piece as it comes, and an end when too long nothing comes.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::BoxError;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use tokio::task::JoinHandle;
use tokio::time::{Instant, Sleep, sleep};

/// The exchange on one connection; the connection ends with it.
#[derive(Debug)]
pub(crate) struct Conversation(pub(crate) JoinHandle<()>);

impl Drop for Conversation {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// What a system answers, piece by piece.
pub(crate) struct Relay {
    body: Incoming,
    patience: Duration,
    silence: Pin<Box<Sleep>>,
    /// Ends when the page no longer listens.
    _conversation: Conversation,
}

impl Relay {
    /// Passes `body` on as long as no pause in it is longer than `patience`.
    pub(crate) fn new(body: Incoming, patience: Duration, conversation: Conversation) -> Self {
        Self { body, patience, silence: Box::pin(sleep(patience)), _conversation: conversation }
    }
}

impl Body for Relay {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Poll::Ready(piece) = Pin::new(&mut self.body).poll_frame(context) {
            let next = Instant::now() + self.patience;
            self.silence.as_mut().reset(next);
            return Poll::Ready(piece.map(|piece| piece.map_err(BoxError::from)));
        }
        ready!(self.silence.as_mut().poll(context));
        // The page sees an answer that was cut off, which is what happened.
        Poll::Ready(Some(Err(io::Error::from(io::ErrorKind::TimedOut).into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
