//! "What is it?": what the guide asks, and whom it suggests.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReportKind, Wish};

/// What it is, in the person's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the topic of that name")]
pub enum GuideTopic {
    FakeLogin,
    FakeShop,
    CopiedWork,
    NameOrLogo,
    ScamContact,
    SocialProfile,
    App,
    SomethingElse,
}

/// One thing that a person may have before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the scenario of that name; the window has words for every one")]
pub enum GuideScenario {
    // Fake login page.
    LoginPageOfOurs,
    LoginPageOfAnother,
    LoginPageNotYetUp,
    LoginPageGone,
    LoginPageOnHackedSite,
    LoginPageInForm,
    LoginPageBehindShortLink,
    CardDetailsAsked,
    WalletPhraseAsked,
    SupportChatFake,
    // Fake shop.
    ShopInOurName,
    ShopSellsFakes,
    ShopNeverDelivers,
    ShopOnMarketplace,
    ShopAdvert,
    InvestmentPlatform,
    // Copied pictures or text.
    PicturesCopied,
    TextCopied,
    WholeSiteCopied,
    SoftwareCopied,
    VideoStreamed,
    CopyInSearchResults,
    // Our name or logo.
    LogoOnHarmfulSite,
    LogoOnHarmlessSite,
    NameInDomainHarmful,
    NameInDomainParked,
    NameInDomainForSale,
    NameInAdvert,
    FalseClaimOfPartnership,
    // Scam call or message.
    CallInOurName,
    TextMessageWithLink,
    TextMessageWithoutLink,
    EmailWithLink,
    EmailWithoutLink,
    EmailFromOurDomain,
    MessengerAccount,
    InvoiceFraud,
    // Social profile.
    ProfilePretendsToBeUs,
    ProfilePretendsToBeOurBoss,
    PostLinksToFakePage,
    FakeJobOffers,
    // App.
    AppInStore,
    AppOutsideStore,
    BrowserExtension,
    // Something else.
    MalwareDownload,
    AttackOnOurServers,
    ThreatAgainstPerson,
    IntimateImages,
    ChildAbuse,
    DomainOwnerUnknown,
    DomainOwnerWrong,
    FalseStatementsAboutUs,
    CustomerDataPublished,
    SpamSender,
}

/// Somebody else who can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OtherDesk {
    /// Whoever hosts the site.
    HostingProvider,
    /// Whoever registered the domain.
    DomainRegistrar,
    /// A domain dispute (UDRP, URS).
    DomainDispute,
    /// The provider of a mailbox.
    MailProvider,
    /// The telephone company.
    PhoneCarrier,
    /// A messenger.
    Messenger,
    /// A social network.
    SocialNetwork,
    /// An app store.
    AppStore,
    /// A browser's extension store.
    ExtensionStore,
    /// A marketplace.
    Marketplace,
    /// A search engine.
    SearchEngine,
    /// An advertising network.
    AdNetwork,
    /// A short-link service.
    ShortLinkService,
    /// An online form or document service.
    FormService,
    /// The owner of a hacked site.
    SiteOwner,
    /// A bank or payment service.
    PaymentProvider,
    /// The police.
    Police,
    /// A hotline for child abuse material.
    Hotline,
    /// A service that stops intimate images.
    ImageAbuseHelp,
    /// Our own IT.
    OurIt,
    /// Our lawyers.
    OurLawyers,
}

/// A scenario and whom the guide suggests. Somebody can always act: at least one of the three is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuideEntry {
    /// Which.
    pub scenario: GuideScenario,
    /// Under which question.
    pub topic: GuideTopic,
    /// PhishFort, and what to ask for.
    pub phishfort: Option<Wish>,
    /// Cloudflare, and in which category.
    pub cloudflare: Option<ReportKind>,
    /// Who else can act, the most useful first.
    pub others: Vec<OtherDesk>,
}
