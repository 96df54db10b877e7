//! The legal statement of a counter-notice, from what was typed.

use cloudflare_abuse::{BadUrls, CounterNotice, Email, Sworn, Text, Urls};

use super::{AppealProblem, AppealProblemCode as Code, at};
use crate::contract::{AppealField as Field, CounterNoticeFields};
use crate::view::size;

type Given = Text<1, { usize::MAX }>;

/// What goes into the request.
///
/// # Errors
/// Everything that is missing or can't be read, in the order of the form. No limit of any length is documented.
pub(super) fn read(typed: &CounterNoticeFields) -> Result<CounterNotice, Vec<AppealProblem>> {
    let mut problems = Vec::new();
    let mut given = |text: &str, field| match Given::new(text.trim()) {
        Ok(given) => Some(given),
        Err(_) => {
            problems.push(at(Code::Missing, field));
            None
        }
    };
    let full_name = given(&typed.full_name, Field::FullName);
    let street_address = given(&typed.street_address, Field::StreetAddress);
    let city = given(&typed.city, Field::City);
    let state = given(&typed.state, Field::State);
    let country = given(&typed.country, Field::Country);
    let zip_code = given(&typed.zip_code, Field::ZipCode);
    let phone_number = given(&typed.phone_number, Field::PhoneNumber);
    let email = given(&typed.email, Field::Email).and_then(|text| {
        Email::new(text.as_str()).map_err(|_| problems.push(at(Code::EmailUnreadable, Field::Email))).ok()
    });
    let urls = urls(&typed.urls).map_err(|bad| problems.push(bad)).ok();
    for (ticked, field) in [
        (typed.perjury_attestation, Field::PerjuryAttestation),
        (typed.jurisdiction_consent, Field::JurisdictionConsent),
    ] {
        if !ticked {
            problems.push(at(Code::NotTicked, field));
        }
    }
    let signature = match Given::new(typed.signature.trim()) {
        Ok(signature) => Some(signature),
        Err(_) => {
            problems.push(at(Code::Missing, Field::Signature));
            None
        }
    };
    let whole = || {
        Some(CounterNotice {
            full_name: full_name?,
            company: Given::new(typed.company.trim()).ok(),
            street_address: street_address?,
            city: city?,
            state: state?,
            country: country?,
            zip_code: zip_code?,
            phone_number: phone_number?,
            email: email?,
            urls: urls?,
            counter_notice_response: Given::new(typed.counter_notice_response.trim()).ok(),
            signature: signature?,
            sworn: Sworn::to_both(typed.perjury_attestation, typed.jurisdiction_consent)?,
        })
    };
    match whole() {
        Some(notice) if problems.is_empty() => Ok(notice),
        _ => Err(problems),
    }
}

fn urls(typed: &str) -> Result<Urls, AppealProblem> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    let bad = |code| at(code, Field::Urls);
    let text = |text: &str| Some(domain::defang(&domain::visible(text)));
    Urls::new(lines).map_err(|why| match why {
        BadUrls::None => bad(Code::Missing),
        BadUrls::TooMany(count) => AppealProblem {
            count: Some(size(count as u64)),
            limit: Some(size(Urls::MAX as u64)),
            ..bad(Code::TooManyUrls)
        },
        BadUrls::NotWeb(url) => AppealProblem { text: text(&url), ..bad(Code::UrlUnreadable) },
        BadUrls::SeveralHosts(hosts) => {
            AppealProblem { count: Some(size(hosts.len() as u64)), ..bad(Code::SeveralHosts) }
        }
        BadUrls::Twice(url) => AppealProblem { text: text(&url), ..bad(Code::UrlTwice) },
    })
}
