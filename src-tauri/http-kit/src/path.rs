//! Paths of which every outside part is one escaped segment.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 calls unreserved goes as it is; everything else is escaped, so that no server can read a separator
/// into it.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One path segment or query value, percent-encoded: slashes, `?`, `&`, `+`, `%`, spaces and all that is not ASCII.
///
/// `.` and `..` come out as they are: no escape keeps them from being read as "here" and "up". [`Path::segment`]
/// refuses them.
#[must_use]
pub fn escape_segment(raw: &str) -> String {
    utf8_percent_encode(raw, ESCAPED).to_string()
}

/// A value that cannot be one path segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SegmentRefused {
    /// An empty segment would turn one endpoint into another.
    #[error("the value is empty")]
    Empty,
    /// `.` and `..` are resolved away by every URL parser, escaped or not.
    #[error("the value is a dot segment")]
    Dots,
}

/// A value that can be one path segment, checked once and kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Segment(String);

impl Segment {
    /// # Errors
    /// An empty value, `.` and `..`.
    pub fn new(raw: &str) -> Result<Self, SegmentRefused> {
        match raw {
            "" => Err(SegmentRefused::Empty),
            "." | ".." => Err(SegmentRefused::Dots),
            _ => Ok(Self(raw.to_owned())),
        }
    }

    /// The value, unescaped.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The path of a request below the base address, already percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// A path known at compile time, such as `/incident/tkd`, written as it goes on the wire.
    #[must_use]
    pub fn fixed(path: &'static str) -> Self {
        Self(path.to_owned())
    }

    /// Appends one segment, whatever the value holds.
    ///
    /// # Errors
    /// An empty value, `.` and `..`.
    pub fn segment(self, raw: &str) -> Result<Self, SegmentRefused> {
        Ok(self.push(&Segment::new(raw)?))
    }

    /// Appends one segment that was checked before.
    #[must_use]
    pub fn push(self, segment: &Segment) -> Self {
        Self(self.0 + "/" + &escape_segment(segment.as_str()))
    }

    /// Appends a part known at compile time, such as `/emails`, written as it goes on the wire.
    #[must_use]
    pub fn then(self, fixed: &'static str) -> Self {
        Self(self.0 + fixed)
    }

    /// The path as it goes on the wire, without the base address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
    use super::*;

    #[test]
    fn a_whole_address_becomes_one_segment() {
        let path = Path::fixed("/incident/subject").segment("https://bad.example/a b?x=1&y=+%2F#é").unwrap();
        assert_eq!(
            path.as_str(),
            "/incident/subject/https%3A%2F%2Fbad.example%2Fa%20b%3Fx%3D1%26y%3D%2B%252F%23%C3%A9"
        );
    }

    #[test]
    fn a_segment_may_stand_between_fixed_parts() {
        let id = Segment::new("a/b c?d").unwrap();
        let path = Path::fixed("/reports").push(&id).then("/emails");
        assert_eq!((id.as_str(), path.as_str()), ("a/b c?d", "/reports/a%2Fb%20c%3Fd/emails"));
    }

    #[test]
    fn a_value_that_would_change_the_endpoint_is_refused() {
        let path = Path::fixed("/incident");
        assert_eq!(path.clone().segment(""), Err(SegmentRefused::Empty));
        assert_eq!(path.clone().segment("."), Err(SegmentRefused::Dots));
        assert_eq!(path.clone().segment(".."), Err(SegmentRefused::Dots));
        assert_eq!(path.segment("..."), Ok(Path("/incident/...".into())));
    }
}
