//! What counts as an e-mail address, a domain, a host: one reading for both played services.

/// Whether this is one e-mail address and nothing besides.
pub(crate) fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let local_fits = !local.is_empty() && local.len() <= 64;
    let no_oddities =
        !local.contains(|c: char| c == '@' || c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    local_fits && no_oddities && is_domain(domain)
}

/// Two labels at least, the last no number. Unicode labels pass.
pub(crate) fn is_domain(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label_fits)
        && !last.bytes().all(|b| b.is_ascii_digit())
}

/// The host in what follows `scheme://`.
pub(crate) fn host_of(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((before, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => before,
        _ => host,
    }
}
