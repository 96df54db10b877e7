//! Reading members that may be missing, or of another type than the pages say.

use serde_json::{Map, Value};

/// A text that says something: a string that is not blank, or a number.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The first of these members that holds a text.
pub(crate) fn first(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| object.get(*name).and_then(text))
}

/// The object inside the `data` envelope, or the bare one: both are met. `Err` tells where there is none.
pub(crate) fn enveloped(body: &Value) -> Result<&Map<String, Value>, &'static str> {
    let bare = body.as_object().ok_or("the whole body")?;
    match bare.get("data") {
        Some(data) => data.as_object().ok_or("data"),
        None => Ok(bare),
    }
}
