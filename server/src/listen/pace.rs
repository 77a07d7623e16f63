//! Bodies: a request's must keep coming, and the end of an answer's gives the turn back to the peer.

use super::{Limits, guard::Turn};
use axum::body::{Body, Bytes};
use hyper::body::{Body as Flow, Frame, SizeHint};
use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep_until};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A request's body that ends in an error when it pauses too long or trickles. Only time in which we waited for
/// the peer counts.
pub(super) struct Paced<B> {
    body: B,
    idle: Duration,
    rate: u32,
    received: u64,
    waited: Duration,
    since: Option<Instant>,
    timer: Pin<Box<Sleep>>,
}

impl<B> Paced<B> {
    pub(super) fn new(body: B, limits: &Limits) -> Self {
        Self {
            body,
            idle: limits.body_idle,
            rate: limits.body_rate,
            received: 0,
            waited: Duration::ZERO,
            since: None,
            timer: Box::pin(sleep_until(Instant::now())),
        }
    }

    /// Notes what came; false when less has come by now than the slowest honest line carries.
    fn keeps_pace(&mut self, bytes: usize) -> bool {
        if let Some(since) = self.since.take() {
            self.waited += since.elapsed();
        }
        self.received += u64::try_from(bytes).unwrap_or(u64::MAX);
        let owed = self.waited.saturating_sub(self.idle).as_secs() * u64::from(self.rate);
        self.received >= owed
    }

    /// Ready once the pause is too long.
    fn pause(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.since.is_none() {
            let now = Instant::now();
            self.since = Some(now);
            self.timer.as_mut().reset(now + self.idle);
        }
        self.timer.as_mut().poll(cx)
    }
}

impl<B> Flow for Paced<B>
where
    B: Flow<Data = Bytes> + Unpin,
    B::Error: Into<Failure>,
{
    type Data = Bytes;
    type Error = Failure;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Failure>>> {
        let this = self.get_mut();
        match Pin::new(&mut this.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                let outcome = if this.keeps_pace(bytes) { Ok(frame) } else { Err(too_slow()) };
                Poll::Ready(Some(outcome))
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => this.pause(cx).map(|()| Some(Err(too_slow()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

fn too_slow() -> Failure {
    io::Error::new(io::ErrorKind::TimedOut, "the body comes too slowly").into()
}

/// An answer's body, whose end is the peer's turn again.
pub(super) struct Ending {
    body: Body,
    turn: Turn,
}

impl Ending {
    pub(super) fn new(body: Body, turn: Turn) -> Self {
        Self { body, turn }
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.turn.theirs();
    }
}

impl Flow for Ending {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
