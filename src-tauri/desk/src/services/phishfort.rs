//! PhishFort in our words. Everything that is special about this service stands here or in its client.

use std::sync::Arc;

use domain::Moment;
use http_kit::{Deadlines, Exchange, Failure, FileSource, Progress};
use ledger::EvidenceStore;
use phishfort::{About, Accepted, Action, Attachment, BySubject, Error, Incident, List, Report, Status};
pub(crate) use phishfort::{BODY_LIMIT, DASHBOARD_HOST, MAX_FILES, dashboard_url};
use secrecy::SecretString;

use super::{Account, Baseline, News, Observed, Payload, Receipt, Seen, Sighting, Trouble};
use crate::clock::Clock;
use crate::contract::{CandidateView, CaseStatus, ClientView, PartView, PreviewView, SiteFlag, TargetKind, Wish};

mod read;

/// The account in the key store under which PhishFort's key lies.
pub(crate) const KEY_ACCOUNT: &str = "phishfort";
/// Incidents a page while looking for one of ours.
const PAGE: u32 = 200;
/// Pages that one look reads at most: what lies deeper is older than our report by far.
const MOST_PAGES: usize = 10;

/// Where the key comes from.
pub(crate) enum KeySource {
    /// The key store.
    Vault(Arc<vault::Vault>),
    /// Practice: the played service takes this word, which is no secret.
    Practice,
}

/// PhishFort, real or played.
pub(crate) struct PhishFort {
    http: http_kit::Client,
    keys: KeySource,
    clock: Arc<dyn Clock>,
}

impl PhishFort {
    pub(crate) fn new(http: http_kit::Client, keys: KeySource, clock: Arc<dyn Clock>) -> Self {
        Self { http, keys, clock }
    }

    async fn client(&self) -> Result<phishfort::Client, Trouble> {
        let key = match &self.keys {
            KeySource::Vault(vault) => vault.get(KEY_ACCOUNT).await.ok_or(Trouble::KeyMissing)?,
            KeySource::Practice => SecretString::from(super::super::PRACTICE_KEY),
        };
        Ok(phishfort::Client::new(self.http.clone(), key))
    }

    /// Who the key belongs to.
    pub(crate) async fn account(&self) -> Result<Account, Trouble> {
        let account = self.client().await?.send(&phishfort::WhoAmI).await.map_err(|error| self.trouble(error))?;
        let client = |client: phishfort::SubClient| {
            let name = client.name.unwrap_or_else(|| client.id.clone());
            ClientView { id: client.id, name }
        };
        Ok(Account { name: account.name, clients: account.clients.into_iter().map(client).collect() })
    }

    /// What PhishFort has for the target before anything is sent.
    pub(crate) async fn baseline(&self, payload: &Payload) -> Result<Baseline, Trouble> {
        let (found, server_at) = self.by_subject(&payload.subject).await?;
        let known = found.iter().filter_map(|incident| incident.id.clone()).collect();
        let open = found.iter().filter(|incident| read::is_open(incident)).filter_map(read::candidate).collect();
        Ok(Baseline { known, open, server_at })
    }

    /// Sends once and tells what was observed. `progress` hears every step.
    pub(crate) async fn send(
        &self,
        payload: &Payload,
        store: &EvidenceStore,
        progress: impl FnMut(Progress) + Send,
    ) -> Result<Observed, Trouble> {
        let client = self.client().await?;
        let exchange = client.exchange(&report(payload, store), &Deadlines::default(), progress).await;
        Ok(self.observed(exchange))
    }

    /// Looks for a report whose answer was lost: by its subject, then in the list since shortly before it was sent.
    pub(crate) async fn look(
        &self,
        payload: &Payload,
        baseline: &Baseline,
        reference: &str,
        sent_at: Moment,
    ) -> Sighting {
        match self.look_for(payload, baseline, reference, sent_at).await {
            Ok(sighting) => sighting,
            Err(trouble) => Sighting::Trouble(trouble),
        }
    }

    async fn look_for(
        &self,
        payload: &Payload,
        baseline: &Baseline,
        reference: &str,
        sent_at: Moment,
    ) -> Result<Sighting, Trouble> {
        let search = read::Search { payload, baseline, reference, sent_at };
        let mut candidates = Vec::new();
        for incident in self.by_subject(&payload.subject).await?.0 {
            match search.judge(&incident) {
                Some(Sighting::Exact { number, url }) => return Ok(Sighting::Exact { number, url }),
                Some(Sighting::Candidates(found)) => candidates.extend(found),
                _ => {}
            }
        }
        let client = self.client().await?;
        let from = sent_at - std::time::Duration::from_secs(600);
        let mut list = List { from_date: Some(from.iso()), limit: Some(PAGE), ..List::default() };
        let mut cursors = Vec::new();
        while cursors.len() < MOST_PAGES {
            let page = client.send(&list).await.map_err(|error| self.trouble(error))?;
            for incident in &page.incidents {
                match search.judge(incident) {
                    Some(Sighting::Exact { number, url }) => return Ok(Sighting::Exact { number, url }),
                    Some(Sighting::Candidates(found)) => candidates.extend(found),
                    _ => {}
                }
            }
            match page.next {
                // A cursor that comes again would be read for ever.
                Some(next) if !cursors.contains(&next) => {
                    cursors.push(next.clone());
                    list.cursor = Some(next);
                }
                _ => break,
            }
        }
        candidates.sort_by(|a, b| a.number.cmp(&b.number));
        candidates.dedup_by(|a, b| a.number == b.number);
        Ok(if candidates.is_empty() { Sighting::Absent } else { Sighting::Candidates(candidates) })
    }

    /// News of an accepted report.
    pub(crate) async fn news(&self, number: &str) -> Result<News, Trouble> {
        let ask = phishfort::ById::new(number).map_err(|_| Trouble::NotKnown)?;
        let incident = self.client().await?.send(&ask).await.map_err(|error| self.trouble(error))?;
        Ok(read::news(&incident))
    }

    /// Whether a report can be found by its subject yet: for learning how long that takes.
    pub(crate) async fn appeared(&self, payload: &Payload, number: &str) -> Result<bool, Trouble> {
        Ok(self.by_subject(&payload.subject).await?.0.iter().any(|incident| incident.id.as_deref() == Some(number)))
    }

    /// What PhishFort has under this subject, and its own time.
    async fn by_subject(&self, subject: &str) -> Result<(Vec<Incident>, Option<Moment>), Trouble> {
        let ask = BySubject::new(subject).map_err(|error| Trouble::Failed(error.to_string()))?;
        let asked = self.client().await?.send_dated(&ask).await;
        let (found, at) = asked.map_err(|error| self.trouble(error))?;
        Ok((found.into_iter().collect(), at.map(Moment)))
    }

    fn observed(&self, exchange: Exchange) -> Observed {
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
                let (receipt, said, retry_at) = match <Report as phishfort::Endpoint>::read(&answer) {
                    Ok(Accepted { id, message, url }) => (Some(Receipt { number: id, url, message }), None, None),
                    Err(error) => (None, said(&error), self.retry_at(&error)),
                };
                Seen::Answered { status: answer.status, receipt, said, retry_at }
            }
            Err(Failure::FileChanged { file_name, detail }) => Seen::FileChanged(format!("{file_name}: {detail}")),
            Err(failure @ (Failure::NotConnected { .. } | Failure::Unsendable { .. })) => {
                Seen::NotConnected(failure.to_string())
            }
            Err(failure) => match failure.status() {
                Some(status) => {
                    Seen::Answered { status, receipt: None, said: Some(failure.to_string()), retry_at: None }
                }
                None => Seen::NoAnswer(failure.to_string()),
            },
        };
        observed
    }

    fn retry_at(&self, error: &Error) -> Option<Moment> {
        let Error::SlowDown { retry_after, .. } = error else { return None };
        match retry_after {
            Some(http_kit::RetryAfter::Seconds(seconds)) => {
                Some(self.clock.now() + std::time::Duration::from_secs(*seconds))
            }
            Some(http_kit::RetryAfter::At(ms)) => Some(Moment(*ms)),
            _ => None,
        }
    }

    fn trouble(&self, error: Error) -> Trouble {
        match &error {
            Error::KeyRefused { said, .. } => Trouble::KeyRefused(said.clone()),
            Error::NotFound { .. } => Trouble::NotKnown,
            Error::SlowDown { .. } => Trouble::SlowDown(self.retry_at(&error)),
            Error::Transport(_) => Trouble::Unreachable(error.to_string()),
            _ => Trouble::Failed(said(&error).unwrap_or_else(|| error.to_string())),
        }
    }
}

/// The service's own words in an error.
fn said(error: &Error) -> Option<String> {
    match error {
        Error::KeyRefused { said, .. }
        | Error::NotFound { said }
        | Error::Conflict { said }
        | Error::SlowDown { said, .. }
        | Error::Refused { said, .. }
        | Error::Unavailable { said, .. } => Some(said.clone()),
        Error::Redirected { host } => host.clone(),
        Error::Unreadable { excerpt, .. } => Some(excerpt.clone()),
        Error::Transport(_) => None,
    }
}

/// The payload as PhishFort's report.
pub(crate) fn report(payload: &Payload, store: &EvidenceStore) -> Report {
    let subject = payload.subject.clone();
    let file = |file: &super::PayloadFile| Attachment {
        file_name: file.sent_name.clone(),
        media_type: file.media_type.clone(),
        size: file.size_bytes,
        source: FileSource::Disk(store.path(&file.sha256)),
    };
    Report {
        action: match payload.wish {
            Wish::Takedown => Action::Takedown,
            Wish::Monitor => Action::Monitor,
        },
        about: match payload.kind {
            TargetKind::Web => About::Url(subject),
            TargetKind::Email => About::Email(subject),
            TargetKind::Phone => About::Phone(subject),
            TargetKind::Ipv4 => About::Ipv4(subject),
        },
        client_id: payload.client_id.clone(),
        reported_by: payload.reported_by.clone(),
        comment: Some(payload.comment.clone()),
        attachments: payload.files.iter().map(file).collect(),
        boundary_seed: payload.boundary_seed.clone(),
    }
}

/// Exactly what PhishFort receives for this payload, the key as dots.
pub(crate) fn preview(payload: &Payload, store: &EvidenceStore, reference: &str) -> PreviewView {
    let report = report(payload, store);
    let request = <Report as phishfort::Endpoint>::request(&report);
    let header = |(name, value): &(String, String)| read::text_part(name, value);
    let mut headers: Vec<PartView> = request.headers.iter().map(header).collect();
    headers.push(read::text_part(phishfort::KEY_HEADER, "••••••••"));
    PreviewView {
        method: request.method.as_str().into(),
        url: format!("{}{}", phishfort::BASE_URL, request.target()),
        headers,
        parts: read::parts(&request.body),
        bytes: crate::view::size(request.content_length()),
        reference: reference.into(),
        comment: payload.comment.clone(),
    }
}

/// PhishFort's word for a status on our scale.
pub(crate) fn status(raw: &Status) -> CaseStatus {
    match raw {
        Status::PendingReview => CaseStatus::PendingReview,
        Status::CaseBuilding => CaseStatus::CaseBuilding,
        Status::ApprovalRequired => CaseStatus::ApprovalRequired,
        Status::TakedownReady => CaseStatus::TakedownReady,
        Status::ActionRequired => CaseStatus::ActionRequired,
        Status::TakedownInProgress => CaseStatus::TakedownInProgress,
        Status::TakedownSuccess => CaseStatus::TakedownSuccess,
        Status::TakedownAttemptFailed => CaseStatus::TakedownAttemptFailed,
        Status::Blocklisted => CaseStatus::Blocklisted,
        Status::PreWeaponised => CaseStatus::PreWeaponised,
        Status::Closed => CaseStatus::Closed,
        Status::Other(_) => CaseStatus::Other,
    }
}
