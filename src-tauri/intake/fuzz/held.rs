//! What holds for every file, whatever its bytes are. The fuzz targets and the tests that replay their corpus share it.

use std::collections::HashSet;

use intake::reading::Reading;
use intake::{FileKind, Ours, attachment, rank, read, read_text};

/// A file said to be a mail.
pub(crate) fn mail(bytes: &[u8]) {
    of_kind(FileKind::Email, bytes);
}

/// A file said to be an Outlook mail.
pub(crate) fn outlook(bytes: &[u8]) {
    of_kind(FileKind::OutlookEmail, bytes);
}

/// A file said to be a text, and the same as a text that was pasted.
pub(crate) fn text(bytes: &[u8]) {
    of_kind(FileKind::Text, bytes);
    keeps_its_promises(&read_text(&String::from_utf8_lossy(bytes)));
}

fn of_kind(kind: FileKind, bytes: &[u8]) {
    let Ok(reading) = read(kind, bytes).expect("bytes in memory can be read") else { return };
    keeps_its_promises(&reading);
    for one in &reading.attachments {
        let taken = attachment(kind, bytes, one.at).expect("an attachment that was told can be taken out");
        assert_eq!(taken.len() as u64, one.size);
    }
    assert_eq!(attachment(kind, bytes, u32::MAX), None);
}

fn keeps_its_promises(reading: &Reading) {
    assert!(reading.addresses.len() <= 2000);
    assert!(reading.words.chars().count() <= 4000);
    let places: HashSet<u32> = reading.attachments.iter().map(|one| one.at).collect();
    assert_eq!(places.len(), reading.attachments.len(), "two attachments in one place");

    let stored = serde_json::to_string(reading).expect("a reading can be stored");
    assert_eq!(serde_json::from_str::<Reading>(&stored).expect("and read again"), *reading);

    let own = ["acme.example".to_owned()];
    let brands = ["Acme".to_owned()];
    let ranked = rank(&[reading], Ours { sites: &own, brands: &brands });
    assert!(ranked.candidates.len() <= reading.addresses.len());
}
