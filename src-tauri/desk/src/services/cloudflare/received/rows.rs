//! Reports and blocks as the cache keeps them: as they came, to be made harmless where they are shown.

use cloudflare_abuse::{Mitigation, MitigationSummary, Received, Submitter};
use domain::Moment;
use ledger::{BlockRow, ReceivedReport, ReceivedRow};

use super::super::filed::{category, search_words};
use super::place::{Place, Places};
use crate::contract::TargetKind;
use crate::view::{sent_target, size};

/// A report about our sites as the cache keeps it, with the words that a person may look for it by.
pub(super) fn report(report: &Received) -> ReceivedRow {
    let text = |word: Option<String>| word.unwrap_or_default();
    let raw_type = text(report.kind.as_ref().map(ToString::to_string));
    let domain = text(report.domain.clone());
    let unicode = unicode(&domain);
    let words = category(&raw_type).map_or("", search_words);
    let summary = report.mitigation_summary;
    let count = |number: fn(&MitigationSummary) -> Option<u64>| summary.as_ref().and_then(number).map(size);
    ReceivedRow {
        id: report.id.clone(),
        cdate: report.cdate.as_deref().and_then(|text| Moment::parse_iso(text).ok()),
        raw_status: text(report.status.as_ref().map(ToString::to_string)),
        accepted_urls: count(|summary| summary.accepted_url_count),
        active: count(|summary| summary.active_count),
        in_review: count(|summary| summary.in_review_count),
        pending: count(|summary| summary.pending_count),
        host_notified: summary.and_then(|summary| summary.external_host_notified),
        urls: report.urls.clone(),
        justification: report.justification.clone(),
        original_work: report.original_work.clone(),
        submitter_json: report.submitter.as_ref().and_then(submitter),
        words: format!("{words} {unicode}").trim().to_owned(),
        raw_type,
        domain,
    }
}

/// A domain's name in its own letters; empty where it has no others.
fn unicode(domain: &str) -> String {
    sent_target(domain, TargetKind::Web).unicode.map(|name| domain::refang(&name)).unwrap_or_default()
}

/// Makes rows of the blocks of one report.
pub(super) struct Blocks {
    places: Places,
    words: String,
}

impl Blocks {
    /// Of a report about this domain, which names these addresses.
    pub(super) fn of(domain: &str, urls: &[String]) -> Self {
        let places = Places::of(domain, urls);
        let words = places.domain().map(unicode).unwrap_or_default();
        Self { places, words }
    }

    /// A block as the cache keeps it.
    pub(super) fn row(&self, block: &Mitigation) -> BlockRow {
        let text = |word: Option<String>| word.unwrap_or_default();
        let Place { target, exact, one_of } = self.places.place(block.entity_type.as_ref(), block.entity_id.as_deref());
        BlockRow {
            id: block.id.clone(),
            raw_kind: text(block.kind.clone()),
            raw_status: text(block.status.as_ref().map(ToString::to_string)),
            effective_at: block.effective_date.as_deref().and_then(|text| Moment::parse_iso(text).ok()),
            raw_effective: text(block.effective_date.clone()),
            raw_scope: text(block.entity_type.as_ref().map(ToString::to_string)),
            entity_id: text(block.entity_id.clone()),
            place: text(target),
            place_exact: exact,
            one_of,
            words: self.words.clone(),
        }
    }
}

/// The service's names and texts, in our order; none where it told nothing.
fn submitter(submitter: &Submitter) -> Option<String> {
    let Submitter { name, email, company, telephone } = submitter.clone();
    let told = [("name", name), ("email", email), ("company", company), ("telephone", telephone)];
    let told: Vec<_> = told.into_iter().filter_map(|(name, text)| Some((name, text?))).collect();
    (!told.is_empty()).then(|| serde_json::to_string(&told).ok()).flatten()
}

/// What a report tells beside its addresses: the service's names, and texts as they came.
pub(crate) fn details(report: &ReceivedReport) -> Vec<(String, String)> {
    let own = [("justification", &report.justification), ("original_work", &report.original_work)];
    let own = own.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.clone()?)));
    let submitter: Option<Vec<(String, String)>> =
        report.submitter_json.as_deref().and_then(|json| serde_json::from_str(json).ok());
    own.chain(submitter.unwrap_or_default()).collect()
}
