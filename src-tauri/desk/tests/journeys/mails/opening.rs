//! Files that the app was opened with.

use desk::commands;
use desk::contract::*;

use super::phish;
use crate::support::TestDesk;

const LINK: &str = "https://acme-login.example/secure";

fn dropped(desk: &TestDesk) -> Vec<u32> {
    let heard = desk.heard.lock().unwrap();
    heard
        .iter()
        .filter_map(|one| if let Notice::FilesDropped { added, .. } = one { Some(*added) } else { None })
        .collect()
}

#[tokio::test]
async fn files_wait_for_the_window_and_then_arrive_as_a_drop() {
    let desk = TestDesk::new().await;
    desk.open_files(vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap();
    assert_eq!(commands::app_start(&desk).await.unwrap().files_waiting, 1);
    assert_eq!(dropped(&desk), Vec::<u32>::new(), "nobody would hear it");
    commands::app_ready(&desk).await.unwrap();
    assert_eq!(dropped(&desk), [1]);
    assert_eq!(commands::app_start(&desk).await.unwrap().files_waiting, 0);
    commands::app_ready(&desk).await.unwrap();
    assert_eq!(dropped(&desk), [1], "once");
    desk.open_files(vec![desk.file("second.eml", &phish("https://acme-second.example/x"))]).await.unwrap();
    assert_eq!(dropped(&desk), [1, 1], "a window that listens needs no waiting");
}

#[tokio::test]
async fn while_nothing_is_chosen_yet_files_wait_and_belong_to_what_is_chosen() {
    let desk = TestDesk::new().await;
    let undecided = PreferencesChange { set_up: Some(false), ..PreferencesChange::default() };
    commands::preferences_save(&desk, undecided).await.unwrap();
    commands::app_ready(&desk).await.unwrap();
    desk.open_files(vec![desk.file("opened.eml", &phish(LINK))]).await.unwrap();
    desk.drop_files(vec![desk.file("dropped.eml", &phish("https://acme-second.example/x"))]).await.unwrap();
    commands::app_ready(&desk).await.unwrap();
    assert_eq!((dropped(&desk), commands::app_start(&desk).await.unwrap().files_waiting), (Vec::new(), 2));
    commands::practice_enter(&desk).await.unwrap();
    commands::app_ready(&desk).await.unwrap();
    assert_eq!(dropped(&desk), [2]);
    commands::practice_leave(&desk).await.unwrap();
    assert_eq!(commands::app_counts(&desk).await.unwrap().cases, 0, "nothing of it joined the real thing");
}
