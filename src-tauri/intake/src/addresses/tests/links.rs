use super::*;

#[test]
fn a_link_is_read_as_browsers_read_it() {
    for (href, address) in [
        ("https://evil.example/x", "https://evil.example/x"),
        (" \t\nhttps://evil.example/x\u{0}\r\n ", "https://evil.example/x"),
        ("ht\ntps://ev\til.example/x", "https://evil.example/x"),
        ("HtTpS://Evil.Example/X", "https://evil.example/X"),
        ("https:\\\\evil.example\\x", "https://evil.example/x"),
        ("https:/evil.example/x", "https://evil.example/x"),
        ("https:evil.example/x", "https://evil.example/x"),
        ("https:////evil.example/x", "https://evil.example/x"),
        ("//evil.example/x", "https://evil.example/x"),
        ("\\\\evil.example/x", "https://evil.example/x"),
        ("https://evil.example/a b", "https://evil.example/a%20b"),
        ("http://3221225991/x", "http://192.0.2.7/x"),
        ("https://evil%2Eexample/x", "https://evil.example/x"),
        ("https://evil。example/x", "https://evil.example/x"),
        ("https://ev\u{AD}il.example/x", "https://evil.example/x"),
        ("hxxps://evil[.]example/x", "https://evil.example/x"),
        ("https[://]evil[.]example/x", "https://evil.example/x"),
        ("www.evil.example/x", "https://www.evil.example/x"),
        ("evil.example", "evil.example"),
        ("evil.example:8080/x", "https://evil.example:8080/x"),
    ] {
        assert_eq!(leads_to(href).as_deref(), Some(address), "{href:?}");
    }
}

#[test]
fn what_leads_nowhere_on_the_web_is_none() {
    for href in [
        "",
        " ",
        "#",
        "#top",
        "mailto:jo@evil.example",
        "tel:+442079460000",
        "sms:1",
        "cid:logo@evil.example",
        "javascript:void(0)",
        "about:blank",
        "file:///c:/evil.example",
        "ftp://evil.example/",
        "page.html",
        "/login",
        "x-apple-data-detectors://0",
        "data:image/png;base64,iVBORw0KGgo=",
        "https://",
        "https://[::1]/",
        "{{link}}",
        "http://%%%",
        "invoice.pdf",
        "jo@evil.example",
        "*|UNSUB|*",
    ] {
        assert_eq!(linked(href, None), None, "{href}");
    }
}

#[test]
fn a_relative_link_needs_a_base() {
    for (href, base, address) in [
        ("/login?x", "https://evil.example/a/b", "https://evil.example/login?x"),
        ("login", "https://evil.example/a/b", "https://evil.example/a/login"),
        ("//other.example/x", "http://evil.example/", "http://other.example/x"),
        ("https://third.example/", "https://evil.example/", "https://third.example/"),
    ] {
        assert_eq!(linked(href, Some(base)).unwrap().address, address, "{href}");
    }
    assert_eq!(linked("login", Some("cid:x")), None);
    assert_eq!(linked("#top", Some("https://evil.example/")), None);
}

#[test]
fn scripts_pages_and_openers_yield_the_address_within() {
    let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><form action=\"https://evil.example/post\">";
    let base64 = data_encoding::BASE64.encode(page.as_bytes());
    for href in [
        "javascript:location='https://evil.example/post'".to_owned(),
        "JavaScript:window.open(%22https://evil.example/post%22)".to_owned(),
        format!("data:text/html;base64,{base64}"),
        format!("data:text/html;charset=utf-8,{}", page.replace('"', "%22").replace('#', "%23")),
        "microsoft-edge:https://evil.example/post".to_owned(),
        "ms-word:ofe|u|https://evil.example/post".to_owned(),
    ] {
        assert_eq!(leads_to(&href).as_deref(), Some("https://evil.example/post"), "{href}");
    }
}
