//! What Cloudflare would refuse or turn down, as far as that can be seen from here.

use std::time::Duration;

use domain::{Target, defang};

use super::{Draft, FiledBefore, hints};
use crate::compose::takes_evidence;
use crate::contract::{
    ADDRESSES_MAX, Ability, FieldChoice, FieldId, FillSource, Problem, ProblemCode as Code, ReportField as Field,
    ReportKind,
};
use crate::filing::{self, normal, problem};
use crate::tables;
use crate::words::{from_word, word};

/// The service refuses an address that the same account filed within this time.
const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);
/// A story of fewer characters is hard to follow for somebody who has never seen the page. Ours.
const THIN: u32 = 60;

pub(super) fn problems(draft: &Draft<'_>) -> Vec<Problem> {
    let checked = draft.checked;
    let mut found = filing::problems(checked.filing);
    // Whoever is told, the target was looked at already, and more exactly.
    let told_already = [Code::TargetMissing, Code::TargetUnreadable];
    found.retain(|one| !told_already.contains(&one.code));
    let private = checked.target.as_ref().ok().and_then(|target| domain::refusal(target, &[]));
    if private == Some(domain::Refusal::PrivateAddress) {
        found.retain(|one| (one.code, one.field) != (Code::NotOnCloudflare, FieldId::Target));
    }
    for (url, before) in filed(draft) {
        if checked.now.since(before.at) < WEEK && !before.denied {
            found.push(again(draft, Code::ReportedThisWeek, url, before));
        }
    }
    if !checked.has_cloudflare_key {
        found.push(problem(Code::CloudflareKeyMissing, FieldId::CloudflareKey));
    }
    if checked.filing.account.is_none() {
        found.push(problem(Code::CloudflareAccountMissing, FieldId::CloudflareAccount));
    }
    found
}

/// The addresses of this draft that were filed before, with the newest time of each.
fn filed<'a>(draft: &'a Draft<'_>) -> Vec<(&'a str, &'a FiledBefore)> {
    let before: Vec<_> = draft.checked.filed_before.iter().filter_map(|one| Some((normal(&one.url)?, one))).collect();
    let newest =
        |url: &str| before.iter().filter(|(known, _)| known == url).map(|(_, one)| *one).max_by_key(|one| one.at);
    draft.addresses.urls().filter_map(|url| Some((url, newest(url)?))).collect()
}

fn again(draft: &Draft<'_>, code: Code, url: &str, before: &FiledBefore) -> Problem {
    let is_other = draft.others().any(|other| other == url);
    let field = if is_other { FieldId::MoreAddresses } else { FieldId::Target };
    let at = Some(before.at.iso());
    Problem { case_id: before.case_id.clone(), text: Some(before.number.clone()), at, ..problem(code, field) }
}

pub(super) fn advice(draft: &Draft<'_>) -> Vec<Problem> {
    let mut found = about_addresses(draft);
    found.extend(about_story(draft));
    found.extend(about_kind(draft));
    let checked = draft.checked;
    let files = checked.evidence.iter().filter(|one| one.send || !checked.fields.to_phishfort).count();
    if files > 0 && takes_evidence(checked.fields) {
        let count = u32::try_from(files).ok();
        found.push(Problem { count, ..problem(Code::FilesStay, FieldId::Evidence) });
    }
    if checked.entitled == Ability::NotEntitled {
        found.push(problem(Code::NotEntitledYet, FieldId::CloudflareAccount));
    }
    found
}

fn about_addresses(draft: &Draft<'_>) -> Vec<Problem> {
    let addresses = &draft.addresses;
    let counted = |code, field, count: usize| Problem { count: u32::try_from(count).ok(), ..problem(code, field) };
    let mut found = vec![problem(Code::OnCloudflareUnknown, FieldId::Recipients)];
    if addresses.hosts().count() > 1 {
        found.push(counted(Code::SplitByHost, FieldId::MoreAddresses, addresses.groups.len()));
    }
    for host in addresses.hosts() {
        let chunks = addresses.groups.iter().filter(|group| group.hostname == host).count();
        if chunks > 1 {
            let one = counted(Code::SplitBySize, FieldId::MoreAddresses, chunks);
            found.push(Problem { limit: Some(ADDRESSES_MAX), text: Some(defang(host)), ..one });
        }
    }
    if addresses.repeated > 0 {
        found.push(counted(Code::SentOnce, FieldId::MoreAddresses, addresses.repeated as usize));
    }
    for (url, before) in filed(draft) {
        let told = draft.checked.fields.to_phishfort
            && draft.checked.earlier.iter().any(|one| Some(&one.case_id) == before.case_id.as_ref());
        let stands = draft.checked.now.since(before.at) < WEEK;
        // After a refusal the next step is often to report again, better.
        if !stands && !told && !before.denied {
            found.push(again(draft, Code::ReportedBefore, url, before));
        }
    }
    found
}

fn at(field: Field, code: Code) -> Problem {
    Problem { report_field: Some(field), ..problem(code, FieldId::Report) }
}

fn about_story(draft: &Draft<'_>) -> Vec<Problem> {
    let ground = draft.checked.filing;
    // Nobody is asked to look at such pictures again.
    if !takes_evidence(ground.fields) {
        return Vec::new();
    }
    let typed = |field| ground.fields.answers.contains_key(&field);
    let mut found = Vec::new();
    let suggested = filing::fill(ground, Field::Justification).is_some_and(|fill| fill.from == FillSource::Suggested);
    if suggested && !typed(Field::Justification) {
        found.push(at(Field::Justification, Code::OurSentence));
    } else if let Some(story) = filing::value(ground, Field::Justification) {
        let chars = u32::try_from(story.chars().count()).unwrap_or(u32::MAX);
        if chars < THIN {
            let (count, limit) = (Some(chars), Some(THIN));
            found.push(Problem { count, limit, ..at(Field::Justification, Code::ThinStory) });
        }
    }
    let kind = ground.fields.report_kind;
    if kind == ReportKind::Dmca
        && filing::value(ground, Field::OriginalWork).is_some_and(|work| !names_an_address(&work))
    {
        found.push(at(Field::OriginalWork, Code::OriginalWithoutAddress));
    }
    let seen_with = [Field::ReportedCountry, Field::ReportedUserAgent];
    if kind != ReportKind::RegistrarWhois && seen_with.iter().all(|field| filing::value(ground, *field).is_none()) {
        found.push(at(Field::ReportedCountry, Code::NoWayToSeeIt));
    }
    found
}

/// A file's name looks like a host, so only what has a scheme, `www.` or a path counts.
fn names_an_address(text: &str) -> bool {
    let clear = |word: &str| word.contains("://") || word.starts_with("www.") || word.contains('/');
    let words = text.split_whitespace().map(domain::refang);
    words.filter(|word| clear(word)).any(|word| matches!(Target::parse(&word), Ok(Target::Web(_))))
}

fn about_kind(draft: &Draft<'_>) -> Vec<Problem> {
    let ground = draft.checked.filing;
    let kind = ground.fields.report_kind;
    let mut found = Vec::new();
    let texts = [Field::Justification, Field::Comments].map(|field| filing::value(ground, field).unwrap_or_default());
    if let Some(better) = hints::better_kind(kind, &texts.join("\n")) {
        let text = Some(word(&better));
        found.push(Problem { text, ..problem(Code::PerhapsOtherKind, FieldId::ReportKind) });
    }
    let owner = filing::value(ground, Field::OwnerNotification).and_then(|text| from_word::<FieldChoice>(&text));
    let rules = &tables::rule(kind).fields;
    let anonymous = rules
        .iter()
        .any(|rule| rule.field == Field::OwnerNotification && rule.choices.contains(&FieldChoice::SendAnon));
    if owner == Some(FieldChoice::Send) && anonymous {
        found.push(at(Field::OwnerNotification, Code::OwnerHearsName));
    }
    if matches!(kind, ReportKind::Threat | ReportKind::Children) {
        found.push(problem(Code::PoliceFirst, FieldId::ReportKind));
    }
    let mark = filing::value(ground, Field::TrademarkSymbol).unwrap_or_default();
    if kind == ReportKind::Trademark && draft.addresses.hosts().any(|host| hints::is_name_in_host(&mark, host)) {
        found.push(problem(Code::PerhapsDispute, FieldId::ReportKind));
    }
    found
}
