//! What a draft gets from its evidence. Only what nobody filled in: nothing that was typed is written over.

use intake::Likely;

use super::{Found, brand, note};
use crate::contract::{ClientView, DraftFields};

/// What filling goes by, besides the evidence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// Own sites, as entered.
    pub sites: &'a [String],
    /// Brands, as entered.
    pub brands: &'a [String],
    /// Brands or clients that reports can be for.
    pub clients: &'a [ClientView],
    /// The one that new reports are for.
    pub usual_client: &'a str,
}

/// Fills target, note and brand in. Whether there is something to check now: a target, or a choice to make.
pub(crate) fn fill(fields: &mut DraftFields, found: &Found, ground: Ground<'_>) -> bool {
    if !fields.target.trim().is_empty() {
        return false;
    }
    let sent = |at: usize| found.ranked.candidates.get(at).map(|one| one.target.as_sent());
    match found.ranked.likely {
        Likely::One => fields.target = sent(0).unwrap_or_default(),
        Likely::All => {
            fields.target = sent(0).unwrap_or_default();
            let rest = found.ranked.candidates.iter().skip(1).map(|one| one.target.as_sent());
            let lines = (fields.more_addresses.lines().map(str::to_owned)).filter(|line| !line.trim().is_empty());
            fields.more_addresses = lines.chain(rest).collect::<Vec<_>>().join("\n");
        }
        Likely::Several(_) | Likely::None => {}
    }
    let names = ground.brands.iter().map(String::as_str).chain(ground.clients.iter().map(|one| one.name.as_str()));
    let copied = brand::copied(found, &names.collect::<Vec<_>>());
    if fields.client_id == ground.usual_client
        && let Some(client) = copied.and_then(|copied| client(ground.clients, copied))
    {
        fields.client_id.clone_from(&client.id);
    }
    if fields.note.trim().is_empty() {
        fields.note = note::note(found, copied, genuine(ground.sites, copied));
    }
    !fields.target.is_empty() || found.question().is_some()
}

/// The client that stands for a brand: the one of that name, or the only one whose name has it in it.
fn client<'a>(clients: &'a [ClientView], brand: &str) -> Option<&'a ClientView> {
    let exact = clients.iter().find(|client| client.name.eq_ignore_ascii_case(brand));
    exact.or_else(|| {
        let mut named = clients.iter().filter(|client| brand::is_named(&client.name, brand));
        let only = named.next()?;
        named.next().is_none().then_some(only)
    })
}

/// The genuine site that is copied: of several the one with the brand in its name, else the only one.
fn genuine<'a>(sites: &'a [String], copied: Option<&str>) -> Option<&'a str> {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let named = copied.and_then(|brand| sites.iter().find(|site| plain(site).contains(&plain(brand))));
    match (named, sites) {
        (Some(site), _) => Some(site.trim()),
        (None, [only]) => Some(only.trim()),
        (None, _) => None,
    }
}
