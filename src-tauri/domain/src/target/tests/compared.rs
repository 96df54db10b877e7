use super::*;

#[test]
fn scheme_user_fragment_and_last_slash_make_no_difference() {
    let key = target("evil.example").key();
    for same in [
        "https://evil.example",
        "http://EVIL.example/",
        "https://jo@evil.example/#a",
        "http://evil.example:80",
        "evil.example.",
    ] {
        assert_eq!(target(same).key(), key, "{same}");
    }
    assert_eq!(target("https://evil.example/a/").key(), target("evil.example/a#b").key());
}

#[test]
fn host_port_path_and_query_make_a_difference() {
    let key = target("https://evil.example/a?b=c").key();
    for other in [
        "https://www.evil.example/a?b=c",
        "https://evil.example:8443/a?b=c",
        "https://evil.example/A?b=c",
        "https://evil.example/a",
    ] {
        assert_ne!(target(other).key(), key, "{other}");
    }
}

#[test]
fn a_service_s_own_spelling_is_recognised() {
    let ours = target("https://Evil.example/");
    for theirs in ["evil.example", "http://evil.example", "EVIL.EXAMPLE/", "https://evil.example"] {
        assert!(ours.same_subject(theirs), "{theirs}");
    }
    for theirs in ["", "other.example", "evil.example/login", "evil.example.other.test", "a thing"] {
        assert!(!ours.same_subject(theirs), "{theirs}");
    }
    assert!(target("Help@evil.example").same_subject("help@EVIL.example"));
    assert!(target("+44 20 7946 0000").same_subject("+442079460000"));
    assert!(target("192.0.2.7").same_subject(" 192.0.2.7 "));
}
