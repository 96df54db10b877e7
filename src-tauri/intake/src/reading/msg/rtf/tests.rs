#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use super::{body, unpacked};

const LONGEST: usize = 1024 * 1024;

fn text(rtf: &str) -> String {
    body(rtf.as_bytes(), LONGEST).text
}

fn from_html(inside: &str) -> String {
    text(&format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{{\\fonttbl{{\\f0 A;}}{{\\f1\\fcharset204 B;}}}}{inside}}}"
    ))
}

#[test]
fn html_comes_out_of_its_tags_and_the_text_between_them() {
    let html = from_html(
        r"{\*\htmltag84 <p>}Pay {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 now\htmlrtf }\htmlrtf0 {\*\htmltag84 </b>}",
    );
    assert_eq!(html, "<p>Pay <b>now</b>");
}

#[test]
fn what_only_rtf_programs_show_is_left_out() {
    assert_eq!(from_html(r"a\htmlrtf hidden\par\htmlrtf0 b"), "ab");
}

#[test]
fn a_target_that_outlook_rewrote_for_itself_is_left_out() {
    let html = from_html(r#"{\*\htmltag84 <a href="https://pay.example/">}{\*\mhtmltag84 <a href="cid:other">}x"#);
    assert_eq!(html, r#"<a href="https://pay.example/">x"#);
}

#[test]
fn escaped_braces_and_line_ends_inside_a_tag_are_kept() {
    assert_eq!(from_html(r"{\*\htmltag4 <style>a\{b\}\par c\tab}"), "<style>a{b}\r\nc\t");
}

#[test]
fn bytes_are_read_in_the_code_page_of_their_font() {
    assert_eq!(from_html(r"{\f1 \'ef\'f0}{\f0 \'e9}"), "прé");
}

#[test]
fn bytes_in_a_tag_are_read_in_the_code_page_of_the_mail() {
    assert_eq!(from_html(r"\f1 {\*\htmltag84 \'e9}"), "é");
}

#[test]
fn units_are_joined_and_their_stand_ins_are_passed_over() {
    assert_eq!(from_html(r"\u-10179?\u-8704? \uc2\u8364\'80xa\uc0\u8364 b"), "😀 €a€b");
}

#[test]
fn plain_text_in_disguise_is_plain_text() {
    let body = body(br"{\rtf1\ansi\fromtext {\fonttbl{\f0 A;}}See https://a.example/\par now}", LONGEST);
    assert!(!body.html);
    assert_eq!(body.text, "See https://a.example/\r\nnow");
}

#[test]
fn a_link_of_rtf_itself_keeps_its_target() {
    let body = body(
        br#"{\rtf1 Go {\field{\*\fldinst {HYPERLINK "https://evil.test/?a=1&b=2" \\o "x"}}{\fldrslt{\ul bank.test}}}<n>}"#,
        LONGEST,
    );
    assert!(body.html);
    assert_eq!(body.text, r#"Go <a href="https://evil.test/?a=1&amp;b=2">bank.test</a>&lt;n&gt;"#);
}

#[test]
fn a_picture_and_tables_of_fonts_and_styles_say_nothing() {
    assert_eq!(
        text(r"{\rtf1{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}}{\pict\pngblip 8950}{\*\unknown x}seen}"),
        "seen"
    );
}

#[test]
fn binary_inside_is_passed_over_by_its_length() {
    assert_eq!(text("{\\rtf1 a\\bin3 }}}b}"), "ab");
}

#[test]
fn deep_groups_end_and_what_follows_is_read() {
    let rtf = format!("{{\\rtf1 a{}deep{}b}}", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(text(&rtf), "ab");
}

#[test]
fn text_stops_at_its_limit() {
    let rtf = format!("{{\\rtf1 {}}}", "<\\par".repeat(200_000));
    assert!(body(rtf.as_bytes(), 10_000).text.len() < 200_000);
}

#[test]
fn packed_rtf_comes_out_as_it_was() {
    let rtf = "{\\rtf1\\ansi\\ansicpg1252\\pard hello world hello world hello world}\r\n".repeat(200);
    let unpacked = unpacked(&compressed_rtf::compress_rtf(&rtf).unwrap(), LONGEST).unwrap();
    assert!(unpacked.whole && !unpacked.more);
    assert_eq!(unpacked.rtf, rtf.as_bytes());
}

#[test]
fn rtf_that_was_stored_unpacked_is_read() {
    let unpacked = unpacked(&compressed_rtf::encode_rtf("{\\rtf1 plain}").unwrap(), LONGEST).unwrap();
    assert_eq!(unpacked.rtf, b"{\\rtf1 plain}");
}

#[test]
fn a_claimed_size_of_four_gigabytes_asks_for_nothing() {
    let mut packed = compressed_rtf::compress_rtf("{\\rtf1 small}").unwrap();
    packed[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    let unpacked = unpacked(&packed, LONGEST).unwrap();
    assert_eq!(unpacked.rtf, b"{\\rtf1 small}");
}

#[test]
fn packed_rtf_that_breaks_off_is_read_to_there_and_said_to_be_broken() {
    let packed = compressed_rtf::compress_rtf("{\\rtf1 a longer text that breaks off in the middle}").unwrap();
    let unpacked = unpacked(&packed[..packed.len() - 8], LONGEST).unwrap();
    assert!(!unpacked.whole);
    assert!(unpacked.rtf.starts_with(b"{\\rtf1 a longer"));
}

#[test]
fn unpacking_stops_at_its_limit() {
    let packed = compressed_rtf::compress_rtf(&"a".repeat(5000)).unwrap();
    let unpacked = unpacked(&packed, 1000).unwrap();
    assert!(unpacked.more);
    assert!(unpacked.rtf.len() < 1020);
}

#[test]
fn what_is_no_packed_rtf_is_none() {
    assert!(unpacked(b"", LONGEST).is_none());
    assert!(unpacked(&[0; 64], LONGEST).is_none());
}
