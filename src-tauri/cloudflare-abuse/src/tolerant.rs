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

/// A member that is a text.
pub(crate) fn member(object: &Map<String, Value>, name: &str) -> Option<String> {
    object.get(name).and_then(text)
}

/// A member that is a word of a list.
pub(crate) fn word<T: for<'a> From<&'a str>>(object: &Map<String, Value>, name: &str) -> Option<T> {
    member(object, name).map(|word| T::from(&word))
}

/// A member that is true or false, or the word for it.
pub(crate) fn flag(object: &Map<String, Value>, name: &str) -> Option<bool> {
    match object.get(name)? {
        Value::Bool(flag) => Some(*flag),
        Value::String(word) => word.parse().ok(),
        _ => None,
    }
}

/// A count: the schema says "number", so `3.0` is one too.
pub(crate) fn count(value: &Value) -> Option<u64> {
    /// Beyond this a float no longer tells whole numbers apart.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        Value::Number(number) => number.as_u64().or_else(|| {
            let float = number.as_f64().filter(|float| (0.0..=EXACT).contains(float) && float.fract() == 0.0)?;
            Some(float as u64)
        }),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// A list of texts. What is sent as one string with line ends comes back as an array, and may come in either form;
/// `null` is no text.
pub(crate) fn lines(object: &Map<String, Value>, name: &str) -> Vec<String> {
    match object.get(name) {
        Some(Value::Array(values)) => values.iter().filter_map(text).collect(),
        Some(Value::String(lines)) => {
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}
