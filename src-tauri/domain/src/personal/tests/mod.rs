#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod addresses;
mod harmless;
mod hostile;
mod properties;
mod texts;
mod without;

use super::*;

/// The victim, a colleague, and a mailbox that is nobody.
const PEOPLE: [Person<'static>; 3] = [
    Person { name: "Kim Sample", address: "kim.sample@corp.example" },
    Person { name: "Okonkwo, Adaeze", address: "aokonkwo@corp.example" },
    Person { name: "Acme Support", address: "support@corp.example" },
];

/// What an encoder makes of a text.
fn encoded(encoding: &data_encoding::Encoding, text: &str) -> String {
    encoding.encode(text.as_bytes())
}

/// An unsigned-looking token with these claims.
fn jwt(claims: &str) -> String {
    let part = |text: &str| encoded(&data_encoding::BASE64URL_NOPAD, text);
    format!("{}.{}.{}", part(r#"{"alg":"HS256","typ":"JWT"}"#), part(claims), part("not a signature, not at all"))
}
