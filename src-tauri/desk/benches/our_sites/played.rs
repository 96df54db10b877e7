//! The played service in a process of its own, asked for a thing or two over its standard input.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use practice::{Options, Practice};

/// The argument that makes this program the service.
pub(crate) const SERVE: &str = "--serve";
/// The token that it takes, and nobody else does.
pub(crate) const TOKEN: &str = "bench-only-5c07d1e2a94b4f36";

/// Plays until nobody asks any more. Answers each line with one.
pub(crate) async fn serve(reports: usize, blocks: usize) {
    let practice = Practice::start(Options { tokens: vec![TOKEN.into()], ..Options::default() }).await.unwrap();
    let mut switches = practice.cloudflare().switches();
    switches.ratelimit_quota = u32::MAX;
    practice.cloudflare().set_switches(switches);
    practice.cloudflare().seed_many(reports, blocks);
    println!("{}", practice.cloudflare_url());
    let played = practice.cloudflare().clone();
    let answering = tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            match line.strip_prefix("change ") {
                Some(count) => println!("{}", played.change_some(count.parse().unwrap()).len()),
                None => println!("{}", played.request_counts().values().sum::<u64>()),
            }
        }
    });
    answering.await.unwrap();
}

/// The service, for whoever reads from it.
pub(crate) struct Played {
    url: String,
    process: Child,
    told: ChildStdin,
    tells: BufReader<ChildStdout>,
}

impl Played {
    pub(crate) fn start(reports: usize, blocks: usize) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args([SERVE, "--reports", &reports.to_string(), "--blocks", &blocks.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (told, tells) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let mut played = Self { url: String::new(), process, told, tells: BufReader::new(tells) };
        played.url = played.line();
        played
    }

    /// The base address of its API.
    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }

    /// How many questions came so far.
    pub(crate) fn asked(&mut self) -> u64 {
        self.tell("asked")
    }

    /// Resolves so many blocks.
    pub(crate) fn change(&mut self, count: usize) {
        assert_eq!(self.tell(&format!("change {count}")), count as u64, "there were so many to change");
    }

    fn tell(&mut self, what: &str) -> u64 {
        writeln!(self.told, "{what}").unwrap();
        self.line().parse().unwrap()
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.tells.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        // Whatever becomes of it, it ends with its input.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
