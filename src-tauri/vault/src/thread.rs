//! The one thread on which a key store is asked, and the deadline after which nobody waits for it any more.
//!
//! It is never joined: a call that hangs keeps the thread, and the app ends without it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::store::{KeyStore, StoreProblem};

type Job = Box<dyn FnOnce(&mut dyn KeyStore) + Send>;

/// A key store on its thread.
pub(crate) struct StoreThread {
    jobs: Mutex<Queue>,
    /// The number of the last job that is done; jobs are done in their order.
    done: Arc<AtomicU64>,
    /// The highest number of a job that nobody waits for any more.
    given_up: AtomicU64,
    deadline: Duration,
}

struct Queue {
    numbered: u64,
    to_thread: mpsc::Sender<(u64, Job)>,
}

impl StoreThread {
    /// Starts the thread. Where even that fails, every question is answered `Failed`.
    pub(crate) fn start(store: impl KeyStore + 'static, deadline: Duration) -> Self {
        let (to_thread, jobs) = mpsc::channel::<(u64, Job)>();
        let done = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&done);
        let mut store = store;
        let work = move || {
            for (number, job) in jobs {
                // A store that panics has failed; the next question may still be answered.
                let _ = catch_unwind(AssertUnwindSafe(|| job(&mut store)));
                counted.store(number, Ordering::SeqCst);
            }
        };
        // On failure the closure is dropped with its end of the channel: asking then fails at once.
        let _ = std::thread::Builder::new().name("key-store".into()).spawn(work);
        Self { jobs: Mutex::new(Queue { numbered: 0, to_thread }), done, given_up: AtomicU64::new(0), deadline }
    }

    /// Asks the store, and waits until the deadline. While a call hangs that somebody gave up on, nothing is asked.
    pub(crate) async fn ask<T, Q>(&self, question: Q) -> Result<T, StoreProblem>
    where
        T: Send + 'static,
        Q: FnOnce(&mut dyn KeyStore) -> Result<T, StoreProblem> + Send + 'static,
    {
        if self.given_up.load(Ordering::SeqCst) > self.done.load(Ordering::SeqCst) {
            return Err(StoreProblem::NoAnswer);
        }
        let (answer, answered) = oneshot::channel();
        let number = self.put(Box::new(move |store| {
            // Nobody waits any more: what they were told must stay true, so it is not done late either.
            if !answer.is_closed() {
                let _ = answer.send(question(store));
            }
        }))?;
        match tokio::time::timeout(self.deadline, answered).await {
            Ok(Ok(answer)) => answer,
            // The thread is gone, or the store panicked.
            Ok(Err(_)) => Err(StoreProblem::Failed),
            Err(_) => {
                self.given_up.fetch_max(number, Ordering::SeqCst);
                Err(StoreProblem::NoAnswer)
            }
        }
    }

    /// Changes the deadline.
    #[cfg(test)]
    pub(crate) fn wait_at_most(&mut self, deadline: Duration) {
        self.deadline = deadline;
    }

    /// Numbering and queueing are one step, since jobs must be done in the order of their numbers.
    fn put(&self, job: Job) -> Result<u64, StoreProblem> {
        let mut queue = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        queue.numbered += 1;
        let number = queue.numbered;
        queue.to_thread.send((number, job)).map_err(|_| StoreProblem::Failed)?;
        Ok(number)
    }
}
