//! PhishFort in our words. Everything that is special about this service stands here or in its client.

use std::sync::Arc;

use domain::Moment;
use http_kit::{Answer, Deadlines, FileSource};
use ledger::{Bucket, EvidenceStore, Standing};
use phishfort::{About, Accepted, Action, Attachment, BySubject, Error, Incident, List, Report, Status};
pub(crate) use phishfort::{BODY_LIMIT, DASHBOARD_HOST, MAX_FILES, dashboard_url};

use super::{
    Account, Adapter, Baseline, Doing, Heard, KeySource, News, Observed, Payload, Reading, Receipt, Sighting, Trouble,
    observed, retry_at,
};
use crate::clock::Clock;
use crate::contract::{
    CandidateView, CaseStatus, ClientView, PartView, PreviewView, Service, SiteFlag, TargetKind, Wish,
};

mod read;

/// The account in the key store under which PhishFort's key lies.
pub(crate) const KEY_ACCOUNT: &str = "phishfort";
/// Incidents a page while looking for one of ours.
const PAGE: u32 = 200;
/// Pages that one look reads at most: what lies deeper is older than our report by far.
const MOST_PAGES: usize = 10;

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
        let key = self.keys.key(KEY_ACCOUNT).await?;
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

    async fn before(&self, payload: &Payload) -> Result<Baseline, Trouble> {
        let (found, server_at) = self.by_subject(&payload.subject).await?;
        let known = found.iter().filter_map(|incident| incident.id.clone()).collect();
        let open = found.iter().filter(|incident| read::is_open(incident)).filter_map(read::candidate).collect();
        Ok(Baseline { known, open, server_at, ..Baseline::default() })
    }

    async fn send_once(&self, payload: &Payload, store: &EvidenceStore, heard: Heard<'_>) -> Result<Observed, Trouble> {
        let client = self.client().await?;
        let exchange = client.exchange(&report(payload, store), &Deadlines::default(), heard).await;
        Ok(observed(exchange, |answer| self.read(answer)))
    }

    /// By its subject, then in the list since shortly before it was sent.
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

    async fn news_of(&self, number: &str) -> Result<News, Trouble> {
        let ask = phishfort::ById::new(number).map_err(|_| Trouble::NotKnown)?;
        let incident = self.client().await?.send(&ask).await.map_err(|error| self.trouble(error))?;
        Ok(read::news(&incident))
    }

    /// What PhishFort has under this subject, and its own time.
    async fn by_subject(&self, subject: &str) -> Result<(Vec<Incident>, Option<Moment>), Trouble> {
        let ask = BySubject::new(subject).map_err(|error| Trouble::Failed(error.to_string()))?;
        let asked = self.client().await?.send_dated(&ask).await;
        let (found, at) = asked.map_err(|error| self.trouble(error))?;
        Ok((found.into_iter().collect(), at.map(Moment)))
    }

    fn read(&self, answer: &Answer) -> Reading {
        match <Report as phishfort::Endpoint>::read(answer) {
            Ok(Accepted { id, message, url }) => Reading {
                receipt: Some(Receipt { number: id, url, message, named: None }),
                said: None,
                retry_at: None,
                barred: None,
            },
            Err(error) => Reading { receipt: None, said: said(&error), retry_at: self.wish(&error), barred: None },
        }
    }

    fn wish(&self, error: &Error) -> Option<Moment> {
        let Error::SlowDown { retry_after, .. } = error else { return None };
        retry_at(*retry_after, self.clock.now())
    }

    fn trouble(&self, error: Error) -> Trouble {
        match &error {
            Error::KeyRefused { said, .. } => Trouble::KeyRefused(said.clone()),
            Error::NotFound { .. } => Trouble::NotKnown,
            Error::SlowDown { .. } => Trouble::SlowDown(self.wish(&error)),
            Error::Transport(_) => Trouble::Unreachable(error.to_string()),
            _ => Trouble::Failed(said(&error).unwrap_or_else(|| error.to_string())),
        }
    }
}

impl Adapter for PhishFort {
    fn service(&self) -> Service {
        Service::Phishfort
    }

    fn key_account(&self) -> &'static str {
        KEY_ACCOUNT
    }

    fn baseline_proves_key(&self) -> bool {
        true
    }

    fn accepted(&self, _: &Payload) -> Standing<'static> {
        Standing { bucket: Bucket::Waiting, status: "pending_review", raw_status: None, denial: None }
    }

    fn baseline<'a>(&'a self, payload: &'a Payload) -> Doing<'a, Result<Baseline, Trouble>> {
        Box::pin(self.before(payload))
    }

    fn send<'a>(
        &'a self,
        payload: &'a Payload,
        store: &'a EvidenceStore,
        heard: Heard<'a>,
    ) -> Doing<'a, Result<Observed, Trouble>> {
        Box::pin(self.send_once(payload, store, heard))
    }

    fn look<'a>(
        &'a self,
        payload: &'a Payload,
        baseline: &'a Baseline,
        reference: &'a str,
        sent_at: Moment,
    ) -> Doing<'a, Sighting> {
        Box::pin(
            async move { self.look_for(payload, baseline, reference, sent_at).await.unwrap_or_else(Sighting::Trouble) },
        )
    }

    fn news<'a>(&'a self, _: &'a Payload, number: &'a str) -> Doing<'a, Result<News, Trouble>> {
        Box::pin(self.news_of(number))
    }

    fn appeared<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<bool, Trouble>> {
        Box::pin(async move {
            let (found, _) = self.by_subject(&payload.subject).await?;
            Ok(found.iter().any(|incident| incident.id.as_deref() == Some(number)))
        })
    }

    fn preview(&self, payload: &Payload, store: &EvidenceStore, reference: &str) -> PreviewView {
        preview(payload, store, reference)
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
fn preview(payload: &Payload, store: &EvidenceStore, reference: &str) -> PreviewView {
    let report = report(payload, store);
    let request = <Report as phishfort::Endpoint>::request(&report);
    let header = |(name, value): &(String, String)| read::text_part(name, value);
    let mut headers: Vec<PartView> = request.headers.iter().map(header).collect();
    headers.push(read::text_part(phishfort::KEY_HEADER, "••••••••"));
    PreviewView {
        service: Service::Phishfort,
        report_kind: None,
        target: crate::view::sent_target(&payload.subject, payload.kind),
        addresses: 1,
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
