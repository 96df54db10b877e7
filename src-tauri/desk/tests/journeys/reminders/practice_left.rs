//! What could not be noted belongs to the practice in which it was told, and ends with it.

use std::time::Duration;

use desk::commands;
use ledger::Cache;
use practice::ACCOUNT_ID;
use rusqlite::Connection;

use super::{Archive, HOUR, TestDesk, connected, shown};

/// Practice with a reminder that was told, and that the archive can't write down.
async fn not_noted(desk: &TestDesk) {
    commands::practice_enter(desk).await.unwrap();
    let archive = practised(desk, 1);
    let sql = Connection::open(folder(desk, 1).join("cache.db")).unwrap();
    sql.execute_batch("CREATE TRIGGER full_disk BEFORE INSERT ON reminder BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    archive.keep(desk, "shop", "pending", desk.time() + Duration::from_secs(2 * HOUR));
    desk.pass(60).await;
    assert_eq!(of_the_shop(desk), 1);
    assert!(failing(desk).await, "it is told that it could not be noted");
}

fn folder(desk: &TestDesk, round: u32) -> std::path::PathBuf {
    desk.folder.path().join("practice").join(round.to_string())
}

/// The archive of a round of practice.
fn practised(desk: &TestDesk, round: u32) -> Archive {
    Archive::over(desk, ACCOUNT_ID, Cache::open(&folder(desk, round), desk.time()).unwrap())
}

/// How often the block that we put there was told of.
fn of_the_shop(desk: &TestDesk) -> usize {
    shown(desk).iter().filter(|title| title.contains("shop[.]acme[.]example")).count()
}

async fn failing(desk: &TestDesk) -> bool {
    commands::sites_state(desk).await.unwrap().reminders_failing
}

#[tokio::test]
async fn once_practice_is_left_what_it_could_not_note_is_no_trouble_any_more() {
    let desk = connected().await;
    not_noted(&desk).await;
    commands::practice_leave(&desk).await.unwrap();
    desk.pass(60).await;
    assert!(!failing(&desk).await);
}

#[tokio::test]
async fn a_practice_that_starts_over_tells_of_the_same_block_anew() {
    let desk = connected().await;
    let start = desk.time() + Duration::from_secs(2 * HOUR);
    not_noted(&desk).await;
    commands::practice_reset(&desk).await.unwrap();
    practised(&desk, 2).keep(&desk, "shop", "pending", start);
    desk.pass(60).await;
    assert_eq!(of_the_shop(&desk), 1);
    assert!(!failing(&desk).await);
}
