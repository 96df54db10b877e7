//! What can be set about our sites, where the documentation leaves that open.

use serde::{Deserialize, Serialize};

/// What becomes of a pending mitigation whose review is asked for. That it is cancelled is said of the dashboard; for
/// the API it is an inference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PendingAppealed {
    /// It is cancelled at once.
    #[default]
    Cancelled,
    /// It goes to review, as an active one does.
    InReview,
    /// It stays pending, begins at its time, and a review is open all the same.
    Pending,
}

/// What becomes of an appeal that names unknown mitigations or ones that can't be appealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadIds {
    /// The whole request is refused with 400, and nothing changes.
    #[default]
    Refused,
    /// The good ones are taken, and the answer leaves the others out.
    LeftOut,
    /// The good ones are taken, and the answer names those that can't be appealed too, as they stand; unknown ones are
    /// left out.
    Unchanged,
}

/// How the played Cloudflare behaves towards the account's own sites. Over HTTP any subset can be sent to
/// `POST /practice/cloudflare/sites/switches`; what is left out stays.
///
/// Who may read and write, the token's standing and the quota are [`CfSwitches`](crate::CfSwitches).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SitesSwitches {
    /// Reading and appealing need the entitlement as submitting does; otherwise the permission is enough.
    pub needs_entitlement: bool,
    /// Reports or mitigations on a page when the client names no number.
    pub per_page: usize,
    /// The most that a client may name.
    pub most_per_page: usize,
    /// More than the most is taken for the most; otherwise it is 400.
    pub clamps_per_page: bool,
    /// What `total_pages` says instead of the truth.
    pub total_pages: Option<u64>,
    /// The lists of reports and mitigations come without `result_info`.
    pub no_result_info: bool,
    /// Every order of reports and mitigations goes the other way round.
    pub order_reversed: bool,
    /// Rows of the list of reports have the required members only.
    pub rows_are_bare: bool,
    /// Reports and mitigations, by id, whose row is an object without any known member.
    pub unreadable_rows: Vec<String>,
    /// How many days a cancelled or removed mitigation is listed; none: for ever. 30 is said of the dashboard.
    pub resolved_listed_days: Option<u32>,
    /// How long reading shows a mitigation as it was before an appeal, in milliseconds of the practice clock. The
    /// answer to the appeal shows it as it is.
    pub visibility_lag_ms: u64,
    /// What becomes of a pending mitigation whose review is asked for.
    pub pending_appealed: PendingAppealed,
    /// What becomes of an appeal that names mitigations which can't be appealed.
    pub bad_ids: BadIds,
    /// Mitigations in one appeal; one more is 400. None: any number.
    pub most_in_one_appeal: Option<usize>,
    /// The answer to an appeal has no `result`, which the schema does not require.
    pub appeals_answer_without_result: bool,
}

impl Default for SitesSwitches {
    fn default() -> Self {
        Self {
            needs_entitlement: false,
            per_page: 20,
            most_per_page: 100,
            clamps_per_page: false,
            total_pages: None,
            no_result_info: false,
            order_reversed: false,
            rows_are_bare: false,
            unreadable_rows: Vec::new(),
            resolved_listed_days: Some(30),
            visibility_lag_ms: 0,
            pending_appealed: PendingAppealed::default(),
            bad_ids: BadIds::default(),
            most_in_one_appeal: None,
            appeals_answer_without_result: false,
        }
    }
}
