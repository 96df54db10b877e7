//! Drafts to test with: one that has only what its kind requires, and one that has everything.

use cloudflare_abuse::AccountId;
use domain::{Reference, Target, TargetProblem};

use super::super::{Ground, Part, parts, problems};
use crate::contract::{
    DraftFields, FieldGroup, FieldRule, Problem, ProblemCode, ProfileView, ReportField as Field, ReportKind,
};
use crate::tables;
use crate::words::word;

/// A draft with all that its reports are made from.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub fields: DraftFields,
    pub profile: ProfileView,
    pub target: Result<Target, TargetProblem>,
    reference: Reference,
    account: AccountId,
}

impl Draft {
    /// Cloudflare alone is told of one address. Nothing else is filled in.
    pub(crate) fn empty(kind: ReportKind) -> Self {
        let fields = DraftFields {
            to_phishfort: false,
            to_cloudflare: true,
            report_kind: kind,
            target: "https://evil.example/login".into(),
            ..DraftFields::default()
        };
        Self {
            target: Target::parse(&fields.target),
            fields,
            profile: ProfileView::default(),
            reference: Reference::parse("TD-7K3M9Q2XAB").unwrap(),
            account: AccountId::new("0123456789abcdef0123456789abcdef").unwrap(),
        }
    }

    /// What the kind requires, and nothing more.
    pub(crate) fn least(kind: ReportKind) -> Self {
        rules(kind).filter(|rule| rule.required && rule.group != FieldGroup::Told).fold(Self::empty(kind), sampled)
    }

    /// Every field of the kind.
    pub(crate) fn full(kind: ReportKind) -> Self {
        rules(kind).fold(Self::empty(kind), sampled)
    }

    pub(crate) fn answer(mut self, field: Field, text: impl Into<String>) -> Self {
        self.fields.answers.insert(field, text.into());
        self
    }

    /// As if nobody had touched the field.
    pub(crate) fn untouched(mut self, field: Field) -> Self {
        self.fields.answers.remove(&field);
        self
    }

    pub(crate) fn target(mut self, text: &str) -> Self {
        self.fields.target = text.into();
        self.target = Target::parse(text);
        self
    }

    pub(crate) fn more(mut self, lines: impl Into<String>) -> Self {
        self.fields.more_addresses = lines.into();
        self
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.fields.note = note.into();
        self
    }

    pub(crate) fn profile(mut self, profile: ProfileView) -> Self {
        self.profile = profile;
        self
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            fields: &self.fields,
            target: self.target.as_ref().ok(),
            profile: &self.profile,
            reference: &self.reference,
            account: Some(&self.account),
        }
    }

    pub(crate) fn parts(&self) -> Vec<Part> {
        parts(self.ground())
    }

    /// The members of the only report.
    pub(crate) fn body(&self) -> Vec<(String, String)> {
        let parts = self.parts();
        assert_eq!(parts.len(), 1, "{:?}", problems(self.ground()));
        parts[0].prepared.fields()
    }

    /// What the only report has in this member.
    pub(crate) fn sent(&self, name: &str) -> Option<String> {
        self.body().into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(crate) fn problems(&self) -> Vec<Problem> {
        problems(self.ground())
    }

    /// The codes that speak of this field.
    pub(crate) fn about(&self, field: Field) -> Vec<ProblemCode> {
        self.problems().into_iter().filter(|one| one.report_field == Some(field)).map(|one| one.code).collect()
    }
}

pub(crate) fn rules(kind: ReportKind) -> impl Iterator<Item = &'static FieldRule> {
    tables::rule(kind).fields.iter()
}

fn sampled(draft: Draft, rule: &FieldRule) -> Draft {
    draft.answer(rule.field, sample(rule))
}

/// A good text for a field; of choices, the last.
pub(crate) fn sample(rule: &FieldRule) -> String {
    let text = match rule.field {
        Field::Justification => "A copy of our log-in page asks visitors for their user name and password.",
        Field::OriginalWork => "Our photographs at https://www.acme.example/photos",
        Field::AgentName => "Acme Holding",
        Field::TrademarkSymbol => "ACME",
        Field::TrademarkNumber => "018000001",
        Field::TrademarkOffice => "EUIPO",
        Field::WhoisElements => "registrant_name tech_email",
        Field::WhoisLegalBasis => "Article 6(1)(f) of the GDPR",
        Field::WhoisAuthorization => "Power of attorney of 1 March",
        Field::SourceIps => "192.0.2.1\n192.0.2.2",
        Field::DestinationIps => "198.51.100.7",
        Field::PortsProtocols => "80/TCP\n22/UDP",
        Field::Name | Field::Signature => "Jo Example",
        Field::Email => "jo@acme.example",
        Field::Company => "Acme",
        Field::Telephone => "+44 20 7946 0991",
        Field::Title => "Analyst",
        Field::Address1 => "1 High Street",
        Field::City => "Zug",
        Field::State => "ZG",
        Field::Country => "Switzerland",
        Field::ReportedCountry => "ch",
        Field::ReportedUserAgent => "Firefox 140",
        Field::Comments => "Seen this morning.",
        Field::DmcaLiability
        | Field::DmcaGoodFaith
        | Field::DmcaAuthority
        | Field::WhoisGoodFaith
        | Field::WhoisLawfulProcessing => "yes",
        Field::SubjectRepresentation
        | Field::WhoisRequestType
        | Field::WhoisRequestorType
        | Field::HostNotification
        | Field::OwnerNotification
        | Field::NcmecNotification => return word(rule.choices.last().unwrap()),
    };
    text.to_owned()
}
