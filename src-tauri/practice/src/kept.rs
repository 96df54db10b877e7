//! The file in which the state outlives a restart.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    CfProcessed, CfReport, CfSwitches, Processed, StartError, Switches, cloudflare::Sites, phishfort::Incident,
};

/// What is kept between starts. Faults, the request history and keys are not.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) incidents: Vec<Incident>,
    pub(crate) processed: Vec<Processed>,
    /// How many incidents there ever were; the next one's number follows it.
    pub(crate) numbered: u64,
    pub(crate) clock_offset_ms: i64,
    pub(crate) switches: Switches,
    /// Absent in files from before Cloudflare was played.
    #[serde(default)]
    pub(crate) cloudflare: KeptReports,
}

/// Cloudflare's part of it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct KeptReports {
    pub(crate) reports: Vec<CfReport>,
    pub(crate) processed: Vec<CfProcessed>,
    /// How many reports there ever were; the next one's number follows it.
    pub(crate) numbered: u64,
    pub(crate) switches: CfSwitches,
    /// Absent in files from before reports about the account were played.
    #[serde(default)]
    pub(crate) sites: Sites,
}

impl Kept {
    /// A missing file is a first start.
    pub(crate) fn read(path: &Path) -> Result<Self, StartError> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(StartError::Unreadable { path: path.to_owned(), source }),
        };
        serde_json::from_slice(&bytes).map_err(|source| StartError::NotOurs { path: path.to_owned(), source })
    }

    /// Beside first, then renamed over: a killed process leaves the old state or the new one, never half of one.
    /// Not synced to the disk, since nothing here is worth more than the machine's uptime.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let beside = path.with_extension("new");
        fs::write(&beside, serde_json::to_vec(self)?)?;
        fs::rename(&beside, path)
    }
}
