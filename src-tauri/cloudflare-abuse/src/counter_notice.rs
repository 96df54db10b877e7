//! The statements of a counter-notice.

use serde_json::{Map, Value};

use crate::{Email, Text, Urls};

/// No limit is documented; only that there is something.
type Given = Text<1, { usize::MAX }>;

/// A counter-notice under the DMCA: a legal statement. No limit of any length is **documented**, nor whether the
/// signature must equal the name.
///
/// Page: "Request review on mitigations", `data`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterNotice {
    /// The person's full name.
    pub full_name: Given,
    /// Company.
    pub company: Option<Given>,
    /// Street and number.
    pub street_address: Given,
    /// City.
    pub city: Given,
    /// State or province.
    pub state: Given,
    /// Country.
    pub country: Given,
    /// Postal code.
    pub zip_code: Given,
    /// Telephone number.
    pub phone_number: Given,
    /// E-mail address.
    pub email: Email,
    /// The contested addresses. A report covers one hostname, so these do too.
    pub urls: Urls,
    /// What the person answers.
    pub counter_notice_response: Option<Given>,
    /// The person's signature.
    pub signature: Given,
    /// That both statements were made.
    pub sworn: Sworn,
}

/// That a person made both statements of a counter-notice. There is no other way to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sworn(());

impl Sworn {
    /// `perjury`: the attestation under penalty of perjury; `jurisdiction`: the consent to a court's jurisdiction.
    /// `None` unless a person made both.
    #[must_use]
    pub fn to_both(perjury: bool, jurisdiction: bool) -> Option<Self> {
        (perjury && jurisdiction).then_some(Self(()))
    }
}

impl CounterNotice {
    /// Alphabetical, so that the text is the same whether or not a map keeps its order.
    pub(crate) fn data(&self) -> Value {
        let Sworn(()) = self.sworn;
        let text = |text: &Given| Some(Value::from(text.as_str()));
        let urls: Value = self.urls.iter().collect();
        let members = [
            ("city", text(&self.city)),
            ("company", self.company.as_ref().and_then(text)),
            ("counter_notice_response", self.counter_notice_response.as_ref().and_then(text)),
            ("country", text(&self.country)),
            ("email", Some(self.email.as_str().into())),
            ("full_name", text(&self.full_name)),
            ("jurisdiction_consent", Some(true.into())),
            ("perjury_attestation", Some(true.into())),
            ("phone_number", text(&self.phone_number)),
            ("signature", text(&self.signature)),
            ("state", text(&self.state)),
            ("street_address", text(&self.street_address)),
            ("urls", Some(urls)),
            ("zip_code", text(&self.zip_code)),
        ];
        let given = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(given.collect::<Map<_, _>>())
    }
}
