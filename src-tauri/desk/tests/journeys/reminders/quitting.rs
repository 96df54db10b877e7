//! The end of the app while the desktop is being told something.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use desk::commands;
use desk::{Asked, Desktop, Parts};
use tokio::sync::Notify;
use tokio::time::timeout;

use super::{Archive, HOUR, TestDesk, connected, shown};
use crate::support::{End, fields};

/// Longer, and a person takes the app for hung.
const QUIT: Duration = Duration::from_secs(2);

/// A desktop that takes a notification, and says so when the test lets it.
#[derive(Default)]
struct Slow {
    asked: Notify,
    answers: Notify,
    taken: AtomicUsize,
}

impl Desktop for Slow {
    fn notify(&self, _title: String, _body: String) -> Asked<'_, ()> {
        Box::pin(async {
            self.asked.notify_one();
            self.answers.notified().await;
            self.taken.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
    }
}

/// Starts the app anew on a slow desktop, with one reminder due, and waits until that is being told.
async fn telling(desk: &mut TestDesk) -> (Arc<desk::Desk>, Arc<Slow>) {
    desk.end(End::Closed).await;
    Archive::of(desk).keep(desk, "shop", "pending", desk.time() + Duration::from_secs(2 * HOUR));
    let desktop = Arc::new(Slow::default());
    let parts = Parts { desktop: Arc::clone(&desktop) as Arc<dyn Desktop>, ..desk.parts() };
    let app = desk::assemble(parts).await.unwrap();
    desktop.asked.notified().await;
    (app, desktop)
}

#[tokio::test]
async fn a_desktop_that_hangs_holds_up_neither_the_quit_nor_the_end_of_sending_and_is_told_next_time() {
    let mut desk = connected().await;
    let (app, desktop) = telling(&mut desk).await;
    let draft = commands::draft_create(&app, None).await.unwrap();
    commands::draft_save(&app, draft.id.clone(), fields("https://fake.example/a")).await.unwrap();
    let checked = commands::draft_check(&app, draft.id.clone()).await.unwrap();
    commands::draft_send(&app, draft.id, checked.fingerprint).await.unwrap();
    // The undo window runs out while the app ends.
    let (closed, ()) = tokio::join!(timeout(QUIT, app.close()), async { desk.jump(60) });
    assert!(closed.is_ok(), "it still ends");
    assert!(desk.posts().is_empty(), "it sent after it was told to end");
    assert_eq!(desktop.taken.load(Ordering::SeqCst), 0);
    drop(app);
    desk.start().await;
    desk.idle().await;
    assert_eq!(shown(&desk).len(), 1, "not noted, so it is not lost");
}

#[tokio::test]
async fn what_the_desktop_takes_during_the_quit_is_noted() {
    let mut desk = connected().await;
    let (app, desktop) = telling(&mut desk).await;
    let (closed, ()) = tokio::join!(timeout(QUIT, app.close()), async { desktop.answers.notify_one() });
    assert!(closed.is_ok());
    assert_eq!(desktop.taken.load(Ordering::SeqCst), 1);
    drop(app);
    desk.start().await;
    desk.idle().await;
    assert_eq!(shown(&desk).len(), 0, "told already");
}
