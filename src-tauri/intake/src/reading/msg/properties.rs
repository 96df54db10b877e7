//! The properties of a mail, a recipient or an attachment (MS-OXMSG §2.4): short ones in one stream of 16 bytes each,
//! long ones in a stream of their own, named by their number and type.

use std::collections::HashMap;

use domain::Moment;

use super::codepage;
use super::store::Store;
use crate::reading::budget::Budget;
use crate::window::u32_at;

/// Bytes of a name, an address or a subject that are read.
pub(super) const SHORT: usize = 64 * 1024;
/// Short properties that are kept of one object; Outlook writes some 60.
const KEPT: usize = 2000;

const NUMBER: u16 = 0x0003;
const FLAG: u16 = 0x000B;
const EIGHT_BIT: u16 = 0x001E;
const UNICODE: u16 = 0x001F;
const TIME: u16 = 0x0040;
const BINARY: u16 = 0x0102;

/// What stands before the first property, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before {
    Mail = 32,
    EmbeddedMail = 24,
    Other = 8,
}

/// The properties of one object.
pub(super) struct Properties {
    /// Where the object is, without a slash at its end.
    pub path: String,
    short: HashMap<(u16, u16), [u8; 8]>,
    /// The code page of its eight-bit texts.
    pub codepage: u32,
}

impl Properties {
    /// `codepage` is the surrounding object's; a mail states its own.
    pub(super) fn read(store: &mut Store, path: &str, before: Before, codepage: u32, budget: &mut Budget) -> Self {
        let bytes = store.read(&format!("{path}/__properties_version1.0"), 16 * KEPT, budget).unwrap_or_default();
        let short = bytes.get(before as usize..).unwrap_or_default().chunks_exact(16).filter_map(property).collect();
        let mut properties = Self { path: path.to_owned(), short, codepage };
        let stated = [0x3FFD, 0x3FDE].into_iter().find_map(|id| properties.number(id).filter(|page| *page != 0));
        properties.codepage = stated.unwrap_or(codepage);
        properties
    }

    pub(super) fn number(&self, id: u16) -> Option<u32> {
        self.short.get(&(id, NUMBER)).and_then(|value| u32_at(value, 0))
    }

    pub(super) fn flag(&self, id: u16) -> bool {
        self.short.get(&(id, FLAG)).is_some_and(|value| value[0] != 0)
    }

    /// Windows counts tenths of a microsecond since 1601.
    pub(super) fn time(&self, id: u16) -> Option<Moment> {
        const MILLIS_TO_1970: i64 = 11_644_473_600_000;
        let ticks = u64::from_le_bytes(*self.short.get(&(id, TIME))?);
        let millis = i64::try_from(ticks / 10_000).ok()?;
        (ticks > 0).then(|| Moment(millis - MILLIS_TO_1970))
    }

    /// A text in either of its types, without the zeros at its end; empty where there is none.
    pub(super) fn text(&self, store: &mut Store, id: u16, longest: usize, budget: &mut Budget) -> String {
        let text = match store.read(&self.stream(id, UNICODE), longest, budget) {
            Some(bytes) => encoding_rs::UTF_16LE.decode(&bytes).0.into_owned(),
            None => match store.read(&self.stream(id, EIGHT_BIT), longest, budget) {
                Some(bytes) => codepage::decoded(&bytes, self.codepage),
                None => String::new(),
            },
        };
        text.trim_end_matches('\0').to_owned()
    }

    /// The first of several texts that says anything.
    pub(super) fn first_text(&self, store: &mut Store, ids: &[u16], budget: &mut Budget) -> String {
        let mut texts = ids.iter().map(|id| self.text(store, *id, SHORT, budget));
        texts.find(|text| !text.trim().is_empty()).unwrap_or_default()
    }

    pub(super) fn binary(&self, store: &mut Store, id: u16, longest: usize, budget: &mut Budget) -> Option<Vec<u8>> {
        store.read(&self.stream(id, BINARY), longest, budget)
    }

    /// The code page of what the mail held before Outlook had it.
    pub(super) fn internet_codepage(&self) -> Option<u32> {
        self.number(0x3FDE).filter(|page| *page != 0)
    }

    fn stream(&self, id: u16, kind: u16) -> String {
        format!("{}/__substg1.0_{id:04X}{kind:04X}", self.path)
    }
}

/// Its type and number, its flags, its value.
fn property(bytes: &[u8]) -> Option<((u16, u16), [u8; 8])> {
    let tag = u32_at(bytes, 0)?;
    let value = bytes.get(8..16)?.try_into().ok()?;
    Some((((tag >> 16) as u16, (tag & 0xFFFF) as u16), value))
}
