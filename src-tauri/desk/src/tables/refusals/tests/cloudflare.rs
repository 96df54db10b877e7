//! Cloudflare's answers and decisions, each with a draft that would draw it.

use super::{Code, Pair, Whole, pair};
use crate::contract::{ReportField as Field, ReportKind as Kind};
use crate::preflight::tests::support::DAY_MS;

fn good(kind: Kind) -> Whole {
    Whole::cloudflare(kind)
}

/// A field of a report with a wrong text, against the report as it should be.
fn field(row: &'static str, code: Code, kind: Kind, field: Field, wrong: impl Into<String>) -> Pair {
    Pair { field: Some(field), ..pair(row, code, good(kind).answer(field, wrong), good(kind)) }
}

fn too_long(row: &'static str, kind: Kind, of: Field, most: usize) -> [Pair; 2] {
    [field(row, Code::FieldMissing, kind, of, ""), field(row, Code::FieldTooLong, kind, of, "x".repeat(most + 1))]
}

fn target(row: &'static str, code: Code, wrong: &str) -> Pair {
    pair(row, code, good(Kind::Phishing).target(wrong), good(Kind::Phishing))
}

pub(super) fn answers() -> Vec<Pair> {
    let ports: Vec<_> = (1..=31).map(|port| format!("{port}/TCP")).collect();
    let long_ports: Vec<_> = (1..=30).map(|port| format!("{port}/{}", "X".repeat(70))).collect();
    let ips: Vec<_> = (1..=31).map(|last| format!("192.0.2.{last}")).collect();
    let twice = "https://evil.example/login";
    let mut all = vec![
        field("BadNameError", Code::FieldMissing, Kind::Trademark, Field::TrademarkNumber, ""),
        field("BadEmailError", Code::FieldEmailUnreadable, Kind::Phishing, Field::Email, "jo at acme"),
        target("BadUrlsError", Code::TargetMissing, ""),
        target("BadUrlsError", Code::TargetUnreadable, "???"),
        target("BadUrlsError", Code::WebUnreadable, "http://"),
        target("BadUrlsError", Code::CloudflareTakesWeb, "jo@evil.example"),
        pair(
            "BadUrlsError",
            Code::AddressUnreadable,
            good(Kind::Phishing).more("ftp://evil.example/"),
            good(Kind::Phishing).more("http://evil.example/"),
        ),
        pair(
            "UrlNotvalidError",
            Code::SplitByHost,
            good(Kind::Phishing).more("https://www.evil.example/"),
            good(Kind::Phishing).more("https://evil.example/"),
        ),
        on_cloudflare("UrlNotOrangeError"),
        pair(
            "UrlNotOrangeError",
            Code::NotOnCloudflare,
            good(Kind::Phishing).target("https://192.0.2.7/"),
            good(Kind::Phishing),
        ),
        pair(
            "DedupeError",
            Code::ReportedThisWeek,
            good(Kind::Phishing).filed(twice, 7 * DAY_MS - 1),
            good(Kind::Phishing).filed(twice, 7 * DAY_MS),
        ),
        field("BadJustError", Code::FieldMissing, Kind::Threat, Field::Justification, ""),
        field("BadJustError", Code::FieldTooShort, Kind::Phishing, Field::Justification, "x".repeat(19)),
        field("BadJustError", Code::FieldTooLong, Kind::Threat, Field::Justification, "x".repeat(5001)),
        // Alone it would fit; with the reference line it does not.
        field("BadCommentsError", Code::CommentsTooLong, Kind::Phishing, Field::Comments, "x".repeat(1990)),
        field("NoSigError", Code::FieldMissing, Kind::Dmca, Field::Signature, ""),
        field("NoSigError", Code::SignatureDiffers, Kind::Dmca, Field::Signature, "Jo"),
        field("NoAgreeError", Code::StatementMissing, Kind::Dmca, Field::DmcaLiability, ""),
        field("NoAgreeError", Code::StatementMissing, Kind::Dmca, Field::DmcaGoodFaith, ""),
        field("NoAgreeError", Code::StatementMissing, Kind::Dmca, Field::DmcaAuthority, ""),
        field("MustNotifyError", Code::FieldMissing, Kind::General, Field::HostNotification, ""),
        field("MustNotifyError", Code::FieldMissing, Kind::RegistrarWhois, Field::OwnerNotification, ""),
        field("BadIPError", Code::ItemUnreadable, Kind::General, Field::SourceIps, "192.0.2.0/24"),
        field("BadIPError", Code::ItemTwice, Kind::General, Field::DestinationIps, "192.0.2.1\n192.0.2.1"),
        field("MaxIPsError", Code::TooManyItems, Kind::General, Field::SourceIps, ips.join("\n")),
        field("BadPortsProtocolError", Code::ItemUnreadable, Kind::General, Field::PortsProtocols, "http"),
        field("BadPortsProtocolError", Code::ItemTwice, Kind::General, Field::PortsProtocols, "80/TCP\n80/tcp"),
        field("PortsProtocolError", Code::TooManyItems, Kind::General, Field::PortsProtocols, ports.join("\n")),
        field("PortsProtocolError", Code::FieldTooLong, Kind::General, Field::PortsProtocols, long_ports.join("\n")),
        field(
            "PortsProtocolError",
            Code::ItemUnreadable,
            Kind::General,
            Field::PortsProtocols,
            format!("80/{}", "X".repeat(98)),
        ),
    ];
    for (row, of, most) in [
        ("NoOriginalWorkError", Field::OriginalWork, 255),
        ("BadAddressError", Field::Address1, 100),
        ("BadAgentNameError", Field::AgentName, 60),
        ("BadCityError", Field::City, 255),
        ("BadStateError", Field::State, 255),
        ("BadCountryError", Field::Country, 255),
    ] {
        all.extend(too_long(row, Kind::Dmca, of, most));
    }
    all
}

/// It is always said of a report to Cloudflare, since nothing here can look.
fn on_cloudflare(row: &'static str) -> Pair {
    pair(row, Code::OnCloudflareUnknown, good(Kind::Phishing), Whole::phishfort("https://evil.example/login"))
}

pub(super) fn denials() -> Vec<Pair> {
    let ours = || good(Kind::Phishing).drafted(|draft| draft.untouched(Field::Justification));
    let no_way = || good(Kind::Phishing).answer(Field::ReportedCountry, "").answer(Field::ReportedUserAgent, "");
    let url = "https://evil.example/login";
    let thin = |row| field(row, Code::ThinStory, Kind::Threat, Field::Justification, "He threatens us.");
    let sentence = |row| pair(row, Code::OurSentence, ours(), good(Kind::Phishing));
    vec![
        pair("unable_to_confirm", Code::NoWayToSeeIt, no_way(), no_way().answer(Field::ReportedCountry, "CH")),
        thin("unable_to_confirm"),
        sentence("unable_to_confirm"),
        thin("incomplete_report"),
        sentence("incomplete_report"),
        thin("no_abuse_found"),
        sentence("no_abuse_found"),
        on_cloudflare("not_on_cloudflare"),
        pair(
            "not_on_cloudflare",
            Code::NotOnCloudflare,
            good(Kind::Threat).more("https://printer.local/"),
            good(Kind::Threat).more("https://printer.example/"),
        ),
        pair(
            "duplicate_report",
            Code::ReportedBefore,
            good(Kind::Phishing).filed(url, 30 * DAY_MS),
            good(Kind::Phishing).filed("https://evil.example/another", 30 * DAY_MS),
        ),
        pair(
            "duplicate_report",
            Code::ReportedThisWeek,
            good(Kind::Phishing).filed(url, DAY_MS),
            good(Kind::Phishing).filed(url, 30 * DAY_MS),
        ),
        field(
            "missing_original_work",
            Code::OriginalWithoutAddress,
            Kind::Dmca,
            Field::OriginalWork,
            "Our photographs of the mill, mill.jpg",
        ),
        field("missing_original_work", Code::FieldMissing, Kind::Dmca, Field::OriginalWork, ""),
        pair("direct_url_required", Code::NoPath, good(Kind::Dmca).target("evil.example"), good(Kind::Dmca)),
        pair(
            "wrong_report_category",
            Code::PerhapsOtherKind,
            good(Kind::General)
                .answer(Field::Justification, "They copied our photos and ignore our copyright for months."),
            good(Kind::Dmca).answer(Field::Comments, "They copied our photos and ignore our copyright for months."),
        ),
        pair("content_unavailable", Code::NoWayToSeeIt, no_way(), no_way().answer(Field::ReportedUserAgent, "Firefox")),
        pair("law_enforcement_referral_required", Code::PoliceFirst, good(Kind::Threat), good(Kind::Phishing)),
        pair(
            "domain_dispute_process_required",
            Code::PerhapsDispute,
            good(Kind::Trademark).target("https://my-acme.example/shop"),
            good(Kind::Trademark).target("https://evil.example/acme"),
        ),
    ]
}
