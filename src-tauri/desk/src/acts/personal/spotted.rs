//! Where in what would be sent something points at a person.

use domain::personal::{self, Person, Trace, TraceKind, UrlPart};
use domain::{EvidenceId, Refusal, Target, refusal};
use ledger::sha256_of;

use super::files;
use crate::Desk;
use crate::acts::write_draft::Whole;
use crate::contract::*;
use crate::found::is_of_people;

/// A trace, and where it was found.
pub(super) struct Spotted {
    pub(super) view: PersonalView,
    pub(super) place: Spot,
}

/// Where a trace can be taken out.
pub(super) enum Spot {
    Target(Trace),
    /// A line of the further addresses, from 0.
    Line(usize, Trace),
    Note(Trace),
    Answer(ReportField, Trace),
    /// A file that goes along.
    File(EvidenceId),
    /// The name of a file that goes along, and what it becomes.
    FileName(EvidenceId, String),
}

/// Who is meant, and who belongs into a report.
pub(super) struct Around {
    /// Names and addresses of everybody who got or forwarded a mail of this case, and of nobody of ours.
    pub(super) people: Vec<(String, String)>,
    /// Who reports, and who is reported.
    spare: Vec<String>,
}

impl Around {
    fn of(desk: &Desk, whole: &Whole) -> Self {
        let preferences = desk.preferences.read();
        let readings = || whole.found.readings();
        let senders = readings().flat_map(|reading| {
            let claimed = [&reading.head.from, &reading.head.reply_to].into_iter().flatten();
            claimed.filter(|one| !is_of_people(reading, &one.address))
        });
        let mut spare: Vec<String> = senders.map(|one| one.address.clone()).collect();
        spare.extend([preferences.email, whole.fields.reported_by.clone(), whole.profile.email.clone()]);
        spare.extend(whole.target.as_ref().ok().map(Target::as_sent));
        spare.retain(|address| !address.trim().is_empty());
        let ours = |address: &str| {
            let own = |target| matches!(refusal(&target, &preferences.own_sites), Some(Refusal::OwnDomain(_)));
            Target::parse(address).is_ok_and(own) || spare.iter().any(|one| one.trim().eq_ignore_ascii_case(address))
        };
        let people = readings().flat_map(|reading| &reading.people).filter(|one| !ours(one.address.trim()));
        let people = people.map(|one| (one.name.clone(), one.address.clone())).collect();
        Self { people, spare }
    }

    fn people(&self) -> Vec<Person<'_>> {
        self.people.iter().map(|(name, address)| Person { name, address }).collect()
    }

    pub(super) fn in_address(&self, address: &str) -> Vec<Trace> {
        personal::in_address(address, &self.people())
    }

    pub(super) fn in_text(&self, text: &str) -> Vec<Trace> {
        let spare: Vec<&str> = self.spare.iter().map(String::as_str).collect();
        personal::in_text(text, &self.people(), &spare)
    }
}

pub(super) fn spotted(desk: &Desk, whole: &Whole) -> Vec<Spotted> {
    let around = Around::of(desk, whole);
    let fields = &whole.fields;
    let mut all = Vec::new();
    if let Ok(target @ Target::Web(_)) = &whole.target {
        let found = around.in_address(&target.as_sent());
        all.extend(found.into_iter().map(|one| spot(FieldId::Target, None, one, Spot::Target)));
    }
    for (at, line) in fields.more_addresses.lines().enumerate() {
        let Ok(target @ Target::Web(_)) = Target::parse(line) else { continue };
        let found = around.in_address(&target.as_sent());
        all.extend(found.into_iter().map(|one| spot(FieldId::MoreAddresses, None, one, |one| Spot::Line(at, one))));
    }
    let found = around.in_text(&fields.note);
    all.extend(found.into_iter().map(|one| spot(FieldId::Note, None, one, Spot::Note)));
    if fields.to_cloudflare {
        for field in written(fields) {
            let found = around.in_text(fields.answers.get(&field).map(String::as_str).unwrap_or_default());
            let answer = |one| spot(FieldId::Report, Some(field), one, |one| Spot::Answer(field, one));
            all.extend(found.into_iter().map(answer));
        }
    }
    all.extend(files::spotted(whole, &around));
    all
}

/// The fields of the chosen kind in which a person writes of the case; who sends it stands in others.
fn written(fields: &DraftFields) -> impl Iterator<Item = ReportField> {
    let rules = &crate::tables::rule(fields.report_kind).fields;
    let of_case = |rule: &&FieldRule| {
        matches!(rule.group, FieldGroup::Story | FieldGroup::Network | FieldGroup::More)
            && matches!(rule.shape, FieldShape::Line | FieldShape::Text | FieldShape::Lines)
    };
    rules.iter().filter(of_case).map(|rule| rule.field)
}

fn spot(field: FieldId, report_field: Option<ReportField>, trace: Trace, place: impl FnOnce(Trace) -> Spot) -> Spotted {
    let says_where = format!("{field:?} {report_field:?} {:?} {}", trace.part, trace.text);
    Spotted {
        view: PersonalView {
            id: id(&says_where),
            kind: kind(trace.kind),
            field,
            report_field,
            evidence_id: None,
            text: harmless(&trace.text),
            says: trace.says.as_deref().map(harmless),
            part: trace.part.map(part),
            removable: trace.removable,
        },
        place: place(trace),
    }
}

/// Names a trace by where and what it is: another text at the same place is another trace.
pub(super) fn id(says_where: &str) -> String {
    sha256_of(says_where)[..16].to_owned()
}

pub(super) fn harmless(text: &str) -> String {
    domain::defang(&domain::visible(text))
}

pub(super) fn kind(kind: TraceKind) -> PersonalKind {
    match kind {
        TraceKind::Address => PersonalKind::Address,
        TraceKind::EncodedAddress => PersonalKind::EncodedAddress,
        TraceKind::Name => PersonalKind::Name,
        TraceKind::Token => PersonalKind::Token,
        TraceKind::Opaque => PersonalKind::Opaque,
    }
}

fn part(part: UrlPart) -> AddressPart {
    match part {
        UrlPart::User => AddressPart::User,
        UrlPart::Host => AddressPart::Host,
        UrlPart::Path => AddressPart::Path,
        UrlPart::Query => AddressPart::Query,
        UrlPart::Fragment => AddressPart::Fragment,
    }
}
