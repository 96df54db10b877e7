//! The requests: what came, what became of it, and what is to go wrong with the next.

use axum::{extract::Request, http::header};

use super::World;
use crate::{Fault, FaultOrder, SeenRequest, service::Service};

/// Requests remembered; older ones are forgotten, since a practice may run for weeks.
const REMEMBERED_REQUESTS: usize = 10_000;

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
