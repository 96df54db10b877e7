//! Who sends a report.

use super::{Email, Text};

/// Who sends a report. All of it but the title may be passed on to third parties such as the Lumen Database.
///
/// Page: "Submit an abuse report".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// E-mail address; the confirmation goes there.
    pub email: Email,
    /// Name.
    pub name: Text<1, 255>,
    /// Company.
    pub company: Option<Text<1, 100>>,
    /// Telephone number. A valid DMCA notice needs one, although the schema does not ask for it.
    pub tele: Option<Text<1, 20>>,
    /// The sender's title.
    pub title: Option<Text<1, 255>>,
}
