//! What a desktop is told to show and to save.

use serde_json::{Value, json};

use crate::support::Host;

/// The notifications, once there are so many.
async fn notified(host: &mut Host, count: usize) -> Vec<Value> {
    loop {
        let seen = host.get("desktop_seen", json!({})).await.unwrap();
        let notifications = seen["notifications"].as_array().unwrap();
        if notifications.len() >= count {
            return notifications.clone();
        }
        // Each one is said in a line too.
        host.line().await.unwrap();
    }
}

#[tokio::test]
async fn practice_reminds_of_its_blocks_and_saves_them_as_a_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut host = Host::start(&["--data", data.to_str().unwrap(), "--practice"]);
    let seen = host.get("desktop_seen", json!({})).await.unwrap();
    assert_eq!(seen, json!({ "notifications": [], "files": [] }));
    host.get("sites_refresh", json!({})).await.unwrap();
    // One of its blocks starts in less than an hour, and one within a day.
    let reminders = notified(&mut host, 2).await;
    for reminder in &reminders {
        let title = reminder["title"].as_str().unwrap();
        assert!(title.starts_with("Practice: A block on ") && title.contains("[.]example starts "), "{title}");
        assert!(reminder["body"].as_str().unwrap().contains(" at "), "{reminder}");
    }
    assert_ne!(reminders[0], reminders[1]);
    let saved = host.get("sites_calendar", json!({})).await.unwrap();
    let seen = host.get("desktop_seen", json!({})).await.unwrap();
    assert_eq!(seen["notifications"].as_array().unwrap().len(), 2, "once each");
    assert_eq!(seen["files"][0]["name"], saved["name"]);
    let text = seen["files"][0]["text"].as_str().unwrap();
    assert_eq!(json!(text.matches("BEGIN:VEVENT").count()), saved["entries"]);
    assert!(text.contains("SUMMARY:Practice: Cloudflare block starts: "), "{text}");
}
