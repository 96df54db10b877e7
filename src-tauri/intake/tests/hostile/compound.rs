//! A compound file (MS-CFB) whose numbers can be bent.

/// Sectors of 512 bytes, as the writer of the tests makes them.
const SECTOR: usize = 512;
const ENTRY: usize = 128;

/// The bytes, and where the numbers in them are.
pub(super) struct Compound(pub Vec<u8>);

impl Compound {
    pub(super) fn number(&self, at: usize) -> u32 {
        u32::from_le_bytes(self.0[at..at + 4].try_into().unwrap())
    }

    pub(super) fn set(&mut self, at: usize, number: u32) {
        self.0[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }

    pub(super) fn first_of_folder(&self) -> u32 {
        self.number(48)
    }

    pub(super) fn first_of_mini_table(&self) -> u32 {
        self.number(60)
    }

    /// Where a sector begins.
    pub(super) fn sector(number: u32) -> usize {
        (number as usize + 1) * SECTOR
    }

    /// Where it stands what follows a sector.
    pub(super) fn after(&self, sector: u32) -> usize {
        let per_table = SECTOR / 4;
        let table = self.number(76 + sector as usize / per_table * 4);
        Self::sector(table) + sector as usize % per_table * 4
    }

    /// Where the first entry of this name begins.
    pub(super) fn entry(&self, name: &str) -> usize {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        let found = (0..self.0.len() / ENTRY).find(|at| self.0[at * ENTRY..].starts_with(&name));
        found.unwrap() * ENTRY
    }

    /// Where an entry begins, by its number.
    pub(super) fn numbered_entry(&self, number: u32) -> usize {
        let per_sector = SECTOR / ENTRY;
        let mut sector = self.first_of_folder();
        for _ in 0..number as usize / per_sector {
            sector = self.number(self.after(sector));
        }
        Self::sector(sector) + number as usize % per_sector * ENTRY
    }

    /// Puts a sector at the end, and tells its number.
    pub(super) fn push(&mut self, sector: &[u8; SECTOR]) -> u32 {
        self.0.extend(sector);
        u32::try_from(self.0.len() / SECTOR - 2).unwrap()
    }
}
