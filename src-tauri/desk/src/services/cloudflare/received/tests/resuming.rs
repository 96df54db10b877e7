//! Stopped, killed, joined: a sync goes on where it stopped.

use super::*;
use crate::contract::SyncView;

#[tokio::test]
async fn a_sync_that_is_stopped_lets_come_in_what_is_on_its_way_and_goes_on_later_without_asking_twice() {
    for after in [1, 2, 3, 40] {
        let bed = Bed::with(250, 500).await;
        let stop = async {
            bed.played().until_requests(after).await;
            bed.run.stop();
            assert!(bed.run.view().is_none_or(|view| view.stopping));
        };
        let (stopped, ()) = tokio::join!(bed.sync(), stop);
        assert_eq!(stopped.trouble, None);
        assert!(stopped.changed > 0, "what was on its way is kept");
        assert!(bed.mark().unfinished && bed.mark().refreshed_at.is_none());
        let asked = bed.asked();
        assert!(asked < 60, "{asked}");
        let synced = bed.sync().await;
        assert_eq!((synced.changed + stopped.changed, synced.trouble), (750, None));
        assert!(bed.counts().values().all(|times| *times == 1), "no page is fetched twice");
        assert!(!bed.mark().unfinished);
        bed.assert_complete();
    }
}

#[tokio::test]
async fn a_sync_that_is_killed_goes_on_after_the_next_start() {
    for after in [2, 60] {
        let bed = Bed::with(250, 500).await;
        tokio::select! {
            biased;
            () = bed.played().until_requests(after) => {}
            _ = bed.sync() => panic!("it was not killed"),
        }
        let bed = bed.started_anew();
        assert!(bed.mark().unfinished);
        assert_eq!(bed.sync().await.trouble, None);
        let twice = bed.counts().values().filter(|times| **times > 1).count();
        assert!(twice <= 4, "only what was on its way is asked for again: {twice}");
        bed.assert_complete();
    }
}

#[tokio::test]
async fn a_report_that_is_half_read_goes_on_at_its_page() {
    let bed = Bed::new().await;
    bed.played().seed_received(vec![report(&vec!["active"; 350])]);
    let stop = async {
        bed.played().until_requests(3).await;
        bed.run.stop();
    };
    tokio::join!(bed.sync(), stop);
    let bed = bed.started_anew();
    bed.sync().await;
    assert!(bed.counts().values().all(|times| *times == 1));
    bed.assert_complete();
}

impl Bed {
    /// A sync that is stopped after so many more questions.
    async fn sync_in_part(&self, questions: u64) {
        let after = usize::try_from(self.asked() + questions).unwrap();
        let stop = async {
            self.played().until_requests(after).await;
            self.run.stop();
        };
        tokio::join!(self.sync(), stop);
        assert!(self.mark().unfinished);
    }
}

#[tokio::test]
async fn a_reading_that_goes_on_elsewhere_holds_nothing_to_be_gone() {
    let bed = Bed::new().await;
    let statuses: Vec<_> = std::iter::once("removed").chain(std::iter::repeat_n("active", 149)).collect();
    let ids = bed.played().seed_received(vec![report(&statuses)]);
    bed.sync().await;
    bed.turn(Duration::from_secs(25 * 3600));
    bed.sync_in_part(2).await;
    bed.turn(Duration::from_secs(31 * 24 * 3600));
    let bed = bed.started_anew();
    assert_eq!(bed.sync().await.trouble, None);
    let gone: Vec<_> = bed.blocks_of(&ids[0]).into_iter().filter(|block| block.gone_at.is_some()).collect();
    assert!(gone.iter().all(|block| block.raw_status == "removed"), "{gone:?}");
    bed.turn(Duration::from_secs(25 * 3600));
    bed.sync().await;
    let gone: Vec<_> = bed.blocks_of(&ids[0]).into_iter().filter(|block| block.gone_at.is_some()).collect();
    assert_eq!(gone.len(), 1, "a whole reading tells");
}

#[tokio::test]
async fn pages_of_another_size_are_begun_anew() {
    for (reports, blocks, questions) in [(250, 1, 1), (1, 350, 3)] {
        let bed = Bed::new().await;
        bed.played().seed_received(vec![report(&vec!["active"; blocks]); reports]);
        bed.sync_in_part(questions).await;
        bed.sites(|sites| sites.most_per_page = 50);
        let bed = bed.started_anew();
        assert_eq!(bed.sync().await.trouble, None);
        bed.assert_complete();
    }
}

#[tokio::test]
async fn a_size_of_pages_is_kept_and_none_is_asked_for_twice_to_learn_it() {
    for (reports, blocks, questions) in [(250, 1, 3), (1, 350, 5)] {
        let bed = Bed::new().await;
        bed.sites(|sites| sites.most_per_page = 50);
        bed.played().seed_received(vec![report(&vec!["active"; blocks]); reports]);
        bed.sync_in_part(questions).await;
        let before = bed.asked();
        let bed = bed.started_anew();
        assert_eq!(bed.sync().await.trouble, None);
        bed.assert_complete();
        let resumed = bed.questions(before).into_iter().filter(|one| one.contains("page=2&per_page=")).count();
        assert_eq!(resumed, 0);
        let whole = |one: &&String| !one.contains("per_page=");
        assert!(bed.counts().iter().filter(|(one, _)| whole(one)).all(|(_, times)| *times == 1));
    }
}

#[tokio::test]
async fn a_walk_that_was_broken_off_long_ago_is_followed_by_a_fresh_one() {
    let bed = Bed::with(150, 150).await;
    let stop = async {
        bed.played().until_requests(10).await;
        bed.run.stop();
    };
    tokio::join!(bed.sync(), stop);
    bed.turn(Duration::from_secs(3600));
    bed.played().seed_received(vec![report(&["pending"])]);
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.kept(), (151, 151), "and what came since is there too");
}

#[tokio::test]
async fn there_is_one_sync_at_a_time_and_its_progress_is_told() {
    let bed = Bed::with(120, 240).await;
    let running = bed.run.begin(Some(account())).unwrap();
    assert!(bed.run.begin(Some(account())).is_none());
    let gate = Gate { running: &running, sending: &bed.sending };
    let mut seen = None;
    let watch = async {
        bed.played().until_requests(60).await;
        seen = bed.run.view();
    };
    let (synced, ()) = tokio::join!(bed.cloudflare.sync_sites(&bed.cache, gate), watch);
    synced.unwrap();
    let view = seen.unwrap();
    let whole = SyncView { reports_read: 120, reports_total: 120, lists_total: 120, ..SyncView::default() };
    assert_eq!(SyncView { lists_read: 0, ..view }, whole);
    assert!((50..=60).contains(&view.lists_read), "{view:?}");
    assert_eq!(bed.run.view().map(|view| view.lists_read), Some(120));
    drop(running);
    assert_eq!(bed.run.view(), None);
    assert_eq!(bed.heard(&Notice::SitesSync), 2, "the clock stands still: only its beginning and its end");
    assert_eq!(bed.heard(&Notice::SitesChanged), 1);
    bed.run.ended().await;
    assert_eq!((bed.run.account(), bed.run.stopped_at(&account())), (Some(account()), None));
    assert!(bed.run.begin(Some(account())).is_some());
}

#[tokio::test]
async fn another_account_ends_a_sync_and_takes_nothing_of_the_first_away() {
    let bed = Bed::with(250, 500).await;
    let other = AccountId::new("0123456789abcdef").unwrap();
    let switch = async {
        bed.played().until_requests(20).await;
        bed.cloudflare.choose(Some(other.clone()));
    };
    let (ended, ()) = tokio::join!(bed.sync(), switch);
    assert_eq!(ended.trouble, None);
    assert!(bed.asked() < 30, "{}", bed.asked());
    assert_eq!(bed.cache.sites_counts(other.as_str()).unwrap().reports, 0);
    assert!(bed.mark().unfinished);
    bed.cloudflare.choose(Some(account()));
    assert_eq!(bed.sync().await.trouble, None);
    assert!(bed.counts().values().all(|times| *times == 1));
    bed.assert_complete();
}

#[tokio::test]
async fn a_stop_is_remembered_until_another_sync_begins() {
    let bed = Bed::with(5, 5).await;
    bed.run.stop();
    assert_eq!(bed.run.stopped_at(&account()), None, "there was nothing to stop");
    let running = bed.run.begin(Some(account()));
    bed.run.stop();
    drop(running);
    assert_eq!(bed.run.stopped_at(&account()), Some(bed.clock.now()));
    assert_eq!(bed.run.stopped_at(&AccountId::new("0123456789abcdef").unwrap()), None, "that one was not stopped");
    bed.sync().await;
    assert_eq!(bed.run.stopped_at(&account()), None);
}

#[tokio::test]
async fn progress_ends_at_its_total_though_some_reports_can_t_be_read() {
    let bed = Bed::with(12, 12).await;
    bed.answer(404, "{}", Some("/mitigations"), 6);
    let running = bed.run.begin(Some(account())).unwrap();
    let gate = Gate { running: &running, sending: &bed.sending };
    assert_eq!(bed.cloudflare.sync_sites(&bed.cache, gate).await.unwrap().trouble, None);
    let view = bed.run.view().unwrap();
    assert_eq!((view.lists_read, view.lists_total), (12, 12));
}
