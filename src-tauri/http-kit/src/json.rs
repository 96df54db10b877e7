use serde::de::DeserializeOwned;

/// JSON that is not what was hoped for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unreadable at {at}")]
pub struct Unreadable {
    /// Where it stopped making sense: the path of the member, and why.
    pub at: String,
    /// The beginning of the body, as text, for a person to look at. Comes from outside: data, never markup.
    pub excerpt: String,
}

impl Unreadable {
    /// For JSON that could be read and lacks something; `at` says what.
    #[must_use]
    pub fn new(at: &str, body: &[u8]) -> Self {
        Self { at: at.to_owned(), excerpt: excerpt(body) }
    }
}

/// Reads a whole body.
///
/// # Errors
/// Anything but one JSON value of the type, at most 128 levels deep, in UTF-8.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Unreadable> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| Unreadable::new(&format!("{}: {}", error.path(), error.inner()), body))?;
    reader.end().map_err(|error| Unreadable::new(&error.to_string(), body))?;
    Ok(value)
}

/// The first 200 characters of a body as text.
#[must_use]
pub fn excerpt(body: &[u8]) -> String {
    // Four bytes are the most that a character takes; without the cut a megabyte would be converted for a line.
    let head = &body[..body.len().min(800)];
    String::from_utf8_lossy(head).chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
    use serde_json::Value;

    use super::*;

    #[test]
    fn an_unreadable_body_says_where_and_shows_its_beginning() {
        let unreadable = read::<Value>(br#"{"data":{"rows":[1,nope]}}"#).unwrap_err();
        assert!(unreadable.at.starts_with("data.rows[1]: "), "{}", unreadable.at);
        assert!(unreadable.excerpt.starts_with(r#"{"data""#));
    }

    #[test]
    fn half_a_body_deep_nesting_and_trailing_text_are_errors() {
        let deep = "[".repeat(100_000);
        for body in [&b""[..], b"{\"id\":", b"NaN", b"{} {}", b"\"\xff\"", deep.as_bytes()] {
            assert!(read::<Value>(body).is_err());
        }
    }

    #[test]
    fn an_excerpt_stays_short_whatever_the_bytes() {
        assert_eq!(excerpt(&[0xff; 5000]).chars().count(), 200);
        assert_eq!(excerpt("é".repeat(5000).as_bytes()), "é".repeat(200));
    }
}
