//! What became of appeals: the blocks of each are read again until all are decided.

use std::sync::Arc;

use ledger::{Bucket, LedgerError, Standing, Submission};

use super::{Refresh, stops_the_round};
use crate::appeals::{block_status, decided};
use crate::bench::Bench;
use crate::contract::{AppealForm, BlockRef, BlockStatus, Notice, Service};
use crate::services::cloudflare::appeal::{DECIDED, REQUESTED};
use crate::services::{Appealing, Payload, Trouble};

/// Reads the blocks of an accepted appeal's report again, and writes down where the appeal stands.
pub(super) async fn refresh(bench: &Arc<Bench>, submission: &Submission) -> Result<(), Refresh> {
    let payload: Payload = serde_json::from_str(&submission.payload_json).map_err(LedgerError::from)?;
    let Some(appeal) = &payload.appeal else { return Ok(()) };
    let read = bench.cloudflare.read_blocks_of(&bench.cache, &appeal.prepared.account, appeal.report_id()).await?;
    let whole = match (&read.trouble, appeal.form) {
        (None, AppealForm::ContentRemoved | AppealForm::CounterNotice) => {
            let asked = bench.cloudflare.eligibility(&appeal.prepared.account, &appeal.prepared.report_id).await;
            asked.map(|(told, _)| told.has_open_appeal == Some(false))
        }
        _ => Ok(false),
    };
    let line = bench.line(Service::Cloudflare);
    let trouble = read.trouble.or(whole.as_ref().err().cloned());
    bench.set_offline(line, matches!(trouble, Some(Trouble::Unreachable(_))));
    if let Some(trouble) = trouble {
        if !stops_the_round(&trouble) {
            bench.ledger.record_asked(submission, bench.now())?;
        }
        return Err(Refresh::Service(trouble));
    }
    let over = match appeal.form {
        AppealForm::Blocks => all_decided(bench, submission, appeal)?,
        AppealForm::ContentRemoved | AppealForm::CounterNotice => whole == Ok(true),
    };
    let standing = Standing {
        bucket: if over { Bucket::Done } else { Bucket::Waiting },
        status: if over { DECIDED } else { REQUESTED },
        raw_status: None,
        denial: None,
    };
    bench.ledger.record_news(submission, &standing, None, bench.now(), &[])?;
    if read.changed > 0 || over {
        bench.tell(Notice::SitesChanged);
    }
    Ok(())
}

/// Whether nothing more is to be waited for: each block is decided, or was not taken by the answer and stands as before.
fn all_decided(bench: &Bench, submission: &Submission, appeal: &Appealing) -> Result<bool, LedgerError> {
    let named = named(bench, submission)?;
    let account = appeal.prepared.account.as_str();
    for one in &appeal.blocks {
        let BlockRef { report_id, id } = &one.block;
        // What is not kept was never seen: nothing can be waited for.
        let Some(block) = bench.cache.block(account, report_id, id)? else { continue };
        let status = block_status(&block.raw_status);
        let taken = named.as_ref().is_none_or(|named| named.contains(id)) || status == BlockStatus::InReview;
        if taken && !decided(status, block.gone_at.is_some(), block.kept) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The blocks that the answer named; none where there was no answer to read.
pub(crate) fn named(bench: &Bench, submission: &Submission) -> Result<Option<Vec<String>>, LedgerError> {
    let events = bench.ledger.events(&submission.case_id)?;
    let accepted =
        events.iter().find(|event| event.kind == "accepted" && event.submission_id.as_ref() == Some(&submission.id));
    Ok(accepted.and_then(|event| serde_json::from_value(event.detail["named"].clone()).ok()))
}
