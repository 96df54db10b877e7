//! One report, read for whoever waits for it.

use super::*;
use crate::services::Trouble;
use crate::services::cloudflare::filed::ToldMail;
use crate::services::cloudflare::received::{details, eligibility};

impl Bed {
    async fn read_blocks(&self, report: &str) -> Synced {
        self.cloudflare.read_blocks_of(&self.cache, &account(), report).await.unwrap()
    }

    async fn read(&self, report: &str) -> Synced {
        self.cloudflare.read_received(&self.cache, report).await.unwrap()
    }
}

#[tokio::test]
async fn the_blocks_of_one_report_are_read_at_once() {
    let bed = Bed::new().await;
    let ids = bed.played().seed_received(vec![report(&["active", "pending"])]);
    let read = bed.read_blocks(&ids[0]).await;
    assert_eq!((read.changed, read.trouble), (3, None), "nobody had told of it");
    let id = bed.blocks_of(&ids[0]).into_iter().find(|block| block.raw_status == "active").unwrap().id;
    bed.played().set_mitigation(&ids[0], &id, "in_review");
    assert_eq!(bed.read_blocks(&ids[0]).await.changed, 2, "the report's own row counts its blocks");
    assert_eq!(bed.block(&ids[0], &id).raw_status, "in_review");
    assert_eq!(bed.read_blocks(&ids[0]).await.changed, 0);
    assert!(bed.cache.due_reports(ACCOUNT_ID, 9).unwrap().is_empty());
}

#[tokio::test]
async fn they_are_read_while_a_sync_waits_its_turn_and_the_sync_does_not_read_them_again() {
    let bed = Bed::new().await;
    let ids = bed.played().seed_received(vec![report(&["active"])]);
    bed.sync().await;
    let id = bed.blocks_of(&ids[0])[0].id.clone();
    bed.played().set_mitigation(&ids[0], &id, "in_review");
    let sending = bed.sending.lock().await;
    let ask = async {
        assert_eq!(bed.read_blocks(&ids[0]).await.trouble, None, "a send is no reason to wait");
        drop(sending);
    };
    let before = bed.asked();
    let (synced, ()) = tokio::join!(bed.sync(), ask);
    assert_eq!((synced.changed, bed.asked() - before), (0, 3));
}

#[tokio::test]
async fn blocks_can_be_read_where_their_report_can_t() {
    let bed = Bed::new().await;
    let ids = bed.played().seed_received(vec![report(&["active"])]);
    bed.sync().await;
    let id = bed.blocks_of(&ids[0])[0].id.clone();
    bed.played().set_mitigation(&ids[0], &id, "removed");
    bed.answer(405, "{}", None, 1);
    let read = bed.read_blocks(&ids[0]).await;
    assert_eq!((read.changed, read.trouble), (1, None));
    assert_eq!(bed.block(&ids[0], &id).raw_status, "removed");
}

#[tokio::test]
async fn a_report_that_is_not_there_or_is_another_account_s_leaves_nothing_behind() {
    let bed = Bed::new().await;
    for id in ["unknown", "submitted", "..", ""] {
        let read = bed.read_blocks(id).await;
        assert!(matches!(read.trouble, Some(Trouble::Failed(_) | Trouble::NotKnown)), "{id}: {:?}", read.trouble);
        assert!(bed.read(id).await.trouble.is_some());
    }
    bed.answer(200, r#"{"success":true,"result":{"id":"other"}}"#, None, 1);
    assert!(matches!(bed.read_blocks("r1").await.trouble, Some(Trouble::Failed(_))));
    assert_eq!(bed.kept(), (0, 0));
    bed.cloudflare.choose(AccountId::new("0123456789abcdef").ok());
    assert_eq!(bed.read_blocks("r1").await.trouble, Some(Trouble::AccountMissing));
}

#[tokio::test]
async fn a_report_is_read_with_its_mails_its_details_and_whether_it_can_be_answered() {
    let bed = Bed::new().await;
    let mail = |n: usize| practice::CfMail {
        subject: format!("mail {n}"),
        body: format!("body {n}"),
        sent_at: bed.played().now(),
    };
    let told = serde_json::json!({
        "justification": "It shows our pictures.",
        "original_work": "Pictures of shoes",
        "submitter": { "company": "Acme", "name": "Jo", "email": "jo@acme.example" },
    });
    let seed = CfReceivedSeed {
        kind: Some("DMCA".into()),
        mails: (1..=130).map(mail).collect(),
        details: told.as_object().unwrap().clone(),
        ..report(&["active"])
    };
    let ids = bed.played().seed_received(vec![seed, report(&["active"])]);
    let read = bed.read(&ids[0]).await;
    assert_eq!((read.changed, read.trouble), (2, None));
    let kept = bed.cache.received_report(ACCOUNT_ID, &ids[0]).unwrap().unwrap();
    let mails: Vec<ToldMail> = serde_json::from_str(kept.emails_json.as_deref().unwrap()).unwrap();
    assert_eq!(mails.len(), 130);
    let told = details(&kept);
    let told: Vec<_> = told.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let wanted = [
        ("justification", "It shows our pictures."),
        ("original_work", "Pictures of shoes"),
        ("name", "Jo"),
        ("email", "jo@acme.example"),
        ("company", "Acme"),
    ];
    assert_eq!(told, wanted);
    assert!(eligibility(&kept).unwrap().appealable);
    let before = bed.asked();
    assert_eq!(bed.read(&ids[0]).await.changed, 0);
    assert_eq!(
        bed.asked() - before,
        4,
        "its row, whether it can be answered, two pages of mails: its blocks are known"
    );
    bed.read(&ids[1]).await;
    let other = bed.cache.received_report(ACCOUNT_ID, &ids[1]).unwrap().unwrap();
    assert_eq!(eligibility(&other), None);
    assert!(
        bed.counts().keys().all(|one| !one.contains(&format!("{}/appeals", ids[1]))),
        "only a DMCA report is asked"
    );
}
