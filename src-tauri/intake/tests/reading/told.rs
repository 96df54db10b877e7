//! People who write to a desk in their own words.

use intake::reading::Reading;

use super::mail;

const HEAD: &str = "From: Ann <ann@customer.example>\nTo: Desk <Phishing@staff.example>\nSubject: A fake shop\n";

fn with(head: &str, html: &str) -> Reading {
    mail(format!("{head}MIME-Version: 1.0\nContent-Type: text/html\n\n{html}"))
}

fn knows_ann(reading: &Reading) -> bool {
    reading.people.iter().any(|one| one.address == "ann@customer.example")
}

#[test]
fn who_tells_a_desk_of_an_address_did_not_write_it() {
    for html in [
        "I found hxxps://evil[.]test/shop yesterday.",
        "It is <a href='https://evil.test/shop'>https://evil.test/shop</a>.",
        "It is <a href='http://evil.test/'>evil.test</a>, and http://www.evil.test/a.",
    ] {
        let reading = with(HEAD, html);
        assert!(reading.told && knows_ann(&reading), "{html}");
        assert_eq!(reading.head.from.as_ref().map(|from| from.address.as_str()), Some("ann@customer.example"));
    }
    for field in ["Cc", "Delivered-To"] {
        let head = HEAD
            .replace("To: Desk <Phishing@staff.example>", &format!("To: x@staff.example\n{field}: soc@staff.example"));
        assert!(with(&head, "see https://evil.test/shop").told, "{field}");
    }
}

#[test]
fn a_mail_with_anything_to_click_is_not_told() {
    for html in [
        "<a href='https://evil.test/shop'>Open</a>",
        "<a href='https://evil.test/shop'>https://bank.example/</a>",
        "see https://evil.test/a <a class=btn href='https://evil.test/a'>https://evil.test/a</a>",
        "<form action='https://evil.test/shop'></form>",
        "nothing here",
    ] {
        let reading = with(HEAD, html);
        assert!(!reading.told && !knows_ann(&reading), "{html}");
    }
}

#[test]
fn mails_to_others_and_mails_that_fail_their_checks_are_not_told() {
    let html = "see https://evil.test/shop";
    assert!(!with(&HEAD.replace("Phishing@", "bob@"), html).told);
    let checked =
        |checks: &str| with(&format!("Authentication-Results: mx.staff.example; {checks}\n{HEAD}"), html).told;
    assert!(checked("spf=pass; dkim=none; dmarc=pass"));
    for checks in ["spf=fail", "dkim=pass; spf=softfail", "dmarc=fail"] {
        assert!(!checked(checks), "{checks}");
    }
}

#[test]
fn forwards_are_not_told() {
    let quoted = "---------- Forwarded message ---------<br>From: B &lt;b@evil.test&gt;<br>Subject: x<br><br>https://evil.test/a";
    assert!(!with(HEAD, quoted).told);
}

#[test]
fn a_reading_from_before_this_was_known_is_not_told() {
    let reading: Reading = serde_json::from_str("{}").unwrap();
    assert!(!reading.told);
}
