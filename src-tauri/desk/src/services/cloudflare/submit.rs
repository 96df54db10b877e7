//! The outbox's side of Cloudflare: what was there before, sending once, looking, news.

use std::time::Duration;

use cloudflare_abuse::{
    Accepted, Allowance, Endpoint, Error, ListSubmitted, ListType, Prepared, ReadSubmitted, ReportId, Submitted,
    SubmittedEmails, SubmittedRow, SubmittedStatus,
};
use domain::Moment;
use http_kit::{Answer, Deadlines};
use ledger::{Bucket, EvidenceStore, Standing};

use super::super::{
    Adapter, Barred, Baseline, Doing, Filing, Heard, News, Observed, Payload, Reading, Receipt, Sighting, Trouble,
    observed, retry_at,
};
use super::{Cloudflare, KEY_ACCOUNT, asking, read};
use crate::contract::{PartView, PreviewView, ReportKind, Service, TargetKind};

/// The same address is refused for seven days; a day more makes up for clocks and edges.
const REFUSED_FOR: Duration = Duration::from_secs(8 * 24 * 3600);
/// How far before the send a look begins.
const BEFORE: Duration = Duration::from_secs(600);
/// Rows a page while looking.
const ROWS: u32 = 50;
/// Pages that one look reads at most: what lies deeper is older than our report by far.
const MOST_PAGES: u32 = 4;
/// Reports that are read in full before a send, newest first.
const MOST_READ: usize = 10;

/// What the list told.
struct Listed {
    rows: Vec<SubmittedRow>,
    /// The service's own time.
    at: Option<Moment>,
    /// Whether that is all there is, as far as it can be told: what is not in half a list may still be there.
    whole: bool,
}

impl Cloudflare {
    /// The reports for a host since then, newest first. Whether the lists tell the host or its registrable domain is
    /// not documented, so both are asked for; what they call a kind is not either, so all kinds are.
    async fn reports_for(&self, filing: &Filing, since: Moment) -> Result<Listed, Trouble> {
        let mut domains = vec![filing.hostname.clone()];
        domains
            .extend(domain::registrable_domain(&filing.hostname).filter(|one| *one != filing.hostname).map(Into::into));
        let mut listed = Listed { rows: Vec::new(), at: None, whole: true };
        for page in 1..=MOST_PAGES {
            let list = ListSubmitted {
                domains: domains.clone(),
                created_after: Some(since.iso()),
                ..asking::newest_first(&filing.prepared.account, page, ROWS)
            };
            let (found, told_at) = self.ask_any(&list).await?;
            listed.at = listed.at.or(told_at);
            listed.whole &= found.unreadable == 0;
            let rows = found.items.len();
            if page == 1 && rows == 0 && found.info.as_ref().is_some_and(|info| info.total_count > 0) {
                listed.whole = false;
            }
            let last = asking::is_last(page, ROWS, &found);
            listed.rows.extend(found.items);
            if last || rows == 0 {
                return Ok(listed);
            }
        }
        listed.whole = false;
        Ok(listed)
    }

    async fn report(&self, filing: &Filing, id: &str) -> Result<Submitted, Trouble> {
        let report_id = ReportId::new(id).map_err(|_| Trouble::NotKnown)?;
        let ask = ReadSubmitted { account: filing.prepared.account.clone(), report_id };
        Ok(self.ask_any(&ask).await?.0)
    }

    async fn before(&self, payload: &Payload) -> Result<Baseline, Trouble> {
        let Some(filing) = &payload.filing else { return Err(not_ours()) };
        let since = self.clock.now() - REFUSED_FOR;
        let listed = self.reports_for(filing, since).await;
        let Listed { rows, at, whole } = match listed {
            // Nobody may ask here: a report is sent all the same, and a lost answer goes straight to the person.
            Err(Trouble::KeyRefused(_) | Trouble::NotPermitted(_) | Trouble::NotEntitled(_) | Trouble::NotKnown) => {
                return Ok(Baseline { unavailable: true, ..Baseline::default() });
            }
            other => other?,
        };
        let mut baseline = Baseline {
            known: rows.iter().map(|row| row.id.clone()).collect(),
            server_at: at,
            unavailable: !whole,
            ..Baseline::default()
        };
        // One that was refused stands in nobody's way: the next step after a refusal is often to report again.
        let standing = rows.iter().filter(|row| row.status != Some(SubmittedStatus::Denied));
        for row in standing.take(MOST_READ) {
            // What can't be read in full can't be told to be the same.
            match self.report(filing, &row.id).await {
                Ok(report) if read::shares_address(&report, filing) => baseline.open.push(read::candidate(row)),
                Ok(_) | Err(Trouble::NotKnown | Trouble::NotPermitted(_) | Trouble::Failed(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(baseline)
    }

    async fn send_once(&self, payload: &Payload, heard: Heard<'_>) -> Result<Observed, Trouble> {
        let Some(filing) = &payload.filing else { return Err(not_ours()) };
        if let Some(until) = self.held(0) {
            return Err(Trouble::SlowDown(Some(until)));
        }
        let exchange = self.client().await?.exchange(&filing.prepared, &Deadlines::default(), heard).await;
        Ok(observed(exchange, |answer| {
            self.note(Allowance::of(answer));
            self.read(answer)
        }))
    }

    fn read(&self, answer: &Answer) -> Reading {
        match Prepared::read(answer) {
            Ok(Accepted { report_id, .. }) => Reading {
                receipt: Some(Receipt { number: report_id, url: None, message: None }),
                said: None,
                retry_at: None,
                barred: None,
            },
            Err(error) => Reading {
                receipt: None,
                said: asking::said(&error),
                retry_at: match &error {
                    Error::SlowDown { retry_after, .. } => retry_at(*retry_after, self.clock.now()),
                    _ => None,
                },
                barred: match &error {
                    Error::TokenRefused { status: 401, .. } => Some(Barred::Key),
                    Error::NotEntitled { .. } => Some(Barred::Account),
                    // A wrong token is told by 401: at 403 it is known, and may not do this.
                    Error::NotPermitted { .. } | Error::TokenRefused { .. } => Some(Barred::Right),
                    _ => None,
                },
            },
        }
    }

    async fn look_for(
        &self,
        payload: &Payload,
        baseline: &Baseline,
        reference: &str,
        sent_at: Moment,
    ) -> Result<Sighting, Trouble> {
        let Some(filing) = &payload.filing else { return Err(not_ours()) };
        let Listed { rows, whole, .. } = self.reports_for(filing, sent_at - BEFORE).await?;
        let (mut candidates, mut unread) = (Vec::new(), None);
        for row in rows {
            let report = match self.report(filing, &row.id).await {
                Ok(report) => report,
                // Gone between the list and the read: then it is not the one.
                Err(Trouble::NotKnown) => continue,
                // It may be the one, and another may be it all the same.
                Err(trouble @ (Trouble::Failed(_) | Trouble::NotPermitted(_))) => {
                    unread = Some(trouble);
                    continue;
                }
                Err(other) => return Err(other),
            };
            match read::judge(&report, filing, baseline, reference) {
                Some(Sighting::Candidates(found)) => candidates.extend(found),
                Some(exact) => return Ok(exact),
                None => {}
            }
        }
        match unread {
            _ if !candidates.is_empty() => Ok(Sighting::Candidates(candidates)),
            Some(trouble) => Err(trouble),
            None if whole => Ok(Sighting::Absent),
            // What is not in half a list may still be there.
            None => Err(Trouble::Failed("the list could not be read whole".into())),
        }
    }

    async fn news_of(&self, payload: &Payload, number: &str) -> Result<News, Trouble> {
        let Some(filing) = &payload.filing else { return Err(not_ours()) };
        let report = self.report(filing, number).await?;
        let id = ReportId::new(number).map_err(|_| Trouble::NotKnown)?;
        let mails = self.ask_any(&SubmittedEmails::new(filing.prepared.account.clone(), id)).await;
        // Mails are a courtesy: where they can't be read, the status still is.
        let mails = mails.map(|(page, _)| page.items).unwrap_or_default();
        let mut told: Vec<_> = mails
            .into_iter()
            .filter_map(|mail| Some((mail.sent_at.as_deref().and_then(|at| Moment::parse_iso(at).ok()), mail.subject?)))
            .collect();
        told.sort();
        Ok(read::news(&report.row, told))
    }
}

fn not_ours() -> Trouble {
    Trouble::Failed("this submission holds no report".into())
}

impl Adapter for Cloudflare {
    fn service(&self) -> Service {
        Service::Cloudflare
    }

    fn key_account(&self) -> &'static str {
        KEY_ACCOUNT
    }

    /// Reading needs another right than filing.
    fn baseline_proves_key(&self) -> bool {
        false
    }

    fn accepted(&self) -> Standing<'static> {
        Standing { bucket: Bucket::Waiting, status: "report_submitted", raw_status: None, denial: None }
    }

    fn is_current(&self, payload: &Payload) -> bool {
        payload.filing.as_ref().map(|filing| &filing.prepared.account) == self.account().as_ref()
    }

    fn baseline<'a>(&'a self, payload: &'a Payload) -> Doing<'a, Result<Baseline, Trouble>> {
        Box::pin(self.before(payload))
    }

    fn send<'a>(
        &'a self,
        payload: &'a Payload,
        _: &'a EvidenceStore,
        heard: Heard<'a>,
    ) -> Doing<'a, Result<Observed, Trouble>> {
        Box::pin(self.send_once(payload, heard))
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

    fn news<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<News, Trouble>> {
        Box::pin(self.news_of(payload, number))
    }

    fn appeared<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<bool, Trouble>> {
        Box::pin(async move {
            let Some(filing) = &payload.filing else { return Err(not_ours()) };
            let list =
                ListSubmitted { id: Some(number.to_owned()), ..ListSubmitted::new(filing.prepared.account.clone()) };
            let (page, _) = self.ask_any(&list).await?;
            Ok(page.items.iter().any(|row| row.id == number))
        })
    }

    fn preview(&self, payload: &Payload, _: &EvidenceStore, reference: &str) -> PreviewView {
        let part = |name: &str, value: &str| PartView {
            name: name.to_owned(),
            value: domain::visible(value),
            media_type: None,
            size_bytes: None,
        };
        let written = payload.filing.as_ref().map(|filing| (filing, filing.prepared.request()));
        let mut headers: Vec<PartView> =
            written.iter().flat_map(|(_, request)| &request.headers).map(|(name, value)| part(name, value)).collect();
        headers.push(part(cloudflare_abuse::KEY_HEADER, "Bearer ••••••••"));
        PreviewView {
            service: Service::Cloudflare,
            report_kind: payload.filing.as_ref().map(|filing| filing.kind),
            target: crate::view::sent_target(&payload.subject, TargetKind::Web),
            addresses: payload.filing.as_ref().map_or(0, |filing| crate::view::size(filing.urls.len() as u64)),
            method: "POST".into(),
            url: written
                .as_ref()
                .map_or_else(String::new, |(_, request)| format!("{}{}", cloudflare_abuse::BASE_URL, request.target())),
            headers,
            parts: written
                .iter()
                .flat_map(|(filing, _)| filing.prepared.fields())
                .map(|(name, value)| part(&name, &value))
                .collect(),
            bytes: written.as_ref().map_or(0, |(_, request)| crate::view::size(request.content_length())),
            reference: reference.into(),
            comment: payload.comment.clone(),
        }
    }
}

/// The word that lists use for a kind, where it is one of ours.
pub(super) fn listed_kind(word: &ListType) -> Option<ReportKind> {
    word.kind().map(read::report_kind)
}
