//! A lived-in account of the made-up firm: a report of every type, and mitigations of every state, kind and place.

use jiff::{SignedDuration, Timestamp};

use super::{
    CfMitigationSeed, CfReceivedSeed,
    mitigation::{ACTIVE, CANCELLED, IN_REVIEW, PENDING, REMOVED},
};
use crate::{ACCOUNT_ID, CfMail};

/// Minutes.
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// What stands as the id of a zone and of an expression.
const ZONE: &str = "00000000000000000000000000002077";
const EXPRESSION: &str = "0000000000000000000000000000e4b1";

/// The reports, as they stand at this moment.
pub(crate) fn lived_in(now: Timestamp) -> Vec<CfReceivedSeed> {
    let mut all = harmful(now);
    all.extend(copied(now));
    all.extend(other(now));
    all
}

/// Phishing, malware, and traffic.
fn harmful(now: Timestamp) -> Vec<CfReceivedSeed> {
    let at = |minutes| moment(now, minutes);
    vec![
        CfReceivedSeed {
            mitigations: vec![zone("legal_block", PENDING, at(21 * HOUR + 28))],
            mails: vec![mail(at(-2 * HOUR), "Legal request", "We received a legal request. We act in 24 hours.")],
            ..report("GEN", "old.acme.example", &["/"], "Names a product that a court has forbidden.", at(-3 * HOUR))
        },
        CfReceivedSeed {
            mitigations: vec![url("phishing_interstitial", ACTIVE, at(-2 * DAY), "https://shop.acme.example/sale")],
            mails: vec![mail(
                at(-2 * DAY),
                "Phishing warning",
                "<p>Visitors of <a href=\"https://shop.acme.example/sale\">https://shop.acme.example/sale</a> see a \
                 warning now.</p>",
            )],
            ..report("PHISH", "shop.acme.example", &["/sale"], "Asks for card numbers on a sale page.", at(-3 * DAY))
        },
        CfReceivedSeed {
            status: Some("in_review".into()),
            mitigations: vec![url(
                "misleading_interstitial",
                IN_REVIEW,
                at(-4 * DAY),
                "https://blog.acme.example/post/9",
            )],
            ..report("PHISH", "blog.acme.example", &["/post/9"], "Looks like a bank's notice.", at(-5 * DAY))
        },
        CfReceivedSeed {
            mitigations: vec![resolved(
                url("phishing_interstitial", REMOVED, at(-9 * DAY), "https://acme.example/promo"),
                at(-5 * DAY),
            )],
            ..report("PHISH", "acme.example", &["/promo"], "A prize for a password.", at(-10 * DAY))
        },
        CfReceivedSeed {
            // Which of the addresses the first is on is not told: a pattern names none of them.
            mitigations: vec![
                url("malware_interstitial", PENDING, at(50), "files.acme.example/setup*"),
                account("r2_takedown_bucket", ACTIVE, at(-6 * HOUR)),
            ],
            mails: vec![mail(at(-6 * HOUR), "Malware", "A file on your site was found by two scanners.")],
            ..report(
                "GEN",
                "files.acme.example",
                &["/setup.exe", "/setup.msi", "/readme"],
                "The installer was replaced.",
                at(-7 * HOUR),
            )
        },
        CfReceivedSeed {
            external_host_notified: true,
            mitigations: vec![
                expression("rate_limit_cache", ACTIVE, at(-30 * HOUR)),
                zone("network_block", ACTIVE, at(-29 * HOUR)),
            ],
            ..report("NETWORK", "api.acme.example", &["/v2/search"], "Floods 192.0.2.14.", at(-31 * HOUR))
        },
    ]
}

/// Copyright and trademarks.
fn copied(now: Timestamp) -> Vec<CfReceivedSeed> {
    let at = |minutes| moment(now, minutes);
    vec![
        CfReceivedSeed {
            mitigations: vec![resolved(
                url("redirect_video_stream", CANCELLED, at(-2 * DAY), "https://cdn.acme.example/v/31"),
                at(-3 * DAY),
            )],
            ..report("DMCA", "cdn.acme.example", &["/v/31"], "A film of ours.", at(-4 * DAY))
        },
        CfReceivedSeed {
            mitigations: vec![
                url("copyright_interstitial", ACTIVE, at(-DAY), "https://media.acme.example/photo/17"),
                url("copyright_interstitial", ACTIVE, at(-DAY), "https://media.acme.example/photo/18"),
                url("r2_takedown_object", PENDING, at(3 * DAY), "https://media.acme.example/photo/19"),
            ],
            mails: vec![mail(
                at(-DAY),
                "Copyright notice",
                "A copyright holder reported three pictures on your site. You can answer the whole report.",
            )],
            ..report(
                "DMCA",
                "media.acme.example",
                &["/photo/17", "/photo/18", "/photo/19"],
                "Three photographs from our catalogue.",
                at(-2 * DAY),
            )
        },
        CfReceivedSeed {
            appeal_count: 2,
            mitigations: vec![
                zone("playfairite_enforce", ACTIVE, at(-12 * DAY)),
                account("stream_block_account", ACTIVE, at(-11 * DAY)),
            ],
            ..report("DMCA", "video.acme.example", &["/live"], "Shows our matches.", at(-14 * DAY))
        },
        CfReceivedSeed {
            mitigations: vec![zone("geo_block", ACTIVE, at(-8 * DAY))],
            ..report("TM", "outlet.acme.example", &["/"], "Uses our mark in one country.", at(-9 * DAY))
        },
    ]
}

/// People, and the owner of a domain.
fn other(now: Timestamp) -> Vec<CfReceivedSeed> {
    let at = |minutes| moment(now, minutes);
    vec![
        CfReceivedSeed {
            mitigations: vec![
                account("user_suspend", ACTIVE, at(-20 * HOUR)),
                resolved(zone("workers_takedown_by_zone_id", CANCELLED, at(-10 * HOUR)), at(-15 * HOUR)),
            ],
            ..report("THREAT", "forum.acme.example", &["/thread/204"], "A threat in a comment.", at(-22 * HOUR))
        },
        CfReceivedSeed {
            mitigations: vec![
                resolved(account("account_suspend", REMOVED, at(-20 * DAY)), at(-19 * DAY)),
                resolved(account("r2_takedown_account", REMOVED, at(-20 * DAY)), at(-19 * DAY)),
            ],
            ..report("EMER", "community.acme.example", &["/u/88"], "An upload of a member.", at(-21 * DAY))
        },
        CfReceivedSeed {
            accepted_url_count: Some(0),
            mitigations: vec![
                zone("registrar_freeze", ACTIVE, at(-6 * DAY)),
                resolved(zone("registrar_parking", CANCELLED, at(-5 * DAY)), at(-6 * DAY)),
            ],
            ..report("REG_WHO", "acme-pay.example", &["/"], "The owner's address is not right.", at(-7 * DAY))
        },
        CfReceivedSeed {
            mitigations: vec![
                zone("zone_fint", IN_REVIEW, at(-40 * HOUR)),
                url("media_quarantine", ACTIVE, at(-40 * HOUR), "https://gallery.acme.example/album/5"),
            ],
            ..report("NCSEI", "gallery.acme.example", &["/album/5"], "A picture without consent.", at(-44 * HOUR))
        },
    ]
}

fn moment(now: Timestamp, minutes: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(now)
}

fn report(kind: &str, domain: &str, paths: &[&str], said: &str, cdate: Timestamp) -> CfReceivedSeed {
    let what = if kind == "DMCA" { "original_work" } else { "justification" };
    let submitter =
        serde_json::json!({ "name": "Sam Example", "email": "sam@reporter.example", "company": "Reporter" });
    CfReceivedSeed {
        domain: domain.into(),
        urls: paths.iter().map(|path| format!("https://{domain}{path}")).collect(),
        kind: Some(kind.into()),
        cdate: Some(cdate),
        details: [(what.to_owned(), said.into()), ("submitter".to_owned(), submitter)].into_iter().collect(),
        ..CfReceivedSeed::default()
    }
}

fn mail(sent_at: Timestamp, subject: &str, body: &str) -> CfMail {
    CfMail { subject: subject.into(), body: body.into(), sent_at }
}

fn url(kind: &str, status: &str, effective_date: Timestamp, place: &str) -> CfMitigationSeed {
    on("url_pattern", place, kind, status, effective_date)
}

fn zone(kind: &str, status: &str, effective_date: Timestamp) -> CfMitigationSeed {
    on("zone", ZONE, kind, status, effective_date)
}

fn account(kind: &str, status: &str, effective_date: Timestamp) -> CfMitigationSeed {
    on("account", ACCOUNT_ID, kind, status, effective_date)
}

fn expression(kind: &str, status: &str, effective_date: Timestamp) -> CfMitigationSeed {
    on("custom_expression", EXPRESSION, kind, status, effective_date)
}

fn on(entity_type: &str, entity_id: &str, kind: &str, status: &str, effective_date: Timestamp) -> CfMitigationSeed {
    CfMitigationSeed {
        kind: Some(kind.into()),
        status: Some(status.into()),
        effective_date: Some(effective_date),
        entity_type: Some(entity_type.into()),
        entity_id: Some(entity_id.into()),
        ..CfMitigationSeed::default()
    }
}

fn resolved(seed: CfMitigationSeed, at: Timestamp) -> CfMitigationSeed {
    CfMitigationSeed { resolved_at: Some(at), ..seed }
}
