//! PhishFort's rules, each with a draft that breaks it.

use domain::Moment;

use super::{Code, Pair, Whole, pair};
use crate::contract::{FileKind, Wish};
use crate::preflight::Earlier;

const WEB: &str = "https://evil.example/login";
const PHONE: &str = "+44 20 7946 0991";

fn good() -> Whole {
    Whole::phishfort(WEB)
}

fn target(row: &'static str, code: Code, wrong: &str, right: &str) -> Pair {
    pair(row, code, Whole::phishfort(wrong), Whole::phishfort(right))
}

fn fields(row: &'static str, code: Code, change: impl FnOnce(&mut crate::contract::DraftFields)) -> Pair {
    pair(row, code, good().fields(change), good())
}

fn call(code: Code, change: impl FnOnce(&mut crate::contract::DraftFields)) -> Pair {
    pair("call_details", code, Whole::phishfort(PHONE).fields(change), Whole::phishfort(PHONE))
}

pub(super) fn rules() -> Vec<Pair> {
    [targets(), people_and_files(), handbook()].into_iter().flatten().collect()
}

fn targets() -> Vec<Pair> {
    vec![
        target("one_of_four_kinds", Code::TargetMissing, " ", WEB),
        target("one_of_four_kinds", Code::TargetUnreadable, "???", WEB),
        target("one_subject", Code::SeveralTargets, "https://evil.example/ https://b.example/", WEB),
        target("web_address", Code::WebUnreadable, "http://", "http://evil.example/x"),
        target("email_address", Code::EmailUnreadable, "jo@@evil.example", "jo@evil.example"),
        target("e164", Code::PhoneUnreadable, "020 7946 0991", PHONE),
        target("no_ipv6", Code::Ipv6, "2001:db8::1", "192.0.2.7"),
        target("ipv4_address", Code::IpUnreadable, "192.0.2.300", "192.0.2.7"),
        target("not_ours", Code::OwnDomain, "https://login.acme.example/x", "https://acme.example.evil.example/x"),
        pair(
            "not_ours",
            Code::AddressIsOurs,
            good().more("https://acme.example/x"),
            good().more("https://not-acme.example/x"),
        ),
        target("not_mail_provider", Code::MailProvider, "gmail.com", "jo@gmail.com"),
        target("not_shared_host", Code::SharedHost, "https://pages.dev/", "https://evil.pages.dev/"),
        target("not_private", Code::PrivateAddress, "192.168.0.1", "192.0.2.7"),
    ]
}

fn people_and_files() -> Vec<Pair> {
    let files = |count| (0..count).fold(good(), |whole, _| whole.file(FileKind::Png, |_| {}));
    let damaged = good().with(|whole| whole.damaged.push(whole.evidence[0].id.to_string()));
    vec![
        fields("reporter_address", Code::ReporterUnreadable, |fields| fields.reported_by = "jo".into()),
        fields("reporter_given", Code::NoReporter, |fields| fields.reported_by = " ".into()),
        fields("client_id", Code::ClientUnreadable, |fields| fields.client_id = "acme bank".into()),
        pair(
            "comment_length",
            Code::NoteTooLong,
            good().fields(|fields| fields.note = "x".repeat(2001)),
            good().fields(|fields| fields.note = "x".repeat(2000)),
        ),
        pair("twelve_files", Code::TooManyFiles, files(11), files(10)),
        pair(
            "body_limit",
            Code::TooBig,
            good().with(|whole| whole.body_bytes = 10_485_760),
            good().with(|whole| whole.body_bytes = 10_485_759),
        ),
        pair("file_types", Code::FileNotTaken, good().bad_file(), good()),
        pair("files_whole", Code::FileDamaged, damaged, good()),
        pair("key", Code::KeyMissing, good().with(|whole| whole.has_key = false), good()),
        pair(
            "again",
            Code::ReportedBefore,
            good().with(|whole| {
                whole.earlier.push(Earlier { case_id: "case".into(), number: "PF-1".into(), at: Moment(0) })
            }),
            good(),
        ),
    ]
}

fn handbook() -> Vec<Pair> {
    let ip = || Whole::phishfort("192.0.2.7");
    let without = |whole: Whole| whole.with(|whole| whole.evidence.clear());
    vec![
        pair(
            "full_address",
            Code::NoPath,
            Whole::phishfort("evil.example"),
            Whole::phishfort("evil.example").fields(|fields| fields.wish = Wish::Monitor),
        ),
        pair("screenshot", Code::NoPicture, without(good()), good()),
        pair(
            "original_mail",
            Code::NoOriginalMail,
            without(Whole::phishfort("jo@evil.example")),
            Whole::phishfort("jo@evil.example"),
        ),
        call(Code::PhoneReceivedOnMissing, |fields| fields.phone_received_on.clear()),
        call(Code::PhoneReceivedOnUnreadable, |fields| fields.phone_received_on = "12".into()),
        call(Code::PhoneDateMissing, |fields| fields.phone_date.clear()),
        call(Code::PhoneDateUnreadable, |fields| fields.phone_date = "2099-01-01".into()),
        call(Code::PhoneTimeMissing, |fields| fields.phone_time.clear()),
        call(Code::PhoneTimeUnreadable, |fields| fields.phone_time = "25:00".into()),
        call(Code::PhoneZoneMissing, |fields| fields.phone_zone.clear()),
        pair("address_on_ip", Code::IpAddressMissing, ip().fields(|fields| fields.ip_address_on_it.clear()), ip()),
        pair(
            "address_on_ip",
            Code::IpAddressUnreadable,
            ip().fields(|fields| fields.ip_address_on_it = "jo@evil.example".into()),
            ip(),
        ),
        fields("explanation", Code::NoNote, |fields| fields.note.clear()),
    ]
}
