//! What the outbox and the poller ask of every service, and what all adapters have in common.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use domain::Moment;
use http_kit::{Answer, Exchange, Failure, Progress, RetryAfter};
use ledger::{EvidenceStore, Standing};
use secrecy::SecretString;

use super::{Barred, Baseline, News, Observed, Payload, Receipt, Seen, Sighting, Trouble};
use crate::contract::{PreviewView, Service};

/// Something that is being asked.
pub(crate) type Doing<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Hears how far a send is.
pub(crate) type Heard<'a> = Box<dyn FnMut(Progress) + Send + 'a>;

/// One service, in our words.
pub(crate) trait Adapter: Send + Sync {
    /// Which service it is.
    fn service(&self) -> Service;

    /// The account in the key store under which its key lies.
    fn key_account(&self) -> &'static str;

    /// Whether a baseline that was answered shows that the key is good for sending as well.
    fn baseline_proves_key(&self) -> bool;

    /// Where a report stands that was accepted a moment ago.
    fn accepted(&self, payload: &Payload) -> Standing<'static>;

    /// Whether a payload goes out for the account that is chosen now: only then an answer tells something of it.
    fn is_current(&self, payload: &Payload) -> bool {
        let _ = payload;
        true
    }

    /// What the service has for the target before anything is sent.
    fn baseline<'a>(&'a self, payload: &'a Payload) -> Doing<'a, Result<Baseline, Trouble>>;

    /// Sends once and tells what was observed. `heard` hears every step.
    fn send<'a>(
        &'a self,
        payload: &'a Payload,
        store: &'a EvidenceStore,
        heard: Heard<'a>,
    ) -> Doing<'a, Result<Observed, Trouble>>;

    /// Looks for a report whose answer was lost.
    fn look<'a>(
        &'a self,
        payload: &'a Payload,
        baseline: &'a Baseline,
        reference: &'a str,
        sent_at: Moment,
    ) -> Doing<'a, Sighting>;

    /// News of an accepted report.
    fn news<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<News, Trouble>>;

    /// Whether a report can be found by looking yet: for learning how long that takes.
    fn appeared<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<bool, Trouble>>;

    /// Exactly what the service receives for this payload, the key as dots.
    fn preview(&self, payload: &Payload, store: &EvidenceStore, reference: &str) -> PreviewView;
}

/// Where a key comes from.
pub(crate) enum KeySource {
    /// The key store.
    Vault(Arc<vault::Vault>),
    /// Practice: the played services take this word, which is no secret.
    Practice,
}

impl KeySource {
    pub(crate) async fn key(&self, account: &str) -> Result<SecretString, Trouble> {
        match self {
            Self::Vault(vault) => vault.get(account).await.ok_or(Trouble::KeyMissing),
            Self::Practice => Ok(SecretString::from(crate::PRACTICE_KEY)),
        }
    }
}

/// When a service wants to be asked again, by our clock.
pub(crate) fn retry_at(wish: Option<RetryAfter>, now: Moment) -> Option<Moment> {
    match wish? {
        RetryAfter::Seconds(seconds) => Some(now + std::time::Duration::from_secs(seconds)),
        RetryAfter::At(ms) => Some(Moment(ms)),
        RetryAfter::Garbage => None,
    }
}

/// What an adapter read from an answer: the receipt, or why there is none.
pub(crate) struct Reading {
    pub receipt: Option<Receipt>,
    pub said: Option<String>,
    pub retry_at: Option<Moment>,
    pub barred: Option<Barred>,
}

/// What one send came to, in the outbox's words.
pub(crate) fn observed(exchange: Exchange, read: impl FnOnce(&Answer) -> Reading) -> Observed {
    let handed_all = exchange.bytes_handed >= exchange.bytes_total;
    let mut observed = Observed {
        bytes_handed: exchange.bytes_handed,
        handed_all,
        seen: Seen::NoAnswer(String::new()),
        server_at: None,
        request_id: None,
    };
    observed.seen = match exchange.result {
        Ok(answer) => {
            observed.server_at = answer.date.map(Moment);
            observed.request_id.clone_from(&answer.request_id);
            let Reading { receipt, said, retry_at, barred } = read(&answer);
            Seen::Answered { status: answer.status, receipt, said, retry_at, barred }
        }
        Err(Failure::FileChanged { file_name, detail }) => Seen::FileChanged(format!("{file_name}: {detail}")),
        Err(failure @ (Failure::NotConnected { .. } | Failure::Unsendable { .. })) => {
            Seen::NotConnected(failure.to_string())
        }
        Err(failure) => match failure.status() {
            Some(status) => {
                Seen::Answered { status, receipt: None, said: Some(failure.to_string()), retry_at: None, barred: None }
            }
            None => Seen::NoAnswer(failure.to_string()),
        },
    };
    observed
}
