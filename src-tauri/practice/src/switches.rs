//! What can be set about the played service where its own documentation leaves several answers possible.

use serde::{Deserialize, Serialize};

/// A brand that the practice account reports for, as `whoami` names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubClient {
    /// What goes into a report's `clientId`.
    pub id: String,
    /// What a person reads.
    pub name: String,
}

/// How the played PhishFort behaves where the real one's behaviour is undocumented or varies.
///
/// Over HTTP any subset can be sent to `POST /practice/switches`; what is left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// HTTP status of an accepted report. The success code is undocumented; any 2xx counts.
    pub report_status: u16,
    /// `whoami` comes inside `{message, data}`; otherwise bare.
    pub whoami_wrapped: bool,
    /// Single incidents come inside `{message, data}`; otherwise bare. Clients of the real service met both.
    pub incident_wrapped: bool,
    /// An address without a path is shown by its domain alone, as the "resolved display name" of the service's lists.
    pub subject_resolved: bool,
    /// A comment can be read back from the incident's history.
    pub echo_comment: bool,
    /// How long a new incident stays out of lists and lookups, in milliseconds of the practice clock.
    pub visibility_lag_ms: u64,
    /// How far PhishFort's `Date` header goes ahead of the practice clock, in milliseconds; negative: behind.
    pub date_skew_ms: i64,
    /// The last page leaves `paging.next` out; otherwise it is `null`. Both mean the end.
    pub last_page_leaves_next_out: bool,
    /// Every page names itself as the next one, for ever.
    pub cursor_loops: bool,
    /// When a report is refused before its body was read, the rest is still read and thrown away, so that the client
    /// sees the answer. Otherwise the connection closes under the upload, as a real server may do. Holds for both
    /// services.
    pub refusals_let_the_body_flow: bool,
    /// The brands that `whoami` names.
    pub sub_clients: Vec<SubClient>,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            report_status: 200,
            whoami_wrapped: true,
            incident_wrapped: true,
            subject_resolved: false,
            echo_comment: false,
            visibility_lag_ms: 0,
            date_skew_ms: 0,
            last_page_leaves_next_out: false,
            cursor_loops: false,
            refusals_let_the_body_flow: true,
            sub_clients: vec![
                SubClient { id: "acme-retail".into(), name: "Acme Retail".into() },
                SubClient { id: "acme-pay".into(), name: "Acme Pay".into() },
            ],
        }
    }
}
