//! Traces in a web address.

use std::ops::Range;

use super::UrlPart;
use super::encoded::leads_to_a_page;
use super::people::{Names, People};
use super::scan::{Find, Reading, finds};
use super::split::Split;
use super::view::View;
use crate::target::{is_shared_host, registrable_domain};

/// How deep an address in a parameter of an address is followed: redirectors nest.
pub(super) const DEEPEST: usize = 3;

/// A find and where in the address it stands.
pub(super) struct Placed {
    pub(super) find: Find,
    /// The part of the outermost address.
    pub(super) part: UrlPart,
    /// Whether the page is still found without it.
    pub(super) removable: bool,
}

/// What is found in an address. Places are those of the view's source.
pub(super) fn finds_in(view: &View, people: &People) -> Vec<Placed> {
    let mut out = Vec::new();
    find(view, people, DEEPEST, &mut out);
    out
}

fn find(view: &View, people: &People, depth: usize, out: &mut Vec<Placed>) {
    let address = view.text();
    let split = Split::of(address);
    let ids = !is_everybodys(&address[split.host.clone()]);
    for piece in split.pieces(address) {
        if let Some(inner) = nested(view, &piece.at, piece.part).filter(|_| depth > 0) {
            let from = out.len();
            find(&inner, people, depth - 1, out);
            out[from..].iter_mut().for_each(|placed| placed.part = piece.part);
            continue;
        }
        let reading = match piece.part {
            UrlPart::Host => Reading { names: Names::Whole, ids: false },
            _ if piece.is_key => Reading { names: Names::None, ids },
            _ => Reading { names: Names::Any, ids },
        };
        out.extend(finds(&view.part(&piece.at), people, &[], reading).into_iter().map(|find| {
            let removable = !matches!(piece.part, UrlPart::Host | UrlPart::Path) && !find.leads;
            Placed { find, part: piece.part, removable }
        }));
    }
}

/// The address that a parameter leads to, as in `?continue=https%3A%2F%2F…`: without it, nobody gets there.
pub(super) fn nested(view: &View, value: &Range<usize>, part: UrlPart) -> Option<View> {
    let inner = matches!(part, UrlPart::Query | UrlPart::Fragment).then(|| view.part(value).percent_decoded())?;
    leads_to_a_page(inner.text()).then_some(inner)
}

/// Whether a host belongs to everybody (forms, file shares): there an id is the page's own, the same for all who got it,
/// and without it nobody finds the page.
fn is_everybodys(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    is_shared_host(&host) || registrable_domain(&host).is_some_and(is_shared_host)
}
