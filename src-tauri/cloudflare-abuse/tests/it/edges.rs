//! Wrong reports can't be made: each limit at its edge, and one past it.

use cloudflare_abuse::{
    Affirmed, Agreed, BadElements, BadIps, BadPorts, BadReport, BadText, BadUrls, Category, CountryCode, DataElement,
    DataElements, Dmca, Email, Ips, Kind, Ports, Report, Sender, Text, Urls,
};

use crate::examples::{dmca, sender, strings, text, urls};

#[test]
fn a_text_takes_its_limits_and_nothing_past_them() {
    fn holds<const MIN: usize, const MAX: usize>() {
        // A character of two bytes: what counts is characters.
        for chars in [MIN, MAX] {
            assert_eq!(Text::<MIN, MAX>::new(&"é".repeat(chars)).unwrap().as_str().chars().count(), chars);
        }
        for chars in [MIN - 1, MAX + 1] {
            let expected = BadText { chars, min: MIN, max: MAX };
            assert_eq!(Text::<MIN, MAX>::new(&"é".repeat(chars)), Err(expected));
        }
    }
    holds::<20, 5000>();
    holds::<1, 5000>();
    holds::<1, 2000>();
    holds::<1, 1000>();
    holds::<1, 255>();
    holds::<1, 100>();
    holds::<1, 60>();
    holds::<1, 20>();
}

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("https://bad.example/{n}")).collect()
}

#[test]
fn a_report_has_1_to_250_addresses() {
    assert_eq!(Urls::new([]), Err(BadUrls::None));
    assert_eq!(Urls::new(numbered(1)).unwrap().iter().len(), 1);
    let most = Urls::new(numbered(250)).unwrap();
    assert_eq!((most.iter().len(), most.joined().lines().count()), (250, 250));
    assert_eq!(Urls::new(numbered(251)), Err(BadUrls::TooMany(251)));
}

#[test]
fn a_report_covers_one_hostname() {
    let one = strings(["https://BAD.example/a", "http://bad.example:8080/b"]);
    assert_eq!(Urls::new(one).unwrap().hostname(), "bad.example");
    let two = strings(["https://bad.example/", "https://www.bad.example/", "https://bad.example/x"]);
    assert_eq!(Urls::new(two), Err(BadUrls::SeveralHosts(strings(["bad.example", "www.bad.example"]))));
}

#[test]
fn an_address_is_there_once_however_it_is_written() {
    for twice in ["https://bad.example/", "HTTPS://bad.example", "https://BAD.example:443/"] {
        let urls = Urls::new(strings(["https://bad.example/", twice]));
        assert_eq!(urls, Err(BadUrls::Twice("https://bad.example/".into())));
    }
}

#[test]
fn only_web_addresses_are_taken() {
    for raw in [
        "",
        "bad.example",
        "ftp://bad.example/",
        "javascript:alert(1)",
        "https:bad.example",
        "https:///bad.example",
        "https://",
        "https://bad.example/a b",
        "https://bad.example/\nhttps://other.example/",
        " https://bad.example/",
        "https://bad.example\\@other.example/",
        "data://bad.example/",
    ] {
        assert_eq!(Urls::new([raw.to_owned()]), Err(BadUrls::NotWeb(raw.into())));
    }
}

#[test]
fn an_address_leaves_as_a_browser_would_ask_for_it() {
    let urls = Urls::new(strings(["https://bücher.example/späh?q=ü", "https://bücher.example"])).unwrap();
    assert_eq!(urls.hostname(), "xn--bcher-kva.example");
    let lines = "https://xn--bcher-kva.example/sp%C3%A4h?q=%C3%BC\nhttps://xn--bcher-kva.example/";
    assert_eq!(urls.joined(), lines);
}

#[test]
fn an_e_mail_address_is_looked_at_for_the_worst() {
    for good in ["a@b.example", "first.last+tag@sub.brand.example", "ü@bücher.example"] {
        assert_eq!(Email::new(good).unwrap().as_str(), good);
    }
    let long = |local: usize, domain: usize| format!("{}@{}.example", "a".repeat(local), "b".repeat(domain));
    assert!(Email::new(&long(64, 181)).is_ok(), "254 characters");
    for bad in [
        "".into(),
        "a".into(),
        "@b.example".into(),
        "a@".into(),
        "a@b".into(),
        "a@.example".into(),
        "a@b..example".into(),
        "a@-b.example".into(),
        "a b@c.example".into(),
        "a@b.example,c@d.example".into(),
        "A <a@b.example>".into(),
        "a@b.example\n".into(),
        "a@b@c.example".into(),
        long(65, 1),
        long(64, 182),
    ] {
        assert!(Email::new(&bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_country_code_has_two_letters() {
    assert_eq!(CountryCode::new("gB").unwrap().to_string(), "GB");
    for bad in ["", "G", "GBR", "G1", "é", "ÜK", "  "] {
        assert!(CountryCode::new(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_list_has_at_most_30_ip_addresses() {
    let ips = |count: u8| (0..count).map(|n| format!("192.0.2.{n}")).collect::<Vec<_>>();
    assert_eq!(Ips::default().joined(), None);
    assert_eq!(Ips::new(ips(30)).unwrap().joined().unwrap().lines().count(), 30);
    assert_eq!(Ips::new(ips(31)), Err(BadIps::TooMany(31)));
    assert_eq!(Ips::new(strings(["2001:db8::1", "2001:DB8:0::1"])), Err(BadIps::Twice("2001:DB8:0::1".into())));
    for bad in ["", "192.0.2.0/24", "192.0.2.1-9", "192.0.2.1:80", "bad.example", "192.0.2.01"] {
        assert_eq!(Ips::new([bad.to_owned()]), Err(BadIps::NotAnIp(bad.into())));
    }
}

#[test]
fn a_list_has_at_most_30_ports_and_2000_characters() {
    let ports = |count: usize, chars: usize| (0..count).map(|n| format!("{n:0chars$}")).collect::<Vec<_>>();
    assert_eq!(Ports::default().joined(), None);
    assert!(Ports::new(ports(30, 6)).is_ok());
    assert_eq!(Ports::new(ports(31, 6)), Err(BadPorts::TooMany(31)));
    assert!(Ports::new(ports(1, 100)).is_ok());
    assert!(matches!(Ports::new(ports(1, 101)), Err(BadPorts::BadItem(_))));
    // 20 items and the commas and spaces between them.
    let whole = |longest: usize| [ports(18, 98), vec!["x".repeat(longest), "y".repeat(100)]].concat();
    assert_eq!(Ports::new(whole(98)).unwrap().joined().unwrap().len(), 2000);
    assert_eq!(Ports::new(whole(99)), Err(BadPorts::TooLong(2001)));
    assert_eq!(Ports::new(strings(["80/TCP", "80/tcp"])), Err(BadPorts::Twice("80/tcp".into())));
    for bad in ["", " 80/TCP", "80/TCP,22/UDP", "80\n22"] {
        assert_eq!(Ports::new([bad.to_owned()]), Err(BadPorts::BadItem(bad.into())));
    }
}

#[test]
fn a_registrar_request_asks_for_something_and_for_nothing_twice() {
    assert_eq!(DataElement::ALL.len(), 17);
    assert_eq!(DataElements::new([]), Err(BadElements::None));
    assert!(DataElements::new(DataElement::ALL.iter().copied()).is_ok());
    let twice = [DataElement::TechName, DataElement::TechName];
    assert_eq!(DataElements::new(twice), Err(BadElements::Twice(DataElement::TechName)));
}

#[test]
fn a_statement_that_was_not_made_can_not_be_sent() {
    for n in 0..8u8 {
        let said = [n & 1 > 0, n & 2 > 0, n & 4 > 0];
        assert_eq!(Agreed::to_all_three(said[0], said[1], said[2]).is_some(), n == 7);
    }
    for (good_faith, lawful) in [(false, false), (false, true), (true, false), (true, true)] {
        assert_eq!(Affirmed::both(good_faith, lawful).is_some(), good_faith && lawful);
    }
}

#[test]
fn a_signature_is_the_sender_s_name_to_the_character() {
    let signed = |signature: &str| {
        let category = Category::Dmca(Dmca { signature: text(signature), ..dmca() });
        Report::new(sender(), urls(), category).map(|report| report.kind())
    };
    assert_eq!(signed("A. Reporter"), Ok(Kind::Dmca));
    for other in ["a. reporter", "A. Reporter ", "B. Reporter"] {
        assert_eq!(signed(other), Err(BadReport::SignatureDiffers), "{other}");
    }
    let other = Sender { name: text("B. Reporter"), ..sender() };
    assert_eq!(Report::new(other, urls(), Category::Dmca(dmca())).unwrap_err(), BadReport::SignatureDiffers);
}
