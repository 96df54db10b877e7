//! The clock is asked inside of long texts: what was found before it ran out is kept.

use std::time::{Duration, Instant};

use intake::read_text;
use intake::reading::{Cut, Reading};

use super::{html_mail, text_mail};

/// The budget's own five seconds, and what a busy machine adds between two looks at the clock.
const PATIENCE: Duration = Duration::from_secs(12);

fn in_time(read: impl FnOnce() -> Reading) -> Reading {
    let start = Instant::now();
    let reading = read();
    let took = start.elapsed();
    assert!(took < PATIENCE, "took {took:?}");
    assert!(took < Duration::from_secs(6) || reading.cut.contains(&Cut::Time), "took {took:?}, and told nothing");
    reading
}

fn has(reading: &Reading, address: &str) -> bool {
    reading.addresses.iter().any(|found| found.address == address)
}

#[test]
fn a_long_text_without_white_space_is_left_when_the_time_is_over() {
    let long = format!("go to https://evil.test/a now\n{}", "<https://a".repeat(600_000));
    assert!(has(&in_time(|| text_mail("Hello", &long)), "https://evil.test/a"));
    assert!(has(&in_time(|| html_mail(&long.replace('<', "&lt;"))), "https://evil.test/a"));
    assert!(has(&in_time(|| read_text(&long)), "https://evil.test/a"));
}

#[test]
fn scripts_full_of_links_are_left_when_the_time_is_over() {
    let strings = "'javascript:a',".repeat(2000);
    let page = format!("<a href='https://evil.test/a'>x</a>{}", format!("<p onclick=\"open({strings})\">").repeat(250));
    assert!(has(&in_time(|| html_mail(&page)), "https://evil.test/a"));
}

#[test]
fn quotes_below_a_long_nothing_are_no_reason_to_look_through_it_again() {
    let long = format!("{}\nsee https://evil.test/a\n{}", ">".repeat(4_000_000), "x wrote:\n".repeat(19_000));
    assert!(has(&in_time(|| text_mail("Re: hello", &long)), "https://evil.test/a"));
}

#[test]
fn an_address_where_a_long_text_is_parted_is_whole() {
    for shift in 0..24 {
        let filler = "a line of words\n".repeat(4095);
        let address = "https://evil.test/a/long/page/with/a/name";
        let reading = text_mail("Hello", &format!("{filler}{} {address} and more\n{filler}", "x".repeat(shift)));
        assert_eq!(reading.addresses.len(), 1, "{shift}");
        assert_eq!(reading.addresses[0].address, address, "{shift}");
    }
    let run: String = (0..6000).map(|at| format!("https://evil.test/{at}")).collect();
    let reading = text_mail("Hello", &run);
    assert_eq!((reading.addresses.len(), reading.cut.as_slice()), (2000, &[Cut::Addresses][..]));
    assert!(reading.addresses.iter().enumerate().all(|(at, one)| one.address == format!("https://evil.test/{at}")));
}
