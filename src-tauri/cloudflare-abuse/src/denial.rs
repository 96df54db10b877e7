//! Why a submitted report was denied.

open_words! {
    /// Why a submitted report was denied. The pages list the words and **describe none** of them: what each says here
    /// is read from its name.
    ///
    /// Page: "List submitted reports", `denial_reason`.
    DenialReason {
        /// The abuse could not be confirmed.
        UnableToConfirm = "unable_to_confirm",
        /// Something was missing in the report.
        IncompleteReport = "incomplete_report",
        /// The site is not on Cloudflare.
        NotOnCloudflare = "not_on_cloudflare",
        /// It was reported before.
        DuplicateReport = "duplicate_report",
        /// The content is gone.
        ContentRemoved = "content_removed",
        /// What was reported is not what was found.
        ReportDetailsMismatch = "report_details_mismatch",
        /// No abuse was found.
        NoAbuseFound = "no_abuse_found",
        /// The original work was not named.
        MissingOriginalWork = "missing_original_work",
        /// The address of the very thing is wanted.
        DirectUrlRequired = "direct_url_required",
        /// It belongs into another category.
        WrongReportCategory = "wrong_report_category",
        /// The content could not be seen.
        ContentUnavailable = "content_unavailable",
        /// The police have to ask.
        LawEnforcementReferralRequired = "law_enforcement_referral_required",
        /// A domain dispute has to be opened.
        DomainDisputeProcessRequired = "domain_dispute_process_required",
    }
}
