use intake::{TextPreview, text};

fn shown(bytes: &[u8]) -> TextPreview {
    text(bytes).unwrap()
}

fn whole(text: &str) -> TextPreview {
    TextPreview { text: text.into(), cut: false }
}

#[test]
fn text_is_shown_with_everything_that_hides_in_it() {
    assert_eq!(shown("Zürich\r\n<b>\u{202E}x\0".as_bytes()), whole("Zürich\n<b>⟨U+202E⟩x⟨U+0000⟩"));
    assert_eq!(shown(b""), whole(""));
}

#[test]
fn byte_order_marks_are_obeyed_and_not_shown() {
    assert_eq!(shown(b"\xEF\xBB\xBFa"), whole("a"));
    assert_eq!(shown(b"\xFF\xFEZ\0\xFC\0"), whole("Zü"));
    assert_eq!(shown(b"\xFE\xFF\0Z\0\xFC"), whole("Zü"));
    assert_eq!(shown(b"\xFE\xFF\xD8\x00\0x"), whole("\u{FFFD}x"));
}

#[test]
fn what_can_t_be_decoded_is_marked() {
    assert_eq!(shown(b"Z\xFCrich"), whole("Z\u{FFFD}rich"));
}

#[test]
fn a_long_text_is_cut_between_two_characters() {
    let limit = 256 * 1024;
    let exact = "x".repeat(limit);
    assert_eq!(shown(exact.as_bytes()), whole(&exact));
    let long = "x".repeat(limit - 1) + "üü";
    assert_eq!(shown(long.as_bytes()), TextPreview { text: "x".repeat(limit - 1), cut: true });
}
