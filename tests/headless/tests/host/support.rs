//! The program as a child, asked over its standard input.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::time::Duration;

use practice::{Fault, FaultOrder, Options, Practice};
use serde_json::{Value, json};
use tokio::sync::mpsc;

/// A key that must never turn up in a file or in a line.
pub(crate) const KEY: &str = "pf-canary-0b6e55d1c2f94a37";
/// The same for Cloudflare.
pub(crate) const TOKEN: &str = "cf-canary-51c8e07ab93d4f26";
const PATIENCE: Duration = Duration::from_secs(30);

/// The program is gone.
#[derive(Debug)]
pub(crate) struct Gone;

/// A started program.
pub(crate) struct Host {
    child: Child,
    input: Option<ChildStdin>,
    lines: mpsc::UnboundedReceiver<String>,
    /// A notice came since the last [`Host::unheard`].
    fresh: bool,
    /// Every line that it said.
    pub(crate) said: Vec<String>,
    asked: u64,
}

pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_headless"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Host {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = program(arguments).spawn().unwrap();
        let (tell, lines) = mpsc::unbounded_channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        // Ends with the program's output.
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).try_for_each(|line| tell.send(line).map_err(drop))
        });
        Self { input: child.stdin.take(), child, lines, fresh: false, said: Vec::new(), asked: 0 }
    }

    pub(crate) fn tell(&mut self, line: &str) -> Result<(), Gone> {
        let input = self.input.as_mut().ok_or(Gone)?;
        writeln!(input, "{line}").and_then(|()| input.flush()).map_err(|_| Gone)
    }

    /// The next line; none when the program is gone.
    pub(crate) async fn line(&mut self) -> Result<Value, Gone> {
        let line = tokio::time::timeout(PATIENCE, self.lines.recv()).await.expect("the program says nothing");
        let line = line.ok_or(Gone)?;
        let value: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("not a JSON line: {line}"));
        self.fresh |= value.get("notice").is_some();
        self.said.push(line);
        Ok(value)
    }

    /// Asks, and waits for the answer: the value, or the error's object.
    pub(crate) async fn ask(&mut self, command: &str, args: Value) -> Result<Result<Value, Value>, Gone> {
        self.asked += 1;
        let id = self.asked;
        self.tell(&json!({ "id": id, "command": command, "args": args }).to_string())?;
        loop {
            let mut answer = self.line().await?;
            if answer["id"] == id {
                return Ok(match answer.get("ok") {
                    Some(_) => Ok(answer["ok"].take()),
                    None => Err(answer["error"].take()),
                });
            }
        }
    }

    /// Asks for what must work, unless the program is gone.
    pub(crate) async fn get(&mut self, command: &str, args: Value) -> Result<Value, Gone> {
        let answer = self.ask(command, args).await?;
        Ok(answer.unwrap_or_else(|error| panic!("{command}: {error}")))
    }

    /// From here on [`Host::notice`] waits for what was not said yet.
    pub(crate) fn unheard(&mut self) {
        self.fresh = false;
    }

    /// Waits for a notice since then: something may have changed.
    pub(crate) async fn notice(&mut self) -> Result<(), Gone> {
        while !self.fresh {
            self.line().await?;
        }
        Ok(())
    }

    /// Kills it as the system would, at once.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// Ends its input, or not, and waits until it is gone.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        self.input = None;
        while self.line().await.is_ok() {}
        self.child.wait().unwrap()
    }

    pub(crate) async fn assert_killed(&mut self) {
        assert_eq!(self.ended().await.signal(), Some(9));
    }

    pub(crate) fn assert_no_key(&self) {
        let secret = |line: &String| line.contains(KEY) || line.contains(TOKEN);
        assert!(!self.said.iter().any(secret), "a key is in a line");
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Gone already, most often.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A data folder, a file that the person has, and the played services.
pub(crate) struct Place {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) practice: Practice,
    /// Lines of the evidence.
    lines: usize,
}

impl Place {
    pub(crate) async fn new() -> Self {
        let options = Options { keys: vec![KEY.into()], tokens: vec![TOKEN.into()], ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        Self { folder: tempfile::tempdir().unwrap(), practice, lines: 20_000 }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Makes sure that a report to PhishFort is caught in the middle of its body: it is bigger than what the system takes
    /// in one go, and read slowly.
    pub(crate) fn slow_down(&mut self) {
        self.lines = 400_000;
        self.practice.phishfort().fault(FaultOrder::next_report(Fault::SlowRead { pause_ms: 1 }));
    }

    /// Evidence that takes several pieces to send.
    pub(crate) fn evidence(&self) -> PathBuf {
        let path = self.folder.path().join("access.txt");
        std::fs::write(&path, "one line of a log\n".repeat(self.lines)).unwrap();
        path
    }

    /// Starts the program here, to die at this point.
    pub(crate) async fn start(&self, fail_at: Option<&str>) -> Host {
        let (data, url, cloudflare) = (self.data(), self.practice.phishfort_url(), self.practice.cloudflare_url());
        let mut arguments = vec!["--data", data.to_str().unwrap(), "--phishfort", &url, "--cloudflare", &cloudflare];
        if let Some(point) = fail_at {
            arguments.extend(["--fail-at", point]);
        }
        let mut host = Host::start(&arguments);
        host.get("connection_save_key", json!({ "service": "phishfort", "key": KEY })).await.unwrap();
        host
    }

    /// The same, with Cloudflare connected as well.
    pub(crate) async fn start_with_both(&self, fail_at: Option<&str>) -> Host {
        let mut host = self.start(fail_at).await;
        // The account is the only one, and so is chosen by itself.
        host.get("connection_save_key", json!({ "service": "cloudflare", "key": TOKEN })).await.unwrap();
        host
    }

    pub(crate) fn filed(&self) -> usize {
        self.practice.cloudflare().processed().len()
    }

    pub(crate) fn processed(&self) -> usize {
        self.practice.phishfort().processed().len()
    }

    /// No key is in a file, and no request was odd.
    pub(crate) fn assert_clean(&self) {
        assert_eq!(self.practice.phishfort().unexpected(), [""; 0]);
        for file in files(&self.data()) {
            let bytes = std::fs::read(&file).unwrap();
            for secret in [KEY, TOKEN] {
                let there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!there, "a key is in {}", file.display());
            }
        }
    }
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}
