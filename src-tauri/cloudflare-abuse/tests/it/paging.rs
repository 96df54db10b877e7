//! Walking through lists.

use cloudflare_abuse::{Error, ListMitigations, ListSubmitted, MAX_PAGES, Pager, SubmittedEmails};
use serde_json::{Value, json};

use crate::server::{page, script};
use crate::{account, report_id};

fn reports(ids: &[&str], info: Value) -> String {
    let rows: Vec<_> = ids.iter().map(|id| json!({ "id": id })).collect();
    page(&json!({ "success": true, "result": { "reports": rows }, "result_info": info }))
}

fn info(page: u64, total_count: u64, total_pages: u64) -> Value {
    json!({ "page": page, "per_page": 2, "count": 2, "total_count": total_count, "total_pages": total_pages })
}

fn twos() -> ListSubmitted {
    ListSubmitted { per_page: Some(2), ..ListSubmitted::new(account()) }
}

/// Walks to the end; the ids of each page, the error that ended it, the pages that were asked for.
async fn walk(list: ListSubmitted, answers: Vec<String>) -> (Vec<Vec<String>>, Option<Error>, Vec<String>) {
    let (client, serve) = script(answers).await;
    let walking = async {
        let (mut pager, mut pages, mut error) = (Pager::new(list), Vec::new(), None);
        while let Some(told) = pager.next(&client).await {
            match told.result {
                Ok(page) => pages.push(page.items.into_iter().map(|row| row.id).collect()),
                Err(wrong) => error = Some(wrong),
            }
        }
        assert_eq!(pager.at(), None);
        (pages, error)
    };
    let ((pages, error), seen) = tokio::join!(walking, serve);
    let asked = seen.iter().map(|(head, _)| head.split_whitespace().nth(1).unwrap().split_once('?').unwrap().1);
    (pages, error, asked.map(str::to_owned).collect())
}

#[tokio::test]
async fn a_list_ends_at_its_last_page() {
    let answers =
        vec![reports(&["a", "b"], info(1, 5, 3)), reports(&["c", "d"], info(2, 5, 3)), reports(&["e"], info(3, 5, 3))];
    let (pages, error, asked) = walk(twos(), answers).await;
    assert_eq!(
        (pages, error),
        (vec![vec!["a".into(), "b".into()], vec!["c".into(), "d".into()], vec!["e".into()]], None)
    );
    assert_eq!(asked, ["per_page=2", "page=2&per_page=2", "page=3&per_page=2"]);
}

#[tokio::test]
async fn a_walk_may_begin_at_any_page() {
    let list = ListSubmitted { page: Some(3), ..twos() };
    let (pages, error, asked) = walk(list, vec![reports(&["e"], info(3, 5, 3))]).await;
    assert_eq!((pages.len(), error, asked), (1, None, vec!["page=3&per_page=2".to_owned()]));
}

#[tokio::test]
async fn an_empty_list_is_one_page() {
    for told in [info(1, 0, 0), info(1, 0, 1), Value::Null] {
        let (pages, error, _) = walk(twos(), vec![reports(&[], told)]).await;
        assert_eq!((pages, error), (vec![vec![]], None));
    }
}

#[tokio::test]
async fn a_list_that_grows_while_it_is_read_is_read_to_its_new_end() {
    let answers =
        vec![reports(&["a", "b"], info(1, 2, 2)), reports(&["c"], info(2, 5, 3)), reports(&["d"], info(3, 5, 3))];
    assert_eq!(walk(twos(), answers).await.0.len(), 3);
}

#[tokio::test]
async fn without_numbers_a_short_or_an_empty_page_is_the_last() {
    let null = Value::Null;
    let answers = vec![reports(&["a", "b"], null.clone()), reports(&["c"], null.clone())];
    assert_eq!(walk(twos(), answers).await.0.len(), 2);
    let answers = vec![reports(&["a", "b"], null.clone()), reports(&[], null)];
    assert_eq!(walk(twos(), answers).await.0.len(), 2);
}

#[tokio::test]
async fn without_numbers_and_without_a_promised_size_only_an_empty_page_is_the_last() {
    let (client, serve) = script(
        [json!([{ "id": "m1" }]), json!([{ "id": "m2" }]), json!(null)]
            .map(|rows| page(&json!({ "success": true, "result": { "mitigations": rows } })))
            .into(),
    )
    .await;
    let walking = async {
        let list = ListMitigations { per_page: Some(50), ..ListMitigations::new(account(), report_id("r1")) };
        let mut pager = Pager::new(list);
        let mut pages = 0;
        while let Some(told) = pager.next(&client).await {
            assert!(told.result.is_ok());
            pages += 1;
        }
        pages
    };
    let (pages, seen) = tokio::join!(walking, serve);
    assert_eq!((pages, seen.len()), (3, 3));
}

#[tokio::test]
async fn mails_come_twenty_a_page_unless_asked_otherwise() {
    let rows: Vec<_> = (0..20).map(|n| json!({ "id": n })).collect();
    let whole = page(&json!({ "success": true, "result": { "emails": rows } }));
    let short = page(&json!({ "success": true, "result": { "emails": [{ "id": "last" }] } }));
    let (client, serve) = script(vec![whole, short]).await;
    let walking = async {
        let mut pager = Pager::new(SubmittedEmails::new(account(), report_id("r1")));
        let mut mails = 0;
        while let Some(told) = pager.next(&client).await {
            mails += told.result.unwrap().items.len();
        }
        mails
    };
    assert_eq!(tokio::join!(walking, serve).0, 21);
}

#[tokio::test]
async fn a_page_that_was_cut_to_the_service_s_most_is_not_the_last() {
    let list = ListSubmitted { per_page: Some(500), ..ListSubmitted::new(account()) };
    let answers = [&["a", "b"][..], &["c"], &[]].map(|ids| reports(ids, Value::Null));
    let (pages, error, _) = walk(list, answers.into()).await;
    assert_eq!((pages.len(), error), (3, None));
}

#[tokio::test]
async fn rows_that_can_not_be_read_do_not_end_a_list() {
    let odd = page(&json!({ "success": true, "result": { "reports": [null, { "id": "a" }] } }));
    let (pages, error, _) = walk(twos(), vec![odd, reports(&["b"], Value::Null)]).await;
    assert_eq!((pages.len(), error), (2, None));
}

#[tokio::test]
async fn an_empty_page_in_the_middle_is_an_error_and_ends_the_walk() {
    let answers = vec![reports(&["a", "b"], info(1, 5, 3)), reports(&[], info(2, 5, 3))];
    let (pages, error, _) = walk(twos(), answers).await;
    assert_eq!(pages.len(), 1);
    assert!(matches!(error, Some(Error::Unreadable { at, .. }) if at == "result_info"));
}

#[tokio::test]
async fn any_error_ends_the_walk() {
    let refusal = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n".to_owned();
    let (pages, error, asked) = walk(twos(), vec![reports(&["a", "b"], info(1, 5, 3)), refusal]).await;
    assert_eq!((pages.len(), asked.len()), (1, 2));
    assert!(matches!(error, Some(Error::Unavailable { status: 500, .. })));
}

#[tokio::test]
async fn a_list_without_an_end_is_given_up_and_not_taken_for_whole() {
    let endless = vec![reports(&["a", "b"], Value::Null); MAX_PAGES as usize];
    let (pages, error, _) = walk(twos(), endless).await;
    assert_eq!(pages.len(), MAX_PAGES as usize);
    assert!(matches!(error, Some(Error::Unreadable { .. })));
}
