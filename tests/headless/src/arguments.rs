//! What the program is told when it is started.

use std::path::PathBuf;

/// How to use it, for people.
pub(crate) const USAGE: &str = "headless --data DIR [--practice] [--phishfort URL] [--cloudflare URL]
         [--vault memory|system] [--fail-at POINT]
headless --list          every command with its arguments, a line each
headless --fail-points   every point that --fail-at knows, a line each

Reads {\"id\":1,\"command\":\"…\",\"args\":{…}} a line, writes {\"id\":1,\"ok\":…} or {\"id\":1,\"error\":{\"code\":…,\"message\":…}}
and, by itself, {\"notice\":…}, {\"practice\":…} and {\"desktop\":…}: a notification shown or a file saved.
Ends when its input ends.";

/// What to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub data: Option<PathBuf>,
    pub practice: bool,
    pub phishfort: Option<String>,
    pub cloudflare: Option<String>,
    pub system_vault: bool,
    pub fail_at: Option<String>,
    pub list: bool,
    pub fail_points: bool,
}

impl Arguments {
    /// Reads them.
    pub(crate) fn read(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut read = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "--data" => read.data = Some(value()?.into()),
                "--practice" => read.practice = true,
                "--phishfort" => read.phishfort = Some(value()?),
                "--cloudflare" => read.cloudflare = Some(value()?),
                "--vault" => match value()?.as_str() {
                    "memory" => read.system_vault = false,
                    "system" => read.system_vault = true,
                    other => return Err(format!("--vault is memory or system, not {other}")),
                },
                "--fail-at" => read.fail_at = Some(value()?),
                "--list" => read.list = true,
                "--fail-points" => read.fail_points = true,
                other => return Err(format!("{other} is unknown")),
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::*;

    fn read(words: &str) -> Result<Arguments, String> {
        Arguments::read(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_argument_is_read() {
        let all = read(
            "--data d --practice --phishfort http://127.0.0.1:1/v1 --cloudflare http://127.0.0.1:2/client/v4 --vault system --fail-at x",
        )
        .unwrap();
        assert_eq!(all.cloudflare.as_deref(), Some("http://127.0.0.1:2/client/v4"));
        assert_eq!(all.data, Some("d".into()));
        assert!(all.practice && all.system_vault);
        assert_eq!(all.phishfort.as_deref(), Some("http://127.0.0.1:1/v1"));
        assert_eq!(all.fail_at.as_deref(), Some("x"));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for words in ["--unknown", "--data", "--vault file", "stray"] {
            assert!(read(words).is_err(), "{words}");
        }
    }
}
