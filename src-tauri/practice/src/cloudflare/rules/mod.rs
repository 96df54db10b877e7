//! What a submission must and must not contain: a table of fields, and one check for each form a field can have.
//!
//! Stricter than the real service may be wherever its answer is undocumented, so that a client which relies on luck is
//! found out here. Which kind of error a broken rule gives is documented for few rules; the rest is our reading.

mod fields;
mod network;
mod registrar;
pub(super) mod urls;

use serde_json::{Map, Value};

use super::{Act, ErrorKind};
use crate::addresses::is_email;
use fields::{FIELDS, Field, Form};

/// A broken rule.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) kind: ErrorKind,
    /// Which field, and what is wrong with it: for the developer, since the service doesn't say.
    pub(super) why: String,
}

impl Broken {
    fn new(kind: ErrorKind, why: impl Into<String>) -> Self {
        Self { kind, why: why.into() }
    }
}

/// Judges a body whose type is known; answers its URLs.
pub(super) fn judge(act: Act, body: &Map<String, Value>) -> Result<Vec<String>, Broken> {
    // An unknown field's fate is undocumented; a misspelt one must not pass as if it had meant something.
    let belongs = |name: &String| FIELDS.iter().any(|field| field.name == name && field.belongs_to(act));
    if let Some(name) = body.keys().find(|name| !belongs(name)) {
        return Err(Broken::new(ErrorKind::UnknownError, format!("{name} does not belong to {}", act.word())));
    }
    for field in FIELDS.iter().filter(|field| field.belongs_to(act)) {
        match body.get(field.name) {
            None | Some(Value::Null) if field.needed.contains(&act) => {
                return Err(Broken::new(field.missing, format!("{} is missing", field.name)));
            }
            None => {}
            Some(value) => check(field, act, value, body)?,
        }
    }
    let urls = body.get("urls").and_then(Value::as_str).unwrap_or_default();
    Ok(urls.split('\n').map(str::to_owned).collect())
}

fn check(field: &Field, act: Act, value: &Value, body: &Map<String, Value>) -> Result<(), Broken> {
    let wrong = |why: &str| Broken::new(field.wrong, format!("{} {why}", field.name));
    let text = value.as_str();
    let fits = match field.form {
        Form::Agree => value.as_u64() == Some(1),
        Form::Bool => value.is_boolean(),
        Form::RegistrarRequest => return registrar::check(value),
        _ if text.is_none() => return Err(wrong("is not text")),
        Form::Text { least, most } => {
            let length = text.unwrap_or_default().chars().count();
            // Empty and required is as good as missing.
            if length == 0 && field.needed.contains(&act) {
                return Err(Broken::new(field.missing, format!("{} is empty", field.name)));
            }
            (field.least_for(act).unwrap_or(least)..=most).contains(&length)
        }
        Form::Email => text.is_some_and(is_email),
        Form::SameAs(other) => body.get(other) == Some(value),
        Form::Notification => text.is_some_and(|text| field.notifications(act).contains(&text)),
        Form::Urls => return urls::check(text.unwrap_or_default()),
        Form::Ips => return network::check_ips(field.name, text.unwrap_or_default()),
        Form::Ports => return network::check_ports(text.unwrap_or_default()),
    };
    if fits { Ok(()) } else { Err(wrong("does not fit")) }
}
