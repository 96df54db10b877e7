//! The guide has no hole and no dead end.

#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use std::collections::BTreeSet;

use super::*;

/// All values of an enum; a new one does not compile until it stands here.
macro_rules! all_of {
    ($name:ident: $enum:ident { $($value:ident)* }) => {
        const $name: &[$enum] = &[$($enum::$value),*];
        const _: fn($enum) = |value| match value {
            $($enum::$value => {})*
        };
    };
}

all_of! {
    SCENARIOS: Is {
        LoginPageOfOurs LoginPageOfAnother LoginPageNotYetUp LoginPageGone LoginPageOnHackedSite LoginPageInForm
        LoginPageBehindShortLink CardDetailsAsked WalletPhraseAsked SupportChatFake ShopInOurName ShopSellsFakes
        ShopNeverDelivers ShopOnMarketplace ShopAdvert InvestmentPlatform PicturesCopied TextCopied
        WholeSiteCopied SoftwareCopied VideoStreamed CopyInSearchResults LogoOnHarmfulSite LogoOnHarmlessSite
        NameInDomainHarmful NameInDomainParked NameInDomainForSale NameInAdvert FalseClaimOfPartnership
        CallInOurName TextMessageWithLink TextMessageWithoutLink EmailWithLink EmailWithoutLink
        EmailFromOurDomain MessengerAccount InvoiceFraud ProfilePretendsToBeUs ProfilePretendsToBeOurBoss
        PostLinksToFakePage FakeJobOffers AppInStore AppOutsideStore BrowserExtension MalwareDownload
        AttackOnOurServers ThreatAgainstPerson IntimateImages ChildAbuse DomainOwnerUnknown DomainOwnerWrong
        FalseStatementsAboutUs CustomerDataPublished SpamSender
    }
}

all_of! {
    TOPICS: Topic {
        FakeLogin FakeShop CopiedWork NameOrLogo ScamContact SocialProfile App SomethingElse
    }
}

fn entry(scenario: Is) -> GuideEntry {
    guide().into_iter().find(|entry| entry.scenario == scenario).unwrap()
}

#[test]
fn every_scenario_stands_in_the_guide_once() {
    let rows = guide();
    assert!(rows.len() >= 40);
    assert_eq!(rows.len(), SCENARIOS.len());
    assert_eq!(rows.iter().map(|row| row.scenario).collect::<BTreeSet<_>>(), SCENARIOS.iter().copied().collect());
}

#[test]
fn every_topic_has_at_least_three_scenarios_and_they_stand_together() {
    let rows = guide();
    for topic in TOPICS {
        assert!(rows.iter().filter(|row| row.topic == *topic).count() >= 3, "{topic:?}");
    }
    let mut order: Vec<_> = rows.iter().map(|row| row.topic).collect();
    order.dedup();
    assert_eq!(order, TOPICS);
}

#[test]
fn somebody_can_act_in_every_scenario() {
    for row in guide() {
        assert!(row.phishfort.is_some() || row.cloudflare.is_some() || !row.others.is_empty(), "{:?}", row.scenario);
    }
}

#[test]
fn nobody_is_named_twice() {
    for row in guide() {
        let once: BTreeSet<_> = row.others.iter().collect();
        assert_eq!(once.len(), row.others.len(), "{:?}", row.scenario);
    }
}

#[test]
fn pictures_of_people_never_go_to_phishfort() {
    for row in guide().iter().filter(|row| matches!(row.cloudflare, Some(ReportKind::Ncsei | ReportKind::Children))) {
        assert_eq!(row.phishfort, None, "{:?}", row.scenario);
        assert!(row.others.contains(&Other::Police));
    }
    assert_eq!(entry(Is::ChildAbuse).others[0], Other::Hotline);
    assert_eq!(entry(Is::IntimateImages).others[0], Other::ImageAbuseHelp);
}

#[test]
fn every_category_is_the_answer_to_something() {
    let named: BTreeSet<_> = guide().iter().filter_map(|row| row.cloudflare).collect();
    assert_eq!(named, ReportKind::ALL.into_iter().collect());
}

#[test]
fn what_is_not_harmful_yet_is_watched_and_not_reported_to_cloudflare() {
    for scenario in [Is::LoginPageNotYetUp, Is::NameInDomainParked, Is::NameInDomainForSale, Is::LoginPageGone] {
        let row = entry(scenario);
        assert_eq!((row.phishfort, row.cloudflare), (WATCH, None), "{scenario:?}");
    }
}

#[test]
fn what_has_no_web_address_is_not_for_cloudflare() {
    for scenario in [
        Is::CallInOurName,
        Is::TextMessageWithoutLink,
        Is::EmailWithoutLink,
        Is::EmailFromOurDomain,
        Is::MessengerAccount,
        Is::SpamSender,
    ] {
        assert_eq!(entry(scenario).cloudflare, None, "{scenario:?}");
    }
}

#[test]
fn harm_done_by_a_copied_page_goes_to_both() {
    for scenario in [Is::LoginPageOfOurs, Is::ShopInOurName, Is::NameInDomainHarmful, Is::EmailWithLink] {
        let row = entry(scenario);
        assert_eq!((row.phishfort, row.cloudflare), (DOWN, PHISHING), "{scenario:?}");
    }
}

#[test]
fn rights_alone_are_no_takedown_of_phishing() {
    for (scenario, kind) in [
        (Is::PicturesCopied, DMCA),
        (Is::TextCopied, DMCA),
        (Is::VideoStreamed, DMCA),
        (Is::LogoOnHarmlessSite, TRADEMARK),
        (Is::FalseClaimOfPartnership, TRADEMARK),
    ] {
        let row = entry(scenario);
        assert_eq!((row.phishfort, row.cloudflare), (None, kind), "{scenario:?}");
    }
}
