//! Lists that are typed as text: a thing a line, or with commas between.

use cloudflare_abuse::{DataElement, Ips, Ports};
use domain::refang;

use crate::contract::FieldChoice;
use crate::words::from_word;

/// The items of a list, as typed, brackets against clicking taken out.
pub(super) fn items(text: &str) -> Vec<String> {
    let items = text.split(['\n', ',', ';']).map(|item| refang(item.trim()).trim().to_owned());
    items.filter(|item| !item.is_empty()).collect()
}

/// Why a list can't be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadList {
    Unreadable(String),
    Twice(String),
    /// So many items.
    TooMany(usize),
    /// So many characters in all.
    TooLong(usize),
}

pub(super) fn ips(text: &str) -> Result<Ips, BadList> {
    use cloudflare_abuse::BadIps::{NotAnIp, TooMany, Twice};
    Ips::new(items(text)).map_err(|bad| match bad {
        NotAnIp(item) => BadList::Unreadable(item),
        Twice(item) => BadList::Twice(item),
        TooMany(count) => BadList::TooMany(count),
    })
}

pub(super) fn ports(text: &str) -> Result<Ports, BadList> {
    use cloudflare_abuse::BadPorts::{BadItem, TooLong, TooMany, Twice};
    let items = items(text);
    if let Some(bad) = items.iter().find(|item| !is_port_and_protocol(item)) {
        return Err(BadList::Unreadable(bad.clone()));
    }
    Ports::new(items).map_err(|bad| match bad {
        BadItem(item) => BadList::Unreadable(item),
        Twice(item) => BadList::Twice(item),
        TooMany(count) => BadList::TooMany(count),
        TooLong(chars) => BadList::TooLong(chars),
    })
}

/// `80/TCP`, as in the service's example: it has an error for an invalid port and one for an invalid protocol, and says
/// of neither what is valid beyond that.
fn is_port_and_protocol(item: &str) -> bool {
    let Some((port, protocol)) = item.split_once('/') else { return false };
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    let number = port.parse::<u16>().is_ok_and(|port| port > 0);
    let name = protocol.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    digits && number && name && !protocol.is_empty()
}

/// The pieces of registration data that are ticked, with a space between them.
pub(super) fn elements(text: &str) -> Result<Vec<DataElement>, BadList> {
    let mut all = Vec::new();
    for word in text.split_whitespace() {
        let element = from_word(word).and_then(element).ok_or_else(|| BadList::Unreadable(word.to_owned()))?;
        if all.contains(&element) {
            return Err(BadList::Twice(word.to_owned()));
        }
        all.push(element);
    }
    Ok(all)
}

/// Our words for the pieces of data are the service's own.
fn element(choice: FieldChoice) -> Option<DataElement> {
    let word = crate::words::word(&choice);
    DataElement::ALL.iter().copied().find(|element| element.as_str() == word)
}
