use data_encoding::BASE64;

use super::*;

fn texts(text: &str, spare: &[&str]) -> Vec<String> {
    in_text(text, &PEOPLE, spare).into_iter().map(|trace| trace.text).collect()
}

#[test]
fn a_note_is_read_as_people_write_it() {
    for (note, found) in [
        ("Received by kim.sample@corp.example on 22 November.", &["kim.sample@corp.example"][..]),
        ("Received by Kim Sample <kim.sample@corp.example>.", &["Kim Sample", "kim.sample@corp.example"]),
        ("to kim.sample[at]corp[.]example", &["kim.sample[at]corp[.]example"]),
        ("to kim.sample(at)corp(dot)example, urgent", &["kim.sample(at)corp(dot)example"]),
        ("to kim.sample [at] corp [dot] example.", &["kim.sample [at] corp [dot] example"]),
        ("seen [at] noon, and so on (.) or not", &[]),
        ("to kim.sam\u{200B}ple@corp.example", &["kim.sam\u{200B}ple@corp.example"]),
        ("forwarded by Sample, Kim", &["Sample, Kim"]),
        ("Dear Adaeze, your parcel waits", &["Adaeze"]),
        ("they greet KIM SAMPLE by name", &["KIM SAMPLE"]),
        ("the login aokonkwo was filled in", &["aokonkwo"]),
        ("somebody else: j.doe@other.example!", &["j.doe@other.example"]),
        ("two: a@b.example;c@d.example", &["a@b.example", "c@d.example"]),
        ("'kim.sample@corp.example'", &["kim.sample@corp.example"]),
        ("mailto:kim.sample@corp.example?subject=x", &["kim.sample@corp.example"]),
        ("Zürich – für Kim Sample – 東京", &["Kim Sample"]),
    ] {
        assert_eq!(texts(note, &[]), found, "{note}");
    }
}

#[test]
fn web_addresses_in_a_note_are_read_as_addresses() {
    let code = BASE64.encode(b"kim.sample@corp.example");
    for (note, found, part) in [
        ("see https://evil.example/?e=kim.sample@corp.example.", "kim.sample@corp.example", UrlPart::Query),
        ("see hxxps://evil[.]example/?e=kim.sample%40corp.example, now", "kim.sample%40corp.example", UrlPart::Query),
        ("(hXXp://evil[.]example/u/kim.sample@corp[.]example)", "kim.sample@corp[.]example", UrlPart::Path),
        ("<hxxps[:]//evil[.]example/#kim.sample>", "kim.sample", UrlPart::Fragment),
        (&format!("hxxps://evil[.]example/?e={code}&x=1"), code.as_str(), UrlPart::Query),
        (
            "https://evil.example/?c=d41d8cd98f00b204e9800998ecf8427e",
            "d41d8cd98f00b204e9800998ecf8427e",
            UrlPart::Query,
        ),
    ] {
        let traces = in_text(note, &PEOPLE, &[]);
        let [trace] = traces.as_slice() else { panic!("{note}: {traces:#?}") };
        assert_eq!((trace.text.as_str(), trace.part, trace.removable), (found, Some(part), true), "{note}");
        assert_eq!(&note[trace.at.clone()], found);
    }
}

#[test]
fn tokens_and_encodings_stand_in_free_text_too() {
    let token = jwt(r#"{"email":"kim.sample@corp.example"}"#);
    let note = format!("token {token} and {}", BASE64.encode(b"j.doe@other.example"));
    let kinds: Vec<_> = in_text(&note, &PEOPLE, &[]).into_iter().map(|trace| (trace.kind, trace.part)).collect();
    assert_eq!(kinds, [(TraceKind::Token, None), (TraceKind::EncodedAddress, None)]);
}

#[test]
fn what_belongs_in_the_text_stays() {
    let note =
        "From billing@evil.example, reported by Adaeze Okonkwo (AOkonkwo@corp.example), to kim.sample@corp.example";
    let spare = ["billing@evil.example", "aokonkwo@corp.example"];
    assert_eq!(texts(note, &spare), ["kim.sample@corp.example"]);
}

#[test]
fn ordinary_sentences_raise_no_false_alarm() {
    for note in [
        "Subject: Your account is suspended. Sent 22 November 2026, 09:30 UTC, from 192.0.2.7.",
        "A sample of the kit; the page is a sample, kim or not.",
        "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "SPF fail, DKIM none, DMARC fail; first hop mx1.evil.example [192.0.2.7].",
        "e.g. 3.5 MB @ 10:30, see §4 and/or the attachment invoice_2026-11.pdf",
        "The support team of Acme was told at +44 20 7946 0123.",
        "Follow @acme and @acme.support on the fediverse.",
        "",
    ] {
        assert_eq!(texts(note, &[]), [] as [&str; 0], "{note}");
    }
}

#[test]
fn a_first_name_alone_needs_the_address() {
    let known = [Person { name: "Adaeze", address: "ada@corp.example" }];
    let unknown = [Person { name: "Adaeze", address: "" }];
    assert_eq!(in_text("Dear Adaeze,", &known, &[]).len(), 1);
    assert_eq!(in_text("Dear Adaeze,", &unknown, &[]), []);
    assert_eq!(in_text("an adaeze of things", &known, &[]), [], "no capital letter, no name");
}
