//! What stands in the way and what would help: each thing is told where it is, and not told where it isn't.

use desk::commands;
use desk::contract::*;

use crate::support::{MAIL, PNG, TestDesk, Wanted, fields, key};

fn phone() -> DraftFields {
    DraftFields {
        phone_received_on: "+44 20 7946 0999".into(),
        phone_date: "2026-03-01".into(),
        phone_time: "14:30".into(),
        phone_zone: "UTC+1".into(),
        ..fields("+44 20 7946 0123")
    }
}

fn ip() -> DraftFields {
    DraftFields { ip_address_on_it: "https://acme-login.example/a".into(), ..fields("203.0.113.44") }
}

#[tokio::test]
async fn every_problem_is_told_at_its_field_and_goes_when_it_is_mended() {
    let desk = TestDesk::new().await;
    let good = || fields("https://acme-login.example/a");
    type Spoil = fn(&mut DraftFields);
    let rows: Vec<(ProblemCode, FieldId, DraftFields, Spoil)> = vec![
        (ProblemCode::TargetMissing, FieldId::Target, good(), |f| f.target = "  ".into()),
        (ProblemCode::TargetUnreadable, FieldId::Target, good(), |f| f.target = "hello there".into()),
        (ProblemCode::WebUnreadable, FieldId::Target, good(), |f| f.target = "https://".into()),
        (ProblemCode::EmailUnreadable, FieldId::Target, good(), |f| f.target = "help@".into()),
        (ProblemCode::PhoneUnreadable, FieldId::Target, good(), |f| f.target = "020 7946 0123".into()),
        (ProblemCode::IpUnreadable, FieldId::Target, good(), |f| f.target = "203.0.113.444".into()),
        (ProblemCode::Ipv6, FieldId::Target, good(), |f| f.target = "2001:db8::1".into()),
        (ProblemCode::SeveralTargets, FieldId::Target, good(), |f| {
            f.target = "https://one.example https://two.example".into();
        }),
        (ProblemCode::OwnDomain, FieldId::Target, good(), |f| f.target = "https://login.acme.example/x".into()),
        (ProblemCode::MailProvider, FieldId::Target, good(), |f| f.target = "gmail.com".into()),
        (ProblemCode::SharedHost, FieldId::Target, good(), |f| f.target = "https://github.io".into()),
        (ProblemCode::PrivateAddress, FieldId::Target, ip(), |f| f.target = "192.168.1.1".into()),
        (ProblemCode::NoteTooLong, FieldId::Note, good(), |f| f.note = "ä".repeat(2001)),
        (ProblemCode::ReporterUnreadable, FieldId::ReportedBy, good(), |f| f.reported_by = "jo".into()),
        (ProblemCode::ClientUnreadable, FieldId::ClientId, good(), |f| f.client_id = "a b".into()),
        (ProblemCode::PhoneReceivedOnMissing, FieldId::PhoneReceivedOn, phone(), |f| f.phone_received_on.clear()),
        (ProblemCode::PhoneReceivedOnUnreadable, FieldId::PhoneReceivedOn, phone(), |f| {
            f.phone_received_on = "12".into();
        }),
        (ProblemCode::PhoneDateMissing, FieldId::PhoneDate, phone(), |f| f.phone_date.clear()),
        (ProblemCode::PhoneDateUnreadable, FieldId::PhoneDate, phone(), |f| f.phone_date = "1.3.2026".into()),
        (ProblemCode::PhoneDateUnreadable, FieldId::PhoneDate, phone(), |f| f.phone_date = "2999-01-01".into()),
        (ProblemCode::PhoneTimeMissing, FieldId::PhoneTime, phone(), |f| f.phone_time.clear()),
        (ProblemCode::PhoneTimeUnreadable, FieldId::PhoneTime, phone(), |f| f.phone_time = "25:99".into()),
        (ProblemCode::PhoneZoneMissing, FieldId::PhoneZone, phone(), |f| f.phone_zone.clear()),
        (ProblemCode::IpAddressMissing, FieldId::IpAddressOnIt, ip(), |f| f.ip_address_on_it.clear()),
        (ProblemCode::IpAddressUnreadable, FieldId::IpAddressOnIt, ip(), |f| f.ip_address_on_it = "x@y".into()),
    ];
    for (code, field, good, spoil) in rows {
        let mut bad = good.clone();
        spoil(&mut bad);
        let draft = desk.draft(bad.clone()).await;
        let told: Vec<_> = desk.check(&draft.id).await.problems.iter().map(|one| (one.code, one.field)).collect();
        assert_eq!(told, [(code, field)], "{bad:?}");
        let refused = desk.send(&draft.id).await.unwrap_err();
        assert_eq!((refused.code, refused.problems[0].code), (ErrorCode::NotReady, code));
        let kept = commands::draft_open(&desk, Some(draft.id.clone())).await.unwrap().unwrap();
        assert_eq!(kept.fields, bad, "nothing typed is lost");
        commands::draft_save(&desk, draft.id.clone(), good).await.unwrap();
        assert_eq!(desk.check(&draft.id).await.problems, [], "{code:?}");
    }
    desk.pass(3600).await;
    assert!(desk.posts().is_empty());
}

#[tokio::test]
async fn without_a_key_a_draft_can_be_written_but_not_sent() {
    let desk = TestDesk::with(Wanted { key: false, ..Wanted::default() }).await;
    let draft = desk.draft(fields("https://acme-login.example/a")).await;
    let told: Vec<_> = desk.check(&draft.id).await.problems.iter().map(|one| one.code).collect();
    assert_eq!(told, [ProblemCode::KeyMissing]);
    commands::connection_save_key(&desk, Service::Phishfort, key(crate::support::KEY)).await.unwrap();
    assert_eq!(desk.check(&draft.id).await.problems, []);
}

async fn advice(desk: &TestDesk, fields: DraftFields, files: &[(&str, &[u8])]) -> Vec<ProblemCode> {
    let draft = desk.draft_with(fields, files).await;
    desk.check(&draft.id).await.advice.iter().map(|one| one.code).collect()
}

#[tokio::test]
async fn advice_is_given_where_it_helps_and_stands_in_nobody_s_way() {
    use ProblemCode::{NoNote, NoOriginalMail, NoPath, NoPicture, NoReporter, ReportedBefore};
    let desk = TestDesk::new().await;
    let web = || fields("https://acme-login.example/a");
    assert_eq!(advice(&desk, web(), &[("page.png", PNG)]).await, []);
    assert_eq!(advice(&desk, web(), &[]).await, [NoPicture]);
    assert_eq!(advice(&desk, DraftFields { note: " ".into(), ..web() }, &[("page.png", PNG)]).await, [NoNote]);
    let nobody = DraftFields { reported_by: String::new(), ..web() };
    assert_eq!(advice(&desk, nobody, &[("page.png", PNG)]).await, [NoReporter]);
    assert_eq!(advice(&desk, fields("acme-login.example"), &[("page.png", PNG)]).await, [NoPath]);
    let watched = DraftFields { wish: Wish::Monitor, ..fields("acme-login.example") };
    assert_eq!(advice(&desk, watched, &[("page.png", PNG)]).await, []);
    assert_eq!(advice(&desk, fields("help@acme-support.example"), &[("mail.eml", MAIL)]).await, []);
    assert_eq!(advice(&desk, fields("help@acme-support.example"), &[("page.png", PNG)]).await, [NoOriginalMail]);

    let sent = desk.reported("https://acme-login.example/a").await;
    let draft = desk.draft_with(web(), &[("page.png", PNG)]).await;
    let told = desk.check(&draft.id).await;
    assert_eq!(told.problems, []);
    let before = &told.advice[0];
    assert_eq!((before.code, before.case_id.as_ref()), (ReportedBefore, Some(&sent.case_id)));
}

#[tokio::test]
async fn a_draft_that_changed_after_it_was_checked_is_not_sent() {
    let desk = TestDesk::new().await;
    let draft = desk.draft(fields("https://acme-login.example/a")).await;
    let checked = desk.check(&draft.id).await;
    let changed = DraftFields { note: "Something else.".into(), ..draft.fields.clone() };
    commands::draft_save(&desk, draft.id.clone(), changed).await.unwrap();
    let refused = commands::draft_send(&desk, draft.id.clone(), checked.fingerprint).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::DraftChanged);

    let checked = desk.check(&draft.id).await;
    desk.add_files(draft.id.clone(), vec![desk.file("late.txt", b"late")]).await.unwrap();
    let refused = commands::draft_send(&desk, draft.id.clone(), checked.fingerprint).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::DraftChanged, "a file that came since was not seen either");
    desk.send(&draft.id).await.unwrap();
}

#[tokio::test]
async fn a_draft_is_there_after_a_crash_as_typed() {
    let mut desk = TestDesk::new().await;
    let typed = DraftFields { target: "half an addr".into(), note: "und \u{1F41F} \"quotes\"".into(), ..phone() };
    let draft = desk.draft_with(typed.clone(), &[("page.png", PNG)]).await;
    desk.restart(crate::support::End::Killed).await;
    assert!(commands::app_start(&desk).await.unwrap().ended_badly);
    let list = commands::cases_list(&desk, CasesRequest::default()).await.unwrap();
    assert_eq!(list.rows[0].draft_id.as_ref(), Some(&draft.id));
    let read = commands::draft_open(&desk, Some(draft.id)).await.unwrap().unwrap();
    assert_eq!(read.fields, typed);
    assert_eq!(read.evidence, draft.evidence);
    let picture = commands::evidence_thumbnail(&desk, read.evidence[0].id.clone()).await.unwrap();
    assert!(picture.width > 0);
}

#[tokio::test]
async fn a_deleted_draft_can_be_brought_back() {
    let desk = TestDesk::new().await;
    let draft = desk.draft(fields("https://acme-login.example/a")).await;
    commands::draft_delete(&desk, draft.id.clone()).await.unwrap();
    assert_eq!(commands::draft_open(&desk, Some(draft.id.clone())).await.unwrap_err().code, ErrorCode::TooLate);
    assert_eq!(commands::cases_list(&desk, CasesRequest::default()).await.unwrap().total, 0);
    let back = commands::draft_restore(&desk, draft.id).await.unwrap();
    assert_eq!(back.fields.target, "https://acme-login.example/a");
    assert_eq!(commands::cases_list(&desk, CasesRequest::default()).await.unwrap().total, 1);
}
