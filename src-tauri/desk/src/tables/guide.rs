//! Whom the guide suggests: a table, a row a scenario. The words of each stand in the window.
//!
//! PhishFort takes down and watches what harms people in our name. Cloudflare passes reports on to whoever runs and hosts
//! a site behind it, by category. Where neither fits, somebody else can act, and the row says who.

use crate::contract::{GuideEntry, GuideScenario as Is, GuideTopic as Topic, OtherDesk as Other, ReportKind, Wish};

const DOWN: Option<Wish> = Some(Wish::Takedown);
const WATCH: Option<Wish> = Some(Wish::Monitor);
const NOT_THEM: Option<Wish> = None;
const PHISHING: Option<ReportKind> = Some(ReportKind::Phishing);
const TRADEMARK: Option<ReportKind> = Some(ReportKind::Trademark);
const DMCA: Option<ReportKind> = Some(ReportKind::Dmca);
const GENERAL: Option<ReportKind> = Some(ReportKind::General);
const NOT_CLOUDFLARE: Option<ReportKind> = None;

type Row = (Topic, Is, Option<Wish>, Option<ReportKind>, &'static [Other]);

const ROWS: &[Row] = &[
    (Topic::FakeLogin, Is::LoginPageOfOurs, DOWN, PHISHING, &[Other::HostingProvider]),
    (Topic::FakeLogin, Is::LoginPageOfAnother, NOT_THEM, PHISHING, &[Other::HostingProvider]),
    (Topic::FakeLogin, Is::LoginPageNotYetUp, WATCH, NOT_CLOUDFLARE, &[Other::DomainRegistrar]),
    (Topic::FakeLogin, Is::LoginPageGone, WATCH, NOT_CLOUDFLARE, &[]),
    (Topic::FakeLogin, Is::LoginPageOnHackedSite, DOWN, PHISHING, &[Other::SiteOwner, Other::HostingProvider]),
    (Topic::FakeLogin, Is::LoginPageInForm, DOWN, NOT_CLOUDFLARE, &[Other::FormService]),
    (Topic::FakeLogin, Is::LoginPageBehindShortLink, DOWN, PHISHING, &[Other::ShortLinkService]),
    (Topic::FakeLogin, Is::CardDetailsAsked, DOWN, PHISHING, &[Other::PaymentProvider]),
    (Topic::FakeLogin, Is::WalletPhraseAsked, DOWN, PHISHING, &[Other::HostingProvider]),
    (Topic::FakeLogin, Is::SupportChatFake, DOWN, PHISHING, &[Other::Police]),
    (Topic::FakeShop, Is::ShopInOurName, DOWN, PHISHING, &[Other::PaymentProvider]),
    (Topic::FakeShop, Is::ShopSellsFakes, DOWN, TRADEMARK, &[Other::PaymentProvider, Other::OurLawyers]),
    (Topic::FakeShop, Is::ShopNeverDelivers, DOWN, PHISHING, &[Other::PaymentProvider, Other::Police]),
    (Topic::FakeShop, Is::ShopOnMarketplace, NOT_THEM, NOT_CLOUDFLARE, &[Other::Marketplace]),
    (Topic::FakeShop, Is::ShopAdvert, DOWN, PHISHING, &[Other::AdNetwork]),
    (Topic::FakeShop, Is::InvestmentPlatform, DOWN, PHISHING, &[Other::Police]),
    (Topic::CopiedWork, Is::PicturesCopied, NOT_THEM, DMCA, &[Other::HostingProvider]),
    (Topic::CopiedWork, Is::TextCopied, NOT_THEM, DMCA, &[Other::HostingProvider]),
    (Topic::CopiedWork, Is::WholeSiteCopied, DOWN, DMCA, &[Other::HostingProvider]),
    (Topic::CopiedWork, Is::SoftwareCopied, NOT_THEM, DMCA, &[Other::HostingProvider]),
    (Topic::CopiedWork, Is::VideoStreamed, NOT_THEM, DMCA, &[Other::HostingProvider]),
    (Topic::CopiedWork, Is::CopyInSearchResults, NOT_THEM, NOT_CLOUDFLARE, &[Other::SearchEngine]),
    (Topic::NameOrLogo, Is::LogoOnHarmfulSite, DOWN, PHISHING, &[Other::HostingProvider]),
    (Topic::NameOrLogo, Is::LogoOnHarmlessSite, NOT_THEM, TRADEMARK, &[Other::SiteOwner, Other::OurLawyers]),
    (Topic::NameOrLogo, Is::NameInDomainHarmful, DOWN, PHISHING, &[Other::DomainRegistrar]),
    (Topic::NameOrLogo, Is::NameInDomainParked, WATCH, NOT_CLOUDFLARE, &[Other::DomainDispute]),
    (Topic::NameOrLogo, Is::NameInDomainForSale, WATCH, NOT_CLOUDFLARE, &[Other::DomainDispute, Other::OurLawyers]),
    (Topic::NameOrLogo, Is::NameInAdvert, NOT_THEM, NOT_CLOUDFLARE, &[Other::AdNetwork]),
    (Topic::NameOrLogo, Is::FalseClaimOfPartnership, NOT_THEM, TRADEMARK, &[Other::SiteOwner, Other::OurLawyers]),
    (Topic::ScamContact, Is::CallInOurName, DOWN, NOT_CLOUDFLARE, &[Other::PhoneCarrier, Other::Police]),
    (Topic::ScamContact, Is::TextMessageWithLink, DOWN, PHISHING, &[Other::PhoneCarrier]),
    (Topic::ScamContact, Is::TextMessageWithoutLink, DOWN, NOT_CLOUDFLARE, &[Other::PhoneCarrier]),
    (Topic::ScamContact, Is::EmailWithLink, DOWN, PHISHING, &[Other::MailProvider]),
    (Topic::ScamContact, Is::EmailWithoutLink, DOWN, NOT_CLOUDFLARE, &[Other::MailProvider]),
    (Topic::ScamContact, Is::EmailFromOurDomain, NOT_THEM, NOT_CLOUDFLARE, &[Other::OurIt]),
    (Topic::ScamContact, Is::MessengerAccount, NOT_THEM, NOT_CLOUDFLARE, &[Other::Messenger]),
    (Topic::ScamContact, Is::InvoiceFraud, DOWN, NOT_CLOUDFLARE, &[Other::Police, Other::PaymentProvider]),
    (Topic::SocialProfile, Is::ProfilePretendsToBeUs, DOWN, NOT_CLOUDFLARE, &[Other::SocialNetwork]),
    (Topic::SocialProfile, Is::ProfilePretendsToBeOurBoss, DOWN, NOT_CLOUDFLARE, &[Other::SocialNetwork]),
    (Topic::SocialProfile, Is::PostLinksToFakePage, DOWN, PHISHING, &[Other::SocialNetwork]),
    (Topic::SocialProfile, Is::FakeJobOffers, DOWN, NOT_CLOUDFLARE, &[Other::SocialNetwork]),
    (Topic::App, Is::AppInStore, DOWN, NOT_CLOUDFLARE, &[Other::AppStore]),
    (Topic::App, Is::AppOutsideStore, DOWN, PHISHING, &[Other::HostingProvider]),
    (Topic::App, Is::BrowserExtension, NOT_THEM, NOT_CLOUDFLARE, &[Other::ExtensionStore]),
    (Topic::SomethingElse, Is::MalwareDownload, DOWN, PHISHING, &[Other::HostingProvider]),
    (Topic::SomethingElse, Is::AttackOnOurServers, NOT_THEM, GENERAL, &[Other::OurIt, Other::Police]),
    (Topic::SomethingElse, Is::ThreatAgainstPerson, NOT_THEM, Some(ReportKind::Threat), &[Other::Police]),
    (
        Topic::SomethingElse,
        Is::IntimateImages,
        NOT_THEM,
        Some(ReportKind::Ncsei),
        &[Other::ImageAbuseHelp, Other::Police],
    ),
    (Topic::SomethingElse, Is::ChildAbuse, NOT_THEM, Some(ReportKind::Children), &[Other::Hotline, Other::Police]),
    (
        Topic::SomethingElse,
        Is::DomainOwnerUnknown,
        NOT_THEM,
        Some(ReportKind::RegistrarWhois),
        &[Other::DomainRegistrar],
    ),
    (Topic::SomethingElse, Is::DomainOwnerWrong, NOT_THEM, Some(ReportKind::RegistrarWhois), &[Other::DomainRegistrar]),
    (
        Topic::SomethingElse,
        Is::FalseStatementsAboutUs,
        NOT_THEM,
        NOT_CLOUDFLARE,
        &[Other::OurLawyers, Other::SiteOwner],
    ),
    (Topic::SomethingElse, Is::CustomerDataPublished, DOWN, GENERAL, &[Other::OurIt, Other::Police]),
    (Topic::SomethingElse, Is::SpamSender, NOT_THEM, NOT_CLOUDFLARE, &[Other::MailProvider]),
];

/// The whole table, topic by topic.
pub(crate) fn guide() -> Vec<GuideEntry> {
    let entry = |&(topic, scenario, phishfort, cloudflare, others): &Row| GuideEntry {
        scenario,
        topic,
        phishfort,
        cloudflare,
        others: others.to_vec(),
    };
    ROWS.iter().map(entry).collect()
}

#[cfg(test)]
mod tests;
