//! `reg_who_request`: what is wanted of a registrant's data, and on what ground.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Broken, ErrorKind};

const ELEMENTS: [&str; 17] = [
    "registrant_name",
    "registrant_organization",
    "registrant_email",
    "registrant_phone",
    "registrant_address",
    "registrant_address_country",
    "registrant_address_postal_code",
    "admin_name",
    "admin_organization",
    "admin_email",
    "admin_phone",
    "admin_address",
    "tech_name",
    "tech_organization",
    "tech_email",
    "tech_phone",
    "tech_address",
];

const NEEDED: [&str; 5] = [
    "reg_who_request_type",
    "reg_who_requested_data_elements",
    "reg_who_legal_basis",
    "reg_who_good_faith_affirmation",
    "reg_who_lawful_processing_agreement",
];

pub(super) fn check(value: &Value) -> Result<(), Broken> {
    let wrong = |name: &str| Broken::new(ErrorKind::UnknownError, format!("{name} does not fit"));
    let request: &Map<String, Value> = value.as_object().ok_or_else(|| wrong("reg_who_request"))?;
    if let Some(name) = NEEDED.iter().find(|name| request.get(**name).is_none_or(Value::is_null)) {
        return Err(Broken::new(ErrorKind::BadNameError, format!("{name} is missing")));
    }
    match request.iter().find(|(name, value)| !fits(name, value)) {
        Some((name, _)) => Err(wrong(name)),
        None => Ok(()),
    }
}

/// An unknown member never fits.
fn fits(name: &str, value: &Value) -> bool {
    let one_of = |words: &[&str]| value.as_str().is_some_and(|word| words.contains(&word));
    match name {
        "reg_who_request_type" => one_of(&["disclosure", "invalid_whois"]),
        "reg_who_requestor_type" => one_of(&["government", "corporation", "individual"]),
        "reg_who_legal_basis" | "reg_who_authorization_statement" => {
            value.as_str().is_some_and(|text| (1..=5000).contains(&text.chars().count()))
        }
        "reg_who_good_faith_affirmation" | "reg_who_lawful_processing_agreement" => value == &Value::Bool(true),
        "reg_who_requested_data_elements" => value.as_array().is_some_and(|elements| {
            let known: BTreeSet<&str> =
                elements.iter().filter_map(Value::as_str).filter(|word| ELEMENTS.contains(word)).collect();
            !elements.is_empty() && known.len() == elements.len()
        }),
        _ => false,
    }
}
