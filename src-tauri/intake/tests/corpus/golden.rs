//! The golden results, as `tests/mails/README.md` defines them.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Deserializer};

/// What a careful analyst wants to be told about a file. What is none is not looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Golden {
    #[serde(rename = "about")]
    _about: Option<String>,
    #[serde(default = "own_sites")]
    pub(crate) own_sites: Vec<String>,
    #[serde(default = "brands")]
    pub(crate) brands: Vec<String>,
    #[serde(deserialize_with = "needed")]
    pub(crate) first: Option<String>,
    pub(crate) likely: String,
    pub(crate) several: Option<usize>,
    #[serde(default)]
    pub(crate) among: Vec<String>,
    #[serde(default)]
    pub(crate) never: Vec<String>,
    pub(crate) place: Option<String>,
    pub(crate) main: Option<bool>,
    #[serde(default)]
    pub(crate) signs: Vec<String>,
    pub(crate) file: Option<String>,
    pub(crate) unwrapped: Option<Vec<String>>,
    pub(crate) domain_only: Option<bool>,
    pub(crate) source: Option<String>,
    pub(crate) came: Option<String>,
    pub(crate) forwarded_by: Option<String>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) from: Told,
    pub(crate) from_name: Option<String>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) reply_to: Told,
    pub(crate) subject: Option<String>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) date: Told,
    pub(crate) has_way: Option<bool>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) first_hop_ip: Told,
    pub(crate) checks: Option<Vec<(String, String)>>,
    #[serde(default)]
    pub(crate) people: Vec<String>,
    pub(crate) attachments: Option<Vec<String>>,
    pub(crate) words: Option<String>,
}

/// Nothing where a member is left out; an inner none where it is told that there is nothing.
pub(crate) type Told = Option<Option<String>>;

fn told<'de, D: Deserializer<'de>>(from: D) -> Result<Told, D::Error> {
    Option::deserialize(from).map(Some)
}

/// A member that may be null and may not be left out.
fn needed<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(from)
}

fn own_sites() -> Vec<String> {
    ["acme.example", "shop.acme.example"].map(String::from).to_vec()
}

fn brands() -> Vec<String> {
    ["Acme", "Acme Pay"].map(String::from).to_vec()
}

/// A file of the corpus with its golden result.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) golden: Golden,
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/mails"))
}

/// Every file of the corpus, in the order of the names. Panics where a file has no golden result, or one has no file.
pub(crate) fn cases() -> Vec<Case> {
    let listed = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = listed.filter(|name| !name.starts_with('.') && name != "README.md").collect();
    names.sort();
    let (goldens, files): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.ends_with(".golden.json"));
    let cases: Vec<Case> = files.into_iter().map(case).collect();
    for golden in &goldens {
        let stem = golden.trim_end_matches(".golden.json");
        assert!(cases.iter().any(|case| stem_of(&case.name) == stem), "{golden} has no file");
    }
    assert_eq!(cases.len(), goldens.len(), "two files share a golden result");
    cases
}

fn stem_of(name: &str) -> &str {
    name.rsplit_once('.').unwrap().0
}

fn case(name: String) -> Case {
    let golden = format!("{}.golden.json", stem_of(&name));
    let text = fs::read_to_string(folder().join(&golden)).unwrap_or_else(|problem| panic!("{golden}: {problem}"));
    let golden = serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{golden}: {problem}"));
    Case { bytes: fs::read(folder().join(&name)).unwrap(), name, golden }
}
