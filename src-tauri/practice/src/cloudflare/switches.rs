//! What can be set about the played Cloudflare: who may do what, and what its documentation leaves open.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ErrorKind, rate::QUOTA};

/// Whose the accepted tokens are; each kind has a verification address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenOwner {
    /// A person: `/user/tokens/verify`.
    #[default]
    User,
    /// The account: `/accounts/{id}/tokens/verify`.
    Account,
}

/// A submission error that no rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failing {
    /// Which; answered with its usual status.
    pub kind: ErrorKind,
    /// The report is taken in all the same, as may be where only the confirmation mail failed.
    #[serde(default)]
    pub processed: bool,
}

/// How the played Cloudflare behaves. Over HTTP any subset can be sent to `POST /practice/cloudflare/switches`; what is
/// left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CfSwitches {
    /// The account has the feature; otherwise submitting is 401 in the abuse service's shape.
    pub entitled: bool,
    /// The tokens may read; otherwise 401 in that shape. Independent of `may_write`: the sheet lets writers read too,
    /// but how far the permission's older label reached is unknown.
    pub may_read: bool,
    /// The tokens may submit; otherwise 401 in that shape.
    pub may_write: bool,
    /// The reading of submitted reports exists; otherwise 404 as for an unknown route.
    pub submitted_endpoint: bool,
    /// `GET /accounts` answers; otherwise 403.
    pub lists_accounts: bool,
    /// Whose the tokens are.
    pub token_owner: TokenOwner,
    /// What verification says: `active`, `disabled`, `expired`, or any text. Unless active, every other call is 401 in
    /// the front layer's shape.
    pub token_status: String,
    /// When the tokens expire, as verification tells it.
    pub token_expires_on: Option<Timestamp>,
    /// Requests in five minutes per token; the next one is 429, and so are all for five minutes.
    pub ratelimit_quota: u32,
    /// `error_code` of a refused submission is the kind's name; otherwise `unknown_err`, the only documented value.
    pub error_codes_named: bool,
    /// Every submission that keeps the rules fails with this.
    pub failing: Option<Failing>,
    /// A URL that was submitted within seven days is refused. Off: a client's duplicate becomes a second report, which
    /// shows.
    pub refuses_duplicates: bool,
    /// Domains that are not on Cloudflare, their subdomains included.
    pub not_on_cloudflare: Vec<String>,
    /// `comments` can be read back.
    pub echo_comments: bool,
    /// `domain` is the last two labels of the hostname; otherwise the hostname. Which one it is is unknown; the filter
    /// goes by what is shown.
    pub domain_drops_subdomain: bool,
    /// Mail bodies are HTML; otherwise plain text.
    pub mails_as_html: bool,
    /// HTTP status for an unknown report. 400 is documented for its mails.
    pub unknown_report_status: u16,
    /// How long a new report stays out of all reading, in milliseconds of the practice clock.
    pub visibility_lag_ms: u64,
    /// How far the `Date` header goes ahead of the practice clock, in milliseconds; negative: behind.
    pub date_skew_ms: i64,
    /// Empty lists come as `null`.
    pub null_lists: bool,
    /// The code of the abuse service's own enveloped errors is a number; otherwise text. The front layer's is a number
    /// always.
    pub codes_as_numbers: bool,
}

impl Default for CfSwitches {
    fn default() -> Self {
        Self {
            entitled: true,
            may_read: true,
            may_write: true,
            submitted_endpoint: true,
            lists_accounts: true,
            token_owner: TokenOwner::User,
            token_status: "active".into(),
            token_expires_on: None,
            ratelimit_quota: QUOTA,
            error_codes_named: false,
            failing: None,
            refuses_duplicates: true,
            not_on_cloudflare: vec!["not-on-cloudflare.example".into()],
            echo_comments: true,
            domain_drops_subdomain: false,
            mails_as_html: false,
            unknown_report_status: 400,
            visibility_lag_ms: 0,
            date_skew_ms: 0,
            null_lists: false,
            codes_as_numbers: true,
        }
    }
}
