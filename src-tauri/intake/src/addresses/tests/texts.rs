use super::*;

#[test]
fn addresses_are_found_in_a_sentence_without_its_punctuation() {
    for (text, address) in [
        ("See https://evil.example/a?b=c.", "https://evil.example/a?b=c"),
        ("(see https://evil.example/a)", "https://evil.example/a"),
        ("https://evil.example/a_(b)", "https://evil.example/a_(b)"),
        ("(https://evil.example/a_(b)), then", "https://evil.example/a_(b)"),
        ("\"https://evil.example/x\"!", "https://evil.example/x"),
        ("'https://evil.example/x','y'", "https://evil.example/x"),
        ("„https://evil.example/x“", "https://evil.example/x"),
        ("*https://evil.example/x*", "https://evil.example/x"),
        ("[here](https://evil.example/x)", "https://evil.example/x"),
        ("Go:https://evil.example", "https://evil.example"),
        ("LinkHTTPS://Evil.Example/X", "https://evil.example/X"),
        ("https://evil.example/#victim", "https://evil.example/#victim"),
        ("https://evil.example#victim", "https://evil.example/#victim"),
        ("https://my_shop.evil.example/", "https://my_shop.evil.example/"),
        ("https://evil.example:8443/x", "https://evil.example:8443/x"),
        ("https://acme.test@evil.example/", "https://acme.test@evil.example/"),
        ("http://192.0.2.7/login", "http://192.0.2.7/login"),
        ("请访问 https://evil.example/x。谢谢", "https://evil.example/x"),
        ("请访问https://evil.example/x进行验证", "https://evil.example/x"),
        ("https://evil.example/xから", "https://evil.example/x"),
        ("https://evil.example/謝謝", "https://evil.example/%E8%AC%9D%E8%AC%9D"),
        ("请访问evil.example谢谢", "evil.example"),
        ("https://evil.example/?a=1&amp;b=2", "https://evil.example/?a=1&b=2"),
    ] {
        assert_eq!(found(text).first().map(String::as_str), Some(address), "{text}");
    }
}

#[test]
fn defanged_writing_is_understood() {
    for text in [
        "hxxps://evil[.]example/x",
        "hXXps[://]evil(.)example/x",
        "hxxps[:]//evil{dot}example/x",
        "hxxps://evil [.] example/x",
        "hxxps://evil[dot]example/x",
    ] {
        assert_eq!(found(&format!("Seen at {text} today")), ["https://evil.example/x"], "{text}");
    }
    assert_eq!(found("It was evil dot com"), ["evil.com"]);
    assert_eq!(found("Connect the dot in the picture"), Vec::<String>::new());
}

#[test]
fn bare_names_are_found_where_they_are_plausible() {
    for text in
        ["evil.example", "www.evil.test", "login.evil.co.uk", "evil.example/login", "evil.com:8080/x", "bücher.de"]
    {
        assert_eq!(found(&format!("Go to {text}, now")).len(), 1, "{text}");
    }
    assert_eq!(found("Go to EVIL.EXAMPLE now"), ["evil.example"]);
    assert_eq!(found("www.setup.zip evil.zip/login"), ["www.setup.zip", "https://evil.zip/login"]);
}

#[test]
fn what_only_looks_like_a_name_is_not_found() {
    for text in [
        "invoice.pdf",
        "setup.zip",
        "notes.md",
        "report.docx",
        "IMG_2031.jpeg",
        "e.g. this",
        "i.e. that",
        "3.5 MB",
        "v1.2.3",
        "10.30",
        "Dr.Smith",
        "your account.Please log in",
        "Thanks.It works",
        "a..b",
        "192.0.2.7",
        "192.0.2.0/24",
        "...",
        "co.uk",
        "jo@evil.example",
        "mailto:jo@evil.example",
        "first.last@mail.evil.example.",
        "ftp://files.evil.example/x",
        "/path/evil.com",
        "key=evil.com",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn several_are_found_in_their_order_and_no_more_than_asked_for() {
    let text = "a.example,b.example;https://c.example/x?y=1,https://d.example | e.example/x,f.example/y\ng.example";
    let all = found(text);
    let hosts: Vec<&str> = all.iter().map(|address| address.trim_start_matches("https://")).collect();
    assert_eq!(
        hosts,
        ["a.example", "b.example", "c.example/x?y=1", "d.example", "e.example/x", "f.example/y", "g.example"]
    );
    assert_eq!(in_text(text, 3).len(), 3);
    assert_eq!(in_text(text, 0), []);
    assert_eq!(found("https://a.examplehttps://b.example"), ["https://a.example", "https://b.example"]);
}

#[test]
fn an_address_in_an_address_stays_in_it() {
    for text in ["https://evil.example/?next=https://acme.test/x", "https://evil.example/go/https://acme.test/"] {
        assert_eq!(found(text), [text]);
    }
}

#[test]
fn a_broken_or_disguised_address_is_whole_again() {
    assert_eq!(found("<https://evil.example/long\r\n/path>"), ["https://evil.example/long/path"]);
    assert_eq!(found("https://ev\u{200B}il.exa\u{AD}mple/x"), ["https://evil.example/x"]);
    let begun = format!("Go: https://evil.example/{}", "a".repeat(50));
    assert_eq!(found(&format!("{begun}=\r\nb?c=3D1")), [format!("https://evil.example/{}b?c=1", "a".repeat(50))]);
}

#[test]
fn a_name_in_other_letters_becomes_punycode() {
    assert_eq!(found("https://аcme.test/x"), ["https://xn--cme-5cd.test/x"]);
}
