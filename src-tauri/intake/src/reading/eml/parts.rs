//! The parts between boundaries (RFC 2046 §5.1), found line by line.

/// The parts of a multipart body. A last part that nobody closed counts. None where no boundary stands in it at all.
pub(super) fn parts<'a>(body: &'a [u8], boundary: &[u8], most: usize) -> Option<Vec<&'a [u8]>> {
    if boundary.is_empty() {
        return None;
    }
    cut(body, most, |line| exact(line, boundary)).or_else(|| cut(body, most, |line| lax(line, boundary)))
}

/// The boundary that a body itself shows, for a head that tells none.
pub(super) fn shown_boundary(body: &[u8]) -> Option<&[u8]> {
    let line = body.split(|byte| *byte == b'\n').take(50).find(|line| line.starts_with(b"--"))?;
    let boundary = line[2..].trim_ascii();
    (!boundary.is_empty() && boundary.len() <= 200).then_some(boundary)
}

/// What a line is.
#[derive(PartialEq)]
enum Line {
    Text,
    Between,
    End,
}

fn exact(line: &[u8], boundary: &[u8]) -> Line {
    let Some(rest) = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary)) else { return Line::Text };
    match rest.trim_ascii() {
        b"" => Line::Between,
        b"--" => Line::End,
        _ => Line::Text,
    }
}

/// Some programs write more behind the boundary, and others read past it.
fn lax(line: &[u8], boundary: &[u8]) -> Line {
    let Some(rest) = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary)) else { return Line::Text };
    if rest.starts_with(b"--") { Line::End } else { Line::Between }
}

fn cut(body: &[u8], most: usize, is: impl Fn(&[u8]) -> Line) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let kind = if line.starts_with(b"--") { is(line) } else { Line::Text };
        if kind != Line::Text {
            if let Some(from) = start {
                parts.push(without_line_end(&body[from..at]));
            }
            start = (kind == Line::Between).then_some(at + line.len());
            // One more than is read tells that there are more.
            if kind == Line::End || parts.len() > most {
                return Some(parts);
            }
        }
        at += line.len();
    }
    if let Some(from) = start {
        parts.push(without_line_end(&body[from..]));
        return Some(parts);
    }
    (!parts.is_empty()).then_some(parts)
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(part: &[u8]) -> &[u8] {
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    part.strip_suffix(b"\r").unwrap_or(part)
}
