//! Which reports the addresses become.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::{addresses, normal};
use super::support::Draft;
use crate::contract::{FieldId, ProblemCode as Code, ReportKind as Kind};

fn lines(count: usize) -> String {
    (0..count).fold(String::new(), |mut all, at| {
        writeln!(all, "https://evil.example/{at}").unwrap();
        all
    })
}

fn shape(draft: &Draft) -> Vec<(String, usize)> {
    addresses(draft.ground()).groups.into_iter().map(|group| (group.hostname, group.urls.len())).collect()
}

#[test]
fn two_hosts_become_two_reports_in_the_order_in_which_they_were_given() {
    let draft = Draft::least(Kind::Phishing).more("https://other.example/a\nhttps://evil.example/b");
    assert_eq!(shape(&draft), [("evil.example".into(), 2), ("other.example".into(), 1)]);
    let parts = draft.parts();
    assert_eq!(parts.len(), 2);
    assert_eq!(parts[0].urls, ["https://evil.example/login", "https://evil.example/b"]);
    assert_eq!(parts[1].urls, ["https://other.example/a"]);
    assert_ne!(parts[0].reference, parts[1].reference);
}

#[test]
fn another_subdomain_is_another_report() {
    let draft = Draft::least(Kind::Phishing).more("https://www.evil.example/login");
    assert_eq!(shape(&draft), [("evil.example".into(), 1), ("www.evil.example".into(), 1)]);
}

#[test]
fn more_than_250_addresses_on_a_host_become_two_reports() {
    let draft = Draft::least(Kind::Phishing).target("https://evil.example/0").more(lines(312));
    assert_eq!(shape(&draft), [("evil.example".into(), 250), ("evil.example".into(), 62)]);
    let parts = draft.parts();
    assert_eq!(parts.len(), 2);
    let codes: BTreeSet<_> = parts.iter().map(|part| part.reference.clone()).collect();
    assert_eq!(codes.len(), 2);
    assert_eq!(parts[1].urls.last().unwrap(), "https://evil.example/311");
}

#[test]
fn exactly_250_addresses_are_one_report() {
    let draft = Draft::least(Kind::Phishing).target("https://evil.example/0").more(lines(250));
    assert_eq!(shape(&draft), [("evil.example".into(), 250)]);
    assert_eq!(draft.parts().len(), 1);
}

#[test]
fn an_address_in_several_spellings_is_sent_once() {
    let again = "hxxps://evil[.]example/login\nHTTPS://EVIL.example:443/login\n  evil.example/login  \n";
    let draft = Draft::least(Kind::Phishing).more(again);
    assert_eq!(addresses(draft.ground()).repeated, 3);
    assert_eq!(draft.sent("urls").as_deref(), Some("https://evil.example/login"));
}

#[test]
fn a_bare_domain_is_sent_as_its_first_page() {
    let draft = Draft::least(Kind::Phishing).target("Evil.example").more("https://evil.example");
    assert_eq!(draft.sent("urls").as_deref(), Some("https://evil.example/"));
    assert_eq!(addresses(draft.ground()).repeated, 1);
}

#[test]
fn several_addresses_on_a_line_are_several() {
    let draft = Draft::least(Kind::Phishing).more("https://evil.example/a  hxxps://evil[.]example/b");
    assert_eq!(shape(&draft), [("evil.example".into(), 3)]);
}

#[test]
fn a_line_that_is_no_address_stands_in_the_way_of_every_report() {
    for line in
        ["not an address", "jo@evil.example", "+44 20 7946 0991", "https://[2001:db8::1]/", "ftp://evil.example"]
    {
        let draft = Draft::least(Kind::Phishing).more(format!("https://other.example/\n{line}"));
        let problems = draft.problems();
        assert_eq!(problems.len(), 1, "{line}: {problems:?}");
        assert_eq!((problems[0].code, problems[0].field), (Code::AddressUnreadable, FieldId::MoreAddresses));
        assert_eq!(draft.parts(), []);
    }
}

#[test]
fn what_has_no_name_of_its_own_on_the_net_is_not_on_cloudflare() {
    for address in ["https://192.0.2.7/x", "http://0xC0000207/", "https://printer.local/", "https://localhost/x"] {
        let as_target = Draft::least(Kind::Phishing).target(address).problems();
        assert_eq!(
            as_target.iter().map(|one| (one.code, one.field)).collect::<Vec<_>>(),
            [(Code::NotOnCloudflare, FieldId::Target)]
        );
        let as_line = Draft::least(Kind::Phishing).more(address).problems();
        assert_eq!(
            as_line.iter().map(|one| (one.code, one.field)).collect::<Vec<_>>(),
            [(Code::NotOnCloudflare, FieldId::MoreAddresses)]
        );
    }
    let line = Draft::least(Kind::Phishing).more("192.0.2.7").problems();
    assert_eq!(line[0].text.as_deref(), Some("192[.]0[.]2[.]7"));
}

#[test]
fn a_target_that_is_no_web_address_needs_a_web_address_beside_it() {
    for target in ["jo@evil.example", "+44 20 7946 0991", "192.0.2.7"] {
        let alone = Draft::least(Kind::Phishing).target(target);
        let codes: Vec<_> = alone.problems().into_iter().map(|one| one.code).collect();
        assert_eq!(codes, [Code::CloudflareTakesWeb], "{target}");
        let beside = alone.more("https://evil.example/login");
        assert_eq!(beside.sent("urls").as_deref(), Some("https://evil.example/login"));
    }
}

#[test]
fn a_draft_without_target_says_so() {
    for (target, code) in [("", Code::TargetMissing), ("???", Code::TargetUnreadable)] {
        let draft = Draft::least(Kind::Phishing).target(target).more("https://evil.example/");
        assert_eq!(draft.problems().into_iter().map(|one| one.code).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn every_code_depends_on_draft_kind_host_and_number() {
    let code = |draft: Draft| draft.parts()[0].reference.clone();
    let one = code(Draft::least(Kind::Phishing));
    assert_eq!(one, code(Draft::least(Kind::Phishing).note("more words change nothing")));
    assert_ne!(one, code(Draft::least(Kind::Threat)));
    assert_ne!(one, code(Draft::least(Kind::Phishing).target("https://other.example/")));
}

#[test]
fn two_spellings_have_one_normal_form() {
    assert_eq!(normal("hxxps://Evil[.]example"), normal("evil.example"));
    assert_ne!(normal("https://evil.example/a"), normal("https://evil.example/A"));
    assert_eq!(normal("jo@evil.example"), None);
}
