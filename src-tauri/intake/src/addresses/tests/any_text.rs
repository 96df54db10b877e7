use proptest::prelude::*;

use super::*;

/// Texts made of what addresses are made of, so that the odd paths are met.
fn shreds() -> impl Strategy<Value = String> {
    let shred = prop::sample::select(vec![
        "http://",
        "https://",
        "hxxps://",
        "[.]",
        " dot ",
        "evil",
        ".example",
        ".com",
        "www.",
        "/",
        "//",
        "\\",
        "?",
        "u=",
        "url=",
        "#",
        "@",
        ":",
        "%2F",
        "%3A",
        "%",
        "-3A",
        "__",
        "__;",
        "*",
        "**A",
        "!!",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "=\n",
        "\r\n",
        " ",
        ",",
        ";",
        "'",
        "\u{200B}",
        "。",
        "é",
        "javascript:",
        "data:text/html;base64,",
        "urldefense.com/v3/",
        "urldefense.com/v2/url?u=",
        "x.safelinks.protection.outlook.com/?url=",
        "www.google.com/url?q=",
        "www.google.com/amp/s/",
        "protect.checkpoint.com/v2/___",
        "secure-web.cisco.com/1/",
        "192.0.2.7",
        "ä",
        "xn--",
        "a.b",
    ]);
    prop::collection::vec(shred, 0..24).prop_map(|shreds| shreds.concat())
}

fn look_at(text: &str) {
    for found in in_text(text, 50) {
        // What was found is an address, whole: found again, it is the same.
        assert_eq!(linked(&found.address, None).map(|again| again.address), Some(found.address.clone()), "{text:?}");
        assert!(matches!(domain::Target::parse(&found.address), Ok(domain::Target::Web(_))), "{text:?}");
    }
    if let Some(found) = linked(text, None) {
        assert_eq!(linked(&found.address, None).map(|again| again.address), Some(found.address.clone()), "{text:?}");
    }
    let _ = linked(text, Some("https://evil.example/a/"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_panics_and_what_is_found_is_found_again(text in ".*") {
        look_at(&text);
    }

    #[test]
    fn no_shreds_panic_and_what_is_found_is_found_again(text in shreds()) {
        look_at(&text);
    }

    #[test]
    fn an_address_is_found_exactly_wherever_it_stands(
        before in "(|see |\\(|<|\"|go: |\n)",
        host in "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?\\.(example|test|com)",
        path in "(/[a-zA-Z0-9_-]{1,8}){1,3}(\\?[a-z]{1,4}=[a-zA-Z0-9%2F_-]{0,12}[a-z0-9])?(#[a-z0-9]{1,6})?",
        after in "(| now|\\)|>|\"|\\.|, and|\n)",
    ) {
        let address = format!("https://{host}{path}");
        prop_assert_eq!(found(&format!("{before}{address}{after}")), vec![address]);
    }
}

#[test]
fn hostile_texts_take_one_pass() {
    // Each would be costly for a search that starts again at every dot, slash, scheme or bracket.
    let long = 400_000;
    for piece in
        ["a_.", "http://_", "ahttp://b", "a/!", "<http://", "((", "a.", "1:1", "=3D", "@", "a@", "://", "x.example,"]
    {
        let text = piece.repeat(long / piece.len());
        let began = std::time::Instant::now();
        let _ = in_text(&text, 2000);
        assert!(began.elapsed().as_secs() < 20, "{piece}");
    }
}
