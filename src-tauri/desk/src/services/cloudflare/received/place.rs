//! What a block is on. The service tells a number whose meaning is not documented (`cloudflare-abuse-api.md` §8), so
//! the place is taken from the report.

use cloudflare_abuse::EntityType;
use domain::Target;

/// What a block is on, as far as its report tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The address or domain, as the report writes it; none where it names neither.
    pub target: Option<String>,
    /// Whether it is an address, and the block is on just that.
    pub exact: bool,
    /// How many addresses the report names, where it is not told which of them the block is on; else 0.
    pub one_of: u32,
}

/// The places that a report speaks of: read once for all of its blocks.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    domain: Option<String>,
    /// Each address once: the form in which it is compared, and as the report writes it.
    addresses: Vec<(String, String)>,
}

impl Places {
    /// Of a report about this domain, which names these addresses.
    pub(crate) fn of(domain: &str, urls: &[String]) -> Self {
        let mut addresses: Vec<(String, String)> = Vec::new();
        for url in urls.iter().map(|url| url.trim()).filter(|url| !url.is_empty()) {
            let key = key(url);
            if addresses.iter().all(|(known, _)| *known != key) {
                addresses.push((key, url.to_owned()));
            }
        }
        let domain = match domain.trim() {
            "" => only_host(&addresses),
            domain => Some(domain.to_owned()),
        };
        Self { domain, addresses }
    }

    /// The domain, where there is one.
    pub(crate) fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    /// What a block is on that the service puts on `scope`, number `entity_id`. Exact where the report leaves no doubt:
    /// it names one address only, or the number is one of its addresses. Else the domain is all that is sure.
    pub(crate) fn place(&self, scope: Option<&EntityType>, entity_id: Option<&str>) -> Place {
        if scope != Some(&EntityType::UrlPattern) {
            return Place { target: self.domain.clone(), exact: false, one_of: 0 };
        }
        let named = entity_id.map(key);
        let exact = match self.addresses.as_slice() {
            [(_, only)] => Some(only),
            several => several.iter().find(|(key, _)| Some(key) == named.as_ref()).map(|(_, url)| url),
        };
        match exact {
            Some(url) => Place { target: Some(url.clone()), exact: true, one_of: 0 },
            None => {
                let one_of = crate::view::size(self.addresses.len() as u64);
                Place { target: self.domain.clone(), exact: false, one_of }
            }
        }
    }
}

/// The form in which two addresses are compared; what can't be read is compared as it stands.
fn key(text: &str) -> String {
    Target::parse(text).map_or_else(|_| text.trim().to_owned(), |target| target.key())
}

/// The host that all addresses are on.
fn only_host(addresses: &[(String, String)]) -> Option<String> {
    let host = |url: &str| Some(Target::parse(url).ok()?.host()?.to_owned());
    let (_, first) = addresses.first()?;
    let first = host(first)?;
    addresses.iter().all(|(_, url)| host(url).as_ref() == Some(&first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(urls: &[&str], scope: EntityType, entity_id: &str) -> (Option<String>, u32) {
        let urls: Vec<_> = urls.iter().map(|&url| url.to_owned()).collect();
        let Place { target, exact, one_of } = Places::of("shop.example", &urls).place(Some(&scope), Some(entity_id));
        assert_eq!(exact, target.as_deref() != Some("shop.example"), "only an address is exact");
        (target, one_of)
    }

    fn on(target: &str, one_of: u32) -> (Option<String>, u32) {
        (Some(target.to_owned()), one_of)
    }

    const A: &str = "https://shop.example/a";
    const B: &str = "https://shop.example/b?x=1";

    #[test]
    fn a_block_on_an_address_is_on_the_only_one_that_its_report_names() {
        assert_eq!(place(&[A], EntityType::UrlPattern, "0f0f"), on(A, 0));
        assert_eq!(
            place(&[A, "HTTPS://SHOP.example/a/"], EntityType::UrlPattern, "0f0f"),
            on(A, 0),
            "it is named twice"
        );
    }

    #[test]
    fn of_several_addresses_it_is_the_one_that_the_service_s_number_names() {
        for number in [B, "shop.example/b?x=1", " https://SHOP.example/b?x=1 "] {
            assert_eq!(place(&[A, B], EntityType::UrlPattern, number), on(B, 0), "{number}");
        }
    }

    #[test]
    fn of_several_addresses_it_is_one_of_so_many_where_nothing_says_which() {
        for number in ["0f0f", "", "https://shop.example/other", "shop.example/*", "https://shop.example/b?x=2"] {
            assert_eq!(place(&[A, B], EntityType::UrlPattern, number), on("shop.example", 2), "{number}");
        }
        assert_eq!(
            Places::of("shop.example", &[A.into(), B.into()]).place(Some(&EntityType::UrlPattern), None).one_of,
            2
        );
    }

    #[test]
    fn a_block_on_more_than_an_address_is_on_the_domain() {
        let other = EntityType::Other("a_new_word".into());
        for scope in [EntityType::Zone, EntityType::Account, EntityType::CustomExpression, other] {
            assert_eq!(place(&[A], scope.clone(), A), on("shop.example", 0), "{scope}");
        }
        assert_eq!(
            Places::of("shop.example", &[A.into()]).place(None, Some(A)).target.as_deref(),
            Some("shop.example")
        );
    }

    #[test]
    fn a_report_without_addresses_leaves_its_domain() {
        assert_eq!(place(&[], EntityType::UrlPattern, "0f0f"), on("shop.example", 0));
        assert_eq!(place(&["", " "], EntityType::UrlPattern, "0f0f"), on("shop.example", 0));
    }

    #[test]
    fn a_report_without_a_domain_has_that_of_its_addresses_where_they_agree() {
        let zone = |urls: &[&str]| {
            let urls: Vec<_> = urls.iter().map(|&url| url.to_owned()).collect();
            Places::of(" ", &urls).place(Some(&EntityType::Zone), None).target
        };
        assert_eq!(zone(&[A, B]).as_deref(), Some("shop.example"));
        assert_eq!(zone(&[A, "https://other.example/"]), None);
        assert_eq!(zone(&["mailto:jo"]), None);
        assert_eq!(zone(&[]), None);
    }

    #[test]
    fn what_can_t_be_read_as_an_address_is_compared_as_it_stands() {
        assert_eq!(place(&["not an address", A], EntityType::UrlPattern, "not an address"), on("not an address", 0));
    }
}
