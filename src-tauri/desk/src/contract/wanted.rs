//! What makes a report succeed, by kind of target (`phishfort-api.md`, Appendix A).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that PhishFort's handbook asks for, and whether it is there. Nothing of it is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WantedView {
    /// What.
    pub want: Want,
    /// Whether it is there.
    pub there: bool,
}

/// What PhishFort's handbook asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// Web: the address of the exact page.
    ExactPage,
    /// A screenshot; for a page with the address bar, day and time in view.
    Screenshot,
    /// How and where it was found.
    HowFound,
    /// Web: the genuine site that is copied.
    GenuineSite,
    /// E-mail: the original with its full head, not a forward.
    OriginalMail,
    /// Phone: the number that was called or written to.
    OtherNumber,
    /// Phone: day, time and time zone.
    CallTime,
    /// Phone: what was said or written.
    CallStory,
    /// IPv4: a harmful web address on it.
    AddressOnIp,
    /// IPv4: why the address itself is to blame.
    Explanation,
}
