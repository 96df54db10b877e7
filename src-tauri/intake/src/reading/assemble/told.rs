//! Whether somebody tells us of something in his own words.

use super::lures::fails;
use crate::addresses::in_text;
use crate::reading::forwarded;
use crate::reading::letter::Letter;
use crate::reading::{Came, Found, Place, Reading};

/// A mail to those who look into such things, with nothing in it to click but addresses that are written out.
pub(super) fn is_told(reading: &Reading, letter: &Letter) -> bool {
    let mut addresses = reading.addresses.iter().filter(|found| found.place != Place::Loaded).peekable();
    reading.came == Came::Itself
        && forwarded::is_report(&letter.recipients)
        && !letter.pieces.iter().any(|piece| piece.letter.is_some())
        && !reading.head.checks.iter().any(fails)
        && addresses.peek().is_some()
        && addresses.all(is_written_out)
}

fn is_written_out(found: &Found) -> bool {
    match found.place {
        Place::Text | Place::Subject => !found.hidden,
        Place::Link => !found.hidden && says_itself(found),
        _ => false,
    }
}

/// The link's text is the address and nothing else, whatever it says of the scheme.
fn says_itself(found: &Found) -> bool {
    let bare = |address: &str| {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        rest.trim_end_matches('/').to_owned()
    };
    let named = in_text(&found.text, 2);
    !found.text.trim().contains(char::is_whitespace)
        && matches!(named.as_slice(), [one] if bare(&one.address) == bare(&found.address))
}
