//! Which files are taken: by extension and declared type together, which is the strictest reading of the list.
//!
//! Whether the real service judges by extension, declared type or content, whether the list holds for reports at all,
//! and what it answers to a file outside it are undocumented. Here both must fit, and the answer is 400.

const ACCEPTED: [(&str, &[&str]); 12] = [
    ("png", &["image/png"]),
    ("jpg", &["image/jpeg", "image/jpg"]),
    ("jpeg", &["image/jpeg", "image/jpg"]),
    ("pdf", &["application/pdf"]),
    ("eml", &["message/rfc822"]),
    ("msg", &["application/vnd.ms-outlook"]),
    ("txt", &["text/plain"]),
    ("csv", &["text/csv"]),
    ("doc", &["application/msword"]),
    ("docx", &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]),
    ("xls", &["application/vnd.ms-excel"]),
    ("xlsx", &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
];

/// Whether a file of this name and declared type is taken. Parameters of the type (`; charset=…`) don't count.
pub(super) fn accepted(name: &str, mime: &str) -> bool {
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    let essence = mime.split(';').next().unwrap_or_default().trim();
    ACCEPTED.iter().any(|(known, types)| {
        known.eq_ignore_ascii_case(extension) && types.iter().any(|known| known.eq_ignore_ascii_case(essence))
    })
}
