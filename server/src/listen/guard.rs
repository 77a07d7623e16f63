//! A stream that loses patience: with heads that trickle in, with connections that rest too long, and with peers
//! that don't read their answer.

use super::Limits;
use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep_until},
};

/// Whose turn it is: even counts are the peer's, odd ones ours.
#[derive(Clone, Default)]
pub(super) struct Turn(Arc<AtomicU32>);

impl Turn {
    /// A request has arrived whole but for its body.
    pub(super) fn ours(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    /// Its answer has been handed over.
    pub(super) fn theirs(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    fn count(&self) -> u32 {
        self.0.load(Ordering::Acquire)
    }
}

/// The stream with its deadlines.
pub(super) struct Guarded<S> {
    stream: S,
    turn: Turn,
    head: Duration,
    keep_alive: Duration,
    unread: Duration,
    /// For which turn the reading timer runs; it runs from the moment that turn was first seen.
    watched: u32,
    begun: bool,
    reading: Pin<Box<Sleep>>,
    writing: Option<Pin<Box<Sleep>>>,
}

impl<S> Guarded<S> {
    pub(super) fn new(stream: S, turn: Turn, limits: &Limits) -> Self {
        Self {
            stream,
            turn,
            head: limits.head,
            keep_alive: limits.keep_alive,
            unread: limits.unread,
            watched: 0,
            begun: false,
            reading: Box::pin(sleep_until(Instant::now() + limits.head)),
            writing: None,
        }
    }

    /// The peer has sent something: from its first byte on, a head has its own deadline.
    fn heard(&mut self) {
        self.catch_up();
        if self.watched.is_multiple_of(2) && !self.begun {
            self.begun = true;
            self.reading.as_mut().reset(Instant::now() + self.head);
        }
    }

    /// Nothing has come: an error once the peer's time is up.
    fn silent(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.catch_up();
        if !self.watched.is_multiple_of(2) {
            // While we work, the body keeps its own time.
            return Poll::Pending;
        }
        self.reading.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    fn catch_up(&mut self) {
        let now = self.turn.count();
        if now != self.watched {
            self.watched = now;
            self.begun = false;
            self.reading.as_mut().reset(Instant::now() + self.keep_alive);
        }
    }

    /// A write that waits for the peer to read may not wait for ever.
    fn written<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.writing = None;
            return outcome;
        }
        let until = Instant::now() + self.unread;
        let timer = self.writing.get_or_insert_with(|| Box::pin(sleep_until(until)));
        timer.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Guarded<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        match Pin::new(&mut this.stream).poll_read(cx, buffer) {
            Poll::Ready(outcome) => {
                if buffer.filled().len() > before {
                    this.heard();
                    if this.watched.is_multiple_of(2) && this.reading.as_mut().poll(cx).is_ready() {
                        return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
                    }
                }
                Poll::Ready(outcome)
            }
            Poll::Pending => this.silent(cx),
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Guarded<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_write(cx, bytes);
        this.written(cx, outcome)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_write_vectored(cx, parts);
        this.written(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_flush(cx);
        this.written(cx, outcome)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_shutdown(cx);
        this.written(cx, outcome)
    }
}
