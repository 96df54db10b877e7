//! Cloudflare as the outbox and the poller know every service: a report or an appeal, sent once and looked for.

use cloudflare_abuse::{Accepted, AccountId, Allowance, Endpoint, Error, Prepared, PreparedAppeal};
use domain::Moment;
use http_kit::{Answer, Deadlines, Request};
use ledger::{Bucket, EvidenceStore, Standing};

use super::super::{
    Adapter, Appealing, Barred, Baseline, Doing, Filing, Heard, News, Observed, Payload, Reading, Receipt, Sighting,
    Trouble, observed, retry_at,
};
use super::{Cloudflare, KEY_ACCOUNT, appeal, asking};
use crate::contract::{PartView, PreviewView, Service, TargetKind};
use crate::view::size;

/// What a payload tells Cloudflare.
enum Tells<'a> {
    Report(&'a Filing),
    Appeal(&'a Appealing),
}

/// # Errors
/// For a payload of another service, which never comes here.
fn tells(payload: &Payload) -> Result<Tells<'_>, Trouble> {
    match (&payload.filing, &payload.appeal) {
        (Some(filing), _) => Ok(Tells::Report(filing)),
        (None, Some(appeal)) => Ok(Tells::Appeal(appeal)),
        (None, None) => Err(Trouble::Failed("this submission holds nothing for Cloudflare".into())),
    }
}

impl Tells<'_> {
    fn account(&self) -> &AccountId {
        match self {
            Self::Report(filing) => &filing.prepared.account,
            Self::Appeal(appeal) => &appeal.prepared.account,
        }
    }

    fn request(&self) -> Request {
        match self {
            Self::Report(filing) => filing.prepared.request(),
            Self::Appeal(appeal) => appeal.prepared.request(),
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Report(filing) => filing.prepared.fields(),
            Self::Appeal(appeal) => appeal.prepared.fields(),
        }
    }

    /// How many things it is about: addresses of a report, blocks of an appeal.
    fn things(&self) -> usize {
        match self {
            Self::Report(filing) => filing.urls.len(),
            Self::Appeal(appeal) => appeal.blocks.len(),
        }
    }

    fn receipt(&self, answer: &Answer) -> Result<Option<Receipt>, Error> {
        match self {
            Self::Report(_) => Prepared::read(answer).map(|Accepted { report_id, .. }| {
                Some(Receipt { number: report_id, url: None, message: None, named: None })
            }),
            Self::Appeal(appeal) => PreparedAppeal::read(answer).map(|blocks| appeal::receipt(appeal, blocks)),
        }
    }
}

impl Cloudflare {
    async fn send_once(&self, payload: &Payload, heard: Heard<'_>) -> Result<Observed, Trouble> {
        let tells = tells(payload)?;
        if let Some(until) = self.held(0) {
            return Err(Trouble::SlowDown(Some(until)));
        }
        let client = self.client().await?;
        let exchange = match &tells {
            Tells::Report(filing) => client.exchange(&filing.prepared, &Deadlines::default(), heard).await,
            Tells::Appeal(appeal) => client.exchange(&appeal.prepared, &Deadlines::default(), heard).await,
        };
        Ok(observed(exchange, |answer| {
            self.note(Allowance::of(answer));
            self.read(&tells, answer)
        }))
    }

    fn read(&self, tells: &Tells<'_>, answer: &Answer) -> Reading {
        match tells.receipt(answer) {
            Ok(receipt) => Reading { receipt, said: None, retry_at: None, barred: None },
            Err(error) => {
                self.note_refusal(&error);
                self.refused(&error)
            }
        }
    }

    fn refused(&self, error: &Error) -> Reading {
        Reading {
            receipt: None,
            said: asking::said(error),
            retry_at: match error {
                Error::SlowDown { retry_after, .. } => retry_at(*retry_after, self.clock.now()),
                _ => None,
            },
            barred: match error {
                Error::TokenRefused { status: 401, .. } => Some(Barred::Key),
                Error::NotEntitled { .. } => Some(Barred::Account),
                // A wrong token is told by 401: at 403 it is known, and may not do this.
                Error::NotPermitted { .. } | Error::TokenRefused { .. } => Some(Barred::Right),
                _ => None,
            },
        }
    }
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

    fn accepted(&self, payload: &Payload) -> Standing<'static> {
        let status = if payload.appeal.is_some() { appeal::REQUESTED } else { "report_submitted" };
        Standing { bucket: Bucket::Waiting, status, raw_status: None, denial: None }
    }

    fn is_current(&self, payload: &Payload) -> bool {
        tells(payload).is_ok_and(|tells| Some(tells.account()) == self.account().as_ref())
    }

    fn baseline<'a>(&'a self, payload: &'a Payload) -> Doing<'a, Result<Baseline, Trouble>> {
        Box::pin(async move {
            match tells(payload)? {
                Tells::Report(filing) => self.before_filing(filing).await,
                Tells::Appeal(appeal) => self.before_appeal(appeal).await,
            }
        })
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
        Box::pin(async move {
            let found = match tells(payload) {
                Ok(Tells::Report(filing)) => self.look_for_filing(filing, baseline, reference, sent_at).await,
                Ok(Tells::Appeal(appeal)) => self.look_for_appeal(appeal, baseline).await,
                Err(trouble) => Err(trouble),
            };
            found.unwrap_or_else(Sighting::Trouble)
        })
    }

    fn news<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<News, Trouble>> {
        Box::pin(async move {
            match tells(payload)? {
                Tells::Report(filing) => self.news_of_filing(filing, number).await,
                // What becomes of an appeal is told by its blocks, which the cache follows.
                Tells::Appeal(_) => Err(Trouble::NotKnown),
            }
        })
    }

    fn appeared<'a>(&'a self, payload: &'a Payload, number: &'a str) -> Doing<'a, Result<bool, Trouble>> {
        Box::pin(async move {
            match tells(payload)? {
                Tells::Report(filing) => self.lists(filing, number).await,
                Tells::Appeal(_) => Err(Trouble::NotKnown),
            }
        })
    }

    fn preview(&self, payload: &Payload, _: &EvidenceStore, reference: &str) -> PreviewView {
        let part = |name: &str, value: &str| PartView {
            name: name.to_owned(),
            value: domain::visible(value),
            media_type: None,
            size_bytes: None,
        };
        let tells = tells(payload).ok();
        let request = tells.as_ref().map(Tells::request);
        let mut headers: Vec<PartView> =
            request.iter().flat_map(|request| &request.headers).map(|(name, value)| part(name, value)).collect();
        headers.push(part(cloudflare_abuse::KEY_HEADER, "Bearer ••••••••"));
        PreviewView {
            service: Service::Cloudflare,
            report_kind: payload.filing.as_ref().map(|filing| filing.kind),
            target: crate::view::sent_target(&payload.subject, TargetKind::Web),
            addresses: tells.as_ref().map_or(0, |tells| size(tells.things() as u64)),
            method: "POST".into(),
            url: request
                .as_ref()
                .map_or_else(String::new, |request| format!("{}{}", cloudflare_abuse::BASE_URL, request.target())),
            headers,
            parts: tells.iter().flat_map(Tells::fields).map(|(name, value)| part(&name, &value)).collect(),
            bytes: request.as_ref().map_or(0, |request| size(request.content_length())),
            reference: reference.into(),
            comment: payload.comment.clone(),
        }
    }
}
