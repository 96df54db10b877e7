//! The file types that the service takes.

/// Extension and the exact MIME type to declare, from the service's page "Add Attachment to Existing Incident". The
/// report pages do not repeat the list; whether it holds there is **not documented**, and assumed. Whether extension,
/// declared type or content decides is not documented either, so all three should agree.
pub const ACCEPTED_TYPES: [(&str, &str); 12] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("pdf", "application/pdf"),
    ("eml", "message/rfc822"),
    ("msg", "application/vnd.ms-outlook"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

/// The MIME type to declare for an extension (no dot, any case), if the service takes it.
#[must_use]
pub fn media_type_of(extension: &str) -> Option<&'static str> {
    let mut accepted = ACCEPTED_TYPES.iter();
    accepted.find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|(_, media_type)| *media_type)
}
