//! What is asked of a compound file (MS-CFB) before it is opened. The `cfb` crate refuses circles by itself; what it
//! does not bound is how much a small file may make it keep: a list of tables that names the same one a million times,
//! or a folder that fills the whole file.

use crate::window::{u16_at, u32_at};

/// Entries of all folders together. A mail to 1,500 people with 100 files has some 18,000.
const FOLDER_ENTRIES: usize = 32_768;
const ENTRY: usize = 128;
/// How many tables of sectors the head of the file lists itself.
const LISTED_IN_HEAD: usize = 109;
/// Numbers from here on are marks ("end", "free"), not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;

/// Whether opening this file stays within what its size and honest mails justify.
pub(super) fn is_sane(bytes: &[u8]) -> bool {
    Sectors::of(bytes).is_some_and(|sectors| {
        sectors.tables().is_some_and(|tables| sectors.chain_ends(&tables, FOLDER_ENTRIES * ENTRY / sectors.size))
    })
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    count: usize,
}

impl<'a> Sectors<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        Some(Self { bytes, size, count: bytes.len().div_ceil(size).checked_sub(1)? })
    }

    fn number(&self, sector: u32, at: usize) -> Option<u32> {
        let start = usize::try_from(sector).ok()?.checked_add(1)?.checked_mul(self.size)?;
        u32_at(self.bytes, start.checked_add(at * 4)?)
    }

    /// The sectors that hold the tables; none where there are more of them than sectors.
    fn tables(&self) -> Option<Vec<u32>> {
        let mut tables: Vec<u32> =
            (0..LISTED_IN_HEAD).map_while(|at| u32_at(self.bytes, 76 + at * 4)).filter(|n| *n < FIRST_MARK).collect();
        let per_sector = self.size / 4 - 1;
        let mut list = u32_at(self.bytes, 68)?;
        for _ in 0..self.count {
            if list >= FIRST_MARK {
                break;
            }
            tables.extend((0..per_sector).map_while(|at| self.number(list, at)).filter(|n| *n < FIRST_MARK));
            if tables.len() > self.count {
                return None;
            }
            list = self.number(list, per_sector)?;
        }
        (tables.len() <= self.count).then_some(tables)
    }

    /// Whether the chain of folder sectors ends within so many steps.
    fn chain_ends(&self, tables: &[u32], longest: usize) -> bool {
        let per_table = self.size / 4;
        let mut sector = u32_at(self.bytes, 48);
        for _ in 0..=longest {
            let Some(current) = sector else { return false };
            if current >= FIRST_MARK {
                return true;
            }
            let current = current as usize;
            sector = tables.get(current / per_table).and_then(|table| self.number(*table, current % per_table));
        }
        false
    }
}
