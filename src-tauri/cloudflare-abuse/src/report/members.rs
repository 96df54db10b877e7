//! The members of a JSON object in an order of our own, which a map would not keep.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// A member's name and value.
pub(crate) type Member = (&'static str, Value);

/// The object as JSON text.
pub(crate) fn write(members: &[Member]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", Value::from(*name))).collect();
    format!("{{{}}}", members.join(","))
}

/// The members of an object in the order of its text: strings as they are, everything else as JSON. None where the
/// text is no object.
pub(crate) fn read(text: &str) -> Vec<(String, String)> {
    let Ordered(members) = serde_json::from_str(text).unwrap_or_default();
    let plain = |value: Value| if let Value::String(text) = value { text } else { value.to_string() };
    members.into_iter().map(|(name, value)| (name, plain(value))).collect()
}

#[derive(Default)]
struct Ordered(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Ordered;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Ordered(members))
            }
        }

        reader.deserialize_map(Members)
    }
}
