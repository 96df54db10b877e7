//! Addresses that scripts write in base64.

use intake::reading::Place;

use super::{found, html_mail, led};

fn encoded(address: &str) -> String {
    data_encoding::BASE64.encode(address.as_bytes())
}

#[test]
fn an_address_that_a_script_decodes_is_found() {
    let base64 = encoded("https://evil.test/in?id=1");
    let goes = html_mail(&format!("<script>window.location.href = atob(\"{base64}\");</script>"));
    assert_eq!(led(&goes), [(Place::Refresh, "https://evil.test/in?id=1")]);
    let kept = html_mail(&format!("<script>var a = '{}';</script>", base64.trim_end_matches('=')));
    let kept = found(&kept, "https://evil.test/in?id=1");
    assert_eq!((kept.place, kept.hidden), (Place::Text, true));
    let clicked = html_mail(&format!("<a href='#' onclick=\"window.open(atob('{base64}'))\">Open</a>"));
    assert_eq!(led(&clicked), [(Place::Link, "https://evil.test/in?id=1")]);
}

#[test]
fn base64_that_decodes_to_anything_else_is_none() {
    for text in ["httpd is a server", "http", "\u{7f}https://evil.test/"] {
        assert!(led(&html_mail(&format!("<script>go('{}')</script>", encoded(text)))).is_empty(), "{text}");
    }
    assert!(led(&html_mail("<script>go('aHR0c*')</script>")).is_empty());
}

#[test]
fn only_so_many_addresses_of_a_script_are_looked_at() {
    let strings: String = (0..500).map(|at| format!("'{}',", encoded(&format!("https://evil.test/{at}")))).collect();
    assert_eq!(led(&html_mail(&format!("<script>[{strings}]</script>"))).len(), 50);
}
