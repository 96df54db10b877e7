//! Reads the body of an appeal: exactly one of its two documented forms, and nothing besides.

use serde_json::{Map, Value};

use super::Ask;
use crate::addresses::is_email;

const TEXTS: [&str; 9] =
    ["full_name", "street_address", "city", "state", "country", "zip_code", "phone_number", "email", "signature"];
const OPTIONAL_TEXTS: [&str; 2] = ["company", "counter_notice_response"];
const STATEMENTS: [&str; 2] = ["perjury_attestation", "jurisdiction_consent"];

/// What is asked, or what is wrong with it.
pub(super) fn read(body: &Map<String, Value>) -> Result<Ask, String> {
    let unknown = body.keys().find(|name| !["appeals", "type", "data"].contains(&name.as_str()));
    if let Some(name) = unknown {
        return Err(format!("{name} is not known"));
    }
    match (body.get("appeals"), body.get("type"), body.get("data")) {
        (Some(appeals), None, None) => chosen(appeals),
        (None, Some(Value::String(kind)), data) => whole(kind, data),
        (Some(_), _, _) => Err("appeals and type are two forms".into()),
        (None, _, _) => Err("neither appeals nor type".into()),
    }
}

fn chosen(appeals: &Value) -> Result<Ask, String> {
    let appeals = appeals.as_array().filter(|appeals| !appeals.is_empty()).ok_or("appeals is no list, or empty")?;
    let mut ids: Vec<String> = Vec::new();
    for appeal in appeals {
        let id = appeal.get("id").and_then(Value::as_str).filter(|id| !id.is_empty()).ok_or("an appeal has no id")?;
        let reason = appeal.get("reason").and_then(Value::as_str).unwrap_or_default();
        if !["removed", "misclassified"].contains(&reason) {
            return Err(format!("{id} has no reason of the two"));
        }
        if appeal.as_object().is_none_or(|members| members.len() != 2) {
            return Err(format!("{id} has a member that is not known"));
        }
        if ids.iter().any(|known| known == id) {
            return Err(format!("{id} comes twice"));
        }
        ids.push(id.to_owned());
    }
    Ok(Ask::Chosen(ids))
}

fn whole(kind: &str, data: Option<&Value>) -> Result<Ask, String> {
    match (kind, data) {
        ("content_removed", None) => Ok(Ask::Whole),
        ("content_removed", Some(_)) => Err("data belongs to counter_notice".into()),
        ("counter_notice", Some(Value::Object(data))) => counter_notice(data).map(|()| Ask::Whole),
        ("counter_notice", _) => Err("counter_notice needs data".into()),
        _ => Err("type is not known".into()),
    }
}

fn counter_notice(data: &Map<String, Value>) -> Result<(), String> {
    let wrong = |name: &str| Err(format!("data.{name} is missing or not valid"));
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
    for name in TEXTS {
        if !data.get(name).is_some_and(is_text) {
            return wrong(name);
        }
    }
    for name in OPTIONAL_TEXTS {
        if !data.get(name).is_none_or(is_text) {
            return wrong(name);
        }
    }
    // A statement that is not made is no counter-notice: the law asks for both.
    for name in STATEMENTS {
        if data.get(name) != Some(&Value::Bool(true)) {
            return wrong(name);
        }
    }
    if !data.get("email").and_then(Value::as_str).is_some_and(is_email) {
        return wrong("email");
    }
    let is_url =
        |url: &Value| url.as_str().is_some_and(|url| url.starts_with("http://") || url.starts_with("https://"));
    let urls = data.get("urls").and_then(Value::as_array);
    if !urls.is_some_and(|urls| !urls.is_empty() && urls.iter().all(is_url)) {
        return wrong("urls");
    }
    let known = |name: &&String| {
        let name = name.as_str();
        TEXTS.contains(&name) || OPTIONAL_TEXTS.contains(&name) || STATEMENTS.contains(&name) || name == "urls"
    };
    match data.keys().find(|name| !known(name)) {
        Some(name) => Err(format!("data.{name} is not known")),
        None => Ok(()),
    }
}
