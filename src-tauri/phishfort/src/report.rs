//! `POST /incident/tkd`, `POST /incident/monitor`: a new report.

use http_kit::{Answer, Boundary, FileSource, Multipart, Part, Path, Request};
use serde_json::{Map, Value};

use crate::error::success;
use crate::tolerant::first;
use crate::{Endpoint, Error};

/// Files a request may carry.
pub const MAX_FILES: usize = 12;
/// The whole body (files, fields and all that stands between them) must stay *under* this many bytes.
pub const BODY_LIMIT: u64 = 10_485_760;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// That it be taken down.
    Takedown,
    /// That it be watched: suspicious, but no ground for a takedown yet.
    Monitor,
}

/// What is reported. A domain goes as `Url`: as a subject the live service refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A full URL or a bare domain.
    Url(String),
    /// An e-mail address.
    Email(String),
    /// A phone number in E.164, such as `+442079460123`.
    Phone(String),
    /// An IPv4 address. IPv6 is not offered.
    Ipv4(String),
}

/// One file of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name that the analyst sees.
    pub file_name: String,
    /// The exact type of [`crate::ACCEPTED_TYPES`].
    pub media_type: String,
    /// Size in bytes; a source of another size fails the send.
    pub size: u64,
    /// Where its bytes are.
    pub source: FileSource,
}

/// A new report.
///
/// Page: "Report Incident" of the service's API pages. **Not documented**: what a second report of the same
/// thing does, an idempotency key, the status of a success, length limits of the texts, multipart without files, both
/// `url` and `subject` at once. There is no field for brand, category or reference: those travel in `comment`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What is asked for.
    pub action: Action,
    /// What is reported.
    pub about: About,
    /// Sub-client that it is filed for.
    pub client_id: Option<String>,
    /// E-mail address of the reporter; without it nobody gets status mails.
    pub reported_by: Option<String>,
    /// For the analyst.
    pub comment: Option<String>,
    /// In the order they are sent. With none, the report goes as JSON.
    pub attachments: Vec<Attachment>,
    /// Makes the boundary between files; see [`Boundary::from_seed`] for what it must be.
    pub boundary_seed: String,
}

/// The service has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The incident's number.
    pub id: String,
    /// The service's words.
    pub message: Option<String>,
    /// Where it stands in the dashboard, as it came: check it with [`crate::dashboard_url`] before offering it.
    pub url: Option<String>,
}

impl Report {
    /// A report with nothing but its subject.
    #[must_use]
    pub fn new(action: Action, about: About) -> Self {
        Self {
            action,
            about,
            client_id: None,
            reported_by: None,
            comment: None,
            attachments: Vec::new(),
            boundary_seed: String::new(),
        }
    }

    /// Exact size of the body: what the service's limit counts.
    #[must_use]
    pub fn body_bytes(&self) -> u64 {
        self.request().content_length()
    }

    /// The texts that are there, by the service's names, in the order of its samples. None is ever empty: the service
    /// refuses `null`, and what an empty text means is not documented.
    fn fields(&self) -> Vec<(&'static str, &str)> {
        let (kind, value) = match &self.about {
            About::Url(url) => (None, ("url", url.as_str())),
            About::Email(email) => (Some("email"), ("subject", email.as_str())),
            About::Phone(phone) => (Some("phone"), ("subject", phone.as_str())),
            About::Ipv4(ip) => (Some("ipv4"), ("subject", ip.as_str())),
        };
        let mut fields = Vec::from_iter(kind.map(|kind| ("incidentType", kind)));
        fields.push(value);
        let optional = [("clientId", &self.client_id), ("reportedBy", &self.reported_by), ("comment", &self.comment)];
        fields.extend(optional.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))));
        fields.retain(|(_, value)| !value.is_empty());
        fields
    }

    fn json(&self) -> String {
        let members = self.fields().into_iter().map(|(name, value)| (name.to_owned(), Value::from(value)));
        Value::Object(members.collect::<Map<_, _>>()).to_string()
    }

    fn multipart(&self) -> Multipart {
        let texts = self.fields().into_iter();
        let texts = texts.map(|(name, value)| Part::Text { name: name.to_owned(), value: value.to_owned() });
        let files = self.attachments.iter().map(|file| Part::File {
            name: "attachments".to_owned(),
            file_name: file.file_name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            source: file.source.clone(),
        });
        Multipart { boundary: Boundary::from_seed(&self.boundary_seed), parts: texts.chain(files).collect() }
    }
}

impl Endpoint for Report {
    type Response = Accepted;

    fn request(&self) -> Request {
        let path = match self.action {
            Action::Takedown => Path::fixed("/incident/tkd"),
            Action::Monitor => Path::fixed("/incident/monitor"),
        };
        let request = Request::post(path).header("accept", "application/json");
        if self.attachments.is_empty() { request.json(self.json()) } else { request.multipart(self.multipart()) }
    }

    /// Any 2xx with a number that can be read, at the top or inside `data`.
    fn read(answer: &Answer) -> Result<Accepted, Error> {
        let body = success(answer)?;
        let envelopes = [Some(&body), body.get("data")];
        let objects = || envelopes.into_iter().flatten().filter_map(Value::as_object);
        let member = |name| objects().find_map(|object| first(object, &[name]));
        let id = member("id").ok_or_else(|| Error::unreadable("id", answer))?;
        Ok(Accepted { id, message: member("message"), url: member("url") })
    }
}
