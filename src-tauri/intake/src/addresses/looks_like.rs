//! Names made to be mistaken for one of our brands.

mod letters;

use std::collections::BTreeSet;

use super::rank::Ours;
use letters::{changed_over, one_edit_apart, plain, seen, without_umlauts};

/// Fewest letters of a brand that is looked for inside a word. Shorter ones would be found in honest names everywhere.
const IN_A_WORD: usize = 4;
/// Fewest letters of a brand that is looked for at all.
const SHORTEST: usize = 3;
/// Fewest letters of a brand for which a name one letter away is a look-alike: of shorter ones too many words are.
const ONE_AWAY: usize = 5;
/// Words of brand names that say nothing: half of all companies have one.
const COMMON: [&str; 28] = [
    "airlines",
    "banco",
    "bancorp",
    "banque",
    "company",
    "consulting",
    "credit",
    "digital",
    "energy",
    "express",
    "finance",
    "financial",
    "first",
    "global",
    "group",
    "gruppe",
    "health",
    "insurance",
    "international",
    "limited",
    "media",
    "national",
    "online",
    "services",
    "software",
    "solutions",
    "systems",
    "united",
];

/// How a host is like a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It has the brand's name in it.
    Has(String),
    /// It looks like it.
    Looks(String),
}

/// The names that would be imitated.
#[derive(Debug, Default)]
pub(super) struct Brands {
    names: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    /// In lower case, letters and digits alone.
    plain: String,
    /// As the eye takes it; see [`seen`].
    seen: String,
    /// The brand or own site that it comes from, as it is shown.
    brand: String,
    /// One word of several: found only as a word of its own.
    part: bool,
}

impl Brands {
    /// From brand names, and from the names of own sites, which are what is imitated most.
    pub(super) fn of(ours: Ours<'_>) -> Self {
        let mut brands = Self::default();
        let mut known = BTreeSet::new();
        for brand in ours.brands {
            brands.add(&mut known, brand, brand, false);
            let words: Vec<&str> =
                brand.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            for word in words.iter().filter(|_| words.len() > 1) {
                if word.chars().count() >= ONE_AWAY && !COMMON.contains(&word.to_lowercase().as_str()) {
                    brands.add(&mut known, word, brand, true);
                }
            }
        }
        for site in ours.sites {
            let Some(host) = domain::Target::parse(site).ok().and_then(|own| own.host().map(str::to_owned)) else {
                continue;
            };
            let own = domain::registrable_domain(&host).filter(|_| !domain::is_shared_host(&host));
            if let Some(name) = own.and_then(|domain| domain.split('.').next()) {
                brands.add(&mut known, &domain::host_in_unicode(name), name, false);
            }
        }
        brands
    }

    fn add(&mut self, known: &mut BTreeSet<String>, name: &str, brand: &str, part: bool) {
        for plain in [plain(name), plain(&without_umlauts(name))] {
            if plain.chars().count() >= SHORTEST && known.insert(plain.clone()) {
                self.names.push(Name { seen: seen(&plain), plain, brand: brand.trim().to_owned(), part });
            }
        }
    }

    /// The brand that a host which is not ours has in its name, or looks like. What people can't choose, the public
    /// suffix, does not count.
    pub(super) fn in_host(&self, host: &str) -> Option<Likeness> {
        let words = words(host);
        let has = self.names.iter().find(|name| words.iter().any(|word| name.is_in(word)));
        has.map(|name| Likeness::Has(name.brand.clone())).or_else(|| {
            let looks = self.names.iter().find(|name| words.iter().any(|word| name.is_imitated_by(word)));
            looks.map(|name| Likeness::Looks(name.brand.clone()))
        })
    }

    /// Whether a path has a brand in it, as a word of its own.
    pub(super) fn in_path(&self, path: &str) -> bool {
        let mut words = path.split(|c: char| !c.is_alphanumeric() && c != '-').map(plain);
        words.any(|word| self.names.iter().any(|name| !name.part && name.plain == word))
    }
}

impl Name {
    fn length(&self) -> usize {
        self.plain.chars().count()
    }

    fn is_in(&self, word: &Word) -> bool {
        word.plain == self.plain || (!self.part && self.length() >= IN_A_WORD && word.plain.contains(&self.plain))
    }

    fn is_imitated_by(&self, word: &Word) -> bool {
        let looks =
            word.seen == self.seen || (!self.part && self.length() > IN_A_WORD && word.seen.contains(&self.seen));
        let one_away = self.length() >= ONE_AWAY && one_edit_apart(&self.plain, &word.plain);
        looks || one_away || (self.length() >= IN_A_WORD && changed_over(&self.plain, &word.plain))
    }
}

/// A part of a host in which a brand is looked for.
struct Word {
    plain: String,
    seen: String,
}

/// Every label before the public suffix, whole and in its parts between hyphens, in both ways of writing it.
fn words(host: &str) -> Vec<Word> {
    let unicode = domain::host_in_unicode(host);
    let own = |host: &str| {
        let suffix = psl::suffix_str(host).unwrap_or_default();
        host.strip_suffix(suffix).unwrap_or(host).trim_end_matches('.').to_lowercase()
    };
    let mut plains = BTreeSet::new();
    for name in [own(host), own(&unicode)] {
        for label in name.split('.') {
            plains.insert(plain(label));
            plains.extend(label.split(['-', '_']).map(plain));
        }
    }
    plains.into_iter().filter(|plain| !plain.is_empty()).map(|plain| Word { seen: seen(&plain), plain }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brands(brands: &[&str], sites: &[&str]) -> Brands {
        let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Brands::of(Ours { sites: &owned(sites), brands: &owned(brands) })
    }

    fn has(brand: &str) -> Option<Likeness> {
        Some(Likeness::Has(brand.to_owned()))
    }

    fn looks(brand: &str) -> Option<Likeness> {
        Some(Likeness::Looks(brand.to_owned()))
    }

    #[test]
    fn a_brand_in_a_name_is_seen_wherever_it_stands() {
        let ours = brands(&["Northwind Bank"], &[]);
        for host in [
            "northwindbank.test",
            "login-northwind-bank.test",
            "northwind.evil.example",
            "my-northwindbank24.github.io",
        ] {
            assert_eq!(ours.in_host(host), has("Northwind Bank"), "{host}");
        }
        assert_eq!(ours.in_host("bank.evil.example"), None);
        assert_eq!(ours.in_host("northwinds-of-change.test"), looks("Northwind Bank"));
    }

    #[test]
    fn the_name_of_an_own_site_is_a_brand() {
        let ours = brands(&[], &["https://www.fabrikam.test/en", "https://sites.google.com/view/fabrikam"]);
        assert_eq!(ours.in_host("fabrikam-help.example"), has("fabrikam"));
        assert_eq!(ours.in_host("sites.google.com"), None);
    }

    #[test]
    fn a_short_brand_counts_as_a_word_alone() {
        let ours = brands(&["TSO"], &[]);
        assert_eq!(ours.in_host("tso-login.test"), has("TSO"));
        assert_eq!(ours.in_host("letsope.test"), None);
        assert_eq!(brands(&["Ab"], &[]).in_host("ab.test"), None);
    }

    #[test]
    fn look_alikes_are_seen_in_letters_digits_and_one_edit() {
        let ours = brands(&["Fabrikam"], &[]);
        for host in [
            "fabr1kam.test",
            "fabrlkam.test",
            "fabrikarn.test",
            "fabirkam.test",
            "fabrkam.test",
            "login-fabrikan.test",
            "xn--fbrikam-3fg.test",
            "fäbrikam.test",
        ] {
            assert_eq!(ours.in_host(host), looks("Fabrikam"), "{host} {}", domain::host_in_unicode(host));
        }
        for host in ["fabric.test", "fabulous.test", "evil.example"] {
            assert_eq!(ours.in_host(host), None, "{host}");
        }
    }

    #[test]
    fn of_a_short_brand_only_letters_changed_over_are_seen() {
        let ours = brands(&["Acme"], &[]);
        assert_eq!(ours.in_host("amce-login.test"), looks("Acme"));
        for host in ["came.test", "acne.test", "ace.test"] {
            assert_eq!(ours.in_host(host), None, "{host}");
        }
    }

    #[test]
    fn a_public_suffix_is_nobodys_brand() {
        assert_eq!(brands(&["github"], &[]).in_host("evil.github.io"), None);
    }
}
