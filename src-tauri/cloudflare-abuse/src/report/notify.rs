//! Who is told about a report, and with whose name.

closed_words! {
    /// What the host, or NCMEC, is told. That `send` passes the reporter's details on and `send-anon` does not is
    /// **inferred** from the names.
    ///
    /// Page: "Submit an abuse report", `host_notification` and `ncmec_notification`.
    Notify {
        /// The report with its sender.
        Send = "send",
        /// The report without its sender.
        SendAnon = "send-anon",
    }
}

closed_words! {
    /// What the site's owner is told, where nothing at all is allowed too. Inferred as in [`Notify`].
    ///
    /// Page: "Submit an abuse report", `owner_notification`. One error says that at least one party must be notified:
    /// what that means for a registrar report with `none`, which has no host, is **not documented**.
    NotifyOwner {
        /// The report with its sender.
        Send = "send",
        /// The report without its sender.
        SendAnon = "send-anon",
        /// Nothing.
        None = "none",
    }
}
