//! What a registrar report asks for.

use serde_json::{Map, Value};

use super::{Affirmed, Text};

closed_words! {
    /// What is asked for.
    RequestType {
        /// Who the registrant is.
        Disclosure = "disclosure",
        /// That wrong data be corrected.
        InvalidWhois = "invalid_whois",
    }
}

closed_words! {
    /// Who asks.
    RequestorType {
        /// An authority.
        Government = "government",
        /// A company.
        Corporation = "corporation",
        /// A person.
        Individual = "individual",
    }
}

closed_words! {
    /// A piece of registration data.
    DataElement {
        /// Registrant's name.
        RegistrantName = "registrant_name",
        /// Registrant's organisation.
        RegistrantOrganization = "registrant_organization",
        /// Registrant's e-mail address.
        RegistrantEmail = "registrant_email",
        /// Registrant's telephone number.
        RegistrantPhone = "registrant_phone",
        /// Registrant's postal address.
        RegistrantAddress = "registrant_address",
        /// Country of the registrant's address.
        RegistrantAddressCountry = "registrant_address_country",
        /// Postal code of the registrant's address.
        RegistrantAddressPostalCode = "registrant_address_postal_code",
        /// Administrative contact's name.
        AdminName = "admin_name",
        /// Administrative contact's organisation.
        AdminOrganization = "admin_organization",
        /// Administrative contact's e-mail address.
        AdminEmail = "admin_email",
        /// Administrative contact's telephone number.
        AdminPhone = "admin_phone",
        /// Administrative contact's postal address.
        AdminAddress = "admin_address",
        /// Technical contact's name.
        TechName = "tech_name",
        /// Technical contact's organisation.
        TechOrganization = "tech_organization",
        /// Technical contact's e-mail address.
        TechEmail = "tech_email",
        /// Technical contact's telephone number.
        TechPhone = "tech_phone",
        /// Technical contact's postal address.
        TechAddress = "tech_address",
    }
}

/// Pieces of registration data: at least one, none twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataElements(Vec<DataElement>);

/// These can't be asked for together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadElements {
    /// There is none.
    #[error("no data element")]
    None,
    /// One is there twice.
    #[error("twice: {0}")]
    Twice(DataElement),
}

impl DataElements {
    /// Takes the elements in their order.
    ///
    /// # Errors
    /// None, or one twice.
    pub fn new(elements: impl IntoIterator<Item = DataElement>) -> Result<Self, BadElements> {
        let mut all = Vec::new();
        for element in elements {
            if all.contains(&element) {
                return Err(BadElements::Twice(element));
            }
            all.push(element);
        }
        if all.is_empty() { Err(BadElements::None) } else { Ok(Self(all)) }
    }
}

/// A request under ICANN's Registration Data Policy. The schema lets a report go without one, and calls parts of it
/// required for every request all the same: so it is always sent.
///
/// Page: "Submit an abuse report", `reg_who_request`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoisRequest {
    /// What is asked for.
    pub request_type: RequestType,
    /// Which data.
    pub elements: DataElements,
    /// On which legal ground, and why.
    pub legal_basis: Text<1, 5000>,
    /// Who asks.
    pub requestor_type: Option<RequestorType>,
    /// A power of attorney, or the like.
    pub authorization_statement: Option<Text<1, 5000>>,
    /// That both statements were made.
    pub affirmed: Affirmed,
}

impl WhoisRequest {
    /// Alphabetical, so that the text is the same whether or not a map keeps its order.
    pub(super) fn value(&self) -> Value {
        let authorization = self.authorization_statement.as_ref().map(|text| text.as_str().into());
        let elements: Value = self.elements.0.iter().map(|element| element.as_str()).collect();
        let members = [
            ("reg_who_authorization_statement", authorization),
            ("reg_who_good_faith_affirmation", Some(true.into())),
            ("reg_who_lawful_processing_agreement", Some(true.into())),
            ("reg_who_legal_basis", Some(self.legal_basis.as_str().into())),
            ("reg_who_request_type", Some(self.request_type.as_str().into())),
            ("reg_who_requested_data_elements", Some(elements)),
            ("reg_who_requestor_type", self.requestor_type.map(|kind| kind.as_str().into())),
        ];
        let given = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(given.collect::<Map<_, _>>())
    }
}
