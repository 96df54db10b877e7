//! What PhishFort's handbook asks for, held against the draft.

use desk::commands;
use desk::contract::*;

use super::phish;
use crate::support::{PNG, TestDesk, fields};

const INLINE: &[u8] = b"From: Kim Sample <kim@customer.example>\r\nTo: abuse@acme.example\r\nSubject: Fwd: Your parcel\r\n\
Date: Mon, 23 Nov 2026 09:29:58 +0000\r\nReceived: from a.customer.example ([192.0.2.7]) by mx.acme.example; Mon, 23 Nov 2026 09:30:00 +0000\r\n\
MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee below.\r\n\r\n\
---------- Forwarded message ---------\r\nFrom: Acme Parcels <parcel@acme-parcels.example>\r\n\
Date: Mon, 23 Nov 2026 at 07:10\r\nSubject: Your parcel\r\nTo: <kim@customer.example>\r\n\r\nCall us at once.\r\n";

fn there(checked: &CheckView) -> Vec<(Want, bool)> {
    checked.wanted.iter().map(|one| (one.want, one.there)).collect()
}

#[tokio::test]
async fn a_web_report_wants_page_picture_story_and_the_genuine_site() {
    let desk = TestDesk::new().await;
    let link = "https://acme-login.example/secure";
    let paths = vec![desk.file("page.png", PNG), desk.file("phish.eml", &phish(link))];
    let draft = desk.drop_files(paths).await.unwrap().draft.unwrap();
    let all = [Want::ExactPage, Want::Screenshot, Want::HowFound, Want::GenuineSite];
    assert_eq!(there(&desk.check(&draft.id).await), all.map(|want| (want, true)));
    let bare = DraftFields { note: String::new(), ..fields("acme-login.example") };
    let draft = desk.draft(bare).await;
    assert_eq!(there(&desk.check(&draft.id).await), all.map(|want| (want, false)));
}

#[tokio::test]
async fn an_email_report_wants_the_original_and_an_inline_forward_is_none() {
    let desk = TestDesk::new().await;
    let original = |checked: &CheckView| there(checked)[0];
    let draft = desk.drop_files(vec![desk.file("inline.eml", INLINE)]).await.unwrap().draft.unwrap();
    assert_eq!(draft.found.mails[0].came, Came::Inline);
    assert_eq!(draft.found.mails[0].forwarded_by, MailProgram::Gmail);
    let sender = draft.found.sender.clone().unwrap().exact;
    assert_eq!(sender, "parcel@acme-parcels.example");
    let fields = DraftFields { target: sender, ..draft.fields };
    commands::draft_save(&desk, draft.id.clone(), fields).await.unwrap();
    assert_eq!(original(&desk.check(&draft.id).await), (Want::OriginalMail, false));
    let mail = desk.file("phish.eml", &phish("https://x.example/a"));
    desk.add_files(draft.id.clone(), vec![mail]).await.unwrap();
    assert_eq!(original(&desk.check(&draft.id).await), (Want::OriginalMail, true));
}

#[tokio::test]
async fn phone_and_ip_reports_want_their_own_and_nothing_is_ever_required() {
    let desk = TestDesk::new().await;
    let phone = DraftFields {
        phone_received_on: "+44 20 7946 0999".into(),
        phone_date: "2026-03-01".into(),
        phone_time: "14:30".into(),
        ..fields("+44 20 7946 0123")
    };
    let draft = desk.draft(phone).await;
    let checked = desk.check(&draft.id).await;
    let expected =
        [(Want::OtherNumber, true), (Want::CallTime, false), (Want::CallStory, true), (Want::Screenshot, false)];
    assert_eq!(there(&checked), expected, "a time without its zone is none");
    let ip = DraftFields { ip_address_on_it: "https://acme-login.example/a".into(), ..fields("203.0.113.44") };
    let draft = desk.draft(ip).await;
    let checked = desk.check(&draft.id).await;
    assert_eq!(there(&checked), [(Want::AddressOnIp, true), (Want::Explanation, true), (Want::Screenshot, false)]);
    assert_eq!(checked.problems, []);
    let cloudflare = DraftFields { to_phishfort: false, to_cloudflare: true, ..fields("https://x.example/a") };
    assert_eq!(there(&desk.check(&desk.draft(cloudflare).await.id).await), [], "Cloudflare takes no files");
}
