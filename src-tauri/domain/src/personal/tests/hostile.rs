use super::*;

/// Far longer than anything that is sent: a search that reads the text again for each find would not come to its end.
const LENGTH: usize = 60_000;

#[test]
fn endless_repetition_is_read_and_taken_out() {
    for unit in [
        "eyJ",
        "eyJhbGciOiJub25lIn0.",
        "a@",
        "@",
        "a@b.cd ",
        "a@b.cd",
        "%25",
        "%2540",
        "https://",
        "://",
        "[at]",
        "Kim ",
        "Kim Sample ",
        "kim.sample@corp.example ",
        "&e=kim.sample@corp.example",
        "ab12",
        "&e=",
        "/",
        "A",
        "=",
        "6b696d40",
        "moc.",
    ] {
        let text = unit.repeat(LENGTH / unit.len());
        let rest = text_without(&text, &in_text(&text, &PEOPLE, &[]));
        assert_eq!(in_text(&rest, &PEOPLE, &[]), [], "{unit}");
        let address = format!("https://evil.example/?{text}");
        if let Some(rest) = address_without(&address, &in_address(&address, &PEOPLE)) {
            assert!(in_address(&rest, &PEOPLE).iter().all(|trace| !trace.removable), "{unit}");
        }
    }
}

#[test]
fn addresses_in_addresses_end_somewhere() {
    let address = format!("https://evil.example/?{}e=kim.sample@corp.example", "u=https://r.example/?".repeat(3_000));
    let rest = address_without(&address, &in_address(&address, &PEOPLE)).unwrap();
    assert_eq!(in_address(&rest, &PEOPLE), []);
    assert!(rest.starts_with("https://evil.example/?u=https://r.example/"), "{rest}");
}
