//! The parts of a web address by their place in the text, as browsers part it, nothing rewritten.

use std::ops::Range;

use super::UrlPart;

/// Where the parts of an address stand, in bytes.
pub(super) struct Split {
    /// User name and password, without the `@` behind them.
    pub(super) user: Option<Range<usize>>,
    /// The host without its port.
    pub(super) host: Range<usize>,
    /// From the slash behind the host on.
    pub(super) path: Range<usize>,
    /// Without the question mark.
    pub(super) query: Option<Range<usize>>,
    /// Without the number sign.
    pub(super) fragment: Option<Range<usize>>,
}

/// A stretch of an address that is read for itself.
pub(super) struct Piece {
    pub(super) at: Range<usize>,
    pub(super) part: UrlPart,
    /// Whether it is the name of a parameter: words in it are the page's own.
    pub(super) is_key: bool,
}

impl Split {
    /// Parts an address, with or without a scheme.
    pub(super) fn of(address: &str) -> Self {
        let end = address.len();
        let authority = address.find("://").map_or(0, |at| at + 3);
        let find = |from: usize, to: usize, what: &[char]| address[from..to].find(what).map_or(to, |at| from + at);
        let before_fragment = find(authority, end, &['#']);
        let before_query = find(authority, before_fragment, &['?']);
        let before_path = find(authority, before_query, &['/', '\\']);
        let host = address[authority..before_path].rfind('@').map_or(authority, |at| authority + at + 1);
        let before_port = find(host, before_path, &[':']);
        Self {
            user: (host > authority).then(|| authority..host - 1),
            host: host..before_port,
            path: before_path..before_query,
            query: (before_query < before_fragment).then_some(before_query + 1..before_fragment),
            fragment: (before_fragment < end).then_some(before_fragment + 1..end),
        }
    }

    /// Every stretch that is read for itself, in order.
    pub(super) fn pieces(&self, address: &str) -> Vec<Piece> {
        let piece = |at: Range<usize>, part| Piece { at, part, is_key: false };
        let mut pieces = Vec::new();
        pieces.extend(self.user.clone().map(|user| piece(user, UrlPart::User)));
        pieces.push(piece(self.host.clone(), UrlPart::Host));
        pieces.extend(stretches(address, &self.path, |c| matches!(c, '/' | '\\')).map(|at| piece(at, UrlPart::Path)));
        for (range, part) in [(&self.query, UrlPart::Query), (&self.fragment, UrlPart::Fragment)] {
            let Some(range) = range else { continue };
            for parameter in parameters(address, range, part) {
                let (key, value) = key_and_value(address, &parameter);
                pieces.extend(key.map(|at| Piece { at, part, is_key: true }));
                pieces.push(piece(value, part));
            }
        }
        pieces
    }
}

/// The parameters of a query, or the stretches of a fragment: a route before a `?`, then parameters.
pub(super) fn parameters(address: &str, range: &Range<usize>, part: UrlPart) -> Vec<Range<usize>> {
    let in_fragment = part == UrlPart::Fragment;
    stretches(address, range, move |c| c == '&' || (in_fragment && c == '?')).collect()
}

/// `name=value` in its two halves; without a `=` it is a value alone.
pub(super) fn key_and_value(address: &str, parameter: &Range<usize>) -> (Option<Range<usize>>, Range<usize>) {
    let text = &address[parameter.clone()];
    match text.find('=') {
        // The padding of base64 is no sign of a name.
        Some(at) if !text[at..].bytes().all(|byte| byte == b'=') => {
            let middle = parameter.start + at;
            (Some(parameter.start..middle), middle + 1..parameter.end)
        }
        _ => (None, parameter.clone()),
    }
}

/// The stretches between the characters that part them, empty ones included.
fn stretches<'a>(
    address: &'a str,
    range: &Range<usize>,
    parts: impl Fn(char) -> bool + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = range.start;
    address[range.clone()].split(parts).map(move |piece| {
        let stretch = at..at + piece.len();
        // All of them are one byte long.
        at = stretch.end + 1;
        stretch
    })
}
