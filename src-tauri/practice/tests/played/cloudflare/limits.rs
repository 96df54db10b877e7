//! Each rule at its edge, and one step past it.

use practice::{Act, ErrorKind as Kind};
use serde_json::{Value, json};

use super::support::{is_refused, least, named_errors, with};

/// A letter of two bytes: limits count characters.
fn letters(count: usize) -> Value {
    json!("é".repeat(count))
}

/// Field, least and most characters, the error past them, and the types that have it.
fn texts() -> Vec<(&'static str, usize, usize, Kind, Vec<Act>)> {
    let all = Act::ALL.to_vec();
    let of = |acts: &[Act]| acts.to_vec();
    vec![
        ("justification", 20, 5000, Kind::BadJustError, of(&[Act::Phishing])),
        ("justification", 1, 5000, Kind::BadJustError, of(&[Act::Trademark, Act::General, Act::Children, Act::Threat])),
        ("original_work", 1, 255, Kind::NoOriginalWorkError, of(&[Act::Dmca, Act::Phishing])),
        ("agent_name", 1, 60, Kind::BadAgentNameError, of(&[Act::Dmca])),
        ("address1", 1, 100, Kind::BadAddressError, of(&[Act::Dmca])),
        ("city", 1, 255, Kind::BadCityError, of(&[Act::Dmca])),
        ("state", 1, 255, Kind::BadStateError, of(&[Act::Dmca])),
        ("country", 1, 255, Kind::BadCountryError, of(&[Act::Dmca, Act::Children, Act::Ncsei])),
        ("trademark_number", 1, 1000, Kind::UnknownError, of(&[Act::Trademark])),
        ("trademark_office", 1, 1000, Kind::UnknownError, of(&[Act::Trademark])),
        ("trademark_symbol", 1, 1000, Kind::UnknownError, of(&[Act::Trademark])),
        ("comments", 1, 2000, Kind::BadCommentsError, all.clone()),
        ("company", 1, 100, Kind::UnknownError, all.clone()),
        ("tele", 1, 20, Kind::UnknownError, all.clone()),
        ("title", 1, 255, Kind::UnknownError, all.clone()),
        ("reported_country", 2, 2, Kind::UnknownError, all.clone()),
        ("reported_user_agent", 1, 255, Kind::UnknownError, all),
    ]
}

#[tokio::test]
async fn every_text_is_taken_at_both_ends_and_refused_past_them_and_where_it_does_not_belong() {
    let it = named_errors().await;
    let rows = texts();
    for (field, shortest, longest, kind, acts) in &rows {
        for act in acts {
            for length in [*shortest, *longest] {
                it.submitted(&with(*act, field, letters(length))).await;
            }
            is_refused(&it, &with(*act, field, letters(longest + 1)), *kind).await;
            is_refused(&it, &with(*act, field, json!(7)), *kind).await;
            if *shortest > 1 {
                is_refused(&it, &with(*act, field, letters(shortest - 1)), *kind).await;
            }
        }
        let elsewhere = |act: &Act| !rows.iter().any(|row| row.0 == *field && row.4.contains(act));
        for act in Act::ALL.into_iter().filter(elsewhere) {
            is_refused(&it, &with(act, field, letters(*longest)), Kind::UnknownError).await;
        }
    }
}

#[tokio::test]
async fn an_optional_text_must_not_be_empty_and_a_null_is_no_absence() {
    let it = named_errors().await;
    for (field, kind) in [
        ("comments", Kind::BadCommentsError),
        ("company", Kind::UnknownError),
        ("title", Kind::UnknownError),
        ("original_work", Kind::NoOriginalWorkError),
    ] {
        let mut body = least(Act::Phishing);
        for empty in [json!(""), Value::Null] {
            body[field] = empty;
            is_refused(&it, &body, kind).await;
        }
    }
}

#[tokio::test]
async fn every_required_field_is_missed_in_its_own_way() {
    let it = named_errors().await;
    for act in Act::ALL {
        let body = least(act);
        for field in body.as_object().unwrap().keys().filter(|field| *field != "act") {
            let kind = match field.as_str() {
                "urls" => Kind::BadUrlsError,
                "owner_notification" | "host_notification" | "ncmec_notification" => Kind::MustNotifyError,
                "justification" => Kind::BadJustError,
                "original_work" => Kind::NoOriginalWorkError,
                "signature" => Kind::NoSigError,
                "agree" => Kind::NoAgreeError,
                _ => Kind::BadNameError,
            };
            is_refused(&it, &with(act, field, Value::Null), kind).await;
        }
        is_refused(&it, &with(act, "name", json!("")), Kind::BadNameError).await;
    }
}

#[tokio::test]
async fn notifications_take_the_words_of_their_type() {
    let it = named_errors().await;
    let anonymous = ["send", "send-anon"].as_slice();
    let none_too = ["send", "send-anon", "none"].as_slice();
    let named = ["send"].as_slice();
    for act in Act::ALL {
        let (owner, host): (&[&str], &[&str]) = match act {
            Act::Dmca | Act::Trademark => (named, named),
            Act::General | Act::Phishing | Act::Threat => (anonymous, anonymous),
            Act::Children | Act::Ncsei => (none_too, anonymous),
            Act::RegistrarWhois => (none_too, &[]),
        };
        let ncmec: &[&str] = if act == Act::Children { anonymous } else { &[] };
        for (field, taken) in
            [("owner_notification", owner), ("host_notification", host), ("ncmec_notification", ncmec)]
        {
            for word in ["send", "send-anon", "none", "SEND", ""] {
                let body = with(act, field, json!(word));
                if taken.contains(&word) {
                    it.submitted(&body).await;
                } else {
                    let kind = if taken.is_empty() { Kind::UnknownError } else { Kind::InvalidNotifyError };
                    is_refused(&it, &body, kind).await;
                }
            }
        }
    }
}

#[tokio::test]
async fn the_sender_is_who_they_say_twice() {
    let it = named_errors().await;
    let mut longest = least(Act::Dmca);
    longest["name"] = letters(255);
    longest["signature"] = letters(255);
    it.submitted(&longest).await;
    is_refused(&it, &with(Act::Threat, "name", letters(256)), Kind::BadNameError).await;
    for email in ["sam", "sam@brand", "sam@@brand.example", "sam brand@brand.example", "@brand.example", ""] {
        is_refused(&it, &with(Act::General, "email", json!(email)), Kind::BadEmailError).await;
    }
    is_refused(&it, &with(Act::General, "email2", json!("Sam@brand.example")), Kind::DiffEmailError).await;
    for signature in ["sam practice", "Sam Practice ", ""] {
        is_refused(&it, &with(Act::Dmca, "signature", json!(signature)), Kind::NoSigError).await;
    }
    for agree in [json!(0), json!(true), json!("1"), json!(1.0), json!(2)] {
        is_refused(&it, &with(Act::Dmca, "agree", agree), Kind::NoAgreeError).await;
    }
}

#[tokio::test]
async fn a_registrar_request_is_whole_and_affirmed() {
    let it = named_errors().await;
    let having = |member: &str, value: Value| {
        let mut body = least(Act::RegistrarWhois);
        body["reg_who_request"][member] = value;
        body
    };
    for member in least(Act::RegistrarWhois)["reg_who_request"].as_object().unwrap().keys() {
        let mut body = least(Act::RegistrarWhois);
        body["reg_who_request"].as_object_mut().unwrap().remove(member);
        is_refused(&it, &body, Kind::BadNameError).await;
    }
    for member in ["reg_who_legal_basis", "reg_who_authorization_statement"] {
        it.submitted(&having(member, letters(5000))).await;
        is_refused(&it, &having(member, letters(5001)), Kind::UnknownError).await;
        is_refused(&it, &having(member, json!("")), Kind::UnknownError).await;
    }
    it.submitted(&having("reg_who_request_type", json!("invalid_whois"))).await;
    it.submitted(&having("reg_who_requestor_type", json!("government"))).await;
    for (member, value) in [
        ("reg_who_request_type", json!("curiosity")),
        ("reg_who_requestor_type", json!("robot")),
        ("reg_who_good_faith_affirmation", json!(false)),
        ("reg_who_lawful_processing_agreement", json!("true")),
        ("reg_who_requested_data_elements", json!([])),
        ("reg_who_requested_data_elements", json!(["registrant_shoe_size"])),
        ("reg_who_requested_data_elements", json!(["tech_name", "tech_name"])),
        ("reg_who_shoe_size", json!(1)),
    ] {
        is_refused(&it, &having(member, value), Kind::UnknownError).await;
    }
    is_refused(&it, &with(Act::RegistrarWhois, "reg_who_request", json!("please")), Kind::UnknownError).await;
    is_refused(&it, &with(Act::General, "reg_who_request", json!({})), Kind::UnknownError).await;
}

#[tokio::test]
async fn who_is_shown_is_said_with_yes_or_no() {
    let it = named_errors().await;
    it.submitted(&with(Act::Ncsei, "ncsei_subject_representation", json!(false))).await;
    is_refused(&it, &with(Act::Ncsei, "ncsei_subject_representation", json!("true")), Kind::UnknownError).await;
}

#[tokio::test]
async fn an_unknown_field_is_refused_and_named_to_the_developer() {
    let it = named_errors().await;
    let answer = it.submit(&with(Act::Phishing, "justificaton", json!("It copies our login page."))).await;
    assert_eq!(answer.headers()["practice-why"], "justificaton does not belong to abuse_phishing");
    assert_eq!(answer.status(), 400);
}
