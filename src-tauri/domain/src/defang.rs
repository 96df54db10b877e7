//! Addresses made harmless: no mail program or chat turns `hxxps://evil[.]example` into a link.

use std::net::Ipv4Addr;

/// Ways in which people write an address so that nobody follows it, and what each stands for. The longer come first.
const FANGS: [(&str, &str); 22] = [
    (" [dot] ", "."),
    (" (dot) ", "."),
    (" {dot} ", "."),
    (" [.] ", "."),
    (" (.) ", "."),
    (" {.} ", "."),
    ("[://]", "://"),
    ("[dot]", "."),
    ("(dot)", "."),
    ("{dot}", "."),
    ("[at]", "@"),
    ("(at)", "@"),
    ("{at}", "@"),
    ("[.]", "."),
    ("(.)", "."),
    ("{.}", "."),
    ("[:]", ":"),
    ("(:)", ":"),
    ("[@]", "@"),
    ("(@)", "@"),
    ("[/]", "/"),
    ("[//]", "//"),
];

/// The words after which a spoken ` dot ` is one. Few, since `dot` is a word and so are many suffixes.
const SPOKEN_SUFFIXES: [&str; 10] = ["biz", "co", "com", "example", "info", "io", "net", "org", "test", "xyz"];
const SPOKEN_DOT: &str = " dot ";

/// A host with its dots in brackets.
pub fn defang_host(host: &str) -> String {
    host.replace('.', "[.]")
}

/// Free text with every address in it made harmless: schemes become `hxxp`, and the dots of what looks like a host or
/// an IPv4 address are put in brackets. Paths keep their dots. [`refang`] gives the text back, unless it had such
/// brackets, or an address with a spoken dot, before.
pub fn defang(text: &str) -> String {
    let text = defang_schemes(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.as_str();
    let mut in_path = false;
    while let Some(first) = rest.chars().next() {
        if !in_path && is_host_char(first) {
            let end = rest.find(|c| !is_host_char(c)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            out.push_str(&defang_run(run));
            rest = after;
            continue;
        }
        let step = if rest.starts_with("://") { 3 } else { first.len_utf8() };
        in_path = match first {
            _ if step == 3 => false,
            '/' | '?' | '#' => true,
            '<' | '>' | '"' | '\'' | '(' | ')' | ',' | ';' | '|' => false,
            _ => in_path && !first.is_whitespace(),
        };
        out.push_str(&rest[..step]);
        rest = &rest[step..];
    }
    out
}

/// The address behind a defanged one, as far as the usual ways of writing it go.
pub fn refang(text: &str) -> String {
    let mut text = without_spoken_dots(text);
    if text.contains(['[', '(', '{']) {
        for (fang, meant) in FANGS {
            text = replace_any_case(&text, fang, meant);
        }
    }
    swap_schemes(&text, 'x', 't')
}

/// `login dot evil dot com` written as it is meant. From the end, where the suffix tells that it is a name.
fn without_spoken_dots(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut dots = Vec::new();
    for (at, dot) in lower.rmatch_indices(SPOKEN_DOT) {
        let word = at + dot.len();
        let end = word + lower[word..].find(|c| !is_host_char(c)).unwrap_or(lower.len() - word);
        let spoken = dots.last() == Some(&end) || SPOKEN_SUFFIXES.contains(&lower[word..end].trim_end_matches('.'));
        let before = lower[..at].rsplit(|c| !is_host_char(c)).next().unwrap_or_default();
        if spoken && before.chars().count() > 1 {
            dots.push(at);
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in dots.into_iter().rev() {
        out.push_str(&text[done..at]);
        out.push('.');
        done = at + SPOKEN_DOT.len();
    }
    out.push_str(&text[done..]);
    out
}

/// `http://` becomes `hxxp://` wherever it stands.
pub(crate) fn defang_schemes(text: &str) -> String {
    swap_schemes(text, 't', 'x')
}

/// Swaps the two middle letters of every `http` or `https` that stands before `://`, keeping large and small.
fn swap_schemes(text: &str, from: char, to: char) -> String {
    let wanted: [char; 4] = ['h', from, from, 'p'];
    let chars: Vec<char> = text.chars().collect();
    let mut out = chars.clone();
    for colon in 0..chars.len() {
        if !chars[colon..].starts_with(&[':', '/', '/']) {
            continue;
        }
        let secure = colon > 0 && chars[colon - 1].eq_ignore_ascii_case(&'s');
        let end = if secure { colon - 1 } else { colon };
        let Some(start) = end.checked_sub(4) else { continue };
        if chars[start..end].iter().zip(wanted).all(|(have, want)| have.eq_ignore_ascii_case(&want)) {
            for letter in &mut out[start + 1..start + 3] {
                *letter = if letter.is_ascii_uppercase() { to.to_ascii_uppercase() } else { to };
            }
        }
    }
    out.into_iter().collect()
}

fn is_host_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// A run of host characters, defanged if it is a host: `e.g.` and `3.5` are not.
fn defang_run(run: &str) -> String {
    let name = run.trim_end_matches('.');
    let last = name.rsplit('.').next().unwrap_or_default();
    let named = last.chars().count() >= 2 && (last.chars().all(char::is_alphabetic) || last.starts_with("xn--"));
    let host = name.contains('.') && (named || name.parse::<Ipv4Addr>().is_ok());
    if host { defang_host(name) + &run[name.len()..] } else { run.to_owned() }
}

fn replace_any_case(text: &str, what: &str, with: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, found) in lower.match_indices(what) {
        out.push_str(&text[done..at]);
        out.push_str(with);
        done = at + found.len();
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_in_a_sentence_are_made_harmless() {
        let said = "Seen at HTTPS://login.evil.example/a.php?u=http://x.test, from help@evil.example and 192.0.2.7.";
        let harmless = "Seen at HXXPS://login[.]evil[.]example/a.php?u=hxxp://x[.]test, \
            from help@evil[.]example and 192[.]0[.]2[.]7.";
        assert_eq!(defang(said), harmless);
        assert_eq!(refang(harmless), said);
    }

    #[test]
    fn numbers_and_abbreviations_are_left_alone() {
        assert_eq!(defang("e.g. 3.5 MB, v1.2.3 … a.b"), "e.g. 3.5 MB, v1.2.3 … a.b");
        assert_eq!(refang("Join the dot in a dot com boom"), "Join the dot in a dot com boom");
    }

    #[test]
    fn the_usual_ways_of_defanging_are_understood() {
        for written in [
            "hxxps://evil[.]example/x",
            "hXXps[:]//evil(.)example/x",
            "https[://]evil[dot]example/x",
            "hxxps://evil{.}example[/]x",
        ] {
            assert_eq!(refang(written).to_ascii_lowercase(), "https://evil.example/x", "{written}");
        }
        for written in ["evil [.] example", "evil [DOT] example", "evil dot example"] {
            assert_eq!(refang(written), "evil.example", "{written}");
        }
        assert_eq!(refang("Login Dot evil dot com."), "Login.evil.com.");
        assert_eq!(refang("help[@]evil[.]example"), "help@evil.example");
        assert_eq!(refang("help[AT]evil[DOT]example"), "help@evil.example");
    }

    proptest! {
        #[test]
        fn an_address_comes_back_as_it_was(
            scheme in "(https?://|HTTP://)?",
            host in "[a-z0-9-]{1,10}(\\.[a-z0-9-]{1,10}){0,3}\\.[a-z]{2,8}",
            rest in "(:[0-9]{1,4})?(/[a-zA-Z0-9./?&=%#-]{0,20})?",
        ) {
            let address = format!("{scheme}{host}{rest}");
            let harmless = defang(&address);
            prop_assert!(!harmless.to_lowercase().contains("http"));
            let harmless_host = defang_host(&host);
            prop_assert!(harmless.contains(&harmless_host));
            prop_assert_eq!(refang(&harmless), address);
        }

        #[test]
        fn no_text_panics_and_twice_is_once(text in ".*") {
            let once = defang(&text);
            prop_assert_eq!(defang(&once), once);
            let _ = refang(&text);
        }
    }
}
