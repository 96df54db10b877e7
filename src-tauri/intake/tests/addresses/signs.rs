use super::*;
use intake::Sign;

fn signs(found: Found) -> Vec<Sign> {
    ranked(&[&mail(vec![found])]).candidates.remove(0).signs
}

#[test]
fn every_sign_is_seen() {
    let brand = "Fabrikam".to_owned();
    for (found, sign) in [
        (link("https://evil.example/", "www.fabrikam.test/login"), Sign::TextNamesOther("fabrikam.test".into())),
        (link("https://fabrikam-pay.example/", ""), Sign::HasBrand(brand.clone())),
        (link("https://fabr1kam.example/", ""), Sign::LooksLikeBrand(brand)),
        (link("https://bücher.example/", ""), Sign::Punycode),
        (link("https://fabrikam.test@evil.example/", ""), Sign::UserInAddress),
        (link("http://192.0.2.7/login", ""), Sign::IpHost),
        (at(Place::Form, "https://evil.example/", ""), Sign::TakesInput),
        (Found { hidden: true, ..link("https://evil.example/", "") }, Sign::Hidden),
    ] {
        assert_eq!(signs(found), [sign]);
    }
    assert_eq!(signs(link("https://evil.example/", "Sign in")), []);
}

#[test]
fn a_text_that_names_the_links_own_domain_is_no_sign() {
    for text in ["https://www.evil.example/", "evil.example", "jo@fabrikam.test", "Invoice.pdf"] {
        assert_eq!(signs(link("https://login.evil.example/x", text)), [], "{text}");
    }
}

#[test]
fn the_strongest_sign_comes_first() {
    let signs = signs(link("https://fabrikаm.test/", "https://fabrikam.test/"));
    let brand = "Fabrikam".to_owned();
    assert_eq!(signs, [Sign::LooksLikeBrand(brand), Sign::TextNamesOther("fabrikam.test".into()), Sign::Punycode]);
}

#[test]
fn a_sign_lifts_a_link_over_its_neighbours() {
    for suspicious in
        ["https://fabrikam-pay.example/", "https://fabrikarn.example/", "http://192.0.2.7/", "https://bücher.example/"]
    {
        let mail = mail(vec![link("https://contoso.test/", "here"), link(suspicious, "here")]);
        let ranked = ranked(&[&mail]);
        assert_eq!(ranked.candidates[0].at, (0, 1), "{suspicious}");
    }
}

#[test]
fn what_is_seen_somewhere_is_not_hidden() {
    let hidden = Found { hidden: true, ..link("https://evil.example/", "") };
    let mail = mail(vec![hidden, link("https://evil.example/", "")]);
    assert_eq!(ranked(&[&mail]).candidates[0].signs, []);
}
