//! Hints that words give. Careful on purpose: a wrong hint costs more trust than a missing one.

use crate::contract::ReportKind as Kind;

/// Words that belong to one category and hardly to another. English: reports are written to an English-speaking desk.
const WORDS: [(Kind, &[&str]); 7] = [
    (Kind::Phishing, &["phishing", "login page", "log-in page", "asks for passwords", "steals passwords", "malware"]),
    (Kind::Trademark, &["trademark", "trade mark", "registered mark", "counterfeit"]),
    (Kind::Dmca, &["copyright", "dmca", "copied our text", "copied our pictures", "copied our photos"]),
    (Kind::Threat, &["death threat", "threatens to", "threatened to kill", "harasses", "doxxing"]),
    (Kind::Ncsei, &["intimate image", "intimate picture", "nude photo", "nude picture", "revenge porn"]),
    (Kind::Children, &["child abuse", "child sexual", "csam"]),
    (Kind::General, &["ddos", "port scan", "brute force", "brute-force", "denial of service"]),
];

/// The one category that the text speaks of, where it is not the chosen one and the text has no word of that.
pub(super) fn better_kind(chosen: Kind, text: &str) -> Option<Kind> {
    let text = text.to_lowercase();
    let spoken_of = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let mut kinds = WORDS.iter().filter(|(_, words)| spoken_of(words)).map(|(kind, _)| *kind);
    let (first, second) = (kinds.next()?, kinds.next());
    (second.is_none() && first != chosen).then_some(first)
}

/// Whether a mark stands in a host's name, its spaces and signs left out. Two letters are in every other name.
pub(super) fn is_name_in_host(mark: &str, host: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let mark = plain(mark);
    mark.chars().count() > 2 && plain(host).contains(&mark)
}
