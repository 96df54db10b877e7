//! The code of a country.

/// Two ASCII letters in upper case. The schema asks for "2 characters"; that it means ISO 3166 is **inferred**, and
/// whether such a country exists is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryCode([u8; 2]);

/// This is no code of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a country code has two letters")]
pub struct BadCountryCode;

impl CountryCode {
    /// Takes either case.
    ///
    /// # Errors
    /// Anything but two ASCII letters.
    pub fn new(raw: &str) -> Result<Self, BadCountryCode> {
        match *raw.as_bytes() {
            [a, b] if raw.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(BadCountryCode),
        }
    }
}

impl std::fmt::Display for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}
