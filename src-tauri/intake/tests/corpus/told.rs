//! What the program says of a file, in the golden results' words.

use std::io::Cursor;

use domain::Target;
use intake::{Likely, Ours, Ranked, Reading, Sign, judge, rank, read};
use serde::Serialize;

use super::golden::{Case, Golden};

/// A file that was read and ranked.
pub(crate) struct Seen {
    pub(crate) reading: Reading,
    pub(crate) ranked: Ranked,
}

/// Reads and ranks as the app does: the kind is what the name and the content say.
pub(crate) fn seen(name: &str, bytes: &[u8], golden: &Golden) -> Result<Seen, String> {
    let kind = judge(name, Cursor::new(bytes)).unwrap().kind;
    let reading = read(kind, bytes).unwrap().map_err(|unread| format!("{kind:?}: {unread}"))?;
    let ours = Ours { sites: &golden.own_sites, brands: &golden.brands };
    let ranked = rank(&[&reading], ours);
    Ok(Seen { reading, ranked })
}

impl Seen {
    pub(crate) fn of(case: &Case) -> Result<Self, String> {
        seen(&case.name, &case.bytes, &case.golden)
    }

    pub(crate) fn first(&self) -> Option<String> {
        self.ranked.candidates.first().map(|first| first.target.as_sent())
    }

    pub(crate) fn candidates(&self) -> Vec<String> {
        self.ranked.candidates.iter().map(|one| one.target.as_sent()).collect()
    }

    pub(crate) fn likely(&self) -> &'static str {
        match self.ranked.likely {
            Likely::None => "none",
            Likely::One => "one",
            Likely::Several(_) => "several",
            Likely::All => "all",
        }
    }

    /// Candidates that the golden result forbids: an address, or all on a host.
    pub(crate) fn forbidden(&self, never: &[String]) -> Vec<String> {
        let is_meant = |target: &Target, one: &String| {
            if one.contains('/') { target.as_sent() == *one } else { target.host() == Some(one) }
        };
        let forbidden = self.ranked.candidates.iter().filter(|one| never.iter().any(|it| is_meant(&one.target, it)));
        forbidden.map(|one| one.target.as_sent()).collect()
    }

    /// Candidates that lie on an own site or below one.
    pub(crate) fn own(&self, sites: &[String]) -> Vec<String> {
        let is_own = |host: &str| sites.iter().any(|site| host == site || host.ends_with(&format!(".{site}")));
        let own = self.ranked.candidates.iter().filter(|one| one.target.host().is_some_and(is_own));
        own.map(|one| one.target.as_sent()).collect()
    }
}

pub(crate) fn sign(sign: &Sign) -> &'static str {
    match sign {
        Sign::TextNamesOther(_) => "text_names_other",
        Sign::HasBrand(_) => "has_brand",
        Sign::LooksLikeBrand(_) => "looks_like_brand",
        Sign::Punycode => "punycode",
        Sign::UserInAddress => "user_in_address",
        Sign::IpHost => "ip_host",
        Sign::Hidden => "hidden",
        Sign::TakesInput => "takes_input",
    }
}

/// The word under which a plain value is stored.
pub(crate) fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}
