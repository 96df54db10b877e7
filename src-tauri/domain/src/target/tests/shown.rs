use super::*;

fn parts(text: &str) -> (String, String, String) {
    let Shown { before, domain, after, .. } = target(text).shown();
    (before, domain, after)
}

#[test]
fn the_registrable_domain_stands_apart() {
    for (text, before, domain, after) in [
        (
            "https://login.acme.co.uk.evil.example/a.php?b",
            "hxxps://login[.]acme[.]co[.]uk[.]",
            "evil[.]example",
            "/a.php?b",
        ),
        ("http://evil.co.uk:8080/x", "hxxp://", "evil[.]co[.]uk", ":8080/x"),
        ("login.evil.example", "login[.]", "evil[.]example", ""),
        ("https://brand.example@evil.test/x", "hxxps://brand[.]example@", "evil[.]test", "/x"),
        ("https://evil.github.io/x", "hxxps://", "evil[.]github[.]io", "/x"),
        ("https://github.io", "hxxps://", "github[.]io", ""),
        ("http://192.0.2.7:81/x", "hxxp://", "192[.]0[.]2[.]7", ":81/x"),
        ("https://evil.test/?u=http://other.test", "hxxps://", "evil[.]test", "/?u=hxxp://other.test"),
        ("help@mail.acme-support.example", "help@mail[.]", "acme-support[.]example", ""),
        ("+442079460000", "", "+44 20 7946 0000", ""),
        ("192.0.2.7", "", "192[.]0[.]2[.]7", ""),
    ] {
        assert_eq!(parts(text), (before.into(), domain.into(), after.into()), "{text}");
    }
}

#[test]
fn letters_that_look_like_others_are_named_and_shown_both_ways() {
    let shown = target("https://аррӏе.example/x").shown();
    assert_eq!(shown.domain, "xn--80ak6aa92e[.]example");
    assert_eq!(shown.unicode.as_deref(), Some("аррӏе[.]example"));
    assert_eq!(shown.warnings, [Warning::LookAlikeLetters]);
    assert_eq!(target("https://apple.example").shown().unicode, None);
    assert_eq!(target("help@аррӏе.example").shown().warnings, [Warning::LookAlikeLetters]);
}

#[test]
fn hidden_characters_and_a_user_name_are_named() {
    assert_eq!(target("evil\u{200B}.example").shown().warnings, [Warning::HiddenCharacters]);
    assert_eq!(target("https://brand.example@evil.test").shown().warnings, [Warning::UserInAddress]);
    assert_eq!(target("https://evil.test").shown().warnings, []);
    let all = target("https://brand.example\u{202E}@аррӏе.example").shown().warnings;
    assert_eq!(all, [Warning::LookAlikeLetters, Warning::HiddenCharacters, Warning::UserInAddress]);
}

#[test]
fn a_target_written_by_accident_is_defanged() {
    assert_eq!(target("https://evil.test/x").to_string(), "hxxps://evil[.]test/x");
}

#[test]
fn a_host_is_told_in_its_own_letters() {
    assert_eq!(host_in_unicode("xn--bcher-kva.example"), "bücher.example");
    assert_eq!(host_in_unicode("evil.example"), "evil.example");
}
