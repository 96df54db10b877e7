//! What PhishFort's handbook asks for, by kind of target (`phishfort-api.md`, Appendix A). Only what can be told from the
//! draft is listed: from where a page opens, and on which device, stands in the note or nowhere.

use domain::Target;
use intake::reading::{Came, Reading};
use ledger::Evidence;

use crate::compose::takes_evidence;
use crate::contract::{DraftFields, FileKind, Want, WantedView};
use crate::found::Found;
use crate::words::from_word;

/// What of it is there; empty where PhishFort is not told or nobody may keep pictures.
pub(crate) fn wanted(
    fields: &DraftFields,
    target: Option<&Target>,
    evidence: &[Evidence],
    found: &Found,
    own_sites: &[String],
) -> Vec<WantedView> {
    let Some(target) = target.filter(|_| fields.to_phishfort && takes_evidence(fields)) else { return Vec::new() };
    let sends = |kinds: &[FileKind]| {
        let is = |one: &Evidence| from_word::<FileKind>(&one.kind).is_some_and(|kind| kinds.contains(&kind));
        evidence.iter().any(|one| one.send && is(one))
    };
    let filled = |text: &str| !text.trim().is_empty();
    let screenshot = (Want::Screenshot, sends(&[FileKind::Png, FileKind::Jpeg, FileKind::Pdf]));
    let list = match target {
        Target::Web(web) => vec![
            (Want::ExactPage, web.names_a_page()),
            screenshot,
            (Want::HowFound, filled(&fields.note)),
            (Want::GenuineSite, names_genuine(&fields.note, own_sites)),
        ],
        Target::Email(_) => {
            let whole = evidence.iter().filter(|one| one.send).any(|one| is_original(one, found));
            vec![(Want::OriginalMail, whole), screenshot, (Want::HowFound, filled(&fields.note))]
        }
        Target::Phone(_) => {
            let time = [&fields.phone_date, &fields.phone_time, &fields.phone_zone];
            vec![
                (Want::OtherNumber, filled(&fields.phone_received_on)),
                (Want::CallTime, time.into_iter().all(|part| filled(part))),
                (Want::CallStory, filled(&fields.note)),
                screenshot,
            ]
        }
        Target::Ipv4(_) => vec![
            (Want::AddressOnIp, filled(&fields.ip_address_on_it)),
            (Want::Explanation, filled(&fields.note)),
            screenshot,
        ],
    };
    list.into_iter().map(|(want, there)| WantedView { want, there }).collect()
}

/// A mail with its own head, as a file or saved as text. What was forwarded inside another's text has lost it; one that
/// could not be read may have it.
fn is_original(one: &Evidence, found: &Found) -> bool {
    let is_mail = matches!(from_word(&one.kind), Some(FileKind::Email | FileKind::OutlookEmail));
    let whole = |reading: &Reading| reading.came != Came::Inline && reading.head.has_way;
    match found.reads.iter().find(|read| read.evidence_id == one.id).map(|read| &read.facts) {
        Some(Ok(reading)) => whole(reading),
        Some(Err(_)) | None => is_mail,
    }
}

/// Whether the note names one of our own sites.
fn names_genuine(note: &str, own_sites: &[String]) -> bool {
    let note = note.to_lowercase();
    let named = |site: &String| {
        let host = Target::parse(site).ok().and_then(|target| target.host().map(str::to_owned));
        host.is_some_and(|host| {
            let host = host.strip_prefix("www.").unwrap_or(&host);
            note.contains(host) || note.contains(&domain::host_in_unicode(host))
        })
    };
    own_sites.iter().any(named)
}
