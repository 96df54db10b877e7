//! RTF as mails hold it: packed by the scheme of MS-OXRTFCP. What comes out is bounded here, whatever the head claims,
//! and a wrong checksum is no reason to read nothing.

use crate::window::u32_at;

const HEAD: usize = 16;
const PACKED: u32 = 0x7546_5A4C;
const PLAIN: u32 = 0x414C_454D;
const WINDOW: usize = 4096;
/// What both sides have in their window before the first byte (MS-OXRTFCP §2.1.3.1.2).
const BEGINNING: &[u8] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// What was unpacked.
pub(in super::super) struct Unpacked {
    pub rtf: Vec<u8>,
    /// It ended as it should.
    pub whole: bool,
    /// There is more than was asked for.
    pub more: bool,
}

/// At most `longest` bytes of it; none where it is no such thing.
pub(in super::super) fn unpacked(bytes: &[u8], longest: usize) -> Option<Unpacked> {
    let claimed = u32_at(bytes, 4)? as usize;
    let body = bytes.get(HEAD..)?;
    match u32_at(bytes, 8)? {
        PLAIN => {
            let there = claimed.min(body.len());
            let rtf = body[..there.min(longest)].to_vec();
            Some(Unpacked { more: there > longest, whole: claimed <= body.len(), rtf })
        }
        PACKED => {
            let mut out = Window::new(longest);
            let whole = out.fill(body).is_some();
            Some(Unpacked { more: out.rtf.len() >= longest, whole, rtf: out.rtf })
        }
        _ => None,
    }
}

struct Window {
    last: [u8; WINDOW],
    at: usize,
    rtf: Vec<u8>,
    longest: usize,
}

impl Window {
    fn new(longest: usize) -> Self {
        let mut last = [b' '; WINDOW];
        last[..BEGINNING.len()].copy_from_slice(BEGINNING);
        Self { last, at: BEGINNING.len(), rtf: Vec::new(), longest }
    }

    fn push(&mut self, byte: u8) {
        self.last[self.at] = byte;
        self.at = (self.at + 1) % WINDOW;
        self.rtf.push(byte);
    }

    /// Runs of eight, each led by a byte that tells which of them are references into the window. None where it breaks
    /// off before its end.
    fn fill(&mut self, body: &[u8]) -> Option<()> {
        let mut bytes = body.iter().copied();
        loop {
            let kinds = bytes.next()?;
            for bit in 0..8 {
                if self.rtf.len() >= self.longest {
                    return Some(());
                }
                let first = bytes.next()?;
                if kinds >> bit & 1 == 0 {
                    self.push(first);
                    continue;
                }
                let reference = usize::from(first) << 8 | usize::from(bytes.next()?);
                let from = reference >> 4;
                if from == self.at {
                    return Some(());
                }
                for step in 0..(reference & 0xF) + 2 {
                    self.push(self.last[(from + step) % WINDOW]);
                }
            }
        }
    }
}
