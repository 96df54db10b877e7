use super::*;

fn cleaned(address: &str) -> Option<String> {
    address_without(address, &in_address(address, &PEOPLE))
}

#[test]
fn a_parameter_goes_with_its_name_and_the_page_stays() {
    for (address, rest) in [
        ("https://evil.example/v?e=kim.sample@corp.example", "https://evil.example/v"),
        ("https://evil.example/v?e=kim.sample%40corp.example&lang=en", "https://evil.example/v?lang=en"),
        ("https://evil.example/v?lang=en&e=kim.sample@corp.example", "https://evil.example/v?lang=en"),
        ("https://evil.example/v?a=1&n=Kim+Sample&b=2#top", "https://evil.example/v?a=1&b=2#top"),
        ("https://evil.example/v?id=3#kim.sample@corp.example", "https://evil.example/v?id=3"),
        ("https://evil.example/v#e=kim.sample@corp.example&step=2", "https://evil.example/v#step=2"),
        ("https://evil.example/#/login?e=kim.sample@corp.example", "https://evil.example/#/login"),
        ("https://evil.example/#/login?a=1&e=kim.sample@corp.example", "https://evil.example/#/login?a=1"),
        ("https://kim.sample%40corp.example:pw@evil.example:8443/v", "https://evil.example:8443/v"),
        ("https://evil.example?e=kim.sample@corp.example", "https://evil.example"),
        ("evil.example/?e=kim.sample@corp.example", "evil.example/"),
        ("https://evil.example/v?gclid=Cj0KCQiA3x9Kd8Qv3mZ7pL4vB8wT1nR5&id=4", "https://evil.example/v?id=4"),
        ("https://evil.example/adaeze/v?u=adaeze", "https://evil.example/adaeze/v"),
    ] {
        assert_eq!(cleaned(address).as_deref(), Some(rest), "{address}");
    }
}

#[test]
fn a_redirect_still_leads_to_its_page() {
    for (address, rest) in [
        (
            "https://r.example/?u=https%3A%2F%2Fevil.example%2Fv%3Fe%3Dkim.sample%2540corp.example%26lang%3Den&s=1",
            "https://r.example/?u=https%3A%2F%2Fevil.example%2Fv%3Flang%3Den&s=1",
        ),
        (
            "https://r.example/?u=https://evil.example/v%23kim.sample@corp.example",
            "https://r.example/?u=https://evil.example/v",
        ),
        (
            "https://r.example/?u=https%3A%2F%2Fs.example%2F%3Fn%3D1%26to%3Dhttps%253A%252F%252Fevil.example%252F%253Fe%253Dadaeze",
            "https://r.example/?u=https%3A%2F%2Fs.example%2F%3Fn%3D1%26to%3Dhttps%253A%252F%252Fevil.example%252F",
        ),
    ] {
        assert_eq!(cleaned(address).as_deref(), Some(rest), "{address}");
    }
    assert_eq!(cleaned("https://r.example/?u=https%3A%2F%2Fevil.example%2Fkim.sample%40corp.example"), None);
    let code = data_encoding::BASE64URL_NOPAD.encode(b"https://evil.example/v?e=kim.sample@corp.example");
    let address = format!("https://r.example/?u={code}");
    let [trace] = in_address(&address, &PEOPLE).try_into().unwrap();
    assert!(!trace.removable, "without it, the redirect leads nowhere");
    assert_eq!(cleaned(&address), None);
}

#[test]
fn only_what_was_chosen_goes() {
    let address = "https://evil.example/v?e=kim.sample@corp.example&n=Adaeze";
    let traces = in_address(address, &PEOPLE);
    assert_eq!(address_without(address, &traces[..1]).as_deref(), Some("https://evil.example/v?n=Adaeze"));
    assert_eq!(
        address_without(address, &traces[1..]).as_deref(),
        Some("https://evil.example/v?e=kim.sample@corp.example")
    );
}

#[test]
fn host_and_path_stay_and_nothing_changes_without_traces() {
    assert_eq!(cleaned("https://evil.example/u/kim.sample@corp.example"), None);
    assert_eq!(cleaned("https://kim-sample.evil.example/"), None);
    assert_eq!(cleaned("https://evil.example/v?id=4711"), None);
    assert_eq!(cleaned("no address at all"), None);
    assert_eq!(cleaned(""), None);
}

#[test]
fn a_trace_of_another_text_takes_nothing_out() {
    let traces = in_address("https://evil.example/v?e=kim.sample@corp.example", &PEOPLE);
    assert_eq!(address_without("https://evil.example/another?page=of&the=phisher", &traces), None);
    assert_eq!(
        text_without("Quite another note, which is long enough.", &traces),
        "Quite another note, which is long enough."
    );
}

#[test]
fn a_text_says_where_something_was() {
    let note = "Dear Adaeze, see hxxps://evil[.]example/?e=kim.sample%40corp.example&x=1 (für Kim Sample).";
    let rest = "Dear [removed], see hxxps://evil[.]example/?e=[removed]&x=1 (für [removed]).";
    assert_eq!(text_without(note, &in_text(note, &PEOPLE, &[])), rest);
    assert_eq!(in_text(rest, &PEOPLE, &[]), []);
}
