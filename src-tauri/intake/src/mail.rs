//! Whether bytes begin like a mail (RFC 5322): header fields, some of which every mail has.

/// Fields of which a mail has at least two. A text with one such line is a text.
const KNOWN: [&str; 12] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "message-id",
    "return-path",
    "reply-to",
    "mime-version",
    "content-type",
    "delivered-to",
    "dkim-signature",
];

/// Lines that are looked at before giving up: enough for the longest chain of `Received` fields.
const LINES: usize = 400;

/// Whether the beginning of a file is the head of a mail. Only the head is judged: bodies may hold any bytes.
pub(crate) fn looks_like_mail(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let mut known = 0;
    let mut fields = 0;
    let lines = head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    for (at, line) in lines.skip_while(|line| line.trim_ascii().is_empty()).take(LINES).enumerate() {
        if line.is_empty() {
            break;
        }
        if line.iter().any(|byte| *byte < 0x20 && *byte != b'\t') {
            return false;
        }
        let continues = fields > 0 && line.starts_with(b" ") || line.starts_with(b"\t");
        // What mailbox files put in front of each mail.
        if continues || (at == 0 && line.starts_with(b"From ")) {
            continue;
        }
        let Some(name) = field_name(line) else { return false };
        fields += 1;
        known += usize::from(KNOWN.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes())));
    }
    known >= 2
}

/// The name before the colon: printable ASCII without a space.
fn field_name(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(u8::is_ascii_graphic)).then_some(name)
}
