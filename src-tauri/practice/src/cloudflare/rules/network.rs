//! The lists of a network report: IP addresses one a line, ports and protocols between commas.

use std::{collections::BTreeSet, net::IpAddr};

use super::{Broken, ErrorKind};

/// Items in one list.
const MOST: usize = 30;

/// Characters in the list of ports, and in one item of it.
const MOST_TOTAL: usize = 2000;
const MOST_ITEM: usize = 100;

pub(super) fn check_ips(name: &str, text: &str) -> Result<(), Broken> {
    let lines: Vec<&str> = text.split('\n').collect();
    if lines.len() > MOST {
        return Err(Broken::new(ErrorKind::MaxIPsError, format!("{name} has {} addresses", lines.len())));
    }
    let addresses: Option<BTreeSet<IpAddr>> = lines.iter().map(|line| line.parse().ok()).collect();
    match addresses {
        Some(addresses) if addresses.len() == lines.len() => Ok(()),
        Some(_) => Err(Broken::new(ErrorKind::BadIPError, format!("{name} has an address twice"))),
        None => Err(Broken::new(ErrorKind::BadIPError, format!("{name} has a line that is no address"))),
    }
}

pub(super) fn check_ports(text: &str) -> Result<(), Broken> {
    let items: Vec<&str> = text.split(',').map(|item| item.trim_matches(' ')).collect();
    let too_long = items.iter().any(|item| item.chars().count() > MOST_ITEM);
    if text.chars().count() > MOST_TOTAL || too_long || items.len() > MOST {
        return Err(Broken::new(ErrorKind::PortsProtocolError, "ports_protocols is too large"));
    }
    let unique: BTreeSet<String> = items.iter().map(|item| item.to_ascii_uppercase()).collect();
    if unique.len() < items.len() || !items.iter().all(|item| is_port_and_protocol(item)) {
        return Err(Broken::new(ErrorKind::BadPortsProtocolError, "ports_protocols has an item that does not fit"));
    }
    Ok(())
}

/// `80/TCP` and nothing else: whether ranges or bare ports pass is undocumented.
fn is_port_and_protocol(item: &str) -> bool {
    let Some((port, protocol)) = item.split_once('/') else { return false };
    let port_fits = port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    port_fits && !protocol.is_empty() && protocol.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
