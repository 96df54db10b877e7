//! From what a person fills in for an appeal to the requests that Cloudflare documents, and what stands in the way. Pure, but for
//! what became of it.

mod notice;
mod outcome;
mod stand;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use cloudflare_abuse::{AccountId, Appeal, AppealReason as Reason, Appealed, Ask, ReportId};

pub(crate) use outcome::{SHOWN_LATE, is_over, shows};
pub(crate) use stand::{ask_of, block_status, offer};

use crate::contract::*;
use crate::services::Appealing;
use crate::view::size;

/// Longest private note, in characters.
pub(crate) const NOTE_MAX: usize = 5000;

/// What an appeal is held against.
pub(crate) struct Ground<'a> {
    pub fields: &'a AppealFields,
    /// How each block of `fields.reasons` stands, as far as we know it.
    pub offers: &'a BTreeMap<BlockRef, ReviewOffer>,
    /// Whether the whole report can be answered; none where Cloudflare did not say.
    pub eligibility: Option<EligibilityView>,
    pub has_key: bool,
    pub account: Option<&'a AccountId>,
}

/// A problem without anything beside its code.
fn problem(code: AppealProblemCode) -> AppealProblem {
    AppealProblem { code, field: None, block: None, text: None, count: None, limit: None }
}

/// A problem of a field.
fn at(code: AppealProblemCode, field: AppealField) -> AppealProblem {
    AppealProblem { field: Some(field), ..problem(code) }
}

/// Everything that stands in the way, in the order of the dialog.
pub(crate) fn problems(ground: &Ground<'_>) -> Vec<AppealProblem> {
    use AppealProblemCode as Code;
    let fields = ground.fields;
    let mut all = Vec::new();
    if !ground.has_key {
        all.push(problem(Code::KeyMissing));
    }
    if ground.account.is_none() {
        all.push(problem(Code::AccountMissing));
    }
    match fields.form {
        AppealForm::Blocks => {
            if fields.reasons.is_empty() {
                all.push(at(Code::NoBlocks, AppealField::Reasons));
            }
            for one in &fields.reasons {
                let about = |code| AppealProblem { block: Some(one.block.clone()), ..at(code, AppealField::Reasons) };
                if ground.offers.get(&one.block) != Some(&ReviewOffer::Offered) {
                    all.push(about(Code::NotOffered));
                } else if one.reason.is_none() {
                    all.push(about(Code::ReasonMissing));
                }
            }
        }
        AppealForm::ContentRemoved | AppealForm::CounterNotice => {
            all.extend(not_eligible(ground.eligibility).map(problem));
        }
    }
    let note = fields.note.chars().count();
    if note > NOTE_MAX {
        let (count, limit) = (Some(size(note as u64)), Some(size(NOTE_MAX as u64)));
        all.push(AppealProblem { count, limit, ..at(Code::NoteTooLong, AppealField::Note) });
    }
    if fields.form == AppealForm::CounterNotice
        && let Err(more) = notice::read(&fields.notice)
    {
        all.extend(more);
    }
    all
}

/// What Cloudflare says against answering the report as a whole. Where it says nothing, nothing stands in the way: it
/// decides anyhow.
fn not_eligible(told: Option<EligibilityView>) -> Option<AppealProblemCode> {
    let told = told?;
    match told {
        _ if told.has_open_appeal == Some(true) => Some(AppealProblemCode::AppealOpen),
        _ if !told.appealable => Some(AppealProblemCode::NotEligible),
        _ => None,
    }
}

/// The requests, one a report, in the order in which their first blocks stand. What can't be written yet is left out.
pub(crate) fn asks(fields: &AppealFields, account: &AccountId) -> Vec<Appealing> {
    if fields.form != AppealForm::Blocks {
        return whole(fields, account).into_iter().collect();
    }
    let mut reports: Vec<(&str, Vec<BlockReason>)> = Vec::new();
    for one in fields.reasons.iter().filter(|one| one.reason.is_some()) {
        match reports.iter_mut().find(|(id, _)| *id == one.block.report_id) {
            Some((_, blocks)) => blocks.push(one.clone()),
            None => reports.push((&one.block.report_id, vec![one.clone()])),
        }
    }
    reports.into_iter().filter_map(|(id, blocks)| of_blocks(account, id, blocks)).collect()
}

fn of_blocks(account: &AccountId, report_id: &str, blocks: Vec<BlockReason>) -> Option<Appealing> {
    let chosen = blocks.iter().filter_map(|one| {
        let reason = match one.reason? {
            AppealReason::Removed => Reason::Removed,
            AppealReason::Misclassified => Reason::Misclassified,
        };
        Some((one.block.id.clone(), reason))
    });
    let ask = Ask::Mitigations(Appealed::new(chosen).ok()?);
    let appeal = Appeal { account: account.clone(), report_id: ReportId::new(report_id).ok()?, ask };
    Some(Appealing { form: AppealForm::Blocks, prepared: appeal.prepare(), blocks })
}

fn whole(fields: &AppealFields, account: &AccountId) -> Option<Appealing> {
    let ask = match fields.form {
        AppealForm::Blocks => return None,
        AppealForm::ContentRemoved => Ask::ContentRemoved,
        AppealForm::CounterNotice => Ask::CounterNotice(Box::new(notice::read(&fields.notice).ok()?)),
    };
    let appeal = Appeal { account: account.clone(), report_id: ReportId::new(&fields.report_id).ok()?, ask };
    Some(Appealing { form: fields.form, prepared: appeal.prepare(), blocks: Vec::new() })
}
