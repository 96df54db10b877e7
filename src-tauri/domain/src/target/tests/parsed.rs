use proptest::prelude::*;

use super::*;

/// What is typed, what is sent.
const READ: &[(&str, Kind, &str)] = &[
    ("https://somethingbad.com", Kind::Web, "https://somethingbad.com"),
    ("https://somethingbad.com/", Kind::Web, "https://somethingbad.com/"),
    (
        " HTTPS://Login.Evil.Example/Verify?ID=7&utm_source=x#Top ",
        Kind::Web,
        "https://login.evil.example/Verify?ID=7&utm_source=x#Top",
    ),
    ("http://evil.example:8080", Kind::Web, "http://evil.example:8080"),
    ("https://evil.example:443/x", Kind::Web, "https://evil.example/x"),
    ("evil.example", Kind::Web, "evil.example"),
    ("Evil.Example.", Kind::Web, "evil.example"),
    ("www.evil.example", Kind::Web, "www.evil.example"),
    ("evil.example/login", Kind::Web, "https://evil.example/login"),
    ("evil.example:8443", Kind::Web, "https://evil.example:8443"),
    ("evil.example/", Kind::Web, "https://evil.example/"),
    ("evil.example?x=1", Kind::Web, "https://evil.example/?x=1"),
    ("hxxps://evil[.]example/a(.)php", Kind::Web, "https://evil.example/a.php"),
    ("hXXp[:]//evil[dot]example", Kind::Web, "http://evil.example"),
    ("\u{200B}https://evil\u{202E}.example", Kind::Web, "https://evil.example"),
    ("<https://evil.example/x>,", Kind::Web, "https://evil.example/x"),
    ("“evil.example”", Kind::Web, "evil.example"),
    ("https://brand.example@evil.test/x", Kind::Web, "https://brand.example@evil.test/x"),
    ("https://jo:pw@evil.test", Kind::Web, "https://jo:pw@evil.test"),
    ("https://evil.example/a%20b/ü", Kind::Web, "https://evil.example/a%20b/%C3%BC"),
    ("http://192.0.2.7/x", Kind::Web, "http://192.0.2.7/x"),
    ("http://3221225991", Kind::Web, "http://192.0.2.7"),
    ("http://0xC0.0.2.7/x", Kind::Web, "http://192.0.2.7/x"),
    ("192.0.2.7/login", Kind::Web, "https://192.0.2.7/login"),
    ("https://bücher.example/x", Kind::Web, "https://xn--bcher-kva.example/x"),
    ("аррӏе.example", Kind::Web, "xn--80ak6aa92e.example"),
    ("evil。example", Kind::Web, "evil.example"),
    (
        "https://archive.example/web/https://evil.example/x",
        Kind::Web,
        "https://archive.example/web/https://evil.example/x",
    ),
    ("https://evil.example/a,b;c", Kind::Web, "https://evil.example/a,b;c"),
    ("https://r3---x_y.evil.example", Kind::Web, "https://r3---x_y.evil.example"),
    ("http://localhost:3000", Kind::Web, "http://localhost:3000"),
    ("evil.example/?for=jo@acme.example", Kind::Web, "https://evil.example/?for=jo@acme.example"),
    ("evil.example/jo@acme.example", Kind::Web, "https://evil.example/jo@acme.example"),
    ("brand.example@evil.test/x", Kind::Web, "https://brand.example@evil.test/x"),
    ("Help@Acme-Support.Example", Kind::Email, "Help@acme-support.example"),
    ("help[@]acme-support[.]example", Kind::Email, "help@acme-support.example"),
    ("mailto:help@acme-support.example?subject=Hi", Kind::Email, "help@acme-support.example"),
    ("Acme Support <help@acme-support.example>", Kind::Email, "help@acme-support.example"),
    ("help@bücher.example", Kind::Email, "help@xn--bcher-kva.example"),
    ("+44 20 7946 0000", Kind::Phone, "+442079460000"),
    ("+44 (0)20 7946-0000", Kind::Phone, "+442079460000"),
    ("0044 20 7946 0000", Kind::Phone, "+442079460000"),
    ("tel:+44-20-7946-0000", Kind::Phone, "+442079460000"),
    ("\u{202A}+44 20 7946 0000\u{202C}", Kind::Phone, "+442079460000"),
    ("+1 555 0100 123", Kind::Phone, "+15550100123"),
    ("192.0.2.7", Kind::Ipv4, "192.0.2.7"),
    ("192[.]0[.]2[.]7", Kind::Ipv4, "192.0.2.7"),
];

#[test]
fn what_people_type_is_understood() {
    for (typed, kind, sent) in READ {
        let read = target(typed);
        assert_eq!((read.kind(), read.as_sent().as_str()), (*kind, *sent), "{typed:?}");
        assert_eq!(guess_kind(typed), Some(*kind), "{typed:?}");
    }
}

#[test]
fn what_was_not_understood_is_named() {
    use TargetProblem::*;
    for (typed, problem) in [
        ("", Missing),
        (" \u{200B}\n", Missing),
        ("acme", Unreadable),
        ("the login page", Unreadable),
        ("7", Unreadable),
        ("https://", WebUnreadable),
        ("https://evil", WebUnreadable),
        ("https://evil..example", WebUnreadable),
        ("ftp://evil.example", WebUnreadable),
        ("javascript:alert(1)", WebUnreadable),
        ("javascript://evil.example/%0aalert(1)", WebUnreadable),
        ("data:text/html,x", WebUnreadable),
        ("file:///etc/passwd", WebUnreadable),
        ("https://evil.example:99999", WebUnreadable),
        ("https://evil.example/a b", WebUnreadable),
        ("see https://evil.example", WebUnreadable),
        ("https://evil.123", WebUnreadable),
        ("https://ev!l.example", WebUnreadable),
        ("evil.example:port", WebUnreadable),
        ("/login.php", WebUnreadable),
        ("https://1.2.3.4.5/", WebUnreadable),
        ("help@", EmailUnreadable),
        ("@acme.example", EmailUnreadable),
        ("help@acme", EmailUnreadable),
        ("help@acme.example?subject=x", EmailUnreadable),
        ("help@acme..example", EmailUnreadable),
        ("help@192.0.2.7", EmailUnreadable),
        ("write to help@acme.example", EmailUnreadable),
        ("020 7946 0000", PhoneUnreadable),
        ("+44", PhoneUnreadable),
        ("+44 20 7946 000x", PhoneUnreadable),
        ("+44 20 7946 0000 ext. 12", PhoneUnreadable),
        ("+999 1234567", PhoneUnreadable),
        ("+1234567890123456789", PhoneUnreadable),
        ("192.0.2", IpUnreadable),
        ("192.0.2.300", IpUnreadable),
        ("192.0.2.07", IpUnreadable),
        ("192.0.2.7:80", IpUnreadable),
        ("0xC0.0.2.7", IpUnreadable),
        ("192.0.2.0/24", IpUnreadable),
        ("2001:db8::1", Ipv6),
        ("[2001:db8::1]", Ipv6),
        ("https://[2001:db8::1]/x", Ipv6),
        ("evil.example other.test", Several),
        ("evil.example,other.test", Several),
        ("https://evil.example/a\nhttps://evil.example/b", Several),
        ("https://evil.example/loginhttps://evil.example/login", Several),
        ("https://evil.example/a,https://other.test/b", Several),
        ("help@evil.example; help@other.test", Several),
        ("+44 20 7946 0000, +44 20 7946 0001", Several),
        ("+44 20 7946 0000 +44 20 7946 0001", Several),
        ("192.0.2.7 192.0.2.8", Several),
        ("help@evil.example\nhttps://evil.example", Several),
    ] {
        assert_eq!(Target::parse(typed), Err(problem), "{typed:?}");
    }
}

#[test]
fn a_problem_knows_the_kind_that_it_is_about() {
    assert_eq!(TargetProblem::PhoneUnreadable.kind(), guess_kind("020 7946 0000"));
    assert_eq!(TargetProblem::Unreadable.kind(), guess_kind("acme"));
}

#[test]
fn a_scheme_of_ours_is_owned_up_to() {
    assert!(web("evil.example/login").scheme_assumed());
    assert!(web("evil.example:8443").scheme_assumed());
    assert!(!web("evil.example").scheme_assumed());
    assert!(!web("http://evil.example/login").scheme_assumed());
    assert!(web("evil.example").is_bare_domain() && !web("https://evil.example").is_bare_domain());
}

#[test]
fn a_page_is_told_from_a_host() {
    assert!(web("https://evil.example/login").names_a_page());
    assert!(web("https://evil.example/?id=7").names_a_page());
    for host in [
        "evil.example",
        "https://evil.example",
        "https://evil.example/",
        "https://evil.example/?",
        "https://evil.example/#x",
    ] {
        assert!(!web(host).names_a_page(), "{host}");
    }
}

/// Text of the characters that targets are made of.
const NEARLY: &str = "[+]?(hxxps?|https?)?(://)?[a-z0-9@:/.,\\[\\]\\(\\)% \u{200B}\u{202E}ü-]{0,30}";
/// Addresses and what people set around them; most are readable.
const ADDRESS: &str = "(https?://)?([a-z0-9]{1,5}@)?[a-z0-9]{1,6}(\\.[a-z]{2,6}){1,3}(:[0-9]{2,4})?\
    (/[a-zA-Z0-9./?&=#%,;()'\\[\\]|*!@:ü-]{0,20})?";

proptest! {
    #[test]
    fn no_text_panics(text in ".*") {
        let _ = Target::parse(&text);
        let _ = guess_kind(&text);
    }

    #[test]
    fn no_text_near_a_target_panics(text in NEARLY) {
        if let Ok(read) = Target::parse(&text) {
            let shown = read.shown().text().to_lowercase();
            // A host may well begin with these letters; what must not stand there is a scheme that opens.
            prop_assert!(!["http:", "https:"].iter().any(|scheme| shown.starts_with(scheme)), "{shown}");
        }
    }

    #[test]
    fn what_is_sent_is_read_as_the_same_target(
        text in ADDRESS,
    ) {
        if let Ok(read) = Target::parse(&text) {
            let again = target(&read.as_sent());
            prop_assert_eq!(again.as_sent(), read.as_sent());
            prop_assert_eq!(again.key(), read.key());
            prop_assert_eq!(again.kind(), read.kind());
        }
    }

    #[test]
    fn what_is_shown_is_read_as_the_same_target(
        text in "(https?://)?[a-z0-9]{1,6}(\\.[a-z]{2,6}){1,3}(:[0-9]{2,4})?(/[a-z0-9./?&=#-]{0,20})?",
    ) {
        if let Ok(read) = Target::parse(&text) {
            prop_assert_eq!(target(&read.shown().text()).as_sent(), read.as_sent());
        }
    }
}
