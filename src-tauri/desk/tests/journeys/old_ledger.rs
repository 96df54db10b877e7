//! A ledger of the version before Cloudflare opens, and shows what it showed.

use desk::commands;
use desk::contract::*;
use rusqlite::{Connection, params};

use crate::support::{End, TestDesk};

const FIRST_SCHEMA: &str = include_str!("../../../ledger/schema/0001.sql");
const TARGET: &str = "https://acme-login.example/a";

/// Makes of the ledger a file of the first schema: all that it had columns for, and nothing else.
fn as_it_was(path: &std::path::Path) {
    let aside = path.with_extension("new");
    std::fs::rename(path, &aside).unwrap();
    for tail in ["-wal", "-shm"] {
        let _ = std::fs::rename(format!("{}{tail}", path.display()), format!("{}{tail}", aside.display()));
    }
    let old = Connection::open(path).unwrap();
    old.execute("ATTACH ?1 AS new", params![aside.to_str().unwrap()]).unwrap();
    old.execute_batch(FIRST_SCHEMA).unwrap();
    old.execute_batch("DROP TRIGGER never_twice; DROP TRIGGER never_sent_when_settled;").unwrap();
    let names = |sql: &str| -> Vec<String> {
        let mut rows = old.prepare(sql).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let tables = names("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    for table in tables {
        let columns = names(&format!("SELECT name FROM pragma_table_info('{table}', 'main')")).join(", ");
        old.execute_batch(&format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")).unwrap();
    }
    // The words of Cloudflare's drafts were unknown to it.
    old.execute_batch("UPDATE main.draft SET fields_json = json_remove(fields_json, '$.to_phishfort', '$.to_cloudflare', '$.report_kind', '$.more_addresses', '$.profile_id', '$.answers')").unwrap();
    let triggers = FIRST_SCHEMA.split("CREATE TRIGGER ").skip(1).map(|one| one.split("END;").next().unwrap());
    for trigger in triggers.filter(|one| one.starts_with("never_")) {
        old.execute_batch(&format!("CREATE TRIGGER {trigger}END;")).unwrap();
    }
    old.execute("DETACH new", []).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    drop(old);
    std::fs::remove_file(aside).unwrap();
}

#[tokio::test]
async fn it_shows_every_case_as_before_and_goes_on_with_them() {
    let mut desk = TestDesk::connected().await;
    let accepted = desk.reported(TARGET).await;
    desk.phishfort().next(practice::Step::Question, None).unwrap();
    commands::case_refresh(&desk, accepted.case_id.clone()).await.unwrap();
    let broken =
        practice::Fault::Status { status: 422, body: None, content_type: None, retry_after: None, processed: false };
    desk.phishfort().fault(practice::FaultOrder::next_report(broken));
    let refused = desk.reported("https://acme-refused.example/a").await;
    let draft = desk.draft(crate::support::fields("https://acme-draft.example/a")).await;
    let all = || CasesRequest::default();
    let before = commands::cases_list(&desk, all()).await.unwrap();
    let case_before = desk.case(&accepted).await;

    desk.end(End::Closed).await;
    as_it_was(&desk.folder.path().join("ledger.db"));
    desk.start().await;

    let after = commands::cases_list(&desk, all()).await.unwrap();
    assert_eq!((after.rows, after.counts), (before.rows, before.counts));
    let case = desk.case(&accepted).await;
    assert_eq!((&case.row, &case.timeline), (&case_before.row, &case_before.timeline));
    assert_eq!(case.sent, case_before.sent);
    assert_eq!(case.standings, case_before.standings);
    assert_eq!(case.can_tell, [Service::Cloudflare]);
    let drafted = commands::draft_open(&desk, Some(draft.id.clone())).await.unwrap().unwrap();
    assert_eq!(drafted.fields, draft.fields, "a draft of before tells PhishFort alone");
    desk.assert_state(&refused, SubmissionState::Rejected, Some(SubmissionReason::Refused)).await;

    let told = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&told, SubmissionState::Accepted, None).await;
    let more = commands::case_report_again(&desk, accepted.case_id, Some(Service::Cloudflare)).await.unwrap();
    let filed = desk.send(&more.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&filed, SubmissionState::Accepted, None).await;
    desk.assert_processed(2);
    desk.assert_filed(1);
}
