use intake::reading::Place;

use super::{HEAD, led, mail};

#[test]
fn both_forms_of_an_alternative_are_read() {
    let reading = mail(format!(
        "{HEAD}Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\n\
         See https://text.evil.test/a\n--b\nContent-Type: text/html\n\n<a href='https://html.evil.test/b'>Go</a>\n--b--\n"
    ));
    let expected = [(Place::Text, "https://text.evil.test/a"), (Place::Link, "https://html.evil.test/b")];
    assert_eq!(led(&reading), expected);
}

#[test]
fn transfer_encodings_are_undone() {
    let quoted = mail(format!(
        "{HEAD}Content-Type: text/html\nContent-Transfer-Encoding: Quoted-Printable\n\n<a href=3D\"https://evil.tes=\nt/a?b=3D1\">Go</a>"
    ));
    assert_eq!(led(&quoted), [(Place::Link, "https://evil.test/a?b=1")]);
    let base64 = mail(format!(
        "{HEAD}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\naHR0cHM6Ly9ldmls\r\nLnRl!!c3QvYg==\n"
    ));
    assert_eq!(led(&base64), [(Place::Text, "https://evil.test/b")]);
}

#[test]
fn any_charset_is_read() {
    let texts: [(&str, &[u8], &str); 9] = [
        ("iso-8859-1", b"f\xfcr", "für"),
        ("windows-1251", b"\xcf\xf0\xe8", "При"),
        ("shift_jis", b"\x83n\x83\x8d\x81[", "ハロー"),
        ("gb2312", b"\xc4\xe3\xba\xc3", "你好"),
        ("utf-7", b"f+APw-r", "für"),
        ("utf-16", b"\xff\xfef\x00\xfc\x00r\x00", "für"),
        ("no-such-thing", "für".as_bytes(), "für"),
        ("us-ascii", "für".as_bytes(), "für"),
        ("", b"f\xfcr", "für"),
    ];
    for (charset, bytes, expected) in texts {
        let mut whole = format!("{HEAD}Content-Type: text/plain; charset=\"{charset}\"\n\n").into_bytes();
        whole.extend(bytes);
        assert_eq!(mail(whole).words, expected, "{charset}");
    }
}

#[test]
fn broken_boundaries_lose_nothing() {
    let unclosed = "--b\nContent-Type: text/plain\n\nhttps://evil.test/a";
    let trailing = "--b and more\nContent-Type: text/plain\n\nhttps://evil.test/a\n--b-- and more\n";
    let none = "https://evil.test/a";
    for body in [unclosed, trailing, none] {
        let reading = mail(format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{body}"));
        assert_eq!(led(&reading), [(Place::Text, "https://evil.test/a")], "{body}");
    }
    let untold = mail(format!("{HEAD}Content-Type: multipart/mixed\n\n{unclosed}\n--b--"));
    assert_eq!(led(&untold), [(Place::Text, "https://evil.test/a")]);
}

#[test]
fn a_boundary_that_begins_like_another_is_another() {
    let reading = mail(format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n\
         --bb\nContent-Type: text/plain\n\nhttps://evil.test/1\n--bb--\n--b\nContent-Type: text/plain\n\n\
         https://evil.test/2\n--b--\n"
    ));
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/1"), (Place::Text, "https://evil.test/2")]);
}

#[test]
fn flowed_text_with_cut_addresses_is_joined() {
    let reading = mail(format!(
        "{HEAD}Content-Type: text/plain; format=flowed; delsp=yes\n\nGo to https://evil.test/a-very-long- \nname \n"
    ));
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/a-very-long-name")]);
}

#[test]
fn the_subject_is_looked_at_too() {
    let reading = mail("From: a@evil.test\nSubject: see https://evil.test/s now\n\nhi");
    assert_eq!(led(&reading), [(Place::Subject, "https://evil.test/s")]);
}

#[test]
fn the_words_are_what_people_see() {
    let reading = super::html_mail(
        "<title>no</title><style>.x{display:none}</style><p>Dear&nbsp;Ann,</p><span class=x>hidden</span>\
         <script>var no</script><p>your Example&shy; account</p>",
    );
    assert_eq!(reading.words.split_whitespace().collect::<Vec<_>>().join(" "), "Dear Ann, your Example\u{AD} account");
}

#[test]
fn a_part_without_fields_is_text() {
    let reading = mail(format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nhttps://evil.test/a\n--b--\n"));
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/a")]);
}

#[test]
fn a_page_is_one_where_no_type_is_told() {
    let reading = mail(format!("{HEAD}\n<html><a href='https://evil.test/a?b&amp;c'>Go</a></html>"));
    assert_eq!(led(&reading), [(Place::Link, "https://evil.test/a?b&c")]);
}

#[test]
fn a_page_may_name_its_own_charset() {
    let mut page = format!("{HEAD}Content-Type: text/html\n\n<meta charset=\"windows-1251\">").into_bytes();
    page.extend(b"\xcf\xf0\xe8");
    assert_eq!(mail(page).words, "При");
}
