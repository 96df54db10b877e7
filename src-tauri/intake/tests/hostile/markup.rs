//! HTML and texts whose reading could take longer the longer they are, squared.

use intake::FileKind;
use intake::reading::Cut;

use super::outcome;

fn html(body: &str) -> Vec<u8> {
    format!("From: a@sender.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n{body}").into_bytes()
}

/// Long enough that anything squared never ends.
fn much(piece: &str) -> String {
    piece.repeat((512 << 10) / piece.len())
}

#[test]
fn a_hundred_thousand_links_are_cut() {
    let body: String = (0..100_000).map(|at| format!("<a href='https://a{at}.example/'>x</a>")).collect();
    let reading = outcome(FileKind::Email, &html(&body)).unwrap();
    assert!(reading.cut.contains(&Cut::Addresses));
    assert!(reading.addresses.len() <= 2000);
}

#[test]
fn a_hundred_thousand_addresses_in_a_text_are_cut() {
    let text: String = (0..100_000).map(|at| format!("https://a{at}.example/\n")).collect();
    let reading = outcome(FileKind::Text, text.as_bytes()).unwrap();
    assert!(reading.cut.contains(&Cut::Addresses));
    assert!(reading.addresses.len() <= 2000);
}

#[test]
fn tags_within_tags_are_read() {
    for tag in
        ["<div>", "<a href='https://a.example/'>", "<form>", "<table><tr><td>", "<svg>", "<b", "<!--", "<![CDATA["]
    {
        outcome(FileKind::Email, &html(&much(tag))).unwrap();
    }
}

#[test]
fn a_tag_with_a_million_attributes_is_read() {
    for attribute in [" a=b", " style='display:none'", " href=https://a.example/", " ="] {
        outcome(FileKind::Email, &html(&format!("<a{}>x</a>", much(attribute)))).unwrap();
    }
}

#[test]
fn styles_and_entities_without_end_are_read() {
    for piece in ["a{display:none}", "{", "/*", "a,", "@import '"] {
        outcome(
            FileKind::Email,
            &html(&format!("<style>{}</style><a class=a href='https://a.example/'>x</a>", much(piece))),
        )
        .unwrap();
    }
    for piece in ["&amp;", "&#x", "&", "&#0;"] {
        outcome(FileKind::Email, &html(&much(piece))).unwrap();
    }
}

/// Steps that grow with the square of the length would take minutes here, and be cut off by the time.
#[test]
fn texts_that_look_like_addresses_all_along_are_read_in_time() {
    let pieces = [
        "http://",
        "hxxp://a[.]",
        "a@",
        "a.",
        "www.",
        "[.]",
        "(dot)",
        "https://a.example/https://",
        "(((",
        "%25",
        "://",
        "\u{200B}",
        "xn--",
        "https://safelinks.protection.outlook.com/?url=",
        "> ",
        "From: ",
        "-----Original Message-----\n",
        "a\u{301}",
        "\u{202E}",
    ];
    let slow: Vec<&str> = pieces.into_iter().filter(|piece| is_slow(&piece.repeat((64 << 10) / piece.len()))).collect();
    assert!(slow.is_empty(), "{slow:?}");
}

fn is_slow(text: &str) -> bool {
    let cut = |kind, bytes: &[u8]| outcome(kind, bytes).unwrap().cut.contains(&Cut::Time);
    cut(FileKind::Text, text.as_bytes()) || cut(FileKind::Email, &html(text))
}

#[test]
fn a_wrapper_around_a_wrapper_without_end_is_read() {
    let mut address = "https://evil.test/".to_owned();
    for _ in 0..200 {
        address = format!("https://www.google.com/url?q={address}");
    }
    let reading = outcome(FileKind::Text, address.as_bytes()).unwrap();
    assert!(!reading.addresses.is_empty());
}
