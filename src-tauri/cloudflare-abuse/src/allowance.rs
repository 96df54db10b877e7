//! How much may still be asked, before the service has to say "slow down".

use http_kit::Answer;

/// The tightest of the limits that an answer tells.
///
/// Page: "Rate limits" of the API's fundamentals, header `Ratelimit`. Documented are 1,200 requests in five minutes
/// for a token, then five minutes of refusals; a limit of its own for reports is **not documented**.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Requests that are left in the window.
    pub remaining: u64,
    /// Seconds until the window begins anew.
    pub resets_in_s: u64,
}

impl Allowance {
    /// What an answer's `Ratelimit` header tells; `None` where there is none, or none that can be read. Of limits with
    /// equally little left, the one that lasts longest.
    #[must_use]
    pub fn of(answer: &Answer) -> Option<Self> {
        let limits = split(answer.ratelimit.as_deref()?, ',');
        let limits = limits.into_iter().filter_map(limit);
        limits.min_by_key(|limit| (limit.remaining, u64::MAX - limit.resets_in_s))
    }
}

/// One limit: `"default";r=50;t=30`, in any order, with whatever else stands there.
fn limit(item: &str) -> Option<Allowance> {
    let parameters = split(item, ';');
    let number = |name: &str| {
        parameters.iter().find_map(|parameter| {
            let (known, value) = parameter.split_once('=')?;
            (known.trim() == name).then(|| whole(value.trim())).flatten()
        })
    };
    Some(Allowance { remaining: number("r")?, resets_in_s: number("t")? })
}

fn whole(text: &str) -> Option<u64> {
    // `parse` alone would take "+5".
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Splits outside quotation marks: a limit's name may hold any character.
fn split(list: &str, separator: char) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    let parts = list.split(|c: char| {
        let literal = std::mem::take(&mut escaped);
        match c {
            '"' if !literal => quoted = !quoted,
            '\\' if quoted && !literal => escaped = true,
            _ => {}
        }
        c == separator && !quoted
    });
    parts.collect()
}
