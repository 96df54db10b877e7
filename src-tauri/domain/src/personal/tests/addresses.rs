use data_encoding::{BASE32_NOPAD, BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

use super::*;

const VICTIM: &str = "kim.sample@corp.example";
/// Somebody whom no mail names.
const STRANGER: &str = "j.doe@other.example";

/// An address with one trace, what it is, where, and what it says.
fn one(address: &str) -> Trace {
    let found = in_address(address, &PEOPLE);
    assert_eq!(found.len(), 1, "{address}: {found:#?}");
    found.into_iter().next().unwrap()
}

fn at(tail: &str) -> String {
    format!("https://evil.example{tail}")
}

#[test]
fn an_e_mail_address_is_found_in_every_part() {
    for (tail, part) in [
        ("/verify?e=kim.sample@corp.example", UrlPart::Query),
        ("/verify?kim.sample@corp.example", UrlPart::Query),
        ("/verify?kim.sample@corp.example=1", UrlPart::Query),
        ("/verify?lang=en&u=Kim.Sample@Corp.Example&x=1", UrlPart::Query),
        ("/verify#kim.sample@corp.example", UrlPart::Fragment),
        ("/verify?id=3#email=kim.sample@corp.example", UrlPart::Fragment),
        ("/#/login?e=kim.sample@corp.example", UrlPart::Fragment),
        ("/u/kim.sample@corp.example/reset", UrlPart::Path),
        ("/kim.sample@corp.example", UrlPart::Path),
    ] {
        let trace = one(&at(tail));
        assert_eq!((trace.kind, trace.part), (TraceKind::Address, Some(part)), "{tail}");
        assert!(trace.text.eq_ignore_ascii_case(VICTIM), "{tail}: {}", trace.text);
        assert!(trace.says.unwrap().eq_ignore_ascii_case(VICTIM), "{tail}");
        assert_eq!(trace.removable, part != UrlPart::Path, "{tail}");
    }
    let user = one("https://kim.sample%40corp.example:pw@evil.example/");
    assert_eq!((user.kind, user.part, user.removable), (TraceKind::EncodedAddress, Some(UrlPart::User), true));
    assert_eq!(one("https://kim.sample@corp.example@evil.example/").part, Some(UrlPart::User));
    assert_eq!(one("evil.example/?e=kim.sample@corp.example").part, Some(UrlPart::Query));
}

#[test]
fn any_e_mail_address_is_found_not_only_a_known_one() {
    for tail in [
        "?e=j.doe@other.example",
        "?e=j.doe%40other.example",
        "?e=j.doe+shop@other.co.uk",
        "#a_b@xn--bcher-kva.example",
    ] {
        assert!(one(&at(tail)).says.is_some(), "{tail}");
        assert_eq!(in_address(&at(tail), &[]).len(), 1, "{tail}");
    }
}

#[test]
fn an_encoded_address_is_read() {
    let json = format!(r#"{{"t":"x9","email":"{STRANGER}","n":3}}"#);
    let form = format!("id=44&mail={STRANGER}&r=1");
    for code in [
        "j.doe%40other.example".to_owned(),
        "j.doe%2540other%252Eexample".to_owned(),
        "%6A%2E%64%6F%65%40%6F%74%68%65%72%2E%65%78%61%6D%70%6C%65".to_owned(),
        encoded(&BASE64, STRANGER),
        encoded(&BASE64, STRANGER).replace('=', "%3D"),
        encoded(&BASE64_NOPAD, STRANGER),
        encoded(&BASE64URL, STRANGER),
        encoded(&BASE64URL_NOPAD, STRANGER),
        encoded(&BASE64, &json),
        encoded(&BASE64URL_NOPAD, &form),
        encoded(&BASE64, &encoded(&BASE64, STRANGER)),
        encoded(&BASE64, "j.doe%40other.example"),
        encoded(&HEXLOWER, STRANGER),
        encoded(&HEXUPPER, STRANGER),
        encoded(&HEXLOWER, &encoded(&BASE64, STRANGER)),
        encoded(&BASE32_NOPAD, STRANGER),
        format!("id-{}", encoded(&BASE64URL_NOPAD, STRANGER)),
        format!("0x{}", encoded(&HEXLOWER, STRANGER)),
    ] {
        for tail in
            [format!("/v?e={code}"), format!("/v?a=1&e={code}&b=2"), format!("/v#{code}"), format!("/v/{code}/x")]
        {
            let trace = one(&at(&tail));
            assert_eq!(trace.kind, TraceKind::EncodedAddress, "{tail}");
            assert_eq!(trace.says.as_deref(), Some(STRANGER), "{tail}");
            assert!(code.starts_with(&trace.text), "{tail}: {}", trace.text);
        }
    }
}

#[test]
fn a_known_address_is_found_even_where_something_is_glued_to_it() {
    for code in [
        format!("u{}", encoded(&BASE64, VICTIM)),
        format!("xy{}", encoded(&BASE64, VICTIM)),
        format!("xyz{}", encoded(&BASE64URL_NOPAD, VICTIM)),
        format!("f{}", encoded(&HEXLOWER, VICTIM)),
        VICTIM.chars().rev().collect(),
        encoded(&BASE64, &VICTIM.to_uppercase()),
    ] {
        let trace = one(&at(&format!("/v?e={code}")));
        assert_eq!((trace.kind, trace.says.as_deref()), (TraceKind::EncodedAddress, Some(VICTIM)), "{code}");
    }
    let glued = one(&at("/v?e=kim.sample@corp.example2026"));
    assert_eq!((glued.kind, glued.text.as_str()), (TraceKind::Address, VICTIM));
}

#[test]
fn a_host_label_can_carry_an_address() {
    let label = encoded(&HEXLOWER, STRANGER);
    let trace = one(&format!("https://{label}.evil.example/"));
    assert_eq!((trace.kind, trace.part, trace.removable), (TraceKind::EncodedAddress, Some(UrlPart::Host), false));
    let label = encoded(&BASE32_NOPAD, STRANGER).to_lowercase();
    assert_eq!(one(&format!("https://www.{label}.evil.example/")).text, label);
    assert_eq!(one("https://kim-sample.evil.example/").kind, TraceKind::Name);
}

#[test]
fn names_of_the_people_are_found_as_whole_words() {
    for (tail, text) in [
        ("/?n=Kim+Sample", "Kim+Sample"),
        ("/?n=Kim%20Sample", "Kim%20Sample"),
        ("/?n=sample_kim", "sample_kim"),
        ("/?n=Sample,%20Kim", "Sample,%20Kim"),
        ("/?n=kimsample", "kimsample"),
        ("/?u=kim.sample&lang=en", "kim.sample"),
        ("/?u=KIM.SAMPLE-4711", "KIM.SAMPLE"),
        ("/?u=aokonkwo", "aokonkwo"),
        ("/?n=Adaeze", "Adaeze"),
        ("/?n=mrs-okonkwo", "okonkwo"),
        ("/invoice/kim-sample/4711", "kim-sample"),
        ("/invoice_adaeze_okonkwo.html", "adaeze_okonkwo"),
        ("/#sample", "sample"),
    ] {
        let trace = one(&at(tail));
        assert_eq!((trace.kind, trace.text.as_str()), (TraceKind::Name, text), "{tail}");
    }
    assert_eq!(one(&at("/?n=sample_kim")).says.as_deref(), Some("Kim Sample"));
    let hidden = one(&at(&format!("/?n={}", encoded(&BASE64, "name=Kim Sample"))));
    assert_eq!((hidden.kind, hidden.says.as_deref()), (TraceKind::Name, Some("Kim Sample")));
}

#[test]
fn a_token_says_of_whom_it_speaks() {
    for (claims, says) in [
        (r#"{"sub":"4711","email":"kim.sample@corp.example"}"#, Some(VICTIM)),
        (r#"{"sub" : "auth|4711"}"#, Some("auth|4711")),
        (r#"{"sub":"x","preferred_username":"ksample"}"#, Some("ksample")),
        (r#"{"iat":1700000000}"#, None),
    ] {
        for tail in ["/?t=", "/?a=1&token=", "/#", "/#access_token=", "/v/"] {
            let token = jwt(claims);
            let trace = one(&at(&format!("{tail}{token}")));
            assert_eq!((trace.kind, trace.says.as_deref()), (TraceKind::Token, says), "{tail} {claims}");
            assert_eq!(trace.text, token);
        }
    }
}

#[test]
fn long_ids_that_nobody_can_read_are_pointed_out() {
    for id in [
        "123e4567-e89b-12d3-a456-426614174000",
        "123E4567E89B12D3A456426614174000",
        "d41d8cd98f00b204e9800998ecf8427e",
        "507f1f77bcf86cd799439011",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "k3J9xQ2mZ7pL4vB8",
        "usr_k3J9xQ2mZ7pL4vB8wT",
        "IwAR2x9-Kd8_Qv3mZ7pL-4vB8wT1nR5",
    ] {
        for tail in ["/r?c=", "/r?a=1&c=", "/r#", "/r/"] {
            let trace = one(&at(&format!("{tail}{id}")));
            assert_eq!((trace.kind, trace.text.as_str(), trace.says), (TraceKind::Opaque, id, None), "{tail}{id}");
        }
    }
}

#[test]
fn several_traces_stand_in_order() {
    let address = at("/kim.sample/v?e=kim.sample%40corp.example&c=d41d8cd98f00b204e9800998ecf8427e&lang=en#Adaeze");
    let kinds: Vec<TraceKind> = in_address(&address, &PEOPLE).iter().map(|trace| trace.kind).collect();
    assert_eq!(kinds, [TraceKind::Name, TraceKind::EncodedAddress, TraceKind::Opaque, TraceKind::Name]);
}
