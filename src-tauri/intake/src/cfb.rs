//! Old Word, Excel and Outlook files are compound files (Microsoft calls the format MS-CFB): a small file system. Only
//! the names in its root folder are read, by bounded steps: the numbers in it may point anywhere, or in circles.

use std::io::{self, Read, Seek};

use crate::sniff::Content;
use crate::window::{read_at, u16_at, u32_at};

/// The first eight bytes.
pub(crate) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Length of an entry of a folder.
const ENTRY: usize = 128;
/// Sectors of folder entries that are read at most; ordinary files have fewer than twenty.
const FOLDER_SECTORS: usize = 64;
/// Sectors of the list of tables that are followed at most; enough for 100 MB.
const LIST_SECTORS: usize = 32;
/// Numbers from here on are marks ("end", "free"), not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;

/// Which document a compound file is, by the streams of its root folder; any other is `Other`.
pub(crate) fn sniff(file: &mut (impl Read + Seek), head: &[u8]) -> io::Result<Content> {
    let folder = match Sectors::of(head) {
        Some(mut sectors) => sectors.folder(file)?,
        None => Vec::new(),
    };
    let mut found = Content::Other;
    for name in root_names(&folder) {
        found = match name.as_str() {
            "__properties_version1.0" => Content::OutlookMail,
            "WordDocument" => Content::OldWord,
            "Workbook" | "Book" => Content::OldExcel,
            _ => continue,
        };
    }
    Ok(found)
}

/// Where the sectors of a compound file are.
struct Sectors {
    size: usize,
    first_of_folder: u32,
    /// The sectors that hold the table of what follows what, in order.
    tables: Vec<u32>,
    first_of_list: u32,
}

impl Sectors {
    fn of(header: &[u8]) -> Option<Self> {
        let size = match u16_at(header, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let tables = (0..109).map_while(|at| u32_at(header, 76 + at * 4)).take_while(|n| *n < FIRST_MARK).collect();
        Some(Self { size, first_of_folder: u32_at(header, 48)?, tables, first_of_list: u32_at(header, 68)? })
    }

    fn read(&self, file: &mut (impl Read + Seek), sector: u32) -> io::Result<Vec<u8>> {
        read_at(file, (u64::from(sector) + 1) * self.size as u64, self.size)
    }

    /// The bytes of the folder's sectors, one after the other.
    fn folder(&mut self, file: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
        self.read_list(file)?;
        let mut bytes = Vec::new();
        let mut sector = self.first_of_folder;
        for _ in 0..FOLDER_SECTORS {
            if sector >= FIRST_MARK {
                break;
            }
            bytes.extend(self.read(file, sector)?);
            let Some(next) = self.after(file, sector)? else { break };
            sector = next;
        }
        Ok(bytes)
    }

    /// Files of more than some 7 MB have more tables than their header has room for.
    fn read_list(&mut self, file: &mut (impl Read + Seek)) -> io::Result<()> {
        let per_sector = self.size / 4 - 1;
        let mut sector = self.first_of_list;
        for _ in 0..LIST_SECTORS {
            if sector >= FIRST_MARK {
                break;
            }
            let list = self.read(file, sector)?;
            self.tables.extend((0..per_sector).map_while(|at| u32_at(&list, at * 4)).take_while(|n| *n < FIRST_MARK));
            let Some(next) = u32_at(&list, per_sector * 4) else { break };
            sector = next;
        }
        Ok(())
    }

    /// The sector that follows one.
    fn after(&self, file: &mut (impl Read + Seek), sector: u32) -> io::Result<Option<u32>> {
        let per_table = self.size / 4;
        let Ok(sector) = usize::try_from(sector) else { return Ok(None) };
        let Some(table) = self.tables.get(sector / per_table) else { return Ok(None) };
        Ok(u32_at(&self.read(file, *table)?, (sector % per_table) * 4))
    }
}

/// The names of what lies in the root folder itself: a Word file may have a whole Excel file in a folder below.
fn root_names(folder: &[u8]) -> Vec<String> {
    let entries: Vec<&[u8]> = folder.chunks_exact(ENTRY).collect();
    let link = |entry: &[u8], at| u32_at(entry, at).and_then(|id| usize::try_from(id).ok());
    let mut names = Vec::new();
    let mut seen = vec![false; entries.len()];
    // The entries of a folder hang together as a tree: left neighbour, right neighbour.
    let mut waiting: Vec<usize> = entries.first().and_then(|root| link(root, 76)).into_iter().collect();
    while let Some(id) = waiting.pop() {
        let Some(entry) = entries.get(id) else { continue };
        if std::mem::replace(&mut seen[id], true) {
            continue;
        }
        names.extend(name(entry));
        waiting.extend([link(entry, 68), link(entry, 72)].into_iter().flatten());
    }
    names
}

/// The name of an entry; its length counts the bytes, the zero at its end included.
fn name(entry: &[u8]) -> Option<String> {
    let length = usize::from(u16_at(entry, 64)?).checked_sub(2)?;
    let units = entry.get(..length.min(62))?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}
