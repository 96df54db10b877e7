//! The value of an `Authorization` header for a token.

use secrecy::{ExposeSecret, SecretString};

const SCHEME: &str = "Bearer ";

/// What goes into a header for this token (RFC 6750), itself a secret.
#[must_use]
pub fn bearer(token: &SecretString) -> SecretString {
    // EXPOSE: the token becomes part of the header's value, which is the only thing a service takes.
    let token = token.expose_secret();
    // Of the exact size: growing would leave a copy of the token behind that nobody wipes.
    let mut value = String::with_capacity(SCHEME.len() + token.len());
    value.push_str(SCHEME);
    value.push_str(token);
    value.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_becomes_a_header_s_value_and_stays_hidden() {
        let value = bearer(&SecretString::from("canary"));
        // EXPOSE: a made-up token, to see what became of it.
        assert_eq!(value.expose_secret(), "Bearer canary");
        assert!(!format!("{value:?}").contains("canary"));
    }
}
