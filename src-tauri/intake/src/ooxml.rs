//! Word and Excel files are ZIP archives. Of an archive only the list of its parts is read, and nothing is unpacked.

use std::io::{self, Read, Seek, SeekFrom};

use crate::sniff::Content;
use crate::window::{read_at, u16_at, u32_at};

/// The end record is 22 bytes long, with a comment of at most 65,535 behind it.
const END_RECORD: usize = 22;
const LONGEST_END: usize = END_RECORD + 65_535;
/// Longer lists of parts than this are not an office document that anybody wrote.
const LONGEST_LIST: usize = 1024 * 1024;

/// Which office document an archive is, by the names of its parts; any other archive is `Other`.
pub(crate) fn sniff(file: &mut (impl Read + Seek)) -> io::Result<Content> {
    let size = file.seek(SeekFrom::End(0))?;
    let tail_at = size.saturating_sub(LONGEST_END as u64);
    let tail = read_at(file, tail_at, LONGEST_END)?;
    let Some((at, length)) = list_of_parts(&tail, tail_at) else { return Ok(Content::Other) };
    let list = read_at(file, at, length)?;
    Ok(by_parts(&list))
}

/// Where the list of parts stands and how long it is, from the last end record of the archive.
fn list_of_parts(tail: &[u8], tail_at: u64) -> Option<(u64, usize)> {
    let end = (0..=tail.len().checked_sub(END_RECORD)?).rev().find(|at| tail[*at..].starts_with(b"PK\x05\x06"))?;
    let length = usize::try_from(u32_at(tail, end + 12)?).ok()?;
    let at = u64::from(u32_at(tail, end + 16)?);
    // Also sorts out the 64-bit form, whose place holders are the largest numbers.
    let ends_before = at.checked_add(length as u64)? <= tail_at + end as u64;
    (ends_before && length <= LONGEST_LIST).then_some((at, length))
}

fn by_parts(list: &[u8]) -> Content {
    let mut types = false;
    let (mut word, mut excel) = (false, false);
    for name in PartNames(list) {
        types |= name == b"[Content_Types].xml";
        word |= name.starts_with(b"word/");
        excel |= name.starts_with(b"xl/");
    }
    match (types, word, excel) {
        (true, true, false) => Content::Word,
        (true, false, true) => Content::Excel,
        _ => Content::Other,
    }
}

/// The names in a list of parts; ends at the first entry that is not whole.
struct PartNames<'a>(&'a [u8]);

impl<'a> Iterator for PartNames<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        const FIXED: usize = 46;
        if !self.0.starts_with(b"PK\x01\x02") {
            return None;
        }
        let name = usize::from(u16_at(self.0, 28)?);
        let rest = usize::from(u16_at(self.0, 30)?) + usize::from(u16_at(self.0, 32)?);
        let text = self.0.get(FIXED..FIXED + name)?;
        self.0 = self.0.get(FIXED + name + rest..)?;
        Some(text)
    }
}
