use super::*;

fn refused(text: &str, own: &[&str]) -> Option<Refusal> {
    let own: Vec<String> = own.iter().map(|site| (*site).to_owned()).collect();
    refusal(&target(text), &own)
}

#[test]
fn our_own_sites_are_refused_with_everything_below_them() {
    for own in ["acme.example", "https://www.acme.example/en/", "ACME.example"] {
        for text in
            ["acme.example", "https://login.acme.example/x", "https://www.acme.example", "ceo@mail.acme.example"]
        {
            assert_eq!(refused(text, &[own]), Some(Refusal::OwnDomain("acme.example".into())), "{own} {text}");
        }
        for text in [
            "acme.example.evil.test",
            "notacme.example",
            "https://evil.test/acme.example",
            "https://acme.example@evil.test",
        ] {
            assert_eq!(refused(text, &[own]), None, "{own} {text}");
        }
    }
}

#[test]
fn our_page_on_a_shared_host_does_not_shield_the_host() {
    let own = ["https://sites.google.com/view/acme", "acme.github.io", "github.io", "", "not a site"];
    assert_eq!(
        refused("https://sites.google.com/view/acme/login", &own),
        Some(Refusal::OwnDomain("sites.google.com".into()))
    );
    assert_eq!(refused("https://sites.google.com/view/acme-support", &own), None);
    assert_eq!(refused("https://acme.github.io/x", &own), Some(Refusal::OwnDomain("acme.github.io".into())));
    assert_eq!(refused("https://evil.github.io/x", &own), None);
}

#[test]
fn other_kinds_of_own_things_are_refused_too() {
    assert_eq!(refused("+44 20 7946 0000", &["+442079460000"]), Some(Refusal::OwnDomain("+44 20 7946 0000".into())));
    assert_eq!(refused("http://203.0.113.9/x", &["203.0.113.9"]), Some(Refusal::OwnDomain("203.0.113.9".into())));
}

#[test]
fn a_mail_provider_is_refused_and_a_mailbox_there_is_not() {
    assert_eq!(refused("gmail.com", &[]), Some(Refusal::MailProvider("gmail.com".into())));
    assert_eq!(refused("https://www.proton.me/", &[]), Some(Refusal::MailProvider("proton.me".into())));
    assert_eq!(refused("swindler@gmail.com", &[]), None);
    assert_eq!(refused("gmail.com.evil.test", &[]), None);
}

#[test]
fn a_shared_host_is_refused_until_the_bad_part_is_named() {
    for (host, part) in [
        ("github.io", "evil.github.io"),
        ("pages.dev", "evil.pages.dev"),
        ("workers.dev", "a.evil.workers.dev"),
        ("blogspot.com", "evil.blogspot.com"),
        ("wixsite.com", "evil.wixsite.com"),
        ("web.app", "evil.web.app"),
        ("amazonaws.com", "evil.s3.amazonaws.com"),
        ("s3.amazonaws.com", "https://s3.amazonaws.com/evil/x.html"),
        ("sites.google.com", "https://sites.google.com/view/evil"),
        ("forms.gle", "https://forms.gle/evil"),
        ("bit.ly", "bit.ly/3evil"),
        ("t.me", "https://t.me/evil"),
        ("co.uk", "evil.co.uk"),
    ] {
        assert_eq!(refused(host, &[]), Some(Refusal::SharedHost(host.into())), "{host}");
        assert_eq!(refused(&format!("https://www.{host}/#x"), &[]), Some(Refusal::SharedHost(host.into())), "{host}");
        assert_eq!(refused(part, &[]), None, "{part}");
    }
}

#[test]
fn a_host_can_be_asked_about_alone() {
    assert!(is_mail_provider("gmail.com") && is_mail_provider("www.gmx.de"));
    assert!(!is_mail_provider("gmail.com.evil.test") && !is_mail_provider("mail.gmail.com"));
    assert!(is_shared_host("docs.google.com") && is_shared_host("www.bit.ly") && is_shared_host("github.io"));
    assert!(!is_shared_host("evil.github.io") && !is_shared_host("evil.example"));
}

#[test]
fn what_no_stranger_can_have_is_refused() {
    for text in [
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "127.0.0.1",
        "169.254.0.1",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "198.18.0.1",
        "http://10.0.0.1/x",
        "http://2130706433/",
        "http://localhost:3000",
        "localhost",
        "printer.local",
        "https://wiki.internal/x",
        "router.lan",
        "a.localhost",
        "jo@mail.local",
    ] {
        assert_eq!(refused(text, &[]), Some(Refusal::PrivateAddress), "{text}");
    }
}

#[test]
fn documentation_networks_and_public_neighbours_are_let_through() {
    for text in [
        "192.0.2.1",
        "198.51.100.1",
        "203.0.113.1",
        "172.32.0.1",
        "100.128.0.1",
        "192.169.0.1",
        "http://192.0.2.1/x",
        "evil.test",
        "evil.example",
        "local.example",
        "notlocal.test",
    ] {
        assert_eq!(refused(text, &[]), None, "{text}");
    }
}

#[test]
fn the_lists_are_in_order_and_every_entry_is_a_host() {
    for list in [&shared::MAIL_PROVIDERS[..], &shared::SHARED_HOSTS[..]] {
        assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "out of order");
        assert!(list.iter().all(|host| web(host).host() == *host), "not a host");
    }
}
