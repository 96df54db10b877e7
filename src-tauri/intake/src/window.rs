//! Bounded reading at a place of a file.

use std::io::{self, Read, Seek, SeekFrom};

/// At most `longest` bytes from `offset` on; fewer where the file ends before, none behind its end.
pub(crate) fn read_at(file: &mut (impl Read + Seek), offset: u64, longest: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    file.take(longest as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Two bytes, little end first; none behind the end.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes, little end first; none behind the end.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
