//! The wire of a connection, and what can be wrong with it below HTTP (reliability.md 2.1): what the toxics of
//! Toxiproxy are to a proxy, these are to the socket itself.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// What is wrong with a wire, from the answer on that brings it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Defect {
    /// Bytes leave a few at a time, with a pause after each few: many small segments, or a thin wire.
    Slices {
        /// How many at a time.
        bytes: usize,
        /// How long nothing leaves then.
        pause: Duration,
    },
    /// The connection ends after so many bytes, headers and all.
    Ends {
        /// How many are left.
        after: usize,
    },
    /// The connection stays open for a while after its last byte.
    ClosesLate(Duration),
}

/// The side of a wire that a request holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct WireControl {
    condition: Arc<Mutex<Condition>>,
}

/// How a wire is.
#[derive(Debug, Default)]
struct Condition {
    defect: Option<Defect>,
    /// Whether it ends with a reset, where others say goodbye.
    resets: bool,
}

impl WireControl {
    /// The wire is like that from the next byte on.
    pub(crate) fn spoil(&self, defect: Defect) {
        self.condition().defect = Some(defect);
    }

    /// The wire ends with a reset (RST), whenever it ends.
    pub(crate) fn reset_at_the_end(&self) {
        self.condition().resets = true;
    }

    fn condition(&self) -> MutexGuard<'_, Condition> {
        self.condition.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A socket that may be spoilt.
#[derive(Debug)]
pub(crate) struct Wire {
    stream: TcpStream,
    control: WireControl,
    pause: Option<Pin<Box<Sleep>>>,
}

impl Wire {
    /// A socket that `control` may spoil.
    pub(crate) fn new(stream: TcpStream, control: WireControl) -> Self {
        Self { stream, control, pause: None }
    }

    /// Waits for the end of a pause, if there is one.
    fn poll_pause(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        Poll::Ready(())
    }

    fn poll_write_some(&mut self, context: &mut Context<'_>, bytes: &[u8], most: usize) -> Poll<io::Result<usize>> {
        let some = bytes.get(..most.min(bytes.len())).unwrap_or(bytes);
        Pin::new(&mut self.stream).poll_write(context, some)
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_pause(context));
        let defect = self.control.condition().defect;
        match defect {
            None | Some(Defect::ClosesLate(_)) => self.poll_write_some(context, bytes, bytes.len()),
            Some(Defect::Slices { bytes: most, pause }) => {
                let written = ready!(self.poll_write_some(context, bytes, most.max(1)))?;
                self.pause = Some(Box::pin(sleep(pause)));
                Poll::Ready(Ok(written))
            }
            Some(Defect::Ends { after: 0 }) => Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
            Some(Defect::Ends { after }) => {
                let written = ready!(self.poll_write_some(context, bytes, after))?;
                self.control.spoil(Defect::Ends { after: after.saturating_sub(written) });
                Poll::Ready(Ok(written))
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let defect = self.control.condition().defect;
        if let Some(Defect::ClosesLate(pause)) = defect {
            self.pause.get_or_insert_with(|| Box::pin(sleep(pause)));
            ready!(self.poll_pause(context));
            // Once: whoever asks again is not kept waiting again.
            self.control.condition().defect = None;
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.control.condition().resets {
            // A socket that does not linger is reset when it is closed. One that refuses is merely closed.
            let _ = self.stream.set_zero_linger();
        }
    }
}
