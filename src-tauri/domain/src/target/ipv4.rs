//! An IPv4 address as a target.

use std::net::Ipv4Addr;

use super::TargetProblem;

/// One IPv4 address: four numbers, no port, no mask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ipv4Address {
    address: Ipv4Addr,
    pub(super) hidden: bool,
}

impl Ipv4Address {
    /// Reads cleaned text. Numbers with a leading zero are refused, since some programs read them as octal.
    pub(super) fn read(text: &str, hidden: bool) -> Result<Self, TargetProblem> {
        let address = text.parse().map_err(|_| TargetProblem::IpUnreadable)?;
        Ok(Self { address, hidden })
    }

    /// The address.
    pub fn address(&self) -> Ipv4Addr {
        self.address
    }
}
