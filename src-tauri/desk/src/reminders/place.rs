//! What a block is on, in words that are no surer than the list's: one of several addresses is none of them, and what is
//! put on an account is not on the domain that its report is about.

use domain::Target;

use super::due::Pending;
use super::words::one_line;
use crate::contract::BlockScope;
use crate::words::from_word;

/// `one of 12 addresses of shop[.]example`, as it stands by itself.
pub(crate) fn what(block: &Pending) -> String {
    let place = bare(&block.place);
    let nowhere = place.is_empty();
    match scope(block) {
        BlockScope::UrlPattern if block.place_exact && !nowhere => place,
        BlockScope::UrlPattern => match (block.one_of, nowhere) {
            (0 | 1, true) => "an address that Cloudflare does not name".into(),
            (0 | 1, false) => format!("an address of {place}"),
            (count, true) => format!("one of {count} addresses of its report"),
            (count, false) => format!("one of {count} addresses of {place}"),
        },
        BlockScope::Zone if nowhere => "a whole domain that Cloudflare does not name".into(),
        BlockScope::Zone => format!("the whole domain {place}"),
        BlockScope::Account if nowhere => "your whole account".into(),
        BlockScope::Account => format!("your whole account (report about {place})"),
        BlockScope::CustomExpression if nowhere => "a rule".into(),
        BlockScope::CustomExpression => format!("a rule for {place}"),
        BlockScope::Other => {
            let place = if nowhere { "something that Cloudflare does not name".into() } else { place };
            match one_line(&block.raw_scope) {
                unsaid if unsaid.is_empty() => place,
                said => format!("{place} ({said})"),
            }
        }
    }
}

/// The same within a sentence: `on one of 12 addresses of shop[.]example`.
pub(crate) fn on(block: &Pending) -> String {
    let joined = if scope(block) == BlockScope::CustomExpression { "by" } else { "on" };
    format!("{joined} {}", what(block))
}

fn scope(block: &Pending) -> BlockScope {
    from_word(&block.raw_scope).unwrap_or(BlockScope::Other)
}

/// An address or domain of the service, defanged and without its scheme; empty where there is none.
pub(super) fn bare(told: &str) -> String {
    let shown = Target::parse(told).map_or_else(|_| domain::defang(told), |target| target.shown().text());
    let bare = ["hxxps://", "hxxp://"].iter().find_map(|scheme| shown.strip_prefix(scheme)).unwrap_or(&shown);
    one_line(bare.trim_end_matches('/'))
}
