use proptest::prelude::*;

use super::*;

/// What addresses and notes are made of: traces, pieces of traces, and all signs that part them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("https://evil.example/".to_owned()),
        Just("hxxps://evil[.]example".to_owned()),
        Just("kim.sample@corp.example".to_owned()),
        Just("kim.sample%40corp%2Eexample".to_owned()),
        Just("a2ltLnNhbXBsZUBjb3JwLmV4YW1wbGU=".to_owned()),
        Just("6b696d2e73616d706c6540636f72702e6578616d706c65".to_owned()),
        Just("Kim Sample".to_owned()),
        Just("kim+sample".to_owned()),
        Just("Adaeze".to_owned()),
        Just("&u=https%3A%2F%2Fx.example%2F%3Fa%3D1%26e%3D".to_owned()),
        Just("d41d8cd98f00b204e9800998ecf8427e".to_owned()),
        Just("k3J9xQ2mZ7pL4vB8".to_owned()),
        Just(jwt(r#"{"sub":"4711"}"#)),
        "[?&=#/@:.%+_\\[\\]()-]{1,2}",
        "%[0-9a-f]{2}",
        "[a-zA-Z0-9+/_-]{0,24}",
        "\\PC{0,3}",
        ".{0,3}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn in_order(text: &str, traces: &[Trace]) {
    for trace in traces {
        assert_eq!(text.get(trace.at.clone()), Some(trace.text.as_str()), "{trace:?} in {text:?}");
        assert!(!trace.text.is_empty());
    }
    assert!(traces.windows(2).all(|pair| pair[0].at.end <= pair[1].at.start), "{traces:#?} in {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn traces_stand_where_they_say_and_never_overlap(text in text()) {
        in_order(&text, &in_address(&text, &PEOPLE));
        in_order(&text, &in_text(&text, &PEOPLE, &["aokonkwo@corp.example"]));
    }

    #[test]
    fn nothing_removable_is_left_in_an_address(text in text()) {
        let address = format!("https://evil.example/{text}");
        if let Some(rest) = address_without(&address, &in_address(&address, &PEOPLE)) {
            let left = in_address(&rest, &PEOPLE);
            prop_assert!(left.iter().all(|trace| !trace.removable), "{address:?} became {rest:?}: {left:#?}");
            prop_assert_eq!(address_without(&rest, &left), None);
        }
    }

    #[test]
    fn nothing_is_left_in_a_text(text in text()) {
        let once = text_without(&text, &in_text(&text, &PEOPLE, &[]));
        let left = in_text(&once, &PEOPLE, &[]);
        prop_assert!(left.is_empty(), "{text:?} became {once:?}: {left:#?}");
    }

    #[test]
    fn no_text_panics(text: String, name: String, address: String) {
        let people = [Person { name: &name, address: &address }, Person { name: &text, address: &text }];
        for text in [text.clone(), format!("https://evil.example/?{text}#{name}"), format!("{name}{address}")] {
            let traces = in_address(&text, &people);
            in_order(&text, &traces);
            let _ = address_without(&text, &traces);
            let traces = in_text(&text, &people, &[&address]);
            in_order(&text, &traces);
            let _ = text_without(&text, &traces);
        }
    }

    #[test]
    fn an_address_in_base64_is_found_whatever_stands_around_it(before in "[a-z]{0,9}[=:& ]", after in "[&; ][a-z0-9=&]{0,20}") {
        let code = data_encoding::BASE64URL_NOPAD.encode(format!("{before}kim.sample@corp.example{after}").as_bytes());
        let address = format!("https://evil.example/v?q={code}");
        let traces = in_address(&address, &PEOPLE);
        prop_assert_eq!(traces.len(), 1);
        prop_assert_eq!(traces[0].says.as_deref(), Some("kim.sample@corp.example"));
    }

    #[test]
    fn words_and_numbers_are_no_traces(path in "(/[a-z]{1,10}([.-][a-z]{1,8}|[0-9]{1,4})?){0,4}", query in "([a-z]{1,6}=([a-z]{1,12}|[0-9]{1,12})&){0,3}") {
        // None of the people's own words comes out of this by chance.
        let address = format!("https://evil.example{path}?{query}");
        prop_assert_eq!(in_address(&address, &[]), []);
    }
}
