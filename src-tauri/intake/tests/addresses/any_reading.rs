use proptest::prelude::*;

use super::*;
use intake::Why;

fn address() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "https://fabrikam.test/",
        "https://login.fabrikam.test/x?y",
        "FABRIKAM.test",
        "https://jo@fabrikam.test/",
        "https://fabrikam.test./",
        "https://evil.example/",
        "https://evil.example/x",
        "https://fabrikam.test.evil.example/",
        "https://fabrikam-pay.example/",
        "https://bit.ly/x",
        "https://bit.ly",
        "http://192.0.2.7/",
        "https://www.w3.org/",
        "not an address",
        "jo@fabrikam.test",
    ])
    .prop_map(str::to_owned)
}

fn place() -> impl Strategy<Value = Place> {
    prop::sample::select(vec![
        Place::Form,
        Place::Refresh,
        Place::Button,
        Place::PictureLink,
        Place::Link,
        Place::Text,
        Place::Subject,
        Place::Loaded,
    ])
}

fn found() -> impl Strategy<Value = Found> {
    let text = prop::sample::select(vec!["", "Sign in", "Unsubscribe", "https://fabrikam.test/"]);
    (address(), place(), text, any::<bool>(), any::<bool>()).prop_map(|(address, place, text, in_suspect, hidden)| {
        Found { in_suspect, hidden, ..at(place, &address, text) }
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    let source = prop::sample::select(vec![Source::Mail, Source::OutlookMail, Source::Text, Source::List]);
    let people = prop::sample::select(vec!["jo@fabrikam.test", "jo@evil.example", "", "jo@gmail.com"]);
    (source, prop::collection::vec(found(), 0..12), people).prop_map(|(source, addresses, address)| Reading {
        source,
        addresses,
        people: vec![person(address)],
        ..Reading::default()
    })
}

proptest! {
    #[test]
    fn our_own_site_is_never_a_candidate(readings in prop::collection::vec(reading(), 0..4)) {
        let readings: Vec<&Reading> = readings.iter().collect();
        let ranked = ranked(&readings);
        for candidate in &ranked.candidates {
            let host = candidate.target.host().unwrap_or_default();
            prop_assert!(host != "fabrikam.test" && !host.ends_with(".fabrikam.test"), "{}", candidate.target);
        }
        prop_assert!(ranked.candidates.iter().all(|one| one.times > 0 && one.place != Place::Loaded));
        prop_assert!(ranked.candidates.iter().filter(|one| one.main).count() <= 1);
        for candidate in &ranked.candidates {
            let (of, nth) = candidate.at;
            let there = domain::Target::parse(&readings[of].addresses[nth].address).unwrap();
            prop_assert_eq!(there.key(), candidate.target.key());
        }
    }

    #[test]
    fn ranking_twice_is_the_same(readings in prop::collection::vec(reading(), 0..4)) {
        let readings: Vec<&Reading> = readings.iter().collect();
        prop_assert_eq!(ranked(&readings), ranked(&readings));
    }

    #[test]
    fn the_order_of_what_differs_in_weight_is_not_that_of_the_mail(
        mut found in prop::collection::vec(found(), 0..6),
        turn in any::<prop::sample::Index>(),
    ) {
        let suspicious = at(Place::Form, "https://fabrikam-secure.example/", "Verify now");
        found.retain(|one| ["evil", "pay", "192"].iter().all(|sign| !one.address.contains(sign)));
        found.insert(turn.index(found.len() + 1), suspicious);
        let ranked = ranked(&[&mail(found)]);
        prop_assert_eq!(ranked.candidates[0].target.as_sent(), "https://fabrikam-secure.example/");
    }

    #[test]
    fn the_reason_does_not_depend_on_where_it_stands(mut found in prop::collection::vec(found(), 0..8)) {
        let aside = |found: Vec<Found>| {
            let mut aside: Vec<(String, Why)> =
                ranked(&[&mail(found)]).set_aside.into_iter().map(|one| (one.target.key(), one.why)).collect();
            aside.sort_by(|a, b| a.0.cmp(&b.0));
            aside
        };
        let before = aside(found.clone());
        found.reverse();
        prop_assert_eq!(aside(found), before);
    }
}
