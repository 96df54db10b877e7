//! Outlook mails whose compound file runs in circles, lies about its sizes, or holds too much.

use intake::FileKind;
use intake::reading::{Cut, Reading, Unread};

use super::compound::Compound;
use super::outcome;
use crate::outlook::made::{File, Outlook};

fn read(bytes: &[u8]) -> Result<Reading, Unread> {
    outcome(FileKind::OutlookEmail, bytes)
}

/// A mail with a link, small streams and a big one.
fn whole() -> Compound {
    let mail = Outlook::saying("x", "see https://a.example/").with_file(File::named("big.bin", &[7; 40_000]));
    Compound(mail.bytes())
}

const BIG: &str = "__substg1.0_37010102";

#[test]
fn the_mail_itself_is_read_whole() {
    let reading = read(&whole().0).unwrap();
    assert_eq!(reading.addresses[0].address, "https://a.example/");
    assert_eq!(reading.attachments[0].size, 40_000);
    assert!(reading.cut.is_empty(), "{:?}", reading.cut);
}

#[test]
fn sectors_in_a_circle_are_damage_and_the_rest_is_read() {
    let mut file = whole();
    let start = file.number(file.entry(BIG) + 116);
    let second = file.number(file.after(start));
    let after = file.after(second);
    file.set(after, start);
    let reading = read(&file.0).unwrap();
    assert_eq!(reading.cut, [Cut::Damaged]);
    assert_eq!(reading.attachments[0].size, 0);
    assert_eq!(reading.addresses[0].address, "https://a.example/");
}

#[test]
fn a_sector_that_follows_two_others_is_refused() {
    let mut file = whole();
    let start = file.number(file.entry(BIG) + 116);
    let second = file.number(file.after(start));
    let after = file.after(second);
    file.set(after, second);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}

#[test]
fn small_sectors_in_a_circle_are_damage_and_the_rest_is_read() {
    let mut file = whole();
    let table = Compound::sector(file.first_of_mini_table());
    file.set(table, 0);
    let reading = read(&file.0).unwrap();
    assert_eq!(reading.cut, [Cut::Damaged]);
    assert_eq!(reading.addresses[0].address, "https://a.example/");
}

#[test]
fn a_folder_in_a_circle_is_refused() {
    let mut file = whole();
    let first = file.first_of_folder();
    let after = file.after(first);
    file.set(after, first);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}

#[test]
fn entries_in_a_circle_are_refused() {
    for link in [68, 72, 76] {
        let mut file = whole();
        let first = file.number(file.numbered_entry(0) + 76);
        let at = file.numbered_entry(first) + link;
        file.set(at, first);
        assert_eq!(read(&file.0), Err(Unread::Damaged), "{link}");
    }
}

#[test]
fn a_storage_that_is_its_own_parent_is_refused() {
    let mut file = whole();
    let at = file.entry("__attach_version1.0_#00000000") + 76;
    file.set(at, 0);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}

#[test]
fn tables_listed_in_a_circle_are_refused() {
    let mut file = whole();
    let mut list = [0xFF; 512];
    let own = u32::try_from(file.0.len() / 512 - 1).unwrap();
    list[508..].copy_from_slice(&own.to_le_bytes());
    file.push(&list);
    file.set(68, own);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}

/// 10 MB that would ask for 1.3 GB: every list names the same table over and over.
#[test]
fn one_table_listed_a_million_times_is_refused() {
    let mut file = whole();
    let table = file.number(76);
    let first = u32::try_from(file.0.len() / 512 - 1).unwrap();
    for at in 0..20_000 {
        let mut list = [0; 512];
        for number in list.chunks_exact_mut(4) {
            number.copy_from_slice(&table.to_le_bytes());
        }
        let next = if at == 19_999 { 0xFFFF_FFFE } else { first + at + 1 };
        list[508..].copy_from_slice(&next.to_le_bytes());
        file.push(&list);
    }
    file.set(68, first);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}

#[test]
fn a_stream_that_claims_two_gigabytes_is_damaged_and_the_rest_is_read() {
    let mut file = whole();
    let at = file.entry(BIG) + 120;
    file.set(at, 0x7FFF_FFFF);
    let reading = read(&file.0).unwrap();
    assert_eq!(reading.cut, [Cut::Damaged]);
    assert_eq!(reading.addresses[0].address, "https://a.example/");
    assert!(reading.attachments[0].size >= 40_000);
}

#[test]
fn a_stream_that_begins_nowhere_is_damaged_and_the_rest_is_read() {
    let mut file = whole();
    let at = file.entry(BIG) + 116;
    file.set(at, 0x00FF_FFFF);
    let reading = read(&file.0).unwrap();
    assert_eq!(reading.cut, [Cut::Damaged]);
    assert_eq!(reading.addresses[0].address, "https://a.example/");
}

/// Four hundred files that are all the same ten megabytes.
#[test]
fn streams_that_lie_over_each_other_are_read_once() {
    let mut mail = Outlook::saying("x", "https://a.example/").with_file(File::named("0.bin", &vec![1; 10 << 20]));
    for at in 1..400 {
        mail = mail.with_file(File::named(&format!("{at}.bin"), &[1; 4096]));
    }
    let mut file = Compound(mail.bytes());
    let big = file.entry(BIG);
    let (start, size) = (file.number(big + 116), file.number(big + 120));
    let entries = file.0.len() / 128;
    let name: Vec<u8> = BIG.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for at in (0..entries).map(|at| at * 128) {
        if file.0[at..].starts_with(&name) {
            file.set(at + 116, start);
            file.set(at + 120, size);
        }
    }
    let reading = read(&file.0).unwrap();
    assert!(reading.cut.contains(&Cut::Damaged));
    assert!(reading.attachments.iter().map(|one| one.size).sum::<u64>() <= file.0.len() as u64);
}

#[test]
fn mails_within_mails_end_at_a_depth() {
    let mut mail = Outlook::saying("deepest", "https://deepest.example/");
    for _ in 0..14 {
        mail = mail.attached_to(Outlook::saying("around", "https://around.example/"));
    }
    let reading = read(&mail.bytes()).unwrap();
    assert!(reading.cut.contains(&Cut::Depth));
    assert_eq!(reading.head.subject, "around");
}

#[test]
fn files_end_at_a_number() {
    let mut mail = Outlook::saying("x", "https://a.example/");
    for at in 0..700 {
        mail = mail.with_file(File::named(&format!("{at}.txt"), b"x"));
    }
    let reading = read(&mail.bytes()).unwrap();
    assert!(reading.cut.contains(&Cut::Parts));
    assert!(reading.attachments.len() <= 500);
}

#[test]
fn recipients_end_at_a_number() {
    let mut mail = Outlook::saying("x", "https://a.example/");
    mail.to = (0..1500).map(|at| (String::new(), format!("p{at}@company.example"))).collect();
    let reading = read(&mail.bytes()).unwrap();
    assert!(reading.cut.contains(&Cut::Parts));
    assert!(reading.people.len() <= 1100);
}

/// 12 MB of packed RTF that would be 90.
#[test]
fn packed_text_stops_at_its_limit() {
    let mut packed = Vec::new();
    packed.extend([0; 4]);
    packed.extend(u32::MAX.to_le_bytes());
    packed.extend(0x7546_5A4C_u32.to_le_bytes());
    packed.extend([0; 4]);
    // Each reference repeats sixteen bytes from the start of the window, where the writing never is: that would end it.
    packed.extend([0xFF_u8].into_iter().chain([0x00, 0x0E].repeat(8)).collect::<Vec<u8>>().repeat(700_000));
    let mut mail = Outlook::saying("x", "https://a.example/");
    mail.raw.push(("__substg1.0_10090102".to_owned(), packed));
    let reading = read(&mail.bytes()).unwrap();
    assert!(reading.cut.contains(&Cut::Text), "{:?}", reading.cut);
    assert_eq!(reading.head.subject, "x");
}

#[test]
fn packed_text_of_braces_alone_is_read() {
    for piece in [
        "{",
        "}",
        "{\\*\\htmltag ",
        "\\u1",
        "\\'e9",
        "{\\field{\\*\\fldinst HYPERLINK \"https://a.example/\"}{\\fldrslt ",
    ] {
        let mut mail = Outlook::saying("x", "");
        let rtf = format!("{{\\rtf1\\fromhtml1 {}", piece.repeat((1 << 20) / piece.len()));
        mail.raw.push(("__substg1.0_10090102".to_owned(), compressed_rtf::encode_rtf(&rtf).unwrap()));
        read(&mail.bytes()).unwrap();
    }
}

#[test]
fn a_file_that_breaks_off_anywhere_is_read_or_refused() {
    let file = Outlook::saying("x", "https://a.example/").bytes();
    for length in (0..file.len()).step_by(512) {
        let _ = intake::read(FileKind::OutlookEmail, &file[..length]).unwrap();
    }
}

#[test]
fn thirty_megabytes_of_folder_are_refused() {
    let mut file = whole();
    let first = file.first_of_folder();
    let mut last = first;
    while file.number(file.after(last)) < 0xFFFF_FFFA {
        last = file.number(file.after(last));
    }
    // More tables, and in them a chain of empty folder sectors that goes on and on.
    let begin = u32::try_from(file.0.len() / 512 - 1).unwrap();
    let count = 60 * 128;
    for _ in 0..count {
        file.push(&[0; 512]);
    }
    for table in 0..begin.div_ceil(128) + count / 128 {
        let mut numbers = [0; 512];
        for (at, number) in numbers.chunks_exact_mut(4).enumerate() {
            number.copy_from_slice(&(table * 128 + u32::try_from(at).unwrap() + 1).to_le_bytes());
        }
        let sector = file.push(&numbers);
        if table >= begin.div_ceil(128) {
            file.set(76 + table as usize * 4, sector);
        }
    }
    let at = file.after(last);
    file.set(at, begin.div_ceil(128) * 128);
    assert_eq!(read(&file.0), Err(Unread::Damaged));
}
