//! How long our sites take: 100,000 blocks over 5,000 reports, read from the played service on this machine, beside a
//! plain reader of the same pages that only parses them. `make bench` runs it; nothing is asserted about time.
//!
//! The service runs in a process of its own, so that what the readers cost can be told apart.
#![allow(clippy::print_stdout, reason = "the table is what this is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that fails says so by panicking")]

#[path = "../shared/kept.rs"]
mod kept;
mod measured;
mod plain;
mod played;
mod product;

use measured::{Measured, measure};
use plain::Connections;
use played::Played;

const REPORTS: usize = 5_000;
const BLOCKS: usize = 100_000;
/// Questions on their way at once, as many as our sync has.
const AT_ONCE: usize = 4;
/// How often each list is asked for.
const TIMES: usize = 200;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, usual: usize| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(usual)
    };
    let (reports, blocks) = (number("--reports", REPORTS), number("--blocks", BLOCKS));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    match arguments.iter().any(|argument| argument == played::SERVE) {
        true => runtime.block_on(played::serve(reports, blocks)),
        false => runtime.block_on(compare(reports, blocks)),
    }
}

async fn compare(reports: usize, blocks: usize) {
    let mut played = Played::start(reports, blocks);
    let url = played.url();
    println!("{blocks} blocks over {reports} reports; {AT_ONCE} questions at once; {}", profile());

    let kept = measure(&mut played, plain::read(&url, Connections::Kept)).await;
    let fresh = measure(&mut played, plain::read(&url, Connections::OneEach)).await;
    let desk = product::Started::new(&played).await;
    let first = measure(&mut played, desk.refresh()).await;
    let again = measure(&mut played, plain::read(&url, Connections::Kept)).await;
    assert_eq!((kept.rows, first.rows), (blocks, blocks), "both read everything");

    let none = measure(&mut played, desk.refresh()).await;
    let changed = blocks.div_ceil(1000);
    played.change(changed);
    let second = measure(&mut played, desk.refresh()).await;

    let plain = kept.mean(&again);
    println!("\n{:<44}{:>9}{:>9}{:>9}{:>8}{:>8}", "reading", "seconds", "CPU s", "asked", "time", "CPU");
    row("plain reader, connections kept", &plain, &plain);
    row("plain reader, a connection a question", &fresh, &plain);
    row("our first sync", &first, &plain);
    row("our second sync, nothing changed", &none, &plain);
    row(&format!("our second sync, {changed} blocks changed"), &second, &plain);
    println!(
        "time and CPU are ratios to the plain reader with its connections kept: the mean of a run before ours and one after"
    );

    println!("\n{:<44}{:>9}{:>9}{:>9}", "lists, 100 rows a page", "p50 ms", "p95 ms", "rows");
    for asked in desk.lists(TIMES).await {
        println!("{:<44}{:>9.2}{:>9.2}{:>9}", asked.what, asked.p50_ms, asked.p95_ms, asked.rows);
    }
    desk.close().await;
}

fn row(what: &str, one: &Measured, plain: &Measured) {
    let Measured { seconds, cpu_seconds, asked, .. } = one;
    let (time, cpu) = (seconds / plain.seconds, cpu_seconds / plain.cpu_seconds);
    println!("{what:<44}{seconds:>9.2}{cpu_seconds:>9.2}{asked:>9}{time:>8.2}{cpu:>8.2}");
}

fn profile() -> &'static str {
    if cfg!(debug_assertions) { "a debug build: figures mean little" } else { "an optimised build" }
}
