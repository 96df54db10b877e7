//! The count of bytes handed over, shared by the body (which hyper drives) and the send that watches it.

use std::sync::Arc;

use tokio::sync::watch;

use crate::Failure;

#[derive(Debug, Default)]
struct State {
    bytes: u64,
    closed: bool,
    fault: Option<Failure>,
}

/// The count. Once closed it never grows: hyper may drive a body for a while after its send was given up, and a count
/// that was told must stay true.
#[derive(Debug, Clone)]
pub(crate) struct Handed(Arc<watch::Sender<State>>);

impl Handed {
    pub(crate) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(State::default())))
    }

    /// Counts bytes that are about to be handed over; `false` if they must not be any more.
    pub(crate) fn admit(&self, bytes: u64) -> bool {
        self.0.send_if_modified(|state| {
            if !state.closed {
                state.bytes += bytes;
            }
            !state.closed
        })
    }

    /// Ends the handing over for a reason that lies in our own body.
    pub(crate) fn fail(&self, fault: Failure) {
        self.0.send_modify(|state| {
            state.closed = true;
            state.fault.get_or_insert(fault);
        });
    }

    /// Ends the handing over, and tells the final count and what was wrong with our own body, if anything.
    pub(crate) fn close(&self) -> (u64, Option<Failure>) {
        self.0.send_if_modified(|state| {
            state.closed = true;
            false
        });
        let state = self.0.borrow();
        (state.bytes, state.fault.clone())
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.0.borrow().bytes
    }

    /// Waits for a step. The receiver must come from [`Handed::follow`], which is taken before the send starts.
    pub(crate) async fn step(steps: &mut Steps) {
        // The sender outlives every receiver: the send holds both.
        let _ = steps.0.changed().await;
    }

    pub(crate) fn follow(&self) -> Steps {
        Steps(self.0.subscribe())
    }
}

/// Follows the count.
#[derive(Debug)]
pub(crate) struct Steps(watch::Receiver<State>);
