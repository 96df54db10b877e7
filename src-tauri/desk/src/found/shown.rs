//! What was found, as the window sees it: defanged, what can't be seen made visible.

use domain::{EvidenceId, Moment, Target, defang, visible};
use intake::addresses::{Candidate, SetAside, Sign, Why};
use intake::reading::{Attachment, AuthCheck, Came as ReadCame, Cut, Found as Address, Hop, Mailbox, Place, Reading};
use intake::reading::{MailProgram as Program, Source};
use ledger::Evidence;

use super::{Found, Read};
use crate::contract::*;
use crate::view::{self, size};

/// Most addresses of either sort that are shown.
const MOST: usize = 50;
/// Most files in a mail that are offered.
const MOST_FILES: usize = 100;
/// Longest text of a mail that is shown in one line, in characters.
const LONGEST: usize = 300;

/// `fields` are the draft's: they say what is chosen. `evidence` is the case's.
pub(crate) fn shown(found: &Found, fields: &DraftFields, evidence: &[Evidence]) -> FoundView {
    let chosen = Target::parse(&fields.target).ok().map(|target| target.key());
    let added: Vec<String> =
        fields.more_addresses.lines().filter_map(|line| Some(Target::parse(line).ok()?.key())).collect();
    let likely = found.likely();
    let address = |(at, candidate): (usize, &Candidate)| {
        let view = address(found, candidate)?;
        let key = candidate.target.key();
        Some(FoundAddressView {
            likely: at < likely,
            chosen: chosen.as_deref() == Some(key.as_str()),
            added: added.contains(&key),
            ..view
        })
    };
    let candidates = &found.ranked.candidates;
    FoundView {
        question: found.question().filter(|_| fields.target.trim().is_empty()),
        addresses: candidates.iter().enumerate().take(MOST).filter_map(address).collect(),
        more: size(candidates.len().saturating_sub(MOST) as u64),
        set_aside: found.ranked.set_aside.iter().take(MOST).map(set_aside).collect(),
        sender: found.sender.as_ref().map(view::target),
        mails: found.reads.iter().map(|read| mail(read, evidence)).collect(),
    }
}

/// A text of a mail in one line, harmless.
fn line(text: &str) -> String {
    name(&defang(text))
}

/// The same for the name of a file, whose ending is no domain.
fn name(text: &str) -> String {
    let text: String = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn address(found: &Found, candidate: &Candidate) -> Option<FoundAddressView> {
    let (reading, at) = candidate.at;
    let readable: Vec<(&EvidenceId, &Reading)> =
        found.reads.iter().filter_map(|read| Some((&read.evidence_id, read.facts.as_ref().ok()?))).collect();
    let (evidence_id, reading) = readable.get(reading)?;
    let Address { text, unwrapped, domain_only, file, .. } = reading.addresses.get(at)?;
    let target = view::target(&candidate.target);
    let seen = line(text);
    // A link whose text is its own address says nothing new.
    let says_itself = Target::parse(text).is_ok_and(|said| said.key() == candidate.target.key());
    Some(FoundAddressView {
        evidence_id: evidence_id.to_string(),
        place: match (reading.source, candidate.place) {
            (Source::List, _) => FoundPlace::List,
            (_, place) => place_of(place),
        },
        main: candidate.main,
        file: file.as_deref().map(name),
        text: (!seen.is_empty() && !says_itself).then_some(seen),
        unwrapped: unwrapped.iter().map(|one| name(one)).collect(),
        domain_only: *domain_only,
        signs: candidate.signs.iter().map(sign).collect(),
        times: candidate.times,
        likely: false,
        chosen: false,
        added: false,
        target,
    })
}

fn place_of(place: Place) -> FoundPlace {
    match place {
        Place::Form => FoundPlace::Form,
        Place::Refresh => FoundPlace::Refresh,
        Place::Button => FoundPlace::Button,
        Place::PictureLink => FoundPlace::PictureLink,
        // What is only loaded is set aside, and never a candidate.
        Place::Link | Place::Loaded => FoundPlace::Link,
        Place::Text => FoundPlace::Text,
        Place::Subject => FoundPlace::Subject,
    }
}

fn sign(sign: &Sign) -> SignView {
    let (code, text) = match sign {
        Sign::TextNamesOther(domain) => (SignCode::TextNamesOther, Some(line(domain))),
        Sign::HasBrand(brand) => (SignCode::HasBrand, Some(line(brand))),
        Sign::LooksLikeBrand(brand) => (SignCode::LooksLikeBrand, Some(line(brand))),
        Sign::Punycode => (SignCode::Punycode, None),
        Sign::UserInAddress => (SignCode::UserInAddress, None),
        Sign::IpHost => (SignCode::IpHost, None),
        Sign::Hidden => (SignCode::Hidden, None),
        Sign::TakesInput => (SignCode::TakesInput, None),
    };
    SignView { code, text }
}

fn set_aside(one: &SetAside) -> SetAsideView {
    let why = match one.why {
        Why::Ours => SetAsideReason::Ours,
        Why::MailProvider => SetAsideReason::MailProvider,
        Why::KnownGood => SetAsideReason::KnownGood,
        Why::SharedHost => SetAsideReason::SharedHost,
        Why::Private => SetAsideReason::Private,
        Why::Loaded => SetAsideReason::Loaded,
    };
    SetAsideView { target: view::target(&one.target), why }
}

fn mail(read: &Read, evidence: &[Evidence]) -> MailView {
    let (reading, unread) = match &read.facts {
        Ok(reading) => (reading.clone(), None),
        Err(why) => (Reading::default(), Some(*why)),
    };
    let Reading { source, head, came, forwarded_by, attachments, cut, .. } = reading;
    MailView {
        evidence_id: read.evidence_id.to_string(),
        name: name(&read.name),
        source: match source {
            Source::Mail => ReadSource::Mail,
            Source::OutlookMail => ReadSource::OutlookMail,
            Source::Text => ReadSource::Text,
            Source::List => ReadSource::List,
        },
        unread,
        came: match came {
            ReadCame::Itself => Came::Itself,
            ReadCame::Attached => Came::Attached,
            ReadCame::Inline => Came::Inline,
        },
        forwarded_by: program(forwarded_by),
        from: head.from.as_ref().map(mailbox),
        reply_to: head.reply_to.as_ref().map(mailbox),
        subject: line(&head.subject),
        date: head.date.map(Moment::iso),
        first_hop: head.first_hop.as_ref().map(hop),
        checks: head.checks.iter().take(20).map(check).collect(),
        whole_head: head.has_way,
        attachments: attachments.iter().take(MOST_FILES).map(|one| attachment(one, evidence)).collect(),
        cut: cut.iter().map(limit).collect(),
    }
}

fn program(program: Program) -> MailProgram {
    match program {
        Program::Gmail => MailProgram::Gmail,
        Program::Outlook => MailProgram::Outlook,
        Program::AppleMail => MailProgram::AppleMail,
        Program::Thunderbird => MailProgram::Thunderbird,
        Program::Yahoo => MailProgram::Yahoo,
        Program::Unknown => MailProgram::Unknown,
    }
}

fn mailbox(mailbox: &Mailbox) -> MailboxView {
    let target = Target::parse(&mailbox.address).ok().filter(|target| matches!(target, Target::Email(_)));
    MailboxView {
        name: line(&mailbox.name),
        address: line(&mailbox.address),
        target: target.as_ref().map(view::target),
    }
}

fn hop(hop: &Hop) -> HopView {
    HopView { from: line(&hop.from), ip: hop.ip.as_deref().map(line), by: line(&hop.by), at: hop.at.map(Moment::iso) }
}

fn check(check: &AuthCheck) -> AuthCheckView {
    AuthCheckView { method: line(&check.method), result: line(&check.result), by: line(&check.by) }
}

fn attachment(one: &Attachment, evidence: &[Evidence]) -> AttachmentView {
    let taken = evidence.iter().any(|kept| kept.size_bytes == one.size && visible(&kept.name) == one.name);
    AttachmentView {
        at: one.at,
        name: name(&one.name),
        size_bytes: size(one.size),
        is_mail: one.is_mail,
        inline: one.inline,
        taken,
    }
}

fn limit(cut: &Cut) -> ReadLimit {
    match cut {
        Cut::Depth => ReadLimit::Depth,
        Cut::Parts => ReadLimit::Parts,
        Cut::Text => ReadLimit::Text,
        Cut::Addresses => ReadLimit::Addresses,
        Cut::Time => ReadLimit::Time,
        Cut::Damaged => ReadLimit::Damaged,
    }
}
