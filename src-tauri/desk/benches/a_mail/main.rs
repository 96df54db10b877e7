//! How long it takes from a dropped mail of 1 MB to a filled *Check and send*: the file opened, kept, hashed, read, its
//! addresses ranked, the draft filled, checked, and shown. Beside it, the parser alone on the same bytes. `make bench`
//! runs it; nothing is asserted about time. The window's own drawing is not in it.
#![allow(clippy::print_stdout, reason = "the table is what this is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that fails says so by panicking")]

#[path = "../shared/kept.rs"]
mod kept;
mod mails;
mod product;

use std::time::{Duration, Instant};

use product::Started;

/// How often each mail is dropped.
const TIMES: usize = 60;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    println!("{TIMES} drops each; {}", if cfg!(debug_assertions) { "a debug build" } else { "an optimised build" });
    println!(
        "\n{:<40}{:>7}{:>9}{:>9}{:>9}{:>11}{:>8}",
        "mail", "MB", "p50 ms", "p95 ms", "max ms", "parser ms", "ratio"
    );
    for (what, mail) in mails::all() {
        let dropped = runtime.block_on(drops(&mail.bytes, mail.first));
        let parser = percentile(&mut (0..TIMES).map(|_| parsed(&mail.bytes)).collect::<Vec<_>>(), 50);
        let mut dropped = dropped;
        let (p50, p95) = (percentile(&mut dropped, 50), percentile(&mut dropped, 95));
        let worst = dropped.last().copied().unwrap_or_default().as_secs_f64() * 1000.0;
        let megabytes = mail.bytes.len() as f64 / 1_048_576.0;
        println!("{what:<40}{megabytes:>7.2}{p50:>9.1}{p95:>9.1}{worst:>9.1}{parser:>11.2}{:>8.1}", p50 / parser);
    }
    println!("parser: mail-parser alone on the same bytes, nothing kept, ranked or checked; ratio is p50 to it");
}

async fn drops(mail: &[u8], first: &str) -> Vec<Duration> {
    let desk = Started::new().await;
    let mut took = Vec::with_capacity(TIMES);
    for round in 0..TIMES {
        let path = desk.file(round, mail);
        let began = Instant::now();
        let checked = desk.drop_and_check(path).await;
        took.push(began.elapsed());
        assert_eq!(checked.draft.fields.target, first, "it is filled");
    }
    desk.close().await;
    took
}

fn parsed(mail: &[u8]) -> Duration {
    let began = Instant::now();
    let message = mail_parser::MessageParser::default().parse(mail).unwrap();
    assert!(!message.parts.is_empty());
    began.elapsed()
}

fn percentile(took: &mut [Duration], percent: usize) -> f64 {
    took.sort();
    took[(took.len() - 1) * percent / 100].as_secs_f64() * 1000.0
}
