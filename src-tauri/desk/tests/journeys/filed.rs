//! What the account filed at Cloudflare, here or elsewhere: listed, brought up to date, read.

use desk::commands;
use desk::contract::*;
use practice::{ACCOUNT_ID, CfMail, CfSeed, Cloudflare, Fault, FaultOrder};
use serde_json::json;

use crate::support::{End, KEY, TestDesk, fields, key};

/// A desk with a token that works and an account that is chosen.
async fn connected() -> TestDesk {
    let desk = TestDesk::new().await;
    cloudflare(&desk).set_tokens(vec![KEY.into()]);
    commands::connection_save_key(&desk, Service::Cloudflare, key(KEY)).await.unwrap();
    commands::connection_choose_account(&desk, ACCOUNT_ID.into()).await.unwrap();
    desk
}

fn cloudflare(desk: &TestDesk) -> &Cloudflare {
    desk.practice.cloudflare()
}

/// Reports as somebody else filed them, one a second, the newest last.
fn filed_elsewhere(desk: &TestDesk, count: i64) -> Vec<String> {
    let now = cloudflare(desk).now().as_second();
    let seed = |n: i64| {
        let denied = n % 10 == 0;
        CfSeed {
            urls: vec![format!("https://site-{n}.example/a")],
            kind: Some(if n % 2 == 0 { "PHISH" } else { "TM" }.into()),
            status: denied.then(|| "denied".into()),
            denial_reason: denied.then(|| "not_on_cloudflare".into()),
            cdate: jiff_second(now - count + n),
            ..CfSeed::default()
        }
    };
    cloudflare(desk).seed((0..count).map(seed).collect())
}

fn jiff_second(second: i64) -> Option<jiff::Timestamp> {
    Some(jiff::Timestamp::from_second(second).unwrap())
}

fn request(search: &str) -> FiledRequest {
    FiledRequest { search: search.into(), ..FiledRequest::default() }
}

async fn list(desk: &TestDesk, request: FiledRequest) -> FiledView {
    commands::filed_list(desk, request).await.unwrap()
}

fn heard_of_filed(desk: &TestDesk) -> usize {
    desk.heard.lock().unwrap().iter().filter(|notice| **notice == Notice::FiledChanged).count()
}

#[tokio::test]
async fn what_was_filed_elsewhere_is_listed_page_by_page_and_found_by_plain_words() {
    let desk = connected().await;
    let nothing = list(&desk, request("")).await;
    assert_eq!((nothing.total, nothing.following, nothing.refreshed_at), (0, Following::NotAsked, None));
    let ids = filed_elsewhere(&desk, 250);
    let view = commands::filed_refresh(&desk).await.unwrap();
    assert_eq!((view.total, view.following, view.rows.len()), (250, Following::Works, 100));
    assert_eq!(view.counts, FiledCounts { all: 250, submitted: 225, accepted: 0, denied: 25 });
    assert_eq!((view.refreshed_at.unwrap(), heard_of_filed(&desk)), (desk.time().iso(), 1));
    let asked = cloudflare(&desk).requests().len();

    let mut walked = Vec::new();
    let mut after = None;
    loop {
        let page = list(&desk, FiledRequest { after, ..FiledRequest::default() }).await;
        walked.extend(page.rows.into_iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    walked.reverse();
    assert_eq!(walked, ids);

    let found = list(&desk, request("hxxps://site-120[.]example/a/b phishing")).await;
    assert_eq!((found.total, found.counts.denied), (1, 1));
    let row = &found.rows[0];
    assert_eq!((row.domain.as_str(), row.report_kind), ("site-120[.]example", Some(ReportKind::Phishing)));
    assert_eq!((row.status, row.denial), (FiledStatus::Denied, Some(DenialReason::NotOnCloudflare)));
    assert_eq!((row.raw_type.as_str(), row.raw_denial.as_deref()), ("PHISH", Some("not_on_cloudflare")));
    assert_eq!(row.case_id, None);
    let denied = FiledRequest { status: Some(FiledStatus::Denied), ..request("trademark") };
    assert_eq!(list(&desk, denied).await.total, 0, "only the even ones were refused");
    assert_eq!(list(&desk, request(&ids[7])).await.total, 1);
    assert_eq!(cloudflare(&desk).requests().len(), asked, "a list is answered from what we have");
}

#[tokio::test]
async fn asking_again_is_polite_and_silent_when_nothing_is_new() {
    let desk = connected().await;
    let ids = filed_elsewhere(&desk, 250);
    commands::filed_refresh(&desk).await.unwrap();
    let asked = cloudflare(&desk).requests().len();
    commands::filed_refresh(&desk).await.unwrap();
    assert_eq!(cloudflare(&desk).requests().len(), asked + 1);
    assert_eq!(heard_of_filed(&desk), 1);
    cloudflare(&desk).next(practice::CfStep::Accepted, Some(ids.last().unwrap())).unwrap();
    let view = commands::filed_refresh(&desk).await.unwrap();
    assert_eq!((view.rows[0].status, heard_of_filed(&desk)), (FiledStatus::Accepted, 2));
}

#[tokio::test]
async fn words_that_nobody_knows_are_shown_as_they_came() {
    let desk = connected().await;
    let new = CfSeed {
        urls: vec!["https://evil.example/".into()],
        kind: Some("QUISHING".into()),
        status: Some("escalated".into()),
        denial_reason: Some("moon_phase".into()),
        ..CfSeed::default()
    };
    cloudflare(&desk).seed(vec![new]);
    let view = commands::filed_refresh(&desk).await.unwrap();
    let row = &view.rows[0];
    assert_eq!((row.report_kind, row.raw_type.as_str()), (None, "QUISHING"));
    assert_eq!((row.status, row.raw_status.as_str()), (FiledStatus::Other, "escalated"));
    assert_eq!((row.denial, row.raw_denial.as_deref()), (Some(DenialReason::Other), Some("moon_phase")));
    let other = FiledRequest { status: Some(FiledStatus::Other), ..FiledRequest::default() };
    assert_eq!(list(&desk, other).await.total, 1);
}

/// A report with one mail that tries everything.
fn hostile(desk: &TestDesk) -> String {
    let html = "<p>Dear <b>Jo</b>,<br>see <a href=\"https://evil.example/x\">our page</a>.</p>\
        <script>steal()</script><p>Bye \u{202e}gpj.exe</p>";
    let mail = CfMail {
        subject: "Your report on http://evil.example".into(),
        body: html.into(),
        sent_at: cloudflare(desk).now(),
    };
    let details = json!({
        "justification": "It asks for a password at https://evil.example/a.",
        "submitter": { "name": "Jo", "email": "jo@acme.example" },
        "udrp": "on",
    });
    let seed = CfSeed {
        urls: vec!["https://evil.example/a".into()],
        details: details.as_object().unwrap().clone(),
        mails: vec![mail],
        ..CfSeed::default()
    };
    cloudflare(desk).seed(vec![seed]).remove(0)
}

#[tokio::test]
async fn a_report_is_read_with_its_mails_as_harmless_text() {
    let desk = connected().await;
    let id = hostile(&desk);
    let view = commands::filed_read(&desk, id.clone()).await.unwrap();
    assert_eq!((view.following, view.said, view.row.id.as_str()), (Following::Works, None, id.as_str()));
    assert_eq!(view.read_at.unwrap(), desk.time().iso());
    let address = &view.addresses[0];
    assert_eq!(format!("{}{}{}", address.before, address.domain, address.after), "hxxps://evil[.]example/a");
    let justification = view.details.iter().find(|detail| detail.field == Some(ReportField::Justification)).unwrap();
    assert_eq!(justification.value, "It asks for a password at hxxps://evil[.]example/a.");
    let unknown = view.details.iter().find(|detail| detail.name == "udrp").unwrap();
    assert_eq!((unknown.field, unknown.value.as_str()), (None, "on"));
    let mail = &view.emails[0];
    assert_eq!(mail.subject, "Your report on hxxp://evil[.]example");
    assert_eq!(mail.body, "Dear Jo,\nsee our page (hxxps://evil[.]example/x).\n\nBye ⟨U+202E⟩gpj[.]exe");
    assert_eq!(mail.recipient, "jo@acme.example");
    assert_eq!(heard_of_filed(&desk), 1, "the list has a row more");
}

#[tokio::test]
async fn where_cloudflare_can_t_be_asked_we_show_what_we_had_and_why() {
    let desk = connected().await;
    let id = hostile(&desk);
    let before = commands::filed_read(&desk, id.clone()).await.unwrap();
    desk.pass(600).await;
    for (fault, following) in [
        (Fault::DropBefore { after_bytes: None, reset: true }, Following::Unreachable),
        (Fault::Html { processed: false }, Following::Failed),
        (Fault::MalformedJson { processed: true }, Following::Failed),
    ] {
        let order = || FaultOrder { fault: fault.clone(), times: 1, method: None, path_contains: None };
        cloudflare(&desk).fault(order());
        let view = commands::filed_read(&desk, id.clone()).await.unwrap();
        assert_eq!((view.following, &view.read_at), (following, &before.read_at), "{fault:?}");
        assert_eq!((&view.emails, &view.details), (&before.emails, &before.details));
        cloudflare(&desk).fault(order());
        let list = commands::filed_refresh(&desk).await.unwrap();
        assert_eq!((list.following, list.rows.len()), (following, 1), "{fault:?}");
    }
    let unknown = commands::filed_read(&desk, "nobody-told-of-it".into()).await.unwrap_err();
    assert!(matches!(unknown.code, ErrorCode::NotKnownThere | ErrorCode::ServiceFailed), "{unknown}");
}

#[tokio::test]
async fn what_can_t_be_followed_is_said_calmly() {
    let desk = TestDesk::new().await;
    let refresh = || commands::filed_refresh(&desk);
    assert_eq!(refresh().await.unwrap().following, Following::NoAccount);
    commands::connection_choose_account(&desk, ACCOUNT_ID.into()).await.unwrap();
    assert_eq!(refresh().await.unwrap().following, Following::NoKey);
    commands::connection_save_key(&desk, Service::Cloudflare, key(KEY)).await.unwrap();
    assert_eq!(refresh().await.unwrap().following, Following::KeyRefused);
    cloudflare(&desk).set_tokens(vec![KEY.into()]);
    let mut switches = cloudflare(&desk).switches();
    switches.may_read = false;
    cloudflare(&desk).set_switches(switches.clone());
    let view = refresh().await.unwrap();
    assert_eq!(view.following, Following::NotPermitted);
    assert!(view.said.is_some());
    switches.may_read = true;
    switches.submitted_endpoint = false;
    cloudflare(&desk).set_switches(switches.clone());
    assert_eq!(refresh().await.unwrap().following, Following::NoSuchList);
    switches.submitted_endpoint = true;
    cloudflare(&desk).set_switches(switches);
    let view = refresh().await.unwrap();
    assert_eq!((view.following, view.said), (Following::Works, None));
}

#[tokio::test]
async fn a_report_that_we_filed_leads_to_its_case_and_another_service_s_number_does_not() {
    let desk = connected().await;
    let change = PreferencesChange { name: Some("Jo Doe".into()), ..PreferencesChange::default() };
    commands::preferences_save(&desk, change).await.unwrap();
    let told = DraftFields {
        note: "It copies our login page and asks for the password.".into(),
        to_phishfort: false,
        to_cloudflare: true,
        ..fields("https://acme-login.example/a")
    };
    let draft = desk.draft(told).await;
    let ours = desk.send(&draft.id).await.unwrap();
    let theirs = desk.reported("https://acme-shop.example/a").await;
    desk.pass(10).await;
    let number = desk.now(&theirs).await.number.unwrap();
    let same_number = CfSeed { id: Some(number), urls: vec!["https://other.example/".into()], ..CfSeed::default() };
    cloudflare(&desk).seed(vec![same_number]);
    let view = commands::filed_refresh(&desk).await.unwrap();
    let case_of = |domain: &str| view.rows.iter().find(|row| row.domain == domain).unwrap().case_id.clone();
    assert_eq!(case_of("acme-login[.]example"), Some(ours.case_id.clone()));
    assert_eq!(case_of("other[.]example"), None);
    let read = commands::filed_read(&desk, desk.now(&ours).await.number.unwrap()).await.unwrap();
    assert_eq!(read.row.case_id, Some(ours.case_id));
}

#[tokio::test]
async fn a_page_that_nobody_named_is_refused() {
    let desk = connected().await;
    for after in ["", "x", "1", "x.y"] {
        let request = FiledRequest { after: Some(after.into()), ..FiledRequest::default() };
        let refused = commands::filed_list(&desk, request).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::BadRequest, "{after}");
    }
}

#[tokio::test]
async fn a_damaged_cache_costs_nothing_but_asking_again() {
    let mut desk = connected().await;
    filed_elsewhere(&desk, 3);
    commands::filed_refresh(&desk).await.unwrap();
    desk.end(End::Closed).await;
    let cache = desk.folder.path().join("cache.db");
    assert!(cache.exists());
    std::fs::write(cache, vec![b'x'; 8192]).unwrap();
    desk.start().await;
    assert_eq!(list(&desk, request("")).await.following, Following::NotAsked);
    assert_eq!(commands::filed_refresh(&desk).await.unwrap().total, 3);
}
