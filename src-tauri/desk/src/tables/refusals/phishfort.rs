//! PhishFort's rules: those of its API, and what its handbook says makes a report succeed.

use serde::Serialize;

use super::{Advises, Blocks, CantBeKnown, CantHappen, Code, Verdict};

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident,)*) => {
        /// A rule that a report to PhishFort may break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum PhishfortRule {
            $($(#[$doc])* $rule,)*
        }

        impl PhishfortRule {
            /// All of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$rule),*];
        }
    };
}

rules! {
    /// There is something to report, and it is one of the four kinds.
    OneOfFourKinds,
    /// One report, one subject.
    OneSubject,
    /// A web address or domain that can be read.
    WebAddress,
    /// A domain goes as `url`, never as `subject`.
    DomainNotAsSubject,
    /// An e-mail address in its format.
    EmailAddress,
    /// A phone number in E.164.
    E164,
    /// IPv4 only.
    NoIpv6,
    /// An IPv4 address in its format.
    Ipv4Address,
    /// No site of our own. Ours: nothing says that they would notice.
    NotOurs,
    /// Not a mail provider as a whole. Ours.
    NotMailProvider,
    /// Not a host of thousands as a whole. Ours.
    NotSharedHost,
    /// No address of a private network. Ours.
    NotPrivate,
    /// The reporter's address is one.
    ReporterAddress,
    /// Without a reporter nobody gets the status mails.
    ReporterGiven,
    /// The id of the brand or client.
    ClientId,
    /// The comment is never null.
    CommentNotNull,
    /// The comment's length: theirs is undocumented, ours is what the form takes.
    CommentLength,
    /// At most 12 files.
    TwelveFiles,
    /// The whole request below 10,485,760 bytes.
    BodyLimit,
    /// The types on the list.
    FileTypes,
    /// The exact media type of each file.
    MediaTypes,
    /// The bytes that are shown are those that are sent. Ours.
    FilesWhole,
    /// A key.
    Key,
    /// What a second report of the same thing does is undocumented.
    Again,
    /// Handbook: the full address with its path.
    FullAddress,
    /// Handbook: a screenshot.
    Screenshot,
    /// Handbook: the original mail with its headers.
    OriginalMail,
    /// Handbook: both numbers, date, time and zone.
    CallDetails,
    /// Handbook: a harmful address on the IP.
    AddressOnIp,
    /// Handbook: an explanation.
    Explanation,
    /// Handbook: a look-alike name alone, news, reviews and fair use are hardly removable.
    SignsOfMalice,
    /// 429; no quotas are published.
    SlowDown,
}

impl PhishfortRule {
    /// What is done about it.
    pub(super) fn verdict(self) -> Verdict {
        match self {
            Self::OneOfFourKinds => (Blocks, &[Code::TargetMissing, Code::TargetUnreadable]),
            Self::OneSubject => (Blocks, &[Code::SeveralTargets]),
            Self::WebAddress => (Blocks, &[Code::WebUnreadable]),
            Self::EmailAddress => (Blocks, &[Code::EmailUnreadable]),
            Self::E164 => (Blocks, &[Code::PhoneUnreadable]),
            Self::NoIpv6 => (Blocks, &[Code::Ipv6]),
            Self::Ipv4Address => (Blocks, &[Code::IpUnreadable]),
            Self::NotOurs => (Blocks, &[Code::OwnDomain, Code::AddressIsOurs]),
            Self::NotMailProvider => (Blocks, &[Code::MailProvider]),
            Self::NotSharedHost => (Blocks, &[Code::SharedHost]),
            Self::NotPrivate => (Blocks, &[Code::PrivateAddress]),
            Self::ReporterAddress => (Blocks, &[Code::ReporterUnreadable]),
            Self::ReporterGiven => (Advises, &[Code::NoReporter]),
            Self::ClientId => (Blocks, &[Code::ClientUnreadable]),
            Self::CommentLength => (Blocks, &[Code::NoteTooLong]),
            Self::TwelveFiles => (Blocks, &[Code::TooManyFiles]),
            Self::BodyLimit => (Blocks, &[Code::TooBig]),
            Self::FileTypes => (Blocks, &[Code::FileNotTaken]),
            Self::FilesWhole => (Blocks, &[Code::FileDamaged]),
            Self::Key => (Blocks, &[Code::KeyMissing]),
            Self::Again => (Advises, &[Code::ReportedBefore]),
            Self::FullAddress => (Advises, &[Code::NoPath]),
            Self::Screenshot => (Advises, &[Code::NoPicture]),
            Self::OriginalMail => (Advises, &[Code::NoOriginalMail]),
            Self::CallDetails => (
                Blocks,
                &[
                    Code::PhoneReceivedOnMissing,
                    Code::PhoneReceivedOnUnreadable,
                    Code::PhoneDateMissing,
                    Code::PhoneDateUnreadable,
                    Code::PhoneTimeMissing,
                    Code::PhoneTimeUnreadable,
                    Code::PhoneZoneMissing,
                ],
            ),
            Self::AddressOnIp => (Blocks, &[Code::IpAddressMissing, Code::IpAddressUnreadable]),
            Self::Explanation => (Advises, &[Code::NoNote]),
            // One writer makes each request from typed values.
            Self::DomainNotAsSubject | Self::CommentNotNull | Self::MediaTypes => (CantHappen, &[]),
            Self::SignsOfMalice | Self::SlowDown => (CantBeKnown, &[]),
        }
    }
}
