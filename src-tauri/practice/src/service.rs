//! Which of the played services a request is for, and how that one words an error that has no cause of its own.

use axum::{
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
};

use crate::{cloudflare, phishfort::Refusal};

/// A played service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    /// Also whatever is for neither.
    PhishFort,
    Cloudflare,
}

impl Service {
    pub(crate) fn of(path: &str) -> Self {
        if path.starts_with("/client/v4/") { Self::Cloudflare } else { Self::PhishFort }
    }
}

/// The shape of errors that a request would get.
#[derive(Clone, Debug)]
pub(crate) struct UsualError {
    service: Service,
    /// The report type, where a submission was meant.
    submits: Option<String>,
}

impl UsualError {
    pub(crate) fn of(method: &Method, path: &str) -> Self {
        let submits = (method == Method::POST).then(|| path.split_once("/abuse-reports/")).flatten();
        let submits = submits.map(|(_, act)| act.to_owned()).filter(|act| !act.contains('/'));
        Self { service: Service::of(path), submits }
    }

    pub(crate) fn answer(&self, status: StatusCode, said: &str) -> Response {
        match self.service {
            Service::PhishFort => Refusal::new(status, said).into_response(),
            Service::Cloudflare => cloudflare::usual_error(status, self.submits.as_deref(), said),
        }
    }
}
