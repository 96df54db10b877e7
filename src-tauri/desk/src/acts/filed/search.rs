//! What a person types to find a filed report, as words to look for.

/// Words that a search takes at most.
const MOST_WORDS: usize = 8;

/// The words of a search. Addresses are pasted defanged, with scheme and path, and lists know hosts only.
pub(super) fn words(search: &str) -> Vec<String> {
    search.split_whitespace().take(MOST_WORDS).map(host_of).collect()
}

/// The host of a word that is an address; any other word as it is.
fn host_of(word: &str) -> String {
    let word = domain::refang(word);
    let rest = match word.split_once("://") {
        Some((_, rest)) => rest,
        None => word.as_str(),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('.') { host.to_owned() } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_address_is_looked_for_by_its_host() {
        for pasted in [
            "https://login.evil.example/a?b#c",
            "hxxps://login[.]evil[.]example/a",
            "login[.]evil[.]example",
            "login.evil.example/a",
        ] {
            assert_eq!(words(pasted), ["login.evil.example"], "{pasted}");
        }
    }

    #[test]
    fn other_words_are_looked_for_as_they_are() {
        assert_eq!(words("  phishing a/b ab12 100% "), ["phishing", "a/b", "ab12", "100%"]);
        assert!(words(" ").is_empty());
        assert_eq!(words(&"x ".repeat(50)).len(), MOST_WORDS);
    }
}
