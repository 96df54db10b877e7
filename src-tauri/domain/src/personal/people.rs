//! The people whose traces are looked for, and how their names are recognised.

use std::ops::Range;

use super::Person;
use super::words::{Word, is_ordinary, is_role, words};

/// The fewest letters of a word that can name somebody by itself.
const FEWEST_LETTERS: usize = 4;
/// The fewest letters of first and family name written as one.
const FEWEST_GLUED: usize = 6;
/// The most signs between two words of a name: `Sample, Kim`.
const WIDEST_GAP: usize = 2;

/// How sure a name must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// None counts: the names of parameters are the page's own.
    None,
    /// Full names and the part before the `@` only: a host has words of many meanings.
    Whole,
    /// Any word of a name, however it is written.
    Any,
    /// Free text: a single word only with its capital letter, as a name is written.
    Prose,
}

/// Everybody, ready to be looked for.
pub(super) struct People {
    known: Vec<Known>,
}

struct Known {
    /// In small letters; empty where it is not known.
    address: String,
    /// The address from its end to its beginning: kits hide it so.
    reversed: String,
    /// Whom it names, for people to read.
    says: String,
    /// Words that follow one another: full names both ways round, the part before the `@`.
    phrases: Vec<Vec<String>>,
    /// Words that name them alone, in an address.
    singles: Vec<String>,
    /// Words that name them alone where they are written large.
    capitals: Vec<String>,
    /// Words that name them even in prose, such as `ksample`.
    logins: Vec<String>,
}

impl People {
    /// Those people, but for who has one of the `spared` addresses.
    pub(super) fn of(people: &[Person<'_>], spared: &[&str]) -> Self {
        let is_spared = |person: &&Person<'_>| {
            let address = person.address.trim().to_lowercase();
            address.is_empty() || !spared.iter().any(|spared| spared.trim().to_lowercase() == address)
        };
        Self { known: people.iter().filter(is_spared).map(Known::of).collect() }
    }

    /// An address of one of them in a text in small letters, forwards or backwards: where it stands, and which it is.
    pub(super) fn address_in<'a>(&'a self, lower: &'a str) -> impl Iterator<Item = (Range<usize>, &'a str)> + 'a {
        self.known.iter().filter(|known| !known.address.is_empty()).flat_map(move |known| {
            [&known.address, &known.reversed].into_iter().flat_map(move |written| {
                lower.match_indices(written.as_str()).map(|(at, found)| (at..at + found.len(), known.address.as_str()))
            })
        })
    }

    /// The names in a text, and whom each names. They may overlap.
    pub(super) fn names_in(&self, text: &str, names: Names) -> Vec<(Range<usize>, &str)> {
        if names == Names::None || self.known.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut found = Vec::new();
        for known in &self.known {
            let mut first = 0;
            while first < words.len() {
                let from = &words[first..];
                let phrase = known.phrases.iter().filter_map(|phrase| phrase_len(text, from, phrase, names)).max();
                let len = phrase.or_else(|| known.single(text, &words[first], names).then_some(1));
                if let Some(len) = len {
                    found.push((from[0].at.start..from[len - 1].at.end, known.says.as_str()));
                }
                first += len.unwrap_or(1);
            }
        }
        found
    }
}

impl Known {
    fn of(person: &Person<'_>) -> Self {
        let address = person.address.trim().to_lowercase();
        let (local, domain) = address.split_once('@').unwrap_or_default();
        let address_known = !local.is_empty() && domain.contains('.');
        let local: Vec<String> = words(local).into_iter().map(|word| word.lower).collect();
        // `Acme <hello@acme.example>` is a company; the top-level domain says nothing, `Maria de Lima` may live at a `.de`.
        let own_domain: Vec<&str> = domain.rsplit(['.', '-']).skip(1).collect();
        let is_own = |word: &String| own_domain.contains(&word.as_str());
        let nobody = |words: &[String]| match words {
            [] => true,
            [word] => is_role(word) || is_own(word),
            several => several.iter().any(|word| is_role(word) || word.chars().all(char::is_numeric)),
        };
        let mut name: Vec<String> = words(personal(person.name)).into_iter().map(|word| word.lower).collect();
        if nobody(&name) {
            name.clear();
        }
        let mut phrases = both_ways(&name);
        let mut logins = Vec::new();
        let mut singles: Vec<String> =
            name.iter().filter(|word| stands_alone(word) && !is_own(word)).cloned().collect();
        let capitals = if address_known { singles.clone() } else { Vec::new() };
        if !nobody(&local) && address_known {
            match local.as_slice() {
                [word] if is_login(word, &name) => logins.push(word.clone()),
                [word] if stands_alone(word) => singles.push(word.clone()),
                [_] => {}
                several => phrases.extend(both_ways(several)),
            }
        }
        for glued in both_ways(&name).iter().filter(|phrase| phrase.len() == 2).map(|phrase| phrase.concat()) {
            if glued.chars().count() >= FEWEST_GLUED {
                logins.push(glued);
            }
        }
        let says = match (person.name.trim(), address_known) {
            (name, _) if !name.is_empty() => name.to_owned(),
            _ => address.clone(),
        };
        let address = if address_known { address } else { String::new() };
        Self { reversed: address.chars().rev().collect(), address, says, phrases, singles, capitals, logins }
    }

    fn single(&self, text: &str, word: &Word, names: Names) -> bool {
        let is = |list: &[String]| list.contains(&word.lower);
        let capital = || text[word.at.clone()].starts_with(char::is_uppercase);
        is(&self.logins)
            || match names {
                Names::None | Names::Whole => false,
                Names::Any => is(&self.singles),
                Names::Prose => is(&self.capitals) && capital(),
            }
    }
}

/// The name without what is said about its bearer: `Kim Sample (Acme)`, `Kim Sample via Billing`.
fn personal(name: &str) -> &str {
    let end = name.find(['(', '[', '|', '/', '<']).into_iter().chain(name.find(" via ")).min();
    match end.map(|end| name[..end].trim()) {
        Some(before) if !before.is_empty() => before,
        _ => name,
    }
}

/// How many of these words are the phrase, from the first on: they must stand close together, in one line.
fn phrase_len(text: &str, words: &[Word], phrase: &[String], names: Names) -> Option<usize> {
    let words = words.get(..phrase.len())?;
    let same = words.iter().zip(phrase).all(|(word, wanted)| word.lower == *wanted);
    let close = || words.windows(2).all(|pair| is_joint(&text[pair[0].at.end..pair[1].at.start]));
    // In a sentence, a comma parts more often than it turns a name around.
    let prose = names == Names::Prose && text[words[0].at.start..words.last()?.at.end].contains(',');
    let capitals = || words.iter().all(|word| text[word.at.clone()].starts_with(char::is_uppercase));
    (same && close() && (!prose || capitals())).then_some(phrase.len())
}

/// Whether these signs join two words of a name.
fn is_joint(gap: &str) -> bool {
    gap.chars().count() <= WIDEST_GAP && gap.chars().all(|c| matches!(c, ' ' | '\u{A0}' | ',' | '.' | '_' | '-' | '+'))
}

/// A name of two words or more: as it is, first and last alone, and the last before the first.
fn both_ways(name: &[String]) -> Vec<Vec<String>> {
    let [first, .., last] = name else { return Vec::new() };
    if first.chars().count() < 2 && last.chars().count() < FEWEST_LETTERS {
        return Vec::new();
    }
    vec![name.to_vec(), vec![first.clone(), last.clone()], vec![last.clone(), first.clone()]]
}

fn stands_alone(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST_LETTERS && !is_ordinary(word) && !is_role(word)
}

/// Whether the part before the `@` is no word of a language: it has digits, or is a name with more letters.
fn is_login(local: &str, name: &[String]) -> bool {
    let long = local.chars().count() > FEWEST_LETTERS;
    let digits = local.contains(|c: char| c.is_ascii_digit()) && local.contains(char::is_alphabetic);
    let of_name = name.iter().any(|word| {
        word.chars().count() >= FEWEST_LETTERS
            && local.len() > word.len()
            && (local.ends_with(word) || local.starts_with(word))
    });
    long && (digits || of_name)
}
