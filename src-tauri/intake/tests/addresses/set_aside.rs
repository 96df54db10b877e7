use super::*;
use intake::Why;

fn why(address: &str) -> Option<Why> {
    let ranked = ranked(&[&mail(vec![link(address, "Sign in")])]);
    assert_eq!(ranked.candidates.len() + ranked.set_aside.len(), 1, "{address}");
    ranked.set_aside.first().map(|aside| aside.why)
}

#[test]
fn what_is_not_proposed_says_why() {
    for (address, reason) in [
        ("https://login.fabrikam.test/x", Why::Ours),
        ("https://gmail.com/", Why::MailProvider),
        ("https://www.gmx.net/mail/", Why::MailProvider),
        ("http://www.w3.org/1999/xhtml", Why::KnownGood),
        ("https://aka.ms/GetOutlookForAndroid", Why::KnownGood),
        ("https://docs.google.com/", Why::SharedHost),
        ("http://192.168.0.1/login", Why::Private),
    ] {
        assert_eq!(why(address), Some(reason), "{address}");
    }
    for address in
        ["https://evil.example/", "https://fabrikam.test.evil.example/", "https://sites.google.com/view/evil"]
    {
        assert_eq!(why(address), None, "{address}");
    }
}

#[test]
fn what_is_only_loaded_is_set_aside_and_what_is_clicked_as_well_is_not() {
    let mail = mail(vec![
        at(Place::Loaded, "https://evil.example/pixel.gif", ""),
        at(Place::Loaded, "https://bad.example/a", ""),
        at(Place::Loaded, "https://fabrikam.test/logo.png", ""),
        link("https://bad.example/a", "here"),
    ]);
    let ranked = ranked(&[&mail]);
    assert_eq!(order(&ranked), ["https://bad.example/a"]);
    let aside: Vec<(String, Why)> = ranked.set_aside.iter().map(|one| (one.target.as_sent(), one.why)).collect();
    assert_eq!(
        aside,
        [
            ("https://evil.example/pixel.gif".to_owned(), Why::Loaded),
            ("https://fabrikam.test/logo.png".to_owned(), Why::Ours)
        ]
    );
}

#[test]
fn each_is_set_aside_once() {
    let mail = mail(vec![link("https://fabrikam.test/", ""), link("https://fabrikam.test", "x")]);
    assert_eq!(ranked(&[&mail]).set_aside.len(), 1);
}

#[test]
fn what_is_no_web_address_is_passed_over() {
    let mail = mail(vec![link("jo@evil.example", ""), link("not an address", ""), link("https://[::1]/", "")]);
    assert_eq!(ranked(&[&mail]), Ranked::default());
}
