//! From the answers to the client's own types, which refuse what the service would.

use cloudflare_abuse::{
    Affirmed, Agreed, Category, Children, DataElements, Dmca, General, Ncsei, Notify, NotifyOwner, Phishing,
    RegistrarWhois, RequestType, RequestorType, Text, Threat, Trademark, WhoisRequest,
};

use super::{Ground, lists, value};
use crate::contract::{FieldChoice, ReportField as Field, ReportKind};
use crate::tables;
use crate::words::from_word;

/// What is reported; none while a field of it is missing or wrong.
pub(super) fn category(ground: Ground<'_>) -> Option<Category> {
    Some(match ground.fields.report_kind {
        ReportKind::Phishing => Category::Phishing(Phishing {
            justification: text(ground, Field::Justification)?,
            original_work: optional(ground, Field::OriginalWork)?,
            host: host(ground)?,
            owner: owner(ground)?,
        }),
        ReportKind::Trademark => Category::Trademark(Trademark {
            justification: text(ground, Field::Justification)?,
            number: text(ground, Field::TrademarkNumber)?,
            office: text(ground, Field::TrademarkOffice)?,
            symbol: text(ground, Field::TrademarkSymbol)?,
        }),
        ReportKind::Dmca => Category::Dmca(dmca(ground)?),
        ReportKind::Threat => Category::Threat(Threat {
            justification: text(ground, Field::Justification)?,
            host: host(ground)?,
            owner: owner(ground)?,
        }),
        ReportKind::Ncsei => Category::Ncsei(Ncsei {
            subject_is_submitter: choice(ground, Field::SubjectRepresentation)? == FieldChoice::Yes,
            country: optional(ground, Field::Country)?,
            host: host(ground)?,
            owner: owner_or_none(ground)?,
        }),
        ReportKind::Children => Category::Children(Children {
            justification: text(ground, Field::Justification)?,
            country: optional(ground, Field::Country)?,
            host: host(ground)?,
            owner: owner_or_none(ground)?,
            ncmec: notify(choice(ground, Field::NcmecNotification)?)?,
        }),
        ReportKind::RegistrarWhois => {
            Category::RegistrarWhois(RegistrarWhois { owner: owner_or_none(ground)?, request: whois(ground)? })
        }
        ReportKind::General => Category::General(General {
            justification: text(ground, Field::Justification)?,
            source_ips: lists::ips(&value(ground, Field::SourceIps).unwrap_or_default()).ok()?,
            destination_ips: lists::ips(&value(ground, Field::DestinationIps).unwrap_or_default()).ok()?,
            ports_protocols: lists::ports(&value(ground, Field::PortsProtocols).unwrap_or_default()).ok()?,
            host: host(ground)?,
            owner: owner(ground)?,
        }),
    })
}

fn dmca(ground: Ground<'_>) -> Option<Dmca> {
    Some(Dmca {
        signature: text(ground, Field::Signature)?,
        agent_name: text(ground, Field::AgentName)?,
        original_work: text(ground, Field::OriginalWork)?,
        address1: text(ground, Field::Address1)?,
        city: text(ground, Field::City)?,
        state: text(ground, Field::State)?,
        country: text(ground, Field::Country)?,
        agreed: Agreed::to_all_three(
            ticked(ground, Field::DmcaLiability),
            ticked(ground, Field::DmcaGoodFaith),
            ticked(ground, Field::DmcaAuthority),
        )?,
    })
}

/// The schema lets the request be left out and calls parts of it required all the same, so it is always sent.
fn whois(ground: Ground<'_>) -> Option<WhoisRequest> {
    let requestor_type = match choice(ground, Field::WhoisRequestorType) {
        Some(FieldChoice::Government) => Some(RequestorType::Government),
        Some(FieldChoice::Corporation) => Some(RequestorType::Corporation),
        Some(FieldChoice::Individual) => Some(RequestorType::Individual),
        _ => None,
    };
    let request_type = match choice(ground, Field::WhoisRequestType)? {
        FieldChoice::Disclosure => RequestType::Disclosure,
        FieldChoice::InvalidWhois => RequestType::InvalidWhois,
        _ => return None,
    };
    Some(WhoisRequest {
        request_type,
        elements: DataElements::new(lists::elements(&value(ground, Field::WhoisElements)?).ok()?).ok()?,
        legal_basis: text(ground, Field::WhoisLegalBasis)?,
        requestor_type,
        authorization_statement: optional(ground, Field::WhoisAuthorization)?,
        affirmed: Affirmed::both(ticked(ground, Field::WhoisGoodFaith), ticked(ground, Field::WhoisLawfulProcessing))?,
    })
}

/// What was chosen, if it is one of what can be chosen.
pub(super) fn choice(ground: Ground<'_>, field: Field) -> Option<FieldChoice> {
    let chosen = from_word(&value(ground, field)?)?;
    let rules = &tables::rule(ground.fields.report_kind).fields;
    rules.iter().find(|rule| rule.field == field)?.choices.contains(&chosen).then_some(chosen)
}

/// Whether a person ticked the statement. Nothing else can: a statement has no fill.
pub(super) fn ticked(ground: Ground<'_>, statement: Field) -> bool {
    value(ground, statement).as_deref() == Some("yes")
}

fn notify(choice: FieldChoice) -> Option<Notify> {
    match choice {
        FieldChoice::Send => Some(Notify::Send),
        FieldChoice::SendAnon => Some(Notify::SendAnon),
        _ => None,
    }
}

fn host(ground: Ground<'_>) -> Option<Notify> {
    notify(choice(ground, Field::HostNotification)?)
}

fn owner(ground: Ground<'_>) -> Option<Notify> {
    notify(choice(ground, Field::OwnerNotification)?)
}

fn owner_or_none(ground: Ground<'_>) -> Option<NotifyOwner> {
    match choice(ground, Field::OwnerNotification)? {
        FieldChoice::Send => Some(NotifyOwner::Send),
        FieldChoice::SendAnon => Some(NotifyOwner::SendAnon),
        FieldChoice::None => Some(NotifyOwner::None),
        _ => None,
    }
}

/// A text that must be there.
pub(super) fn text<const MIN: usize, const MAX: usize>(ground: Ground<'_>, field: Field) -> Option<Text<MIN, MAX>> {
    Text::new(&value(ground, field)?).ok()
}

/// A text that may be left out: the outer option is none for one that does not fit.
#[allow(clippy::option_option, reason = "left out and wrong are two things")]
pub(super) fn optional<const MIN: usize, const MAX: usize>(
    ground: Ground<'_>,
    field: Field,
) -> Option<Option<Text<MIN, MAX>>> {
    match value(ground, field) {
        Some(raw) => Text::new(&raw).ok().map(Some),
        None => Some(None),
    }
}
