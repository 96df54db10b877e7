//! One case that tells several: what it shows, and what taking back means.

use domain::Moment;
use ledger::{Bucket, Draft, NewSubmission, Outcome, Standing, Submission};

use crate::support::{Bed, NOW, SENDING, event, fresh, seconds, standing};

fn to(draft: &Draft, service: &str, at: Moment) -> NewSubmission {
    NewSubmission {
        id: domain::SubmissionId::parse(&fresh()).unwrap(),
        case_id: draft.case_id.clone(),
        draft_id: draft.id.clone(),
        service: service.into(),
        kind: "takedown".into(),
        target_kind: "web".into(),
        target_key: "web:acme-login.example".into(),
        reference: format!("TD-{service}"),
        payload_json: "{}".into(),
        bytes_total: 2,
        confirmed_at: at,
        due_at: Some(at),
        files: Vec::new(),
        addresses: vec!["https://acme-login.example/a".into()],
        host: (service == "cloudflare").then(|| "acme-login.example".into()),
        blocks: Vec::new(),
    }
}

/// Sends a draft to both.
fn both(bed: &Bed, draft: &Draft, at: Moment) -> [Submission; 2] {
    let new = ["phishfort", "cloudflare"].map(|service| to(draft, service, at));
    let ids = [new[0].id.clone(), new[1].id.clone()];
    bed.ledger.confirm(&draft.id, &new.map(|one| (one, event("confirmed"))), &SENDING, at).unwrap();
    ids.map(|id| bed.ledger.submission(&id).unwrap())
}

fn shown(bed: &Bed, draft: &Draft) -> (Bucket, String, Option<String>) {
    let case = bed.ledger.case(&draft.case_id).unwrap();
    (case.bucket, case.status, case.status_of)
}

fn news(bed: &Bed, one: &Submission, bucket: Bucket, status: &'static str) {
    bed.ledger.record_news(&bed.read(one), &standing(bucket, status), None, NOW, &[]).unwrap();
}

#[test]
fn one_send_to_two_services_is_written_down_whole_or_not_at_all() {
    let bed = Bed::new();
    let draft = bed.draft();
    let mut twins = [to(&draft, "phishfort", NOW), to(&draft, "cloudflare", NOW)];
    twins[1].id = twins[0].id.clone();
    assert!(bed.ledger.confirm(&draft.id, &twins.map(|one| (one, event("confirmed"))), &SENDING, NOW).is_err());
    assert!(bed.ledger.submissions_of(&draft.case_id).unwrap().is_empty());
    assert!(bed.ledger.draft(&draft.id).unwrap().sent_at.is_none());
    both(&bed, &draft, NOW);
    assert_eq!(bed.ledger.case(&draft.case_id).unwrap().sent_to, "phishfort cloudflare");
}

#[test]
fn the_case_shows_what_presses_most_of_all_that_was_sent() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [first, second] = both(&bed, &draft, NOW);
    news(&bed, &first, Bucket::Waiting, "pending_review");
    news(&bed, &second, Bucket::NeedsYou, "report_denied");
    assert_eq!(shown(&bed, &draft), (Bucket::NeedsYou, "report_denied".into(), Some("cloudflare".into())));
    news(&bed, &second, Bucket::Done, "report_accepted");
    assert_eq!(shown(&bed, &draft), (Bucket::Waiting, "pending_review".into(), Some("phishfort".into())));
}

#[test]
fn what_a_person_settled_needs_nobody_until_it_stands_otherwise() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [first, second] = both(&bed, &draft, NOW);
    news(&bed, &first, Bucket::Done, "closed");
    let denied = Standing { denial: Some("no_abuse_found"), ..standing(Bucket::NeedsYou, "report_denied") };
    bed.ledger.record_news(&second, &denied, None, NOW, &[]).unwrap();
    bed.ledger.settle(&second.id, &event("settled")).unwrap();
    assert_eq!(shown(&bed, &draft).0, Bucket::Done);
    bed.ledger.record_news(&bed.read(&second), &denied, None, NOW, &[]).unwrap();
    assert_eq!(shown(&bed, &draft).0, Bucket::Done, "the same refusal, read again, is no news");
    let other = Standing { denial: Some("incomplete_report"), ..denied };
    bed.ledger.record_news(&bed.read(&second), &other, None, NOW, &[]).unwrap();
    assert_eq!(shown(&bed, &draft).0, Bucket::NeedsYou);
}

#[test]
fn taking_back_what_is_left_of_a_send_does_not_open_the_draft_that_was_told_already() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [first, second] = both(&bed, &draft, NOW);
    bed.sent(&first, Outcome::Accepted);
    assert!(!bed.take_back(&second).unwrap());
    assert!(bed.ledger.draft(&draft.id).unwrap().sent_at.is_some());
    assert_eq!(bed.ledger.case(&draft.case_id).unwrap().sent_to, "phishfort");
    let goes_on = bed.ledger.draft_of_case(&draft.case_id).unwrap();
    assert!(goes_on.id != draft.id && goes_on.sent_at.is_none(), "what was taken back is in a draft of its own");
}

#[test]
fn taking_back_all_of_a_send_is_one_step() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [first, second] = both(&bed, &draft, NOW);
    assert!(bed.take_all_back(&[&first, &second]).unwrap());
    assert_eq!(shown(&bed, &draft).0, Bucket::Draft);
    assert_eq!(bed.ledger.case(&draft.case_id).unwrap().sent_to, "");
}

#[test]
fn a_refusal_gives_way_to_a_newer_report_to_the_same_service_and_to_no_other() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [first, second] = both(&bed, &draft, NOW);
    news(&bed, &first, Bucket::Waiting, "pending_review");
    bed.sent(&second, Outcome::Rejected);
    news(&bed, &second, Bucket::NeedsYou, "not_sent");
    let next = Draft { id: domain::DraftId::parse(&fresh()).unwrap(), saved_at: seconds(5), ..draft.clone() };
    bed.ledger.add_draft(&next, &event("draft_made")).unwrap();
    assert!(bed.ledger.is_superseded(&second.id).unwrap(), "while the next one is being written");
    let again = to(&next, "cloudflare", seconds(6));
    bed.ledger.confirm(&next.id, &[(again, event("confirmed"))], &SENDING, seconds(6)).unwrap();
    assert!(bed.ledger.is_superseded(&second.id).unwrap());
    assert!(!bed.ledger.is_superseded(&first.id).unwrap());
    assert_eq!(shown(&bed, &draft).0, Bucket::Waiting);
}

#[test]
fn of_two_hosts_a_refusal_gives_way_only_to_a_report_about_its_own() {
    let bed = Bed::new();
    let draft = bed.draft();
    let about =
        |draft: &Draft, host: &str, at| NewSubmission { host: Some(host.into()), ..to(draft, "cloudflare", at) };
    let hosts = ["a.example", "b.example"].map(|host| about(&draft, host, NOW));
    let ids = [hosts[0].id.clone(), hosts[1].id.clone()];
    bed.ledger.confirm(&draft.id, &hosts.map(|one| (one, event("confirmed"))), &SENDING, NOW).unwrap();
    for id in &ids {
        bed.sent(&bed.ledger.submission(id).unwrap(), Outcome::Rejected);
    }
    let next = Draft { id: domain::DraftId::parse(&fresh()).unwrap(), saved_at: seconds(5), ..draft.clone() };
    bed.ledger.add_draft(&next, &event("draft_made")).unwrap();
    let again = about(&next, "a.example", seconds(6));
    bed.ledger.confirm(&next.id, &[(again, event("confirmed"))], &SENDING, seconds(6)).unwrap();
    assert!(bed.ledger.is_superseded(&ids[0]).unwrap());
    assert!(!bed.ledger.is_superseded(&ids[1]).unwrap(), "nobody told Cloudflare of it anew");
}

#[test]
fn an_address_is_found_again_for_the_service_that_was_told_of_it() {
    let bed = Bed::new();
    let draft = bed.draft();
    let [_, second] = both(&bed, &draft, NOW);
    let named = bed.ledger.submissions_naming("cloudflare", "https://acme-login.example/a").unwrap();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].id, second.id);
    assert!(bed.ledger.submissions_naming("cloudflare", "https://acme-login.example/b").unwrap().is_empty());
    bed.take_back(&second).unwrap();
    assert!(bed.ledger.submissions_naming("cloudflare", "https://acme-login.example/a").unwrap().is_empty());
}
