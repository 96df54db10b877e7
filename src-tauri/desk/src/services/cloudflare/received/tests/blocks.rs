//! The blocks of the reports: where they are, which go first, and what becomes of those that are gone.

use super::*;

#[tokio::test]
async fn each_block_is_on_the_address_or_domain_that_its_report_tells() {
    let bed = Bed::new().await;
    let on = |scope: &str, entity: &str| CfMitigationSeed {
        id: Some(format!("{scope} {entity}")),
        entity_type: Some(scope.into()),
        entity_id: Some(entity.into()),
        ..CfMitigationSeed::default()
    };
    let a = "https://shop.example/a";
    let seed = |urls: &[&str], blocks: Vec<CfMitigationSeed>| CfReceivedSeed {
        urls: urls.iter().map(|&url| url.to_owned()).collect(),
        mitigations: blocks,
        ..report(&[])
    };
    let ids = bed.played().seed_received(vec![
        seed(&[a], vec![on("url_pattern", "0f0f"), on("zone", "0a0a")]),
        seed(
            &[a, "https://shop.example/b"],
            vec![on("url_pattern", "0f0f"), on("url_pattern", a), on("a_new_word", "7")],
        ),
    ]);
    bed.sync().await;
    for (report, id, place, exact, one_of) in [
        (0, "url_pattern 0f0f", a, true, 0),
        (0, "zone 0a0a", "shop.example", false, 0),
        (1, "url_pattern 0f0f", "shop.example", false, 2),
        (1, "url_pattern https://shop.example/a", a, true, 0),
        (1, "a_new_word 7", "shop.example", false, 0),
    ] {
        let block = bed.block(&ids[report], id);
        assert_eq!((block.place.as_str(), block.place_exact, block.one_of), (place, exact, one_of), "{id}");
    }
}

#[tokio::test]
async fn a_list_that_names_no_addresses_is_no_reason_not_to_know_them() {
    let bed = Bed::new().await;
    bed.sites(|sites| sites.rows_are_bare = true);
    let ids = bed.played().seed_received(vec![report(&["active"])]);
    bed.sync().await;
    assert_eq!(bed.blocks_of(&ids[0])[0].place, "https://shop.example/");
    let first = bed.asked();
    assert_eq!(bed.sync().await.changed, 0, "what the list leaves out is not forgotten");
    assert_eq!(bed.asked() - first, 1);
}

#[tokio::test]
async fn blocks_that_are_about_to_start_are_read_first_then_the_newest() {
    let bed = Bed::new().await;
    let ago = |hours: i64| Some(bed.played().now() - jiff::SignedDuration::from_hours(hours));
    let ids = bed.played().seed_received(vec![
        CfReceivedSeed { cdate: ago(4), ..report(&["pending"]) },
        CfReceivedSeed { cdate: ago(3), ..report(&["active"]) },
        CfReceivedSeed { cdate: ago(2), ..report(&["active", "pending"]) },
        CfReceivedSeed { cdate: ago(1), ..report(&["active"]) },
    ]);
    bed.sync().await;
    let due = bed.questions(1);
    let at = |n: usize| due.iter().position(|one| one.contains(&ids[n])).unwrap();
    // Several are on their way at once, and may come in another order: their batch is what is asked of the cache.
    assert_eq!(due.len(), 4);
    assert!(at(2) < 4 && at(0) < 4);
    bed.turn(Duration::from_secs(2 * 24 * 3600));
    bed.cache.mark_due_unread_since(ACCOUNT_ID, bed.clock.now()).unwrap();
    let order: Vec<_> = bed.cache.due_reports(ACCOUNT_ID, 9).unwrap().into_iter().map(|due| due.id).collect();
    assert_eq!(order, [&ids[2], &ids[0], &ids[3], &ids[1]].map(Clone::clone));
}

#[tokio::test]
async fn a_time_that_can_t_be_read_is_kept_as_it_came() {
    let bed = Bed::new().await;
    let seed = CfMitigationSeed { effective_text: Some("soon".into()), ..CfMitigationSeed::default() };
    let ids = bed.played().seed_received(vec![CfReceivedSeed { mitigations: vec![seed], ..report(&[]) }]);
    assert_eq!(bed.sync().await.trouble, None);
    let block = &bed.blocks_of(&ids[0])[0];
    assert_eq!((block.effective_at, block.raw_effective.as_str()), (None, "soon"));
}

#[tokio::test]
async fn a_block_that_the_service_shows_no_more_stays_with_us() {
    let bed = Bed::new().await;
    let ids = bed.played().seed_received(vec![report(&["active", "removed", "active"])]);
    bed.sync().await;
    bed.turn(Duration::from_secs(31 * 24 * 3600));
    let synced = bed.sync().await;
    assert_eq!((synced.changed, synced.trouble), (1, None));
    let blocks = bed.blocks_of(&ids[0]);
    let gone: Vec<_> = blocks.iter().filter(|block| block.gone_at.is_some()).collect();
    assert_eq!((blocks.len(), gone.len(), gone[0].raw_status.as_str()), (3, 1, "removed"));
    assert_eq!(gone[0].gone_at, Some(bed.clock.now()));
}

#[tokio::test]
async fn nothing_is_held_to_be_gone_where_not_all_could_be_read() {
    for (what, turn) in [
        ("a row", (|sites, id| sites.unreadable_rows = vec![id]) as fn(&mut SitesSwitches, String)),
        ("a count that is larger than the list", |_, _| {}),
    ] {
        let bed = Bed::new().await;
        let ids = bed.played().seed_received(vec![report(&["active", "active"])]);
        bed.sync().await;
        let block = bed.blocks_of(&ids[0])[0].id.clone();
        bed.sites(|sites| turn(sites, block.clone()));
        if what != "a row" {
            let other = &bed.blocks_of(&ids[0])[1].id;
            let body = format!(
                r#"{{"success":true,"result":{{"mitigations":[{{"id":"{other}","type":"x","status":"active"}}]}},
                "result_info":{{"page":1,"per_page":100,"count":1,"total_count":2,"total_pages":1}}}}"#
            );
            bed.answer(200, &body, Some("/mitigations"), 1);
        }
        bed.turn(Duration::from_secs(25 * 3600));
        assert_eq!(bed.sync().await.trouble, None, "{what}");
        assert!(bed.blocks_of(&ids[0]).iter().all(|block| block.gone_at.is_none()), "{what}");
    }
}

#[tokio::test]
async fn open_blocks_are_looked_at_once_a_day_though_their_report_s_row_says_nothing_new() {
    let bed = Bed::new().await;
    let ids = bed.played().seed_received(vec![report(&["a_new_word"]), report(&["removed"])]);
    bed.sync().await;
    let id = bed.blocks_of(&ids[0])[0].id.clone();
    bed.played().set_mitigation(&ids[0], &id, "another_word");
    bed.turn(Duration::from_secs(23 * 3600));
    assert_eq!(bed.sync().await.changed, 0);
    bed.turn(Duration::from_secs(3601));
    let before = bed.asked();
    assert_eq!(bed.sync().await.changed, 1);
    assert_eq!(bed.asked() - before, 2, "the other report's blocks are over");
    assert_eq!(bed.block(&ids[0], &id).raw_status, "another_word");
}

#[tokio::test]
async fn a_report_with_several_pages_of_blocks_is_read_whole() {
    let bed = Bed::new().await;
    bed.played().seed_received(vec![report(&vec!["active"; 350])]);
    assert_eq!(bed.sync().await.changed, 351);
    assert_eq!(bed.asked(), 5);
    bed.assert_complete();
}
