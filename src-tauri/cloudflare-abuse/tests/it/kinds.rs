//! The words of the service.

use cloudflare_abuse::{DenialReason, ErrorKind, Kind, ListType, MitigationStatus};

#[test]
fn each_kind_has_one_word_in_the_path() {
    let acts = Kind::ALL.map(Kind::act);
    let expected = [
        "abuse_phishing",
        "abuse_trademark",
        "abuse_dmca",
        "abuse_general",
        "abuse_threat",
        "abuse_ncsei",
        "abuse_children",
        "abuse_registrar_whois",
    ];
    assert_eq!(acts, expected);
    assert_eq!(acts.map(Kind::from_act), Kind::ALL.map(Some));
    for other in ["", "phishing", "ABUSE_PHISHING", "submitted"] {
        assert_eq!(Kind::from_act(other), None);
    }
}

#[test]
fn each_kind_is_kept_by_its_own_word() {
    let kept: Vec<_> = Kind::ALL.iter().map(|kind| serde_json::to_value(kind).unwrap()).collect();
    let expected = ["phishing", "trademark", "dmca", "general", "threat", "ncsei", "children", "registrar_whois"];
    assert_eq!(kept, expected);
}

#[test]
fn lists_have_words_of_their_own() {
    let words = ["PHISH", "TM", "DMCA", "GEN", "THREAT", "NCSEI", "EMER", "REG_WHO"];
    assert_eq!(Kind::ALL.map(|kind| kind.list_type().to_string()), words);
    assert_eq!(words.map(|word| ListType::from(word).kind()), Kind::ALL.map(Some));
    assert_eq!(ListType::from("NETWORK").kind(), Some(Kind::General));
    assert_eq!(ListType::from("MALWARE"), ListType::Other("MALWARE".into()));
    assert_eq!(ListType::from("MALWARE").kind(), None);
    assert_eq!(ListType::ALL.len(), 9);
}

#[test]
fn all_thirteen_reasons_of_a_denial_are_known_and_any_other_is_kept() {
    let words = "unable_to_confirm incomplete_report not_on_cloudflare duplicate_report content_removed \
        report_details_mismatch no_abuse_found missing_original_work direct_url_required wrong_report_category \
        content_unavailable law_enforcement_referral_required domain_dispute_process_required";
    let words: Vec<_> = words.split_whitespace().collect();
    assert_eq!(DenialReason::ALL.iter().map(DenialReason::as_str).collect::<Vec<_>>(), words);
    assert_eq!(words.iter().map(|word| DenialReason::from(*word)).collect::<Vec<_>>(), DenialReason::ALL);
    assert_eq!(DenialReason::from("Odd"), DenialReason::Other("Odd".into()));
}

#[test]
fn every_state_of_a_mitigation_is_known_and_any_other_is_kept() {
    let words = ["pending", "active", "in_review", "cancelled", "removed"];
    assert_eq!(words.map(MitigationStatus::from).as_slice(), MitigationStatus::ALL);
    assert_eq!(MitigationStatus::from("paused").as_str(), "paused");
}

#[test]
fn a_code_that_spells_a_kind_s_name_is_known_however_it_is_written() {
    assert_eq!(ErrorKind::ALL.len(), 29);
    for kind in ErrorKind::ALL.iter().copied() {
        let name = kind.name();
        let stem = name.strip_suffix("Error").unwrap();
        for code in [
            name.to_owned(),
            name.to_lowercase(),
            name.to_uppercase(),
            format!("{stem}_err"),
            format!("{}-ERROR", stem.to_uppercase()),
        ] {
            assert_eq!(ErrorKind::of(&code), Some(kind), "{code}");
        }
    }
    assert_eq!(ErrorKind::of("unknown_err"), Some(ErrorKind::Unknown), "the only code that is documented");
    assert_eq!(ErrorKind::of("url_not_orange_error"), Some(ErrorKind::UrlNotOrange));
    for other in ["", "10000", "err", "error", "email", "dedupe", "teapot_err", "bad"] {
        assert_eq!(ErrorKind::of(other), None, "{other}");
    }
}
