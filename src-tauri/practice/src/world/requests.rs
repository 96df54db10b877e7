//! The requests: what came, what became of it, and what is to go wrong with the next.

use std::collections::BTreeMap;

use axum::{extract::Request, http::header};

use super::World;
use crate::{Fault, FaultOrder, SeenRequest, service::Service};

/// Requests remembered; older ones are forgotten, since a practice may run for weeks.
const REMEMBERED_REQUESTS: usize = 10_000;

/// Different requests that are counted: more than the pages of any world in bulk, and a few megabytes at most.
const COUNTED_REQUESTS: usize = 50_000;

/// What is known of requests without remembering each.
#[derive(Debug, Default)]
pub(super) struct Counted {
    for_phishfort: usize,
    for_cloudflare: usize,
    /// Of Cloudflare's, how often each `METHOD /path?query` came.
    by_target: BTreeMap<String, u64>,
}

impl Counted {
    fn count(&mut self, seen: &SeenRequest) {
        if Service::of(&seen.path) == Service::PhishFort {
            self.for_phishfort += 1;
            return;
        }
        self.for_cloudflare += 1;
        let query = seen.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        let target = format!("{} {}{query}", seen.method, seen.path);
        if self.by_target.len() < COUNTED_REQUESTS || self.by_target.contains_key(&target) {
            *self.by_target.entry(target).or_default() += 1;
        }
    }
}

impl World {
    /// Writes down that a request came, and what is to go wrong with it.
    pub(crate) fn request_came(&self, request: &Request) -> (u64, Option<Fault>) {
        let at = self.clock.now();
        let method = request.method().as_str().to_owned();
        let path = request.uri().path().to_owned();
        let headers = request.headers().iter().map(|(name, value)| {
            let secret = name == "x-api-key" || name == header::AUTHORIZATION;
            let shown = if secret { "(left out)".into() } else { String::from_utf8_lossy(value.as_bytes()) };
            (name.as_str().to_owned(), shown.into_owned())
        });
        let headers = headers.collect();
        let query = request.uri().query().map(str::to_owned);
        self.note(|inner| {
            inner.request_count += 1;
            let number = inner.request_count;
            let fault = inner.faults.take(&method, &path);
            if inner.requests.len() == REMEMBERED_REQUESTS {
                inner.requests.pop_front();
            }
            let seen = SeenRequest { number, at, method, path, query, headers, status: None, fault: fault.clone() };
            inner.counted.count(&seen);
            inner.requests.push_back(seen);
            (number, fault)
        })
    }

    pub(crate) fn request_answered(&self, number: u64, status: u16) {
        self.note(|inner| {
            if let Some(seen) = inner.requests.iter_mut().rev().find(|seen| seen.number == number) {
                seen.status = Some(status);
            }
        });
    }

    pub(crate) fn requests(&self) -> Vec<SeenRequest> {
        self.look(|inner| inner.requests.iter().cloned().collect())
    }

    pub(crate) fn requests_of(&self, service: Service) -> Vec<SeenRequest> {
        let of_it = |seen: &&SeenRequest| Service::of(&seen.path) == service;
        self.look(|inner| inner.requests.iter().filter(of_it).cloned().collect())
    }

    /// How many came since the last reset, the forgotten ones included.
    pub(crate) fn count_of(&self, service: Service) -> usize {
        self.look(|inner| match service {
            Service::PhishFort => inner.counted.for_phishfort,
            Service::Cloudflare => inner.counted.for_cloudflare,
        })
    }

    pub(crate) fn request_counts(&self) -> BTreeMap<String, u64> {
        self.look(|inner| inner.counted.by_target.clone())
    }

    pub(crate) fn add_unexpected(&self, what: String) {
        self.note(|inner| inner.unexpected.push(what));
    }

    pub(crate) fn unexpected(&self) -> Vec<String> {
        self.look(|inner| inner.unexpected.clone())
    }

    pub(crate) fn add_fault(&self, order: FaultOrder) {
        self.note(|inner| inner.faults.add(order));
    }

    pub(crate) fn waiting_faults(&self) -> Vec<FaultOrder> {
        self.look(|inner| inner.faults.waiting())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn only_so_many_different_requests_are_counted_and_those_for_ever() {
        let mut counted = Counted::default();
        let mut seen = SeenRequest {
            number: 1,
            at: jiff::Timestamp::UNIX_EPOCH,
            method: "GET".into(),
            path: "/client/v4/accounts".into(),
            query: None,
            headers: Vec::new(),
            status: None,
            fault: None,
        };
        for page in 0..=COUNTED_REQUESTS {
            seen.query = Some(format!("page={page}"));
            counted.count(&seen);
        }
        seen.query = Some("page=7".into());
        counted.count(&seen);
        assert_eq!(counted.by_target.len(), COUNTED_REQUESTS);
        assert_eq!(counted.by_target["GET /client/v4/accounts?page=7"], 2);
        assert_eq!(counted.for_cloudflare, COUNTED_REQUESTS + 2);
    }
}
