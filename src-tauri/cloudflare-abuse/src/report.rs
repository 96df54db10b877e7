//! A new report: values of which a wrong one is hard to make, and the text that they become.

mod category;
mod country_code;
mod email;
pub(crate) mod members;
mod network;
mod notify;
mod prepared;
mod sender;
mod statements;
mod text;
mod urls;
mod whois;
mod whole;
mod written;

pub use category::{Category, Children, Dmca, General, Ncsei, Phishing, RegistrarWhois, Threat, Trademark};
pub use country_code::{BadCountryCode, CountryCode};
pub use email::{BadEmail, Email};
pub use network::{BadIps, BadPorts, Ips, Ports};
pub use notify::{Notify, NotifyOwner};
pub use prepared::{Accepted, Prepared};
pub use sender::Sender;
pub use statements::{Affirmed, Agreed};
pub use text::{BadText, Text};
pub use urls::{BadUrls, Urls};
pub use whois::{BadElements, DataElement, DataElements, RequestType, RequestorType, WhoisRequest};
pub use whole::{BadReport, Report};
