//! Harmless mails around which a bad one is wrapped, so that they are taken for the suspicious ones.

use intake::reading::{Came, Reading};
use intake::{Likely, Ours, rank};

use super::{found, mail};

const BAIT: &str = "<a class=button href='https://evil.test/verify'>Verify now</a>";
const HARMLESS: &str = "From: News <news@shop.example>\nTo: ann@staff.example\nSubject: Our week\n\
                        Content-Type: text/html\n\n<a href='https://shop.example/week'>Read on</a>\n";

fn with_attached(head: &str, html: &str, attached: &str) -> Reading {
    mail(format!(
        "{head}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/html\n\n\
         {html}\n--out\nContent-Type: message/rfc822\n\n{attached}\n--out--\n"
    ))
}

/// The address that would be filled in, or none where a person is asked.
fn filled(reading: &Reading) -> Option<String> {
    let ranked = rank(&[reading], Ours::default());
    (ranked.likely == Likely::One).then(|| ranked.candidates[0].target.as_sent())
}

const PHISHERS: &str = "From: Care <care@sender.test>\nTo: ann@staff.example\nSubject: Your account";
const ANNS: &str = "From: Ann <ann@staff.example>\nTo: abuse@desk.example\nSubject: Fwd: Our week";

#[test]
fn a_harmless_mail_attached_to_a_bad_one_is_not_the_suspicious_one() {
    for bait in [
        BAIT,
        "<form action='https://evil.test/verify'><input name=p></form>",
        "<a href='https://evil.test/verify'>https://bank.example/login</a>",
    ] {
        let reading = with_attached(PHISHERS, bait, HARMLESS);
        assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Itself, "Your account"), "{bait}");
        assert!(found(&reading, "https://evil.test/verify").in_suspect, "{bait}");
        assert_eq!(filled(&reading).as_deref(), Some("https://evil.test/verify"), "{bait}");
        assert!(reading.people.iter().all(|one| one.address != "care@sender.test"), "{bait}");
    }
}

#[test]
fn a_bad_mail_that_says_it_forwards_a_harmless_one_is_the_suspicious_one() {
    let head = PHISHERS.replace("Your account", "Fwd: Our week");
    let reading = with_attached(&head, BAIT, HARMLESS);
    assert_eq!(reading.came, Came::Itself);
    assert_eq!(filled(&reading).as_deref(), Some("https://evil.test/verify"));
}

#[test]
fn where_both_mails_lure_the_harmless_one_is_never_filled_in() {
    let button = HARMLESS.replace("<a ", "<a class=button ");
    for head in [PHISHERS.to_owned(), PHISHERS.replace("Your account", "Fwd: Our week")] {
        let reading = with_attached(&head, BAIT, &button);
        assert!(found(&reading, "https://evil.test/verify").in_suspect);
        assert_ne!(filled(&reading).as_deref(), Some("https://shop.example/week"));
    }
}

#[test]
fn what_a_forwarder_signs_with_is_no_lure() {
    let phishing = HARMLESS.replace("shop.example/week", "evil.test/in");
    let signature = "<p>see attached</p><a class=button href='https://www.staff.example/'>Book a meeting</a>\
                     <a href='https://staff.example/'>www.staff.example</a>";
    let reading = with_attached(ANNS, signature, &phishing);
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "Our week"));
    assert!(!found(&reading, "https://www.staff.example/").in_suspect);
    assert!(reading.people.iter().any(|one| one.address == "ann@staff.example"));
    assert_eq!(filled(&reading).as_deref(), Some("https://evil.test/in"));
}

#[test]
fn a_forwarder_who_writes_a_lure_stays_one_where_the_attached_mail_lures() {
    let phishing =
        HARMLESS.replace("<a href='https://shop.example/week'", "<a class=button href='https://evil.test/in'");
    let reading = with_attached(ANNS, "<a class=button href='https://tool.example/case'>Open the case</a>", &phishing);
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "Our week"));
    assert!(reading.people.iter().any(|one| one.address == "ann@staff.example"));
    assert!(found(&reading, "https://tool.example/case").in_suspect);
    assert!(found(&reading, "https://evil.test/in").in_suspect);
}

#[test]
fn a_lure_above_a_quoted_mail_is_suspicious_with_it() {
    let quoted = "<div>---------- Forwarded message ---------<br>From: News &lt;news@shop.example&gt;<br>\
                  Date: Mon, 2 Nov 2026<br>Subject: Our week<br>To: ann@staff.example<br><br>\
                  <a href='https://shop.example/week'>Read on</a></div>";
    let lured = mail(format!("{PHISHERS}\nContent-Type: text/html\n\n{BAIT}{quoted}"));
    assert!(found(&lured, "https://evil.test/verify").in_suspect);
    assert_eq!(filled(&lured).as_deref(), Some("https://evil.test/verify"));
    let plain =
        mail(format!("{ANNS}\nContent-Type: text/html\n\n<a href='https://wiki.example/how'>our wiki</a>{quoted}"));
    assert!(!found(&plain, "https://wiki.example/how").in_suspect);
    assert_eq!((plain.came, plain.head.subject.as_str()), (Came::Inline, "Our week"));
}
