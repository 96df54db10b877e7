//! Reminders of blocks that are about to start, with a clock that the test turns.

mod practice_left;
mod quitting;

use std::sync::atomic::Ordering;
use std::time::Duration;

use desk::commands;
use desk::contract::{ErrorCode, Notice, PreferencesChange};
use domain::Moment;
use ledger::{BlockRow, Cache, ReceivedRow};
use practice::ACCOUNT_ID;

use crate::support::{End, TestDesk, Wanted};

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// The archive of the started desk, as a refresh would write it.
struct Archive(Cache);

impl Archive {
    fn of(desk: &TestDesk) -> Self {
        Self::with(desk, ACCOUNT_ID)
    }

    fn with(desk: &TestDesk, account: &str) -> Self {
        Self::over(desk, account, Cache::open(desk.folder.path(), desk.time()).unwrap())
    }

    /// Over an archive, with a report that its blocks come from.
    fn over(desk: &TestDesk, account: &str, cache: Cache) -> Self {
        let report = ReceivedRow { id: "r".into(), domain: "acme.example".into(), ..ReceivedRow::default() };
        cache.keep_received(account, &report, desk.time()).unwrap();
        Self(cache)
    }

    /// A block stands so from now on.
    fn keep(&self, desk: &TestDesk, id: &str, status: &str, effective_at: Moment) {
        self.keep_of(desk, ACCOUNT_ID, id, status, effective_at);
    }

    fn keep_of(&self, desk: &TestDesk, account: &str, id: &str, status: &str, effective_at: Moment) {
        let row = BlockRow {
            id: id.into(),
            raw_kind: "phishing_interstitial".into(),
            raw_status: status.into(),
            effective_at: Some(effective_at),
            raw_effective: effective_at.iso(),
            place: format!("https://{id}.acme.example/"),
            ..BlockRow::default()
        };
        self.0.keep_blocks(account, "r", &[row], desk.time()).unwrap();
    }
}

async fn connected() -> TestDesk {
    TestDesk::with(Wanted { cloudflare: true, ..Wanted::default() }).await
}

/// The titles of what the desktop was shown since the last time.
fn shown(desk: &TestDesk) -> Vec<String> {
    desk.desktop.notified.lock().unwrap().drain(..).map(|(title, _)| title).collect()
}

fn titles(of: &[(&str, &str)]) -> Vec<String> {
    of.iter().map(|(id, when)| format!("A block on {id}[.]acme[.]example {when}")).collect()
}

#[tokio::test]
async fn a_block_is_told_of_a_day_and_an_hour_before_and_never_again() {
    let mut desk = connected().await;
    let start = desk.time() + Duration::from_secs(2 * DAY);
    Archive::of(&desk).keep(&desk, "shop", "pending", start);
    desk.pass(DAY - 60).await;
    assert_eq!(shown(&desk), titles(&[]));
    desk.pass(60).await;
    assert_eq!(shown(&desk).len(), 1, "24 hours before");
    desk.restart(End::Closed).await;
    desk.pass(23 * HOUR - 60).await;
    assert_eq!(shown(&desk), titles(&[]), "once, over a restart too");
    desk.pass(60).await;
    assert_eq!(shown(&desk), titles(&[("shop", "starts in 1 hour")]));
    desk.restart(End::Killed).await;
    desk.pass(2 * HOUR).await;
    assert_eq!(shown(&desk), titles(&[]));
}

#[tokio::test]
async fn a_machine_that_slept_tells_at_once_what_it_missed_in_order() {
    let desk = connected().await;
    let archive = Archive::of(&desk);
    let now = desk.time();
    let in_hours = |hours: u64| now + Duration::from_secs(hours * HOUR);
    archive.keep(&desk, "later", "pending", in_hours(60));
    archive.keep(&desk, "missed", "pending", in_hours(30));
    archive.keep(&desk, "soon", "pending", in_hours(41));
    desk.idle().await;
    desk.jump(40 * HOUR + 30 * 60);
    desk.pass(60).await;
    let expected = titles(&[("missed", "was due to start"), ("soon", "starts in 30 minutes")]);
    let told = shown(&desk);
    assert_eq!(told[..2], expected);
    assert!(told[2].starts_with("A block on later[.]acme[.]example starts "), "{told:?}");
    desk.pass(60).await;
    assert_eq!(shown(&desk), titles(&[]));
}

#[tokio::test]
async fn what_is_cancelled_reviewed_or_of_another_account_is_not_told_of_and_what_moves_is_told_anew() {
    let desk = connected().await;
    let archive = Archive::of(&desk);
    let start = desk.time() + Duration::from_secs(2 * HOUR);
    for id in ["cancelled", "in_review", "moves"] {
        archive.keep(&desk, id, "pending", start);
    }
    let elsewhere = "f".repeat(32);
    Archive::with(&desk, &elsewhere).keep_of(&desk, &elsewhere, "elsewhere", "pending", start);
    desk.pass(60).await;
    assert_eq!(shown(&desk).len(), 3, "the day before is past already");
    archive.keep(&desk, "cancelled", "cancelled", start);
    archive.keep(&desk, "in_review", "in_review", start);
    archive.keep(&desk, "moves", "pending", start + Duration::from_secs(10 * DAY));
    desk.pass(3 * HOUR).await;
    assert_eq!(shown(&desk), titles(&[]));
    desk.jump(10 * DAY - 2 * HOUR);
    desk.pass(60).await;
    assert_eq!(shown(&desk), titles(&[("moves", "starts in 59 minutes")]));
}

#[tokio::test]
async fn switched_off_nothing_is_told_and_switched_on_only_what_is_ahead() {
    let desk = connected().await;
    let switch = async |on| {
        let change = PreferencesChange { reminders: Some(on), ..PreferencesChange::default() };
        commands::preferences_save(&desk, change).await.unwrap()
    };
    assert!(commands::preferences_read(&desk).await.unwrap().reminders);
    assert!(!switch(false).await.reminders);
    let archive = Archive::of(&desk);
    archive.keep(&desk, "gone", "pending", desk.time() + Duration::from_secs(HOUR));
    archive.keep(&desk, "ahead", "pending", desk.time() + Duration::from_secs(3 * HOUR));
    desk.pass(2 * HOUR).await;
    assert_eq!(shown(&desk), titles(&[]));
    assert!(switch(true).await.reminders);
    desk.pass(60).await;
    let told = shown(&desk);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("A block on ahead[.]acme[.]example starts in "), "{told:?}");
}

#[tokio::test]
async fn a_desktop_that_can_t_notify_is_asked_again_every_ten_minutes_and_nothing_is_lost() {
    let desk = connected().await;
    desk.desktop.refuses.store(true, Ordering::SeqCst);
    Archive::of(&desk).keep(&desk, "shop", "pending", desk.time() + Duration::from_secs(2 * HOUR));
    desk.pass(35 * 60).await;
    assert_eq!(desk.desktop.refused.load(Ordering::SeqCst), 4, "at first, and three times in half an hour");
    let told_of_it = desk.heard.lock().unwrap().contains(&Notice::SitesChanged);
    assert!(told_of_it, "the window hears that reminders fail");
    desk.desktop.refuses.store(false, Ordering::SeqCst);
    desk.pass(10 * 60).await;
    assert_eq!(shown(&desk).len(), 1);
}

#[tokio::test]
async fn the_real_blocks_are_told_of_while_practice_is_open() {
    let desk = connected().await;
    let archive = Archive::of(&desk);
    commands::practice_enter(&desk).await.unwrap();
    archive.keep(&desk, "shop", "pending", desk.time() + Duration::from_secs(HOUR));
    desk.pass(60).await;
    let told = shown(&desk);
    let real: Vec<_> = told.iter().filter(|title| !title.starts_with("Practice: ")).cloned().collect();
    assert_eq!(real.len(), 1, "{told:?}");
    assert!(real[0].starts_with("A block on shop[.]acme[.]example starts in "), "{told:?}");
}

#[tokio::test]
async fn the_calendar_holds_what_is_about_to_start_and_is_saved_where_the_person_chose() {
    let desk = connected().await;
    let refused = commands::sites_calendar(&desk).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    let archive = Archive::of(&desk);
    archive.keep(&desk, "a", "pending", desk.time() + Duration::from_secs(HOUR));
    archive.keep(&desk, "b", "pending", desk.time() + Duration::from_secs(DAY));
    archive.keep(&desk, "past", "pending", desk.time());
    archive.keep(&desk, "active", "active", desk.time() + Duration::from_secs(DAY));
    let saved = commands::sites_calendar(&desk).await.unwrap();
    assert_eq!((saved.name.as_deref(), saved.entries), (Some("cloudflare-blocks.ics"), 2));
    let (name, bytes) = desk.desktop.saved.lock().unwrap().pop().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!((name.as_str(), text.matches("BEGIN:VEVENT").count()), ("cloudflare-blocks.ics", 2));
    assert!(text.contains("SUMMARY:Cloudflare block starts: a[.]acme[.]example\r\n"), "{text}");
}
