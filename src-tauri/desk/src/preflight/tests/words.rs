//! Hints that words give.

use super::super::hints::{better_kind, is_name_in_host};
use crate::contract::ReportKind as Kind;

#[test]
fn a_word_of_one_other_category_hints_at_it() {
    assert_eq!(better_kind(Kind::Phishing, "They copied our photos: our COPYRIGHT."), Some(Kind::Dmca));
    assert_eq!(better_kind(Kind::General, "A fake login page of our bank"), Some(Kind::Phishing));
    assert_eq!(better_kind(Kind::Phishing, "a port scan and a DDoS"), Some(Kind::General));
}

#[test]
fn a_word_of_the_chosen_category_silences_the_hint() {
    assert_eq!(better_kind(Kind::Phishing, "A fake login page with our copyright line"), None);
    assert_eq!(better_kind(Kind::Phishing, "A fake login page"), None);
}

#[test]
fn words_of_two_other_categories_hint_at_none() {
    assert_eq!(better_kind(Kind::General, "copyright and trademark"), None);
}

#[test]
fn plain_words_hint_at_nothing() {
    for kind in Kind::ALL {
        assert_eq!(better_kind(kind, "It is bad for our business; a child would see that it is a copy."), None);
        assert_eq!(better_kind(kind, ""), None);
    }
}

#[test]
fn a_mark_is_found_in_a_host_whatever_its_signs() {
    assert!(is_name_in_host("Acme Bank", "my-acmebank.example"));
    assert!(is_name_in_host("ACME®", "acme-login.example"));
    assert!(!is_name_in_host("AB", "ab-cd.example"));
    assert!(!is_name_in_host("", "evil.example"));
    assert!(!is_name_in_host("Acme", "evil.example"));
}
