//! What each kind of report takes: Cloudflare's own limits, from its published schema.
//!
//! Page: "Submit abuse report" of the API reference. The limits are held against the client's own types by a test, so
//! that a form never promises what the client refuses.

use std::sync::LazyLock;

use crate::contract::{FieldChoice, FieldGroup, FieldRule, FieldShape, KindRule, ReportField, ReportKind};

use FieldChoice as Word;
use FieldGroup::{More, Network, Sender, Statements, Story, Told};
use FieldShape::{Choice, Line, Lines, Several, Text, Tick};
use ReportField as Field;

/// Most characters of the comments: our reference line counts.
pub(crate) const COMMENTS_MAX: u32 = 2000;

static KINDS: LazyLock<Vec<KindRule>> = LazyLock::new(|| ReportKind::ALL.map(kind).to_vec());

/// The whole table.
pub(crate) fn kinds() -> &'static [KindRule] {
    &KINDS
}

/// The row of one kind.
pub(crate) fn rule(kind: ReportKind) -> &'static KindRule {
    // The table has a row for each, in the order of the enum: the first one would stand in for a hole.
    KINDS.iter().find(|rule| rule.kind == kind).unwrap_or(&KINDS[0])
}

fn field(field: Field, shape: FieldShape, group: FieldGroup, max: u32) -> FieldRule {
    let min = u32::from(max > 0);
    FieldRule { field, shape, group, required: false, min, max, most: 0, choices: Vec::new(), passed_on: false }
}

impl FieldRule {
    fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn at_least(mut self, min: u32) -> Self {
        self.min = min;
        self
    }

    fn passed_on(mut self) -> Self {
        self.passed_on = true;
        self
    }

    fn of(mut self, choices: &[Word]) -> Self {
        self.choices = choices.to_vec();
        self
    }

    fn most(mut self, items: u32) -> Self {
        self.most = items;
        self
    }
}

fn story(max: u32) -> FieldRule {
    field(Field::Justification, Text, Story, max).required()
}

/// Who may be told, and how. The first choice stands there until another is made.
fn told(who: Field, choices: &[Word]) -> FieldRule {
    field(who, Choice, Told, 0).required().of(choices)
}

const NAMED: [Word; 1] = [Word::Send];
const ANON_OR_NAMED: [Word; 2] = [Word::SendAnon, Word::Send];
const NOT_OR_ANON_OR_NAMED: [Word; 3] = [Word::None, Word::SendAnon, Word::Send];
/// Nobody but the owner can be told of such a request, and a report that tells nobody may be refused: hence "not at all"
/// comes last here.
const ANON_OR_NAMED_OR_NOT: [Word; 3] = [Word::SendAnon, Word::Send, Word::None];

/// What every kind takes of whoever sends it.
fn sender() -> Vec<FieldRule> {
    vec![
        field(Field::Name, Line, Sender, 255).required().passed_on(),
        field(Field::Email, Line, Sender, 254).required().passed_on(),
        field(Field::Company, Line, Sender, 100).passed_on(),
        field(Field::Telephone, Line, Sender, 20).passed_on(),
        field(Field::Title, Line, Sender, 255),
    ]
}

/// What helps whoever looks into it, in every kind.
fn more() -> Vec<FieldRule> {
    vec![
        field(Field::ReportedCountry, Line, More, 2).at_least(2),
        field(Field::ReportedUserAgent, Line, More, 255),
        field(Field::Comments, Text, More, COMMENTS_MAX),
    ]
}

fn tick(statement: Field) -> FieldRule {
    field(statement, Tick, Statements, 0).required()
}

fn kind(kind: ReportKind) -> KindRule {
    use ReportKind::{Children, Dmca, General, Ncsei, Phishing, RegistrarWhois, Threat, Trademark};
    let host = |choices: &[Word]| told(Field::HostNotification, choices);
    let owner = |choices: &[Word]| told(Field::OwnerNotification, choices);
    let (own, told, last): (Vec<FieldRule>, Vec<FieldRule>, Vec<FieldRule>) = match kind {
        Phishing => (
            vec![story(5000).at_least(20), field(Field::OriginalWork, Line, Story, 255).passed_on()],
            vec![host(&ANON_OR_NAMED), owner(&ANON_OR_NAMED)],
            vec![],
        ),
        Trademark => (
            vec![
                story(5000),
                field(Field::TrademarkSymbol, Line, Story, 1000).required(),
                field(Field::TrademarkNumber, Line, Story, 1000).required(),
                field(Field::TrademarkOffice, Line, Story, 1000).required(),
            ],
            vec![host(&NAMED), owner(&NAMED)],
            vec![],
        ),
        Dmca => (
            vec![
                field(Field::OriginalWork, Text, Story, 255).required().passed_on(),
                field(Field::AgentName, Line, Story, 60).required().passed_on(),
            ],
            vec![host(&NAMED), owner(&NAMED)],
            vec![
                tick(Field::DmcaGoodFaith),
                tick(Field::DmcaAuthority),
                tick(Field::DmcaLiability),
                field(Field::Signature, Line, Statements, 255).required(),
            ],
        ),
        Threat => (vec![story(5000)], vec![host(&ANON_OR_NAMED), owner(&ANON_OR_NAMED)], vec![]),
        Ncsei => (
            vec![
                field(Field::SubjectRepresentation, Choice, Story, 0).required().of(&[Word::Yes, Word::No]),
                field(Field::Country, Line, Story, 255).passed_on(),
            ],
            vec![host(&ANON_OR_NAMED), owner(&NOT_OR_ANON_OR_NAMED)],
            vec![],
        ),
        Children => (
            vec![story(5000), field(Field::Country, Line, Story, 255).passed_on()],
            vec![told_ncmec(), host(&ANON_OR_NAMED), owner(&NOT_OR_ANON_OR_NAMED)],
            vec![],
        ),
        RegistrarWhois => (
            vec![
                field(Field::WhoisRequestType, Choice, Story, 0).required().of(&[Word::Disclosure, Word::InvalidWhois]),
                field(Field::WhoisElements, Several, Story, 0).required().most(17).of(&ELEMENTS),
                field(Field::WhoisLegalBasis, Text, Story, 5000).required(),
                field(Field::WhoisRequestorType, Choice, Story, 0).of(&[
                    Word::Corporation,
                    Word::Individual,
                    Word::Government,
                ]),
                field(Field::WhoisAuthorization, Text, Story, 5000),
            ],
            vec![owner(&ANON_OR_NAMED_OR_NOT)],
            vec![tick(Field::WhoisGoodFaith), tick(Field::WhoisLawfulProcessing)],
        ),
        General => (
            vec![
                story(5000),
                field(Field::SourceIps, Lines, Network, 2000).most(30),
                field(Field::DestinationIps, Lines, Network, 2000).most(30),
                field(Field::PortsProtocols, Lines, Network, 2000).most(30),
            ],
            vec![host(&ANON_OR_NAMED), owner(&ANON_OR_NAMED)],
            vec![],
        ),
    };
    let mut sender = sender();
    if kind == Dmca {
        sender.extend([
            field(Field::Address1, Line, Sender, 100).required().passed_on(),
            field(Field::City, Line, Sender, 255).required().passed_on(),
            field(Field::State, Line, Sender, 255).required().passed_on(),
            field(Field::Country, Line, Sender, 255).required().passed_on(),
        ]);
    }
    KindRule {
        kind,
        act: act(kind).to_owned(),
        fields: [own, sender, told, more(), last].concat(),
        evidence: !matches!(kind, Ncsei | Children),
        always_named: matches!(kind, Trademark | Dmca),
    }
}

fn told_ncmec() -> FieldRule {
    told(Field::NcmecNotification, &ANON_OR_NAMED)
}

/// The service's word for a kind, in the path and in `act`.
pub(crate) fn act(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Phishing => "abuse_phishing",
        ReportKind::Trademark => "abuse_trademark",
        ReportKind::Dmca => "abuse_dmca",
        ReportKind::Threat => "abuse_threat",
        ReportKind::Ncsei => "abuse_ncsei",
        ReportKind::Children => "abuse_children",
        ReportKind::RegistrarWhois => "abuse_registrar_whois",
        ReportKind::General => "abuse_general",
    }
}

const ELEMENTS: [Word; 17] = [
    Word::RegistrantName,
    Word::RegistrantOrganization,
    Word::RegistrantEmail,
    Word::RegistrantPhone,
    Word::RegistrantAddress,
    Word::RegistrantAddressCountry,
    Word::RegistrantAddressPostalCode,
    Word::AdminName,
    Word::AdminOrganization,
    Word::AdminEmail,
    Word::AdminPhone,
    Word::AdminAddress,
    Word::TechName,
    Word::TechOrganization,
    Word::TechEmail,
    Word::TechPhone,
    Word::TechAddress,
];
