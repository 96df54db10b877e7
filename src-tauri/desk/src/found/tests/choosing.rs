//! When the person is asked.

use intake::reading::Place;

use super::support::{Settings, link, mail, mailbox};
use crate::contract::{DraftFields, FoundQuestion};
use crate::found::shown;

fn two_sites() -> Vec<intake::reading::Found> {
    vec![
        link("https://first-bank.example/login", Place::Button, "Sign in"),
        link("https://second-bank.example/login", Place::Button, "Sign in"),
    ]
}

#[test]
fn of_two_sites_as_likely_as_each_other_none_is_filled_in_and_both_are_offered() {
    let settings = Settings::default();
    let found = settings.found([mail(two_sites())]);
    let (fields, filled) = settings.filled(DraftFields::default(), &found);
    assert!(filled, "there is a choice to make");
    assert_eq!(fields.target, "");
    let view = shown(&found, &fields, &[]);
    assert_eq!(view.question, Some(FoundQuestion::WhichAddress));
    assert_eq!(view.addresses.iter().map(|one| (one.likely, one.chosen)).collect::<Vec<_>>(), [(true, false); 2]);
    let chosen = DraftFields { target: view.addresses[1].target.exact.clone(), ..fields };
    let view = shown(&found, &chosen, &[]);
    assert_eq!(view.question, None);
    assert_eq!(view.addresses.iter().map(|one| one.chosen).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn without_a_web_address_the_sender_is_offered_and_nothing_is_filled_in() {
    let settings = Settings::default();
    let found = settings.found([mail(vec![link("https://www.acme.example/help", Place::Link, "Help")])]);
    let (fields, filled) = settings.filled(DraftFields::default(), &found);
    assert!(filled);
    assert_eq!(fields.target, "");
    let view = shown(&found, &fields, &[]);
    assert_eq!(view.question, Some(FoundQuestion::ReportSender));
    assert_eq!(view.sender.unwrap().exact, "billing@acme-support.example");
    assert!(view.addresses.is_empty(), "our own site is never proposed");
}

#[test]
fn we_never_offer_to_report_ourselves() {
    let settings = Settings::default();
    let mut reading = mail(Vec::new());
    reading.head.from = Some(mailbox("Acme", "news@acme.example"));
    let found = settings.found([reading.clone()]);
    assert_eq!((found.question(), found.sender.clone()), (None, None));
    reading.head.reply_to = Some(mailbox("", "collect@evil.example"));
    assert_eq!(settings.found([reading]).sender.unwrap().as_sent(), "collect@evil.example");
}
